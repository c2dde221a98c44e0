/** HTTP surface of judging: what a BOM costs, what is short and at risk. */
import type { z } from 'zod';
import * as contract from '../api/judging.ts';
import { type JudgedBom, JudgingAnswer, readJudging } from '../assess/judging.ts';
import { sellerOf } from '../assess/cost/market.ts';
import {
  type LineVerdict,
  lineVerdicts,
  prepare,
  summarize,
  type Summary,
  type SummaryPart,
  type SummaryRules,
} from '../assess/summary.ts';
import { DEFAULT_BOARDS, type Difference } from '../domain/judging.ts';
import type { Database } from '../database/port.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, passedOn } from '../http/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import { SUPPLIER_NAMES } from '../domain/supplier.ts';
import { ownRules, USUAL_RULES } from '../assess/cost/rules.ts';
import type { Route } from '../http/router.ts';

export interface JudgingDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
}

/** A BOM as the last question left it. */
interface Remembered {
  readonly key: string;
  readonly version: string;
  /** That it is meant for. */
  readonly boards: number;
  readonly bom: Omit<JudgedBom['bom'], 'blocked' | 'preferred'>;
  readonly summaryAt: (boards: number) => Summary;
  readonly verdictsAt: (boards: number) => readonly LineVerdict[];
}

/** What the last number of boards came to, which is asked for page by page, and by everybody who opens the BOM. */
function keepingLast<T>(at: (boards: number) => T): (boards: number) => T {
  let last: { readonly boards: number; readonly is: T } | null = null;
  return (boards) => {
    if (last?.boards !== boards) last = { boards, is: at(boards) };
    return last.is;
  };
}

type Buying = { readonly [Name in keyof typeof contract.buying]?: z.output<(typeof contract.buying)[Name]> };

interface AskedRules {
  readonly buying: Buying;
  readonly fee?: number | undefined;
  readonly supplier?: string | undefined;
}

/** All that a BOM is judged by, made here alone: the same rules are the same key of what is remembered. */
const rulesOf = ({ buying, fee, supplier }: AskedRules): SummaryRules => ({
  ...buyingRules(buying),
  supplier_fee: fee ?? USUAL_RULES.supplier_fee,
  seller: supplier === undefined ? null : sellerOf({ supplier, seller: null }),
});

/** The rules that a query names, which all answers about money have in common. */
export const buyingRules = (query: Buying) => ({
  attrition: query.attrition ?? USUAL_RULES.attrition,
  marketplace: query.marketplace === 'true',
  re_reeling: query.re_reeling === 'true',
  rates: query.currency === undefined ? null : { to: query.currency, of: query.rates ?? {} },
});

export const TERMS = 'Net prices, without tax, freight and tariff.';

/** Sellers that a refusal names: as many as one reads. */
const NAMED_SELLERS = 30;

/**
 * @throws Refusal 400 where nobody sells any of the parts under this name, and it is no supplier that is asked: a slip of the
 * pen must not look like a supplier that has nothing
 */
function requireKnown(supplier: string, parts: readonly SummaryPart[]): void {
  const asked = sellerOf({ supplier, seller: null });
  const known = new Map(
    SUPPLIER_NAMES.map((name) => [sellerOf({ supplier: name, seller: null }), name as string]),
  );
  for (const { offers } of parts) {
    for (const offer of offers) known.set(sellerOf(offer), offer.seller || offer.supplier);
  }
  if (known.has(asked)) return;
  const names = [...known.values()].toSorted();
  const more = names.length > NAMED_SELLERS ? ` and ${names.length - NAMED_SELLERS} more` : '';
  throw new Refusal(
    'malformed',
    'invalid_query',
    `Nobody who is called ${supplier} sells any of the parts. Known: ${
      names.slice(0, NAMED_SELLERS).join(', ')
    }${more}.`,
  );
}

interface ComparisonPage {
  readonly field?: Difference | undefined;
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

const pageOf = ({ field, after, limit }: ComparisonPage) => ({
  p_field: field ?? null,
  p_after: after ?? 0,
  p_limit: limit ?? contract.MAX_DIFFERENCES_OF_A_PAGE,
});

export function createJudgingRoutes(dependencies: JudgingDependencies): Route[] {
  const { database } = dependencies;
  /**
   * Whoever asks for another number of boards asks again at once, and a large BOM takes time to read: the last one is
   * kept, until the database has another version of it. Who may read it is asked every time. One, because it may take
   * tens of megabytes.
   */
  let last: Remembered | null = null;
  /** What is being read into it. */
  let reading: { readonly key: string; readonly done: Promise<unknown> } | null = null;

  async function remembered(userId: string, bomId: string, asked: AskedRules): Promise<Remembered> {
    const rules = rulesOf(asked);
    const key = JSON.stringify([bomId, rules]);
    // A page asks for the summary and the verdicts at once: the second has what the first has read, if it still holds.
    if (reading?.key === key) await reading.done;
    const work = read(userId, bomId, key, rules, asked.supplier);
    const mine = reading = { key, done: work.catch(() => {}) };
    void mine.done.then(() => {
      if (reading === mine) reading = null;
    });
    return await work;
  }

  async function read(
    userId: string,
    bomId: string,
    key: string,
    rules: SummaryRules,
    supplier: string | undefined,
  ): Promise<Remembered> {
    const known = last?.key === key ? last : null;
    const answer = await database.call('bomstream_bom_judging_read', {
      p_user_id: userId,
      p_bom_id: bomId,
      p_known: known?.version ?? null,
    }, JudgingAnswer);
    if (known !== null && answer.lines === undefined) return known;
    const { version, bom: told, lines, parts } = readJudging(answer);
    const { blocked: _blocked, preferred: _preferred, ...bom } = told;
    const boards = answer.boards ?? DEFAULT_BOARDS;
    if (supplier !== undefined) requireKnown(supplier, parts);
    const prepared = prepare(lines, parts, { ...rules, ...ownRules(told) });
    return last = {
      key,
      version,
      boards,
      bom,
      summaryAt: keepingLast((boards) => summarize(prepared, boards)),
      verdictsAt: keepingLast((boards) => lineVerdicts(prepared, boards)),
    };
  }

  return [
    handle(contract.readSummary, dependencies, async ({ user, params, query }) => {
      const { supplier, supplier_fee: fee } = query;
      const { bom, boards, summaryAt } = await remembered(user.id, params.bom_id, {
        buying: query,
        fee,
        supplier,
      });
      return { ...bom, ...summaryAt(query.boards ?? boards), terms: TERMS };
    }),

    handle(contract.readVerdicts, dependencies, async ({ user, params, query }) => {
      const { after = 0, limit = contract.MAX_VERDICTS_OF_A_PAGE } = query;
      const { bom, boards: meant, verdictsAt } = await remembered(user.id, params.bom_id, {
        buying: { attrition: query.attrition },
      });
      const boards = query.boards ?? meant;
      // Lines are numbered without holes only as long as none is taken out.
      const all = verdictsAt(boards).filter(({ line_number }) => line_number > after);
      const verdicts = all.slice(0, limit);
      return {
        bom_id: bom.bom_id,
        event_id: bom.event_id,
        boards,
        verdicts,
        next: all.length > limit ? verdicts.at(-1)!.line_number : null,
      };
    }),

    handle(
      contract.compareBoms,
      dependencies,
      ({ user, params, query }) =>
        database.call('bomstream_bom_compare', {
          p_user_id: user.id,
          p_bom_id: params.bom_id,
          p_other_id: params.other_id,
          ...pageOf(query),
        }, passedOn(contract.Comparison)),
    ),

    handle(
      contract.compareRuns,
      dependencies,
      ({ user, params, query }) =>
        database.call('bomstream_bom_compare', {
          p_user_id: user.id,
          p_bom_id: params.bom_id,
          p_other_id: params.bom_id,
          p_run: params.run,
          p_other_run: params.other_run,
          ...pageOf(query),
        }, passedOn(contract.Comparison)),
    ),
  ];
}
