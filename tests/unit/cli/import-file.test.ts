import { expect, it } from 'vitest';
import { howRead } from '../../../cli/import-file.ts';

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
