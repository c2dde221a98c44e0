/** What the publisher and its breaker do behind a failure, and that nothing is said to be published that is not. */
import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../../shared/progress/breaker.ts';
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import { ProgressUnavailable, type ProgressWriter } from '../../../shared/progress/port.ts';
import { createPublisher, Publication } from '../../../shared/progress/publisher.ts';
import { deferred, settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, stored } from '../support/events.ts';
import { recordLog } from '../support/log.ts';

const publication = (...ids: string[]): Publication => ({
  bom_id: BOM,
  expire_seconds: 3600,
  events: ids.map((id) => envelope(id)),
});
const DOWN = new ProgressUnavailable('redis', 'timeout');

/** A publisher to a Redis that works as long as `works` says so. */
function startPublisher() {
  const store = createMemoryProgress();
  const log = recordLog();
  const state = { works: true, now: 0, tries: 0 };
  const writer: ProgressWriter = {
    ...store,
    append(bomId, events, seconds) {
      state.tries += 1;
      return state.works ? store.append(bomId, events, seconds) : Promise.reject(DOWN);
    },
  };
  const database = fakeDatabase({ bomstream_head: () => null });
  const publish = createPublisher({ writer, database, log: log.log, now: () => state.now });
  return { publish, state, log, store };
}

describe('a publisher', () => {
  it('that published again after an outage takes the next failure for the first', async () => {
    const { publish, state, log } = startPublisher();
    state.works = false;
    for (let i = 0; i < 3; i++) await publish(publication('1-1'));
    state.now += 60_000;
    state.works = true;
    expect(await publish(publication('1-1'))).not.toBeNull();
    state.works = false;
    expect(await publish(publication('1-2'))).toBeNull();
    state.works = true;
    expect(await publish(publication('1-2'))).toEqual({ bom_id: BOM, event_id: '1-2' });
    expect(log.events()).toEqual(['publish_failed', 'publish_failed', 'publish_put_off', 'publish_failed']);
  });

  it('never puts anything off because of failures with successes between them', async () => {
    const { publish, state, log } = startPublisher();
    for (let i = 1; i <= 5; i++) {
      state.works = false;
      expect(await publish(publication(`1-${i}`))).toBeNull();
      state.works = true;
      expect(await publish(publication(`1-${i}`))).toEqual({ bom_id: BOM, event_id: `1-${i}` });
    }
    expect(log.events()).toEqual(Array.from({ length: 5 }, () => 'publish_failed'));
  });

  it('tries once in a pause while Redis stays away', async () => {
    const { publish, state } = startPublisher();
    state.works = false;
    for (let i = 0; i < 2; i++) await publish(publication('1-1'));
    state.now += 2_000;
    for (let i = 0; i < 5; i++) await publish(publication('1-1'));
    expect(state.tries).toBe(3);
  });
});

describe('a key from a database that is gone', () => {
  async function withStaleKey(drop: () => Promise<void>, appendAgain: () => Promise<void>) {
    const store = createMemoryProgress();
    const log = recordLog();
    const done: string[] = [];
    await store.append(BOM, [stored('9-1')], 60);
    let appends = 0;
    const writer: ProgressWriter = {
      async append(bomId, events, seconds) {
        appends += 1;
        if (appends > 1) await appendAgain();
        done.push('append');
        return await store.append(bomId, events, seconds);
      },
      async drop(bomId) {
        await drop();
        done.push('drop');
        await store.drop(bomId);
      },
    };
    const database = fakeDatabase({ bomstream_head: () => '1-1' });
    const publish = createPublisher({ writer, database, log: log.log, now: () => 0 });
    return { publish, done, log, database };
  }

  it('is dropped before anything is added again', async () => {
    const gate = deferred<void>();
    const { publish, done, database } = await withStaleKey(() => gate.promise, () => Promise.resolve());
    const published = publish(publication('1-1'));
    await settled();
    expect(done).toEqual(['append']);
    expect(database.calls).toEqual([{ name: 'bomstream_head', args: { p_bom_id: BOM } }]);
    gate.resolve();
    expect(await published).toEqual({ bom_id: BOM, event_id: '1-1' });
    expect(done).toEqual(['append', 'drop', 'append']);
  });

  it.each<[string, () => Promise<void>, () => Promise<void>]>([
    ['dropped', () => Promise.reject(DOWN), () => Promise.resolve()],
    ['written anew', () => Promise.resolve(), () => Promise.reject(DOWN)],
  ])('that could not be %s leaves the events unpublished', async (_name, drop, appendAgain) => {
    const { publish, log } = await withStaleKey(drop, appendAgain);
    expect(await publish(publication('1-1'))).toBeNull();
    expect(log.events()).toEqual(['publish_failed']);
  });
});

describe('a publication', () => {
  it.each<[string, unknown]>([
    ['of no BOM', { ...publication('1-1'), bom_id: undefined }],
    ['without an expiry', { ...publication('1-1'), expire_seconds: undefined }],
    ['that expires at once', { ...publication('1-1'), expire_seconds: 0 }],
    ['that expires in a fraction', { ...publication('1-1'), expire_seconds: 1.5 }],
    ['without events', { ...publication('1-1'), events: [] }],
    ['whose events are no list', { ...publication('1-1'), events: undefined }],
  ])('%s is none', (_name, value) => {
    expect(Publication.safeParse(publication('1-1')).success).toBe(true);
    expect(Publication.safeParse(value).success).toBe(false);
  });
});

describe('a breaker', () => {
  it('that closed lets everything through at once, whatever its last pause was', () => {
    const breaker = createBreaker();
    for (let i = 0; i < 8; i++) breaker.failed(0);
    expect(breaker.allows(1_000)).toBe(false);
    breaker.succeeded();
    expect([breaker.open, breaker.allows(0)]).toEqual([false, true]);
    breaker.failed(0);
    expect([breaker.open, breaker.allows(0)]).toEqual([false, true]);
    breaker.failed(0);
    expect([breaker.allows(1_999), breaker.allows(2_000)]).toEqual([false, true]);
  });
});
