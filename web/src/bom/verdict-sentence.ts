import { VERDICTS } from '../../../shared/domain/judging.ts';
import { plural } from '../lib/words.ts';
import type { Summary } from './use-bom.ts';

/**
 * The one sentence on top of a BOM.
 * @param pending lines that the last run has left to be looked up; what an earlier one found of them is judged meanwhile
 */
export function verdictSentence(
  { ready, boards, verdicts, costs }: Pick<Summary, 'ready' | 'boards' | 'verdicts' | 'costs'>,
  pending = verdicts.pending,
): string {
  const lines = VERDICTS.reduce((all, verdict) => all + verdicts[verdict], 0);
  if (verdicts.pending === lines) return 'Not looked up yet.';
  const again = pending - verdicts.pending;
  return [
    `${ready ? 'Ready' : 'Not ready'} to order for ${plural(boards, 'board')}`,
    // what nobody has looked up may be wrong as well
    verdicts.pending > 0 && `${plural(verdicts.pending, 'line')} not looked up yet`,
    !ready && IN_THE_WAY.every((verdict) => verdicts[verdict] === 0) && whyNotReady(costs[0]),
    again > 0 && `${plural(again, 'line')} as an earlier run found ${again === 1 ? 'it' : 'them'}`,
  ].filter(Boolean).join(', ') + '.';
}

/** Of a BOM that no run can take, in the list, on its own pages, and in the browser's tab. */
export const NO_LINE = 'No line can be looked up';
export const WHY_NO_LINE =
  'Each is marked do-not-place or has no part number. Edit the lines, or import the file again and choose the column of its part numbers.';

/** On top of a BOM that nobody has looked up. */
export function sentenceBefore(verdicts: Summary['verdicts'] | undefined): string {
  return verdicts && hasNothingToAsk(verdicts) ? `${NO_LINE}.` : 'Not looked up yet.';
}

/** Whether a run would be refused: no line asks for a part. */
export const hasNothingToAsk = (verdicts: Summary['verdicts']): boolean =>
  verdicts.not_fitted > 0 && VERDICTS.every((verdict) => verdict === 'not_fitted' || verdicts[verdict] === 0);

/** What says by itself why a BOM is not ready: it stands below the sentence, and leads to its lines. */
const IN_THE_WAY = ['wrong', 'ask', 'pending', 'short'] as const;

function whyNotReady(cost: Summary['costs'][number] | undefined): string | false {
  if (!cost) return false;
  const unpriced = cost.lines_to_buy - cost.lines_priced;
  return unpriced > 0
    ? `${plural(unpriced, 'line')} without a price`
    : cost.lines_to_buy === 0 && 'nothing to buy';
}
