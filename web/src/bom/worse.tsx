import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { count } from '../lib/words.ts';

interface WorseProps {
  readonly bom: BomSummary;
  /** The latest, which has ended. */
  readonly run: number;
}

/** What the latest run found worse than the run before, where it did. */
export function Worse({ bom: { bom_id, organization_id }, run }: WorseProps) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['run-changes', organization_id, 'latest', bom_id, run],
    queryFn: () =>
      api.call('GET /organizations/:organization_id/changes', {
        params: { organization_id },
        query: { bom_id },
      }),
  });
  const worse = data?.changes.filter((change) => change.run === run).length ?? 0;
  if (worse === 0) return null;
  // a page of them is full
  const more = worse === data?.changes.length && data.next !== null ? 'More than ' : '';
  return (
    <Link className='worse' href={`/organizations/${organization_id}/changes?bom=${bom_id}`}>
      {more}
      {count(worse)} got worse since the last run
    </Link>
  );
}
