/** A line whose words change after it was looked up: what it says against its part then. */
import { z } from 'zod';
import type { KnownPart } from '../assess/contradictions/index.ts';
import type { Contradiction } from '../domain/contradiction.ts';
import { wordsAsk } from '../parts/text/asks.ts';
import { contradictionsOf } from './judge.ts';
import type { ClaimedLine } from './port.ts';

/** The words of a line that are held against its part, and those that say what kind of part it is. */
const JUDGED_BY = [
  'value',
  'footprint',
  'description',
  'designators',
  'supplier_numbers',
  'alternates',
] as const;

type Words = Pick<ClaimedLine, (typeof JUDGED_BY)[number]>;
/** Of a line; what is not named stays. */
export type Changes = { readonly [Name in keyof Words]?: Words[Name] | undefined };

/** As the database tells it: ours by our own function, and only its form as a whole is checked. */
export const JudgedLine = z.object({
  state: z.string(),
  line: z.custom<ClaimedLine>(),
  part: z.custom<KnownPart | null>(),
});

/** Whether a change is one of words that are judged. */
export const changesJudgement = (changes: Changes): boolean =>
  JUDGED_BY.some((name) => changes[name] !== undefined);

/** What becomes of the line with these changes: whether its words ask for a part, and what it says against the part that it has. */
export function judgeAgain(
  { line, part }: z.infer<typeof JudgedLine>,
  changes: Changes,
): { readonly value_asks: boolean; readonly contradictions: readonly Contradiction[] } {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  const changed: ClaimedLine = { ...line, ...Object.fromEntries(named) };
  return {
    value_asks: wordsAsk(changed),
    // As a run has it: of words whose meaning was decided nothing is said.
    contradictions: line.decided ? [] : contradictionsOf(changed, part),
  };
}
