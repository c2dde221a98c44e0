import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../../shared/api/index.ts';
import { type Contract, errorsOf, type Values } from '../../../shared/api/route.ts';
import { id } from '../../../shared/api/values.ts';

const NAMED = ROUTES.map((route: Contract) => [`${route.method} ${route.path}`, route] as const);

function expectKept(shape: Values = {}, given: Readonly<Record<string, string | undefined>> = {}): void {
  for (const [name, value] of Object.entries(given)) {
    expect(shape[name]?.safeParse(value), name).toMatchObject({ success: true });
  }
}

describe.each(NAMED)('%s', (_name, route) => {
  it('names the parameters of its path', () => {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(route.params ?? {})).toEqual(inPath);
    expect(Object.keys(route.example.params ?? {})).toEqual(inPath);
  });

  it('has an example that keeps to it', () => {
    const { example, body, answer } = route;
    expectKept(route.params, example.params);
    expectKept(route.query, example.query);
    expectKept(route.headers, example.headers);
    expect(example.body === undefined).toBe(body === undefined);
    expect(body?.safeParse(example.body).error).toBeUndefined();
    // What the contract does not know is stripped.
    expect(answer.parse(example.answer)).toEqual(example.answer);
  });

  it('names each error once', () => {
    expect(new Set(route.errors).size).toBe(route.errors.length);
  });
});

it('a call can be refused with what follows from its form, too', () => {
  const form: Contract = {
    method: 'POST',
    path: '/x',
    summary: '',
    role: 'everybody',
    status: 200,
    answer: z.null(),
    errors: ['run_active'],
    example: { answer: null },
  };
  const more = (changed: Partial<Contract>) => {
    const before = errorsOf(form);
    return errorsOf({ ...form, ...changed }).filter((code) => !before.includes(code));
  };
  expect(errorsOf(form)).toEqual(['run_active', 'internal_error']);
  const ofUsers = [
    'missing_token',
    'invalid_token',
    'not_by_link',
    'database_unavailable',
    'database_outdated',
    'keys_unavailable',
  ];
  expect(more({ role: 'user' })).toEqual(ofUsers);
  expect(more({ role: 'viewer' })).toEqual(ofUsers);
  for (const role of ['editor', 'admin'] as const) {
    expect(more({ role }).toSorted()).toEqual([...ofUsers, 'role_required'].toSorted());
  }
  for (const callers of [['person'], ['person', 'key'], ['person', 'key', 'link']] as const) {
    const codes = [['person_required'], ['not_by_link'], []][callers.length - 1]!;
    expect(more({ role: 'viewer', callers })).toEqual(
      [
        'missing_token',
        'invalid_token',
        ...codes,
        'database_unavailable',
        'database_outdated',
        'keys_unavailable',
      ],
    );
  }
  expect(more({ role: 'runner' })).toEqual(['runner_key_required']);
  expect(more({ params: { bom_id: id('bom_id') } })).toEqual(['invalid_id']);
  expect(more({ query: { limit: z.string() } })).toEqual(['invalid_query']);
  expect(more({ headers: { etag: z.string() } })).toEqual(['invalid_query']);
  expect(more({ body: z.object({}) })).toEqual(
    ['invalid_json', 'not_utf8', 'body_too_large', 'too_many_values', 'invalid_body', 'unknown_field'],
  );
});

it('no two routes have the same address', () => {
  const addresses = NAMED.map(([name]) => name);
  expect(new Set(addresses).size).toBe(addresses.length);
});
