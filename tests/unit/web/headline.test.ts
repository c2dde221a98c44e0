import { expect, it } from 'vitest';
import {
  headline,
  madeUpOf,
  mayBeReady,
  openOf,
  readyOf,
  waitingOf,
} from '../../../web/src/boms/headline.ts';
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
  nothing_to_look_up: false,
  revision_of: null,
  latest_run: { event_id: '1-3', state: { ...envelope('1-3').state, status } },
});

const ALL = { isFiltered: false, hasMore: false, ready: null, open: 0, waiting: 0 };

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
  expect(headline([open, other], { ...ALL, ready: 1, waiting: 1 })).toBe(
    '1 BOM is ready to order. 1 waits for you.',
  );
});

it('tells BOMs that wait for somebody from those of which some lines are not looked up yet', () => {
  const verdicts = { wrong: 0, ask: 0, pending: 3, short: 0, at_risk: 0, fine: 1, not_fitted: 0 };
  const answer = { boards: 25, verdicts, event_id: '1-3', at: '2026-01-05T11:00:00.000Z' };
  const open: ListedBom = { ...withRun('completed'), bom_id: 'open', answer };
  const both: ListedBom = {
    ...withRun('completed'),
    bom_id: 'both',
    answer: { ...answer, verdicts: { ...verdicts, wrong: 1 } },
  };
  expect(openOf([open, both], new Map())).toBe(1);
  // what was asked just now says more than what was kept
  const looked = { ready: false, verdicts: { ...verdicts, pending: 0, ask: 1 } };
  expect(openOf([open, both], new Map([['open', looked]]))).toBe(0);
  // an answer that was kept of another run says nothing of this one
  expect(openOf([{ ...open, answer: { ...answer, event_id: '1-2' } }, withRun('paused')], new Map())).toBe(0);
  expect(headline([open, both], { ...ALL, ready: 0, open: 1, waiting: 1 })).toBe(
    'No BOM is ready to order. 1 waits for you. 1 has lines that are not looked up yet.',
  );
  expect(headline([open], { ...ALL, ready: 0, open: 1 })).toBe(
    'No BOM is ready to order. 1 has lines that are not looked up yet.',
  );
});

it('counts as waiting for somebody only those with something that somebody can decide', () => {
  const verdicts = { wrong: 0, ask: 0, pending: 0, short: 0, at_risk: 2, fine: 1, not_fitted: 0 };
  const listed = (bom_id: string, of: Partial<typeof verdicts>): ListedBom => ({
    ...withRun('completed'),
    bom_id,
    answer: { boards: 25, verdicts: { ...verdicts, ...of }, event_id: '1-3', at: '2026-01-05T11:00:00.000Z' },
  });
  const release = {
    name: null,
    boards: null,
    released_at: '2026-01-05T11:00:00.000Z',
    released_by: null,
    key_id: null,
  };
  const boms = [
    listed('wrong', { wrong: 1 }),
    listed('asks', { ask: 1 }),
    listed('short', { short: 1 }),
    listed('without a price', {}),
    { ...listed('released', { ask: 5 }), release },
    listed('answered since', { ask: 1 }),
  ];
  expect(waitingOf(boms, new Map([['answered since', { ready: false, verdicts }]]))).toBe(3);
});

it('says whether a sandbox made up all prices that are known, or some', () => {
  const madeUp = { sandbox: true, costs: [{ totals: [1] }] };
  const real = { sandbox: false, costs: [{ totals: [1] }] };
  const unknown = { sandbox: false, costs: [{ totals: [] }] };
  expect([[], [real, unknown], [madeUp, unknown], [madeUp, real]].map(madeUpOf)).toEqual([
    false,
    false,
    true,
    'some',
  ]);
});

it('tells BOMs in which no line can be looked up from those that wait for it', () => {
  const fresh = { ...withRun('completed'), latest_run: null };
  expect(headline([fresh, { ...fresh, nothing_to_look_up: true }], ALL)).toBe(
    '2 BOMs. 1 waits to be looked up. 1 has no line that can be looked up.',
  );
});
