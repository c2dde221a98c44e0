/**
 * A BOM of a hundred lines, of which every price, total, shortage and flag was worked out by hand, beside each part below.
 * Spares are the larger of a share and of pieces, see cost/attrition.ts.
 */
import { describe, expect, it } from 'vitest';
import type { MarketOffer } from '../../../shared/assess/cost/market.ts';
import {
  prepare,
  summarize,
  type SummaryLine,
  type SummaryPart,
  type SummaryRules,
} from '../../../shared/assess/summary.ts';

type Prices = readonly (readonly [quantity: number, price: number])[];

function offer(
  supplier: string,
  stock: number,
  prices: Prices,
  more: Partial<MarketOffer> = {},
): MarketOffer {
  return {
    supplier,
    supplier_part_number: `${supplier}-1`,
    stock,
    min_quantity: 1,
    multiple: 1,
    lead_time_days: null,
    prices: { USD: prices.flat() },
    observed_at: 1_793_491_200,
    ...more,
  };
}

interface Row {
  readonly part: string;
  readonly lines: number;
  readonly quantity: number;
  readonly facts: Partial<SummaryPart>;
  readonly offers: readonly MarketOffer[];
  readonly more?: Partial<SummaryLine>;
}

const R0603 = { category: 'chip_resistor', package: '0603 (1608 metric)' };
const reel = (multiple: number): Partial<MarketOffer> => ({
  min_quantity: multiple,
  multiple,
  packaging: 'reel',
  supplier_part_number: 'reel',
});

const ROWS: readonly Row[] = [
  // 40 a board. 25: 1000 + 30, × 0.004 = 4.12. 1: 40 + 10, × 0.02 = 1.00 (a hundred cost as much).
  // 100: 4000 + 120, 16.48. 1000: 40,000 + 1200, 164.80.
  {
    part: 'R10K',
    lines: 20,
    quantity: 2,
    facts: R0603,
    offers: [
      offer('mouser', 50_000, [[1, 0.1], [10, 0.02], [100, 0.01], [1000, 0.004]]),
      offer('digikey', 90_000, [[1000, 0.005]]),
    ],
  },
  // 25: 200 + 10 at 0.01 are 2.10; 250 at 0.008 are 2.00: 40 more for 0.10 less. 1: 8 + 10, × 0.02 = 0.36.
  // 100: 800 + 24, × 0.008 = 6.592. 1000: 8000 + 240, 65.92.
  {
    part: 'R4K7',
    lines: 8,
    quantity: 1,
    facts: R0603,
    offers: [offer('mouser', 100_000, [[1, 0.1], [10, 0.02], [100, 0.01], [250, 0.008]])],
  },
  // 0402. 25: 625 + 32, × 0.006 = 3.942, a reel 20. 1: 25 + 20, × 0.05 = 2.25, a hundred 1.00.
  // 100: 2500 + 125, 15.75. 1000: 25,000 + 1250: three reels, 60; two and 6250 cut would be 77.50.
  {
    part: 'C100N',
    lines: 25,
    quantity: 1,
    facts: { category: 'ceramic_capacitor', package: '0402 (1005 metric)' },
    offers: [
      offer('mouser', 100_000, [[1, 0.05], [100, 0.01], [500, 0.006]], { packaging: 'cut_tape' }),
      offer('mouser', 100_000, [[10_000, 0.002]], reel(10_000)),
    ],
  },
  // 25: 125 + 10: Mouser has too few, DigiKey × 0.12 = 16.20; 100 of Mouser and 35 would be 18.75. 1: 5 + 10, × 0.2 = 3.00.
  // 100: 500 + 15: 100 × 0.1 of Mouser and 415 × 0.12 of DigiKey, 59.80. 1000: 5150 × 0.1 = 515, of which there are 600.
  {
    part: 'C10U',
    lines: 5,
    quantity: 1,
    facts: { category: 'ceramic_capacitor', package: '0805 (2012 metric)' },
    offers: [offer('mouser', 100, [[1, 0.2], [100, 0.1]]), offer('digikey', 500, [[1, 0.25], [100, 0.12]])],
  },
  // 25: 75 + 5, of which there are 60 + 10: 10 short; × 0.1 = 8.00. 1: 3 + 5, × 0.15 = 1.20, ten 1.00. 100: 306, 30.60.
  // 1000: 3000 + 60, 306.
  {
    part: 'LED',
    lines: 3,
    quantity: 1,
    facts: { category: 'led', package: '0402 (1005 metric)' },
    offers: [
      offer('mouser', 60, [[1, 0.15], [10, 0.1]], { lead_time_days: 84 }),
      offer('digikey', 10, [[1, 0.2]]),
    ],
  },
  // 25: 25 + 1 (8.00 a piece), 208. 1: 1 + 1, 20. 100: 101, 808. 1000: 1001, 8008, of which there are 200.
  {
    part: 'MCU',
    lines: 1,
    quantity: 1,
    facts: { category: 'microcontroller', package: 'LQFP-64', pins: 64, lifecycle: 'active' },
    offers: [offer('mouser', 200, [[1, 10], [10, 9], [25, 8]])],
  },
  // More than 20 a piece: none lost. 25: 1125. 1: 50. 100: 4500, of which there are 30. 1000: 45,000.
  // At risk: one supplier (20), 30 are less than two builds of 25 (10).
  {
    part: 'FPGA',
    lines: 1,
    quantity: 1,
    facts: { category: 'programmable_logic', package: 'BGA' },
    offers: [offer('digikey', 30, [[1, 50], [25, 45]])],
  },
  // 5 pins. 25: 50 + 2, × 0.4 = 20.80. 1: 2 + 2 of DigiKey, × 0.45 = 1.80. 100: 202, 80.80. 1000: 2020, 808.
  // At risk: not for new designs (30).
  {
    part: 'LDO',
    lines: 2,
    quantity: 1,
    facts: { category: 'linear_regulator', package: 'SOT-23-5', pins: 5, lifecycle: 'not_for_new_designs' },
    offers: [offer('mouser', 5000, [[1, 0.5], [50, 0.4]]), offer('digikey', 5000, [[1, 0.45]])],
  },
  // In euros alone. 25: 25 + 2, × 0.5 = 13.50. 1: 1 + 2, 1.80. 100: 102, 51. 1000: 1020, 510, of which there are 1000.
  {
    part: 'XTAL',
    lines: 1,
    quantity: 1,
    facts: { category: 'crystal' },
    offers: [offer('farnell', 1000, [], { prices: { EUR: [1, 0.6, 10, 0.5] } })],
  },
  // In fives. 25: 100 + 1 are 105, × 0.6 = 63. 1: 4 + 1, × 0.8 = 4. 100: 404 are 405, 243. 1000: 4040, 2424, of which
  // there are 1000.
  {
    part: 'HEADER',
    lines: 4,
    quantity: 1,
    facts: { category: 'pin_header' },
    offers: [offer('digikey', 1000, [[1, 0.8], [100, 0.6]], { multiple: 5 })],
  },
  // The marketplace does not count. 25: 150 + 5, × 0.1 = 15.50. 1: 6 + 5, × 0.2 = 2.20. 100: 612, 61.20, of which there are
  // 300. 1000: 6120, 612. At risk: one supplier (20), 300 are less than two builds of 155 (10).
  {
    part: 'FET',
    lines: 6,
    quantity: 1,
    facts: { category: 'mosfet', package: 'SOT-23' },
    offers: [
      offer('mouser', 300, [[1, 0.2], [100, 0.1]]),
      offer('digikey', 10_000, [[1, 0.01]], { marketplace: true, seller: 'Somebody' }),
    ],
  },
  // 25: 25 + 10, × 0.02 = 0.70. 1: 1 + 10, 0.22. 100: 110, 2.20. 1000: 1030, 20.60.
  {
    part: 'R1K',
    lines: 1,
    quantity: 1,
    facts: R0603,
    offers: [offer('mouser', 5000, [[1, 0.1], [10, 0.02]])],
    more: { contradiction: 'error', sentence: 'The value says 10k, the part is 1k.' },
  },
  // 25: 25 + 2, × 2 = 54. 1: 1 + 2, × 3 = 9. 100: 102, 204, of which there are 100. 1000: 1010, 2020.
  // At risk: obsolete (80), one supplier (20).
  {
    part: 'OLD',
    lines: 1,
    quantity: 1,
    facts: { category: 'amplifier', package: 'SOIC-8', pins: 8, lifecycle: 'obsolete' },
    offers: [offer('digikey', 100, [[1, 3], [25, 2]])],
  },
  // 32 a board. A reel made to order is for who asks. 25: 800 + 16, × 0.03 = 24.48. 1: 32 + 5, × 0.1 = 3.70.
  // 100: 3264, 97.92. 1000: 32,640, 979.20, of which there are 9000.
  {
    part: 'DIODE',
    lines: 8,
    quantity: 4,
    facts: { category: 'switching_diode', package: 'SOD-123' },
    offers: [
      offer('mouser', 9000, [[1, 0.1], [500, 0.03]], { packaging: 'cut_tape' }),
      offer('mouser', 9000, [[1, 0.01]], {
        packaging: 'custom_reel',
        reeling_fee: { price: 7, currency: 'USD' },
      }),
    ],
  },
  // 160 a board. 25: 4000 + 200: a reel, 4, and 200 cut, 2. 1: 160 + 20, × 0.01 = 1.80. 100: 16,800: five reels, 20; four
  // and 800 cut would be 24. 1000: 168,000 are 42 reels, 168.
  {
    part: 'JUMPER',
    lines: 4,
    quantity: 40,
    facts: { category: 'jumper', package: '0402 (1005 metric)' },
    offers: [
      offer('mouser', 200_000, [[1, 0.1], [100, 0.01]], { packaging: 'cut_tape' }),
      offer('mouser', 200_000, [[4000, 0.001]], reel(4000)),
    ],
  },
  // 25: 50 + 2: 30 × 1 of Mouser and 22 × 1.2 of DigiKey, 56.40. 1: 2 + 2, 4. 100: 202, 202, of which there are 70.
  // 1000: 2020, 2020.
  {
    part: 'MUX',
    lines: 1,
    quantity: 2,
    facts: { category: 'analog_switch', package: 'TSSOP-16', pins: 16 },
    offers: [offer('mouser', 30, [[1, 1]]), offer('digikey', 40, [[1, 1.2]])],
  },
  // Nobody sells it: not for nothing, but at no known price.
  { part: 'BEAD', lines: 1, quantity: 1, facts: { category: 'ferrite_bead' }, offers: [] },
];

const OTHER_LINES: readonly Partial<SummaryLine>[] = [
  ...Array.from(
    { length: 2 },
    () => ({ part: null, status: 'not_found', result_status: 'not_found' } as const),
  ),
  { part: 'R10K', quantity: null },
  ...Array.from({ length: 4 }, () => ({ part: null, status: 'skipped', result_status: null } as const)),
  { part: null, status: 'pending', result_status: null },
];

const LINES: readonly SummaryLine[] = [
  ...ROWS.flatMap(({ lines, part, quantity, more }) =>
    Array.from({ length: lines }, () => ({ part, quantity, ...more }))
  ),
  ...OTHER_LINES,
].map((line, i) => ({
  line_id: `${i + 1}`,
  line_number: i + 1,
  mpn: line.part ?? null,
  quantity: 1,
  part: null,
  status: 'enriched',
  result_status: 'enriched',
  review: 'none',
  contradiction: null,
  sentence: null,
  ...line,
}));

const partOf = ({ part, facts, offers }: Row): SummaryPart => ({
  part,
  category: null,
  package: null,
  pins: null,
  lifecycle: null,
  rohs: null,
  own_stock: 0,
  ...facts,
  offers,
});
const PARTS = ROWS.map(partOf);
const RULES: SummaryRules = { attrition: 'assembler', supplier_fee: 5 };

const summary = (
  boards: number,
  rules: Partial<SummaryRules> = {},
  lines: readonly SummaryLine[] = LINES,
  parts: readonly SummaryPart[] = PARTS,
) => summarize(prepare(lines, parts, { ...RULES, ...rules }), boards);

const answer = summary(25);
/** `USD 1608.14, EUR 13.5` */
const totals = ({ costs: [cost] }: typeof answer) =>
  cost!.totals.map(({ currency, total }) => `${currency} ${total}`).join(', ');

describe('a BOM of a hundred lines', () => {
  it('is not ready, and says how many lines are what', () => {
    expect(LINES).toHaveLength(100);
    expect(answer.ready).toBe(false);
    expect(answer.verdicts).toEqual({
      wrong: 1,
      // two without a part, one without a quantity
      ask: 3,
      pending: 1,
      short: 3,
      // FPGA, 2 LDO, 6 FET, OLD
      at_risk: 10,
      fine: 78,
      not_fitted: 4,
    });
  });

  it('says that prices and stock are made up where a sandbox has said one of them', () => {
    expect(answer.sandbox).toBe(false);
    const [first, ...others] = PARTS;
    const tried = { ...first!, offers: [...first!.offers, offer('nexar-sandbox', 5, [[1, 9]])] };
    expect(summary(25, {}, LINES, [tried, ...others]).sandbox).toBe(true);
  });

  it('writes large figures with their thousands marked', () => {
    expect(summary(1_000).first.map(({ why }) => why)).toContainEqual(
      expect.stringMatching(/^\d{1,3},\d{3} missing of \d{1,3},\d{3}\b/),
    );
  });

  it('says which lines to look at first', () => {
    expect(
      answer.first.map(({ line_number, mpn, verdict, why }) => `${line_number} ${mpn} ${verdict}: ${why}`),
    ).toEqual([
      '77 R1K wrong: The value says 10k, the part is 1k.',
      '93 null ask: No part was found.',
      '94 null ask: No part was found.',
      '95 R10K ask: The BOM does not say how many.',
      '59 LED short: 10 missing of 80: factory lead time 12 weeks, no promise.',
      '60 LED short: 10 missing of 80: factory lead time 12 weeks, no promise.',
      '61 LED short: 10 missing of 80: factory lead time 12 weeks, no promise.',
      '78 OLD at_risk: obsolete, one supplier has it.',
      '63 FPGA at_risk: one supplier has it, 30 in stock, enough for one build.',
      '64 LDO at_risk: not for new designs.',
    ]);
  });

  it('costs so much for 25, 1, 100 and 1,000 boards, each currency by itself', () => {
    const of = { lines_to_buy: 96, lines_priced: 91 };
    expect(answer.costs).toMatchObject([
      {
        ...of,
        boards: 25,
        totals: [{ currency: 'EUR', total: 13.5, per_board: 0.54 }, {
          currency: 'USD',
          total: 1608.14,
          per_board: 64.33,
        }],
        lines_short: 3,
        spares: 328,
      },
      {
        ...of,
        boards: 1,
        totals: [{ currency: 'EUR', total: 1.8, per_board: 1.8 }, {
          currency: 'USD',
          total: 103.08,
          per_board: 103.08,
        }],
        lines_short: 0,
      },
      {
        ...of,
        boards: 100,
        totals: [{ currency: 'EUR', total: 51, per_board: 0.51 }, {
          currency: 'USD',
          total: 6348.34,
          per_board: 63.48,
        }],
        // LED, FPGA, FET, OLD, MUX
        lines_short: 12,
      },
      {
        ...of,
        boards: 1000,
        totals: [{ currency: 'EUR', total: 510, per_board: 0.51 }, {
          currency: 'USD',
          total: 63171.52,
          per_board: 63.17,
        }],
        // C10U, LED, MCU, FPGA, XTAL, HEADER, FET, OLD, DIODE, MUX
        lines_short: 31,
      },
    ]);
  });

  it.each<[string, number, number | null]>([
    ['R10K', 4.12, 1],
    ['R4K7', 2, 0.36],
    ['C100N', 3.942, 1],
    ['C10U', 16.2, 3],
    ['LED', 8, 1],
    ['MCU', 208, 20],
    ['FPGA', 1125, 50],
    ['LDO', 20.8, 1.8],
    ['XTAL', 13.5, 1.8],
    ['HEADER', 63, 4],
    ['FET', 15.5, 2.2],
    ['R1K', 0.7, 0.22],
    ['OLD', 54, 9],
    ['DIODE', 24.48, 3.7],
    ['JUMPER', 6, 1.8],
    ['MUX', 56.4, 4],
  ])('costs for %s %d at 25 boards and %d at one', (part, of25, of1) => {
    const lines = LINES.filter((line) => line.part === part && line.quantity !== null);
    const [cost, one] = summary(25, {}, lines).costs;
    expect(cost!.totals[0]!.total).toBeCloseTo(of25, 2);
    expect(one!.totals[0]!.total).toBeCloseTo(of1!, 2);
  });

  it('names what the costs leave out, and where more is cheaper', () => {
    expect(answer.left_out).toEqual([
      { reason: 'nothing_to_buy', lines: 4 },
      { reason: 'pending', lines: 1 },
      { reason: 'no_part', lines: 2 },
      { reason: 'no_quantity', lines: 1 },
      { reason: 'no_price', lines: 1 },
    ]);
    expect(answer.savings).toEqual([{
      mpn: 'R4K7',
      supplier: 'mouser',
      supplier_part_number: 'mouser-1',
      instead_of: 210,
      buy: 250,
      left_over: 40,
      saved: 0.1,
      currency: 'USD',
    }]);
    expect(answer.parts_without_spares).toBe(1);
    expect(answer.prices_from).toEqual({
      oldest: '2026-11-01T00:00:00.000Z',
      newest: '2026-11-01T00:00:00.000Z',
    });
  });

  it('says what one supplier alone would cost, and when that is less than the mix', () => {
    expect(answer.one_supplier).toEqual([
      // R10K, R4K7, C100N, MCU, LDO, FET, R1K, DIODE, JUMPER: the mix takes all of them there, too
      { supplier: 'mouser', currency: 'USD', parts: 9, of_parts: 15, total: 285.54, mix_total: 285.54 },
      // R10K 5.15, C10U, FPGA, LDO 23.40, HEADER, OLD; the mix 1283.12 of two suppliers, one fee of 5 more
      { supplier: 'digikey', currency: 'USD', parts: 6, of_parts: 15, total: 1286.75, mix_total: 1288.12 },
    ]);
  });

  it('is ready where nothing is in the way', () => {
    const fine = LINES.filter(({ part }) => part === 'R10K' || part === 'LDO').filter((line) =>
      line.quantity !== null
    );
    expect(summary(25, {}, fine)).toMatchObject({ ready: true, verdicts: { fine: 20, at_risk: 2 } });
  });
});

describe('it would be noticed', () => {
  it('if currencies were added up', () => {
    const relabelled = PARTS.map((part) =>
      part.part !== 'XTAL' ? part : { ...part, offers: [offer('farnell', 1000, [[1, 0.6], [10, 0.5]])] }
    );
    expect(totals(answer)).toBe('EUR 13.5, USD 1608.14');
    expect(totals(summary(25, {}, LINES, relabelled))).toBe('USD 1621.64');
  });

  it('if a marketplace counted as stock and price', () => {
    // 155 FET at 0.01 are 1.55, and there are plenty
    const counted = summary(25, { marketplace: true });
    expect(totals(counted)).toBe('EUR 13.5, USD 1594.19');
    expect(counted.verdicts).toMatchObject({ at_risk: 4, fine: 84 });
  });

  it('if demand were not pooled', () => {
    // Each line by itself: 60 LED of one line would be in stock, and 25 × 5 spares would be bought three times.
    const apart = LINES.map((line) =>
      line.part === 'LED' ? { ...line, part: `LED ${line.line_number}` } : line
    );
    const led = PARTS.find(({ part }) => part === 'LED')!;
    const parts = [
      ...PARTS,
      ...apart.filter(({ part }) => part?.startsWith('LED')).map(({ part }) => ({ ...led, part: part! })),
    ];
    expect(summary(25, {}, apart, parts).verdicts.short).toBe(0);
    expect(answer.verdicts.short).toBe(3);
  });
});
