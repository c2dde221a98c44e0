/** Organizations as their members manage them: over HTTP. Who may call what, rights-matrix.test.ts asks. */
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { sql } from '../support/admin.ts';
import { startUnending } from '../support/held-runs.ts';
import { openStream } from '../support/stream.ts';
import { call, type Json, newTenant, type Tenant } from '../support/tenant.ts';

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
    const untouched = {
      auto_start: false,
      suppliers: null,
      suppliers_until_filled: false,
      blocked_suppliers: [],
      preferred_suppliers: [],
    };
    expect((await owner.call('PATCH', settings, {})).body).toMatchObject(untouched);
    expect((await owner.call('PATCH', settings, { auto_start: true })).body).toMatchObject({
      ...untouched,
      auto_start: true,
    });
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

  it('says which suppliers are asked, in which order and how, or that all are', async () => {
    const owner = await newTenant(stack, { role: 'admin' });
    const settings = path('/settings', owner.organizationId);
    const change = async (body: object) => (await owner.call('PATCH', settings, body)).body;
    expect(await change({ suppliers: ['nexar', 'mouser'], suppliers_until_filled: true })).toMatchObject({
      auto_start: false,
      suppliers: ['nexar', 'mouser'],
      suppliers_until_filled: true,
    });
    expect(await change({ auto_start: true })).toMatchObject({
      suppliers: ['nexar', 'mouser'],
      suppliers_until_filled: true,
    });
    expect(await change({ suppliers: [] })).toMatchObject({ suppliers: [] });
    expect(await change({ suppliers: null, suppliers_until_filled: false })).toMatchObject({
      suppliers: null,
      suppliers_until_filled: false,
    });
    for (const suppliers of [['mouser', 'mouser'], ['acme'], 'mouser']) {
      expect(await owner.call('PATCH', settings, { suppliers })).toMatchObject({ status: 422 });
    }
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

  it('says to whoever has its token whether it is open, and is not used up by that', async () => {
    const look = (token: string) => call(stack, null, 'POST', 'organizations/invitations/look', { token });
    const { token, invitation_id, role, expires_at } = await invite();
    const open = { organization_id: admin.organizationId, role, expires_at };
    expect((await look(token)).body).toEqual(open);
    expect((await look(token)).body).toEqual(open);
    await admin.call('DELETE', path(`/invitations/${invitation_id}`));
    const closed = await look(token);
    expect(closed).toMatchObject({ status: 404, body: { code: 'invitation_not_found' } });
    const { token: old } = await invite();
    await sql(
      stack,
      'update bomstream.organization_invitations set expires_at = now() where organization_id = $1',
      [
        admin.organizationId,
      ],
    );

    // one answer, whatever became of it
    expect((await look(old)).body).toEqual(closed.body);
    expect((await look('nonsense')).body).toEqual(closed.body);
  });

  it('says whom it is for, where that was said, and who made it', async () => {
    const label = 'Ada, ada@example.com';
    const { token: _token, ...named } = await made(admin, path('/invitations'), { role: 'viewer', label });
    const { token: _other, ...plain } = await invite();
    expect([named, plain]).toMatchObject([
      { label, role: 'viewer', created_by: admin.userId },
      { label: null, created_by: admin.userId },
    ]);
    const listed = await admin.call('GET', path('/invitations'));
    expect(listed.body.invitations).toEqual(expect.arrayContaining([named, plain]));
    expect(
      (await admin.call('POST', path('/invitations'), { role: 'viewer', label: 'x'.repeat(201) })).status,
    )
      .toBe(422);
    for (const { invitation_id } of [named, plain]) {
      await admin.call('DELETE', path(`/invitations/${invitation_id}`));
    }
  });

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

  async function stored(who: Tenant, components: readonly unknown[], from = {}): Promise<Json> {
    const { status, body } = await who.call('POST', path('/components', who.organizationId), {
      ...from,
      components,
    });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  }

  it('are what lines get, before anybody else’s, and are changed for them, too', async () => {
    const owner = await newTenant(stack, { role: 'editor' });
    const components = path('/components', owner.organizationId);
    const { component_ids: [id] } = await stored(owner, [{
      ...described,
      mpn: 'RC0603FR-0768KL',
      manufacturer: 'yageo',
    }]);
    expect((await owner.call('GET', components)).body.components).toMatchObject([{
      component_id: id,
      manufacturer: 'Yageo',
      known_by: 'own',
      fields: { description: { value: 'ours', source: 'own', known_by: 'own' } },
      source: null,
      observed_at: null,
    }]);
    const bomId = await owner.importBom(['rc0603fr-0768kl']);
    await owner.start(bomId);
    const { lines: [{ line_id }] } = (await owner.call('GET', `boms/${bomId}/lines`)).body;
    const component = async () =>
      (await owner.call('GET', `boms/${bomId}/lines/${line_id}`)).body.line.result?.component;
    await vi.waitFor(
      async () => expect(await component()).toMatchObject({ component_id: id }),
      {
        timeout: 60_000,
      },
    );
    await owner.call('PATCH', `${components}/${id}`, {
      ...described,
      mpn: 'RC0603FR-0768KL',
      manufacturer: 'Yageo',
      fields: { description: { value: 'ours, better' } },
    });
    expect((await component()).fields.description).toEqual({
      value: 'ours, better',
      source: 'own',
      confidence: 1,
      known_by: 'own',
    });
  });

  it('are new, changed or the same, however often a list is sent', async () => {
    const owner = await newTenant(stack);
    const list = [described, { ...described, mpn: 'ZZ-OWN1' }];
    const from = { source: 'parts.csv', observed_at: '2026-11-01T00:00:00.000Z' };
    const first = await stored(owner, list, from);
    expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: [] });
    const again = [{ ...described, mpn: ' zz\u2010own-1 ' }, { ...list[1], fields: {} }].reverse();
    expect(await stored(owner, list, from)).toEqual({ ...first, created: 0, unchanged: 2 });
    expect(await stored(owner, again, from)).toEqual({
      ...first,
      created: 0,
      updated: 1,
      unchanged: 1,
      component_ids: first.component_ids.toReversed(),
    });
    const { body } = await owner.call('GET', path('/components', owner.organizationId));
    expect(body.components).toMatchObject([
      { mpn: 'zz-own-1', ...from, fields: { description: { value: 'ours', source: 'own' } } },
      { mpn: 'ZZ-OWN1', ...from, fields: { manufacturer: { value: 'Example Ltd' } } },
    ]);
    expect(body.components[1].fields).not.toHaveProperty('description');
    // a later list that says the same is newer
    expect(await stored(owner, list, { ...from, observed_at: new Date().toISOString() })).toMatchObject({
      updated: 2,
    });
    // a person's word stands in no list
    await owner.call('PATCH', path(`/components/${first.component_ids[0]}`, owner.organizationId), described);
    const [changed] = (await owner.call('GET', path('/components', owner.organizationId))).body.components;
    expect(changed).toMatchObject({ source: null, observed_at: null });
  });

  it('are kept though others of their list are refused, each for its reason', async () => {
    const owner = await newTenant(stack);
    const wrong = [
      { ...described, mpn: 'N/A' },
      { ...described, mpn: 'C25804' },
      { ...described, mpn: '311-10.0KHRCT-ND' },
      { ...described, manufacturer: '®' },
      { ...described, fields: { resistance: { value: 1, unit: 'kohm' } } },
      { ...described, fields: { resistance: { value: 1, source: 'supplier:mouser' } } },
      { ...described, mpn: 'Zz-Own-1' },
      null,
    ];
    const { component_ids, refused, ...counts } = await stored(owner, [described, ...wrong]);
    expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(component_ids).toEqual([expect.any(String), ...wrong.map(() => null)]);
    expect(refused.map(({ index, path, message }: Json) => [index, path, message])).toEqual([
      [1, 'mpn', 'holds no part number'],
      [2, 'mpn', expect.stringMatching(/is a number of LCSC/)],
      [3, 'mpn', expect.stringMatching(/is a number of DigiKey/)],
      [4, 'manufacturer', 'holds no name'],
      [5, 'fields.resistance.unit', expect.any(String)],
      [6, 'fields.resistance', expect.stringMatching(/source/)],
      [7, 'mpn', 'is the same part as number 0 of this call'],
      [8, '', expect.any(String)],
    ]);
  });

  it.each<[what: string, body: () => object]>([
    ['no list', () => described],
    ['an empty one', () => ({ components: [] })],
    ['more than 500', () => ({ components: Array.from({ length: 501 }, () => described) })],
    ['a list of no time', () => ({ components: [described], observed_at: 'yesterday' })],
    ['a list whose name nobody sees', () => ({ components: [described], source: '\u200b' })],
  ])('are not %s', async (_what, body) => {
    expect(await admin.call('POST', path('/components'), body())).toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/^(invalid_body|unknown_field)$/) },
    });
  });

  it('are refused where there would be too many, and counted as they go', async () => {
    const owner = await newTenant(stack);
    await sql(stack, 'update bomstream.organizations set own_components = 199999 where id = $1', [
      owner.organizationId,
    ]);
    const send = (...mpns: string[]) =>
      owner.call('POST', path('/components', owner.organizationId), {
        components: mpns.map((mpn) => ({ ...described, mpn })),
      });
    expect(await send('FULL-1', 'FULL-2')).toMatchObject({
      status: 409,
      body: { code: 'too_many_components' },
    });
    expect((await owner.call('GET', path('/components', owner.organizationId))).body.components).toEqual([]);
    const { body: { component_ids: [id] } } = await send('FULL-1');
    expect(await send('FULL-1')).toMatchObject({ status: 200, body: { unchanged: 1 } });
    expect(await send('FULL-2')).toMatchObject({ status: 409 });
    await owner.call('DELETE', path(`/components/${id}`, owner.organizationId));
    expect(await send('FULL-2')).toMatchObject({ status: 200, body: { created: 1 } });
  });

  it('are seen by no other organization, not even where both keep the same part', async () => {
    const [one, other] = await Promise.all([newTenant(stack), newTenant(stack)]);
    const { component_ids: [theirs] } = await stored(one, [described]);
    const listed = () => other.call('GET', path('/components', other.organizationId));
    expect((await listed()).body.components).toEqual([]);
    expect(await stored(other, [{ ...described, fields: {} }])).toMatchObject({ created: 1 });
    const [component] = (await listed()).body.components;
    expect(component.component_id).not.toBe(theirs);
    expect((await one.call('GET', path('/components', one.organizationId))).body.components).toMatchObject([
      { component_id: theirs, fields: { description: { value: 'ours' } } },
    ]);
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
      { timeout: 60_000, interval: 500 },
    );
    expect(
      await sql(stack, 'select from bomstream.bom_lines where organization_id = $1', [owner.organizationId]),
    )
      .toEqual([]);
  });
});
