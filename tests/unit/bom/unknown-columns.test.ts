/** A file of which no column is recognised: shown to whoever can say what its columns are, and never imported as it is. */
import { expect, it } from 'vitest';
import type { FileMapping } from '../../../shared/domain/mapping.ts';
import { previewUpload, readUpload } from '../../../shared/bom/upload.ts';

const upload = {
  name: 'odd.csv',
  bytes: new TextEncoder().encode('Pos;Teil;Was\n1;Widerstand klein;rot\n2;Kondensator;blau\n'),
};
const naming = (mapping: FileMapping, name: string, role: FileMapping['columns'][number]['role']) => ({
  ...mapping,
  columns: mapping.columns.map((column) => column.name === name ? { ...column, role } : column),
});
const read = (mapping: FileMapping | null) => readUpload(upload, [], { mapping, name: null });

it('is shown with its rows, without lines, and read once somebody has said which column holds the parts', async () => {
  const first = await previewUpload(upload, [], {});
  expect(first).toMatchObject({ line_count: 0, questions: [], issues: [{ code: 'no_part_number_column' }] });
  expect(first.rows).toHaveLength(3);
  // one that tells nothing of parts is not enough
  const without = await previewUpload(upload, [], { mapping: naming(first.mapping, 'Pos', 'quantity') });
  expect(without).toMatchObject({ line_count: 0, issues: [{ code: 'no_part_number_column' }] });
  const mapping = naming(first.mapping, 'Teil', 'mpn');
  expect((await previewUpload(upload, [], { mapping })).line_count).toBe(2);
  expect((await read(mapping)).lines).toMatchObject([{ mpn: 'Widerstand klein' }, { mpn: 'Kondensator' }]);
});

it('is refused where nobody has', async () => {
  const { mapping } = await previewUpload(upload, [], {});
  for (const given of [null, mapping]) {
    await expect(read(given)).rejects.toMatchObject({ code: 'no_part_number_column' });
  }
});
