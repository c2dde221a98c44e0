import { type RefObject, useEffect, useState } from 'react';
import './connection.css';
import type { BomView } from '../../../client/bom-feed.ts';
import { STREAM_END_WORDS } from '../../../client/stream-end.ts';
import { useNow } from '../lib/browser.ts';
import { ago } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';

/** News are old once two signs of life in a row have not come. */
const OLD_MS = 32_000;

/** What each state of the stream is called; those of a live one say how old its last word is. */
const WORDS: Readonly<Record<Exclude<BomView['connection'], 'live'>, string>> = {
  connecting: 'Connecting …',
  silent: 'Connection lost, reconnecting …',
  refused: 'No live updates, trying again …',
  ended: 'Up to date',
  deleted: STREAM_END_WORDS.deleted,
  access_revoked: STREAM_END_WORDS.access_revoked,
};

interface ConnectionProps {
  readonly view: Pick<BomView, 'connection' | 'store'> | null;
  /** False when the browser has no network: then nothing is live. */
  readonly isOnline: boolean;
  readonly heardAt: RefObject<number>;
}

/** Whether what is shown is what is. Its age counts on by itself; only a change is told to those who listen. */
export function Connection({ view, isOnline, heardAt }: ConnectionProps) {
  const connection = isOnline ? view?.connection ?? 'connecting' : 'offline';
  const isLive = connection === 'live';
  const words = connection === 'offline' ? 'Offline' : isLive ? 'Live' : WORDS[connection];
  return (
    <span className='connection' data-connection={connection}>
      <Mark of={isLive ? 'live' : connection === 'ended' ? 'rest' : 'pending'} />
      <span role='status'>
        {words}
        {isLive && view?.store === 'table' && ', from the database'}
      </span>
      {isLive && <Age of={heardAt} />}
    </span>
  );
}

function Age({ of: heardAt }: { of: RefObject<number> }) {
  const now = useNow();
  const [heard, setHeard] = useState(now);
  useEffect(() => setHeard(heardAt.current), [now, heardAt]);
  const said = ago(Math.min(heard, now), now);
  return <span className='age'>, {now - heard > OLD_MS ? `silent since ${said}` : `last heard ${said}`}
  </span>;
}
