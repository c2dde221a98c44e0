import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/index.ts';
import { callOf, withTables } from '../../docs/tables.ts';

const page = readFileSync('docs/api.md', 'utf8');

it('the tables of docs/api.md say what the contract does; npm run docs writes them', () => {
  expect(page).toBe(withTables(page));
});

it('docs/api.md describes every call beside its row in the table', () => {
  const text = page.replace(/<!-- calls -->.*<!-- \/calls -->/s, '');
  expect(ROUTES.map(callOf).filter((call) => !text.includes(`\`${call}\``))).toEqual([]);
});

it('a page without a place for a table is noticed', () => {
  expect(() => withTables(page.replace('<!-- calls -->', ''))).toThrow('no place for the table "calls"');
});
