/** What an organization has and has agreed on, in the cost of a BOM. */
import { describe, expect, it } from 'vitest';
import { JudgingAnswer, readJudging } from '../../../shared/assess/judging.ts';
import { prepare, summarize, type SummaryRules } from '../../../shared/assess/summary.ts';

const PART = 'a6f0f2a4-0000-4000-8000-000000000001';
const LINE = [PART, 1, 'P', 10, PART, 'enriched', 'enriched', 'none'];
const [LISTED, AGREED] = [1_790_000_000, 1_780_000_000];

/** As bomstream.offer_brief writes it. */
const offer = (
  supplier: string,
  price: number,
  stock: number | null = 1_000,
  { own = false, at = LISTED, from = 1, number = `${supplier}-1` } = {},
) => [own, supplier, '', number, stock, null, null, null, null, false, null, null, at, {
  USD: [from, price],
}];
const agreed = (supplier: string, price: number, from = 1) =>
  offer(supplier, price, null, { own: true, at: AGREED, from, number: 'P' });

function summary(
  offers: unknown[],
  { stock = 0, prices = [] as unknown[], boards = 10, rules = {} as Partial<SummaryRules> } = {},
) {
  const read = readJudging(JudgingAnswer.parse({
    version: '1',
    bom: {
      bom_id: PART,
      name: 'B',
      event_id: null,
      status: null,
      blocked: [],
      preferred: [],
      suppliers_not_asked: [],
    },
    lines: [LINE],
    parts: [[PART, ['chip_resistor', '0603 (1608 metric)', null, null, null], offers, stock, prices]],
  }));
  const prepared = prepare(read.lines, read.parts, { attrition: 'assembler', supplier_fee: 0, ...rules });
  const { own, costs, verdicts, prices_from } = summarize(prepared, boards);
  return { own, total: costs[0]!.totals[0]?.total ?? null, cost: costs[0]!, verdicts, prices_from };
}

describe('own stock', () => {
  it('is taken off what is needed with the spares, and is not bought', () => {
    // 10 × 10 and 10 spares, 30 of them on hand: 80 at 0.5.
    expect(summary([offer('mouser', 0.5)], { stock: 30 })).toMatchObject({
      total: 40,
      own: { stock_pieces: 30, stock_parts: 1 },
    });
  });

  it('covers what nobody sells, without a price and without being short', () => {
    expect(summary([offer('mouser', 1, 0)], { stock: 110 })).toMatchObject({
      cost: { lines_priced: 1, lines_short: 0 },
      own: { stock_pieces: 110 },
    });
    expect(summary([offer('mouser', 1, 0)], { stock: 109 }).cost.lines_short).toBe(1);
  });
});

describe('an agreed price', () => {
  it('is taken for what the supplier has, and says as of when it is', () => {
    const answer = summary([offer('mouser', 0.5), offer('digikey', 0.4)], {
      prices: [agreed('Mouser', 0.1)],
    });
    expect(answer).toMatchObject({
      total: 11,
      own: { priced_parts: 1, prices_from: { oldest: new Date(AGREED * 1000).toISOString() } },
      // what suppliers say is as old as it was
      prices_from: { oldest: new Date(LISTED * 1000).toISOString() },
    });
  });

  it('competes: a lower list price wins, and one for more than is needed is not forced', () => {
    expect(summary([offer('digikey', 0.05)], { prices: [agreed('Mouser', 0.1)] })).toMatchObject({
      total: 5.5,
      own: { priced_parts: 0, prices_from: null },
    });
    expect(summary([offer('digikey', 0.5)], { prices: [agreed('Mouser', 0.4, 1_000)] }).total).toBe(55);
  });

  it('is bought at though nobody says how many there are, and for no more than its supplier has', () => {
    const nobody = summary([offer('digikey', 0.5)], { prices: [agreed('own', 0.1)] });
    expect([nobody.total, nobody.own.priced_parts]).toEqual([11, 1]);
    const few = summary([offer('digikey', 0.5), offer('mouser', 0.6, 3)], {
      prices: [agreed('Mouser', 0.1)],
    });
    // 3 at 0.1, and 107 at 0.5
    expect(few.total).toBe(53.8);
  });

  it('does not make stock of nothing', () => {
    expect(summary([offer('mouser', 0.5, 5)], { prices: [agreed('Mouser', 0.1)] }).cost.lines_short).toBe(1);
    // Nobody says how many are behind the agreement: not known to be short.
    expect(summary([offer('mouser', 0.5, 5)], { prices: [agreed('own', 0.1)] }).verdicts.short).toBe(0);
  });
});

describe('a supplier by setting', () => {
  it('is left out of price and stock where it is blocked, agreed prices included', () => {
    const blocked = { blocked: new Set(['mouser']) };
    expect(
      summary([offer('mouser', 0.1), offer('digikey', 0.5, 5)], {
        rules: blocked,
        prices: [agreed('Mouser', 0.01)],
      }),
    ).toMatchObject({
      total: 55,
      cost: { lines_short: 1 },
      own: { blocked: ['mouser'], preferred: [], priced_parts: 0 },
    });
  });

  it('comes first where it is preferred and has enough', () => {
    const rules = { preferred: new Set(['digikey']) };
    expect(summary([offer('mouser', 0.5), offer('digikey', 0.5)], { rules }).own.preferred).toEqual([
      'digikey',
    ]);
    expect(summary([offer('mouser', 0.4), offer('digikey', 0.5)], { rules }).total).toBe(55);
    expect(summary([offer('mouser', 0.4), offer('digikey', 0.5, 5)], { rules }).total).toBe(44);
  });
});

it('is the same whichever number of boards was asked for before', () => {
  const read = readJudging(JudgingAnswer.parse({
    version: '1',
    bom: {
      bom_id: PART,
      name: 'B',
      event_id: null,
      status: null,
      blocked: [],
      preferred: [],
      suppliers_not_asked: [],
    },
    lines: [LINE],
    parts: [[PART, ['chip_resistor', '0603 (1608 metric)', null, null, null], [offer('mouser', 0.5)]]],
  }));
  const fresh = () => prepare(read.lines, read.parts, { attrition: 'assembler', supplier_fee: 0 });
  const used = fresh();
  for (const boards of [7, 25, 1, 1_000, 7]) {
    expect(summarize(used, boards)).toEqual(summarize(fresh(), boards));
  }
});
