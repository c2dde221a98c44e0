import { describe, expect, it } from 'vitest';
import { cells, cellsOf, open, refusal } from '../../../support/bom-files/opened.ts';

describe('a netlist of KiCad', () => {
  const NETLIST = `<?xml version="1.0" encoding="utf-8"?>
<export version="E"><design><sheet number="1" name="/"/></design>
  <components>
    <comp ref="R1"><value>10k</value><footprint>R_0603</footprint><datasheet>~</datasheet>
      <fields><field name="MPN">RC0603FR-0710KL</field><field name="Maker">Yageo &amp; Co</field></fields>
      <libsource lib="Device" part="R" description="Resistor"/><property name="Sheetname" value="Root"/>
      <property name="MPN" value="ignored"/><property name="Tol" value="1%"/></comp>
    <comp ref="C1"><value>100n</value><footprint>C_0603</footprint><description>Capacitor</description>
      <fields><field name="Footprint">C_0603</field><field name="Datasheet"/><field name="Description">Capacitor</field></fields><property name="dnp"/></comp>
    <comp ref="H1"><value>Hole</value><property name="exclude_from_bom"/><property name="ki_keywords" value="x"/></comp>
  </components><libparts><libpart lib="Device" part="R"><fields><field name="Reference">R</field></fields></libpart></libparts></export>`;

  it('is one component after the other, with its fields', async () => {
    const { container, tables, issues } = await open(NETLIST);
    expect(container).toBe('kicad_xml');
    expect(cellsOf(tables[0])).toEqual([
      ['Reference', 'Value', 'Footprint', 'Datasheet', 'Description', 'DNP', 'MPN', 'Maker', 'Tol'],
      ['R1', '10k', 'R_0603', '', '', '', 'RC0603FR-0710KL', 'Yageo & Co', '1%'],
      ['C1', '100n', 'C_0603', '', 'Capacitor', 'DNP'],
    ]);
    expect(issues).toMatchObject([{
      severity: 'info',
      code: 'excluded_from_bom',
      detail: expect.stringContaining('"H1"'),
    }]);
  });

  it('may be cut off or empty, which is refused', async () => {
    expect(await refusal(NETLIST.slice(0, 700))).toMatchObject({ code: 'damaged_file' });
    expect(await refusal('<export version="E"><components/></export>')).toMatchObject({ code: 'empty_bom' });
  });
});

describe('JSON', () => {
  it.each<[what: string, value: unknown, read: string[][]]>([
    ['things in a list', [{ mpn: 'A', qty: 1 }, { mpn: 'B', dnp: true }], [
      ['mpn', 'qty', 'dnp'],
      ['A', '1'],
      ['B', '', 'true'],
    ]],
    ['a list within', { meta: { tool: 'x' }, bom: { parts: [{ mpn: 'A', refs: ['R1', 'R2'] }] } }, [[
      'mpn',
      'refs',
    ], ['A', 'R1, R2']]],
    ['fields within', [{ ref: 'R1', fields: { MPN: 'A', ref: 'inner' } }], [['ref', 'MPN', 'fields.ref'], [
      'R1',
      'A',
      'inner',
    ]]],
    ['fields by name', [{ ref: 'R1', fields: [{ name: 'MPN', value: 'A' }] }], [['ref', 'MPN'], ['R1', 'A']]],
    ['things by name', { components: { R1: { value: '10k' }, R2: { value: '1k' } } }, [['key', 'value'], [
      'R1',
      '10k',
    ], ['R2', '1k']]],
    ['rows of cells', [['MPN', 'Qty'], ['A', 1], [null, 2.5]], [['MPN', 'Qty'], ['A', '1'], ['', '2.5']]],
  ])('may hold %s', async (_what, value, read) => {
    expect(await open(JSON.stringify(value))).toMatchObject({ container: 'json', encoding: 'utf-8' });
    expect(await cells(JSON.stringify(value, null, 2))).toEqual(read);
  });

  it('may be lines, a thing each', async () => {
    const lines = '{"mpn": "A", "refs": ["R1"]}\r\n\r\n{"mpn": "B"}\r\n';
    expect(await open(lines)).toMatchObject({ container: 'json_lines' });
    expect(await cells(lines)).toEqual([['mpn', 'refs'], ['A', 'R1'], ['B']]);
    // one thing, in a line or more
    expect(await open('{"parts": [{"mpn": "A"}]}\n')).toMatchObject({ container: 'json' });
    // looked at once, however many line ends stand behind it
    expect(await open(`{"parts": [{"mpn": "A"}]}${'\n'.repeat(2_000_000)}`)).toMatchObject({
      container: 'json',
    });
    expect(await refusal('{"mpn": "A"}\n \n{"mpn": ')).toMatchObject({
      code: 'damaged_file',
      detail: expect.stringContaining('Line 3'),
    });
  });

  it('has no cell that a database would not store', async () => {
    expect(await cells('[{"a\\u0000b": "x\\ud800y", "c": "\\ud83d\\udd0c"}]')).toEqual([['ab', 'c'], [
      'x\ufffdy',
      '🔌',
    ]]);
  });

  it('is refused where it is broken, holds no list or too much', async () => {
    expect(await refusal('[{"mpn": "A"},')).toMatchObject({ code: 'damaged_file' });
    expect(await refusal('{"a": {"b": "c"}}')).toMatchObject({ code: 'empty_bom' });
    expect(await refusal(`[${'{},'.repeat(300_000)}{}]`)).toMatchObject({ code: 'too_many_lines' });
    expect(await refusal(`{"a":${'['.repeat(100_000)}`)).toMatchObject({ code: 'damaged_file' });
    const wide = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, 'x']));
    expect(await refusal(JSON.stringify([wide]))).toMatchObject({ code: 'too_many_columns' });
  });
});

describe('XML', () => {
  it('may be a grid, whose titles stand apart from its names', async () => {
    const grid =
      `<?xml version="1.0"?><GRID><COLUMNS><COLUMN Name="Qty" Caption="Quantity"/><COLUMN Name="MPN" Caption="Part No."/></COLUMNS>
      <ROWS><ROW Qty="2" MPN="A &lt; B"/><ROW Qty="1" MPN='C "D"'/></ROWS></GRID>`;
    expect(await open(grid)).toMatchObject({ container: 'xml_grid' });
    expect(await cells(grid)).toEqual([['Quantity', 'Part No.'], ['2', 'A < B'], ['1', 'C "D"']]);
  });

  it('may hold things with fields in tags', async () => {
    expect(
      await cells(
        '<bom><part><mpn>A</mpn><qty>1</qty></part><part><mpn><![CDATA[<B>]]></mpn><!-- no --><qty>2</qty></part></bom>',
      ),
    )
      .toEqual([['mpn', 'qty'], ['A', '1'], ['<B>', '2']]);
    expect(await refusal('<bom><title>x</title></bom>')).toMatchObject({ code: 'empty_bom' });
  });

  it('has no entities of its own', async () => {
    const text =
      '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><b><p><x>&b;</x><y>1</y></p><p><x>2</x><y>&#0;3</y></p></b>';
    expect(await cells(`<?xml version="1.0"?>${text}`)).toEqual([['x', 'y'], ['&b;', '1'], ['2', '3']]);
  });

  it('may be a spreadsheet of 2003', async () => {
    const text = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="BOM"><Table><Column ss:Hidden="1"/><Row><Cell><Data ss:Type="String">MPN</Data><Comment><Data>no</Data></Comment></Cell><Cell ss:Index="3"><Data ss:Type="String">Qty</Data></Cell></Row>
      <Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="Number">603</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const { container, tables } = await open(text);
    expect(container).toBe('xml_spreadsheet');
    expect(tables[0]).toMatchObject({
      name: 'BOM',
      merges: [{ row: 4, index: 0, rows: 1, columns: 2 }],
      rows: [{ number: 1, cells: ['MPN', '', 'Qty'] }, {
        number: 4,
        cells: ['603', '', 'TRUE'],
        isHidden: true,
        isAfterBlank: true,
      }],
    });
    expect([...tables[0]!.hiddenColumns]).toEqual([0]);
  });
});

it('a page may hold tables, whose tags are not all closed', async () => {
  const text = `<html><head><style>td { color: red }</style></head><body><table border=1>
    <tr><th>MPN<th colspan=2>Refs</tr><tr><td rowspan="2">A<br>B&nbsp;C</td><td>R1</td><td> R2
      R3 </td></tr><tr><td>x</td></tr></table><table><tr><td>other</table>`;
  const { container, tables } = await open(text);
  expect(container).toBe('html');
  expect(cellsOf(tables[0])).toEqual([['MPN', 'Refs'], ['A\nB C', 'R1', 'R2 R3'], ['', 'x']]);
  expect(tables.map(({ name }) => name)).toEqual(['Table 1', 'Table 2']);
});
