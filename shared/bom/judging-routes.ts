/** HTTP surface of judging: what a BOM costs, what is short and at risk. */
import * as contract from '../api/judging.ts';
import { type JudgedBom, JudgingAnswer, readJudging } from '../assess/judging.ts';
import { sellerOf } from '../assess/cost/market.ts';
import { lineVerdicts, prepare, type Prepared, summarize, type SummaryRules } from '../assess/summary.ts';
import type { Difference } from '../domain/judging.ts';
import type { Database } from '../database/port.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, passedOn } from '../http/handle.ts';
import type { Route } from '../http/router.ts';

export interface JudgingDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
}

/** A BOM as the last question left it. */
interface Remembered {
  readonly key: string;
  readonly version: string;
  readonly bom: Omit<JudgedBom['bom'], 'blocked' | 'preferred'>;
  readonly prepared: Prepared;
}

/** What holds where a question says nothing of it. */
const AS_USUAL = { supplier_fee: 0, marketplace: false, re_reeling: false, seller: null, rates: null };

const TERMS = 'Net prices, without tax, freight and tariff.';

/** As a market compares them; undefined where there are none, which is asked of each of a hundred thousand offers. */
const sellers = (names: readonly string[]): ReadonlySet<string> | undefined =>
  names.length === 0 ? undefined : new Set(names.map((supplier) => sellerOf({ supplier, seller: null })));

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
    const { version, bom: { blocked, preferred, ...bom }, lines, parts } = readJudging(answer);
    const own = { blocked: sellers(blocked), preferred: sellers(preferred) };
    return last = { key, version, bom, prepared: prepare(lines, parts, { ...rules, ...own }) };
  }

  return [
    handle(contract.readSummary, dependencies, async ({ user, params, query }) => {
      const { boards = 1, supplier, attrition = 'assembler', supplier_fee = 0, currency, rates } = query;
      const { bom, prepared: of } = await prepared(user.id, params.bom_id, {
        attrition,
        supplier_fee,
        marketplace: query.marketplace === 'true',
        re_reeling: query.re_reeling === 'true',
        seller: supplier === undefined ? null : sellerOf({ supplier, seller: null }),
        rates: currency === undefined ? null : { to: currency, of: rates ?? {} },
      });
      return { ...bom, ...summarize(of, boards), terms: TERMS };
    }),

    handle(contract.readVerdicts, dependencies, async ({ user, params, query }) => {
      const { boards = 1, attrition = 'assembler', after = 0, limit = contract.MAX_VERDICTS_OF_A_PAGE } =
        query;
      const { bom, prepared: of } = await prepared(user.id, params.bom_id, { ...AS_USUAL, attrition });
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
