/** The BOMs of an organization: each one's answer in a line, live. */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCommands } from '../app/command-sources.ts';
import { Frame } from '../app/frame.tsx';
import { ImportPage } from '../import/import-page.tsx';
import { goTo, useFilters, withFilters } from '../lib/address.ts';
import type { BomSummary, ImportedBom, Organization } from '../lib/api.ts';
import { may, useApi } from '../lib/session.ts';
import { messageOf, plural } from '../lib/words.ts';
import { Closed } from '../organizations/closed.tsx';
import { complaintOf, Connection } from '../run/connection.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { useKeepAll, useToast } from '../ui/toast.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useRemoval } from '../ui/use-removal.ts';

import { nameOf } from '../bom/name.ts';
import { placeOf } from '../bom/place.ts';
import { bomOf } from '../bom/queries.ts';
import { answerOf, BomRow } from './bom-row.tsx';
import './boms.css';
import { hasEnded, headline, madeUpOf, mayBeReady, openOf, readyOf, waitingOf } from './headline.ts';
import { type ListedBom, namesTwice, withRevised } from './listed-bom.ts';
import { stateIn, STATES } from './states.ts';
import { organizationTabs } from './tabs.ts';
import { useRecentChanges } from './recent-changes.ts';
import { useBoms } from './use-boms.ts';

/** Of the address: the name of the file that is previewed. */
const IMPORT = 'import';

export default function Boms({ organization }: { organization: Organization }) {
  const api = useApi();
  const keepAll = useKeepAll();
  const queries = useQueryClient();
  const tell = useToast();
  const { organization_id } = organization;
  const [filters, changeFilters] = useFilters();
  const [project, search] = [filters.get('project'), filters.get('find') ?? ''];
  const state = stateIn(filters.get('show'));
  const { boms, hasMore, error, isLost, reload, showMore, connection, heard } = useBoms(
    api,
    organization_id,
    {
      project,
      search,
      asked: state === null ? undefined : STATES[state].asked,
    },
  );
  const worse = useRecentChanges(organization_id);
  const { data: projects = [] } = useQuery({
    queryKey: ['projects', organization_id],
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/projects', { params: { organization_id } }))
        .projects,
  });
  // What the rows have asked for, and what the headline has to know besides: nothing is asked twice.
  const ended = (boms ?? []).filter(hasEnded);
  const answers = useQueries({
    queries: ended.map((bom) => ({ ...answerOf(api, bom), enabled: !hasMore && mayBeReady(bom) })),
    combine: (results) =>
      new Map(results.flatMap(({ data }, i) => data ? [[ended[i]!.bom_id, data] as const] : [])),
  });
  const removal = useRemoval();
  const mayImport = may(organization, 'editor');
  const [chosen, setFile] = useState<File | null>(null);
  /** What is previewed has an address: the way back leads to the list, and a reload says what is to be chosen again. */
  const previewed = mayImport ? filters.get(IMPORT) : null;
  const file = previewed === null ? null : chosen;
  const [isDropping, setIsDropping] = useState(false);
  /** A BOM that was there before: its own page does not say so. */
  const [imported, setImported] = useState<ImportedBom | null>(null);
  // read by itself: the list has only its first ones, and those that are found or of a project
  const revisedId = mayImport ? filters.get('revises') ?? '' : '';
  const { data: revised, error: revisedError } = useQuery({
    ...bomOf(api, revisedId),
    enabled: revisedId !== '',
  });
  const chooser = useRef<HTMLInputElement>(null);
  // Whoever changes their mind goes on where they began.
  const isBack = useRef(false);
  useEffect(() => {
    if (file !== null || !isBack.current) return;
    isBack.current = false;
    chooser.current?.focus();
  }, [file]);
  const find = useRef<HTMLInputElement>(null);
  useKeys({
    i: mayImport ? () => chooser.current?.click() : undefined,
    '/': () => find.current?.focus(),
  });

  useCommands((text) => [{
    title: 'Actions',
    commands: mayImport && 'import a bom'.includes(text.toLowerCase())
      ? [{ id: 'import', text: 'Import a BOM', hint: 'i', act: () => chooser.current?.click() }]
      : [],
  }]);

  function take(file: File | undefined) {
    if (!file) return;
    // A file that is imported anew is the BOM of before, and must not be deleted as that a moment later.
    void keepAll();
    setImported(null);
    setFile(file);
    goTo(withFilters({ [IMPORT]: file.name }), { replace: previewed !== null });
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
    changeFilters({ revises: null, [IMPORT]: null });
    if (!bom.existing) {
      goTo(placeOf(bom.bom_id));
      if (bom.revision) tell({ text: said(bom.revision), at: placeOf(bom.bom_id) });
      return;
    }
    setImported(bom);
    void reload();
  }

  const remove = ({ bom_id, name }: ListedBom) =>
    removal.remove(bom_id, nameOf(name), async () => {
      await api.call('DELETE /boms/:bom_id', { params: { bom_id } });
      queries.removeQueries({ queryKey: ['judged', bom_id] });
      await reload();
    });

  if (file) {
    return (
      <ImportPage
        key={`${file.name} ${file.size} ${file.lastModified}`}
        organization={organization}
        file={file}
        boms={withRevised<Pick<BomSummary, 'bom_id' | 'name' | 'project_id'>>(boms ?? [], revised)}
        revises={revisedError ? undefined : revisedId}
        projects={projects}
        project={project ?? revised?.project_id ?? null}
        onImported={show}
        onFile={take}
        onClose={() => {
          isBack.current = true;
          setFile(null);
          changeFilters({ [IMPORT]: null });
        }}
      />
    );
  }
  if (isLost) return <Closed name={organization.name} />;
  const isFiltered = project !== null || search !== '' || state !== null;
  const isEmpty = boms?.length === 0 && !isFiltered;
  const ready = boms === null || hasMore ? null : readyOf(boms, answers);
  const madeUp = madeUpOf([...answers.values()]);
  const namesakes = namesTwice(boms ?? []);
  const isInProjects = boms?.some(({ project_id }) => project_id !== null) ?? false;
  return (
    <Frame
      organization={organization}
      tabs={organizationTabs(organization_id, 'boms')}
      title={organization.name}
      connection={<Connection of={connection} heard={heard} />}
      isMadeUp={madeUp}
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
          <h1>
            {boms
              ? headline(boms, {
                isFiltered,
                hasMore,
                ready,
                open: openOf(boms, answers),
                waiting: waitingOf(boms, answers),
              })
              : 'Bills of materials'}
          </h1>
          {mayImport && (
            <label className='button go'>
              Import a BOM
              <input ref={chooser} type='file' onChange={choose} />
              <kbd aria-hidden='true'>i</kbd>
            </label>
          )}
        </div>
        {!isEmpty && (
          <div className='tools'>
            <label className='field'>
              <Mark of='find' />
              <input
                ref={find}
                type='search'
                aria-label='Find a BOM'
                placeholder='Find a BOM'
                value={search}
                onChange={({ target }) => changeFilters({ find: target.value })}
              />
              <kbd aria-hidden='true'>/</kbd>
            </label>
            <select
              aria-label='State'
              value={state ?? ''}
              onChange={({ target }) => changeFilters({ show: target.value })}
            >
              <option value=''>any state</option>
              {Object.entries(STATES).map(([name, { text }]) => (
                <option key={name} value={name}>{text}</option>
              ))}
            </select>
            {projects.length > 0 && (
              <nav className='chips' aria-label='Projects'>
                {[{ project_id: null, name: 'All projects' }, ...projects].map(({ project_id, name }) => (
                  <Link
                    key={project_id}
                    href={withFilters({ project: project_id })}
                    {...(project === project_id ? { 'aria-current': true as const } : {})}
                  >
                    {name}
                  </Link>
                ))}
              </nav>
            )}
          </div>
        )}
        <Errors
          of={[error ?? complaintOf(connection), removal.error, revisedError && messageOf(revisedError)]}
        />
        {revised && (
          <p role='status' className='note'>
            Choose the file of the next revision of{' '}
            {nameOf(revised.name)}, or drop it here: notes and answers go over to it.
          </p>
        )}
        {previewed !== null && (
          <p role='status' className='note'>
            Choose {previewed} again, or drop it here: nothing of it was stored.{' '}
            <Link href={withFilters({ [IMPORT]: null })}>Never mind</Link>
          </p>
        )}
        {imported && (
          <div role='status'>
            <p>
              <Link href={`/boms/${imported.bom_id}`}>{nameOf(imported.name)}</Link>{' '}
              was imported from this file before: {plural(imported.line_count, 'line')}.
            </p>
          </div>
        )}
        {boms === null
          ? error === null && <Loading />
          : boms.length > 0
          ? (
            <table className={isInProjects ? 'boms' : 'boms without-projects'}>
              <thead>
                <tr>
                  <th>BOM</th>
                  <th className='of-project'>Project</th>
                  <th className='of-answer'>Answer</th>
                  <th className='number of-lines'>Lines</th>
                  <th className='number of-boards'>Boards</th>
                  <th className='number of-each'>Each</th>
                  <th className='number of-age'>Looked up</th>
                  <th className='of-delete'>
                    <span className='unseen'>Delete</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {boms.map((bom) => (
                  <BomRow
                    key={bom.bom_id}
                    bom={bom}
                    project={projects.find(({ project_id }) => project_id === bom.project_id)?.name}
                    hasNamesake={namesakes.has(nameOf(bom.name))}
                    worse={worse.get(bom.bom_id) ?? 0}
                    isMadeUpMarked={madeUp === 'some'}
                    isDeleted={removal.gone.has(bom.bom_id)}
                    onDelete={may(organization, 'admin')
                      ? () => remove(bom)
                      : null}
                  />
                ))}
              </tbody>
            </table>
          )
          : isFiltered
          ? (
            <p>
              <Link href={withFilters({ project: null, find: null, show: null })}>Show all</Link>
            </p>
          )
          : (
            <Empty
              organization={organization}
              onChoose={mayImport ? () => chooser.current?.click() : null}
            />
          )}
        {hasMore && <button type='button' className='button' onClick={showMore}>Show more</button>}
      </section>
    </Frame>
  );
}

function Empty(
  { organization, onChoose }: { organization: Organization; onChoose: (() => void) | null },
) {
  return (
    <div className='drop'>
      <div>
        <h2>{organization.name} has no BOMs yet.</h2>
        <p className='quieter'>
          {onChoose
            ? 'Drop the file here that your CAD tool or spreadsheet wrote, untouched. You see how it was read before anything is stored.'
            : 'You can read here; a member with the role editor or admin can import them.'}
        </p>
      </div>
      {onChoose && <Button onClick={onChoose}>Choose a file</Button>}
    </div>
  );
}

function said({ unchanged, changed, added, removed }: NonNullable<ImportedBom['revision']>): string {
  return `${plural(unchanged, 'line')} as before, ${changed} changed, ${added} added, ${removed} removed.`;
}
