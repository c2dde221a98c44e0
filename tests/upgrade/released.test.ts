/** What has been released stays as it was, and there is one file in work at most. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFaults, MIGRATIONS, release } from './released.ts';

const [FIRST, SECOND, THIRD] = ['0_1_0', '0_1_1', '0_2_0'].map((version, i) =>
  `2026010${i + 1}000000_bomstream_${version}.sql`
) as [string, string, string];

let folder: string;
const write = (file: string, sql = `-- ${file}`) => writeFileSync(join(folder, file), sql);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-migrations-'));
  write(FIRST);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the migrations of the product are as they should be', () => {
  expect(findFaults(MIGRATIONS)).toEqual([]);
});

describe('a migration', () => {
  it('in work may change, and is released in a list that sha256sum can check', () => {
    write(FIRST, 'select 1;');
    expect(findFaults(folder)).toEqual([]);
    expect(release(folder)).toBe(FIRST);
    write(SECOND, 'select 2;');
    expect(findFaults(folder)).toEqual([]);
    expect(release(folder)).toBe(SECOND);
    expect(findFaults(folder)).toEqual([]);
    // as sha256sum prints it
    expect(readFileSync(join(folder, 'RELEASED'), 'utf8')).toBe(
      `354b7196c9ba5fb4b21cf615bb6ec4cd5c07503c34229feef033fc081a8c03f4  ${FIRST}\n` +
        `b1bd6d0bfa373a448021e0b2e8311b967e0e7ff45431b7105668662498cc2067  ${SECOND}\n`,
    );
  });

  it('that was released may neither change nor go, and is not released again', () => {
    release(folder);
    expect(() => release(folder)).toThrow('Every migration has been released already.');
    write(FIRST, 'changed');
    expect(findFaults(folder)).toEqual([
      expect.stringContaining(`${FIRST} has been released and was changed`),
    ]);
    rmSync(join(folder, FIRST));
    expect(findFaults(folder)).toEqual([expect.stringContaining(`${FIRST} has been released and is gone`)]);
  });

  it.each([
    ['is one of two in work', [SECOND], /_0_1_0\.sql and .*_0_1_1\.sql are not released: one file a release/],
    ['has another name', ['20260102000000_more.sql'], /_more\.sql is not named/],
    ['is not SQL', ['notes.md'], /notes\.md is not named/],
  ])('that %s is not released', (_what, files, fault) => {
    for (const file of files) write(file);
    expect(findFaults(folder).join('\n')).toMatch(fault);
    expect(() => release(folder)).toThrow();
    expect(() => readFileSync(join(folder, 'RELEASED'))).toThrow('ENOENT');
  });

  it('that would come before a released one is not released', () => {
    release(folder);
    write(THIRD);
    release(folder);
    write(SECOND);
    expect(findFaults(folder)).toEqual([
      expect.stringContaining(`${SECOND} is not released and comes before`),
    ]);
  });
});
