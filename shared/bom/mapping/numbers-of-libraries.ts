/** Part numbers under the names that CAD programs give to other fields. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { type Column, hasNumbers, wordsOf } from './column.ts';
import { profileOf } from './profile.ts';
import { LEAST_FOR_NAMES, MOSTLY_READ, NEARLY_EACH } from './role-corrections.ts';

/** A resistor's place or a capacitor's. */
const PLACE_OF_CHIP = /^[RC]\d/;

/** Of the parts that a library calls after their kind and size, these are called by their numbers. */
const LEAST_NUMBERED = 0.6;

/** Rows in which a value and a comment stand beside each other. */
const LEAST_BESIDE = 3;

/** Of comments that are part numbers, few are anything else. */
const NEARLY_ALL_NUMBERS = 0.75;

/** Beside values that have a column of their own, a comment is what the part is called; where nearly each is a number that schemes read, these are the part numbers. */
export function numbersOfComments(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if (hasNumbers(columns, roles)) return;
  const values = columns.find((column) =>
    roles.get(column.index) === 'value' && wordsOf(column).meanings.has('value')
  );
  const comments = columns.find((column) =>
    wordsOf(column).meanings.has('comment') &&
    ['value', 'note', 'extra'].includes(roles.get(column.index) ?? 'extra')
  );
  if (!values || !comments) return;
  const beside = sample.filter(({ cells }) => {
    const [value, comment] = [values, comments].map(({ index }) => cells[index] ?? '');
    return value !== '' && comment !== '' && value !== comment;
  });
  const { share, decoded } = comments.profile;
  if (
    beside.length >= LEAST_BESIDE && share('part_number') >= NEARLY_ALL_NUMBERS && decoded() >= MOSTLY_READ
  ) {
    roles.set(comments.index, 'mpn');
  }
}

/** `Device` is what a library calls a part. Where it calls resistors and capacitors by their numbers, it does so with all parts. */
export function numbersOfDevices(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if (hasNumbers(columns, roles)) return;
  const places = columns.find(({ index }) => roles.get(index) === 'designators');
  const column = columns.find((each) =>
    wordsOf(each).meanings.has('device') &&
    ['description', 'extra'].includes(roles.get(each.index) ?? 'extra')
  );
  if (!places || !column) return;
  const { filled, decoded } = profileOf(
    sample.filter(({ cells }) => PLACE_OF_CHIP.test(cells[places.index] ?? '')),
    column.index,
  );
  if (filled >= LEAST_FOR_NAMES && decoded() >= LEAST_NUMBERED) roles.set(column.index, 'mpn');
}

const LEAST_CHIPS = 2;

/**
 * A list for an assembler names each part by its number in the comment, where others have a value: schemes read those of its resistors
 * and capacitors, and no cell is a value.
 */
export function numbersForComments(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if (hasNumbers(columns, roles)) return;
  const places = columns.find(({ index }) => roles.get(index) === 'designators');
  const column = columns.find((each) =>
    roles.get(each.index) === 'value' && wordsOf(each).meanings.has('comment') &&
    !wordsOf(each).meanings.has('value') && each.profile.share('part_number') >= NEARLY_EACH &&
    each.profile.share('value') === 0
  );
  if (!places || !column) return;
  const chips = profileOf(
    sample.filter(({ cells }) => PLACE_OF_CHIP.test(cells[places.index] ?? '')),
    column.index,
  );
  if (chips.filled >= LEAST_CHIPS && chips.decoded() >= NEARLY_EACH) roles.set(column.index, 'mpn');
}
