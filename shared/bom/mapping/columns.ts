/** What each column of a table holds: by what it is called, and by what stands in it. */
import { COLUMN_ROLES, type ColumnRole, type ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { readDesignators } from '../rows/designators.ts';
import { isNothing } from '../rows/part-cell.ts';
import { fitOf } from './fits.ts';
import type { Header, HeaderCell } from './header.ts';
import { type HeaderWords, nearShortWord, readHeader } from './header-words.ts';
import { type Profile, profileOf } from './profile.ts';
import { isChip, supplierOfNumbers } from './recognisers.ts';

/** Roles that one column of a table has at most; of the others several columns may say something each. */
const SINGLE_ROLES: ReadonlySet<ColumnRole> = new Set([
  'quantity',
  'designators',
  'description',
  'value',
  'footprint',
  'internal_number',
  'substitution',
  'item',
]);

/** What is believed. Both, but for the tests that show why. */
export interface Evidence {
  readonly names: boolean;
  readonly values: boolean;
}

/** Below it a column is kept as it came: it takes more to be sure of some. */
const LEAST_CONFIDENCE = 0.22;
const LEAST_OF: Readonly<Partial<Record<ColumnRole, number>>> = { mpn: 0.3, place: 0.45, do_not_place: 0.4 };
/** A name that leaves no doubt is believed whatever stands below it. */
const CLEAR_NAME = 0.9;
const LEAST_OF_CLEAR_NAMES = 0.15;

/** Of a column that holds nothing but designators, however it is called. */
const CERTAIN_DESIGNATORS = 0.34;

/** Roles that a column may have by its values alone, and how well they must fit where other columns have names. */
const BY_VALUES: Readonly<Partial<Record<ColumnRole, { readonly least: number; readonly weight: number }>>> =
  {
    designators: { least: 0.75, weight: 0.62 },
    mpn: { least: 0.8, weight: 0.55 },
    supplier_number: { least: 0.7, weight: 0.6 },
    supplier: { least: 0.7, weight: 0.6 },
    manufacturer: { least: 0.7, weight: 0.55 },
    quantity: { least: 0.85, weight: 0.55 },
    footprint: { least: 0.75, weight: 0.5 },
    value: { least: 0.8, weight: 0.48 },
    description: { least: 0.8, weight: 0.4 },
  };

const KNOWN_MANUFACTURERS = 0.4;
const KNOWN_SUPPLIERS = 0.6;
const COUNTING = 0.3;

/** Names of columns that sometimes hold part numbers and mostly something that looks alike. */
const VAGUE = ['library', 'type', 'name', 'material'] as const;

/** A column of parts beside one of values holds what a program's library calls them. */
function isVagueName({ meanings }: HeaderWords, hasValues: boolean): boolean {
  return VAGUE.some((meaning) => meanings.has(meaning)) ||
    (hasValues && meanings.has('part') &&
      !['number', 'manufacturer', 'mpn', 'alternate'].some((one) => meanings.has(one as 'number')));
}

/** Of the numbers of a column of part numbers, schemes read a third and more; of other codes none but by chance. */
const PROVEN = 0.12;
/** A library names some of its symbols after parts, and most after what they are: `C`, `LED`. */
const MOSTLY_NUMBERS = 0.5;

function isProven({ decoded, share }: Profile): boolean {
  return share('part_number') >= MOSTLY_NUMBERS && decoded() >= PROVEN;
}

/** Fewer numbers among a library's names of packages prove nothing. */
const LEAST_NUMBERS = 5;

/**
 * How well the numbers fit that a library gives to what is no chip: `STM32F103C8T6` beside `C0402`, of which the value says what
 * it is. Null where nothing proves them.
 */
function fitAmongChips(sample: readonly Row[], index: number): number | null {
  const numbers = profileOf(sample.filter(({ cells }) => !isChip(cells[index] ?? '')), index);
  return numbers.filled >= LEAST_NUMBERS && isProven(numbers) ? fitOf('mpn', numbers) : null;
}

/** How well numbers fit that stand below `Name`, where the other cells have no more than a mark for nothing. Null where nothing proves them. */
function fitWithoutMarks(sample: readonly Row[], index: number): number | null {
  const numbers = profileOf(sample.filter(({ cells }) => !isNothing(cells[index] ?? '')), index);
  return numbers.filled >= LEAST_NUMBERS && isProven(numbers) ? fitOf('mpn', numbers) : null;
}

interface Column {
  readonly index: number;
  readonly cell: HeaderCell | null;
  readonly profile: Profile;
  readonly scores: ReadonlyMap<ColumnRole, number>;
}

const NO_NAME = readHeader('');
const wordsOf = (column: Column) => column.cell?.words ?? NO_NAME;

/** @param sample of the table's rows, see `sampleOf` */
export function assignColumns(header: Header, sample: readonly Row[], evidence: Evidence): ColumnUse[] {
  const width = Math.max(header.cells.length, ...sample.map(({ cells }) => cells.length), 0);
  const hasNames = header.cells.some(({ scores }) => scores.size > 0);
  const hasValues = header.cells.some(({ words, scores }) =>
    words.meanings.has('value') && (scores.get('value') ?? 0) >= 0.9
  );
  const hasManufacturers = header.cells.some(({ scores }) => (scores.get('manufacturer') ?? 0) >= 0.9);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cell = header.cells[index] ?? null;
    const profile = profileOf(sample, index);
    const scores = scoresOf(cell, profile, { hasHeader: hasNames, hasValues, hasManufacturers }, evidence);
    const name = cell?.scores.get('mpn') ?? 0;
    if (evidence.names && evidence.values && hasValues && name > 0 && profile.share('footprint') > 0) {
      const fit = fitAmongChips(sample, index);
      if (fit !== null) scores.set('mpn', Math.max(scores.get('mpn') ?? 0, name * (0.2 + 0.8 * fit)));
    }
    const named = evidence.names && evidence.values && name > 0 && cell!.words.meanings.has('name')
      ? fitWithoutMarks(sample, index)
      : null;
    if (named !== null) scores.set('mpn', Math.max(scores.get('mpn') ?? 0, name * (0.2 + 0.8 * named)));
    return { index, cell, profile, scores };
  });
  const weighed = weighNumbers(weighQuantities(columns, sample, evidence), evidence);
  const roles = distribute(weighed, sample);
  return groupColumns(weighed, roles, sample);
}

/** Of a name that leaves it open whose numbers these are. */
const UNSURE = 0.5;
const WEIGHT_OF_HOUSE = 0.3;

/** Whether a name says no more than `Part Number`: whose numbers they are is left open. */
export function leavesOwnerOpen({ meanings, distributor }: HeaderWords): boolean {
  return meanings.has('part') && meanings.has('number') && distributor === null &&
    !['manufacturer', 'mpn', 'supplier', 'internal', 'customer', 'alternate'].some((one) =>
      meanings.has(one as 'mpn')
    );
}

/** Whether a column that says nothing more than `Part Number` has a house's numbers. */
function isHousePattern(cell: HeaderCell | null, profile: Profile, evidence: Evidence): boolean {
  if (!evidence.values || !evidence.names || !cell) return false;
  return leavesOwnerOpen(cell.words) && profile.isOfOnePattern && profile.share('supplier_number') === 0 &&
    profile.decoded() === 0;
}

/** What the header names besides the column. */
interface Beside {
  readonly hasHeader: boolean;
  readonly hasValues: boolean;
  readonly hasManufacturers: boolean;
}

/** A column's scores for every role that anything speaks for. */
function scoresOf(
  cell: HeaderCell | null,
  profile: Profile,
  { hasHeader, hasValues, hasManufacturers }: Beside,
  evidence: Evidence,
) {
  const scores = new Map<ColumnRole, number>();
  const names = evidence.names ? cell?.scores : undefined;
  const isNamed = names !== undefined && names.size > 0;
  for (const role of COLUMN_ROLES) {
    const fit = evidence.values ? fitOf(role, profile) : 0.7;
    const name = names?.get(role) ?? 0;
    if (name > 0) scores.set(role, name * (0.2 + 0.8 * fit));
    else if (!isNamed && evidence.values && profile.filled > 0) {
      const rule = BY_VALUES[role];
      const isOpen = role === 'quantity' || role === 'value' || role === 'description';
      const isMeant = isOpen && hasHeader && nearShortWord(cell?.name ?? '').has(role);
      // A word may be a name of anything: only names that are known make a column of manufacturers.
      if (role === 'manufacturer' && profile.share('manufacturer') < KNOWN_MANUFACTURERS) continue;
      if (role === 'supplier' && profile.share('supplier') < KNOWN_SUPPLIERS) continue;
      const least = rule && (hasHeader ? rule.least : rule.least - 0.1);
      // Beside named columns only what cannot be missed: a quantity without a name is a price, or a count of something else.
      if (
        rule && fit >= least! &&
        (isMeant || !(hasHeader && isOpen))
      ) {
        scores.set(role, rule.weight * fit);
      }
    }
  }
  if (evidence.values && (names?.get('designators') ?? 0) >= CLEAR_NAME) {
    correctDesignators(scores, profile, cell!.words);
  }
  // `RefNum` and `Shop reference` are of a shop's numbers where nothing below them is a place.
  if (
    evidence.names && evidence.values && cell?.words.meanings.has('reference') && scores.has('designators') &&
    profile.share('like_order_number') >= PROVEN && profile.share('designators') < LIKE_PLACES &&
    profile.share('like_order_number') > profile.share('designators')
  ) {
    scores.delete('designators');
    scores.set('supplier_number', SURE_BY_VALUES);
  }
  // `Qty 100` above prices is a price at that quantity.
  if (evidence.values && /\d/.test(cell?.name ?? '') && isOfPrices(profile)) scores.delete('quantity');
  // Numbers that cannot be anybody else's, below the shop's name and a word for something beside them.
  if (
    evidence.names && evidence.values && cell?.words.distributor &&
    profile.share('supplier_number') >= MOSTLY_NUMBERS
  ) {
    scores.set('supplier_number', Math.max(scores.get('supplier_number') ?? 0, SURE_BY_VALUES));
    scores.delete('extra');
  }
  // Codes of a library, of a type or of nobody knows what look like part numbers: only numbers that are known prove it.
  const isVague = isNamed
    ? isVagueName(cell!.words, hasValues) || (isOrderNumber(cell!.words) && !hasManufacturers)
    : hasHeader;
  if (isVague && scores.has('mpn') && !isProven(profile)) scores.delete('mpn');
  // A house numbers all its parts alike, and no scheme reads that. Their owner is asked, and beside manufacturers they are taken for theirs.
  if (isHousePattern(cell, profile, evidence)) {
    const score = scores.get('mpn')!;
    scores.set('mpn', hasManufacturers ? Math.min(score, UNSURE) : score * WEIGHT_OF_HOUSE);
    if (!hasManufacturers) scores.set('internal_number', Math.max(scores.get('internal_number') ?? 0, score));
  }
  // What counts its rows numbers them, whatever it is called.
  if (evidence.values && profile.isCounting && profile.share('part_number') === 0 && scores.delete('mpn')) {
    scores.set('item', Math.max(scores.get('item') ?? 0, COUNTING));
  }
  // One place may stand in several rows of a list, which says so by naming others together.
  const isAllDesignators = profile.share('designators') > 0.75 && profile.filled > 1 &&
    (profile.distinct > 0.9 || (profile.distinct > MOSTLY_DISTINCT && profile.lists() > FEW_DESIGNATORS));
  if (evidence.values && isAllDesignators) {
    scores.set('designators', Math.max(scores.get('designators') ?? 0, CERTAIN_DESIGNATORS));
  }
  // A kind of package is a type, too: `SOT23`, `0805`, `DIP8`.
  if (
    evidence.values && evidence.names && cell?.words.meanings.has('type') &&
    profile.share('footprint') >= MOSTLY_NUMBERS && profile.share('mounting') <= FEW_UNLIKE
  ) {
    scores.set(
      'footprint',
      Math.max(scores.get('footprint') ?? 0, SURE_BY_VALUES * profile.share('footprint')),
    );
  }
  // Where parts stand on the board, `(1.72 34.29)`, says nothing of what they are.
  if (evidence.values && profile.share('point') > MOSTLY_POINTS) {
    scores.delete('description');
  }
  // Programs call both columns by what each holds: `Manufacturer/MPN`.
  if (profile.share('manufacturer_and_number') > 0.4 && (scores.has('manufacturer') || scores.has('mpn'))) {
    scores.set('mpn', Math.max(scores.get('mpn') ?? 0, 0.8));
    scores.delete('manufacturer');
  }
  return scores;
}

/** Amounts of money are seldom whole, and counts of parts nearly always. */
function isOfPrices({ share }: Profile): boolean {
  return share('money') > MOSTLY_NUMBERS && share('whole') < MOSTLY_NUMBERS;
}

const NEARLY_ALL_MAKERS = 0.75;
const MOSTLY_POINTS = 0.9;
const MOSTLY_DISTINCT = 0.5;
/** Of a column of places, few cells look like something else. */
const FEW_DESIGNATORS = 0.15;
const SURE_BY_VALUES = 0.8;
/** Numbers of a shop begin with letters at times, which could be a place's. */
const LIKE_PLACES = 0.3;

/** `Location` is where a part stands or where it is bought, and `References` are of places or of makes: the cells say which. */
function correctDesignators(
  scores: Map<ColumnRole, number>,
  profile: Profile,
  { plain }: HeaderWords,
): void {
  if (profile.share('designators') >= FEW_DESIGNATORS) return;
  const correct = (role: ColumnRole) => {
    scores.delete('designators');
    scores.set(role, SURE_BY_VALUES);
  };
  const combined = profile.share('manufacturer_and_number');
  if (profile.share('supplier') >= KNOWN_SUPPLIERS) correct('supplier');
  else if (
    combined + profile.share('part_number') >= MOSTLY_NUMBERS && (combined >= PROVEN || isProven(profile))
  ) {
    correct('mpn');
  } else if (
    /^(?:location|loc)s?$/.test(plain) && profile.share('designators') === 0 && profile.distinct < 1
  ) {
    // Where things lie: `Box 7`.
    scores.delete('designators');
  }
}

/** Of several counts the one that agrees with the designators is what stands on a board. */
function weighQuantities(columns: readonly Column[], sample: readonly Row[], evidence: Evidence): Column[] {
  const counts = columns.filter(({ scores }) => scores.has('quantity'));
  const designators = best(columns, 'designators');
  if (counts.length < 2 || !designators || !evidence.values) return [...columns];
  return columns.map((column) => {
    const score = column.scores.get('quantity');
    if (score === undefined) return column;
    let agree = 0;
    let compared = 0;
    for (const { cells } of sample) {
      const quantity = Number.parseFloat((cells[column.index] ?? '').replace(',', '.'));
      const text = cells[designators.index] ?? '';
      if (text === '' || Number.isNaN(quantity)) continue;
      compared += 1;
      if (readDesignators(text, quantity).designators.length === quantity) agree += 1;
    }
    if (compared === 0) return column;
    return {
      ...column,
      scores: new Map(column.scores).set('quantity', score * (0.6 + 0.4 * agree / compared)),
    };
  });
}

/** Numbers that schemes read, in so many cells of one column, are a manufacturer's. */
const SURELY_PROVEN = 0.3;
const WEIGHT_OF_UNPROVEN = 0.6;

/** Of several columns of numbers with vague names, one whose numbers are known goes before one of which none is: that one's are of a house. */
function weighNumbers(columns: readonly Column[], evidence: Evidence): readonly Column[] {
  const named = columns.filter((column) =>
    column.scores.has('mpn') && (column.cell?.scores.get('mpn') ?? 0) >= 0.4 &&
    !wordsOf(column).meanings.has('alternate')
  );
  // A clear name needs no proof, and to know numbers all series have to be loaded.
  const isClear = named.some(({ cell }) => cell!.scores.get('mpn')! >= CLEAR_NAME);
  if (named.length < 2 || isClear || !evidence.values || !evidence.names) return columns;
  if (!named.some(({ profile }) => profile.decoded() >= SURELY_PROVEN)) return columns;
  return columns.map((column) => {
    if (!named.includes(column) || column.profile.decoded() > 0) return column;
    return {
      ...column,
      scores: new Map(column.scores).set('mpn', column.scores.get('mpn')! * WEIGHT_OF_UNPROVEN),
    };
  });
}

function best(columns: readonly Column[], role: ColumnRole): Column | null {
  let found: Column | null = null;
  for (const column of columns) {
    if ((column.scores.get(role) ?? 0) > (found?.scores.get(role) ?? 0)) found = column;
  }
  return found;
}

/** Gives each column one role, the surest first; a single role goes to one column only. */
function distribute(columns: readonly Column[], sample: readonly Row[]): Map<number, ColumnRole> {
  const pairs = columns.flatMap((column) =>
    [...column.scores].map(([role, score]) => ({ column, role, score }))
  ).filter(({ column, role, score }) => score >= leastOf(column, role));
  const hasDesignators = pairs.some(({ column, role }) =>
    role === 'designators' && column.profile.filled > 0
  );
  /** A column without anything in it leaves its role to one that says something, and whose name says it about as clearly. */
  const yields = ({ column, role }: (typeof pairs)[number]) =>
    column.profile.filled === 0 &&
    // Designators are counted: another count is more likely of a stock, a reel or an order.
    !(role === 'quantity' && hasDesignators) &&
    pairs.some((other) =>
      other.role === role && other.column.profile.filled > 0 &&
      (other.column.cell?.scores.get(role) ?? 0) >= LIKELY_NAME
    );
  const yielding = new Set(pairs.filter(yields));
  const worths = columns.map((column) => worthAmong(columns, column));
  const rankOf = ({ column, score }: (typeof pairs)[number]) => score * worths[column.index]!;
  pairs.sort((a, b) =>
    Number(yielding.has(a)) - Number(yielding.has(b)) ||
    rankOf(b) - rankOf(a) || a.column.index - b.column.index
  );
  const roles = new Map<number, ColumnRole>();
  const holders = new Map<ColumnRole, Column>();
  for (const { column, role } of pairs) {
    if (roles.has(column.index)) continue;
    const holder = holders.get(role);
    if (holder && !mayShare(role, holder, column, sample)) continue;
    roles.set(column.index, role);
    if (!holder) holders.set(role, column);
  }
  manufacturersForSuppliers(columns, roles);
  ordersForSuppliers(columns, roles);
  numbersBesideCodes(columns, roles);
  numbersForManufacturers(columns, roles);
  numbersForFootprints(columns, roles);
  standIns(columns, roles, sample);
  numbersUnderAnyName(columns, roles);
  suppliersWithoutNumbers(columns, roles);
  placesBesidePlaces(columns, roles, sample);
  nameInFront(columns, roles);
  describeByParts(columns, roles);
  return roles;
}

/** Of part numbers schemes read so many; libraries name fewer of their symbols after parts. */
const NEARLY_ALL = 0.6;
/** Of a column that is called after what it describes, few cells are anything but numbers, and schemes read half of these. */
const MOSTLY_READ = 0.5;
const FEW_UNLIKE = 0.2;

/** Where no name says which column has the part numbers, it is the one in which nearly every cell is known to be one. */
function numbersUnderAnyName(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const isOf = ({ index, profile }: Column) =>
    profile.filled > 0 && ['mpn', 'supplier_number'].includes(roles.get(index) ?? 'extra');
  if (columns.some(isOf)) return;
  const column = columns.find((each) =>
    !wordsOf(each).meanings.has('device') && each.profile.share('part_number') >= NEARLY_ALL &&
    ((roles.get(each.index) ?? 'extra') === 'extra'
      ? each.profile.decoded() >= NEARLY_ALL
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
const LEAST_FOR_NAMES = 3;
const NEARLY_EACH = 0.8;

const hasNumbers = (columns: readonly Column[], roles: ReadonlyMap<number, ColumnRole>): boolean =>
  columns.some(({ index, profile }) => roles.get(index) === 'mpn' && profile.filled > 0);

/** Some take `Manufacturer` for the manufacturer's number. Where no column has these and schemes read what stands there, it is theirs. */
function numbersForManufacturers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (hasNumbers(columns, roles)) return;
  const column = columns.find(({ index, profile }) =>
    roles.get(index) === 'manufacturer' && areNumbersForNames(profile) && profile.decoded() >= SURELY_PROVEN
  );
  if (column) roles.set(column.index, 'mpn');
}

/** Numbers stand under `Footprint` where a list was filled by hand: schemes read them, and hardly one is a package. */
function numbersForFootprints(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (hasNumbers(columns, roles)) return;
  const column = columns.find(({ index, profile: { filled, share, decoded } }) =>
    roles.get(index) === 'footprint' && filled >= LEAST_FOR_NAMES && share('part_number') >= NEARLY_ALL &&
    share('footprint') < HARDLY_ONE && decoded() >= SURELY_PROVEN
  );
  if (column) roles.set(column.index, 'mpn');
}

const HARDLY_ONE = 0.1;

/** Whether a column that is called `Description` or `Type` has the part numbers instead: no values among them, and no sentences. */
function isOfNumbersAlone(column: Column, role: ColumnRole): boolean {
  const { meanings } = wordsOf(column);
  const { share, decoded } = column.profile;
  const isNamedOtherwise = (role === 'description' || role === 'value') && !meanings.has('value') &&
    !meanings.has('comment');
  return isNamedOtherwise && share('value') + share('text') + share('footprint') <= FEW_UNLIKE &&
    decoded() >= MOSTLY_READ;
}

/** Rows in which the count has to agree. */
const LEAST_AGREEING = 0.7;

/** A second column of places, as of another board: the quantity counts both, and no place stands in the two of them. */
function placesBesidePlaces(
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

/** Of a column in front that is called after the project, as many cells are words, and as few are alike. */
const LEAST_WORDS = 0.7;
const MOSTLY_UNKNOWN = 0.5;

/** What stands in front of everything else under a name that says nothing, in words, is what each row is about. */
function nameInFront(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const [first] = columns.filter(({ profile }) => profile.filled > 0);
  if (!first?.cell || first.cell.name === '' || first.cell.words.known > MOSTLY_UNKNOWN) return;
  const isTaken = [...roles.values()].includes('description');
  const { filled, rows, distinct, share, wordless } = first.profile;
  const isOfWords = filled >= rows * LEAST_WORDS && distinct >= LEAST_WORDS && wordless() === 0 &&
    share('part_number') + share('designators') + share('value') + share('footprint') < 1 - LEAST_WORDS;
  if (!isTaken && (roles.get(first.index) ?? 'extra') === 'extra' && isOfWords) {
    roles.set(first.index, 'description');
  }
}

/** Whether two names say one thing: `Description` and `Part Description`. */
function isOfOneName(one: HeaderWords, other: HeaderWords): boolean {
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

/** Of two columns with one name, as a program's own field and one that somebody added, the fuller says more. */
const WORTH_OF_FULL = 0.5;

function worthAmong(columns: readonly Column[], { cell, profile }: Column): number {
  const isOnly = cell === null || profile.filled === 0 ||
    columns.filter((other) => isOfOneName(other.cell?.words ?? NO_NAME, cell.words)).length === 1;
  return isOnly ? 1 : 1 - WORTH_OF_FULL + WORTH_OF_FULL * profile.filled / profile.rows;
}

/** Beside a shop's own code, what its column of part numbers has is the manufacturers': schemes read it. */
function numbersBesideCodes(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
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

/**
 * Columns that say what another leaves out: of two with one name, the emptier one, and a comment beside values, which programs
 * fill with the part's name where it has no value.
 */
function standIns(columns: readonly Column[], roles: Map<number, ColumnRole>, sample: readonly Row[]): void {
  for (const role of ['value', 'description', 'footprint'] as const) {
    const holder = columns.find(({ index }) => roles.get(index) === role);
    if (!holder || holder.profile.filled === 0) continue;
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
      if (filled > 0 && (isSame || share('text') < MOSTLY_NAMES)) roles.set(column.index, role);
    }
  }
}

/** Of a column that describes, this many cells are something else at most. */
const FEW_OTHERS = 0.3;

/** Where no column describes the parts, one that is called after them does: `Component` with `Diode` and `Quartz HC49` below. */
function describeByParts(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].includes('description')) return;
  const column = columns.find(({ index, cell, profile }) => {
    const { meanings, distributor } = cell?.words ?? NO_NAME;
    const isOfParts = meanings.size > 0 && distributor === null &&
      [...meanings].every((one) => one === 'part' || one === 'device' || one === 'type' || one === 'name');
    const others = Math.max(
      ...(['whole', 'url', 'money', 'point', 'designators', 'flag', 'mounting'] as const).map(profile.share),
    );
    return isOfParts && (roles.get(index) ?? 'extra') === 'extra' && profile.filled > 0 &&
      others <= FEW_OTHERS;
  });
  if (column) roles.set(column.index, 'description');
}

/** Some call manufacturers vendors: where a vendor's column names manufacturers, the vendor's numbers are theirs. */
function manufacturersForSuppliers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
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
function suppliersWithoutNumbers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].includes('mpn')) return;
  for (const column of columns) {
    const { meanings } = wordsOf(column);
    const isSupplier = roles.get(column.index) === 'manufacturer' && meanings.has('supplier') &&
      !meanings.has('manufacturer');
    if (isSupplier && column.profile.share('manufacturer') < NEARLY_ALL_MAKERS) {
      roles.set(column.index, 'supplier');
    }
  }
}

/** An order number beside a supplier is that supplier's, and so is what it refers to behind each supplier. */
function ordersForSuppliers(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
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

function isOrderNumber({ meanings }: HeaderWords): boolean {
  return meanings.has('order') && !meanings.has('manufacturer') && !meanings.has('mpn');
}

function leastOf({ cell }: Column, role: ColumnRole): number {
  // What is called so may say how a part is mounted; `DNP` says one thing, and words below it that nobody knows are told of.
  const isClear = (cell?.scores.get(role) ?? 0) >= CLEAR_NAME && role !== 'place';
  return isClear ? LEAST_OF_CLEAR_NAMES : LEAST_OF[role] ?? LEAST_CONFIDENCE;
}

/** Whether a second column may have the role of a first. */
function mayShare(role: ColumnRole, holder: Column, column: Column, sample: readonly Row[]): boolean {
  if (role === 'mpn' || role === 'manufacturer') {
    return isOfFamily(holder, column) || isComplement(role, holder, column, sample);
  }
  return !SINGLE_ROLES.has(role);
}

/** Cells in which two columns of one kind may differ and still be taken for one that is written in two places. */
const MAY_DIFFER = 0.05;

/** `Part Number`, `PN`. */
const LIKELY_NAME = 0.8;

/** Whether a column says what the other leaves out, or the same, and contradicts it nowhere: libraries name one field in several ways. */
function isComplement(role: ColumnRole, holder: Column, column: Column, sample: readonly Row[]): boolean {
  const names = [holder, column].map(({ cell }) => cell?.scores.get(role) ?? 0);
  // A vaguer name needs numbers that are known: it may be of a house.
  const isProvenNumber = role === 'mpn' && Math.max(...names) >= CLEAR_NAME &&
    Math.min(...names) >= LIKELY_NAME && column.profile.decoded() >= SURELY_PROVEN;
  if (names.some((name) => name < CLEAR_NAME) && !isProvenNumber) return false;
  let [filled, differ] = [0, 0];
  for (const { cells } of sample) {
    const [one, other] = [holder, column].map(({ index }) => (cells[index] ?? '').toLowerCase());
    if (other === '') continue;
    filled += 1;
    if (one !== '' && one !== other) differ += 1;
  }
  return filled > 0 && differ <= filled * MAY_DIFFER;
}

/** Meanings that tell several of a kind apart, and not one kind from another. */
const TELLING_APART: ReadonlySet<string> = new Set(['alternate', 'first', 'not_placed', 'empty']);

/** `MPN2` is of the family of `MPN`; `Part Number` is not, but `Alternate Part Number` is of any. */
function isOfFamily(one: Column, other: Column): boolean {
  const kinds = [one, other].map((column) =>
    [...wordsOf(column).meanings].filter((meaning) => !TELLING_APART.has(meaning)).toSorted().join(' ')
  );
  const isAlternate = wordsOf(other).meanings.has('alternate') || wordsOf(one).meanings.has('alternate');
  if (isAlternate) return true;
  return kinds[0] === kinds[1] && kinds[0] !== '' &&
    wordsOf(one).unknown.join(' ') === wordsOf(other).unknown.join(' ');
}

/** Of part numbers that nothing but their schemes tells. */
const CONFIDENCE_BY_VALUES = 0.5;

const GROUPED: ReadonlySet<ColumnRole> = new Set(['mpn', 'manufacturer', 'supplier', 'supplier_number']);

/** Finds out which number belongs to which manufacturer, and which supplier to which of its numbers. */
function groupColumns(
  columns: readonly Column[],
  roles: ReadonlyMap<number, ColumnRole>,
  sample: readonly Row[],
): ColumnUse[] {
  const namesSupplier = [...roles.values()].includes('supplier');
  const groups = new Map<number, number>();
  const holdersOf = (role: ColumnRole) => columns.filter(({ index }) => roles.get(index) === role);
  // Where the number is the part's and the manufacturer an alternate's, the part has none.
  const isOfPart = holdersOf('mpn').some((column) => !isOfAlternate(column));
  for (const role of GROUPED) {
    const holders = holdersOf(role);
    groupsOf(holders, role === 'manufacturer' && isOfPart).forEach((group, i) =>
      groups.set(holders[i]!.index, group)
    );
  }
  for (const role of ['value', 'description', 'footprint'] as const) {
    const holders = columns.filter(({ index }) => roles.get(index) === role);
    // The one that was given the role before the others stood in for it scores by it.
    const own = best(holders.filter(({ cell }) => (cell?.scores.get(role) ?? 0) >= CLEAR_NAME), role);
    if (holders.length > 1 && own) {
      for (const { index } of holders) groups.set(index, index === own.index ? 0 : 1);
    }
  }
  return columns.map((column): ColumnUse => {
    const { index, scores } = column;
    const role = roles.get(index) ?? 'extra';
    const confidence = scores.get(role) ??
      (role === 'mpn' && wordsOf(column).distributor === null ? CONFIDENCE_BY_VALUES : 0);
    const others = [...scores].filter(([other]) => other !== role).toSorted((a, b) => b[1] - a[1]);
    const [runnerUp] = others;
    return {
      index,
      name: column.cell?.name ?? '',
      role,
      group: groups.get(index) ?? 0,
      supplier: role !== 'supplier_number'
        ? null
        // Each number tells its own shop by its shape.
        : namesSeveralShops(wordsOf(column))
        ? null
        : wordsOf(column).distributor ?? (namesSupplier ? null : supplierOfNumbers(textsOf(sample, index))),
      confidence: round(confidence),
      runner_up: runnerUp ? { role: runnerUp[0], confidence: round(runnerUp[1]) } : null,
    };
  });
}

/** Names of one shop: what one sells has the other's number. */
const SAME_SHOP: ReadonlyMap<string, string> = new Map([['element14', 'Farnell'], ['JLCPCB', 'LCSC']]);

/** Whether a name says several shops, each with numbers of its own: `Digikey/Mouser`. */
export function namesSeveralShops({ distributors }: HeaderWords): boolean {
  return new Set(distributors.map((name) => SAME_SHOP.get(name) ?? name)).size > 1;
}

function textsOf(sample: readonly Row[], index: number): string[] {
  return sample.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
}

const isOfAlternate = (column: Column) => wordsOf(column).meanings.has('alternate');

/** Scores add up beyond certainty, which is all that an answer may say. */
const round = (share: number) => Math.min(1, Math.round(share * 100) / 100);

/**
 * By the number in the name (`MPN` and `MPN2`, `PN` and `PN_1`, `MPN 1` and `MPN 2`), else by how often the name came
 * before; what is called an alternate comes behind all that is not.
 */
function groupsOf(columns: readonly Column[], isBesidePart: boolean): number[] {
  const indices = columns.map((column) => wordsOf(column).index);
  const plainOf = (column: Column) => wordsOf(column).plain;
  const main = columns.filter((column) => !isOfAlternate(column));
  const mainIndices = main.map((column) => wordsOf(column).index);
  const hasPlain = mainIndices.includes(null);
  const least = Math.min(...mainIndices.filter((index) => index !== null));
  const groups: number[] = [];
  columns.forEach((column, i) => {
    const index = indices[i] ?? null;
    const earlier = columns.slice(0, i).filter((other) => plainOf(other) === plainOf(column)).length;
    if (isOfAlternate(column)) {
      const before = columns.slice(0, i).filter((other) =>
        isOfAlternate(other) && plainOf(other) !== plainOf(column)
      ).length;
      groups.push(
        (main.length > 0 || isBesidePart ? 1 : 0) + (index !== null ? index - 1 : before) + earlier,
      );
    } else if (index === null) groups.push(earlier);
    else groups.push((hasPlain ? (least <= 1 ? index : index - 1) : index - least) + earlier);
  });
  return groups;
}
