/** Progress in Postgres: `enrichment_progress` says which BOMs moved, `enrichment_events` gives what followed. */
import { z } from 'zod';
import { type Database, DatabaseUnavailable } from '../database/port.ts';
import { type News, type ProgressReader, ProgressUnavailable, type StoredEvent } from './port.ts';
import { toStoredEvent } from './stored-event.ts';

const Replay = z.array(z.object({
  bom_id: z.string(),
  news: z.enum(['events', 'ahead', 'gone']),
  events: z.array(z.unknown()),
  /** Only where the cursor names a change. */
  change_id: z.int().nullish(),
}));

export function createTableProgress(database: Database): ProgressReader {
  return {
    async read(cursors) {
      if (cursors.length === 0) return new Map();
      const replay = await replayFrom(cursors);
      return new Map(replay.map(({ bom_id, news, events, change_id }): [string, News] => {
        if (news !== 'events') return [bom_id, news];
        const stored = toStoredEvents(bom_id, events);
        return [bom_id, change_id == null ? stored : { events: stored, change: change_id }];
      }));
    },
  };

  async function replayFrom(cursors: Parameters<ProgressReader['read']>[0]) {
    const p_cursors = cursors.map(({ bomId, after, most, change }) => ({
      bom_id: bomId,
      run: after?.run ?? 0,
      seq: after?.seq ?? 0,
      ...(most === undefined ? {} : { most }),
      ...(change === undefined ? {} : { change }),
    }));
    try {
      return await database.call('bomstream_replay', { p_cursors }, Replay);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw new ProgressUnavailable('table', 'unreachable');
      throw error;
    }
  }
}

/** @throws ProgressUnavailable when one of them is not an envelope of the BOM */
export function toStoredEvents(bomId: string, envelopes: readonly unknown[]): StoredEvent[] {
  return envelopes.map((envelope) => {
    const event = toStoredEvent(bomId, envelope);
    if (!event) throw new ProgressUnavailable('table', 'corrupt');
    return event;
  });
}
