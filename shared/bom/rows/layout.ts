/** The columns of a table by what they hold. */
import type { ColumnRole, ColumnUse, Mapping } from '../../domain/mapping.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { readHeader } from '../mapping/header-words.ts';
import { isOfModels } from '../mapping/numbers-of-models.ts';
import { isNumberBelow, isNumberOf } from '../mapping/recognisers.ts';
import type { Row } from '../table.ts';
import { isValueAlone } from './library-name.ts';
import { type Counted, countedIn } from './number-cell.ts';
import { havePackages } from './package-behind.ts';
import { entriesOf, isNothing, splitPart } from './part-cell.ts';
import { isNotPlacedWord } from './placing.ts';
import { leavesValuesOut } from './value-missing.ts';

/** The columns of a table by what they hold, found out once. */
export interface Layout {
  readonly of: (role: ColumnRole) => readonly ColumnUse[];
  /** Those of several roles that have a column. @param roles the same list for each row: it is looked through once */
  readonly among: <Role extends ColumnRole>(roles: readonly Role[]) => readonly Role[];
  /** Whether the table has the field; one of places only if it names any. */
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
  /** How a column counts in front of its numbers, without a word for it: `3 LM358DR`. */
  readonly countedBy: (use: ColumnUse) => Counted;
  /** Columns whose cells are values, too: of those some are nothing else. */
  readonly isAmongValues: (use: ColumnUse) => boolean;
  /** Columns whose cells are values where resistors and capacitors stand: of these digits alone are one, too. */
  readonly isOfChipValues: (use: ColumnUse) => boolean;
  /** Columns whose numbers are Mouser's wherever that shop is named beside them: by themselves some look like the manufacturers'. */
  readonly isOfMouser: (use: ColumnUse) => boolean;
  /** Columns that are called after a number and a package, which a slash parts: `L78M05CDT-TR/DPAK`. */
  readonly isWithPackage: (use: ColumnUse) => boolean;
  readonly isPackagedInEach: (use: ColumnUse) => boolean;
  /** Whether a column of numbers is called after comments, descriptions or models: what is no number there says what the part is. */
  readonly isOfWords: (use: ColumnUse) => boolean;
  /** Whether a column of numbers is called after models, which are words as often. */
  readonly isOfModels: (use: ColumnUse) => boolean;
  /** Columns of no field in which short words say of some rows that the part is not placed. */
  readonly isOfPlacing: (use: ColumnUse) => boolean;
  /** Resistors and capacitors have values, and a few `NA`. */
  readonly leavesValuesOut: boolean;
  /** Some cells may be of no field: those of a column of none, or of a second column of a field. */
  readonly keepsMore: boolean;
  /** An empty cell in a column of what is placed says that the part is not. */
  readonly isBlankNotPlaced: boolean;
}

/** Roles whose cells are no field of a line, or not in every row. */
const KEPT_APART = ['extra', 'item', 'supplier', 'supplier_number'] as const;
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
  const present = new Map<readonly ColumnRole[], readonly ColumnRole[]>();
  const among = <Role extends ColumnRole>(roles: readonly Role[]): readonly Role[] => {
    const known = present.get(roles) as readonly Role[] | undefined;
    if (known) return known;
    const found = roles.filter((role) => byRole.has(role));
    present.set(roles, found);
    return found;
  };
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
  const counted = new Map(
    of('mpn').map(({ index, name }) => {
      // Titles stand alone in their rows.
      const isOpen = name === '' && !byRole.has('quantity');
      const counting = isOpen
        ? rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
        : rows;
      const texts = counting.map(({ cells }) => cells[index] ?? '').filter((cell) => !isNothing(cell));
      return [index, countedIn(texts, isOpen)] as const;
    }),
  );
  const packaged = new Set(
    of('mpn').filter(({ name }) => name.includes('/') && readHeader(name).meanings.has('package')).map((
      { index },
    ) => index),
  );
  const packagedInEach = new Set(
    [...packaged].filter((index) =>
      havePackages(rows.map(({ cells }) => cells[index] ?? '').filter((cell) => !isNothing(cell)))
    ),
  );
  const worded = new Set(
    of('mpn').filter(({ name }) => {
      const { meanings, plain } = readHeader(name);
      return isOfModels(plain) ||
        ((meanings.has('comment') || meanings.has('description')) && !meanings.has('mpn') &&
          !meanings.has('number'));
    }).map(({ index }) => index),
  );
  const models = new Set(
    of('mpn').filter(({ name }) => isOfModels(readHeader(name).plain)).map(({ index }) => index),
  );
  const placing = new Set(
    of('extra').filter(({ index }) => isOfPlacing(index, rows)).map(({ index }) => index),
  );
  const ofChipValues = new Set(
    of('mpn').filter(({ index }) => areChipValues(index, of('designators'), rows)).map(({ index }) => index),
  );
  const ofMouser = new Set(
    of('mpn').filter(({ index }) => areMousers(index, of('supplier'), rows)).map(({ index }) => index),
  );
  // A column of places that names none in any row is as good as none.
  const namesPlaces = of('designators').some(({ index }) =>
    rows.some(({ cells }) => (cells[index] ?? '') !== '')
  );
  return {
    of,
    among,
    has: (role) => byRole.has(role) && (role !== 'designators' || namesPlaces),
    groups: numbers.map((group) => ({
      // The number of an empty place stands in for one that is missing.
      mpn: of('mpn').filter((use) => use.group === group).toSorted((a, b) =>
        Number(empty.has(a.index)) - Number(empty.has(b.index))
      ),
      manufacturer: of('manufacturer').filter((use) => use.group === group),
    })),
    isOfEmptyPlace: ({ index }) => empty.has(index),
    isOfPlacing: ({ index }) => placing.has(index),
    countedBy: ({ index }) => counted.get(index) ?? null,
    isAmongValues: ({ index }) => of('value').some((value) => value.index === index),
    isOfChipValues: ({ index }) => ofChipValues.has(index),
    isOfMouser: ({ index }) => ofMouser.has(index),
    isWithPackage: ({ index }) => packaged.has(index),
    isPackagedInEach: ({ index }) => packagedInEach.has(index),
    isOfWords: ({ index }) => worded.has(index),
    isOfModels: ({ index }) => models.has(index),
    leavesValuesOut: leavesValuesOut(rows, of),
    isCombined: isCombined(of('mpn')[0], of('manufacturer'), rows),
    keepsMore: KEPT_APART.some((role) => byRole.has(role)) || of('quantity').length > 1 ||
      of('description').some(({ group }) => group > 0),
    isBlankNotPlaced: blank_place === 'not_placed',
  };
}

/** A resistor's place or a capacitor's, in front of a list. */
const PLACE_OF_CHIP = /^[RC]\d/;

export const isChipsPlace = (places: string): boolean => PLACE_OF_CHIP.test(places);

/** Fewer values may stand there for want of a number. */
const LEAST_CHIP_VALUES = 3;
const MOSTLY = 0.5;
const DIGITS = /^\d{1,4}(?:[.,]\d{1,3})?$/;

/** Whether a column of numbers has values where resistors and capacitors stand, and hardly anything else there but digits. */
function areChipValues(index: number, places: readonly ColumnUse[], rows: readonly Row[]): boolean {
  const [place] = places;
  if (!place) return false;
  let [values, others, digits] = [0, 0, 0];
  for (const { cells } of rows) {
    const cell = cells[index] ?? '';
    if (!isChipsPlace(cells[place.index] ?? '') || isNothing(cell)) continue;
    if (DIGITS.test(cell)) digits += 1;
    else if (isValueAlone(cell.split(/[\s/,]/, 1)[0]!)) values += 1;
    else others += 1;
  }
  return digits > 0 && values >= LEAST_CHIP_VALUES && others === 0 &&
    values >= (values + digits) * MOSTLY;
}

/** Fewer numbers may begin so by chance. */
const LEAST_MOUSERS = 4;
const NEARLY_ALL = 0.9;

/** Whether nearly all numbers beside Mouser's name have its shape, and most of them no other: `538-39-28-1083` is one among them. */
function areMousers(index: number, suppliers: readonly ColumnUse[], rows: readonly Row[]): boolean {
  let [beside, like, sure] = [0, 0, 0];
  for (const { cells } of suppliers.length === 0 ? [] : rows) {
    const cell = cells[index] ?? '';
    const isMouser = suppliers.some((use) =>
      /mouser/i.test((cells[use.index] ?? '').slice(0, MAX_WORD_CHARS))
    );
    if (!isMouser || isNothing(cell)) continue;
    beside += 1;
    if (isNumberBelow('Mouser', cell)) like += 1;
    if (isNumberOf('Mouser', cell)) sure += 1;
  }
  return sure >= LEAST_MOUSERS && like >= beside * NEARLY_ALL && sure >= beside * MOSTLY;
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
