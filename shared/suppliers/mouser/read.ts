/** One part as Mouser's answer has it, turned into what we keep: fields with their source, and an offer. */
import { z } from 'zod';
import type { Category } from '../../domain/categories.ts';
import type { ComponentFields, OfferPackaging, SupplierOffer } from '../../domain/component.ts';
import type { Said } from '../../domain/said.ts';
import { state, type Statements } from '../../parts/finding.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber } from '../../parts/part-number.ts';
import { address, prose, tariffCode, text, webAddress, wholeNumber } from '../texts.ts';
import { lifecycleOf, rohsOf } from '../words.ts';

export const MouserPart = z.object({
  MouserPartNumber: text,
  ManufacturerPartNumber: text,
  Manufacturer: text,
  Description: prose,
  Category: text,
  DataSheetUrl: address,
  ProductDetailUrl: address,
  Availability: text,
  AvailabilityInStock: text,
  LeadTime: text,
  /** Null is how Mouser says "in production"; no such field is how it says nothing. */
  LifecycleStatus: z.string().nullable().optional(),
  IsDiscontinued: text,
  ROHSStatus: text,
  Min: text,
  Mult: text,
  SalesMaximumOrderQty: text,
  ProductAttributes: z.array(z.object({ AttributeName: text, AttributeValue: text })).nullish()
    .transform((attributes) => attributes ?? []),
  ProductCompliance: z.array(z.object({ ComplianceName: text, ComplianceValue: text })).nullish()
    .transform((declared) => declared ?? []),
  PriceBreaks: z.array(z.object({ Quantity: z.int().positive(), Price: text, Currency: text })).nullish()
    .transform((breaks) => breaks ?? []),
});
export type MouserPart = z.infer<typeof MouserPart>;

/** Mouser sells the part itself; what it says of it, it says outright. */
const STATED = 1;
/** Said by leaving it out. */
const IMPLIED = 0.7;
/** Mouser's shelves are not our categories: the name of one tells ours, but was never meant to. */
const TRANSLATED = 0.9;

/** What stands where a part cannot be ordered. */
const NOT_ORDERABLE = 'N/A';

/** Shelves whose name leaves no doubt. A part on any other has no category from here. */
const CATEGORIES: readonly (readonly [RegExp, Category])[] = [
  [/^(thick|thin) film resistors - smd\b/i, 'chip_resistor'],
  [/^wirewound.* resistors\b/i, 'wirewound_resistor'],
  [/^(thick|thin|metal|carbon|current sense).* resistors\b/i, 'resistor'],
  [/^multilayer ceramic capacitors\b/i, 'ceramic_capacitor'],
  [/^aluminum .*capacitors\b/i, 'electrolytic_capacitor'],
  [/^tantalum capacitors\b/i, 'tantalum_capacitor'],
  [/^film capacitors\b/i, 'film_capacitor'],
  [/^(fixed|power|rf) inductors\b/i, 'inductor'],
  [/^ferrite beads\b/i, 'ferrite_bead'],
  [/^(schottky|zener|small signal switching) diodes\b/i, 'diode'],
  [/^(standard leds|single colou?r leds)\b/i, 'led'],
  [/^(mosfets?|bipolar transistors|jfets?)\b/i, 'transistor'],
  [/^(arm|8-bit|16-bit|32-bit) microcontrollers\b/i, 'integrated_circuit'],
  [
    /^(operational amplifiers|logic gates|ldo voltage regulators|switching voltage regulators)\b/i,
    'integrated_circuit',
  ],
  [/^crystals$/i, 'crystal'],
  [/\bconnectors$/i, 'connector'],
  [/^(tactile|slide|dip) switches\b/i, 'switch'],
];

/** What a part says of itself, but for its prices, which are read with those of the whole answer. */
export interface ReadPart {
  readonly mpn: string;
  readonly manufacturer: string;
  /** As Mouser names it. */
  readonly named: string;
  readonly fields: ComponentFields;
  /** Null: cannot be ordered. */
  readonly offer: Omit<SupplierOffer, 'price_breaks'> | null;
}

/** Null: the part names no manufacturer or no number of the manufacturer's, so it is nobody's. */
export function readPart(part: MouserPart, source: string): ReadPart | null {
  const mpn = cleanPartNumber(part.ManufacturerPartNumber);
  if (mpn === null || part.Manufacturer === '') return null;
  const known = resolveManufacturer(part.Manufacturer);
  const manufacturer = known?.name ?? part.Manufacturer;
  const reference = webAddress(part.ProductDetailUrl);
  const fields: ComponentFields = {};
  const say = (said: Statements, confidence = STATED, raw?: string) =>
    state(fields, said, { source, confidence, ...(reference && { reference }), ...(raw && { raw }) });

  say({ manufacturer }, known?.confidence);
  say({ category: CATEGORIES.find(([shelf]) => shelf.test(part.Category))?.[1] }, TRANSLATED);
  say({ description: part.Description || undefined });
  const lifecycle = lifeOf(part);
  if (lifecycle) say({ lifecycle: lifecycle[0] }, lifecycle[1], part.LifecycleStatus?.trim());
  say({ rohs: rohsOf(part.ROHSStatus) });
  say({ datasheet: webAddress(part.DataSheetUrl) ?? undefined });

  return { mpn, manufacturer, named: part.Manufacturer, fields, offer: offerOf(part, reference) };
}

function offerOf(part: MouserPart, url: string | null): ReadPart['offer'] {
  if (part.MouserPartNumber === '' || part.MouserPartNumber === NOT_ORDERABLE) return null;
  return {
    supplier_part_number: part.MouserPartNumber,
    stock: wholeNumber(part.AvailabilityInStock) ?? wholeNumber(part.Availability, / In Stock$/),
    min_quantity: wholeNumber(part.Min) || null,
    multiple: wholeNumber(part.Mult) || null,
    lead_time_days: wholeNumber(part.LeadTime, / Days?$/),
    url,
    packaging: packagingOf(part),
    max_quantity: wholeNumber(part.SalesMaximumOrderQty) || null,
    tariff_code: tariffCode(
      part.ProductCompliance.find(({ ComplianceName }) => ComplianceName === 'USHTS')?.ComplianceValue ?? '',
    ),
    status: part.LifecycleStatus?.trim() || null,
  };
}

const PACKAGINGS: ReadonlyMap<string, OfferPackaging> = new Map([
  ['cut tape', 'cut_tape'],
  ['reel', 'reel'],
  ['tube', 'tube'],
  ['tray', 'tray'],
  ['bulk', 'bulk'],
  ['box', 'box'],
]);

/** A number that is sold in several packings comes as cut tape unless a reel is asked for. */
function packagingOf({ ProductAttributes }: MouserPart): OfferPackaging | null {
  const all = ProductAttributes.filter(({ AttributeName }) => AttributeName === 'Packaging')
    .map(({ AttributeValue }) => PACKAGINGS.get(AttributeValue.toLowerCase()));
  if (all.includes('cut_tape')) return 'cut_tape';
  return all.length === 1 ? all[0] ?? null : null;
}

function lifeOf({ LifecycleStatus, IsDiscontinued }: MouserPart): [Said<'lifecycle'>, number] | null {
  if (IsDiscontinued.toLowerCase() === 'true') return ['obsolete', STATED];
  if (LifecycleStatus === undefined) return null;
  if (LifecycleStatus === null || LifecycleStatus.trim() === '') return ['active', IMPLIED];
  const stated = lifecycleOf(LifecycleStatus);
  return stated ? [stated, STATED] : null;
}
