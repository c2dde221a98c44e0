/**
 * Runners, the tick and a user's request publish events of one run at the same time, each what its own transaction
 * handed out. In whatever order their calls reach Redis, and whichever of them fail, no id may go missing there:
 * Redis refuses ids below its newest, so a hole could never be filled again.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import {
  eventsIn,
  type ProgressReader,
  ProgressUnavailable,
  type ProgressWriter,
} from '../../../shared/progress/port.ts';
import {
  createPublisher,
  type Publication,
  type Publish,
  type Published,
} from '../../../shared/progress/publisher.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, idsOf } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { startRedis } from '../support/redis.ts';

type Store = ProgressReader & ProgressWriter;

/** What Postgres does about one run: numbers events, hands out the unpublished ones, notes what was published. */
function createLedger(maxHandedOut: number) {
  let last = 0;
  let noted = 0;
  const handOut = (): Publication | null => {
    const count = Math.min(last - noted, maxHandedOut);
    const events = Array.from({ length: count }, (_, i) => envelope(`1-${noted + 1 + i}`));
    return count > 0 ? { bom_id: BOM, expire_seconds: 3600, events } : null;
  };
  return {
    commit(events: number) {
      last += events;
      return handOut();
    },
    handOut,
    note(published: Published | null) {
      if (published) noted = Math.max(noted, Number(published.event_id.split('-')[1]));
    },
    head: () => `1-${last}`,
    ids: () => Array.from({ length: last }, (_, i) => `1-${i + 1}`),
  };
}

type Outcome = 'done' | 'refused' | 'answer lost';

interface Scenario {
  /** How many events each batch of each worker commits. */
  readonly workers: readonly (readonly number[])[];
  readonly outcomes: Iterator<Outcome>;
  readonly maxHandedOut: number;
  readonly scheduler: fc.Scheduler;
}

const scenario: fc.Arbitrary<Scenario> = fc.record({
  workers: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), {
    minLength: 2,
    maxLength: 4,
  }),
  outcomes: fc.infiniteStream(fc.constantFrom<Outcome>('done', 'done', 'done', 'refused', 'answer lost')),
  maxHandedOut: fc.integer({ min: 1, max: 5 }),
  scheduler: fc.scheduler(),
});

/** Plays a scenario, then what the tick does about leftovers. Throws as soon as an id is missing. */
async function play(
  { workers, outcomes, maxHandedOut, scheduler }: Scenario,
  store: Store,
  alter: (publish: Publish) => Publish = (publish) => publish,
): Promise<void> {
  const ledger = createLedger(maxHandedOut);
  const turn = () => scheduler.schedule(Promise.resolve());
  const held = async () => idsOf(eventsIn((await store.read([{ bomId: BOM, after: null }])).get(BOM)));

  const unreliable: ProgressWriter = {
    drop: (bomId) => store.drop(bomId),
    async append(bomId, events, seconds) {
      const outcome = outcomes.next().value;
      await turn();
      if (outcome === 'refused') throw new ProgressUnavailable('redis', 'over_quota');
      const top = await store.append(bomId, events, seconds);
      const ids = await held();
      expect(ids).toEqual(ledger.ids().slice(0, ids.length));
      await turn();
      if (outcome === 'answer lost') throw new ProgressUnavailable('redis', 'timeout');
      return top;
    },
  };
  // Each attempt so long after the one before that the breaker lets it through: the order is what matters here.
  let now = 0;
  const later = () => now += 600_000;
  const publisherOn = (writer: ProgressWriter) =>
    alter(createPublisher({
      writer,
      database: fakeDatabase({ bomstream_head: ledger.head }),
      log: recordLog().log,
      now: later,
    }));

  const publish = publisherOn(unreliable);
  await scheduler.waitFor(Promise.all(workers.map(async (batches) => {
    for (const events of batches) {
      const published = await publish(ledger.commit(events));
      await turn();
      ledger.note(published);
    }
  })));
  const publishLeftovers = publisherOn(store);
  for (let left = ledger.handOut(); left; left = ledger.handOut()) ledger.note(await publishLeftovers(left));
  expect(await held()).toEqual(ledger.ids());
}

describe('concurrent publishers of one run', () => {
  it('leave no id missing', async () => {
    await fc.assert(fc.asyncProperty(scenario, (given) => play(given, createMemoryProgress())), {
      numRuns: 150,
    });
  });

  describe('over HTTP', () => {
    let redis: Awaited<ReturnType<typeof startRedis>>;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.close());

    it('leave no id missing', async () => {
      let runs = 0;
      const property = fc.asyncProperty(
        scenario,
        (given) => play(given, redis.progress({ prefix: `run-${++runs}:` })),
      );
      await fc.assert(property, { numRuns: 12 });
    });
  });

  // Without these, the tests above could pass because nothing ever goes wrong in them.
  it.each<[string, (events: unknown[]) => unknown[]]>([
    ['skips the oldest event of a batch', (events) => events.length > 1 ? events.slice(1) : events],
    ['sends only the newest event', (events) => events.slice(-1)],
    ['sends events in no particular order', (events) => [...events].reverse()],
  ])('would leave ids missing if one of them %s', async (_name, pick) => {
    const careless = (publish: Publish): Publish => (publication) =>
      publish(publication && { ...publication, events: pick(publication.events) });
    const property = fc.asyncProperty(scenario, (given) => play(given, createMemoryProgress(), careless));
    expect((await fc.check(property, { numRuns: 100, endOnFailure: true })).failed).toBe(true);
  });
});
