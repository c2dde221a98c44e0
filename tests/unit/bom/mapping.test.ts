/** What a table's columns are taken for, how sure that is, and what is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/bom/mapping/column.ts';
import { guessMapping, type GuessOptions } from '../../../shared/bom/mapping/guess.ts';
import { templateOf } from '../../../shared/bom/mapping/templates.ts';
import { openFile, openText } from '../../../shared/bom/open.ts';
import { previewOpened, readOpened } from '../../../shared/bom/preview.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';
import type { OpenedFile, Table } from '../../../shared/bom/table.ts';
import { toLines } from '../../../shared/bom/to-lines.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { encode } from '../../support/bom-files/encode.ts';
import { KINDS } from './golden/kinds.ts';
import { PROGRAMS } from './golden/programs.ts';
import { TRAPS } from './golden/traps.ts';

const opened = (text: string) => openFile(new TextEncoder().encode(text));
const preview = async (text: string, options: GuessOptions = {}) =>
  previewOpened(await opened(text), options);
const linesOf = async (text: string, mapping: Mapping) => readOpened(await opened(text), mapping);
const mappingOf = (text: string) => guessMapping(openText(text).tables)!.mapping;
const roles = ({ columns }: Mapping) => columns.map(({ role }) => role);

describe('a column', () => {
  it('has a confidence, and what else it could be', () => {
    const { columns } = mappingOf('Part,Qty,Ref\nRC0603FR-0710KL,2,"R1,R2"\nSTM32F103C8T6,1,U1');
    expect(columns[0]).toMatchObject({ index: 0, name: 'Part', role: 'mpn', group: 0 });
    expect(columns[0]!.runner_up).toMatchObject({ role: 'value' });
    expect(columns[0]!.runner_up!.confidence).toBeLessThan(columns[0]!.confidence);
    expect(columns[1]!.confidence).toBeGreaterThan(0.9);
  });

  it('of one name is what its cells make it', () => {
    const of = (cells: string[]) =>
      roles(
        mappingOf(`Part,Qty,Description\n${cells.map((cell) => `${cell},1,some words here`).join('\n')}`),
      )[0];
    expect(of(['RC0603FR-0710KL', 'GRM188R71H104KA93D', 'STM32F103C8T6'])).toBe('mpn');
    expect(of(['10k', '100nF', '4u7', '22R'])).toBe('value');
    expect(of(['R1', 'R2', 'C1', 'U1'])).toBe('designators');
  });

  it('of a distributor’s numbers says whose they are', () => {
    const { columns } = mappingOf(
      'Ref,Qty,Digi-Key Part Number,Mouse_r2\nR1,1,311-10.0KHRCT-ND,603-RC0603FR-0710KL',
    );
    expect(columns.map(({ role, supplier }) => [role, supplier]).slice(2)).toEqual([
      ['supplier_number', 'DigiKey'],
      ['supplier_number', 'Mouser'],
    ]);
  });

  it('of what a distributor has in stock is none of its numbers', () => {
    for (const name of ['DigiKey number of stock', 'Mouser # in stock', 'LCSC No. Stock']) {
      expect([name, roles(mappingOf(`Ref,Qty,MPN,${name}\nR1,1,RC0603FR-0710KL,45000\nU1,1,LM358D,1200`))[3]])
        .toEqual([name, 'extra']);
    }
    expect(
      roles(mappingOf('Ref,Qty,MPN,DigiKey PN/link\nR1,1,RC0603FR-0710KL,311-10.0KHRCT-ND'))[3],
    ).toBe('supplier_number');
  });

  it('that is empty leaves the part numbers to one whose name is as clear, and not to a library', () => {
    const of = (other: string, cells: string[]) =>
      roles(mappingOf(`Ref,Qty,MPN,${other}\n${cells.map((cell, i) => `U${i},1,,${cell}`).join('\n')}`))
        .slice(
          2,
        );
    const numbers = ['LM358D', 'STM32F103C8T6', 'RC0603FR-0710KL'];
    expect(of('Part Number', numbers)).toEqual(['extra', 'mpn']);
    expect(of('Library Part', ['R_0603_1608', 'C_0603_1608', ...numbers.slice(0, 2)])).toEqual([
      'mpn',
      'extra',
    ]);
  });
});

describe('a confirmed mapping', () => {
  const text = 'Ding,Zahl,Ort\nRC0603FR-0710KL,2,"R1,R2"\nSTM32F103C8T6,1,U1';

  it('reads the file as its preview did', async () => {
    const { mapping, lines } = await preview(text);
    expect((await linesOf(text, mapping)).lines).toEqual(lines);
    // As it comes back in a request.
    const sent = JSON.parse(JSON.stringify(mapping)) as Mapping;
    expect((await linesOf(text, sent)).lines).toEqual(lines);
  });

  it('is used again for the same headers, and for no others', async () => {
    const { mapping } = await preview(text);
    const changed: Mapping = {
      ...mapping,
      columns: mapping.columns.map((use) => ({
        ...use,
        role: ['internal_number', 'quantity', 'note'][use.index] as 'note',
      })),
    };
    const templates = [templateOf(changed)];
    const again = await preview('ding, Zahl ,ORT\nABC-1234,4,C1', { templates });
    expect(roles(again.mapping)).toEqual(['internal_number', 'quantity', 'note']);
    expect(again.mapping.columns.every(({ confidence }) => confidence === 1)).toBe(true);
    expect(roles((await preview(text.replace('Ort', 'Wort'), { templates })).mapping)).not
      .toContain('note');
  });

  it('of a table that the file does not have is refused', async () => {
    const { mapping } = await preview(text);
    await expect(linesOf(text, { ...mapping, table: 7 })).rejects.toMatchObject({
      code: 'unknown_column',
    });
  });
});

describe('questions', () => {
  const questionsOf = (text: string) => previewOpened(openText(text), {}).questions;

  it('are none where a file is clear', () => {
    for (const files of Object.values(PROGRAMS)) {
      for (const { name, text } of files) expect(questionsOf(text), name).toEqual([]);
    }
  });

  it('ask what an empty cell means where only the placed are marked', () => {
    const text =
      'Ref,Qty,MPN,Populate\nR1,1,RC0603FR-0710KL,x\nC1,1,GRM188R71H104KA93D,\nU1,1,STM32F103C8T6,x';
    const [question] = questionsOf(text);
    expect(question).toMatchObject({
      code: 'blank_place',
      options: [{ label: 'Placed' }, { label: 'Not placed' }],
    });
    const opened = openText(text);
    const placed = question!.options.map(({ mapping }) =>
      toLines(opened.tables[0]!, mapping).lines.map(({ do_not_place }) => do_not_place)
    );
    expect(placed).toEqual([[false, false, false], [false, true, false]]);
  });

  it.each([
    ['a sum', 'R2,1,RC0603FR-0711KL,x\n\nTotal,2,,\n'],
    ['an alternate', ',,ERJ-3EKF1002V,\nR2,1,RC0603FR-0711KL,x\n'],
    ['a title', 'Resistors,,,\nR2,1,RC0603FR-0711KL,x\n'],
    ['what is not placed anyway', 'R2,1,DNP,\n'],
  ])('ask nothing of an empty cell beside %s', (_what, rows) => {
    expect(questionsOf(`Ref,Qty,MPN,Populate\nR1,1,RC0603FR-0710KL,x\n${rows}`)).toEqual([]);
  });

  it('ask which of two columns has the part numbers', () => {
    const text =
      'Part Name,Ref,Qty,Type\nABC1234-X,R1,1,XYZ9876-A\nABC1235-X,C1,1,XYZ9877-A\nABC1236-X,U1,1,XYZ9878-A';
    const asked = questionsOf(text);
    for (const { options } of asked) expect(options.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  describe('of numbers written to one pattern', () => {
    const HOUSE = ['PRT-10234', 'PRT-10236', 'SEN-10237', 'DEV-10238', 'DEV-10239'];
    const list = (header: string, numbers: readonly string[], behind: string) =>
      `${header}\n${numbers.map((number) => `${number},1,${behind}`).join('\n')}`;

    it.each([
      ['no manufacturer is named', 'Description', 'some board', 'internal_number'],
      ['manufacturers are named', 'Manufacturer', 'Yageo', 'mpn'],
    ])('ask whose they are where %s', async (_what, name, behind, taken) => {
      const text = list(`Part Number,Qty,${name}`, HOUSE, behind);
      const { mapping, questions } = previewOpened(openText(text), {});
      expect(mapping.columns[0]!.role).toBe(taken);
      expect(questions.map(({ code }) => code)).toEqual(['which_part_number']);
      const options = questions[0]!.options.map(({ label, mapping: { columns } }) => [
        label,
        columns[0]!.role,
      ]);
      expect(options).toHaveLength(2);
      expect(options[0]![1]).toBe(taken);
      expect(options).toContainEqual(["The manufacturers'", 'mpn']);
      expect(options).toContainEqual(['Our own', 'internal_number']);
      for (const { mapping: answer } of questions[0]!.options) {
        expect((await preview(text, { templates: [templateOf(answer)] })).questions).toEqual([]);
      }
    });

    it('ask nothing where the name says whose they are, or another column has the manufacturers’', () => {
      expect(questionsOf(list('Internal Part Number,Qty,Description', HOUSE, 'board'))).toEqual([]);
      const both = HOUSE.map((number, i) => `${number},1,RC0603FR-071${i}KL`).join('\n');
      expect(questionsOf(`Part Number,Qty,MPN\n${both}`)).toEqual([]);
    });

    it('ask nothing where a manufacturer’s scheme reads them', () => {
      const numbers = ['10', '11', '12', '13', '15'].map((value) => `RC0603FR-07${value}KL`);
      for (const name of ['Part', 'Part Number']) {
        const text = list(`${name},Qty,Ref`, numbers, 'U1');
        expect(roles(mappingOf(text))[0]).toBe('mpn');
        expect(questionsOf(text), name).toEqual([]);
      }
    });
  });

  it('change what is read', () => {
    const opened = openText('MPN;Menge\nA;1.000\nB;20');
    const [question] = previewOpened(opened, {}).questions;
    const read = question!.options.map(({ mapping }) =>
      toLines(opened.tables[0]!, mapping).lines[0]?.quantity
    );
    expect(read).toEqual([1000, 1]);
  });
});

/** A sheet of a workbook, from rows that have text; null is a blank row. */
function sheet(
  name: string,
  rows: readonly (readonly string[] | null)[],
  changes: Partial<Table> = {},
): Table {
  return {
    name,
    isHidden: false,
    block: null,
    firstColumn: 1,
    rows: rows.flatMap((cells, i) =>
      cells === null ? [] : [{
        number: i + 1,
        cells,
        typed: null,
        isAfterBlank: i > 0 && rows[i - 1] === null,
        isHidden: false,
      }]
    ),
    hiddenColumns: new Set<number>(),
    merges: [],
    ...changes,
  };
}

const workbook = (...tables: Table[]): OpenedFile => ({
  container: 'xlsx',
  encoding: null,
  separator: null,
  tables,
  issues: [],
});
const BOM_ROWS = [
  ['Ref', 'Qty', 'MPN'],
  ['R1, R2', '2', 'RC0603FR-0710KL'],
  ['C1', '1', 'GRM188R71H104KA93D'],
];

describe('a workbook', () => {
  const notes = sheet('Changes', [['Date', 'Who', 'What'], ['2020-01-01', 'A', 'first'], [
    '2020-02-01',
    'B',
    'second',
  ]]);

  it('has its BOM on any sheet, and the others are said', () => {
    const { mapping, lines, issues } = previewOpened(workbook(notes, sheet('Sheet2', BOM_ROWS)), {});
    expect(mapping.table).toBe(1);
    expect(lines.map(({ mpn }) => mpn)).toEqual(['RC0603FR-0710KL', 'GRM188R71H104KA93D']);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'table_not_read',
        severity: 'info',
        detail: expect.stringContaining('Sheet "Changes"'),
      }),
    );
  });

  it('of two BOMs gives the first that is shown, asks which is meant, and warns of the other', () => {
    const [hidden, first, second] = [
      sheet('Old', BOM_ROWS, { isHidden: true }),
      sheet('A', BOM_ROWS),
      sheet('B', [['Ref', 'Qty', 'MPN'], ['R1', '1', 'RC0603FR-0722KL'], ['C7', '3', 'GRM188R61E106MA73D']]),
    ];
    const opened = workbook(hidden, first, second);
    const { mapping, tables, issues, questions } = previewOpened(opened, {});
    expect(mapping.table).toBe(1);
    expect(tables.map(({ table }) => table)).toEqual([1, 2, 0]);
    expect(issues.filter(({ code, severity }) => code === 'table_not_read' && severity === 'warning'))
      .toHaveLength(2);
    expect(questions).toMatchObject([{
      code: 'which_table',
      options: [
        { label: 'Sheet "A", rows 2 to 3: "Ref", "Qty", "MPN"', mapping: { table: 1 } },
        { label: 'Sheet "B", rows 2 to 3: "Ref", "Qty", "MPN"', mapping: { table: 2 } },
      ],
    }]);
    expect(readOpened(opened, questions[0]!.options[1]!.mapping).lines.map(({ designators }) => designators))
      .toEqual([['R1'], ['C7']]);
  });

  describe('of which one is what was put into a cart', () => {
    const placed = sheet('Sheet1', [
      ['Designator', 'Qty', 'Manuf. part no', 'Description'],
      ['CC1, CC2', '2', '', 'cap 100 nF'],
      ['R1, R2, R3', '3', '', 'Res 1 kOhm, 5%'],
      ['R4', '1', '', 'Res 200 Ohm, 5%'],
      ['U1', '', '', 'TL084CN'],
    ]);
    const names = [
      'Index',
      'Quantity',
      'Part Number',
      'Manufacturer Part Number',
      'Description',
      'Unit Price',
    ];
    const bought = [
      ['1', '50', '311-10.0KHRCT-ND', 'RC0603FR-0710KL', 'RES 10K OHM', '0.0198'],
      ['2', '25', '490-1532-1-ND', 'GRM188R71H104KA93D', 'CAP 0.1UF', '0.02'],
      ['3', '10', '296-1784-5-ND', 'TL084CN', 'IC OPAMP', '0.725'],
    ];

    it('is the one with the places, without a question', () => {
      const cart = sheet('Sheet2', [['DigiKey - Shopping Cart'], names, ...bought]);
      const { mapping, questions, issues } = previewOpened(workbook(placed, cart), {});
      expect(mapping.table).toBe(0);
      expect(questions).toEqual([]);
      expect(issues.map(({ code }) => code)).toContain('table_not_read');
      const alone = previewOpened(workbook(cart), {});
      expect(alone.lines.map(({ mpn }) => mpn)).toEqual(bought.map((cells) => cells[3]));
    });

    it('is asked for where no shop says that it is one', () => {
      const { questions } = previewOpened(workbook(placed, sheet('Sheet2', [names, ...bought])), {});
      expect(questions.map(({ code }) => code)).toEqual(['which_table']);
    });
  });

  it('are asked about again where somebody confirmed the columns of one: the other can be taken next', () => {
    const files = [
      openText(
        'Ref,Qty,MPN\nR1,1,RC0603FR-0710KL\nR2,1,RC0603FR-0722KL\n\nRef,Qty,Description,Supplier\nM1,4,Screw M3,Reichelt\nM2,4,Nut M3,Reichelt\n',
      ),
      workbook(
        sheet('A', BOM_ROWS),
        sheet('B', [['Ref', 'Qty', 'MPN'], ['R1', '1', 'RC0603FR-0722KL'], [
          'C7',
          '3',
          'GRM188R61E106MA73D',
        ]]),
      ),
    ];
    for (const opened of files) {
      const [first] = previewOpened(opened, {}).questions;
      expect(first).toMatchObject({ code: 'which_table', options: [{}, {}] });
      for (const { mapping } of first!.options) {
        const again = previewOpened(opened, { templates: [templateOf(mapping)] }).questions;
        expect(again.map(({ code }) => code)).toEqual(['which_table']);
        const placesOf = (questions: typeof again) =>
          questions[0]!.options.map((option) =>
            readOpened(opened, option.mapping).lines.map(({ designators }) => designators.join()).join()
          ).toSorted();
        expect(placesOf(again)).toEqual(placesOf([first!]));
      }
    }
  });

  it('are none to ask about where the caller names columns', () => {
    const opened = workbook(
      sheet('A', BOM_ROWS),
      sheet('B', [['Ref', 'Qty', 'MPN'], ['R1', '1', 'RC0603FR-0722KL'], ['C7', '3', 'GRM188R61E106MA73D']]),
    );
    expect(previewOpened(opened, {}).questions).toHaveLength(1);
    expect(previewOpened(opened, { named: { mpn: 'MPN' } }).questions).toEqual([]);
  });

  it.each([
    ['the same once more', BOM_ROWS],
    ['places on the board', [['Ref', 'X', 'Y', 'Value', 'Footprint'], ['R1', '1', '2', '10k', 'R_0603'], [
      'R2',
      '3',
      '2',
      '10k',
      'R_0603',
    ], ['C1', '5', '2', '100n', 'C_0603']]],
    ['an order of its parts', [['Part number', 'Order quantity', 'Unit price'], [
      'RC0603FR-0710KL',
      '100',
      '0.01',
    ], [
      'GRM188R71H104KA93D',
      '50',
      '0.02',
    ]]],
  ])('with %s on another sheet is not asked about', (_what, rows) => {
    const { mapping, questions } = previewOpened(workbook(sheet('A', BOM_ROWS), sheet('B', rows)), {});
    expect(mapping.table).toBe(0);
    expect(questions).toEqual([]);
  });

  it('is read by what its sheet is called, where two are as good', () => {
    expect(previewOpened(workbook(sheet('Top', BOM_ROWS), sheet('BOM', BOM_ROWS)), {}).mapping.table).toBe(1);
  });

  it('has names over merged cells, and lines in a cell', () => {
    const rows = [
      ['', '', 'Mouser', ''],
      ['Reference\nDesignator', 'Qty', 'Number', 'Price'],
      ['R1\nR2', '2', '603-RC0603FR-0710KL', '0.01'],
      ['C1', '1', '81-GRM188R71H104KA93D', '0.02'],
    ];
    const table = sheet('BOM', rows, { merges: [{ row: 1, index: 2, rows: 1, columns: 2 }] });
    const { lines, mapping } = previewOpened(workbook(table), {});
    expect(mapping.header_rows).toEqual([1, 2]);
    expect(lines).toMatchObject([
      {
        designators: ['R1', 'R2'],
        quantity: 2,
        supplier_numbers: [{ supplier: 'Mouser', number: '603-RC0603FR-0710KL' }],
      },
      {
        designators: ['C1'],
        quantity: 1,
        supplier_numbers: [{ supplier: 'Mouser', number: '81-GRM188R71H104KA93D' }],
      },
    ]);
  });

  it('has numbers as it stores them, and rows that are hidden are said', () => {
    const table = sheet('BOM', [['MPN', 'Qty'], ['61300311121', '1,000'], ['STM32F103C8T6', '2']]);
    const rows = table.rows.map((row) => ({
      ...row,
      typed: row.number === 2 ? new Map([[1, { kind: 'number' as const, raw: '1000' }]]) : null,
      isHidden: row.number === 3,
    }));
    const { lines, issues, questions } = previewOpened(workbook({ ...table, rows }), {});
    expect(lines).toMatchObject([{ mpn: '61300311121', quantity: 1000 }, {
      mpn: 'STM32F103C8T6',
      quantity: 2,
    }]);
    expect(issues).toMatchObject([{ code: 'row_hidden', row: 3 }]);
    expect(questions).toEqual([]);
  });
});

describe('the BOM among tables', () => {
  it('is one of two that stand side by side, and the other is warned about', () => {
    const text =
      'Top,,,,Bottom,,\nRef,Qty,MPN,,Ref,Qty,MPN\nR1,1,RC0603FR-0710KL,,C1,1,GRM188R71H104KA93D\nR2,2,RC0603FR-0722KL,,C2,2,GRM188R61E106MA73D';
    const { lines, issues } = previewOpened(openText(text), {});
    expect(lines.map(({ designators, alternates }) => [designators, alternates])).toEqual([[['R1'], []], [[
      'R2',
    ], []]]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'table_not_read', severity: 'warning' }));
  });

  it('is one of two below one row of names, which gives nothing of the other to its lines', () => {
    const text =
      'Electronic,,,,Mechanical,,\nRef,Qty,MPN,,Item,Qty,Description\nR1,1,RC0603FR-0710KL,,1,4,Screw\nC1,1,GRM188R71H104KA93D,,2,4,Nut';
    const { lines, issues, mapping } = previewOpened(openText(text), {});
    expect(lines).toMatchObject([
      { designators: ['R1'], quantity: 1, description: null, extra: { Description: 'Screw' } },
      { designators: ['C1'], quantity: 1, description: null, extra: { Description: 'Nut' } },
    ]);
    expect(issues).toContainEqual(expect.objectContaining({
      code: 'table_not_read',
      severity: 'warning',
      row: 2,
      detail: expect.stringContaining('Columns E to G ("Item", "Qty", "Description")'),
    }));
    expect(issues.map(({ code }) => code)).not.toContain('columns_not_read');
    // Whoever gives its columns a role has read it.
    const columns = mapping.columns.map((use) => use.index === 6 ? { ...use, role: 'note' as const } : use);
    const given = readOpened(openText(text), { ...mapping, columns });
    expect(given.issues.map(({ code }) => code)).not.toContain('table_not_read');
  });

  it.each([
    [
      'a list and its details',
      'BOM,,,,Details,,\nQty,Ref,MPN,,Description,Footprint,Manufacturer\n1,R1,RC0603FR-0710KL,,Resistor 10k,R_0603,Yageo\n2,"C1,C2",GRM188R71H104KA93D,,Capacitor 100n,C_0603,Murata',
    ],
    [
      'a description and what places and counts it',
      'Part,,,,Order,,\nDescription,Footprint,Manufacturer,,Ref,Qty,MPN\nResistor 10k,R_0603,Yageo,,R1,1,RC0603FR-0710KL\nCapacitor 100n,C_0603,Murata,,"C1,C2",2,GRM188R71H104KA93D',
    ],
  ])('is the whole of one list whose halves have titles: %s', (_, text) => {
    const { lines, issues } = previewOpened(openText(text), {});
    expect(lines).toMatchObject([
      {
        designators: ['R1'],
        quantity: 1,
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        description: 'Resistor 10k',
        footprint: 'R_0603',
      },
      {
        designators: ['C1', 'C2'],
        quantity: 2,
        mpn: 'GRM188R71H104KA93D',
        manufacturer: 'Murata',
        description: 'Capacitor 100n',
        footprint: 'C_0603',
      },
    ]);
    expect(issues.map(({ code }) => code)).not.toContain('table_not_read');
  });

  it('is the one that has parts, and the others are offered', () => {
    const text = 'Setting,Amount\nspeed,1\n\n\nRef,Qty,MPN\nR1,1,RC0603FR-0710KL\nC1,2,GRM188R71H104KA93D';
    const { tables, mapping, issues, lines } = previewOpened(openText(text), {});
    expect(lines.map(({ designators }) => designators)).toEqual([['R1'], ['C1']]);
    expect(tables[0]).toMatchObject({ table: mapping.table, header_rows: mapping.header_rows });
    expect(issues.some(({ row }) => row === 1 || row === 2)).toBe(true);
  });
});

describe('a list of a panel', () => {
  it.each([
    ['in its cells', '"C4, C4",2,22u\n"R1, R1",2,10k\n"R2, R2",2,22k\n"U1, U1",2,STM32'],
    ['in its rows', 'C4,1,22u\nR1,1,10k\nU1,1,STM32\nC4,1,22u\nR1,1,10k\nU1,1,STM32'],
  ])('that names each place twice %s says so once, and nothing of single lines', (_where, rows) => {
    const { issues } = previewOpened(openText(`Ref,Qty,Value\n${rows}`), {});
    expect(issues.map(({ code }) => code)).toEqual(['nothing_to_look_up', 'places_repeated']);
  });

  it('is none where the same places take other parts', () => {
    const text = 'Ref,Qty,Value\nC4,1,22u\nR1,1,10k\nU1,1,STM32\nC4,1,10u\nR1,1,22k\nU1,1,LM358';
    expect(previewOpened(openText(text), {}).issues.map(({ code }) => code))
      .toEqual(['nothing_to_look_up', 'designator_twice', 'designator_twice', 'designator_twice']);
  });
});

describe('columns by what stands in them', () => {
  it('give the footprint from the fuller of two that a library numbers', () => {
    const text =
      'Qty,Value,Package,Parts,PACKAGE3\n1,10k,R0805,R1,\n2,22k,R0805,"R2, R3",\n1,100n,C0805K,C1,\n1,INA190,SOT,IC1,SOT-363';
    expect(previewOpened(openText(text), {}).lines.map(({ footprint }) => footprint))
      .toEqual(['R0805', 'R0805', 'C0805K', 'SOT']);
  });

  it('give the description from what stands in front in words, called after the project', () => {
    const text =
      'Blinky Stuff,Used,Refs,Part Number\nDual op-amp,1,U1,TSV912IQ2T\nFerrite bead,2,"L1, L2",BLM18TG601TN1D\nUSB plug,1,X1,48037-2200';
    expect(previewOpened(openText(text), {}).lines.map(({ description }) => description))
      .toEqual(['Dual op-amp', 'Ferrite bead', 'USB plug']);
  });

  it('take no words for numbers of the shop that a column is called after', () => {
    const text =
      `Mouser #,Mfr. #,Manufacturer,Order Qty.\n603-RC0603FR-0710KL,RC0603FR-0710KL,YAGEO,5\n81-GRM188R71H104KA93D,GRM188R71H104KA93D,Murata,2\n,,,\nNon-mouser,,,\nTeensy 4.0 dev board,TEENSY40,PJRC,1`;
    const { lines } = previewOpened(openText(text), {});
    expect(lines.map(({ supplier_numbers }) => supplier_numbers.map(({ number }) => number)))
      .toEqual([['603-RC0603FR-0710KL'], ['81-GRM188R71H104KA93D'], []]);
    expect(lines.at(-1)).toMatchObject({ mpn: 'TEENSY40', extra: { 'Mouser #': 'Teensy 4.0 dev board' } });
  });

  it('say of no row that its cells are shifted because a size has no letter', () => {
    const text = 'Part,Value,Package\nR2,150,0204/7\nR3,20,0204/7\nR4,1k,0204/7\nIC1,78L05,78L2';
    expect(previewOpened(openText(text), {}).issues.map(({ code }) => code)).not.toContain('cells_shifted');
  });
});

/** How many of the golden files come in right when only some of the evidence is believed. */
function rightWith(evidence: Evidence): { readonly right: number; readonly all: number } {
  let right = 0;
  let all = 0;
  for (const { text, lines } of [KINDS, PROGRAMS, TRAPS].flatMap((groups) => Object.values(groups)).flat()) {
    all += 1;
    const opened = openText(text);
    const guess = guessMapping(opened.tables, { evidence });
    if (!guess) continue;
    const read = toLines(opened.tables[guess.mapping.table]!, guess.mapping, opened.separator).lines;
    const should = lines.map((line) => line.split('|').map((cell) => cell.trim()));
    if (
      read.length === should.length && read.every((line, i) => {
        const [designators = '', quantity, mpn = ''] = should[i]!;
        return line.designators.join(',') === designators && String(line.quantity) === quantity &&
          (line.mpn ?? '') === mpn;
      })
    ) right += 1;
  }
  return { right, all };
}

describe('one kind of evidence', () => {
  it('is not enough: names alone, values alone', () => {
    const { right, all } = rightWith({ names: true, values: true });
    expect(right).toBe(all);
    expect(rightWith({ names: true, values: false }).right).toBeLessThan(0.95 * all);
    expect(rightWith({ names: false, values: true }).right).toBeLessThan(0.75 * all);
  });
});

describe('any BOM', () => {
  interface Part {
    readonly designators: readonly string[];
    readonly mpn: string;
    readonly manufacturer: string;
    readonly value: string;
    readonly isPlaced: boolean;
  }

  /** Headers of one file, by language. */
  const HEADERS = [
    ['Designator', 'Quantity', 'Manufacturer Part Number', 'Manufacturer', 'Value', 'DNP', 'Item'],
    ['Reference(s)', 'Qty', 'MPN', 'Mfr', 'Val', 'Do Not Populate', '#'],
    ['RefDes', 'QTY.', 'Mfr. Part #', 'MFG Name', 'VALUE', 'dnf', 'Line'],
    ['Bezeichner', 'Menge', 'Herstellernummer', 'Hersteller', 'Wert', 'Nicht bestücken', 'Pos.'],
    ['Repère', 'Quantité', 'Référence fabricant', 'Fabricant', 'Valeur', 'Non monté', 'Ligne'],
    ['Referencia', 'Cantidad', 'MPN', 'Fabricante', 'Valor', 'No montar', 'Línea'],
    ['Riferimenti', 'Quantità', 'Codice produttore', 'Produttore', 'Valore', 'Non montare', 'Riga'],
    ['Поз. обозначение', 'Кол-во', 'MPN', 'Производитель', 'Номинал', 'Не устанавливать', '№ п/п'],
    ['位号', '数量', '制造商型号', '制造商', '值', '不贴', '序号'],
    ['リファレンス', '数量', '型番', 'メーカー', '定数', '未実装', '項番'],
  ] as const;

  /** How each of these languages was written before Unicode, and how all of them are written now. */
  const ENCODINGS: Readonly<Record<string, string>> = {
    Bezeichner: 'windows-1252',
    Repère: 'windows-1252',
    'Поз. обозначение': 'windows-1251',
    位号: 'gb18030',
    リファレンス: 'shift_jis',
  };
  const UNICODE = ['utf-8', '\ufeffutf-8', 'utf-16le', '\ufeffutf-16le', '\ufeffutf-16be'] as const;

  const part = fc.record({
    letters: fc.constantFrom('R', 'C', 'U', 'D', 'Q', 'L', 'J'),
    count: fc.integer({ min: 1, max: 6 }),
    mpn: fc.constantFrom(
      'RC0603FR-0710KL',
      'GRM188R71H104KA93D',
      'STM32F103C8T6',
      '2N7002,215',
      '61300311121',
      'MAX232CPE+',
      'LM358DR',
      'BAT54S-7-F',
      '74HC4067BQ,118',
      'PTS645SL50SMTR92 LFS',
    ),
    manufacturer: fc.constantFrom(
      'Yageo',
      'Murata',
      'STMicroelectronics',
      'Nexperia',
      'Würth Elektronik',
      'Texas Instruments',
      'Acme; Ltd',
      'C&K',
    ),
    value: fc.constantFrom('10k', '100n', '4u7', '1uF/16V', 'LED red', '', '12MHz'),
    isPlaced: fc.boolean(),
  });

  /** Parts with designators of their own, and one of several designators, so that nothing is grouped. */
  const bom = fc.array(part, { minLength: 3, maxLength: 12 }).map((parts): Part[] => {
    let next = 1;
    return parts.map(({ letters, count, ...rest }, i) => ({
      ...rest,
      designators: Array.from({ length: i === 0 ? Math.max(2, count) : count }, () => `${letters}${next++}`),
    }));
  });

  const layout = fc.record({
    headers: fc.constantFrom(...HEADERS),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    encoding: fc.constantFrom('its own', ...UNICODE),
    end: fc.constantFrom('\n', '\r\n'),
    between: fc.constantFrom(',', ', ', ' ', ';', '\n'),
    title: fc.constantFrom([], ['Widget board'], ['Project:', 'Widget'], ['Widget', 'Revision', 'B']),
    footer: fc.constantFrom([], ['Total:', '99']),
    mark: fc.constantFrom('x', 'DNP', 'yes', '1'),
    ranges: fc.boolean(),
  });

  function write(
    parts: readonly Part[],
    { headers, order, separator, end, between, title, footer, mark, ranges }: typeof layout extends
      fc.Arbitrary<infer T> ? T : never,
  ): string {
    const quoted = (cell: string) => /[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const rows = parts.map(({ designators, mpn, manufacturer, value, isPlaced }, i) => {
      const [first = '', ...rest] = designators;
      const names = ranges && rest.length > 0 ? `${first}-${rest.at(-1)}` : designators.join(between);
      return [
        names,
        String(designators.length),
        mpn,
        manufacturer,
        value,
        isPlaced ? '' : mark,
        String(i + 1),
      ];
    });
    const table = [headers as readonly string[], ...rows].map((row) => order.map((i) => row[i]!));
    return [
      ...(title.length > 0 ? [title, []] : []),
      ...table,
      ...(footer.length > 0 ? [[], footer] : []),
    ].map((row) => row.map(quoted).join(separator)).join(end);
  }

  /** Utf-8 where the language's own encoding lacks a letter of a name. */
  function bytesOf(text: string, { encoding, headers }: { encoding: string; headers: readonly string[] }) {
    if (encoding === 'its own') {
      return encode(text, ENCODINGS[headers[0]!] ?? 'utf-8') ?? encode(text, 'utf-8')!;
    }
    const mark = encoding.startsWith('\ufeff') ? '\ufeff' : '';
    return encode(mark + text, encoding.slice(mark.length))!;
  }

  it('comes back as it was written, in whatever language, layout, encoding and separator', async () => {
    await fc.assert(
      fc.asyncProperty(bom, layout, async (parts, how) => {
        const { lines, questions } = previewOpened(await openFile(bytesOf(write(parts, how), how)), {});
        expect(lines.map(({ designators, quantity, mpn, manufacturer, value, do_not_place, alternates }) => ({
          designators,
          quantity,
          mpn,
          manufacturer,
          value,
          do_not_place,
          alternates,
        }))).toEqual(parts.map(({ designators, mpn, manufacturer, value, isPlaced }) => ({
          designators,
          quantity: designators.length,
          mpn,
          manufacturer,
          value: value || null,
          do_not_place: !isPlaced,
          alternates: [],
        })));
        expect(questions).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of any cells at all is read or refused, and each row is in a line or said', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'R1',
        'R1-R5',
        '10k',
        'Total',
        'MPN',
        'Qty',
        'Ref',
        'DNP',
        'x',
        'RC0603FR-0710KL',
        'Yageo',
        '4',
        '1.000',
        'or',
        '-',
        'Notes:',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        (rows) => {
          const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(
            '\n',
          );
          let read;
          try {
            read = previewOpened(openText(text), {});
          } catch (error) {
            expect(error).toBeInstanceOf(BomRefusal);
            return;
          }
          const { mapping, lines, issues, dropped } = read;
          const told = new Set([
            ...mapping.header_rows,
            ...lines.flatMap((line) => line.rows),
            ...dropped.map(({ row }) => row),
            ...issues.map(({ row }) => row),
          ]);
          for (const { number } of openText(text).tables[mapping.table]!.rows) {
            expect(
              told.has(number),
              `row ${number}`,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
