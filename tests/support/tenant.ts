/** Users of a running stack, as programs of theirs see it. */
import { setTimeout as rest } from 'node:timers/promises';
import { sql } from './admin.ts';
import { expectKept, sentAs } from './contract.ts';
import type { StackAddress } from './stack.ts';

// deno-lint-ignore no-explicit-any
export type Json = any;

/** A run whose invocation was lost, as on a busy machine, goes on with the next minute's cron. */
const RUN_MS = 75_000;
const LOOK_MS = 100;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, text otherwise. */
  readonly body: Json;
}

export interface Tenant {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly organizationId: string;
  readonly token: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Imports a BOM of these part numbers and returns its id. */
  importBom(partNumbers: readonly (string | null)[]): Promise<string>;
  start(bomId: string, mode?: string): Promise<Answer>;
  /** Waits until the BOM's newest run has ended like this. */
  untilEnded(bomId: string, status?: string): Promise<void>;
}

/** Makes a user with a role in a new organization, or in the given one, and signs in through the API. */
export async function newTenant(
  stack: StackAddress,
  { role = 'editor', organizationId }: { role?: 'viewer' | 'editor' | 'admin'; organizationId?: string } = {},
): Promise<Tenant> {
  const email = `${crypto.randomUUID()}@example.com`;
  const password = 'correct horse battery';
  const [user] = await sql(
    stack,
    `insert into auth.users (email, encrypted_password) values ($1, extensions.crypt($2, extensions.gen_salt('bf', 4))) returning id`,
    [email, password],
  );
  const organization = organizationId ??
    (await sql(stack, `insert into bomstream.organizations (name) values ('Test') returning id`))[0].id;
  const membership = [organization, user.id, role];
  await sql(stack, 'insert into bomstream.organization_members values ($1, $2, $3)', membership);
  return signIn(stack, { email, password, userId: user.id, organizationId: organization });
}

async function signIn(
  stack: StackAddress,
  { email, password, userId, organizationId }: {
    email: string;
    password: string;
    userId: string;
    organizationId: string;
  },
): Promise<Tenant> {
  const response = await fetch(`${stack.apiUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: stack.keys.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { access_token: token } = await response.json() as { access_token: string };
  const tenant: Tenant = {
    userId,
    email,
    password,
    organizationId,
    token,
    call: (method, path, body, headers) => call(stack, token, method, path, body, headers),
    async importBom(partNumbers) {
      const lines = partNumbers.map((mpn) => ({ mpn }));
      const { status, body } = await tenant.call('POST', 'boms', {
        organization_id: organizationId,
        name: 'Test',
        lines,
      });
      if (status !== 201) throw new Error(`import failed: ${JSON.stringify(body)}`);
      return body.bom_id;
    },
    start: (bomId, mode = 'pending') =>
      tenant.call('POST', `enrichment/${bomId}/start`, { organization_id: organizationId, mode }),
    async untilEnded(bomId, status = 'completed') {
      for (const deadline = Date.now() + RUN_MS;; await rest(LOOK_MS)) {
        const { body } = await tenant.call('GET', `boms/${bomId}`);
        if (body.status === status) return;
        if (Date.now() > deadline) throw new Error(`the run has not ${status}: ${JSON.stringify(body)}`);
      }
    },
  };
  return tenant;
}

/** Calls a function and holds its answer to the contract. A form and a string are sent as they are; a null token sends none. */
export async function call(
  stack: StackAddress,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = sentAs(body);
  const response = await fetch(`${stack.apiUrl}/functions/v1/${path}`, {
    method,
    headers: {
      ...sent.headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: sent.body,
  });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  const answer = {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
  expectKept(method, path, answer);
  return answer;
}
