/** Rows that name a thing and count it nowhere: parts, of which the quantity is not stated, or titles, sums and notes. */
import { readValue } from '../../parts/text/value.ts';
import { isCost } from './kinds.ts';
import type { Layout } from './layout.ts';
import { readPlacing } from './placing.ts';
import { MAX_QUANTITY_CHARS } from './same.ts';
import type { Said } from './said.ts';

/** Of what stands below a table, one cell says something; of a thing to buy that nobody counted, several do. */
export function isDescribedTwice(said: Said): boolean {
  return (['value', 'description', 'footprint'] as const).filter((role) => said.text(role) !== '').length > 1;
}

/** Where to buy a thing says nothing of what it is. */
export const isSaid = (text: string): boolean => text !== '' && !LINK.test(text);

/** Of what nobody counted: a thing, and a shop's number of it. */
export function isSold(said: Said): boolean {
  return said.supplierNumbers.length > 0 &&
    (['value', 'description', 'footprint'] as const).some((role) => isSaid(said.text(role)));
}

/** Of what nobody counted: a thing, and who makes or sells it. */
export function isToBeBought(said: Said): boolean {
  return (['value', 'description'] as const).some((role) => said.text(role) !== '') &&
    (said.text('supplier') !== '' || said.parts.some(({ manufacturer }) => manufacturer !== null));
}

/** Of what nobody counted, among rows that somebody did: a thing, and marks or words in two columns and more. */
export function isToldOf(said: Said): boolean {
  const [name = ''] = (['description', 'value'] as const).map(said.text).filter((text) => text !== '');
  const others = said.row.cells.filter((cell) => cell !== '' && cell !== name);
  return name !== '' && !isCost(name) && !NUMBERED_TITLE.test(name) && others.length > 1 &&
    others.some((cell) => /\p{L}/u.test(cell)) && others.some((cell) => readPlacing(cell) === 'yes');
}

/** Sums that a table works out for each of its rows, where nobody counted. */
const ZERO = /^[^\p{L}\d]{0,2}0+(?:[.,]0+)?\s?[^\d.,]{0,3}$/u;

const NUMBERED_TITLE = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s\p{L}/u;

/** Whether a row has a thing, and nothing besides but what comes to nothing without a count. Above counted rows a word may be their title. */
export function isCountedAsNothing(said: Said, isAmongCounted: boolean): boolean {
  const names = (['description', 'value'] as const).map(said.text).filter((text) => text !== '');
  const others = said.row.cells.filter((cell) => cell !== '' && !names.includes(cell));
  return names.length > 0 && others.length > 0 && others.every((cell) => ZERO.test(cell)) &&
    !names.some((name) => isCost(name) || NUMBERED_TITLE.test(name)) &&
    (!isAmongCounted || names.some((name) => /\d/.test(name)));
}

/** How much of what is used by length, by weight or until it holds. */
const AS_NEEDED =
  /^(?:as (?:required|needed)|a\/r|nach bedarf|bei bedarf|n\.\s?b\.|au besoin|selon besoins?|según necesidad|al bisogno|secondo necessità|по необходимости|по месту|适量|適量|若干|按需)\.?$/iu;
const LINK = /^https?:\/\/\S+$/i;
/** In place of a quantity: nobody knows it yet. */
const LEFT_OPEN = /^(?:\?{1,3}|t\.?b\.?[cd]\.?)$/i;
/** What the address of one thing in a shop has in front of its name or number. Carts, lists and searches have none of it. */
const OF_ONE_PRODUCT =
  /\/(?:productdetail|product-detail|products\/detail|products?|item|itm|dp|details)\/|-p-?(?=\d{3})|\/item\.htm\?/i;
const OF_SEVERAL = /\/(?:filter|search|categor(?:y|ies)|collections?|cart|wishlist|projects?)\b/i;
const MAX_NAME_CHARS = 100;
const MAX_LINK_CHARS = 2_000;

/** Whether a cell is the address of one thing in a shop. */
function isOfOneProduct(cell: string): boolean {
  if (cell.length > MAX_LINK_CHARS || !LINK.test(cell) || OF_SEVERAL.test(cell)) return false;
  const word = OF_ONE_PRODUCT.exec(cell);
  return word !== null && /\d/.test(cell.slice(word.index + word[0].length));
}

/** What a row that nobody counted is about; empty where that is a cost, a title or a sentence. */
function nameIn(said: Said): string {
  const [name = ''] = (['description', 'value'] as const).map(said.text).filter((text) => text !== '');
  const isThing = name.length <= MAX_NAME_CHARS && /\p{L}{2}/u.test(name) && !isCost(name) &&
    !NUMBERED_TITLE.test(name) && !/[:：!]$/.test(name) && !LINK.test(name);
  return isThing ? name : '';
}

/**
 * Whether a row names a thing and says beside it that its quantity is open: `Hookup wire`, `as required`. So does where one is to be
 * bought. No title and no note does that.
 */
export function isLeftUncounted(said: Said, layout: Layout): boolean {
  const name = nameIn(said);
  if (name === '') return false;
  if (layout.of('quantity').some(({ index }) => LEFT_OPEN.test(said.row.cells[index] ?? ''))) return true;
  return said.row.cells.some((cell) =>
    cell !== name && ((cell.length <= MAX_NAME_CHARS && AS_NEEDED.test(cell)) || isOfOneProduct(cell))
  );
}

/** What resistors, capacitors and coils are measured in. No title has several values of them. */
const OF_PASSIVES: ReadonlySet<string> = new Set(['ohm', 'F', 'H']);

/** Whether a row names a thing and has nothing but values of it, two or more: one of each. */
export function isOfSeveralValues(said: Said): boolean {
  const text = said.text('value');
  const values = text.split(/[\s,;、]+/u).filter((each) => each !== '');
  return nameIn(said) !== '' && nameIn(said) !== text && values.length > 1 && values.length <= MAX_VALUES &&
    values.every((each) =>
      each.length <= MAX_QUANTITY_CHARS && /\p{L}|Ω/u.test(each) &&
      readValue(each, null).some(({ readings }) =>
        readings.some((reading) => 'unit' in reading && OF_PASSIVES.has(reading.unit))
      )
    );
}

const MAX_VALUES = 40;
