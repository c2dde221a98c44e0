/** How much speaks for each role of one column, by its name and by its values. */
import { COLUMN_ROLES, type ColumnRole } from '../../domain/mapping.ts';
import { isNothing } from '../rows/part-cell.ts';
import type { Row } from '../table.ts';
import { type Column, type Evidence, FEW_UNLIKE, isOrderNumber, SURE_BY_VALUES } from './column.ts';
import { fitOf } from './fits.ts';
import { type HeaderWords, nearShortWord } from './header-words.ts';
import type { HeaderCell } from './header.ts';
import { type Profile, profileOf } from './profile.ts';
import { isChip, isOfLibrary } from './recognisers.ts';

/** Below it a column is kept as it came: it takes more to be sure of some. */
const LEAST_CONFIDENCE = 0.22;

const LEAST_OF: Readonly<Partial<Record<ColumnRole, number>>> = { mpn: 0.3, place: 0.45, do_not_place: 0.4 };

/** A name that leaves no doubt is believed whatever stands below it. */
export const CLEAR_NAME = 0.9;

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

/** Whether schemes read so many of a column's cells that the others which look alike are numbers, too. */
export function isProven({ decoded, share }: Profile): boolean {
  return share('part_number') >= MOSTLY_NUMBERS && decoded() >= PROVEN;
}

/** Fewer numbers among a library's names of packages prove nothing. */
const LEAST_NUMBERS = 5;

/**
 * How well the numbers fit that a library gives to what is no chip: `STM32F103C8T6` beside `C0402`, of which the value says what
 * it is. Null where nothing proves them.
 */
export function fitAmongChips(sample: readonly Row[], index: number): number | null {
  const numbers = profileOf(sample.filter(({ cells }) => !isChip(cells[index] ?? '')), index);
  return numbers.filled >= LEAST_NUMBERS && isProven(numbers) ? fitOf('mpn', numbers) : null;
}

/**
 * How well numbers fit that stand below `Name`, where the other cells have no more than a mark for nothing or a library's name.
 * Null where nothing proves them.
 */
export function fitWithoutMarks(sample: readonly Row[], index: number): number | null {
  const isNone = (text: string) => isNothing(text) || isOfLibrary(text);
  const numbers = profileOf(sample.filter(({ cells }) => !isNone(cells[index] ?? '')), index);
  return numbers.filled >= LEAST_NUMBERS && isProven(numbers) ? fitOf('mpn', numbers) : null;
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
export function scoresOf(
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
  // `In DigiKey list` with a tick below it is of no number.
  if (evidence.values && profile.share('flag') >= MOSTLY_NUMBERS && isWithoutNumbers(profile)) {
    scores.delete('supplier_number');
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
  // No list has as many crystals, and of one name: `X1` beside each row is once.
  if (evidence.values && !isNamed && areTimes(profile)) {
    scores.delete('designators');
    scores.set('quantity', SURE_BY_VALUES);
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

const NUMBERS = [
  'part_number',
  'supplier_number',
  'like_supplier_number',
  'like_order_number',
  'whole',
] as const;

const isWithoutNumbers = ({ share }: Profile) => NUMBERS.every((look) => share(look) === 0);

/** Fewer could be the crystals of a board. */
const LEAST_TIMES = 3;

function areTimes({ filled, distinct, times }: Profile): boolean {
  return filled >= LEAST_TIMES && distinct <= MOSTLY_DISTINCT && times() === 1;
}

/** Amounts of money are seldom whole, and counts of parts nearly always. */
function isOfPrices({ share }: Profile): boolean {
  return share('money') > MOSTLY_NUMBERS && share('whole') < MOSTLY_NUMBERS;
}

const MOSTLY_POINTS = 0.9;

const MOSTLY_DISTINCT = 0.5;

/** Of a column of places, few cells look like something else. */
const FEW_DESIGNATORS = 0.15;

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

export function leastOf({ cell }: Column, role: ColumnRole): number {
  // What is called so may say how a part is mounted; `DNP` says one thing, and words below it that nobody knows are told of.
  const isClear = (cell?.scores.get(role) ?? 0) >= CLEAR_NAME && role !== 'place';
  return isClear ? LEAST_OF_CLEAR_NAMES : LEAST_OF[role] ?? LEAST_CONFIDENCE;
}
