/** Separated text. The separator is the one that a first line `sep=;` names, or else is found by looking. */
import { Issues } from '../issues.ts';
import { BomRefusal } from '../refusal.ts';
import { designatorsShare } from '../rows/designators.ts';
import type { OpenedFile, Row } from '../table.ts';
import { readRows, type TextRow } from './csv-rows.ts';
import { fits, patternOf } from './quoted-rows.ts';
import { type TextFormat, WHOLE } from './format.ts';
import { withoutGaps } from './tabs.ts';
import { TextRows } from './text-rows.ts';

/** Any text may be separated text: a format that knows its own by more than that comes first. */
const SOMEHOW_SURE = 0.1;

export const csv: TextFormat = {
  container: 'csv',
  detects: () => SOMEHOW_SURE,
  read(text, limits): OpenedFile {
    const declared = /^\s*sep=([^"\r\n])(?=[\r\n]|$)/i.exec(text)?.[1];
    const { separator, escapes } = declared === undefined
      ? findSeparator(text)
      : { separator: declared, escapes: false };
    const issues = new Issues();
    const kept = new TextRows(limits);
    let isMarkdown = false;
    for (const row of readRows(text, separator, escapes)) {
      // Where the separator is declared, that is the first row.
      if (declared !== undefined && kept.above === 0) {
        kept.above = row.number;
        continue;
      }
      if (row.isQuoteBroken) issues.add(brokenQuote(row.number));
      if (separator === '|' && kept.rows.length > 0 && isMarkdownRule(row.cells, kept.rows.at(-1)!.cells)) {
        // It is of the table, and no row of it.
        kept.above = row.number;
        isMarkdown = true;
      } else kept.add(row.number, isMarkdown ? row.cells.map(withoutEmphasis) : row.cells);
    }
    if (kept.rows.length === 0) {
      throw new BomRefusal('empty_bom', 'The file has no text in it. Send a header and at least one line.');
    }
    const inside = separatorInside(kept.rows);
    const parted = inside ?? separator;
    const unquoted = inside === null
      ? withoutQuotesAround(kept.rows, parted, issues)
      : rowsOfTexts(kept.rows, inside, issues);
    const aligned = parted === '\t' ? withoutGaps(unquoted) : { rows: unquoted, issues: [] };
    return {
      container: 'csv',
      encoding: null,
      separator: parted,
      tables: [{ ...WHOLE, rows: aligned.rows }],
      issues: [...issues.list(), ...aligned.issues],
    };
  },
};

/** Rows of fewer cells, among rows of more, are sentences. */
const LEAST_CELLS = 4;

/** Of rows that are all in quotation marks, as many have to be alike. */
const LEAST_REGULARITY = 0.6;

/** The separator within rows that have one cell each; null where any has more, or nothing parts them alike. */
export function separatorInside(rows: readonly Row[]): string | null {
  if (rows.length < 2 || rows.some(({ cells }) => cells.length > 1)) return null;
  const texts = rows.map(({ cells }) => cells[0] ?? '');
  if (texts.some((text) => /[\r\n]/.test(text))) return null;
  const { separator, regularity } = findSeparator(texts.join('\n'));
  // Of sentences, and of what has a comma in it below a single name.
  const areSentences = texts.filter((text) => text.includes(`${separator} `)).length > texts.length / 2;
  return regularity >= LEAST_REGULARITY && texts[0]!.includes(separator) && !areSentences ? separator : null;
}

/** Rows that stand in one cell each, parted. */
export function rowsOfTexts(rows: readonly Row[], separator: string, issues: Issues): readonly Row[] {
  return rows.map((row) => partedRow(row, separator, () => true, issues));
}

/**
 * Rows of which some were put into quotation marks as a whole, as by a program that took each line for one text: they have one
 * cell, which has the cells of the others when it is read as a row. A blank behind the separators is of a sentence.
 */
function withoutQuotesAround(rows: readonly Row[], separator: string, issues: Issues): readonly Row[] {
  if (separator.trim() === '' || !rows.some((row) => mayBeRow(row, separator))) return rows;
  const pattern = patternOf(rows);
  if (pattern === null || pattern.width < LEAST_CELLS) return rows;
  return rows.map((row) =>
    mayBeRow(row, separator) ? partedRow(row, separator, ({ cells }) => fits(cells, pattern), issues) : row
  );
}

const mayBeRow = ({ cells }: Row, separator: string) =>
  cells.length === 1 && cells[0]!.includes(separator) && !cells[0]!.includes(`${separator} `);

/** The row that a text is; null where it is none, or a list of places that goes on from the row above. */
function readAlone(text: string, separator: string): TextRow | null {
  if (designatorsShare(text) >= LIKE_PLACES) return null;
  try {
    const [read, ...more] = readRows(text, separator);
    return read && more.length === 0 ? read : null;
  } catch (error) {
    // More cells than a row may have: it is a text.
    if (error instanceof BomRefusal) return null;
    throw error;
  }
}

const LIKE_PLACES = 0.6;

function partedRow(row: Row, separator: string, isRow: (read: TextRow) => boolean, issues: Issues): Row {
  const [text = '', ...others] = row.cells;
  if (others.length > 0 || !text.includes(separator)) return row;
  const read = readAlone(text, separator);
  if (!read || !isRow(read)) return row;
  issues.add({
    severity: 'warning',
    row: row.number,
    column: null,
    code: 'row_mended',
    detail: `Row ${row.number} stands in one cell as a whole. It was read as ${read.cells.length} cells.`,
  });
  return { ...row, cells: read.cells, typed: null };
}

const ALIGNMENT = /^(?::?-{2,}:?|:-:?|-:)$/;

/** `|---:|:---|`, below the names of a table in Markdown, below each of them. A dash or two alone say that there is nothing. */
function isMarkdownRule(cells: readonly string[], above: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.length >= above.filter((cell) => cell !== '').length &&
    filled.every((cell) => ALIGNMENT.test(cell));
}

/** A whole cell as code or in bold: `` `LM358DR` ``, `**LM358DR**`. */
const EMPHASIS = /^(`|\*\*|__)([^`*]+)\1$/;
const withoutEmphasis = (cell: string) => EMPHASIS.exec(cell)?.[2]?.trim() ?? cell;

function brokenQuote(row: number) {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'broken_quotation',
    detail:
      `Row ${row}: a quotation mark opens a cell and does not close it. The cell was read as it is; check its content.`,
  } as const;
}

/** The rarer a sign is in text, the earlier it stands: where two part a text alike, the rarer was meant to. */
const SEPARATORS = ['\t', '|', ';', ','] as const;

/** Of the text, in which separators are tried: each of them costs one reading. */
const SAMPLE_CHARS = 64 * 1024;
const SAMPLE_ROWS = 300;

export interface Separation {
  readonly separator: string;
  /** A backslash before a separator makes it text. */
  readonly escapes: boolean;
  /** Which share of the rows has as many cells as most have; 0 where nothing is separated. */
  readonly regularity: number;
}

/** The separator with which most rows have equally many cells. */
export function findSeparator(text: string): Separation {
  const sample = text.slice(0, SAMPLE_CHARS);
  const tried = SEPARATORS.flatMap((separator) => [
    trySeparator(sample, separator, false),
    ...sample.includes(`\\${separator}`) ? [trySeparator(sample, separator, true)] : [],
  ]);
  const best = tried.reduce((best, next) => next.points > best.points + 1e-9 ? next : best);
  return best.regularity > 0 ? best : { separator: ',', escapes: false, regularity: 0 };
}

function trySeparator(sample: string, separator: string, escapes: boolean): Separation & { points: number } {
  const rows: TextRow[] = [];
  const found = { separator, escapes, regularity: 0, points: 0 };
  try {
    for (const row of readRows(sample, separator, escapes)) {
      rows.push(row);
      if (rows.length === SAMPLE_ROWS) break;
    }
  } catch (error) {
    // Refused again, and then for good, when it is read with this separator. Any other that makes columns goes first: a
    // cell of hundreds of designators is no row of hundreds of cells.
    if (!(error instanceof BomRefusal)) throw error;
    return { ...found, regularity: 0.01, points: 0.01 };
  }
  // The last row of a sample is cut off.
  if (rows.length > 1 && sample.length === SAMPLE_CHARS) rows.pop();
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  counts.delete(1);
  for (const [width, count] of counts) {
    // Rows that stop at their last text are part of the table; they count less, for so do those of a sentence.
    const shorter = rows.filter((row) => row.width > 1 && row.width < width).length;
    const regularity = (count + shorter / 3) / rows.length;
    // Many columns by chance are less likely than two.
    const points = regularity * (1 - 0.3 / width);
    if (points > found.points) Object.assign(found, { regularity, points });
  }
  const broken = rows.filter((row) => row.isQuoteBroken).length;
  return { ...found, points: found.points * (1 - broken / Math.max(1, rows.length)) };
}
