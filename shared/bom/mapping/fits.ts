/** How well the cells of a column fit each role. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { Profile } from './profile.ts';
import type { Look } from './recognisers.ts';

/** Looks that speak for a role and against it, by weight; `base` is what a column has that looks like nothing. */
interface Fit {
  readonly base: number;
  readonly looks: Readonly<Partial<Record<Look, number>>>;
  readonly of?: (profile: Profile) => number;
}

const FITS: Readonly<Record<ColumnRole, Fit>> = {
  mpn: {
    base: 0.35,
    looks: {
      part_number: 0.65,
      manufacturer_and_number: 0.6,
      value: -0.45,
      designators: -0.35,
      url: -0.5,
      money: -0.5,
      whole: -0.1,
      manufacturer: -0.35,
      supplier_number: -0.55,
      like_supplier_number: -0.15,
      like_mouser_number: -0.4,
      flag: -0.1,
      footprint: -0.25,
      text: -0.05,
    },
  },
  manufacturer: {
    base: 0.2,
    looks: {
      manufacturer: 0.6,
      name: 0.4,
      manufacturer_and_number: 0.2,
      part_number: -0.5,
      value: -0.5,
      designators: -0.3,
      url: -0.5,
      whole: -0.5,
      footprint: -0.3,
      supplier: -0.1,
    },
    of: ({ distinct }) => distinct < 0.7 ? 0.1 : 0,
  },
  quantity: {
    base: 0.1,
    looks: { whole: 0.9, part_number: -0.3, designators: -0.3, text: -0.2 },
    of: ({ isCounting }) => isCounting ? -0.5 : 0,
  },
  designators: {
    base: 0.1,
    looks: {
      designators: 0.9,
      whole: -0.2,
      value: -0.4,
      url: -0.4,
      supplier_number: -0.6,
      footprint: -0.2,
      text: -0.05,
      money: -0.3,
    },
    of: ({ distinct }) => distinct < 0.8 ? -0.3 : 0,
  },
  description: {
    base: 0.45,
    looks: {
      text: 0.55,
      mounting: -0.6,
      whole: -0.3,
      url: -0.4,
      designators: -0.3,
      flag: -0.3,
      money: -0.3,
      point: -1,
    },
  },
  value: {
    base: 0.5,
    looks: {
      value: 0.5,
      mounting: -0.6,
      part_number: 0.15,
      name: 0.1,
      footprint: -0.25,
      designators: -0.2,
      url: -0.4,
      money: -0.2,
      manufacturer: -0.2,
      supplier_number: -0.4,
    },
  },
  footprint: {
    base: 0.3,
    looks: { footprint: 0.7, url: -0.4, value: -0.3, text: -0.1, designators: -0.2, manufacturer: -0.3 },
  },
  supplier: {
    base: 0.2,
    looks: {
      supplier: 0.8,
      name: 0.3,
      part_number: -0.4,
      supplier_number: -0.4,
      whole: -0.3,
      manufacturer: -0.2,
    },
  },
  supplier_number: {
    base: 0.3,
    looks: {
      supplier_number: 0.7,
      like_supplier_number: 0.5,
      part_number: 0.1,
      text: -0.1,
      manufacturer: -0.3,
      supplier: -0.3,
      value: -0.3,
      money: -0.4,
      flag: -0.2,
    },
  },
  do_not_place: {
    base: 0.3,
    looks: { flag: 0.7, not_placed: 0.7, part_number: -0.3, designators: -0.3, text: -0.2 },
  },
  place: {
    base: 0.2,
    looks: { flag: 0.8, not_placed: 0.8, part_number: -0.3, designators: -0.3, text: -0.2, footprint: -0.3 },
  },
  internal_number: { base: 0.5, looks: { part_number: 0.1, text: -0.2, url: -0.4 } },
  substitution: { base: 0.6, looks: { part_number: -0.5 } },
  note: { base: 0.6, looks: { text: 0.2, designators: -0.2 } },
  item: {
    base: 0.15,
    looks: { whole: 0.45, designators: -0.3 },
    of: ({ isCounting }) => isCounting ? 0.4 : 0,
  },
  extra: { base: 0.6, looks: {} },
};

/** Of a column without anything in it nothing speaks for or against any role. */
const EMPTY = 0.5;

export function fitOf(role: ColumnRole, profile: Profile): number {
  if (profile.filled === 0) return EMPTY;
  const { base, looks, of } = FITS[role];
  let fit = base + (of?.(profile) ?? 0);
  for (const [look, weight] of Object.entries(looks) as [Look, number][]) fit += weight * profile.share(look);
  return Math.min(1, Math.max(0, fit));
}
