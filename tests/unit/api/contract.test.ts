import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/index.ts';
import type { Contract, Values } from '../../../shared/api/route.ts';

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

it('no two routes have the same address', () => {
  const addresses = NAMED.map(([name]) => name);
  expect(new Set(addresses).size).toBe(addresses.length);
});
