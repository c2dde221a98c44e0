/** Lines as they were read, made ready to be stored: what nobody sees is removed, what has no room is cut, and both are said. */
import type { Alternate, LineInput, SupplierNumber } from '../domain/bom.ts';
import { isDamaged, withoutHidden } from '../domain/hidden.ts';
import {
  MAX_ALTERNATES,
  MAX_COLUMNS,
  MAX_DESIGNATORS_CHARS,
  MAX_NAME_CHARS,
  MAX_NUMBER_CHARS,
  MAX_PART_NUMBER_CHARS,
  MAX_SHORT_TEXT_CHARS,
  MAX_TEXT_CHARS,
} from '../domain/limits.ts';
import { wordsAsk } from '../parts/text/asks.ts';
import type { Issues } from './issues.ts';
import { type KeyedAlternate, keyedAlternates, keyOf } from './keyed.ts';
import type { BomLine } from './line.ts';
import { cut } from './quoting.ts';

/**
 * A line ready to be stored. There is nothing to look up where it has no `orderable_key`, no words that ask and no
 * distributor's number.
 */
export interface NewLine extends Omit<LineInput, 'alternates'> {
  readonly line_number: number;
  readonly orderable_key: string | null;
  /** The value, or where there is none the description, names or describes something to buy. */
  readonly value_asks: boolean;
  readonly alternates: readonly KeyedAlternate[];
  /** The row of its file; null where there was none. */
  readonly source_row: number | null;
}

/** Where a text was, for the person who has to correct it. */
export interface Place {
  readonly row: number | null;
  readonly column: string;
  readonly words: string;
}

/** The place of a field of a line, by the line's index. */
export type PlaceOf = (line: number, field: string) => Place;

/** What a file says of a line, in the form of what a caller may send. */
export function asInput(line: BomLine): LineInput {
  return {
    mpn: line.mpn,
    manufacturer: line.manufacturer,
    quantity: line.quantity,
    designators: line.designators.join(', ') || null,
    description: line.description,
    do_not_place: line.do_not_place,
    value: line.value,
    footprint: line.footprint,
    supplier_numbers: [...line.supplier_numbers],
    internal_number: line.internal_number,
    substitution: line.substitution,
    note: line.note,
    alternates: line.alternates.flatMap(({ mpn, manufacturer }) =>
      mpn === null ? [] : [{ mpn, manufacturer }]
    ),
    extra: { ...line.extra },
  };
}

/** Characters that each text of a line has room for. */
const ROOM = {
  mpn: MAX_PART_NUMBER_CHARS,
  manufacturer: MAX_PART_NUMBER_CHARS,
  designators: MAX_DESIGNATORS_CHARS,
  description: MAX_TEXT_CHARS,
  value: MAX_SHORT_TEXT_CHARS,
  footprint: MAX_SHORT_TEXT_CHARS,
  internal_number: MAX_NUMBER_CHARS,
  substitution: MAX_SHORT_TEXT_CHARS,
  note: MAX_TEXT_CHARS,
} as const satisfies Partial<Record<keyof LineInput, number>>;

/**
 * Numbers the lines 1.. in the order given.
 * @param rows of the file in which they stand; null where there is none
 * @param issues gets what the user should know
 */
export function storable(
  lines: readonly LineInput[],
  rows: readonly number[] | null,
  placeOf: PlaceOf,
  issues: Issues,
): NewLine[] {
  return lines.map((line, i) => {
    const fit = (text: string, max: number, field: string, isWholeOrNothing = false): string => {
      const place = () => placeOf(i, field);
      const shown = showText(text, place, issues);
      // What came as JSON was measured with the rest of the body.
      return rows === null ? shown : fitText(shown, max, isWholeOrNothing, place, issues);
    };
    const visible = { ...line };
    for (const [field, max] of Object.entries(ROOM) as [keyof typeof ROOM, number][]) {
      const text = line[field];
      if (text !== null) visible[field] = fit(text, max, field, field === 'mpn') || null;
    }
    return {
      ...visible,
      supplier_numbers: few(line.supplier_numbers, 'supplier_numbers', i).flatMap(({ supplier, number }) => {
        const shown = fit(number, MAX_NUMBER_CHARS, 'supplier_number', true);
        return shown === ''
          ? []
          : [{ supplier: supplier && (fit(supplier, MAX_NUMBER_CHARS, 'supplier') || null), number: shown }];
      }) satisfies SupplierNumber[],
      alternates: keyedAlternates(
        few(line.alternates, 'alternates', i).flatMap(({ mpn, manufacturer }): Alternate[] => {
          const shown = fit(mpn, MAX_PART_NUMBER_CHARS, 'mpn', true);
          return shown === '' ? [] : [{
            mpn: shown,
            manufacturer: manufacturer && (fit(manufacturer, MAX_PART_NUMBER_CHARS, 'manufacturer') || null),
          }];
        }),
      ),
      extra: Object.fromEntries(
        Object.entries(line.extra).slice(0, MAX_COLUMNS).map(([name, text]) => [
          fit(name, MAX_NAME_CHARS, name),
          fit(text, MAX_TEXT_CHARS, name),
        ]),
      ),
      line_number: i + 1,
      orderable_key: keyOf(visible.mpn),
      value_asks: wordsAsk(visible),
      source_row: rows?.[i] ?? null,
    };
  });

  /** As many as a line keeps. */
  function few<Part>(parts: readonly Part[], field: string, line: number): readonly Part[] {
    if (parts.length <= MAX_ALTERNATES) return parts;
    const { row, column, words } = placeOf(line, field);
    issues.add({
      severity: 'warning',
      row,
      column,
      code: 'too_many_alternates',
      detail:
        `In ${words}, ${parts.length} numbers stand for one line. The first ${MAX_ALTERNATES} were kept.`,
    });
    return parts.slice(0, MAX_ALTERNATES);
  }
}

/**
 * The text as it is stored: an invisible character in it could turn the text around it, or make it look like
 * another. Removed rather than written out, so that a part number stays the part number; never without a word.
 */
export function showText(text: string, place: () => Place, issues: Issues): string {
  const { text: visible, hidden } = withoutHidden(text);
  if (hidden.length === 0 && !isDamaged(text)) return text;
  const { row, column, words } = place();
  if (hidden.length > 0) {
    issues.add({
      severity: 'warning',
      row,
      column,
      code: 'hidden_characters',
      detail: `In ${words}, invisible characters were removed (${cut(hidden.join(', '))}).`,
    });
  }
  if (isDamaged(text)) {
    issues.add({
      severity: 'warning',
      row,
      column,
      code: 'damaged_text',
      detail: `In ${words}, "${
        cut(visible)
      }" lost characters (U+FFFD) before it came here. Save the file as UTF-8 and import it again.`,
    });
  }
  return visible;
}

/** A text that has room where lines are kept. Of a number a part is another number: it is left out. */
function fitText(
  text: string,
  max: number,
  isWholeOrNothing: boolean,
  place: () => Place,
  issues: Issues,
): string {
  // Compared texts are kept in compatibility form as well, in which one character may become eighteen.
  if (text.length <= max && (max > MAX_PART_NUMBER_CHARS || text.normalize('NFKC').length <= max)) {
    return text;
  }
  const { row, column, words } = place();
  issues.add({
    severity: 'warning',
    row,
    column,
    code: 'text_too_long',
    detail: `In ${words}, "${cut(text)}" is longer than the ${max} characters that are possible. ${
      isWholeOrNothing ? 'The line has no part number.' : 'The rest was left out.'
    }`,
  });
  if (isWholeOrNothing) return '';
  let end = Math.min(text.length, max - 1);
  if (max <= MAX_PART_NUMBER_CHARS) { while (text.slice(0, end).normalize('NFKC').length >= max) end -= 1; }
  return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
