/** A file of which no column is recognised: shown to whoever can say what its columns are, and never imported as it is. */
import { describe, expect, it } from 'vitest';
import { withAnswer } from '../../../client/mapping-answers.ts';
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

describe('a file with quantities that can be read in two ways', () => {
  const ambiguous = {
    name: 'odd.csv',
    bytes: new TextEncoder().encode(
      'Pos;Teil;Was;Soll\n1;Widerstand klein;rot;1.000\n2;Kondensator;blau;20\n',
    ),
  };

  it('is asked about once somebody has said which column they stand in, and no more when it is answered', async () => {
    const first = await previewUpload(ambiguous, [], {});
    expect(first.questions).toEqual([]);
    const told = naming(naming(first.mapping, 1, 'mpn'), 3, 'quantity');
    const { questions } = await previewUpload(ambiguous, [], { mapping: told });
    expect(questions.map(({ code }) => code)).toEqual(['decimal_mark']);
    const quantities = await Promise.all(questions[0]!.options.map(async ({ mapping }) => {
      expect((await previewUpload(ambiguous, [], { mapping })).questions).toEqual([]);
      const { lines } = await readUpload(ambiguous, [], { mapping, name: null });
      return lines.map(({ quantity }) => quantity);
    }));
    expect(quantities).toEqual([[1000, 20], [1, 20]]);
  });

  it('is asked once only where its columns were recognised', async () => {
    const known = { name: 'bom.csv', bytes: new TextEncoder().encode('MPN;Qty\nA;1.000\nB;20\n') };
    const { mapping, questions } = await previewUpload(known, [], {});
    expect(questions).toHaveLength(1);
    expect((await previewUpload(known, [], { mapping })).questions).toEqual([]);
  });
});

it('is asked once only what an empty cell means in a column of what is placed', async () => {
  const marked = {
    name: 'odd.csv',
    bytes: new TextEncoder().encode('Aaa;Bbb;Ccc\nrot klein;4;x\nblau;2;\nweiss;1;x\n'),
  };
  const first = await previewUpload(marked, [], {});
  expect(first.questions).toEqual([]);
  const told = naming(naming(first.mapping, 0, 'mpn'), 2, 'place');
  const { questions } = await previewUpload(marked, [], { mapping: told });
  expect(questions.map(({ code }) => code)).toEqual(['blank_place']);
  const read = await Promise.all(questions[0]!.options.map(async ({ mapping }) => {
    expect((await previewUpload(marked, [], { mapping })).questions).toEqual([]);
    const { lines } = await readUpload(marked, [], { mapping, name: null });
    return lines.map(({ do_not_place }) => do_not_place);
  }));
  expect(read.map((places) => places.filter(Boolean).length)).toEqual([0, 1]);
});

it('asks what the columns leave open once it is known which of two tables is the BOM, and no more than twice', async () => {
  const two = {
    name: 'two.csv',
    bytes: new TextEncoder().encode(
      'Ref,Qty,MPN,Manufacturer\nR1,1,RC0603FR-0710KL,Yageo\nC1,1,GRM188R71H104KA93D,Murata\n\nCables\nPart number,Pieces,Supplier,Supplier no.,Fitted\n0473460001,"1,000",Mouser,538-47346-0001,x\nPHR-2,"2,000",DigiKey,455-1165-ND,\n',
    ),
  };
  const first = await previewUpload(two, [], {});
  expect(first.questions.map(({ code }) => code)).toEqual(['which_table']);
  await expect(readUpload(two, [], { mapping: null, name: null })).rejects.toMatchObject({
    code: 'mapping_needed',
  });
  const [electronic, cables] = first.questions[0]!.options;
  expect((await previewUpload(two, [], { mapping: electronic!.mapping })).questions).toEqual([]);
  const { questions, line_count } = await previewUpload(two, [], { mapping: cables!.mapping });
  expect(line_count).toBe(2);
  expect(questions).toHaveLength(1);
  expect(questions[0]!.code).not.toBe('which_table');
  // An answer about another table is that table's alone.
  expect(withAnswer(first.mapping, first.mapping, cables!.mapping)).toEqual(cables!.mapping);
  const { lines } = await readUpload(two, [], { mapping: questions[0]!.options[0]!.mapping, name: null });
  expect(lines.map(({ mpn }) => mpn)).toEqual(['0473460001', 'PHR-2']);
});
