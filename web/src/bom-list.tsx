import { type ChangeEvent, useCallback, useEffect, useState } from 'react';
import { decodeText, NotUtf8 } from '../../shared/domain/utf8.ts';
import type { Api, BomListAnswer, ImportedBom } from './api.ts';

export function BomList({ api }: { api: Api }) {
  const [answer, setAnswer] = useState<BomListAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  /** A BOM that was imported with something to say about it, which its own page does not know. */
  const [imported, setImported] = useState<ImportedBom | null>(null);
  const load = useCallback(() => api.listBoms().then(setAnswer, (e) => setError(e.message)), [api]);
  useEffect(() => void load(), [load]);

  const target = answer?.organizations.find(({ role }) => role !== 'viewer');

  async function importFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file || !target) return;
    setError(null);
    setImported(null);
    try {
      const bom = await api.createBom(target.organization_id, file.name, await readText(file));
      if (bom.issues.length === 0) location.hash = `#/boms/${bom.bom_id}`;
      else {
        setImported(bom);
        await load();
      }
    } catch (e) {
      setError(`${file.name}: ${e instanceof Error ? e.message : e}`);
    }
    input.value = ''; // so that the same file, corrected, can be chosen again
  }

  return (
    <section>
      <div className='title'>
        <h1>Bills of materials</h1>
        {target && (
          <label className='button'>
            Import CSV
            <input type='file' accept='.csv,text/csv' onChange={importFile} />
          </label>
        )}
      </div>
      {error && <p role='alert' className='error'>{error}</p>}
      {imported && (
        <div role='status'>
          <p>
            <a href={`#/boms/${imported.bom_id}`}>{imported.name}</a> is imported: {imported.line_count}{' '}
            lines.
          </p>
          <ul>
            {imported.issues.map(({ detail }) => <li key={detail}>{detail}</li>)}
          </ul>
        </div>
      )}
      {answer && (answer.boms.length === 0
        ? <p>There is none yet. Import a CSV with a column of part numbers.</p>
        : (
          <table>
            <thead>
              <tr>
                <th>Name</th>
                <th className='number'>Lines</th>
                <th>Status</th>
                <th className='number'>Done</th>
                <th>Imported</th>
              </tr>
            </thead>
            <tbody>
              {answer.boms.map((bom) => (
                <tr key={bom.bom_id}>
                  <td>
                    <a href={`#/boms/${bom.bom_id}`}>{bom.name}</a>
                  </td>
                  <td className='number'>{bom.line_count}</td>
                  <td>{bom.status ?? 'not enriched yet'}</td>
                  <td className='number'>
                    {bom.latest_run ? `${bom.latest_run.state.percent_complete} %` : ''}
                  </td>
                  <td>{new Date(bom.created_at).toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </section>
  );
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
