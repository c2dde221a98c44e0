/** What the list of BOMs says above its rows. */
import { isEnded } from '../../../shared/domain/status.ts';
import { plural } from '../lib/words.ts';
import type { ListedBom } from './listed-bom.ts';

export const hasEnded = ({ latest_run }: ListedBom) =>
  latest_run !== null && isEnded(latest_run.state.status);

/** @param ready how many are ready to order, once that is known of all */
export function headline(boms: readonly ListedBom[], isFiltered: boolean, ready: number | null): string {
  const open = boms.filter((bom) => bom.latest_run !== null && !hasEnded(bom));
  const paused = open.filter(({ latest_run }) => latest_run!.state.status === 'paused').length;
  const running = open.length - paused;
  if (boms.length === 0) return isFiltered ? 'No BOM is like that.' : 'Bills of materials';
  const fresh = boms.filter(({ latest_run }) => latest_run === null).length;
  const waiting = boms.filter(hasEnded).length - (ready ?? 0);
  const first = ready === null || isFiltered
    ? `${plural(boms.length, 'BOM')}${isFiltered ? ' like that' : ''}.`
    : `${ready === 0 ? 'No BOM' : plural(ready, 'BOM')} ${ready > 1 ? 'are' : 'is'} ready to order.`;
  return [
    first,
    ready !== null && waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you.`,
    running > 0 && `${running} ${running === 1 ? 'is' : 'are'} running.`,
    paused > 0 && `${paused} ${paused === 1 ? 'is' : 'are'} paused.`,
    fresh > 0 && `${fresh} ${fresh === 1 ? 'waits' : 'wait'} to be looked up.`,
  ].filter(Boolean).join(' ');
}
