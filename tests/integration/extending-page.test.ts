/** The function of the database that docs/extending.md shows does what the page says of it. */
import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { readDocument, snippets } from '../support/readme.ts';
import { listManufacturers } from '../unit/extending/route.ts';

const [FUNCTION] = snippets('A new route', 'sql', readDocument('docs/extending.md'));
const database = useDatabase();

it('answers what the route promises, to members alone', async () => {
  await database.query(FUNCTION!);
  const tenant = await database.tenant('viewer');
  const editor = await database.member(tenant.organizationId, 'editor');
  const bomId = await database.bom(editor, ['A', 'B', 'C', 'D']);
  await database.query(
    `update bomstream.bom_lines set manufacturer = case when line_number = 1 then 'Yageo' else 'Murata' end
     where bom_id = $1 and line_number < 4`,
    [bomId],
  );
  const ask = (userId: string) =>
    database.call('bomstream_bom_manufacturers', { p_user_id: userId, p_bom_id: bomId });
  expect(listManufacturers.answer.parse(await ask(tenant.userId))).toEqual({
    bom_id: bomId,
    manufacturers: [{ name: 'Murata', lines: 2 }, { name: 'Yageo', lines: 1 }],
  });
  await expect(ask((await database.tenant()).userId)).rejects.toThrow();
  const rights = `select r from unnest(array['anon', 'authenticated', 'service_role']) r
    where has_function_privilege(r, 'public.bomstream_bom_manufacturers(uuid, uuid)', 'execute')`;
  expect(await database.query(rights)).toEqual([{ r: 'service_role' }]);
});
