import { VERDICTS } from '../../../shared/domain/judging.ts';
import { plural } from '../lib/words.ts';
import type { Summary } from './use-bom.ts';

/** The one sentence on top of a BOM. */
export function verdictSentence(
  { ready, boards, verdicts }: Pick<Summary, 'ready' | 'boards' | 'verdicts'>,
): string {
  const lines = VERDICTS.reduce((all, verdict) => all + verdicts[verdict], 0);
  if (verdicts.pending === lines) return 'Not looked up yet.';
  // what nobody has looked up may be wrong as well
  const open = verdicts.pending > 0 ? `, ${plural(verdicts.pending, 'line')} not looked up yet` : '';
  return `${ready ? 'Ready' : 'Not ready'} to order for ${plural(boards, 'board')}${open}.`;
}
