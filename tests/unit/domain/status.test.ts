import { describe, expect, it } from 'vitest';
import { EventType, isTerminal } from '../../../shared/domain/event.ts';
import { isEnded, LineStatus, RunStatus, ShownLineStatus } from '../../../shared/domain/status.ts';

describe('a run', () => {
  it('has ended once it is completed, failed or cancelled', () => {
    expect(RunStatus.options.filter(isEnded)).toEqual(['completed', 'failed', 'cancelled']);
  });

  it('is ended by exactly one kind of event for each way to end', () => {
    expect(EventType.options.filter(isTerminal)).toEqual(
      RunStatus.options.filter(isEnded).map((status) => `enrichment.${status}`),
    );
  });

  it.each(['stream_end', 'completed', 'enrichment.done', ''])('is not ended by anything else: %j', (name) => {
    expect(isTerminal(name)).toBe(false);
  });
});

describe('a line', () => {
  it('is shown as enriching, and never stored as that', () => {
    expect(ShownLineStatus.options).toEqual([...LineStatus.options, 'enriching']);
    expect(LineStatus.safeParse('enriching').success).toBe(false);
  });
});
