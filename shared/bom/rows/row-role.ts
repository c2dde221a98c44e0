/** Whether a row is a line, goes on with the one above, is its alternate, or is none. */
import { readHeader } from '../mapping/header-words.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { hasDigit } from '../ascii.ts';
import type { Row } from '../table.ts';
import { designatorsShare, isSurelyList, readDesignators } from './designators.ts';
import { DESCRIBING, type Draft } from './draft.ts';
import { isAlternateWord, isAmount, isColour, isCost, kindOf } from './kinds.ts';
import { isNotPlacedWord, readPlacing } from './placing.ts';
import type { Layout } from './layout.ts';
import type { Said } from './said.ts';
import {
  isCountedAsNothing,
  isDescribedTwice,
  isLeftUncounted,
  isOfSeveralValues,
  isSaid,
  isSold,
  isToBeBought,
  isToldOf,
} from './uncounted.ts';
import { isReadAsQuantity, isSameQuantity, isSameText } from './same.ts';

const BOARD = /^(?:bare )?pcbs?$/i;

/**
 * Whether a row has a cost where the others have places, or names nothing but a cost: nothing in it says which part is meant.
 * `PCB` with a text of its own may be one, and is bought like the parts of a list without places; so is one that is counted, if it
 * stands among no costs.
 */
export function isCostRow(said: Said, beside: readonly (Row | undefined)[]): boolean {
  if (said.parts.some(({ mpn }) => mpn !== null) || said.supplierNumbers.length > 0) return false;
  const designators = said.text('designators');
  if (designators !== '') {
    return isCost(designators) &&
      (!BOARD.test(designators) ||
        (DESCRIBING.every((role) => said.text(role) === '') &&
          (said.text('quantity') === '' || beside.some(hasCost))));
  }
  const named = DESCRIBING.map(said.text).filter((text) => text !== '');
  return named.length === 1 && isCost(named[0]!) && !BOARD.test(named[0]!);
}

const hasCost = (row: Row | undefined) =>
  row !== undefined && row.cells.some((cell) => isCost(cell) && !BOARD.test(cell));

/** A sum's name, or what a table works out for each of its rows: `Total Cost`, `Cost/Unit`, `Placements:`. */
const SUM =
  /^(?:(?:grand|sub)[ -]?)?(?:totals?|sums?|costs?|price|amount|gesamt\p{L}*|zwischensumme|summe|kosten|preis|sous-total|prix|co(?:û|u)t|suma|precio|coste|totale|prezzo|costo|всего|итого|сумма|стоимость|цена|合计|总计|总价|小计|合計|総計|小計|価格)(?![\p{L}\d])|(?<!\p{L})(?:totals?|sums?|costs?|price|placements?|summe|kosten|preis)\s?:?$/iu;
const MAX_SUM_CHARS = 40;

/**
 * Whether a row has nothing but names of sums and amounts, two and more of each: `Total Placements: | 80 | Total Cost | 48.71`. It
 * names no part. One of the names may say no more than of what the amount beside it is: `Through hole:`.
 */
export function isSumRow(said: Said): boolean {
  if (isKeyed(said)) return false;
  const cells = said.row.cells.filter((cell) => cell !== '');
  if (cells.length < 4 || cells.some((cell) => cell.length > MAX_SUM_CHARS)) return false;
  const names = cells.filter((cell) => !isAmount(cell));
  const others = names.filter((name) => !SUM.test(name));
  return names.length > 1 && cells.length - names.length > 1 && names.every((name) => /^\p{L}/u.test(name)) &&
    (others.length === 0 || (others.length === 1 && others[0]!.endsWith(':')));
}

/** An amount with its name takes two cells. */
const MAX_CELLS_OF_AMOUNT = 2;
const AMOUNT = /^\p{Sc}?\s?\d[\d.,'’ ]*(?:\p{Sc}|\p{L}{3})?$/u;
const COUNT = /^\d{1,6}$/;

/**
 * Whether a row has nothing but a name and an amount: below the sum of a list whose lines have places or numbers it is none of
 * them. A whole number where others are counted is how many there are, unless a sum says that it is money, too.
 */
export function isAmountRow(said: Said, isQuoted: boolean): boolean {
  const filled = said.row.cells.filter((cell) => cell !== '');
  return !isKeyed(said) && filled.length <= MAX_CELLS_OF_AMOUNT && filled.some((cell) => AMOUNT.test(cell)) &&
    (isQuoted || !COUNT.test(said.text('quantity')));
}

/** Between two sums, at most. */
const MAX_QUOTED = 50;

/** Whether the rows below a sum, down to the next one, have amounts that come to it, and one of them is a cost: `Assembly`. */
export function isQuotationBelow(rows: readonly Row[], sum: number): boolean {
  let total = 0;
  let isOfCosts = false;
  for (const { cells, isAfterBlank } of rows.slice(sum + 1, sum + 1 + MAX_QUOTED)) {
    const amounts = cells.filter((cell) => AMOUNT.test(cell)).map((cell) =>
      Number(cell.replace(/[^\d.]/g, ''))
    );
    if (kindOf(cells, isAfterBlank) === 'total') {
      return isOfCosts && amounts.some((amount) => amount === total);
    }
    total += amounts.length === 1 ? amounts[0]! : 0;
    isOfCosts ||= cells.some(isCost);
  }
  return false;
}

/** Below a part of the list others follow. */
const SUBTOTAL = /^(?:sub-?\s?t|小[计計])/i;

/** Whether a row is the sum of a part of the list. */
export const isSubtotal = ({ cells }: Row) => cells.some((cell) => SUBTOTAL.test(cell));

/** Whether a row names a place, a part or what a shop sells. */
export function isKeyed(said: Said): boolean {
  return said.text('designators') !== '' || said.parts.some(({ mpn }) => mpn !== null) ||
    said.supplierNumbers.length > 0;
}

/** Whether a row says where parts go or how many: a lamp's colour beside that explains no other row. */
export function isOfParts(said: Said): boolean {
  const designators = said.text('designators');
  const isName = designators !== '' && !/\s/.test(designators) && !isColour(designators) &&
    readPlacing(designators) === null && !isNotPlacedWord(designators);
  return isPlace(designators) || isName || /\d/.test(said.text('quantity'));
}

/** Whether a row has a part's number, a place or an amount, which no row of a legend has. */
export function namesPart(said: Said): boolean {
  return hasPartNumber(said) || isPlace(said.text('designators')) || /\d/.test(said.text('quantity'));
}

/** Fields of which a table that is no list of words has more than one. */
const FIELDS = [
  'designators',
  'quantity',
  'mpn',
  'value',
  'supplier_number',
  'description',
  'footprint',
] as const;

/** Whether a row stands directly below the last one that was taken. */
function isBelow({ row }: Said, last: Draft | undefined): boolean {
  return last !== undefined && row.number === last.rows.at(-1)! + 1;
}

/** Whether a column of no field says what a row is about. What a thing costs, and that it is a cost, says nothing of it. */
function isNamedElsewhere({ row }: Said, layout: Layout): boolean {
  return layout.of('extra').some(({ index, name }) => {
    const cell = row.cells[index] ?? '';
    return /\p{L}{2}/u.test(cell) && !isCost(cell) && !readHeader(name).meanings.has('money');
  });
}

const ITEM = /[\p{L}\p{N}]/u;

/**
 * Whether a row without a number of its own, in a list that numbers its rows, has nothing but another shop and where it sells the part:
 * that is the one above.
 */
function isAnotherShop(said: Said, last: Draft): boolean {
  return last.said.text('item') !== '' && said.text('item') === '' && said.supplierNumbers.length > 0 &&
    said.parts.length === 0 && !DESCRIBING.some((role) => isSaid(said.text(role)));
}

type WhatRow = 'line' | 'title' | 'nothing' | 'alternate' | 'more_designators';

interface Around {
  /** A row below has a quantity. */
  readonly isAmongCounted: boolean;
  /** A title parts it from the line before. */
  readonly isBelowTitle: boolean;
  /** The columns have names. */
  readonly hasHeader: boolean;
  /** It is of a list without columns: rows of another shape are lines like the others. */
  readonly isList: boolean;
}

export function roleOfRow(
  said: Said,
  isLabel: boolean,
  last: Draft | undefined,
  layout: Layout,
  { isAmongCounted, isBelowTitle, hasHeader, isList }: Around,
): WhatRow {
  const designators = said.text('designators');
  const quantity = said.text('quantity');
  const hasNumber = said.parts.some(({ mpn }) => mpn !== null);
  const isDescribed = hasNumber || said.problems.some(({ code }) => code === 'no_number_in_word') ||
    said.supplierNumbers.length > 0 ||
    DESCRIBING.some((role) => isSaid(said.text(role))) ||
    (quantity !== '' && isNamedElsewhere(said, layout));
  const item = said.text('item');
  // A sign alone numbers nothing: below a list it is explained.
  const isNumbered = ITEM.test(item) && item !== last?.said.text('item');
  const follows = last !== undefined && !said.row.isAfterBlank && !isBelowTitle;

  // `o` is a word for it, and a mark in a column of marks: with a place and a quantity of its own a row is a line.
  const isOwn = quantity !== '' && designators !== last?.designators && isPlace(designators);
  if (
    follows && hasNumber && !isOwn &&
    said.row.cells.some((cell) => cell.length < 30 && isAlternateWord(cell))
  ) {
    return 'alternate';
  }
  // Lists of approved parts name the designators again beside each.
  if (
    follows && designators === last.designators && hasShapeOfNumber(said) && isPlace(designators) &&
    quantity === last.said.text('quantity') && !isNumbered && !isAnotherThing(said, last.said)
  ) {
    return 'alternate';
  }
  if (isList) {
    return hasNumber || [designators, quantity, said.text('value')].some((text) => text !== '')
      ? 'line'
      : 'title';
  }
  if (isLabel && FIELDS.filter((role) => layout.has(role)).length > 1) {
    if (designators !== '' && designatorsShare(designators) >= 0.6) {
      return isCutShort(last) ? 'more_designators' : 'line';
    }
    if (designators !== '' && follows && isCompletedBy(designators, last)) return 'more_designators';
    // Without a header a number alone in front may be a line that somebody wrote in another way.
    const isAligned = hasHeader || said.row.cells[0] === '';
    // Words beside a number that stands alone make a title of both: `HC05 wiring`.
    if (hasPartNumber(said) && said.beside.description === undefined) {
      return follows && isAligned ? 'alternate' : 'line';
    }
    return 'title';
  }
  if (designators !== '') {
    // A wrapped list goes on below, with nothing beside it but what was wrapped, too.
    if (
      quantity === '' && layout.has('quantity') && !hasNumber && follows && !isNumbered && isCutShort(last) &&
      !isOfOwn(said, designators, last)
    ) return 'more_designators';
    // Of what is used by weight or as needed the quantity is a word: `A/R`.
    return isDescribed || quantity !== '' || designatorsShare(designators) >= 0.5 ? 'line' : 'title';
  }
  if (layout.has('designators')) {
    if (quantity === '') {
      // Below a row that is a line by its place or count; in a list that has neither, each row is a line.
      const hasMain = follows && (last.designators !== '' || last.said.text('quantity') !== '');
      if (hasNumber && hasMain && !isNumbered && !hasOwnValue(said, last.said)) return 'alternate';
      if (hasMain && isAnotherShop(said, last)) return 'alternate';
      return hasNumber || (isNumbered && isDescribed) ||
          (isBelow(said, last) && (isDescribedTwice(said) || isSold(said))) || isUncounted(said, layout)
        ? 'line'
        : 'nothing';
    }
    if (!isDescribed) return 'nothing';
    return follows && !isNumbered && (hasNumber ? repeats(said, last) : isOtherOffer(said, last))
      ? 'alternate'
      : 'line';
  }
  if (layout.has('quantity') && quantity === '') {
    if (hasNumber && follows && layout.has('item') && !isNumbered) return 'alternate';
    return hasNumber || (isBelow(said, last) && isCountedAsNothing(said, isAmongCounted)) ||
        said.supplierNumbers.length > 0 || (isNumbered && isDescribed) ||
        (isAmongCounted && (isToBeBought(said) || isToldOf(said))) || isUncounted(said, layout)
      ? 'line'
      : 'nothing';
  }
  return isDescribed ? 'line' : 'nothing';
}

const isUncounted = (said: Said, layout: Layout) => isLeftUncounted(said, layout) || isOfSeveralValues(said);

/** Whether two rows describe different things, as a switch and its cap: nothing that both say is the same. */
function isAnotherThing(one: Said, other: Said): boolean {
  const both = TELLING.filter((role) => one.text(role) !== '' && other.text(role) !== '');
  // Of another colour or value it is no alternate, whatever else is the same.
  const [value, asked] = [one.text('value'), other.text('value')];
  const areRead = [value, asked].every(isReadAsQuantity);
  if (areRead && !isSameQuantity(value, asked)) return true;
  const [colour, others] = [one, other].map((said) => coloursIn(said.text('description')));
  if (colour!.size > 0 && others!.size > 0 && ![...colour!].some((name) => others!.has(name))) return true;
  return both.length > 0 && !both.some((role) => SAYS_THE_SAME[role](one.text(role), other.text(role)));
}

const COLOUR =
  /\b(?:red|green|blue|yellow|orange|amber|white|pink|violet|rot|grün|blau|gelb|weiß|weiss)\b/giu;

const coloursIn = (text: string) =>
  new Set(text.slice(0, MAX_COMPARED_CHARS).toLowerCase().match(COLOUR) ?? []);

/** An alternate repeats the value and the footprint of the line above, or leaves them out. */
function hasOwnValue(said: Said, last: Said): boolean {
  return (['value', 'footprint'] as const).some((role) =>
    said.text(role) !== '' && !SAYS_THE_SAME[role](said.text(role), last.text(role))
  );
}

const TELLING = ['description', 'value', 'footprint'] as const;

/** Whether two cells of a column mean the same, in other words or another notation. */
const SAYS_THE_SAME: Readonly<Record<typeof TELLING[number], (one: string, other: string) => boolean>> = {
  // Each manufacturer has a description of its own for what can stand in for another's.
  description: (one, other) => shareOfWords(one, other) >= 0.5 || isSameQuantity(one, other),
  value: (one, other) => isSameText(one, other) || isSameQuantity(one, other),
  footprint: isSameText,
};

/** The beginning of a description tells what it describes. */
const MAX_COMPARED_CHARS = 120;

/** Of the words of the shorter text, how many the other has, too; 0-1. */
function shareOfWords(one: string, other: string): number {
  const [fewer, more] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.size - b.size);
  return fewer!.size === 0 ? 0 : [...fewer!].filter((word) => more!.has(word)).length / fewer!.size;
}

const wordsIn = (text: string) =>
  new Set(text.slice(0, MAX_COMPARED_CHARS).toLowerCase().match(/[\p{L}\p{N}%/.]+/gu) ?? []);

/** Whether a text names places on a board. Words for kinds of parts, as some write in their stead, stand in many rows. */
function isPlace(designators: string): boolean {
  return isSurelyList(designators) || (hasDigit(designators) && designatorsShare(designators) >= 0.4);
}

/** Whether a row without designators says the same of another part: then it is an alternate of the one above. */
function repeats(said: Said, last: Draft): boolean {
  if (last.designators === '') return false;
  const same = (role: 'description' | 'value' | 'quantity') => said.text(role) === last.said.text(role);
  if (!same('quantity')) return false;
  const told = said.text('description') !== '' ? 'description' : said.text('value') !== '' ? 'value' : null;
  return told !== null && same(told);
}

/** Whether a row has nothing but another number of a shop, for as many pieces: the part is the line's above. */
function isOtherOffer(said: Said, last: Draft): boolean {
  return last.designators !== '' && said.supplierNumbers.length > 0 && last.supplierNumbers.length > 0 &&
    said.text('quantity') === last.said.text('quantity') && said.parts.length === 0 &&
    DESCRIBING.every((role) => role === 'note' || said.text(role) === '');
}

/** Fewer designators than pieces: the list goes on in the next row. */
function isCutShort(last: Draft | undefined): boolean {
  if (!last || last.designators === '') return false;
  if (/[,;-]\s*$/.test(last.designators)) return true;
  const quantity = Number(last.said.text('quantity'));
  return quantity > 0 && readDesignators(last.designators, quantity).designators.length < quantity;
}

/** Whether a row of places describes a part of its own: places of other letters than the list above, which is not left open. */
function isOfOwn(said: Said, designators: string, last: Draft): boolean {
  if (/[,;-]\s*$/.test(last.designators)) return false;
  const lettersOf = (text: string) => /^\p{L}*/u.exec(text.trimStart())![0];
  return lettersOf(designators) !== lettersOf(last.designators) &&
    (['value', 'description'] as const).some((role) => said.text(role) !== '' && last.said.text(role) !== '');
}

/** Whether words below a list, of whatever letters, are the designators that it lacks. */
function isCompletedBy(designators: string, last: Draft): boolean {
  const quantity = Number(last.said.text('quantity'));
  return isCutShort(last) &&
    readDesignators(`${last.designators}, ${designators}`, quantity).designators.length === quantity;
}

/** Whether a number could be one by its look: a shop's sentence is no alternate of the line above. */
export function hasShapeOfNumber(said: Said): boolean {
  return said.parts.some(({ mpn }) => mpn !== null && looksOf(mpn).has('part_number'));
}

export function hasPartNumber(said: Said): boolean {
  return said.parts.some(({ mpn }) => mpn !== null && (looksOf(mpn).get('part_number') ?? 0) > 0.5);
}
