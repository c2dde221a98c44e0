/** Exports as others read them: a spreadsheet library, a CSV library and our own import. */
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  ExportedFile,
  type ExportedLine,
  type ExportFormat,
  type ExportPage,
  type SaidInBom,
} from '../../../shared/api/export.ts';
import { lineVerdicts, prepare, type SummaryLine, type SummaryPart } from '../../../shared/assess/summary.ts';
import { asInput } from '../../../shared/bom/storable.ts';
import type { BomLine } from '../../../shared/bom/line.ts';
import type { ColumnRole } from '../../../shared/domain/mapping.ts';
import { fileName, writeExport } from '../../../shared/bom/export/write.ts';
import { openFile, openText } from '../../../shared/bom/open.ts';
import { previewOpened } from '../../../shared/bom/preview.ts';
import { previewUpload, readUpload } from '../../../shared/bom/upload.ts';
import { KINDS } from './golden/kinds.ts';
import { PROGRAMS } from './golden/programs.ts';
import { TRAPS } from './golden/traps.ts';

type Result = NonNullable<ExportedLine['line']['result']>;

const line = (
  number: number,
  given: Partial<ReturnType<typeof asInput>>,
  result?: Result,
): ExportedLine => {
  const {
    alternates = [],
    supplier_numbers = [],
    internal_number = null,
    note = null,
    extra = {},
    ...asked
  } = given;
  return {
    alternates,
    candidates: [],
    decided: null,
    supplier_numbers,
    internal_number,
    note,
    extra,
    source_row: number + 1,
    pooled: result && asked.quantity != null
      ? { line_number: number, lines: 1, quantity: asked.quantity }
      : null,
    line: {
      line_id: crypto.randomUUID(),
      line_number: number,
      do_not_place: false,
      review: 'none',
      status: 'pending',
      ...(result && { result }),
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)),
    },
  };
};

/** As the database says it with the first page. */
function saidIn(lines: readonly ExportedLine[]): SaidInBom {
  const fields = [
    'designators',
    'quantity',
    'mpn',
    'value',
    'footprint',
    'description',
    'internal_number',
    'substitution',
    'note',
  ] as const;
  return {
    fields: fields.filter((field) =>
      lines.some(({ line, internal_number, note }) =>
        ({ ...line, internal_number, note } as Record<string, unknown>)[field] != null
      )
    ),
    extra: [...new Set(lines.flatMap(({ extra }) => Object.keys(extra)))],
    numbers: lines.filter(({ supplier_numbers }) => supplier_numbers.length > 0).map((
      { line: { mpn }, supplier_numbers },
    ) => ({ has_mpn: mpn != null, suppliers: supplier_numbers.map(({ supplier }) => supplier) })),
    manufacturers: Math.max(
      0,
      ...lines.map(({ alternates }) =>
        alternates.findLastIndex(({ manufacturer }) => manufacturer !== null) + 1
      ),
    ),
  };
}

async function* pages(
  lines: readonly ExportedLine[],
  file: ExportedFile | null,
  size = 2,
): AsyncGenerator<ExportPage> {
  for (let at = 0; at < lines.length; at += size) {
    const isLast = at + size >= lines.length;
    yield {
      bom_id: crypto.randomUUID(),
      event_id: '1-4',
      name: 'Sensor',
      exported_at: '2026-01-01T12:00:00.000Z',
      file: at === 0 ? file : null,
      said: at === 0 ? saidIn(lines) : null,
      lines: lines.slice(at, at + size),
      next: isLast ? null : at + size,
    };
  }
}

async function written(
  format: ExportFormat,
  lines: readonly ExportedLine[],
  file: ExportedFile | null = null,
  boards = 1,
) {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeExport(format, pages(lines, file), boards)) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

const offer = (supplier: string, currency: string, prices: readonly [quantity: number, price: number][]) => ({
  supplier,
  supplier_part_number: `${supplier}-1`,
  own: false,
  stock: 500,
  min_quantity: 1,
  multiple: 1,
  lead_time_days: 63,
  price_breaks: prices.map(([quantity, price]) => ({ quantity, price, currency })),
  url: 'https://example.com/part?a=1&b=2',
  manufacturer_as_given: null,
  fetched_at: '2026-01-01T12:00:00.000Z',
});

const RESULT: Result = {
  run: 1,
  status: 'enriched',
  quality_score: 98,
  source: 'decoder:yageo-rc',
  step: 'series',
  contradictions: [{
    check: 'chip_size',
    severity: 'error',
    field: 'package',
    asked: { text: '0402', where: 'footprint' },
    found: { text: '0603', source: 'decoder:yageo-rc' },
    sentence: 'The BOM says 0402, the part is 0603.',
  }],
  remarks: [],
  component: {
    component_id: crypto.randomUUID(),
    mpn: 'RC0603FR-0710KL',
    manufacturer: 'Yageo',
    known_by: 'scheme',
    quality_score: 98,
    fields: {
      category: { value: 'chip_resistor', source: 'decoder:yageo-rc', confidence: 1, known_by: 'scheme' },
      resistance: {
        value: 10_000,
        unit: 'ohm',
        source: 'decoder:yageo-rc',
        confidence: 1,
        known_by: 'scheme',
      },
      lifecycle: {
        value: 'active',
        source: 'supplier:mouser',
        confidence: 1,
        known_by: 'supplier',
        conflicts: [{ value: 'obsolete', source: 'supplier:other', confidence: 1, known_by: 'supplier' }],
      },
    },
    offers: [offer('mouser', 'USD', [[1, 0.1], [100, 0.012]])],
  },
};

const KNOWN = line(1, { mpn: 'RC0603FR-0710KL', quantity: 4, designators: 'R1-R4' }, RESULT);

const sheet = (bytes: Uint8Array, name: string) =>
  XLSX.utils.sheet_to_json<Record<string, unknown>>(XLSX.read(bytes).Sheets[name]!, { defval: null });

describe('a workbook', () => {
  it('has the summary first, and what is known of a line, its offers, sources and issues', async () => {
    const bytes = await written('xlsx', [KNOWN, line(2, { mpn: 'X' })], null, 25);
    expect(XLSX.read(bytes).SheetNames).toEqual(['Summary', 'Lines', 'Offers', 'Sources', 'Issues']);
    expect(sheet(bytes, 'Lines')).toMatchObject([
      {
        'Part Number': 'RC0603FR-0710KL',
        'Quantity': 4,
        'bomstream: problem': 'The BOM says 0402, the part is 0603.',
        'bomstream: values': '10 kΩ',
        'bomstream: lifecycle': 'sources disagree: in production / obsolete',
        'bomstream: to order': 100,
        'bomstream: unit price': 0.012,
        'bomstream: total': 1.2,
        'bomstream: currency': 'USD',
      },
      { 'Part Number': 'X', 'bomstream: status': 'not looked up yet', 'bomstream: total': null },
    ]);
    expect(sheet(bytes, 'Offers').map((row) => [row['From quantity'], row['Unit price']])).toEqual([
      [1, 0.1],
      [100, 0.012],
    ]);
    expect(sheet(bytes, 'Sources')).toContainEqual(
      expect.objectContaining({
        Field: 'Lifecycle',
        Says: 'obsolete',
        Disagrees: 'yes',
        Source: 'supplier:other',
      }),
    );
    expect(sheet(bytes, 'Issues')).toMatchObject([{
      Severity: 'error',
      Kind: 'chip size',
      Where: 'footprint',
    }]);
    const summary = new Map(sheet(bytes, 'Summary').map((row) => Object.values(row) as [string, unknown]));
    expect(summary.get('Boards')).toBe(25);
    expect(summary.get('Lines on which the BOM contradicts the part')).toBe(1);
    expect([...summary.keys()].filter((name) => /^Lines\b/.test(name))).toEqual([
      'Lines',
      'Lines not looked up yet',
      'Lines on which the BOM contradicts the part',
      'Lines with a price',
    ]);
    expect(summary.get('Total of the priced lines, USD')).toBe(1.2);
  });

  it('counts a contradiction as the page does: not one that somebody approved, or that nobody buys', async () => {
    const bytes = await written(
      'xlsx',
      [
        { ...KNOWN, line: { ...KNOWN.line, review: 'approved' } },
        { ...KNOWN, line: { ...KNOWN.line, line_number: 2, status: 'skipped' } },
      ],
      null,
      25,
    );
    const summary = new Map(sheet(bytes, 'Summary').map((row) => Object.values(row) as [string, unknown]));
    expect(summary.get('Approved lines that contradict the part')).toBe(1);
    expect(summary.has('Lines on which the BOM contradicts the part')).toBe(false);
    expect(sheet(bytes, 'Lines')[0]!['bomstream: problem']).toBe(
      'The BOM says 0402, the part is 0603. Somebody approved that.',
    );
  });

  it('shows prices with their decimals and moments as moments, and names of columns whole', async () => {
    const bytes = await written('xlsx', [KNOWN], null, 25);
    const { Lines, Offers } = XLSX.read(bytes, { cellNF: true, cellStyles: true }).Sheets;
    const cellOf = (sheet: XLSX.WorkSheet, name: string): XLSX.CellObject => {
      const at = Object.entries(sheet).find(([, cell]) => cell?.v === name)![0];
      return sheet[at.replace(/1$/, '2')];
    };
    for (
      const [sheet, price, moment] of [[Lines!, 'bomstream: unit price', 'bomstream: price of'], [
        Offers!,
        'Unit price',
        'As of',
      ]] as const
    ) {
      const [priced, said] = [cellOf(sheet, price), cellOf(sheet, moment)];
      expect([priced.t, XLSX.SSF.format(`${priced.z}`, 0.5), XLSX.SSF.format(`${priced.z}`, 0.00123)])
        .toEqual(['n', '0.50', '0.00123']);
      expect([said.t, XLSX.SSF.format(`${said.z}`, said.v)]).toEqual(['n', '2026-01-01 12:00 UTC']);
      expect(sheet['!rows']![0]!.hpt).toBeGreaterThan(30);
    }
  });

  it('shows a total in cents, and as much of each column as most of its cells have', async () => {
    const bytes = await written('xlsx', [KNOWN], null, 25);
    const { Summary, Lines } = XLSX.read(bytes, { cellNF: true, cellStyles: true }).Sheets;
    const [at] = Object.entries(Summary!).find(([, cell]) => cell?.v === 'Total of the priced lines, USD')!;
    const { v, z } = Summary![at.replace('A', 'B')];
    expect(XLSX.SSF.format(`${z}`, v)).toBe('1.20');

    const rows = XLSX.utils.sheet_to_json<unknown[]>(Lines!, { header: 1 });
    const widths = Lines!['!cols']!.map(({ width }) => width!);
    const of = (name: string) => widths[rows[0]!.indexOf(name)]!;
    expect(of('Quantity')).toBeLessThan(of('Designators'));
    expect(of('Designators')).toBeLessThan(of('Description'));
    // From numbering, as most parts are found where no supplier was asked.
    const found = `${rows[1]![rows[0]!.indexOf('bomstream: found by')]}`;
    expect([found, of('bomstream: found by')]).toEqual([
      "the manufacturer's numbering, not confirmed to be sold",
      expect.toSatisfy((width: number) => width >= 0.85 * found.length),
    ]);
  });

  it('keeps numbers apart from the text beside them, and shows sentences whole', async () => {
    const contradicted = {
      ...KNOWN,
      line: {
        ...KNOWN.line,
        description: 'Resistor, thick film, 10 kOhm, 1 %, 100 mW, 0603, of any manufacturer',
        designators: 'R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12',
        result: { ...RESULT, remarks: [{ code: 'series_only', detail: 'A sentence. '.repeat(20).trim() }] },
      },
    } as typeof KNOWN;
    const alignments = alignmentsOf(await written('xlsx', [contradicted], null, 25));
    const [names, cells] = [1, 2].map((row) => alignments('Lines', row));
    const right = 'horizontal="right" indent="1"';
    // As a format, of numbers alone: texts beside them begin at the left.
    const apart = 'numFmtId="166"';
    for (
      const [name, kept] of [['Quantity', apart], ['bomstream: to order', apart], [
        'bomstream: unit price',
        right,
      ]] as const
    ) {
      expect([name, names!.get(name), cells!.get(name)]).toEqual([
        name,
        expect.stringContaining(right),
        expect.stringContaining(kept),
      ]);
    }
    expect(cells!.get('bomstream: price of')).toContain('horizontal="left"');
    expect(cells!.get('bomstream: problem')).toContain('wrapText="1"');
    for (const name of ['Designators', 'Description']) expect(cells!.get(name)).toContain('wrapText="1"');
    for (const name of ['bomstream: status', 'bomstream: values']) {
      expect(cells!.get(name)).not.toContain('wrapText');
    }
    // 239 characters, of which at most 60 fit into a line: LibreOffice makes no room by itself.
    expect(Number(/ht="(\d+)"/.exec(cells!.get('row')!)![1])).toBeGreaterThanOrEqual(4 * 15);
    expect(alignmentsOf(await written('xlsx', [KNOWN], null, 25))('Lines', 2).get('row')).toBe('');
  });

  it('prints each sheet a page wide, and the lines on as few as can be read, the designators on each', async () => {
    const book = XLSX.read(await written('xlsx', [KNOWN], null, 25), { bookFiles: true }) as XLSX.WorkBook & {
      readonly files: Readonly<Record<string, { readonly content: Uint8Array }>>;
    };
    const text = (name: string) => new TextDecoder().decode(book.files[name]!.content);
    const pages = book.SheetNames.map((name, i) => {
      const setup = text(`xl/worksheets/sheet${i + 1}.xml`);
      expect(setup).toContain('fitToPage="1"');
      expect(setup).toContain('orientation="landscape"');
      expect(setup).toContain('fitToHeight="0"');
      return [name, Number(/fitToWidth="(\d+)"/.exec(setup)![1])];
    });
    expect(pages).toEqual([['Summary', 1], ['Lines', 4], ['Offers', 1], ['Sources', 1], ['Issues', 1]]);
    const again = [...text('xl/workbook.xml').matchAll(/Print_Titles" localSheetId="\d">(.*?)</g)].map((
      [, at],
    ) => at);
    const names = XLSX.utils.sheet_to_json<string[]>(book.Sheets['Lines']!, { header: 1 })[0]!;
    const column = XLSX.utils.encode_col(names.indexOf('Designators'));
    expect(again).toEqual([
      "'Summary'!$1:$1",
      `'Lines'!$${column}:$${column},'Lines'!$1:$1`,
      "'Offers'!$1:$1",
      "'Sources'!$1:$1",
      "'Issues'!$1:$1",
    ]);
  });

  it('says in the words of its lines what its sources say', async () => {
    const says = sheet(await written('xlsx', [KNOWN]), 'Sources').map((row) => row['Says']);
    expect(says).toEqual(expect.arrayContaining(['chip resistor', 'in production']));
  });

  it('is imported without any column that it adds, and with one that somebody else calls so', async () => {
    const { tables } = await openFile(await written('xlsx', [KNOWN], null, 25));
    const all = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    expect(all).toContain('RC0603FR-0710KL');
    expect(all.filter((cell) => cell.startsWith('bomstream: '))).toEqual([]);
    const theirs = openText('MPN,bomstream: build,bomstream: Stock\nA1,7,9\n').tables[0]!;
    expect(theirs.rows.map(({ cells }) => cells)).toEqual([['MPN', 'bomstream: build'], ['A1', '7']]);
  });

  it.each<[string, number, Record<string, unknown>]>([
    // (2 + 1) × 25 and 10 spares are 85: at 0.10 they are 8.50, and 100 at 0.012 are 1.20.
    ['none on hand', 0, { 'to order': 100, spares: 10, 'unit price': 0.012, total: 1.2 }],
    ['80 on hand', 80, { 'to order': 5, spares: 10, 'unit price': 0.1, total: 0.5 }],
  ])(
    'orders equal parts of several lines once, with spares, as the page does: %s',
    async (_what, own_stock, row) => {
      const offers = [offer('mouser', 'USD', [[1, 0.1], [100, 0.012]])];
      const fields = {
        ...RESULT.component!.fields,
        package: {
          value: '0603 (1608 metric)',
          source: 'decoder:yageo-rc',
          confidence: 1,
          known_by: 'scheme',
        } as const,
      };
      const asking = (number: number, quantity: number) => ({
        ...line(number, { mpn: 'X', quantity }, {
          ...RESULT,
          component: { ...RESULT.component!, fields, offers },
        }),
        own_stock,
        pooled: { line_number: 1, lines: 2, quantity: 3 },
      });
      const bytes = await written('xlsx', [asking(1, 2), asking(2, 1)], null, 25);
      const ours = (of: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(of).map(([name, value]) => [`bomstream: ${name}`, value]));
      expect(sheet(bytes, 'Lines')).toMatchObject([
        ours({ ...row, 'ordered with': null }),
        // its part is on the line before it, and a sum of the column counts it once
        ours({
          'to order': null,
          spares: null,
          'unit price': row['unit price'],
          total: null,
          'ordered with': 'line 1',
        }),
      ]);
      const asked = [2, 1].map((quantity, i): SummaryLine => ({
        line_id: `${i}`,
        line_number: i + 1,
        mpn: 'X',
        quantity,
        part: 'X',
        status: 'enriched',
        result_status: 'enriched',
        review: 'none',
        contradiction: null,
        sentence: null,
      }));
      const part: SummaryPart = {
        part: 'X',
        category: 'chip_resistor',
        package: '0603 (1608 metric)',
        pins: null,
        lifecycle: null,
        rohs: null,
        own_stock,
        offers: [{
          supplier: 'mouser',
          seller: null,
          supplier_part_number: 'mouser-1',
          stock: 500,
          min_quantity: 1,
          multiple: 1,
          max_quantity: null,
          lead_time_days: 63,
          packaging: null,
          reeling_fee: null,
          observed_at: 0,
          prices: { USD: [1, 0.1, 100, 0.012] },
        }],
      };
      const [onPage] = lineVerdicts(prepare(asked, [part], { attrition: 'assembler', supplier_fee: 0 }), 25);
      expect(onPage!.part).toMatchObject({
        bought: row['to order'],
        spares: row['spares'],
        total: row['total'],
      });
    },
  );

  it('says a number once, where several columns of the file are of one supplier', async () => {
    const text = 'Designator,MPN,Digikey,Digikey 2,Digikey 3\nR1,A1,1-ND,,2-ND\nR2,A2,,3-ND,3-ND\n';
    const upload = { name: 'a.csv', bytes: new TextEncoder().encode(text) };
    const { mapping } = await previewUpload(upload, [], {});
    const kept = await readUpload(upload, [], { mapping, name: null });
    const read = previewOpened(openText(text), {}).lines;
    const out = read.map((each, i) => line(i + 1, asInput(each)));
    const [header, ...rows_] = Papa.parse<string[]>(
      new TextDecoder().decode(
        await written('csv', out, ExportedFile.parse(JSON.parse(JSON.stringify(kept.file)))),
      ),
    ).data;
    const columns = header!.flatMap((name, i) => name.startsWith('Digikey') ? i : []);
    expect(rows_.slice(0, 2).map((row) => columns.map((i) => row[i]))).toEqual([
      ['1-ND', '2-ND', ''],
      ['3-ND', '', ''],
    ]);
  });

  it('adds up no currency with another', async () => {
    const priced = (number: number, currency: string) =>
      line(number, { mpn: 'X', quantity: 1 }, {
        ...RESULT,
        component: { ...RESULT.component!, offers: [offer('mouser', currency, [[1, 2]])] },
      });
    const rows = sheet(await written('xlsx', [priced(1, 'USD'), priced(2, 'EUR')]), 'Summary');
    const summary = new Map(rows.map((row) => Object.values(row) as [string, unknown]));
    expect([summary.get('Total of the priced lines, USD'), summary.get('Total of the priced lines, EUR')])
      .toEqual([2, 2]);
  });

  it('says that a sandbox made it up', async () => {
    const made = { ...RESULT.component!.fields.category!, source: 'supplier:mouser-sandbox' };
    const component = { ...RESULT.component!, fields: { category: made } };
    const bytes = await written('xlsx', [line(1, { mpn: 'X' }, { ...RESULT, component })]);
    expect(JSON.stringify(sheet(bytes, 'Summary'))).toContain('sandbox');
    expect(JSON.stringify(sheet(await written('xlsx', [KNOWN]), 'Summary'))).not.toContain('sandbox');
  });

  it('says so where a sandbox sells it alone, or contradicts others', async () => {
    const { fields, offers } = RESULT.component!;
    const offer = { ...offers![0]!, supplier: 'nexar-sandbox', seller: 'Acme' };
    const conflicts = [{ ...fields.category!, source: 'supplier:mouser-sandbox' }];
    const sold = line(1, { mpn: 'X', quantity: 1 }, {
      ...RESULT,
      component: { ...RESULT.component!, offers: [offer] },
    });
    const contradicted = {
      ...RESULT.component!,
      offers: [],
      fields: { category: { ...fields.category!, conflicts } },
    };
    for (const one of [sold, line(1, { mpn: 'X' }, { ...RESULT, component: contradicted })]) {
      expect(JSON.stringify(sheet(await written('xlsx', [one]), 'Summary'))).toContain('sandbox');
    }
    expect(new TextDecoder().decode(await written('csv', [sold]))).toContain('Acme (nexar-sandbox)');
  });

  it('marks a fact that a sandbox made up', async () => {
    const lifecycle = {
      value: 'active',
      source: 'supplier:mouser-sandbox',
      confidence: 1,
      known_by: 'supplier',
    } as const;
    const component = { ...RESULT.component!, fields: { ...RESULT.component!.fields, lifecycle } };
    const csv = new TextDecoder().decode(
      await written('csv', [line(1, { mpn: 'X' }, { ...RESULT, component })]),
    );
    expect(csv).toContain('in production (made up)');
  });

  it('freezes the header, and links to what http(s) leads to alone', async () => {
    const bytes = await written('xlsx', [
      KNOWN,
      line(2, { mpn: 'Y', quantity: 1 }, {
        ...RESULT,
        component: {
          ...RESULT.component!,
          fields: {
            datasheet: { value: 'javascript:alert(1)', source: 'own', confidence: 1, known_by: 'own' },
          },
        },
      }),
    ]);
    const book = XLSX.read(bytes, { cellStyles: true, bookFiles: true }) as XLSX.WorkBook & {
      files: Record<string, { content: Uint8Array }>;
    };
    const lines = book.Sheets['Lines']!;
    const links = Object.values(lines).flatMap((cell: XLSX.CellObject) => cell?.l?.Target ?? []);
    expect(links).toEqual(['https://example.com/part?a=1&b=2', 'https://example.com/part?a=1&b=2']);
    const relations = book.files['xl/worksheets/_rels/sheet2.xml.rels']!.content;
    expect(new TextDecoder().decode(relations).match(/<Relationship /g), 'an address is written once')
      .toHaveLength(1);
    const xml = new TextDecoder().decode(book.files['xl/worksheets/sheet2.xml']!.content);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  });

  it('holds any text as text: formulas, XML, control characters, line ends, and what looks like an escape', async () => {
    const texts = [
      '=1+1',
      '<b>&"x"</b>',
      'a\u0001b',
      'two\nlines',
      ' spaced ',
      '_x0041_',
      '+49',
      '0402',
      '1E5',
      '@SUM(A1)',
      '\ud83d\ude00',
    ];
    const bytes = await written('xlsx', texts.map((text, i) => line(i + 1, { description: text })));
    expect(sheet(bytes, 'Lines').map((row) => row['Description'])).toEqual(texts);
    expect(Object.values(XLSX.read(bytes).Sheets['Lines']!).some((cell) => (cell as XLSX.CellObject)?.f))
      .toBe(false);
  });

  it('shortens what Excel would refuse the file for, and says so', async () => {
    const [row] = sheet(await written('xlsx', [line(1, { designators: 'R1, '.repeat(20_000) })]), 'Lines');
    expect(row!['Designators']).toHaveLength(32_767);
    expect(row!['Designators']).toMatch(/ … \(shortened\)$/);
  });
});

describe('separated text', () => {
  const cells = async (lines: readonly ExportedLine[]) =>
    Papa.parse<Record<string, string>>(new TextDecoder().decode(await written('csv', lines)), {
      header: true,
      skipEmptyLines: true,
    }).data;

  it.each([
    '=1+1',
    '+49 30',
    '-2+3',
    '@SUM(A1)',
    '  =1',
    '=HYPERLINK("http://x","y")',
    // What spreadsheets of East Asia take for the same.
    '＝1＋1',
    '＋49',
    '－2＋3',
    '＠SUM(A1)',
  ])(
    'guards %j, which a spreadsheet would run',
    async (description) => {
      const [row] = await cells([line(1, { description })]);
      expect(row!['Description']).toBe(`'${description}`);
    },
  );

  it.each(['-5', '-0.5', 'a=b', '5-4', 'C1, C2', 'say "x"', 'two\nlines', "it's"])(
    'leaves %j as it is',
    async (description) => {
      const [row] = await cells([line(1, { description })]);
      expect(row!['Description']).toBe(description);
    },
  );

  // A spreadsheet that separates by another sign begins a cell there, and a row at each line end.
  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a|+1', "a|'+1"],
    ['a\n=1', "a\n'=1"],
    ['a; "=1"', 'a; "\'=1"'],
    ['a;＝1', "a;'＝1"],
    ['a;b', 'a;b'],
    // At the beginning, those that begin a cell are guarded themselves.
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\n1', "'\n1"],
  ])('guards within %j, too', async (description, guarded) => {
    const [row] = await cells([line(1, { description })]);
    expect(row!['Description']).toBe(guarded);
  });

  it.each(['=1+1', '＝1 + 1', 'a;=1+1', 'a; -5', 'a|+1', 'a\n=1', "a;'b"])(
    'is read as it was: %j',
    async (description) => {
      const out = await written('csv', [line(1, { mpn: 'X1', quantity: 1, designators: 'R1', description })]);
      const back = previewOpened(await openFile(out), {});
      expect(back.lines[0]!.description).toBe(description);
    },
  );

  it('keeps everything that no workbook has room for', async () => {
    const designators = 'R1, '.repeat(20_000);
    expect((await cells([line(1, { designators })]))[0]!['Designators']).toBe(designators);
  });
});

describe('JSON', () => {
  it('is one document with every line, whatever the pages', async () => {
    const lines = [KNOWN, line(2, { mpn: 'X' }), line(3, { mpn: 'Y' })];
    const read = JSON.parse(new TextDecoder().decode(await written('json', lines)));
    expect(read).toMatchObject({ name: 'Sensor', event_id: '1-4', lines: JSON.parse(JSON.stringify(lines)) });
    expect(read).not.toHaveProperty('next');
  });
});

describe('a BOM that goes out and comes back', () => {
  const FILES = [KINDS, PROGRAMS, TRAPS].flatMap((groups) => Object.values(groups).flat());
  /** A file of which a preview is not sure: headers that say nothing of their columns. */
  const READ_OTHERWISE = ['names that are all wrong'];
  const asked = (lines: readonly BomLine[]) => lines.map(asInput);

  it.each(['csv', 'xlsx'] as const)('is the same, as %s, for all of the golden files', async (format) => {
    const differing: string[] = [];
    for (const { name, text } of FILES) {
      const read = previewOpened(openText(text), {});
      // What an import keeps of the file; a file that it refuses is none that can go out.
      const upload = { name: `${name}.csv`, bytes: new TextEncoder().encode(text) };
      const { mapping } = await previewUpload(upload, [], {});
      const kept = await readUpload(upload, [], { mapping, name: null }).catch(() => null);
      if (!kept) continue;
      const out = await written(
        format,
        read.lines.map((each, i) => line(i + 1, asInput(each), RESULT)),
        ExportedFile.parse(JSON.parse(JSON.stringify(kept.file))),
      );
      try {
        const back = previewOpened(await openFile(out), {});
        expect(asked(back.lines)).toEqual(asked(read.lines));
      } catch {
        differing.push(name);
      }
    }
    expect(differing).toEqual(READ_OTHERWISE);
  });
});

describe.each(['csv', 'xlsx'] as const)('what no column of the file holds, as %s', (format) => {
  const GIVEN = {
    mpn: 'RC0603FR-0710KL',
    manufacturer: 'Yageo',
    quantity: 1,
    designators: 'R1',
    value: '10kVAL',
    footprint: 'R0603',
    description: 'DESC9',
    internal_number: 'INT77',
    substitution: 'no substitutes',
    note: 'KEEPDRY',
    extra: { Shelf: 'B7', Sourced: 'yes' },
  };
  const PLAIN = { mpn: 'GRM188R71H104KA93D', manufacturer: 'Murata', quantity: 2, designators: 'C1, C2' };
  const numbers = (...pairs: [supplier: string | null, number: string][]) =>
    pairs.map(([supplier, number]) => ({ supplier, number }));

  const fileOf = async (text: string) => {
    const upload = { name: 'board.csv', bytes: new TextEncoder().encode(text) };
    const { mapping } = await previewUpload(upload, [], {});
    const { file } = await readUpload(upload, [], { mapping, name: null });
    return ExportedFile.parse(JSON.parse(JSON.stringify(file)));
  };
  const back = async (lines: readonly Partial<ReturnType<typeof asInput>>[], header: string | null) => {
    const file = header === null ? null : await fileOf(header);
    const out = await written(format, lines.map((each, i) => line(i + 1, each)), file);
    return previewOpened(await openFile(out), {}).lines.map(asInput);
  };
  const HEADERS = [
    ['lines without a file', null],
    ['a plain file', 'MPN,Manufacturer,Qty,Designator\nRC0603FR-0710KL,Yageo,1,R1\n'],
    [
      'a file with numbers of one supplier',
      'MPN,Manufacturer,Qty,Designator,LCSC Part\nRC0603FR-0710KL,Yageo,1,R1,C98220\n',
    ],
    [
      'a file with suppliers',
      'MPN,Manufacturer,Qty,Designator,Supplier,Supplier Part Number\nRC0603FR-0710KL,Yageo,1,R1,Mouser,603-RC0603FR-0710KL\n',
    ],
    [
      'a file with suppliers in other words',
      'MPN,Manufacturer,Qty,Designator,Vendor 1,Vendor PN 1\nRC0603FR-0710KL,Yageo,1,R1,Mouser,603-RC0603FR-0710KL\n',
    ],
  ] as const;

  it.each(HEADERS)('comes back as the same fields: %s', async (_what, header) => {
    const given = [PLAIN, { ...PLAIN, designators: 'C3, C4' }, { ...PLAIN, designators: 'C5, C6' }, GIVEN];
    expect(await back(given, header)).toMatchObject(given);
  });

  it.each<[string, ReturnType<typeof numbers>]>([
    ['of a distributor', numbers(['Mouser', '603-RC0603FR-0710KL'])],
    ['of two', numbers(['DigiKey', '311-10.0KHRCT-ND'], ['Mouser', '603-RC0603FR-0710KL'])],
    ['two of one', numbers(['Mouser', '603-RC0603FR-0710KL'], ['Mouser', '603-RC0603FR-0710KL-2'])],
    ['of somebody unknown', numbers(['Kiosk at the corner', 'K-17'], ['Uncle Bob', 'B-4'])],
    ['of a distributor and somebody unknown', numbers(['LCSC', 'C98220'], ['Uncle Bob', 'B-4'])],
    ['of nobody', numbers([null, 'A-900-17'])],
    ['of somebody unknown and of nobody', numbers(['Uncle Bob', 'B-4'], [null, 'A-900-17'])],
  ])('has every number: %s', async (_what, supplier_numbers) => {
    const byText = (given: ReturnType<typeof numbers>) =>
      given.map((each) => JSON.stringify(each)).toSorted();
    for (const [what, header] of HEADERS) {
      const lines = [PLAIN, {
        ...PLAIN,
        designators: 'C3, C4',
        supplier_numbers: numbers(['Mouser', '81-GRM188R71H104KA93']),
      }, {
        ...GIVEN,
        supplier_numbers,
      }];
      const read = await back(lines, header);
      expect([what, ...byText(read[2]!.supplier_numbers)]).toEqual([what, ...byText(supplier_numbers)]);
      expect(read).toMatchObject(
        lines.map(({ mpn, quantity, designators }) => ({ mpn, quantity, designators })),
      );
    }
  });

  it.each([
    ['of the same name', 'MPN,Manufacturer,MPN 2,Qty,Designator\nA1-100,Yageo,A2-100,1,R1\n'],
    [
      'that is numbered',
      'MPN_1,Mfg_1,MPN_2,Mfg_2,MPN_3,Qty,Designator\nA1-100,Yageo,A2-100,KOA,A3-100,1,R1\n',
    ],
    [
      'of alternates',
      'MPN,Mfr,Alternate MPN,Alternate MPN 2,Qty,Designator\nA1-100,Yageo,A2-100,A3-100,1,R1\n',
    ],
    ['none', 'MPN,MPN 2,Qty,Designator\nA1-100,A2-100,1,R1\n'],
    ['one', 'MPN,Manufacturer,Qty,Designator\nA1-100,Yageo,1,R1\n'],
  ])('has the manufacturer of each alternate, beside columns: %s', async (_what, header) => {
    const part = (mpn: string, manufacturer: string | null) => ({ mpn, manufacturer });
    const [vishay, koa] = ['Vishay', 'KOA Speer'];
    const alternates = [
      [part('CRCW060310K0FKEA', vishay), part('RK73H1JTTD1002F', koa), part('ERJ3EKF1002V', null)],
      [part('CRCW060310K0FKEA', null), part('RK73H1JTTD1002F', koa)],
      [part('CRCW060310K0FKEA', null), part('RK73H1JTTD1002F', null)],
      [part('CRCW060310K0FKEA', vishay)],
      [],
    ];
    const given = alternates.flatMap((each, i) => [
      { ...PLAIN, designators: `C${4 * i + 1}, C${4 * i + 2}`, alternates: each },
      { ...PLAIN, manufacturer: null, designators: `C${4 * i + 3}, C${4 * i + 4}`, alternates: each },
    ]);
    expect(await back(given, header)).toMatchObject(given);
  });

  it('has each field that one column was used for', async () => {
    const upload = {
      name: 'board.csv',
      bytes: new TextEncoder().encode(
        'Designator,Qty,Value\n"R1, R2",2,RC0603FR-0710KL\n"C1, C2",2,100nF\nU1,1,LM358DR\n',
      ),
    };
    const { mapping } = await previewUpload(upload, [], {});
    const [value] = mapping.columns.filter(({ role }) => role === 'value');
    for (const uses of [['value', 'mpn'], ['mpn', 'value']] as const) {
      const columns = [
        ...mapping.columns.filter(({ role }) => role !== 'value'),
        ...uses.map((role) => ({ ...value!, role })),
      ];
      const { file, lines } = await readUpload(upload, [], { mapping: { ...mapping, columns }, name: null });
      const kept = ExportedFile.parse(JSON.parse(JSON.stringify(file)));
      // Somebody has corrected one of the two since.
      const given = lines.map(({ designators, quantity, mpn, value }) =>
        value === 'LM358DR'
          ? { designators, quantity, mpn: 'LM358DRG4', value: 'LM358' }
          : { designators, quantity, mpn, value }
      );
      const out = await written(format, given.map((each, i) => line(i + 1, each)), kept);
      const back = previewOpened(await openFile(out), {}).lines.map(asInput);
      expect(
        back.map(({ designators, quantity, mpn, value }) => ({ designators, quantity, mpn, value })),
      ).toEqual(given);
    }
  });

  const rowsOf = async (header: string, roles: Readonly<Record<string, ColumnRole>>) => {
    const upload = { name: 'board.csv', bytes: new TextEncoder().encode(header) };
    const { mapping } = await previewUpload(upload, [], {});
    const columns = mapping.columns.map((column) => ({
      ...column,
      role: roles[column.name ?? ''] ?? column.role,
    }));
    const { file, lines } = await readUpload(upload, [], { mapping: { ...mapping, columns }, name: null });
    const kept = ExportedFile.parse(JSON.parse(JSON.stringify(file)));
    const given = lines.map((each, i) =>
      line(i + 1, {
        ...each,
        alternates: [...each.alternates],
        supplier_numbers: [...each.supplier_numbers],
      })
    );
    const out = await written(format, given, kept);
    return (await openFile(out)).tables[0]!.rows.slice(0, lines.length + 1).map(({ cells }) =>
      cells.join('|')
    );
  };

  it('has a second quantity where it stood, and once', async () => {
    expect(
      await rowsOf('MPN,Qty,Designator,Qty for 10\nA1-100,1,R1,10\nA2-100,2,"R2, R3",20\n', {
        'Qty for 10': 'quantity',
      }),
    ).toEqual(['MPN|Qty|Designator|Qty for 10|Manufacturer|DNP', 'A1-100|1|R1|10', 'A2-100|2|R2, R3|20']);
  });

  it('has each of two descriptions where it stood, and one alone in the first', async () => {
    expect(
      await rowsOf(
        'MPN,Qty,Designator,Description,Comment\nA1-100,1,R1,Resistor,thick film\nA2-100,1,R2,,sold out\n',
        {
          Comment: 'description',
        },
      ),
    ).toEqual([
      'MPN|Qty|Designator|Description|Comment|Manufacturer|DNP',
      'A1-100|1|R1|Resistor|thick film',
      'A2-100|1|R2|sold out',
    ]);
  });

  it('has the places of both sides once', async () => {
    const [, row] = await rowsOf('MPN,Qty,Top,Bottom\nA1-100,2,R1,R2\n', {
      Top: 'designators',
      Bottom: 'designators',
    });
    expect(row).toBe('A1-100|2|R1, R2');
  });

  it('has as many other columns as a file may have, and the rest in the last one', async () => {
    const names = Array.from({ length: 250 }, (_, i) => `Property ${i + 1}`);
    const extra = Object.fromEntries(names.map((name) => [name, `says ${name}`]));
    const bytes = await written(format, [line(1, { ...PLAIN, extra })]);
    const text = JSON.stringify((await openFile(bytes)).tables);
    for (const name of names) expect(text).toContain(`says ${name}`);
  });

  it('adds no column that no line needs', async () => {
    const [first] = await back([PLAIN], HEADERS[1][1]);
    expect(first).toMatchObject(PLAIN);
    const bytes = await written(format, [line(1, PLAIN)], await fileOf(HEADERS[1][1]));
    const { rows } = (await openFile(bytes)).tables[0]!;
    expect(rows[0]!.cells).toEqual(['MPN', 'Manufacturer', 'Qty', 'Designator', 'DNP']);
  });
});

describe('fields to write back', () => {
  const rows = async (format: ExportFormat, lines: readonly ExportedLine[]) =>
    Papa.parse<Record<string, string>>(new TextDecoder().decode(await written(format, lines)), {
      header: true,
      skipEmptyLines: true,
    }).data;
  const known = line(
    1,
    {
      designators: 'R1-R3',
      quantity: 3,
      supplier_numbers: [{ supplier: 'LCSC', number: 'C98220' }],
    },
    RESULT,
  );

  it('have a row for each designator, in the names of KiCad', async () => {
    const written_ = await rows('kicad_fields', [known]);
    expect(written_.map((row) => row['Reference'])).toEqual(['R1', 'R2', 'R3']);
    expect(written_[2]).toEqual({
      'Reference': 'R3',
      'MPN': 'RC0603FR-0710KL',
      'Manufacturer': 'Yageo',
      'DigiKey Part Number': '',
      'Mouser Part Number': 'mouser-1',
      'LCSC Part Number': 'C98220',
      'Farnell Part Number': '',
      'Newark Part Number': '',
      'TME Part Number': '',
      // Sources disagree.
      'Lifecycle': '',
      'RoHS': '',
      'Package': '',
      'Datasheet': '',
    });
  });

  it.each([['8819734', 'Farnell'], ['03AC2659', 'Newark']])(
    'have %s of element14 as the number of %s',
    async (number, shop) => {
      const offers = [{
        ...offer('element14', 'USD', [[1, 0.1]]),
        supplier_part_number: number,
      }];
      const sold = {
        ...known,
        line: { ...known.line, result: { ...RESULT, component: { ...RESULT.component!, offers } } },
      };
      const [row] = await rows('kicad_fields', [sold as typeof known]);
      expect({ Farnell: row!['Farnell Part Number'], Newark: row!['Newark Part Number'] })
        .toEqual({ Farnell: '', Newark: '', [shop]: number });
    },
  );

  it('have suppliers and their numbers side by side, in the names of Altium', async () => {
    const [row] = await rows('altium_fields', [known]);
    expect(row).toMatchObject({
      'Designator': 'R1',
      'Manufacturer Part Number': 'RC0603FR-0710KL',
      'Supplier 1': 'Mouser',
      'Supplier Part Number 1': 'mouser-1',
      'Supplier 2': 'LCSC',
      'Supplier Part Number 2': 'C98220',
      'Supplier 3': '',
    });
  });

  it('leave out what is not known for certain: an empty cell would empty a field', async () => {
    const doubted = (review: 'needed' | 'rejected') => ({ ...known, line: { ...known.line, review } });
    expect(
      await rows('kicad_fields', [
        line(1, { designators: 'U1', mpn: 'X' }),
        doubted('needed'),
        doubted('rejected'),
        line(4, {}, RESULT),
      ]),
    ).toEqual([]);
  });

  it('leave out what a sandbox made up: a drawing outlives what is tried out', async () => {
    const { fields } = RESULT.component!;
    const component = {
      ...RESULT.component!,
      fields: {
        ...fields,
        rohs: { ...fields.category!, value: 'compliant', source: 'supplier:mouser-sandbox' },
      },
      offers: RESULT.component!.offers!.map((offer) => ({ ...offer, supplier: 'mouser-sandbox' })),
    };
    const [row] = await rows('kicad_fields', [line(1, { designators: 'R1' }, { ...RESULT, component })]);
    expect([row!['MPN'], row!['RoHS'], row!['Mouser Part Number']]).toEqual([component.mpn, '', '']);
  });

  it('have no number of a supplier where a price was agreed for the manufacturer’s', async () => {
    const agreed = {
      ...offer('mouser', 'USD', [[1, 0.1]]),
      supplier_part_number: RESULT.component!.mpn,
      agreed: true,
    };
    const priced = line(1, { designators: 'R1', quantity: 1 }, {
      ...RESULT,
      component: { ...RESULT.component!, offers: [agreed] },
    });
    const [row] = await rows('kicad_fields', [priced]);
    expect([row!['MPN'], row!['Mouser Part Number']]).toEqual([agreed.supplier_part_number, '']);
    expect(sheet(await written('xlsx', [priced]), 'Lines')).toMatchObject([
      {
        'bomstream: supplier': 'mouser',
        'bomstream: supplier number': null,
        'bomstream: agreed price': 'agreed',
      },
    ]);
  });

  it('are nothing that a spreadsheet would run', async () => {
    const evil = { ...RESULT.component!, mpn: '=cmd|x', manufacturer: 'a;@SUM(1)' };
    const [row] = await rows('kicad_fields', [
      line(1, { designators: 'R1' }, { ...RESULT, component: evil }),
    ]);
    expect([row!['MPN'], row!['Manufacturer']]).toEqual(["'=cmd|x", "a;'@SUM(1)"]);
  });
});

describe('the name of the file', () => {
  it.each([
    ['Sensor rev C', 'Sensor rev C.xlsx'],
    ['a/b\\c:d*e?"<>|f', 'a b c d e f.xlsx'],
    ['sandbox-bom.csv', 'sandbox-bom.xlsx'],
    ['x'.repeat(79) + '\u{20000}\u{20000}', `${'x'.repeat(79)}\u{20000}.xlsx`],
    ['..', 'bom.xlsx'],
    ['\u0000', 'bom.xlsx'],
    ['Plan für Ümläute', 'Plan für Ümläute.xlsx'],
  ])('of %j is %j', (name, expected) => expect(fileName(name, 'xlsx')).toBe(expected));
});

/** Of the cells of a sheet's row, by the names of their columns, how they are aligned; of `row`, how the row itself is. */
function alignmentsOf(bytes: Uint8Array): (sheet: string, row: number) => ReadonlyMap<string, string> {
  const book = XLSX.read(bytes, { bookFiles: true }) as XLSX.WorkBook & {
    readonly files: Readonly<Record<string, { readonly content: Uint8Array }>>;
  };
  const text = (name: string) => new TextDecoder().decode(book.files[name]!.content);
  const styles = [...text('xl/styles.xml').split('<cellXfs')[1]!.matchAll(/<xf .*?<\/xf>/g)].map(([xf]) =>
    xf
  );
  return (sheet, row) => {
    const xml = text(`xl/worksheets/sheet${book.SheetNames.indexOf(sheet) + 1}.xml`);
    const [, attributes, cells] = [...xml.matchAll(/<row([^>]*)>(.*?)<\/row>/gs)][row - 1]!;
    const names = XLSX.utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1 })[0]!;
    const aligned = [...cells!.matchAll(/<c(?: s="(\d+)")?(?: t="s")?(?:\/>|>)/g)]
      .map(([, style = '0'], i) => [names[i]!, styles[Number(style)]!] as const);
    return new Map([...aligned, ['row', attributes!]]);
  };
}
