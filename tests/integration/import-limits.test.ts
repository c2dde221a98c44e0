/** What an import is held to: by the database, whoever calls it, and by the texts' limits, on both sides the same. */
import type pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import {
  MAX_DESIGNATORS_CHARS,
  MAX_LINES,
  MAX_NAME_CHARS,
  MAX_PART_NUMBER_CHARS,
  MAX_TEXT_CHARS,
} from '../../shared/domain/limits.ts';
import { sql } from '../support/admin.ts';
import { useDatabase } from '../support/database.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

/** As `bomstream.require_import` has it. */
const BOMS_A_MINUTE = 60;

const stack = inject('stack');
const database = useDatabase();

const target = ({ userId, organizationId }: { userId: string; organizationId: string }) => ({
  p_user_id: userId,
  p_organization_id: organizationId,
  p_project_id: null,
});

const newBom = (line: object = {}, name = 'Board') => ({
  p_name: name,
  p_lines: [{ line_number: 1, mpn: 'A', orderable_key: 'A', do_not_place: false, ...line }],
});

const CREATED = `insert into bomstream.boms (organization_id, name, line_count, created_by, created_at)
  select $1, 'Earlier', 1, $2, now() - $3::interval from generate_series(1, $4::integer)`;

describe('creating BOMs', () => {
  it('is refused beyond as many as a minute has room for, and says when there is room again', async () => {
    const tenant = await database.tenant('editor');
    const { organizationId, userId } = tenant;
    await database.query(CREATED, [organizationId, userId, '50 seconds', BOMS_A_MINUTE - 1]);
    await database.call('bomstream_bom_create', { ...target(tenant), ...newBom() });

    const asked = database.call('bomstream_bom_may_create', target(tenant));
    await expect(asked).rejects.toMatchObject({ code: 'PT429', message: 'too_many_boms' });
    const created = database.call('bomstream_bom_create', { ...target(tenant), ...newBom() });
    const refusal = await created.catch((error: pg.DatabaseError) => error);
    expect(refusal).toMatchObject({ code: 'PT429', message: 'too_many_boms' });
    // The oldest of the sixty leaves the minute ten seconds from now at most.
    expect(Number(refusal.hint)).toBeGreaterThanOrEqual(1);
    expect(Number(refusal.hint)).toBeLessThanOrEqual(10);
  });

  it('is counted for each user, over all organizations, and not for what is older', async () => {
    const [tenant, other] = [await database.tenant('editor'), await database.tenant('editor')];
    const member = `insert into bomstream.organization_members values ($1, $2, 'editor')`;
    await database.query(member, [other.organizationId, tenant.userId]);
    await database.query(CREATED, [tenant.organizationId, tenant.userId, '10 seconds', BOMS_A_MINUTE]);
    const elsewhere = { userId: tenant.userId, organizationId: other.organizationId };
    await expect(database.call('bomstream_bom_may_create', target(elsewhere))).rejects.toMatchObject({
      code: 'PT429',
    });
    expect(await database.call('bomstream_bom_may_create', target(other))).toBe(true);

    await database.query(
      `update bomstream.boms set created_at = now() - interval '61 seconds'
      where created_by = $1`,
      [tenant.userId],
    );
    expect(await database.call('bomstream_bom_may_create', target(tenant))).toBe(true);
  });

  it('is asked for without creating anything, and refused as creating is', async () => {
    const [viewer, stranger] = [await database.tenant('viewer'), await database.tenant('editor')];
    const elsewhere = { userId: stranger.userId, organizationId: viewer.organizationId };
    for (const name of ['bomstream_bom_may_create', 'bomstream_bom_create']) {
      const args = name === 'bomstream_bom_create' ? newBom() : {};
      const call = (who: typeof viewer, project: string | null = null) =>
        database.call(name, { ...target(who), ...args, p_project_id: project });
      await expect(call(viewer)).rejects.toMatchObject({ code: 'PT403', message: 'role_required' });
      await expect(call(elsewhere)).rejects.toMatchObject({
        code: 'PT404',
        message: 'organization_not_found',
      });
      await expect(call(stranger, crypto.randomUUID())).rejects.toMatchObject({
        code: 'PT404',
        message: 'project_not_found',
      });
    }
  });

  it.each(['bomstream_bom_may_create', 'bomstream_bom_create'])(
    'in a project of another organization is refused by %s as in one that does not exist',
    async (name) => {
      const [tenant, other] = [await database.tenant('editor'), await database.tenant('editor')];
      const refusal = async (project: string) => {
        const args = name === 'bomstream_bom_create' ? newBom() : {};
        const call = database.call(name, { ...target(tenant), ...args, p_project_id: project });
        const { code, message, detail, hint } = await call.then(() => ({}) as never, (error) => error);
        return { code, message, detail, hint };
      };
      const [{ id: theirs }] = await database.query(
        `insert into bomstream.projects (organization_id, name) values ($1, 'Theirs') returning id`,
        [other.organizationId],
      );
      const missing = await refusal(crypto.randomUUID());
      expect(missing).toMatchObject({ code: 'PT404', message: 'project_not_found' });
      expect(await refusal(theirs)).toEqual(missing);
      // nor does a membership there make it a project of this organization
      await database.query(`insert into bomstream.organization_members values ($1, $2, 'admin')`, [
        other.organizationId,
        tenant.userId,
      ]);
      expect(await refusal(theirs)).toEqual(missing);
    },
  );
});

describe('the database takes what the product takes, and nothing longer', () => {
  const text = (length: number) => 'x'.repeat(length);

  it.each<[string, number]>([
    ['mpn', MAX_PART_NUMBER_CHARS],
    ['manufacturer', MAX_PART_NUMBER_CHARS],
    ['designators', MAX_DESIGNATORS_CHARS],
    ['description', MAX_TEXT_CHARS],
  ])('as %s', async (field, max) => {
    const tenant = await database.tenant('editor');
    const create = (length: number) =>
      database.call('bomstream_bom_create', { ...target(tenant), ...newBom({ [field]: text(length) }) });
    expect(await create(max)).toMatchObject({ bom: { line_count: 1 } });
    await expect(create(max + 1)).rejects.toMatchObject({ code: '23514' });
  });

  it('as name and as number of lines', async () => {
    const tenant = await database.tenant('editor');
    const create = (bom: object) => database.call('bomstream_bom_create', { ...target(tenant), ...bom });
    expect(await create(newBom({}, text(MAX_NAME_CHARS)))).toMatchObject({ bom: { line_count: 1 } });
    await expect(create(newBom({}, text(MAX_NAME_CHARS + 1)))).rejects.toMatchObject({ code: '23514' });
    await expect(create(newBom({ line_number: MAX_LINES + 1 }))).rejects.toMatchObject({ code: '23514' });
    expect(await create(newBom({ line_number: MAX_LINES }))).toMatchObject({ bom: { line_count: 1 } });
  });
});

describe('over HTTP', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await newTenant(stack);
  });

  const post = (who: Tenant, body: object) =>
    who.call('POST', 'boms', { organization_id: tenant.organizationId, name: 'Board', ...body });

  it('too many are answered with the seconds to wait, before the file is read', async () => {
    const busy = await newTenant(stack, { organizationId: tenant.organizationId });
    await sql(stack, CREATED, [tenant.organizationId, busy.userId, '0 seconds', BOMS_A_MINUTE]);
    const { status, headers, body } = await post(busy, { csv: '"broken' });
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too_many_boms' });
    expect(headers.get('retry-after')).toMatch(/^([1-9]|[1-5]\d|60)$/);
  });

  it('a viewer is refused before the file is read', async () => {
    const viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
    for (const content of [{ csv: '"broken' }, { lines: ['broken'] }]) {
      const { status, body } = await post(viewer, content);
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'role_required' });
    }
  });

  it('a BOM of many designators, hidden characters and other rows comes in, and what was done is said', async () => {
    const designators = Array.from({ length: 500 }, (_, i) => `C${1_000 + i}`).join(', ');
    const csv =
      `Widget\nMPN;Qty;RefDes\r\n'RC0603FR-0710KL;500,0;${designators}\n\u202eB;1;R1\n\nComponent Count:;501`;
    const { status, body } = await post(tenant, { csv });
    expect({ status, line_count: body.line_count }).toEqual({ status: 201, line_count: 2 });
    expect(body.issues.map(({ code, row }: { code: string; row: number }) => [code, row])).toEqual([
      ['row_above_header', 1],
      ['row_is_no_line', 6],
      ['hidden_characters', 4],
    ]);
    const { body: { lines } } = await tenant.call('GET', `boms/${body.bom_id}/lines`);
    expect(lines).toMatchObject([{ mpn: 'RC0603FR-0710KL', quantity: 500, designators }, { mpn: 'B' }]);
  });
});
