/**
 * Categories of parts, as a tree: what is said of a category holds for those below it, unless they say otherwise.
 * `other` is for parts that fit none of them.
 */
import type { FieldName } from './fields.ts';

interface CategoryRow {
  readonly parent?: string;
  /** The fields a buyer needs to tell one part of the category from another. */
  readonly required?: readonly FieldName[];
  /** The values that tell a part from its neighbours, in the order in which they are shown. */
  readonly shown?: readonly FieldName[];
}

const RESISTOR: readonly FieldName[] = ['manufacturer', 'category', 'package', 'resistance'];
const CAPACITOR: readonly FieldName[] = [
  'manufacturer',
  'category',
  'package',
  'capacitance',
  'tolerance',
  'voltage_rating',
];

export const CATEGORIES = {
  resistor: {
    required: [...RESISTOR, 'tolerance', 'power_rating'],
    shown: ['resistance', 'tolerance', 'voltage_rating', 'power_rating'],
  },
  chip_resistor: { parent: 'resistor' },
  wirewound_resistor: { parent: 'resistor' },
  // Has neither tolerance nor power rating, so nothing is missing when they are not stated.
  jumper: { parent: 'resistor', required: RESISTOR },
  // One whose kind nobody states is not known before its dielectric is.
  capacitor: {
    required: [...CAPACITOR, 'dielectric'],
    shown: ['capacitance', 'tolerance', 'voltage_rating', 'dielectric'],
  },
  ceramic_capacitor: { parent: 'capacitor' },
  electrolytic_capacitor: { parent: 'capacitor', required: CAPACITOR },
  tantalum_capacitor: { parent: 'capacitor', required: CAPACITOR },
  film_capacitor: { parent: 'capacitor', required: CAPACITOR },
  inductor: {},
  ferrite_bead: {},
  diode: {},
  led: {},
  transistor: {},
  integrated_circuit: {},
  crystal: {},
  connector: {},
  switch: {},
  fuse: {},
  module: {},
  mechanical: {},
  other: {},
} as const satisfies Record<string, CategoryRow>;

export type Category = keyof typeof CATEGORIES;

/** What holds for a part of no category, and for every category that does not say otherwise. */
const ANY_PART = {
  required: ['manufacturer', 'category', 'package', 'description'],
  shown: ['resistance', 'capacitance', 'tolerance', 'voltage_rating', 'power_rating', 'dielectric'],
} as const satisfies CategoryRow;

/** A category, its parent and so on; none for a word that is no category. */
function ancestry(name: string | undefined): CategoryRow[] {
  if (name === undefined || !Object.hasOwn(CATEGORIES, name)) return [];
  const row: CategoryRow = CATEGORIES[name as Category];
  return [row, ...ancestry(row.parent)];
}

/** Whether every part of category `name` is one of category `general`, too. */
export function isWithin(name: string, general: string): boolean {
  if (name === general) return true;
  const parent = ancestry(name)[0]?.parent;
  return parent !== undefined && isWithin(parent, general);
}

/** What is `required` of parts of a category, or `shown` of them. */
export function fieldsFor(use: 'required' | 'shown', category: string | undefined): readonly FieldName[] {
  return ancestry(category).find((row) => row[use] !== undefined)?.[use] ?? ANY_PART[use];
}
