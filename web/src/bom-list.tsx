import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { EventEnvelope } from '../../shared/domain/event.ts';
import { decodeText, NotUtf8 } from '../../shared/domain/utf8.ts';
import type { Api, ImportedBom, Organization } from './api.ts';
import { Errors, Loading } from './app.tsx';
import { useOrganizationNews } from './hooks.ts';
import { type ListedBom, withEvent } from './listed-bom.ts';
import { messageOf, plural } from './words.ts';

interface BomListProps {
  readonly api: Api;
  readonly shown: Organization;
  readonly organizations: readonly Organization[];
}

export function BomList({ api, shown, organizations }: BomListProps) {
  const { organization_id, role } = shown;
  const { boms, hasMore, error, reload, showMore } = useBoms(api, organization_id);
  const [importError, setImportError] = useState<string | null>(null);
  /** A BOM that was imported with something to say about it, which its own page does not know. */
  const [imported, setImported] = useState<ImportedBom | null>(null);

  async function importFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    setImportError(null);
    setImported(null);
    try {
      const bom = await api.createBom(organization_id, file.name, await readText(file));
      if (bom.issues.length === 0) location.hash = `#/boms/${bom.bom_id}`;
      else {
        setImported(bom);
        await reload();
      }
    } catch (e) {
      setImportError(`${file.name}: ${messageOf(e)}`);
    }
    input.value = ''; // so that the same file, corrected, can be chosen again
  }

  return (
    <section>
      <div className='title'>
        <h1>Bills of materials</h1>
        {organizations.length === 1 ? <span className='note'>{shown.name}</span> : (
          <select
            aria-label='Organization'
            value={organization_id}
            onChange={({ target }) => location.hash = `#/organizations/${target.value}`}
          >
            {organizations.map(({ organization_id, name }) => (
              <option key={organization_id} value={organization_id}>{name}</option>
            ))}
          </select>
        )}
        {role !== 'viewer' && (
          <label className='button'>
            Import CSV
            <input type='file' accept='.csv,text/csv' onChange={importFile} />
          </label>
        )}
      </div>
      <Errors of={[error, importError]} />
      {imported && (
        <div role='status'>
          <p>
            <a href={`#/boms/${imported.bom_id}`}>{imported.name}</a> is imported:{' '}
            {plural(imported.line_count, 'line')}.
          </p>
          <ul>
            {imported.issues.map(({ detail }) => <li key={detail}>{detail}</li>)}
          </ul>
        </div>
      )}
      {boms === null ? error === null && <Loading /> : boms.length === 0
        ? (
          <p>
            {shown.name} has no BOMs yet. {role === 'viewer'
              ? 'You can read here; a member with the role editor or admin can import them.'
              : 'Import a CSV file with a column of part numbers.'}
          </p>
        )
        : <BomTable boms={boms} />}
      {hasMore && <button type='button' className='quiet' onClick={showMore}>Show more</button>}
    </section>
  );
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

/** Not `file.text()`, which puts U+FFFD where the file is in another encoding, and says nothing. */
async function readText(file: File): Promise<string> {
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    throw new Error(
      `This is not UTF-8 text: line ${error.line} has a byte (0x${error.value}) that begins no character. Save the file as "CSV UTF-8" and choose it again.`,
    );
  }
}
