/** What somebody may do may become another thing while a page is open: it shows that at once, and says so. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Role } from '../../../shared/domain/status.ts';
import { useOrganization } from '../../../client/react.ts';
import type { Organization } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { useToast } from '../ui/toast.tsx';

/** Takes what a stream has said of the role in an organization: where that is news, the organizations are read again. */
export async function takeRole(
  queries: QueryClient,
  organizationId: string | undefined,
  role: Role,
): Promise<void> {
  const queryKey = ['organizations'];
  const known = queries.getQueryData<readonly Organization[]>(queryKey);
  // Of whoever came by a link there is none.
  const own = known?.find(({ organization_id }) => organization_id === organizationId);
  if (own && own.role !== role) await queries.invalidateQueries({ queryKey });
}

/** Learns of another role where nothing else on the page follows the organization. */
export function useRole({ organization_id }: Organization): void {
  const api = useApi();
  const queries = useQueryClient();
  useOrganization(organization_id, {
    ...api.watching,
    signsOfLife: false,
    onUpdate: ({ role }) => role && void takeRole(queries, organization_id, role),
  });
}

const MAY: Readonly<Record<Role, string>> = {
  viewer: 'you can read here, and change nothing',
  editor: 'you can import BOMs, and decide what their lines are',
  admin: 'you can do everything here, members and settings included',
};

/** Says it where the role in one of the organizations is another than before. */
export function useRoleNews(organizations: readonly Organization[] | undefined): void {
  const tell = useToast();
  const before = useRef(organizations);
  useEffect(() => {
    for (const { organization_id: id, name, role } of organizations ?? []) {
      const known = before.current?.find(({ organization_id }) => organization_id === id);
      if (!known || known.role === role) continue;
      tell({ text: `Your role in ${name} is ${role} now: ${MAY[role]}.`, about: `role in ${id}` });
    }
    before.current = organizations;
  }, [organizations, tell]);
}
