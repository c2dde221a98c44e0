/** Lists of components as people and distributors have them, and what is taken from each. */
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../shared/bom/open.ts';
import { OwnComponents } from '../../../../shared/domain/organization.ts';
import {
  type ComponentList,
  LIST_FILE,
  readComponentList,
} from '../../../../shared/organizations/component-list/read.ts';
import { loadSeries } from '../../../../shared/parts/decoders/source.ts';
import { readComponents } from '../../../../shared/organizations/own-component.ts';
import { xlsx } from '../../../support/bom-files/workbook.ts';

const read = async (file: string | Uint8Array): Promise<ComponentList> =>
  readComponentList(
    await openFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, LIST_FILE),
  );
/** What each column was taken as. */
const taken = ({ columns }: ComponentList) =>
  Object.fromEntries(columns.map(({ name, field }) => [name, field]));
/** The values of the one component of a list. */
async function valuesOf(header: string, cells: string): Promise<Record<string, unknown>> {
  const { rows, refused } = await read(`MPN,Manufacturer,${header}\nA1-TEST,Example Ltd,${cells}\n`);
  expect(refused).toEqual([]);
  return Object.fromEntries(
    Object.entries(rows[0]!.component.fields).map((
      [name, said],
    ) => [name, (said as { value: unknown }).value]),
  );
}

const JLC =
  'LCSC Part,First Category,Second Category,MFR.Part,Package,Solder Joint,Manufacturer,Library Type,Description,Datasheet,Price,Stock';

describe('a list of components', () => {
  it('is read as JLCPCB has it', async () => {
    const list = await read(
      `${JLC}\nC1525,Capacitors,Multilayer Ceramic Capacitors MLCC - SMD/SMT,CL05B104KO5NNNC,0402,2,Samsung Electro-Mechanics,base,16V 100nF X7R ±10% 0402,https://example.com/c1525.pdf,1-199:0.005,9000000\n` +
        'C11702,Resistors,Chip Resistor - Surface Mount,0402WGF1001TCE,0402,2,UNI-ROYAL(Uniroyal Elec),base,,-,,\n',
    );
    expect(taken(list)).toEqual({
      'LCSC Part': null,
      'First Category': 'category',
      'Second Category': 'category',
      'MFR.Part': 'mpn',
      'Package': 'package',
      'Solder Joint': null,
      'Manufacturer': 'manufacturer',
      'Library Type': null,
      'Description': 'description',
      'Datasheet': 'datasheet',
      'Price': null,
      'Stock': null,
    });
    expect(list.remarks).toEqual([]);
    expect(list.rows).toEqual([{
      row: 2,
      component: {
        mpn: 'CL05B104KO5NNNC',
        manufacturer: 'Samsung Electro-Mechanics',
        fields: {
          category: { value: 'ceramic_capacitor' },
          package: { value: '0402' },
          description: { value: '16V 100nF X7R ±10% 0402' },
          datasheet: { value: 'https://example.com/c1525.pdf' },
        },
      },
    }, {
      row: 3,
      component: {
        mpn: '0402WGF1001TCE',
        manufacturer: 'UNI-ROYAL(Uniroyal Elec)',
        fields: { category: { value: 'chip_resistor' }, package: { value: '0402' } },
      },
    }]);
  });

  it.each<[whose: string, header: string, fields: Record<string, string | null>]>([
    [
      'a distributor',
      'Datasheet,DK Part #,Mfr Part #,Mfr,Description,Stock,Price,Package,Series,Part Status,Capacitance,Tolerance,Voltage - Rated,Package / Case,Operating Temperature',
      {
        'Datasheet': 'datasheet',
        'DK Part #': null,
        'Mfr Part #': 'mpn',
        'Mfr': 'manufacturer',
        'Stock': null,
        'Package': null,
        'Series': 'series',
        'Part Status': 'lifecycle',
        'Capacitance': 'capacitance',
        'Voltage - Rated': 'voltage_rating',
        'Package / Case': 'package',
        'Operating Temperature': 'temperature_range',
      },
    ],
    [
      'a German workshop',
      'Hersteller,Herstellernummer,Bezeichnung,Gehäuse,Wert,Toleranz,Spannung,Datenblatt,Lagerplatz',
      {
        Hersteller: 'manufacturer',
        Herstellernummer: 'mpn',
        Bezeichnung: 'description',
        Gehäuse: 'package',
        Wert: 'value',
        Toleranz: 'tolerance',
        Spannung: 'voltage_rating',
        Datenblatt: 'datasheet',
        Lagerplatz: null,
      },
    ],
    [
      'a Chinese one',
      '品牌,型号,封装,描述,容值,耐压,数据手册',
      {
        品牌: 'manufacturer',
        型号: 'mpn',
        封装: 'package',
        描述: 'description',
        容值: 'capacitance',
        耐压: 'voltage_rating',
        数据手册: 'datasheet',
      },
    ],
    [
      'a program that knows our fields',
      'mpn,manufacturer,voltage_rating,temperature_coefficient,pins',
      {
        mpn: 'mpn',
        manufacturer: 'manufacturer',
        voltage_rating: 'voltage_rating',
        temperature_coefficient: 'temperature_coefficient',
        pins: 'pins',
      },
    ],
    [
      'somebody with two columns of one kind',
      'MPN,Manufacturer,Description,Long Description,MPN 2',
      { 'MPN': 'mpn', 'Description': 'description', 'Long Description': null, 'MPN 2': null },
    ],
  ])('is read as %s has it', async (_whose, header, fields) => {
    const row = header.split(',').map((_, i) => `x${i}`).join(',');
    expect(taken(await read(`${header}\n${row}\n`))).toMatchObject(fields);
  });

  it.each<[header: string, cell: string, values: Record<string, unknown>]>([
    ['Resistance', '4k7', { resistance: 4700 }],
    ['Resistance', '10000', { resistance: 10_000 }],
    ['Capacitance', '100nF', { capacitance: 1e-7 }],
    ['Capacitance (pF)', '100', { capacitance: 1e-10 }],
    ['Capacitance [µF]', '4.7', { capacitance: 4.7e-6 }],
    ['Capacitance', '100', {}],
    ['Inductance', '10 uH', { inductance: 1e-5 }],
    ['Impedance @ 100 MHz', '600 Ohms', { impedance: 600 }],
    ['Frequency', '12MHz', { frequency: 12e6 }],
    ['Load Capacitance', '18pF', { load_capacitance: 1.8e-11 }],
    ['Tolerance', '±1%', { tolerance: 1 }],
    ['Tolerance', '5', { tolerance: 5 }],
    ['Tolerance', '0.01', {}],
    ['Tolerance', '±0.25pF', { tolerance: 2.5e-13 }],
    ['Tolerance', '-20/+80 %', { tolerance: '-20/+80 %' }],
    ['Voltage Rating', '16', { voltage_rating: 16 }],
    ['Rated Voltage', '6.3 V', { voltage_rating: 6.3 }],
    ['Voltage', '10V~16V', {}],
    ['Output Voltage', '3.3V', { nominal_voltage: 3.3 }],
    ['Current Rating', '500mA', { current_rating: 0.5 }],
    ['Power', '1/16W', { power_rating: 0.0625 }],
    ['Power (mW)', '100', { power_rating: 0.1 }],
    ['Pins', '48', { pins: 48 }],
    ['Pins', 'many', {}],
    ['Pitch', '2.54 mm', { pitch: 2.54 }],
    ['TCR', '±100 ppm/°C', { temperature_coefficient: 100 }],
    ['Lifecycle', 'NRND', { lifecycle: 'not_for_new_designs' }],
    ['Lifecycle', 'in production', { lifecycle: 'active' }],
    ['Lifecycle', 'ask Bob', {}],
    ['RoHS', 'Yes', { rohs: 'compliant' }],
    ['RoHS', 'RoHS non-compliant', { rohs: 'non_compliant' }],
    ['Datasheet', '//example.com/a.pdf', { datasheet: 'https://example.com/a.pdf' }],
    ['Datasheet', 'javascript:alert(1)', {}],
    ['Category', 'linear_regulator', { category: 'linear_regulator' }],
    ['Category', 'Schottky Barrier Diodes (SBD)', { category: 'schottky_diode' }],
    ['Category', 'Sundries', {}],
    ['Category,Value', 'Resistors,4R7', { category: 'resistor', resistance: 4.7 }],
    ['Description,Value', 'Capacitor,4n7', { description: 'Capacitor', capacitance: 4.7e-9 }],
    ['Value', '100nF', { capacitance: 1e-7 }],
    ['Value', '10k', {}],
    ['Package', '-', {}],
    ['Description', 'visible\u200b', { description: 'visible' }],
  ])('%s %j says %j', async (header, cell, values) => {
    expect(await valuesOf(header, cell)).toEqual(values);
  });

  it('says which cells it could not read, once a column', async () => {
    const { remarks } = await read(
      'MPN,Manufacturer,Capacitance,Category\nA1,E,100,Sundries\nA2,E,100nF,Other stuff\nA3,E,220,Diodes\n',
    );
    expect(remarks).toEqual([
      '"Capacitance": 2 cells could not be read and were left out, the first in row 2: "100".',
      '"Category": 2 cells could not be read and were left out, the first in row 2: "Sundries".',
    ]);
  });

  it('refuses rows without a number or a manufacturer, and those of a part that stands above', async () => {
    const { rows, refused } = await read(
      'MPN,Manufacturer\nA1,Yageo\n,Yageo\nA2,\nN/A,Yageo\na1,YAGEO\nA1,Vishay\n',
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 7]);
    expect(refused).toEqual([
      { row: 3, reason: 'has no part number' },
      { row: 4, reason: 'names no manufacturer' },
      { row: 5, reason: 'has no part number' },
      { row: 6, reason: 'is the same part as row 2' },
    ]);
  });

  it('is found in a workbook, below titles and beside other sheets', async () => {
    const list = await read(xlsx([
      { name: 'Notes', rows: [['Ask Ada'], ['before use']] },
      {
        name: 'Parts',
        rows: [['Approved parts'], [], ['MPN', 'Manufacturer', 'Pins'], ['LM358DR', 'TI', 8]],
      },
    ]));
    expect(list).toMatchObject({
      sheet: 'Parts',
      rows: [{ row: 4, component: { mpn: 'LM358DR', fields: { pins: { value: 8 } } } }],
    });
    expect(list.remarks).toContain('The sheet "Notes" (2 rows) was not read.');
  });

  it('is read as JSON lines, whose rows are the lines', async () => {
    const { rows, refused } = await read(
      '{"mpn": "A1", "manufacturer": "E", "voltage_rating": "16V"}\n{"mpn": "", "manufacturer": "E"}\n{"manufacturer": "E", "mpn": "A2"}\n',
    );
    expect(rows).toMatchObject([
      { row: 1, component: { mpn: 'A1', fields: { voltage_rating: { value: 16 } } } },
      { row: 3, component: { mpn: 'A2' } },
    ]);
    expect(refused).toMatchObject([{ row: 2 }]);
    await expect(read('{"mpn": "A1", "manufacturer": "E"}\n{"mpn": "A2", \n')).rejects.toMatchObject({
      code: 'damaged_file',
      detail: expect.stringMatching(/^Line 2 of the JSON lines/),
    });
  });

  it('needs columns of part numbers and manufacturers', async () => {
    await expect(read('Value,Footprint\n10k,0603\n')).rejects.toMatchObject({
      code: 'no_part_number_column',
      detail: expect.stringContaining('Its first row has: Value, Footprint.'),
    });
  });

  it('has more rows than a BOM, as many as an organization can keep', async () => {
    const rows = (count: number) =>
      `MPN,Manufacturer\n${Array.from({ length: count }, (_, i) => `A${i},E`).join('\n')}\n`;
    expect((await read(rows(20_000))).rows).toHaveLength(20_000);
    await expect(read(rows(200_100))).rejects.toMatchObject({
      code: 'too_many_lines',
      detail: expect.stringContaining('200000 rows'),
    });
  });

  it('is what the API takes', async () => {
    await loadSeries();
    const { rows } = await read(
      `${JLC},Resistance,Tolerance\nC1,Resistors,Chip Resistor - Surface Mount,RC0402FR-071KL,0402,2,YAGEO,base,1k,https://example.com/a.pdf,1,2,1k,-20/+80%\n`,
    );
    const components = rows.map(({ component }) => component);
    expect(readComponents(OwnComponents.parse({ components }).components).refused).toEqual([]);
  });
});
