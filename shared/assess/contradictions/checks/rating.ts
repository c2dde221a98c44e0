/** Power, temperature and qualification: what a part stands, where more is never wrong. */
import { isWithin } from '../../../domain/categories.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { compare, foundIn, type Told, toldBy } from '../compare.ts';
import type { Contradiction } from '../finding.ts';
import { type Check, placeInWords, sayingsOf } from '../subject.ts';

/** 1/16 W is 0.0625, 0.063 or 0.06 W. */
const ROUNDED = 0.05;

export const checkPower: Check = (subject) => {
  const category = `${sayingsOf(subject.part, 'category')[0]?.value ?? ''}`;
  const isJumper = category === 'jumper' || sayingsOf(subject.part, 'resistance')[0]?.value === 0;
  // Arrays are rated by element or as a whole.
  if (subject.said.kind !== 'resistor' || isJumper || isWithin(category, 'resistor_array')) return [];
  const show = (value: number) => writeQuantity(Number(value.toPrecision(3)), 'W');
  return compare<number, number>({
    check: 'power',
    field: 'power_rating',
    asked: toldBy(subject, 'power_rating', (reading) => 'unit' in reading ? reading.value : null, show),
    found: foundIn(subject, 'power_rating', ({ value }) => typeof value === 'number' ? value : null, show),
    judge: (asked, found) => {
      if (found < asked * (1 - ROUNDED)) return 'warning';
      return found > asked * (1 + ROUNDED) ? 'upgrade' : 'fine';
    },
    how: (_asked, _found, verdict) => verdict === 'upgrade' ? 'more than asked' : 'less than asked',
  }, subject);
};

interface Range {
  readonly low: number;
  readonly high: number;
}

const TEMPERATURES =
  /(?<![\d.])([-−–]\s?\d{1,2})\s?(?:°|deg\.?)?\s?C?\s?(?:~|to|bis|\.\.\.?|…|\/|[-–])\s?\+?(\d{2,3})\s?(?:°|deg\.?)\s?C?/iu;

function rangeIn(text: string): Range | null {
  const found = TEMPERATURES.exec(text);
  if (!found) return null;
  return { low: -Number(found[1]!.replace(/\D/g, '')), high: Number(found[2]) };
}

const rangeInWords = ({ low, high }: Range) => `${low} to ${high} °C`;

export const checkTemperature: Check = (subject) => {
  const { line, part } = subject;
  const texts: readonly [string, string | null | undefined][] = [
    ['value', line.value],
    ['description', line.description],
    ...Object.entries(line.columns ?? {}).filter(([header]) => /temp/i.test(header)),
  ];
  const asked = new Map<string, readonly Told<Range>[]>();
  for (const [where, text] of texts) {
    const range = rangeIn(text ?? '');
    if (range !== null) asked.set(where, [{ is: range, text: rangeInWords(range) }]);
  }
  return compare<Range, Range>({
    check: 'temperature',
    field: 'temperature_range',
    asked,
    found: sayingsOf(part, 'temperature_range').flatMap(({ value, source }) => {
      const range = rangeIn(`${value}`);
      return range === null ? [] : [{ is: range, text: rangeInWords(range), source }];
    }),
    judge: (one, other) => {
      if (other.low > one.low || other.high < one.high) return 'warning';
      return other.low < one.low || other.high > one.high ? 'upgrade' : 'fine';
    },
    how: (_asked, _found, verdict) => verdict === 'upgrade' ? 'more than asked' : 'less than asked',
  }, subject);
};

/** Whose numbers say it wherever the part is qualified, so that one that does not is not. */
const SAYS_SO = ['chip_resistor', 'ceramic_capacitor'];

export const checkQualification: Check = ({ line, part }): readonly Contradiction[] => {
  const texts: readonly [string, string | null | undefined][] = [
    ['value', line.value],
    ...Object.entries(line.columns ?? {}).filter(([header]) => /aec|qualif|automotive/i.test(header)),
  ];
  // Distributors' descriptions say AEC of parts that are not.
  const asking = texts.find(([, text]) => /AEC-?\s?Q/i.test(text ?? ''));
  const category = sayingsOf(part, 'category')[0];
  if (!asking || category === undefined || sayingsOf(part, 'qualification').length > 0) return [];
  if (
    !category.source.startsWith('decoder:') ||
    !SAYS_SO.some((general) => isWithin(`${category.value}`, general))
  ) return [];
  const [where, text] = asking;
  return [{
    check: 'qualification',
    severity: 'warning',
    field: 'qualification',
    asked: { text: /AEC-?\s?Q\d*/i.exec(text!)![0], where },
    found: { text: 'no qualification', source: category.source },
    sentence: `The BOM asks for AEC-Q (${placeInWords(where)}), the part's number says nothing of it.`,
  }];
};
