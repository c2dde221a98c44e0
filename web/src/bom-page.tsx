import { useCallback, useEffect, useRef, useState } from 'react';
import { BomFeed, type BomView } from '../../shared/client/bom-feed.ts';
import type { Api, BomSummary } from './api.ts';
import { Lines } from './lines.tsx';
import { RunPanel } from './run-panel.tsx';

export function BomPage({ bomId, api }: { bomId: string; api: Api }) {
  const [bom, setBom] = useState<BomSummary | null>(null);
  const [view, setView] = useState<BomView | null>(null);
  const [error, setError] = useState<string | null>(null);
  const feed = useRef<BomFeed | null>(null);
  const report = useCallback((e: unknown) => setError(e instanceof Error ? e.message : String(e)), []);

  useEffect(() => {
    const opened = new BomFeed({
      bomId,
      streamUrl: api.streamUrl,
      token: api.token,
      readLines: (since) => api.readLines(bomId, since),
      readStatus: () => api.readStatus(bomId),
      onChange: setView,
      onError: report,
      EventSource,
    });
    feed.current = opened;
    api.readBom(bomId).then((found) => {
      setBom(found);
      return opened.open();
    }).catch(report);
    return () => opened.close();
  }, [bomId, api, report]);

  async function act(action: () => Promise<unknown>) {
    setError(null);
    try {
      await action();
    } catch (e) {
      report(e);
    }
  }

  return (
    <section>
      <h1>{bom?.name ?? ' '}</h1>
      {error && <p role='alert' className='error'>{error}</p>}
      {bom && view && (
        <>
          <RunPanel
            view={view}
            onStart={(mode) =>
              act(async () => {
                await api.start(bom, mode);
                await feed.current?.open();
              })}
            onControl={(action) => act(() => api.control(bomId, action))}
          />
          <Lines lines={view.lines} run={view.run} />
        </>
      )}
    </section>
  );
}
