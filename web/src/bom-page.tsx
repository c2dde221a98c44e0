import { useCallback, useEffect, useRef, useState } from 'react';
import { BomFeed, type BomView } from '../../client/bom-feed.ts';
import type { Api, BomSummary } from './api.ts';
import { Lines } from './lines.tsx';
import { RunPanel } from './run-panel.tsx';

export function BomPage({ bomId, api }: { bomId: string; api: Api }) {
  const [bom, setBom] = useState<BomSummary | null>(null);
  const [view, setView] = useState<BomView | null>(null);
  const [feedError, setFeedError] = useState<string | null>(null);
  const [actionError, setActionError] = useState<string | null>(null);
  const readOffers = useCallback((lineId: string) => api.readOffers(bomId, lineId), [bomId, api]);
  const feed = useRef<BomFeed | null>(null);
  useEffect(() => {
    const opened = new BomFeed({
      bomId,
      streamUrl: api.streamUrl,
      ticket: () => api.ticket(bomId),
      readLines: (since, after) => api.readLines(bomId, since, after),
      readStatus: async () => {
        // Read with each opening, so that the feed's next attempt makes up for this one as well.
        setBom(await api.readBom(bomId));
        return await api.readStatus(bomId);
      },
      onChange: (changed) => {
        setView(changed);
        if (changed.connection === 'live' || changed.connection === 'ended') setFeedError(null);
      },
      onError: (e) => setFeedError(messageOf(e)),
      EventSource,
    });
    feed.current = opened;
    void opened.open();
    return () => opened.close();
  }, [bomId, api]);

  async function act(action: () => Promise<unknown>) {
    setActionError(null);
    try {
      await action();
    } catch (e) {
      setActionError(messageOf(e));
    }
  }

  return (
    <section>
      <h1>{bom?.name ?? ' '}</h1>
      {[actionError, feedError].map((error, i) =>
        error && <p key={i} role='alert' className='error'>{error}</p>
      )}
      {bom && view && (
        <>
          <RunPanel
            view={view}
            onStart={(mode) =>
              act(async () => {
                await api.start(bom, mode);
                await feed.current?.follow();
              })}
            onControl={(action) =>
              act(async () => {
                await api.control(bomId, action);
                await feed.current?.follow();
              })}
          />
          <Lines lines={view.lines} run={view.run} readOffers={readOffers} />
        </>
      )}
    </section>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
