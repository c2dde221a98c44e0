/** The end of the process that streams, which no deployed project lets a test bring about. */
import { describe, expect, it } from 'vitest';
import { type Client, CONNECTING, isEvent, receivedIds, type StreamRecord } from '../clients/client.ts';
import { eventIds } from '../protocol.ts';
import type { Target } from '../target.ts';

/** Twenty batches: room for a pause before the end, and too few bytes for a slow client to be given less. */
const LINES = 400;

export function describeCrash(
  given: () => { readonly target: Target; readonly clients: readonly Client[] },
): void {
  // Takes everybody's streams with it, so it is not concurrent and waits until all the others are done.
  describe('a killed isolate', () => {
    it('costs no client an event: all of them come back by themselves', async () => {
      const { target, clients } = given();
      const bomId = await target.createBom(Array.from({ length: LINES }, (_, i) => `PART-${i}`));
      const run = await startAndPause(target, bomId);
      const url = `${target.apiUrl}${target.streamPath(bomId, `&last_event_id=${run}-1`)}`;
      const connections = await Promise.all(clients.map((client) => client.open(url)));
      const all = (fits: (record: StreamRecord) => boolean) =>
        Promise.all(connections.map((connection) => connection.until(fits)));
      try {
        await all(isEvent('enrichment.paused'));
        await target.stack!.kill('enrichment-stream');
        await all((record) => record.type === 'error' && record.readyState === CONNECTING);
        await target.control(bomId, 'resume');
        await all(isEvent('stream_end'));
        const last = await target.newestEventId(bomId);
        const expected = eventIds(2, Number(last.split('-')[1]), run);
        for (const connection of connections) expect(receivedIds(connection)).toEqual(expected);
      } finally {
        await Promise.all(connections.map((connection) => connection.close()));
      }
    });
  });
}

/** Returns the number of the run that could be stopped before its end. */
async function startAndPause(target: Target, bomId: string): Promise<number> {
  for (let run = 1;; run++) {
    await target.start(bomId, run === 1 ? 'pending' : 'all');
    if (await target.control(bomId, 'pause')) return run;
  }
}
