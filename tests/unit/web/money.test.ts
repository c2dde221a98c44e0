/** Money on a page whose BOM is priced in two currencies: none is left out, added to the other or named as it. */
import { describe, expect, it } from 'vitest';
import { pooled } from '../../../web/src/cost/pooled.ts';
import { currenciesOf, eachOf, sums } from '../../../web/src/lib/money.ts';
import { COLUMNS, headOf } from '../../../web/src/lines/columns.tsx';
import { judged, type JudgedLine, type ServedVerdict } from '../../../web/src/lines/judged.ts';
import { createSorter } from '../../../web/src/lines/sorting.ts';
import { line } from '../support/lines.ts';

const served = (n: number, total: number | null, currency: string | null): ServedVerdict => ({
  line_id: `${n}`,
  line_number: n,
  mpn: `P${n}`,
  verdict: 'fine',
  why: '',
  part: {
    line_number: n,
    lines: 1,
    placed: 10,
    spares: 0,
    own_stock: 0,
    to_buy: 10,
    bought: 10,
    stock: 50,
    short_by: null,
    total,
    currency,
    suppliers: ['mouser'],
    instead_of: null,
  },
});
const priced = (n: number, total: number | null, currency: string | null): JudgedLine =>
  judged({ ...line(n, 'enriched'), quantity: 10 }, {
    served: served(n, total, currency),
    boards: 1,
    isRunning: false,
  });
const numbers = (lines: readonly JudgedLine[]) => lines.map(({ line }) => line.line_number);
const cell = (id: string, of: JudgedLine, isMixed: boolean) =>
  COLUMNS.find((column) => column.id === id)!.cell(of, isMixed);

const MIXED = [priced(1, 9, 'USD'), priced(2, 5, 'EUR'), priced(3, null, null), priced(4, 20, 'EUR')];

describe('a BOM with prices in two currencies', () => {
  it('is sorted by money one currency after the other, and what has no price comes last', () => {
    const by = (isDescending: boolean) => numbers(createSorter()(MIXED, { column: 'total', isDescending }));
    expect(by(false)).toEqual([2, 4, 1, 3]);
    expect(by(true)).toEqual([4, 2, 1, 3]);
  });

  it('has the currency in each cell, and only one with a single currency has it in the head', () => {
    expect(cell('total', MIXED[0]!, true)).toBe('9.00 USD');
    expect(cell('each', MIXED[1]!, true)).toMatch(/^0\.5000 EUR$/);
    expect(cell('total', MIXED[0]!, false)).toBe('9.00');
    expect(cell('total', MIXED[2]!, true)).not.toBeTypeOf('string');
    const head = (lines: readonly JudgedLine[]) =>
      headOf(COLUMNS.find(({ id }) => id === 'total')!, currenciesOf(lines.map(({ part }) => part)));
    expect(head(MIXED)).toBe('Total');
    expect(head([MIXED[1]!, MIXED[2]!])).toBe('Total, EUR');
  });

  it('lists its parts with the dearest of each currency first', () => {
    const parts = pooled([
      served(1, 9, 'USD'),
      served(2, 5, 'EUR'),
      served(3, null, null),
      served(4, 20, 'EUR'),
    ]);
    expect(parts.map(({ mpn }) => mpn)).toEqual(['P4', 'P2', 'P1', 'P3']);
  });

  it('costs all of its sums, for whichever number of boards', () => {
    const totals = [
      { currency: 'EUR', total: 0.5, per_board: 0.02 },
      { currency: 'USD', total: 1250, per_board: 50 },
    ];
    expect(sums(totals, ({ per_board }) => per_board)).toBe('0.02 EUR and 50.00 USD');
    expect(eachOf(totals, totals)).toBe('0.02 EUR and 50.00 USD');
    expect(eachOf([totals[1]!], [totals[1]!]), 'named beside it').toBe('50.00');
    expect(eachOf([totals[1]!], [totals[0]!]), 'of another currency than what is named').toBe('50.00 USD');
  });
});
