import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { startPaused } from '../support/held-runs.ts';
import { type Answer, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
let other: Tenant;
let bomId: string;

beforeAll(async () => {
  [tenant, other] = [await newTenant(stack), await newTenant(stack)];
  bomId = await tenant.importBom(['RC0603FR-0710KL']);
});

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
  const rows = await sql(
    stack,
    `select (select count(*) from bomstream.boms where organization_id = $1) as boms,
            (select count(*) from bomstream.bom_lines where organization_id = $1) as lines,
            (select count(*) from bomstream.enrichment_runs where organization_id = $1) as runs,
            (select count(*) from bomstream.enrichment_events where organization_id = $1) as events`,
    [tenant.organizationId],
  );
  return rows[0];
}

/** Who may make which call is in rights-matrix.test.ts. */
describe('without the right to be there', () => {
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

it.each([['the year 0', '0000-01-01T00:00:00Z'], [
  'too many digits',
  `2026-01-01T00:00:00.${'0'.repeat(300)}Z`,
]])(
  'changes since a moment that is none are not listed: %s',
  async (_what, since) => {
    const path = `organizations/${tenant.organizationId}/changes`;
    expectProblem(await tenant.call('GET', `${path}?since=${since}`), { status: 400, code: 'invalid_query' });
    expect((await tenant.call('GET', `${path}?since=0001-01-01T00:00:00Z`)).status).toBe(200);
  },
);

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
    const id = await tenant.importBom(['A']);
    await startPaused(stack, tenant, id);
    expectProblem(await start(ours(), id), { status: 409, code: 'run_active' });
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
