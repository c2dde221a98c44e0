/** How an organization works: its name, its projects, its suppliers, and its end. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Frame } from '../app/frame.tsx';
import { organizationTabs } from '../boms/tabs.ts';
import { goTo } from '../lib/address.ts';
import type { Organization } from '../lib/api.ts';
import { saveFile } from '../lib/save-file.ts';
import { may, useApi } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { useRole } from '../organizations/role-news.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { useChosen } from '../ui/use-chosen.ts';
import { useRemoval } from '../ui/use-removal.ts';
import { How, type Settings } from './how.tsx';
import { Keys } from './keys.tsx';
import { OwnPrices, OwnStock } from './own-data.tsx';
import './settings.css';
import { Webhooks } from './webhooks.tsx';

export default function SettingsPage({ organization }: { organization: Organization }) {
  const api = useApi();
  const queries = useQueryClient();
  const { organization_id } = organization;
  const params = { organization_id };
  const isAdmin = may(organization, 'admin');
  useRole(organization);
  const { data: settings, error } = useQuery({
    queryKey: ['settings', organization_id],
    queryFn: () => api.call('GET /organizations/:organization_id/settings', { params }),
  });
  const change = useMutation({
    mutationFn: (body: Partial<Settings>) =>
      api.call('PATCH /organizations/:organization_id/settings', { params, body }),
    onSuccess: (answer) => {
      queries.setQueryData(['settings', organization_id], answer);
      // from whom parts are bought is part of each answer
      void queries.invalidateQueries({ queryKey: ['judged'] });
    },
  });
  const { chosen, choose } = useChosen(change.mutate);
  const rename = useMutation({
    mutationFn: (name: string) =>
      api.call('PATCH /organizations/:organization_id', { params, body: { name } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organizations'] }),
  });
  return (
    <Frame
      organization={organization}
      title={`Settings · ${organization.name}`}
      tabs={organizationTabs(organization_id, 'settings')}
    >
      <section className='list settings'>
        <h1>Settings</h1>
        <Errors of={[error, change.error, rename.error].map((e) => e && messageOf(e))} />
        {isAdmin && (
          <form
            className='inline'
            onSubmit={(event) => {
              event.preventDefault();
              rename.mutate(String(new FormData(event.currentTarget).get('name')).trim());
            }}
          >
            <input
              className='text'
              name='name'
              aria-label='Name of the organization'
              required
              maxLength={200}
              defaultValue={organization.name}
            />
            <Button type='submit' disabled={rename.isPending}>Rename</Button>
          </form>
        )}
        {!settings ? !error && <Loading /> : (
          <How
            // what was chosen shows at once, and goes back where it is refused
            settings={{ ...settings, ...chosen }}
            change={isAdmin ? choose : null}
            isBusy={chosen !== null}
          />
        )}
        <Projects organization={organization} />
        <OwnStock organization={organization} />
        <OwnPrices organization={organization} />
        {isAdmin && <Keys organizationId={organization_id} />}
        {isAdmin && <Webhooks organizationId={organization_id} />}
        {isAdmin && <Everything organization={organization} />}
        {isAdmin && <End organization={organization} />}
      </section>
    </Frame>
  );
}

function Projects({ organization }: { organization: Organization }) {
  const api = useApi();
  const queries = useQueryClient();
  const { organization_id } = organization;
  const queryKey = ['projects', organization_id];
  const { data: projects = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/projects', { params: { organization_id } }))
        .projects,
  });
  const removal = useRemoval();
  const shown = projects.filter(({ project_id }) => !removal.gone.has(project_id));
  const change = useMutation({
    mutationFn: (action: () => Promise<unknown>) => action(),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name')).trim();
    change.mutate(
      () =>
        api.call('POST /organizations/:organization_id/projects', {
          params: { organization_id },
          body: { name },
        }),
      { onSuccess: () => form.reset() },
    );
  }
  return (
    <>
      <h2>Projects</h2>
      <Errors of={[change.error && messageOf(change.error), removal.error]} />
      {shown.length > 0 && (
        <ul className='plain'>
          {shown.map(({ project_id, name }) => (
            <li key={project_id}>
              {name}
              {may(organization, 'admin') && (
                <Button
                  look='quiet'
                  aria-label={`Delete, but keep its BOMs: ${name}`}
                  onClick={() =>
                    removal.remove(project_id, name, async () => {
                      await api.call('DELETE /organizations/:organization_id/projects/:project_id', {
                        params: { organization_id, project_id },
                      });
                      await queries.invalidateQueries({ queryKey });
                    })}
                >
                  Delete, but keep its BOMs
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may(organization, 'editor') && (
        <form className='inline' onSubmit={add}>
          <input
            className='text'
            name='name'
            aria-label='Name of the project'
            placeholder='New project'
            required
            maxLength={200}
          />
          <Button type='submit' disabled={change.isPending}>Add</Button>
        </form>
      )}
    </>
  );
}

/** More than its last line takes. */
const END_BYTES = 1_000;

/** All that is kept of the organization, for whoever leaves or wants a copy. */
function Everything({ organization: { organization_id, name } }: { organization: Organization }) {
  const api = useApi();
  const save = useMutation({
    mutationFn: async () => {
      const file = await api.readFile(`/organizations/${organization_id}/export`, {});
      // Its last line says that nothing is missing.
      if (!/"record":\s*"end"/.test(await file.slice(-END_BYTES).text())) {
        throw new Error(
          'The file broke off. Take a large organization with the API, which goes on where it ended.',
        );
      }
      saveFile(file, `${name}.ndjson`);
    },
  });
  return (
    <>
      <h2>Everything as a file</h2>
      <p className='quieter'>All BOMs, lines, runs, own lists and members, one JSON object a line.</p>
      <Errors of={[save.error && messageOf(save.error)]} />
      <p className='inline'>
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? 'Reading …' : 'Export everything'}
        </Button>
      </p>
    </>
  );
}

/** Everything goes, so its name is to be written out. */
function End({ organization: { organization_id, name } }: { organization: Organization }) {
  const api = useApi();
  const queries = useQueryClient();
  const [written, setWritten] = useState('');
  const end = useMutation({
    mutationFn: () =>
      api.call('DELETE /organizations/:organization_id', {
        params: { organization_id },
        query: { name: written },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      goTo('/');
    },
  });
  return (
    <>
      <h2>Delete {name}</h2>
      <p className='quieter'>With all of its BOMs, projects and members. Nobody can bring them back.</p>
      <Errors of={[end.error && messageOf(end.error)]} />
      <form
        className='inline'
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate();
        }}
      >
        <input
          className='text'
          aria-label={`Write ${name} to delete it`}
          placeholder={name}
          value={written}
          onChange={({ target }) => setWritten(target.value)}
        />
        <Button type='submit' look='danger' disabled={written !== name || end.isPending}>
          Delete everything
        </Button>
      </form>
    </>
  );
}
