/** The answer that a BOM owes first: is it ready to order, what is in the way, and what do so many boards cost. */
import { LEFT_OUT, type LeftOut, type Verdict, VERDICTS } from '../domain/judging.ts';
import { isSandbox } from '../domain/source.ts';
import { lossOf } from './cost/attrition.ts';
import { poolDemand } from './cost/demand.ts';
import { type BuyingRules, marketOf, type MarketOffer, sellerOf } from './cost/market.ts';
import { money, Sums } from './cost/money.ts';
import { basketFor } from './cost/orders.ts';
import { type BuyingPart, mainCurrency, type PartPlan, planPart, type PlanRules } from './cost/plan.ts';
import { type Risk, riskOf } from './risk.ts';
import { isKeptUnknown, keptInWords, type LineFacts, verdictOf, whyAsked } from './verdict.ts';

export interface SummaryLine extends LineFacts {
  readonly line_id: string;
  readonly line_number: number;
  readonly mpn: string | null;
  /** As people call it, where it states no number. */
  readonly name?: string;
  /** Of the contradiction. */
  readonly sentence: string | null;
}

export interface SummaryPart {
  readonly part: string;
  readonly category: string | null;
  readonly package: string | null;
  readonly pins: number | null;
  readonly lifecycle: string | null;
  readonly rohs: string | null;
  readonly offers: readonly MarketOffer[];
  /** On hand; 0 where nobody says. */
  readonly own_stock: number;
}

export interface SummaryRules extends BuyingRules, Pick<PlanRules, 'attrition'> {
  /** What each supplier beyond the first costs in freight and work, in the main currency. */
  readonly supplier_fee: number;
}

/** Board counts that people ask about in addition to their own: a prototype, a pilot, two series. */
export const USUAL_BOARDS = [1, 25, 100, 1000] as const;

/** What a person looks at before anything else. */
const FIRST_LINES = 10;
const SHOWN_SAVINGS = 10;

export interface Cost {
  readonly boards: number;
  /** One for each currency: sums of two are never added up. */
  readonly totals: readonly {
    readonly currency: string;
    readonly total: number;
    readonly per_board: number;
  }[];
  /** Of `lines_to_buy`. */
  readonly lines_priced: number;
  readonly lines_to_buy: number;
  readonly lines_short: number;
  /** Bought for what is lost, over all parts. */
  readonly spares: number;
}

export interface Summary {
  readonly boards: number;
  /** In which whatever can be is bought; null where nothing has a price. What is in no offer of it is summed up apart. */
  readonly currency: string | null;
  /** Nothing is wrong, asked, pending or short, and all of it has a price. */
  readonly ready: boolean;
  /** Lines by their one word. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The lines to look at first, the loudest first. */
  readonly first: readonly {
    readonly line_id: string;
    readonly line_number: number;
    readonly mpn: string | null;
    readonly verdict: Verdict;
    readonly why: string;
  }[];
  /** At `boards`, and at the counts that people also ask about. */
  readonly costs: readonly Cost[];
  readonly left_out: readonly { readonly reason: LeftOut; readonly lines: number }[];
  /** Where buying more costs less, the most first. */
  readonly savings: readonly {
    readonly mpn: string | null;
    readonly supplier: string;
    readonly supplier_part_number: string;
    readonly instead_of: number;
    readonly buy: number;
    readonly left_over: number;
    readonly saved: number;
    readonly currency: string;
  }[];
  /** What one supplier alone could deliver, beside the cheapest mix of all for the same parts. */
  readonly one_supplier: readonly {
    readonly supplier: string;
    readonly currency: string;
    readonly parts: number;
    readonly of_parts: number;
    readonly total: number;
    readonly mix_total: number;
  }[];
  /** How old what suppliers said is; null where nobody said anything. */
  readonly prices_from: { readonly oldest: string; readonly newest: string } | null;
  /** A supplier's sandbox made some of the prices and stock up. */
  readonly sandbox: boolean;
  /** Parts of which too little is known to say what gets lost: no spares are bought. */
  readonly parts_without_spares: number;
  /** What of it is the organization's own doing. */
  readonly own: {
    /** Pieces that are not bought because they are on hand, and of how many parts. */
    readonly stock_pieces: number;
    readonly stock_parts: number;
    /** Parts that are bought at agreed prices, and as of when those are. */
    readonly priced_parts: number;
    readonly prices_from: Summary['prices_from'];
    /** Sellers that are left out of price and stock though they sell some of the parts, and those that come first. */
    readonly blocked: readonly string[];
    readonly preferred: readonly string[];
  };
}

/** Lines with equal parts, with what is known of the part and what so many boards take of it. */
export interface Judged {
  readonly buying: BuyingPart;
  readonly known: SummaryPart;
  readonly lines: readonly SummaryLine[];
  /** At the boards that were asked for. */
  readonly plan: PartPlan;
}

/** A BOM with what its parts can be bought for, ready for any number of boards. */
export interface Prepared {
  readonly lines: readonly SummaryLine[];
  readonly pools: readonly Omit<Judged, 'plan'>[];
  readonly rules: SummaryRules;
  /** In which most of it is sold; null where nothing has a price. */
  readonly main: string | null;
  /** See Summary: the same for any number of boards. */
  readonly prices_from: Summary['prices_from'];
  readonly sandbox: boolean;
  /** By USUAL_BOARDS, worked out with the first summary: they are of each further one, whatever its boards. */
  readonly usual: Map<number, Cost>;
}

/** @param parts those that lines got, each once */
export function prepare(
  lines: readonly SummaryLine[],
  parts: readonly SummaryPart[],
  rules: SummaryRules,
): Prepared {
  const byPart = new Map(parts.map((part) => [part.part, part]));
  const losses = new Map<string, ReturnType<typeof lossOf>>();
  const asking = lines.filter(({ status, part }) =>
    status !== 'skipped' && part !== null && byPart.has(part)
  );
  const pools = poolDemand(asking).map((pool) => {
    const known = byPart.get(pool.part)!;
    const shape = `${known.category}|${known.package}|${known.pins}`;
    // Thousands of parts have a few shapes.
    if (!losses.has(shape)) losses.set(shape, lossOf(known));
    const buying: BuyingPart = {
      part: pool.part,
      per_board: pool.per_board,
      loss: losses.get(shape)!,
      market: marketOf(known.offers, rules),
      own_stock: known.own_stock,
    };
    return { lines: pool.lines, known, buying };
  });
  const main = rules.rates?.to ??
    mainCurrency(pools.map(({ buying: { market }, lines }) => ({ market, lines: lines.length })));
  return {
    lines,
    pools,
    rules,
    main,
    prices_from: ageOf(pools),
    sandbox: pools.some(({ known }) => known.offers.some(({ supplier }) => isSandbox(supplier))),
    usual: new Map(),
  };
}

/** What each part takes and costs for so many boards: the only place that says so, of totals and of order lists. */
export function planParts({ pools, main, rules }: Prepared, boards: number): Judged[] {
  return pools.map((pool) => ({ ...pool, plan: planPart(pool.buying, boards, main, rules) }));
}

/** What so many boards take of a part, over all lines that have it. */
export interface PartNeed {
  /** The first line with the part, and how many have it. */
  readonly line_number: number;
  readonly lines: number;
  /** On the boards, and lost in assembly. */
  readonly placed: number;
  readonly spares: number;
  readonly own_stock: number;
  readonly to_buy: number;
  /** What the cheapest orders bring: more where packs or price breaks say so. Null where nobody states a price. */
  readonly bought: number | null;
  /** Of all suppliers that count; null where that is unknown. */
  readonly stock: number | null;
  readonly short_by: number | null;
  readonly total: number | null;
  readonly currency: string | null;
  readonly suppliers: readonly string[];
  /** Where buying more costs less: the fewest that could be bought, and what is saved. */
  readonly instead_of: { readonly quantity: number; readonly saved: number } | null;
}

export interface LineVerdict {
  readonly line_id: string;
  readonly line_number: number;
  /** As the BOM says it. */
  readonly mpn: string | null;
  /** As people call it, where the BOM states no number. */
  readonly name?: string;
  readonly verdict: Verdict;
  /** A sentence; empty where there is nothing to say. */
  readonly why: string;
  /** Null where the line got no part, or does not say how many. */
  readonly part: PartNeed | null;
}

/** Each line's word, and what so many boards take of its part, in the order of the lines. */
export function lineVerdicts(prepared: Prepared, boards: number): LineVerdict[] {
  const needs = new Map<Judged, PartNeed>();
  return judgeLines(prepared.lines, planParts(prepared, boards)).map((one) => {
    const { line: { line_id, line_number, mpn, name }, verdict, pool } = one;
    if (pool && !needs.has(pool)) needs.set(pool, needOf(pool));
    return {
      line_id,
      line_number,
      mpn,
      ...(name === undefined ? {} : { name }),
      verdict,
      why: whyOf(one),
      part: pool && needs.get(pool)!,
    };
  });
}

function needOf({ lines, buying: { market, own_stock }, plan }: Judged): PartNeed {
  const orders = plan.basket?.orders ?? [];
  const better = orders.flatMap(({ instead_of, total }) =>
    instead_of === null ? [] : [{ quantity: instead_of.quantity, saved: money(instead_of.total - total) }]
  );
  return {
    line_number: Math.min(...lines.map(({ line_number }) => line_number)),
    lines: lines.length,
    placed: plan.needed,
    spares: plan.spares,
    own_stock,
    to_buy: plan.to_buy,
    bought: plan.basket && orders.reduce((sum, { quantity }) => sum + quantity, 0),
    stock: market.stock,
    short_by: plan.short_by,
    total: plan.basket && money(plan.basket.total),
    currency: plan.basket && plan.currency,
    suppliers: [...new Set(orders.map(({ offer }) => offer.seller || offer.supplier))],
    instead_of: better.find(({ saved }) => saved > 0) ?? null,
  };
}

/** @param boards that the answer is for */
export function summarize(prepared: Prepared, boards: number): Summary {
  const { lines, main, rules } = prepared;
  const linesToBuy = lines.reduce((sum, { status }) => sum + Number(status !== 'skipped'), 0);
  const judged = planParts(prepared, boards);
  const verdicts = judgeLines(lines, judged);
  const counts = countsOf(verdicts);
  const cost = costOf(prepared, boards, linesToBuy, judged);
  const costs = [
    cost,
    ...USUAL_BOARDS.filter((count) => count !== boards).map((count) => {
      const known = prepared.usual.get(count) ?? costOf(prepared, count, linesToBuy);
      prepared.usual.set(count, known);
      return known;
    }),
  ];
  return {
    boards,
    currency: main,
    // Of a BOM that asks for nothing, nobody knows whether it should.
    ready: linesToBuy > 0 && counts.wrong + counts.ask + counts.pending + counts.short === 0 &&
      cost.lines_priced === cost.lines_to_buy,
    verdicts: counts,
    first: firstOf(verdicts),
    costs,
    left_out: leftOut(lines, judged),
    savings: savingsOf(judged),
    one_supplier: oneSupplier(judged, main, rules),
    prices_from: prepared.prices_from,
    sandbox: prepared.sandbox,
    parts_without_spares: judged.filter(({ buying }) => buying.loss === null).length,
    own: ownOf(judged, rules),
  };
}

function ownOf(judged: readonly Judged[], rules: SummaryRules): Summary['own'] {
  let [stock_pieces, stock_parts, priced_parts] = [0, 0, 0];
  const [blocked, preferred] = [new Map<string, string>(), new Map<string, string>()];
  const agreed: number[] = [];
  for (const { known, plan: { needed, spares, to_buy, basket } } of judged) {
    const fromStock = needed + spares - to_buy;
    stock_pieces += fromStock;
    stock_parts += Number(fromStock > 0);
    const atAgreed = (basket?.orders ?? []).filter(({ offer }) => offer.agreed);
    priced_parts += Number(atAgreed.length > 0);
    for (const { offer } of atAgreed) agreed.push(offer.observed_at);
    if (!rules.blocked && !rules.preferred) continue;
    for (const offer of known.offers) {
      const seller = sellerOf(offer);
      if (rules.blocked?.has(seller)) blocked.set(seller, offer.seller || offer.supplier);
      else if (rules.preferred?.has(seller)) preferred.set(seller, offer.seller || offer.supplier);
    }
  }
  const named = (sellers: ReadonlyMap<string, string>) => [...sellers.values()].toSorted();
  return {
    stock_pieces,
    stock_parts,
    priced_parts,
    prices_from: agreed.length === 0
      ? null
      : { oldest: timeOf(least(agreed)), newest: timeOf(-least(agreed.map((at) => -at))) },
    blocked: named(blocked),
    preferred: named(preferred),
  };
}

/** Of thousands, which are too many arguments. */
const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));

/** What lists have of a line. */
export interface LineJudgement {
  readonly line_number: number;
  readonly verdict: Verdict;
  readonly risk: number | null;
  /** Of one piece, where as many are bought as the boards need. */
  readonly unit_price: number | null;
  readonly currency: string | null;
  readonly stock: number | null;
  readonly lifecycle: string | null;
}

/** Each line as it stands at so many boards, and how many there are of each word. */
export function judgeForLists({ lines, pools, rules, main }: Prepared, boards: number) {
  const judged = pools.map((pool): Judged => ({ ...pool, plan: planPart(pool.buying, boards, main, rules) }));
  const verdicts = judgeLines(lines, judged);
  return { verdicts: countsOf(verdicts), lines: verdicts.map(judgementOf) };
}

function judgementOf({ line: { line_number }, verdict, pool, risk }: Verdicted): LineJudgement {
  const { orders = [], total = 0 } = pool?.plan.basket ?? {};
  const pieces = orders.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    line_number,
    verdict,
    risk: risk?.score ?? null,
    unit_price: pieces > 0 ? Number((total / pieces).toPrecision(9)) : null,
    currency: pieces > 0 ? orders[0]!.currency : null,
    stock: pool?.buying.market.stock ?? null,
    lifecycle: pool?.known.lifecycle ?? null,
  };
}

function countsOf(verdicts: readonly Verdicted[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of verdicts) counts[verdict]++;
  return counts;
}

interface Verdicted {
  readonly line: SummaryLine;
  readonly verdict: Verdict;
  /** Of its part; null where it is in no pool. */
  readonly pool: Judged | null;
  readonly risk: Risk | null;
}

function judgeLines(lines: readonly SummaryLine[], judged: readonly Judged[]): Verdicted[] {
  const sellers = new Set<string>();
  for (const { buying } of judged) for (const seller of buying.market.sellers) sellers.add(seller);
  const ofPools = new Map<SummaryLine, Verdicted>();
  for (const pool of judged) {
    const risk = riskOfPool(pool, sellers.size);
    for (const line of pool.lines) {
      ofPools.set(line, { line, verdict: verdictOf(line, pool.plan.short_by, risk.score), pool, risk });
    }
  }
  return lines.map((line) =>
    ofPools.get(line) ?? { line, verdict: verdictOf(line, null, null), pool: null, risk: null }
  );
}

function riskOfPool({ known, buying: { market }, plan }: Judged, sellers: number): Risk {
  return riskOf({
    lifecycle: known.lifecycle,
    rohs: known.rohs,
    // Where one supplier was asked at all, that nobody else has it is not known.
    sources: sellers > 1 && market.stock !== null ? market.stocked.length : null,
    stock: market.stock,
    to_buy: plan.to_buy,
    lead_time_days: market.lead_time_days,
  });
}

function whyOf({ verdict, line, pool, risk }: Verdicted): string {
  switch (verdict) {
    case 'wrong':
      return line.sentence ?? '';
    case 'ask':
      return whyAsked(line);
    case 'short':
      return shortage(pool!);
    case 'at_risk':
      if (isKeptUnknown(line)) return keptInWords(line);
      return `${risk!.factors.map(({ detail }) => detail).join(', ')}.`;
    case 'fine':
      return line.review === 'approved' ? '' : line.open_manufacturer?.sentence ?? '';
    default:
      return '';
  }
}

/** "26 missing of 1,126: factory lead time 12 weeks, no promise." */
function shortage({ plan, buying: { market } }: Judged): string {
  const missing = `${plan.short_by!.toLocaleString('en')} missing of ${plan.to_buy.toLocaleString('en')}`;
  return market.lead_time_days === null
    ? `${missing}.`
    : `${missing}: factory lead time ${Math.ceil(market.lead_time_days / 7)} weeks, no promise.`;
}

/** What needs somebody: a line that a run is still to look up does not. */
const LOUD: ReadonlySet<Verdict> = new Set(['wrong', 'ask', 'short', 'at_risk']);

function firstOf(verdicts: readonly Verdicted[]): Summary['first'] {
  const harm = ({ risk }: Verdicted) => risk?.score ?? 0;
  return verdicts
    .filter(({ verdict }) => LOUD.has(verdict))
    .toSorted((a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || harm(b) - harm(a) ||
      a.line.line_number - b.line.line_number
    )
    .slice(0, FIRST_LINES)
    .map((one) => {
      const { line: { line_id, line_number, mpn }, verdict } = one;
      return { line_id, line_number, mpn, verdict, why: whyOf(one) };
    });
}

function costOf(
  { pools, main, rules }: Prepared,
  boards: number,
  linesToBuy: number,
  planned?: readonly Judged[],
): Cost {
  const sums = new Sums();
  let [priced, short, spares] = [0, 0, 0];
  for (const [i, { lines, buying }] of pools.entries()) {
    const plan = planned ? planned[i]!.plan : planPart(buying, boards, main, rules);
    if (plan.short_by !== null && plan.short_by > 0) short += lines.length;
    if (plan.basket === null) continue;
    priced += lines.length;
    spares += plan.spares;
    if (plan.currency !== null) sums.add(plan.currency, plan.basket.total);
  }
  // What is on hand costs nothing in the currency of its price, which then says nothing.
  const totals = sums.list().filter(({ total }) => total > 0);
  return {
    boards,
    totals: (totals.length > 0 ? totals : sums.list()).map((sum) => ({
      ...sum,
      per_board: money(sum.total / boards),
    })),
    lines_priced: priced,
    lines_to_buy: linesToBuy,
    lines_short: short,
    spares,
  };
}

function leftOut(lines: readonly SummaryLine[], judged: readonly Judged[]): Summary['left_out'] {
  const unpriced = new Set(judged.flatMap(({ lines, plan }) => plan.basket === null ? lines : []));
  const counts = new Map<LeftOut, number>();
  for (const line of lines) {
    const reason = reasonOf(line, unpriced);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return LEFT_OUT.flatMap((reason) => {
    const count = counts.get(reason);
    return count === undefined ? [] : [{ reason, lines: count }];
  });
}

/** Why a line is in no order; null where it is in one. */
export function reasonOf(line: SummaryLine, unpriced: ReadonlySet<SummaryLine>): LeftOut | null {
  if (line.status === 'skipped') return 'nothing_to_buy';
  if (line.part === null) return line.result_status === null ? 'pending' : 'no_part';
  if (line.quantity === null) return 'no_quantity';
  return unpriced.has(line) ? 'no_price' : null;
}

function savingsOf(judged: readonly Judged[]): Summary['savings'] {
  return judged.flatMap(({ lines, plan: { basket } }) =>
    (basket?.orders ?? []).flatMap(({ offer, quantity, total, currency, instead_of }) =>
      instead_of === null ? [] : [{
        mpn: lines[0]!.mpn,
        supplier: offer.seller || offer.supplier,
        supplier_part_number: offer.supplier_part_number,
        instead_of: instead_of.quantity,
        buy: quantity,
        left_over: quantity - instead_of.quantity,
        saved: money(instead_of.total - total),
        currency,
      }]
    )
  ).filter(({ saved }) => saved > 0)
    .toSorted((a, b) => b.saved - a.saved).slice(0, SHOWN_SAVINGS);
}

/** Each supplier that sells anything in the main currency, those with the most parts first, then the cheaper. */
function oneSupplier(
  judged: readonly Judged[],
  main: string | null,
  rules: SummaryRules,
): Summary['one_supplier'] {
  if (main === null) return [];
  const bought = judged.filter(({ plan }) => plan.currency === main && (plan.basket?.orders.length ?? 0) > 0);
  const suppliers = new Set(bought.flatMap(({ buying }) => buying.market.sellers));
  if (suppliers.size < 2) return [];
  return [...suppliers].map((supplier) => {
    let [parts, total, mix] = [0, 0, 0];
    let name = supplier;
    const inMix = new Set<string>();
    for (const { buying, plan } of bought) {
      const { ladders, by_seller } = buying.market;
      const theirs = by_seller.get(supplier);
      if (theirs === undefined) continue;
      const alone = basketFor({ ladders: theirs }, main, plan.to_buy);
      if (alone === null || alone.in_stock === false) continue;
      name = theirs[0]!.offer.seller || theirs[0]!.offer.supplier;
      parts++;
      total += alone.total;
      mix += plan.basket!.total;
      for (const { offer } of plan.basket!.orders) {
        inMix.add(ladders.find((each) => each.offer === offer)!.seller);
      }
    }
    const fees = Math.max(0, inMix.size - 1) * rules.supplier_fee;
    return {
      supplier: name,
      currency: main,
      parts,
      of_parts: bought.length,
      total: money(total),
      mix_total: money(mix + fees),
    };
  }).toSorted((a, b) => b.parts - a.parts || a.total - b.total || (a.supplier < b.supplier ? -1 : 1));
}

function ageOf(pools: readonly Pick<Judged, 'buying'>[]): Summary['prices_from'] {
  // Of what suppliers ask: agreed prices have a date of their own.
  return datesOf(
    pools.flatMap(({ buying: { market } }) => market.ladders.filter(({ offer }) => !offer.agreed)),
  );
}

/** When the first and the last of these offers were stated; null where there are none. */
export function datesOf(
  of: readonly { readonly offer: Pick<MarketOffer, 'observed_at'> }[],
): Summary['prices_from'] {
  let [oldest, newest] = [Infinity, -Infinity];
  for (const { offer: { observed_at } } of of) {
    if (observed_at < oldest) oldest = observed_at;
    if (observed_at > newest) newest = observed_at;
  }
  return oldest === Infinity ? null : { oldest: timeOf(oldest), newest: timeOf(newest) };
}

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString();
