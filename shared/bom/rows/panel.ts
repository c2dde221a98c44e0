/** Lists of a panel: the same board several times over, and with it each place. */
import type { Issue } from '../issues.ts';
import { hasDigit } from '../ascii.ts';
import type { BomLine } from '../line.ts';
import { areDifferent } from './designators.ts';

/** Fewer places, or cells of them, may be alike by chance or by mistake. */
const LEAST = 3;
/** A fiducial or the panel itself stands once. */
const NEARLY_ALL = 0.8;

/** How many times each name stands in a cell of places. */
export function timesIn(places: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of namesIn(places)) if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

const namesIn = (places: string) => places.split(/[\s,;]+/);

/** How many times a cell names each of its places; 0 where it names some more often than others. */
function timesOfAll(places: string): number {
  // Most cells name each once, and nothing need be counted.
  if (areDifferent(namesIn(places))) return 1;
  const [each = 0, ...different] = new Set(timesIn(places).values());
  return different.length === 0 ? each : 0;
}

/** How many times the cells of a list name each place, if nearly all do so equally often and more than once; else null. */
export function timesOfEach(cells: readonly string[]): number | null {
  const filled = cells.filter((cell) => cell !== '');
  const times: number[] = [];
  let others = 0;
  for (const cell of filled) {
    const each = timesOfAll(cell);
    times.push(each);
    if (each < 2) others += 1;
    // Of most lists it is known early, and the names in their other cells need not be counted.
    if (filled.length - others < filled.length * NEARLY_ALL) return null;
  }
  return mostCommon(times);
}

/** The number above one that nearly all of at least three are. */
function mostCommon(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  for (const [number, count] of counts) {
    if (number > 1 && count >= LEAST && count >= numbers.length * NEARLY_ALL) return number;
  }
  return null;
}

/** What is said once of a list whose cells name each place several times. */
export function repeatedInCells(times: number, column: string | null, hasQuantity: boolean): Issue {
  return noteOf(
    column,
    `Each place is written ${times} times, as in a list of a panel of ${times} boards. ${
      hasQuantity ? 'Quantities were taken as written: they are of the panel.' : COUNTED_ONCE
    }`,
  );
}

/** The same where its lines do; null where they do not, or not all of them. */
export function repeatedInLines(
  lines: readonly BomLine[],
  areOneLine: boolean,
  column: string | null,
): Issue | null {
  const times = new Map<string, number>();
  for (const { designators, do_not_place } of lines) {
    if (do_not_place) continue;
    for (const name of designators) if (hasDigit(name)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const each = mostCommon([...times.values()]);
  return each === null ? null : noteOf(
    column,
    `Each place stands in ${each} rows, as in a list of a panel of ${each} boards. ${
      areOneLine ? COUNTED_ONCE : 'All of them were kept: quantities are of the panel.'
    }`,
  );
}

const COUNTED_ONCE = 'Each was counted once: quantities are of one board.';

function noteOf(column: string | null, detail: string): Issue {
  return { severity: 'warning', row: null, column, code: 'places_repeated', detail };
}
