import { describe, expect, it } from 'vitest';
import { WAIT_REASONS } from '../../../shared/domain/status.ts';
import { waitInWords } from '../../../shared/domain/wait.ts';

describe('a wait', () => {
  it('is told in other words for each reason, and until when where that is known', () => {
    const until = '2026-11-28T06:00:00.000Z';
    const said = WAIT_REASONS.map((reason) => waitInWords({ reason, until: null }));
    expect(new Set(said).size).toBe(WAIT_REASONS.length);
    // in the reader's time, whatever it is, and written alike for all
    expect(waitInWords({ reason: 'supplier_day', until })).toMatch(
      /^waiting for a supplier: .*; goes on at 2026-11-2[78] \d\d:[034][05]:00$/,
    );
  });
});
