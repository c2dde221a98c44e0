import './connection.css';
import { type Connection as Stream, type Phase, POLL_MS } from '../../../client/connection.ts';
import { STREAM_END_WORDS } from '../../../client/stream-end.ts';
import { useIsOnline, useSaid } from '../lib/browser.ts';
import { ago, roughlyAgo } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';

/** News are old once two signs of life in a row have not come. */
const OLD_MS = 32_000;

/** What each state of the stream is called. */
const WORDS: Readonly<Record<Phase, string>> = {
  connecting: 'Connecting …',
  live: 'Live',
  silent: 'Connection lost, reconnecting …',
  waiting: 'No live updates, trying again …',
  polling: `No live updates, asking every ${POLL_MS / 1_000} s`,
  // nobody sees it
  asleep: 'Connecting …',
  ended: 'Up to date',
  deleted: STREAM_END_WORDS.deleted,
  access_revoked: STREAM_END_WORDS.access_revoked,
  refused: 'No live updates',
};

/**
 * When anything came last, as `lastHeardAt`. Signs of life come every few seconds and change nothing else, so this is looked at
 * where an age is shown, and has nothing rendered by itself.
 */
export type Heard = { readonly current: number | null };

/** Whether news arrive, by whichever way. */
export const isCurrent = ({ phase }: Stream): boolean => phase === 'live' || phase === 'polling';

/**
 * What the server says of why there is no stream. That there is no network is told where `Connection` is shown, and a page that
 * a network puts in the stream's place, with status 200, says nothing of the server.
 */
export const complaintOf = ({ phase, problem }: Stream): string | null =>
  (phase === 'waiting' || phase === 'refused') && problem?.status && (problem.code || problem.status !== 200)
    ? problem.detail
    : null;

/** Whether what is shown is what is. Its age counts on by itself; only a change is told to those who listen. */
export function Connection({ of: connection, heard }: { of: Stream; heard: Heard }) {
  const isOnline = useIsOnline();
  const { phase, store } = connection;
  return (
    <span className='connection' data-connection={isOnline ? phase : 'offline'}>
      <Mark of={isOnline && phase === 'live' ? 'live' : isOnline && phase === 'ended' ? 'rest' : 'pending'} />
      <span role='status'>
        {isOnline ? WORDS[phase] : 'Offline'}
        {isOnline && phase === 'live' && store === 'table' && ', from the database'}
      </span>
      {isOnline && isCurrent(connection) && <Age of={heard} />}
    </span>
  );
}

function Age({ of: heard }: { of: Heard }) {
  const said = useSaid((now, isCalm) => ageOf(heard.current, now, isCalm));
  return said !== '' && <span className='age'>{said}</span>;
}

function ageOf(heardAt: number | null, now: number, isCalm: boolean): string {
  if (heardAt === null) return '';
  const at = Math.min(heardAt, now);
  if (now - at > OLD_MS) return `, silent since ${ago(at, now)}`;
  return `, last heard ${isCalm ? roughlyAgo(at, now) : ago(at, now)}`;
}
