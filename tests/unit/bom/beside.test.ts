/** Tables that stand beside or below one another in one sheet: each can be chosen, and what was confirmed of one is its own. */
import { expect, it } from 'vitest';
import type { MappingTemplate } from '../../../shared/domain/mapping.ts';
import { templateOf } from '../../../shared/bom/mapping/templates.ts';
import { previewUpload, readUpload } from '../../../shared/bom/upload.ts';

const fileOf = (text: string) => ({ name: 'two.csv', bytes: new TextEncoder().encode(text) });
/** A title stands over the gap: no blank column parts the two. */
const BESIDE = fileOf(
  'Parts,,,of the board\nElectronic,,,,Mechanical,,\nRef,Qty,MPN,,Item,Qty,Description\nR1,1,RC0603FR-0710KL,,1,4,Screw M3\nC1,1,GRM188R71H104KA93D,,2,8,Nut M3\n',
);
const [ELECTRONIC, MECHANICAL] = [
  { part: 0, first_column: 'A', last_column: 'C' },
  { part: 1, first_column: 'E', last_column: 'G' },
];
const read = async (
  mapping: Parameters<typeof readUpload>[2]['mapping'],
  templates: MappingTemplate[] = [],
) => (await readUpload(BESIDE, templates, { mapping, name: null })).lines;

it('each of two tables side by side is offered, and read once it is chosen', async () => {
  const first = await previewUpload(BESIDE, [], {});
  expect(first).toMatchObject({ tables: [ELECTRONIC, MECHANICAL], questions: [], line_count: 2 });
  expect(await read(first.mapping)).toMatchObject([{ mpn: 'RC0603FR-0710KL' }, {
    mpn: 'GRM188R71H104KA93D',
  }]);

  const second = await previewUpload(BESIDE, [], { table: 0, part: 1 });
  expect(second).toMatchObject({ tables: [MECHANICAL, ELECTRONIC], line_count: 2 });
  expect(second.questions.map(({ code }) => code)).not.toContain('which_table');
  expect(second.issues).toContainEqual(expect.objectContaining({
    code: 'table_not_read',
    detail: expect.stringMatching(/^Columns A to C .* choose it as the table\.$/),
  }));
  const screws = [{ quantity: 4, description: 'Screw M3', mpn: null }, {
    quantity: 8,
    description: 'Nut M3',
  }];
  expect(await read(second.mapping)).toMatchObject(screws);
  // The mapping alone says which one it reads.
  expect(await previewUpload(BESIDE, [], { mapping: second.mapping })).toMatchObject({
    tables: [MECHANICAL, ELECTRONIC],
    line_count: 2,
  });
});

it('the table alone, as it was always said, is the better one of the two', async () => {
  const { mapping } = await previewUpload(BESIDE, [], {});
  expect(await previewUpload(BESIDE, [], { table: 0 })).toMatchObject({
    mapping,
    tables: [ELECTRONIC, MECHANICAL],
  });
  expect(await previewUpload(BESIDE, [], { table: 0, part: 9 })).toMatchObject({ mapping });
});

it('what was confirmed of the second one is taken again, and is not said of the first', async () => {
  const { mapping } = await previewUpload(BESIDE, [], { table: 0, part: 1 });
  const templates = [templateOf(mapping)];
  const again = await previewUpload(BESIDE, templates, {});
  expect(again).toMatchObject({ remembered: true, tables: [MECHANICAL, ELECTRONIC], questions: [] });
  expect(again.mapping.columns.map(({ role }) => role)).toEqual(mapping.columns.map(({ role }) => role));
  expect(await read(null, templates)).toMatchObject([{ description: 'Screw M3' }, { description: 'Nut M3' }]);
  const other = await previewUpload(BESIDE, templates, { table: 0, part: 0 });
  expect(other).toMatchObject({ remembered: false, tables: [ELECTRONIC, MECHANICAL] });
  expect(await read(other.mapping)).toMatchObject([{ designators: 'R1' }, { designators: 'C1' }]);
});

it('what was confirmed across both is read of both, as before', async () => {
  const { mapping } = await previewUpload(BESIDE, [], {});
  const columns = mapping.columns.map((use) => use.index === 6 ? { ...use, role: 'note' as const } : use);
  const again = await previewUpload(BESIDE, [templateOf({ ...mapping, columns })], {});
  expect(again).toMatchObject({ remembered: true, questions: [] });
  expect(again.mapping.columns.map(({ role }) => role)).toEqual(columns.map(({ role }) => role));
});

it('each of two lists below one another is offered, though no blank row parts them', async () => {
  const file = fileOf(
    'Designator,Quantity,MPN,Manufacturer\nR1,1,RC0603FR-0710KL,Yageo\nC1,1,GRM188R71H104KA93D,Murata\nPart,Description,Supplier,Quantity\nScrew,M3,Bossard,4\nNut,M3,Bossard,8\n',
  );
  const { tables, mapping } = await previewUpload(file, [], {});
  expect(tables).toMatchObject([{ part: 0, first_row: 2, last_row: 3 }, {
    part: 1,
    first_row: 5,
    last_row: 6,
  }]);
  expect(mapping).toMatchObject({ first_row: 2, last_row: 3 });
  expect((await previewUpload(file, [], { table: 0, part: 1 })).mapping).toMatchObject({
    first_row: 5,
    last_row: 6,
  });
});
