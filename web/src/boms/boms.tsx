import { type ChangeEvent, type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import './boms.css';
import type { Api, ImportedBom, Organization } from '../lib/api.ts';
import { Errors, Loading } from '../ui/controls.tsx';
import { useOrganizationNews } from '../lib/use-organization-news.ts';
import { ImportPanel } from '../import/import-panel.tsx';
import { type ListedBom, withEvent } from './listed-bom.ts';
import { Frame } from '../app/frame.tsx';
import { useApi } from '../lib/session.ts';
import { messageOf, plural } from '../lib/words.ts';

export default function Boms({ organization }: { organization: Organization }) {
  const api = useApi();
  const { organization_id, role } = organization;
  const { boms, hasMore, error, reload, showMore } = useBoms(api, organization_id);
  const [file, setFile] = useState<File | null>(null);
  const [isDropping, setIsDropping] = useState(false);
  /** A BOM that was there before, or is a revision: its own page does not say so. */
  const [imported, setImported] = useState<ImportedBom | null>(null);
  const mayImport = role !== 'viewer';

  function take(chosen: File | undefined) {
    if (!chosen) return;
    setImported(null);
    setFile(chosen);
  }

  function choose({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    take(input.files?.[0]);
    input.value = ''; // so that the same file, corrected, can be chosen again
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsDropping(false);
    take(event.dataTransfer.files[0]);
  }

  function show(bom: ImportedBom) {
    setFile(null);
    if (!bom.existing && bom.revision === null) {
      location.hash = `#/boms/${bom.bom_id}`;
      return;
    }
    setImported(bom);
    void reload();
  }

  return (
    <Frame
      organization={organization}
      tabs={[{ href: `/organizations/${organization_id}`, text: 'BOMs', isShown: true }]}
    >
      <section
        className={isDropping ? 'list dropping' : 'list'}
        {...(mayImport && {
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            setIsDropping(true);
          },
          onDragLeave: () => setIsDropping(false),
          onDrop: drop,
        })}
      >
        <div className='title'>
          <h1>Bills of materials</h1>
          {mayImport && (
            <label className='button go'>
              Import a BOM
              <input type='file' onChange={choose} />
            </label>
          )}
        </div>
        <Errors of={[error]} />
        {file && (
          <ImportPanel
            key={`${file.name} ${file.size} ${file.lastModified}`}
            api={api}
            organizationId={organization_id}
            file={file}
            boms={boms ?? []}
            onImported={show}
            onClose={() => setFile(null)}
          />
        )}
        {imported && (
          <div role='status'>
            <p>
              <a href={`#/boms/${imported.bom_id}`}>{imported.name}</a>{' '}
              {imported.existing ? 'was imported from this file before' : 'is imported'}:{' '}
              {plural(imported.line_count, 'line')}.
              {imported.revision && ` ${said(imported.revision)}`}
            </p>
          </div>
        )}
        {boms === null ? error === null && <Loading /> : boms.length === 0
          ? (
            <p>
              {organization.name} has no BOMs yet. {role === 'viewer'
                ? 'You can read here; a member with the role editor or admin can import them.'
                : 'Drop the file from your CAD tool or spreadsheet here, or choose it.'}
            </p>
          )
          : <BomTable boms={boms} />}
        {hasMore && <button type='button' className='button' onClick={showMore}>Show more</button>}
      </section>
    </Frame>
  );
}

function said({ unchanged, changed, added, removed }: NonNullable<ImportedBom['revision']>): string {
  return `${plural(unchanged, 'line')} as before, ${changed} changed, ${added} added, ${removed} removed.`;
}

function BomTable({ boms }: { boms: readonly ListedBom[] }) {
  return (
    <table className='boms'>
      <thead>
        <tr>
          <th>Name</th>
          <th className='number'>Lines</th>
          <th>Status</th>
          <th className='number'>Done</th>
          <th className='imported'>Imported</th>
        </tr>
      </thead>
      <tbody>
        {boms.map(({ bom_id, name, line_count, created_at, latest_run }) => (
          <tr key={bom_id}>
            <td className='name'>
              <a href={`#/boms/${bom_id}`}>{name}</a>
            </td>
            <td className='number'>{line_count}</td>
            <td>{latest_run?.state.status ?? 'not enriched yet'}</td>
            <td className='number'>{latest_run && `${latest_run.state.percent_complete} %`}</td>
            <td className='imported'>{new Date(created_at).toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The BOMs of an organization, the newest first, kept up to date. */
function useBoms(api: Api, organizationId: string) {
  const [boms, setBoms] = useState<readonly ListedBom[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [error, setError] = useState<string | null>(null);
  /** The newest event of each BOM that there was one of. */
  const [news, setNews] = useState<ReadonlyMap<string, EventEnvelope>>(new Map());
  /** Pages that are shown. */
  const pages = useRef(1);
  const readings = useRef(0);

  const reload = useCallback(async () => {
    const reading = ++readings.current;
    try {
      const read: ListedBom[] = [];
      let next: string | null = null;
      for (let page = 0; page < pages.current && (page === 0 || next !== null); page++) {
        const answer: Awaited<ReturnType<Api['listBoms']>> = await api.listBoms(organizationId, next);
        read.push(...answer.boms);
        next = answer.next;
      }
      if (reading !== readings.current) return; // a later one knows more
      setBoms(read);
      setHasMore(next !== null);
      setError(null);
    } catch (e) {
      if (reading === readings.current) setError(messageOf(e));
    }
  }, [api, organizationId]);
  useEffect(() => void reload(), [reload]);

  useOrganizationNews(api, organizationId, {
    onEvent: (event) => {
      setNews((known) => new Map(known).set(event.bom_id, event));
      // Imported since the list was read.
      if (event.event_type === 'enrichment.started' && !boms?.some(({ bom_id }) => bom_id === event.bom_id)) {
        void reload();
      }
    },
    onGap: () => void reload(),
  });

  const showMore = () => {
    pages.current++;
    void reload();
  };
  return {
    boms: boms && boms.map((bom) => withEvent(bom, news.get(bom.bom_id))),
    hasMore,
    error,
    reload,
    showMore,
  };
}
