import { describe } from 'vitest';
import { createMemoryQueue } from '../../../shared/webhooks/memory-queue.ts';
import { deliveryQueueContract } from './queue-contract.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the queue of deliveries in memory', () => {
  deliveryQueueContract(() => {
    let now = 0;
    let last = 0;
    const queue = createMemoryQueue(() => now);
    return Promise.resolve({
      queue,
      put(count) {
        const webhook_id = crypto.randomUUID();
        for (let i = 0; i < count; i++) {
          queue.put({
            delivery_id: `${++last}`,
            webhook_id,
            url: 'https://a.example/',
            secret: 's',
            body: '{}',
          });
        }
        return Promise.resolve();
      },
      comeDue() {
        now += DAY_MS;
        return Promise.resolve();
      },
      wait() {
        const { due_at } = queue.kept(`${last}`);
        return Promise.resolve(due_at && Math.round((due_at - now) / 60_000));
      },
    });
  });
});
