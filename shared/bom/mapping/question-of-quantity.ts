/** Asks which of two counts is that of one board, where nothing in the file tells. */
import type { ColumnUse, Mapping } from '../../domain/mapping.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';
import { readHeader } from './header-words.ts';
import { profileOf, sampleOf } from './profile.ts';
import type { Question } from './questions.ts';

/** A name of which so much says that the column counts parts. */
const NAMED_SO = 0.7;
/** Of a column of counts nearly all cells are whole numbers. */
const NEARLY_ALL = 0.8;
/** Fewer rows that differ may be slips. */
const LEAST_DIFFERENT = 3;
const MANY = 0.3;

/** What says that a count is none of one board: an order's, a stock's. */
const OF_MORE = [
  'total',
  'order',
  'money',
  'supplier',
  'other',
  'placed',
  'variant',
  'link',
  'not_placed',
] as const;

/** Places say how many a board has: without them two columns that are called alike and disagree leave it open. */
export function askQuantity(mapping: Mapping, rows: readonly Row[]): Question[] {
  const chosen = mapping.columns.find(({ role, group }) => role === 'quantity' && group === 0);
  const isDecided = chosen === undefined || (chosen.confidence === 1 && chosen.runner_up === null);
  if (isDecided || !leavesOpen(chosen)) return [];
  const sample = sampleOf(rows);
  const hasPlaces = mapping.columns.some(({ role, index }) =>
    role === 'designators' && profileOf(sample, index).filled > 0
  );
  if (hasPlaces) return [];
  const other = mapping.columns.find((use) =>
    use.role === 'extra' && use.runner_up?.role === 'quantity' && use.runner_up.confidence >= NAMED_SO &&
    leavesOpen(use) && profileOf(sample, use.index).share('whole') >= NEARLY_ALL &&
    disagree(sample, chosen.index, use.index)
  );
  if (!other) return [];
  const asQuantity: ColumnUse = { ...other, role: 'quantity', confidence: 1, runner_up: null };
  const columns = mapping.columns.map((use) =>
    use === other ? asQuantity : use === chosen ? { ...use, role: 'extra' as const } : use
  );
  return [{
    code: 'which_quantity',
    detail: `Which column says how many a board has, "${cut(chosen.name)}" or "${cut(other.name)}"?`,
    options: [{ label: chosen.name, mapping }, { label: other.name, mapping: { ...mapping, columns } }],
  }];
}

/** Whether a name counts parts, and says neither of one board nor of more than that. */
function leavesOpen({ name }: ColumnUse): boolean {
  const { meanings, distributor } = readHeader(name);
  return meanings.has('quantity') && !meanings.has('board') && distributor === null &&
    !OF_MORE.some((meaning) => meanings.has(meaning));
}

function disagree(sample: readonly Row[], chosen: number, other: number): boolean {
  const pairs = sample.map(({ cells }) => [Number(cells[chosen] ?? ''), Number(cells[other] ?? '')] as const)
    .filter(([one, another]) => one > 0 && another > 0);
  const different = pairs.filter(([one, another]) => one !== another);
  return different.length >= LEAST_DIFFERENT && different.length >= pairs.length * MANY;
}
