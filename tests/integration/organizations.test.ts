/** Organizations as their members manage them: over HTTP. Who may call what, rights-matrix.test.ts asks. */
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { sql } from '../support/admin.ts';
import { startUnending } from '../support/held-runs.ts';
import { openStream } from '../support/stream.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');

let admin: Tenant;
let guest: Tenant;
beforeAll(async () => {
  [admin, guest] = await Promise.all([newTenant(stack, { role: 'admin' }), newTenant(stack)]);
});

const path = (rest = '', id = admin.organizationId) => `organizations/${id}${rest}`;

async function made(who: Tenant, to: string, body: object): Promise<Json> {
  const { status, body: answer } = await who.call('POST', to, body);
  expect(status, JSON.stringify(answer)).toBe(201);
  return answer;
}

describe('an organization', () => {
  it('is made by its admin, at most five times, however many calls there are at once', async () => {
    const user = await newTenant(stack, { role: 'viewer' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => user.call('POST', 'organizations', { name: ' Acme ' })),
    );
    const mine = answers.filter(({ status }) => status === 201);
    expect(mine).toHaveLength(5);
    for (const { status, body } of answers.filter((answer) => !mine.includes(answer))) {
      expect([status, body.code]).toEqual([409, 'too_many_organizations']);
    }
    expect(mine[0]!.body).toMatchObject({ name: 'Acme', role: 'admin', settings: { auto_start: false } });
    const { body } = await user.call('GET', 'organizations');
    expect(body.organizations).toHaveLength(6);
    expect(body.organizations).toContainEqual({
      organization_id: mine[0]!.body.organization_id,
      name: 'Acme',
      role: 'admin',
    });
  });

  it.each([
    ['', 'invalid_body'],
    ['   ', 'invalid_body'],
    ['A'.repeat(201), 'invalid_body'],
    ['A\u202eB', 'invalid_body'],
    ['A\0', 'invalid_body'],
    [7, 'invalid_body'],
  ])('is not called %j', async (name, code) => {
    for (const [method, to] of [['POST', 'organizations'], ['PATCH', path()], ['POST', path('/projects')]]) {
      expect(await admin.call(method!, to!, { name })).toMatchObject({ status: 422, body: { code } });
    }
  });

  it('starts runs by itself where its admin has set that', async () => {
    const owner = await newTenant(stack, { role: 'admin' });
    const settings = path('/settings', owner.organizationId);
    expect((await owner.call('PATCH', settings, {})).body).toEqual({ auto_start: false });
    expect((await owner.call('PATCH', settings, { auto_start: true })).body).toEqual({ auto_start: true });
    expect((await owner.call('PATCH', path('', owner.organizationId), { name: 'New' })).body).toMatchObject({
      name: 'New',
      settings: { auto_start: true },
    });
    const bomId = await owner.importBom(['RC0603FR-0710KL']);
    expect((await owner.call('GET', `boms/${bomId}/`)).body.latest_run).toMatchObject({ run: 1 });
    expect(await owner.call('PATCH', settings, { autostart: true })).toMatchObject({
      status: 422,
      body: { code: 'unknown_field' },
    });
  });

  it('is left, but not by its last admin', async () => {
    const one = await newTenant(stack, { role: 'admin' });
    const other = await newTenant(stack, { role: 'admin', organizationId: one.organizationId });
    const me = path('/members/me', one.organizationId);
    expect((await one.call('DELETE', me)).status).toBe(204);
    expect(await other.call('DELETE', me)).toMatchObject({ status: 409, body: { code: 'last_admin' } });
  });
});

describe('an invitation', () => {
  const invite = (role = 'editor'): Promise<Json> => made(admin, path('/invitations'), { role });
  const accept = (who: Tenant, token: string) =>
    who.call('POST', 'organizations/invitations/accept', { token });

  it('lets one in who has its token, which is shown once and stored nowhere', async () => {
    const joiner = await newTenant(stack);
    const { token, ...invitation } = await invite();
    expect(token).toMatch(/^[\w-]{43}$/);
    const listed = await admin.call('GET', path('/invitations'));
    expect(listed.body.invitations).toContainEqual(invitation);
    const stored = await sql(stack, 'select i::text as row from bomstream.organization_invitations i');
    expect(JSON.stringify([listed.body, stored])).not.toContain(token);

    expect(await accept(joiner, token)).toMatchObject({
      status: 200,
      body: { organization_id: admin.organizationId, role: 'editor' },
    });
    expect((await joiner.call('GET', path('/members'))).body.members).toContainEqual({
      user_id: joiner.userId,
      email: joiner.email,
      role: 'editor',
      joined_at: expect.any(String),
    });
    expect(await accept(guest, token)).toMatchObject({ status: 404, body: { code: 'invitation_not_found' } });
    // What it opened is closed at once.
    expect((await admin.call('DELETE', path(`/members/${joiner.userId}`))).status).toBe(204);
    expect((await joiner.call('GET', path('/members'))).status).toBe(404);
  });

  it('is not kept by caches', async () => {
    const { headers } = await admin.call('POST', path('/invitations'), { role: 'viewer' });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('opens nothing once it is revoked, or when it never was', async () => {
    const { token, invitation_id } = await invite();
    expect((await admin.call('DELETE', path(`/invitations/${invitation_id}`))).status).toBe(204);
    for (const given of [token, `${token}A`, '', 'x'.repeat(900)]) {
      expect((await accept(guest, given)).body.code).toBe('invitation_not_found');
    }
  });
});

describe('components of one’s own', () => {
  const described = {
    mpn: 'zz-own-1',
    manufacturer: 'Example Ltd',
    fields: { category: { value: 'fuse' }, description: { value: 'ours' } },
  };

  it('are what lines get, before anybody else’s, and are changed for them, too', async () => {
    const owner = await newTenant(stack, { role: 'editor' });
    const components = path('/components', owner.organizationId);
    const kept = await made(owner, components, {
      ...described,
      mpn: 'RC0603FR-0768KL',
      manufacturer: 'yageo',
    });
    expect(kept).toMatchObject({
      manufacturer: 'Yageo',
      fields: { description: { value: 'ours', source: 'own' } },
    });
    const bomId = await owner.importBom(['rc0603fr-0768kl']);
    await owner.start(bomId);
    const { lines: [{ line_id }] } = (await owner.call('GET', `boms/${bomId}/lines`)).body;
    const component = async () =>
      (await owner.call('GET', `boms/${bomId}/lines/${line_id}`)).body.line.result?.component;
    await vi.waitFor(
      async () => expect(await component()).toMatchObject({ component_id: kept.component_id }),
      {
        timeout: 20_000,
      },
    );
    await owner.call('PATCH', `${components}/${kept.component_id}`, {
      ...described,
      mpn: 'RC0603FR-0768KL',
      manufacturer: 'Yageo',
      fields: { description: { value: 'ours, better' } },
    });
    expect((await component()).fields.description).toEqual({
      value: 'ours, better',
      source: 'own',
      confidence: 1,
    });
  });

  it('are each of another part', async () => {
    await made(admin, path('/components'), described);
    for (const spelling of ['ZZ-OWN-1', ' zz\u2010own-1 ']) {
      expect(await admin.call('POST', path('/components'), { ...described, mpn: spelling })).toMatchObject({
        status: 409,
        body: { code: 'component_exists' },
      });
    }
    await made(admin, path('/components'), { ...described, mpn: 'ZZ-OWN1' });
  });

  it.each([
    [{ mpn: 'N/A' }, 'invalid_body'],
    [{ fields: { resistance: { value: 1, unit: 'kohm' } } }, 'invalid_body'],
    [{ fields: { resistance: { value: 1, source: 'supplier:mouser' } } }, 'unknown_field'],
  ])('are not %j', async (change, code) => {
    expect(await admin.call('POST', path('/components'), { ...described, ...change })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('are read in pages to the end', async () => {
    const owner = await newTenant(stack);
    await sql(
      stack,
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       select $1, 'K' || n % 10, 'Würth ' || n, 'K', '{}', 0 from generate_series(1, 250) n`,
      [owner.organizationId],
    );
    const ids = new Set<string>();
    const sizes: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after && `?after=${after}`;
      const { body } = await owner.call('GET', path(`/components${query}`, owner.organizationId));
      sizes.push(body.components.length);
      for (const { component_id } of body.components) ids.add(component_id);
      after = body.next;
    }
    expect([sizes, ids.size]).toEqual([[100, 100, 50], 250]);
    expect(await owner.call('GET', path('/components?after=x', owner.organizationId))).toMatchObject({
      status: 400,
      body: { code: 'invalid_cursor' },
    });
  });
});

describe('an export', () => {
  const lines = (text: string): Json[] => text.trimEnd().split('\n').map((line) => JSON.parse(line));
  const exported = async (who: Tenant, query = '') =>
    lines((await who.call('GET', path(`/export${query}`, who.organizationId))).body);

  it('has everything, and goes on from where it broke off', async () => {
    const owner = await newTenant(stack, { role: 'admin' });
    const bomId = await owner.importBom(Array.from({ length: 450 }, (_, i) => `P${i}`));
    const all = await exported(owner);
    expect(all.at(-1)).toEqual({ record: 'end' });
    const ofBom = all.filter(({ record }) => record === 'line');
    expect(ofBom.map(({ bom_id, line_number, mpn }) => [bom_id, line_number, mpn])).toEqual(
      Array.from({ length: 450 }, (_, i) => [bomId, i + 1, `P${i}`]),
    );
    const broken = all.findLastIndex(({ record }) => record === 'page');
    expect(await exported(owner, `?after=${all[broken].after}`)).toEqual(all.slice(broken + 1));
  });

  it('breaks off, without its end, when the right to it ends', async () => {
    const owner = await newTenant(stack, { role: 'admin' });
    await owner.importBom(Array.from({ length: 10_000 }, (_, i) => `P${i}`));
    const response = await fetch(`${stack.apiUrl}/functions/v1/${path('/export', owner.organizationId)}`, {
      headers: { authorization: `Bearer ${owner.token}` },
    });
    const reader = response.body!.getReader();
    let text = new TextDecoder().decode((await reader.read()).value);
    await sql(stack, 'delete from bomstream.organization_members where organization_id = $1', [
      owner.organizationId,
    ]);
    const rest = async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        text += new TextDecoder().decode(value);
      }
    };
    await rest().catch(() => {}); // cut off, or ended early
    expect(text).not.toContain('"end"');
    expect((await owner.call('GET', path('/export', owner.organizationId))).status).toBe(404);
  });
});

describe('the deletion of an organization', () => {
  it('needs its name, letter by letter', async () => {
    for (const name of ['test', 'Test ', '']) {
      expect(await admin.call('DELETE', path(`?name=${encodeURIComponent(name)}`))).toMatchObject({
        status: 422,
        body: { code: 'name_differs' },
      });
    }
    expect((await admin.call('DELETE', path())).body.code).toBe('name_differs');
  });

  it('ends the run at work and the streams that are open, and leaves nothing', async () => {
    const owner = await newTenant(stack, { role: 'admin' });
    const bomId = await owner.importBom(Array.from({ length: 200 }, (_, i) => `NOT-KNOWN-${i}`));
    const stream = await openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${owner.token}`,
    );
    await startUnending(stack, owner, bomId);
    await stream.until(({ event, data }) => event === 'enrichment.progress' && data.payload.batch);
    expect((await owner.call('DELETE', path('?name=Test', owner.organizationId))).status).toBe(204);
    for (const to of [path('', owner.organizationId), `boms/${bomId}`, `enrichment/${bomId}/status`]) {
      expect((await owner.call('GET', to)).status, to).toBe(404);
    }
    const frames = await stream.end();
    expect(frames.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'deleted' } });
    expect(frames.some(({ event }) => event === 'enrichment.completed')).toBe(false);
    await vi.waitFor(
      async () =>
        expect(
          await sql(stack, 'select from bomstream.organizations where id = $1', [owner.organizationId]),
        ).toEqual([]),
      { timeout: 30_000, interval: 500 },
    );
    expect(
      await sql(stack, 'select from bomstream.bom_lines where organization_id = $1', [owner.organizationId]),
    )
      .toEqual([]);
  });
});
