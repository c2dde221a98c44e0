/** What suppliers' words say of RoHS and of a part's life. Whole words only: "Non-Compliant" holds "Compliant", too. */
import type { Said } from '../domain/said.ts';

const ROHS: ReadonlyMap<string, Said<'rohs'>> = new Map([
  ['compliant', 'compliant'],
  ['compliant by exemption', 'compliant_by_exemption'],
  ['compliant with exemption', 'compliant_by_exemption'],
  ['non compliant', 'non_compliant'],
  ['noncompliant', 'non_compliant'],
  ['not compliant', 'non_compliant'],
]);

/** Undefined: does not say, or not in words that leave no doubt. `ROHS3` is the directive's third edition. */
export function rohsOf(said: string): Said<'rohs'> | undefined {
  return ROHS.get(said.toLowerCase().replace(/^rohs ?[23]?[\s:]+/, '').replace(/[\s-]+/g, ' ').trim());
}

const LIFECYCLES: ReadonlyMap<string, Said<'lifecycle'>> = new Map([
  ['preliminary', 'preview'],
  ['preview', 'preview'],
  ['pre release', 'preview'],
  ['announced', 'preview'],
  ['new', 'active'],
  ['new product', 'active'],
  ['new at mouser', 'active'],
  ['active', 'active'],
  ['production', 'active'],
  ['in production', 'active'],
  ['not recommended for new designs', 'not_for_new_designs'],
  ['not for new designs', 'not_for_new_designs'],
  ['nrnd', 'not_for_new_designs'],
  ['end of life', 'end_of_life'],
  ['eol', 'end_of_life'],
  ['last time buy', 'end_of_life'],
  ['ltb', 'end_of_life'],
  ['obsolete', 'obsolete'],
  ['discontinued', 'obsolete'],
]);

/** Undefined: does not say, or in words that are none of our lifecycles. What stands in brackets is a remark. */
export function lifecycleOf(said: string): Said<'lifecycle'> | undefined {
  return LIFECYCLES.get(said.toLowerCase().replace(/\s*\(.*\)\s*$/, '').replace(/[\s-]+/g, ' ').trim());
}
