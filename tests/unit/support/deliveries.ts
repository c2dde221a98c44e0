/** Events ready to be sent, of any size. */
import { type Delivery, toDelivery } from '../../../shared/stream/delivery.ts';
import { type EventSketch, stored } from './events.ts';

export function delivery(id: string, sketch: EventSketch = {}): Delivery {
  return toDelivery(stored(id, sketch));
}

/** One whose frame has about as many bytes. */
export function largeDelivery(id: string, bytes: number, sketch: EventSketch = {}): Delivery {
  return delivery(id, { ...sketch, payload: { filler: 'x'.repeat(bytes) } });
}

/** `n` events of one run that follow `after`. */
export function deliveries(run: number, after: number, n: number, bytes = 0): Delivery[] {
  return Array.from({ length: n }, (_, i) => largeDelivery(`${run}-${after + 1 + i}`, bytes));
}
