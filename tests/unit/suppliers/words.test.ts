/** What is made of suppliers' words, and what must never be. */
import { describe, expect, it } from 'vitest';
import {
  countryCode,
  currencyCode,
  moistureLevel,
  pieces,
  tariffCode,
} from '../../../shared/suppliers/texts.ts';
import { lifecycleOf, rohsOf } from '../../../shared/suppliers/words.ts';

describe('RoHS', () => {
  it.each([
    ['RoHS Compliant', 'compliant'],
    ['ROHS3 Compliant', 'compliant'],
    ['RoHS 3 Compliant', 'compliant'],
    ['Compliant', 'compliant'],
    ['RoHS Compliant By Exemption', 'compliant_by_exemption'],
    ['Compliant with Exemption', 'compliant_by_exemption'],
    ['Non-Compliant', 'non_compliant'],
    ['non compliant', 'non_compliant'],
    ['Noncompliant', 'non_compliant'],
    ['Not Compliant', 'non_compliant'],
    ['RoHS non-compliant', 'non_compliant'],
    ['RoHS Non-Compliant', 'non_compliant'],
    ['RoHS: Non-Compliant', 'non_compliant'],
    ['', undefined],
    ['Not Applicable', undefined],
    ['Vendor undefined', undefined],
    ['Partially Compliant', undefined],
    ['Compliant?', undefined],
    ['RoHS Konform', undefined],
  ])('of %j is %j', (said, rohs) => expect(rohsOf(said)).toBe(rohs));
});

describe('lifecycle', () => {
  it.each([
    ['Preliminary', 'preview'],
    ['Active', 'active'],
    ['New Product', 'active'],
    ['Production (Last Updated: 2 years ago)', 'active'],
    ['Not Recommended for New Designs', 'not_for_new_designs'],
    ['Not For New Designs', 'not_for_new_designs'],
    ['NRND', 'not_for_new_designs'],
    ['End of Life', 'end_of_life'],
    ['Last Time Buy', 'end_of_life'],
    ['EOL', 'end_of_life'],
    ['Obsolete', 'obsolete'],
    ['Discontinued', 'obsolete'],
    ['Discontinued at DigiKey', undefined],
    ['Not Active', undefined],
    ['Factory Special Order', undefined],
    ['', undefined],
  ])('of %j is %j', (said, lifecycle) => expect(lifecycleOf(said)).toBe(lifecycle));
});

describe('what customs and assemblers ask for', () => {
  it.each([
    ['1  (Unlimited)', '1'],
    ['3 (168 Hours)', '3'],
    ['MSL 2A - 4 weeks', '2a'],
    ['MSL 1 - Unlimited', '1'],
    ['2a', '2a'],
    ['Not Applicable', null],
    ['-', null],
    ['10', null],
    ['1.5', null],
  ])('moisture level of %j is %j', (said, level) => expect(moistureLevel(said)).toBe(level));

  it('is a tariff code in digits, a country in two letters, a currency in three', () => {
    expect(['8533.21.0030', '85332100', '853', 'none'].map(tariffCode)).toEqual([
      '8533210030',
      '85332100',
      null,
      null,
    ]);
    expect(['TW', 'tw', 'Taiwan', ''].map(countryCode)).toEqual(['TW', null, null, null]);
    expect(['USD', 'RMB', '$', ''].map(currencyCode)).toEqual(['USD', 'CNY', null, null]);
  });

  it('is no count below zero, no fraction, and no nine nines', () => {
    expect([0, 7, -1, 0.5, 999_999_999, null, undefined].map(pieces)).toEqual([
      0,
      7,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
