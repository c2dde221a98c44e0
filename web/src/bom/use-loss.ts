import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BomSummary } from '../lib/api.ts';
import { useSigned } from '../lib/session.ts';

/** Why a BOM that was there is nothing that this person can see any more. */
export interface Loss {
  /** Null while that is being asked. */
  readonly what: 'deleted' | 'closed' | null;
  /** What its organization is called. */
  readonly organization: string;
}

/** Who has lost a BOM has lost its organization, or the BOM alone: the organizations, read anew, tell which. */
export function useLoss(bom: BomSummary | null | undefined, isLost: boolean): Loss | null {
  const { api, organizations, names } = useSigned();
  const own = organizations.find(({ organization_id }) => organization_id === bom?.organization_id);
  const lostAt = useMemo(() => Date.now(), [isLost]);
  const { dataUpdatedAt } = useQuery({
    queryKey: ['organizations'],
    queryFn: api.listOrganizations,
    staleTime: 0,
    enabled: isLost,
  });
  if (!isLost) return null;
  return {
    what: !own ? 'closed' : dataUpdatedAt > lostAt ? 'deleted' : null,
    organization: names.get(bom?.organization_id ?? '') ?? 'The organization',
  };
}
