import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { nameOf } from './name.ts';
import { bomOf } from './queries.ts';

/** The BOM that this one is a later state of, once it is read. */
export function useRevised(bom: BomSummary | null | undefined): BomSummary | undefined {
  const api = useApi();
  const revised = bom?.revision_of ?? null;
  return useQuery({ ...bomOf(api, revised ?? ''), enabled: revised !== null }).data;
}

/** In the head of a BOM: what it is a later state of, and what is different since. */
export function Revision({ bom }: { bom: BomSummary | null }) {
  const revised = useRevised(bom);
  if (!bom || !revised) return null;
  return (
    <p className='revision quieter'>
      Revision of <Link href={`/boms/${revised.bom_id}`}>{nameOf(revised.name)}</Link>
      {' · '}
      <Link href={`/boms/${bom.bom_id}/compare`}>What changed</Link>
    </p>
  );
}
