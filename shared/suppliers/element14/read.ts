/** One product as element14's answer has it, turned into what we keep: fields with their source, and an offer. */
import { z } from 'zod';
import type { ComponentFields, OfferPackaging, SupplierOffer } from '../../domain/component.ts';
import type { Said } from '../../domain/said.ts';
import { state, type Statements } from '../../parts/finding.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber } from '../../parts/part-number.ts';
import type { ReadPart } from '../findings.ts';
import { readSentPrices } from '../price.ts';
import {
  address,
  countryCode,
  moistureLevel,
  pieces,
  prose,
  tariffCode,
  text,
  webAddress,
} from '../texts.ts';

const count = z.number().nullish();

export const Product = z.object({
  sku: text,
  displayName: prose,
  productStatus: text,
  releaseStatusCode: text,
  rohsStatusCode: text,
  packSize: count,
  unitOfMeasure: text,
  datasheets: z.array(z.object({ url: address })).nullish(),
  prices: z.array(z.object({ from: z.int().positive(), cost: z.union([z.number(), z.string()]).nullish() }))
    .nullish(),
  stock: z.object({ level: count, leastLeadTime: count }).nullish(),
  vendorName: text,
  brandName: text,
  translatedManufacturerPartNumber: text,
  translatedMinimumOrderQuality: count,
  attributes: z.array(z.object({ attributeLabel: text, attributeValue: text })).nullish(),
  countryOfOrigin: text,
  productURL: address,
});
export type Product = z.infer<typeof Product>;

const STATED = 1;

/** Of the part, where element14 says so; of its own shelf it says `NO_LONGER_STOCKED` and the like. */
const RELEASES: ReadonlyMap<string, Said<'lifecycle'>> = new Map([
  ['1', 'preview'],
  ['2', 'active'],
  ['4', 'active'],
  ['6', 'end_of_life'],
  ['7', 'obsolete'],
]);

const ROHS: ReadonlyMap<string, Said<'rohs'>> = new Map([
  ['YES', 'compliant'],
  ['YES_YES', 'compliant'],
  ['Y-EX', 'compliant_by_exemption'],
  ['Y-EX_YES', 'compliant_by_exemption'],
  ['NO', 'non_compliant'],
  ['NO_NO', 'non_compliant'],
]);

/** Null: the product names no manufacturer or no number of the manufacturer's, so it is nobody's. */
export function readProduct(product: Product, currency: string, source: string): ReadPart | null {
  const mpn = cleanPartNumber(product.translatedManufacturerPartNumber);
  const named = product.brandName || product.vendorName;
  if (mpn === null || named === '') return null;
  const known = resolveManufacturer(named);
  const manufacturer = known?.name ?? named;
  const reference = webAddress(product.productURL);
  const fields: ComponentFields = {};
  const say = (said: Statements, confidence = STATED, raw?: string) =>
    state(fields, said, { source, confidence, ...(reference && { reference }), ...(raw && { raw }) });

  say({ manufacturer }, known?.confidence);
  say({ description: descriptionOf(product) });
  const status = [product.productStatus, product.releaseStatusCode].filter(Boolean).join(' ');
  say({ lifecycle: lifecycleOf(product) }, STATED, status);
  say({ rohs: ROHS.get(product.rohsStatusCode.toUpperCase()) });
  say({ datasheet: webAddress(product.datasheets?.[0]?.url ?? '') ?? undefined });
  return {
    mpn,
    manufacturer,
    named,
    supplierNumber: product.sku,
    fields,
    offers: product.sku === '' ? [] : [offerOf(product, currency, reference, status)],
  };
}

function offerOf(product: Product, currency: string, url: string | null, status: string): SupplierOffer {
  // Whether a pack's price and stock are those of its pieces is not said.
  const isByPiece = (product.packSize ?? 1) === 1;
  const breaks = isByPiece ? product.prices ?? [] : [];
  const prices = readSentPrices(breaks.map(({ cost }) => cost));
  const said = (label: RegExp) =>
    product.attributes?.find(({ attributeLabel }) => label.test(attributeLabel))?.attributeValue ?? '';
  return {
    supplier_part_number: product.sku,
    stock: isByPiece ? pieces(product.stock?.level) : null,
    min_quantity: isByPiece ? pieces(product.translatedMinimumOrderQuality) || null : null,
    multiple: null,
    lead_time_days: pieces(product.stock?.leastLeadTime) || null,
    price_breaks: breaks.flatMap(({ from }, i) => {
      const price = prices[i] ?? null;
      return price === null ? [] : [{ quantity: from, price, currency }];
    }).sort((a, b) => a.quantity - b.quantity),
    url,
    packaging: packagingOf(product),
    country_of_origin: countryCode(product.countryOfOrigin),
    tariff_code: tariffCode(said(/^tariffCode$/i)),
    moisture_sensitivity: moistureLevel(said(/^(MSL|moisture sensitivity level)/i)),
    status: status || null,
  };
}

/** `KEMET - C0603C103K5RACTU - Ceramic Capacitor, 0.01 µF` */
function descriptionOf({ displayName, translatedManufacturerPartNumber }: Product): string | undefined {
  const [, described] = displayName.split(` - ${translatedManufacturerPartNumber} - `);
  return described?.trim() || displayName || undefined;
}

function lifecycleOf({ productStatus, releaseStatusCode }: Product): Said<'lifecycle'> | undefined {
  return productStatus === 'NO_LONGER_MANUFACTURED' ? 'obsolete' : RELEASES.get(releaseStatusCode);
}

/** A number that ends in `RL` is the one before it, reeled to order. */
function packagingOf({ sku, unitOfMeasure }: Product): OfferPackaging | null {
  if (/^\d{6,8}RL$/.test(sku)) return 'custom_reel';
  if (/\bCUT TAPE\b/i.test(unitOfMeasure)) return 'cut_tape';
  return /\bREEL\b/i.test(unitOfMeasure) ? 'reel' : null;
}
