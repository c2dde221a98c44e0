import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const TABLES = [
  'organizations',
  'organization_members',
  'projects',
  'components',
  'boms',
  'bom_lines',
  'enrichment_runs',
  'enrichment_events',
  'enrichment_progress',
];

const database = useDatabase();
let ours: { userId: string; organizationId: string };
let theirs: { userId: string; organizationId: string };

beforeAll(async () => {
  [ours, theirs] = [await database.tenant('viewer'), await database.tenant('admin')];
  for (const { organizationId } of [ours, theirs]) {
    const editor = { organizationId, userId: (await database.tenant()).userId };
    await database.query(`insert into public.organization_members values ($1, $2, 'editor')`, [
      organizationId,
      editor.userId,
    ]);
    await database.query(`insert into public.projects (organization_id, name) values ($1, 'P')`, [
      organizationId,
    ]);
    await database.query(
      `insert into public.components (organization_id, part_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'OWN', 'M', 'OWN', '{}', 1)`,
      [organizationId],
    );
    const bomId = await database.bom(editor, ['RC0603FR0710KL', 'X']);
    await database.call('enrichment_start', {
      p_user_id: editor.userId,
      p_bom_id: bomId,
      p_organization_id: organizationId,
      p_project_id: null,
      p_priority: 5,
      p_mode: 'all',
    });
  }
  await database.query(
    `insert into public.components (part_key, manufacturer, mpn, fields, quality_score) values ('SHARED', 'M', 'SHARED', '{}', 1)`,
  );
});

/** What a signed-in user sees who asks the tables directly, as the data API would for him. */
async function asUser<T>(userId: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await database.session();
  await client.query('begin');
  await client.query(
    `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`,
    [
      JSON.stringify({ sub: userId, role: 'authenticated' }),
    ],
  );
  try {
    return await work(client);
  } finally {
    await client.query('rollback');
  }
}

describe('a member who asks the tables directly', () => {
  it.each(TABLES)('sees rows of %s, of the own organization alone', async (table) => {
    const column = table === 'organizations' ? 'id' : 'organization_id';
    const seen = await asUser(
      ours.userId,
      async (client) =>
        (await client.query(`select distinct ${column} as organization from public.${table}`)).rows,
    );
    const foreign = seen.filter(({ organization }) =>
      organization !== ours.organizationId && organization !== null
    );
    expect(foreign).toEqual([]);
    expect(seen).toContainEqual({ organization: ours.organizationId });
  });

  it("sees shared components besides the own, and no other tenant's", async () => {
    const seen = await asUser(
      ours.userId,
      async (client) =>
        (await client.query('select organization_id, part_key from public.components order by part_key'))
          .rows,
    );
    expect(seen).toEqual([
      { organization_id: ours.organizationId, part_key: 'OWN' },
      { organization_id: null, part_key: 'SHARED' },
    ]);
  });

  it.each(TABLES)('changes nothing in %s', async (table) => {
    for (const sql of [`delete from public.${table}`, `insert into public.${table} default values`]) {
      await expect(asUser(theirs.userId, (client) => client.query(sql)), sql).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it("may ask for nobody's rights through the API, whose schema has no such function", async () => {
    const functions = await database.query(
      `select 1 from pg_proc where pronamespace = 'public'::regnamespace and proname = 'enrichment_access'`,
    );
    expect(functions).toEqual([]);
  });
});

describe('somebody without a membership', () => {
  it.each(TABLES.filter((table) => table !== 'components'))('sees no row of %s', async (table) => {
    const [stranger] = await database.query(
      `insert into auth.users (email) values (gen_random_uuid() || '@example.com') returning id`,
    );
    const rows = await asUser(
      stranger.id,
      async (client) => (await client.query(`select 1 from public.${table}`)).rows,
    );
    expect(rows).toEqual([]);
  });
});
