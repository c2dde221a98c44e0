import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEventIds, type EventId, formatEventId } from '../../../shared/domain/event-id.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { type Lane, type Subscriber, Topic } from '../../../shared/stream/topic.ts';
import { BOM, idsOf, runOf, stored } from '../support/events.ts';

const events = (...ids: string[]) => ids.map((id) => stored(id));
const NOW = 1_000;

/** A topic whose first client was told that this is newest. */
function topicAt(newest: StoredEvent | null): Topic {
  const topic = new Topic(BOM);
  topic.startFrom(newest, NOW);
  return topic;
}

/** What passes of what Redis returned, in front of a gap or whole. */
function hot(topic: Topic, returned: readonly StoredEvent[]) {
  const passed = topic.acceptHot(returned, NOW);
  const gap = topic.hasGap;
  return { deliver: [...passed, ...topic.takeBeforeGap()], gap };
}

/** A client that takes deliveries itself until it says where they may go straight. */
function clientOf(topic: Topic) {
  const looked: string[] = [];
  const passed: string[] = [];
  let lane: Lane | null = null;
  const client: Subscriber = {
    deliver(deliveries) {
      looked.push(...deliveries.map(({ id }) => formatEventId(id)));
      return lane;
    },
    changed() {},
    storeChanged() {},
    rewound() {},
    gone() {},
  };
  topic.attach(client);
  return {
    client,
    looked,
    passed,
    open() {
      lane = {
        pass: (_bomId, deliveries) => void passed.push(...deliveries.map(({ id }) => formatEventId(id))),
      };
    },
  };
}

describe('a client of a topic', () => {
  it('looks at each delivery itself until it opens a lane, and then is passed what follows', () => {
    const topic = topicAt(stored('1-1'));
    const { looked, passed, open } = clientOf(topic);
    topic.deliver(events('1-2'), NOW);
    open();
    topic.deliver(events('1-3'), NOW);
    topic.deliver(events('1-4', '1-5'), NOW);
    expect(looked).toEqual(['1-2', '1-3']);
    expect(passed).toEqual(['1-4', '1-5']);
  });

  it('looks at the end of a run itself, and is passed the next run', () => {
    const topic = topicAt(stored('1-1'));
    const { looked, passed, open } = clientOf(topic);
    open();
    topic.deliver(events('1-2'), NOW);
    topic.deliver([stored('1-3', { type: 'enrichment.completed' })], NOW);
    topic.deliver(events('2-1'), NOW);
    expect(looked).toEqual(['1-2', '1-3']);
    expect(passed).toEqual(['2-1']);
  });

  it('looks for itself again once the topic has begun anew', () => {
    const topic = topicAt(stored('1-1'));
    const { looked, passed, open } = clientOf(topic);
    open();
    topic.deliver(events('1-2'), NOW);
    topic.restart();
    topic.deliver(events('1-1'), NOW);
    expect(looked).toEqual(['1-2', '1-1']);
    expect(passed).toEqual([]);
  });

  it('counts as one, with a lane or without, until it leaves', () => {
    const topic = topicAt(stored('1-1'));
    const { client, looked, passed, open } = clientOf(topic);
    open();
    topic.deliver(events('1-2'), NOW);
    expect(topic.subscribers).toEqual([client]);
    expect(topic.isPolled).toBe(true);
    expect(topic.detach(client)).toBe(true);
    expect(topic.detach(client)).toBe(false);
    expect(topic.isPolled).toBe(false);
    topic.deliver(events('1-3'), NOW);
    expect([...looked, ...passed]).toEqual(['1-2']);
  });
});

describe('events from Redis', () => {
  it('pass while each is the next one', () => {
    const topic = topicAt(stored('1-1'));
    const { deliver, gap } = hot(topic, events('1-2', '1-3'));
    expect(idsOf(deliver)).toEqual(['1-2', '1-3']);
    expect(gap).toBe(false);
    expect(topic.cursor).toEqual({ bomId: BOM, after: { run: 1, seq: 3 } });
  });

  it('pass up to the first hole and no further', () => {
    const topic = topicAt(stored('1-1'));
    const { deliver, gap } = hot(topic, events('1-2', '1-4', '1-5'));
    expect(idsOf(deliver)).toEqual(['1-2']);
    expect(gap).toBe(true);
    expect(topic.cursor.after).toEqual({ run: 1, seq: 2 });
  });

  it('are not passed twice', () => {
    const topic = topicAt(stored('1-3'));
    expect(hot(topic, events('1-1', '1-2', '1-3'))).toEqual({ deliver: [], gap: false });
    expect(idsOf(hot(topic, events('1-2', '1-3', '1-4')).deliver)).toEqual(['1-4']);
  });

  it('pass into the next run behind the end of one', () => {
    const topic = topicAt(stored('1-4'));
    const { deliver, gap } = hot(topic, [
      stored('1-5', { type: 'enrichment.cancelled' }),
      ...events('2-1', '2-2'),
    ]);
    expect(idsOf(deliver)).toEqual(['1-5', '2-1', '2-2']);
    expect(gap).toBe(false);
  });

  it.each<[string, StoredEvent | null, string]>([
    ['a run that has not ended', stored('1-5'), '2-1'],
    [
      'the end of a run, when its beginning is missing',
      stored('1-5', { type: 'enrichment.completed' }),
      '2-2',
    ],
    ['the end of a run, when a whole run is missing', stored('1-5', { type: 'enrichment.completed' }), '3-1'],
    [
      'the end of a run, when they claim to be of that run',
      stored('1-5', { type: 'enrichment.completed' }),
      '1-6',
    ],
    ['nothing, when the first is missing', null, '1-2'],
    ['nothing, when the first run is missing', null, '2-1'],
  ])('do not pass behind %s', (_name, newest, next) => {
    expect(hot(topicAt(newest), events(next))).toEqual({ deliver: [], gap: true });
  });

  it('pass to a BOM that never ran from the very first', () => {
    expect(idsOf(hot(topicAt(null), events('1-1', '1-2')).deliver)).toEqual(['1-1', '1-2']);
  });
});

describe('events from the table', () => {
  it('fill the hole and lead beyond it', () => {
    const topic = topicAt(stored('1-1'));
    hot(topic, events('1-4'));
    expect(idsOf(topic.acceptDurable(events('1-2', '1-3', '1-4'), NOW))).toEqual(['1-2', '1-3', '1-4']);
    expect(idsOf(hot(topic, events('1-4', '1-5')).deliver)).toEqual(['1-5']);
  });

  it('that Redis was faster with do not pass again', () => {
    const topic = topicAt(stored('1-1'));
    hot(topic, events('1-2', '1-3'));
    expect(idsOf(topic.acceptDurable(events('1-2', '1-3', '1-4'), NOW))).toEqual(['1-4']);
  });
});

describe('a topic', () => {
  it.each<[StoredEvent | null, boolean]>([
    [null, false],
    [stored('1-1'), true],
    [stored('1-2'), true],
    [stored('1-3', { type: 'enrichment.paused' }), false],
    [stored('1-4', { type: 'enrichment.resumed' }), true],
    [stored('1-5', { type: 'enrichment.completed' }), false],
    [stored('1-5', { type: 'enrichment.failed' }), false],
    [stored('1-5', { type: 'enrichment.cancelled' }), false],
  ])('is active while a run is at work: %#', (newest, active) => {
    expect(topicAt(newest).isActive).toBe(active);
    if (!newest) return;
    const topic = topicAt(null);
    topic.acceptDurable([newest], NOW);
    expect(topic.isActive).toBe(active);
  });
});

describe('whatever mix of Redis and table is read', () => {
  const history = [
    ...runOf({ run: 1, length: 6, end: 'completed' }),
    ...runOf({ run: 2, length: 3, end: 'cancelled' }),
    ...runOf({ run: 3, length: 9, end: 'failed' }),
    ...runOf({ run: 4, length: 5 }),
  ];
  /** Something is committed, or a store is read: Redis with some of the events missing, both from anywhere on. */
  const action = fc.oneof(
    fc.record({ kind: fc.constant('commit' as const), events: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      kind: fc.constant('hot' as const),
      lost: fc.array(fc.boolean(), { maxLength: 30 }),
      again: fc.nat(4),
    }),
    fc.record({
      kind: fc.constant('durable' as const),
      limit: fc.integer({ min: 1, max: 8 }),
      again: fc.nat(4),
    }),
  );

  it('each event is delivered at most once, in order, without holes', () => {
    const beginning = fc.integer({ min: 0, max: history.length - 1 });
    fc.assert(
      fc.property(beginning, fc.array(action, { maxLength: 40 }), (known, actions) => {
        const topic = topicAt(history[known - 1] ?? null);
        let committed = known;
        const delivered: StoredEvent[] = [];
        const from = (again: number) => Math.max(0, indexAfter(topic.cursor.after) - again);
        for (const step of actions) {
          if (step.kind === 'commit') {
            committed = Math.min(committed + step.events, history.length);
          } else if (step.kind === 'durable') {
            delivered.push(
              ...topic.acceptDurable(
                history.slice(from(step.again), committed).slice(0, step.limit + step.again),
                NOW,
              ),
            );
          } else {
            const held = history.slice(from(step.again), committed).filter((_, i) => !step.lost[i]);
            const { deliver, gap } = hot(topic, held);
            delivered.push(...deliver);
            const left = held.filter(({ id }) => compareEventIds(id, topic.cursor.after) > 0);
            expect(gap).toBe(left.length > 0);
          }
          expect(idsOf(delivered)).toEqual(idsOf(history.slice(known, known + delivered.length)));
          expect(known + delivered.length).toBeLessThanOrEqual(committed);
        }
        delivered.push(...topic.acceptDurable(history.slice(indexAfter(topic.cursor.after)), NOW));
        expect(idsOf(delivered)).toEqual(idsOf(history.slice(known)));
      }),
      { numRuns: 300 },
    );
  });

  function indexAfter(cursor: EventId | null): number {
    return history.findLastIndex(({ id }) => compareEventIds(id, cursor) <= 0) + 1;
  }
});
