import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Frame } from '../app/frame.tsx';
import { isFinal } from '../lib/query.ts';
import { Connection } from '../run/connection.tsx';
import { useSigned } from '../lib/session.ts';
import '../lines/lines.css';
import './bom.css';
import { useBoards } from './boards.ts';
import { GoneBom } from './gone-bom.tsx';
import { nameOf } from './name.ts';
import { AHEAD_MS, bomOf } from './queries.ts';
import { questionsOf } from './questions-of.ts';
import { ReleaseNote } from './release.tsx';
import { useSummary } from './use-bom.ts';
import { type BomTab, bomTabs, TAB_WORDS } from './tabs.ts';
import { useLive } from './use-live.ts';
import { useReleaseNews } from './use-release-news.ts';

interface BomFrameProps {
  readonly bomId: string;
  readonly shown: BomTab;
  /** What the browser's tab says before the BOM's name. */
  readonly says?: string;
  readonly children: ReactNode;
}

/** Surrounds the pages of a BOM that do not follow its lines: what they show is read anew where a run or somebody changes it. */
export function BomFrame(
  { bomId, shown, says = TAB_WORDS[shown], children }: BomFrameProps,
) {
  const { boards, isOpen } = useBoards(bomId);
  const { data: summary } = useSummary(bomId, boards, isOpen);
  const { api, organizations } = useSigned();
  // Somebody else may have deleted it since another of its pages was shown.
  const { data: bom, error } = useQuery({ ...bomOf(api, bomId), staleTime: AHEAD_MS });
  const { connection, heard, isGone } = useLive(bomId);
  useReleaseNews(bom);
  if (isFinal(error) || isGone) return <GoneBom bomId={bomId} />;
  return (
    <Frame
      organization={organizations.find(({ organization_id }) => organization_id === bom?.organization_id)}
      title={bom && `${says} · ${nameOf(bom.name)}`}
      trail={bom ? [{ text: nameOf(bom.name), href: `/boms/${bomId}` }] : []}
      tabs={bomTabs(bomId, shown, questionsOf(bom, summary))}
      connection={<Connection of={connection} heard={heard} />}
      isMadeUp={summary?.sandbox ?? false}
      notice={<ReleaseNote release={bom?.release ?? null} compareAt={`/boms/${bomId}/compare`} />}
      isFixed
    >
      {children}
    </Frame>
  );
}
