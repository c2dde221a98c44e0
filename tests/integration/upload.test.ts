/** A file as a person imports it: previewed, decided about, stored whole or not at all. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { inDatabase } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const sql = (text: string, values: unknown[] = []): Promise<Json[]> =>
  inDatabase(stack, async (client) => (await client.query(text, values)).rows);

let editor: Tenant;
let viewer: Tenant;
beforeAll(async () => {
  editor = await newTenant(stack);
  viewer = await newTenant(stack, { role: 'viewer', organizationId: editor.organizationId });
});

type Content = string | Uint8Array<ArrayBuffer>;

interface Sent {
  readonly status: number;
  readonly body: Json;
}

async function send(
  path: string,
  file: Content | null,
  { name = 'bom.csv', by = editor, ...fields }: Record<string, unknown> & { name?: string; by?: Tenant } = {},
): Promise<Sent> {
  const form = new FormData();
  if (file !== null) form.set('file', new File([file], name));
  for (const [key, value] of Object.entries(fields)) {
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const to = `${path}?organization_id=${editor.organizationId}`;
  return await by.call('POST', to, form);
}
const preview = (file: Content, how = {}) => send('boms/preview', file, how);
const importFile = (file: Content, how = {}) => send('boms', file, how);
const count = async () =>
  (await sql('select count(*)::int as n from bomstream.boms where organization_id = $1', [
    editor.organizationId,
  ]))[0].n;

const CSV = `Widget rev 2
RefDes;Menge;Hersteller-Nr.;Hersteller;Wert;Gehäuse;Lager
R1, R2;2;RC0603FR-0710KL;Yageo;10k;0603;A-7
C1;1;GRM188R71C104KA01D;Murata;100n;0603;
`;

describe('a preview', () => {
  it('of a file with more cells than an isolate can hold is refused, says how far it was read, and stores nothing', async () => {
    const before = await count();
    const { status, body } = await preview(`${'x,'.repeat(199)}x\n`.repeat(2_501));
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'too_many_cells' });
    expect(body.detail).toContain('more than 500,000 cells with text: reading stopped after 2,500 rows');
    expect(body.detail).toContain('Leave out columns that nobody needs');
    expect((await importFile(`${'x,'.repeat(199)}x\n`.repeat(2_501), { name: 'wide.csv' })).body.code).toBe(
      'too_many_cells',
    );
    expect(await count()).toBe(before);
  });

  it('says what the file is, how it is read and what is left out, and stores nothing', async () => {
    const before = await count();
    const { status, body } = await preview(CSV, { name: '..\\boards/Widget <2>.txt' });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      file: { name: 'Widget <2>.txt', container: 'csv', encoding: 'utf-8' },
      line_count: 2,
      remembered: false,
      questions: [],
    });
    expect(body.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(body.mapping).toMatchObject({ file_sha256: body.file.sha256, header_rows: [2], first_row: 3 });
    const roles = Object.fromEntries(body.mapping.columns.map(({ name, role }: Json) => [name, role]));
    expect(roles).toMatchObject({
      'Menge': 'quantity',
      'Hersteller-Nr.': 'mpn',
      'Hersteller': 'manufacturer',
      'Wert': 'value',
      'Gehäuse': 'footprint',
      'Lager': 'extra',
    });
    expect(body.rows[0]).toEqual({ row: 2, cells: CSV.split('\n')[1]!.split(';') });
    expect(body.issues.map(({ code }: Json) => code)).toEqual(
      expect.arrayContaining(['row_above_header', 'columns_not_read']),
    );
    expect(await count()).toBe(before);
  });

  it('reads as somebody decided, and asks no more', async () => {
    const { body: first } = await preview(CSV);
    const columns = first.mapping.columns.map((column: Json) =>
      column.name === 'Lager' ? { ...column, role: 'internal_number' } : column
    );
    const { status, body } = await preview(CSV, { mapping: { ...first.mapping, columns } });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.mapping).toEqual({ ...first.mapping, columns });
    expect(body.issues.map(({ code }: Json) => code)).not.toContain('columns_not_read');
  });

  it('of two tables side by side offers both, and reads the one that is chosen', async () => {
    const csv =
      'Parts,,,of the board\nElectronic,,,,Mechanical,,\nRef,Qty,MPN,,Item,Qty,Description\nR1,1,RC0603FR-0710KL,,1,4,Screw M3\nC1,1,GRM188R71C104KA01D,,2,8,Nut M3\n';
    const { body: first } = await preview(csv);
    expect(first).toMatchObject({
      tables: [{ table: 0, part: 0, first_column: 'A', last_column: 'C' }, {
        table: 0,
        part: 1,
        first_column: 'E',
      }],
      line_count: 2,
    });
    const { body: { mapping } } = await preview(csv, { table: '0', part: '1' });
    const { status, body } = await importFile(csv, { mapping });
    expect(status, JSON.stringify(body)).toBe(201);
    const { body: { lines } } = await editor.call('GET', `boms/${body.bom_id}/lines`);
    expect(lines).toMatchObject([
      { quantity: 4, description: 'Screw M3' },
      { quantity: 8, description: 'Nut M3' },
    ]);
    expect((await preview(csv, { table: '0', part: '-1' })).status).toBe(400);
  });

  it('asks what the file does not say', async () => {
    const csv = 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n';
    const { body } = await preview(csv);
    for (const { detail, options } of body.questions) {
      expect(detail).toMatch(/\?$/);
      expect(options.length).toBeGreaterThan(1);
      expect((await preview(csv, { mapping: options.at(-1).mapping })).status).toBe(200);
    }
    expect(body.questions.length).toBeLessThanOrEqual(2);
  });
});

describe('an import', () => {
  it('keeps all that the file says, and where it stood', async () => {
    const { body: { mapping } } = await preview(CSV);
    const { status, body } = await importFile(CSV, { mapping, name: 'Widget.csv' });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ name: 'Widget.csv', line_count: 2, existing: false });
    const { body: { lines } } = await editor.call('GET', `boms/${body.bom_id}/lines`);
    expect(lines).toMatchObject([
      { designators: 'R1, R2', quantity: 2, mpn: 'RC0603FR-0710KL', value: '10k', footprint: '0603' },
      { designators: 'C1', quantity: 1, mpn: 'GRM188R71C104KA01D', value: '100n' },
    ]);
    const one = await editor.call('GET', `boms/${body.bom_id}/lines/${lines[0].line_id}`);
    expect(one.body).toMatchObject({ extra: { Lager: 'A-7' }, source_row: 3 });
  });

  it('of the same bytes is known to be there by its preview, and whether it was read in this way', async () => {
    const csv = `MPN,Qty,Shelf\nKNOWN-${crypto.randomUUID()},1,A-7\n`;
    const { body: { mapping } } = await preview(csv);
    const { body: { bom_id } } = await importFile(csv);
    const columns = mapping.columns.map((column: Json) =>
      column.name === 'Shelf' ? { ...column, role: 'internal_number' } : column
    );
    const other = { ...mapping, columns };
    const existing = async (how = {}) => (await preview(csv, how)).body.existing;
    expect(await existing()).toMatchObject([{ bom_id, same_mapping: true }]);
    expect(await existing({ mapping })).toMatchObject([{ bom_id, same_mapping: true }]);
    expect(await existing({ mapping: other })).toMatchObject([{ bom_id, same_mapping: false }]);
    const second = await importFile(csv, { mapping: other });
    expect([second.status, second.body.existing]).toEqual([201, false]);
    expect(await existing({ mapping: other })).toMatchObject([
      { bom_id: second.body.bom_id, same_mapping: true },
      { bom_id, same_mapping: false },
    ]);
  });

  it('of the same bytes, read in the same way, is the same BOM, unless asked otherwise', async () => {
    const csv = `MPN,Qty\nSAME-${crypto.randomUUID()},1\n`;
    const first = await importFile(csv);
    const before = await count();
    const second = await importFile(csv, { name: 'renamed.csv' });
    expect([second.status, second.body.existing, second.body.bom_id]).toEqual([200, true, first.body.bom_id]);
    expect(await count()).toBe(before);

    const { body: { mapping } } = await preview(csv);
    const columns = mapping.columns.map((column: Json) =>
      column.role === 'quantity' ? { ...column, role: 'extra' } : column
    );
    const others = [
      await importFile(csv, { mapping: { ...mapping, columns } }),
      await importFile(csv, { again: 'true' }),
    ];
    for (const { status, body } of others) expect([status, body.existing]).toEqual([201, false]);
  });

  it('of two at once is one BOM', async () => {
    const csv = `MPN,Qty\nTWICE-${crypto.randomUUID()},1\n`;
    const answers = await Promise.all([importFile(csv), importFile(csv), importFile(csv)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.bom_id)).size).toBe(1);
  });

  it('remembers what was confirmed for files with the same headers', async () => {
    const file = (number: string) => `Teil,Anzahl,Sonstiges\n${number},2,A-7\n`;
    const { body: { mapping } } = await preview(file('RC0603FR-0710KL'));
    const columns = mapping.columns.map((column: Json) =>
      column.name === 'Sonstiges' ? { ...column, role: 'internal_number' } : column
    );
    await importFile(file('RC0603FR-0710KL'), { mapping: { ...mapping, columns } });
    const { body } = await preview(file('GRM188R71C104KA01D'));
    expect(body.remembered).toBe(true);
    expect(body.mapping.columns.at(-1)).toMatchObject({ name: 'Sonstiges', role: 'internal_number' });
    const stranger = await newTenant(stack);
    const form = new FormData();
    form.set('file', new File([file('GRM188R71C104KA01D')], 'x.csv'));
    const to = `boms/preview?organization_id=${stranger.organizationId}`;
    expect((await stranger.call('POST', to, form)).body.remembered).toBe(false);
  });
});

it.each(['a?b&c=d#e.csv', 'a "b".csv', 'Prüf; Liste=2.csv'])('a file keeps its name: %s', async (name) => {
  const form = new FormData();
  form.set('file', new File([CSV], name));
  const { body } = await editor.call('POST', `boms/preview?organization_id=${editor.organizationId}`, form);
  expect(body.file.name).toBe(name);
});

describe('a file that cannot be imported', () => {
  /** A preview asks for no project, and may show that there are no lines. */
  const isSeenBefore = (code: string) => !['project_not_found', 'empty_bom'].includes(code);
  const bytes = (...values: number[]) => new Uint8Array(values);
  it.each<[string, Content | null, Record<string, unknown>, string]>([
    ['is missing', null, {}, 'no_file'],
    ['is empty', '', {}, 'empty_bom'],
    [
      'is a picture',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0),
      {},
      'unsupported_file',
    ],
    ['has a header alone', 'MPN,Qty\n', {}, 'empty_bom'],
    ['comes with a mapping that is no JSON', CSV, { mapping: '{' }, 'invalid_mapping'],
    ['comes with a mapping of something else', CSV, { mapping: { table: 0 } }, 'invalid_mapping'],
    ['names a project of nobody', CSV, { project_id: crypto.randomUUID() }, 'project_not_found'],
  ])('and %s is refused, and nothing is stored', async (_what, file, how, code) => {
    const before = await count();
    for (const path of ['boms', ...(isSeenBefore(code) ? ['boms/preview'] : [])]) {
      const { status, body } = await send(path, file, how);
      expect([body.code, status < 500], path).toEqual([code, true]);
      expect(body.detail).toMatch(/^[A-Z"].{10,}[.?]$/s);
    }
    expect(await count()).toBe(before);
  });

  it.each([['too long a name', 'x'.repeat(201)], ['a name of blanks', '  ']])(
    'and gets %s is refused, and nothing is stored',
    async (_what, name) => {
      const before = await count();
      const form = new FormData();
      form.set('file', new File([CSV], 'bom.csv'));
      form.set('name', name);
      const { status, body } = await editor.call(
        'POST',
        `boms?organization_id=${editor.organizationId}`,
        form,
      );
      expect([status, body.code]).toEqual([400, 'invalid_query']);
      expect(body.detail).toContain('name');
      expect(await count()).toBe(before);
    },
  );

  it('is another one than the mapping was made for', async () => {
    const { body: { mapping } } = await preview(CSV);
    for (const path of ['boms', 'boms/preview']) {
      expect((await send(path, `${CSV}R9;1;X;Y;;;\n`, { mapping })).body.code).toBe('file_changed');
    }
  });

  it('is opened for nobody who may not import', async () => {
    for (const path of ['boms', 'boms/preview']) {
      expect((await send(path, CSV, { by: viewer })).body.code).toBe('role_required');
      expect((await send(path, CSV, { by: await newTenant(stack) })).body.code).toBe(
        'organization_not_found',
      );
    }
  });

  it('is larger than it may be', async () => {
    const { body } = await send('boms', new Uint8Array(11 * 1024 * 1024));
    expect(body.code).toBe('body_too_large');
  });

  it('is no form at all', async () => {
    const response = await fetch(
      `${stack.apiUrl}/functions/v1/boms/preview?organization_id=${editor.organizationId}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${editor.token}`,
          'content-type': 'multipart/form-data',
        },
        body: 'nonsense',
      },
    );
    expect((await response.json() as Json).code).toBe('invalid_form');
  });
});
