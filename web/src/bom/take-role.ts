import type { QueryClient } from '@tanstack/react-query';
import type { Role } from '../../../shared/domain/status.ts';
import type { Api } from '../lib/api.ts';
import { takeRole } from '../organizations/role-news.ts';
import { bomOf } from './queries.ts';

/** Takes what a BOM's stream has said of the role: it is that in the BOM's organization. */
export function takeRoleAt(queries: QueryClient, api: Api, bomId: string, role: Role): void {
  queries.ensureQueryData(bomOf(api, bomId)).then(
    (bom) => takeRole(queries, bom.organization_id, role),
    // Of a BOM that cannot be read nothing is offered.
    () => {},
  );
}
