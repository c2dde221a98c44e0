/** Lists with a row for each designator, made into lines of equal parts. */
import type { BomLine } from '../line.ts';
import { readHeader } from '../mapping/header-words.ts';

/** Two rows show nothing. */
const LEAST_ROWS = 3;
/** A list that counts and has few equal rows is one that somebody wrote that way. */
const MAX_SHARE_LEFT = 0.7;

/**
 * Where every row names one designator at most and asks for one piece, equal rows are one line. In a file that has any row
 * of several designators somebody has grouped already, and rows that are still apart are meant to be. So are those of two boards.
 * @param titles rows that stand between lines
 */
export function groupSingles(
  lines: readonly BomLine[],
  hasDesignators: boolean,
  hasQuantities: boolean,
  numberColumns: readonly string[],
  titles: readonly number[],
): readonly BomLine[] {
  const areSingle = lines.length >= LEAST_ROWS &&
    lines.every(({ designators, quantity }) =>
      designators.length <= 1 && (quantity === null || quantity <= 1)
    );
  if (!hasDesignators || !areSingle) return lines;
  // Words in place of a number say what a part is, and others say that it is another.
  const telling = [...new Set([...tellingColumns(lines), ...numberColumns])];
  const boards = boardsOf(lines, titles);
  const groups = new Map<string, BomLine[]>();
  lines.forEach((line, i) => {
    const key = line.designators.length === 0 ? `${i}` : `${boards[i]} ${keyOf(line, telling)}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  });
  if (hasQuantities && groups.size > lines.length * MAX_SHARE_LEFT) return lines;
  return [...groups.values()].map((group): BomLine => {
    const [first] = group as [BomLine];
    if (group.length === 1) return first;
    return {
      ...first,
      rows: group.flatMap(({ rows }) => rows),
      designators: [...new Set(group.flatMap(({ designators }) => designators))],
      // A place that is named again takes no second part.
      quantity: distinctByPlace(group).reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
      extra: joined(group.map(({ extra }) => extra)),
    };
  });
}

/** Fewer places that stand twice are slips, or alternates of some. */
const LEAST_AGAIN = 3;
const MANY_AGAIN = 0.25;

/** The board that each line is of: a title begins another where many places below it were named above it. */
function boardsOf(lines: readonly BomLine[], titles: readonly number[]): number[] {
  const boards: number[] = [];
  const starts = [...titles].sort((a, b) => a - b);
  let [board, section] = [0, 0];
  let named = new Set<string>();
  const isBehindTitle = ({ rows }: BomLine) => starts[section] !== undefined && rows[0]! > starts[section]!;
  lines.forEach((line, i) => {
    if (isBehindTitle(line)) {
      while (isBehindTitle(line)) section += 1;
      const below = new Set(placesUpTo(lines, i, starts[section]));
      const again = [...below].filter((name) => named.has(name)).length;
      if (again >= LEAST_AGAIN && again >= below.size * MANY_AGAIN) {
        board += 1;
        named = new Set();
      }
    }
    for (const name of line.designators) named.add(name);
    boards.push(board);
  });
  return boards;
}

/** The numbered places of the lines from one on that stand above a row. */
function placesUpTo(lines: readonly BomLine[], from: number, row = Infinity): string[] {
  const places: string[] = [];
  for (let i = from; i < lines.length && lines[i]!.rows[0]! < row; i += 1) {
    places.push(...lines[i]!.designators.filter((name) => /\d/.test(name)));
  }
  return places;
}

const distinctByPlace = (group: readonly BomLine[]) => [
  ...new Map(group.map((line) => [line.designators[0], line])).values(),
];

const NUMERIC = /^[-+]?[\d.,]+\s*(?:mm|mil|in|deg|°)?$/i;

/**
 * Columns of no field that may tell parts apart. Positions and prices tell one place from another, and what differs in
 * every row tells rows apart.
 */
function tellingColumns(lines: readonly BomLine[]): readonly string[] {
  const columns = new Map<string, string[]>();
  for (const { extra } of lines) {
    for (const [name, text] of Object.entries(extra)) {
      const texts = columns.get(name);
      if (texts) texts.push(text);
      else columns.set(name, [text]);
    }
  }
  return [...columns].filter(([name, texts]) => {
    const { meanings } = readHeader(name);
    if (meanings.has('other') || meanings.has('money') || meanings.has('item')) return false;
    return new Set(texts).size < texts.length && texts.some((text) => !NUMERIC.test(text));
  }).map(([name]) => name);
}

/** What the rows of a line have in columns of no field, each text once. */
function joined(extras: readonly BomLine['extra'][]): BomLine['extra'] {
  const columns = new Map<string, Set<string>>();
  for (const extra of extras) {
    for (const [name, text] of Object.entries(extra)) {
      columns.set(name, (columns.get(name) ?? new Set()).add(text));
    }
  }
  return Object.fromEntries([...columns].map(([name, texts]) => [name, [...texts].join('; ')]));
}

function keyOf(line: BomLine, telling: readonly string[]): string {
  const {
    mpn,
    manufacturer,
    value,
    footprint,
    description,
    do_not_place,
    alternates,
    supplier_numbers,
    note,
    extra,
  } = line;
  const letters = /^\D*/.exec(line.designators[0] ?? '')?.[0] ?? '';
  // Without a number, a value and a footprint nothing says that two parts are equal but their kind.
  const kind = mpn === null && value === null && supplier_numbers.length === 0 ? letters : '';
  return JSON.stringify([
    [
      mpn,
      manufacturer,
      value,
      footprint,
      description,
      do_not_place,
      alternates,
      supplier_numbers,
      note,
      kind,
    ],
    [line.internal_number, line.substitution, ...telling.map((name) => extra[name])],
  ]);
}
