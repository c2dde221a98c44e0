import { createHmac, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, call, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
let other: Tenant;
let viewer: Tenant;
let bomId: string;
let theirBomId: string;
const admin = new pg.Client({ connectionString: stack.adminUrl });

beforeAll(async () => {
  await admin.connect();
  [tenant, other] = [await newTenant(stack), await newTenant(stack)];
  viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
  [bomId, theirBomId] = [
    await tenant.importBom(['RC0603FR-0710KL']),
    await other.importBom(['RC0603FR-0710KL']),
  ];
});
afterAll(() => admin.end());

/** Everything a refusal has to be: the status, the code, and a sentence a person can act on. */
function expectProblem({ status, headers, body }: Answer, expected: { status: number; code: string }): void {
  expect({ status, code: body.code }).toEqual(expected);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({
    type: `urn:bomstream:problem:${expected.code}`,
    status,
    title: expect.any(String),
  });
  expect(body.detail).toMatch(/^[A-Z].{20,}\.$/s);
}

/** What is stored of the tenant, to see that a refused request left nothing behind. */
async function stored(): Promise<unknown> {
  const { rows } = await admin.query(
    `select (select count(*) from bomstream.boms where organization_id = $1) as boms,
            (select count(*) from bomstream.bom_lines where organization_id = $1) as lines,
            (select count(*) from bomstream.enrichment_runs where organization_id = $1) as runs,
            (select count(*) from bomstream.enrichment_events where organization_id = $1) as events`,
    [tenant.organizationId],
  );
  return rows[0];
}

const ADDRESSES: readonly (readonly [method: string, path: () => string])[] = [
  ['GET', () => 'boms'],
  ['POST', () => 'boms'],
  ['GET', () => `boms/${bomId}`],
  ['GET', () => `boms/${bomId}/lines`],
  ['GET', () => `boms/${bomId}/lines/${bomId}`],
  ['POST', () => `enrichment/${bomId}/start`],
  ['POST', () => `enrichment/${bomId}/pause`],
  ['POST', () => `enrichment/${bomId}/resume`],
  ['POST', () => `enrichment/${bomId}/cancel`],
  ['GET', () => `enrichment/${bomId}/status`],
  ['GET', () => `enrichment-stream/${bomId}`],
];

describe('without the right to be there', () => {
  it.each(ADDRESSES)('%s %s needs a token', async (method, path) => {
    const body = method === 'POST' ? {} : undefined;
    expectProblem(await call(stack, null, method, path(), body), { status: 401, code: 'missing_token' });
  });

  it.each(ADDRESSES)('%s %s refuses a token that is not ours', async (method, path) => {
    const body = method === 'POST' ? {} : undefined;
    const tampered = `${tenant.token.slice(0, -4)}AAAA`;
    for (
      const token of [
        'nonsense',
        tampered,
        hmacToken(),
        stack.keys.publishableKey,
        stack.keys.secretKeys.default,
      ]
    ) {
      expectProblem(await call(stack, token, method, path(), body), { status: 401, code: 'invalid_token' });
    }
  });

  /** Addresses of one BOM, `ID` standing for its id. */
  const ON_ONE_BOM: readonly (readonly [method: string, path: string])[] = [
    ['GET', 'boms/ID'],
    ['GET', 'boms/ID/lines'],
    ['GET', `boms/ID/lines/${randomUUID()}`],
    ['POST', 'enrichment/ID/start'],
    ['POST', 'enrichment/ID/pause'],
    ['POST', 'enrichment/ID/resume'],
    ['POST', 'enrichment/ID/cancel'],
    ['GET', 'enrichment/ID/status'],
    ['GET', 'enrichment-stream/ID'],
  ];
  const ask = (method: string, path: string, id: string) =>
    tenant.call(
      method,
      path.replace('ID', id),
      path.endsWith('start') ? { organization_id: tenant.organizationId } : undefined,
    );

  it.each(ON_ONE_BOM)(
    "%s %s of another tenant's BOM answers as of a missing one, word for word",
    async (method, path) => {
      const [missing, foreign] = [await ask(method, path, randomUUID()), await ask(method, path, theirBomId)];
      expectProblem(missing, { status: 404, code: 'bom_not_found' });
      expect(foreign.body).toEqual(missing.body);
    },
  );

  it.each(ON_ONE_BOM)('%s %s refuses an id that is none', async (method, path) => {
    for (const id of ['1', 'undefined', `${bomId}0`, '..%2F..']) {
      expectProblem(await ask(method, path, id), { status: 400, code: 'invalid_id' });
    }
  });

  it('a viewer reads and changes nothing', async () => {
    expect((await viewer.call('GET', `boms/${bomId}`)).status).toBe(200);
    const start = { organization_id: tenant.organizationId };
    const attempts: [string, object?][] = [
      ['boms', { ...start, name: 'X', lines: [{ mpn: 'A' }] }],
      [`enrichment/${bomId}/start`, start],
      [`enrichment/${bomId}/pause`],
      [`enrichment/${bomId}/cancel`],
    ];
    const before = await stored();
    for (const [path, body] of attempts) {
      expectProblem(await viewer.call('POST', path, body), { status: 403, code: 'role_required' });
    }
    expect(await stored()).toEqual(before);
  });

  it('the runner takes nothing but its own key', async () => {
    const key = (value: string, header = 'x-runner-key') =>
      call(stack, null, 'POST', 'enrichment-runner', {}, { [header]: value });
    const { publishableKey, secretKeys, runnerKey } = stack.keys;
    for (const wrong of ['', 'nonsense', publishableKey, secretKeys.default]) {
      expectProblem(await key(wrong), { status: 401, code: 'runner_key_required' });
    }
    expectProblem(await key(runnerKey, 'apikey'), { status: 401, code: 'runner_key_required' });
    expectProblem(await tenant.call('POST', 'enrichment-runner', {}), {
      status: 401,
      code: 'runner_key_required',
    });
    expect((await key(runnerKey)).status).toBe(202);
  });

  it("the runner's key opens nothing but the runner", async () => {
    const { runnerKey } = stack.keys;
    for (
      const headers of [{ apikey: runnerKey }, { apikey: runnerKey, authorization: `Bearer ${runnerKey}` }]
    ) {
      for (
        const path of [
          'rest/v1/rpc/bomstream_bom_list',
          'rest/v1/rpc/bomstream_health',
          'auth/v1/token?grant_type=password',
        ]
      ) {
        const answer = await fetch(`${stack.apiUrl}/${path}`, { method: 'POST', headers, body: '{}' });
        expect([path, answer.status]).toEqual([path, 401]);
      }
    }
    for (const [method, path] of ADDRESSES) {
      const body = method === 'POST' ? {} : undefined;
      const refused = { status: 401, code: 'invalid_token' };
      expectProblem(
        await call(stack, runnerKey, method, path(), body, { 'x-runner-key': runnerKey }),
        refused,
      );
    }
  });
});

describe('a BOM that cannot be taken', () => {
  const valid = () => ({ organization_id: tenant.organizationId, name: 'A board' });
  const lines = (n: number) => Array.from({ length: n }, (_, i) => ({ mpn: `P${i}` }));
  const BODIES: readonly (readonly [what: string, status: number, code: string, body: () => unknown])[] = [
    ['is not JSON', 400, 'invalid_json', () => '{"name": '],
    ['is no object', 422, 'invalid_body', () => '[]'],
    ['is empty', 400, 'invalid_json', () => ''],
    ['has no lines', 422, 'empty_bom', () => ({ ...valid(), lines: [] })],
    ['has only a header', 422, 'empty_bom', () => ({ ...valid(), csv: 'MPN,Qty\n' })],
    [
      'has no part number in any line',
      422,
      'no_part_numbers',
      () => ({ ...valid(), lines: [{ mpn: 'N/A' }, {}] }),
    ],
    ['has 10,001 lines', 422, 'too_many_lines', () => ({ ...valid(), lines: lines(10_001) })],
    ['has an unknown field', 422, 'unknown_field', () => ({ ...valid(), lines: lines(1), colour: 'red' })],
    [
      'has an unknown field in a line',
      422,
      'unknown_field',
      () => ({ ...valid(), lines: [{ mpn: 'A', colour: 'red' }] }),
    ],
    ['has no name', 422, 'invalid_body', () => ({ organization_id: tenant.organizationId, lines: lines(1) })],
    [
      'has a negative quantity',
      422,
      'invalid_body',
      () => ({ ...valid(), lines: [{ mpn: 'A', quantity: -1 }] }),
    ],
    [
      'has a part number as long as a novel',
      422,
      'invalid_body',
      () => ({ ...valid(), lines: [{ mpn: 'A'.repeat(121) }] }),
    ],
    [
      'has a CSV without a part number column',
      422,
      'no_part_number_column',
      () => ({ ...valid(), csv: 'Qty\n1\n' }),
    ],
    [
      'names a column that is not there',
      422,
      'unknown_column',
      () => ({ ...valid(), csv: 'MPN\nA\n', columns: { quantity: 'Pieces' } }),
    ],
    ['has a CSV quantity in words', 422, 'invalid_quantity', () => ({ ...valid(), csv: 'MPN,Qty\nA,two\n' })],
    ['has a CSV that leaves a quotation open', 422, 'invalid_csv', () => ({ ...valid(), csv: 'MPN\n"A\n' })],
    [
      'is for an organization of others',
      404,
      'organization_not_found',
      () => ({ ...valid(), organization_id: other.organizationId, lines: lines(1) }),
    ],
    [
      'is for a project that is not there',
      404,
      'project_not_found',
      () => ({ ...valid(), project_id: randomUUID(), lines: lines(1) }),
    ],
    ['is 9 MB large', 413, 'body_too_large', () => ({ ...valid(), csv: `MPN\n${'A'.repeat(9_000_000)}` })],
  ];

  it.each(BODIES)('%s: %d %s, and nothing is stored', async (_what, status, code, body) => {
    const before = await stored();
    expectProblem(await tenant.call('POST', 'boms', body()), { status, code });
    expect(await stored()).toEqual(before);
  });

  it('says where the wrong value is', async () => {
    const { body } = await tenant.call('POST', 'boms', {
      ...valid(),
      lines: [{ mpn: 'A' }, { mpn: 'B', quantity: 'two' }],
    });
    expect(body.errors).toMatchObject([{ path: 'lines.1.quantity' }]);
  });
});

describe('a run that cannot be started', () => {
  const start = (body: unknown, id = bomId) => tenant.call('POST', `enrichment/${id}/start`, body);
  const ours = () => ({ organization_id: tenant.organizationId });

  it.each<[what: string, status: number, code: string, body: () => unknown]>([
    ['the body is not JSON', 400, 'invalid_json', () => 'start!'],
    ['the body is empty', 400, 'invalid_json', () => ''],
    ['the organization is missing', 422, 'invalid_body', () => ({})],
    [
      "the organization is not the BOM's",
      404,
      'bom_not_found',
      () => ({ organization_id: other.organizationId }),
    ],
    ["the project is not the BOM's", 404, 'bom_not_found', () => ({ ...ours(), project_id: randomUUID() })],
    ['the priority is 10', 422, 'invalid_body', () => ({ ...ours(), priority: 10 })],
    ['the mode is unknown', 422, 'invalid_body', () => ({ ...ours(), mode: 'everything' })],
    ['there is an unknown field', 422, 'unknown_field', () => ({ ...ours(), urgent: true })],
    ['no line failed', 422, 'nothing_to_do', () => ({ ...ours(), mode: 'failed' })],
  ])('because %s: %d %s, and nothing is stored', async (_what, status, code, body) => {
    const before = await stored();
    expectProblem(await start(body()), { status, code });
    expect(await stored()).toEqual(before);
  });

  it('because one is active already', async () => {
    const id = await tenant.importBom(Array.from({ length: 3_000 }, (_, i) => `P${i}`));
    expect((await start(ours(), id)).status).toBe(202);
    expectProblem(await start(ours(), id), { status: 409, code: 'run_active' });
    await tenant.call('POST', `enrichment/${id}/cancel`);
  });

  it('because the BOM has no run to pause', async () => {
    const id = await tenant.importBom(['A']);
    expectProblem(await tenant.call('POST', `enrichment/${id}/pause`), {
      status: 409,
      code: 'no_active_run',
    });
  });
});

describe('an address that is none', () => {
  it('is told apart from a wrong method', async () => {
    expectProblem(await tenant.call('GET', `boms/${bomId}/prices`), { status: 404, code: 'no_such_route' });
    const answer = await tenant.call('DELETE', `enrichment/${bomId}/start`);
    expectProblem(answer, { status: 405, code: 'method_not_allowed' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('with an event id that is none is refused', async () => {
    expectProblem(await tenant.call('GET', `boms/${bomId}/lines?since=yesterday`), {
      status: 400,
      code: 'invalid_event_id',
    });
  });
});

/** Signed with the public key as if it were a shared secret: the classic confusion of algorithms. */
function hmacToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: tenant.userId,
    role: 'authenticated',
    aud: 'authenticated',
    iss: `${stack.apiUrl}/auth/v1`,
    exp: now + 600,
  };
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${unsigned}.${createHmac('sha256', 'public key').update(unsigned).digest('base64url')}`;
}
