/** pg_dump, which knows more of a database than our own reading of the catalogue, finds migrations and schemas alike. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type TestDatabase, useDatabase } from '../support/database.ts';
import { prepareFromSchemas } from '../upgrade/from-schemas.ts';
import { BINARIES } from './packages.ts';

const migrated = useDatabase();
const edited = useDatabase(prepareFromSchemas);

/**
 * What pg_dump writes of our schemas, statement by statement in the order of the alphabet, and the columns of a table, too:
 * in which order they were made is nothing that a query may see.
 */
function dump({ adminUrl }: TestDatabase): string[] {
  const args = ['--dbname', adminUrl, '--schema', 'bomstream', '--schema', 'public', '--inserts'];
  const text = execFileSync(`${BINARIES}/pg_dump`, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return text.replace(/^(--.*|\\(un)?restrict .*)\n/gm, '').split(/\n\n+/)
    .map((statement) =>
      statement.replace(
        /(?<=^CREATE TABLE \S+ \(\n)[\s\S]*?(?=\n\))/,
        (columns) => columns.replaceAll(/,$/gm, '').split('\n').sort().join('\n'),
      )
    )
    .sort();
}

describe('pg_dump', () => {
  it('writes the same of a database out of the migrations as of one out of supabase/schemas', () => {
    const written = dump(migrated);
    expect(written.join('\n')).toContain('CREATE FUNCTION bomstream.commit_results');
    expect(written.join('\n')).toContain('INSERT INTO bomstream.settings');
    expect(written).toEqual(dump(edited));
  });

  it.each([
    ['a column', 'alter table bomstream.boms add color text', 'alter table bomstream.boms drop color'],
    [
      'statistics',
      'create statistics bomstream.stray on bom_id, status from bomstream.bom_lines',
      'drop statistics bomstream.stray',
    ],
    [
      'a right',
      'grant select on bomstream.boms to service_role',
      'revoke select on bomstream.boms from service_role',
    ],
    [
      'a row',
      `insert into bomstream.organizations (name) values ('stray')`,
      'delete from bomstream.organizations',
    ],
  ])('writes another of one with %s more', async (_what, change, undo) => {
    await migrated.query(change);
    const changed = dump(migrated);
    await migrated.query(undo);
    const expected = dump(edited);
    expect(changed).not.toEqual(expected);
    expect(dump(migrated)).toEqual(expected);
  });
});
