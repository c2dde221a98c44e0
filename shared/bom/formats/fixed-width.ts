/** Tables drawn with blanks: part lists of Eagle and OrCAD, and what is printed or mailed. */
import { MAX_COLUMNS } from '../limits.ts';
import { designatorsShare } from '../rows/designators.ts';
import { tooManyColumns } from '../refusal.ts';
import { findSeparator } from './csv.ts';
import { type TextFormat, WHOLE } from './format.ts';
import { skipBlankRows } from './blank-rows.ts';
import { unguard } from './guards.ts';
import { TextRows } from './text-rows.ts';

export const fixedWidth: TextFormat = {
  container: 'fixed_width',
  detects(text) {
    const columns = columnsOf(sampleOf(text));
    if (!columns || columns.starts.length < 2) return 0;
    // A separator that parts the rows alike is what parts them; a rule with gaps is drawn for columns alone.
    const { regularity, separator } = findSeparator(text);
    // Whoever puts two tabs into a rule means the place that they lead to.
    if (separator === '\t' && columns.isRuled && RULE_WITH_TABS.test(text.slice(0, SAMPLE_CHARS))) return 0.5;
    return (separator === ',' || columns.isRuled) && regularity < 0.8 ? 0.5 : regularity < 0.5 ? 0.4 : 0;
  },
  read(text, limits) {
    const drawn = columnsOfBlocks(text);
    const kept = new TextRows(limits);
    for (const { number, line } of linesOf(text)) {
      if (drawn.length > 1 && number >= drawn[1]!.from) drawn.shift();
      const { starts, borders } = drawn[0]!;
      const isRule = RULE.test(line);
      // Drawn between two rows, a rule is no blank one.
      if (isRule && kept.above === number - 1) kept.above = number;
      const cells = isRule ? [] : cutAt(line, starts, borders);
      if (cells.length > 0) kept.add(number, cells);
    }
    return {
      container: 'fixed_width',
      encoding: null,
      separator: null,
      tables: [{ ...WHOLE, rows: kept.rows }],
      issues: [],
    };
  },
};

const SAMPLE_CHARS = 64 * 1024;

const linesOfSample = (text: string) => Array.from(linesOf(text.slice(0, SAMPLE_CHARS)));
const sampleOf = (text: string) => linesOfSample(text).map(({ line }) => line);

interface Drawn {
  /** The number of the first line that is drawn so. */
  readonly from: number;
  readonly starts: readonly number[];
  readonly borders: ReadonlySet<number>;
}

/** Blank lines that part two lists of one file, and more than part a header from its rows. */
const BLANK_BETWEEN_LISTS = 2;

/** The columns of the whole file, and of each list in it whose header names more of them: lists are drawn to their own widths. */
function columnsOfBlocks(text: string): Drawn[] {
  const sample = linesOfSample(text);
  const lines = sample.map(({ line }) => line);
  const { starts } = columnsOf(lines)!;
  const whole = { starts, borders: bordersOf(lines, starts) };
  const begins = sample.flatMap(({ number }, at) =>
    at === 0 || number - sample[at - 1]!.number > BLANK_BETWEEN_LISTS ? [at] : []
  );
  const drawn = begins.map((at, i): Drawn => {
    const block = lines.slice(at, begins[i + 1]);
    const alone = begins.length > 1 ? columnsOf(block)?.starts ?? [] : [];
    const named = (columns: readonly number[]) => columns.filter((start) => isNamed(block, start)).length;
    const isOwn = named(alone) === alone.length && alone.length > named(starts);
    const own = isOwn ? { starts: alone, borders: bordersOf(block, alone) } : whole;
    return { from: sample[at]!.number, ...own };
  });
  if (drawn.some(({ starts }) => starts.length > MAX_COLUMNS)) throw tooManyColumns(1);
  return drawn;
}

const LINE_END = /\r\n|\n|\r/g;

/** Lines that are not blank, one at a time: all lines of a file that has too many would cost more than those that are read. */
function* linesOf(text: string): Generator<{ readonly number: number; readonly line: string }> {
  for (let place = skipBlankRows(text, { at: 0, number: 1 }); place.at < text.length;) {
    LINE_END.lastIndex = place.at;
    const end = LINE_END.exec(text);
    yield { number: place.number, line: withoutTabs(text.slice(place.at, end?.index)) };
    if (!end) return;
    place = skipBlankRows(text, { at: end.index + end[0].length, number: place.number + 1 });
  }
}

/** Columns of characters from one stop of the tabulator to the next, in every editor unless somebody changes it. */
const TAB_STOP = 8;

/** A line as it is seen: one or several tabs lead to where the next column stands. */
function withoutTabs(line: string): string {
  if (!line.includes('\t') || line.length > MAX_LINE_CHARS) return line;
  const [first, ...others] = line.split('\t') as [string, ...string[]];
  let shown = first;
  for (const part of others) {
    shown = shown.padEnd((Math.floor(shown.length / TAB_STOP) + 1) * TAB_STOP) + part;
  }
  return shown;
}

/** `-----  ---  ----`, under the header or above a sum. */
const RULE = /^\s*[-_=~]{2,}(?:[\s+|]+[-_=~]{2,})*\s*$/;
const RULE_WITH_TABS = /^[-_=~]{2,}(?:\t[-_=~]+)*\t{2,}[-_=~]{2,}/m;
/** Cells stand two blanks apart, or else they could be words. */
const GAP = / {2,}/;
/** No line of a printed table is wider; a gap is looked for in each column of characters. */
const MAX_LINE_CHARS = 2_000;

/** Where columns begin, null where a text is not drawn in columns. */
function columnsOf(
  lines: readonly string[],
): { readonly starts: readonly number[]; readonly isRuled: boolean } | null {
  const rule = lines.find((line) => RULE.test(line) && /\S\s+\S/.test(line));
  if (rule !== undefined && rule.length <= MAX_LINE_CHARS) {
    return { starts: [...rule.matchAll(/[-_=~]+/g)].map(({ index }) => index), isRuled: true };
  }
  const body = lines.filter((line) =>
    line.length <= MAX_LINE_CHARS && !RULE.test(line) && GAP.test(line.trim()) && !line.includes('\t')
  );
  if (body.length < MIN_LINES || body.length < lines.length / 2) return null;
  const starts = startsOf(withoutTitles(body));
  return starts.length < 2 ? null : { starts, isRuled: false };
}

/** Lines above the header, with gaps of their own: a title, a file, a date, a page. */
const MAX_TITLES = 5;

/** The lines from the header on, where what stands above it would hide columns that it names, each of them. */
function withoutTitles(lines: readonly string[]): readonly string[] {
  const whole = startsOf(lines);
  if (isHeaderOf(lines, whole)) return lines;
  for (let at = 1; at <= MAX_TITLES && lines.length - at >= MIN_LINES; at += 1) {
    const rest = lines.slice(at);
    const starts = startsOf(rest);
    const named = whole.filter((start) => isNamed(rest, start));
    if (starts.length > named.length && isHeaderOf(rest, starts)) return rest;
  }
  return lines;
}

/** Whether the first line has a name for each column: rows of parts have figures in one at least. */
function isHeaderOf(lines: readonly string[], starts: readonly number[]): boolean {
  return starts.every((start, i) =>
    isNamed(lines, start) && /\p{L}/u.test(lines[0]!.slice(start, starts[i + 1]))
  );
}

/** A header and two lines: two lines with gaps can be chance. */
const MIN_LINES = 3;
/** A cell that is too long for its column runs into the next. */
const MAY_OVERFLOW = 0.05;

/** Columns begin where, behind characters that nearly all lines leave blank, some line has text. */
function startsOf(lines: readonly string[]): number[] {
  const width = Math.max(...lines.map((line) => line.length));
  const texts = new Array<number>(width).fill(0);
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) if (line[at] !== ' ') texts[at]! += 1;
  }
  const isGap = (at: number) => texts[at]! <= lines.length * MAY_OVERFLOW;
  const header = lines[0]!;
  const starts: number[] = [];
  let gap = Infinity;
  for (let at = 0; at < width; at += 1) {
    if (isGap(at)) {
      gap += 1;
      continue;
    }
    // One blank column parts two columns where the header begins a word right behind it.
    const beginsWord = header[at] !== undefined && header[at] !== ' ' && header[at - 1] === ' ';
    if ((gap >= 2 && (beginsWord || beginsCells(lines, at))) || (gap === 1 && beginsWord)) starts.push(at);
    gap = 0;
  }
  return withNamed(starts, lines);
}

/** Of rows with a cell that is too long for its column, where the header names the next one nevertheless. */
const MAY_OVERFLOW_NAMED = 0.1;
/** Of rows that have a cell in a column that is known by its name. */
const MOSTLY_FILLED = 0.5;

/** The columns, and those that the header names two blanks apart within one of them: their cells stand apart below the name. */
function withNamed(starts: readonly number[], lines: readonly string[]): number[] {
  const [header = '', ...rows] = lines;
  const isGap = (at: number) =>
    rows.filter((row) => (row[at] ?? ' ') !== ' ').length <= rows.length * MAY_OVERFLOW_NAMED;
  const names = partsOf(header);
  const named = names.flatMap(({ from, text }, i) => {
    const before = names[i - 1];
    const end = from + text.length;
    if (!before || starts.some((at) => at > before.from && at < end)) return [];
    let gap = 0;
    for (let at = before.from + before.text.length; at < end; at += 1) {
      if (isGap(at)) gap += 1;
      else if (gap >= 2 && at >= from) return [at];
      else gap = 0;
    }
    const aligned = alignedFrom(rows, before.from + before.text.length, end);
    return aligned === null ? [] : [aligned];
  });
  return [
    ...starts,
    ...named.filter((at) => {
      const next = starts.find((start) => start > at);
      return rows.filter((row) => row.slice(at, next).trim() !== '').length >= rows.length * MOSTLY_FILLED;
    }),
  ].toSorted((a, b) => a - b);
}

/**
 * Where the cells below a name begin that stand flush with each other, on the right as numbers do or on the left. Null where most rows
 * have none: where several rows have a cell that is too long for the column before, no gap is left in front of them.
 * @param from behind the name before
 * @param end behind the name itself
 */
function alignedFrom(rows: readonly string[], from: number, end: number): number | null {
  const cells = rows.flatMap((row) => partsOf(row).filter((part) => part.from >= from && part.from < end));
  const needed = Math.max(rows.length * MOSTLY_FILLED, MIN_LINES);
  for (const edge of [({ from, text }: Part) => from + text.length, ({ from }: Part) => from]) {
    for (const at of new Set(cells.map(edge))) {
      const flush = cells.filter((cell) => edge(cell) === at);
      if (flush.length >= needed) return Math.min(...flush.map(({ from }) => from));
    }
  }
  return null;
}

/** Whether a list's first row with cells begins a word there. */
function isNamed(lines: readonly string[], at: number): boolean {
  const header = lines.find((line) => GAP.test(line.trim())) ?? '';
  return /\S/.test(header[at] ?? ' ') && (header[at - 1] ?? ' ') === ' ';
}

/** Where the header names a column apart and each row has a blank in front of it: no text goes on there. */
function bordersOf(lines: readonly string[], starts: readonly number[]): ReadonlySet<number> {
  const rows = withoutTitles(lines.filter((line) => GAP.test(line.trim()) && !RULE.test(line)));
  const named = new Set(partsOf(rows[0] ?? '').map(({ from }) => from));
  return new Set(starts.filter((at) => named.has(at) && rows.every((line) => (line[at - 1] ?? ' ') === ' ')));
}

/**
 * Whether the text that stands from here on begins cells: a list with blanks in it, longer than all others, goes on behind where
 * those end, and is parted from what stands before it by one blank at most.
 */
function beginsCells(lines: readonly string[], at: number): boolean {
  let [cells, others] = [0, 0];
  const next = lines[0]!.slice(at).search(/\S/);
  const end = next > 0 ? at + next : at;
  let [below, inLists] = [0, 0];
  for (const line of lines) {
    if (line.slice(at).trim() === '') continue;
    const first = line.slice(at).search(/\S/) + at;
    if (first < end && line[first - 1] === ' ') {
      below += 1;
      if (IN_LIST.test(line.slice(Math.max(0, first - 2), first))) inLists += 1;
    }
    if (/(?:^|\s)\s$/.test(line.slice(0, first)) || first === 0) cells += 1;
    else others += 1;
  }
  // Lists of places whose commas stand above each other leave a gap there that no name is above.
  return cells >= others && (below === 0 || inLists < below);
}

/** In front of a further name of a list. */
const IN_LIST = /[,;] $/;

interface Part {
  readonly from: number;
  readonly text: string;
}

/** Texts of a line that stand two blanks apart. */
function partsOf(line: string): Part[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: text }) => ({ from: index, text }));
}

function cutAt(line: string, starts: readonly number[], borders: ReadonlySet<number>): string[] {
  const parts = partsOf(line);
  // A title: of three columns and more, two cells would seldom be all of a row, and without a gap between them.
  if (parts.length === 1 && parts[0]!.from === 0 && starts.length >= 3 && !isFullPlace(line, starts[1]!)) {
    return [unguard(parts[0]!.text)];
  }
  // A name or a text that stands across the border is whole where there are as many of them as columns.
  const isCut = ({ from, text }: Part) =>
    starts.some((at) => !borders.has(at) && at > from && at < from + text.length);
  if (parts.length === starts.length && parts.some(isCut)) return parts.map(({ text }) => unguard(text));
  const shifted = cutBehindLong(parts, starts) ?? cutBehindOverflow(parts, starts);
  if (shifted) return shifted;
  const cells: string[] = [];
  let from = 0;
  starts.forEach((_start, i) => {
    const next = starts[i + 1];
    let end = next ?? line.length;
    // A word that runs over the border belongs to where it begins.
    if (next !== undefined && line[next - 1] !== undefined && line[next - 1] !== ' ') {
      const blank = line.indexOf(' ', next);
      const back = line.lastIndexOf(' ', next - 1);
      end = back > from && line.slice(from, back).trim() !== '' && GAP.test(line.slice(from, next))
        ? back
        : blank === -1
        ? line.length
        : blank;
    }
    const text = unguard(line.slice(from, Math.max(from, end)).trim());
    if (text !== '') {
      while (cells.length < i) cells.push('');
      cells.push(text);
    }
    from = Math.max(from, end);
  });
  return cells;
}

/** Whether places fill the first column, with the one blank behind them that parts it from the next cell. */
function isFullPlace(line: string, next: number): boolean {
  const word = line.slice(0, next - 1);
  return line[next - 1] === ' ' && !/\s/.test(word) && /\d/.test(word) && designatorsShare(word) === 1;
}

/**
 * A word that runs over the next column, and further cells so far behind it that two of them stand in one column: all behind
 * the word moved with it. Null of any other row.
 */
function cutBehindLong(parts: readonly Part[], starts: readonly number[]): string[] | null {
  const columnOf = (at: number) => starts.findLastIndex((start) => start <= at);
  const words = parts.flatMap(({ from, text }) => {
    const [first] = /^\S+/.exec(text)!;
    const isLong = columnOf(from) < columnOf(from + first.length) && first.length < text.length;
    return isLong
      ? [{ from, text: first }, { from: from + first.length + 1, text: text.slice(first.length + 1) }]
      : [{ from, text }];
  });
  const long = words.findIndex(({ from, text }) =>
    columnOf(from + text.length - 1) > columnOf(from) && !/\s/.test(text)
  );
  if (long < 0) return null;
  const column = columnOf(words[long]!.from);
  const behind = words.slice(long + 1).map(({ from }) => columnOf(from));
  if (!behind.some((at, i) => at < starts.length - 1 && at === behind[i + 1])) return null;
  const places = starts.length - column - 1;
  const cells: string[] = [];
  for (const { from, text } of words.slice(0, long + 1)) cells[columnOf(from)] = text;
  words.slice(long + 1).forEach(({ text }, i) => {
    const at = column + 1 + Math.min(i, places - 1);
    cells[at] = cells[at] === undefined ? text : `${cells[at]}  ${text}`;
  });
  return Array.from(cells, (cell) => unguard(cell ?? ''));
}

/**
 * A text of several words that runs into the next column, one blank in front of that column's cell. Where the cell behind stands as far
 * to the right of its own column, all of them moved with it, and the text is cut there. Null of any other row.
 */
function cutBehindOverflow(parts: readonly Part[], starts: readonly number[]): string[] | null {
  const columnOf = (at: number) => starts.findLastIndex((start) => start <= at);
  const columns = parts.map(({ from }) => columnOf(from));
  const isOver = ({ from, text }: Part) => columnOf(from) < columnOf(from + text.length - 1);
  const long = parts.findIndex(isOver);
  const next = parts[long + 1];
  if (long < 0 || !next || columns[long + 1] !== columns[long]! + 2) return null;
  // No two cells stand in one column.
  if (columns.some((at, i) => at < 0 || at === columns[i - 1])) return null;
  const moved = next.from - starts[columns[long + 1]!]!;
  const { from, text } = parts[long]!;
  const at = starts[columns[long]! + 1]! + moved - from;
  if (moved < 2 || text[at - 1] !== ' ' || !text.slice(0, at - 1).includes(' ')) return null;
  const cells: string[] = [];
  parts.forEach((part, i) => cells[columns[i]!] = part.text);
  cells[columns[long]!] = text.slice(0, at - 1);
  cells[columns[long]! + 1] = text.slice(at);
  return Array.from(cells, (cell) => unguard(cell ?? ''));
}
