/** docs/operations.md names what the code has, and nothing else: settings, and reasons of the health check. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallFault, CronFault, SupplierFault } from '../../../shared/database/health.ts';
import type { UnavailableReason } from '../../../shared/progress/port.ts';
import { readDocument } from '../../support/readme.ts';
import { ROOT } from '../../support/stack.ts';

const page = readDocument('docs/operations.md');

/** What stands between two headings, as rows of cells. */
function rowsOf(from: string, to: string): string[][] {
  const section = page.slice(page.indexOf(`\n${from}\n`), page.indexOf(`\n${to}\n`));
  return [...section.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row!.split(' | ').map((cell) => cell.trim()));
}
const namesIn = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!);

describe('the settings', () => {
  it('are those that the functions read', () => {
    const files = [
      'shared/config.ts',
      ...readdirSync(join(ROOT, 'shared/suppliers'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts')).map((file) => join('shared/suppliers', file)),
    ];
    const read = files.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/[{ ]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+): [a-z]/g)]
        .map(([, name]) => name!)
    );
    const provided = read.filter((name) => name.startsWith('SUPABASE_'));
    const listed = rowsOf('## Settings', '### Rotate a key').flatMap(([names]) => namesIn(names));
    expect(listed.toSorted()).toEqual(
      [...new Set(read)].filter((name) => !provided.includes(name)).toSorted(),
    );
    for (const name of provided) expect(page).toContain(`\`${name}\``);
  });
});

describe('the reasons of the health check', () => {
  // Each is checked by the compiler to be all there are.
  const unavailable: Record<UnavailableReason, true> = {
    timeout: true,
    unreachable: true,
    unauthorized: true,
    not_permitted: true,
    read_only: true,
    out_of_memory: true,
    misconfigured: true,
    over_quota: true,
    server_error: true,
    wrong_type: true,
    corrupt: true,
  };
  const cron: Record<CronFault, true> = { missing: true, off: true, failed: true, never: true, late: true };
  const invocations: Record<CallFault, true> = {
    silent: true,
    timeout: true,
    unreachable: true,
    refused: true,
    not_found: true,
    limits: true,
    failed: true,
  };
  const suppliers: Record<SupplierFault, true> = {
    key_refused: true,
    over_quota: true,
    away: true,
    day_used_up: true,
    parts_used_up: true,
  };

  it('are all there, each with what it means and what to do', () => {
    const listed: Record<string, string[]> = {};
    let part = '';
    for (
      const [name, reason, ...said] of rowsOf('### For uptime checkers', '### What the database knows').slice(
        2,
      )
    ) {
      part = name || part;
      (listed[part] ??= []).push(...namesIn(reason));
      expect(said.filter(Boolean), `${part} ${reason}`).toHaveLength(2);
    }
    const sorted = (part: string) => listed[part]!.toSorted();
    expect([...listed['`redis`, `redis_writes`']!, ...listed['`redis_writes`']!].toSorted())
      .toEqual(Object.keys(unavailable).toSorted());
    expect(sorted('`table`')).toEqual(['corrupt', 'unreachable']);
    expect(sorted('`redis`, `table`')).toEqual(['error']);
    expect(sorted('`publishing`')).toEqual(['behind']);
    expect(sorted('`cron`')).toEqual(['no_pg_cron', ...Object.keys(cron)].toSorted());
    expect(sorted('`invocations`')).toEqual(
      ['no_pg_net', 'no_secret', ...Object.keys(invocations)].toSorted(),
    );
    expect(sorted('`suppliers`')).toEqual(Object.keys(suppliers).toSorted());
    expect(sorted('the last four')).toEqual(['unknown']);
  });
});
