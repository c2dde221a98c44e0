import { expect, it } from 'vitest';
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
