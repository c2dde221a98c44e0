/** What the runner says of a line beside its part. */
import { expect, it } from 'vitest';
import { contradictionsOf } from '../../../shared/enrich/judge.ts';
import type { ClaimedLine } from '../../../shared/enrich/port.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';

function found(line: Partial<ClaimedLine>): readonly string[] {
  const { mpn = null, manufacturer = null } = line;
  const part = mpn === null ? null : resolvePart({ mpn, manufacturer })?.component ?? null;
  const claimed: ClaimedLine = {
    line_id: 'line',
    line_number: 1,
    mpn,
    manufacturer,
    quantity: 1,
    fence: 1,
    attempts: 1,
    is_last_attempt: false,
    value: null,
    footprint: null,
    description: null,
    designators: null,
    supplier_numbers: [],
    substitution: null,
    extra: null,
    alternates: null,
    decided: null,
    ...line,
  };
  return contradictionsOf(claimed, part).map(({ severity, check }) => `${severity} ${check}`);
}

it('finds what is wrong in real BOMs', () => {
  expect(found({
    mpn: 'GRM188R61E106MA73D',
    manufacturer: 'Murata',
    value: '10uF',
    footprint: '0402',
    description: '10 µF ±20% 25V Ceramic Capacitor X5R 0603 (1608 Metric)',
  })).toEqual(['error chip_size']);
  expect(found({
    mpn: 'S2B-PH-SM4-TB(LF)(SN)',
    manufacturer: 'JST Sales America Inc.',
    value: 'JST',
    footprint: 'gkl_conn:JST_PH_B2B-PH-SM4-TB_1x02-1MP_P2.00mm_Vertical',
  })).toEqual(['error connector', 'warning footprint_name']);
});

it('holds a number that several make against a line only where each of their parts contradicts it', () => {
  // onsemi says DIP-4 of its package, Vishay calls its own DFM, which nobody can compare.
  const line = { mpn: 'DF04M', footprint: 'SOIC-8_3.9x4.9mm_P1.27mm' };
  expect(found({ ...line, manufacturer: 'onsemi' })).toEqual(['error package']);
  expect(found(line)).toEqual([]);
});

it('hears of a line that is placed although its value says otherwise', () => {
  expect(found({ mpn: 'RC0603FR-0710KL', value: '10k DNP' })).toEqual(['warning do_not_place']);
  expect(found({ mpn: 'RC0603FR-0710KL', value: '10k' })).toEqual([]);
});
