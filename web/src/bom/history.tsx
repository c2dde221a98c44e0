/** What runs found, what people changed, and when it was released, newest first. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Answer } from '../../../client/client.ts';
import type { BomSummary } from '../lib/api.ts';
import { isFinal } from '../lib/query.ts';
import { useApi } from '../lib/session.ts';
import { clock, count, day, lasting, messageOf, plural } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { BomFrame } from './bom-frame.tsx';
import { GoneBom } from './gone-bom.tsx';
import { changeInWords } from './change-words.ts';
import './compare.css';
import { nameOf } from './name.ts';
import { bomOf } from './queries.ts';
import { useWho } from './use-who.ts';

type Run = Answer<'GET /boms/:bom_id/runs'>['runs'][number];

export default function History({ bomId }: { bomId: string }) {
  const api = useApi();
  const params = { bom_id: bomId };
  const { data: bom, error } = useQuery(bomOf(api, bomId));
  const runs = useInfiniteQuery({
    queryKey: ['runs', bomId],
    queryFn: ({ pageParam: after }) =>
      api.call('GET /boms/:bom_id/runs', { params, query: after === null ? {} : { after: `${after}` } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const changes = useInfiniteQuery({
    queryKey: ['changes', bomId],
    queryFn: ({ pageParam: after }) =>
      api.call('GET /boms/:bom_id/changes', { params, query: after === null ? {} : { after: `${after}` } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const who = useWho(bom?.organization_id);
  if (isFinal(error)) return <GoneBom bomId={bomId} />;
  const made = runs.data?.pages.flatMap((page) => page.runs);
  const decided = changes.data?.pages.flatMap((page) => page.changes) ?? [];
  return (
    <BomFrame bomId={bomId} shown='history'>
      <section className='page'>
        <div className='answer'>
          <h1 className='verdict'>
            {bom && <span>{nameOf(bom.name)}.</span>} {/* runs are numbered without holes */}
            {made && bom && `${plural(made[0]?.run ?? 0, 'run')}, ${plural(bom.line_count, 'line')}.`}
          </h1>
        </div>
        <div className='lines'>
          <div className='history'>
            <Errors of={[error, runs.error, changes.error].map((e) => e && messageOf(e))} />
            {!made && !runs.error && <Loading />}
            {bom?.release && (
              <>
                <h2>Released</h2>
                <ul>
                  <li>
                    <Moment of={bom.release.released_at} />
                    <span>{releaseInWords(bom.release, who)}</span>
                  </li>
                </ul>
              </>
            )}
            {decided.length > 0 && (
              <>
                <h2>Decided and edited</h2>
                <ul>
                  {decided.map((change) => (
                    <li key={`${change.created_at} ${change.line_id}`}>
                      <Moment of={change.created_at} />
                      <span>
                        <Link href={`/boms/${bomId}?line=${change.line_number}`}>{change.line_name}</Link>
                        {' '}
                        {changeInWords(change)}, by {who(change)}.
                      </span>
                    </li>
                  ))}
                </ul>
                {changes.hasNextPage && (
                  <Button onClick={() => void changes.fetchNextPage()}>Show more</Button>
                )}
              </>
            )}
            {made && made.length > 0 && (
              <>
                <h2>Runs</h2>
                <ul>
                  {made.map((run) => (
                    <li key={run.run_id}>
                      <Moment of={run.state.last_update} />
                      <span>
                        <RunInWords bomId={bomId} run={run} latest={made[0]!.run} />{' '}
                        {isKept(run.run - 1, made[0]!.run) && (
                          <Link href={`/boms/${bomId}/compare?run=${run.run}&before=${run.run - 1}`}>
                            Compare with run {run.run - 1}
                          </Link>
                        )}
                      </span>
                    </li>
                  ))}
                </ul>
                {runs.hasNextPage && <Button onClick={() => void runs.fetchNextPage()}>Show more</Button>}
              </>
            )}
          </div>
        </div>
      </section>
    </BomFrame>
  );
}

function Moment({ of }: { of: string }) {
  const on = day(of);
  return <time dateTime={of}>{on.startsWith('today') ? on : `${on} ${clock(of).slice(0, 5)}`}</time>;
}

function releaseInWords(
  { name, boards, released_by, key_id }: NonNullable<BomSummary['release']>,
  who: ReturnType<typeof useWho>,
): string {
  const as = name === null ? '' : ` as ${name}`;
  const meant = boards === null ? '' : `, for ${plural(boards, 'board')}`;
  return `Released${as}${meant}, by ${who({ user_id: released_by, key_id })}.`;
}

/** Of that many runs the results are kept, to be compared. */
const KEPT = 10;
const isKept = (run: number, latest: number) => run >= 1 && run > latest - KEPT;

interface RunInWordsProps {
  readonly bomId: string;
  readonly run: Run;
  /** The number of the newest run. */
  readonly latest: number;
}

/** Each figure leads to its lines: of the newest run as they are, of one before to what the next one found otherwise. */
function RunInWords({ bomId, run: { run, mode, source, state }, latest }: RunInWordsProps) {
  const { status, enriched_items, not_found_items, failed_items, started_at, completed_at } = state;
  const took = started_at && completed_at
    ? ` in ${lasting(Date.parse(completed_at) - Date.parse(started_at))}`
    : '';
  const which = mode === 'all'
    ? 'all lines'
    : mode === 'refresh'
    ? 'what had grown old'
    : `the ${mode} lines`;
  const by = { auto: ', by itself', schedule: ', by its schedule', user: '' }[source];
  const at = (show: string) =>
    run === latest
      ? `/boms/${bomId}${show}`
      : isKept(run, latest)
      ? `/boms/${bomId}/compare?run=${run + 1}&before=${run}`
      : null;
  const figures = [
    { text: `${count(enriched_items)} found`, href: at('') },
    ...(not_found_items > 0 ? [{ text: `${count(not_found_items)} unknown`, href: at('?show=ask') }] : []),
    ...(failed_items > 0 ? [{ text: `${count(failed_items)} failed`, href: at('?show=ask') }] : []),
  ];
  return (
    <>
      {`Run ${run}, ${which}${by}: ${status}${took}. `}
      {figures.map(({ text, href }, i) => (
        <span key={text}>
          {i > 0 && ', '}
          {href === null ? text : <Link href={href}>{text}</Link>}
        </span>
      ))}.
    </>
  );
}
