/** Which suppliers are asked: those whose keys the environment has. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SUPPLIER_NAMES } from '../../../shared/domain/supplier.ts';
import { defineSupplier } from '../../../shared/suppliers/definition.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
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

  it('are asked in the order of their names, each under its own or that of its sandbox', () => {
    const keys = {
      NEXAR_CLIENT_ID: 'i',
      NEXAR_CLIENT_SECRET: 's',
      ELEMENT14_API_KEY: 'k',
      DIGIKEY_CLIENT_ID: 'i',
      DIGIKEY_CLIENT_SECRET: 's',
      MOUSER_API_KEY: 'k',
    };
    expect(named(keys)).toEqual([...SUPPLIER_NAMES]);
    expect(SUPPLIERS.map(({ name }) => name)).toEqual([...SUPPLIER_NAMES]);
    expect(named({
      ...keys,
      DIGIKEY_API_URL: 'https://sandbox-api.digikey.com',
      ELEMENT14_API_URL: 'https://api.example.com',
      NEXAR_API_URL: 'https://api.nexar.com.example.com',
    })).toEqual(['mouser', 'digikey-sandbox', 'element14-sandbox', 'nexar-sandbox']);
  });

  it.each([
    ['DIGIKEY_CLIENT_SECRET', { DIGIKEY_CLIENT_ID: 'i' }],
    ['NEXAR_CLIENT_ID', { NEXAR_CLIENT_SECRET: 's' }],
    ['DIGIKEY_CURRENCY', { DIGIKEY_CLIENT_ID: 'i', DIGIKEY_CLIENT_SECRET: 's', DIGIKEY_CURRENCY: 'dollars' }],
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

  it('with two keys are refused where one of them is missing', () => {
    const twoKeys = defineSupplier({
      name: 'test',
      limits: { perMinute: 1, perDay: 1, timeZone: 'UTC' },
      env: { TEST_ID: z.string(), TEST_SECRET: z.string() },
      create: ({ TEST_ID, TEST_SECRET }) =>
        createMemorySupplier({ name: TEST_ID + TEST_SECRET, batchSize: 1, parts: [] }),
    });
    const configure = (environment: Record<string, string>) =>
      twoKeys.configure(environment, { log: () => {} });
    expect(configure({})).toBeNull();
    expect(() => configure({ TEST_ID: 'a' })).toThrow(/TEST_SECRET/);
    expect(() => configure({ TEST_SECRET: 'b' })).toThrow(/TEST_ID/);
    expect(configure({ TEST_ID: 'a', TEST_SECRET: 'b' })).toMatchObject({
      name: 'ab',
      limits: { perMinute: 1, perDay: 1, timeZone: 'UTC' },
    });
  });

  it('have names of their own', () => {
    expect(new Set(SUPPLIERS.map(({ name }) => name)).size).toBe(SUPPLIERS.length);
  });
});
