/**
 * What may go wrong with a part, as points that are added up, each with its reason. What nobody knows adds nothing and takes
 * nothing away: how much was known stands beside the score.
 */

export interface RiskFacts {
  /** As in fields.ts; null is what no source said, here and below. */
  readonly lifecycle: string | null;
  readonly rohs: string | null;
  /** Suppliers that have some; null where only one is known at all, which says nothing about others. */
  readonly sources: number | null;
  /** Pieces that suppliers have, and those that are to be bought. */
  readonly stock: number | null;
  readonly to_buy: number;
  readonly lead_time_days: number | null;
}

export const RISK_FACTORS = ['lifecycle', 'compliance', 'sources', 'stock', 'lead_time'] as const;
export type RiskFactor = (typeof RISK_FACTORS)[number];

export interface Risk {
  /** 0 to 100; null where nothing is known. */
  readonly score: number | null;
  /** Those that add points, the most first. */
  readonly factors: readonly {
    readonly factor: RiskFactor;
    readonly points: number;
    readonly detail: string;
  }[];
  /** How many of the factors are known, 0 to 1. */
  readonly coverage: number;
}

/** From so many points on a part is at risk: one of the larger factors, or two of the small ones. */
export const AT_RISK_POINTS = 30;

interface Judged {
  readonly points: number;
  readonly detail: string;
}

const FINE: Judged = { points: 0, detail: '' };

const LIFECYCLES: Readonly<Record<string, Judged>> = {
  preview: { points: 20, detail: 'not yet in production' },
  active: FINE,
  not_for_new_designs: { points: 30, detail: 'not for new designs' },
  end_of_life: { points: 60, detail: 'end of life' },
  obsolete: { points: 80, detail: 'obsolete' },
};

const COMPLIANCE: Readonly<Record<string, Judged>> = {
  compliant: FINE,
  compliant_by_exemption: FINE,
  non_compliant: { points: 60, detail: 'not RoHS compliant' },
};

const DAYS_OF_A_WEEK = 7;
/** Of a factory. */
const LONG_WEEKS = 12;
const VERY_LONG_WEEKS = 26;
/** Stock for fewer builds may be gone before the order is. */
const THIN_BUILDS = 2;

export function riskOf(facts: RiskFacts): Risk {
  let [known, points] = [0, 0];
  const factors: { factor: RiskFactor; points: number; detail: string }[] = [];
  const add = (factor: RiskFactor, judged: Judged | null) => {
    if (judged === null) return;
    known++;
    points += judged.points;
    if (judged.points > 0) factors.push({ factor, ...judged });
  };
  add('lifecycle', rowOf(LIFECYCLES, facts.lifecycle));
  add('compliance', rowOf(COMPLIANCE, facts.rohs));
  add('sources', judgeSources(facts.sources));
  add('stock', judgeStock(facts));
  add('lead_time', judgeLeadTime(facts.lead_time_days));
  return {
    score: known > 0 ? Math.min(100, points) : null,
    factors: factors.sort((a, b) => b.points - a.points),
    coverage: known / RISK_FACTORS.length,
  };
}

/** Null for a word that the table has not: it says nothing. */
function rowOf(table: Readonly<Record<string, Judged>>, word: string | null): Judged | null {
  return word !== null && Object.hasOwn(table, word) ? table[word]! : null;
}

function judgeSources(sources: number | null): Judged | null {
  if (sources === null) return null;
  if (sources === 0) return { points: 30, detail: 'no supplier has any' };
  return sources === 1 ? { points: 20, detail: 'one supplier has it' } : FINE;
}

function judgeStock({ stock, to_buy }: RiskFacts): Judged | null {
  if (stock === null) return null;
  if (stock < to_buy) return { points: 50, detail: `${stock} in stock, ${to_buy} needed` };
  return stock < THIN_BUILDS * to_buy
    ? { points: 10, detail: `${stock} in stock, enough for one build` }
    : FINE;
}

function judgeLeadTime(days: number | null): Judged | null {
  if (days === null) return null;
  const weeks = Math.ceil(days / DAYS_OF_A_WEEK);
  if (weeks <= LONG_WEEKS) return FINE;
  return { points: weeks > VERY_LONG_WEEKS ? 20 : 10, detail: `factory lead time ${weeks} weeks` };
}
