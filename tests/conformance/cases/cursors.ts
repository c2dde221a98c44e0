/** Where a stream begins: the cursor by header and by address, honoured or not. */
import { expect } from 'vitest';
import { describe, isEvent, messages, receivedIds } from '../clients/client.ts';
import { eventIds } from '../protocol.ts';
import type { CaseContext, StreamCase } from './context.ts';

/** Names of everything received, up to the end. */
async function received(
  { target, finished, open }: CaseContext,
  query: string,
  lastEventId?: string,
): Promise<string[]> {
  const { connection } = await open(
    target.streamPath(finished.bomId, query),
    lastEventId === undefined ? {} : { lastEventId },
  );
  await connection.until(isEvent('stream_end'));
  return messages(connection).map(describe);
}

const newest = ({ finished }: CaseContext) => [`enrichment.completed ${finished.last}`, 'stream_end'];

const resets = ['1-999', 'nonsense'].map((cursor): StreamCase => ({
  name: `whose cursor is ${cursor} is reset to the newest state`,
  async run(context) {
    expect(await received(context, `&last_event_id=${cursor}`)).toEqual([
      'connected',
      'reset',
      ...newest(context),
    ]);
  },
}));

const without: StreamCase = {
  name: 'without a cursor, or with an empty one, begins with the newest state',
  async run(context) {
    for (const query of ['', '&last_event_id=']) {
      expect(await received(context, query)).toEqual(['connected', ...newest(context)]);
    }
  },
};

/** The first, one in the middle, and the last that something follows. */
const cursors = (count: number) => [1, Math.floor(count / 2), count - 1];

const byAddress: StreamCase = {
  name: 'goes on exactly behind the cursor in its address',
  async run({ target, finished, open }) {
    for (const seen of cursors(finished.count)) {
      const { connection } = await open(target.streamPath(finished.bomId, `&last_event_id=1-${seen}`));
      await connection.until(isEvent('stream_end'));
      expect(receivedIds(connection)).toEqual(eventIds(seen + 1, finished.count));
    }
  },
};

const byHeader: StreamCase = {
  name: 'goes on exactly behind the cursor in its header, whatever its address says',
  needsFirstCursor: true,
  async run({ target, finished, open }) {
    const misleading = ['1-2', finished.last, '7-1'];
    for (const [i, seen] of cursors(finished.count).entries()) {
      const path = target.streamPath(finished.bomId, `&last_event_id=${misleading[i]}`);
      const { connection } = await open(path, { lastEventId: `1-${seen}` });
      await connection.until(isEvent('stream_end'));
      expect(receivedIds(connection)).toEqual(eventIds(seen + 1, finished.count));
      expect(messages(connection).map(({ event }) => event)).not.toContain('reset');
    }
  },
};

const lostByHeader: StreamCase = {
  name: 'whose header names no event is reset, though its address names one',
  needsFirstCursor: true,
  async run(context) {
    expect(await received(context, '&last_event_id=1-1', 'nonsense')).toEqual([
      'connected',
      'reset',
      ...newest(context),
    ]);
  },
};

export const CURSOR_CASES: readonly StreamCase[] = [without, byAddress, byHeader, ...resets, lostByHeader];
