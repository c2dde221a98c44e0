/** One part as Nexar's answer has it, turned into what we keep: fields with their source, and an offer for each seller's. */
import { z } from 'zod';
import type { ComponentFields, OfferPackaging, SupplierOffer } from '../../domain/component.ts';
import { state, type Statements } from '../../parts/finding.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber } from '../../parts/part-number.ts';
import type { ReadPart } from '../findings.ts';
import { readSentPrices } from '../price.ts';
import { address, currencyCode, pieces, prose, text, webAddress } from '../texts.ts';
import { lifecycleOf, rohsOf } from '../words.ts';

const count = z.number().nullish();
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item).nullish().transform((items) => items ?? []);

const SoldAs = z.object({
  sku: text,
  clickUrl: address,
  inventoryLevel: count,
  moq: count,
  orderMultiple: count,
  packaging: text,
  prices: list(
    z.object({
      quantity: z.int().positive(),
      price: z.union([z.number(), z.string()]).nullish(),
      currency: text,
    }),
  ),
});
type SoldAs = z.infer<typeof SoldAs>;

export const NexarPart = z.object({
  mpn: text,
  manufacturer: z.object({ name: text }).nullish(),
  shortDescription: prose,
  octopartUrl: address,
  bestDatasheet: z.object({ url: address }).nullish(),
  specs: list(z.object({ attribute: z.object({ shortname: text }).nullish(), displayValue: text })),
  sellers: list(z.object({ company: z.object({ name: text }).nullish(), offers: list(SoldAs) })),
});
export type NexarPart = z.infer<typeof NexarPart>;

/** What is asked of each part. Exactly this is read below. */
export const PART_FIELDS = `mpn manufacturer { name } shortDescription octopartUrl bestDatasheet { url }
      specs { attribute { shortname } displayValue }
      sellers(authorizedOnly: true) {
        company { name }
        offers { sku clickUrl inventoryLevel moq orderMultiple packaging prices { quantity price currency } }
      }`;

const STATED = 1;

const PACKAGINGS: ReadonlyMap<string, OfferPackaging> = new Map([
  ['cut tape', 'cut_tape'],
  ['reel', 'reel'],
  ['tape & reel', 'reel'],
  ['custom reel', 'custom_reel'],
  ['digi-reel', 'custom_reel'],
  ['tube', 'tube'],
  ['tray', 'tray'],
  ['box', 'box'],
  ['bulk', 'bulk'],
]);

/** Null: the part names no manufacturer or no number of the manufacturer's, so it is nobody's. */
export function readPart(part: NexarPart, source: string): ReadPart | null {
  const mpn = cleanPartNumber(part.mpn);
  const named = part.manufacturer?.name ?? '';
  if (mpn === null || named === '') return null;
  const known = resolveManufacturer(named);
  const manufacturer = known?.name ?? named;
  const reference = webAddress(part.octopartUrl);
  const fields: ComponentFields = {};
  const say = (said: Statements, confidence = STATED, raw?: string) =>
    state(fields, said, { source, confidence, ...(reference && { reference }), ...(raw && { raw }) });
  const spec = (...names: string[]) =>
    part.specs.find(({ attribute }) => names.includes(attribute?.shortname ?? ''))?.displayValue ?? '';

  say({ manufacturer }, known?.confidence);
  say({ description: part.shortDescription || undefined });
  const life = spec('manufacturerlifecyclestatus') || spec('lifecyclestatus');
  say({ lifecycle: lifecycleOf(life) }, STATED, life);
  say({ rohs: rohsOf(spec('rohs')) });
  say({ datasheet: webAddress(part.bestDatasheet?.url ?? '') ?? undefined });
  return {
    mpn,
    manufacturer,
    named,
    supplierNumber: '',
    fields,
    offers: part.sellers.flatMap(({ company, offers }) =>
      company?.name
        ? offers.flatMap((offer) => offer.sku === '' ? [] : [offerOf(offer, company.name, life)])
        : []
    ),
  };
}

function offerOf(offer: SoldAs, seller: string, status: string): SupplierOffer {
  const prices = readSentPrices(offer.prices.map(({ price }) => price));
  return {
    supplier_part_number: offer.sku,
    seller,
    // Below zero it is not a number of pieces: -1 is "not stocked", -3 "ask".
    stock: pieces(offer.inventoryLevel),
    min_quantity: pieces(offer.moq) || null,
    multiple: pieces(offer.orderMultiple) || null,
    lead_time_days: null,
    price_breaks: offer.prices.flatMap(({ quantity, currency }, i) => {
      const [price, code] = [prices[i] ?? null, currencyCode(currency)];
      return price === null || code === null ? [] : [{ quantity, price, currency: code }];
    }).sort((a, b) => a.quantity - b.quantity),
    url: webAddress(offer.clickUrl),
    packaging: PACKAGINGS.get(offer.packaging.toLowerCase()) ?? null,
    status: status || null,
  };
}
