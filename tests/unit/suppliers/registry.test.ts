/** Which suppliers are asked: those whose keys the environment has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSuppliers, SUPPLIERS } from '../../../shared/suppliers/registry.ts';

const create = (environment: Record<string, string>) => createSuppliers(environment, { log: () => {} });
const named = (environment: Record<string, string>) => create(environment).map(({ name }) => name);

describe('suppliers', () => {
  it('are off without their keys, whatever else is set', () => {
    expect(create({})).toEqual([]);
    expect(create({ MOUSER_API_URL: 'https://mouser.example.com/api/v1' })).toEqual([]);
  });

  it('are on with their keys, and marked where another address answers', () => {
    expect(named({ MOUSER_API_KEY: 'mouser-key-value' })).toEqual(['mouser']);
    expect(named({ MOUSER_API_KEY: 'k', MOUSER_API_URL: 'https://mouser.example.com/api/v1' }))
      .toEqual(['mouser-sandbox']);
  });

  it.each([
    ['MOUSER_API_KEY', { MOUSER_API_KEY: '  ' }],
    ['MOUSER_API_KEY', { MOUSER_API_KEY: '' }],
    ['MOUSER_API_URL', { MOUSER_API_KEY: 'mouser-key-value', MOUSER_API_URL: 'mouser-host-name' }],
    ['MOUSER_API_URL', { MOUSER_API_URL: 'mouser-host-name' }],
    ['MOUSER_API_URL', { MOUSER_API_KEY: 'mouser-key-value', MOUSER_API_URL: 'file:///mouser-host-name' }],
  ])('are refused with the name of a wrong %s, never with its value', (name, environment) => {
    let message = '';
    try {
      create(environment);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(name);
    expect(message).not.toMatch(/mouser-(key-value|host-name)/);
  });

  it('have names of their own', () => {
    expect(new Set(SUPPLIERS.map(({ name }) => name)).size).toBe(SUPPLIERS.length);
  });

  it('begin with the limits they publish, in the database, too, and so do their sandboxes', () => {
    const sql = readFileSync(
      new URL('../../../supabase/schemas/tables/supplier_limits.sql', import.meta.url),
      'utf8',
    );
    const rows = [...sql.matchAll(/\('([a-z-]+)', (\d+), (\d+), '([^']+)'\)/g)].map((row) =>
      row.slice(1).join(' ')
    );
    expect(rows).toEqual(
      SUPPLIERS.flatMap(({ name, limits: { perMinute, perDay, timeZone } }) =>
        [name, `${name}-sandbox`].map((supplier) => `${supplier} ${perMinute} ${perDay} ${timeZone}`)
      ),
    );
  });
});
