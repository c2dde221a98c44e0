import { useCallback, useEffect, useRef, useState } from 'react';
import { BomFeed, type BomView } from '../../../client/bom-feed.ts';
import { RefusedCall } from '../../../client/client.ts';
import type { ReviewLine } from '../review/candidates.tsx';
import './bom.css';
import type { BomSummary } from '../lib/api.ts';
import { Frame, NoSuchPage } from '../app/frame.tsx';
import { Errors, Loading } from '../ui/controls.tsx';
import { useSigned } from '../lib/session.ts';
import { useIsOnline } from '../lib/browser.ts';
import { useOrganizationNews } from '../lib/use-organization-news.ts';
import { Lines } from '../lines/lines.tsx';
import { RunPanel } from '../run/run-panel.tsx';
import { messageOf } from '../lib/words.ts';

export default function BomPage({ bomId }: { bomId: string }) {
  const { api, organizations } = useSigned();
  const [bom, setBom] = useState<BomSummary | null>(null);
  const [view, setView] = useState<BomView | null>(null);
  const [isGone, setGone] = useState(false);
  const [feedError, setFeedError] = useState<string | null>(null);
  const [actionError, setActionError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isOnline = useIsOnline();
  const readLine = useCallback((lineId: string) => api.readLine(bomId, lineId), [bomId, api]);
  const review = useCallback<ReviewLine>(async (line, decided) => {
    await api.reviewLine(bomId, line.line_id, decided);
    await feed.current?.readAgain(line);
  }, [bomId, api]);
  const feed = useRef<BomFeed | null>(null);
  useEffect(() => {
    const opened = new BomFeed({
      bomId,
      streamUrl: api.streamUrl,
      ticket: () => api.ticket({ bom_id: bomId }),
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
      onError: report,
      EventSource,
    });
    feed.current = opened;
    void opened.open();
    return () => opened.close();
  }, [bomId, api]);

  function report(e: unknown) {
    if (e instanceof RefusedCall && e.status === 404) {
      feed.current?.close();
      setGone(true);
    } else setFeedError(messageOf(e));
  }

  // A run that has ended has no stream of its own: the next one is heard of through the organization.
  const waiting = view?.connection === 'ended' && bom ? view : null;
  const lookAt = (run: number) => {
    if (waiting && run > (waiting.run ?? 0)) void feed.current?.follow();
  };
  useOrganizationNews(api, waiting && bom && bom.organization_id, {
    onEvent: (event) => {
      if (event.bom_id === bomId) lookAt(event.run);
    },
    onGap: async () => {
      try {
        const newest = await api.readStatus(bomId);
        setFeedError(null);
        if (newest) lookAt(newest.run);
      } catch (e) {
        report(e);
      }
    },
  });

  // What was said of an earlier state or network says nothing of this one.
  useEffect(() => setActionError(null), [isOnline, view?.connection, view?.run, view?.state?.status]);

  async function act(action: () => Promise<unknown>) {
    setActionError(null);
    setBusy(true);
    try {
      await action();
    } catch (e) {
      setActionError(messageOf(e));
    }
    setBusy(false);
  }

  if (isGone) return <NoSuchPage />;
  const organization = organizations.find(({ organization_id }) => organization_id === bom?.organization_id);
  const isGoneFor = view?.connection === 'deleted' || view?.connection === 'access_revoked';
  const mayControl = organization !== undefined && organization.role !== 'viewer' && !isGoneFor;
  return (
    <Frame
      organization={organization}
      tabs={[{ href: `/boms/${bomId}`, text: 'Lines', isShown: true }]}
    >
      <section className='list'>
        {bom && <h1>{bom.name}</h1>}
        <Errors of={[actionError, feedError]} />
        {bom && view
          ? (
            <>
              <RunPanel
                view={view}
                isOnline={isOnline}
                mayControl={mayControl}
                isBusy={isBusy}
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
              <Lines
                lines={view.lines}
                run={view.run}
                readLine={readLine}
                review={mayControl ? review : null}
              />
            </>
          )
          : feedError === null && <Loading />}
      </section>
    </Frame>
  );
}
