/** What a page shows of a BOM's lines, whatever comes while it reads them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LinesReader } from '../../../web/src/bom/lines-reader.ts';
import type { Line, LinesPage } from '../../../web/src/lines/line.ts';
import { deferred } from '../support/clock.ts';
import { envelope } from '../support/events.ts';
import { batch, line } from '../support/lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The last page unless it says what is next. */
type Page = Omit<LinesPage, 'next'> & Partial<LinesPage>;

function startReader() {
  /** Resolves once somebody can see the page. */
  const page = { shown: Promise.resolve() };
  const server = {
    /** What the next reads answer; a function may fail or take its time. */
    lines: (_since: string | null, _after: number | null): Page | Promise<Page> => ({
      event_id: null,
      lines: [line(1), line(2)],
    }),
  };
  /** The `since` of every read, `all` for a whole one, and what number a page lies behind. */
  const reads: string[] = [];
  const errors: (Error | null)[] = [];
  const views: (readonly Line[])[] = [];
  const reader = new LinesReader({
    read: async (since, after) => {
      reads.push(`${since ?? 'all'}${after === null ? '' : ` behind ${after}`}`);
      return { next: null, ...await server.lines(since, after) };
    },
    onLines: (lines) => views.push(lines),
    onError: (error) => errors.push(error),
    pause: async (ms) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await page.shown;
    },
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return {
    reader,
    page,
    server,
    reads,
    errors,
    views,
    pass,
    shown: () => Object.fromEntries(views.at(-1)!.map(({ line_number, status }) => [line_number, status])),
    /** Reads all, and is at rest. */
    async open() {
      reader.readAll();
      await pass(1_000);
    },
  };
}

/** Has read what stands at this event. */
async function openAt(eventId: string) {
  const started = startReader();
  started.server.lines = () => ({ event_id: eventId, lines: [line(1), line(2)] });
  await started.open();
  return started;
}

it('shows lines in their order, whatever the order of the answer', async () => {
  const { open, server, shown, views } = startReader();
  server.lines = () => ({ event_id: null, lines: [line(10), line(2), line(1)] });
  await open();
  expect(views.at(-1)!.map(({ line_number }) => line_number)).toEqual([1, 2, 10]);
  expect(shown()).toEqual({ 1: 'pending', 2: 'pending', 10: 'pending' });
});

it('shows what somebody decided of a line, which is no event, once it has read it again', async () => {
  const { open, reader, server, reads, views } = startReader();
  await open();
  server.lines = () => ({ event_id: '1-9', lines: [{ ...line(2), review: 'approved' }] });
  await reader.readAgain([line(2)]);
  expect(views.at(-1)!.map(({ review }) => review)).toEqual(['none', 'approved']);
  expect(reads).toEqual(['all', 'all behind 1']);
});

describe('a batch', () => {
  it('shows at once what became of its lines, and then what was found', async () => {
    const { server, reader, reads, shown, pass, views } = await openAt('1-1');
    const answer = deferred<Page>();
    server.lines = () => answer.promise;
    reader.take(batch('1-2', 1), false);
    expect(shown()).toEqual({ 1: 'enriched', 2: 'pending' });
    answer.resolve({ event_id: '1-2', lines: [{ ...line(1, 'enriched'), description: 'found' }] });
    await pass(0);
    expect(views.at(-1)![0]!.description).toBe('found');
    expect(shown()).toEqual({ 1: 'enriched', 2: 'pending' });
    expect(reads).toEqual(['all', '1-1']);
  });

  it('has its lines read since what was read before', async () => {
    const { reader, server, reads, pass } = await openAt('1-2');
    server.lines = () => ({ event_id: '1-4', lines: [] });
    reader.take(batch('1-3', 1), false);
    await pass(500);
    reader.take(batch('1-5', 2), false);
    await pass(500);
    expect(reads).toEqual(['all', '1-2', '1-4']);
  });

  it('of many is read together with those that come within half a second', async () => {
    const { reader, server, reads, pass } = await openAt('1-1');
    server.lines = (since) => ({ event_id: since, lines: [] });
    for (let seq = 2; seq <= 20; seq++) reader.take(batch(`1-${seq}`, 1), false);
    await pass(499);
    expect(reads).toHaveLength(2);
    await pass(1);
    expect(reads).toHaveLength(3);
    await pass(10_000);
    expect(reads).toHaveLength(3);
  });

  it('and the end of its run right behind it are read at once: nothing follows that could be gathered', async () => {
    const { reader, server, reads, pass } = await openAt('1-1');
    server.lines = () => ({ event_id: '1-2', lines: [] });
    reader.take(batch('1-2', 1), false);
    await pass(0);
    reader.take(envelope('1-3', { type: 'enrichment.completed' }), false);
    await pass(0);
    expect(reads).toEqual(['all', '1-1', '1-2']);
  });

  it('that is read when its run ends is followed at once by what the end has changed', async () => {
    const { reader, server, reads, pass } = await openAt('1-1');
    const answer = deferred<Page>();
    server.lines = () => answer.promise;
    reader.take(batch('1-2', 1), false);
    await pass(0);
    reader.take(envelope('1-3', { type: 'enrichment.completed' }), false);
    answer.resolve({ event_id: '1-2', lines: [] });
    await pass(0);
    expect(reads).toEqual(['all', '1-1', '1-2']);
  });

  it('and the end of its run are not read on a page that is hidden, until somebody sees it', async () => {
    const { reader, page, server, reads, pass } = await openAt('1-1');
    const shown = deferred<void>();
    server.lines = () => ({ event_id: '1-2', lines: [] });
    reader.take(batch('1-2', 1), false);
    page.shown = shown.promise;
    reader.take(envelope('1-3', { type: 'enrichment.completed' }), false);
    await pass(10_000);
    expect(reads).toEqual(['all', '1-1']);
    shown.resolve();
    await pass(0);
    expect(reads).toEqual(['all', '1-1', '1-2']);
  });

  it('that came while lines were read is not read again where they have it', async () => {
    const { reader, server, reads, pass } = startReader();
    const answer = deferred<Page>();
    server.lines = () => answer.promise;
    reader.readAll();
    reader.take(batch('1-5', 1), true);
    answer.resolve({ event_id: '1-5', lines: [line(1, 'enriched')] });
    await pass(10_000);
    expect(reads).toEqual(['all']);
  });

  it('that is already known changes nothing', async () => {
    const { reader, reads, views, pass } = await openAt('1-5');
    const before = views.length;
    reader.take(batch('1-5', 1), true);
    await pass(1_000);
    expect([reads, views.length]).toEqual([['all'], before]);
  });

  it('of a line that is not shown is no error', async () => {
    const { open, reader, shown } = startReader();
    await open();
    reader.take(batch('1-2', 77), false);
    expect(shown()).toEqual({ 1: 'pending', 2: 'pending' });
  });
});

describe('lines are read again', () => {
  it.each<[string, string, Parameters<typeof envelope>[1], boolean]>([
    [
      'when events are missing, whatever the event is that arrives',
      '1-6',
      { type: 'enrichment.paused' },
      true,
    ],
    ['when a new run takes them on', '2-1', {}, false],
    ['at the end of a run: completed', '1-3', { type: 'enrichment.completed' }, false],
    ['at the end of a run: failed', '1-3', { type: 'enrichment.failed' }, false],
    ['at the end of a run: cancelled', '1-3', { type: 'enrichment.cancelled' }, false],
  ])('%s', async (_when, id, sketch, isGap) => {
    const { reader, server, reads, pass } = await openAt('1-2');
    server.lines = () => ({ event_id: id, lines: [] });
    reader.take(envelope(id, sketch), isGap);
    await pass(500);
    expect(reads).toEqual(['all', '1-2']);
  });

  it('not when nothing is missing and nothing concerns them', async () => {
    const { reader, reads, pass } = await openAt('1-2');
    reader.take(envelope('1-3', { type: 'enrichment.paused' }), false);
    reader.take(envelope('1-4', { type: 'enrichment.resumed' }), false);
    await pass(1_000);
    expect(reads).toEqual(['all']);
  });

  it('not as the first run begins, which changes none, and then those of its batches alone', async () => {
    const { open, reader, server, reads, pass, shown } = startReader();
    await open();
    reader.take(envelope('1-1', { type: 'enrichment.started' }), false);
    await pass(1_000);
    expect(reads).toEqual(['all']);
    server.lines = () => ({ event_id: '1-2', lines: [line(2, 'enriched')] });
    reader.take(batch('1-2', 2), false);
    await pass(500);
    expect([reads, shown()]).toEqual([['all', '1-1'], { 1: 'pending', 2: 'enriched' }]);
  });

  it('as the first run begins, where it has begun while they were read', async () => {
    const { reader, server, reads, pass, shown } = startReader();
    const answer = deferred<Page>();
    server.lines = () => answer.promise;
    reader.readAll();
    await pass(0);
    reader.take(envelope('1-1', { type: 'enrichment.started' }), false);
    reader.take(batch('1-2', 1), false);
    server.lines = () => ({ event_id: '1-2', lines: [line(1, 'enriched')] });
    answer.resolve({ event_id: null, lines: [line(1), line(2)] });
    await pass(500);
    expect([reads, shown()]).toEqual([['all', '1-1'], { 1: 'enriched', 2: 'pending' }]);
  });

  it('all of them, where the server knows nothing of what came before, be it in the midst of reading', async () => {
    for (const event of [null, batch('1-3', 1)]) {
      const { server, reader, reads, pass, shown } = await openAt('1-2');
      const some = deferred<Page>();
      server.lines = () => some.promise;
      if (event) reader.take(event, false);
      reader.readAll();
      server.lines = () => ({ event_id: '1-1', lines: [line(1, 'enriched'), line(2, 'not_found')] });
      some.resolve({ event_id: '1-3', lines: [line(1)] });
      await pass(1_000);
      expect(reads).toEqual(event ? ['all', '1-2', 'all'] : ['all', 'all']);
      if (event) expect(shown()).toEqual({ 1: 'enriched', 2: 'not_found' });
    }
  });

  it('all of them once more, where that happens while all of them are read', async () => {
    const { server, reader, reads, pass, shown } = startReader();
    const old = deferred<Page>();
    server.lines = () => old.promise;
    reader.readAll();
    reader.readAll();
    server.lines = () => ({ event_id: '1-1', lines: [line(2)] });
    old.resolve({ event_id: '7-1', lines: [line(1)] });
    await pass(1_000);
    expect([reads, shown()]).toEqual([['all', 'all'], { 2: 'pending' }]);
  });
});

describe('a read that fails', () => {
  const AWAY = new Error('The server cannot be reached.');

  it('is told and tried again, ever more rarely, until one works', async () => {
    const { reader, server, reads, errors, shown, pass } = startReader();
    const works = server.lines;
    server.lines = () => Promise.reject(AWAY);
    reader.readAll();
    await pass(0);
    for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = reads.length;
      await pass(ms - 1);
      expect(reads).toHaveLength(before);
      await pass(1);
      expect(reads).toHaveLength(before + 1);
    }
    expect(new Set(errors)).toEqual(new Set([AWAY]));
    server.lines = works;
    await pass(30_000);
    expect([errors.at(-1), shown()]).toEqual([null, { 1: 'pending', 2: 'pending' }]);
    server.lines = () => Promise.reject(AWAY);
    reader.take(batch('1-2', 1), false);
    await pass(500);
    const before = reads.length;
    await pass(1_000);
    expect(reads).toHaveLength(before + 1);
  });

  it('is made up for at the end of a run, although no further event will come', async () => {
    const { reader, server, reads, shown, pass } = await openAt('1-2');
    server.lines = () => Promise.reject(AWAY);
    reader.take(envelope('1-3', { type: 'enrichment.completed' }), false);
    await pass(0);
    server.lines = () => ({ event_id: '1-3', lines: [line(1, 'enriched')] });
    await pass(1_000);
    expect([reads, shown()]).toEqual([['all', '1-2', '1-2'], { 1: 'enriched', 2: 'pending' }]);
  });
});

describe('lines that come in pages', () => {
  /** Ten lines, two a page; `land` commits a batch. */
  function paged() {
    const started = startReader();
    const held = new Map(Array.from({ length: 10 }, (_, i) => [i + 1, { line: line(i + 1), seq: 1 }]));
    let head = 1;
    const land = (...numbers: number[]) => {
      head += 1;
      for (const n of numbers) held.set(n, { line: line(n, 'enriched'), seq: head });
      return batch(`1-${head}`, ...numbers);
    };
    /** What happens before the page behind that number is read. */
    const beforePage = new Map<number, () => void>();
    started.server.lines = (since, after) => {
      beforePage.get(after ?? 0)?.();
      const seq = since === null ? 0 : Number(since.split('-')[1]);
      const matching = [...held.values()].filter((each) =>
        each.seq > seq && each.line.line_number > (after ?? 0)
      );
      const lines = matching.slice(0, 2).map((each) => each.line);
      return {
        event_id: `1-${head}`,
        lines,
        next: matching.length > 2 ? lines.at(-1)!.line_number : null,
      };
    };
    return { ...started, land, beforePage };
  }

  it('are read to the last one, and shown from the first on, whenever they have doubled', async () => {
    const { open, views, reads } = paged();
    await open();
    expect(reads).toEqual(['all', 'all behind 2', 'all behind 4', 'all behind 6', 'all behind 8']);
    expect(views.map((lines) => lines.length)).toEqual([2, 4, 8, 10]);
  });

  it('miss nothing of a batch that lands between two of them, heard of at once or later', async () => {
    for (const isHeardAtOnce of [true, false]) {
      const { open, beforePage, land, reader, shown, reads, pass } = paged();
      let landed = envelope('1-1');
      // of a line that was read and of one that will be
      beforePage.set(4, () => {
        landed = land(1, 9);
        if (isHeardAtOnce) reader.take(landed, true);
      });
      await open();
      if (!isHeardAtOnce) reader.take(landed, false);
      await pass(500);
      expect(shown()).toMatchObject({ 1: 'enriched', 9: 'enriched', 2: 'pending' });
      expect(reads.at(-1)).toBe('1-1');
    }
  });

  it('miss nothing of a batch that lands between two of those that changed', async () => {
    const { open, beforePage, land, reader, shown, reads, pass } = paged();
    await open();
    const first = land(3, 5, 7);
    beforePage.set(5, () => {
      beforePage.clear();
      reader.take(land(1), false);
    });
    reader.take(first, false);
    await pass(500);
    expect(reads.slice(5)).toEqual(['1-1', '1-1 behind 5', '1-2']);
    expect(Object.entries(shown()).flatMap(([n, status]) => status === 'enriched' ? Number(n) : []))
      .toEqual([1, 3, 5, 7]);
  });

  it('are read no further once they do not count any more', async () => {
    const { open, server, reader, reads, pass } = paged();
    await open();
    const { lines } = server;
    server.lines = () => ({ event_id: '1-2', lines: [], next: 2 });
    reader.take(batch('1-2', 1), false);
    reader.readAll();
    server.lines = lines;
    await pass(500);
    expect(reads.slice(5, 7)).toEqual(['1-1', 'all']);
  });
});

describe('once it is closed', () => {
  it('shows, reads and tells nothing more', async () => {
    for (const answer of [{ event_id: '1-3', lines: [line(1)] }, null]) {
      const { reader, server, reads, views, errors, pass } = await openAt('1-2');
      const { promise, resolve, reject } = deferred<Page>();
      server.lines = () => promise;
      reader.take(batch('1-3', 1), false);
      const [read, shown, told] = [reads.length, views.length, errors.length];
      reader.close();
      if (answer) resolve(answer);
      else reject(new Error('away'));
      await pass(60_000);
      expect([reads.length, views.length, errors.length]).toEqual([read, shown, told]);
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});
