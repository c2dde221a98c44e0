/** Short names for what series tables say over and over: sizes and quantities. */
import type { Quantity } from './table.ts';

export const percent = (value: number): Quantity => ({ value, unit: '%' });
export const volts = (value: number): Quantity => ({ value, unit: 'V' });
export const watts = (value: number): Quantity => ({ value, unit: 'W' });
export const ohms = (value: number): Quantity => ({ value, unit: 'ohm' });
export const farads = (value: number): Quantity => ({ value, unit: 'F' });
export const ppmPerKelvin = (value: number): Quantity => ({ value, unit: 'ppm/K' });

/**
 * Metric names of chip sizes. The two naming systems overlap (0603 is a size in both), so both are always
 * shown.
 */
const METRIC: Readonly<Record<string, string>> = {
  '01005': '0402',
  '0201': '0603',
  '0402': '1005',
  '0603': '1608',
  '0805': '2012',
  '1206': '3216',
  '1210': '3225',
  '1218': '3246',
  '1808': '4520',
  '1812': '4532',
  '2010': '5025',
  '2211': '5728',
  '2220': '5750',
  '2512': '6332',
};

/**
 * A chip size in both systems, for example `0603 (1608 metric)`. Throws for a size that is not in the table.
 */
export function chip(imperial: string): string {
  const metric = METRIC[imperial];
  if (metric === undefined) throw new RangeError(`no chip size ${imperial}`);
  return `${imperial} (${metric} metric)`;
}
