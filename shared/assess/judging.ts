/** What the database tells of a BOM to be judged, as it comes: without names of fields, since it may be ten thousand lines. */
import { z } from 'zod';
import { SuppliersNotAsked } from '../domain/component.ts';
import type { Contradiction } from '../domain/contradiction.ts';
import { nameOfLine } from '../domain/name-of-line.ts';
import { type LineStatus, type REVIEWS, RUN_STATUSES } from '../domain/status.ts';
import { atAgreedPrice } from './cost/agreed.ts';
import type { MarketOffer } from './cost/market.ts';
import type { SummaryLine, SummaryPart } from './summary.ts';

type Status = LineStatus;

type LineRow = readonly [
  id: string,
  line_number: number,
  mpn: string | null,
  quantity: number | null,
  part: string,
  status: Status,
  result_status: Status | '',
  review: (typeof REVIEWS)[number],
  contradiction?: Contradiction['severity'] | null,
  sentence?: string | null,
  /** Of its manufacturer, where that is open. */
  asks?: boolean | null,
  said?: string | null,
  /** Nobody knows its part, and it is meant as written. */
  kept?: boolean,
  /** What people call it by, where it states no number. */
  calledBy?: readonly [designators: string | null, sourceRow: number | null],
];

type OfferRow = readonly [
  own: boolean,
  supplier: string,
  seller: string,
  supplier_part_number: string,
  stock: number | null,
  min_quantity: number | null,
  multiple: number | null,
  max_quantity: number | null,
  lead_time_days: number | null,
  marketplace: boolean,
  packaging: MarketOffer['packaging'],
  reeling_fee: MarketOffer['reeling_fee'],
  /** In seconds since 1970. */
  observed_at: number,
  prices: MarketOffer['prices'],
];

/** Where an offer says when. */
const OBSERVED_AT = 12;

type PartRow = readonly [
  part: string,
  facts: readonly [
    category: string | null,
    package_name: string | null,
    pins: number | null,
    lifecycle: string | null,
    rohs: string | null,
  ],
  offers: readonly OfferRow[],
  /** Only where the organization has either. */
  own_stock?: number,
  agreed?: readonly OfferRow[],
];

/** Ours by our own function: only its form as a whole is checked, not each of a hundred thousand values. */
const rows = <Row>() => z.custom<readonly Row[]>(Array.isArray);

/** `version` alone: nothing has changed since. */
export const JudgingAnswer = z.object({
  version: z.string(),
  /** As `version`, but for what other BOMs' runs bring. */
  state: z.string().optional(),
  /** That the BOM is meant for. */
  boards: z.int().optional(),
  bom: z.object({
    bom_id: z.guid(),
    name: z.string(),
    event_id: z.string().nullable(),
    status: z.enum(RUN_STATUSES).nullable(),
    /** As the organization has written them. */
    blocked: z.array(z.string()),
    preferred: z.array(z.string()),
    suppliers_not_asked: SuppliersNotAsked,
  }).optional(),
  lines: rows<LineRow>().optional(),
  parts: rows<PartRow>().optional(),
  /** One part in two rows, everybody's and the organization's own: which one stands for which. */
  twins: rows<readonly [twin: string, part: string]>().optional(),
});

export interface JudgedBom {
  readonly version: string;
  readonly bom: NonNullable<z.infer<typeof JudgingAnswer>['bom']>;
  readonly lines: readonly SummaryLine[];
  readonly parts: readonly SummaryPart[];
}

/** @throws Error when the answer is of a version alone */
export function readJudging(
  { version, bom, lines, parts, twins = [] }: z.infer<typeof JudgingAnswer>,
): JudgedBom {
  if (!bom || !lines || !parts) throw new Error('the database told nothing of a BOM that is not known yet');
  const known = new Map(parts.map((row) => [row[0], row]));
  const names = new Map(parts.map(([part]) => [part, part]));
  for (const [twin, part] of twins) {
    const [theirs, ours] = [known.get(twin), known.get(part)];
    // The BOM may have one of the two alone.
    if (!theirs || !ours) continue;
    known.set(part, withTwin(ours, theirs));
    known.delete(twin);
    names.set(twin, part);
  }
  return {
    version,
    bom,
    lines: lines.map((row) => lineOf(row, names)),
    parts: [...known.values()].map(partOf),
  };
}

/** What is on hand, and what was agreed, is of the part, however many rows it has; of one offer in both, the newer is kept. */
function withTwin(
  [part, facts, offers, ...own]: PartRow,
  [, , theirOffers]: PartRow,
): PartRow {
  const newest = new Map<string, OfferRow>();
  for (const row of [...offers, ...theirOffers]) {
    const key = JSON.stringify(row.slice(0, 4));
    const other = newest.get(key);
    if (!other || other[OBSERVED_AT] < row[OBSERVED_AT]) newest.set(key, row);
  }
  return [part, facts, [...newest.values()], ...own];
}

/**
 * A line keeps the id of a component that its organization has deleted since: that is no part any more.
 * @param names of the parts that there are, by the ids that lines have of them
 */
function lineOf(row: LineRow, names: ReadonlyMap<string, string>): SummaryLine {
  const [
    line_id,
    line_number,
    mpn,
    quantity,
    part,
    status,
    result_status,
    review,
    contradiction,
    sentence,
    asks,
    said,
    kept,
    calledBy,
  ] = row;
  return {
    line_id,
    line_number,
    mpn,
    quantity,
    part: names.get(part) ?? null,
    status,
    result_status: result_status || null,
    review,
    contradiction: contradiction ?? null,
    sentence: sentence ?? null,
    open_manufacturer: said == null ? null : { asks: asks ?? false, sentence: said },
    kept: kept ?? false,
    ...(calledBy === undefined
      ? {}
      : { name: nameOfLine({ designators: calledBy[0], source_row: calledBy[1], line_number }) }),
  };
}

function partOf(
  [part, [category, name, pins, lifecycle, rohs], offered, own_stock = 0, agreed = []]: PartRow,
): SummaryPart {
  const offers = withoutReplaced(offered).map(offerOf);
  return {
    part,
    category,
    package: name,
    pins,
    lifecycle,
    rohs,
    own_stock,
    offers: agreed.length === 0
      ? offers
      : [...offers, ...agreed.map((row) => atAgreedPrice(offerOf(row), offers))],
  };
}

/** An organization's own offer takes the place of the shared one of the same supplier, seller and number. */
function withoutReplaced(offers: readonly OfferRow[]): readonly OfferRow[] {
  if (!offers.some(([own]) => own)) return offers;
  const key = ([, supplier, seller, number]: OfferRow) => JSON.stringify([supplier, seller, number]);
  const own = new Set(offers.filter(([own]) => own).map(key));
  return offers.filter((offer) => offer[0] || !own.has(key(offer)));
}

function offerOf(row: OfferRow): MarketOffer {
  const [
    ,
    supplier,
    seller,
    supplier_part_number,
    stock,
    min_quantity,
    multiple,
    max_quantity,
    lead_time_days,
    marketplace,
    packaging,
    reeling_fee,
    observed_at,
    prices,
  ] = row;
  return {
    supplier,
    seller,
    supplier_part_number,
    stock,
    min_quantity,
    multiple,
    max_quantity,
    lead_time_days,
    marketplace,
    packaging,
    reeling_fee,
    observed_at,
    prices,
  };
}
