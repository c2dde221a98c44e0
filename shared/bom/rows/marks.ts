/** Signs beside parts that a row of its own explains: `* = do not fit`, `parts marked # are optional`. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { type Condition, conditionIn } from './conditions.ts';
import { isNotPlacedWord, readPlacing, saysNotPlaced } from './placing.ts';

/** A sign, and what is said of the parts that carry it. */
interface Mark {
  readonly sign: string;
  /** The row that explains it. */
  readonly row: number;
  readonly text: string;
  readonly condition: Condition;
  /** It says of the parts that carry it something else than that they are not placed, or cannot be told from it. */
  readonly isRemark: boolean;
}

/** What a sign says of a row. */
export interface Marked extends Mark {
  /** It stands at some of the row's places, and not at the others. */
  readonly isOfSome: boolean;
}

export interface MarkedRows {
  /** As they came, but for the signs. */
  readonly rows: readonly Row[];
  readonly byRow: ReadonlyMap<number, Marked>;
  /** Rows that explain a sign. */
  readonly legends: ReadonlySet<number>;
}

const SIGN = String.raw`\*{1,3}|#{1,2}|†|‡|§|!|\(\d\)`;
/** Signs that nothing but a footnote explains; `#` begins names, too. */
const SIGN_OF_REMARK = /^(?:\*{1,3}|†|‡|§|\(\d\))$/;
/** `* = do not fit`, `#: optional`. */
const SIGN_FIRST = new RegExp(
  `^["'“(]?(${SIGN})["'”)]{0,2}\\s*(?:=|:|-|–|—|means?\\s|bedeutet\\s)?\\s*(\\p{L}.*)$`,
  'isu',
);
/** `parts marked # are optional`, `mit * gekennzeichnete Teile nicht bestücken`. */
const SIGN_WITHIN = new RegExp(
  `^(?=.{0,60}(?:marked|with|flagged|tagged|mit|avec|con|marqu|marcad|contrassegnat|отмечен))(.{0,60}?)\\s["'“(]?(${SIGN})["'”)]?(?=[\\s,:.]|$)(.*)$`,
  'isu',
);
/** Of the part: another source or shop may be optional, too. */
const OPTIONAL =
  /(?<!\p{L})(?:optional(?:e|ly)?|optionnel(?:le)?s?|opcional(?:es)?|opzionali?|опциональн\p{L}*)(?!\p{L})(?!\s+(?:\p{L}+\s+)?(?:sources?|vendors?|suppliers?|manufacturers?|distributors?|alternat\p{L}*|substitut\p{L}*))|可选|选装/iu;
/** Of which parts it speaks cannot be told: of those that carry the sign, of all others, or of who places them. */
const UNCLEAR =
  /(?<!\p{L})(?:without|except|excluding|only|others?|otherwise|remaining|rest|but|not \p{L}+ by(?! default)|ohne|au(?:ß|ss)er|nur|ander[enrs]{1,2}|(?:ü|ue)brigen?|sauf|sans|hors|seule?(?:ment|s)?|autres?|excepto|salvo|solo|sólo|otr[ao]s|tranne|senza|altr[ie]|кроме|без|только|остальн\p{L}*)(?!\p{L})|除|仅|只/iu;
/** No legend is longer. */
const MAX_CHARS = 120;

/** The sign that a row explains. */
function markIn({ number, cells }: Row): Mark | null {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && (filled += 1) > 2) return null;
  const text = cells.filter((cell) => cell !== '').join(' ');
  if (text.length > MAX_CHARS || !/[*#†‡§!]|^\(\d\)/.test(text)) return null;
  const first = SIGN_FIRST.exec(text);
  const within = first ? null : SIGN_WITHIN.exec(text);
  const sign = first?.[1] ?? within?.[2];
  if (sign === undefined) return null;
  const said = (first ? first[2]! : `${within![1]} ${within![3]}`).replace(/\s+/gu, ' ').trim();
  const isOptional = OPTIONAL.test(said);
  const isOfPlacing = isOptional || saysNotPlaced(said) || isNotPlacedWord(said) ||
    readPlacing(said) === 'not';
  if (!isOfPlacing || UNCLEAR.test(said)) {
    // Of two cells the first has nothing but the sign: `*R2`, `LM358` is a line.
    const isFootnote = SIGN_OF_REMARK.test(sign) && /\p{L}{3}/u.test(said) &&
      (filled === 1 || cells.includes(sign));
    return isFootnote ? { sign, row: number, text, condition: null, isRemark: true } : null;
  }
  return {
    isRemark: false,
    sign,
    row: number,
    text,
    condition: conditionIn(said) ?? (isOptional ? 'open' : null),
  };
}

/** Fields at whose texts people put a sign. */
const MAY_CARRY: ReadonlySet<string> = new Set([
  'designators',
  'mpn',
  'value',
  'description',
  'item',
  'quantity',
]);

/** The rows of a list without the signs that rows of the same table explain. */
export function readMarks(
  table: readonly Row[],
  list: readonly Row[],
  columns: readonly ColumnUse[],
): MarkedRows {
  const marks = table.map(markIn).filter((mark) => mark !== null);
  const words = readWords(table, list, columns);
  if (marks.length === 0) return { rows: words.rows, byRow: new Map(), legends: words.legends };
  const explaining = new Set(marks.map(({ row }) => row));
  const carried = new Set(words.legends);
  const byRow = new Map<number, Marked>();
  const places = new Set(columns.filter(({ role }) => role === 'designators').map(({ index }) => index));
  const carrying = new Set(columns.filter(({ role }) => MAY_CARRY.has(role)).map(({ index }) => index));
  const rows = words.rows.map((row) => {
    if (explaining.has(row.number)) return row;
    let cells = row.cells;
    for (const mark of marks) {
      let of: 'all' | 'some' | null = null;
      const isNumbered = mark.sign.startsWith('(');
      const bare = cells.map((cell, index) => {
        // `(1)` alone is a count or the row's number.
        if (cell === mark.sign && (places.has(index) || !isNumbered)) {
          of = 'all';
          return places.has(index) ? '' : cell;
        }
        // What else a footnote says is told of the places: in other texts the sign may be their own.
        if (!(mark.isRemark || isNumbered ? places : carrying).has(index) || !cell.includes(mark.sign)) {
          return cell;
        }
        const read = places.has(index) ? ofPlaces(cell, mark.sign) : ofText(cell, mark.sign);
        if (read.of !== null && of !== 'all') of = read.of;
        return read.text;
      });
      if (of === null) continue;
      cells = bare;
      carried.add(mark.row);
      if (byRow.get(row.number)?.isRemark ?? true) {
        byRow.set(row.number, { ...mark, isOfSome: of === 'some' });
      }
    }
    return cells === row.cells ? row : { ...row, cells };
  });
  // What no row carries is drawn around a title: `*** Do not place ***`.
  return { rows, byRow, legends: carried };
}

/** `x = fitted`, `o: nicht bestückt`. */
const KEY = /^["'“]?([\p{L}\d✓✔✗✘●○])["'”]?\s*[=:]\s*(\p{L}[\p{L} -]{1,40})$/u;
/** Columns in which a letter may stand for whether a part is placed. */
const MAY_HAVE_KEYS: ReadonlySet<string> = new Set(['place', 'do_not_place', 'note', 'extra']);

/** The rows with words for the letters of a column that rows of the table explain, where these say whether a part is placed. */
function readWords(table: readonly Row[], list: readonly Row[], columns: readonly ColumnUse[]) {
  const meaning = new Map<string, string>();
  const explaining = new Set<number>();
  for (const { number, cells } of table) {
    let filled = 0;
    for (const cell of cells) if (cell !== '' && (filled += 1) > 1) break;
    const found = filled === 1 ? KEY.exec(cells.find((cell) => cell !== '')!) : null;
    const placing = found ? readPlacing(found[2]!) : null;
    if (!found || (placing !== 'not' && placing !== 'placed')) continue;
    meaning.set(found[1]!.toLowerCase(), found[2]!);
    explaining.add(number);
  }
  const none = { rows: list, legends: new Set<number>() };
  if (meaning.size === 0) return none;
  const others = list.filter(({ number }) => !explaining.has(number));
  const explained = columns.filter(({ role, index }) => {
    const texts = others.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
    return MAY_HAVE_KEYS.has(role) && texts.length > 0 &&
      texts.every((text) => meaning.has(text.toLowerCase()));
  }).map(({ index }) => index);
  if (explained.length === 0) return none;
  const rows = list.map((row) => {
    if (explaining.has(row.number)) return row;
    const cells = row.cells.map((cell, index) =>
      explained.includes(index) ? meaning.get(cell.toLowerCase()) ?? cell : cell
    );
    return { ...row, cells };
  });
  return { rows, legends: explaining };
}

interface Bare {
  readonly text: string;
  readonly of: 'all' | 'some' | null;
}

/** `10k*`, `* LM358`. */
function ofText(cell: string, sign: string): Bare {
  const text = cell.endsWith(sign) && !cell.endsWith(`${sign[0]!}${sign}`)
    ? cell.slice(0, -sign.length)
    : cell.startsWith(sign) && !cell.startsWith(`${sign}${sign[0]!}`)
    ? cell.slice(sign.length)
    : cell;
  return text === cell ? { text, of: null } : { text: text.trim(), of: 'all' };
}

/** `R4, R5*`: which of the places carry the sign. */
function ofPlaces(cell: string, sign: string): Bare {
  const names = cell.split(/[\s,;]+/).filter((name) => name !== '' && name !== sign);
  const read = names.map((name) => ofText(name, sign));
  const marked = read.filter(({ of }) => of !== null).length;
  if (marked > 0) {
    return { text: read.map(({ text }) => text).join(', '), of: marked === read.length ? 'all' : 'some' };
  }
  const whole = ofText(cell, sign);
  return names.length > 1 && whole.of !== null ? { text: whole.text, of: 'all' } : whole;
}
