/** A file of which no column is recognised: shown to whoever can say what its columns are, and never imported as it is. */
import { expect, it } from 'vitest';
import type { FileMapping } from '../../../shared/domain/mapping.ts';
import { previewUpload, readUpload } from '../../../shared/bom/upload.ts';

const upload = {
  name: 'odd.csv',
  bytes: new TextEncoder().encode('Aaa;Bbb;Ccc\n1;rot;klein\n2;blau;gross\n'),
};
const naming = (mapping: FileMapping, index: number, role: FileMapping['columns'][number]['role']) => ({
  ...mapping,
  columns: mapping.columns.map((column) => column.index === index ? { ...column, role } : column),
});
const read = (mapping: FileMapping | null) => readUpload(upload, [], { mapping, name: null });

it('is shown with its rows, without lines, and read once somebody has said which column holds the parts', async () => {
  const first = await previewUpload(upload, [], {});
  expect(first).toMatchObject({ line_count: 0, questions: [], issues: [{ code: 'no_part_number_column' }] });
  expect(first.rows).toHaveLength(3);
  // one that tells nothing of parts is not enough
  const without = await previewUpload(upload, [], { mapping: naming(first.mapping, 0, 'quantity') });
  expect(without).toMatchObject({ line_count: 0, issues: [{ code: 'no_part_number_column' }] });
  const mapping = naming(first.mapping, 1, 'mpn');
  expect((await previewUpload(upload, [], { mapping })).line_count).toBe(3);
  expect((await read(mapping)).lines).toHaveLength(3);
});

it('is refused where nobody has', async () => {
  const { mapping } = await previewUpload(upload, [], {});
  for (const given of [null, mapping]) {
    await expect(read(given)).rejects.toMatchObject({ code: 'no_part_number_column' });
  }
});
