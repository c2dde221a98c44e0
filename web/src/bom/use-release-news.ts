import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BomSummary } from '../lib/api.ts';
import { useSigned } from '../lib/session.ts';
import { useToast } from '../ui/toast.tsx';
import { nameOf } from './name.ts';
import { placeOf } from './place.ts';
import { membersNaming, whoIs } from './use-who.ts';

/** Tells that somebody else has released the BOM that is shown: what changes it is not offered any more. */
export function useReleaseNews(bom: BomSummary | null | undefined): void {
  const { api, user } = useSigned();
  const queries = useQueryClient();
  const tell = useToast();
  const before = useRef<BomSummary | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = bom ?? null;
    if (!bom?.release || known?.bom_id !== bom.bom_id || known.release) return;
    const { released_by, key_id } = bom.release;
    if (released_by === user.id) return;
    void (async () => {
      const members = await membersNaming(queries, api, bom.organization_id, [{ user_id: released_by }]);
      const who = whoIs(members, { user_id: released_by, key_id });
      tell({
        text: `${nameOf(bom.name)} was released, by ${who}. It does not change any more.`,
        about: `release of ${bom.bom_id}`,
        at: placeOf(bom.bom_id),
      });
    })();
  }, [bom, api, queries, tell, user.id]);
}
