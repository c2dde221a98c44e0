import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, isEnded, isTerminal, RUN_STATUSES } from '../../../shared/domain/status.ts';

describe('a run', () => {
  it('has ended once it is completed, failed or cancelled', () => {
    expect(RUN_STATUSES.filter(isEnded)).toEqual(['completed', 'failed', 'cancelled']);
  });

  it('is ended by exactly one kind of event for each way to end', () => {
    expect(EVENT_TYPES.filter(isTerminal)).toEqual(
      RUN_STATUSES.filter(isEnded).map((status) => `enrichment.${status}`),
    );
  });

  it.each(['stream_end', 'completed', 'enrichment.done', ''])('is not ended by anything else: %j', (name) => {
    expect(isTerminal(name)).toBe(false);
  });
});
