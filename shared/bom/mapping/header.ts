/** Where the header of a table is: rows that name columns, above rows that do not. */
import { hasDigit } from '../ascii.ts';
import type { Row, Table } from '../table.ts';
import { type HeaderWords, readHeader } from './header-words.ts';
import { type NameScores, scoreName } from './name-rules.ts';
import { looksOf } from './recognisers.ts';

/** Rows in which the header is looked for. Titles, dates and addresses above it take up to a dozen in real BOMs. */
export const HEADER_ROWS = 30;

export interface HeaderCell {
  readonly name: string;
  readonly words: HeaderWords;
  readonly scores: NameScores;
}

export interface Header {
  /** The rows it takes, from the top; none where a table has no header. */
  readonly rows: readonly Row[];
  readonly cells: readonly HeaderCell[];
  readonly score: number;
}

/** Names the caller gave; a row that holds one is the header. */
export type NamedHeaders = ReadonlySet<string>;

const NOTHING = scoreName(readHeader(''));
/** Of a column without a name. */
export const EMPTY_CELL: HeaderCell = { name: '', words: readHeader(''), scores: NOTHING };

/** A header names at least two things that a BOM has, or what a list of parts alone has. */
const LEAST_SCORE = 1.1;
/** A second row of names has to add something, else it is the first row of the table. */
const COST_OF_SECOND_ROW = 0.5;
const SCORE_OF_NAMED = 3;
/** A header is no essay; its cells are read once for each header row that is tried. */
const MAX_NAME_CHARS = 120;

/** The header among the first rows, or null. The first of several that are as good, because a second table may follow. */
export function findHeader(table: Table, named: NamedHeaders): Header | null {
  const rows = table.rows.slice(0, HEADER_ROWS);
  let best: Header | null = null;
  for (const [i, row] of rows.entries()) {
    const one = mayBeHeader(row, named) ? headerOf([row], namesOf(row), named) : null;
    const next = rows[i + 1];
    const two = next && !next.isAfterBlank ? twoRows(table, row, next, named) : null;
    const better = two && two.score > (one?.score ?? 0) ? two : one;
    if (!better) continue;
    if ((!isHeader(better) || areAssigned(row)) && !isNamed(better, named)) continue;
    // The same names once more head a second part of the list.
    if (best === null || (better.score > best.score + 0.01 && !headOneList(best, better))) best = better;
  }
  return best && withRowBelow(table, best);
}

/** A name with what it stands for: `Price=5.62 CAD`. */
const ASSIGNED = /[\p{L}\p{N}]\s?=\s?[\p{L}\p{N}]/u;

/** Whether a row says of one part, in words, what columns would say of each. */
function areAssigned({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => cell.length <= MAX_NAME_CHARS && ASSIGNED.test(cell));
}

/** What stands below a name to say what its column counts in, or of which kind its cells are. */
const UNIT =
  /^[[(]?(?:pcs?\.?|pieces?|ea\.?|each|st(?:k|ü?ck)?\.?|units?|eur|usd|gbp|cny|rmb|€|\$|mm|mil|%|text|string|number|int(?:eger)?|float|yes ?\/ ?no|y ?\/ ?n|个|個|只|颗|pcs?\/board|optional|required|mandatory)[\])]?$/iu;

/** With a second row that says of some columns once more, in other words or another language, what they hold, or in which unit. */
function withRowBelow(table: Table, header: Header): Header {
  const [row, ...others] = header.rows;
  const next = row && others.length === 0 ? table.rows[table.rows.indexOf(row) + 1] : undefined;
  if (!next || next.isAfterBlank || table.rows.at(-1) === next) return header;
  if (saysHowMany(header, next)) return { ...header, rows: [...header.rows, next] };
  let said = 0;
  for (const [index, cell] of next.cells.entries()) {
    if (cell === '') continue;
    const above = header.cells[index];
    if (!above || above.name === '') return header;
    const top = topRole(scoreName(readHeader(cell)));
    if (!UNIT.test(cell) && (top === null || top !== topRole(above.scores))) return header;
    said += 1;
  }
  return said === 0 ? header : { ...header, rows: [...header.rows, next] };
}

/** A number and what it counts: `1 board`, `10 плат`. */
const FOR_HOW_MANY = /^\d{1,6}\s\p{L}{2,20}\.?$/u;

/** Whether a row says below counts and prices, and nowhere else, for how many boards each of them is. */
function saysHowMany(header: Header, { cells }: Row): boolean {
  let said = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const top = topRole(header.cells[index]?.scores ?? NOTHING);
    if (!FOR_HOW_MANY.test(cell) || (top !== null && top !== 'quantity' && top !== 'extra')) return false;
    said += 1;
  }
  return said > 1;
}

/** The row that has the headers of a file whose mapping was confirmed. */
export function headerKnownBefore(table: Table, known: readonly (readonly string[])[]): Header | null {
  if (known.length === 0) return null;
  for (const row of table.rows.slice(0, HEADER_ROWS)) {
    const names = row.cells.map((cell) => readHeader(cell.replace(/\s+/gu, ' ')).plain);
    const isKnown = known.some((headers) =>
      headers.length >= names.length && headers.every((name, i) => name === (names[i] ?? '')) &&
      names.some((name) => name !== '')
    );
    if (isKnown) return headerOf([row], namesOf(row), new Set());
  }
  return null;
}

/** What the best of a row's names are worth at least, where it is a header. */
const LEAST_WORTH = 0.8;
/** Of a name that is of no field. */
const WORTH_OF_OTHERS = 0.25;

/**
 * Whether the names of a row are worth as much as a header's. Those of nearly all rows are worth nothing, and then nobody need ask
 * which of them look like data, which is dear to tell.
 */
function mayBeHeader(row: Row, named: NamedHeaders): boolean {
  let worth = 0;
  return namesOf(row).some((name, index) => {
    if (named.has(name)) return true;
    if (name === '' || name.length > MAX_NAME_CHARS) return false;
    const best = strongest(scoreName(wordsOf(row.cells[index]!, name)));
    worth += best === 0 ? 0 : Math.max(best, WORTH_OF_OTHERS);
    return worth >= LEAST_WORTH;
  });
}

function isNamed({ cells }: Header, named: NamedHeaders): boolean {
  return cells.some(({ name }) => name !== '' && named.has(name));
}

function isHeader(header: Header): boolean {
  const known = header.cells.filter(({ scores }) => strongest(scores) >= 0.4);
  const roles = new Set(known.map(({ scores }) => topRole(scores)));
  if (header.score >= LEAST_SCORE && roles.size >= 2) return true;
  // A list of part numbers and nothing else.
  const filled = header.cells.filter(({ name }) => name !== '');
  return filled.length <= 2 && header.score >= LEAST_WORTH &&
    known.some(({ scores }) => (scores.get('mpn') ?? 0) >= 0.8);
}

/** Whether a row has a header's looks, at little cost: it is asked of every row. */
export function couldBeHeader({ cells }: Row): boolean {
  let filled = 0;
  let withDigits = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    if (cell.length > 60) return false;
    filled += 1;
    if (hasDigit(cell) && (withDigits += 1) > cells.length / 3) return false;
  }
  return filled >= 2 && withDigits <= filled / 3;
}

/** Whether such a row names columns as a header does: a second table, or the header repeated. */
export function laterHeader(row: Row, first: Header): Header | null {
  const header = headerOf([row], namesOf(row), new Set());
  if (isHeader(header) && header.score >= Math.min(2.2, first.score * 0.6)) return header;
  return row.isAfterBlank && isOfAnother(header) ? header : null;
}

/** Names of a history of changes, of which a list of parts has one at most. */
const OF_HISTORY =
  /^(?:rev|revision|ver|version|date|datum|author|by|change[ds]?(?: by)?|who|approved(?: by)?)$/;
const LIKELY_NAME = 0.6;
const LEAST_OF_ANOTHER = 3;

/** Whether names are of a history of changes. */
export function isOfHistory(cells: readonly HeaderCell[]): boolean {
  return cells.filter(({ words }) => OF_HISTORY.test(words.plain)).length > 1;
}

/** Whether a row behind a blank one has nothing but names, of whatever: a history of changes, prices for more boards. */
function isOfAnother({ cells }: Header): boolean {
  const filled = cells.filter(({ name }) => name !== '');
  return filled.length >= LEAST_OF_ANOTHER &&
    filled.every(({ words, scores }) => strongest(scores) >= LIKELY_NAME || OF_HISTORY.test(words.plain));
}

/** Whether two headers name the same columns in the same places. */
export function areAlike(one: Header, other: Header): boolean {
  const [a, b] = [one, other].map(({ cells }) => cells.map(({ words }) => words.plain)) as [
    string[],
    string[],
  ];
  const length = Math.max(a.length, b.length);
  let same = 0;
  let filled = 0;
  for (let i = 0; i < length; i += 1) {
    const [left, right] = [a[i] ?? '', b[i] ?? ''];
    if (left === '' && right === '') continue;
    filled += 1;
    if (left === right) same += 1;
  }
  return filled > 0 && same / filled >= 0.8;
}

/** Whether two headers may stand in one list: they are alike, but perhaps for the shop that each part of it is bought from. */
export const headOneList = (one: Header, other: Header): boolean =>
  areAlike(one, other) || areAlikeButForShops(one, other);

/** Whether two headers name the same columns, and in the same place each a shop's numbers: lists are ordered by where they are bought. */
function areAlikeButForShops(one: Header, other: Header): boolean {
  let shops = 0;
  for (let i = 0; i < Math.max(one.cells.length, other.cells.length); i += 1) {
    const [left, right] = [one.cells[i] ?? EMPTY_CELL, other.cells[i] ?? EMPTY_CELL];
    if (left.words.plain === right.words.plain) continue;
    const areShops = left.words.distributor !== null && right.words.distributor !== null;
    if (!areShops || topRole(left.scores) !== topRole(right.scores)) return false;
    shops += 1;
  }
  return shops > 0;
}

/**
 * The first row that names a column of numbers to look up for certain, where its other names say nothing and none of them
 * looks like a part's: such a list may have a single line, which tells nothing of its columns.
 */
export function headerOfOneName(table: Table): Header | null {
  for (const row of table.rows.slice(0, HEADER_ROWS)) {
    const header = headerOf([row], namesOf(row), new Set());
    const isNamed = header.cells.some(({ scores }) =>
      Math.max(scores.get('mpn') ?? 0, scores.get('supplier_number') ?? 0) >= 0.8
    );
    if (
      isNamed && !areAssigned(row) &&
      header.cells.every(({ name }) => name.length <= MAX_NAME_CHARS && likeData(name) === 0)
    ) {
      return header;
    }
  }
  return null;
}

/** Looks that the cells below a name share, and the name has not. */
const TELLING_LOOKS = [
  'designators',
  'whole',
  'part_number',
  'supplier_number',
  'value',
  'manufacturer',
  'money',
] as const;

/** Prices and measures without a sign for what they are of. */
const NUMERIC = /^\d{1,9}(?:[.,]\d{1,4})?$/;

/**
 * The first row, where its names say nothing and still are no part of the list: in two columns or more it does not look
 * like what stands below.
 */
export function headerWithoutMeaning(table: Table): Header | null {
  const [first, ...rest] = table.rows;
  if (!first || rest.length < 2) return null;
  const sample = rest.slice(0, 40);
  let unlike = 0;
  for (const [index, name] of first.cells.entries()) {
    const looks = looksOf(name);
    const cells = sample.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
    if (cells.length < 2) continue;
    let isTold = false;
    for (const look of TELLING_LOOKS) {
      const share = cells.filter((cell) => (looksOf(cell).get(look) ?? 0) > 0.5).length / cells.length;
      if (share < 0.8) continue;
      if (name !== '' && (looks.get(look) ?? 0) < 0.5) unlike += 1;
      else return null;
      isTold = true;
      break;
    }
    if (!isTold && cells.filter((cell) => NUMERIC.test(cell)).length >= cells.length * 0.8) {
      if (name === '' || /\d/.test(name)) return null;
      unlike += 1;
    }
  }
  return unlike >= 2 ? headerOf([first], namesOf(first), new Set()) : null;
}

/** A header whose names are known already, as those of a mapping are. */
export function headerOfNames(rows: readonly Row[], names: readonly string[]): Header {
  return headerOf(rows, names, new Set());
}

export const NO_HEADER: Header = { rows: [], cells: [], score: 0 };

function namesOf({ cells }: Row): string[] {
  return cells.map((cell) => cell.replace(/\s+/gu, ' '));
}

function headerOf(rows: readonly Row[], names: readonly string[], named: NamedHeaders): Header {
  let score = 0;
  const seen = new Set<string>();
  const cells = names.map((name, index): HeaderCell => {
    if (name === '') return EMPTY_CELL;
    if (named.has(name)) score += SCORE_OF_NAMED;
    if (name.length > MAX_NAME_CHARS) {
      score -= 0.5;
      return { ...EMPTY_CELL, name };
    }
    const words = wordsOf(rows.length === 1 ? rows[0]!.cells[index]! : name, name);
    const scores = scoreName(words);
    const top = topRole(scores);
    const best = strongest(scores);
    // A second column of a kind says less than the first, and one that is none of a line's fields still that it is a header.
    const worth = top === 'extra' ? WORTH_OF_OTHERS : seen.has(top ?? '') ? best * 0.3 : best;
    if (top) seen.add(top);
    score += worth - (best >= CLEAR_NAME ? 0 : likeData(name));
    return { name, words, scores };
  });
  return {
    rows,
    cells,
    score: score + COST_OF_NUMBER * priceBreaks(cells) + datedNames(cells) + numberedNames(cells),
  };
}

/** A name of its own in the first line, which leaves no doubt. */
const CLEAR_LINE = 0.9;

/** Of a name and a remark below it in one cell, what the name says. */
function wordsOf(cell: string, name: string): HeaderWords {
  const words = readHeader(name);
  const end = cell.indexOf('\n');
  if (end === -1 || words.unknown.length === 0) return words;
  const first = readHeader(cell.slice(0, end).replace(/\s+/gu, ' '));
  return first.known === 1 && strongest(scoreName(first)) >= CLEAR_LINE ? first : words;
}

/** A name that is known is one, whatever it looks like besides. */
const CLEAR_NAME = 0.75;
const COST_OF_NUMBER = 0.7;
/** Names that leave no doubt: beside them, numbers are of prices. */
const LEAST_NAMES = 3;

/** Clear names of as many fields stand in no row of parts. */
const SURE_NAMES = 4;
/** Of a day, behind words that say what of it: `Change history on 11/30`. */
const DATED = /^\p{L}[\p{L}\s]{2,60}[\s:(]\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\)?$/u;

/** What names with a day in them cost for looking like parts, where the others leave no doubt. */
function datedNames(cells: readonly HeaderCell[]): number {
  const dated = cells.filter(({ name, scores }) => DATED.test(name) && strongest(scores) < CLEAR_NAME);
  if (dated.length === 0) return 0;
  const clear = cells.filter(({ scores }) => strongest(scores) >= CLEAR_NAME).map(({ scores }) =>
    topRole(scores)
  );
  return new Set(clear).size >= SURE_NAMES ? dated.reduce((cost, { name }) => cost + likeData(name), 0) : 0;
}

/** A word and a number: `Field3`, `Attribute 2`. A place has few letters. */
const NUMBERED = /^(\p{L}{4,})[ _]?\d{1,2}$/u;

/** What names cost for looking like places that a program numbers because nobody named them, where others leave no doubt. */
function numberedNames(cells: readonly HeaderCell[]): number {
  const costs = new Map<string, number[]>();
  for (const { name, scores } of cells) {
    // A whole file may be one name: matching that would take more stack than there is.
    const [, word] = name.length > MAX_NAME_CHARS ? [] : NUMBERED.exec(name) ?? [];
    if (word && strongest(scores) < CLEAR_NAME) costs.set(word, [...costs.get(word) ?? [], likeData(name)]);
  }
  const [series = []] = [...costs.values()].toSorted((a, b) => b.length - a.length);
  if (series.length < 2) return 0;
  const clear = new Set(
    cells.filter(({ scores }) => strongest(scores) >= CLEAR_NAME).map(({ scores }) => topRole(scores)),
  );
  return clear.size >= LEAST_NAMES ? series.reduce((sum, cost) => sum + cost, 0) : 0;
}

/** Quantities that a price is for, as names of columns: `1`, `100`, `500`, each larger than the one before. */
function priceBreaks(cells: readonly HeaderCell[]): number {
  const numbers = cells.filter(({ name }) => /^\d{1,6}\+?$/.test(name)).map(({ name }) =>
    Number.parseInt(name)
  );
  const isRising = numbers.length > 1 && numbers.every((number, i) => i === 0 || number > numbers[i - 1]!);
  return isRising && cells.filter(({ scores }) => strongest(scores) >= 0.6).length >= LEAST_NAMES
    ? numbers.length
    : 0;
}

/** Cells of a row of parts do not stand in a header. */
function likeData(name: string): number {
  const looks = looksOf(name);
  // `SMD` beside `THT` names a column of how many there are of each.
  if (looks.has('mounting')) return 0;
  const looked = Math.max(
    looks.get('part_number') ?? 0,
    looks.get('value') ?? 0,
    looks.get('designators') ?? 0,
    looks.get('url') ?? 0,
    looks.get('whole') ?? 0,
    looks.get('money') ?? 0,
    (looks.get('manufacturer') ?? 0) * 0.6,
    (looks.get('footprint') ?? 0) * 0.8,
  );
  return looked * 0.7;
}

/** Groups above names (`DigiKey` over `Price` and `Number`), or names that take two rows (`Part` over `number`). */
function twoRows(table: Table, upper: Row, lower: Row, named: NamedHeaders): Header | null {
  const top = spread(table, upper);
  const filled = top.filter((name) => name !== '').length;
  if (filled < 2) return null;
  if (lower.cells.some((cell) => cell !== '' && likeData(cell) > 0.5)) return null;
  const names = Array.from({ length: Math.max(top.length, lower.cells.length) }, (_, i) => {
    const [above, below] = [top[i] ?? '', (lower.cells[i] ?? '').replace(/\s+/gu, ' ')];
    return [above, below].filter(Boolean).join(' ');
  });
  const header = headerOf([upper, lower], names, named);
  // Names that are known by themselves need no row above: it is a title, as one above all of them is.
  const alone = headerOf([lower], namesOf(lower), named);
  const groups = top.filter((name) => {
    const { meanings, distributor } = readHeader(name);
    return distributor !== null || meanings.has('supplier') || meanings.has('alternate') ||
      meanings.has('manufacturer');
  }).length;
  const isTitle = new Set(lower.cells.flatMap((cell, i) => cell === '' ? [] : top[i] ?? '')).size === 1;
  if (isHeader(alone) && (groups < 1 || isTitle)) return null;
  const least = isHeader(alone) ? alone.score + 0.02 : 0;
  return { ...header, score: Math.max(least, header.score - COST_OF_SECOND_ROW) };
}

/** Names of merged cells stand in the first only, and mean all. */
function spread(table: Table, row: Row): string[] {
  const names = namesOf(row);
  for (const merge of table.merges) {
    if (merge.row !== row.number || merge.columns < 2) continue;
    for (let i = 1; i < merge.columns; i += 1) {
      while (names.length <= merge.index + i) names.push('');
      names[merge.index + i] ||= names[merge.index] ?? '';
    }
  }
  return names;
}

export function topRole(scores: NameScores) {
  let top: [string, number] | null = null;
  for (const entry of scores) if (entry[1] > (top?.[1] ?? 0)) top = entry;
  return top?.[0] ?? null;
}

function strongest(scores: NameScores): number {
  return Math.max(0, ...scores.values());
}
