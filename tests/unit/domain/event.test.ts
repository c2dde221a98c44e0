import { describe, expect, it } from 'vitest';
import { EventEnvelope } from '../../../shared/domain/event.ts';
import { EVENT_TYPES } from '../../../shared/domain/status.ts';
import { BOM, envelope } from '../support/events.ts';

const item = {
  line_id: BOM,
  line_number: 1,
  mpn: 'ERJ-3EKF1002V',
  status: 'enriched' as const,
  quality_score: 88,
  source: 'decoder:panasonic-erj',
};
const batch = { batch_number: 1, batch_size: 100, completed: 1, items: [item] };

const accepts = (event: unknown) => EventEnvelope.safeParse(event).success;

describe('the event envelope', () => {
  it.each(EVENT_TYPES)('is complete for %s', (type) => {
    const event = envelope('1-2', { type });
    expect(EventEnvelope.parse(event)).toEqual(event);
  });

  it('carries a batch with its items', () => {
    const event = envelope('1-2', { payload: { batch } });
    expect(EventEnvelope.parse(event).payload.batch).toEqual(batch);
  });

  it('carries a batch whose items were too many for one event', () => {
    const { items: _, ...rest } = batch;
    expect(accepts(envelope('1-2', { payload: { batch: { ...rest, items_omitted: true } } }))).toBe(true);
  });

  it('keeps what a later version adds to the payload', () => {
    const event = envelope('1-2', { payload: { reason: 'late', note: 'new' } });
    expect(EventEnvelope.parse(event).payload).toEqual({ reason: 'late', note: 'new' });
  });

  it('carries a part number and a score only where there is one', () => {
    const bare = { ...item, mpn: null, status: 'skipped' as const, quality_score: null, source: null };
    expect(accepts(envelope('1-2', { payload: { batch: { ...batch, items: [bare] } } }))).toBe(true);
  });

  it.each([undefined, null, { reason: 'nobody_to_work', until: null }, {
    reason: 'supplier_day',
    until: 'then',
  }])(
    'names what the run waits for, which events before 0.2.0 do not: %j',
    (waiting_for) => {
      const event = envelope('1-2');
      const given = { ...event, state: { ...event.state, waiting_for } };
      expect(EventEnvelope.parse(given).state.waiting_for).toEqual(waiting_for);
    },
  );

  it.each<[string, object]>([
    ['of another version', { schema_version: 2 }],
    ['of an unknown type', { event_type: 'enrichment.exploded' }],
    ['of a run that cannot be', { run: 0 }],
    ['without a number in its run', { seq: undefined }],
    ['of a BOM that is not named by a UUID', { bom_id: 'bom-1' }],
    ['whose source is nobody', { source: 'cron' }],
    ['without a state', { state: null }],
    ['without a payload', { payload: undefined }],
  ])('is refused %s', (_name, change) => {
    expect(accepts({ ...envelope('1-2'), ...change })).toBe(false);
  });

  it.each<[string, object]>([
    ['a negative count', { pending_items: -1 }],
    ['half a line', { enriched_items: 0.5 }],
    ['more than all of it done', { percent_complete: 100.1 }],
    ['a status that no run has', { status: 'running' }],
    ['a negative rate', { items_per_second: -1 }],
    ['a wait for nothing', { waiting_for: { reason: 'tea', until: null } }],
  ])('is refused with %s', (_name, change) => {
    const event = envelope('1-2');
    expect(accepts({ ...event, state: { ...event.state, ...change } })).toBe(false);
  });

  it('is refused with an item of a line that has no number', () => {
    const items = [{ ...item, line_number: 0 }];
    expect(accepts(envelope('1-2', { payload: { batch: { ...batch, items } } }))).toBe(false);
  });
});
