import { expect, it } from 'vitest';
import { verdictSentence } from '../../../web/src/bom/verdict-sentence.ts';

const NONE = { wrong: 0, ask: 0, pending: 0, short: 0, at_risk: 0, fine: 0, not_fitted: 0 };
const cost = (lines_priced: number, lines_to_buy: number) => ({
  boards: 25,
  totals: [],
  lines_priced,
  lines_to_buy,
  lines_short: 0,
  spares: 0,
});
const said = (ready: boolean, verdicts: Partial<typeof NONE>, costs = [cost(3, 3)]) =>
  verdictSentence({ ready, boards: 25, verdicts: { ...NONE, ...verdicts }, costs });

it('says whether a BOM is ready, and of what nothing is known yet', () => {
  expect(said(true, { fine: 2 })).toBe('Ready to order for 25 boards.');
  expect(said(false, { wrong: 1, fine: 2 })).toBe('Not ready to order for 25 boards.');
  expect(said(false, { wrong: 1, pending: 40 })).toBe(
    'Not ready to order for 25 boards, 40 lines not looked up yet.',
  );
  expect(said(false, { fine: 1, pending: 1 })).toBe(
    'Not ready to order for 25 boards, 1 line not looked up yet.',
  );
  expect(said(false, { pending: 40 })).toBe('Not looked up yet.');
});

it('says which lines are still judged by what an earlier run found', () => {
  const summary = { ready: true, boards: 25, verdicts: { ...NONE, fine: 60 }, costs: [cost(60, 60)] };
  expect(verdictSentence(summary, 57)).toBe(
    'Ready to order for 25 boards, 57 lines as an earlier run found them.',
  );
  expect(verdictSentence(summary, 1)).toBe(
    'Ready to order for 25 boards, 1 line as an earlier run found it.',
  );
  expect(verdictSentence({ ...summary, ready: false, verdicts: { ...NONE, fine: 20, pending: 2 } }, 5)).toBe(
    'Not ready to order for 25 boards, 2 lines not looked up yet, 3 lines as an earlier run found them.',
  );
});

it('says why a BOM is not ready where nothing below it says so', () => {
  expect(said(false, { fine: 3, not_fitted: 7 }, [cost(2, 3)])).toBe(
    'Not ready to order for 25 boards, 1 line without a price.',
  );
  expect(said(false, { not_fitted: 7 }, [cost(0, 0)])).toBe(
    'Not ready to order for 25 boards, nothing to buy.',
  );
  // what is wrong or open is counted there
  expect(said(false, { wrong: 1, fine: 3 }, [cost(2, 4)])).toBe('Not ready to order for 25 boards.');
});
