/** Every example of OpenAPI, sent to a stack. `call` holds the answers to the contract, unknown fields included. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, ROUTES } from '../../shared/api/index.ts';
import type { Contract } from '../../shared/api/route.ts';
import { exampleCall } from '../support/contract.ts';
import { makeThings, namedIn } from '../support/things.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { call, newTenant, type Tenant } from '../support/tenant.ts';

/** Ten batches with ten seconds between two: a run that is started here is at work when the example is sent. */
const LINES = 1_000;
const BATCH_PAUSE_MS = 10_000;

/** What a route needs that its example does not bring. */
const BEFORE: Readonly<Record<string, (tenant: Tenant, bomId: string) => Promise<unknown>>> = {
  pauseRun: start,
  resumeRun: start,
  cancelRun: start,
  compareRuns: start,
  deleteOrganization: (tenant) =>
    tenant.call('PATCH', `organizations/${tenant.organizationId}`, { name: 'Example Ltd' }),
  // Somebody has to stay who may do everything.
  leaveOrganization: ({ organizationId }) => newTenant(stack, { role: 'admin', organizationId }),
};

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({
    cron: false,
    batchPauseMs: BATCH_PAUSE_MS,
    settings: { BOMSTREAM_WEBHOOK_LOOPBACK: 'true' },
  });
});
afterAll(() => stack.stop());

async function start(tenant: Tenant, bomId: string): Promise<void> {
  expect((await tenant.start(bomId)).status).toBe(202);
}

/** Everything an example may name, and a call as whoever may make it. */
async function answerTo(route: Contract) {
  const tenant = await newTenant(stack, { role: 'admin' });
  const partNumbers = Array.from({ length: LINES }, (_, i) => `P${i}`);
  const things = await makeThings(stack, tenant, namedIn(route), partNumbers);
  await BEFORE[nameOf(route)]?.(tenant, things.bom!);
  const { method, path, body, headers } = exampleCall(route, things);
  const asks = nameOf(route) === 'acceptInvitation' ? await newTenant(stack) : tenant;
  const token = route.role === 'everybody' || route.role === 'runner' ? null : asks.token;
  const opened = route.role === 'runner' ? { 'x-runner-key': stack.keys.runnerKey } : {};
  return { token, method, path, body, headers: { ...headers, ...opened } };
}

const routes: readonly Contract[] = ROUTES;

describe('the example of', () => {
  it.each(routes.filter(({ mediaTypes }) => !mediaTypes).map((route) => [nameOf(route), route] as const))(
    '%s is answered as its contract says',
    async (_name, route) => {
      const { token, method, path, body, headers } = await answerTo(route);
      const answer = await call(stack, token, method, path, body, headers);
      expect(answer.status, JSON.stringify(answer.body)).toBe(route.status);
    },
  );

  it.each(routes.filter(({ mediaTypes }) => mediaTypes).map((route) => [nameOf(route), route] as const))(
    '%s is answered with a stream that begins as it does there',
    async (_name, route) => {
      const { token, path } = await answerTo(route);
      const response = await fetch(`${stack.apiUrl}/functions/v1/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const reader = response.body!.getReader();
      const { value } = await reader.read();
      await reader.cancel();
      expect(response.status).toBe(route.status);
      expect(route.mediaTypes).toContain(response.headers.get('content-type'));
      // The kind of the first record, the first event, or the first column.
      const beginOf = (text: string) => /"record":"\w+"|^event: \w+$|^\w+(?=,)/m.exec(text)?.[0];
      const begin = beginOf(String(route.example.answer));
      expect(begin).toBeDefined();
      expect(beginOf(new TextDecoder().decode(value))).toBe(begin);
    },
  );
});
