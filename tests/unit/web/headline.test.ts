import { expect, it } from 'vitest';
import { headline, mayBeReady, readyOf } from '../../../web/src/boms/headline.ts';
import type { ListedBom } from '../../../web/src/boms/listed-bom.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

const withRun = (status: 'paused' | 'enriching' | 'completed'): ListedBom => ({
  bom_id: BOM,
  name: 'Board',
  line_count: 2,
  created_at: '2026-01-05T11:00:00.000Z',
  organization_id: ORGANIZATION,
  project_id: null,
  release: null,
  boards: null,
  answer: null,
  latest_run: { event_id: '1-3', state: { ...envelope('1-3').state, status } },
});

const ALL = { isFiltered: false, hasMore: false, ready: null };

it('tells runs that are paused from those at work', () => {
  expect(headline([withRun('paused')], ALL)).toBe('1 BOM. 1 is paused.');
  expect(headline([withRun('paused'), withRun('enriching')], ALL)).toBe(
    '2 BOMs. 1 is running. 1 is paused.',
  );
});

it('says of one page of many that there are more', () => {
  expect(headline([withRun('paused'), withRun('paused')], { ...ALL, hasMore: true })).toBe(
    'The newest 2 BOMs. 2 are paused.',
  );
});

it('counts those that are ready, whichever have been in sight', () => {
  const verdicts = { wrong: 0, ask: 1, pending: 0, short: 0, at_risk: 0, fine: 1, not_fitted: 0 };
  const answer = { boards: 25, verdicts, event_id: '1-3', at: '2026-01-05T11:00:00.000Z' };
  const open: ListedBom = { ...withRun('completed'), bom_id: 'open', answer };
  const other: ListedBom = { ...withRun('completed'), bom_id: 'other' };
  // what was kept holds for the boards and the run of then
  expect(
    [open, { ...open, boards: 100 }, { ...open, answer: { ...answer, event_id: '1-2' } }, other].map(
      mayBeReady,
    ),
  )
    .toEqual([false, true, true, true]);
  expect(readyOf([open, other], new Map())).toBeNull();
  expect(readyOf([open, other], new Map([['other', { ready: true }]]))).toBe(1);
  expect(readyOf([open, other], new Map([['other', { ready: true }], ['open', { ready: true }]]))).toBe(2);
  expect(readyOf([withRun('paused')], new Map())).toBeNull();
  expect(headline([open, other], { ...ALL, ready: 1 })).toBe('1 BOM is ready to order. 1 waits for you.');
});
