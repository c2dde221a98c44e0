/** What a page hears of an organization, and when it has to read instead. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OrganizationFeed } from '../../../client/organization-feed.ts';
import { FakeEventSource } from '../support/event-source.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

beforeEach(() => {
  vi.useFakeTimers();
  FakeEventSource.opened = [];
});
afterEach(() => void vi.useRealTimers());

function startFeed() {
  const heard: string[] = [];
  let gaps = 0;
  const server = { ticket: (): Promise<string> => Promise.resolve('ticket-1') };
  const feed = new OrganizationFeed({
    organizationId: ORGANIZATION,
    streamUrl: (id) => `https://project.example.com/functions/v1/enrichment-stream?organization_id=${id}`,
    ticket: () => server.ticket(),
    onEvent: ({ event_id }) => heard.push(event_id),
    onGap: () => gaps++,
    EventSource: FakeEventSource as unknown as typeof EventSource,
  });
  return {
    feed,
    server,
    heard,
    gaps: () => gaps,
    streams: FakeEventSource.opened,
    stream: () => FakeEventSource.opened.at(-1)!,
    pass: async (ms: number) => void await vi.advanceTimersByTimeAsync(ms),
  };
}

describe('an organization', () => {
  it('is heard through one stream, opened with a ticket', async () => {
    const { feed, heard, streams, stream } = startFeed();
    await feed.open();
    stream().receive('enrichment.started', envelope('1-1'));
    stream().receive('enrichment.progress', envelope('1-2'));
    expect(heard).toEqual(['1-1', '1-2']);
    expect(streams).toHaveLength(1);
    expect(Object.fromEntries(stream().url.searchParams)).toEqual({
      organization_id: ORGANIZATION,
      token: 'ticket-1',
    });
  });

  it('is read as the stream opens, and each time it opens again: it says nothing of runs that are over, nor what remains', async () => {
    const { feed, gaps, stream } = startFeed();
    await feed.open();
    expect(gaps()).toBe(0);
    stream().receive('connected', {});
    stream().lose();
    stream().receive('connected', {});
    stream().receive('bom_deleted', { bom_id: BOM });
    expect(gaps()).toBe(3);
  });

  it('is read when a BOM was deleted', async () => {
    const { feed, gaps, stream } = startFeed();
    await feed.open();
    stream().receive('connected', {});
    stream().receive('bom_deleted', { bom_id: BOM });
    expect(gaps()).toBe(2);
  });

  it('is read while its stream is refused, be it by the stream itself', async () => {
    const { feed, server, gaps, streams, stream, pass } = startFeed();
    server.ticket = () => Promise.reject(new Error('away'));
    await feed.open();
    await pass(1_000);
    expect([gaps(), streams.length]).toEqual([2, 0]);
    server.ticket = () => Promise.resolve('ticket-2');
    await pass(2_000);
    expect(streams).toHaveLength(1);
    stream().receive('stream_error', { code: 'too_many_streams' });
    stream().refuse();
    expect(gaps()).toBe(4);
    await pass(4_000);
    expect(streams).toHaveLength(2);
  });

  it('is asked for ever more rarely while it is refused, and soon again once it worked', async () => {
    const { feed, streams, stream, pass } = startFeed();
    await feed.open();
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = streams.length;
      stream().refuse();
      await pass(pause - 1);
      expect(streams).toHaveLength(before);
      await pass(1);
      expect(streams).toHaveLength(before + 1);
    }
    stream().receive('connected', {});
    stream().refuse();
    const before = streams.length;
    await pass(1_000);
    expect(streams).toHaveLength(before + 1);
  });

  it('is followed on with the next ticket before the first has expired', async () => {
    const { feed, server, streams, stream } = startFeed();
    await feed.open();
    const first = stream();
    server.ticket = () => Promise.resolve('ticket-2');
    first.receive('reauth', {});
    await vi.waitFor(() => expect(streams).toHaveLength(2));
    expect(stream().url.searchParams.get('token')).toBe('ticket-2');
    expect(first.readyState).toBe(first.CLOSED);
  });

  it('is heard over a new stream where nothing comes any more over the old one', async () => {
    const { feed, gaps, server, streams, stream, pass } = startFeed();
    await feed.open();
    stream().receive('connected', {});
    for (const event of ['keepalive', 'more', 'store']) {
      await pass(40_000);
      stream().receive(event, {});
    }
    expect(streams).toHaveLength(1);
    server.ticket = () => new Promise(() => {});
    await pass(45_000);
    expect([streams.length, stream().readyState]).toEqual([1, stream().CLOSED]);
    server.ticket = () => Promise.resolve('ticket-2');
    await pass(45_000);
    stream().receive('connected', {});
    expect([streams.length, gaps()]).toEqual([2, 2]);
  });

  it.each(['deleted', 'access_revoked'])('is read once more and then left where it is %s', async (reason) => {
    const { feed, gaps, streams, stream, pass } = startFeed();
    await feed.open();
    stream().receive('stream_end', { reason, event_id: null });
    expect(gaps()).toBe(1);
    await pass(200_000);
    expect([streams.length, stream().readyState, gaps()]).toEqual([1, stream().CLOSED, 1]);
  });

  it('is left when the page goes, be it in the middle of opening', async () => {
    const { feed, streams, stream, pass } = startFeed();
    await feed.open();
    stream().refuse();
    feed.close();
    await pass(60_000);
    expect(streams).toHaveLength(1);
    FakeEventSource.opened = [];
    const other = startFeed();
    other.server.ticket = () => new Promise((resolve) => setTimeout(() => resolve('late'), 5_000));
    void other.feed.open();
    other.feed.close();
    await pass(60_000);
    expect(FakeEventSource.opened).toEqual([]);
  });
});
