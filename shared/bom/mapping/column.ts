/** A column with its name, its values and what speaks for each role. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { type HeaderWords, readHeader } from './header-words.ts';
import type { HeaderCell } from './header.ts';
import type { Profile } from './profile.ts';

/** What is believed. Both, but for the tests that show why. */
export interface Evidence {
  readonly names: boolean;
  readonly values: boolean;
}

export interface Column {
  readonly index: number;
  readonly cell: HeaderCell | null;
  readonly profile: Profile;
  readonly scores: ReadonlyMap<ColumnRole, number>;
}

/** The words of a column without a name. */
export const NO_NAME = readHeader('');

export const wordsOf = (column: Column) => column.cell?.words ?? NO_NAME;

/** How sure a column's values alone make it. */
export const SURE_BY_VALUES = 0.8;

export function best(columns: readonly Column[], role: ColumnRole): Column | null {
  let found: Column | null = null;
  for (const column of columns) {
    if ((column.scores.get(role) ?? 0) > (found?.scores.get(role) ?? 0)) found = column;
  }
  return found;
}

/** Of part numbers schemes read so many; libraries name fewer of their symbols after parts. */
export const NEARLY_ALL = 0.6;

/** Of a column of one kind, this many cells are of another at most. */
export const FEW_UNLIKE = 0.2;

export const hasNumbers = (columns: readonly Column[], roles: ReadonlyMap<number, ColumnRole>): boolean =>
  columns.some(({ index, profile }) => roles.get(index) === 'mpn' && profile.filled > 0);

export function isOrderNumber({ meanings }: HeaderWords): boolean {
  return meanings.has('order') && !meanings.has('manufacturer') && !meanings.has('mpn');
}

/** `Part Number`, `PN`. */
export const LIKELY_NAME = 0.8;

export function textsOf(sample: readonly Row[], index: number): string[] {
  return sample.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
}

export const isOfAlternate = (column: Column) => wordsOf(column).meanings.has('alternate');
