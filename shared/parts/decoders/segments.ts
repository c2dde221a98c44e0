/** What series tables say over and over: sizes, tolerances, ratings and codes that each state one field. */
import type { FieldName } from '../../domain/fields.ts';
import type { Said } from '../../domain/said.ts';
import { onFirstUse } from './once.ts';
import type { CodeChoice, CodeSegment, Rating } from './table.ts';

/**
 * A segment whose codes are made when a number is first held against them: an isolate that starts pays for the series
 * that it reads alone.
 */
export function onFirstRead(name: string, make: () => Omit<CodeSegment, 'name'>): CodeSegment {
  const made = onFirstUse(make);
  return {
    name,
    get codes() {
      return made().codes;
    },
    get spelt() {
      return made().spelt;
    },
    get usual() {
      return made().usual;
    },
  };
}

/** Codes that each state one field. */
export function codes<Name extends FieldName>(
  name: string,
  field: Name,
  said: Readonly<Record<string, Said<Name>>>,
): CodeSegment {
  return onFirstRead(name, () => ({
    codes: Object.fromEntries(Object.entries(said).map(([code, value]) => [code, { [field]: value }])),
  }));
}

/**
 * Codes, separated by spaces, that state no field, the usual one first: a number with another one there is not of this
 * series.
 */
export function bareCodes(name: string, list: string): CodeSegment {
  return onFirstRead(name, () => {
    const all = list.split(' ');
    return { codes: Object.fromEntries(all.map((code) => [code, {}])), ...(all[0] && { usual: all[0] }) };
  });
}

/** The codes of `segment`, with those that are written where nothing tells them apart. */
export const usually = (
  segment: CodeSegment,
  { usual, behind }: { readonly usual?: string; readonly behind?: Readonly<Record<string, string>> },
): CodeSegment => ({
  name: segment.name,
  get codes() {
    return segment.codes;
  },
  get spelt() {
    return segment.spelt;
  },
  get usual() {
    return usual ?? segment.usual;
  },
  usualBehind: behind,
});

/** So many digits that state no field. */
export const digits = (count: number): CodeSegment[] =>
  Array.from({ length: count }, (_, i) => bareCodes(`digit ${i + 1}`, '0 1 2 3 4 5 6 7 8 9'));

/**
 * Metric names of chip sizes. The two naming systems overlap (0603 is a size in both), so both are always
 * shown.
 */
const METRIC: Readonly<Record<string, string>> = {
  '008004': '0201',
  '01005': '0402',
  '0201': '0603',
  '0204': '0510',
  '0306': '0816',
  '0402': '1005',
  '0505': '1414',
  '0508': '1220',
  '0603': '1608',
  '0612': '1632',
  '0805': '2012',
  '0815': '2037',
  '1020': '2550',
  '1111': '2828',
  '1206': '3216',
  '1210': '3225',
  '1218': '3246',
  '1225': '3264',
  '1808': '4520',
  '1812': '4532',
  '1825': '4564',
  '2010': '5025',
  '2211': '5728',
  '2220': '5750',
  '2225': '5763',
  '2512': '6332',
};

/** A chip size in both systems, for example `0603 (1608 metric)`. Throws for a size that is not in the table. */
export function chip(imperial: string): string {
  const metric = METRIC[imperial];
  if (metric === undefined) throw new RangeError(`no chip size ${imperial}`);
  return `${imperial} (${metric} metric)`;
}

/** Chip sizes: those that stand in the number as they are called, separated by spaces, and codes for the others. */
export function chipSizes(called: string, coded: Readonly<Record<string, string>> = {}): CodeSegment {
  const own = called.split(' ').filter(Boolean).map((size) => [size, size] as const);
  const sizes = [...own, ...Object.entries(coded)].map(([code, size]) => [code, chip(size)]);
  return codes('size', 'package', Object.fromEntries(sizes));
}

/** Letters of EIA and IEC, in percent. */
const PERCENT: Readonly<Record<string, Said<'tolerance'>>> = {
  B: 0.1,
  D: 0.5,
  F: 1,
  G: 2,
  J: 5,
  K: 10,
  M: 20,
  Z: '-20/+80 %',
};

/** The same for small capacitors, whose tolerance is absolute. */
const FARAD: Readonly<Record<string, Said<'tolerance'>>> = {
  A: { value: 0.05e-12, unit: 'F' },
  W: { value: 0.05e-12, unit: 'F' },
  B: { value: 0.1e-12, unit: 'F' },
  C: { value: 0.25e-12, unit: 'F' },
  D: { value: 0.5e-12, unit: 'F' },
};

function lettersOf(all: Readonly<Record<string, Said<'tolerance'>>>, letters: string): CodeSegment {
  const said = [...letters].map((letter) => {
    const tolerance = all[letter];
    if (tolerance === undefined) throw new RangeError(`no tolerance ${letter}`);
    return [letter, tolerance] as const;
  });
  return codes('tolerance', 'tolerance', Object.fromEntries(said));
}

/** Relative tolerances: those among `B D F G J K M Z` that `letters` names. */
export const tolerances = (letters: string): CodeSegment => lettersOf(PERCENT, letters);

/** Absolute tolerances of capacitors: those among `A W B C D` that `letters` names. */
export const absoluteTolerances = (letters: string): CodeSegment => lettersOf(FARAD, letters);

/** Power by code of size, in watts; of the numbers that also have the codes `when`. */
export function powerBySize(watts: Readonly<Record<string, number>>, when: CodeChoice = {}): Rating[] {
  return Object.entries(watts).map(([size, power_rating]) => (
    { when: { size: [size], ...when }, states: { power_rating } }
  ));
}

/** A jumper is rated by its current: the code of its tolerance and the power of its size say nothing about it. */
export const JUMPER: Rating = {
  where: { field: 'resistance', upTo: 0 },
  drops: ['tolerance', 'temperature_coefficient', 'power_rating'],
};
