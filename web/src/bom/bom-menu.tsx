/** What can be done with a BOM as a whole, besides looking it up. */
import { memo, Suspense, useState } from 'react';
import type { ExportFormat } from '../../../shared/api/export.ts';
import { useCommands } from '../app/command-sources.ts';
import { lazyPart } from '../lib/parts.ts';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { count, messageOf } from '../lib/words.ts';
import { Menu } from '../ui/menu.tsx';
import { exportBom, FORMAT_WORDS } from './export.ts';

const AboutSheet = lazyPart(() => import('./about-sheet.tsx'));
const LinksSheet = lazyPart(() => import('./links-sheet.tsx'));
const ReleaseSheet = lazyPart(() => import('./release-sheet.tsx'));

interface BomMenuProps {
  readonly bom: BomSummary;
  /** That prices are for. */
  readonly boards: number;
  readonly mayRelease?: boolean;
  readonly mayChange?: boolean;
  readonly mayShare?: boolean;
  /** Why nothing of it can be changed any more, and nothing be shared, for a sheet that stands open; null while it can. */
  readonly closed?: string | null;
  readonly closedToShare?: string | null;
  /** There is nothing any more that could be done with it: only a sheet that stands open stays. */
  readonly isLost?: boolean;
  readonly onError: (message: string | null) => void;
}

export const BomMenu = memo(function BomMenu(
  {
    bom,
    boards,
    mayRelease = false,
    mayChange = false,
    mayShare = false,
    closed = null,
    closedToShare = null,
    isLost = false,
    onError,
  }: BomMenuProps,
) {
  const api = useApi();
  /** Lines that a file being written has; null: none is. */
  const [written, setWritten] = useState<number | null>(null);
  const [sheet, setSheet] = useState<'about' | 'links' | 'release' | null>(null);
  const closeSheet = () => setSheet(null);
  async function save(format: ExportFormat) {
    onError(null);
    setWritten(0);
    try {
      await exportBom(api, bom.bom_id, { format, boards }, setWritten);
    } catch (e) {
      onError(`Nothing was exported: ${messageOf(e)}`);
    }
    setWritten(null);
  }
  const groups = [
    {
      title: 'Export',
      choices: Object.entries(FORMAT_WORDS).map(([format, text]) => ({
        id: format,
        text,
        onChoose: () => void save(format as ExportFormat),
      })),
    },
    {
      title: 'This BOM',
      choices: [
        ...mayChange
          ? [{ id: 'about', text: 'Name, project, schedule …', onChoose: () => setSheet('about') }]
          : [],
        ...mayShare ? [{ id: 'links', text: 'Share by a link …', onChoose: () => setSheet('links') }] : [],
        ...mayRelease
          ? [{ id: 'release', text: 'Release this revision …', onChoose: () => setSheet('release') }]
          : [],
      ],
    },
  ].filter(({ choices }) => choices.length > 0 && !isLost);
  useCommands((text) =>
    groups.map(({ title, choices }) => ({
      title,
      commands: written !== null ? [] : choices.map((choice) => ({
        id: `${title} ${choice.id}`,
        text: choice.text,
        act: choice.onChoose,
      })).filter((command) => `${title} ${command.text}`.toLowerCase().includes(text.toLowerCase())),
    }))
  );
  if (written !== null) {
    return <span className='quieter' role='status'>{count(written)} of {count(bom.line_count)} lines …</span>;
  }
  return (
    <>
      {!isLost && (
        <Menu
          label='More'
          className='button'
          button='More'
          groups={groups}
        />
      )}
      <Suspense>
        {sheet === 'about' && <AboutSheet bom={bom} closed={closed} onClose={closeSheet} />}
        {sheet === 'links' && <LinksSheet bom={bom} closed={closedToShare} onClose={closeSheet} />}
        {sheet === 'release' && (
          <ReleaseSheet bom={bom} boards={boards} closed={closed} onClose={closeSheet} />
        )}
      </Suspense>
    </>
  );
});
