/** What a command answers: on standard output, in words or for programs. Whatever else is said goes to standard error. */
import process from 'node:process';
import { styleText } from 'node:util';
import { withoutHidden } from '../shared/domain/hidden.ts';
import { write, writeSoon } from './standard-output.ts';

/** `text` is for people and may change; `json` is one value; `ndjson` is a value a line, as they come. */
export const FORMATS = ['text', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** A column of a table: its name, and what a row says in it. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null | undefined>>;

export interface Output {
  readonly format: Format;
  /** One answer. @throws OutputFailure, of what was written before */
  value(value: unknown, inWords: () => string): void;
  /**
   * Many of one kind, as they come; a table in words.
   * @returns how many, up to the one at which the reader has gone
   * @throws OutputFailure
   */
  list<Row>(
    rows: AsyncIterable<Row> | Iterable<Row>,
    columns: Columns<Row>,
    none: string,
  ): Promise<number>;
  /** Many of one kind, each with words of its own. @returns and throws as list does */
  each<Row>(rows: AsyncIterable<Row> | Iterable<Row>, inWords: (row: Row) => string): Promise<number>;
}

/** For the person at the terminal, beside the answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function createOutput(format: Format): Output {
  async function writeEach<Row>(
    rows: AsyncIterable<Row> | Iterable<Row>,
    textOf: (row: Row, before: number) => string,
  ): Promise<number> {
    let count = 0;
    for await (const row of rows) {
      const isRead = await write(textOf(row, count));
      count += 1;
      if (!isRead) break;
    }
    return count;
  }

  async function writeJson<Row>(rows: AsyncIterable<Row> | Iterable<Row>): Promise<number> {
    if (format === 'ndjson') return await writeEach(rows, (row) => `${JSON.stringify(row)}\n`);
    const count = await writeEach(
      rows,
      (row, before) => `${before === 0 ? '[' : ','}\n${JSON.stringify(row)}`,
    );
    await write(count === 0 ? '[]\n' : '\n]\n');
    return count;
  }

  return {
    format,
    value(value, inWords) {
      if (format === 'text') {
        const words = inWords();
        // of nothing not an empty line
        if (words !== '') writeSoon(`${words}\n`);
      } else writeSoon(`${format === 'json' ? JSON.stringify(value, null, 2) : JSON.stringify(value)}\n`);
    },
    async list(rows, columns, none) {
      if (format !== 'text') return await writeJson(rows);
      const cells: string[][] = [];
      for await (const row of rows) cells.push(Object.values(columns).map((of) => oneLine(of(row))));
      if (cells.length === 0) say(none);
      else await write(table(Object.keys(columns), cells));
      return cells.length;
    },
    async each(rows, inWords) {
      if (format !== 'text') return await writeJson(rows);
      return await writeEach(rows, (row) => `${inWords(row)}\n`);
    },
  };
}

/** Texts of a BOM are other people's: none of them moves the cursor, or makes a line of its own. */
export function oneLine(text: string | number | null | undefined): string {
  return withoutHidden(String(text ?? '')).text.replaceAll(/\s+/g, ' ');
}

/** Only where somebody sees it, and has not asked for none with NO_COLOR. */
export function styled(style: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text;
}

/** What stands between two columns. */
const GAP = '  ';
/** Of a terminal, no column but the last takes more; elsewhere nothing is cut. */
const MAX_COLUMN = 40;

/** Cut to the terminal's width, where there is one. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  // Some terminals do not say how wide they are.
  const width = (process.stdout.isTTY && process.stdout.columns) || Infinity;
  const most = Number.isFinite(width) ? MAX_COLUMN : Infinity;
  const last = names.length - 1;
  const widths = names.map((name, i) =>
    i === last ? 0 : Math.min(most, Math.max(...[name, ...rows.map((row) => row[i]!)].map(widthOf)))
  );
  const line = (cells: readonly string[]) =>
    cut(
      cells.map((cell, i) => {
        if (i === last) return cell;
        const shown = cut(cell, widths[i]!);
        return shown + ' '.repeat(widths[i]! - widthOf(shown));
      }).join(GAP).trimEnd(),
      width,
    );
  return [styled('bold', line(names)), ...rows.map(line)].map((row) => `${row}\n`).join('');
}

/** Characters that take two cells of a terminal: those of Chinese, Japanese and Korean. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [shown, used] = ['', 1];
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    shown += character;
  }
  return `${shown}…`;
}
