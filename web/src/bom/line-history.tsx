import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { LineAnswer } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { lineEntries } from './line-entries.ts';
import { bomOf } from './queries.ts';
import { useWho } from './use-who.ts';

/** When the line was looked up, and what people did to it: of the newest changes of the BOM, which its history has whole. */
export function LineHistory({ bomId, answer }: { bomId: string; answer: LineAnswer }) {
  const api = useApi();
  const { line, settled_at } = answer;
  const { data: bom } = useQuery(bomOf(api, bomId));
  const { data } = useQuery({
    // what is answered changes with what somebody does to the line
    queryKey: ['line-changes', bomId, line],
    queryFn: () => api.call('GET /boms/:bom_id/changes', { params: { bom_id: bomId } }),
    placeholderData: (before) => before,
  });
  const who = useWho(bom?.organization_id);
  const changes = data?.changes.filter(({ line_id }) => line_id === line.line_id) ?? [];
  const settled = settled_at !== null && line.result ? { at: settled_at, run: line.result.run } : null;
  const entries = lineEntries(changes, settled, who);
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>
        History
        <span>
          <Link href={`/boms/${bomId}/history`}>Of the whole BOM</Link>
        </span>
      </h3>
      <ul className='line-history'>
        {entries.map((text, i) => <li key={i}>{text}</li>)}
      </ul>
    </section>
  );
}
