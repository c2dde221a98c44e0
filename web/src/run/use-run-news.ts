import { useCallback, useRef } from 'react';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { VERDICTS } from '../../../shared/domain/judging.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import { nameOf } from '../bom/name.ts';
import type { Api } from '../lib/api.ts';
import { notify } from '../lib/notify.ts';
import { plural } from '../lib/words.ts';
import { COUNTED } from '../lines/judged.ts';

/** @returns takes each event, and notifies of runs that were seen at work and have ended, or have nobody to work on them */
export function useRunNews(api: Api): (event: EventEnvelope) => void {
  /** Runs at work, by BOM: what had ended before is no news. */
  const working = useRef(new Map<string, number>());
  return useCallback((event) => {
    const { bom_id, run, state } = event;
    const wasWorking = working.current.get(bom_id) === run;
    if (isEnded(state.status)) working.current.delete(bom_id);
    else working.current.set(bom_id, run);
    const news = isEnded(state.status)
      ? wasWorking ? state.status : null
      : state.waiting_for?.reason === 'nobody_to_work'
      ? 'waits'
      : null;
    if (news === null) return;
    void notify({
      key: `${bom_id} ${run} ${news}`,
      bomId: bom_id,
      words: async () => {
        const summary = await api.call('GET /boms/:bom_id/summary', { params: { bom_id } });
        const said = VERDICTS.flatMap((verdict) =>
          summary.verdicts[verdict] > 0
            ? `${summary.verdicts[verdict]} ${COUNTED[verdict](summary.verdicts[verdict])}`
            : []
        );
        const answer = summary.ready
          ? `Ready to order for ${plural(summary.boards, 'board')}.`
          : said.join(', ');
        return {
          title: `${nameOf(summary.name)}: run ${run} ${news}`,
          body: news === 'waits' ? 'Nobody is there to work on it.' : answer,
        };
      },
    });
  }, [api]);
}
