/** Notes around a table that name the places that are left empty: `Do Not Install: R158, R144, BT1`. */
import type { Issue } from '../issues.ts';
import type { BomLine } from '../line.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';
import { conditionIn } from './conditions.ts';
import { readDesignators } from './designators.ts';
import { isNotPlacedNumber } from './placing.ts';

/** Of a board with more, somebody would keep a column. */
const MAX_CHARS = 4_000;
/** Words, a colon, and what they are said of. */
const NOTE = /^([\p{L}][\p{L}'’. /-]{1,40}?)\s?[:：]\s*(\S.*)$/su;
const PLACE = /^\p{L}{1,6}\d{1,5}\p{L}?$/u;
/** Of a pin or a jumper it says something else. */
const UNCONNECTED = /^n[./]?c/i;

/** The places that a row with nothing else says to be left empty; none of another row. */
export function placesLeftEmpty({ cells }: Row): readonly string[] {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && (filled += 1) > 2) return [];
  const text = cells.filter((cell) => cell !== '').join(' ');
  if (text.length > MAX_CHARS) return [];
  const [, words = '', places = ''] = NOTE.exec(text) ?? [];
  if (words === '' || UNCONNECTED.test(words) || !isNotPlacedNumber(words) || conditionIn(words) !== null) {
    return [];
  }
  const { designators } = readDesignators(places, null);
  return designators.every((name) => PLACE.test(name)) ? designators : [];
}

/**
 * Lines as notes left out of the list say of them: those of which a note names each place are not placed, and of those of which it
 * names some it is said.
 */
export function withNotes(
  lines: readonly BomLine[],
  notes: readonly Row[],
  issues: Issue[],
): readonly BomLine[] {
  const named = new Map<string, Row>();
  for (const note of notes) for (const place of placesLeftEmpty(note)) named.set(place, note);
  if (named.size === 0) return lines;
  return lines.map((line) => {
    const some = line.designators.filter((name) => named.has(name));
    if (some.length === 0 || line.do_not_place) return line;
    const areAll = some.length === line.designators.length;
    const row = line.rows[0]!;
    const note = named.get(some[0]!)!;
    const text = cut(note.cells.filter((cell) => cell !== '').join(' '));
    issues.push({
      severity: 'warning',
      row,
      column: null,
      code: areAll ? 'marked_not_placed' : 'some_not_placed',
      detail: `Row ${row}: row ${note.number} says of ${some.slice(0, MAX_NAMED).join(', ')}: "${text}". ${
        areAll
          ? 'The line was taken as not placed: mark it as placed, if that is not meant.'
          : 'The line was taken as placed, with its quantity as written: make two lines of it, if some of its places stay empty.'
      }`,
    });
    return areAll ? { ...line, do_not_place: true } : line;
  });
}

const MAX_NAMED = 8;
