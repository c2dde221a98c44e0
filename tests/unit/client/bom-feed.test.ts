/** What a page sees of a BOM, whenever it is opened. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred } from '../support/clock.ts';
import { BOM, envelope } from '../support/events.ts';
import { batch, line, startFeed } from '../support/feed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const completed = (id: string) => envelope(id, { type: 'enrichment.completed' });

describe('a page', () => {
  it('opened before the first run shows the lines and listens', async () => {
    const { open, view, stream, reads } = startFeed();
    await open();
    expect(reads).toEqual(['all']);
    expect(view()).toMatchObject({ state: null, run: null, connection: 'live', store: 'redis' });
    expect(view().lines.map(({ line_number }) => line_number)).toEqual([1, 2]);
    expect(stream().url.pathname).toBe(`/functions/v1/enrichment-stream/${BOM}`);
    expect(Object.fromEntries(stream().url.searchParams)).toEqual({ token: 'ticket-1' });
  });

  it('opened midway listens from the event its lines stand at, and shows how far the run is', async () => {
    const { open, server, view, stream } = startFeed();
    server.lines = () => ({ event_id: '2-5', lines: [line(1, 'enriched'), line(2)] });
    server.status = () => envelope('2-6');
    await open();
    expect(stream().url.searchParams.get('last_event_id')).toBe('2-5');
    expect(view()).toMatchObject({ run: 2, connection: 'live', state: { status: 'enriching' } });
  });

  it('opened after the end shows the end and opens no stream', async () => {
    const { feed, server, view, streams } = startFeed();
    server.lines = () => ({ event_id: '1-9', lines: [line(1, 'enriched')] });
    server.status = () => completed('1-9');
    await feed.open();
    expect(streams()).toEqual([]);
    expect(view()).toMatchObject({ connection: 'ended', state: { status: 'completed' } });
  });

  it('opened while the run ends still listens for what its lines lack', async () => {
    const { feed, server, stream } = startFeed();
    server.lines = () => ({ event_id: '1-8', lines: [line(1)] });
    server.status = () => completed('1-9');
    await feed.open();
    expect(stream().url.searchParams.get('last_event_id')).toBe('1-8');
  });

  it('shows lines in their order, whatever the order of the answer', async () => {
    const { open, server, view } = startFeed();
    server.lines = () => ({ event_id: null, lines: [line(10), line(2), line(1)] });
    await open();
    expect(view().lines.map(({ line_number }) => line_number)).toEqual([1, 2, 10]);
  });

  it('learns where events come from', async () => {
    const { open, stream, view } = startFeed();
    await open();
    stream().receive('store', { store: 'table' });
    expect(view().store).toBe('table');
  });
});

it('shows what somebody decided of a line, which is no event, once it has read it again', async () => {
  const { open, feed, server, reads, view } = startFeed();
  await open();
  server.lines = () => ({ event_id: '1-9', lines: [{ ...line(2), review: 'approved' }] });
  await feed.readAgain(line(2));
  expect(view().lines.map(({ review }) => review)).toEqual(['none', 'approved']);
  expect(reads).toEqual(['all', 'all behind 1']);
});

describe('a batch', () => {
  it('shows at once what became of its lines, and then what was found', async () => {
    const { open, server, receive, reads, shown, pass, view } = startFeed();
    await open();
    server.lines = () => ({ event_id: '1-1', lines: [line(1), line(2)] });
    receive(envelope('1-1'));
    await pass(500);
    server.lines = () => ({ event_id: '1-2', lines: [{ ...line(1, 'enriched'), description: 'found' }] });
    receive(batch('1-2', 1));
    expect(shown()).toEqual({ 1: 'enriched', 2: 'pending' });
    expect(view().state?.percent_complete).toBe(50);
    await pass(500);
    expect(view().lines[0]?.description).toBe('found');
    expect(shown()).toEqual({ 1: 'enriched', 2: 'pending' });
    expect(reads).toEqual(['all', 'all', '1-1']);
  });

  it('has its lines read since what was read before', async () => {
    const { open, server, receive, reads, pass } = startFeed();
    server.lines = () => ({ event_id: '1-2', lines: [] });
    await open();
    server.lines = () => ({ event_id: '1-4', lines: [] });
    receive(batch('1-3', 1));
    await pass(500);
    receive(batch('1-4', 2));
    await pass(500);
    expect(reads).toEqual(['all', '1-2', '1-4']);
  });

  it('of many is read together with those that come within half a second', async () => {
    const { open, receive, reads, pass } = startFeed();
    await open();
    for (let seq = 1; seq <= 20; seq++) receive(batch(`1-${seq}`, 1));
    await pass(499);
    expect(reads).toHaveLength(2);
    await pass(1_000);
    expect(reads).toHaveLength(3);
    await pass(10_000);
    expect(reads).toHaveLength(3);
  });

  it('that is already known changes nothing', async () => {
    const { open, server, receive, reads, pass, view } = startFeed();
    server.lines = () => ({ event_id: '1-5', lines: [line(1, 'enriched')] });
    server.status = () => envelope('1-5');
    await open();
    receive(batch('1-4', 1));
    receive(batch('1-5', 1));
    await pass(1_000);
    expect(reads).toEqual(['all']);
    expect(view().state?.status).toBe('enriching');
  });

  it('of a line that is not shown is no error', async () => {
    const { open, receive, shown } = startFeed();
    await open();
    receive(batch('1-1', 77));
    expect(shown()).toEqual({ 1: 'pending', 2: 'pending' });
  });
});

describe('lines are read again', () => {
  const openAt = async (eventId: string) => {
    const started = startFeed();
    started.server.lines = () => ({ event_id: eventId, lines: [line(1), line(2)] });
    started.server.status = () => envelope(eventId);
    await started.open();
    return started;
  };

  it('when ids skip, whatever the event is that arrives', async () => {
    const { receive, reads, pass } = await openAt('1-2');
    receive(envelope('1-6', { type: 'enrichment.paused' }));
    await pass(500);
    expect(reads).toEqual(['all', '1-2']);
  });

  it('not when nothing skips and nothing concerns them', async () => {
    const { receive, reads, pass } = await openAt('1-2');
    receive(envelope('1-3', { type: 'enrichment.paused' }));
    receive(envelope('1-4', { type: 'enrichment.resumed' }));
    await pass(1_000);
    expect(reads).toEqual(['all']);
  });

  it.each(['enrichment.completed', 'enrichment.failed', 'enrichment.cancelled'] as const)(
    'at the end of a run: %s',
    async (type) => {
      const { receive, reads, pass, stream, view } = await openAt('1-2');
      receive(envelope('1-3', { type }));
      stream().receive('stream_end', { reason: 'x', event_id: '1-3' });
      await pass(500);
      expect(reads).toEqual(['all', '1-2']);
      expect(view().connection).toBe('ended');
    },
  );

  it('when a new run takes them on', async () => {
    const { receive, reads, pass } = await openAt('1-2');
    receive(completed('1-3'));
    await pass(1_000);
    receive(envelope('2-1'));
    await pass(500);
    expect(reads).toHaveLength(3);
  });

  it('all of them, on a reset', async () => {
    const { server, stream, receive, reads, pass, shown } = await openAt('1-2');
    server.lines = () => ({ event_id: '4-7', lines: [line(1, 'enriched')] });
    stream().receive('reset', { reason: 'cursor_lost' });
    receive(envelope('4-7'));
    await pass(500);
    expect(reads.slice(0, 2)).toEqual(['all', 'all']);
    expect(shown()).toEqual({ 1: 'enriched' });
  });

  it('all of them, on a reset in the midst of reading some', async () => {
    const { server, stream, receive, reads, pass, shown } = await openAt('1-2');
    const some = deferred<{ event_id: string; lines: ReturnType<typeof line>[] }>();
    server.lines = () => some.promise;
    receive(batch('1-3', 1));
    stream().receive('reset', { reason: 'cursor_lost' });
    server.lines = () => ({ event_id: '4-7', lines: [line(1, 'enriched'), line(2, 'not_found')] });
    some.resolve({ event_id: '1-3', lines: [line(1, 'enriched')] });
    await pass(0);
    expect(Object.keys(shown())).toEqual(['1', '2']);
    await pass(500);
    expect(reads).toEqual(['all', '1-2', 'all']);
    expect(shown()).toEqual({ 1: 'enriched', 2: 'not_found' });
  });
});

describe('lines that come in pages', () => {
  /** Ten lines, two a page; `land` commits a batch before the page behind that number is read. */
  function paged() {
    const started = startFeed();
    const stored = new Map(Array.from({ length: 10 }, (_, i) => [i + 1, { line: line(i + 1), seq: 1 }]));
    let head = 1;
    const land = (...numbers: number[]) => {
      head += 1;
      for (const n of numbers) stored.set(n, { line: line(n, 'enriched'), seq: head });
      return batch(`1-${head}`, ...numbers);
    };
    const beforePage = new Map<number, () => void>();
    started.server.lines = (since, after) => {
      beforePage.get(after ?? 0)?.();
      const seq = since === null ? 0 : Number(since.split('-')[1]);
      const matching = [...stored.values()].filter((each) =>
        each.seq > seq && each.line.line_number > (after ?? 0)
      );
      const lines = matching.slice(0, 2).map((each) => each.line);
      return {
        event_id: `1-${head}`,
        lines,
        next: matching.length > 2 ? lines.at(-1)!.line_number : null,
      };
    };
    started.server.status = () => envelope(`1-${head}`);
    return { ...started, land, beforePage };
  }

  it('are read to the last one, and shown from the first on', async () => {
    const { open, views, reads } = paged();
    await open();
    expect(reads).toEqual(['all', 'all behind 2', 'all behind 4', 'all behind 6', 'all behind 8']);
    expect([...new Set(views.map(({ lines }) => lines.length))]).toEqual([2, 4, 6, 8, 10]);
  });

  it('miss nothing of a batch that lands between two of them', async () => {
    const { open, beforePage, land, receive, stream, shown, reads, pass } = paged();
    let landed = envelope('1-1');
    // of a line that was read and of one that will be
    beforePage.set(4, () => landed = land(1, 9));
    await open();
    expect(stream().url.searchParams.get('last_event_id')).toBe('1-1');
    expect(shown()).toMatchObject({ 1: 'pending', 9: 'enriched' });
    receive(landed);
    await pass(500);
    expect(shown()).toMatchObject({ 1: 'enriched', 9: 'enriched', 2: 'pending' });
    expect(reads.at(-1)).toBe('1-1');
  });

  it('miss nothing of a batch that lands between two of those that changed', async () => {
    const { open, beforePage, land, receive, shown, reads, pass } = paged();
    await open();
    const first = land(3, 5, 7);
    let second = first;
    beforePage.set(5, () => {
      beforePage.clear();
      second = land(1);
      receive(second);
    });
    receive(first);
    await pass(0);
    await pass(500);
    expect(reads.slice(5)).toEqual(['1-1', '1-1 behind 5', '1-2']);
    expect(Object.entries(shown()).flatMap(([n, status]) => status === 'enriched' ? Number(n) : []))
      .toEqual([1, 3, 5, 7]);
  });

  it('are read no further once they do not count any more', async () => {
    const { open, server, stream, receive, reads, pass } = paged();
    await open();
    const page = server.lines;
    server.lines = () => ({ event_id: '1-2', lines: [], next: 2 });
    receive(batch('1-2', 1));
    stream().receive('reset', { reason: 'cursor_lost' });
    server.lines = page;
    await pass(500);
    expect(reads.slice(5, 7)).toEqual(['1-1', 'all']);
  });
});

describe('the end of a run', () => {
  it('closes the stream, so that the browser does not come back for nothing', async () => {
    const { open, receive, stream, streams, view, pass } = startFeed();
    await open();
    receive(completed('1-3'));
    stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    expect(stream().readyState).toBe(stream().CLOSED);
    expect(view()).toMatchObject({ connection: 'ended', state: { status: 'completed' } });
    await pass(60_000);
    expect(streams()).toHaveLength(1);
  });

  it('is followed by the next run when the page is opened again', async () => {
    const { open, server, feed, receive, stream, streams, view } = startFeed();
    await open();
    receive(completed('1-3'));
    stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    server.lines = () => ({ event_id: '2-1', lines: [line(1)] });
    server.status = () => envelope('2-1');
    await feed.open();
    stream().receive('connected', { store: 'redis' });
    expect(streams()).toHaveLength(2);
    expect(view()).toMatchObject({ connection: 'live', run: 2, state: { status: 'queued' } });
  });
});
