/** HTTP surface of judging: what a BOM costs, what is short and at risk. */
import type { z } from 'zod';
import * as contract from '../api/judging.ts';
import { type JudgedBom, JudgingAnswer, readJudging } from '../assess/judging.ts';
import { sellerOf } from '../assess/cost/market.ts';
import { lineVerdicts, prepare, type Prepared, summarize, type SummaryRules } from '../assess/summary.ts';
import type { Difference } from '../domain/judging.ts';
import type { Database } from '../database/port.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, passedOn } from '../http/handle.ts';
import { ownRules, USUAL_RULES } from './judged.ts';
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
  readonly prepared: Prepared;
}

type Buying = { readonly [Name in keyof typeof contract.buying]?: z.output<(typeof contract.buying)[Name]> };

/** The rules that a query names, which all answers about money have in common. */
export const buyingRules = (query: Buying) => ({
  attrition: query.attrition ?? 'assembler' as const,
  marketplace: query.marketplace === 'true',
  re_reeling: query.re_reeling === 'true',
  rates: query.currency === undefined ? null : { to: query.currency, of: query.rates ?? {} },
});

export const TERMS = 'Net prices, without tax, freight and tariff.';

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

  async function prepared(userId: string, bomId: string, rules: SummaryRules): Promise<Remembered> {
    const key = JSON.stringify([bomId, rules]);
    const known = last?.key === key ? last : null;
    const answer = await database.call('bomstream_bom_judging_read', {
      p_user_id: userId,
      p_bom_id: bomId,
      p_known: known?.version ?? null,
    }, JudgingAnswer);
    if (known !== null && answer.lines === undefined) return known;
    const { version, bom: told, lines, parts } = readJudging(answer);
    const { blocked: _blocked, preferred: _preferred, ...bom } = told;
    const boards = answer.boards ?? 1;
    return last = {
      key,
      version,
      boards,
      bom,
      prepared: prepare(lines, parts, { ...rules, ...ownRules(told) }),
    };
  }

  return [
    handle(contract.readSummary, dependencies, async ({ user, params, query }) => {
      const { supplier } = query;
      const { bom, boards, prepared: of } = await prepared(user.id, params.bom_id, {
        ...buyingRules(query),
        supplier_fee: query.supplier_fee ?? USUAL_RULES.supplier_fee,
        seller: supplier === undefined ? null : sellerOf({ supplier, seller: null }),
      });
      return { ...bom, ...summarize(of, query.boards ?? boards), terms: TERMS };
    }),

    handle(contract.readVerdicts, dependencies, async ({ user, params, query }) => {
      const { after = 0, limit = contract.MAX_VERDICTS_OF_A_PAGE } = query;
      const { bom, boards: meant, prepared: of } = await prepared(user.id, params.bom_id, {
        ...USUAL_RULES,
        ...buyingRules({ attrition: query.attrition }),
        seller: null,
      });
      const boards = query.boards ?? meant;
      // Lines are numbered without holes only as long as none is taken out.
      const all = lineVerdicts(of, boards).filter(({ line_number }) => line_number > after);
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
