/** Functions that were deployed before their database, on the real stack. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isNewEnough } from '../../shared/database/version.ts';
import { inDatabase } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant } from '../support/tenant.ts';

let stack: TestStack;
beforeAll(async () => void (stack = await startTestStack({ cron: false })));
afterAll(() => stack.stop());

const sql = (text: string) => inDatabase(stack, (admin) => admin.query(text));
const VERSION = 'select public.bomstream_version() as answer';

it('is that of the package, and enough for the functions', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect((await sql(VERSION)).rows).toEqual([{ answer: { version } }]);
  expect(isNewEnough(version)).toBe(true);
});

it('that is too old is said to be so by a function, which works as soon as the database is up to date', async () => {
  const user = await newTenant(stack);
  await sql('alter function public.bomstream_version rename to version_away');
  const refused = await user.call('GET', 'boms');
  expect(refused).toMatchObject({ status: 503, body: { code: 'database_outdated' } });
  expect(refused.headers.get('retry-after')).toBe('60');
  await sql('alter function public.version_away rename to bomstream_version');
  expect(await user.call('GET', 'boms')).toMatchObject({ status: 200 });
});
