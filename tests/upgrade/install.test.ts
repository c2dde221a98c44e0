/** The product comes into a database that others use, and goes again, and leaves all that is theirs as it was. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { readDocument, snippets } from '../support/readme.ts';
import { type Catalogue, differences, readCatalogue } from './catalogue.ts';
import { preparePlatform } from './from-schemas.ts';
import { applyReleases, RELEASES, upgradeUnderRun } from './releases.ts';

const [UNINSTALL] = snippets('Uninstall', 'sql', readDocument('docs/upgrade.md'));

/** What a project may have: names that are ours as well, in public and in a schema of its own, each with a row. */
const THEIRS = `
  create table public.organizations (id bigint primary key, title text not null);
  create table public.projects (id bigint primary key references public.organizations (id), budget numeric);
  create table public.boms (id uuid primary key);
  create table public.settings (key text primary key);
  create schema private;
  create table private.settings (key text primary key);
  create function private.refuse() returns text language sql return 'theirs';
  create function public.tick() returns text language sql return 'theirs';
  create policy everybody on public.organizations using (true);
  insert into public.organizations values (1, 'theirs');
  insert into public.projects values (1, 5);
  insert into private.settings values ('theirs');
  select cron.schedule('nightly', '0 3 * * *', 'select public.tick()')`;
const asPostgres = (sql: string) => `begin; set local role postgres; ${sql}; commit`;

describe('beside tables of others', () => {
  const database = useDatabase(preparePlatform);
  let before: Catalogue;
  beforeAll(async () => {
    await database.query(asPostgres(THEIRS));
    before = await readCatalogue(database.query);
    expect([...before.keys()]).toEqual(expect.arrayContaining(['table organizations', 'job nightly']));
  });

  it('runs come to their end', async () => {
    expect(await upgradeUnderRun(database, RELEASES, [])).toEqual([]);
  });

  it('nothing of theirs is another, and in public there is nothing new but functions of our name', async () => {
    const changed = differences(before, await readCatalogue(database.query));
    expect(changed.filter((line) => !/^[a-z ]+ bomstream[._-]|^schema bomstream:/.test(line))).toEqual([]);
    expect(changed.filter((line) => /^\w+ bomstream_/.test(line) && !line.startsWith('function '))).toEqual(
      [],
    );
    expect(await database.query('select private.refuse() as theirs from private.settings')).toEqual([
      { theirs: 'theirs' },
    ]);
  });

  it('what is uninstalled leaves nothing behind and takes nothing along, and can be installed again', async () => {
    await database.query(
      `select vault.create_secret('x', 'project_url'), vault.create_secret('x', 'runner_key'),
                                 vault.create_secret('x', 'theirs')`,
    );
    await database.query(`insert into cron.job_run_details (jobid, status, start_time, end_time)
                          select jobid, jobname, now(), now() from cron.job`);
    await database.query(`insert into supabase_migrations.schema_migrations values ('1', '{x}', 'theirs')`);

    await database.query(asPostgres(UNINSTALL!));

    expect(differences(before, await readCatalogue(database.query))).toEqual([]);
    expect(await database.query('select name from vault.secrets')).toEqual([{ name: 'theirs' }]);
    expect(await database.query('select status from cron.job_run_details')).toEqual([{ status: 'nightly' }]);
    expect(await database.query('select name from supabase_migrations.schema_migrations')).toEqual([
      { name: 'theirs' },
    ]);

    await applyReleases(database.adminUrl, RELEASES);
    const [{ answer }] = await database.query('select public.bomstream_version() as answer');
    expect(answer).toHaveProperty('version');
  });
});
