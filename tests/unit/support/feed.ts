/** A page that shows one BOM, the server it reads from, and the stream it listens to. */
import { vi } from 'vitest';
import { BomFeed, type BomView, type Line, type LinesPage } from '../../../client/bom-feed.ts';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { KEEPALIVE_MS } from '../../../shared/domain/limits.ts';
import { BOM, envelope, type EventSketch } from './events.ts';
import { FakeEventSource } from './event-source.ts';

export function line(n: number, status: Line['status'] = 'pending'): Line {
  return {
    line_id: lineId(n),
    line_number: n,
    mpn: `PART-${n}`,
    review: 'none',
    do_not_place: false,
    status,
  };
}

const lineId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A batch in which the lines with these numbers were enriched. */
export function batch(id: string, ...lines: number[]): EventEnvelope {
  const items = lines.map((n) => ({
    line_id: lineId(n),
    line_number: n,
    mpn: `PART-${n}`,
    status: 'enriched' as const,
    quality_score: 90,
    source: 'test',
  }));
  const payload: EventSketch['payload'] = {
    batch: { batch_number: 1, batch_size: 100, completed: lines.length, items },
  };
  return envelope(id, { payload });
}

/** The last page unless it says what is next. */
type Page = Omit<LinesPage, 'next'> & Partial<LinesPage>;

export function startFeed() {
  FakeEventSource.opened = [];
  const server = {
    /** What the next reads answer; a function may fail or take its time. */
    lines: (_since: string | null, _after: number | null): Page | Promise<Page> => ({
      event_id: null,
      lines: [line(1), line(2)],
    }),
    status: (): EventEnvelope | null | Promise<EventEnvelope | null> => null,
    ticket: (): string | Promise<string> => 'ticket-1',
    /** It says so on open streams while time passes. */
    isAlive: true,
  };
  /** The `since` of every read, `all` for a whole one, and what number a page lies behind. */
  const reads: string[] = [];
  const errors: unknown[] = [];
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
  const views: BomView[] = [];
  const feed = new BomFeed({
    bomId: BOM,
    streamUrl: (bomId) => `https://project.example.com/functions/v1/enrichment-stream/${bomId}`,
    ticket: async () => await server.ticket(),
    readLines: async (since, after) => {
      reads.push(`${since ?? 'all'}${after === null ? '' : ` behind ${after}`}`);
      return { next: null, ...await server.lines(since, after) };
    },
    readStatus: async () => await server.status(),
    onChange: (view) => views.push(view),
    onError: (error) => errors.push(error),
    EventSource: FakeEventSource as unknown as typeof EventSource,
  });
  return {
    feed,
    server,
    reads,
    errors,
    views,
    view: () => views.at(-1)!,
    shown: () =>
      Object.fromEntries(views.at(-1)!.lines.map(({ line_number, status }) => [line_number, status])),
    /** The stream that is listened to now. */
    stream: () => FakeEventSource.opened.at(-1)!,
    streams: () => FakeEventSource.opened,
    /** An event arrives on the stream. */
    receive: (event: EventEnvelope) =>
      FakeEventSource.opened.at(-1)!.receive(event.event_type, event, event.event_id),
    /** Opens, and the server lets it in. */
    async open() {
      await feed.open();
      FakeEventSource.opened.at(-1)?.receive('connected', { store: 'redis' });
    },
    /** Somebody looks at another tab, or at this one again. */
    hide(hidden: boolean) {
      page.hidden = hidden;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    /** Time passes, and what waits for it is done. */
    async pass(ms: number) {
      for (let left = ms; left >= 0; left -= KEEPALIVE_MS) {
        await vi.advanceTimersByTimeAsync(Math.min(left, KEEPALIVE_MS));
        const stream = FakeEventSource.opened.at(-1);
        if (server.isAlive && stream?.readyState === stream?.OPEN) stream?.receive('keepalive', {});
      }
    },
  };
}
