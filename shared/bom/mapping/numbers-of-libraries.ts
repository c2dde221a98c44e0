/** Part numbers under the names that CAD programs give to other fields. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { type Column, hasNumbers, wordsOf } from './column.ts';
import { profileOf } from './profile.ts';
import { LEAST_FOR_NAMES, MOSTLY_READ, NEARLY_EACH } from './role-corrections.ts';

/** A resistor's place or a capacitor's: of these parts schemes read nearly all numbers. */
const PLACE_OF_CHIP = /^[RC]\d/;

/** What a table has of a column that may be one of part numbers. */
interface Evidence {
  readonly column: Column;
  /** The column beside all comments that says what the parts are worth. */
  readonly values: Column | undefined;
  readonly sample: readonly Row[];
  /** The column in the rows of resistors and capacitors: none without places. */
  readonly chips: () => ReturnType<typeof profileOf> | null;
}

/** A name under which a library has part numbers, and what shows that it does. The first that holds is taken. */
interface Kind {
  readonly meaning: 'comment' | 'device';
  /** What the column is taken for as long as nothing shows it. */
  readonly takenFor: readonly ColumnRole[];
  readonly shows: (evidence: Evidence) => boolean;
}

const LEAST_CHIPS = 2;
/** Of the parts that a library calls after their kind and size, these are called by their numbers. */
const LEAST_NUMBERED = 0.6;
/** Rows in which a value and a comment stand beside each other. */
const LEAST_BESIDE = 3;
/** Of comments that are part numbers, few are anything else. */
const NEARLY_ALL_NUMBERS = 0.75;

const KINDS: readonly Kind[] = [
  {
    // A list for an assembler names each part by its number where others have a value: no cell is one.
    meaning: 'comment',
    takenFor: ['value'],
    shows: ({ column, chips }) =>
      !wordsOf(column).meanings.has('value') && column.profile.share('part_number') >= NEARLY_EACH &&
      column.profile.share('value') === 0 && areRead(chips(), LEAST_CHIPS, NEARLY_EACH),
  },
  {
    // What a library calls a part: where it calls resistors and capacitors by their numbers, it does so with all parts.
    meaning: 'device',
    takenFor: ['description', 'extra'],
    shows: ({ chips }) => areRead(chips(), LEAST_FOR_NAMES, LEAST_NUMBERED),
  },
  {
    // Beside values that have a column of their own, a comment is what the part is called.
    meaning: 'comment',
    takenFor: ['value', 'note', 'extra'],
    shows: ({ column, values, sample }) => {
      const { share, decoded } = column.profile;
      return values !== undefined && countBeside(values, column, sample) >= LEAST_BESIDE &&
        share('part_number') >= NEARLY_ALL_NUMBERS && decoded() >= MOSTLY_READ;
    },
  },
];

/** A comment or a device that schemes read as the numbers of parts is a column of these, where a table has no other. */
export function numbersOfLibraries(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if (hasNumbers(columns, roles)) return;
  const places = columns.find(({ index }) => roles.get(index) === 'designators');
  const values = columns.find((column) =>
    roles.get(column.index) === 'value' && wordsOf(column).meanings.has('value')
  );
  const ofChips = places && sample.filter(({ cells }) => PLACE_OF_CHIP.test(cells[places.index] ?? ''));
  for (const { meaning, takenFor, shows } of KINDS) {
    const column = columns.find((each) =>
      wordsOf(each).meanings.has(meaning) && takenFor.includes(roles.get(each.index) ?? 'extra') &&
      shows({ column: each, values, sample, chips: () => ofChips ? profileOf(ofChips, each.index) : null })
    );
    if (column) return void roles.set(column.index, 'mpn');
  }
}

/** Whether schemes read as large a share of so many cells. */
const areRead = (cells: ReturnType<Evidence['chips']>, least: number, share: number): boolean =>
  cells !== null && cells.filled >= least && cells.decoded() >= share;

/** Rows in which two columns say something each. */
const countBeside = (one: Column, other: Column, sample: readonly Row[]): number =>
  sample.filter(({ cells }) => {
    const [a, b] = [one, other].map(({ index }) => cells[index] ?? '');
    return a !== '' && b !== '' && a !== b;
  }).length;
