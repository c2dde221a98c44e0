/** A line with its one word: as the server judged it, or, while a run is at work, as far as the line itself says. */
import { Journal, placesChanged } from './journal.ts';
import type { Line } from './line.ts';
import { verdictOf } from '../../../shared/assess/verdict.ts';
import { type Verdict, VERDICTS } from '../../../shared/domain/judging.ts';
import { isKept } from '../../../shared/domain/kept.ts';
import { openManufacturer } from '../../../shared/domain/open-manufacturer.ts';
import type { Answer } from '../../../client/client.ts';

export type ServedVerdict = Answer<'GET /boms/:bom_id/verdicts'>['verdicts'][number];
export type PartNeed = NonNullable<ServedVerdict['part']>;

/**
 * What stands before a line. The lookup of a failed one did not work, which is another thing than an open question;
 * one that is being checked was looked up, and what that says of it is on its way.
 */
export type Word = Verdict | 'failed' | 'enriching' | 'checking';

export const WORDS: Readonly<Record<Word, string>> = {
  wrong: 'Wrong',
  ask: 'Ask',
  pending: 'Waiting',
  enriching: 'Enriching',
  checking: 'Checking',
  short: 'Short',
  at_risk: 'At risk',
  fine: 'Fine',
  not_fitted: 'Not fitted',
  failed: 'Failed',
};

/** Nobody said that it is not fitted: there is nothing in its words that could be looked up. */
const isUnnamed = ({ status, do_not_place, review }: Line): boolean =>
  status === 'skipped' && !do_not_place && review !== 'approved';

/** What stands before a line, in words. */
export const stateOf = ({ line, word }: Pick<JudgedLine, 'line' | 'word'>): string =>
  word === 'not_fitted' && isUnnamed(line) ? 'No part' : WORDS[word];

/** Why nothing is bought for a line, where that is its word. */
export const whyNothing = (line: Line): string =>
  isUnnamed(line) && line.value == null && line.description == null
    ? 'The BOM names no part'
    : 'Nothing to buy';

/** Beside the number of such lines: "2 wrong", "9 need an answer". */
export const COUNTED: Readonly<Record<Verdict, (n: number) => string>> = {
  wrong: () => 'wrong',
  ask: (n) => n === 1 ? 'needs an answer' : 'need an answer',
  pending: () => 'not looked up',
  short: () => 'short',
  at_risk: () => 'at risk',
  fine: () => 'fine',
  not_fitted: () => 'nothing to buy',
};

export interface JudgedLine {
  readonly line: Line;
  readonly verdict: Verdict;
  readonly word: Word;
  readonly why: string;
  /** Null where it is not known, or not for this run yet. */
  readonly part: PartNeed | null;
  /** What its part needs and costs was not read yet. */
  readonly isPartOpen: boolean;
  /** What of its part's cost is this line's. */
  readonly share: number | null;
  /** No run has looked it up yet, or what it found is still to be read. */
  readonly isOpen: boolean;
  /** And there is one: what it finds is on its way. */
  readonly isComing: boolean;
}

interface Known {
  /** What the server says of it; none while a run is at work, which would make it old. */
  readonly served: ServedVerdict | undefined;
  readonly boards: number;
  /** A run is at work: what a line says by itself is all there is to say of it. */
  readonly isRunning: boolean;
  /** It is said to be looked up, and its result is still that of before. */
  readonly isUnread?: boolean;
  /** What the server said of it last, before the run at work. */
  readonly wasServed?: Verdict | undefined;
  /** What was read of its part while the run is at work: its word may be another one by the end. */
  readonly soFar?: ServedVerdict | undefined;
}

export function judged(
  line: Line,
  { served, boards, isRunning, isUnread = false, wasServed, soFar }: Known,
): JudgedLine {
  const isFound = line.status === 'enriched';
  const isUnseen = isFound && !served && (isUnread || !line.result);
  const isOpen = line.status === 'pending' || line.status === 'enriching' || isUnseen;
  // what was found before is not what was found now
  const result = isUnread ? undefined : line.result;
  const verdict = served?.verdict ?? (isOpen ? 'pending' : verdictOf(
    {
      status: line.status === 'enriching' ? 'pending' : line.status,
      result_status: result?.status ?? (line.status === 'enriching' ? null : line.status),
      review: line.review,
      quantity: line.quantity ?? null,
      part: result?.component?.mpn ?? null,
      contradiction: result?.contradictions?.[0]?.severity ?? null,
      open_manufacturer: openManufacturer(result?.remarks ?? []),
      kept: isKept(line.review, result?.remarks ?? []),
    },
    null,
    null,
  ));
  const word = line.status === 'failed' && verdict === 'ask'
    ? 'failed'
    : line.status === 'enriching' && !served
    ? 'enriching'
    // Whether there is enough of it, and for how long, only the server can say. Until it does, a run makes nothing look better.
    : isUnseen ||
        (!served && isFound && verdict === 'fine' &&
          (!isRunning || wasServed === 'short' || wasServed === 'at_risk'))
    ? 'checking'
    : verdict;
  const known = served ?? (isOpen || soFar?.verdict === 'pending' ? undefined : soFar);
  const part = known?.part ?? null;
  return {
    line,
    verdict,
    word,
    why: served?.why ?? '',
    part,
    isPartOpen: !known && isFound,
    share: shareOf(line, part, boards),
    isOpen,
    isComing: isOpen && isRunning,
  };
}

function shareOf({ quantity }: Line, part: PartNeed | null, boards: number): number | null {
  if (part === null || part.total === null || quantity == null) return null;
  return part.lines === 1 || part.placed === 0 ? part.total : part.total * quantity * boards / part.placed;
}

/** Pieces that the boards take of a part: its own stock goes first, and what is left is bought. */
export const needOf = ({ placed, spares }: PartNeed): number => placed + spares;

/** Of those, what is on hand. */
export const ownOf = (part: PartNeed): number => Math.min(part.own_stock, needOf(part));

/** Something is to be bought for it, and nobody states a price. */
export const isUnpriced = ({ verdict, part }: JudgedLine): boolean =>
  verdict !== 'not_fitted' && (part === null || part.total === null);

/**
 * Keeps what has not changed as it was, so that only rows that did are drawn again. Where lines alone have changed, and it is
 * known which, no others are looked at.
 */
export function createJudge() {
  interface Asked extends Pick<Known, 'boards' | 'isRunning'> {
    readonly lines: readonly Line[];
    readonly verdicts: ReadonlyMap<string, ServedVerdict> | null;
    readonly soFar: ReadonlyMap<string, ServedVerdict> | null;
  }
  const journal = new Journal();
  let asked: Asked | null = null;
  const before: (Known & { readonly is: JudgedLine })[] = [];
  let given: readonly JudgedLine[] = [];
  let last: ReadonlyMap<string, ServedVerdict> = new Map();

  function judge(line: Line, place: number, { verdicts, boards, isRunning, ...asked }: Asked): boolean {
    const served = verdicts?.get(line.line_id);
    const soFar = asked.soFar?.get(line.line_id);
    // Lines stay where they are: comparing ten thousand with their places takes less than looking each of them up.
    const known = before[place];
    if (
      known?.is.line === line && known.served === served && known.soFar === soFar &&
      (served || known.isRunning === isRunning)
    ) {
      return false;
    }
    // An event says that a line is settled before anybody has read what was found.
    const isUnread = known !== undefined && known.is.isOpen && known.is.line.line_id === line.line_id &&
      known.is.line.result === line.result;
    const all = { served, soFar, boards, isRunning, isUnread, wasServed: last.get(line.line_id)?.verdict };
    before[place] = { ...all, is: judged(line, all) };
    return true;
  }

  return (
    lines: readonly Line[],
    verdicts: ReadonlyMap<string, ServedVerdict> | null,
    boards: number,
    isRunning: boolean,
    soFar: ReadonlyMap<string, ServedVerdict> | null = null,
  ): readonly JudgedLine[] => {
    last = verdicts ?? last;
    const now: Asked = { lines, verdicts, soFar, boards, isRunning };
    const isAsBefore = asked?.verdicts === verdicts && asked.soFar === soFar && asked.boards === boards &&
      asked.isRunning === isRunning;
    const places = asked && isAsBefore ? placesChanged(lines, asked.lines) : null;
    asked = now;
    if (places === null) {
      before.length = lines.length;
      for (const [place, line] of lines.entries()) judge(line, place, now);
      return given = journal.note(before.map(({ is }) => is), null);
    }
    const changed = places.filter((place) => judge(lines[place]!, place, now));
    if (changed.length === 0) return given;
    const next = given.slice();
    for (const place of changed) next[place] = before[place]!.is;
    return given = journal.note(next, changed);
  };
}

const RANKS = Object.fromEntries(VERDICTS.map((verdict, rank) => [verdict, rank])) as Record<Verdict, number>;

/** How loud a word is: 0 is to be looked at first. */
export const loudness = ({ verdict, word }: JudgedLine): number =>
  // a lookup that failed is tried again, which settles more questions than any answer
  RANKS[verdict] - (word === 'failed' ? 0.5 : 0);

/** The loudest first, and equally loud ones as they stood: there are few words, so nothing has to be compared. */
export function worstFirst(lines: readonly JudgedLine[]): JudgedLine[] {
  const byLoudness = new Map<number, JudgedLine[]>();
  for (const judged of lines) {
    const of = loudness(judged);
    const equal = byLoudness.get(of);
    if (equal) equal.push(judged);
    else byLoudness.set(of, [judged]);
  }
  return [...byLoudness].sort(([a], [b]) => a - b).flatMap(([, equal]) => equal);
}

/** What a page says of all lines together. */
export interface Tally {
  readonly words: Readonly<Record<Word, number>>;
  /** Of how many a supplier's sandbox made something up. */
  readonly madeUp: number;
}

/** Counts lines. Where it is known which have changed since, only those are counted anew. */
export function createTally() {
  let last: { readonly lines: readonly JudgedLine[]; readonly is: Tally } | null = null;
  return (lines: readonly JudgedLine[]): Tally => {
    const places = last && placesChanged(lines, last.lines);
    const words = last && places
      ? { ...last.is.words }
      : Object.fromEntries(Object.keys(WORDS).map((word) => [word, 0])) as Record<Word, number>;
    let madeUp = last && places ? last.is.madeUp : 0;
    const add = ({ word, line }: JudgedLine, by: 1 | -1) => {
      words[word] += by;
      if (line.result?.component?.sandbox) madeUp += by;
    };
    for (const place of places ?? lines.keys()) {
      if (places) add(last!.lines[place]!, -1);
      add(lines[place]!, 1);
    }
    const is = { words, madeUp };
    last = { lines, is };
    return is;
  };
}
