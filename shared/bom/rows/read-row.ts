/** What the cells of one row say, field by field, before anything is made of it. */
import type { ColumnRole, ColumnUse, Mapping } from '../../domain/mapping.ts';
import { readDistributorNumber } from '../../parts/distributor-numbers.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { distributorNamed, readHeader } from '../mapping/header-words.ts';
import { isNumberBelow, isNumberOf, looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import type { SupplierNumber } from '../../domain/bom.ts';
import type { LinePart } from '../line.ts';
import type { Row } from '../table.ts';
import {
  alternateInNote,
  areTwoNumbers,
  entriesOf,
  isLostNumber,
  isNothing,
  isNumberOfShop,
  manufacturerIn,
  numberIn,
  splitPart,
  withoutEquivalent,
} from './part-cell.ts';
import { areCounted, isUnsure, placingInFront, readNumberCell } from './number-cell.ts';
import { beginsOptional, conditionIn, isOfSomeBoards } from './conditions.ts';
import {
  isNotPlacedWord,
  isPluggedIn,
  maySpeakOfPlacing,
  meaningOfNp,
  notPlacedAmong,
  readPlaces,
  readPlacing,
  saysInWords,
  saysNotPlaced,
} from './placing.ts';
import { readDesignators } from './designators.ts';
import { remembering } from './remembering.ts';

/** The columns of a table by what they hold, found out once. */
export interface Layout {
  readonly of: (role: ColumnRole) => readonly ColumnUse[];
  readonly has: (role: ColumnRole) => boolean;
  /** Groups of part numbers and manufacturers, the part's own first. */
  readonly groups: readonly {
    readonly mpn: readonly ColumnUse[];
    readonly manufacturer: readonly ColumnUse[];
  }[];
  /** Columns whose numbers belong to places left empty. */
  readonly isOfEmptyPlace: (use: ColumnUse) => boolean;
  /** A manufacturer and a number stand in one cell. */
  readonly isCombined: boolean;
  /** Columns whose numbers have a count in front, without a word for it: `3 LM358DR`. */
  readonly isCounted: (use: ColumnUse) => boolean;
  /** Columns of no field in which short words say of some rows that the part is not placed. */
  readonly isOfPlacing: (use: ColumnUse) => boolean;
  /** An empty cell in a column of what is placed says that the part is not. */
  readonly isBlankNotPlaced: boolean;
}

/** Roles in which a column of a later group says what the first leaves out. */
const STOOD_IN_FOR = ['value', 'description', 'footprint'] as const;

export function layoutOf(
  { columns, blank_place }: Pick<Mapping, 'columns' | 'blank_place'>,
  rows: readonly Row[],
): Layout {
  const byRole = new Map<ColumnRole, ColumnUse[]>();
  for (const use of columns) byRole.set(use.role, [...byRole.get(use.role) ?? [], use]);
  for (const role of STOOD_IN_FOR) byRole.get(role)?.sort((a, b) => a.group - b.group);
  const none: readonly ColumnUse[] = [];
  const of = (role: ColumnRole) => byRole.get(role) ?? none;
  const numbers = [...new Set([...of('mpn'), ...of('manufacturer')].map(({ group }) => group))].toSorted((
    a,
    b,
  ) => a - b);
  const empty = new Set(
    of('mpn').filter(({ name }) => {
      const { meanings } = readHeader(name);
      return meanings.has('empty') || meanings.has('not_placed');
    }).map(({ index }) => index),
  );
  const counted = new Set(
    of('mpn').filter(({ index }) =>
      areCounted(rows.map(({ cells }) => cells[index] ?? '').filter((cell) => !isNothing(cell)))
    ).map(({ index }) => index),
  );
  const placing = new Set(
    of('extra').filter(({ index }) => isOfPlacing(index, rows)).map(({ index }) => index),
  );
  return {
    of,
    has: (role) => byRole.has(role),
    groups: numbers.map((group) => ({
      // The number of an empty place stands in for one that is missing.
      mpn: of('mpn').filter((use) => use.group === group).toSorted((a, b) =>
        Number(empty.has(a.index)) - Number(empty.has(b.index))
      ),
      manufacturer: of('manufacturer').filter((use) => use.group === group),
    })),
    isOfEmptyPlace: ({ index }) => empty.has(index),
    isOfPlacing: ({ index }) => placing.has(index),
    isCounted: ({ index }) => counted.has(index),
    isCombined: isCombined(of('mpn')[0], of('manufacturer'), rows),
    isBlankNotPlaced: blank_place === 'not_placed',
  };
}

/** Longer ones are remarks. */
const MAX_WORD_CHARS = 16;
/** So many tell what a column has. */
const MANY_WORDS = 40;

/** Whether a column has nothing but short words, most of which say that a part is not placed. */
function isOfPlacing(index: number, rows: readonly Row[]): boolean {
  let [filled, notPlaced] = [0, 0];
  for (const { cells } of rows) {
    const cell = cells[index] ?? '';
    if (isNothing(cell)) continue;
    if (cell.length > MAX_WORD_CHARS || /\d/.test(cell)) return false;
    filled += 1;
    if (isNotPlacedWord(cell)) notPlaced += 1;
    // Few columns are, and a list may have two hundred of them.
    if (filled >= MANY_WORDS && notPlaced <= filled / 2) return false;
  }
  return notPlaced > filled / 2;
}

/** Whether half of a column's cells are a name and a number, and some of the names are manufacturers that are known. */
function isCombined(
  use: ColumnUse | undefined,
  manufacturers: readonly ColumnUse[],
  rows: readonly Row[],
): boolean {
  if (!use || manufacturers.length > 0) return false;
  const cells = rows.slice(0, 300).map(({ cells }) => cells[use.index] ?? '').filter((cell) => cell !== '');
  const both = cells.filter((cell) => {
    const { mpn, manufacturer } = splitPart(entriesOf(cell, false)[0] ?? '');
    return mpn !== null && manufacturer !== null;
  });
  const known = both.filter((cell) => {
    const { manufacturer } = splitPart(entriesOf(cell, false)[0] ?? '');
    return manufacturer !== null && resolveManufacturer(manufacturer) !== null;
  });
  return known.length > 0 && both.length / cells.length >= 0.5 && known.length / both.length >= 0.2;
}

export interface Said {
  readonly row: Row;
  readonly text: (role: ColumnRole) => string;
  /** The part's own first; those that name neither number nor manufacturer left out. */
  readonly parts: readonly LinePart[];
  readonly supplierNumbers: readonly SupplierNumber[];
  /** Words behind a number or a manufacturer that allow others. */
  readonly policy: string | null;
  /** How many of the part, where its number's cell says so. */
  readonly count: number | null;
  /** Words beside a number that are of no field. */
  readonly remarks: readonly string[];
  readonly placing: Placing;
  /** Columns whose cell could not be read as what the column holds. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly code:
    | 'do_not_place_unread'
    | 'number_of_a_distributor'
    | 'number_lost'
    | 'number_is_date'
    | 'formula_error'
    | 'no_number_in_word'
    | 'number_with_words'
    | 'several_parts_in_cell'
    | 'words_beside_number'
    | 'alternate_in_note'
    | 'number_and_manufacturer_swapped'
    | 'conditional_not_placed'
    | 'conditional_placed'
    | 'read_as_not_placed'
    | 'not_placed_or_non_polar'
    | 'plugged_in'
    | 'some_not_placed';
  readonly column: string;
  readonly text: string;
}

export interface Placing {
  readonly isNotPlaced: boolean;
  /** Said with a word that only says that, somewhere else than in a column for it. */
  readonly where: string | null;
}

export function readCells(row: Row, layout: Layout): Said {
  const problems: Problem[] = [];
  const cell = (use: ColumnUse) => row.cells[use.index] ?? '';
  let places: string | null = null;
  const text = (role: ColumnRole) => role === 'designators' ? places ??= textOf(role) : textOf(role);
  const textOf = (role: ColumnRole) => {
    const uses = layout.of(role);
    if (uses.length === 0) return '';
    if (uses.length === 1) {
      const only = cell(uses[0]!);
      if (role === 'designators') return only === 'X' || !isNothing(only) ? readPlaces(only).text : '';
      return isNothing(only) ? '' : only;
    }
    const cells = uses.map(cell);
    // Each column of designators, as of the top and of the bottom side, names places of its own. `X` is a crystal, and no mark.
    return role === 'designators'
      ? [
        ...new Set(
          cells.filter((text) => text === 'X' || !isNothing(text)).map((text) => readPlaces(text).text),
        ),
      ]
        .join(', ')
      : cells.find((text) => !isNothing(text)) ?? '';
  };
  const { supplierNumbers, manufacturers } = readSupplierNumbers(layout, cell, problems);
  const { parts: named, isEmptyPlace, policy, count, remarks } = readParts(
    row,
    layout,
    cell,
    supplierNumbers,
    problems,
  );
  // The name beside them is the first one's; of alternates it says nothing.
  const parts = manufacturers.length === 0
    ? [...named, ...alternatesInNotes(named, layout, cell, problems)]
    : manufacturers.map((mpn, i) => ({ mpn, manufacturer: i === 0 ? named[0]?.manufacturer ?? null : null }));
  readErrors(layout, cell, problems);
  const placing = readPlacingOf(layout, cell, isEmptyPlace, problems);
  return {
    row,
    text,
    parts,
    supplierNumbers: supplierNumbers.length === 0 ? NONE : supplierNumbers,
    policy,
    count,
    remarks: remarks.length === 0 ? NONE : remarks,
    placing,
    problems: problems.length === 0 ? NONE : problems,
  };
}

/** All rows of a file are kept until its lines are known, and most have no problem and no shop's number: they share this. */
const NONE: readonly never[] = [];

/** What a spreadsheet shows of a formula that fails. */
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;
const MAY_FAIL = [
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'value',
  'footprint',
  'supplier_number',
] as const;

function readErrors(layout: Layout, cell: CellOf, problems: Problem[]): void {
  for (const role of MAY_FAIL) {
    for (const use of layout.of(role)) {
      const text = cell(use);
      if (text.startsWith('#') && FORMULA_ERROR.test(text)) {
        problems.push({ code: 'formula_error', column: use.name, text });
      }
    }
  }
}

type CellOf = (use: ColumnUse) => string;

/** The distributor that a cell names. */
const distributorIn = remembering(distributorNamed);

/** Whether a column has a distributor's numbers and, where that has none, the manufacturers': order lists are written so. */
function isOfBoth({ name }: ColumnUse, layout: Layout, cell: CellOf): boolean {
  if (layout.has('mpn')) return false;
  const { meanings } = readHeader(name);
  // People order by the manufacturers' numbers, too, where the list names these.
  return name === '' || meanings.has('manufacturer') ||
    (meanings.has('order') && layout.of('manufacturer').some((use) => !isNothing(cell(use))));
}

/** Between several numbers of a shop's column: some write a second one behind `or`. */
const BETWEEN_NUMBERS = /[\n\r;|]+|,\s+|\s+(?:or|oder|ou|или)\s+/iu;

/** What stands in place of a shop's number: `unknown`, `Call for quote`. Some shops' numbers are words in capital letters. */
export function isWord(text: string): boolean {
  return isPhrase(text) || isRemark(text) ||
    !/\d/.test(text) && (/\p{Ll}/u.test(text) || /^(?:ANY|OTHER|UNKNOWN|NONE|TBD|LINK)$/.test(text));
}

/** `tolerance 20%`: a word in small letters, and behind it less than a number. */
function isRemark(text: string): boolean {
  const [word = '', ...others] = text.split(/\s+/);
  return others.length === 1 && /^\p{Ll}{3,}[.:]?$/u.test(word) &&
    !/\d{4}|\p{Lu}\p{N}|\p{N}\p{Lu}/u.test(others[0]!);
}

/** `Teensy 4.0 dev board`: three words and more, two of them in small letters. */
function isPhrase(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length > 2 && words.filter((word) => /^\p{L}?\p{Ll}{2,}$/u.test(word)).length > 1;
}

function readSupplierNumbers(layout: Layout, cell: CellOf, problems: Problem[]) {
  const suppliers = layout.of('supplier');
  const numbers: SupplierNumber[] = [];
  const manufacturers: string[] = [];
  for (const use of layout.of('supplier_number')) {
    const named = suppliers.find(({ group }) => group === use.group) ??
      (suppliers.length === 1 ? suppliers[0] : undefined);
    const said = named ? cell(named) : '';
    const names = said.split('\n').map((name) => name.trim());
    const before = manufacturers.length;
    const entries = cell(use).split(BETWEEN_NUMBERS);
    const ofSeveral = use.supplier === null ? readHeader(use.name).distributors : [];
    for (const [i, entry] of entries.entries()) {
      const number = entry.trim();
      if (isNothing(number) || isWord(number) || readPlacing(number) === 'not' || /^https?:/i.test(number)) {
        continue;
      }
      // One of digits alone may be a distributor's.
      const isDistributors = readDistributorNumber(null, number).distributor !== null ||
        !/\p{L}/u.test(number);
      if (isOfBoth(use, layout, cell) && !isDistributors) {
        manufacturers.push(number);
        continue;
      }
      // As many names as numbers are each one's own.
      const name = names.length > 1 && names.length === entries.length ? names[i]! : said;
      const shaped = supplierOfNumber(number);
      const supplier = use.supplier ?? (shaped === 'DigiKey' ? shaped : null) ??
        ofSeveral.find((one) => isNumberBelow(one, number)) ??
        (isNothing(name) ? null : distributorIn(name) ?? name) ?? shaped;
      numbers.push({ supplier, number });
    }
    if (manufacturers.length > before + 1) {
      problems.push({ code: 'several_parts_in_cell', column: use.name, text: cell(use) });
    }
  }
  return { supplierNumbers: numbers, manufacturers };
}

/** What spreadsheets show of a number that they take for a day. */
const DATE =
  /^(?:\d{1,2}-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?$|^\d{4}-\d\d-\d\d$/i;

function readParts(
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
  const numberOf = (use: ColumnUse) => {
    const { text, ...beside } = readNumberCell(textOf(use), layout.isCounted(use));
    policy ??= beside.policy;
    if (use.group === 0) count ??= beside.count;
    return { text, ...beside };
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
    for (const [column, use] of group.mpn.entries()) {
      const own = arePairs && !isDigiKeys(cell(group.manufacturer[column]!))
        ? textOf(group.manufacturer[column]!)
        : '';
      // Libraries name both fields twice, and fill one or the other.
      const number = numberOf(use);
      const besides = isNothing(own) ? (isFirst ? names : '') : own;
      const written = [number.text, isNothing(besides) ? number.manufacturer ?? '' : besides] as const;
      const isElsewhere = number.manufacturer !== null &&
        !areOneManufacturer(number.manufacturer, written[1]);
      const shop = number.note === null ? null : supplierOfNumber(number.note);
      if (shop === 'DigiKey' || shop === 'LCSC') {
        supplierNumbers.push({ supplier: shop, number: number.note! });
      }
      remarks.push(...[number.note, isElsewhere ? number.manufacturer : null].filter((one) => one !== null));
      if (number.note !== null || number.manufacturer !== null) {
        problems.push({ code: 'words_beside_number', column: use.name, text: cell(use) });
      }
      const isSwapped = areSwapped(...written);
      const [said, beside] = isSwapped ? [written[1], written[0]] : written;
      if (isSwapped) {
        problems.push({ code: 'number_and_manufacturer_swapped', column: use.name, text: written[0] });
      }
      const named = manufacturersIn(isNothing(beside) ? '' : beside);
      if (isNothing(said) || readPlacing(said) === 'not' || isNotPlacedWord(said)) continue;
      if (layout.isOfEmptyPlace(use)) {
        if (!isFirst) continue;
        isEmptyPlace = true;
      }
      const entries = entriesOf(said, false);
      if (entries.length > 1) problems.push({ code: 'several_parts_in_cell', column: use.name, text: said });
      entries.forEach((entry, i) => {
        const aside = named.length === entries.length
          ? named[i]!
          : isFirst
          ? named.length > 1 ? manufacturerIn(beside) : named[0] ?? null
          : null;
        const read = readPart(entry, aside, layout, group.manufacturer.length > 0);
        // Named beside its manufacturer and the shop's own number, it is a part that can be bought.
        const isShops = read.mpn === null && read.manufacturer !== null && supplierNumbers.length > 0 &&
          isNumberOfShop(entry);
        const part = isShops
          ? { ...read, mpn: entry }
          : isNameAgain(read)
          ? { mpn: null, manufacturer: read.manufacturer }
          : read;
        if (isShops) problems.push({ code: 'number_with_words', column: use.name, text: entry });
        isFirst = false;
        const owner = part.mpn === null ? null : supplierOf(part.mpn, supplier, use);
        if (owner !== null) {
          supplierNumbers.push({ supplier: owner, number: withoutShop(part.mpn!) });
          problems.push({ code: 'number_of_a_distributor', column: use.name, text: entry });
          if (part.manufacturer !== null) parts.push({ mpn: null, manufacturer: part.manufacturer });
          return;
        }
        if (part.mpn === null) problems.push({ code: 'no_number_in_word', column: use.name, text: entry });
        else if (areTwoNumbers(part.mpn) || isUnsure(part.mpn)) {
          problems.push({ code: 'number_with_words', column: use.name, text: entry });
        } else if (isLostNumber(part.mpn)) {
          problems.push({ code: 'number_lost', column: use.name, text: entry });
        } else if (row.typed?.get(use.index)?.kind === 'date' || DATE.test(part.mpn)) {
          problems.push({ code: 'number_is_date', column: use.name, text: entry });
        }
        if (part.mpn !== null || part.manufacturer !== null) parts.push(part);
      });
    }
    // A manufacturer without a number says whose part it may be; of alternates it says nothing.
    if (isFirst && group === layout.groups[0]) {
      const [only, ...others] = manufacturersIn(names);
      const manufacturer = others.length > 0 ? manufacturerIn(names) : only ?? null;
      if (manufacturer !== null) parts.push({ mpn: null, manufacturer });
    }
  }
  return { parts, isEmptyPlace, policy, count, remarks };
}

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

/** Every row is asked: few texts end so. */
const isDigiKeys = (text: string) => /-ND$/i.test(text) && supplierOfNumber(text) === 'DigiKey';

/** A distributor's number without its name in front: `Digikey 36-54-ND`. */
function withoutShop(text: string): string {
  const [first = '', ...others] = text.split(/\s+/);
  const number = others.join(' ');
  return distributorIn(first) !== null && supplierOfNumber(number) !== null ? number : text;
}

/** The manufacturers that a cell names. */
const manufacturersIn = remembering((cell): readonly (string | null)[] =>
  entriesOf(cell, true).map(manufacturerIn)
);

/** Parts that a remark names as alternates, where there is one that they can stand in for. */
function alternatesInNotes(
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

function readPart(
  entry: string,
  manufacturer: string | null,
  layout: Layout,
  hasManufacturer: boolean,
): LinePart {
  // A column of manufacturers that says nothing here does not forbid a name beside the number.
  const isAlone = !hasManufacturer || (manufacturer === null && entry.includes(' '));
  if (layout.isCombined || isAlone) {
    const split = splitPart(entry);
    if (layout.isCombined || (split.mpn !== null && isKnownSplit(split))) {
      return { mpn: split.mpn, manufacturer: split.manufacturer ?? manufacturer };
    }
  }
  return { mpn: numberIn(entry), manufacturer };
}

/** Outside a column of both, only a name that is known is taken off: `PTS645SL50SMTR92 LFS` is one number. */
function isKnownSplit({ manufacturer }: LinePart): boolean {
  return manufacturer !== null && resolveManufacturer(manufacturer) !== null && !/\d/.test(manufacturer);
}

/** Whose number stands in a column of part numbers, where it is a distributor's. */
function supplierOf(number: string, supplier: string | null, use: ColumnUse): string | null {
  const shaped = supplierOfNumber(number);
  if (shaped === 'DigiKey') return shaped;
  // A manufacturer's number is what the column is called after, unless it says no more than "part number".
  return supplier !== null && !readHeader(use.name).meanings.has('manufacturer') &&
      isNumberOf(supplier, number)
    ? supplier
    : null;
}

/** As a value or a note it says that nothing stands there. */
const NOT_CONNECTED = /^n[./]?c\.?$/i;
/** `10k/NC`, `NC(100n)`: so it does beside a resistance or a capacitance. A relay of 12 V may be closed. */
const VALUE_NOT_CONNECTED =
  /^NC[\s/_(,-]+([\d.,]+\s?[^\sVvAW]*?)\)?$|^([\d.,]+\s?[^\sVvAW]*?)[\s/_(,-]+NC\)?$/;

function isNotConnected(text: string): boolean {
  if (text.length > MAX_VALUE_CHARS) return false;
  const value = VALUE_NOT_CONNECTED.exec(text);
  return NOT_CONNECTED.test(text) || (value !== null && looksOf(value[1] ?? value[2]!).has('value'));
}

/** `C N.C. 0805`, `1k / NC / 0603`: a word of its own in a short description. */
const ALONE_NOT_CONNECTED = /(?:^|[\s,;/|(])N\.?C\.?(?=$|[\s,;/|)])/;
/** What has contacts is closed by it, or has pins that are so. */
const OF_CONTACTS =
  /relay|switch|contact|button|reed|sensor|thermostat|valve|normal|\bpins?\b|\bS[PW]|\bN\.?O\b|schalter|taster|kontakt|реле|开关|継電器|スイッチ/iu;
const HAS_CONTACTS = /^(?:S|SW|K|RL|RLY|REL|RE|BTN?|PB|KEY|B)\d/i;
/** Jumpers, which are closed where their value is `N/C`. */
const IS_JUMPER = /^(?:JP|SJ|J|LK|JMP|W)\d/i;

/** Whether a text says that the part is connected to nothing. */
function isUnconnected(
  role: ColumnRole,
  text: string,
  designatorsOf: () => ReadonlySet<string>,
): boolean {
  const isClosed = (name: string) => IS_JUMPER.test(name) || HAS_CONTACTS.test(name);
  if (/^n\/c$/i.test(text) && [...designatorsOf()].some(isClosed)) return false;
  if ((role === 'value' || role === 'note') && isNotConnected(text)) return true;
  return (role === 'value' || role === 'description') && text.length <= MAX_DESCRIPTION_CHARS &&
    ALONE_NOT_CONNECTED.test(text) && !OF_CONTACTS.test(text) &&
    designatorsOf().size > 0 && ![...designatorsOf()].some((name) => HAS_CONTACTS.test(name));
}

const areCapacitors = (designators: ReadonlySet<string>) =>
  designators.size > 0 && [...designators].every((name) => /^C\d/i.test(name));

/** Longer ones tell of a part's pins, too. */
const MAX_DESCRIPTION_CHARS = 40;
/** No value is longer that says it so. */
const MAX_VALUE_CHARS = 30;

/** Where a word for it may stand, besides the columns that are for it. */
const MAY_SAY_NOT_PLACED = [
  'mpn',
  'value',
  'footprint',
  'note',
  'description',
  'quantity',
  'supplier',
  'supplier_number',
  'manufacturer',
  'substitution',
  'extra',
] as const;

/** Where people write that a part is on some of the boards. */
const MAY_BE_CONDITIONAL: ReadonlySet<ColumnRole> = new Set(['value', 'note', 'quantity']);

function readPlacingOf(layout: Layout, cell: CellOf, isEmptyPlace: boolean, problems: Problem[]): Placing {
  const said = readColumnsOfPlacing(layout, cell, problems);
  if (isEmptyPlace || said !== null) {
    return said?.isNotPlaced ? said : { isNotPlaced: isEmptyPlace, where: null };
  }
  return readWordsOfPlacing(layout, cell, problems);
}

/** What a column says with a word that says no more than that the part is not placed, or under a condition. */
function notPlacedBy(use: ColumnUse, text: string, problems: Problem[]): Placing {
  const condition = conditionIn(text);
  const isNotPlaced = condition !== 'some';
  if (condition === null) return { isNotPlaced, where: use.name };
  const code = isNotPlaced ? 'conditional_not_placed' : 'conditional_placed';
  problems.push({ code, column: use.name, text });
  return { isNotPlaced, where: null };
}

const leavesEmpty = (word: ReturnType<typeof readPlacing>, text: string) =>
  word === 'not' || (word === null && (saysNotPlaced(text) || conditionIn(text) === 'open'));

/** What the columns for it say; null where they say nothing. */
function readColumnsOfPlacing(layout: Layout, cell: CellOf, problems: Problem[]): Placing | null {
  let isPlaced = false;
  const found: Placing[] = [];
  for (const use of layout.of('do_not_place')) {
    const said = cell(use);
    if (said === '') continue;
    const word = readPlacing(said);
    if (word === 'yes') found.push({ isNotPlaced: true, where: null });
    else if (leavesEmpty(word, said)) {
      found.push({ ...notPlacedBy(use, said, problems), where: null });
    } else if (word === 'placed') isPlaced = true;
    else if (word === null) problems.push({ code: 'do_not_place_unread', column: use.name, text: said });
  }
  for (const use of layout.of('place')) {
    const said = cell(use);
    if (said === '') {
      if (layout.isBlankNotPlaced) found.push({ isNotPlaced: true, where: null });
      continue;
    }
    const word = readPlacing(said);
    if (word === 'no') found.push({ isNotPlaced: true, where: null });
    else if (leavesEmpty(word, said)) {
      const placing = notPlacedBy(use, said, problems);
      // `Not fitted` under `Fitted` is a plain answer.
      found.push(said.toLowerCase().endsWith(use.name.toLowerCase()) ? { ...placing, where: null } : placing);
    } else if (word === null) problems.push({ code: 'do_not_place_unread', column: use.name, text: said });
  }
  return found.find(({ isNotPlaced }) => isNotPlaced) ?? found[0] ??
    (isPlaced ? { isNotPlaced: false, where: null } : null);
}

/** What is said among a line's other words. */
function readWordsOfPlacing(layout: Layout, cell: CellOf, problems: Problem[]): Placing {
  const places: string[] = [];
  for (const use of layout.of('designators')) {
    const { text, notPlaced } = readPlaces(cell(use));
    if (notPlaced === 'all') return { isNotPlaced: true, where: use.name };
    if (notPlaced === 'some') problems.push({ code: 'some_not_placed', column: use.name, text: cell(use) });
    if (notPlaced === 'open') {
      problems.push({ code: 'conditional_placed', column: use.name, text: cell(use) });
    }
    places.push(text);
  }
  let named: ReadonlySet<string> | null = null;
  // Few rows have a word for whose sake the places have to be known.
  const designatorsOf = () =>
    named ??= new Set(places.flatMap((text) => readDesignators(text, null).designators));
  for (const role of MAY_SAY_NOT_PLACED) {
    for (const use of layout.of(role)) {
      const said = cell(use);
      if (said === '') continue;
      if (
        role === 'extra' && layout.isOfPlacing(use) && readPlacing(said) === null && !isNotPlacedWord(said)
      ) {
        problems.push({ code: 'do_not_place_unread', column: use.name, text: said });
        continue;
      }
      if (!maySpeakOfPlacing(said) || /^https?:/i.test(said)) continue;
      const some = notPlacedAmong(said).filter((name) => designatorsOf().has(name));
      if (some.length > 0) {
        if (some.length === designatorsOf().size) return { isNotPlaced: true, where: use.name };
        problems.push({ code: 'some_not_placed', column: use.name, text: said });
        continue;
      }
      if (isUnconnected(role, said, designatorsOf)) {
        problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        return { isNotPlaced: true, where: null };
      }
      const np = role === 'value' || role === 'footprint'
        ? meaningOfNp(said, role, () => areCapacitors(designatorsOf()))
        : null;
      if (np !== null) {
        const code = np === 'not' ? 'read_as_not_placed' : 'not_placed_or_non_polar';
        problems.push({ code, column: use.name, text: said });
        if (np === 'not') return { isNotPlaced: true, where: null };
      }
      const inFront = role === 'mpn' ? placingInFront(said)?.toLowerCase() : undefined;
      if (inFront === 'np') problems.push({ code: 'not_placed_or_non_polar', column: use.name, text: said });
      if (inFront === 'nf') {
        problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        return { isNotPlaced: true, where: null };
      }
      const isWord = isNotPlacedWord(said) || (role === 'mpn' && readPlacing(said) === 'not');
      const isInside = role !== 'extra' && role !== 'supplier' && role !== 'supplier_number' &&
        role !== 'manufacturer' &&
        saysNotPlaced(said);
      if (isInside && isPluggedIn(said)) problems.push({ code: 'plugged_in', column: use.name, text: said });
      else if (isWord || isInside) {
        const placing = notPlacedBy(use, said, problems);
        // In words it may be said of something else that a text speaks of.
        const isUnsure = placing.where !== null && (role === 'value' || role === 'description') &&
          saysInWords(said);
        if (isUnsure) problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        if (placing.isNotPlaced) return isUnsure ? { isNotPlaced: true, where: null } : placing;
      } else if (
        (MAY_BE_CONDITIONAL.has(role) && isOfSomeBoards(said)) ||
        (role === 'description' && beginsOptional(said))
      ) {
        problems.push({ code: 'conditional_placed', column: use.name, text: said });
      }
    }
  }
  return PLACED;
}

const PLACED: Placing = { isNotPlaced: false, where: null };
