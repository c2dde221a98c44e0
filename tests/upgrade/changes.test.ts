/** What people changed before an upgrade is no news to pages after it. */
import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { newRuns } from '../support/runs.ts';
import { preparePlatform } from './from-schemas.ts';
import { applyReleases, RELEASES } from './releases.ts';

/** The last one whose BOMs did not say what was changed last. */
const before = RELEASES.filter(({ file }) => file <= '20261127180000_bomstream_0_4_0.sql');

const database = useDatabase(preparePlatform);

it('a BOM says the newest change of its lines, and calls it no news', async () => {
  await applyReleases(database.adminUrl, before);
  const runs = await newRuns(database, ['REL-A', 'REL-B']);
  const [bom] = await database.query('select created_by from bomstream.boms where id = $1', [runs.bomId]);
  const lines = await database.query('select id from bomstream.bom_lines where bom_id = $1', [runs.bomId]);
  for (const { id } of lines) {
    await database.call('bomstream_bom_review', {
      p_user_id: bom.created_by,
      p_bom_id: runs.bomId,
      p_line_ids: [id],
      p_action: 'reject',
    });
  }
  await applyReleases(database.adminUrl, RELEASES);
  const [newest] = await database.query('select max(id) as id from bomstream.bom_changes where bom_id = $1', [
    runs.bomId,
  ]);
  expect(newest.id).not.toBeNull();
  expect(await database.query('select change_id, changed_at from bomstream.boms where id = $1', [runs.bomId]))
    .toEqual([{ change_id: newest.id, changed_at: null }]);
});
