import { describe, expect, it } from 'vitest';
import type { Api } from '../../../cli/api-client.ts';
import { howRead, importFile } from '../../../cli/import-file.ts';

type Preview = Parameters<typeof howRead>[0];

it.each([
  [[{ name: 'Part No.', role: 'mpn' }], '1 line (csv, utf-8): mpn from "Part No.".'],
  [[{ name: 'A', role: 'extra' }], '1 line (csv, utf-8).'],
])('says how a file was read: %j', (columns, said) => {
  const preview = {
    file: { container: 'csv', encoding: 'utf-8' },
    mapping: { columns },
    tables: [],
    line_count: 1,
  } as unknown as Preview;
  expect(howRead(preview)).toBe(said);
});

it('asks what the columns leave open of the table that somebody chose', async () => {
  const mappingOf = (table: number, blank_place: string | null) => ({
    table,
    header_rows: [1],
    first_row: 2,
    last_row: 3,
    columns: [],
    blank_place,
  });
  const answerWith = (mapping: object, questions: object[]) => ({
    file: { container: 'xlsx', encoding: null },
    tables: [],
    line_count: 2,
    issues: [],
    mapping,
    questions,
  });
  const sent: unknown[] = [];
  const api = {
    call(route: string, { form }: { form: { mapping?: string } }) {
      const mapping = form.mapping === undefined ? null : JSON.parse(form.mapping);
      sent.push([route, mapping]);
      if (route === 'POST /boms') return Promise.resolve({ existing: false, revision: null });
      return Promise.resolve(
        mapping === null
          ? answerWith(mappingOf(0, null), [{
            code: 'which_table',
            detail: 'Which?',
            options: [{ label: 'A', mapping: mappingOf(0, null) }, {
              label: 'B',
              mapping: mappingOf(1, null),
            }],
          }])
          : answerWith(mapping, [{
            code: 'blank_place',
            detail: 'Placed?',
            options: [{ label: 'Yes', mapping: mappingOf(1, 'placed') }, {
              label: 'No',
              mapping: mappingOf(1, 'not_placed'),
            }],
          }]),
      );
    },
  } as unknown as Api;
  const asked: string[] = [];
  const choose = (question: string) => Promise.resolve(asked.push(question) > 0 ? 1 : 0);
  await importFile(api, 'org', { name: 'two.xlsx', bytes: new Uint8Array(), changedAt: new Date(0) }, {
    choose,
    say: () => {},
  });
  expect(asked).toEqual(['Which?', 'Placed?']);
  expect(sent.at(-1)).toEqual(['POST /boms', mappingOf(1, 'not_placed')]);
});

describe('a file with tables side by side', () => {
  const [left, right] = ['A', 'E'].map((first_column, part) => ({
    table: 0,
    part,
    name: null,
    header_rows: [1],
    first_row: 2,
    last_row: 3,
    first_column,
    last_column: part === 0 ? 'C' : 'G',
  }));
  const sent: unknown[] = [];
  const api = {
    call(route: string, { form: { file: _, ...form } }: { form: Record<string, unknown> }) {
      sent.push([route, form]);
      if (route === 'POST /boms') return Promise.resolve({ existing: false, revision: null });
      return Promise.resolve({
        file: { container: 'csv', encoding: 'utf-8' },
        tables: form.part === '1' ? [right, left] : [left, right],
        line_count: 2,
        issues: [],
        mapping: { table: 0, columns: [{ name: form.part === '1' ? 'Part' : 'MPN', role: 'mpn' }] },
        questions: [],
      });
    },
  } as unknown as Api;
  const importing = (table: number | undefined) =>
    importFile(api, 'org', { name: 'two.csv', bytes: new Uint8Array(), changedAt: new Date(0) }, {
      choose: null,
      say: () => {},
      table,
    });

  it('is read as the one that was chosen, and that is sent', async () => {
    await importing(2);
    expect(sent.slice(1)).toMatchObject([
      ['POST /boms/preview', { table: '0', part: '1' }],
      ['POST /boms', { mapping: JSON.stringify({ table: 0, columns: [{ name: 'Part', role: 'mpn' }] }) }],
    ]);
  });

  it('names those that it has to whoever chooses another', async () => {
    await expect(importing(3)).rejects.toThrow(
      '--table 3 is not among the tables of two.csv. 1: this file, rows 2 to 3, columns A to C · 2: this file, rows 2 to 3, columns E to G',
    );
  });
});
