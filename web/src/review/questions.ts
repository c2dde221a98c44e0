/** What a BOM asks, by cause: whoever has answered one of a kind answers the next in seconds. */
import { openManufacturer } from '../../../shared/domain/open-manufacturer.ts';
import type { JudgedLine } from '../lines/judged.ts';
import { areSeveral, nameOfLine } from '../lib/words.ts';

export interface Question {
  readonly judged: JudgedLine;
  /** In a sentence, with the line's own words. */
  readonly title: string;
  /** Its part is known: only a number answers it. */
  readonly isHowMany: boolean;
  /** Its part is known, and the BOM says something else of it: whoever has seen that approves both, or corrects one. */
  readonly isIfMeant: boolean;
}

interface QuestionGroup {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Two part numbers with a sign between them. A slash within a number is part of it: `MC78L05/TR`. */
const TWO_PARTS = /^\S*\d\S*(?:\s+(?:\/|or|\+)\s+|\s*[,;|]\s*)\S*\d\S*$/i;

const NO_QUANTITY = 'No quantity';
const NOT_ALIKE = 'The BOM says something else';

/** A line without designators is called by its number, which the sentence has said already. */
const itOf = (line: JudgedLine['line']) => line.designators ? nameOfLine(line) : 'it';
const isIt = (line: JudgedLine['line']) => `${areSeveral(line) ? 'are' : 'is'} ${itOf(line)}`;
const hasNone = (line: JudgedLine['line']) =>
  `${nameOfLine(line, { begins: true })} ${areSeveral(line) ? 'have' : 'has'} no part number.`;

const hasPart = (line: JudgedLine['line']) => line.result?.component != null;

/** The causes in the order in which they are asked: those with the quickest answers first. */
const CAUSES = [
  {
    fits: ({ line }: JudgedLine) => line.mpn == null && line.value != null && !hasPart(line),
    group: () => 'No number, value known',
    title: ({ line }: JudgedLine) =>
      `${hasNone(line)} Which ${line.value} ${areSeveral(line) ? 'are they' : 'is it'}?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.mpn == null && line.description != null && !hasPart(line),
    group: () => 'No number, described in words',
    title: ({ line }: JudgedLine) => `${hasNone(line)} Which part is “${line.description}”?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.mpn != null && TWO_PARTS.test(line.mpn),
    group: () => 'Two parts in one cell',
    title: ({ line }: JudgedLine) => `“${line.mpn}” names two parts. Which one ${isIt(line)}?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.review === 'rejected',
    group: () => 'Found, and rejected',
    title: ({ line }: JudgedLine) =>
      `What was found for ${line.mpn ?? nameOfLine(line)} is wrong. Which part ${isIt(line)}?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.result?.component != null && line.quantity == null,
    group: () => NO_QUANTITY,
    title: ({ line }: JudgedLine) => `How many ${line.mpn ?? line.result!.component!.mpn} does a board take?`,
  },
  {
    fits: (judged: JudgedLine) => asksWhoseIs(judged),
    group: () => 'Several manufacturers, not alike',
    title: ({ line }: JudgedLine) => `${line.mpn} is not the same of each manufacturer. Whose ${isIt(line)}?`,
  },
  {
    fits: ({ line }: JudgedLine) => hasPart(line) && (line.result?.contradictions?.length ?? 0) > 0,
    group: () => NOT_ALIKE,
    title: ({ line }: JudgedLine) =>
      `${nameOfLine(line, { begins: true })}: ${
        line.result!.contradictions![0]!.sentence.replace(/^The /, 'the ')
      } Is that meant so?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.mpn != null && (line.result?.candidates ?? 0) > 0,
    group: () => 'Close to a known number',
    title: ({ line }: JudgedLine) => `Nobody knows ${line.mpn}. Which part ${isIt(line)}?`,
  },
  {
    fits: ({ line }: JudgedLine) => line.mpn != null,
    group: ({ line }: JudgedLine) =>
      line.manufacturer ? `${line.manufacturer} numbers that nobody knows` : 'Numbers that nobody knows',
    title: ({ line }: JudgedLine) =>
      `Nobody knows ${line.mpn}. Is that the right number${line.designators ? ` of ${itOf(line)}` : ''}?`,
  },
  {
    fits: () => true,
    group: () => 'Neither number nor value',
    title: ({ line }: JudgedLine) =>
      `The BOM does not say what ${nameOfLine(line)} ${areSeveral(line) ? 'are' : 'is'}.`,
  },
] as const;

/** Whether it got a part, and the question is only whose. */
export const asksWhoseIs = ({ line }: JudgedLine): boolean =>
  line.result?.component != null && openManufacturer(line.result.remarks)?.asks === true;

/** @param asked lines that ask for an answer, in the order of the file */
export function groupsOf(asked: readonly JudgedLine[]): readonly QuestionGroup[] {
  const groups = CAUSES.map(() => new Map<string, Question[]>());
  for (const judged of asked) {
    const cause = CAUSES.findIndex(({ fits }) => fits(judged));
    const { group, title } = CAUSES[cause]!;
    const name = group(judged);
    const questions = groups[cause]!.get(name) ?? [];
    groups[cause]!.set(name, [...questions, {
      judged,
      title: title(judged),
      isHowMany: name === NO_QUANTITY,
      isIfMeant: name === NOT_ALIKE,
    }]);
  }
  return groups.flatMap((byName) => [...byName].map(([title, questions]) => ({ title, questions })));
}

/** Whether a line asks something that a person can answer; a lookup that failed is tried again instead. */
export const isAsked = ({ verdict, word }: JudgedLine): boolean => verdict === 'ask' && word !== 'failed';
