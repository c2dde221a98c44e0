/** Step `similar`: numbers that are one character off, for somebody to look at. */
import type { Decoder } from '../../parts/decoders/engine.ts';
import type { Finding } from '../../parts/finding.ts';
import { orderableKey } from '../../parts/part-number.ts';

/** Shorter numbers are one character from too many others. */
const SHORTEST = 6;

/** Characters that people and text recognition take for each other. */
const ALIKE = ['0O', '1I', '1L', '5S', '8B', '2Z', 'UV', '6G'];

/** Numbers by what is left of them without one character. */
export interface NearNumbers {
  /** Those of the numbers that are one character longer, shorter or different. */
  near(number: string): readonly string[];
}

export function indexNear(numbers: readonly string[]): NearNumbers {
  const byRest = new Map<string, Set<string>>();
  for (const number of numbers) {
    const key = orderableKey(number);
    if (key.length < SHORTEST) continue;
    for (const rest of restsOf(key)) byRest.set(rest, (byRest.get(rest) ?? new Set()).add(number));
  }
  return {
    near(number) {
      const key = orderableKey(number);
      if (key.length < SHORTEST) return [];
      const found = new Set(restsOf(key).flatMap((rest) => [...byRest.get(rest) ?? []]));
      return [...found].filter((other) => isOneOff(key, orderableKey(other)));
    },
  };
}

/** The key itself and the key without each of its characters. */
function restsOf(key: string): string[] {
  return [key, ...Array.from(key, (_, i) => key.slice(0, i) + key.slice(i + 1))];
}

function isOneOff(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** What the last character of a number, or its first, can be. */
const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

const VALUES = ['resistance', 'capacitance', 'inductance'] as const;

/**
 * What the number would be with the character that somebody did not copy: the last, or the first. Nothing where it is a digit of
 * its value, since each would make another part.
 */
export function readWhole(number: string, { decode }: Pick<Decoder, 'decode'>): readonly Finding[] {
  const key = orderableKey(number);
  if (key.length < SHORTEST) return [];
  const found = [...CHARACTERS.map((last) => key + last), ...CHARACTERS.map((first) => first + key)]
    .flatMap((whole) => decode(whole).filter(({ mpn }) => orderableKey(mpn) === whole));
  const values = found.map(({ fields }) => VALUES.map((name) => fields[name]?.value ?? '').join(' '));
  return new Set(values).size > 1 ? [] : found;
}

/** What the number would be if one character were taken for another that looks like it. */
export function readAlike(number: string, { decode }: Pick<Decoder, 'decode'>): readonly Finding[] {
  const key = orderableKey(number);
  if (key.length < SHORTEST) return [];
  return Array.from(key).flatMap((character, i) =>
    ALIKE.filter((pair) => pair.includes(character)).flatMap((pair) =>
      decode(key.slice(0, i) + pair.replace(character, '') + key.slice(i + 1))
    )
  );
}
