/** Keys and read-only links in the database: how many, until when, what ends with what, and whose name stands on what they do. */
import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type Tenant, useDatabase } from '../support/database.ts';

const database = useDatabase();

let admin: Tenant;
let bomId: string;
beforeEach(async () => {
  admin = await database.tenant('admin');
  bomId = await database.bom(admin, ['A', 'B']);
});

const call = (name: string, args: Json): Promise<Json> => database.call(`bomstream_${name}`, args);
/** The code and status of a refusal, or what was answered. */
const outcome = (name: string, args: Json): Promise<Json> =>
  call(name, args).catch((error) => [error.code, error.message]);
const newHash = () => createHash('sha256').update(randomUUID()).digest('hex');
const at = async (sql: string) => (await database.query(`select ${sql} as at`))[0].at as Date;

interface Secret {
  readonly id: string;
  readonly hash: string;
}

async function newKey(role = 'editor', of = admin): Promise<Secret> {
  const [id, hash] = [randomUUID(), newHash()];
  await call('key_create', {
    p_user_id: of.userId,
    p_organization_id: of.organizationId,
    p_key_id: id,
    p_token_hash: hash,
    p_name: 'Build',
    p_role: role,
    p_days: 30,
  });
  return { id, hash };
}

async function newLink(by = admin.userId): Promise<Secret> {
  const [id, hash] = [randomUUID(), newHash()];
  await call('link_create', {
    p_user_id: by,
    p_bom_id: bomId,
    p_link_id: id,
    p_token_hash: hash,
    p_name: 'Buyer',
    p_days: 30,
  });
  return { id, hash };
}

const useKey = ({ id, hash }: Secret) => outcome('key_use', { p_key_id: id, p_token_hash: hash });
const useLink = ({ id, hash }: Secret) => outcome('link_use', { p_link_id: id, p_token_hash: hash });
const read = ({ id }: Secret) => outcome('bom_read', { p_user_id: id, p_bom_id: bomId });
const INVALID = ['PT401', 'invalid_token'];
const MISSING = ['PT404', 'bom_not_found'];

/** What a stream would be told that each of these follows, and lost. */
const lost = (...viewers: Json[]) => call('lost_rights', { p_viewers: viewers });
const watching = ({ id }: Secret, kind = 'bom') => ({
  user_id: id,
  kind,
  id: kind === 'bom' ? bomId : admin.organizationId,
});

describe.each(
  [
    ['key', newKey, useKey, 'organization_keys'],
    ['link', () => newLink(), useLink, 'bom_links'],
  ] as const,
)('a %s', (what, make, use, table) => {
  it('opens until it expires, and its stream ends then', async () => {
    const secret = await make();
    expect([await use(secret), await read(secret)]).toEqual([
      true,
      expect.objectContaining({ bom_id: bomId }),
    ]);
    expect(await lost(watching(secret))).toEqual([]);
    await database.query(`update bomstream.${table} set expires_at = now() where id = $1`, [secret.id]);
    expect([await use(secret), await read(secret)]).toEqual([INVALID, MISSING]);
    expect(await lost(watching(secret))).toEqual([{ ...watching(secret), reason: 'access_revoked' }]);
  });

  it('opens nothing once it is revoked, and its stream ends', async () => {
    const secret = await make();
    await call(`${what}_revoke`, {
      p_user_id: admin.userId,
      ...(what === 'key'
        ? { p_organization_id: admin.organizationId, p_key_id: secret.id }
        : { p_bom_id: bomId, p_link_id: secret.id }),
    });
    expect([await use(secret), await read(secret)]).toEqual([INVALID, MISSING]);
    expect(await lost(watching(secret))).toEqual([{ ...watching(secret), reason: 'access_revoked' }]);
  });

  it('is known by all of its hash', async () => {
    const secret = await make();
    for (const place of [0, 63]) {
      const other = secret.hash.split('').with(place, secret.hash.at(place) === '0' ? '1' : '0').join('');
      expect(await use({ ...secret, hash: other })).toEqual(INVALID);
    }
    expect(await use({ ...await make(), hash: secret.hash })).toEqual(INVALID);
  });

  it('keeps when it was used, to the minute', async () => {
    const secret = await make();
    const used = async () =>
      (await database.query(`select last_used_at from bomstream.${table} where id = $1`, [secret.id]))[0]
        .last_used_at;
    expect(await used()).toBeNull();
    await use(secret);
    expect(await used()).not.toBeNull();
    // Whoever brings the wrong one leaves no trace; whoever comes again within the minute writes nothing.
    const times = [["now() - interval '50 seconds'", false], [
      "now() - interval '61 seconds'",
      true,
    ]] as const;
    for (const [before, isWritten] of times) {
      const last = await at(before);
      await database.query(`update bomstream.${table} set last_used_at = $2 where id = $1`, [
        secret.id,
        last,
      ]);
      await use({ ...secret, hash: newHash() });
      expect(await used()).toEqual(last);
      await use(secret);
      expect((await used()).getTime() !== last.getTime()).toBe(isWritten);
    }
  });

  it('is one of fifty at most', async () => {
    await make();
    await database.query(
      table === 'bom_links'
        ? `insert into bomstream.bom_links (id, bom_id, organization_id, token_hash, name, created_by, expires_at)
           select gen_random_uuid(), bom_id, organization_id, token_hash, name, created_by, expires_at
           from bomstream.bom_links, generate_series(1, 48) where bom_id = $1`
        : `insert into bomstream.organization_keys (id, organization_id, token_hash, name, role, created_by, expires_at)
           select gen_random_uuid(), organization_id, token_hash, name, role, created_by, expires_at
           from bomstream.organization_keys, generate_series(1, 48) where organization_id = $1`,
      [table === 'bom_links' ? bomId : admin.organizationId],
    );
    const last = await make();
    expect(await use(last)).toBe(true);
    await expect(make()).rejects.toMatchObject({ code: 'PT409', message: `too_many_${what}s` });
    await database.query(`delete from bomstream.${table} where id = $1`, [last.id]);
    expect(await use(await make())).toBe(true);
  });

  it('ends with its organization', async () => {
    const secret = await make();
    const name = (await database.query('select name from bomstream.organizations where id = $1', [
      admin.organizationId,
    ]))[0].name;
    await call('organization_delete', {
      p_user_id: admin.userId,
      p_organization_id: admin.organizationId,
      p_name: name,
    });
    expect(await use(secret)).toEqual(INVALID);
  });
});

describe('who made it', () => {
  it('may leave: a key stays and says who, a link ends', async () => {
    const leaver = await database.member(admin.organizationId, 'admin');
    const [key, link] = [await newKey('viewer', leaver), await newLink(leaver.userId)];
    await call('member_remove', {
      p_user_id: admin.userId,
      p_organization_id: admin.organizationId,
      p_member_id: leaver.userId,
    });
    expect([await useKey(key), await useLink(link)]).toEqual([true, INVALID]);
    const list = () => call('key_list', { p_user_id: admin.userId, p_organization_id: admin.organizationId });
    expect((await list()).keys).toMatchObject([{ key_id: key.id, created_by: leaver.userId }]);
    await database.query('delete from auth.users where id = $1', [leaver.userId]);
    expect((await list()).keys).toMatchObject([{ created_by: null, created_by_email: null }]);
    expect(await useKey(key)).toBe(true);
  });

  it('may be a key, with which the link ends', async () => {
    const key = await newKey();
    const link = await newLink(key.id);
    const { links } = await call('link_list', { p_user_id: key.id, p_bom_id: bomId });
    expect(links).toMatchObject([{ link_id: link.id, created_by: null, key_id: key.id }]);
    await call('key_revoke', {
      p_user_id: admin.userId,
      p_organization_id: admin.organizationId,
      p_key_id: key.id,
    });
    expect(await useLink(link)).toEqual(INVALID);
  });
});

it('a link follows its own BOM, not another and not the organization', async () => {
  const link = await newLink();
  const other = await database.bom(admin, ['C']);
  const theirs = [{ ...watching(link), id: other }, watching(link, 'organization')];
  expect(await lost(watching(link), ...theirs)).toEqual(
    theirs.map((viewer) => ({ ...viewer, reason: 'access_revoked' })),
  );
  expect(
    await outcome('organization_connect', {
      p_user_id: link.id,
      p_organization_id: admin.organizationId,
    }),
  ).toEqual(['PT404', 'organization_not_found']);
  expect((await call('bom_list', { p_user_id: link.id })).boms).toEqual([]);
  // whatever a function lets it do, it does not write
  expect(await outcome('bom_change', { p_user_id: link.id, p_bom_id: bomId, p_changes: { name: 'X' } }))
    .toEqual(['PT403', 'role_required']);
});

describe('what a key did', () => {
  it('bears its id, and no name of a person', async () => {
    const { id } = await newKey();
    const imported = await database.bom({ ...admin, userId: id }, ['A', 'B']);
    const { run } = await call('start', {
      p_user_id: id,
      p_bom_id: imported,
      p_organization_id: admin.organizationId,
      p_project_id: null,
      p_priority: 5,
      p_mode: 'all',
    });
    const [event] = await database.query(
      'select event from bomstream.enrichment_events where bom_id = $1',
      [imported],
    );
    expect(event.event).toMatchObject({ run_id: run.run_id, user_id: null, source: 'user' });
    await call('control', { p_user_id: id, p_bom_id: imported, p_action: 'cancel' });
    const [{ id: lineId }] = await database.query('select id from bomstream.bom_lines where bom_id = $1', [
      imported,
    ]);
    await call('bom_line_change', {
      p_user_id: id,
      p_bom_id: imported,
      p_line_id: lineId,
      p_changes: { note: 'by a program' },
    });
    await call('bom_review', {
      p_user_id: id,
      p_bom_id: imported,
      p_line_ids: [lineId],
      p_action: 'keep_as_written',
    });
    const { changes } = await call('bom_changes', { p_user_id: admin.userId, p_bom_id: imported });
    expect(changes).toMatchObject([{ user_id: null, key_id: id }, { user_id: null, key_id: id }]);
    const rows = await database.query(
      `select created_by as person, key_id from bomstream.boms where id = $1
       union all select user_id, key_id from bomstream.enrichment_runs where bom_id = $1
       union all select decided_by, $2 from bomstream.part_decisions where organization_id = $3`,
      [imported, id, admin.organizationId],
    );
    expect(rows).toEqual(Array(3).fill({ person: null, key_id: id }));
  });

  it('is found again by its Idempotency-Key, and limited by itself', async () => {
    const [one, other] = [await newKey(), await newKey()];
    const create = (by: Secret) =>
      call('bom_create', {
        p_user_id: by.id,
        p_organization_id: admin.organizationId,
        p_project_id: null,
        p_name: 'Test',
        p_lines: [{ line_number: 1, mpn: 'A', orderable_key: 'A', do_not_place: false }],
        p_idempotency_key: 'nightly',
      });
    const first = await create(one);
    expect((await create(one)).bom.bom_id).toBe(first.bom.bom_id);
    expect((await create(other)).bom.bom_id).not.toBe(first.bom.bom_id);
    await database.query(
      `insert into bomstream.boms (organization_id, name, line_count, key_id)
       select $1, 'Test', 1, $2 from generate_series(1, 59)`,
      [admin.organizationId, one.id],
    );
    const may = (by: Secret) =>
      outcome('bom_may_create', {
        p_user_id: by.id,
        p_organization_id: admin.organizationId,
        p_project_id: null,
      });
    expect([await may(one), await may(other)]).toEqual([['PT429', 'too_many_boms'], true]);
  });
});

it('a key that lists BOMs learns what it is called, and a person does not', async () => {
  const key = await newKey('viewer');
  const named = async (p_user_id: string) => (await call('bom_list', { p_user_id }) as Json)['key_name'];
  expect([await named(key.id), await named(admin.userId)]).toEqual(['Build', null]);
});
