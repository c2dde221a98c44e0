/** A line that is still being put together from its rows. */
import type { BomLine, LinePart } from '../line.ts';
import { isOptionalTitle } from './conditions.ts';
import type { Marked } from './marks.ts';
import { readPlacing, saysNotPlaced } from './placing.ts';
import type { Said } from './said.ts';

/** A line that is still being put together. */
export interface Draft {
  readonly said: Said;
  readonly rows: number[];
  designators: string;
  readonly alternates: LinePart[];
  readonly supplierNumbers: BomLine['supplier_numbers'][number][];
  /** The title above it, where that says that the parts below are not placed. */
  readonly emptySection: EmptySection | null;
  /** A sign that it carries, and what a legend says of that. */
  readonly mark: Marked | null;
}

/** A title that says of the parts below it that they are not placed, or need not be. */
export interface EmptySection {
  readonly title: string;
  /** It says no more than that they need not be: then a blank row behind them ends it. */
  readonly isOptional: boolean;
}

/** The section that a title begins, where its parts are not placed or need not be; null of any other title. */
export function titleOfEmpty(cells: readonly string[]): EmptySection | null {
  const title = cells.filter((cell) => cell !== '').join(' ');
  if (cells.some(isOptionalTitle)) return { title, isOptional: !saysNotPlaced(title) };
  const isEmpty = saysNotPlaced(title) || cells.some((cell) => readPlacing(cell) === 'not');
  return isEmpty ? { title, isOptional: false } : null;
}

/** Fields any of which says what is asked for. */
export const DESCRIBING = ['value', 'description', 'footprint', 'internal_number', 'note'] as const;
