/** HTTP surface of what runs found: changes. */
import { z } from 'zod';
import { writeCursor } from '../api/cursor.ts';
import * as contract from '../api/watching.ts';
import { handle, passedOn } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import type { OrganizationDependencies } from './routes.ts';

const ChangesPage = z.object({
  changes: passedOn(contract.listRunChanges.answer.shape.changes),
  next: z.tuple([z.int(), z.int()]).nullable(),
});

export function createWatchingRoutes(dependencies: OrganizationDependencies): Route[] {
  const { database } = dependencies;
  return [
    handle(contract.listRunChanges, dependencies, async ({ user, params, query }) => {
      const { changes, next } = await database.call('bomstream_organization_changes', {
        p_user_id: user.id,
        p_organization_id: params.organization_id,
        p_bom_id: query.bom_id ?? null,
        p_kind: query.kind ?? null,
        p_since: query.since ?? null,
        p_after: query.after ?? null,
        p_limit: query.limit ?? contract.MAX_CHANGES_OF_A_PAGE,
      }, ChangesPage);
      return { changes, next: next && writeCursor(next) };
    }),
  ];
}
