/**
 * Who reaches what when asking the tables directly, as the data API would: every table of schema public, every role,
 * every operation, with the expectations written out. A new table fails here until it says what it expects.
 */
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const ROLES = ['anon', 'non-member', 'viewer', 'editor', 'admin', 'service_role'] as const;
const OPERATIONS = ['select', 'insert', 'update', 'delete'] as const;
type Role = typeof ROLES[number];
type Operation = typeof OPERATIONS[number];

/** `refused`: may not ask at all. Otherwise whose rows are reached; of an insert only that it is `allowed`. */
type Reach =
  | 'refused'
  | 'allowed'
  | ''
  | 'shared'
  | 'ours'
  | 'ours, shared'
  | 'ours, shared, theirs'
  | 'ours, theirs';
/** Of each role by the operations, in their order. */
type Rights = Record<Role, readonly [Reach, Reach, Reach, Reach]>;

/** Tables whose every row belongs to one organization. */
const OF_ORGANIZATIONS: Rights = {
  'anon': ['refused', 'refused', 'refused', 'refused'],
  'non-member': ['', 'refused', 'refused', 'refused'],
  'viewer': ['ours', 'refused', 'refused', 'refused'],
  'editor': ['ours', 'refused', 'refused', 'refused'],
  'admin': ['ours', 'refused', 'refused', 'refused'],
  'service_role': ['ours, theirs', 'allowed', 'ours, theirs', 'ours, theirs'],
};
/** Tables that also hold rows of no organization: knowledge shared by all who are signed in. */
const SHARED_TOO: Rights = {
  'anon': ['refused', 'refused', 'refused', 'refused'],
  'non-member': ['shared', 'refused', 'refused', 'refused'],
  'viewer': ['ours, shared', 'refused', 'refused', 'refused'],
  'editor': ['ours, shared', 'refused', 'refused', 'refused'],
  'admin': ['ours, shared', 'refused', 'refused', 'refused'],
  'service_role': ['ours, shared, theirs', 'allowed', 'ours, shared, theirs', 'ours, shared, theirs'],
};
const EXPECTED: Record<string, Rights> = {
  bom_lines: OF_ORGANIZATIONS,
  boms: OF_ORGANIZATIONS,
  components: SHARED_TOO,
  enrichment_events: OF_ORGANIZATIONS,
  enrichment_progress: OF_ORGANIZATIONS,
  enrichment_runs: OF_ORGANIZATIONS,
  organization_members: OF_ORGANIZATIONS,
  organizations: OF_ORGANIZATIONS,
  projects: OF_ORGANIZATIONS,
  supplier_offers: SHARED_TOO,
};

const STATEMENTS: Record<Operation, (table: string, owner: string) => string> = {
  select: (table, owner) => `select ${owner} as owner from public.${table}`,
  insert: (table) => `insert into public.${table} default values`,
  update: (table, owner) => `update public.${table} set ${owner} = ${owner} returning ${owner} as owner`,
  delete: (table, owner) => `delete from public.${table} returning ${owner} as owner`,
};
const INSUFFICIENT_PRIVILEGE = '42501';
/** Constraints are looked at last, so a row that violates one had every right to be written. */
const CONSTRAINT_VIOLATIONS = /^23/;

const database = useDatabase();
const userIds: Partial<Record<Role, string>> = {};
/** Words for the owners of rows. */
const owners = new Map<string | null, 'ours' | 'theirs' | 'shared'>([[null, 'shared']]);
let client: pg.Client;

beforeAll(async () => {
  const [ours, theirs] = [await database.tenant('editor'), await database.tenant('editor')];
  owners.set(ours.organizationId, 'ours').set(theirs.organizationId, 'theirs');
  userIds.editor = ours.userId;
  userIds['non-member'] = await newUser();
  for (const role of ['viewer', 'admin'] as const) {
    userIds[role] = await newUser();
    await database.query('insert into public.organization_members values ($1, $2, $3)', [
      ours.organizationId,
      userIds[role],
      role,
    ]);
  }
  for (const { userId, organizationId } of [ours, theirs]) {
    await database.query(`insert into public.projects (organization_id, name) values ($1, 'P')`, [
      organizationId,
    ]);
    await newOffer(organizationId);
    const bomId = await database.bom({ userId, organizationId }, ['RC0603FR0710KL', 'X']);
    await database.call('enrichment_start', {
      p_user_id: userId,
      p_bom_id: bomId,
      p_organization_id: organizationId,
      p_project_id: null,
      p_priority: 5,
      p_mode: 'all',
    });
  }
  await newOffer(null);
  client = await database.session();
});

async function newUser(): Promise<string> {
  const [user] = await database.query(
    `insert into auth.users (email) values (gen_random_uuid() || '@example.com') returning id`,
  );
  return user.id;
}

/** An offer, and the component that is offered. */
async function newOffer(organizationId: string | null): Promise<void> {
  await database.query(
    `with component as (
       insert into public.components (organization_id, part_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'P', 'M', 'P', '{}', 1) returning id)
     insert into public.supplier_offers
       (organization_id, component_id, supplier, supplier_part_number, price_breaks, fetched_at)
     select $1, component.id, 'S', '1', '[]', now() from component`,
    [organizationId],
  );
}

/** What the role reaches, in a transaction that begins with `change` and is undone. */
async function reach(role: Role, operation: Operation, table: string, change = 'select'): Promise<string> {
  const databaseRole = role === 'anon' || role === 'service_role' ? role : 'authenticated';
  const owner = table === 'organizations' ? 'id' : 'organization_id';
  await client.query('begin');
  try {
    await client.query(change);
    await client.query(
      `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
      [databaseRole, JSON.stringify({ sub: userIds[role], role: databaseRole })],
    );
    const { rows } = await client.query(STATEMENTS[operation](table, owner));
    if (operation === 'insert') return 'allowed';
    return [...new Set(rows.map((row) => owners.get(row.owner) ?? row.owner))].sort().join(', ');
  } catch (error) {
    const { code = '' } = error as pg.DatabaseError;
    if (code === INSUFFICIENT_PRIVILEGE) return 'refused';
    if (CONSTRAINT_VIOLATIONS.test(code)) return 'allowed';
    throw error;
  } finally {
    await client.query('rollback');
  }
}

async function rightsOn(table: string): Promise<Record<string, string[]>> {
  const rights: Record<string, string[]> = {};
  for (const role of ROLES) {
    rights[role] = [];
    for (const operation of OPERATIONS) rights[role].push(await reach(role, operation, table));
  }
  return rights;
}

describe('who asks the tables directly', () => {
  it.each(Object.keys(EXPECTED))('reaches of %s what is written above, and nothing else', async (table) => {
    expect(await rightsOn(table)).toEqual(EXPECTED[table]);
  });

  it('finds no table or view in public of which nothing is written above', async () => {
    const relations = await database.query(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    );
    expect(relations.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
  });

  it('reaches nothing in private, whoever it is', async () => {
    const open = await database.query(
      `select c.oid::regclass::text as name, r.rolname as role
       from pg_class c cross join (values ('anon'), ('authenticated'), ('service_role')) as r(rolname)
       where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete, truncate')`,
    );
    expect(open).toEqual([]);
  });

  it("may ask for nobody's rights through the API, whose schema has no such function", async () => {
    const functions = await database.query(
      `select 1 from pg_proc where pronamespace = 'public'::regnamespace and proname = 'enrichment_access'`,
    );
    expect(functions).toEqual([]);
  });
});

describe('this test notices', () => {
  it('row-level security that is off', async () => {
    const change = 'alter table public.boms disable row level security';
    expect(await reach('viewer', 'select', 'boms', change)).toBe('ours, theirs');
  });

  it('a policy that is too wide', async () => {
    const change = 'create policy wide on public.projects for select to authenticated using (true)';
    expect(await reach('non-member', 'select', 'projects', change)).toBe('ours, theirs');
  });

  it('a grant too many, even where no policy lets a row through', async () => {
    const change = 'grant update, delete on public.boms to authenticated';
    expect(await reach('admin', 'update', 'boms', change)).toBe('');
    expect(await reach('admin', 'delete', 'boms', change)).toBe('');
  });

  it('an insert that a policy lets through', async () => {
    const change = `grant insert on public.boms to authenticated;
      create policy wide on public.boms for insert to authenticated with check (true)`;
    expect(await reach('admin', 'insert', 'boms', change)).toBe('allowed');
  });
});
