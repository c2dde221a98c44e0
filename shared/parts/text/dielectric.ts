/** Dielectrics of ceramic capacitors: what they are called and how good they are. */

/** One name each; what the others call the same. */
const SAME: Readonly<Record<string, string>> = {
  COG: 'C0G',
  NPO: 'C0G',
  NP0: 'C0G',
  CG: 'C0G',
  BJ: 'X5R',
  X5: 'X5R',
  X7: 'X7R',
};

const CODES =
  /(?<![\p{L}\p{N}])(?:C[0O]G|NP[0O]|X[5-9][RSTULPN]|Y5[VUTR]|Z5[UV]|U2[JK]|C[GHJK](?![\p{L}\p{N}])|X8G)(?![\p{L}\p{N}])/giu;

/** The usual name of a dielectric; Taiyo Yuden's `BJ` is X5R. */
export function dielectricName(text: string): string {
  const code = text.trim().toUpperCase().replace(/[\s(].*$/, '');
  return SAME[code] ?? code;
}

export function dielectricsIn(text: string): readonly { readonly text: string; readonly value: string }[] {
  return [...text.matchAll(CODES)].map(([code]) => ({ text: code, value: dielectricName(code) }));
}

/** Class 1 keeps its capacitance, class 2 loses some, class 3 most of it. Within a class the higher rank keeps more. */
export interface DielectricGrade {
  readonly class: 1 | 2 | 3;
  readonly rank: number;
}

const CLASS_2 = ['X5R', 'X5S', 'X6S', 'X6T', 'X7U', 'X7T', 'X7S', 'X7R', 'X8M', 'X8L', 'X8R'];

/** Null for a word that is no dielectric. */
export function dielectricGrade(text: string): DielectricGrade | null {
  const code = dielectricName(text);
  if (code === 'C0G' || code === 'X8G') return { class: 1, rank: 2 };
  if (/^(?:C[HJK]|U2[JK]|SL|UJ)$/.test(code)) return { class: 1, rank: 1 };
  if (CLASS_2.includes(code)) return { class: 2, rank: CLASS_2.indexOf(code) };
  return /^(?:Y5[VUTR]|Z5[UV])$/.test(code) ? { class: 3, rank: 0 } : null;
}
