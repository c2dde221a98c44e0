import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { inDatabase, sql } from '../support/admin.ts';
import { buildCli, type Cli } from '../support/cli.ts';
import { startPaused } from '../support/held-runs.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { xlsx } from '../support/bom-files/workbook.ts';
import manifest from '../../package.json' with { type: 'json' };

const stack = inject('stack');
let cli: Cli;
let tenant: Tenant;
beforeAll(async () => {
  cli = buildCli();
  tenant = await newTenant(stack);
});
afterAll(() => cli.remove());

const member = () => ({
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
  BOMSTREAM_EMAIL: tenant.email,
  BOMSTREAM_PASSWORD: tenant.password,
});

describe('bomstream', () => {
  it('says what it can do when it is asked, examples first', async () => {
    const help = await cli.run(['--help'], {});
    expect(help).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Examples:\n[^]*\nUsage: /),
    });
    expect(await cli.run(['help', 'catalogue', 'import'], {})).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Examples:\n {2}bomstream catalogue import [^]*--date <date>/),
    });
    expect(await cli.run(['--version'], {})).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  });

  it.each<[what: string, args: string[], sentence: RegExp]>([
    ['no command', [], /^Examples:/],
    ['no such command', ['fly'], /^error: unknown command 'fly'\n/],
    ['one that is meant', ['impor'], /\(Did you mean import\?\)/],
    ['no BOM', ['watch'], /missing required argument 'bom'/],
    ['two BOMs', ['watch', 'a', 'b'], /too many arguments/],
    ['no such option', ['watch', 'a', '--fast'], /unknown option '--fast'/],
    ["another command's option", ['watch', 'a', '--again'], /unknown option '--again'/],
    ['no such format', ['watch', 'a', '--output', 'yaml'], /Allowed choices are text, json, ndjson/],
  ])('is called wrongly with %s, says so and prints nothing', async (_what, args, sentence) => {
    expect(await cli.run(args, {})).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    });
  });

  it('takes a token of the environment or a file, and a project of its own', async () => {
    const missing = crypto.randomUUID();
    const file = join(cli.folder, 'token');
    writeFileSync(file, `${tenant.token}\n`);
    const { SUPABASE_URL } = member();
    const refusal = async (environment: Record<string, string>, ...args: string[]) =>
      (await cli.run(['watch', missing, ...args], environment)).stderr;
    expect(await refusal({ SUPABASE_URL, BOMSTREAM_TOKEN: tenant.token })).toMatch(/404 bom_not_found/);
    expect(await refusal({ SUPABASE_URL, BOMSTREAM_TOKEN_FILE: file })).toMatch(/404 bom_not_found/);
    expect(await refusal({ SUPABASE_URL, BOMSTREAM_TOKEN: 'another' }, '--token-file', file)).toMatch(/404/);
    expect(await refusal({ SUPABASE_URL, BOMSTREAM_TOKEN: 'no-token' })).toMatch(/401 invalid_token/);
    expect(await refusal({ BOMSTREAM_TOKEN: tenant.token })).toMatch(/set SUPABASE_URL/);
    writeFileSync(file, '');
    expect(await refusal({ SUPABASE_URL }, '--token-file', file)).toBe(`${file} is empty.\n`);
  });
});

describe('bomstream import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return name;
  }
  const run = (...args: string[]) => cli.run(['import', ...args], { ...member(), INIT_CWD: folder });
  const named = async (name: string) =>
    (await tenant.call('GET', `boms?search=${name}`)).body.boms.map(({ line_count }: Json) => line_count);

  it('imports a workbook from where the user stands, and says how it was read', async () => {
    const rows = [['Widget'], ['Ref', 'Menge', 'Hersteller-Nr.'], ['R1, R2', 2, 'RC0603FR-0710KL']];
    const { code, stdout, output } = await run(
      file('widget.csv', xlsx([{ name: 'BOM', rows }])),
      '--name',
      'Widget C',
    );
    expect(code, output).toBe(0);
    expect(output).toMatch(
      /^widget\.csv: 1 line \(xlsx.*\): designators from "Ref", quantity from "Menge", mpn from "Hers/m,
    );
    expect(output).toMatch(/info: Row 1 stands above the table and was left out: "Widget"\./);
    expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
    expect(await named('Widget C')).toEqual([1]);
  });

  it('imports a file once, unless told otherwise, and takes decisions over into a revision', async () => {
    const first = await run(file('once.csv', 'MPN,Qty,Ref\nA1,1,R1\n'));
    const bomId = first.stdout.trim();
    const second = await run('once.csv');
    expect(second.stderr).toMatch(/This file is there already: it is the BOM "once\.csv"\./);
    expect(second.stdout).toBe(first.stdout);
    expect((await run('once.csv', '--again')).stdout).not.toContain(bomId);
    const { output } = await run(
      file('next.csv', 'MPN,Qty,Ref\nA1,1,R1\nB2,1,R2\n'),
      '--revision-of',
      bomId,
    );
    expect(output).toMatch(/Revision: 1 unchanged, 0 changed, 1 added, 0 removed/);
  });

  it.each<[what: string, args: () => string[], sentence: RegExp]>([
    ['a file that is not there', () => ['none.csv'], /^Cannot read .*none\.csv: there is no such file\.$/m],
    [
      'a picture',
      () => [file('x.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0))],
      /The file is a picture\./,
    ],
    [
      'a question, and nobody to answer it',
      () => [file('asks.csv', 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n')],
      /can be read in several ways, and nobody is here to ask:\n {2}Is "1,000" 1 or 1000 pieces\?/,
    ],
    [
      'an organization of nobody',
      () => [file('y.csv', 'MPN\nA'), '--organization', crypto.randomUUID()],
      /404/,
    ],
  ])('explains %s, and imports nothing', async (_what, args, sentence) => {
    const before = (await tenant.call('GET', 'boms')).body.boms.length;
    const { code, output } = await run(...args());
    expect([code, (await tenant.call('GET', 'boms')).body.boms.length], output).toEqual([1, before]);
    expect(output).toMatch(sentence);
  });

  const ASKS = 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n';

  it('answers the questions of a file with what was said beforehand', async () => {
    const { code, stdout } = await run(file('answered.csv', ASKS), '--answer', '2', '--output', 'json');
    expect(code).toBe(0);
    const [bom] = JSON.parse(stdout);
    const { lines } = (await tenant.call('GET', `boms/${bom.bom_id}/lines`)).body;
    const first = lines.map(({ quantity }: Json) => quantity);
    const other = await run(file('other.csv', ASKS), '--name', 'Other', '--answer', '1', '--again');
    const { lines: others } = (await tenant.call('GET', `boms/${other.stdout.trim()}/lines`)).body;
    expect([first, others.map(({ quantity }: Json) => quantity)].toSorted()).toEqual([[1, 2], [1000, 2000]]);
    expect(await run('answered.csv', '--again', '--answer', '9')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--answer 9 is not among the choices: .* \(1: .* · 2: .*\)/),
    });
  });

  it('imports several files, and says which of them it could not', async () => {
    const names = [file('a.csv', 'MPN,Qty\nA1,1\n'), file('b.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0))];
    const { code, stdout, stderr } = await run(...names, '--output', 'ndjson');
    expect([code, JSON.parse(stdout).name], stderr).toEqual([2, 'a.csv']);
    expect(stderr).toMatch(/^b\.csv: The file is a picture\./m);
    expect(await run(...names, '--name', 'both')).toMatchObject({
      code: 64,
      stderr: '--name is for one file.\n',
    });
  });
});

describe('bomstream watch', () => {
  it('shows a run to its end, and what came of it', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'NOBODY-KNOWS-1']);
    await tenant.start(bomId);
    const { code, stdout, stderr } = await cli.run(['watch', bomId], member());
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(
      /^1-\d+ {2}enrichment\.completed {2}100\.0 % {2}2\/2 lines {2}batch 1\/1 {2}completed$/m,
    );
    expect(stdout).toMatch(/^ {2}status {12}completed\n {2}enriched {10}1\n {2}not found {9}1\n/);
    // Again, long after: what it says is of the run, not of the watching.
    expect((await cli.run(['watch', bomId], member())).stdout).toBe(stdout);
    // For programs: the events, and nothing else.
    const events = (await cli.run(['watch', bomId, '--output', 'ndjson'], member())).stdout.trim().split(
      '\n',
    );
    expect(JSON.parse(events.at(-1)!)).toMatchObject({ event_type: 'enrichment.completed', bom_id: bomId });
  });

  it('ends with another code than 0 when the run did not complete', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL']);
    await startPaused(stack, tenant, bomId);
    await tenant.call('POST', `enrichment/${bomId}/cancel`);
    const { code, output } = await cli.run(['watch', bomId], member());
    expect([code, output]).toEqual([3, expect.stringMatching(/status {12}cancelled/)]);
  });

  it('says why it cannot', async () => {
    const missing = '6f1c0b0e-3b1f-4d0a-9f55-0d5a4d1b7c11';
    expect(await cli.run(['watch', missing], member())).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^There is no BOM with this id.*\(404 bom_not_found\)\n$/),
    });
    expect((await cli.run(['watch', 'board.csv'], member())).output).toMatch(
      /must be a UUID.* bomstream list says the ids of BOMs\. \(400 invalid_id\)\n$/,
    );
    expect((await cli.run(['watch', missing], { ...member(), BOMSTREAM_PASSWORD: 'wrong' })).output).toMatch(
      /cannot sign in/,
    );
    expect(await cli.run(['watch', missing], {})).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Nobody is signed in.* bomstream login; .* BOMSTREAM_KEY\. .*: npm start -- --serve\n$/,
      ),
    });
  });

  it('finds the stack that an install has noted down, and its demo user', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bomstream-install-'));
    const running = { pid: 1, apiUrl: stack.apiUrl, pageUrl: stack.pageUrl, keyId: 'none' };
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    writeFileSync(
      join(folder, 'keys.json'),
      JSON.stringify({ ...stack.keys, demoPassword: 'of another one' }),
    );
    try {
      expect((await cli.run(['watch', 'any'], { BOMSTREAM_LOCAL: folder })).output).toMatch(
        /^demo@bomstream\.local cannot sign in: /,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('bomstream catalogue import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-catalogue-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** An organization of its own, whose components are told apart from those of other tests. */
  let owner: Tenant;
  beforeAll(async () => void (owner = await newTenant(stack)));
  const environment = () => ({
    ...member(),
    BOMSTREAM_EMAIL: owner.email,
    BOMSTREAM_PASSWORD: owner.password,
  });
  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return name;
  }
  const start = (...args: string[]) =>
    cli.start(['catalogue', 'import', ...args], { ...environment(), INIT_CWD: folder });
  const run = (...args: string[]) => start(...args).ended;
  async function kept(): Promise<Json[]> {
    const path = `organizations/${owner.organizationId}/components`;
    const components: Json[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: Json = await owner.call('GET', after ? `${path}?after=${after}` : path);
      components.push(...body.components);
      after = body.next;
    }
    return components;
  }
  const JLC =
    'LCSC Part,First Category,Second Category,MFR.Part,Package,Solder Joint,Manufacturer,Library Type,Description,Datasheet,Price,Stock\n';

  it('keeps the parts of a list, which lines then are found to be, and says what it took', async () => {
    const list = JLC +
      'C1,Diodes,Schottky Diodes,ZZ-LISTED-1,SMA,2,Our Diodes,base,40V 1A,https://example.com/d.pdf,1-9:0.1,5\n' +
      'C2,Diodes,Schottky Diodes,C25804,SMA,2,Our Diodes,base,,,,\n' +
      'C3,Diodes,Schottky Diodes,,SMA,2,Our Diodes,base,,,,\n';
    const first = await run(file('jlc.csv', list), '--date', '2026-11-01');
    expect(first.code, first.output).toBe(2);
    expect(first.output).toMatch(
      /^jlc\.csv: 3 rows, 1 of them refused: category from "First Category", category from "Second Category", mpn from "MFR\.Part", /m,
    );
    expect(first.output).toMatch(
      /^ {2}Not taken: "LCSC Part", "Solder Joint", "Library Type", "Price", "Stock"\.$/m,
    );
    expect(first.output).toMatch(
      /^ {2}new {8}1\n {2}changed {4}0\n {2}unchanged {2}0\n {2}refused {4}2\n {4}row 3: mpn is a number of LCSC.*\n {4}row 4: has no part number$/m,
    );
    expect(await kept()).toMatchObject([{
      mpn: 'ZZ-LISTED-1',
      source: 'jlc.csv',
      observed_at: '2026-11-01T00:00:00.000Z',
      fields: { category: { value: 'schottky_diode', source: 'own' } },
    }]);
    const second = await run(file('jlc.csv', list), '--date', '2026-11-01');
    expect(second).toMatchObject({ code: 2, output: expect.stringMatching(/^ {2}new {8}0\n.* 0\n.* 1$/m) });
    const third = await run('jlc.csv', '--date', '2026-11-01', '--output', 'json');
    const refused = [{ row: 3 }, { row: 4 }];
    expect(JSON.parse(third.stdout)).toMatchObject({ created: 0, unchanged: 1, refused, interrupted: false });

    const bomId = await owner.importBom(['ZZ-LISTED-1']);
    await owner.start(bomId);
    expect((await cli.run(['watch', bomId], environment())).output).toMatch(/^ {2}enriched {10}1$/m);
    const { lines: [line] } = (await owner.call('GET', `boms/${bomId}/lines`)).body;
    expect(line.result).toMatchObject({ source: 'own', component: { manufacturer: 'Our Diodes' } });
  });

  it('sends rows with long texts in as many calls as they need', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `ZZ-LONG-${i},Our Workshop,${'値'.repeat(1_900)}`);
    const { code, output } = await run(
      file('long.csv', `MPN,Manufacturer,Description\n${rows.join('\n')}\n`),
    );
    expect(code, output).toBe(0);
    expect(output).toMatch(/^ {2}new {8}500$/m);
  });

  it('goes on where it was interrupted, batch after batch, from a workbook', async () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => [`ZZ-MANY-${i}`, 'Our Workshop', '0603']);
    file('many.xlsx', xlsx([{ name: 'Parts', rows: [['MPN', 'Manufacturer', 'Package'], ...rows] }]));
    const many = async () => (await kept()).filter(({ source }) => source === 'Shelf').length;
    // while the first batch waits for the organization, which somebody else holds
    const begun = await inDatabase(stack, async (admin) => {
      await admin.query('begin');
      await admin.query('select from bomstream.organizations where id = $1 for update', [
        owner.organizationId,
      ]);
      const begun = start('many.xlsx', '--source', 'Shelf');
      await vi.waitFor(async () => {
        const waiting = await sql(
          stack,
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%components_write%'`,
        );
        expect(waiting, begun.output()).toHaveLength(1);
      }, { timeout: 60_000 });
      begun.process.kill('SIGINT');
      await admin.query('rollback');
      return begun;
    });
    const { code, output } = await begun.ended;
    expect(code, output).toBe(130);
    const said = /Stopped behind ([\d,]+) of 1,200 entries, which are kept\. Run the same command again/.exec(
      output,
    );
    const stored = Number(said?.[1]?.replace(',', ''));
    expect([500, 1_000]).toContain(stored);
    expect(await many()).toBe(stored);

    const again = await run('many.xlsx', '--source', 'Shelf');
    expect([again.code, await many()], again.output).toEqual([0, 1_200]);
    expect(again.output).toMatch(/^ {2}1,200 of 1,200 entries$/m);
    const counts = [...again.output.matchAll(/^ {2}(?:new|changed|unchanged) +([\d,]+)$/gm)];
    expect(counts.map(([, count]) => count)).toEqual([
      `${1_200 - stored}`,
      '0',
      stored.toLocaleString('en-GB'),
    ]);
  });

  it.each<[what: string, args: () => string[], sentence: RegExp]>([
    ['a file that is not there', () => ['none.csv'], /there is no such file/],
    [
      'a list without part numbers',
      () => [file('x.csv', 'Value,Package\n1,2\n')],
      /^The list needs a row of/m,
    ],
    [
      'a day that is none',
      () => [file('y.csv', 'MPN,Manufacturer\nA,B\n'), '--date', '2026-02-30'],
      /is no day/,
    ],
    ['another command’s option', () => ['y.csv', '--again'], /unknown option '--again'/],
    [
      'an organization of nobody',
      () => ['y.csv', '--organization', crypto.randomUUID()],
      /Stopped behind 0 of 1 entries/,
    ],
  ])('explains %s, and keeps nothing', async (_what, args, sentence) => {
    const before = (await kept()).length;
    const { code, output } = await run(...args());
    expect([[1, 64].includes(code!), (await kept()).length], output).toEqual([true, before]);
    expect(output).toMatch(sentence);
  });
});
