/** What a page does when connections are lost or refused, and when it is closed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinesPage } from '../../../client/bom-feed.ts';
import { deferred } from '../support/clock.ts';
import { envelope } from '../support/events.ts';
import { batch, line, startFeed } from '../support/feed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const completed = (id: string) => envelope(id, { type: 'enrichment.completed' });
const AWAY = new Error('The server cannot be reached.');
const away = (): Promise<never> => Promise.reject(AWAY);

describe('a connection that is lost', () => {
  it('is the browser’s business', async () => {
    const { open, stream, streams, view, pass } = startFeed();
    await open();
    stream().lose();
    expect(view().connection).toBe('connecting');
    await pass(40_000);
    expect(streams()).toHaveLength(1);
    stream().receive('connected', { store: 'redis' });
    expect(view().connection).toBe('live');
  });
});

/** No sign of life comes by itself. */
function startSilentFeed() {
  const started = startFeed();
  started.server.isAlive = false;
  return started;
}

describe('a connection on which nothing comes any more', () => {
  it('is not called live, and is opened anew from the newest event that came', async () => {
    const { open, receive, stream, streams, reads, view, pass } = startSilentFeed();
    await open();
    receive(envelope('1-1'));
    receive(envelope('1-2'));
    const silent = stream();
    await pass(44_000);
    expect(view().connection).toBe('live');
    const readBefore = [...reads];
    await pass(1_000);
    expect([view().connection, silent.readyState]).toEqual(['silent', silent.CLOSED]);
    expect(streams()).toHaveLength(2);
    expect(stream().url.searchParams.get('last_event_id')).toBe('1-2');
    expect(reads).toEqual(readBefore);
    stream().receive('connected', { store: 'redis' });
    expect(view().connection).toBe('live');
  });

  it.each(['keepalive', 'store', 'connected'])(
    'is not one on which there is a %s now and then',
    async (event) => {
      const { open, stream, streams, view, pass } = startFeed();
      await open();
      for (let i = 0; i < 5; i++) {
        await pass(44_000);
        stream().receive(event, { store: 'redis' });
      }
      expect([view().connection, streams().length]).toEqual(['live', 1]);
    },
  );

  it('is given up again and again, as long as nothing does', async () => {
    const { open, server, stream, streams, view, pass } = startSilentFeed();
    await open();
    server.ticket = () => new Promise(() => {});
    await pass(200_000);
    expect([view().connection, streams().length]).toEqual(['silent', 1]);
    server.ticket = () => 'ticket-2';
    await pass(45_000);
    stream().receive('connected', { store: 'redis' });
    expect([view().connection, streams().length]).toEqual(['live', 2]);
  });

  it('is noticed where the browser itself tries again in vain', async () => {
    const { open, stream, streams, view, pass } = startSilentFeed();
    await open();
    stream().lose();
    await pass(45_000);
    expect([view().connection, streams().length]).toEqual(['silent', 2]);
  });

  it('is given time where the browser has only begun to try again', async () => {
    const { open, stream, streams, view, pass } = startSilentFeed();
    await open();
    await pass(30_000);
    stream().lose();
    await pass(30_000);
    expect([view().connection, streams().length]).toEqual(['connecting', 1]);
  });

  it('is noticed before there is any stream', async () => {
    const { feed, server, reads, streams, view, pass } = startSilentFeed();
    const { lines } = server;
    server.lines = () => new Promise(() => {});
    void feed.open();
    await pass(45_000);
    expect([view().connection, reads]).toEqual(['silent', ['all', 'all']]);
    server.lines = lines;
    await pass(45_000);
    expect(streams()).toHaveLength(1);
  });

  it('is none while many lines are read, page by page', async () => {
    const { feed, server, reads, streams, pass } = startFeed();
    server.lines = async (_since, after) => {
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      return { event_id: null, lines: [line(1 + (after ?? 0))], next: after === 5 ? null : 1 + (after ?? 0) };
    };
    void feed.open();
    await pass(120_000);
    expect(reads).toHaveLength(6);
    expect(streams()).toHaveLength(1);
  });

  it.each<[string, (started: ReturnType<typeof startFeed>) => void]>([
    ['ended', ({ receive, stream }) => {
      receive(completed('1-3'));
      stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    }],
    ['closed', ({ feed }) => feed.close()],
    ['deleted', ({ stream }) => stream().receive('stream_end', { reason: 'deleted', event_id: null })],
  ])('is nothing to a page whose stream is %s', async (_what, end) => {
    const started = startSilentFeed();
    await started.open();
    end(started);
    const { connection } = started.view();
    await started.pass(200_000);
    expect([started.view().connection, started.streams().length]).toEqual([connection, 1]);
  });
});

describe('a stream that has ended for good', () => {
  it.each(['deleted', 'access_revoked'] as const)('says so, and is not opened again: %s', async (reason) => {
    const { open, server, stream, streams, receive, errors, view, pass } = startFeed();
    await open();
    // Told of a run's end, the page reads the lines again, which is refused by then.
    const { promise, reject } = deferred<never>();
    server.lines = () => promise;
    receive(envelope('1-2', { type: 'enrichment.cancelled' }));
    stream().receive('stream_end', { reason, event_id: null });
    reject(AWAY);
    await pass(200_000);
    expect(view().connection).toBe(reason);
    expect([streams().length, errors]).toEqual([1, []]);
  });
});

describe('a connection that is refused', () => {
  it('is opened anew after a while, with a new ticket and from what is known then', async () => {
    const { open, server, stream, streams, reads, view, pass } = startFeed();
    await open();
    stream().refuse();
    expect(view().connection).toBe('refused');
    server.ticket = () => 'ticket-2';
    server.lines = () => ({ event_id: '1-4', lines: [line(1)] });
    await pass(1_000);
    expect(streams()).toHaveLength(2);
    expect(reads).toEqual(['all', 'all']);
    expect(Object.fromEntries(stream().url.searchParams)).toEqual({
      token: 'ticket-2',
      last_event_id: '1-4',
    });
  });

  it('again and again is opened after growing pauses, up to half a minute', async () => {
    const { open, stream, streams, pass } = startFeed();
    await open();
    const pauses: number[] = [];
    for (let i = 0; i < 7; i++) {
      stream().refuse();
      const before = streams().length;
      let waited = 0;
      while (streams().length === before) {
        await pass(1_000);
        waited += 1_000;
      }
      pauses.push(waited);
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('is opened soon again once it worked in between', async () => {
    const { open, stream, streams, pass } = startFeed();
    await open();
    for (let i = 0; i < 4; i++) {
      stream().refuse();
      await pass(30_000);
    }
    stream().receive('connected', { store: 'redis' });
    const before = streams().length;
    stream().refuse();
    await pass(1_000);
    expect(streams()).toHaveLength(before + 1);
  });

  it('after the end was seen is the end: 204 looks like a refusal', async () => {
    const { open, receive, stream, streams, view, pass } = startFeed();
    await open();
    receive(completed('1-3'));
    stream().lose();
    stream().refuse();
    expect(view().connection).toBe('ended');
    await pass(60_000);
    expect(streams()).toHaveLength(1);
  });

  it('before the end was seen is none, although the status says that the run has ended', async () => {
    const { feed, server, stream, streams, reads, view, pass } = startFeed();
    server.lines = () => ({ event_id: '1-2', lines: [line(1)] });
    server.status = () => completed('1-9');
    await feed.open();
    stream().refuse();
    expect(view().connection).toBe('refused');
    server.lines = () => ({ event_id: '1-9', lines: [line(1, 'enriched')] });
    await pass(1_000);
    expect(reads).toEqual(['all', 'all']);
    expect(view()).toMatchObject({ connection: 'ended', lines: [{ status: 'enriched' }] });
    expect(streams()).toHaveLength(1);
  });

  it('while the server is away is tried until it is back', async () => {
    const { open, server, stream, streams, errors, view, pass } = startFeed();
    await open();
    const { lines } = server;
    server.lines = away;
    stream().refuse();
    await pass(60_000);
    expect(errors.length).toBeGreaterThan(3);
    expect(new Set(errors)).toEqual(new Set([AWAY]));
    expect(streams()).toHaveLength(1);
    server.lines = lines;
    await pass(30_000);
    stream().receive('connected', { store: 'redis' });
    expect(streams()).toHaveLength(2);
    expect(view().connection).toBe('live');
  });
});

describe('a first opening that fails', () => {
  it.each(['lines', 'status', 'ticket'] as const)('is told, and made up for: %s', async (what) => {
    const { feed, server, stream, streams, errors, view, pass } = startFeed();
    const { [what]: works } = server;
    server[what] = away;
    await feed.open();
    expect(errors).toEqual([AWAY]);
    expect(streams()).toEqual([]);
    expect(view().connection).toBe('refused');
    await pass(1_000);
    expect(errors).toEqual([AWAY, AWAY]);
    Object.assign(server, { [what]: works });
    await pass(2_000);
    stream().receive('connected', { store: 'redis' });
    expect(view()).toMatchObject({ connection: 'live', lines: [{ line_number: 1 }, { line_number: 2 }] });
    await pass(60_000);
    expect([streams().length, errors.length]).toEqual([1, 2]);
  });

  it('shows what could be read, and reads it again, while there are no tickets', async () => {
    const { feed, server, streams, reads, view, pass } = startFeed();
    server.ticket = away;
    server.status = () => envelope('1-2');
    await feed.open();
    expect(view()).toMatchObject({ run: 1, connection: 'refused', lines: [{ status: 'pending' }, {}] });
    server.lines = () => ({ event_id: '1-9', lines: [line(1, 'enriched')] });
    server.status = () => completed('1-9');
    await pass(1_000);
    expect(reads).toEqual(['all', 'all']);
    expect(view()).toMatchObject({ connection: 'ended', lines: [{ status: 'enriched' }] });
    await pass(60_000);
    expect([streams(), reads.length]).toEqual([[], 2]);
  });
});

describe('a ticket that is about to end', () => {
  const REAUTH = { expires_at: '2026-01-01T00:15:00.000Z' };

  it('is replaced: the stream goes on from the newest event, and nothing is read again', async () => {
    const { open, server, stream, streams, receive, reads, view, pass } = startFeed();
    server.lines = () => ({ event_id: '1-2', lines: [line(1)] });
    await open();
    const first = stream();
    const next = deferred<string>();
    server.ticket = () => next.promise;
    first.receive('reauth', REAUTH);
    await pass(0);
    receive(envelope('1-3', { type: 'enrichment.paused' }));
    expect([streams().length, first.readyState]).toEqual([1, first.OPEN]);

    next.resolve('ticket-2');
    await pass(0);
    expect([streams().length, first.readyState]).toEqual([2, first.CLOSED]);
    expect(Object.fromEntries(stream().url.searchParams)).toEqual({
      token: 'ticket-2',
      last_event_id: '1-3',
    });
    expect([reads, view().connection]).toEqual([['all'], 'live']);
    stream().receive('connected', { store: 'table' });
    receive(envelope('1-4', { type: 'enrichment.resumed' }));
    expect(view()).toMatchObject({ connection: 'live', store: 'table' });
  });

  it('is replaced again and again', async () => {
    const { open, server, stream, streams, pass } = startFeed();
    await open();
    for (let i = 2; i <= 5; i++) {
      server.ticket = () => `ticket-${i}`;
      stream().receive('reauth', REAUTH);
      await pass(0);
      stream().receive('connected', { store: 'redis' });
      expect(stream().url.searchParams.get('token')).toBe(`ticket-${i}`);
    }
    expect(streams().filter(({ readyState }) => readyState !== 2)).toEqual([stream()]);
  });

  it('and cannot be replaced now lets the stream go on, which is opened anew once it is refused', async () => {
    const { open, server, stream, streams, errors, view, pass } = startFeed();
    await open();
    server.ticket = away;
    stream().receive('reauth', REAUTH);
    await pass(0);
    expect([errors, view().connection, streams().length]).toEqual([[AWAY], 'live', 1]);
    server.ticket = () => 'ticket-2';
    stream().lose();
    stream().refuse();
    await pass(1_000);
    expect([streams().length, stream().url.searchParams.get('token')]).toEqual([2, 'ticket-2']);
  });

  it.each<[string, (feed: ReturnType<typeof startFeed>) => void]>([
    ['the run has ended', ({ stream }) => stream().receive('stream_end', { reason: 'completed' })],
    ['the page is closed', ({ feed }) => feed.close()],
  ])('is needed no more when %s meanwhile', async (_what, end) => {
    const started = startFeed();
    await started.open();
    const next = deferred<string>();
    started.server.ticket = () => next.promise;
    started.stream().receive('reauth', REAUTH);
    await started.pass(0);
    end(started);
    next.resolve('ticket-2');
    await started.pass(60_000);
    expect(started.streams()).toHaveLength(1);
  });

  it('is needed no more when the page was opened again meanwhile', async () => {
    const { open, server, feed, stream, streams, pass } = startFeed();
    await open();
    const late = deferred<string>();
    server.ticket = () => late.promise;
    stream().receive('reauth', REAUTH);
    await pass(0);
    server.ticket = () => 'ticket-3';
    await feed.open();
    late.resolve('ticket-2');
    await pass(0);
    expect(streams().map(({ url }) => url.searchParams.get('token'))).toEqual(['ticket-1', 'ticket-3']);
    expect(stream().readyState).not.toBe(stream().CLOSED);
  });
});

describe('a read that fails while the stream goes on', () => {
  it('is told, and made up for with the next batch', async () => {
    const { open, server, receive, errors, streams, view, pass } = startFeed();
    await open();
    const { lines } = server;
    server.lines = away;
    receive(batch('1-1', 1));
    await pass(500);
    expect(errors).toEqual([AWAY]);
    server.lines = () => ({
      ...lines(null, null),
      event_id: '1-2',
      lines: [line(1, 'enriched'), line(2, 'enriched')],
    });
    receive(batch('1-2', 2));
    await pass(500);
    expect(view().lines.map(({ status }) => status)).toEqual(['enriched', 'enriched']);
    expect(streams()).toHaveLength(1);
  });
});

describe('a read that fails at the end of the run', () => {
  it('is made up for although no further event will come', async () => {
    const { open, server, receive, stream, streams, errors, view, pass } = startFeed();
    await open();
    server.lines = away;
    receive(completed('1-3'));
    stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    await pass(0);
    expect(errors).toEqual([AWAY]);
    server.lines = () => ({ event_id: '1-3', lines: [line(1, 'enriched')] });
    server.status = () => completed('1-3');
    await pass(1_000);
    expect(view()).toMatchObject({ connection: 'ended', lines: [{ status: 'enriched' }] });
    expect(streams()).toHaveLength(1);
  });
});

describe('two openings at the same time', () => {
  it('leave one stream', async () => {
    const { feed, streams } = startFeed();
    await Promise.all([feed.open(), feed.open()]);
    expect(streams().filter(({ readyState }) => readyState !== 2)).toHaveLength(1);
    feed.close();
    expect(streams().every(({ readyState }) => readyState === 2)).toBe(true);
  });

  it('leave what the later one found', async () => {
    const { feed, server, stream, view, pass } = startFeed();
    server.lines = () => ({ event_id: '1-3', lines: [line(1)] });
    const before = deferred<ReturnType<typeof envelope>>();
    server.status = () => before.promise;
    const first = feed.open();
    await pass(0);
    server.status = () => envelope('2-1');
    await feed.open();
    stream().receive('connected', { store: 'redis' });
    before.resolve(completed('1-3'));
    await first;
    expect(view()).toMatchObject({ connection: 'live', run: 2 });
  });

  it('leave nothing of a failure of the earlier one', async () => {
    const { feed, server, stream, streams, errors, pass } = startFeed();
    const overtaken = deferred<never>();
    server.status = () => overtaken.promise;
    const first = feed.open();
    await pass(0);
    server.status = () => envelope('2-1');
    await feed.open();
    stream().receive('connected', { store: 'redis' });
    overtaken.reject(AWAY);
    await first;
    await pass(60_000);
    expect([errors, streams().length]).toEqual([[], 1]);
  });

  it('leave no attempt of a refused stream behind', async () => {
    const { open, feed, stream, streams, pass } = startFeed();
    await open();
    stream().refuse();
    await feed.open();
    await pass(40_000);
    expect(streams()).toHaveLength(2);
  });
});

describe('following anew', () => {
  it('goes on from the newest event on a new stream, and reads nothing again', async () => {
    const { open, feed, stream, streams, receive, reads, view } = startFeed();
    await open();
    receive(envelope('1-1', { type: 'enrichment.paused' }));
    const first = stream();
    await feed.follow();
    expect([first.readyState, streams().length, reads]).toEqual([first.CLOSED, 2, ['all']]);
    expect(stream().url.searchParams.get('last_event_id')).toBe('1-1');
    expect(view().connection).toBe('live');
  });

  it('follows the next run where the last one has ended', async () => {
    const { open, feed, stream, receive, view } = startFeed();
    await open();
    receive(completed('1-3'));
    stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    await feed.follow();
    expect(view().connection).toBe('connecting');
    stream().receive('connected', { store: 'redis' });
    receive(envelope('2-1'));
    expect(view()).toMatchObject({ connection: 'live', run: 2 });
  });

  it('reads what could not be read before', async () => {
    const { feed, server, streams, view, pass } = startFeed();
    const { lines } = server;
    server.lines = away;
    await feed.open();
    server.lines = lines;
    await feed.follow();
    expect(view().lines).toHaveLength(2);
    await pass(40_000);
    expect(streams()).toHaveLength(1);
  });

  it('tells what fails and tries again', async () => {
    const { open, feed, server, stream, streams, errors, pass } = startFeed();
    await open();
    const { ticket } = server;
    stream().receive('stream_end', { reason: 'completed', event_id: '1-3' });
    server.ticket = away;
    await feed.follow();
    server.ticket = ticket;
    await pass(1_000);
    expect([errors, streams().length]).toEqual([[AWAY], 2]);
  });
});

describe('a page that is hidden', () => {
  it('for a moment keeps its stream', async () => {
    const { open, hide, stream, streams, pass } = startFeed();
    await open();
    hide(true);
    await pass(59_000);
    hide(false);
    await pass(120_000);
    expect([stream().readyState, streams().length]).toEqual([stream().OPEN, 1]);
  });

  it('for a minute gives it up, and goes on from its cursor when it is shown', async () => {
    const { open, hide, stream, streams, receive, reads, view, pass } = startFeed();
    await open();
    receive(batch('1-1', 1));
    await pass(1_000);
    const read = reads.length;
    hide(true);
    await pass(60_000);
    expect([stream().readyState, view().connection]).toEqual([stream().CLOSED, 'connecting']);
    await pass(3_600_000);
    expect(streams()).toHaveLength(1);
    hide(false);
    await pass(0);
    expect([streams().length, stream().url.searchParams.get('last_event_id')]).toEqual([2, '1-1']);
    stream().receive('connected', { store: 'redis' });
    expect([view().connection, reads.length]).toEqual(['live', read]);
  });

  it('gives up trying, too, however often it tries', async () => {
    const { feed, server, hide, streams, errors, view, pass } = startFeed();
    const { lines } = server;
    server.lines = away;
    await feed.open();
    hide(true);
    await pass(61_000);
    const told = errors.length;
    await pass(600_000);
    expect(errors).toHaveLength(told);
    server.lines = lines;
    hide(false);
    await pass(0);
    expect([streams().length, view().lines.length]).toEqual([1, 2]);
  });

  it('opens nothing that it was still asking about', async () => {
    const { feed, server, hide, streams, pass } = startFeed();
    const answer = deferred<LinesPage>();
    server.lines = () => answer.promise;
    const opening = feed.open();
    hide(true);
    await pass(60_000);
    answer.resolve({ event_id: null, lines: [], next: null });
    await opening;
    expect(streams()).toEqual([]);
    hide(false);
    await pass(0);
    expect(streams()).toHaveLength(1);
  });

  it('from the beginning opens all the same, for a minute', async () => {
    const { open, hide, stream, view, pass } = startFeed();
    hide(true);
    await open();
    expect(view().connection).toBe('live');
    await pass(60_000);
    expect(stream().readyState).toBe(stream().CLOSED);
  });

  it('reads everything once it is shown where a read failed behind its back', async () => {
    const { open, hide, server, receive, errors, view, pass } = startFeed();
    await open();
    const { lines } = server;
    const answer = deferred<never>();
    server.lines = () => answer.promise;
    hide(true);
    await pass(59_900);
    receive(batch('1-1', 1));
    await pass(200);
    answer.reject(AWAY);
    await pass(60_000);
    expect(errors).toEqual([]);
    server.lines = () => ({ ...lines(null, null), event_id: '1-1', lines: [line(1, 'enriched')] });
    hide(false);
    await pass(0);
    expect(view().lines).toMatchObject([{ status: 'enriched' }]);
  });

  it.each([
    ['ended', 'completed'],
    ['deleted', 'deleted'],
    ['access_revoked', 'access_revoked'],
  ])('when it is %s has nothing to give up', async (end, reason) => {
    const { open, hide, stream, streams, receive, view, pass } = startFeed();
    await open();
    receive(completed('1-3'));
    stream().receive('stream_end', { reason, event_id: null });
    hide(true);
    await pass(60_000);
    hide(false);
    await pass(60_000);
    expect([streams().length, view().connection]).toEqual([1, end]);
  });

  it('and closed is not waited for', async () => {
    const { open, feed, hide, streams, pass } = startFeed();
    await open();
    hide(true);
    await feed.open();
    feed.close();
    hide(false);
    hide(true);
    expect(vi.getTimerCount()).toBe(0);
    await pass(60_000);
    hide(false);
    expect(streams()).toHaveLength(2);
  });
});

describe('closing', () => {
  it('ends the stream, and nothing is shown, read or opened afterwards', async () => {
    const { open, feed, receive, stream, streams, reads, views, errors, pass } = startFeed();
    await open();
    receive(batch('1-1', 1));
    receive(batch('1-2', 2));
    feed.close();
    expect(stream().readyState).toBe(stream().CLOSED);
    const [shown, read] = [views.length, reads.length];
    await pass(60_000);
    expect([views.length, reads.length, streams().length, errors]).toEqual([shown, read, 1, []]);
  });

  it('ends the waiting for another attempt', async () => {
    const { open, feed, stream, streams, pass } = startFeed();
    await open();
    stream().refuse();
    feed.close();
    await pass(60_000);
    expect(streams()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['lines', 'status', 'ticket'] as const)(
    'while it is being opened opens nothing: %s',
    async (what) => {
      const { feed, server, streams, views, pass } = startFeed();
      const answer = deferred<never>();
      server[what] = () => answer.promise;
      const opening = feed.open();
      await pass(0);
      feed.close();
      const shown = views.length;
      answer.resolve(
        (what === 'ticket' ? 't' : what === 'status' ? null : { event_id: null, lines: [] }) as never,
      );
      await opening;
      expect([streams(), views.length]).toEqual([[], shown]);
    },
  );

  it('silences a read that fails afterwards', async () => {
    const { open, feed, server, receive, errors, pass } = startFeed();
    await open();
    const answer = deferred<never>();
    server.lines = () => answer.promise;
    receive(batch('1-1', 1));
    feed.close();
    answer.reject(AWAY);
    await pass(60_000);
    expect(errors).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
