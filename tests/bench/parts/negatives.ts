/** Texts that are no part numbers: real ones with one character spoiled, words, and distributors' own numbers. */

const WORDS = [
  ...[
    'RESISTOR',
    'CAPACITOR',
    'HEADER 5',
    'FIDUCIAL',
    'TEST POINT',
    'M3 HOLE',
    'JUMPER',
    'SOLDER BRIDGE',
    'LOGO',
  ],
  ...[
    '10K',
    '100nF',
    '4.7uF 16V',
    '0603',
    'SOT-23',
    'LED RED',
    'CRYSTAL 8MHZ',
    'USB CONNECTOR',
    'SWITCH',
    'PCB',
  ],
  ...[
    'TODO',
    'SEE NOTE',
    'CUSTOM',
    'NOT SPECIFIED',
    'ANY 0603',
    'GENERIC 1%',
    'REV B',
    'CABLE',
    'SCREW M3X8',
  ],
];

const DISTRIBUTORS = (i: number) => [
  `C${10_000 + i * 37}`,
  `${300 + i % 90}-${1000 + i}-1-ND`,
  `${100_000 + i * 13}`,
  `${2_000_000 + i * 101}`,
  `P${10 + i % 80}.0KHCT-ND`,
];

/**
 * Spoiled texts that are other parts which are sold, so that to read them is right. Each stands in designs that are public, or in
 * a distributor's page: `C93947` of LCSC, the AO3404A at xonelec.com, the STM32F100RCT6B in the lists of ST's boards.
 */
const OTHER_PARTS = new Set(['RC0402FR-07150KL', 'AO3404A', 'STM32F100RCT6']);

/** A step through a list that is the same in every run. */
const STEP = 7_919;

export function negativesOf(numbers: readonly string[], howMany: number): string[] {
  const usable = numbers.filter((mpn) => /^[A-Z0-9][A-Z0-9.\-/+,#()]{5,}$/i.test(mpn));
  const known = new Set(usable.map((mpn) => mpn.toUpperCase()));
  const spoiled: string[] = [];
  const wanted = Math.floor(howMany * 0.8);
  for (let i = 0; spoiled.length < wanted && i < usable.length * 3; i += 1) {
    const mpn = usable[(i * STEP) % usable.length]!;
    const at = (i * 31) % mpn.length;
    if (!/[A-Z0-9]/i.test(mpn[at]!)) continue;
    // A letter that stands in few schemes, and for digits another digit: what people mistype.
    const other = /\d/.test(mpn[at]!) ? String((Number(mpn[at]) + 1 + i % 8) % 10) : 'QZXYWV'[i % 6]!;
    const text = mpn.slice(0, at) + other + mpn.slice(at + 1);
    if (!known.has(text.toUpperCase()) && !OTHER_PARTS.has(text)) spoiled.push(text);
  }
  const rest = Array.from({ length: howMany }, (_, i) => [WORDS[i % WORDS.length]!, ...DISTRIBUTORS(i)])
    .flat();
  return [...spoiled, ...new Set(rest)].slice(0, howMany);
}
