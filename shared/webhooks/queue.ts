/** What is to be sent to webhooks: leased out of the database, and what became of it. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';

const Delivery = z.object({
  delivery_id: z.string(),
  /** 1 for the first. A report names it, so that who is late changes nothing. */
  attempt: z.int(),
  url: z.string(),
  secret: z.string(),
  body: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;

/** Either what the receiver answered, or why nobody did. */
export type Outcome =
  & Pick<Delivery, 'delivery_id' | 'attempt'>
  & (
    | { readonly status: number }
    | { readonly error: 'timeout' | 'unreachable' | 'address_refused' }
  );

export interface DeliveryQueue {
  /** Leases deliveries that are due, at most two of each webhook; nobody else gets them meanwhile. */
  claim(limit: number): Promise<readonly Delivery[]>;
  /** Anything but a 2xx is tried again later, six times in all. */
  report(outcomes: readonly Outcome[]): Promise<void>;
}

export function createDeliveryQueue(database: Database): DeliveryQueue {
  return {
    claim: (limit) => database.call('bomstream_webhook_claim', { p_limit: limit }, z.array(Delivery)),
    report: async (outcomes) => {
      await database.call('bomstream_webhook_report', { p_results: outcomes }, z.literal(true));
    },
  };
}
