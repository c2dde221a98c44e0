/** The server under test: a local stack of its own, or a deployed project that the environment names. */
import { describe, vi } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { TERMINAL_EVENTS } from './protocol.ts';

/**
 * True when the suite runs against a local stack, which it may also harm. tests/run.mjs makes this variable of
 * BASE_URL, a name that vitest uses for something else.
 */
export const IS_LOCAL = !process.env.BOMSTREAM_URL;
/** Without an allowed origin no browser may be let in, so there is nothing to see with one. */
export const HAS_ORIGIN = IS_LOCAL || Boolean(process.env.ORIGIN);

/**
 * One after the other on a deployed project: there all clients are one user, who may open so many streams at once and so
 * many a minute.
 */
export const suite = IS_LOCAL ? describe.concurrent : describe;

export interface Target {
  readonly apiUrl: string;
  /** An origin whose pages the server lets in. */
  readonly origin: string;
  readonly token: string;
  /** Path of a BOM's stream, the right to read it included. */
  streamPath(bomId: string, query?: string): string;
  createBom(partNumbers: readonly string[]): Promise<string>;
  start(bomId: string, mode?: 'pending' | 'all'): Promise<void>;
  /** False when the run is over. */
  control(bomId: string, action: 'pause' | 'resume'): Promise<boolean>;
  /** Asked for over plain HTTP. */
  newestEvent(bomId: string): Promise<{ readonly event_id: string; readonly event_type: string }>;
  newestEventId(bomId: string): Promise<string>;
  /** The same server for another member of the organization, where one can be made; the same user elsewhere. */
  asAnotherUser(): Promise<Target>;
  /** What only a local stack allows; null elsewhere. */
  readonly stack: TestStack | null;
  stop(): Promise<void>;
}

interface Access {
  readonly apiUrl: string;
  readonly publishableKey: string;
  readonly email: string;
  readonly password: string;
  readonly origin: string;
}

export async function openTarget(): Promise<Target> {
  if (!IS_LOCAL) {
    return connect({
      apiUrl: required('BOMSTREAM_URL').replace(/\/$/, ''),
      publishableKey: required('SUPABASE_PUBLISHABLE_KEY'),
      email: required('BOMSTREAM_EMAIL'),
      password: required('BOMSTREAM_PASSWORD'),
      origin: process.env.ORIGIN ?? '',
    }, null);
  }
  const stack = await startTestStack();
  return connectLocally(stack, await newTenant(stack));
}

function connectLocally(stack: TestStack, { email, password }: Tenant): Promise<Target> {
  const { apiUrl, pageUrl, keys } = stack;
  return connect({ apiUrl, publishableKey: keys.publishableKey, email, password, origin: pageUrl }, stack);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`BASE_URL names a deployed project, so ${name} has to be set as well.`);
  return value;
}

async function connect(
  { apiUrl, publishableKey, email, password, origin }: Access,
  stack: TestStack | null,
): Promise<Target> {
  const { access_token: token } = await json<{ access_token: string }>(
    await fetch(`${apiUrl}/auth/v1/token?grant_type=password`, {
      method: 'POST',
      headers: { apikey: publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    }),
  );
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${apiUrl}/functions/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const call = async <T>(...request: Parameters<typeof send>) => json<T>(await send(...request));
  const { organizations } = await call<{ organizations: { organization_id: string }[] }>('GET', 'boms');
  const organization_id = organizations[0]?.organization_id;
  if (!organization_id) throw new Error(`${email} is a member of no organization.`);

  const target: Target = {
    apiUrl,
    origin,
    token,
    stack,
    streamPath: (bomId, query = '') => `/functions/v1/enrichment-stream/${bomId}?token=${token}${query}`,
    async createBom(partNumbers) {
      const lines = partNumbers.map((mpn) => ({ mpn }));
      const { bom_id } = await call<{ bom_id: string }>('POST', 'boms', {
        organization_id,
        name: 'Conformance',
        lines,
      });
      return bom_id;
    },
    start: async (bomId, mode = 'pending') =>
      void await call('POST', `enrichment/${bomId}/start`, { organization_id, mode }),
    async control(bomId, action) {
      const response = await send('POST', `enrichment/${bomId}/${action}`);
      if (response.status === 409) return false;
      await json(response);
      return true;
    },
    newestEvent: (bomId) => call('GET', `enrichment/${bomId}/status`),
    newestEventId: async (bomId) => (await target.newestEvent(bomId)).event_id,
    asAnotherUser: async () =>
      stack ? connectLocally(stack, await newTenant(stack, { organizationId: organization_id })) : target,
    stop: async () => await stack?.stop(),
  };
  return target;
}

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return await response.json() as T;
}

/** A BOM whose first run is over. */
export interface FinishedBom {
  readonly bomId: string;
  readonly partNumbers: readonly string[];
  /** Number of the last event, and its id. */
  readonly count: number;
  readonly last: string;
}

/** As in tests/support/tenant.ts; below a test's own limit. */
const RUN_MS = 75_000;

/** Imports a BOM, enriches it and waits for the end. */
/** @param kept the part numbers as an import keeps them */
export async function finishBom(
  target: Target,
  partNumbers: readonly string[],
  kept: readonly string[] = partNumbers,
): Promise<FinishedBom> {
  const bomId = await target.createBom(partNumbers);
  await target.start(bomId);
  // Not by its stream, which is what is tested.
  await vi.waitUntil(
    async () => TERMINAL_EVENTS.includes((await target.newestEvent(bomId)).event_type),
    { timeout: RUN_MS, interval: 100 },
  );
  const last = await target.newestEventId(bomId);
  return { bomId, partNumbers: kept, last, count: Number(last.split('-')[1]) };
}
