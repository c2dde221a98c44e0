/** A file before it becomes a BOM: how it was read, what it asks, and its first rows. Nothing is stored yet. */
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { tableKey, tableLabel } from '../../../client/offered-tables.ts';
import type { FileMapping } from '../../../shared/domain/mapping.ts';
import { Frame } from '../app/frame.tsx';
import { nameOf } from '../bom/name.ts';
import type { BomSummary, ImportedBom, Organization, Preview } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { messageOf, plural } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { answerTo } from './decisions.ts';
import { existingOf } from './existing.ts';
import './import.css';
import { Rows } from './rows.tsx';
import { usePreview } from './use-preview.ts';

interface ImportPageProps {
  readonly organization: Organization;
  readonly file: File;
  /** Those of which it may be a revision. */
  readonly boms: readonly Pick<BomSummary, 'bom_id' | 'name' | 'project_id'>[];
  /** The one that somebody came to revise. */
  readonly revises: string | undefined;
  readonly projects: readonly { readonly project_id: string; readonly name: string }[];
  /** The one whose BOMs were shown. */
  readonly project: string | null;
  readonly onImported: (bom: ImportedBom) => void;
  /** Another one was chosen, or dropped. */
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

export function ImportPage(
  { organization, file, boms, revises = '', projects, project, onImported, onFile, onClose }: ImportPageProps,
) {
  const api = useApi();
  const { organization_id } = organization;
  const { preview, mapping, tables, questions, decisions, asked, error, isBusy, decide, chooseTable } =
    usePreview(api, organization_id, file);
  const [name, setName] = useState(nameOf(file.name));
  const [revisionOf, setRevisionOf] = useState(revises);
  const [projectId, setProjectId] = useState(project ?? '');
  const [isAgain, setAgain] = useState(false);
  const [importError, setImportError] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const [isDropping, setIsDropping] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = questions.filter(({ code }) => answerTo(decisions, code) === null);
  const mayImport = preview !== null && preview.line_count > 0 && !isBusy && !isImporting &&
    open.length === 0;
  const existing = preview && existingOf(preview.existing, boms, projectId, revisionOf);
  // What takes the place of the list is where a reader goes on.
  useEffect(() => heading.current?.focus(), []);

  async function importFile() {
    if (!mapping) return;
    setIsImporting(true);
    setImportError(null);
    try {
      onImported(
        await api.importFile(organization_id, file, {
          mapping: JSON.stringify(mapping),
          name: name.trim() === '' ? undefined : name,
          revision_of: revisionOf === '' ? undefined : revisionOf,
          project_id: projectId === '' ? undefined : projectId,
          again: isAgain ? 'true' : undefined,
        }),
      );
    } catch (e) {
      setImportError(messageOf(e));
      setIsImporting(false);
    }
  }
  useKeys({ Enter: mayImport ? () => void importFile() : undefined, Escape: onClose });

  return (
    <Frame
      organization={organization}
      title={`Import ${file.name}`}
      trail={[{ text: 'Import', href: `/organizations/${organization_id}` }]}
      connection={
        <span className='connection quieter'>
          <Mark of='rest' /> Nothing is stored yet
        </span>
      }
    >
      <section
        className={isDropping ? 'import dropping' : 'import'}
        aria-label='Import'
        onDragOver={(event) => {
          event.preventDefault();
          setIsDropping(true);
        }}
        onDragLeave={() => setIsDropping(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setIsDropping(false);
          const [dropped] = event.dataTransfer.files;
          if (dropped) onFile(dropped);
        }}
      >
        <div className='import-head'>
          <h1 ref={heading} tabIndex={-1} className='verdict'>
            {!preview && error ? `${file.name} cannot be read` : (
              <>
                <span>{file.name}.</span> {title(preview, open.length)}
              </>
            )}
          </h1>
          <span className='quieter'>Drop another file anywhere</span>
          <label className='button'>
            Choose another
            <input
              type='file'
              className='unseen'
              onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
                const [chosen] = currentTarget.files ?? [];
                if (chosen) onFile(chosen);
              }}
            />
          </label>
        </div>
        <Errors of={[error, importError]} />
        {!preview && !error && <Loading what='Reading …' />}
        {existing && (
          <p role='status'>
            This file is here already, as{' '}
            <Link href={`/boms/${existing.bom_id}`}>{nameOf(existing.name)}</Link>
            {existing.same_mapping
              ? (
                <>
                  , read in the same way. {!isAgain && 'Importing it leads there. '}
                  <label>
                    <input
                      type='checkbox'
                      checked={isAgain}
                      onChange={({ target }) => setAgain(target.checked)}
                    />{' '}
                    Import it once more, as another BOM
                  </label>
                </>
              )
              : ', read in another way. Importing it makes a new BOM.'}
          </p>
        )}
        {preview && mapping && (
          <>
            <dl className='how-read'>
              <div>
                <dt>File</dt>
                <dd>
                  <b>{preview.file.container.toUpperCase()}</b>
                  {preview.file.name !== file.name && ` · ${preview.file.name}`}
                </dd>
              </div>
              {preview.file.encoding !== null && (
                <div>
                  <dt>Encoding</dt>
                  <dd>
                    <b>{preview.file.encoding}</b>
                  </dd>
                </div>
              )}
              <div>
                <dt>Table</dt>
                <dd>
                  {tables.length > 1
                    ? (
                      <select
                        aria-label='Table'
                        value={preview.tables.map(tableKey)[0]}
                        disabled={isBusy}
                        onChange={({ target }) =>
                          chooseTable(tables.find((each) => tableKey(each) === target.value)!)}
                      >
                        {tables.map((each) => (
                          <option key={tableKey(each)} value={tableKey(each)}>
                            {tableLabel(each, tables)}
                          </option>
                        ))}
                      </select>
                    )
                    : (
                      <>
                        {mapping.header_rows.length > 0
                          ? <b>Names in row {mapping.header_rows.join(' and ')}</b>
                          : <b>No names of columns</b>}, {mapping.first_row === mapping.last_row
                          ? `one line in row ${mapping.first_row}`
                          : `lines in rows ${mapping.first_row} to ${mapping.last_row}`}
                      </>
                    )}
                </dd>
              </div>
              {preview.remembered && (
                <div>
                  <dt>Columns</dt>
                  <dd>as somebody here confirmed them before</dd>
                </div>
              )}
            </dl>
            {questions.map((question) => (
              <Choice
                key={question.code}
                question={question}
                isOpen={answerTo(decisions, question.code) === null}
                isBusy={isBusy}
                chosen={answerTo(asked, question.code)}
                onChosen={(chosen) => decide({ code: question.code, chosen })}
              />
            ))}
            <Rows
              preview={preview}
              mapping={mapping}
              isBusy={isBusy}
              onRole={(use, role) => decide({ use, role })}
            />
          </>
        )}
        {/* a form, so that Enter in the name imports, too */}
        <form
          className='import-foot'
          onSubmit={(event) => {
            event.preventDefault();
            void importFile();
          }}
        >
          {preview && (
            <>
              {boms.length > 0 && (
                <label>
                  As{' '}
                  <select value={revisionOf} onChange={({ target }) => setRevisionOf(target.value)}>
                    <option value=''>a new BOM</option>
                    {boms.map((bom) => (
                      <option key={bom.bom_id} value={bom.bom_id}>
                        a new revision of {nameOf(bom.name)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              {projects.length > 0 && (
                <label>
                  Project{' '}
                  <select value={projectId} onChange={({ target }) => setProjectId(target.value)}>
                    <option value=''>{revisionOf === '' ? 'none' : 'as before'}</option>
                    {projects.map(({ project_id, name }) => (
                      <option key={project_id} value={project_id}>{name}</option>
                    ))}
                  </select>
                </label>
              )}
              <label>
                Name <input className='text' value={name} onChange={({ target }) => setName(target.value)} />
              </label>
              {revisionOf !== '' && (
                <span className='quieter'>
                  Lines are paired; their decisions and notes stay, and so do schedule and boards.
                </span>
              )}
            </>
          )}
          <Button className='cancel' onClick={onClose}>Cancel</Button>
          <Button type='submit' look='go' shortcut='Enter' disabled={!mayImport}>
            {isImporting
              ? 'Importing …'
              : preview
              ? `Import ${plural(preview.line_count, 'line')}`
              : 'Import'}
          </Button>
        </form>
      </section>
    </Frame>
  );
}

function title(preview: Preview | null, questions: number): string {
  if (!preview) return 'Reading …';
  if (preview.line_count === 0) return 'No line is read yet: say above a column what it holds.';
  const isOfNothing = preview.issues.some(({ code }) => code === 'nothing_to_look_up');
  const asked = questions === 0
    ? (isOfNothing
      ? 'none with a part number: say above a column that it has them, if one does'
      : 'nothing to ask before importing')
    : `${plural(questions, 'question')} before importing`;
  return `${plural(preview.line_count, 'line')} read, ${asked}.`;
}

function Choice(
  { question: { code, detail, options }, isOpen, isBusy, chosen, onChosen }: {
    readonly question: Preview['questions'][number];
    readonly isOpen: boolean;
    readonly isBusy: boolean;
    readonly chosen: FileMapping | null;
    readonly onChosen: (mapping: FileMapping) => void;
  },
) {
  return (
    <fieldset className={isOpen ? 'asks' : 'asks is-answered'} disabled={isBusy}>
      <legend>
        <Mark of={isOpen ? 'ask' : 'fine'} className={isOpen ? 'is-ask' : 'is-fine'} /> {detail}
      </legend>
      {options.map(({ label, mapping }) => (
        <label key={label}>
          <input
            type='radio'
            name={code}
            checked={chosen === mapping}
            onChange={() => onChosen(mapping)}
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}
