import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/index.ts';
import { ISSUE_CODES } from '../../../shared/bom/issues.ts';
import { callOf, withTables } from '../../docs/tables.ts';

const page = readFileSync('docs/api.md', 'utf8');

it('the tables of docs/api.md say what the contract does; npm run docs writes them', () => {
  expect(page).toBe(withTables(page));
});

it('docs/api.md describes every call beside its row in the table', () => {
  const text = page.replace(/<!-- calls -->.*<!-- \/calls -->/s, '');
  expect(ROUTES.map(callOf).filter((call) => !text.includes(`\`${call}\``))).toEqual([]);
});

it('docs/api.md explains every code of an issue in a row of its table', () => {
  const explained = new Set(
    [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|/gm)].flatMap(([, codes]) => codes!.match(/\w+/g)!),
  );
  expect(ISSUE_CODES.filter((code) => !explained.has(code))).toEqual([]);
});

it('a page without a place for a table is noticed', () => {
  expect(() => withTables(page.replace('<!-- calls -->', ''))).toThrow('no place for the table "calls"');
});
