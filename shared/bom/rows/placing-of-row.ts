/** Whether a row says that its part is not placed, and where. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { beginsOptional, conditionIn, isOfSomeBoards } from './conditions.ts';
import { readDesignators } from './designators.ts';
import type { Layout } from './layout.ts';
import { readLibraryName } from './library-name.ts';
import { placingBeside } from './number-cell.ts';
import { isNothing } from './part-cell.ts';
import {
  isNotPlacedNumber,
  isNotPlacedWord,
  isPluggedIn,
  maySpeakOfPlacing,
  meaningOfNp,
  notPlacedAmong,
  readPlaces,
  readPlacing,
  saysInWords,
  saysNotPlaced,
  saysUnused,
  withoutBrackets,
} from './placing.ts';
import type { CellOf, Placing, Problem } from './said.ts';
import { isLeftOut } from './value-missing.ts';

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

export function readPlacingOf(
  layout: Layout,
  cell: CellOf,
  isEmptyPlace: boolean,
  problems: Problem[],
): Placing {
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
  if (!layout.has('do_not_place') && !layout.has('place')) return null;
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
  for (const role of layout.among(MAY_SAY_NOT_PLACED)) {
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
      const isWithoutValue = role === 'value' && layout.leavesValuesOut &&
        isLeftOut(said, layout.of, cell, designatorsOf);
      if (isWithoutValue || isUnconnected(role, said, designatorsOf)) {
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
      if (role === 'mpn' && readLibraryName(said)?.isNotPlaced) {
        problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        return { isNotPlaced: true, where: null };
      }
      const beside = role === 'mpn' ? placingBeside(said)?.toLowerCase() : undefined;
      if (beside === 'np') problems.push({ code: 'not_placed_or_non_polar', column: use.name, text: said });
      if (beside === 'nf') {
        problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        return { isNotPlaced: true, where: null };
      }
      if (role === 'value' && saysUnused(said)) {
        problems.push({ code: 'read_as_not_placed', column: use.name, text: said });
        return { isNotPlaced: true, where: null };
      }
      if (
        role === 'mpn' && /^np$/i.test(withoutBrackets(said)) && said.length > 2 && isNamedToBuy(layout, cell)
      ) {
        problems.push({ code: 'not_placed_or_non_polar', column: use.name, text: said });
        continue;
      }
      const isWord = isNotPlacedWord(said) || (role === 'mpn' && isNotPlacedNumber(said));
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

/** Whether a row says who makes the part and under which number a shop has it: `<NP>` may say there that no other number is known. */
const isNamedToBuy = (layout: Layout, cell: CellOf) =>
  (['manufacturer', 'supplier_number'] as const).every((role) =>
    layout.of(role).some((use) => !isNothing(cell(use)))
  );

const PLACED: Placing = { isNotPlaced: false, where: null };
