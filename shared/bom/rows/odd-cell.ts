/** Cells that stand in the wrong column. */
import type { ColumnUse } from '../../domain/mapping.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { designatorsShare, isSurelyList } from './designators.ts';
import type { Layout } from './layout.ts';
import type { Said } from './said.ts';
import { hasShapeOfNumber } from './row-role.ts';
import { MAX_QUANTITY_CHARS } from './same.ts';

/** Columns in which a place on the board stands by mistake alone. */
const NO_PLACES = ['quantity', 'manufacturer', 'mpn', 'description'] as const;

/**
 * A value where footprints stand, a place on the board beside a cell of places that names none, or a part number below no name
 * where the row has none in the column for it.
 */
export function oddCell(said: Said, layout: Layout): ColumnUse | undefined {
  const { row, text } = said;
  if (layout.has('mpn')) {
    const stray = layout.of('extra').find(({ name, index }) => {
      const cell = row.cells[index] ?? '';
      return name === '' && cell !== '' && looksOf(cell).get('part_number') === 1;
    });
    // asked last: most rows have no such cell, and what a number looks like is dear to tell
    if (stray && !hasShapeOfNumber(said)) return stray;
  }
  const hasNoPlace = (places: string) => /\s/.test(places) && designatorsShare(places) < 0.5;
  const places = text('designators');
  if (
    places !== '' && places.length <= MAX_QUANTITY_CHARS && !isSurelyList(places) &&
    designatorsShare(places) < 0.3
  ) {
    const moved = NO_PLACES.flatMap((role) => layout.of(role)).find(({ index }) => {
      const cell = row.cells[index] ?? '';
      return LISTED_PLACES.test(cell) && designatorsShare(cell) === 1;
    });
    if (moved) return moved;
  }
  return layout.of('footprint').find(({ index }) => {
    const cell = row.cells[index] ?? '';
    const looks = looksOf(cell);
    if (cell === '' || looks.has('footprint')) return false;
    // `0204/7` is a size without a letter, and no value.
    return (looks.has('value') && /\p{L}|[%°]/u.test(cell) && text('value') !== '' &&
      !looksOf(text('value')).has('value')) ||
      (looks.get('designators') === 1 && hasNoPlace(text('designators')));
  });
}

/** Several places, as no number is written. */
const LISTED_PLACES = /^\p{Lu}{1,3}\d{1,4}(?:\s?[,;]\s?|\s?-\s?|\s)\p{Lu}{1,3}\d{1,4}/u;
