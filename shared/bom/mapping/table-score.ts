/** How much of a BOM a table has, by what its columns hold and what its sheet is called. Only the order of scores counts. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import { designatorsShare, readDesignators } from '../rows/designators.ts';
import type { Row, Table } from '../table.ts';
import type { Header } from './header.ts';
import { sampleOf } from './profile.ts';

/** What makes a table a BOM, by what its columns hold. */
const WORTH: Readonly<Partial<Record<ColumnRole, number>>> = {
  designators: 1.2,
  mpn: 1,
  quantity: 0.8,
  value: 0.6,
  supplier_number: 0.5,
  manufacturer: 0.5,
  footprint: 0.4,
  description: 0.3,
};

/** Names of sheets. */
const NAMED_BOM =
  /\bbom\b|bill of material|parts? ?list|stückliste|stueckliste|nomenclature|物料|元件清单|部品表|спецификация/iu;
/** Those of what is no BOM of today. */
export const NAMED_OTHERWISE =
  /\b(?:old|archive|obsolete|pricing|template|legend|changes|history|revisions?|pick ?(?:and|&|n)? ?place|cpl|centroid)\b/iu;
/** Columns of designators beyond the first: no table has two, unless two tables stand side by side. */
function doublesOf({ cells }: Header): number {
  return Math.max(0, cells.filter(({ scores }) => (scores.get('designators') ?? 0) > 0.9).length - 1);
}

/** How much of a BOM a table has, read so. */
export function scoreOf(
  columns: readonly ColumnUse[],
  rows: readonly Row[],
  table: Table,
  header: Header,
  isRepeated: boolean,
) {
  let score = 0;
  const telling = tellingRows(rows);
  const counted = new Set<ColumnRole>();
  for (const { role, group, confidence } of columns.toSorted((a, b) => b.confidence - a.confidence)) {
    if (group > 0 || counted.has(role)) continue;
    counted.add(role);
    if (role === 'quantity' && contradictsPlaces(columns, rows)) continue;
    score += (WORTH[role] ?? 0) * confidence *
      (1 - WORTH_OF_FULL + WORTH_OF_FULL * filledIn(columns, role, telling));
  }
  if (header.rows.length === 0) score *= 0.8;
  // Side by side, two tables give one sheet two columns of each kind.
  const doubles = doublesOf(header);
  if (table.block === null && doubles > 0) score -= 0.15 * doubles;
  if (table.isHidden) score -= 1;
  if (NAMED_BOM.test(table.name ?? '')) score += 0.15;
  if (NAMED_OTHERWISE.test(table.name ?? '')) score -= 0.2;
  if (table.block !== null) score -= table.block > 1 ? 0.15 : 0.05;
  if (isRepeated && !counted.has('quantity')) score -= 0.2;
  // A table of a few rows is a summary, or a legend.
  return score * Math.min(1, 0.55 + rows.length * 0.15) + Math.min(rows.length, 400) / 4_000;
}

/** A program's own list has fields for all that a BOM has, and in most rows nothing in them. */
const WORTH_OF_FULL = 0.5;
/** Rows that tell how full a table is. */
const COUNTED_ROWS = 400;

/** Slips are fewer, and so are quantities of several boards in one row. */
const MAY_AGREE = 0.3;
const LEAST_COUNTED = 5;
/** Longer lists would cost more to spell out than they tell. */
const MAX_COUNTED_CHARS = 1_000;

/** Whether the quantities are of an order, in packs perhaps: hardly one of them counts the places in its row. */
function contradictsPlaces(columns: readonly ColumnUse[], rows: readonly Row[]): boolean {
  const [places, counts] = (['designators', 'quantity'] as const).map((wanted) =>
    columns.find(({ role, group }) => role === wanted && group === 0)
  );
  if (!places || !counts) return false;
  let [compared, agree] = [0, 0];
  for (const { cells } of sampleOf(rows)) {
    const text = cells[places.index] ?? '';
    const count = Number(cells[counts.index] ?? '');
    if (text.length > MAX_COUNTED_CHARS || designatorsShare(text) < 1 || !(count > 0)) continue;
    compared += 1;
    if (readDesignators(text, count).designators.length === count) agree += 1;
  }
  return compared >= LEAST_COUNTED && agree < compared * MAY_AGREE;
}

/** Titles and sums have one cell or two, and say nothing of the table's fields. */
const tellingRows = (rows: readonly Row[]) =>
  rows.slice(0, COUNTED_ROWS).filter(({ cells }) => cells.filter((cell) => cell !== '').length > 2);

/** The share of such rows with something in any column of the role. */
function filledIn(columns: readonly ColumnUse[], wanted: ColumnRole, telling: readonly Row[]): number {
  const indices = columns.filter(({ role }) => role === wanted).map(({ index }) => index);
  const filled = telling.filter(({ cells }) => indices.some((index) => (cells[index] ?? '') !== ''));
  return telling.length === 0 ? 0 : filled.length / telling.length;
}
