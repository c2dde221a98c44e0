import { describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database/port.ts';
import { exportOrganization } from '../../../shared/organizations/export.ts';
import { after } from '../../../shared/api/cursor.ts';

const PAGES = [
  { records: [{ record: 'organization' }, { record: 'member' }], next: { stage: 'lines', key: [] } },
  { records: [], next: { stage: 'lines', key: ['2026-01-01', 'b', 7] } },
  { records: [{ record: 'line' }], next: null },
];

/** Gives one page after the other, and notes behind what each was asked for. */
function database(pages: readonly (object | Error)[]) {
  const asked: unknown[] = [];
  const call: Database['call'] = (_name, args, schema) => {
    const page = pages[asked.length];
    asked.push('p_after' in args && args.p_after);
    return page instanceof Error ? Promise.reject(page) : Promise.resolve(schema.parse(page));
  };
  return { asked, call };
}

function begin(pages: readonly (object | Error)[], cursor = '') {
  const from = database(pages);
  const logged: unknown[] = [];
  const log = (event: string, fields?: object) => logged.push([event, fields]);
  const answer = exportOrganization(
    { p_user_id: 'u', p_organization_id: 'o' },
    cursor ? after.parse(cursor) : null,
    {
      database: from,
      log,
    },
  );
  return { ...from, logged, answer };
}

const lines = (text: string) => text.trimEnd().split('\n').map((line) => JSON.parse(line));

describe('an export', () => {
  it('has the records of all pages, a line each, from where each can go on, and says when it is whole', async () => {
    const { answer, asked } = begin(PAGES);
    const response = await answer;
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const all = lines(await response.text());
    expect(all.map(({ record }) => record)).toEqual([
      'organization',
      'member',
      'page',
      'page',
      'line',
      'end',
    ]);
    expect(asked).toEqual([null, PAGES[0]!.next, PAGES[1]!.next]);

    const rest = begin(PAGES.slice(2), all[3].after);
    expect(lines(await (await rest.answer).text())).toEqual([{ record: 'line' }, { record: 'end' }]);
    expect(rest.asked).toEqual([PAGES[1]!.next]);
  });

  it('reads no page before the client has taken the one before', async () => {
    const { answer, asked } = begin(PAGES);
    const reader = (await answer).body!.getReader();
    expect(asked).toHaveLength(1);
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(1);
    await reader.read();
    expect(asked).toHaveLength(2);
    await reader.cancel();
  });

  it('is refused before it begins', async () => {
    await expect(begin([new Error('no role')]).answer).rejects.toThrow('no role');
  });

  it('breaks off where a later page cannot be read, and does not say that it is whole', async () => {
    const { answer, logged } = begin([PAGES[0]!, new Error('away')]);
    const reader = (await answer).body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).not.toContain('"end"');
    await expect(reader.read()).rejects.toThrow('away');
    expect(logged).toEqual([['export_failed', { error: 'Error' }]]);
  });
});
