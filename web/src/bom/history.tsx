/** What runs found and what people changed, newest first. */
import { useQuery } from '@tanstack/react-query';
import { NoSuchPage } from '../app/frame.tsx';
import type { Answer } from '../../../client/client.ts';
import { isFinal } from '../lib/query.ts';
import { useApi } from '../lib/session.ts';
import { clock, count, day, lasting, messageOf, plural } from '../lib/words.ts';
import { Errors, Loading } from '../ui/controls.tsx';
import { BomFrame } from './bom-frame.tsx';
import './compare.css';
import { nameOf } from './name.ts';

type Run = Answer<'GET /boms/:bom_id/runs'>['runs'][number];
type Change = Answer<'GET /boms/:bom_id/changes'>['changes'][number];

const ACTIONS: Readonly<Record<Change['action'], string>> = {
  edit: 'edited',
  approve: 'approved',
  choose: 'given another part',
  keep_as_written: 'kept as written',
  nothing_to_buy: 'set to nothing to buy',
  reject: 'rejected',
  reset: 'set back',
};

export default function History({ bomId }: { bomId: string }) {
  const api = useApi();
  const params = { bom_id: bomId };
  const { data: bom, error } = useQuery({ queryKey: ['bom', bomId], queryFn: () => api.readBom(bomId) });
  const runs = useQuery({
    queryKey: ['runs', bomId],
    queryFn: () => api.call('GET /boms/:bom_id/runs', { params }),
  });
  const changes = useQuery({
    queryKey: ['changes', bomId],
    queryFn: () => api.call('GET /boms/:bom_id/changes', { params }),
  });
  const members = useQuery({
    queryKey: ['members', bom?.organization_id],
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/members', {
        params: { organization_id: bom!.organization_id },
      })).members,
    enabled: bom !== undefined,
  });
  if (isFinal(error)) return <NoSuchPage />;
  const who = (userId: string | null) =>
    members.data?.find(({ user_id }) => user_id === userId)?.email ?? 'somebody who left';
  return (
    <BomFrame bomId={bomId} shown='history'>
      <section className='page'>
        <div className='answer'>
          <h1 className='verdict'>
            {bom && <span>{nameOf(bom.name)}.</span>} {runs.data && bom &&
              `${plural(runs.data.runs.length, 'run')}, ${plural(bom.line_count, 'line')}.`}
          </h1>
        </div>
        <div className='lines'>
          <div className='history'>
            <Errors of={[error, runs.error, changes.error].map((e) => e && messageOf(e))} />
            {!runs.data && !runs.error && <Loading />}
            {changes.data && changes.data.changes.length > 0 && (
              <>
                <h2>Decided and edited</h2>
                <ul>
                  {changes.data.changes.map((change) => (
                    <li key={`${change.created_at} ${change.line_id}`}>
                      <time dateTime={change.created_at}>{moment(change.created_at)}</time>
                      <span>
                        A line was {ACTIONS[change.action]}
                        {change.action === 'edit' && change.after &&
                          `: ${Object.keys(change.after).join(', ').replaceAll('_', ' ')}`}
                        {change.user_id === null ? '' : `, by ${who(change.user_id)}`}.
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {runs.data && runs.data.runs.length > 0 && (
              <>
                <h2>Runs</h2>
                <ul>
                  {runs.data.runs.map((run) => (
                    <li key={run.run_id}>
                      <time dateTime={run.state.last_update}>{moment(run.state.last_update)}</time>
                      <span>{inWords(run)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </div>
      </section>
    </BomFrame>
  );
}

const moment = (at: string) => {
  const on = day(at);
  return on.startsWith('today') ? on : `${on} ${clock(at).slice(0, 5)}`;
};

function inWords({ run, mode, source, state }: Run): string {
  const { status, enriched_items, not_found_items, failed_items, started_at, completed_at } = state;
  const took = started_at && completed_at
    ? ` in ${lasting(Date.parse(completed_at) - Date.parse(started_at))}`
    : '';
  const which = mode === 'all' ? 'all lines' : `the ${mode} lines`;
  const found = [
    `${count(enriched_items)} found`,
    not_found_items > 0 && `${count(not_found_items)} unknown`,
    failed_items > 0 && `${count(failed_items)} failed`,
  ].filter(Boolean).join(', ');
  return `Run ${run}, ${which}${source === 'auto' ? ', by itself' : ''}: ${status}${took}. ${found}.`;
}
