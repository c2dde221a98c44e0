/**
 * Organizations in the database: what is counted stays counted when two ask at once, who may do something may do it at
 * the moment it is done, and what is deleted is deleted in bites that take nothing of others and lock in the right order.
 */
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type Role, type Tenant, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';

const database = useDatabase();
const NOT_THERE = '5d1d9c66-3f0e-4d0f-8a51-0f6f6a1c2e77';

let tenant: Tenant;
beforeEach(async () => {
  // A claim would take their runs.
  await database.query('delete from bomstream.organizations');
  tenant = await database.tenant('admin');
});

const call = (name: string, args: Json, client?: pg.Client): Promise<Json> =>
  database.call(`bomstream_${name}`, args, client);
/** The code and status of a refusal, or what was answered. */
const outcome = (name: string, args: Json, client?: pg.Client): Promise<Json> =>
  call(name, args, client).catch((error) => [error.code, error.message]);
const of = ({ userId, organizationId }: Tenant) => ({ p_user_id: userId, p_organization_id: organizationId });

const newMember = (role: Role): Promise<Tenant> => database.member(tenant.organizationId, role);
const newUser = () => database.user();

/** Of a token that nobody has. */
const newHash = () => createHash('sha256').update(randomUUID()).digest('hex');

const roles = async ({ organizationId }: Tenant): Promise<Json> =>
  Object.fromEntries(
    (await database.query(
      'select user_id, role from bomstream.organization_members where organization_id = $1',
      [
        organizationId,
      ],
    )).map(({ user_id, role }) => [user_id, role]),
  );

/** Does the first in a transaction that is still open when the second begins, and returns what became of the second. */
async function meanwhile(
  first: (session: pg.Client) => Promise<unknown>,
  second: (session: pg.Client) => Promise<Json>,
): Promise<Json> {
  const [one, other] = [await database.session(), await database.session()];
  await one.query('begin');
  try {
    await first(one);
    const answer = second(other);
    await database.untilWaiting();
    await one.query('commit');
    return await answer;
  } finally {
    // What a failed test leaves open would keep all that follow waiting.
    await one.query('rollback');
  }
}

describe('making an organization', () => {
  const create = (p_user_id: string, client?: pg.Client) =>
    outcome('organization_create', { p_user_id, p_name: 'Acme' }, client);

  it('is possible five times, whoever they belong to by now, and once more after one is gone', async () => {
    const userId = await newUser();
    const made: Json[] = [];
    for (let i = 0; i < 5; i++) made.push(await create(userId));
    await database.query('delete from bomstream.organization_members where organization_id = $1', [
      made[0].organization_id,
    ]);
    expect(await create(userId)).toEqual(['PT409', 'too_many_organizations']);
    await call('organization_delete', {
      p_user_id: userId,
      p_organization_id: made[1].organization_id,
      p_name: 'Acme',
    });
    expect(await create(userId)).toMatchObject({ name: 'Acme' });
    expect(await create(await newUser())).toMatchObject({ name: 'Acme' });
  });

  it('is the fifth for one of two that come at once', async () => {
    const userId = await newUser();
    for (let i = 0; i < 4; i++) await create(userId);
    expect(await meanwhile((one) => create(userId, one), (other) => create(userId, other))).toEqual([
      'PT409',
      'too_many_organizations',
    ]);
  });

  it('is the operator’s alone where he wants it so', async () => {
    await database.query('update bomstream.settings set users_may_create_organizations = false');
    expect(await create(await newUser())).toEqual(['PT403', 'organizations_by_operator']);
    await database.query('update bomstream.settings set users_may_create_organizations = true');
  });
});

it('an account that is gone makes and joins nothing, however long its token is valid', async () => {
  const p_token_hash = newHash();
  await call('invitation_create', { ...of(tenant), p_role: 'viewer', p_token_hash });
  const gone = ['PT401', 'invalid_token'];
  expect(await outcome('organization_create', { p_user_id: NOT_THERE, p_name: 'Acme' })).toEqual(gone);
  expect(await outcome('invitation_accept', { p_user_id: NOT_THERE, p_token_hash })).toEqual(gone);
});

describe('members', () => {
  const setRole = (by: Tenant, member: Tenant, p_role: string, client?: pg.Client) =>
    outcome('member_update', { ...of(by), p_member_id: member.userId, p_role }, client);
  const remove = (by: Tenant, member: Tenant, client?: pg.Client) =>
    outcome('member_remove', { ...of(by), p_member_id: member.userId }, client);

  it('get other roles and lose them at once', async () => {
    const member = await newMember('viewer');
    expect(await setRole(tenant, member, 'editor')).toEqual({ user_id: member.userId, role: 'editor' });
    expect(await outcome('project_create', { ...of(member), p_name: 'P' })).toMatchObject({ name: 'P' });
    await setRole(tenant, member, 'viewer');
    expect(await outcome('project_create', { ...of(member), p_name: 'P' })).toEqual([
      'PT403',
      'role_required',
    ]);
    // Of another organization he stays what he is there.
    const other = await database.tenant('admin');
    await database.query(`insert into bomstream.organization_members values ($1, $2, 'viewer')`, [
      other.organizationId,
      member.userId,
    ]);
    await setRole(tenant, member, 'editor');
    await remove(tenant, member);
    expect(await roles(other)).toMatchObject({ [member.userId]: 'viewer' });
    expect(await outcome('project_list', of(member))).toEqual(['PT404', 'organization_not_found']);
  });

  it('may leave by themselves, and send away nobody else but as admin', async () => {
    const [one, other] = [await newMember('editor'), await newMember('viewer')];
    expect(await remove(one, other)).toEqual(['PT403', 'role_required']);
    expect(await remove(other, other)).toBe(true);
    expect(await remove(other, other)).toEqual(['PT404', 'organization_not_found']);
    expect(await remove(tenant, one)).toBe(true);
    expect(await remove(tenant, one)).toEqual(['PT404', 'member_not_found']);
    expect(await setRole(tenant, one, 'admin')).toEqual(['PT404', 'member_not_found']);
    expect(await roles(tenant)).toEqual({ [tenant.userId]: 'admin' });
  });

  it('always have an admin among them', async () => {
    await newMember('editor');
    expect(await remove(tenant, tenant)).toEqual(['PT409', 'last_admin']);
    expect(await setRole(tenant, tenant, 'editor')).toEqual(['PT409', 'last_admin']);
    expect(await setRole(tenant, tenant, 'admin')).toMatchObject({ role: 'admin' });
    await newMember('admin');
    expect(await remove(tenant, tenant)).toBe(true);
  });

  it.each([
    ['demote themselves', (me: Tenant, on: pg.Client) => setRole(me, me, 'viewer', on)],
    ['leave', (me: Tenant, on: pg.Client) => remove(me, me, on)],
  ])('have one left when two admins %s at once', async (_what, act) => {
    const other = await newMember('admin');
    expect(await meanwhile((one) => act(tenant, one), (two) => act(other, two))).toEqual([
      'PT409',
      'last_admin',
    ]);
    expect(Object.values(await roles(tenant))).toContain('admin');
  });

  it('are changed by nobody whose own role ended while he waited', async () => {
    const [admin, victim] = [await newMember('admin'), await newMember('editor')];
    expect(
      await meanwhile((one) => setRole(tenant, admin, 'editor', one), (two) => remove(admin, victim, two)),
    ).toEqual(['PT403', 'role_required']);
    expect(await roles(tenant)).toHaveProperty(victim.userId);
    await setRole(tenant, admin, 'admin');
    expect(
      await meanwhile(
        (one) => setRole(tenant, admin, 'editor', one),
        (two) => outcome('organization_delete', { ...of(admin), p_name: 'Test' }, two),
      ),
    ).toEqual(['PT403', 'role_required']);
  });
});

describe('an invitation', () => {
  let token: string;
  beforeEach(() => void (token = newHash()));
  const invite = (role = 'editor', by = tenant) =>
    outcome('invitation_create', { ...of(by), p_role: role, p_token_hash: token });
  const accept = (p_user_id: string, client?: pg.Client) =>
    outcome('invitation_accept', { p_user_id, p_token_hash: token }, client);
  const NOT_OPEN = ['PT404', 'invitation_not_found'];
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  it('gives its role to one who brings the token, once', async () => {
    const { created_at, expires_at } = await invite();
    expect(days(created_at, expires_at)).toBe(7);
    const [first, second] = [await newUser(), await newUser()];
    expect(await accept(first)).toMatchObject({ organization_id: tenant.organizationId, role: 'editor' });
    expect(await accept(second)).toEqual(NOT_OPEN);
    expect(await accept(first)).toEqual(NOT_OPEN);
    expect(await roles(tenant)).toEqual({ [tenant.userId]: 'admin', [first]: 'editor' });
    expect(await call('invitation_list', of(tenant))).toEqual({ invitations: [] });
  });

  it('lets in one of two who come at once', async () => {
    await invite();
    const [first, second] = [await newUser(), await newUser()];
    expect(await meanwhile((one) => accept(first, one), (two) => accept(second, two))).toEqual(NOT_OPEN);
    expect(await roles(tenant)).not.toHaveProperty(second);
  });

  it('ends after its time, is not listed then, and makes room', async () => {
    await invite();
    await database.query(
      `update bomstream.organization_invitations set expires_at = now() - interval '1 second' where token_hash = $1`,
      [token],
    );
    expect(await accept(await newUser())).toEqual(NOT_OPEN);
    expect(await call('invitation_list', of(tenant))).toEqual({ invitations: [] });
    token = newHash();
    await invite();
    expect(
      await database.query('select from bomstream.organization_invitations where organization_id = $1', [
        tenant.organizationId,
      ]),
    ).toHaveLength(1);
  });

  it('can be taken back, by an admin of its organization', async () => {
    const { invitation_id: p_invitation_id } = await invite();
    const other = await database.tenant('admin');
    expect(await outcome('invitation_revoke', { ...of(other), p_invitation_id })).toEqual(NOT_OPEN);
    expect(await call('invitation_list', of(other))).toEqual({ invitations: [] });
    expect(await call('invitation_list', of(tenant))).toMatchObject({ invitations: [{ role: 'editor' }] });
    expect(await outcome('invitation_revoke', { ...of(tenant), p_invitation_id })).toBe(true);
    expect(await accept(await newUser())).toEqual(NOT_OPEN);
  });

  it.each<[string, (opener: Tenant) => Promise<unknown>, boolean]>([
    ['removed', ({ userId }) => call('member_remove', { ...of(tenant), p_member_id: userId }), false],
    ['gone', (opener) => call('member_remove', { ...of(opener), p_member_id: opener.userId }), false],
    [
      'no admin any more',
      ({ userId }) => call('member_update', { ...of(tenant), p_member_id: userId, p_role: 'editor' }),
      false,
    ],
    [
      'admin as before',
      ({ userId }) => call('member_update', { ...of(tenant), p_member_id: userId, p_role: 'admin' }),
      true,
    ],
  ])(
    'of an admin who is %s opens nothing any more, and those of others do',
    async (_what, change, isOpen) => {
      const opener = await newMember('admin');
      await invite('viewer');
      const others = token;
      token = newHash();
      await invite('admin', opener);
      await change(opener);
      expect(await accept(await newUser())).toEqual(
        isOpen ? expect.objectContaining({ role: 'admin' }) : NOT_OPEN,
      );
      token = others;
      expect(await accept(await newUser())).toMatchObject({ role: 'viewer' });
    },
  );

  it('leaves a member as he is, and stays open for whom it is meant', async () => {
    await invite('viewer');
    expect(await accept(tenant.userId)).toEqual(['PT409', 'already_member']);
    expect(await roles(tenant)).toEqual({ [tenant.userId]: 'admin' });
    expect(await accept(await newUser())).toMatchObject({ role: 'viewer' });
  });

  it('that is accepted while its organization is deleted makes nobody a member of what is left', async () => {
    await invite();
    const guest = await newUser();
    await meanwhile(
      (one) => accept(guest, one),
      (two) => outcome('organization_delete', { ...of(tenant), p_name: 'Test' }, two),
    );
    expect(await roles(tenant)).toEqual({});
  });
});

describe('what is listed whole has an end', () => {
  it.each([
    [
      'projects',
      `insert into bomstream.projects (organization_id, name) select $1, 'P' from generate_series(1, $2)`,
      1_000,
      () => outcome('project_create', { ...of(tenant), p_name: 'P' }),
    ],
    [
      'invitations',
      `insert into bomstream.organization_invitations (organization_id, token_hash, created_by, role, expires_at)
       select $1, encode(sha256((gen_random_uuid())::text::bytea), 'hex'), gen_random_uuid(), 'viewer', now() + interval '1 day'
       from generate_series(1, $2)`,
      100,
      () => outcome('invitation_create', { ...of(tenant), p_role: 'viewer', p_token_hash: '0'.repeat(64) }),
    ],
  ])('%s', async (what, fill, most, one) => {
    const { organizationId: another } = await database.tenant();
    await database.query(fill, [another, most]);
    await database.query(fill, [tenant.organizationId, most - 1]);
    expect(await one()).toHaveProperty('created_at');
    expect(await one()).toEqual(['PT409', `too_many_${what}`]);
  });

  it('members, and organizations of one', async () => {
    const invite = async (by = tenant) => {
      const p_token_hash = newHash();
      await call('invitation_create', { ...of(by), p_role: 'viewer', p_token_hash });
      return p_token_hash;
    };
    const join = async (p_token_hash: string, on?: pg.Client) =>
      await outcome('invitation_accept', { p_user_id: await newUser(), p_token_hash }, on);
    const guest = await newUser();
    await database.query(
      `with made as (insert into bomstream.organizations (name) select 'Other' from generate_series(1, 99) returning id)
       insert into bomstream.organization_members (organization_id, user_id, role) select id, $1, 'viewer' from made`,
      [guest],
    );
    const [one, other] = [await invite(), await invite()];
    expect(await outcome('invitation_accept', { p_user_id: guest, p_token_hash: one })).toHaveProperty(
      'role',
    );
    await call('member_remove', { ...of(tenant), p_member_id: guest });
    await database.query(
      `with made as (insert into bomstream.organizations (name) values ('Other') returning id)
       insert into bomstream.organization_members (organization_id, user_id, role) select id, $1, 'viewer' from made`,
      [guest],
    );
    expect(await outcome('invitation_accept', { p_user_id: guest, p_token_hash: other })).toEqual([
      'PT409',
      'too_many_organizations',
    ]);
    await database.query(
      `with made as (insert into auth.users (email) select gen_random_uuid() from generate_series(1, 498) returning id)
       insert into bomstream.organization_members (organization_id, user_id, role) select $1, id, 'viewer' from made`,
      [tenant.organizationId],
    );
    const last = await invite();
    expect(await meanwhile((first) => join(other, first), (second) => join(last, second))).toEqual([
      'PT409',
      'too_many_members',
    ]);
    expect(await join(await invite(await database.tenant('admin')))).toHaveProperty('role');
  });
});

describe('a project', () => {
  it('that is deleted leaves its BOMs, in none', async () => {
    const project = await call('project_create', { ...of(tenant), p_name: 'P' });
    const bomId = await database.bom(tenant, ['A']);
    await database.query('update bomstream.boms set project_id = $2 where id = $1', [
      bomId,
      project.project_id,
    ]);
    const other = await database.tenant('admin');
    for (const name of ['project_rename', 'project_delete']) {
      const args = name === 'project_rename' ? { p_name: 'Q' } : {};
      expect(await outcome(name, { ...of(other), p_project_id: project.project_id, ...args })).toEqual([
        'PT404',
        'project_not_found',
      ]);
    }
    expect(await outcome('project_delete', { ...of(tenant), p_project_id: project.project_id })).toBe(true);
    expect(await call('bom_read', { p_user_id: tenant.userId, p_bom_id: bomId })).toMatchObject({
      bom_id: bomId,
      project_id: null,
    });
  });

  it('is deleted in turn with whatever else locks several BOMs of the organization', async () => {
    const { project_id: p_project_id } = await call('project_create', { ...of(tenant), p_name: 'P' });
    expect(
      await meanwhile(
        (one) =>
          one.query('select from bomstream.organizations where id = $1 for no key update', [
            tenant.organizationId,
          ]),
        (other) => outcome('project_delete', { ...of(tenant), p_project_id }, other),
      ),
    ).toBe(true);
  });
});

describe('own components', () => {
  const component = (mpn: string, manufacturer = 'Manufacturer') => ({
    orderable_key: mpn,
    manufacturer,
    mpn,
    fields: { package: { value: '0603', source: 'own', confidence: 1 } },
    quality_score: 25,
  });
  const write = (by: Tenant, made: Json, p_component_id: string | null = null) =>
    outcome('component_write', { ...of(by), p_component: made, p_component_id });
  const list = (p_limit: number, next: Json = ['', '']) =>
    call('component_list', {
      ...of(tenant),
      p_limit,
      p_after_key: next[0],
      p_after_manufacturer: next[1],
    });

  it('are listed in pages, by number and manufacturer, none left out and none twice', async () => {
    const given = [['B', 'M'], ['A', 'N'], ['A', 'M'], ['C', 'M'], ['D', 'M']] as const;
    for (const [mpn, manufacturer] of given) await write(tenant, component(mpn, manufacturer));
    await write(await database.tenant('admin'), component('A0'));
    await database.query(
      `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
       values ('AA', 'Shared', 'AA', '{}', 1) on conflict do nothing`,
    );
    const seen: string[][] = [];
    for (let next: Json = ['', '']; next !== null;) {
      const page = await list(2, next);
      expect(page.components.length).toBeLessThanOrEqual(2);
      seen.push(...page.components.map(({ mpn, manufacturer }: Json) => [mpn, manufacturer]));
      next = page.next;
    }
    expect(seen).toEqual([['A', 'M'], ['A', 'N'], ['B', 'M'], ['C', 'M'], ['D', 'M']]);
    expect(await list(5)).toMatchObject({ next: null });
  });

  it('are changed and deleted by their organization alone, and there are no two of one part', async () => {
    const made = await write(tenant, component('A'));
    const other = await database.tenant('admin');
    expect(await write(other, component('A'))).toHaveProperty('component_id');
    expect(await write(tenant, component('A'))).toEqual(['PT409', 'component_exists']);
    const second = await write(tenant, component('B'));
    const another = ['PT409', 'another_part'];
    expect(await write(tenant, component('A'), second.component_id)).toEqual(another);
    expect(await write(tenant, component('A', 'Another'), made.component_id)).toEqual(another);
    expect(await write(other, component('X'), made.component_id)).toEqual(['PT404', 'component_not_found']);
    expect(await outcome('component_delete', { ...of(other), p_component_id: made.component_id })).toEqual([
      'PT404',
      'component_not_found',
    ]);
    const anew = { ...component('A'), mpn: 'a', quality_score: 2 };
    expect(await write(tenant, anew, made.component_id)).toMatchObject({
      component_id: made.component_id,
      mpn: 'a',
      quality_score: 2,
      created_at: made.created_at,
    });
    expect(await outcome('component_delete', { ...of(tenant), p_component_id: made.component_id })).toBe(
      true,
    );
    expect((await list(10)).components.map(({ mpn }: Json) => mpn)).toEqual(['B']);
  });

  it('are written in lists of 500 at most, by editors, in whatever order two lists have them', async () => {
    const list = (count: number) => Array.from({ length: count }, (_, i) => component(`L${i}`));
    const send = async (p_components: Json[], by = tenant) =>
      outcome('components_write', { ...of(by), p_components }, await database.session());
    expect(await send(list(501))).toEqual(['22023', expect.stringContaining('at most 500')]);
    expect(await send(list(1), await newMember('viewer'))).toEqual(['PT403', 'role_required']);
    const both = await Promise.all([send(list(500)), send(list(500).toReversed())]);
    expect(both.map(({ created }) => created).toSorted()).toEqual([0, 500]);
    expect(both.map(({ unchanged }) => unchanged).toSorted()).toEqual([0, 500]);
    const [{ own_components }] = await database.query(
      'select own_components from bomstream.organizations where id = $1',
      [tenant.organizationId],
    );
    expect(own_components).toBe(500);
  });

  it('that are shared are written by nobody', async () => {
    const [shared] = await database.query(
      `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
       values ('S', 'Shared', 'S', '{}', 1) returning id`,
    );
    expect(await write(tenant, component('S'), shared.id)).toEqual(['PT404', 'component_not_found']);
    expect(await outcome('component_delete', { ...of(tenant), p_component_id: shared.id })).toEqual([
      'PT404',
      'component_not_found',
    ]);
  });

  it('that are deleted are no longer shown on the lines they were found for', async () => {
    const made = await write(tenant, component('A'));
    const runs = await newRuns(database, ['A'], tenant);
    await runs.start();
    const worker = randomUUID();
    const { lines } = await runs.claim(worker);
    const own = { source: 'own', quality_score: 25, own_component_id: made.component_id };
    await runs.commit(worker, results(lines).map((result) => ({ ...result, ...own, status: 'enriched' })));
    const shown = async () =>
      (await call('bom_lines_read', { p_user_id: tenant.userId, p_bom_id: runs.bomId, p_facts: ['package'] }))
        .lines[0].result;
    expect(await shown()).toMatchObject({ source: 'own', component: { mpn: 'A' } });
    await call('component_delete', { ...of(tenant), p_component_id: made.component_id });
    expect(await shown()).toMatchObject({ source: 'own' });
    expect(await shown()).not.toHaveProperty('component');
  });
});

/** Rows of each table that name the organization. */
async function left(organizationId: string): Promise<Json> {
  const tables = await database.query(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'bomstream'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id'
       and c.relname <> 'workers'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [{ rows }] = await database.query(
      `select count(*)::integer as rows from ${name} where organization_id = $1`,
      [organizationId],
    );
    if (rows > 0) counts[name] = rows;
  }
  const organization = await database.query('select from bomstream.organizations where id = $1', [
    organizationId,
  ]);
  return organization.length > 0 ? { organization: true, ...counts } : counts;
}

/** All kinds of things that an organization can have, and as many newer BOMs. */
async function furnish(whose: Tenant, newer = 0): Promise<void> {
  const project = await call('project_create', { ...of(whose), p_name: 'P' });
  const runs = await newRuns(database, parts(3), whose);
  await database.query('update bomstream.boms set project_id = $2 where id = $1', [
    runs.bomId,
    project.project_id,
  ]);
  await runs.start();
  await database.query(
    `insert into bomstream.boms (organization_id, name, line_count) select $1, 'B', 1 from generate_series(1, $2)`,
    [whose.organizationId, newer],
  );
  await call('invitation_create', { ...of(whose), p_role: 'viewer', p_token_hash: newHash() });
  await database.query(
    `with own as (
       insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       select $1, 'OWN' || n, 'Manufacturer', 'OWN' || n, '{}', 1 from generate_series(1, 3) n returning id)
     insert into bomstream.supplier_offers (organization_id, component_id, supplier, supplier_part_number, price_breaks, fetched_at)
     select $1, id, 's', 'n', '[]', now() from own`,
    [whose.organizationId],
  );
}

describe('the deletion of an organization', () => {
  const remove = (whose: Tenant, p_name = 'Test', client?: pg.Client) =>
    outcome('organization_delete', { ...of(whose), p_name }, client);
  const sweep = async () => (await call('sweep', {})).of_deleted_organizations;
  const sweepUp = async (): Promise<number[]> => {
    const bites: number[] = [];
    for (let bite = NaN; bite !== 0;) bites.push(bite = await sweep());
    return bites;
  };

  it('leaves nothing of it in any table, and all that others have', async () => {
    const other = await database.tenant('admin');
    await furnish(tenant);
    await furnish(other);
    const before = await left(other.organizationId);
    expect(Object.keys(before)).toHaveLength(12);
    const shared = await database.query(
      'select count(*) from bomstream.components where organization_id is null',
    );
    await remove(tenant);
    await sweepUp();
    expect(await left(tenant.organizationId)).toEqual({});
    expect(await left(other.organizationId)).toEqual(before);
    expect(await database.query('select count(*) from bomstream.components where organization_id is null'))
      .toEqual(
        shared,
      );
  });

  it('hides all of it at once, ends its runs, and deletes the rest in bites', async () => {
    await furnish(tenant, 119);
    const [oldest] = await database.query(
      'select id from bomstream.boms where organization_id = $1 order by created_at limit 1',
      [tenant.organizationId],
    );
    expect(await remove(tenant)).toBe(true);
    expect(await left(tenant.organizationId)).toMatchObject({ organization: true, 'bomstream.boms': 70 });
    for (
      const [name, args] of [
        ['organization_read', of(tenant)],
        ['bom_read', { p_user_id: tenant.userId, p_bom_id: oldest.id }],
        ['organization_connect', of(tenant)],
        ['organization_connect', { ...of(tenant), p_user_id: null, p_with_admin_token: true }],
      ] as const
    ) {
      expect(await outcome(name, args), name).toContain('PT404');
    }
    expect(await call('organization_list', { p_user_id: tenant.userId })).toEqual({ organizations: [] });
    expect(await call('claim', { p_worker_id: randomUUID() })).toMatchObject({ run: null });
    const bites = await sweepUp();
    expect(Math.max(...bites)).toBeLessThanOrEqual(50);
    expect(await left(tenant.organizationId)).toEqual({});
  });

  it('takes BOMs in one bite until they have ten thousand lines', async () => {
    for (let i = 0; i < 3; i++) {
      const bomId = await database.bom(tenant, ['A']);
      await database.query('update bomstream.boms set line_count = 6000 where id = $1', [bomId]);
    }
    await remove(tenant);
    expect(await left(tenant.organizationId)).toMatchObject({ 'bomstream.boms': 1 });
  });

  it('goes on with one when another is held by an import', async () => {
    const held = await database.tenant('admin');
    for (const each of [held, tenant]) {
      await furnish(each, 60);
      await remove(each);
    }
    const importing = await database.session();
    await importing.query('begin');
    await importing.query('select from bomstream.organizations where id = $1 for update', [
      held.organizationId,
    ]);
    await sweepUp();
    expect(await left(tenant.organizationId)).toEqual({});
    await importing.query('commit');
    await sweepUp();
    expect(await left(held.organizationId)).toEqual({});
  });

  it('tells a worker that its run is gone, and takes nothing of what it brings', async () => {
    const runs = await newRuns(database, parts(30), tenant);
    await runs.start();
    const worker = randomUUID();
    const { run, lines } = await runs.claim(worker);
    await remove(tenant);
    expect(
      await call('advance', {
        p_worker_id: worker,
        p_run_id: run.run_id,
        p_results: results(lines, 'enriched'),
      }),
    ).toMatchObject({ accepted: 0, run_status: 'deleted', lines: [], publish: null });
    await sweepUp();
    expect(await left(tenant.organizationId)).toEqual({});
  });

  it('waits for a commit that ends a run of its second BOM, and neither waits for the other for ever', async () => {
    const other = await newRuns(database, ['A'], tenant);
    const runs = await newRuns(database, ['A'], tenant);
    await runs.start({ priority: 9 });
    await other.start();
    const worker = randomUUID();
    const { run, lines } = await runs.claim(worker);
    expect(run.bom_id).toBe(runs.bomId);
    const [holding, committing, deleting] = [
      await database.session(),
      await database.session(),
      await database.session(),
    ];
    // The commit has its BOM and comes no further than its worker.
    await holding.query('begin');
    await holding.query('select from bomstream.workers where id = $1 for update', [worker]);
    const committed = runs.commit(worker, results(lines), committing);
    await database.untilWaiting();
    const deleted = remove(tenant, 'Test', deleting);
    await database.untilWaiting(2);
    await holding.query('commit');
    expect(await committed).toMatchObject({ accepted: 1, run_status: 'completed' });
    expect(await deleted).toBe(true);
    await sweepUp();
    expect(await left(tenant.organizationId)).toEqual({});
  });
});

describe('the export of an organization', () => {
  async function exported(whose: Tenant): Promise<Json[]> {
    const records: Json[] = [];
    for (let after: Json = null;;) {
      const page = await call('organization_export', { ...of(whose), p_after: after });
      records.push(...page.records);
      if (page.next === null) return records;
      after = page.next;
    }
  }
  const kinds = (records: readonly Json[]) => {
    const counts: Record<string, number> = {};
    for (const { record } of records) counts[record] = (counts[record] ?? 0) + 1;
    return counts;
  };

  it('has everything once, in pages, and nothing of others', async () => {
    await furnish(tenant, 410);
    await furnish(await database.tenant('admin'));
    // More of each kind than a page has.
    const long = await newRuns(database, parts(450), tenant);
    await long.start();
    const worker = randomUUID();
    await database.query('update bomstream.enrichment_runs set priority = 9 where bom_id = $1', [long.bomId]);
    const { lines } = await long.claim(worker);
    await long.commit(worker, results(lines, 'enriched'));
    await database.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       select $1, 'C', 'Manufacturer' || n, 'C', '{}', 1 from generate_series(1, 410) n`,
      [tenant.organizationId],
    );
    await database.query(
      `insert into bomstream.supplier_offers (organization_id, component_id, supplier, supplier_part_number, price_breaks, fetched_at)
       select $1, (select id from bomstream.components where organization_id = $1 limit 1), 't', 'n' || n, '[]', now()
       from generate_series(1, 410) n`,
      [tenant.organizationId],
    );
    await database.query(
      `insert into bomstream.enrichment_runs
         (bom_id, organization_id, run, mode, priority, batch_size, total_items, status, completed_at)
       select $1, $2, n, 'all', 5, 100, 1, 'completed', now() from generate_series(2, 410) n`,
      [long.bomId, tenant.organizationId],
    );
    const decide = (whose: Tenant, words: string, count: number) =>
      database.query(
        `insert into bomstream.part_decisions (organization_id, asked, mpn, manufacturer, orderable_key)
         select $1, $2 || n || chr(31) || 'YAGEO', 'A', 'Yageo', 'A' from generate_series(1, $3) n`,
        [whose.organizationId, words, count],
      );
    await decide(tenant, 'W', 410);
    await decide(await database.tenant('admin'), 'THEIRS', 1);
    const watch = async (whose: Tenant, bomId: string, count: number) => {
      await database.query(
        `insert into bomstream.run_changes (organization_id, bom_id, run, line_id, component_id, kind, before, after, currency)
         select $1, $2, 1, gen_random_uuid(), gen_random_uuid(), 'price_up', '1', to_jsonb(n), 'EUR' from generate_series(1, $3) n`,
        [whose.organizationId, bomId, count],
      );
      await database.query(
        `insert into bomstream.bom_changes (bom_id, line_id, user_id, action, before, after)
         select $1, gen_random_uuid(), $2, 'edit', '{}', to_jsonb(n) from generate_series(1, $3) n`,
        [bomId, whose.userId, count],
      );
      await database.query(
        `insert into bomstream.webhooks (organization_id, url, events, secret)
         values ($1, 'https://example.com/hook', '{run.ended}', 'whsec_not_to_be_told')`,
        [whose.organizationId],
      );
    };
    await watch(tenant, long.bomId, 410);
    const stranger = await database.tenant('admin');
    await watch(stranger, await database.bom(stranger, ['A']), 1);
    const records = await exported(tenant);
    expect(records.find(({ record }) => record === 'change')).toMatchObject({
      bom_id: long.bomId,
      kind: 'price_up',
      before: 1,
      currency: 'EUR',
      created_at: expect.any(String),
    });
    expect(records.find(({ record }) => record === 'edit')).toMatchObject({
      bom_id: long.bomId,
      action: 'edit',
      user_id: tenant.userId,
    });
    expect(records.find(({ record }) => record === 'webhook')).toMatchObject({
      url: 'https://example.com/hook',
    });
    expect(JSON.stringify(records)).not.toContain('whsec_not_to_be_told');
    expect(records.find(({ record, words }) => record === 'decision' && words[0] === 'W7')).toMatchObject({
      words: ['W7', 'YAGEO'],
      mpn: 'A',
      manufacturer: 'Yageo',
      decided_at: expect.any(String),
    });
    expect(kinds(records)).toEqual({
      organization: 1,
      member: 1,
      project: 1,
      component: 413,
      offer: 413,
      decision: 410,
      bom: 412,
      run: 411,
      line: 453,
      webhook: 1,
      edit: 410,
      change: 410,
    });
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(records.length);
    const enriched = records.filter(({ result }) => result?.status === 'enriched');
    expect(enriched).toHaveLength(lines.length);
    expect(enriched[0].result.component).toMatchObject({
      manufacturer: 'Manufacturer',
      mpn: enriched[0].mpn,
    });
  });

  it('ends a page when it has a megabyte', async () => {
    for (let i = 0; i < 3; i++) {
      const bomId = await database.bom(tenant, parts(10));
      await database.query(
        `update bomstream.bom_lines set designators = repeat('R', 100000) where bom_id = $1`,
        [
          bomId,
        ],
      );
    }
    const page = (after: Json) => call('organization_export', { ...of(tenant), p_after: after });
    const { records, next } = await page({ stage: 'lines', key: [] });
    expect(records).toHaveLength(20);
    expect((await page(next)).records).toHaveLength(10);
  });

  it.each([
    [{ stage: 'nothing', key: [] }],
    [{ stage: 'lines', key: ['yesterday at noon', 'x', 'y'] }],
    [{ stage: 'lines', key: ['2026-01-01', 'x'] }],
    [{ stage: 'runs', key: ['2026-01-01', NOT_THERE, '99999999999999999999'] }],
    [{ stage: 'offers', key: ['x'] }],
  ])('refuses a cursor that nobody gave: %j', async (p_after) => {
    expect(await outcome('organization_export', { ...of(tenant), p_after })).toEqual([
      'PT400',
      'invalid_cursor',
    ]);
  });
});
