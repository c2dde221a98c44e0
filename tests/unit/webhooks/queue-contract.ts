/** What every queue of deliveries does, be it in memory or in a database. */
import { expect, it } from 'vitest';
import type { DeliveryQueue } from '../../../shared/webhooks/queue.ts';

export interface QueueUnderTest {
  readonly queue: DeliveryQueue;
  /** Queues so many for a webhook of its own, which are due. */
  put(count: number): Promise<void>;
  /** Lets the time of the next attempt, or the end of a lease, come. */
  comeDue(): Promise<void>;
  /** Minutes until the only delivery is due; null where it is not waiting. */
  wait(): Promise<number | null>;
}

export function deliveryQueueContract(open: () => Promise<QueueUnderTest>): void {
  it('leases what is due, and to nobody else until the lease is over', async () => {
    const { queue, put, comeDue } = await open();
    await put(1);
    const [first] = await queue.claim(10);
    expect(first).toMatchObject({ attempt: 1 });
    expect(await queue.claim(10)).toEqual([]);
    await comeDue();
    expect(await queue.claim(10)).toMatchObject([{ delivery_id: first!.delivery_id, attempt: 2 }]);
    await queue.report([{ delivery_id: first!.delivery_id, attempt: 1, status: 200 }]);
    await comeDue();
    expect(await queue.claim(10)).toMatchObject([{ attempt: 3 }]);
  });

  it('leases two of one webhook, and no more than asked for', async () => {
    const { queue, put } = await open();
    await put(3);
    await put(1);
    expect(await queue.claim(1)).toHaveLength(1);
    expect((await queue.claim(10)).length).toBeLessThanOrEqual(3);
  });

  it('keeps nothing that has arrived', async () => {
    const { queue, put, comeDue, wait } = await open();
    await put(1);
    const [{ delivery_id, attempt } = { delivery_id: '', attempt: 0 }] = await queue.claim(1);
    await queue.report([{ delivery_id, attempt, status: 201 }]);
    await comeDue();
    expect([await wait(), await queue.claim(1)]).toEqual([null, []]);
  });

  it('has anything else tried six times, ever later', async () => {
    const { queue, put, comeDue, wait } = await open();
    await put(1);
    const waits: (number | null)[] = [];
    for (let i = 0; i < 6; i++) {
      const [{ delivery_id, attempt } = { delivery_id: '', attempt: 0 }] = await queue.claim(1);
      await queue.report([{ delivery_id, attempt, ...(i % 2 ? { status: 302 } : { error: 'unreachable' }) }]);
      waits.push(await wait());
      await comeDue();
    }
    expect(waits).toEqual([1, 5, 30, 150, 1200, null]);
    expect(await queue.claim(1)).toEqual([]);
  });
}
