/** What one client may hold of what it missed, and that clients hold the same bytes. */
import { describe, expect, it } from 'vitest';
import { PAGE_EVENTS, pageOf } from '../../../shared/stream/catch-up.ts';
import { BOM, idsOf, runOf, stored } from '../support/events.ts';
import { startHub } from '../support/hub.ts';
import { sseClient } from '../support/sse.ts';
import { startStreamEndpoint } from '../support/stream-endpoint.ts';

const KIB = 1024;
const large = (n: number, bytes: number) =>
  Array.from({ length: n }, (_, i) => stored(`1-${i + 1}`, { payload: { filler: 'x'.repeat(bytes) } }));

describe('a page of what a client missed', () => {
  it.each<[string, ReturnType<typeof large>, number]>([
    ['ten events', large(100, 0), PAGE_EVENTS],
    ['32 KiB', large(100, 9 * KIB), 3],
    ['one event, however large', large(100, 100 * KIB), 1],
    ['everything, where that is less', large(4, 0), 4],
    ['nothing, where there is nothing', [], 0],
  ])('holds no more than %s', (_what, events, held) => {
    expect(idsOf(pageOf(events))).toEqual(idsOf(events.slice(0, held)));
  });
});

describe('a client a hundred events behind', () => {
  const history = large(100, 20 * KIB);

  it('that does not read has no page fetched for it, and gets all of it, in order, once it reads', async () => {
    const { ask, table, clock } = startStreamEndpoint({ history });
    const response = await ask('?last_event_id=1-1');
    await clock.advance(2_000);
    // What came with the connect waits; the only look at the table is the hub's, at the end of all there is.
    expect(table.reads.flat().filter((read) => read !== `${BOM}@1-100`)).toEqual([]);
    const client = sseClient(response.body!).start();
    await clock.advance(5_000);
    expect(client.ids()).toEqual(idsOf(history.slice(1)));
    expect(client.end).toBe('open');
  });

  it('goes on with what happens, without a hole, wherever its pages end', async () => {
    const small = runOf({ length: 1 + 3 * PAGE_EVENTS });
    const { follow, publish, clock } = startStreamEndpoint({ history: small });
    const client = await follow('?last_event_id=1-1');
    await clock.advance(500);
    publish(stored(`1-${small.length + 1}`));
    await clock.advance(500);
    expect(client.ids()).toEqual([...idsOf(small.slice(1)), `1-${small.length + 1}`]);
  });
});

describe('an event that several clients are sent', () => {
  it('has the same bytes for all of them, whether it came live or was caught up with', () => {
    const { hub, publish, watch } = startHub();
    publish(stored('1-1'));
    watch(BOM, stored('1-1'));
    const [first] = hub.encode(BOM, [stored('1-1')]);
    const [again] = hub.encode(BOM, [stored('1-1')]);
    expect(again!.frame).toBe(first!.frame);
  });

  it('comes live in the bytes that those who caught up hold', async () => {
    const { hub, clock, publish, watch } = startHub();
    const client = watch(BOM, stored('1-1'));
    const [early] = hub.encode(BOM, [stored('1-2')]);
    publish(stored('1-1'), stored('1-2'));
    await clock.advance(100);
    expect(client.received[0]!.frame).toBe(early!.frame);
  });

  it('is encoded anew after a restore, when its id may mean something else', async () => {
    const { hub, clock, publish, table, watch } = startHub();
    publish(stored('1-1'));
    watch(BOM, stored('1-1'));
    const [before] = hub.encode(BOM, [stored('1-2')]);
    table.say(BOM, 'ahead');
    await clock.advance(16_000);
    const [after] = hub.encode(BOM, [stored('1-2', { payload: { of: 'a stale key' } })]);
    expect(before!.frame).not.toBe(after!.frame);
    expect(new TextDecoder().decode(after!.frame)).toContain('a stale key');
  });

  it('of a BOM that nobody watches is encoded all the same', () => {
    const [delivery] = startHub().hub.encode(BOM, [stored('1-1')]);
    expect(new TextDecoder().decode(delivery!.frame)).toContain('id: 1-1\n');
  });
});
