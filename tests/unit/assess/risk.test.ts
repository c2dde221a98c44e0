import { describe, expect, it } from 'vitest';
import { AT_RISK_POINTS, type RiskFacts, riskOf } from '../../../shared/assess/risk.ts';
import { type LineFacts, verdictOf } from '../../../shared/assess/verdict.ts';

const NOTHING: RiskFacts = {
  lifecycle: null,
  rohs: null,
  sources: null,
  stock: null,
  to_buy: 100,
  lead_time_days: null,
};
const risk = (facts: Partial<RiskFacts>) => riskOf({ ...NOTHING, ...facts });

describe('risk', () => {
  it.each<[Partial<RiskFacts>, number | null, string]>([
    [{}, null, ''],
    [{ lifecycle: 'active' }, 0, ''],
    [{ lifecycle: 'preview' }, 20, 'not yet in production'],
    [{ lifecycle: 'not_for_new_designs' }, 30, 'not for new designs'],
    [{ lifecycle: 'end_of_life' }, 60, 'end of life'],
    [{ lifecycle: 'obsolete' }, 80, 'obsolete'],
    // A word that no list has says nothing.
    [{ lifecycle: 'toString' }, null, ''],
    [{ rohs: 'compliant_by_exemption' }, 0, ''],
    [{ rohs: 'non_compliant' }, 60, 'not RoHS compliant'],
    [{ sources: 2 }, 0, ''],
    [{ sources: 1 }, 20, 'one supplier has it'],
    [{ sources: 0 }, 30, 'no supplier has any'],
    [{ stock: 200 }, 0, ''],
    [{ stock: 199 }, 10, '199 in stock, enough for one build'],
    [{ stock: 99 }, 50, '99 in stock, 100 needed'],
    [{ lead_time_days: 84 }, 0, ''],
    [{ lead_time_days: 85 }, 10, 'factory lead time 13 weeks'],
    [{ lead_time_days: 183 }, 20, 'factory lead time 27 weeks'],
    [
      { lifecycle: 'obsolete', sources: 1, lead_time_days: 183 },
      100,
      'obsolete, one supplier has it, factory lead time 27 weeks',
    ],
  ])('of %j is %j', (facts, score, details) => {
    const { score: found, factors } = risk(facts);
    expect([found, factors.map(({ detail }) => detail).join(', ')]).toEqual([score, details]);
  });

  it('counts how much was known, which moves nothing', () => {
    expect(risk({}).coverage).toBe(0);
    expect(risk({ sources: 1 })).toMatchObject({ score: 20, coverage: 0.2 });
    expect(risk({ sources: 1, lifecycle: 'active', rohs: 'compliant', stock: 1000 })).toMatchObject({
      score: 20,
      coverage: 0.8,
    });
  });
});

describe('the word for a line', () => {
  interface Facts extends LineFacts {
    readonly short_by: number | null;
    readonly risk: number | null;
  }
  const word = ({ short_by = null, risk = null, ...facts }: Partial<Facts>) =>
    verdictOf(
      {
        status: 'enriched',
        result_status: 'enriched',
        review: 'none',
        quantity: 1,
        part: 'a',
        contradiction: null,
        ...facts,
      },
      short_by,
      risk,
    );

  it.each<[string, Partial<Facts>]>([
    ['fine', {}],
    ['fine', { risk: AT_RISK_POINTS - 1, short_by: 0, contradiction: 'upgrade' }],
    // Fine means that nothing speaks against it.
    ['ask', { contradiction: 'warning', short_by: 1 }],
    ['fine', { contradiction: 'warning', review: 'approved' }],
    ['not_fitted', { contradiction: 'warning', status: 'skipped' }],
    ['at_risk', { risk: AT_RISK_POINTS }],
    ['short', { short_by: 1, risk: 100 }],
    ['ask', { quantity: null, short_by: 1 }],
    ['ask', { part: null, result_status: 'not_found', status: 'not_found' }],
    ['at_risk', {
      part: null,
      result_status: 'not_found',
      status: 'not_found',
      review: 'approved',
      kept: true,
    }],
    ['at_risk', { part: null, result_status: 'not_found', status: 'not_found', quantity: null, kept: true }],
    ['ask', { part: null, result_status: 'not_found', status: 'not_found', review: 'rejected', kept: true }],
    ['ask', { part: null, result_status: 'failed', status: 'failed', review: 'approved', kept: true }],
    ['ask', { part: null, result_status: 'not_found', status: 'not_found', review: 'approved' }],
    ['fine', { review: 'approved', kept: true }],
    ['ask', { review: 'rejected' }],
    ['ask', { review: 'needed', short_by: 1 }],
    ['ask', { open_manufacturer: { asks: true, sentence: '' }, short_by: 1 }],
    ['fine', { open_manufacturer: { asks: true, sentence: '' }, review: 'approved' }],
    ['fine', { open_manufacturer: { asks: false, sentence: '' } }],
    ['pending', { part: null, status: 'pending', result_status: null }],
    // What an earlier run found holds until the next one has.
    ['fine', { status: 'pending' }],
    ['wrong', { contradiction: 'error', short_by: 1, review: 'needed' }],
    ['fine', { contradiction: 'error', review: 'approved' }],
    ['not_fitted', { contradiction: 'error', status: 'skipped' }],
  ])('is %s for %j', (expected, facts) => {
    expect(word(facts)).toBe(expected);
  });
});
