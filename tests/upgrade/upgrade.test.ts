/** A run that is in flight while the database is brought up to date ends as if nothing had been. */
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { functionSource, withoutGuard } from '../support/schema-files.ts';
import { preparePlatform } from './from-schemas.ts';
import { type Release, RELEASES, upgradeUnderRun } from './releases.ts';

/** A release after the last one, made up here. */
const next = (sql: string): Release => ({ file: '99990101000000_bomstream_99_0_0.sql', sql });

const COMMIT = functionSource('bomstream_commit');
const DROP_COMMIT = 'drop function public.bomstream_commit(uuid, uuid, jsonb, jsonb);';
const COMMIT_WITH_HINT = withoutGuard(
  COMMIT,
  'p_published jsonb default null)',
  'p_published jsonb default null, p_hint text default null)',
);
const COMMIT_THAT_NEEDS_A_HINT = withoutGuard(
  COMMIT,
  'p_published jsonb default null)',
  'p_published jsonb, p_hint text)',
);

describe('an upgrade under runs that are in flight', () => {
  describe.each(RELEASES.map(({ file }, i) => [file, i + 1] as const))('from %s', (_file, applied) => {
    const database = useDatabase(preparePlatform);
    it('to the head lets them end', async () => {
      expect(await upgradeUnderRun(database, RELEASES.slice(0, applied), RELEASES.slice(applied))).toEqual(
        [],
      );
    });
  });

  describe('to one that adds a column, a table and a parameter with a default', () => {
    const database = useDatabase(preparePlatform);
    it('lets them end', async () => {
      const release = next(`
        alter table bomstream.bom_lines add hint text not null default '';
        create table bomstream.hints (hint text primary key);
        ${DROP_COMMIT}
        ${COMMIT_WITH_HINT}
        grant execute on function public.bomstream_commit to service_role;`);
      expect(await upgradeUnderRun(database, RELEASES, [release])).toEqual([]);
      expect(await database.query(`select hint from bomstream.bom_lines limit 1`)).toEqual([{ hint: '' }]);
    });
  });

  describe.each([
    [
      'a column that the rows there are cannot have',
      'alter table bomstream.bom_lines add hint text not null',
      /cannot be applied while a run is in flight: .*contains null values/,
    ],
    [
      'a parameter that functions of the release before do not send',
      DROP_COMMIT + COMMIT_THAT_NEEDS_A_HINT,
      /cannot go on: .*bomstream_commit.* does not exist/,
    ],
    [
      'an overload beside the function of the release before',
      COMMIT_WITH_HINT,
      /cannot go on: .*bomstream_commit.* is not unique/,
    ],
    [
      'lines that change hands',
      'update bomstream.bom_lines set fence = fence + 1',
      /cannot go on: .*was taken from it/,
    ],
    [
      'events that are lost',
      'delete from bomstream.enrichment_events where seq = 2',
      /has holes in its events/,
    ],
    [
      'an end that is not told',
      withoutGuard(
        functionSource('emit_event'),
        'begin update bomstream.enrichment_runs r',
        `begin
           if p_event_type = 'enrichment.completed' then return; end if;
           update bomstream.enrichment_runs r`,
      ),
      /has 0 ends/,
    ],
    [
      'runs that were put out of the turns',
      'truncate bomstream.turns',
      /is enriching/,
    ],
    [
      'counters that begin anew',
      'update bomstream.enrichment_runs set failed_items = not_found_items, not_found_items = 0',
      /counts 3 of 4 lines/,
    ],
  ])('to one with %s', (_what, sql, sentence) => {
    const database = useDatabase(preparePlatform);
    it('is seen to break them', async () => {
      const wrong = await upgradeUnderRun(database, RELEASES, [next(sql)]);
      expect(wrong.join('\n')).toMatch(sentence);
    });
  });
});
