/**
 * What was found, by designator, in the names of fields of layout programs: to be written back into the drawing. Only lines
 * with a part that nobody doubts have rows: an empty cell would empty a field.
 */
import type { StoredExportedLine } from '../../api/export.ts';
import { supplierNumber } from '../../assess/cost/agreed.ts';
import { sellerOf } from '../../assess/cost/market.ts';
import { asksWhose } from '../../assess/verdict.ts';
import type { ComponentFields, SourcedValue } from '../../domain/component.ts';
import { type FieldName, fieldOf } from '../../domain/fields.ts';
import { openManufacturer } from '../../domain/open-manufacturer.ts';
import { isSandbox } from '../../domain/source.ts';
import { shopOfElement14 } from '../../parts/distributor-numbers.ts';
import { writeQuantity } from '../../domain/units.ts';
import { readDesignators } from '../rows/designators.ts';
import type { Cell } from './workbook.ts';

export const FIELD_FORMATS = ['kicad_fields', 'altium_fields'] as const;
export type FieldFormat = (typeof FIELD_FORMATS)[number];

/** A supplier's number, as the supplier is called in the name of a field. */
interface Supplied {
  readonly supplier: string;
  readonly number: string;
}

/** Suppliers that have a field of their own in KiCad; known by how their names begin, branches included. */
const SUPPLIERS: readonly (readonly [name: string, seller: RegExp])[] = [
  ['DigiKey', /^digikey/],
  ['Mouser', /^mouser/],
  ['LCSC', /^(?:sz)?lcsc|^jlc/],
  ['Farnell', /^farnell/],
  ['Newark', /^newark/],
  ['TME', /^tme/],
];

/** As many as Altium's own links to suppliers have room for in most libraries. Unverified. */
const ALTIUM_SUPPLIERS = 3;

const FACTS: readonly (readonly [name: string, field: FieldName])[] = [
  ['Lifecycle', 'lifecycle'],
  ['RoHS', 'rohs'],
  ['Package', 'package'],
  ['Datasheet', 'datasheet'],
];

/** The names of the columns. Those of Altium, and `Reference` of KiCad's table of symbol fields, are unverified. */
export const FIELD_HEADERS: Readonly<Record<FieldFormat, readonly string[]>> = {
  kicad_fields: [
    'Reference',
    'MPN',
    'Manufacturer',
    ...SUPPLIERS.map(([name]) => `${name} Part Number`),
    ...FACTS.map(([name]) => name),
  ],
  altium_fields: [
    'Designator',
    'Manufacturer Part Number',
    'Manufacturer',
    ...Array.from(
      { length: ALTIUM_SUPPLIERS },
      (_, i) => [`Supplier ${i + 1}`, `Supplier Part Number ${i + 1}`],
    ).flat(),
    ...FACTS.map(([name]) => name),
  ],
};

/** A row for each designator of the line; none where no part is certain. */
export function fieldRows(exported: StoredExportedLine, format: FieldFormat): Cell[][] {
  const { line } = exported;
  const component = line.result?.component;
  const isUndecided = line.review === 'needed' || line.review === 'rejected' ||
    asksWhose(line.review, openManufacturer(line.result?.remarks ?? []));
  if (!component || !line.designators || isUndecided) return [];
  const supplied = suppliedOf(exported);
  const numbers: Cell[] = format === 'kicad_fields'
    ? SUPPLIERS.map(([name]) => supplied.find(({ supplier }) => supplier === name)?.number ?? null)
    : Array.from({ length: ALTIUM_SUPPLIERS }, (_, i) => supplied[i])
      .flatMap((one) => [one?.supplier ?? null, one?.number ?? null]);
  const facts = FACTS.map(([, field]) => factOf(component.fields, field));
  return readDesignators(line.designators, line.quantity ?? null).designators
    .map((designator) => [designator, component.mpn, component.manufacturer, ...numbers, ...facts]);
}

/**
 * One number a supplier: the BOM's own before those of offers. Nothing that a sandbox made up: a drawing cannot say so, and
 * outlives what is tried out.
 */
function suppliedOf({ line, supplier_numbers }: StoredExportedLine): Supplied[] {
  const { mpn = '', offers = [] } = line.result?.component ?? {};
  const offered = offers.filter(({ marketplace, supplier }) => !marketplace && !isSandbox(supplier))
    .flatMap((offer) => {
      const number = supplierNumber(offer, mpn);
      return number === null ? [] : { seller: sellerOf(offer), number };
    });
  const stated = supplier_numbers.map(({ supplier, number }) => (
    { seller: sellerOf({ supplier: supplier ?? '', seller: null }), number }
  ));
  return SUPPLIERS.flatMap(([supplier, pattern]) => {
    const found = [...stated, ...offered].find(({ seller, number }) =>
      pattern.test(seller.startsWith('element14') ? shopOfElement14(number).toLowerCase() : seller)
    );
    return found ? [{ supplier, number: found.number }] : [];
  });
}

/** Nothing where sources disagree or a sandbox made it up: a field in a drawing cannot say that. */
function factOf(fields: ComponentFields, name: FieldName): string | null {
  const field: SourcedValue & { readonly conflicts?: readonly SourcedValue[] | undefined } | undefined =
    fields[name];
  if (!field || isSandbox(field.source) || (field.conflicts?.length ?? 0) > 0) return null;
  const row = fieldOf(name);
  if (row.kind === 'enum' && row.values) return row.values[`${field.value}`]?.label ?? `${field.value}`;
  return typeof field.value === 'number' ? writeQuantity(field.value, field.unit) : field.value;
}
