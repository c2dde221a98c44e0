/** What the words of a header make its column likely to hold. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { HeaderWords } from './header-words.ts';
import type { Meaning } from './lexicon.ts';

/** How much a name speaks for each role, 0-1. */
export type NameScores = ReadonlyMap<ColumnRole, number>;

/** A rule holds where all of `all`, one of `any` and none of `none` are said. `distributor` is a meaning, too. */
interface Rule {
  readonly all?: readonly Said[];
  readonly any?: readonly Said[];
  readonly none?: readonly Said[];
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>>;
}

type Said = Meaning | 'distributor';

/** The first rule that holds decides. From what is told apart by more words to what stands alone. */
const RULES: readonly Rule[] = [
  { any: ['variant'], none: ['footprint', 'quantity', 'not_placed', 'placed'], roles: { extra: 0.9 } },
  { any: ['exclude'], roles: { extra: 0.8 } },
  { all: ['not_placed', 'mpn'], roles: { mpn: 0.8 } },
  { all: ['empty', 'mpn'], roles: { mpn: 0.8 } },
  { all: ['money'], roles: { extra: 1 } },
  { any: ['not_placed'], none: ['description', 'value'], roles: { do_not_place: 1 } },
  {
    all: ['optional'],
    none: [
      'description',
      'value',
      'distributor',
      'supplier',
      'manufacturer',
      'mpn',
      'number',
      'part',
      'package',
      'footprint',
      'designator',
      'reference',
      'quantity',
      'note',
      'name',
    ],
    roles: { do_not_place: 1 },
  },
  { all: ['substitution'], roles: { substitution: 0.9 } },

  // How many a shop has or wants for it: `DigiKey number in stock`.
  { all: ['distributor', 'number', 'total'], roles: { extra: 0.9 } },
  // A number, or a link to it: `DigiKey PN/link`.
  {
    all: ['distributor', 'number', 'link'],
    none: ['quantity', 'manufacturer', 'mpn'],
    roles: { supplier_number: 0.85 },
  },
  // Datasheets, stock, links: of whomever, they are none of a line's fields.
  {
    all: ['other'],
    none: ['quantity', 'footprint', 'package', 'value', 'mpn', 'designator', 'placed'],
    roles: { extra: 0.9, value: 0.15 },
  },

  {
    all: ['distributor'],
    any: ['description', 'quantity', 'total', 'note', 'package', 'type', 'category'],
    none: ['number', 'sku', 'order'],
    roles: { extra: 0.9 },
  },
  { all: ['distributor', 'manufacturer', 'number'], roles: { mpn: 0.6, supplier_number: 0.5 } },
  { all: ['distributor', 'mpn'], roles: { mpn: 0.6, supplier_number: 0.5 } },
  // Who makes what the shop proposes, and in which package.
  {
    all: ['distributor', 'manufacturer'],
    none: ['part', 'sku', 'order', 'reference', 'money', 'link'],
    roles: { manufacturer: 0.9, supplier_number: 0.2 },
  },
  { all: ['distributor'], roles: { supplier_number: 0.95 } },
  {
    all: ['supplier'],
    any: ['number', 'sku', 'order', 'part', 'mpn', 'reference', 'material'],
    none: ['manufacturer', 'quantity'],
    roles: { supplier_number: 0.95, mpn: 0.15 },
  },
  {
    all: ['supplier'],
    any: ['description', 'quantity', 'total', 'package', 'type', 'category'],
    roles: { extra: 0.9 },
  },
  {
    all: ['supplier'],
    none: ['manufacturer'],
    roles: { supplier: 0.9, supplier_number: 0.4, manufacturer: 0.55 },
  },
  { all: ['sku'], none: ['manufacturer'], roles: { supplier_number: 0.75, mpn: 0.3, internal_number: 0.3 } },

  {
    all: ['internal'],
    any: ['number', 'part', 'sku', 'reference', 'mpn', 'name', 'device'],
    roles: { internal_number: 0.95, supplier_number: 0.1 },
  },
  {
    all: ['material'],
    none: ['manufacturer', 'mpn', 'description', 'name'],
    roles: { internal_number: 0.9, mpn: 0.75, supplier_number: 0.5 },
  },
  { all: ['customer'], any: ['reference', 'designator'], roles: { designators: 0.7, internal_number: 0.4 } },
  { all: ['customer'], any: ['number', 'part'], roles: { internal_number: 0.8, designators: 0.3 } },

  { all: ['mpn', 'description'], roles: { mpn: 0.6, description: 0.65 } },
  { any: ['mpn'], none: ['description', 'quantity', 'package', 'footprint'], roles: { mpn: 1 } },
  {
    all: ['manufacturer'],
    any: ['number', 'part', 'type', 'device', 'order', 'sku', 'reference', 'item', 'material'],
    none: ['description', 'designator', 'quantity', 'package'],
    roles: { mpn: 0.97, manufacturer: 0.3 },
  },
  // Shops join both: `Manufacturer part number / package`.
  {
    all: ['manufacturer', 'number', 'package'],
    none: ['description', 'quantity'],
    roles: { mpn: 0.9, extra: 0.6 },
  },
  {
    all: ['manufacturer'],
    any: ['description', 'quantity', 'package'],
    roles: { extra: 0.6, description: 0.5 },
  },
  { all: ['manufacturer'], roles: { manufacturer: 1, mpn: 0.2 } },

  {
    all: ['alternate'],
    any: ['number', 'part', 'type', 'device', 'sku'],
    none: ['description'],
    roles: { mpn: 0.7, extra: 0.4 },
  },
  { all: ['alternate'], roles: { mpn: 0.4, substitution: 0.4, extra: 0.5 } },

  { all: ['placed'], any: ['quantity'], roles: { quantity: 0.7 } },
  { all: ['quantity'], any: ['board'], none: ['total'], roles: { quantity: 1 } },
  { all: ['quantity'], any: ['designator', 'reference'], roles: { quantity: 0.8, designators: 0.4 } },
  { all: ['quantity'], any: ['total', 'order', 'money'], roles: { quantity: 0.55, extra: 0.4 } },
  { all: ['quantity'], none: ['description', 'designator'], roles: { quantity: 0.97 } },

  {
    all: ['placed'],
    none: ['designator', 'description', 'value', 'note', 'number', 'part', 'package', 'footprint', 'order'],
    roles: { place: 0.9 },
  },

  { all: ['designator'], none: ['description'], roles: { designators: 1 } },
  { any: ['footprint'], none: ['description'], roles: { footprint: 1 } },
  {
    all: ['package'],
    none: ['description', 'library', 'quantity'],
    roles: { footprint: 0.95, description: 0.2 },
  },
  { all: ['reference'], any: ['part'], roles: { designators: 0.9, mpn: 0.35 } },
  {
    all: ['reference'],
    any: ['order', 'number'],
    roles: { supplier_number: 0.4, mpn: 0.4, designators: 0.5 },
  },
  {
    all: ['reference'],
    none: ['description', 'name'],
    roles: { designators: 0.95, mpn: 0.35, supplier_number: 0.3 },
  },

  { all: ['order'], any: ['number', 'part', 'reference'], roles: { supplier_number: 0.6, mpn: 0.5 } },
  { all: ['part', 'value'], roles: { value: 1 } },
  { all: ['value'], none: ['description'], roles: { value: 1, mpn: 0.1 } },
  { all: ['description'], roles: { description: 1, value: 0.15, mpn: 0.1 } },
  { all: ['designation'], roles: { value: 0.75, description: 0.7, designators: 0.6, mpn: 0.2 } },
  { all: ['comment'], roles: { value: 0.75, description: 0.5, note: 0.6, mpn: 0.1 } },
  { all: ['note'], roles: { note: 0.95 } },
  // Of whatever it is a category, `Part Category` or `Item Category`.
  { all: ['category'], none: ['value', 'number'], roles: { description: 0.45 } },

  {
    all: ['item'],
    any: ['name', 'description', 'type', 'designation'],
    roles: { description: 0.7, mpn: 0.3 },
  },
  {
    all: ['item'],
    none: ['part'],
    roles: { item: 0.9, designators: 0.25, mpn: 0.2, description: 0.6, value: 0.5 },
  },
  { all: ['library'], any: ['value'], roles: { value: 0.9 } },
  { all: ['library'], roles: { extra: 0.5, mpn: 0.5, description: 0.3, value: 0.15 } },
  {
    all: ['part', 'number'],
    roles: { mpn: 0.85, supplier_number: 0.6, internal_number: 0.5, value: 0.4, designators: 0.15 },
  },
  { all: ['part', 'name'], roles: { mpn: 0.5, designators: 0.5, value: 0.55, description: 0.5 } },
  { all: ['part', 'type'], roles: { description: 0.65, value: 0.4, mpn: 0.3 } },
  { all: ['part'], roles: { mpn: 0.5, value: 0.5, designators: 0.6, description: 0.35 } },
  { all: ['model'], roles: { mpn: 0.75, value: 0.65 } },
  { all: ['device', 'number'], roles: { mpn: 0.8, internal_number: 0.4, description: 0.2 } },
  { all: ['device'], roles: { description: 0.6, value: 0.3, footprint: 0.2 } },
  { all: ['name'], roles: { mpn: 0.4, designators: 0.45, value: 0.5, description: 0.45 } },
  { all: ['type'], roles: { description: 0.5, value: 0.4, mpn: 0.35, footprint: 0.2, extra: 0.3 } },
  {
    all: ['number'],
    roles: {
      item: 0.5,
      mpn: 0.45,
      quantity: 0.45,
      designators: 0.3,
      supplier_number: 0.4,
      internal_number: 0.3,
    },
  },
  { all: ['total'], roles: { extra: 0.6, quantity: 0.3 } },
  { all: ['board'], roles: { quantity: 0.35, extra: 0.3 } },
  { all: ['order'], roles: { extra: 0.4, quantity: 0.45, supplier_number: 0.3 } },
  { any: ['internal', 'customer', 'other'], roles: { extra: 0.5, internal_number: 0.3 } },
];

/** A name of which only a part is known says less. */
const LEAST_KNOWN = 0.34;

export function scoreName({ meanings, distributor, known }: HeaderWords): NameScores {
  if (known < LEAST_KNOWN) return new Map();
  const says = (one: Said) => one === 'distributor' ? distributor !== null : meanings.has(one);
  const rule = RULES.find(({ all = [], any, none = [] }) =>
    all.every(says) && (any === undefined || any.some(says)) && !none.some(says)
  );
  if (!rule) return new Map();
  const weight = 0.5 + known / 2;
  return new Map(Object.entries(rule.roles).map(([role, score]) => [role as ColumnRole, score * weight]));
}
