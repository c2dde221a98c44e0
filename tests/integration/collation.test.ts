/** Orders that do not depend on how a database sorts text: hosted ones sort it by a language, in which signs come before letters. */
import { expect, it } from 'vitest';
import { prepareDatabase } from '../../local/database.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase(
  (url) => prepareDatabase(url),
  `locale_provider icu icu_locale 'en-US' template template0`,
);

it('signs come before letters here', async () => {
  expect(await database.query(`select '~' < 'EUR' as is_before`)).toEqual([{ is_before: true }]);
});

it('lines without a price come last, whichever way prices are sorted, in pages too', async () => {
  const tenant = await database.tenant();
  const bomId = await database.bom(tenant, ['A', 'B', 'C', 'D']);
  const prices = [[null, null], [0.5, 'USD'], [null, null], [0.2, 'EUR']];
  await database.call('bomstream_bom_judging_write', {
    p_bom_id: bomId,
    p_state: 'any',
    p_event_id: null,
    p_boards: 1,
    p_verdicts: {},
    p_rows: prices.map(([price, currency], i) => [i + 1, 'fine', null, price, currency, null, null]),
  });
  const page = async (p_descending: boolean, p_after: number, p_limit: number) =>
    (await database.call('bomstream_bom_lines_read', {
      p_user_id: tenant.userId,
      p_bom_id: bomId,
      p_facts: ['package'],
      p_sort: 'unit_price',
      p_descending,
      p_after,
      p_limit,
      p_stale: true,
    })).lines.map(({ line_number }: { line_number: number }) => line_number);
  for (const isDescending of [false, true]) {
    expect(await page(isDescending, 0, 4)).toEqual([4, 2, 1, 3]);
    expect(await page(isDescending, 4, 2)).toEqual([2, 1]);
  }
});
