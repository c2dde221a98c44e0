/** Cells of places in which somebody wrote the part's value, too: `C2(0.1uF)`, `R1 R2 68 ohm`. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import type { BomLine } from '../line.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';
import { designatorsShare, isSurelyList } from './designators.ts';
import { saysNotPlaced } from './placing.ts';

/** No list of places with values is longer. */
const MAX_CHARS = 400;
/** A place as programs write it. */
const PLACE = /^[A-Z]{1,5}\d{1,4}$/;
/** A value has a digit; of a cell without a blank or a bracket it can be no part. */
const MAY_HAVE_VALUE = /[\s(=:].*\d/;
/** What follows a place: a value in brackets, or behind a sign or a blank. */
const BRACKETS = /^([A-Z]{1,5}\d{1,4})\s?\(([^()]{2,40})\)$/;
const SIGN = /^([A-Z]{1,5}\d{1,4})\s?[=:]\s?(\S.{0,40})$/;
/** What may say of a part that it is left out. */
const MARK =
  /^(?:n\.?[pcfms]\.?|dn\p{L}|opt\.?|optional|alt|alternate|spare|not|no|non|nicht|x|-+|tbd|or|oder)$/iu;
/** `UF`, `NF` and `PF` are as programs of capital letters write them. */
const CAPITALS = /(\d\s?)([UNP])F\b/;

interface Read {
  readonly places: string;
  readonly values: readonly string[];
}

export interface PlacesAlone {
  readonly rows: readonly Row[];
  /** The values that stood beside the places, by the number of their row. */
  readonly values: ReadonlyMap<number, readonly string[]>;
}

/** The rows with nothing but places in the column for them. */
export function placesAlone(
  rows: readonly Row[],
  columns: readonly ColumnUse[],
  issues: Issue[],
): PlacesAlone {
  const values = new Map<number, readonly string[]>();
  const [place, ...others] = columns.filter(({ role }) => role === 'designators');
  if (!place || others.length > 0) return { rows, values };
  return {
    values,
    rows: rows.map((row) => {
      const written = row.cells[place.index] ?? '';
      const read = readPlaces(written);
      if (read === null) return row;
      values.set(row.number, read.values);
      issues.push({
        severity: 'warning',
        row: row.number,
        column: place.name === '' ? null : place.name,
        code: 'value_beside_place',
        detail: `Row ${row.number}: "${cut(written)}" has a value beside its places. ${
          cut(read.places)
        } was read as what it names on the board, and the rest as the value, or as a note where that stands elsewhere.`,
      });
      const cells = [...row.cells];
      cells[place.index] = read.places;
      return { ...row, cells };
    }),
  };
}

/** A line with the values that stood beside its places: one is its own where nothing else says it. */
export function withValues(line: BomLine, values: readonly string[] | undefined): BomLine {
  if (values === undefined) return line;
  if (line.value === null && values.length === 1) return { ...line, value: values[0]! };
  const others = values.filter((value) => value !== line.value);
  return others.length === 0
    ? line
    : { ...line, note: [line.note, ...others].filter((text) => text !== null).join('\n') };
}

/** The places and the value of a cell that has both; null of any other. */
function readPlaces(text: string): Read | null {
  // Most cells are plain lists, which is told in a tenth of the time.
  if (isSurelyList(text) || text.length > MAX_CHARS || !MAY_HAVE_VALUE.test(text)) return null;
  if (designatorsShare(text) === 1) return null;
  const places: string[] = [];
  const values = new Set<string>();
  for (const part of text.split(/[,;\n]+/)) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const read = readPart(trimmed);
    if (read === null) return null;
    places.push(...read.places);
    if (read.value !== null) values.add(read.value);
  }
  if (values.size === 0) return null;
  return { places: places.join(', '), values: [...values] };
}

function readPart(
  part: string,
): { readonly places: readonly string[]; readonly value: string | null } | null {
  const beside = BRACKETS.exec(part) ?? SIGN.exec(part);
  if (beside) {
    const [, place, value] = beside as unknown as [string, string, string];
    return isPlace(place) && isValue(value) ? { places: [place], value: value.trim() } : null;
  }
  const words = part.split(/\s+/);
  const names = words.findIndex((word) => !isPlace(word));
  if (names < 0) return { places: words, value: null };
  const value = words.slice(names).join(' ');
  return names > 0 && isValue(value) ? { places: words.slice(0, names), value } : null;
}

const isPlace = (word: string) => PLACE.test(word) && designatorsShare(word) === 1;

/** `68 ohm`, `10uF`, `3.3V Zener`; a number alone could be another place. */
function isValue(text: string): boolean {
  const plain = text.trim().replace(
    CAPITALS,
    (_all, before: string, unit: string) => `${before}${unit.toLowerCase()}F`,
  );
  // Another place, or a word that leaves the part out, would be lost in it: `R7 0R DNP`, `R1 1k R2`.
  const [, ...others] = plain.split(/[\s,/()]+/).filter((word) => word !== '');
  if (saysNotPlaced(plain) || others.some((word) => isPlace(word) || MARK.test(word))) return false;
  return /\p{L}/u.test(plain) && looksOf(plain).has('value') && !looksOf(plain).has('part_number');
}
