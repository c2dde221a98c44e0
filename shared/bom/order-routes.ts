/** HTTP surface of order lists. */
import * as contract from '../api/order-lists.ts';
import { readJudging } from '../assess/judging.ts';
import type { Database } from '../database/port.ts';
import { DEFAULT_BOARDS } from '../domain/judging.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import { FORMS } from './export/order-lists/forms.ts';
import { makeOrderList } from './export/order-lists/make.ts';
import { fileText, statementOf } from './export/order-lists/statement.ts';
import { OrderAnswer, readWords } from './export/order-lists/words.ts';
import { attachment } from './export/respond.ts';
import { plainName } from './export/write.ts';
import { ownRules } from '../assess/cost/rules.ts';
import { buyingRules } from './judging-routes.ts';

export interface OrderDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
}

type Asked = Parameters<typeof buyingRules>[0] & {
  readonly list: keyof typeof FORMS;
  readonly boards?: number | undefined;
  readonly alone?: 'true' | undefined;
  readonly unpriced?: 'true' | undefined;
  readonly without_wrong?: 'true' | undefined;
  readonly without_not_found?: 'true' | undefined;
};

export function createOrderRoutes(dependencies: OrderDependencies): Route[] {
  const { database } = dependencies;

  async function make(userId: string, bomId: string, query: Asked) {
    const { judging, ...words } = await database.call(
      'bomstream_bom_order_read',
      { p_user_id: userId, p_bom_id: bomId },
      OrderAnswer,
    );
    const { bom, lines, parts } = readJudging(judging);
    const { list: name, boards = judging.boards ?? DEFAULT_BOARDS } = query;
    // Which supplier a part is bought from does not depend on what a further one costs: see the summary's `one_supplier`.
    const rules = { ...buyingRules(query), ...ownRules(bom), supplier_fee: 0 };
    const list = makeOrderList(lines, parts, readWords(words), rules, {
      list: name,
      boards,
      alone: query.alone === 'true',
      unpriced: query.unpriced === 'true',
      without_wrong: query.without_wrong === 'true',
      without_not_found: query.without_not_found === 'true',
    });
    const form = FORMS[name];
    return {
      bom,
      form,
      list,
      statement: statementOf(form, bom.name, list),
      file_name: `${plainName(bom.name)}, ${form.distributor}, ${boards} ${
        boards === 1 ? 'board' : 'boards'
      }.${form.extension}`,
    };
  }

  return [
    handle(contract.readOrderList, dependencies, async ({ user, params, query }) => {
      const { bom, list, statement, file_name } = await make(user.id, params.bom_id, query);
      const { doubled: _, ...answer } = list;
      const first = <T>(all: readonly T[]) => all.slice(0, contract.MAX_NAMED_LINES);
      return {
        ...answer,
        bom_id: params.bom_id,
        name: bom.name,
        event_id: bom.event_id,
        list: query.list,
        file_name,
        buy_more: first(list.buy_more),
        wrong: first(list.wrong),
        not_found: first(list.not_found),
        short: first(list.short),
        left_out: list.left_out.map(({ reason, lines }) => ({
          reason,
          lines: lines.length,
          first: first(lines),
        })),
        unsold: list.unsold.map(({ distributor, lines }) => ({
          distributor,
          lines: lines.length,
          first: first(lines),
        })),
        statement,
      };
    }),

    handle(contract.exportOrderList, dependencies, async ({ user, params, query }) => {
      const { form, list, statement, file_name } = await make(user.id, params.bom_id, query);
      return new Response(fileText(form, list, statement), {
        headers: {
          'content-type': contract.ORDER_LIST_TYPES[form.extension],
          'content-disposition': attachment(file_name),
          'cache-control': 'no-store',
        },
      });
    }),
  ];
}
