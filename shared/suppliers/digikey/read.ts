/** One product as DigiKey's answer has it, turned into what we keep: fields with their source, and an offer a variation. */
import { z } from 'zod';
import type { Category } from '../../domain/categories.ts';
import type { ComponentFields, OfferPackaging, SupplierOffer } from '../../domain/component.ts';
import type { QuantityName } from '../../domain/fields.ts';
import type { Said } from '../../domain/said.ts';
import { state, type Statements } from '../../parts/finding.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber } from '../../parts/part-number.ts';
import { readValue } from '../../parts/text/value.ts';
import type { ReadPart } from '../findings.ts';
import { readSentPrices, type SentPrice } from '../price.ts';
import { address, moistureLevel, pieces, prose, tariffCode, text, webAddress } from '../texts.ts';
import { lifecycleOf, rohsOf } from '../words.ts';

const count = z.number().nullish();
const flag = z.boolean().nullish();
const sentPrice = z.union([z.number(), z.string()]).nullish() satisfies z.ZodType<SentPrice>;
const named = z.object({ Id: z.number().nullish(), Name: text }).nullish();

const Variation = z.object({
  DigiKeyProductNumber: text,
  PackageType: named,
  StandardPricing: z.array(z.object({ BreakQuantity: z.int().positive(), UnitPrice: sentPrice })).nullish(),
  MarketPlace: flag,
  Supplier: named,
  QuantityAvailableforPackageType: count,
  MaxQuantityForDistribution: count,
  MinimumOrderQuantity: count,
  StandardPackage: count,
  DigiReelFee: sentPrice,
});
type Variation = z.infer<typeof Variation>;

interface Shelf {
  readonly Name: string;
  readonly ChildCategories?: readonly Shelf[] | null | undefined;
}
const Shelf: z.ZodType<Shelf> = z.lazy(() =>
  z.object({ Name: text, ChildCategories: z.array(Shelf).nullish() })
) as z.ZodType<Shelf>;

export const Product = z.object({
  Description: z.object({ ProductDescription: prose, DetailedDescription: prose }).nullish(),
  Manufacturer: named,
  ManufacturerProductNumber: text,
  ProductUrl: address,
  DatasheetUrl: address,
  ProductVariations: z.array(Variation).nullish(),
  ProductStatus: z.object({ Id: z.number().nullish(), Status: text }).nullish(),
  Parameters: z.array(z.object({ ParameterId: z.number().nullish(), ValueText: text })).nullish(),
  Category: Shelf.nullish(),
  ManufacturerLeadWeeks: text,
  Classifications: z.object({
    RohsStatus: text,
    MoistureSensitivityLevel: text,
    HtsusCode: text,
  }).nullish(),
});
export type Product = z.infer<typeof Product>;

const STATED = 1;
/** DigiKey's shelves are not our categories. */
const TRANSLATED = 0.9;

/** Its texts are in the language of the site; these ids are not. What is not here is read in English, or not at all. */
const STATUSES: ReadonlyMap<number, Said<'lifecycle'>> = new Map([
  [0, 'active'],
  [1, 'obsolete'],
  [2, 'end_of_life'],
  [4, 'end_of_life'],
  [7, 'not_for_new_designs'],
]);

const PACKAGINGS: readonly (readonly [RegExp, OfferPackaging])[] = [
  [/^digi-?reel/i, 'custom_reel'],
  [/^tape & reel/i, 'reel'],
  [/^cut tape/i, 'cut_tape'],
  [/^tube/i, 'tube'],
  [/^tray/i, 'tray'],
  [/^(box|tape & box)/i, 'box'],
  [/^(bulk|bag)/i, 'bulk'],
];
/** Of the kinds of packing that have one in every language. */
const PACKAGING_IDS: ReadonlyMap<number, OfferPackaging> = new Map([
  [1, 'reel'],
  [2, 'cut_tape'],
  [243, 'custom_reel'],
]);

/** Shelves whose name leaves no doubt, from the outer to the inner one. */
const CATEGORIES: readonly (readonly [RegExp, Category])[] = [
  [/^Resistors > Chip Resistor/i, 'chip_resistor'],
  [/^Resistors > Through Hole/i, 'through_hole_resistor'],
  [/^Capacitors > Ceramic/i, 'ceramic_capacitor'],
  [/^Capacitors > Aluminum Electrolytic/i, 'electrolytic_capacitor'],
  [/^Capacitors > Aluminum - Polymer/i, 'polymer_capacitor'],
  [/^Capacitors > Tantalum/i, 'tantalum_capacitor'],
  [/^Capacitors > Film/i, 'film_capacitor'],
  [/^Inductors, Coils, Chokes > Fixed/i, 'inductor'],
  [/^Filters > Ferrite Beads/i, 'ferrite_bead'],
  [/^Discrete .* > Diodes/i, 'diode'],
  [/^Discrete .* > Transistors/i, 'transistor'],
  [/^Optoelectronics > LED Indication/i, 'led'],
  [/^Crystals.* > Crystals/i, 'crystal'],
  [/^Integrated Circuits/i, 'integrated_circuit'],
  [/^Connectors/i, 'connector'],
  [/^Switches/i, 'switch'],
];

/** Parameters that say one quantity. */
const QUANTITIES: ReadonlyMap<number, QuantityName> = new Map([
  [2, 'power_rating'],
  [3, 'tolerance'],
  [2049, 'capacitance'],
  [2079, 'voltage_rating'],
  [2085, 'resistance'],
]);
const CHIP_SIZE_PARAMETER = 16;

/** @returns a part for each packing; none where the product names no manufacturer or no number of the manufacturer's */
export function readProduct(product: Product, currency: string | null, source: string): ReadPart[] {
  const mpn = cleanPartNumber(product.ManufacturerProductNumber);
  const named = product.Manufacturer?.Name ?? '';
  if (mpn === null || named === '') return [];
  const known = resolveManufacturer(named);
  const manufacturer = known?.name ?? named;
  const reference = webAddress(product.ProductUrl);
  const fields: ComponentFields = {};
  const say = (said: Statements, confidence = STATED, raw?: string) =>
    state(fields, said, { source, confidence, ...(reference && { reference }), ...(raw && { raw }) });

  const { Description, ProductStatus, Classifications } = product;
  say({ manufacturer }, known?.confidence);
  say({ category: CATEGORIES.find(([shelf]) => shelf.test(shelvesOf(product.Category)))?.[1] }, TRANSLATED);
  say({ description: Description?.DetailedDescription || Description?.ProductDescription || undefined });
  say(quantitiesOf(product));
  const lifecycle = STATUSES.get(ProductStatus?.Id ?? NaN) ?? lifecycleOf(ProductStatus?.Status ?? '');
  say({ lifecycle }, STATED, ProductStatus?.Status);
  say({ rohs: rohsOf(Classifications?.RohsStatus ?? '') });
  say({ datasheet: webAddress(product.DatasheetUrl) ?? undefined });

  const common = {
    lead_time_days: daysOf(product.ManufacturerLeadWeeks),
    url: reference,
    tariff_code: tariffCode(Classifications?.HtsusCode ?? ''),
    moisture_sensitivity: moistureLevel(Classifications?.MoistureSensitivityLevel ?? ''),
    status: ProductStatus?.Status || null,
  };
  const variations = product.ProductVariations ?? [];
  const part = { mpn, manufacturer, named, fields };
  if (variations.length === 0) return [{ ...part, supplierNumber: '', offers: [] }];
  return variations.map((variation) => ({
    ...part,
    supplierNumber: variation.DigiKeyProductNumber,
    offers: variation.DigiKeyProductNumber === '' ? [] : [offerOf(variation, currency, common)],
  }));
}

function offerOf(
  variation: Variation,
  currency: string | null,
  common: Pick<SupplierOffer, 'lead_time_days' | 'url' | 'tariff_code' | 'moisture_sensitivity' | 'status'>,
): SupplierOffer {
  const { MarketPlace, PackageType, MinimumOrderQuantity, StandardPackage } = variation;
  const breaks = variation.StandardPricing ?? [];
  const prices = readSentPrices(breaks.map(({ UnitPrice }) => UnitPrice));
  const [fee] = readSentPrices([variation.DigiReelFee]);
  const minimum = pieces(MinimumOrderQuantity) || null;
  const pack = pieces(StandardPackage) || null;
  return {
    ...common,
    supplier_part_number: variation.DigiKeyProductNumber,
    stock: pieces(variation.QuantityAvailableforPackageType),
    min_quantity: minimum,
    // Whole reels are sold by the reel; a tray's size is only how the pieces come.
    multiple: pack !== null && minimum !== null && minimum % pack === 0 ? pack : null,
    price_breaks: breaks.flatMap(({ BreakQuantity }, i) => {
      const price = prices[i] ?? null;
      return price === null || currency === null ? [] : [{ quantity: BreakQuantity, price, currency }];
    }).sort((a, b) => a.quantity - b.quantity),
    marketplace: MarketPlace === true,
    seller: MarketPlace === true ? variation.Supplier?.Name || null : null,
    packaging: PACKAGING_IDS.get(PackageType?.Id ?? NaN) ??
      PACKAGINGS.find(([name]) => name.test(PackageType?.Name ?? ''))?.[1] ?? null,
    max_quantity: pieces(variation.MaxQuantityForDistribution) || null,
    reeling_fee: fee && currency !== null ? { price: fee, currency } : null,
  };
}

/** `Resistors > Chip Resistor - Surface Mount` */
function shelvesOf(shelf: Shelf | null | undefined): string {
  if (!shelf) return '';
  const inner = shelvesOf(shelf.ChildCategories?.[0]);
  return inner === '' ? shelf.Name : `${shelf.Name} > ${inner}`;
}

function quantitiesOf({ Parameters }: Product): Statements {
  const said: Record<string, Said<QuantityName> | string> = {};
  for (const { ParameterId, ValueText } of Parameters ?? []) {
    const field = QUANTITIES.get(ParameterId ?? NaN);
    if (field) {
      // `0.125W, 1/8W` says one thing twice.
      const readings = readValue(ValueText.split(',')[0] ?? '', null).flatMap((statement) =>
        statement.readings
      )
        .filter((reading) => reading.field === field);
      const [reading] = readings;
      if (reading && 'unit' in reading && readings.length === 1) {
        said[field] = { value: reading.value, unit: reading.unit };
      }
    } else if (ParameterId === CHIP_SIZE_PARAMETER) {
      // Other packages have a name at each manufacturer: what would look like a contradiction is none.
      const size = /^(\d{4}) \(\d{4} Metric\)$/.exec(ValueText)?.[1];
      if (size) said.package = size;
    }
  }
  return said as Statements;
}

function daysOf(weeks: string): number | null {
  return /^\d{1,3}$/.test(weeks) ? Number(weeks) * 7 : null;
}
