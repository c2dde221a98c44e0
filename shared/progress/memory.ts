/** Progress in memory: the stand-in for Redis in unit tests, held to the same contract. */
import { compareEventIds } from '../domain/event-id.ts';
import {
  MAX_EVENTS_PER_READ,
  type News,
  type ProgressReader,
  type ProgressWriter,
  type StoredEvent,
  type WriteProbe,
} from './port.ts';

export function createMemoryProgress(): ProgressReader & ProgressWriter & WriteProbe {
  const streams = new Map<string, StoredEvent[]>();
  return {
    read(cursors) {
      const news = new Map<string, News>();
      for (const { bomId, after } of cursors) {
        const following = (streams.get(bomId) ?? []).filter(({ id }) => compareEventIds(id, after) > 0);
        if (following.length > 0) news.set(bomId, following.slice(0, MAX_EVENTS_PER_READ));
      }
      return Promise.resolve(news);
    },
    append(bomId, events) {
      const stream = streams.get(bomId) ?? [];
      streams.set(bomId, stream);
      for (const event of events) {
        const top = stream.at(-1);
        if (!top || compareEventIds(event.id, top.id) > 0) stream.push(event);
      }
      const top = stream.at(-1);
      return top ? Promise.resolve(top.id) : Promise.reject(new Error('nothing was appended'));
    },
    drop(bomId) {
      streams.delete(bomId);
      return Promise.resolve();
    },
    probeWrite: () => Promise.resolve(),
  };
}
