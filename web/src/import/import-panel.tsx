/** A file before it becomes a BOM: how it was read, what it asks, and its first rows. */
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { withAnswer } from '../../../client/mapping-answers.ts';
import { COLUMN_ROLES, type ColumnRole, type FileMapping } from '../../../shared/domain/mapping.ts';
import './import.css';
import type { Api, BomSummary, ImportedBom, Preview } from '../lib/api.ts';
import { Errors } from '../ui/controls.tsx';
import { messageOf, plural } from '../lib/words.ts';

interface ImportPanelProps {
  readonly api: Api;
  readonly organizationId: string;
  readonly file: File;
  /** Those of which it may be a revision. */
  readonly boms: readonly Pick<BomSummary, 'bom_id' | 'name'>[];
  readonly onImported: (bom: ImportedBom) => void;
  readonly onClose: () => void;
}

export function ImportPanel({ api, organizationId, file, boms, onImported, onClose }: ImportPanelProps) {
  const { preview, mapping, tables, questions, proposed, error, isBusy, read } = usePreview(
    api,
    organizationId,
    file,
  );
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState(file.name);
  const [revisionOf, setRevisionOf] = useState('');
  const [importError, setImportError] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const open = questions.filter(({ code }) => !answered.has(code));

  async function importFile() {
    if (!mapping) return;
    setIsImporting(true);
    setImportError(null);
    try {
      onImported(
        await api.importFile(organizationId, file, {
          mapping: JSON.stringify(mapping),
          name: name.trim() === '' ? undefined : name,
          revision_of: revisionOf === '' ? undefined : revisionOf,
        }),
      );
    } catch (e) {
      setImportError(messageOf(e));
      setIsImporting(false);
    }
  }

  return (
    <section className='import' aria-label='Import'>
      <h2>{title(file, preview, open.length)}</h2>
      <Errors of={[error, importError]} />
      {preview && mapping && (
        <>
          <p className='note'>
            {preview.file.container}
            {preview.file.encoding !== null && `, ${preview.file.encoding}`}
            {preview.remembered && ', columns as somebody here confirmed them before'}
          </p>
          {tables.length > 1 && (
            <label>
              Table{' '}
              <select
                value={mapping.table}
                disabled={isBusy}
                onChange={({ target }) => read({ table: Number(target.value) })}
              >
                {tables.map(({ table, name, first_row, last_row }) => (
                  <option key={table} value={table}>
                    {name ?? 'this file'}, rows {first_row} to {last_row}
                  </option>
                ))}
              </select>
            </label>
          )}
          {questions.map((question) => (
            <Choice
              key={question.code}
              question={question}
              onChosen={(chosen) => {
                setAnswered((before) => new Set(before).add(question.code));
                if (proposed) void read({ mapping: withAnswer(mapping, proposed, chosen) });
              }}
            />
          ))}
          <Rows
            preview={preview}
            mapping={mapping}
            isBusy={isBusy}
            onMapped={(mapped) => read({ mapping: mapped })}
          />
          <Issues preview={preview} />
          <div className='import-as'>
            <label>
              Name <input value={name} onChange={({ target }) => setName(target.value)} />
            </label>
            {boms.length > 0 && (
              <label>
                As{' '}
                <select value={revisionOf} onChange={({ target }) => setRevisionOf(target.value)}>
                  <option value=''>a new BOM</option>
                  {boms.map((bom) => (
                    <option key={bom.bom_id} value={bom.bom_id}>a revision of {bom.name}</option>
                  ))}
                </select>
              </label>
            )}
          </div>
        </>
      )}
      <p>
        <button
          type='button'
          className='button'
          disabled={!preview?.line_count || isBusy || isImporting || open.length > 0}
          onClick={importFile}
        >
          {isImporting ? 'Importing …' : preview ? `Import ${plural(preview.line_count, 'line')}` : 'Import'}
        </button>{' '}
        <button type='button' className='button' onClick={onClose}>Cancel</button>
      </p>
    </section>
  );
}

function title(file: File, preview: Preview | null, questions: number): string {
  if (!preview) return file.name;
  return `${file.name}: ${plural(preview.line_count, 'line')} read, ${
    questions === 0 ? 'nothing to ask' : plural(questions, 'question')
  }`;
}

interface Asked {
  readonly mapping?: FileMapping;
  readonly table?: number;
}

/** What the server says of the file, again whenever somebody decides otherwise. */
function usePreview(api: Api, organizationId: string, file: File) {
  const [preview, setPreview] = useState<Preview | null>(null);
  /** As it was before anybody decided: its questions stay in sight, and answers are told by what they change. */
  const [first, setFirst] = useState<Preview | null>(null);
  const [tables, setTables] = useState<Preview['tables']>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const readings = useRef(0);

  async function read(asked: Asked) {
    const reading = ++readings.current;
    setIsBusy(true);
    try {
      const answer = await api.previewFile(organizationId, file, {
        mapping: asked.mapping && JSON.stringify(asked.mapping),
        table: asked.table === undefined ? undefined : String(asked.table),
      });
      if (reading !== readings.current) return; // decided again meanwhile
      setPreview(answer);
      if (!asked.mapping) setFirst(answer);
      // of one that was chosen only that one is offered
      if (!asked.mapping && asked.table === undefined) setTables(answer.tables);
      setError(null);
    } catch (e) {
      if (reading === readings.current) setError(messageOf(e));
    }
    if (reading === readings.current) setIsBusy(false);
  }
  useEffect(() => void read({}), [api, organizationId, file]);
  return {
    preview,
    mapping: preview?.mapping ?? null,
    tables,
    questions: first?.questions ?? [],
    proposed: first?.mapping ?? null,
    error,
    isBusy,
    read,
  };
}

function Choice(
  { question: { code, detail, options }, onChosen }: {
    readonly question: Preview['questions'][number];
    readonly onChosen: (mapping: FileMapping) => void;
  },
) {
  return (
    <fieldset>
      <legend>{detail}</legend>
      {options.map(({ label, mapping }) => (
        <label key={label}>
          <input type='radio' name={code} onChange={() => onChosen(mapping)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  mpn: 'Part number',
  manufacturer: 'Manufacturer',
  quantity: 'Quantity',
  designators: 'Designators',
  description: 'Description',
  value: 'Value',
  footprint: 'Footprint',
  supplier: 'Supplier',
  supplier_number: 'Supplier’s number',
  do_not_place: 'Do not place',
  place: 'Place',
  internal_number: 'Own number',
  substitution: 'Substitution',
  note: 'Note',
  item: 'Item number',
  extra: 'Kept as it is',
};

function Rows(
  { preview, mapping, isBusy, onMapped }: {
    readonly preview: Preview;
    readonly mapping: FileMapping;
    readonly isBusy: boolean;
    readonly onMapped: (mapping: FileMapping) => void;
  },
) {
  const indexes = mapping.columns.map(({ index }) => index);
  const remarks = (row: number) => preview.issues.filter((issue) => issue.row === row);

  function map(index: number, event: ChangeEvent<HTMLSelectElement>) {
    const role = event.currentTarget.value as ColumnRole;
    onMapped({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.index === index ? { ...column, role, confidence: 1, runner_up: null } : column
      ),
    });
  }

  return (
    <div className='scroll'>
      <table className='preview'>
        <thead>
          <tr>
            <th scope='col'>Row</th>
            <th scope='col'>Remarks</th>
            {mapping.columns.map(({ index, name, role }, i) => (
              <th key={i} scope='col'>
                <select
                  aria-label={`Column ${name || index + 1} is`}
                  value={role}
                  disabled={isBusy}
                  onChange={(event) => map(index, event)}
                >
                  {COLUMN_ROLES.map((each) => <option key={each} value={each}>{ROLE_WORDS[each]}</option>)}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells }) => (
            <tr key={row} className={mapping.header_rows.includes(row) ? 'header' : undefined}>
              <td className='number'>{row}</td>
              <td className='remarks'>
                {remarks(row).map(({ detail }) =>
                  detail
                ).join(' ')}
              </td>
              {indexes.map((index, i) => <td key={i}>{cells[index]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** More remarks than these, none of them a warning, are there for whoever asks. */
const SHOWN_AT_ONCE = 10;

/** What is said of rows that are not shown, and of the file. */
function Issues({ preview }: { readonly preview: Preview }) {
  const shown = new Set(preview.rows.map(({ row }) => row));
  const others = preview.issues.filter(({ row }) => row === null || !shown.has(row));
  if (others.length === 0) return null;
  return (
    <details open={others.length <= SHOWN_AT_ONCE || others.some(({ severity }) => severity === 'warning')}>
      <summary>{plural(others.length, 'more remark')}</summary>
      <ul>
        {others.map(({ detail, row, column, code }) => <li key={`${code} ${row} ${column}`}>{detail}</li>)}
      </ul>
    </details>
  );
}
