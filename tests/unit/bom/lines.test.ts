/** What is said of a file that was read, and what is not taken for granted. */
import { describe, expect, it } from 'vitest';
import { openFile, openText } from '../../../shared/bom/open.ts';
import { previewOpened, readOpened } from '../../../shared/bom/preview.ts';
import type { ColumnRole } from '../../../shared/domain/mapping.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';
import { MAX_LINES } from '../../../shared/domain/limits.ts';
import { xlsx } from '../../support/bom-files/workbook.ts';

const read = (text: string, named: NonNullable<Parameters<typeof previewOpened>[1]['named']> = {}) =>
  previewOpened(openText(text), { named });
const numbers = (text: string) => read(text).lines.map(({ mpn }) => mpn);
const issuesOf = (text: string, code: string) => read(text).issues.filter((issue) => issue.code === code);

function refusalOf(...args: Parameters<typeof read>): BomRefusal {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof BomRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a quantity', () => {
  const quantityOf = (text: string) => read(`MPN,Qty\nA,"${text}"`).lines[0]?.quantity;

  it.each([
    ['3', 3],
    ['0', 0],
    ['2.5', 2.5],
    ['4,0', 4],
    ['1,5', 1.5],
    ['.5', 0.5],
    ['4 pcs', 4],
    ['4pcs.', 4],
    ['4 Stk', 4],
    ['4 Stück', 4],
    ['4x', 4],
    ['x4', 4],
    ['*4', 4],
    ['10 ea', 10],
    ['1.000,0', 1000],
    ['1 000', 1000],
  ])('%j is %j', (text, quantity) => {
    expect(quantityOf(text)).toBe(quantity);
  });

  it.each([
    'many',
    '-1',
    '1.2.3',
    '3 boxes',
    'Infinity',
    '0x10',
    '1e3',
    '5-6',
    `4${' '.repeat(100_000)}boxes`,
  ])(
    'that is none is an issue of its line: %j',
    (text) => {
      const { lines, issues } = read(`MPN,Qty\nA,1\nB,"${text}"`);
      expect(lines[1]).toMatchObject({ mpn: 'B', quantity: null });
      const [issue] = issues.filter(({ code }) => code === 'quantity_unread');
      expect(issue).toMatchObject({ severity: 'warning', row: 3, column: 'Qty' });
      expect(issue!.detail).toContain('Row 3, column "Qty"');
      expect(issue!.detail.length).toBeLessThan(200);
    },
  );

  it('that could be two is read as the others of its column are', () => {
    const quantities = (csv: string) => read(csv).lines.map(({ quantity }) => quantity);
    expect(quantities('MPN;Qty\nA;1.000\nB;2,5')).toEqual([1000, 2.5]);
    expect(quantities('MPN;Qty\nA;1.000\nB;2.5 pcs')).toEqual([1, 2.5]);
  });

  it('that could be two is the one that the designators say', () => {
    expect(read('Ref;MPN;Qty\nR1;A;1.000').lines[0]?.quantity).toBe(1);
  });

  it('that could be two is asked about, and each answer is a mapping that reads it', () => {
    const text = 'MPN;Qty\nA;1.000\nB;20';
    const { questions, lines } = read(text);
    expect(lines[0]?.quantity).toBeNull();
    expect(questions).toMatchObject([{ code: 'decimal_mark', detail: 'Is "1.000" 1 or 1000 pieces?' }]);
    expect(questions[0]!.options.map(({ label }) => label)).toEqual(['1000', '1']);
  });
});

describe('the header', () => {
  it.each<[what: string, csv: string, left: number[]]>([
    ['a title and its data', 'Widget board rev 2,,\nDate:,1 May\n\nMPN,Qty,Ref\nA,1,R1\n', [1, 2]],
    ['a title that speaks of a part number', 'Part Number:,PCB-12\nMPN,Qty\nA,1\n', [1]],
    ['nothing', 'MPN,Qty\nA,1', []],
  ])('is found below %s, and what stands above it is said to be left out', (_what, csv, left) => {
    expect(read(csv).lines).toMatchObject([{ mpn: 'A', quantity: 1 }]);
    expect(issuesOf(csv, 'row_above_header').map(({ row }) => row)).toEqual(left);
  });

  it('may stand in row 30 and no lower', () => {
    const below = (rows: number) => `${'a title\n'.repeat(rows)}MPN,Qty\nRC0603FR-0710KL,1\n`;
    expect(read(below(29)).mapping.header_rows).toEqual([30]);
    expect(refusalOf(below(30)).code).toBe('no_part_number_column');
  });

  it.each([
    'MPN,aa,bb\nRC0603FR-0710KL,1,2',
    'aa,bb,MPN,cc\n1,2,RC0603FR-0710KL,x\n3,4,RC0603FR-071KL,y',
    'A list\n\nMPN,aa,bb\nRC0603FR-0710KL,1,2',
  ])('may name the part numbers and nothing else that is known, above a single line: %j', (csv) => {
    const [line] = read(csv).lines;
    expect(line).toMatchObject({ mpn: 'RC0603FR-0710KL' });
    expect(Object.keys(line!.extra)).toEqual(expect.arrayContaining(['aa', 'bb']));
  });

  it('is no row of parts that has such a word among them', () => {
    expect(refusalOf('rot,MPN,4711,0.15\nblau,x,4712,0.15').code).toBe('no_part_number_column');
  });

  it.each([
    [
      'a row of prose in which each cell names what it holds',
      'U1, a chip, in stock\n* Source: DigiKey P/N=568-4016-5-ND, Price=5.62, Casing=28-TSSOP\n* Sheet: http://shop.example/a, page 1, 2\n* Source: DigiKey P/N=MAX7221CWG+, Price=13.00, Casing=24-SOIC',
    ],
    [
      'the ends of remarks that are cut at blanks',
      'OLED         small one\n3V3R         MCP1824ST-3302E/DB (6V 300mA 0.2Vdo)\n             MCP1825S-3302E/DB (6V 500mA 0.21Vdo)\n             TC1262-3.3VDBTR (6V 500mA 0.3Vdo)\n             MCP1755T-3302E/DC (16V 300mA 0.5Vdo)\n             MIC2920A-3.3WS TR (26V 400mA 0.75Vdo) Change C1 to 10uF.\nCDS          4mm pitch\nPWR,SER      2-pin 0.1" header',
    ],
  ])('is not %s', (_what, text) => {
    expect(refusalOf(text).code).toBe('no_part_number_column');
  });

  it('may name categories, which are no values: what the items are called is', () => {
    const csv =
      'Category,Item,Qty,Unit price,Specification\nBrakes,Disc carrier 30 mm,1,34.7,Confirm the bolts\nElectrical,LM358DR,1,0.4,Amplifier\nElectrical,DC fuse and holder,1,35,60-80 A';
    expect(read(csv).lines).toMatchObject([
      { value: 'Disc carrier 30 mm', description: 'Confirm the bolts' },
      { value: 'LM358DR', description: 'Amplifier' },
      { value: 'DC fuse and holder', description: '60-80 A' },
    ]);
    for (const name of ['Part Category', 'Component Category', 'Item Category', 'Product Category']) {
      const { lines: [line] } = read(`${name},Ref,Qty,MPN\nResistor,R1,1,RC0603FR-0710KL`);
      expect([line!.value, line!.description]).toEqual([null, 'Resistor']);
    }
    const alone = read('Category,Ref,Qty,MPN\nResistor,R1,1,RC0603FR-0710KL\nResistor,R2,1,RC0603FR-071KL');
    expect(alone.lines).toMatchObject([{ description: 'Resistor' }, { description: 'Resistor' }]);
  });

  it('is found by the names of the caller, too', () => {
    const { mapping, lines } = read('Title\nBestellwort,Zahl\nA,3', { mpn: 'Bestellwort', quantity: 'Zahl' });
    expect(mapping.header_rows).toEqual([2]);
    expect(lines).toMatchObject([{ mpn: 'A', quantity: 3 }]);
  });
});

describe('a column that the caller names', () => {
  it('has that role against every guess, and no other column has it', () => {
    const { mapping, lines } = read('MPN,Order code\nA,B', { mpn: 'Order code' });
    expect(lines).toMatchObject([{ mpn: 'B', alternates: [] }]);
    expect(mapping.columns.map(({ role, confidence }) => [role, confidence])).toEqual([
      ['extra', expect.any(Number)],
      ['mpn', 1],
    ]);
  });

  it('may be named for two fields', () => {
    expect(read('Qty,Text\n1,A1', { mpn: 'Text', description: 'Text' }).lines).toMatchObject([{
      mpn: 'A1',
      description: 'A1',
    }]);
  });

  it('and is not there is refused with what there is', () => {
    const refusal = refusalOf('MPN,Menge\nA,1', { quantity: 'menge' });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'unknown_column' });
    expect(refusal.detail).toContain('"menge" for quantity');
    expect(refusal.detail).toContain('"MPN", "Menge"');
    expect(refusalOf(',MPN\nA,B', { quantity: '' }).code).toBe('unknown_column');
  });

  it.each(['__proto__', 'constructor', 'toString'])('may have any name: %s', (name) => {
    expect(read(`${name},Qty\nA,1`, { mpn: name }).lines[0]?.mpn).toBe('A');
  });
});

describe('rows that are no lines', () => {
  it.each<[what: string, csv: string, row: number]>([
    ['counts of an exporter', 'MPN,References\nA,R1\n\nComponent Count:,1\n', 4],
    ['a date', 'Reference,MPN,Qty\nR1,A,1\n\nDate:,2020-05-01,\n', 4],
    ['sums', 'MPN,Qty,Price\nA,1,2\n\nGrand total,,2\n', 4],
    ['a sum right below', 'Ref,MPN,Qty\nR1,A,1\nTotal,,1\n', 3],
    ['section titles', 'MPN,Qty\nResistors:,\nA,1\n', 2],
    ['rules', 'MPN,Qty\n---,---\nA,1\n', 2],
  ])('are left out and listed: %s', (_what, csv, row) => {
    expect(numbers(csv)).toEqual(['A']);
    const { issues, dropped } = read(csv);
    expect(dropped.map((one) => one.row)).toEqual([row]);
    expect(issues.filter(({ code }) => code === 'row_is_no_line')).toMatchObject([
      { severity: 'warning', row, column: null, detail: expect.stringContaining(`Row ${row}`) },
    ]);
  });

  it.each<[what: string, csv: string, mpns: (string | null)[]]>([
    ['part numbers behind a blank row', 'MPN,Qty\nA,1\n\nRC0603FR-0710KL,2\n885012206095,1', [
      'A',
      'RC0603FR-0710KL',
      '885012206095',
    ]],
    ['a part behind a label', 'Comment,MPN\nL,A\n\nResistor:,RC0603FR-0710KL', ['A', 'RC0603FR-0710KL']],
    ['a part for a total', 'Ref,MPN\nR1,A\n\nTotal,RC0603FR-0710KL', ['A', 'RC0603FR-0710KL']],
  ])('are not %s', (_what, csv, mpns) => {
    expect(numbers(csv)).toEqual(mpns);
    expect(issuesOf(csv, 'row_is_no_line')).toEqual([]);
  });
});

describe('a cell for a part number', () => {
  it.each<[text: string, number: string | null]>([
    ['RC0603FR-0710KL', 'RC0603FR-0710KL'],
    ['M3X8-A2', 'M3X8-A2'],
    ['M3-SCREW', null],
    ['M3_SCREWS', null],
    ['SMD-LED', null],
    ['10K', null],
    ['61300311121.0', '61300311121'],
    ['SS14 diode', 'SS14'],
    ['XT60 plug', 'XT60 plug'],
    ['1N60 diode', '1N60'],
    ['100n 50V', null],
    ['4u7', null],
    ['3386F', '3386F'],
    ['78M05', '78M05'],
    ['C0402-12p', null],
    ['COIL,22uH', null],
    ['CONN_01X04', null],
    ['USB2.0 type connector', null],
    ['MF12 100K', 'MF12 100K'],
    ['C-002RX 32.7680K-E:PBFREE', 'C-002RX 32.7680K-E:PBFREE'],
    ['0451.500 fuse', '0451.500'],
    ['RJ45 jack', null],
    ['DIP8 socket', null],
    ['pluggable 4.7k pot', null],
    ['power 2x20 header', null],
  ])('%j holds %j', (text, number) => {
    expect(numbers(`MPN,Qty,Ref\nLM358D,1,U1\n${text},1,X1`)).toEqual(['LM358D', number]);
  });

  it.each<[text: string, alternates: string[]]>([
    ['LM358D;LM358DR', ['LM358DR']],
    ['LM358D|LM358DR', []],
    ['LM358D||LM358DR', ['LM358DR']],
    ['LM358D\\,LM358DR', []],
    ['LM358D或LM358DR', ['LM358DR']],
  ])('%j names the alternates %j', (text, alternates) => {
    const [line] = read(`MPN,Qty,Ref\n"${text}",1,U1`).lines;
    expect(line!.alternates.map(({ mpn }) => mpn)).toEqual(alternates);
  });
});

describe('what a spreadsheet made of a cell', () => {
  it.each<[text: string, code: string]>([
    ['8.85E+11', 'number_lost'],
    ['2024-01-01', 'number_is_date'],
    ['1-Mar', 'number_is_date'],
    ['Dec-2030', 'number_is_date'],
    ['#N/A', 'formula_error'],
    ['#DIV/0!', 'formula_error'],
  ])('is said of %j: %s', (text, code) => {
    const csv = `MPN,Qty,Ref\nLM358D,1,U1\n${text},1,U2`;
    expect(issuesOf(csv, code)).toMatchObject([{ severity: 'warning', row: 3, column: 'MPN' }]);
    expect(read(csv).lines).toHaveLength(2);
    if (code === 'formula_error') expect(numbers(csv)).toEqual(['LM358D', null]);
  });

  it.each(['DEC2030', 'MAR-01A', '1-1337482-0'])('is not thought of %j', (text) => {
    expect(read(`MPN,Qty,Ref\nLM358D,1,U1\n${text},1,U2`).issues).toEqual([]);
  });
});

describe('a policy behind a number', () => {
  it('is the line’s, beside what a column for it says', () => {
    const { lines } = read(
      'Ref,Qty,MPN,Substitution\nU1,1,LM358D or equivalent,\nU2,1,LM393D (or similar),ask first\nU3,1,NE555D,No\n',
    );
    expect(lines.map(({ mpn, substitution }) => [mpn, substitution])).toEqual([
      ['LM358D', 'or equivalent'],
      ['LM393D', 'ask first\nor similar'],
      ['NE555D', 'No'],
    ]);
  });
});

describe('a legend of colours below a table', () => {
  it('may mean any of its lines', () => {
    const text =
      'Ref,Qty,MPN\nR1,1,RC0603FR-0710KL\nC1,1,GRM188R71H104KA93D\n\nGreen,in stock,\nyellow rows: do not populate,,\n';
    expect(issuesOf(text, 'legend_not_placed').map(({ row }) => row)).toEqual([2, 3]);
  });

  it.each([
    [
      'lamps with places',
      'Value,Description,Designator\nRed,LED indicator,D1\nGreen,LED indicator,D2\nBlue,LED indicator,D3\n10k,Thick film resistor,R1\n100n,Ceramic capacitor,C1\n',
      ['D1', 'D2', 'D3', 'R1', 'C1'],
    ],
    [
      'the parts of EAGLE',
      'Value;Package;Parts\nRED;LED CHIP 0805;D1\nGREEN;LED CHIP 0805;D2\n10k;R0603;R1\n',
      ['D1', 'D2', 'R1'],
    ],
    [
      'sockets of two colours',
      'Value,Description,Designator\nRed,Banana socket,J1\nBlack,Banana socket,J2\n10k,Resistor,R1\n',
      ['J1', 'J2', 'R1'],
    ],
    [
      'places that are called by a word',
      'Value,Description,Designator\nRed,LED indicator,STATUS\n10k,Resistor,R1\n100n,Capacitor,C1\n47k,Resistor,R2\n',
      ['STATUS', 'R1', 'C1', 'R2'],
    ],
  ])('is none of the coloured parts of a table: %s', (_, text, places) => {
    expect(read(text).lines.flatMap(({ designators }) => designators)).toEqual(places);
    expect(issuesOf(text, 'row_is_no_line')).toEqual([]);
  });

  it('is none that has an amount', () => {
    const counted = 'Value,Description,Qty\nRed,Banana socket,2 pcs\n10k,Thick film resistor,3\n';
    expect(read(counted).lines.map(({ quantity }) => quantity)).toEqual([2, 3]);
  });
});

describe('columns that are called as the one of values', () => {
  it('are told of in twenty rows of the first, and of the others by their number', () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const other = i % 4 === 0 ? '22u' : '10k';
      return `R${i + 1},10k,${other},${other},${other}`;
    });
    const opened = openText(`Designator,Value,Value,Value,Value\n${rows.join('\n')}`);
    const { issues } = readOpened(opened, previewOpened(opened, {}).mapping);
    const told = issues.filter(({ code }) => code === 'value_differs');
    expect(told).toHaveLength(20);
    expect(told.at(-1)!.detail).toMatch(/ The same goes for 10 more\.$/);
  });
});

describe('a quantity that the designators contradict', () => {
  it('is kept, and what is no quantity is counted, in a sentence that is right of one and of two', () => {
    const { issues, lines } = read('MPN,Qty,Ref\nLM358D,2,U1\nLM358DR,two,U2\nLM358DRG4,,U3');
    expect(lines.map(({ quantity }) => quantity)).toEqual([2, 1, 1]);
    expect(issues.map(({ detail }) => detail)).toEqual([
      'Row 2, column "Qty": The quantity is 2, and the number of designators is 1. 2 was kept.',
      'Row 3, column "Qty": "two" is not a quantity. 1 was taken, the number of designators.',
      'Row 4, column "Qty": Nothing stands here. 1 was taken, the number of designators.',
    ]);
  });

  it('is counted where each is 0, in a sentence that says why', () => {
    const zeros = issuesOf('MPN,Qty,Ref\nLM358D,0,"U1,U4"\nLM358DR,0,U2\nLM358DRG4,0,U3', 'quantity_unread');
    expect(zeros.map(({ detail }) => detail)[0]).toBe(
      'Row 2, column "Qty": "0" is what stands at each placed part, as of a formula that nobody computed. 2 was taken, the number of designators.',
    );
  });
});

describe('a quantity that was left empty', () => {
  it.each(['Stock Qty', 'Min Order Qty', 'Count per reel', 'Total Qty for 100'])(
    'is counted from the designators, and not taken from "%s"',
    (other) => {
      const { lines } = read(
        `Ref,Qty,${other},MPN\n"R1,R2",,500,RC0603FR-0710KL\nC1,,120,GRM188R71H104KA93D\nU1,,30,STM32F103C8T6`,
      );
      expect(lines.map(({ quantity }) => quantity)).toEqual([2, 1, 1]);
    },
  );

  it('is taken from a column that is called a quantity as clearly', () => {
    const { lines } = read('Qty,Quantity,MPN\n,5,RC0603FR-0710KL\n,3,GRM188R71H104KA93D');
    expect(lines.map(({ quantity }) => quantity)).toEqual([5, 3]);
  });
});

describe('cells that are merged downwards', () => {
  const header = ['Ref', 'Qty', 'MPN', 'Manufacturer'];
  const merged = async (rows: (string | number | null)[][], merges: [number, number, number, number][]) => {
    const opened = await openFile(xlsx([{ name: 'BOM', rows: [header, ...rows], merges }]));
    return previewOpened(opened, {}).lines.map((
      { designators, mpn, manufacturer, alternates },
    ) => [designators.join(), mpn, manufacturer, ...alternates.map(({ mpn }) => mpn)]);
  };

  it('are said of each row that has designators of its own', async () => {
    const rows = [['U1', 1, 'LM358D', 'TI'], ['U2, U3', 2, null, null], ['U4', 1, 'LM393D', 'TI']];
    expect(await merged(rows, [[1, 2, 2, 2], [1, 3, 2, 3]])).toEqual([
      ['U1', 'LM358D', 'TI'],
      ['U2,U3', 'LM358D', 'TI'],
      ['U4', 'LM393D', 'TI'],
    ]);
    expect(await merged(rows, [])).toContainEqual(['U2,U3', null, null]);
  });

  it('are one part and its alternates where designators are merged', async () => {
    const rows = [['U1', 1, 'LM358D', 'TI'], [null, null, 'LM358DR', null], ['U4', 1, 'LM393D', 'TI']];
    expect(await merged(rows, [[1, 0, 2, 0], [1, 1, 2, 1], [1, 3, 2, 3]])).toEqual([
      ['U1', 'LM358D', 'TI', 'LM358DR'],
      ['U4', 'LM393D', 'TI'],
    ]);
  });
});

describe('a column that says what another leaves out', () => {
  it('stands in for a value: programs write the name of a part without one into its comment', () => {
    const { lines } = read(
      'No.,Quantity,Comment,Designator,Footprint,Value\n1,1,100nF,C1,C0603,100nF\n2,1,Cap Semi,C2,C0603,10uF\n3,1,AO3400A,Q5,SOT-23-3,\n4,2,1N5819WS,"D6, D7",SOD-323,\n5,1,ICM-42670-P,U2,LGA-14,',
    );
    expect(lines.map(({ value }) => value)).toEqual(['100nF', '10uF', 'AO3400A', '1N5819WS', 'ICM-42670-P']);
    expect(lines.map(({ note }) => note)).toEqual([null, 'Cap Semi', null, null, null]);
  });

  it('stands in for one of the same name', () => {
    const { lines } = read(
      'Qty,Parts,Value,Description,MPN,DESCRIPTION\n1,R1,10k,resistor of the board,RC0603FR-0710KL,\n1,C1,100n,,GRM188R71H104KA93D,ceramic capacitor 50 V\n1,U1,,some controller of ST,STM32F103C8T6,\n',
    );
    expect(lines.map(({ description }) => description)).toEqual([
      'resistor of the board',
      'ceramic capacitor 50 V',
      'some controller of ST',
    ]);
  });

  it('is a note where it has sentences', () => {
    const { lines } = read(
      'Comment,Designator,Value\nplace this one by hand please,C1,100nF\nsee the note on page two,U2,\nask before you order it,C3,',
    );
    expect(lines.map(({ value, note }) => [value, note])).toEqual([
      ['100nF', 'place this one by hand please'],
      [null, 'see the note on page two'],
      [null, 'ask before you order it'],
    ]);
  });
});

describe('a column that is called after the parts', () => {
  it.each(['Component', 'Bauteil', 'Type'])('%s describes them where no other column does', (name) => {
    const { lines } = read(
      `${name},Names,Value,Quantity\nATmega328-DIL,U10,,1\nDiode,"D1,D2",1N4148,2\nQuartz HC49,Y1,16 MHz,1\nElko stehend,C1,100u,1\n`,
    );
    expect(lines.map(({ description }) => description)).toEqual([
      'ATmega328-DIL',
      'Diode',
      'Quartz HC49',
      'Elko stehend',
    ]);
  });

  it('has the places where its cells are places', () => {
    const { lines } = read('Component,Value,Quantity\n"R1, R2",10k,2\nC1,100n,1\n');
    expect(lines.map(({ designators, description }) => [designators.join(), description])).toEqual([
      ['R1,R2', null],
      ['C1', null],
    ]);
  });
});

describe('columns of a program’s list', () => {
  it('of two packages the fuller one is read, and the other fills its gaps', () => {
    const { lines } = read(
      'Qty,Value,Parts,PACKAGE3,Package\n1,10k,R1,,R0603\n1,100n,C1,,C0805\n1,1u,C2,,C0603\n1,LM358,U1,SOIC8,\n',
    );
    expect(lines.map(({ footprint }) => footprint)).toEqual(['R0603', 'C0805', 'C0603', 'SOIC8']);
  });

  it('positions describe nothing', () => {
    const { lines } = read(
      'Part,Value,Package,Position (mm)\nR1,10k,R0603,(1.7272 34.29)\nR2,10k,R0603,(11.72 134.29)\nC1,100n,C0603,(21.7272 4.29)\n',
    );
    expect(lines.map(({ designators, description }) => [designators.join(), description])).toEqual([
      ['R1,R2', null],
      ['C1', null],
    ]);
  });

  it('the size of a part with wires is shifted from nowhere', () => {
    const text = 'Part,Value,Package,Qty\nR2,150,0204/7,1\nR3,20,0204/7,1\nC1,100n,C0603,1\n';
    expect(issuesOf(text, 'cells_shifted')).toEqual([]);
  });
});

describe('a supplier', () => {
  it('is DigiKey for its numbers, whoever is named as the cheapest, and no words are numbers', () => {
    const { lines } = read(
      'Ref,Qty,Value,Part Number,Supplier,Order number\nR1,1,10k,RC0603FR-0710KL,TME,311-10.0KHRCT-ND\nC1,1,100n,GRM188R71H104KA93D,TME,GRM188R71H104\nJ1,1,jack,PJ-301M-12,Reichelt,LITZE BL\nU1,1,MCU,STM32F103C8T6,RS,Call for quote',
    );
    expect(lines.map(({ supplier_numbers: [first] }) => first)).toEqual([
      { supplier: 'DigiKey', number: '311-10.0KHRCT-ND' },
      { supplier: 'TME', number: 'GRM188R71H104' },
      { supplier: 'Reichelt', number: 'LITZE BL' },
      undefined,
    ]);
    expect(lines[3]!.extra).toMatchObject({ Supplier: 'RS', 'Order number': 'Call for quote' });
  });
});

describe('a workbook with a list that a program wrote beside the one that somebody filled in', () => {
  it('is read from the one whose fields are filled', async () => {
    const own = {
      name: 'BOM',
      rows: [
        ['Item', 'Qty', 'Locations/RefDes', 'Value', 'Manuf', 'MPN\nbold: no sub', 'DigiKey PN/link', 'Cost'],
        [1, 1, 'PCB', '2 layers', null, null, null, 10.8],
        [2, 2, 'R1,R2', 'RES 10K', 'Yageo', 'RC0603FR-0710KL', '311-10.0KHRCT-ND', 0.1],
        [3, 1, 'C1', 'CAP 100N', 'Murata', 'GRM188R71H104KA93D', '490-1532-1-ND', 0.1],
        [4, 2, 'U1-Hdr 1/2', 'CONN 24', 'Würth', '61302411121', '732-5331-ND', 1.3],
        [5, 1, 'U1', 'MCU', 'ST', 'STM32F103C8T6', '497-6063-ND', 3.1],
        [null, null, null, null, null, null, 'Total:', 20],
      ],
    };
    const header = ['Qty', 'Value', 'Parts', 'Device', 'Package', 'Description', 'DIGIKEY', 'MANUFACTURER'];
    const exported = {
      name: 'Export',
      rows: [
        [...header, 'MANUFACTURER_PART_NUMBER', 'MPN1', 'VALUE'],
        ...['R1, R2', 'C1', 'U1', 'J1', 'J2'].map((
          parts,
        ) => [1, '10k', parts, 'R-US_R0603', 'R0603', 'American symbol', null, null, null, null, null]),
        [
          1,
          '100n',
          'C2',
          'CAP',
          'C0603',
          'Cap',
          '490-1532-1-ND',
          'Murata',
          null,
          'GRM188R71H104KA93D',
          '100n',
        ],
      ],
    };
    for (const sheets of [[own, exported], [exported, own]]) {
      const { lines, mapping } = previewOpened(await openFile(xlsx(sheets)), {});
      expect(sheets[mapping.table]).toBe(own);
      expect(lines.map(({ mpn }) => mpn)).toEqual([
        null,
        'RC0603FR-0710KL',
        'GRM188R71H104KA93D',
        '61302411121',
        'STM32F103C8T6',
      ]);
    }
  });
});

describe('a quantity that is merged over several lines', () => {
  const merged = async (
    header: string[],
    rows: (string | number | null)[][],
    merge: [number, number, number, number],
  ) => {
    const opened = await openFile(xlsx([{ name: 'BOM', rows: [header, ...rows], merges: [merge] }]));
    const { lines, issues } = previewOpened(opened, {});
    return {
      quantities: lines.map(({ quantity }) => quantity),
      told: issues.filter(({ code }) => code === 'quantity_merged').map((
        { row, severity },
      ) => [row, severity]),
      details: issues.map(({ detail }) => detail).join('\n'),
    };
  };

  it('is none of any of them: designators are counted, and each line says so', async () => {
    const rows = [['U1', 4, 'LM358D'], ['U2, U3', null, 'LM393D'], ['U4', 1, 'NE555P']];
    const { quantities, told, details } = await merged(['Ref', 'Qty', 'MPN'], rows, [1, 1, 2, 1]);
    expect(quantities).toEqual([1, 2, 1]);
    expect(told).toEqual([[2, 'warning'], [3, 'warning']]);
    expect(details).toContain(
      '"4" stands in one cell for rows 2 to 3, for each of them or for all together.',
    );
  });

  it('is left open where there are no designators', async () => {
    const rows = [[1, 'LM358D', 4], [2, 'LM393D', null], [3, 'NE555P', 1]];
    const { quantities, told } = await merged(['Item', 'MPN', 'Qty'], rows, [1, 2, 2, 2]);
    expect(quantities).toEqual([null, null, 1]);
    expect(told).toEqual([[2, 'warning'], [3, 'warning']]);
  });

  it('is that of a part where the other rows are its alternates', async () => {
    const rows = [['U1', 1, 'LM358D'], [null, null, 'LM358DR'], ['U4', 1, 'LM393D']];
    expect(await merged(['Ref', 'Qty', 'MPN'], rows, [1, 1, 2, 1])).toMatchObject({
      quantities: [1, 1],
      told: [],
    });
  });
});

describe('a second row below the header', () => {
  it.each([
    ['that says in which units columns count', ',pcs,,EUR'],
    ['that names some columns once more', 'Reference,,Part number,'],
    ['in another language', 'Referenz,Menge,Herstellernummer,Preis'],
  ])('%s is part of it', (_what, second) => {
    const { mapping, lines } = read(
      `Designator,Qty,MPN,Price\n${second}\nR1,1,RC0603FR-0710KL,0.1\nR2,1,A2,0.2`,
    );
    expect(mapping.header_rows).toEqual([1, 2]);
    expect(lines.map(({ designators }) => designators.join())).toEqual(['R1', 'R2']);
  });

  it.each([
    ['names a part', ',,ESP32-WROOM-32E,'],
    ['has a quantity', ',2,Board,'],
    ['stands below a column without a name', ',,,,pcs'],
  ])('is a row of the list where it %s', (_what, second) => {
    const { mapping } = read(`Designator,Qty,MPN,Price\n${second}\nR1,1,RC0603FR-0710KL,0.1`);
    expect(mapping.header_rows).toEqual([1]);
  });
});

describe('a designator that stands in two lines', () => {
  it('is told of at the second, and both lines are kept', () => {
    const text = 'Designator,Qty,MPN\n"R1,R2",2,A1\n"R2,R3,R1",3,A2\nR4,1,A3';
    expect(read(text).lines).toHaveLength(3);
    expect(issuesOf(text, 'designator_twice')).toMatchObject([{ severity: 'warning', row: 3 }]);
    expect(issuesOf(text, 'designator_twice')[0]!.detail).toContain('R2 and 1 more also stand in row 2.');
  });

  it('counts once where its rows are one line', () => {
    const text = 'Designator,Qty,MPN\nR1,1,A1\nR2,1,A1\nR3,1,A1\nR1,1,A1';
    expect(read(text).lines).toMatchObject([{ designators: ['R1', 'R2', 'R3'], quantity: 3 }]);
    const [told] = issuesOf(text, 'designator_twice');
    expect(told!.detail).toMatch(/R1 also stands in row 2\. It is the same part, and was counted once\.$/);
  });

  it('is told of fifty times at most', () => {
    const rows = Array.from({ length: 61 }, (_, i) => `"R1,C${i}",2,A${i}`);
    const told = issuesOf(`Designator,Qty,MPN\n${rows.join('\n')}`, 'designator_twice');
    expect(told).toHaveLength(50);
    expect(told.at(-1)!.detail).toContain('The same goes for 10 more lines.');
  });

  it.each([
    ['one of them is not placed', 'Designator,Qty,MPN,DNP\nR1,1,A1,\nR1,1,A2,x\nR2,1,A3,'],
    ['what stands there names no place', 'Designator,Qty,MPN\nPCB,1,A1\nPCB,1,A2\nR2,1,A3'],
    ['equal rows are one line', 'Designator,Qty,MPN\nR1,1,A1\nR2,1,A1\nR3,1,A1'],
  ])('is nothing to say where %s', (_what, text) => {
    expect(issuesOf(text, 'designator_twice')).toEqual([]);
  });
});

describe('a cell that says whether a part is placed', () => {
  it.each<[text: string, isNotPlaced: boolean]>([
    ['x', true],
    ['1', true],
    ['0', false],
    ['DNP', true],
    ['Do not place before rev 2', true],
    ['do_not_place', true],
    ['not fitted', true],
    ['fitted', false],
  ])('%j', (text, isNotPlaced) => {
    const [line] = read(`MPN,Qty,Ref,DNP\nLM358D,1,U1,${text}\nLM358DR,1,U2,`).lines;
    expect(line!.do_not_place).toBe(isNotPlaced);
  });
});

describe('a list with a row for each designator', () => {
  const grouped = (text: string) =>
    read(text).lines.map(({ designators, quantity }) => [designators.join(','), quantity]);

  it('becomes lines of equal parts, with what differs in other columns kept', () => {
    const text =
      'Designator,Value,Package,Mid X,Layer,Serie\nR1,10k,0603,1.5,Top,a\nR2,10k,0603,2.5,Bottom,a\nC1,100n,0402,3,Top,b';
    expect(grouped(text)).toEqual([['R1,R2', 2], ['C1', 1]]);
    expect(read(text).lines[0]).toMatchObject({
      rows: [2, 3],
      extra: { 'Mid X': '1.5; 2.5', Layer: 'Top; Bottom', Serie: 'a' },
    });
  });

  it('keeps parts apart that differ in a column nobody knows, or in the house’s number', () => {
    const rows = (header: string) =>
      `Designator,Package,${header}\nR1,0603,aa\nR2,0603,aa\nR3,0603,bb\nR4,0603,bb`;
    expect(grouped(rows('Sorte'))).toEqual([['R1,R2', 2], ['R3,R4', 2]]);
    expect(grouped(rows('Internal Part Number'))).toEqual([['R1,R2', 2], ['R3,R4', 2]]);
  });

  it('stays as it is where somebody counted and grouped already', () => {
    expect(grouped('Ref,Qty,Value\n"R1,R2",2,10k\nR7,1,10k\nC1,1,100n')).toEqual([['R1,R2', 2], ['R7', 1], [
      'C1',
      1,
    ]]);
    expect(grouped('Ref,Qty,Value\nR1,1,10k\nR7,1,10k\nC1,1,100n\nC2,1,1u\nU1,1,MCU')).toHaveLength(5);
  });
});

describe('nothing is left out without a word', () => {
  it('of the columns', () => {
    const [issue] = issuesOf('MPN,Colour of box,Qty\nA,red,1', 'columns_not_read');
    expect(issue).toMatchObject({ severity: 'info', row: null, column: null });
    expect(issue!.detail).toBe(
      'No field matches these columns; they are kept as written: "Colour of box". To have one read, choose its field, or rename its header.',
    );
    expect(read('MPN,Colour of box,Qty\nA,red,1').lines[0]?.extra).toEqual({ 'Colour of box': 'red' });
  });

  it.each([
    ['that is of values, too', 'Value / Part number'],
    ['of numbers, where it was taken for the value', 'Part number'],
  ])('of a cell once, in a column %s', (_what, name) => {
    const { lines } = read(
      `Ref,${name},Qty\nU1,STM32F103C8T6,1\nQ1,MMBT3904LT1G,1\nU2,MCP1700T-3302E/TT,1\nC1,100nF,1\nR1,5.1k,1`,
    );
    expect(lines.map(({ mpn, value, extra }) => [mpn ?? value, extra])).toEqual([
      ['STM32F103C8T6', {}],
      ['MMBT3904LT1G', {}],
      ['MCP1700T-3302E/TT', {}],
      ['100nF', {}],
      ['5.1k', {}],
    ]);
  });

  it('of the cells: each is in a field or in extra', () => {
    const text = 'Item,Ref,Qty,Value,Footprint,MPN,Note,Price,__proto__\n1,H1,1,hole,M3,M3 Hole,steel,0.10,x';
    const [line] = read(text).lines;
    expect(line).toMatchObject({
      designators: ['H1'],
      quantity: 1,
      value: 'hole',
      footprint: 'M3',
      mpn: null,
      note: 'steel',
    });
    expect(Object.entries(line!.extra)).toEqual(
      expect.arrayContaining([['Item', '1'], ['Price', '0.10'], ['__proto__', 'x'], ['MPN', 'M3 Hole']]),
    );
  });

  it('of the tables', () => {
    const text = 'Ref,Qty,MPN\nR1,1,RC0603FR-0710KL\n\nKey,Word,Meaning\na,b,c\nd,e,f';
    const { lines, issues } = read(text);
    const said = new Set(issues.map(({ row }) => row));
    const taken = new Set(lines.flatMap(({ rows }) => rows));
    for (const row of [2, 4, 5, 6]) expect(said.has(row) || taken.has(row), `row ${row}`).toBe(true);
  });
});

describe('a file is refused', () => {
  it('where nothing in it is known', () => {
    const refusal = refusalOf('Farbe,Preis\nrot,1');
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'no_part_number_column' });
    expect(refusal.detail).toContain('"Farbe", "Preis"');
  });

  it('and does not list at length what is in it', () => {
    const headers = Array.from({ length: 200 }, (_, i) => `farbe ${i} ${'x'.repeat(1_000)}`).join(',');
    expect(refusalOf(`${headers}\n1`, { mpn: 'MPN' }).detail.length).toBeLessThan(2_500);
  });

  it('where nothing stands below its header', () => {
    expect(refusalOf('MPN,Qty\n')).toMatchObject({
      code: 'empty_bom',
      detail: 'Below the header in row 1 there is no line. Send at least one.',
    });
  });

  it('with more lines than are possible', () => {
    expect(refusalOf(`MPN,Qty\n${'A,1\n'.repeat(MAX_LINES + 1)}`).code).toBe('too_many_lines');
    expect(numbers(`MPN,Qty\n${'A,1\n'.repeat(MAX_LINES)}\nTotal:,${MAX_LINES}\n`)).toHaveLength(MAX_LINES);
  });
});

describe('rows without a place or a count', () => {
  it('are each a line of their own in a list that has neither', () => {
    expect(
      numbers(
        'Designators,Quantity,Part Number,Manufacturer\n,,RC0603FR-0710KL,Yageo\n,,GRM188R71H104KA93D,Murata\n,,STM32F103C8T6,ST',
      ),
    )
      .toEqual(['RC0603FR-0710KL', 'GRM188R71H104KA93D', 'STM32F103C8T6']);
  });

  it('are alternates below a row that has them', () => {
    const { lines } = read(
      'Designators,Quantity,Part Number,Manufacturer\nR1,1,RC0603FR-0710KL,Yageo\n,,ERJ-3EKF1002V,Panasonic',
    );
    expect(lines).toMatchObject([{ mpn: 'RC0603FR-0710KL', alternates: [{ mpn: 'ERJ-3EKF1002V' }] }]);
  });
});

describe('a number with a name in brackets', () => {
  const partOf = (text: string) => read(`MPN,Qty,Ref\n"${text}",1,R1`).lines[0];

  it('is read as both, whichever brackets they are', () => {
    expect(partOf('RC0603FR-0710KL (Yageo)')).toMatchObject({
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
    });
    expect(partOf('RC0603FR-0710KL [Yageo]')).toMatchObject({
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
    });
  });

  it('costs no more than its length, however many blanks it has', () => {
    const before = process.cpuUsage();
    partOf(`A${' '.repeat(100_000)}B`);
    // a pattern that tries each blank takes half a minute
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });
});

describe('several columns that somebody set to one field', () => {
  /** The lines of a file whose columns are set by hand, as the page sets them. */
  function readAs(text: string, roles: readonly ColumnRole[]) {
    const opened = openText(text);
    const { mapping } = previewOpened(opened, {});
    return readOpened(opened, {
      ...mapping,
      columns: mapping.columns.map((column) => ({ ...column, role: roles[column.index]!, group: 0 })),
    }).lines;
  }

  it('give each part number the manufacturer of its own column', () => {
    const text = 'Ref,P,Q,R,S\nU1,LM358DR,TI,LM358DT,ST\nU2,LM393DR,TI,LM393DT,ST';
    const [line] = readAs(text, ['designators', 'mpn', 'manufacturer', 'mpn', 'manufacturer']);
    expect(line).toMatchObject({
      mpn: 'LM358DR',
      manufacturer: 'TI',
      alternates: [{ mpn: 'LM358DT', manufacturer: 'ST' }],
    });
  });

  it('do not give a second part number the manufacturer of the first', () => {
    const text = 'Ref,P,Q,R\nU1,LM358DR,TI,LM358DT\nU2,LM393DR,TI,LM393DT';
    const [line] = readAs(text, ['designators', 'mpn', 'manufacturer', 'mpn']);
    expect(line!.alternates).toEqual([{ mpn: 'LM358DT', manufacturer: null }]);
  });

  it('give a number the manufacturer that stands in the other column', () => {
    const text = 'MPN,Mfr,Manufacturer,Manufacturer Part Number\nRC0603FR-0710KL,,Yageo,\n,TI,,LM358DR';
    const lines = readAs(text, ['mpn', 'manufacturer', 'manufacturer', 'mpn']);
    expect(lines.map(({ mpn, manufacturer }) => [mpn, manufacturer])).toEqual([
      ['RC0603FR-0710KL', 'Yageo'],
      ['LM358DR', 'TI'],
    ]);
  });

  it('have all their designators read', () => {
    const text = 'Top,Bottom,MPN\n"R1,R2",R3,RC0603FR-0710KL\nR4,R4,RC0603FR-074K7L';
    const lines = readAs(text, ['designators', 'designators', 'mpn']);
    expect(lines.map(({ designators, quantity }) => ({ designators, quantity }))).toEqual([
      { designators: ['R1', 'R2', 'R3'], quantity: 3 },
      { designators: ['R4'], quantity: 1 },
    ]);
  });

  it('keep a second quantity beside the line', () => {
    const text = 'Ref,Qty,Qty 2,MPN\n"R1,R2",2,20,RC0603FR-0710KL\nR4,1,10,RC0603FR-074K7L';
    const lines = readAs(text, ['designators', 'quantity', 'quantity', 'mpn']);
    expect(lines.map(({ quantity, extra }) => ({ quantity, extra }))).toEqual([
      { quantity: 2, extra: { 'Qty 2': '20' } },
      { quantity: 1, extra: { 'Qty 2': '10' } },
    ]);
  });
});

describe('a remark behind the last named column, and an empty cell in the same row', () => {
  const typed = (...row: string[]) =>
    [
      ['Ref', 'Qty', 'MPN'],
      ['R1', '1', 'RC0603FR-0710KL'],
      ['R2', '1', 'RC0603FR-0722KL'],
      row,
      ['R4', '1', 'RC0603FR-0747KL'],
    ].map((cells) => cells.join('\t')).join('\n');

  it('moves no number below another name', () => {
    expect(numbers(typed('R3', '', 'RC0603FR-0733KL', '2x if needed'))).toEqual([
      'RC0603FR-0710KL',
      'RC0603FR-0722KL',
      'RC0603FR-0733KL',
      'RC0603FR-0747KL',
    ]);
  });

  it('is no part of a number in a workbook, where nothing parts the cells that a person could have left out', async () => {
    const rows = [
      ['Ref', 'Name', 'MPN', 'Price'],
      ['U1', 'driver', 'K155ID1', '150'],
      ['U2', 'tube', 'IN-14', '2480', 'https://shop.example/in14'],
      ['U3', 'coupler', 'TLP-627', '40'],
      ['U4', 'tube', 'IN-19A', '1500'],
      ['Q1', 'transistor', 'MPSA42', '3'],
    ];
    const { lines, issues } = previewOpened(await openFile(xlsx([{ name: 'BOM', rows }])), {});
    expect(lines.map(({ mpn, alternates }) => [mpn, alternates.length])).toContainEqual(['IN-14', 0]);
    expect(issues.map(({ code }) => code)).toContain('row_too_long');
  });

  it('is told of where it may be the number', () => {
    expect(issuesOf(typed('R3', '1', '', 'ECO-12345'), 'row_mended').map(({ row }) => row)).toEqual([4]);
  });
});

describe('text of a separated file in the first column of a workbook', () => {
  const inOneColumn = async (...rows: string[]) =>
    previewOpened(await openFile(xlsx([{ name: 'BOM', rows: rows.map((row) => [row]) }])), {}, 'show');

  it.each([',', ';'])('is parted at %j', async (mark) => {
    const { lines, issues } = await inOneColumn(
      ['Ref', 'Qty', 'MPN', 'Manufacturer'].join(mark),
      ['R1', '1', 'RC0603FR-0710KL', 'Yageo'].join(mark),
      [`"C1${mark} C2"`, '2', 'GRM188R71H104KA93D', 'Murata'].join(mark),
    );
    expect(lines.map(({ mpn, manufacturer, quantity }) => [mpn, manufacturer, quantity])).toEqual([
      ['RC0603FR-0710KL', 'Yageo', 1],
      ['GRM188R71H104KA93D', 'Murata', 2],
    ]);
    expect(issues.map(({ code }) => code)).toContain('row_mended');
  });

  it('is left as it is where it names no columns', async () => {
    const { mapping } = await inOneColumn(
      'Solder the small ones first, then the rest',
      'Turn it on, look',
      'Pack it, ship',
    );
    expect(mapping.columns).toHaveLength(1);
  });
});

describe('what is used as needed', () => {
  it.each(['A/R', 'AR', 'as required', 'ref', 'nach Bedarf'])(
    'is a line with a warning, its quantity being "%s"',
    (amount) => {
      const text = `Ref,Qty,MPN\nR1,1,RC0603FR-0710KL\nGlue,${amount},\nC1,1,GRM188R71H104KA93D\n`;
      expect(read(text).lines).toHaveLength(3);
      expect(issuesOf(text, 'row_is_no_line')).toEqual([]);
      expect(issuesOf(text, 'quantity_unread').map(({ row }) => row)).toEqual([3]);
    },
  );
});

describe('a note of alternates', () => {
  const alternatesBy = (note: string) =>
    read(`Ref,Qty,MPN,Notes\nU1,1,LM358DR,${note}\nC1,1,GRM188R71H104KA93D,\n`).lines[0]!.alternates
      .map(({ mpn }) => mpn);

  it.each([
    'alternate footprint SOIC127P600X175-8N',
    'alternate SOIC127P600X175-8N',
    'alternative package SOIC127P600X175-8N',
    'substitute drawing DWG100234-01',
    'Substitute: Contact FAE0001-XX',
    'Alternate: DNP123',
    'alt: PCB12345',
    'Alt: REV2023A',
    'Alternate: ECO2023-001A',
  ])('names none in "%s"', (note) => {
    expect(alternatesBy(note)).toEqual([]);
  });

  it.each([
    ['Alternate: LM2904DR2G', 'LM2904DR2G'],
    ['alternative Texas Instruments LM2904DR2G', 'LM2904DR2G'],
    ['Alternate: NXP SC16IS752IPW', 'SC16IS752IPW'],
    ['Alternate: Rohm SCH2080KE', 'SCH2080KE'],
    ['Alternate: ECOS1VA682CA', 'ECOS1VA682CA'],
  ])('names one in "%s"', (note, mpn) => {
    expect(alternatesBy(note)).toEqual([mpn]);
  });
});

it('a file that is one long word is no list, and too much for no pattern', () => {
  expect(refusalOf(`${'é'.repeat(5_000_000)}\n1`).code).toBe('no_part_number_column');
});

it('names in Polish are a header', () => {
  const { lines } = read(
    'Element,Sztuk,Opis,Dostawca\nR1,1,Rezystor 10k,TME\nC1,1,Kondensator 100n,TME\nU1,1,LM358DR,TME',
  );
  expect(lines.map(({ designators, quantity }) => [designators.join(), quantity])).toEqual([['R1', 1], [
    'C1',
    1,
  ], ['U1', 1]]);
});

it("numbers below the header of another shop are that shop's", () => {
  const { lines } = read(
    'Name,Qty,Mouser P/N,Desc\nU6,1,912-KXRB5-2050,Accelerometer\nU7,1,595-LM358DR,Amplifier\n,,,\nName,Qty,Farnell P/N,Desc\nC1,1,1759432,1uF 0805\nR1,1,1469899,220R 0805\n,,,\nName,Qty,Mouser P/N,Desc\nQ1,1,863-BSS138,MOSFET',
  );
  expect(lines.map(({ supplier_numbers: [first] }) => first?.supplier)).toEqual([
    'Mouser',
    'Mouser',
    'Farnell',
    'Farnell',
    'Mouser',
  ]);
});

it('what says that a number follows stands between the shop and its number', () => {
  const { lines } = read(
    'Reference,Description,Supplier Ref\nC1,100nF capacitor,Farnell order code 2310668\nD1,Diode,Farnell order code 2317669\nD2,Diode,Mouser part no. 863-BSS138\nQ1,Transistor,Farnell: 1888166\nU1,Amplifier,DigiKey PN 296-1395-1-ND',
  );
  expect(lines.map(({ supplier_numbers: [first] }) => `${first?.supplier} ${first?.number}`)).toEqual([
    'Farnell 2310668',
    'Farnell 2317669',
    'Mouser 863-BSS138',
    'Farnell 1888166',
    'DigiKey 296-1395-1-ND',
  ]);
});
