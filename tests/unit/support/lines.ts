/** Lines as a list has them, and events that tell of them. */
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import type { Line } from '../../../web/src/lines/line.ts';
import { envelope, type EventSketch } from './events.ts';

export function line(n: number, status: Line['status'] = 'pending'): Line {
  return {
    line_id: lineId(n),
    line_number: n,
    mpn: `PART-${n}`,
    review: 'none',
    do_not_place: false,
    status,
  };
}

const lineId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A batch in which the lines with these numbers were enriched. */
export function batch(id: string, ...lines: number[]): EventEnvelope {
  const items = lines.map((n) => ({
    line_id: lineId(n),
    line_number: n,
    mpn: `PART-${n}`,
    status: 'enriched' as const,
    quality_score: 90,
    source: 'test',
  }));
  const payload: EventSketch['payload'] = {
    batch: { batch_number: 1, batch_size: 100, completed: lines.length, items },
  };
  return envelope(id, { payload });
}
