/** Each rule of buying, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { lossOf, type Shape, sparesFor } from '../../../shared/assess/cost/attrition.ts';
import { piecesFor, poolDemand } from '../../../shared/assess/cost/demand.ts';
import { type BuyingRules, marketOf, type MarketOffer } from '../../../shared/assess/cost/market.ts';
import { basketFor } from '../../../shared/assess/cost/orders.ts';
import { money, Sums } from '../../../shared/assess/cost/money.ts';
import { mainCurrency, planPart } from '../../../shared/assess/cost/plan.ts';

type Breaks = readonly (readonly [quantity: number, price: number, currency?: string])[];

function offer(supplier: string, breaks: Breaks, more: Partial<MarketOffer> = {}): MarketOffer {
  const prices: Record<string, number[]> = {};
  for (const [quantity, price, currency = 'EUR'] of breaks) (prices[currency] ??= []).push(quantity, price);
  return {
    supplier,
    supplier_part_number: `${supplier}-1`,
    stock: 100_000,
    min_quantity: 1,
    multiple: 1,
    lead_time_days: null,
    prices,
    observed_at: 1_793_491_200,
    ...more,
  };
}

/** `4000 reel at 0.01, 300 cut at 0.05 = 55` */
function bought(needed: number, offers: readonly MarketOffer[], rules: BuyingRules = {}, currency = 'EUR') {
  const basket = basketFor(marketOf(offers, rules), currency, needed, rules.preferred);
  if (!basket) return null;
  const orders = basket.orders.map(({ quantity, offer: { supplier, packaging }, price }) =>
    `${quantity} ${packaging ?? supplier} at ${price}`
  );
  const stock = { true: '', false: ' (short)', null: ' (stock unknown)' }[`${basket.in_stock}`];
  return `${orders.join(', ')} = ${money(basket.total)}${stock}`;
}

describe('demand', () => {
  it('is pooled over lines with equal parts', () => {
    const lines = [
      { part: 'r', quantity: 3 },
      { part: 'c', quantity: 1 },
      { part: 'r', quantity: 4 },
      { part: null, quantity: 9 },
      { part: 'r', quantity: null },
    ];
    expect(poolDemand(lines).map(({ part, per_board, lines }) => [part, per_board, lines.length])).toEqual([
      ['r', 7, 2],
      ['c', 1, 1],
    ]);
  });

  it('is in whole pieces, however the parts of one are written', () => {
    expect([piecesFor(7, 25), piecesFor(0.5, 25), piecesFor(0.1, 30), piecesFor(0.1 + 0.2, 10)]).toEqual([
      175,
      13,
      3,
      3,
    ]);
  });
});

describe('attrition', () => {
  const shape = (category: string | null, name: string | null = null, pins: number | null = null): Shape => ({
    category,
    package: name,
    pins,
  });
  // The larger of a share and of what a feeder takes.
  it.each([
    ['0201', shape('chip_resistor', '0201 (0603 metric)'), [100, 50], [1000, 100]],
    ['01005', shape('ceramic_capacitor', '01005 (0402 metric)'), [100, 50], [1000, 100]],
    ['0402', shape('ceramic_capacitor', '0402 (1005 metric)'), [100, 20], [1000, 50]],
    ['0603', shape('chip_resistor', '0603 (1608 metric)'), [100, 10], [1000, 30]],
    ['0805', shape('chip_resistor', '0805 (2012 metric)'), [100, 10], [1000, 30]],
    ['1206', shape('chip_resistor', '1206 (3216 metric)'), [100, 5], [1000, 20]],
    ['an LED of any size', shape('led', '0402 (1005 metric)'), [100, 5], [1000, 20]],
    ['SOT-23', shape('mosfet', 'SOT-23'), [100, 5], [1000, 20]],
    ['SOD-123', shape('zener_diode', 'SOD-123'), [100, 5], [1000, 20]],
    ['a crystal', shape('crystal', '3225'), [100, 2], [1000, 20]],
    ['an IC of 16 pins', shape('logic', 'TSSOP-16', 16), [100, 2], [1000, 10]],
    ['an IC of 17 pins', shape('logic', 'QFN', 17), [100, 1], [1000, 1]],
    ['a BGA', shape('microcontroller', 'BGA'), [100, 1], [1000, 1]],
    ['a module', shape('module'), [100, 1], [1000, 1]],
    ['a connector', shape('pin_header'), [100, 1], [1000, 10]],
    ['a part with wires', shape('diode', 'DO-41'), [100, 1], [1000, 10]],
    ['what is not known', shape(null), [100, 0], [1000, 0]],
    ['an IC whose pins nobody states', shape('amplifier'), [100, 0], [1000, 0]],
  ])('of %s', (_, known, few, many) => {
    for (const [needed, spares] of [few, many]) {
      expect(sparesFor(lossOf(known), needed!, 'assembler', null)).toBe(spares);
    }
  });

  it('is the share alone where boards are made by hand, and nothing where nobody wants any', () => {
    const chip = lossOf(shape('chip_resistor', '0603'));
    expect([100, 10].map((needed) => sparesFor(chip, needed, 'by_hand', null))).toEqual([3, 1]);
    expect(sparesFor(chip, 1000, 'none', null)).toBe(0);
    expect(sparesFor(chip, 0, 'assembler', null)).toBe(0);
  });

  it('is nothing of a large IC that costs more than 20 a piece', () => {
    const large = lossOf(shape('microcontroller', 'LQFP-64', 64));
    expect([20, 20.01, null].map((price) => sparesFor(large, 5, 'assembler', price))).toEqual([1, 0, 1]);
  });

  it('is counted once for all lines with a part', () => {
    const chip = lossOf(shape('chip_resistor', '0603'));
    const market = marketOf([offer('a', [[1, 1]])], {});
    const of = (per_board: number) =>
      planPart({ part: 'r', per_board, loss: chip, market, own_stock: 0 }, 10, 'EUR', {
        attrition: 'assembler',
      });
    // Twice 20 pieces: 40 and 10 spares; each by itself would have been 2 × (20 + 10).
    expect([of(4).to_buy, 2 * of(2).to_buy]).toEqual([50, 60]);
  });
});

describe('an order', () => {
  it('of more is taken where it costs less: 100 instead of 87', () => {
    // 87 × 0.20 is 17.40, 100 × 0.153 is 15.30
    const a = offer('a', [[1, 0.2], [100, 0.153]]);
    expect(bought(87, [a])).toBe('100 a at 0.153 = 15.3');
    const { basket } = planPart(
      { part: 'r', per_board: 87, loss: null, market: marketOf([a], {}), own_stock: 0 },
      1,
      'EUR',
      { attrition: 'none' },
    );
    expect(basket!.orders[0]!.instead_of).toEqual({ quantity: 87, total: 17.400000000000002 });
  });

  const reel = offer('a', [[4000, 0.01]], { min_quantity: 4000, multiple: 4000, packaging: 'reel' });
  const cut = offer('a', [[1, 0.05]], { packaging: 'cut_tape' });

  it('of whole reels is filled up with cut tape', () => {
    expect(bought(4300, [cut, reel])).toBe('4000 reel at 0.01, 300 cut_tape at 0.05 = 55');
    // 8,000 on two reels cost 80; a reel and 3,900 cut 235
    expect(bought(7900, [cut, reel])).toBe('8000 reel at 0.01 = 80');
    // 800 cut are 40, a reel too
    expect(bought(800, [cut, reel])).toBe('800 cut_tape at 0.05 = 40');
    expect(bought(801, [cut, reel])).toBe('4000 reel at 0.01 = 40');
  });

  it('of two packings never counts the same pieces twice', () => {
    const few = [cut, reel].map((each) => ({ ...each, stock: 4100 }));
    expect(bought(4100, few)).toBe('4000 reel at 0.01, 100 cut_tape at 0.05 = 45');
    expect(bought(4300, few)).toBe('8000 reel at 0.01 = 80 (short)');
  });

  it('is split where nobody has enough, the cheapest pieces first', () => {
    const [a, b, c] = [
      offer('a', [[1, 3]], { stock: 40 }),
      offer('b', [[1, 2]], { stock: 50 }),
      offer('c', [[1, 4]], { stock: 30 }),
    ];
    expect(bought(60, [a, b, c])).toBe('50 b at 2, 10 a at 3 = 130');
    expect(bought(100, [a, b, c])).toBe('50 b at 2, 40 a at 3, 10 c at 4 = 260');
    expect(bought(121, [a, b, c])).toBe('121 b at 2 = 242 (short)');
  });

  it('is taken from stock before it is cheap', () => {
    const [away, here, unknown] = [
      offer('away', [[1, 1]], { stock: 0 }),
      offer('here', [[1, 9]]),
      offer('unknown', [[1, 5]], { stock: null }),
    ];
    expect(bought(10, [away, here, unknown])).toBe('10 here at 9 = 90');
    expect(bought(10, [away, unknown])).toBe('10 unknown at 5 = 50 (stock unknown)');
    expect(bought(10, [away])).toBe('10 away at 1 = 10 (short)');
  });

  it('of more than is sold at once is taken elsewhere, or beside', () => {
    const few = offer('few', [[1, 1]], { max_quantity: 30 });
    const any = offer('any', [[1, 2]]);
    expect(bought(30, [few, any])).toBe('30 few at 1 = 30');
    expect(bought(31, [few, any])).toBe('30 few at 1, 1 any at 2 = 32');
    expect(bought(31, [few])).toBeNull();
    // Nor is a break behind that worth buying up to: 29 × 1 is more than 40 × 0.1.
    expect(bought(29, [offer('few', [[1, 1], [40, 0.1]], { max_quantity: 30 })])).toBe('29 few at 1 = 29');
  });

  it('goes to a preferred supplier who has enough, and to no blocked one', () => {
    const [a, b] = [offer('a', [[1, 1]]), offer('b', [[1, 2]], { stock: 50 })];
    expect(bought(50, [a, b], { preferred: new Set(['b']) })).toBe('50 b at 2 = 100');
    expect(bought(51, [a, b], { preferred: new Set(['b']) })).toBe('51 a at 1 = 51');
    expect(bought(50, [a, b], { blocked: new Set(['a']) })).toBe('50 b at 2 = 100');
    expect(bought(50, [a, b], { seller: 'b' })).toBe('50 b at 2 = 100');
  });

  it('of nothing costs nothing, and one that nobody states a price for is unknown', () => {
    expect(bought(0, [offer('a', [[1, 1]])])).toBe(' = 0');
    expect(bought(1, [offer('a', [])])).toBeNull();
  });
});

describe('a marketplace', () => {
  const shop = offer('a', [[1, 1]], { stock: 500, marketplace: true });
  const own = offer('b', [[1, 3]], { stock: 20 });

  it('counts neither as stock nor as a price unless somebody asks for it', () => {
    expect(marketOf([shop, own], {})).toMatchObject({ stock: 20, sellers: ['b'] });
    expect(marketOf([shop, own], { marketplace: true })).toMatchObject({ stock: 520, sellers: ['a', 'b'] });
    expect(bought(30, [shop, own])).toBe('30 b at 3 = 90 (short)');
    expect(bought(30, [shop, own], { marketplace: true })).toBe('30 a at 1 = 30');
  });
});

describe('a reel made to order', () => {
  const cut = offer('a', [[1, 0.2]], { packaging: 'cut_tape' });
  const made = offer('a', [[1, 0.1]], {
    packaging: 'custom_reel',
    reeling_fee: { price: 7, currency: 'EUR' },
  });

  it('is for who asks for it alone, its fee in the total', () => {
    expect(bought(100, [cut, made])).toBe('100 cut_tape at 0.2 = 20');
    expect(bought(100, [cut, made], { re_reeling: true })).toBe('100 custom_reel at 0.1 = 17');
    expect(bought(60, [cut, made], { re_reeling: true })).toBe('60 cut_tape at 0.2 = 12');
    expect(bought(60, [made])).toBeNull();
    const dollars = { ...made, reeling_fee: { price: 7, currency: 'USD' } };
    expect(bought(60, [dollars], { re_reeling: true })).toBeNull();
    const rates = { to: 'CHF', of: { EUR: 2 } };
    expect(bought(100, [made], { re_reeling: true, rates }, 'CHF')).toBe('100 custom_reel at 0.2 = 34');
  });
});

describe('stock', () => {
  const plan = (offers: readonly MarketOffer[], per_board: number, own_stock = 0) => {
    const market = marketOf(offers, {});
    const rules = { attrition: 'none' } as const;
    const { to_buy, short_by, covers_builds } = planPart(
      { part: 'r', per_board, loss: null, market, own_stock },
      25,
      'EUR',
      rules,
    );
    return [to_buy, short_by, covers_builds];
  };
  const has = (supplier: string, stock: number | null) => offer(supplier, [[1, 1]], { stock });

  it('of all suppliers together decides what is short, and how many builds it covers', () => {
    expect(plan([has('a', 60), has('b', 40)], 1)).toEqual([25, 0, 4]);
    expect(plan([has('a', 60), has('b', 40)], 5)).toEqual([125, 25, 0]);
    // two packings of one supplier
    expect(plan([has('a', 60), has('a', 40)], 3)).toEqual([75, 15, 0]);
    // one seller, as two suppliers tell of it
    const told = offer('nexar', [[1, 1]], { stock: 40, seller: 'Digi-Key' });
    expect(plan([has('digikey', 60), told], 3)).toEqual([75, 15, 0]);
  });

  it('that is unknown is neither enough nor short, unless what is known is enough', () => {
    expect(plan([has('a', 60), has('b', null)], 5)).toEqual([125, null, null]);
    expect(plan([has('a', 60), has('b', null)], 2)).toEqual([50, 0, null]);
    expect(plan([], 2)).toEqual([50, null, null]);
  });

  it('of one’s own is used up first', () => {
    expect(plan([has('a', 60)], 5, 70)).toEqual([55, 0, 1]);
    expect(plan([has('a', 60)], 5, 125)).toEqual([0, 0, 1]);
    expect(plan([has('a', 60)], 5, 500)).toEqual([0, 0, 4]);
  });
});

describe('money', () => {
  it('of two currencies is never added up or compared', () => {
    const sums = new Sums();
    for (const [currency, amount] of [['USD', 1], ['EUR', 2], ['USD', 0.1], ['USD', 0.2]] as const) {
      sums.add(currency, amount);
    }
    expect(sums.list()).toEqual([{ currency: 'EUR', total: 2 }, { currency: 'USD', total: 1.3 }]);
    const both = [offer('a', [[1, 10, 'EUR']]), offer('b', [[1, 1, 'USD']])];
    expect(bought(1, both)).toBe('1 a at 10 = 10');
    expect(bought(1, both, {}, 'USD')).toBe('1 b at 1 = 1');
  });

  it('is that in which most parts are sold', () => {
    const market = (...currencies: string[]) =>
      marketOf(currencies.map((currency) => offer(currency, [[1, 1, currency]])), {});
    const main = (markets: readonly ReturnType<typeof market>[]) =>
      mainCurrency(markets.map((market) => ({ market, lines: 1 })));
    expect(main([market('USD'), market('EUR', 'USD'), market('EUR'), market('EUR')])).toBe('EUR');
    // three lines with one part count for more than two parts of a line each
    expect(mainCurrency([{ market: market('USD'), lines: 3 }, { market: market('EUR'), lines: 2 }])).toBe(
      'USD',
    );
    expect(main([market('USD'), market('EUR')])).toBe('EUR');
    expect(main([market()])).toBeNull();
  });

  it('is converted at a rate that somebody gave, and else kept apart', () => {
    const both = [offer('a', [[1, 10, 'EUR']]), offer('b', [[1, 10, 'USD']])];
    const rates = { to: 'EUR', of: { USD: 0.9 } };
    expect(bought(10, both, { rates })).toBe('10 b at 9 = 90');
    expect(bought(10, both, { rates: { to: 'EUR', of: { GBP: 0.9 } } })).toBe('10 a at 10 = 100');
  });
});
