/** The part numbers and manufacturers of one row. */
import type { SupplierNumber } from '../../domain/bom.ts';
import type { ColumnUse } from '../../domain/mapping.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import type { LinePart } from '../line.ts';
import { looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import type { Row } from '../table.ts';
import { alternateInNote } from './alternate-in-note.ts';
import { isChipsPlace, type Layout } from './layout.ts';
import { type Apart, isSizeAlone, isValueAlone, NOTHING_APART, readLibraryName } from './library-name.ts';
import { isUnsure, readNumberCell } from './number-cell.ts';
import {
  areTwoNumbers,
  entriesOf,
  isLongNumber,
  isLostNumber,
  isNothing,
  isNumberOfCatalogue,
  isNumberOfShop,
  isPairAtSlash,
  manufacturerIn,
  mayBeTwoAtSlash,
  withoutEquivalent,
} from './part-cell.ts';
import { packageBehind } from './package-behind.ts';
import { readPart } from './part-of-entry.ts';
import { isNotPlacedNumber } from './placing.ts';
import { remembering } from './remembering.ts';
import type { CellOf, Problem } from './said.ts';
import { distributorIn, numberBehindShop, supplierOf } from './supplier-numbers-of-row.ts';
import { isOfAnother, readWordsBeside } from './words-beside.ts';

/** What spreadsheets show of a number that they take for a day. */
const DATE =
  /^(?:\d{1,2}-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?$|^\d{4}-\d\d-\d\d$/i;

/** Among values, digits alone are one: `100` ohms. */
const BARE_VALUE = /^\d{1,4}(?:[.,]\d{1,3})?$/;

export function readParts(
  row: Row,
  layout: Layout,
  cell: CellOf,
  supplierNumbers: SupplierNumber[],
  problems: Problem[],
) {
  const parts: LinePart[] = [];
  let isEmptyPlace = false;
  let policy: string | null = null;
  let count: number | null = null;
  const remarks: string[] = [];
  const textOf = (use: ColumnUse) => {
    const read = withoutEquivalent(cell(use));
    policy ??= read.policy;
    return read.text;
  };
  let apart: Apart | null = null;
  const isOfChip = layout.of('designators').some((use) => isChipsPlace(cell(use)));
  const numberOf = (use: ColumnUse) => {
    const written = textOf(use);
    const packaged = layout.isWithPackage(use) ? packageBehind(written, layout.isPackagedInEach(use)) : null;
    const slash = packaged === null ? -1 : written.lastIndexOf('/');
    if (packaged !== null && packaged !== '') {
      remarks.push(packaged);
      problems.push({ code: 'words_beside_number', column: use.name, text: written });
    }
    const numbered = slash > 0 ? written.slice(0, slash).trimEnd() : written;
    const ofLibrary = readLibraryName(numbered);
    const { text, ...beside } = ofLibrary
      ? { ...NOTHING_BESIDE, text: numbered }
      : readNumberCell(numbered, layout.countedBy(use));
    policy ??= beside.policy;
    if (use.group === 0) count ??= beside.count;
    const found = ofLibrary ?? readWordsBeside(text, layout.isCombined) ?? measureAlone(text) ??
      (BARE_VALUE.test(text) && isOfChip && layout.isOfChipValues(use)
        ? { ...NOTHING_APART, value: text }
        : null) ??
      (layout.isOfModels(use) ? wordsOfModel(text) : null) ??
      (layout.isOfWords(use) ? numberAmong(text) : null);
    if (found === null) return { text, ...beside };
    // Alternates are said by their numbers.
    if (use.group === 0) apart ??= found;
    problems.push({
      code: found.number === null ? 'no_number_in_word' : 'words_beside_number',
      column: use.name,
      text: written,
    });
    return { ...beside, text: found.number ?? '', manufacturer: beside.manufacturer ?? found.manufacturer };
  };
  const supplier = layout.has('supplier')
    ? layout.of('supplier').map(cell).map(distributorIn).find((name) => name !== null) ?? null
    : null;
  for (const group of layout.groups) {
    const arePairs = group.mpn.length > 1 && group.mpn.length === group.manufacturer.length;
    const names = group.manufacturer.map((use) =>
      nameOf(use, group.mpn, cell, supplierNumbers, problems) ?? textOf(use)
    )
      .find((text) => !isNothing(text)) ?? '';
    let isFirst = true;
    for (let column = 0; column < group.mpn.length; column += 1) {
      const use = group.mpn[column]!;
      const own = arePairs && !isDigiKeys(cell(group.manufacturer[column]!))
        ? textOf(group.manufacturer[column]!)
        : '';
      // Libraries name both fields twice, and fill one or the other.
      const number = numberOf(use);
      const besides = isNothing(own) ? (isFirst ? names : '') : own;
      const name = isNothing(besides) ? number.manufacturer ?? '' : besides;
      const isElsewhere = number.manufacturer !== null && !areOneManufacturer(number.manufacturer, name);
      const shop = number.note === null ? null : supplierOfNumber(number.note);
      if (shop === 'DigiKey' || shop === 'LCSC') {
        supplierNumbers.push({ supplier: shop, number: number.note! });
      }
      if (number.note !== null) remarks.push(number.note);
      if (isElsewhere && number.manufacturer !== null) remarks.push(number.manufacturer);
      const isSaid = problems.some(({ code, column }) =>
        code === 'words_beside_number' && column === use.name
      );
      if (!isSaid && (number.note !== null || number.manufacturer !== null)) {
        problems.push({ code: 'words_beside_number', column: use.name, text: cell(use) });
      }
      const isSwapped = areSwapped(number.text, name);
      const said = isSwapped ? name : number.text;
      const beside = isSwapped ? number.text : name;
      if (isSwapped) {
        problems.push({ code: 'number_and_manufacturer_swapped', column: use.name, text: number.text });
      }
      const named = manufacturersIn(isNothing(beside) ? '' : beside);
      if (isNothing(said) || isNotPlacedNumber(said)) continue;
      if (BARE_VALUE.test(said) && layout.isAmongValues(use)) continue;
      if (layout.isOfEmptyPlace(use)) {
        if (!isFirst) continue;
        isEmptyPlace = true;
      }
      const entries = entriesOf(said, false);
      const areOfOne = named.length === 1 && isPairAtSlash(said);
      if (entries.length > 1) problems.push({ code: 'several_parts_in_cell', column: use.name, text: said });
      for (let i = 0; i < entries.length; i += 1) {
        const entry = entries[i]!;
        const aside = named.length === entries.length
          ? named[i]!
          : areOfOne
          ? named[0]!
          : isFirst
          ? named.length > 1 ? manufacturerIn(beside) : named[0] ?? null
          : null;
        const read = readPart(entry, aside, layout, group.manufacturer.length > 0);
        // Named beside its manufacturer and the shop's own number, it is a part that can be bought.
        const isShops = read.mpn === null && read.manufacturer !== null && supplierNumbers.length > 0 &&
          (isNumberOfShop(entry) || (isNumberOfCatalogue(entry) && supplierNumbers.some(isLcscs)));
        const part = isShops
          ? { ...read, mpn: entry }
          : isNameAgain(read)
          ? { mpn: null, manufacturer: read.manufacturer }
          : read;
        if (isShops) problems.push({ code: 'number_with_words', column: use.name, text: entry });
        isFirst = false;
        const owner = part.mpn === null ? null : supplierOf(part.mpn, supplier, use, layout);
        if (part.mpn !== null && (owner !== null || isMousersAgain(part.mpn, supplierNumbers))) {
          if (owner !== null) supplierNumbers.push({ supplier: owner, number: withoutShop(part.mpn) });
          problems.push({ code: 'number_of_a_distributor', column: use.name, text: entry });
          if (part.manufacturer !== null) parts.push({ mpn: null, manufacturer: part.manufacturer });
          continue;
        }
        if (part.mpn === null) {
          problems.push({ code: 'no_number_in_word', column: use.name, text: entry });
          if (layout.isOfWords(use) && use.group === 0) apart ??= { ...NOTHING_APART, words: entry };
        } else if (areTwoNumbers(part.mpn) || mayBeTwoAtSlash(part.mpn) || isUnsure(part.mpn)) {
          problems.push({ code: 'number_with_words', column: use.name, text: entry });
        } else if (isLostNumber(part.mpn)) {
          problems.push({ code: 'number_lost', column: use.name, text: entry });
        } else if (row.typed?.get(use.index)?.kind === 'date' || DATE.test(part.mpn)) {
          problems.push({ code: 'number_is_date', column: use.name, text: entry });
        }
        if (part.mpn !== null || part.manufacturer !== null) parts.push(part);
      }
    }
    // A manufacturer without a number says whose part it may be; of alternates it says nothing.
    if (isFirst && group === layout.groups[0]) {
      const [only, ...others] = manufacturersIn(names);
      const manufacturer = others.length > 0 ? manufacturerIn(names) : only ?? null;
      if (manufacturer !== null) parts.push({ mpn: null, manufacturer });
    }
  }
  return { parts, isEmptyPlace, policy, count, remarks, apart: apart as Apart | null };
}

/** A shop that lists what has no number by words: they are what its manufacturers are asked for. */
const isLcscs = ({ number }: SupplierNumber) => supplierOfNumber(number) === 'LCSC';
/** Of a description that ends or begins with the part's number, or has it among its words, both; null where it has none or several. */
function numberAmong(text: string): Apart | null {
  if (text.length > MAX_DESCRIPTION_CHARS || isOfAnother(text)) return null;
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const numbers = words.filter(isLongNumber);
  return words.length < LEAST_WORDS || numbers.length !== 1
    ? null
    : { ...NOTHING_APART, number: numbers[0]!, words: words.filter((word) => word !== numbers[0]).join(' ') };
}

/** Among models, what looks like no number says what the part is: `3mm`, `Stainless tube`. */
function wordsOfModel(text: string): Apart | null {
  if (isNothing(text)) return null;
  const looks = looksOf(text);
  const isNumber = looks.get('part_number') === 1 || looks.has('manufacturer_and_number');
  return isNumber && !(looks.has('value') && looks.has('text')) ? null : { ...NOTHING_APART, words: text };
}

const MAX_DESCRIPTION_CHARS = 200;
/** Fewer may be of the number. */
const LEAST_WORDS = 4;

/** Of a cell that is nothing but a value or a size, that. `3M` is a manufacturer. */
function measureAlone(text: string): Apart | null {
  if (isValueAlone(text)) {
    return resolveManufacturer(text) === null ? { ...NOTHING_APART, value: text } : null;
  }
  return isSizeAlone(text) ? { ...NOTHING_APART, words: text } : null;
}

const NOTHING_BESIDE = { count: null, policy: null, manufacturer: null, note: null };

/** What stands below a manufacturer's title where that is a distributor's number, which is kept as such: no name; else null. */
function nameOf(
  use: ColumnUse,
  numbers: readonly ColumnUse[],
  cell: CellOf,
  supplierNumbers: SupplierNumber[],
  problems: Problem[],
): string | null {
  const text = cell(use);
  // The shapes of the others could be names' or part numbers' as well.
  if (!isDigiKeys(text) || numbers.some((number) => areSwapped(cell(number), text))) {
    return null;
  }
  supplierNumbers.push({ supplier: 'DigiKey', number: withoutShop(text) });
  problems.push({ code: 'number_of_a_distributor', column: use.name, text });
  return '';
}

/** Mouser puts digits that stand for the manufacturer in front of its number: `798-DF40C-100DP`. */
const OF_MOUSER = /^\d{2,3}-(?=[^\d]*[A-Z])/;

/** Whether Mouser's number stands once more where the manufacturer's should. */
function isMousersAgain(number: string, supplierNumbers: readonly SupplierNumber[]): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return OF_MOUSER.test(number) &&
    supplierNumbers.some((one) => one.supplier === 'Mouser' && plain(one.number) === plain(number));
}

/** Every row is asked: few texts end so. */
const isDigiKeys = (text: string) => /-ND$/i.test(text) && supplierOfNumber(text) === 'DigiKey';

/** A distributor's number without its name in front: `Digikey 36-54-ND`. */
const withoutShop = (text: string) => text.includes(' ') ? numberBehindShop(text)?.number ?? text : text;

/** The manufacturers that a cell names. */
const manufacturersIn = remembering((cell): readonly (string | null)[] =>
  entriesOf(cell, true).map(manufacturerIn)
);

/** Parts that a remark names as alternates, where there is one that they can stand in for. */
export function alternatesInNotes(
  parts: readonly LinePart[],
  layout: Layout,
  cell: CellOf,
  problems: Problem[],
): LinePart[] {
  if (!parts.some(({ mpn }) => mpn !== null)) return [];
  return layout.of('note').flatMap((use) => {
    const part = alternateInNote(cell(use));
    if (part) problems.push({ code: 'alternate_in_note', column: use.name, text: cell(use) });
    return part ? [part] : [];
  });
}

function areOneManufacturer(one: string, other: string): boolean {
  const known = resolveManufacturer(one);
  return known === null ? one.toLowerCase() === other.toLowerCase() : known === resolveManufacturer(other);
}

/** Whether a manufacturer's name stands once more where its number should. */
function isNameAgain({ mpn, manufacturer }: LinePart): boolean {
  if (mpn === null || manufacturer === null || /\d/.test(mpn)) return false;
  const name = resolveManufacturer(mpn)?.name;
  return name !== undefined && name === resolveManufacturer(manufacturer)?.name;
}

/** No name that has a digit is longer. */
const MAX_NAME_CHARS = 6;

/** Whether a manufacturer's name stands where the number should, and a number where the name should. */
function areSwapped(number: string, manufacturer: string): boolean {
  // A name has a digit at most, as `3M` and `3PEAK` have; of a longer text with digits nothing need be asked.
  return (number.length <= MAX_NAME_CHARS || !/\d/.test(number)) && /\d/.test(manufacturer) &&
    resolveManufacturer(number) !== null &&
    resolveManufacturer(manufacturer) === null && looksOf(manufacturer).get('part_number') === 1;
}
