/** Roles that only the whole table shows: each rule looks at what the columns together leave out. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { decoder } from '../../parts/decoders/source.ts';
import { readDesignators } from '../rows/designators.ts';
import { readWordsBeside } from '../rows/words-beside.ts';
import type { Row } from '../table.ts';
import {
  type Column,
  FEW_UNLIKE,
  hasNumbers,
  isOrderNumber,
  NEARLY_ALL,
  NO_NAME,
  SURE_BY_VALUES,
  textsOf,
  wordsOf,
} from './column.ts';
import { fitOf } from './fits.ts';
import type { HeaderWords } from './header-words.ts';
import { type Profile, profileOf } from './profile.ts';
import { looksOf } from './recognisers.ts';
import { isProven } from './scores.ts';
import { SURELY_PROVEN } from './weights.ts';

const NEARLY_ALL_MANUFACTURERS = 0.75;

/** Of a column that is called after what it describes, few cells are anything but numbers, and schemes read half of these. */
export const MOSTLY_READ = 0.5;

/** Where no name says which column has the part numbers, it is the one in which nearly every cell is known to be one. */
export function numbersUnderAnyName(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const isOf = ({ index, profile }: Column) =>
    profile.filled > 0 && ['mpn', 'supplier_number'].includes(roles.get(index) ?? 'extra');
  if (columns.some(isOf)) return;
  const isWithoutNames = columns.every(({ cell }) => (cell?.name ?? '') === '');
  const namesManufacturers = [...roles.values()].includes('manufacturer');
  const column = columns.find((each) =>
    !wordsOf(each).meanings.has('device') && each.profile.share('part_number') >= NEARLY_ALL &&
    ((roles.get(each.index) ?? 'extra') === 'extra'
      ? each.profile.decoded() >= NEARLY_ALL ||
        (isWithoutNames && namesManufacturers && each.profile.distinct >= NEARLY_EACH &&
          isProven(each.profile))
      : isOfNumbersAlone(each, roles.get(each.index)!))
  );
  if (column) roles.set(column.index, 'mpn');
}

/** Whether cells below a manufacturer's title are numbers instead of names: nearly each is another one, and no name is known. */
export function areNumbersForNames({ filled, distinct, share, spelled }: Profile): boolean {
  return filled >= LEAST_FOR_NAMES && distinct >= NEARLY_EACH && spelled() >= SURE_BY_VALUES &&
    share('part_number') >= NEARLY_ALL && share('manufacturer') === 0;
}

/** Fewer cells tell nothing of a column, and one part may stand in two rows. */
export const LEAST_FOR_NAMES = 3;

export const NEARLY_EACH = 0.8;

/** Some take `Manufacturer` for the manufacturer's number. Where no column has these and schemes read what stands there, it is theirs. */
export function numbersForManufacturers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (hasNumbers(columns, roles)) return;
  const column = columns.find(({ index, profile }) =>
    roles.get(index) === 'manufacturer' && areNumbersForNames(profile) && profile.decoded() >= SURELY_PROVEN
  );
  if (column) roles.set(column.index, 'mpn');
}

/** Numbers stand under `Footprint` where a list was filled by hand: schemes read them, and hardly one is a package. */
export function numbersForFootprints(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (hasNumbers(columns, roles)) return;
  const column = columns.find(({ index, profile: { filled, share, decoded } }) =>
    roles.get(index) === 'footprint' && filled >= LEAST_FOR_NAMES && share('part_number') >= NEARLY_ALL &&
    share('footprint') < HARDLY_ONE && decoded() >= SURELY_PROVEN
  );
  if (column) roles.set(column.index, 'mpn');
}

const HARDLY_ONE = 0.1;

/** Of a column of values and numbers, so many cells have both, and so many have a number. */
const SOME_BOTH = 0.3;
const MOSTLY_WITH_NUMBER = 0.5;

/** Numbers stand behind the values in one column, as under `Comment`: `12pF GRM1555C1H120JA01D`. Schemes read most of them. */
export function numbersBehindValues(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if (hasNumbers(columns, roles)) return;
  const column = columns.find((each) => {
    const role = roles.get(each.index) ?? 'extra';
    if (!['value', 'note', 'description', 'extra'].includes(role) || each.profile.filled < LEAST_FOR_NAMES) {
      return false;
    }
    const texts = textsOf(sample, each.index);
    const apart = texts.map((text) => readWordsBeside(text, false)).filter((one) =>
      one !== null && one.number !== null
    );
    const both = apart.filter((one) => one!.value !== null);
    const alone = texts.filter((text) => looksOf(text).get('part_number') === 1);
    return both.length >= LEAST_FOR_NAMES && both.length >= texts.length * SOME_BOTH &&
      apart.length + alone.length >= texts.length * MOSTLY_WITH_NUMBER &&
      both.filter((one) => decoder.decode(one!.number!).length > 0).length >= both.length * MOSTLY_READ;
  });
  if (column) roles.set(column.index, 'mpn');
}

/** Whether a column that is called `Description` or `Type` has the part numbers instead: no values among them, and no sentences. */
function isOfNumbersAlone(column: Column, role: ColumnRole): boolean {
  const { meanings } = wordsOf(column);
  const { share, decoded } = column.profile;
  const isNamedOtherwise = (role === 'description' || role === 'value') && !meanings.has('value') &&
    !meanings.has('comment');
  return isNamedOtherwise && share('value') + share('text') + share('footprint') <= FEW_UNLIKE &&
    decoded() >= MOSTLY_READ;
}

/** Fewer places in a column prove nothing. */
const LEAST_PLACES = 3;
/** Longer lists would cost more to spell out than they tell. */
const MAX_PLACES_CHARS = 1_000;
/** Of the rows with places in a column of words, the quantity counts these in nearly all. */
const NEARLY_EACH_AGREES = 0.9;

/** Places of which one letter or two begin the name: `C1`, `R9 ~ R16`. */
const PLACE = /^[A-Z]{1,3}\d{1,4}(?!\p{L})/u;

/** A column that is called after references, with places in some rows and words in others: it is that of places if the quantity counts them. */
export function placesAmongWords(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  if ([...roles.values()].includes('designators')) return;
  const quantity = columns.find(({ index }) => roles.get(index) === 'quantity');
  const column = columns.find(({ index, cell }) =>
    (roles.get(index) ?? 'extra') === 'extra' && (cell?.scores.get('designators') ?? 0) >= FEW_OTHERS
  );
  if (!quantity || !column) return;
  let [compared, agree] = [0, 0];
  for (const { cells } of sample) {
    const text = cells[column.index] ?? '';
    const count = Number(cells[quantity.index] ?? '');
    if (text.length > MAX_PLACES_CHARS || !PLACE.test(text) || !(count > 0)) continue;
    if (looksOf(text).get('designators') !== 1) continue;
    compared += 1;
    if (readDesignators(text, count).designators.length === count) agree += 1;
  }
  if (compared >= LEAST_PLACES && agree >= compared * NEARLY_EACH_AGREES) {
    roles.set(column.index, 'designators');
  }
}

/** Rows in which the count has to agree. */
const LEAST_AGREEING = 0.7;

/** A second column of places, as of another board: the quantity counts both, and no place stands in the two of them. */
export function placesBesidePlaces(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  const holderOf = (role: ColumnRole) => columns.find(({ index }) => roles.get(index) === role);
  const [places, quantity] = [holderOf('designators'), holderOf('quantity')];
  if (!places || !quantity) return;
  for (const column of columns) {
    if (
      (roles.get(column.index) ?? 'extra') !== 'extra' ||
      column.profile.share('designators') <= SURE_BY_VALUES
    ) {
      continue;
    }
    let [compared, agree, apart] = [0, 0, 0];
    for (const { cells } of sample) {
      const [one, other] = [places, column].map(({ index }) =>
        readDesignators(cells[index] ?? '', null).designators
      ) as [readonly string[], readonly string[]];
      const count = Number(cells[quantity.index] ?? '');
      if (other.length === 0 || !(count > 0)) continue;
      compared += 1;
      if (!other.some((name) => one.includes(name))) apart += 1;
      if (one.length + other.length === count) agree += 1;
    }
    if (compared > 1 && apart === compared && agree >= compared * LEAST_AGREEING) {
      roles.set(column.index, 'designators');
    }
  }
}

/**
 * Where no column names places, one that is called after somebody's numbers does, if it names as many as the quantity counts:
 * shops' templates let each row be called by its places.
 */
export function placesForNumbers(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  const isOf = (role: ColumnRole) => ({ index, profile }: Column) =>
    profile.filled > 0 && roles.get(index) === role;
  const quantity = columns.find(isOf('quantity'));
  const column = columns.find(isOf('internal_number'));
  if (!quantity || !column || columns.some(isOf('designators'))) return;
  if (column.profile.share('designators') <= SURE_BY_VALUES) return;
  let [compared, agree, several] = [0, 0, 0];
  for (const { cells } of sample) {
    const count = Number(cells[quantity.index] ?? '');
    const named = readDesignators(cells[column.index] ?? '', count).designators.length;
    if (named === 0 || !(count > 0)) continue;
    compared += 1;
    if (named === count) agree += 1;
    if (named > 1) several += 1;
  }
  if (several > 0 && agree >= compared * LEAST_AGREEING) roles.set(column.index, 'designators');
}

/** Of a column in front that is called after the project, as many cells are words, and as few are alike. */
const LEAST_WORDS = 0.7;

const MOSTLY_UNKNOWN = 0.5;

/** What stands in front of everything else under a name that says nothing, or under none, in words, is what each row is about. */
export function nameInFront(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const [first] = columns.filter(({ profile }) => profile.filled > 0);
  if (!first || wordsOf(first).known > MOSTLY_UNKNOWN) return;
  const given = [...roles.values()];
  const isTaken = given.includes('description');
  // Where it has no name, the other columns have to show that parts are listed.
  const areCounted = given.includes('quantity') &&
    (['value', 'mpn', 'supplier_number'] as const).some((role) => given.includes(role));
  if (wordsOf(first).plain === '' && !areCounted) return;
  const { filled, rows, distinct, share, wordless } = first.profile;
  const isOfWords = filled >= rows * LEAST_WORDS && distinct >= LEAST_WORDS && wordless() === 0 &&
    share('part_number') + share('designators') + share('value') + share('footprint') < 1 - LEAST_WORDS;
  if (!isTaken && (roles.get(first.index) ?? 'extra') === 'extra' && isOfWords) {
    roles.set(first.index, 'description');
  }
}

/** Whether two names say one thing: `Description` and `Part Description`. */
export function isOfOneName(one: HeaderWords, other: HeaderWords): boolean {
  const isDescription = ({ meanings, unknown }: HeaderWords) =>
    meanings.size === 1 && meanings.has('description') && unknown.length === 0;
  // A library numbers what somebody added to it: `Package`, `PACKAGE3`.
  const isNumbered = one.index !== null || other.index !== null;
  const isFootprint = ({ meanings }: HeaderWords) => meanings.has('package') || meanings.has('footprint');
  const areNumbered = isNumbered && isFootprint(one) &&
    one.plain.replace(/ \d+$/, '') === other.plain.replace(/ \d+$/, '');
  return one.plain !== '' &&
    (one.plain === other.plain || (isDescription(one) && isDescription(other)) || areNumbered);
}

/** Beside a shop's own code, what its column of part numbers has is the manufacturers': schemes read it. */
export function numbersBesideCodes(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].includes('mpn')) return;
  const ofShops = columns.filter((column) =>
    roles.get(column.index) === 'supplier_number' && wordsOf(column).distributor !== null
  );
  for (const column of ofShops) {
    const { meanings, distributor } = wordsOf(column);
    const hasCode = ofShops.some((other) =>
      other !== column && roles.get(other.index) === 'supplier_number' &&
      wordsOf(other).distributor === distributor && !wordsOf(other).meanings.has('part')
    );
    if (hasCode && meanings.has('part') && column.profile.decoded() >= SURELY_PROVEN) {
      roles.set(column.index, 'mpn');
    }
  }
}

/** Of the cells that would stand in for others, this many are names and values, and not sentences. */
const MOSTLY_NAMES = 0.5;

const NEARLY_ALL_NAMES = 0.8;

/**
 * Columns that say what another leaves out: of two with one name, the emptier one, and a comment beside values, which programs
 * fill with the part's name where it has no value.
 */
export function standIns(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  for (const role of ['value', 'description', 'footprint'] as const) {
    const holder = columns.find(({ index }) => roles.get(index) === role);
    if (!holder) continue;
    for (const column of columns) {
      const given = roles.get(column.index) ?? 'extra';
      if (column === holder || column.profile.filled === 0 || (given !== 'extra' && given !== 'note')) {
        continue;
      }
      const isSame = isOfOneName(wordsOf(column), wordsOf(holder));
      const isComment = role === 'value' && wordsOf(holder).meanings.has('value') &&
        wordsOf(column).meanings.has('comment');
      if (!isSame && !isComment) continue;
      const left = sample.filter(({ cells }) => (cells[holder.index] ?? '') === '');
      const { filled, share } = profileOf(left, column.index);
      // Where no row has a value, the comments of a list are its names and values.
      const most = holder.profile.filled === 0 ? NEARLY_ALL_NAMES : MOSTLY_NAMES;
      if (filled > 0 && (isSame || share('text') < most)) roles.set(column.index, role);
    }
  }
}

/** Of a column that describes, this many cells are something else at most. */
const FEW_OTHERS = 0.3;

/** What a name may be made of that says no more than that a column tells parts apart. */
const DESCRIBING: ReadonlySet<string> = new Set(['part', 'device', 'type', 'category', 'name']);

/** Where no column describes the parts, one that is called after them does: `Component` with `Diode` and `Quartz HC49` below. */
export function describeByParts(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].includes('description')) return;
  // A library's names of parts say something where nothing else does.
  const isTold = [...roles.values()].some((role) =>
    role === 'value' || role === 'mpn' || role === 'supplier_number'
  );
  const column = columns.find(({ index, cell, profile }) => {
    const { meanings, distributor } = cell?.words ?? NO_NAME;
    const isOfParts = meanings.size > 0 && distributor === null &&
      [...meanings].every((one) => DESCRIBING.has(one) || (one === 'library' && !isTold));
    const others = Math.max(
      ...(['whole', 'url', 'money', 'point', 'designators', 'flag', 'mounting'] as const).map(profile.share),
    );
    return isOfParts && (roles.get(index) ?? 'extra') === 'extra' && profile.filled > 0 &&
      others <= FEW_OTHERS;
  });
  if (column) roles.set(column.index, 'description');
}

/** Some call manufacturers vendors: where a vendor's column names manufacturers, the vendor's numbers are theirs. */
export function manufacturersForSuppliers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const isVendor = (column: Column, role: ColumnRole) =>
    roles.get(column.index) === role && wordsOf(column).meanings.has('supplier');
  if ([...roles.values()].includes('mpn') || !columns.some((column) => isVendor(column, 'manufacturer'))) {
    return;
  }
  for (const column of columns) {
    const isNumber = isVendor(column, 'supplier_number') &&
      fitOf('mpn', column.profile) > fitOf('supplier_number', column.profile);
    if (isNumber) roles.set(column.index, 'mpn');
  }
}

/** A supplier whose parts have no manufacturers' numbers is a shop, unless nearly all of the names are known for what they make. */
export function suppliersWithoutNumbers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].includes('mpn')) return;
  for (const column of columns) {
    const { meanings } = wordsOf(column);
    const isSupplier = roles.get(column.index) === 'manufacturer' && meanings.has('supplier') &&
      !meanings.has('manufacturer');
    if (isSupplier && column.profile.share('manufacturer') < NEARLY_ALL_MANUFACTURERS) {
      roles.set(column.index, 'supplier');
    }
  }
}

/** An order number beside a supplier is that supplier's, and so is what it refers to behind each supplier. */
export function ordersForSuppliers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const given = new Set(roles.values());
  if (!given.has('supplier') || given.has('supplier_number')) return;
  const namesManufacturers = columns.some(({ index, profile }) =>
    roles.get(index) === 'manufacturer' && profile.filled > 0
  );
  for (const column of columns) {
    const { meanings } = wordsOf(column);
    const role = roles.get(column.index) ?? 'extra';
    const isBehindSupplier = roles.get(column.index - 1) === 'supplier' &&
      (role === 'mpn' || role === 'extra');
    const isReference = given.has('designators') && meanings.has('reference') &&
      !meanings.has('manufacturer');
    // Numbers that no scheme reads, of nobody but a supplier.
    const isNobodyElses = role === 'mpn' && !namesManufacturers &&
      meanings.has('part') && !meanings.has('manufacturer') && !meanings.has('mpn') &&
      column.profile.filled > 0 && column.profile.decoded() === 0;
    if (isBehindSupplier && (isReference || isNobodyElses)) {
      roles.set(column.index, 'supplier_number');
      continue;
    }
    if (!isOrderNumber(wordsOf(column)) || roles.get(column.index) !== 'mpn') continue;
    // Beside manufacturers, people order by the manufacturers' numbers, too: what stands in the column says it.
    const isManufacturers = namesManufacturers &&
      fitOf('mpn', column.profile) > fitOf('supplier_number', column.profile);
    if (!isManufacturers) roles.set(column.index, 'supplier_number');
  }
}

/** Roles of which a column may prove to be a count: it is called after what is done with the parts that it counts, or not known. */
const MAY_COUNT: ReadonlySet<ColumnRole> = new Set(['place', 'do_not_place', 'extra', 'item', 'note']);
/** So many rows with several places must be counted right: one or two may be by chance. */
const LEAST_SEVERAL = 3;
const MAX_COUNTED_CHARS = 1_000;

/** Where no column counts, it is the one whose whole numbers are those of the designators: `Fitted` with 1, 2 and 4. */
export function countsUnderAnyName(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  const isOf = (role: ColumnRole) => ({ index, profile }: Column) =>
    roles.get(index) === role && profile.filled > 0;
  const places = columns.find(isOf('designators'));
  if (!places || columns.some(isOf('quantity'))) return;
  const column = columns.find((each) =>
    MAY_COUNT.has(roles.get(each.index) ?? 'extra') && each.profile.filled > 0 &&
    !wordsOf(each).meanings.has('money') && countsPlaces(each.index, places.index, sample, MOSTLY_COUNTED)
  );
  if (!column) return;
  // A column of nothing leaves the role to it.
  for (const [index, role] of roles) if (role === 'quantity') roles.set(index, 'extra');
  roles.set(column.index, 'quantity');
}

/** Whether a column has whole numbers alone, so many of which count the places beside them. */
export function countsPlaces(
  index: number,
  places: number,
  sample: readonly Row[],
  most: number,
): boolean {
  let [compared, agree, several] = [0, 0, 0];
  for (const { cells } of sample) {
    const [count = '', names = ''] = [cells[index], cells[places]];
    if (count === '' || names === '' || names.length > MAX_COUNTED_CHARS) continue;
    // None is an answer to whether the part is placed.
    if (!/^[1-9]\d{0,3}(?:\.0+)?$/.test(count)) return false;
    compared += 1;
    if (readDesignators(names, Number(count)).designators.length !== Number(count)) continue;
    agree += 1;
    if (Number(count) > 1) several += 1;
  }
  return several >= LEAST_SEVERAL && agree >= compared * most;
}

/** Slips in quantities are fewer. */
const MOSTLY_COUNTED = 0.8;
