/** When a publisher leaves Redis alone, and when it does not. */
import { describe, expect, it } from 'vitest';
import { ProgressUnavailable, type ProgressWriter } from '../../../shared/progress/port.ts';
import { createPublisher } from '../../../shared/progress/publisher.ts';
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope } from '../support/events.ts';
import { recordLog } from '../support/log.ts';

/** Publishes one event after another; `outcomes` says how the store answers each call that reaches it. */
async function publishEach(outcomes: readonly ('works' | 'fails')[]): Promise<boolean[]> {
  const store = createMemoryProgress();
  const rest = [...outcomes];
  const writer: ProgressWriter = {
    ...store,
    append: (...args) =>
      rest.shift() === 'fails'
        ? Promise.reject(new ProgressUnavailable('redis', 'timeout'))
        : store.append(...args),
  };
  const publish = createPublisher({ writer, database: fakeDatabase(), log: recordLog().log, now: () => 0 });
  const published: boolean[] = [];
  for (let seq = 1; seq <= outcomes.length; seq++) {
    const publication = { bom_id: BOM, expire_seconds: 60, events: [envelope(`1-${seq}`)] };
    published.push(await publish(publication) !== null);
  }
  return published;
}

describe('a publisher', () => {
  it('leaves Redis alone after two failures in a row', async () => {
    expect(await publishEach(['fails', 'fails', 'works'])).toEqual([false, false, false]);
  });

  it('does not after two with a success between them: that was no outage', async () => {
    expect(await publishEach(['fails', 'works', 'fails', 'works'])).toEqual([false, true, false, true]);
  });
});
