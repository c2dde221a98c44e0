// Follows the run of one BOM in a React page: the state, how old it is, and what happened last.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useBom } from 'bomstream-client/react';

interface WatchProps {
  readonly url: string;
  readonly bomId: string;
  /** With supabase-js: `async () => (await supabase.auth.getSession()).data.session.access_token`. */
  readonly token: () => string | Promise<string>;
}

export function Watch({ url, bomId, token }: WatchProps) {
  const [log, setLog] = useState<readonly string[]>([]);
  const { state, connection } = useBom(bomId, {
    url,
    token,
    storage: sessionStorage,
    onUpdate: ({ event }) => event && setLog((before) => [...before, event.event_type]),
  });
  // What is not placed, and holes, need no lookup.
  const asked = state ? state.total_items - state.skipped_items : 0;
  const seconds = useSecondsSince(connection.lastHeardAt);
  return (
    <>
      <progress max={100} value={state?.percent_complete ?? 0} />
      <output>
        {state ? `${state.status}: ${asked - state.pending_items} of ${asked} lines` : 'no run yet'}
      </output>
      <p>
        {connection.phase}
        {seconds !== null && `, last heard ${seconds} s ago`}
        {connection.problem && `: ${connection.problem.detail}`}
      </p>
      <ol>{log.map((type, i) => <li key={i}>{type}</li>)}</ol>
    </>
  );
}

function useSecondsSince(moment: number | null): number | null {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return moment === null ? null : Math.max(0, Math.round((now - moment) / 1_000));
}

const { url, bomId, token } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
createRoot(document.getElementById('root')!).render(
  <Watch url={url!} bomId={bomId!} token={() => token!} />,
);
