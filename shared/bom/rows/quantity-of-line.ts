/** How many pieces a line asks for, from its cell, its designators and the file around it. */
import { MAX_PIECES } from '../../domain/limits.ts';
import type { Mapping } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import { isEachWritten, quantityDiffers } from '../line-issues.ts';
import { cut } from '../quoting.ts';
import type { Merge, Row } from '../table.ts';
import { readDesignators } from './designators.ts';
import type { Draft } from './draft.ts';
import { timesIn } from './panel.ts';
import { notPlaced } from './not-placed.ts';
import { isNotPlacedWord, readPlacing } from './placing.ts';
import { bothReadings, type QuantityCell, readQuantities, type ReadQuantity } from './quantities.ts';
import type { Layout } from './layout.ts';

/** How many of it, in front of what it is: `3x NPN transistor`. */
const COUNT_IN_FRONT = /^(\d{1,4})\s?[x×]\s+\S/iu;

/** One that begins so may be called so: `2x5 header`. */
const LEAST_COUNTED = 0.6;
const LEAST_ROWS = 3;

/** How many of it a text says in front; null where it says nothing of that. */
const countInFront = (text: string): number | null => {
  const count = COUNT_IN_FRONT.exec(text)?.[1];
  return count === undefined ? null : Number(count);
};

const MAX_COUNTED_CHARS = 200;

/**
 * Rows that have nothing but a thing with its count in front, where a list has no column of counts and most rows are written so: no
 * titles.
 */
export function rowsOfOneThing(rows: readonly Row[], layout: Layout): ReadonlySet<number> {
  const uses = [...layout.of('description'), ...layout.of('value')];
  if (layout.has('quantity') || layout.has('designators') || uses.length === 0) return new Set();
  const isCounted = ({ cells }: Row) =>
    uses.some(({ index }) => {
      const cell = cells[index] ?? '';
      return cell.length <= MAX_COUNTED_CHARS && countInFront(cell) !== null;
    });
  const isAlone = ({ cells }: Row) => cells.filter((cell) => cell !== '').length === 1;
  const others = rows.filter((row) => !isAlone(row));
  return others.length >= LEAST_ROWS && others.filter(isCounted).length >= others.length * LEAST_COUNTED
    ? new Set(rows.filter((row) => isAlone(row) && isCounted(row)).map(({ number }) => number))
    : new Set();
}

/** Counts that stand in front of descriptions, where a list has no column of them and most lines are written so. */
export function countsInFront(drafts: readonly Draft[], layout: Layout): readonly (number | null)[] | null {
  if (layout.has('quantity') || layout.has('designators')) return null;
  const counts = drafts.map(({ said }) => countInFront(said.text('description') || said.text('value')));
  return counts.filter((count) => count !== null).length >= Math.max(2, drafts.length * LEAST_COUNTED)
    ? counts
    : null;
}

export function quantitiesOf(drafts: readonly Draft[], layout: Layout, { decimal_mark }: Mapping) {
  const [use] = layout.of('quantity');
  const cells = drafts.map(({ said }) => {
    const typed = use && said.row.typed?.get(use.index);
    return { text: said.text('quantity'), raw: typed?.kind === 'number' ? typed.raw : null };
  });
  const ambiguous: string[] = [];
  const quantities = readQuantities(cells, decimal_mark).map((read, i): ReadQuantity => {
    if (typeof read.quantity === 'number') return agreeing(read, cells[i]!, drafts[i]!.designators);
    if (read.quantity !== 'ambiguous') return read;
    const readings = bothReadings(cells[i]!.text);
    const counted = readings.find((one) =>
      readDesignators(drafts[i]!.designators, one).designators.length === one
    );
    if (counted !== undefined) return { ...read, quantity: counted };
    ambiguous.push(cells[i]!.text);
    return read;
  });
  // Of a part that is not placed, 0 is right.
  const placed = drafts.map((draft, i) => !notPlaced(draft, quantities[i]!).isNotPlaced);
  const areOfNothing = areNeverComputed(
    quantities.filter((_, i) => placed[i]),
    drafts.filter((_, i) => placed[i]),
  );
  return {
    quantities: areOfNothing
      ? quantities.map((read, i) => placed[i] ? withoutQuantity(read) : read)
      : quantities,
    ambiguous,
  };
}

/** Fewer lines that all ask for nothing may be meant so. */
const LEAST_OF_NOTHING = 3;

/** Whether each placed line asks for none of its parts: programs write formulas into workbooks, which have 0 until somebody opens them. */
function areNeverComputed(quantities: readonly ReadQuantity[], drafts: readonly Draft[]): boolean {
  return drafts.length >= LEAST_OF_NOTHING && quantities.every(({ quantity }) => quantity === 0) &&
    drafts.filter(({ designators }) => designators !== '').length >= LEAST_OF_NOTHING;
}

const withoutQuantity = (read: ReadQuantity): ReadQuantity => ({
  ...read,
  quantity: null,
  isNeverComputed: true,
});

/** One mark with three digits behind it: `1.000`. */
const MARKED_ONCE = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Where the file's other numbers make a thousand of `1.000` and the designators make one of it, the designators know better. */
function agreeing(read: ReadQuantity, { text, raw }: QuantityCell, designators: string): ReadQuantity {
  if (raw !== null || designators === '' || !MARKED_ONCE.test(text)) return read;
  const isCounted = (count: number) => readDesignators(designators, count).designators.length === count;
  const other = bothReadings(text).find((reading) => reading !== read.quantity);
  return other === undefined || isCounted(read.quantity as number) || !isCounted(other)
    ? read
    : { ...read, quantity: other, isByPlaces: true };
}

/** A quantity that stands in one cell beside several lines. */
export interface SharedQuantity {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** The lines beside a merged cell of quantities: it may be of each of them or of all together, and nothing says which. */
export function sharedQuantities(
  drafts: readonly Draft[],
  layout: Layout,
  merges: readonly Merge[],
): ReadonlyMap<Draft, SharedQuantity> {
  const [use] = layout.of('quantity');
  const shared = new Map<Draft, SharedQuantity>();
  const downwards = use ? merges.filter(({ index, rows }) => index === use.index && rows > 1) : [];
  if (downwards.length === 0) return shared;
  const byRow = new Map(drafts.map((draft) => [draft.rows[0]!, draft]));
  const lastRow = Math.max(...byRow.keys());
  for (const { row, rows } of downwards) {
    const last = Math.min(row + rows - 1, lastRow);
    const beside: Draft[] = [];
    for (let number = row; number <= last; number += 1) {
      const draft = byRow.get(number);
      if (draft && !shared.has(draft)) beside.push(draft);
    }
    const text = byRow.get(row)?.said.text('quantity') ?? '';
    if (beside.length < 2 || text === '') continue;
    for (const draft of beside) shared.set(draft, { text, first: row, last });
  }
  return shared;
}

export type Say = (
  severity: Issue['severity'],
  code: Issue['code'],
  column: string | null,
  detail: string,
) => void;

export function countOf(
  draft: Draft,
  { quantity, isByPlaces, isNeverComputed }: ReadQuantity,
  shared: SharedQuantity | undefined,
  panel: number | null,
  layout: Layout,
  say: Say,
) {
  const [use] = layout.of('quantity');
  const text = draft.said.text('quantity');
  const isTooLarge = typeof quantity === 'number' && quantity > MAX_PIECES;
  const number = typeof quantity === 'number' && !isTooLarge ? quantity : null;
  const { designators, isUnsure, isCut, isPlain } = readDesignators(draft.designators, number);
  const column = layout.of('designators')[0]?.name ?? null;
  if (isUnsure) {
    say(
      'warning',
      'designators_unsure',
      column,
      `"${
        cut(draft.designators)
      }" was read as ${designators.length} parts. Write each of them, parted by commas, if that is not meant.`,
    );
  }
  if (isCut) {
    say(
      'warning',
      'designators_cut',
      column,
      'It names more parts than are possible. The rest was left out.',
    );
  }
  const counted = designators.length > 0 ? designators.length : null;
  const repeated = panel === null && !isPlain ? firstRepeated(draft.designators) : null;
  if (repeated !== null) {
    say(
      'warning',
      'designator_twice',
      column,
      `${repeated} stands more than once. It was taken for one place${
        use ? ', and the quantity as written' : ', and counted once'
      }: correct it, if another place is meant.`,
    );
  }
  const { count } = draft.said;
  if (count !== null) {
    const numbers = layout.of('mpn')[0]!.name;
    const isElsewhere = text !== '' && number !== count;
    say(
      isElsewhere ? 'warning' : 'info',
      'quantity_in_number',
      numbers,
      `${count} stands beside the part number, and was taken for ${
        isElsewhere ? 'no part of it. The quantity was read from its own column' : 'the quantity'
      }.`,
    );
    if (text === '') {
      if (counted !== null && counted !== count) {
        say('warning', 'quantity_differs', numbers, differs(count, counted));
      }
      return { designators, quantity: count };
    }
  }
  if (!use) {
    // A list of part numbers alone asks about them, and counts nothing.
    if (counted === null && (column !== null || !layout.has('mpn'))) {
      say(
        'warning',
        'quantity_missing',
        column,
        `${column === null ? 'No' : 'Nothing stands here, and no'} column says how many of it there are.`,
      );
    }
    return { designators, quantity: counted };
  }
  if (shared) {
    say(
      'warning',
      'quantity_merged',
      use.name,
      `"${
        cut(shared.text)
      }" stands in one cell for rows ${shared.first} to ${shared.last}, for each of them or for all together. ${
        counted === null
          ? 'No quantity was taken: give each row its own.'
          : `${counted} was taken, the number of designators.`
      }`,
    );
    return { designators, quantity: counted };
  }
  if (text === '') {
    if (counted !== null) {
      say(
        'info',
        'quantity_counted',
        use.name,
        `Nothing stands here. ${counted} was taken, the number of designators.`,
      );
    } else {say(
        'warning',
        'quantity_missing',
        use.name,
        'No quantity is stated here, and there are no designators to count.',
      );}
    return { designators, quantity: counted };
  }
  if (number === null) {
    const [less, more] = bothReadings(text);
    const isWord = isNotPlacedWord(text) || readPlacing(text) === 'not';
    if (!isWord) {
      say(
        'warning',
        quantity === 'ambiguous' ? 'quantity_ambiguous' : 'quantity_unread',
        use.name,
        quantity === 'ambiguous'
          ? `"${cut(text)}" can be read as ${less} or as ${more}.`
          : `"${cut(text)}" is ${
            isTooLarge
              ? `more than the ${MAX_PIECES} pieces that are possible`
              : isNeverComputed
              ? 'what stands at each placed part, as of a formula that nobody computed'
              : 'not a quantity'
          }. ${
            counted === null
              ? 'Write a number, such as 4.'
              : `${counted} was taken, the number of designators.`
          }`,
      );
    }
    return { designators, quantity: quantity === 'ambiguous' ? null : counted };
  }
  if (!Number.isInteger(number)) {
    say(
      'warning',
      'quantity_not_whole',
      use.name,
      `${number} is no whole number of pieces. It was kept: correct it, if it is a price or a slip.`,
    );
  } else if (
    counted !== null && counted !== number && !isEachWritten(draft.designators, panel, counted, number)
  ) {
    say(
      'warning',
      'quantity_differs',
      use.name,
      differs(number, counted),
    );
  }
  if (isByPlaces) {
    const other = bothReadings(text).find((reading) => reading !== number);
    say(
      'warning',
      'quantity_ambiguous',
      use.name,
      `"${
        cut(text)
      }" would be ${other}, as the other quantities are written. ${number} was taken, the number of designators.`,
    );
  }
  return { designators, quantity: number };
}

const differs = (quantity: number, counted: number) =>
  `${quantityDiffers(quantity, counted)} ${quantity} was kept.`;

/** The first place that a cell names more than once; test points may share a word for a name. */
function firstRepeated(designators: string): string | null {
  for (const [name, times] of timesIn(designators)) if (times > 1 && /^\p{L}+\d+$/u.test(name)) return name;
  return null;
}
