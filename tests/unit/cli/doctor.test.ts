/** What the doctor says of what cannot be broken on a stack of this machine, and the words of each fault. */
import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { Finding } from '../../../cli/doctor/finding.ts';
import { checkDeployed } from '../../../cli/doctor/functions.ts';
import { checkInvocations } from '../../../cli/doctor/invocations.ts';
import { checkProject } from '../../../cli/doctor/project.ts';
import { checkStores } from '../../../cli/doctor/stores.ts';
import { checkSuppliers } from '../../../cli/doctor/suppliers.ts';
import { fakeDatabase } from '../support/database.ts';
import { HEALTHY } from '../support/stream-endpoint.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(body: string): Promise<string> {
  server = createServer((_request, response) => void response.end(body));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const fault = (state: Finding['state'], says: RegExp, mend: RegExp) => ({
  state,
  says: expect.stringMatching(says),
  mend: expect.stringMatching(mend),
});

it.each([
  ['none', '{"keys": []}'],
  ['a shared secret', '{"keys": [{"kty": "oct"}]}'],
])('keys that are not asymmetric are said to be so, and the rest is looked at: %s', async (_what, keys) => {
  expect(await checkProject({ apiUrl: await serve(keys) })).toEqual({
    answers: true,
    finding: fault('fail', /signs its tokens with a shared secret/, /asymmetric signing keys/),
  });
});

it('asymmetric keys are as they should be, also beside a secret', async () => {
  const apiUrl = await serve('{"keys": [{"kty": "oct"}, {"kty": "EC"}]}');
  expect(await checkProject({ apiUrl })).toMatchObject({ answers: true, finding: { state: 'ok' } });
});

it('what is no project is said to be none, and nothing else is asked of it', async () => {
  expect(await checkProject({ apiUrl: await serve('<html>') })).toEqual({
    answers: false,
    finding: fault('fail', /does not answer as a Supabase project does/, /check SUPABASE_URL/),
  });
});

const works = { ok: true, latency_ms: 1 };
const stores = (reason: string, writes = works) => ({
  redis: { ok: false, latency_ms: 1, reason },
  redis_writes: writes,
  table: works,
  publishing: { ok: true },
});

it.each<[string, RegExp, RegExp]>([
  ['over_quota', /over its quota/, /Upstash console/],
  ['out_of_memory', /Redis is full/, /eviction/],
  ['misconfigured', /cannot save to its disk/, /log of Redis/],
  ['server_error', /Redis fails: server_error/, /UPSTASH_REDIS_REST_URL/],
])('a Redis that fails with %s is named with what mends it', (reason, says, mend) => {
  const [redis, ...rest] = checkStores(stores(reason));
  expect([redis, rest.map(({ state }) => state)]).toEqual([fault('fail', says, mend), ['ok']]);
});

it('a table that cannot be read, and events that nobody gives to Redis, are said', () => {
  const broken = { ok: false, latency_ms: 1, reason: 'unreachable' };
  expect(checkStores({
    redis: works,
    redis_writes: works,
    table: broken,
    publishing: { ok: false, reason: 'behind' },
  })).toEqual([
    expect.objectContaining({ state: 'ok' }),
    fault('fail', /cannot read the table: unreachable/, /logs of enrichment-stream/),
    fault('warn', /^Redis has not been given events/, /publish_failed/),
  ]);
});

const supplier = {
  supplier: 'mouser',
  last_failure: null,
  blocked_seconds: null,
  used_today: 3,
  calls_per_day: 1_000,
  parts_used: 0,
  parts_in_all: null,
};

it.each<[object, ReturnType<typeof fault>]>([
  [{ last_failure: 'misconfigured' }, fault('fail', /mouser refuses the key/, /MOUSER_API_KEY=<key>/)],
  [
    { last_failure: 'over_quota', blocked_seconds: 59.2 },
    fault('warn', /over its quota.* 60 s/, /nobody else/),
  ],
  [{ last_failure: 'transient', blocked_seconds: 5 }, fault('warn', /mouser fails.* 5 s/, /supplier_failed/)],
  [
    { supplier: 'digikey-sandbox', last_failure: 'misconfigured' },
    fault('fail', /digikey-sandbox refuses/, /DIGIKEY_CLIENT_ID=<id> DIGIKEY_CLIENT_SECRET=<secret>/),
  ],
  [
    { supplier: 'nexar', parts_used: 99, parts_in_all: 100 },
    fault('warn', /100 parts that nexar sells are used up/, /parts_in_all = <parts>/),
  ],
  [
    { used_today: 1_000 },
    fault('warn', /^Today's 1000 calls of mouser are used up/, /calls_per_day = <calls>/),
  ],
])('a supplier that cannot be asked is named: %o', (said, finding) => {
  expect(checkSuppliers({ suppliers: [{ ...supplier, ...said }] })).toEqual([finding]);
});

it.each<[number | null, string | null, RegExp, RegExp]>([
  [null, 'Timeout of 2000 ms reached', /did not answer within 2 s/, /enrichment-runner/],
  [404, null, /found no runner \(status 404\)/, /functions deploy enrichment-runner/],
  [546, null, /ran out of memory or CPU time/, /max_runners/],
  [503, null, /which failed \(status 503\)/, /does not boot/],
])(
  'a call of the runner that ends with %s %s is said to have, and why',
  async (status_code, error, says, mend) => {
    const apiUrl = 'https://project.example';
    const database = fakeDatabase({ bomstream_invoke: () => ({ call: 7 }) });
    const health = () => Promise.resolve({ ...HEALTHY, call: { status_code, error } });
    const site = { apiUrl, database, health };
    expect(await checkInvocations(site, () => Promise.resolve())).toEqual([fault('fail', says, mend)]);
  },
);

it('an address of the project with more behind it is named with the one that it should be', async () => {
  const apiUrl = 'https://project.example';
  const database = fakeDatabase({ bomstream_invoke: () => ({ call: 7 }) });
  const project_url = `${apiUrl}/functions/v1`;
  const health = () => Promise.resolve({ ...HEALTHY, project_url, call: { status_code: 404, error: null } });
  expect(await checkInvocations({ apiUrl, database, health }, () => Promise.resolve())).toEqual([
    fault(
      'fail',
      /^project_url in Vault is https:\/\/project\.example\/functions\/v1, and not this project/,
      /update_secret\(.*'https:\/\/project\.example'\)/,
    ),
  ]);
});

it('functions that do not boot, or are not there, are named together', () => {
  expect(checkDeployed(new Map([['boms', 204], ['enrichment', 204]]))).toEqual([
    { state: 'ok', says: 'All 2 functions boot' },
  ]);
  const statuses = new Map([['boms', 503], ['enrichment', 503], ['organizations', 404], ['other', 204]]);
  expect(checkDeployed(statuses)).toEqual([
    fault('fail', /^The functions boms, enrichment do not boot: status 503\.$/, /^Their logs .* secrets set/),
    fault(
      'fail',
      /^The function organizations is not deployed\.$/,
      /functions deploy organizations --use-api/,
    ),
  ]);
});
