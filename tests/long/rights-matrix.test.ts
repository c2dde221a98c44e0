/** Role by call by whose: who may make each call of the contract, about what is theirs, another's or not there. */
import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { nameOf, ROUTES } from '../../shared/api/index.ts';
import {
  type CallerKind,
  type CallerRole,
  callersOf,
  type Contract,
  refusedFor,
} from '../../shared/api/route.ts';
import { ROLES } from '../../shared/domain/status.ts';
import { sql } from '../support/admin.ts';
import { exampleCall, expectKept, sentAs } from '../support/contract.ts';
import { type Answer, call, type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { ALL_THINGS, makeThings, namedIn, type Things } from '../support/things.ts';

const stack = inject('stack');
/** One of each role in one organization, and one of another. */
const members = {} as Record<typeof ROLES[number], Tenant>;
let stranger: Tenant;
let own: Things;
let foreign: Things;
/** Keys of the organization and of the other one, and links to the BOM of the one and of the other. */
const secrets = {} as Record<
  'viewer' | 'editor' | 'expired' | 'revoked' | 'foreign' | 'link' | 'expiredLink' | 'revokedLink',
  string
>;

beforeAll(async () => {
  members.admin = await newTenant(stack, { role: 'admin' });
  const { organizationId } = members.admin;
  members.editor = await newTenant(stack, { role: 'editor', organizationId });
  members.viewer = await newTenant(stack, { role: 'viewer', organizationId });
  stranger = await newTenant(stack, { role: 'admin' });
  own = await makeThings(stack, members.admin, ALL_THINGS);
  foreign = await makeThings(stack, stranger, ALL_THINGS);
  const { admin } = members;
  secrets.viewer = (await newKey(admin, 'viewer')).key;
  secrets.editor = (await newKey(admin, 'editor')).key;
  secrets.foreign = (await newKey(stranger, 'editor')).key;
  const [expired, revoked] = [await newKey(admin, 'editor'), await newKey(admin, 'editor')];
  secrets.expired = expired.key;
  secrets.revoked = revoked.key;
  await sql(stack, 'update bomstream.organization_keys set expires_at = now() where id = $1', [
    expired.key_id,
  ]);
  await admin.call('DELETE', `organizations/${organizationId}/keys/${revoked.key_id}`);
  secrets.link = (await newLink(admin, own.bom!)).link;
  const [old, gone] = [await newLink(admin, own.bom!), await newLink(admin, own.bom!)];
  secrets.expiredLink = old.link;
  secrets.revokedLink = gone.link;
  await admin.call('DELETE', `boms/${own.bom}/links/${gone.link_id}`);
  await sql(stack, 'update bomstream.bom_links set expires_at = now() where id = $1', [old.link_id]);
});

const newKey = async (admin: Tenant, role: 'viewer' | 'editor'): Promise<Json> =>
  (await admin.call('POST', `organizations/${admin.organizationId}/keys`, {
    name: 'Nightly build',
    role,
    expires_in_days: 30,
  })).body;
const newLink = async (editor: Tenant, bomId: string): Promise<Json> =>
  (await editor.call('POST', `boms/${bomId}/links`, { name: 'For the assembler', expires_in_days: 30 })).body;

/** Sends the example of a route. Of a stream, which may never end, only a refusal is read. */
async function send(route: Contract, token: string | null, ids: Things, key?: string): Promise<Answer> {
  const { method, path, headers, body } = exampleCall(route, ids);
  const sent = sentAs(body);
  const response = await fetch(`${stack.apiUrl}/functions/v1/${path}`, {
    method,
    headers: {
      ...sent.headers,
      ...headers,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'x-runner-key': key }),
    },
    body: sent.body,
  });
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  if (isStream) await response.body!.cancel();
  const isJson = /[/+]json$/.test(response.headers.get('content-type') ?? '');
  const text = isStream ? '' : await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
  expectKept(method, path, answer);
  return answer;
}

/** What is stored of the organization, to see that a refused call leaves nothing behind. */
async function stored(): Promise<unknown> {
  const tables = [
    'boms',
    'bom_lines',
    'enrichment_runs',
    'enrichment_events',
    'organization_members',
    'projects',
  ];
  const counts = [
    ...tables,
    'components',
    'own_stock',
    'own_prices',
    'organization_invitations',
    'webhooks',
    'organization_keys',
    'bom_links',
  ]
    .map((
      table,
    ) => `(select count(*) from bomstream.${table} where organization_id = $1) as ${table}`);
  return (await sql(stack, `select ${counts.join(', ')}`, [own.organization]))[0];
}

/** A refusal, and that nothing came of it. */
async function expectRefused(sent: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await stored();
  const answer = await sent();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.detail).toMatch(/^[A-Z].{20,}\.$/s);
  expect(await stored()).toEqual(before);
  return answer;
}

const named = (fits: (role: CallerRole) => boolean) =>
  (ROUTES as readonly Contract[]).filter(({ role }) => fits(role)).map((route) =>
    [nameOf(route), route] as const
  );
const isMember = (role: CallerRole) => (ROLES as readonly string[]).includes(role);
const needsUser = (role: CallerRole) => role === 'user' || isMember(role);
const leastOf = ({ role }: Contract) => ROLES.indexOf(role as typeof ROLES[number]);
const NOT_THERE = ['bom_not_found', 'organization_not_found'];
const UNRIGHTED = [
  'missing_token',
  'invalid_token',
  'role_required',
  'runner_key_required',
  'person_required',
  ...NOT_THERE,
];

describe.each(named(needsUser))('%s', (_name, route) => {
  it('needs a token', () => expectRefused(() => send(route, null, own), 401, 'missing_token'));

  it.each<[string, () => string]>([
    ['nonsense', () => 'nonsense'],
    ['a token that was changed', () => `${members.admin.token.slice(0, -4)}AAAA`],
    ['a token signed with the public key as if that were a secret', hmacToken],
    ['a publishable key', () => stack.keys.publishableKey],
    ['a secret key', () => stack.keys.secretKeys.default],
    ['the key of the runner', () => stack.keys.runnerKey],
    ['an expired key', () => secrets.expired],
    ['a revoked key', () => secrets.revoked],
    ['an expired link', () => secrets.expiredLink],
    ['a revoked link', () => secrets.revokedLink],
  ])('refuses %s', async (_what, token) => {
    await expectRefused(() => send(route, token(), own), 401, 'invalid_token');
  });
});

describe.each(named(isMember))('%s', (_name, route) => {
  it("answers of what is another's as of what is not there, word for word", async () => {
    const nowhere = {
      ...Object.fromEntries(ALL_THINGS.map((name) => [name, randomUUID()])),
      receiver: own.receiver!,
    };
    // what the address says is looked for before what the body names
    const isOfBom = route.path.includes(':bom_id') || !namedIn(route).includes('organization');
    const code = NOT_THERE[isOfBom ? 0 : 1]!;
    for (const role of ROLES) {
      const { token } = members[role];
      const missing = await expectRefused(() => send(route, token, nowhere), 404, code);
      const theirs = await expectRefused(() => send(route, token, foreign), 404, code);
      expect(theirs.body, role).toEqual(missing.body);
    }
    await expectRefused(() => send(route, stranger.token, own), 404, code);
  });

  it.each(ROLES.slice(0, leastOf(route)))('is not for a %s', async (role) => {
    await expectRefused(() => send(route, members[role].token, own), 403, 'role_required');
  });
});

const takes = (kind: CallerKind, yes = true) =>
  named(needsUser).filter(([, route]) => callersOf(route).includes(kind) === yes);

it.each(takes('key', false))('%s is for no key, whatever its role', async (_name, route) => {
  for (const key of [secrets.viewer, secrets.editor, secrets.foreign]) {
    await expectRefused(() => send(route, key, own), 403, 'person_required');
  }
});

describe.each(takes('key').filter(([, { role }]) => isMember(role)))('%s, with a key,', (_name, route) => {
  it("answers of what is another's as of what is not there", async () => {
    const isOfBom = route.path.includes(':bom_id') || !namedIn(route).includes('organization');
    const code = NOT_THERE[isOfBom ? 0 : 1]!;
    await expectRefused(() => send(route, secrets.foreign, own), 404, code);
    await expectRefused(() => send(route, secrets.editor, foreign), 404, code);
  });

  it.each((['viewer', 'editor'] as const).slice(0, leastOf(route)))('is not for a %s', async (role) => {
    await expectRefused(() => send(route, secrets[role], own), 403, 'role_required');
  });

  it.each((['viewer', 'editor'] as const).slice(leastOf(route)))('is for a %s', async (role) => {
    const admin = await newTenant(stack, { role: 'admin' });
    const ids = await makeThings(stack, admin, namedIn(route));
    const { status, body } = await send(route, (await newKey(admin, role)).key, ids);
    expect(status).toBeLessThan(500);
    expect(UNRIGHTED).not.toContain(body?.code);
  });
});

it.each(takes('link', false))('%s is for no link', async (_name, route) => {
  await expectRefused(() => send(route, secrets.link, own), 403, refusedFor(route, 'link')!);
});

it.each(takes('link'))('%s is for a link to this BOM and no other', async (_name, route) => {
  const other = { ...own, bom: await members.editor.importBom(['RC0603FR-0710KL']) };
  for (const things of [foreign, other]) {
    await expectRefused(() => send(route, secrets.link, things), 404, 'bom_not_found');
  }
  const { status, body } = await send(route, secrets.link, own);
  expect([status, body?.code]).toEqual([route.status, undefined]);
});

it('a link opens what is written down, and that is all', () => {
  expect(takes('link').map(([name]) => name)).toEqual(
    [
      'readBom',
      'readSummary',
      'readVerdicts',
      'readLines',
      'readLine',
      'exportBom',
      'readExport',
      'createTicket',
      'streamBom',
    ],
  );
});

it.each<[string, () => string]>([
  // the last character of all has bits to spare, the one before has none
  ['a key of which one character differs', () => changedAt(secrets.editor, -2)],
  ['a key of which the first random character differs', () => changedAt(secrets.editor, 37)],
  [
    'the id of a key before the random part of another',
    () => secrets.editor.slice(0, 37) + secrets.viewer.slice(37),
  ],
  ['a link of which one character differs', () => changedAt(secrets.link, -2)],
  ['a link sent as a key', () => secrets.link.replace('bsl_', 'bsk_')],
])('%s opens nothing', async (_what, token) => {
  for (const path of ['boms', `boms/${own.bom}`, `enrichment-stream/${own.bom}`]) {
    await expectRefused(() => call(stack, token(), 'GET', path), 401, 'invalid_token');
  }
});

it.each(named(isMember).filter(([, { params }]) => params))(
  '%s refuses an id that is none',
  async (_name, route) => {
    for (const id of ['1', 'undefined', `${own.bom}0`, '..%2F..']) {
      const ids = Object.fromEntries(ALL_THINGS.map((name) => [name, id]));
      await expectRefused(() => send(route, members.admin.token, ids), 400, 'invalid_id');
    }
  },
);

it.each(named((role) => role === 'runner'))('%s is for the runner alone', async (_name, route) => {
  for (
    const key of [undefined, stack.keys.publishableKey, stack.keys.secretKeys.default, members.admin.token]
  ) {
    await expectRefused(() => send(route, members.admin.token, own, key), 401, 'runner_key_required');
  }
  await expectRefused(() => send(route, stack.keys.runnerKey, own), 401, 'runner_key_required');
  expect((await send(route, null, own, stack.keys.runnerKey)).status).toBe(route.status);
});

describe.each(named(isMember))('%s', (_name, route) => {
  it.each(ROLES.slice(leastOf(route)))('is for a %s', async (role) => {
    // Of an organization of their own: what is granted may change or delete it.
    const admin = await newTenant(stack, { role: 'admin' });
    const ids = await makeThings(stack, admin, namedIn(route));
    const { token } = await newTenant(stack, { role, organizationId: admin.organizationId });
    // What stands in the way may be the state of a BOM, and not the right.
    const { status, body } = await send(route, token, ids);
    expect(status).toBeLessThan(500);
    expect(UNRIGHTED).not.toContain(body?.code);
  });
});

it.each(named((role) => role === 'user'))('%s is for everybody who is signed in', async (_name, route) => {
  const ids = { ...own, organization: stranger.organizationId };
  expect((await send(route, stranger.token, ids)).status).toBe(route.status);
});

it.each(named((role) => role === 'everybody'))('%s is for everybody', async (_name, route) => {
  // What is of one use may have been used above.
  const admin = await newTenant(stack, { role: 'admin' });
  const ids = await makeThings(stack, admin, namedIn(route));
  expect((await send(route, null, ids)).status).toBe(route.status);
});

it('a key that is signed in lists its one organization', async () => {
  const { body } = await call(stack, secrets.viewer, 'GET', 'organizations');
  expect(body.organizations).toEqual([
    { organization_id: own.organization, name: 'Test', role: 'viewer' },
  ]);
  const page = (await call(stack, secrets.viewer, 'GET', 'boms')).body;
  expect(new Set(page.boms.map((bom: Json) => bom.organization_id))).toEqual(new Set([own.organization]));
});

it.each(['viewer', 'link'] as const)('a %s secret in an address opens no stream', async (which) => {
  const query = new URLSearchParams({ token: secrets[which] });
  for (const path of [`enrichment-stream/${own.bom}`, 'enrichment-stream']) {
    query.set('organization_id', own.organization!);
    await expectRefused(() => call(stack, null, 'GET', `${path}?${query}`), 401, 'key_in_address');
  }
});

/** The text with another character at a place. */
function changedAt(text: string, place: number): string {
  return text.split('').with(place, text.at(place) === 'A' ? 'B' : 'A').join('');
}

/** Signed with the public key as if it were a shared secret: the classic confusion of algorithms. */
function hmacToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: members.admin.userId,
    role: 'authenticated',
    aud: 'authenticated',
    iss: `${stack.apiUrl}/auth/v1`,
    exp: now + 600,
  };
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${unsigned}.${createHmac('sha256', 'public key').update(unsigned).digest('base64url')}`;
}
