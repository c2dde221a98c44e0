/** What tables of integrated circuits and modules say over and over. */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import { searchKey } from '../../../part-number.ts';
import { codes, onFirstRead } from '../../segments.ts';
import type { CodeSegment, PlainSegment, Segment } from '../../table.ts';

/** Base numbers and what each of them states. */
export type Bases = Readonly<Record<string, Statements>>;

/**
 * Base numbers of one category: their descriptions by the numbers, separated by spaces, that share them; and what all of
 * them state `also`.
 */
export function bases(
  category: Category,
  described: Readonly<Record<string, string>>,
  also: Statements = {},
): Bases {
  return Object.fromEntries(
    Object.entries(described).flatMap(([list, description]) => {
      const said = { category, description, ...also };
      return list.split(' ').map((base) => [base, said]);
    }),
  );
}

/** The segment of base numbers, which are written as the manufacturer spells them. */
export function base(...groups: readonly Bases[]): CodeSegment {
  return onFirstRead('base', () => {
    const numbers = groups.flatMap((group) => Object.entries(group));
    const keys = numbers.map(([number]) => [searchKey(number), number] as const);
    return {
      codes: Object.fromEntries(numbers.map(([number, states]) => [searchKey(number), states])),
      spelt: Object.fromEntries(keys.filter(([key, number]) => key !== number)),
    };
  });
}

/** Packages by their codes. */
export const packages = (said: Readonly<Record<string, string>>): CodeSegment =>
  codes('package', 'package', said);

/** Packing by its codes. */
export const packing = (said: Readonly<Record<string, string>>): CodeSegment =>
  codes('packing', 'packaging', said);

/** Temperature grades by their codes. */
export const temperatures = (said: Readonly<Record<string, string>>): CodeSegment =>
  codes('temperature', 'temperature_range', said);

/** Codes, separated by spaces, of tape on a reel. */
export const reels = (list: string): CodeSegment =>
  packing(Object.fromEntries(list.split(' ').map((code) => [code, 'tape and reel'])));

/** Voltages by the codes, separated by spaces, that are volts as written: `3.3 5.0`. */
export const voltages = (list: string, coded: Readonly<Record<string, number>> = {}): CodeSegment =>
  codes('voltage', 'nominal_voltage', {
    ...Object.fromEntries(list.split(' ').filter(Boolean).map((volts) => [volts, Number(volts)])),
    ...coded,
  });

export const DASH: PlainSegment = { separator: '-' };
export const SLASH: PlainSegment = { separator: '/' };

/** A code that may be left out. */
export const maybe = (...optional: readonly PlainSegment[]): Segment => ({ optional });

/** The form of whole numbers, with what may stand behind any of them. */
export const spelled = (
  numbers: Bases,
  ...after: readonly Segment[]
): Segment[][] => [[base(numbers), ...after]];
