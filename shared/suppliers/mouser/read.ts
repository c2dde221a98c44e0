/** One part as Mouser's answer has it, turned into what we keep: fields with their source, and an offer. */
import { z } from 'zod';
import type { Category } from '../../domain/categories.ts';
import type { ComponentFields, SupplierOffer } from '../../domain/component.ts';
import type { Said } from '../../domain/said.ts';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from '../../domain/limits.ts';
import { state, type Statements } from '../../parts/finding.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber, visibleText } from '../../parts/part-number.ts';

/**
 * Any field may be missing or null: nothing but the number and the manufacturer is needed to say whose part it is. A
 * text that is longer than any such can be says nothing, because half of a name or an address is a wrong one.
 */
const text = z.string().nullish().transform((value) => textWithin(value, MAX_NAME_CHARS));
const address = z.string().nullish().transform((value) => textWithin(value, MAX_ADDRESS_CHARS));
/** Of prose the beginning is as true as the whole. */
const prose = z.string().nullish().transform((value) =>
  visibleText(start(visibleText(start(value ?? '')))).trim()
);

/** Longer ones are not followed by browsers everywhere. */
const MAX_ADDRESS_CHARS = 2_000;

/** Compatibility forms fold to up to 18 letters each, so a text is measured before and after. */
function textWithin(value: string | null | undefined, most: number): string {
  if (!value || value.length > most) return '';
  const said = visibleText(value).trim();
  return said.length > most ? '' : said;
}

function start(said: string): string {
  return said.slice(0, MAX_TEXT_CHARS);
}

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

const LIFECYCLES: ReadonlyMap<string, Said<'lifecycle'>> = new Map([
  ['new product', 'active'],
  ['new at mouser', 'active'],
  ['not recommended for new designs', 'not_for_new_designs'],
  ['end of life', 'end_of_life'],
  ['obsolete', 'obsolete'],
]);

/** Whole sentences: "RoHS Non-Compliant" holds the word "Compliant", too. */
const ROHS: ReadonlyMap<string, Said<'rohs'>> = new Map([
  ['rohs compliant', 'compliant'],
  ['rohs compliant by exemption', 'compliant_by_exemption'],
  ['rohs compliant with exemption', 'compliant_by_exemption'],
  ['rohs non-compliant', 'non_compliant'],
  ['rohs not compliant', 'non_compliant'],
  ['non-compliant', 'non_compliant'],
  ['not compliant', 'non_compliant'],
]);

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
  const say = (said: Statements, confidence = STATED) =>
    state(fields, said, { source, confidence, ...(reference ? { reference } : {}) });

  say({ manufacturer }, known?.confidence);
  say({ category: CATEGORIES.find(([shelf]) => shelf.test(part.Category))?.[1] }, TRANSLATED);
  say({ description: part.Description || undefined });
  const lifecycle = lifecycleOf(part);
  if (lifecycle) say({ lifecycle: lifecycle[0] }, lifecycle[1]);
  say({ rohs: ROHS.get(part.ROHSStatus.toLowerCase()) });
  say({ datasheet: webAddress(part.DataSheetUrl) ?? undefined });

  return { mpn, manufacturer, fields, offer: offerOf(part, reference) };
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
  };
}

function lifecycleOf({ LifecycleStatus, IsDiscontinued }: MouserPart): [Said<'lifecycle'>, number] | null {
  if (IsDiscontinued.toLowerCase() === 'true') return ['obsolete', STATED];
  if (LifecycleStatus === undefined) return null;
  if (LifecycleStatus === null || LifecycleStatus.trim() === '') return ['active', IMPLIED];
  const stated = LIFECYCLES.get(LifecycleStatus.trim().toLowerCase());
  return stated ? [stated, STATED] : null;
}

/** Digits alone, or before a word that says what they count. Other languages have other words: those stay unknown. */
function wholeNumber(said: string, unit?: RegExp): number | null {
  const digits = unit === undefined || unit.test(said) ? said.replace(unit ?? '', '') : '';
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

function webAddress(said: string): string | null {
  return /^https?:\/\/\S+$/.test(said) && URL.canParse(said) ? said : null;
}
