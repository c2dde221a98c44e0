/** Sends what webhooks are to be told, beside the work on runs: a receiver that hangs keeps no run waiting. */
import { errorName, type Log } from '../log.ts';
import { type AddressRules, refusalOf } from './address.ts';
import type { Delivery, DeliveryQueue, Outcome } from './queue.ts';
import { sign, SIGNATURE_HEADER } from './signature.ts';

/** How long a receiver may take to answer. One that works longer answers first. */
export const SEND_TIMEOUT_MS = 5_000;
/** Sent side by side: each waits for its receiver and costs nearly nothing else. */
const AT_ONCE = 10;

export interface DeliverDependencies {
  readonly queue: DeliveryQueue;
  readonly addresses: AddressRules;
  readonly send: typeof fetch;
  readonly log: Log;
  /** Of the isolate. */
  readonly timeLeftMs: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Sends until nothing is due or time is up. Never throws: what is not reported is sent again after its lease. */
export type Deliver = () => Promise<void>;

export function createDeliver(dependencies: DeliverDependencies): Deliver {
  const { queue, log, timeLeftMs } = dependencies;
  return async () => {
    try {
      while (timeLeftMs() > SEND_TIMEOUT_MS) {
        const due = await queue.claim(AT_ONCE);
        if (due.length === 0) return;
        await queue.report(await Promise.all(due.map((delivery) => attempt(delivery, dependencies))));
      }
    } catch (error) {
      log('deliveries_failed', { error: errorName(error) });
    }
  };
}

async function attempt(
  { delivery_id, attempt, url, secret, body }: Delivery,
  { addresses, send, log, now }: DeliverDependencies,
): Promise<Outcome> {
  const which = { delivery_id, attempt };
  const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
  try {
    if (await refusalOf(url, addresses, signal)) return { ...which, error: 'address_refused' };
    const response = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'bomstream',
        [SIGNATURE_HEADER]: await sign(body, secret, Math.floor(now() / 1000)),
      },
      body,
      // It could lead where the address itself may not.
      redirect: 'manual',
      signal,
    });
    await response.body?.cancel();
    return { ...which, status: response.status };
  } catch (error) {
    if (signal.aborted) return { ...which, error: 'timeout' };
    log('delivery_failed', { delivery_id, error: errorName(error) });
    return { ...which, error: 'unreachable' };
  }
}
