/** Places that stand in front of descriptions, where the list has a column for places and nothing in it: `R1-R4 47R`. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import type { Row } from '../table.ts';
import { designatorsShare, readDesignators } from './designators.ts';

/** Fewer rows may begin with a word that is like a place by chance. */
const LEAST_ROWS = 3;
const MOSTLY = 0.6;
/** A slip names a place twice; screws of one size are no places. */
const MAY_STAND_TWICE = 0.1;
/** No list of places in front of a text is longer. */
const MAX_WORDS = 100;
const MAX_CHARS = 1_000;

/** A place as programs write it, or a range of them: `X7R` is none. */
const PLACE = /^[A-Z]{1,5}\d{1,4}(?:-[A-Z]{0,5}\d{1,4})?$/;
const COUNT = /^\d{1,5}$/;

/**
 * The rows with the places of their descriptions in the column for places, where that is empty in all of them and most descriptions
 * begin with as many places as are asked for, hardly one with another's. One word beside each may be a number or a size, `M3 nut`,
 * `Q8050 npn`: some row has several places. The descriptions stay as they are.
 */
export function placesInFront(
  rows: readonly Row[],
  columns: readonly ColumnUse[],
  issues: Issue[],
): readonly Row[] {
  const of = (role: ColumnUse['role']) => columns.filter((use) => use.role === role);
  const [place] = of('designators');
  const [quantity] = of('quantity');
  const [described] = of('description');
  if (!place || !quantity || !described || of('designators').some(({ index }) => isFilled(rows, index))) {
    return rows;
  }
  let [asked, agreeing, several, again] = [0, 0, 0, 0];
  const names = new Set<string>();
  const found = new Map<Row, string>();
  for (const row of rows) {
    const [text = '', count = ''] = [row.cells[described.index], row.cells[quantity.index]];
    if (text === '' || !COUNT.test(count)) continue;
    asked += 1;
    const read = inFrontOf(text, Number(count));
    if (read === null) continue;
    found.set(row, read.places.join(', '));
    if (read.designators.length === Number(count)) {
      agreeing += 1;
      if (read.designators.length > 1) several += 1;
    }
    for (const name of read.designators) {
      if (names.has(name)) again += 1;
      names.add(name);
    }
  }
  if (several === 0 || agreeing < LEAST_ROWS || agreeing < asked * MOSTLY) return rows;
  if (again > names.size * MAY_STAND_TWICE) return rows;
  const [first] = found.keys();
  issues.push({
    severity: 'info',
    row: first!.number,
    column: described.name,
    code: 'designators_unsure',
    detail:
      `The column for places is empty: in ${found.size} rows the places were read from the beginning of the description, first in row ${
        first!.number
      }: ${found.get(first!)}.`,
  });
  return rows.map((row) => {
    const places = found.get(row);
    if (places === undefined) return row;
    const cells = [...row.cells];
    while (cells.length <= place.index) cells.push('');
    cells[place.index] = places;
    return { ...row, cells };
  });
}

const isFilled = (rows: readonly Row[], index: number) =>
  rows.some(({ cells }) => (cells[index] ?? '') !== '');

/** The places in front of a text: as many as are asked for, or all that stand there. */
function inFrontOf(text: string, count: number) {
  const words = text.slice(0, MAX_CHARS).split(/[\s,;]+/, MAX_WORDS);
  const end = words.findIndex((word) => !PLACE.test(word) || designatorsShare(word) < 1);
  const places = end < 0 ? words : words.slice(0, end);
  if (places.length === 0) return null;
  // `D1 SS14` is one diode.
  for (let length = places.length; length > 0; length -= 1) {
    const some = places.slice(0, length);
    const { designators } = readDesignators(some.join(', '), count);
    if (designators.length === count) return { places: some, designators };
  }
  return { places, designators: readDesignators(places.join(', '), count).designators };
}
