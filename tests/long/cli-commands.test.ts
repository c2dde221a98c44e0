/** Each command on a stack, off a terminal, and what asks in one. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { buildCli, type Cli } from '../support/cli.ts';
import { ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { startPaused } from '../support/held-runs.ts';
import { snippets } from '../support/readme.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { inTerminal, type Typed } from '../support/terminal.ts';

let stack: TestStack;
let cli: Cli;
let tenant: Tenant;
/** Enriched: a line that contradicts its part, a fine one, one that nobody knows, and one that may be several. */
let bomId: string;
const CSV = 'Ref,Qty,Value,MPN,Manufacturer\n' +
  'R1,2,1k,RC0603FR-0710KL,Yageo\n' +
  'R2,1,10k,RC0603FR-0710KL,Yageo\n' +
  'U1,1,,NOBODY-KNOWS-1,\n' +
  'D1,1,,BAV99,\n';
beforeAll(async () => {
  stack = await startTestStack();
  cli = buildCli();
  tenant = await newTenant(stack, { role: 'admin' });
  writeFileSync(join(cli.folder, 'board.csv'), CSV);
  const { stdout } = await run('import', 'board.csv', '--name', 'Board A');
  bomId = stdout.trim();
  expect(await run('start', bomId, '--watch')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/completed/),
  });
});
afterAll(async () => {
  cli.remove();
  await stack.stop();
});

const member = () => ({
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
  BOMSTREAM_EMAIL: tenant.email,
  BOMSTREAM_PASSWORD: tenant.password,
});
const run = (...args: string[]) => cli.run(args, member());
/** The answer for programs. */
async function json(...args: string[]): Promise<Json> {
  const { code, stdout, stderr } = await run(...args, '--output', 'json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}
const terminal = (
  args: readonly string[],
  typed: readonly Typed[],
  environment: Record<string, string> = member(),
) =>
  inTerminal([process.execPath, cli.path, ...args], typed, { HOME: cli.folder, ...environment }, cli.folder);

describe('bomstream list', () => {
  it('lists BOMs for people, and for programs', async () => {
    const { code, stdout, stderr } = await run('list', '--search', 'board a');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      new RegExp(
        `^BOM +LINES +STATUS +CREATED +RELEASED +NAME\n${bomId} +4 +completed +\\d{4}-\\d\\d-\\d\\d +Board A\n$`,
      ),
    );
    expect(await json('list', '--status', 'completed')).toMatchObject([{ bom_id: bomId, line_count: 4 }]);
    const ndjson = await run('list', '--output', 'ndjson', '--organization', tenant.organizationId);
    expect(ndjson.stdout.trim().split('\n').map((line) => JSON.parse(line).bom_id)).toContain(bomId);
    expect(await run('list', '--search', 'nothing of this kind')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'There are no such BOMs.\n',
    });
    expect(await json('list', '--limit', '0')).toEqual([]);
    expect(await run('list', '--status', 'done')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/Allowed choices are queued/),
    });
    expect(await run('list', '--limit', 'many')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/no whole number/),
    });
  });

  it('reads on where there are more than a page has', async () => {
    const other = await newTenant(stack);
    await sql(
      stack,
      `insert into bomstream.boms (organization_id, name, created_by, line_count) select $1, 'Many ' || n, $2, 1 from generate_series(1, 103) n`,
      [other.organizationId, other.userId],
    );
    const environment = { ...member(), BOMSTREAM_EMAIL: other.email };
    const count = async (...args: string[]) =>
      JSON.parse((await cli.run(['list', ...args, '--output', 'json'], environment)).stdout).length;
    expect([await count(), await count('--limit', '1000')]).toEqual([100, 103]);
  });
});

describe('bomstream status', () => {
  it('says who it is and what goes on, and how far a BOM is', async () => {
    const held = await tenant.importBom(['RC0603FR-0710KL']);
    await startPaused(stack, tenant, held);
    const { stdout } = await run('status');
    expect(stdout).toContain(
      `${tenant.email} at ${stack.apiUrl}\n  admin of Test (${tenant.organizationId})\n`,
    );
    expect(stdout).toMatch(new RegExp(`^${held} +paused +0\\.0 % +Test$`, 'm'));
    expect(await json('status')).toMatchObject({ user: tenant.email, active: [{ bom_id: held }] });
    await tenant.call('POST', `enrichment/${held}/cancel`);
    expect((await run('status')).stdout).toMatch(/^No run is going on\.$/m);
    expect((await run('status', bomId)).stdout).toMatch(
      /^ {2}BOM {8}Board A\n {2}lines {6}4\n {2}status {5}completed\n {2}run {8}1\n {2}done {7}100\.0 %\n/,
    );
    expect(await json('status', bomId)).toMatchObject({ bom_id: bomId, latest_run: { run: 1 } });
  });

  it('says when the BOM is looked up again, weekly on Mondays', async () => {
    await tenant.call('PATCH', `boms/${bomId}`, { schedule: 'weekly' });
    expect((await run('status', bomId)).stdout).toMatch(
      /^ {2}next run {3}Monday, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/m,
    );
    await tenant.call('PATCH', `boms/${bomId}`, { schedule: null });
    expect((await run('status', bomId)).stdout).not.toContain('next run');
  });
});

describe('bomstream start', () => {
  it('starts a run, and refuses what there is nothing to do for', async () => {
    const id = await tenant.importBom(['RC0603FR-0710KL']);
    expect((await run('start', id, '--priority', '7')).stdout).toBe('Run 1 of 1 line has been started.\n');
    await tenant.untilEnded(id);
    expect(await run('start', id)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/422 nothing_to_do/),
    });
    expect(await json('start', id, '--mode', 'all')).toMatchObject({ run: 2, total_items: 1 });
    await tenant.untilEnded(id);
  });

  it('watches the run that goes on already', async () => {
    const id = await tenant.importBom(['RC0603FR-0710KL']);
    await startPaused(stack, tenant, id);
    expect(await run('start', id)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/409 run_active/),
    });
    const watching = cli.start(['start', id, '--watch'], member());
    await expect.poll(watching.output, { timeout: 60_000 }).toMatch(/A run is going on already/);
    await tenant.call('POST', `enrichment/${id}/cancel`);
    expect(await watching.ended).toMatchObject({ code: 3, stdout: expect.stringMatching(/cancelled/) });
  });
});

describe('bomstream lines', () => {
  it('lists lines with what was found, and those that were asked for', async () => {
    const { stdout } = await run('lines', bomId);
    expect(stdout.split('\n')).toHaveLength(6);
    expect(stdout).toMatch(/^1 +wrong +RC0603FR-0710KL +Yageo RC0603FR-0710KL +2 +R1 +The BOM says 1 kΩ/m);
    expect(stdout).toMatch(/^3 +not_found +NOBODY-KNOWS-1 +1 +U1 +Nobody knows this number\.$/m);
    const numbers = async (...args: string[]) =>
      (await json('lines', bomId, ...args)).map(({ line_number }: Json) => line_number);
    expect(await numbers('--wrong')).toEqual([1]);
    expect(await numbers('--contradiction', 'upgrade')).toEqual([1]);
    expect(await numbers('--status', 'enriched', '--limit', '1')).toEqual([1]);
    expect(await numbers('--review', 'needed')).toEqual([]);
    expect(await numbers('--search', 'nobody')).toEqual([3]);
  });

  it('ends with a code of its own where it is asked to and lists any', async () => {
    expect((await run('lines', bomId, '--wrong', '--exit-code')).code).toBe(2);
    expect((await run('lines', bomId, '--search', 'none of them', '--exit-code')).code).toBe(0);
  });
});

describe('bomstream preview', () => {
  it('says how a file would be read, and stores nothing', async () => {
    const before = (await json('list')).length;
    const { stdout } = await run('preview', 'board.csv');
    expect(stdout).toMatch(/^board\.csv: 4 lines \(csv, utf-8\): designators from "Ref"/);
    expect(stdout).toMatch(/^ROW +DESIGNATORS +QUANTITY +VALUE +MPN +MANUFACTURER\n1 +Ref/m);
    expect(await json('preview', 'board.csv')).toMatchObject({ line_count: 4 });
    expect((await json('list')).length).toBe(before);
  });
});

describe('bomstream compare', () => {
  it('says what differs between two BOMs and two runs', async () => {
    writeFileSync(join(cli.folder, 'rev-b.csv'), CSV.replace('R1,2', 'R1,3').replace('D1,1,,BAV99,\n', ''));
    const other = (await run('import', 'rev-b.csv')).stdout.trim();
    const { code, stdout, stderr } = await run('compare', bomId, other);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^LINE +DIFFERS +BEFORE +AFTER\n/);
    expect(stdout).toMatch(/^R1 +.*quantity.* +.*2 pcs.* +.*3 pcs/m);
    expect(stdout).toMatch(/^D1 +removed +BAV99$/m);
    expect(stderr).toMatch(/^\d+ lines compared, \d+ the same, .*removed 1/);
    expect(await json('compare', bomId, other, '--field', 'removed')).toMatchObject([{
      fields: ['removed'],
    }]);
    expect((await run('compare', bomId, other, '--exit-code')).code).toBe(2);
    expect(await run('compare', bomId, '--runs', '1,1', '--exit-code')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/Nothing differs/),
    });
    for (const args of [[], [other, '--runs', '1,1'], ['--runs', '1']]) {
      expect((await run('compare', bomId, ...args)).code).toBe(64);
    }
  });
});

describe('bomstream export', () => {
  it('writes a file of what its name says, for people and programs to open', async () => {
    const { code, stdout, stderr } = await run('export', bomId, '--file', 'out.xlsx', '--boards', '25');
    const path = join(cli.folder, 'out.xlsx');
    expect([code, stdout, stderr]).toEqual([0, `${path}\n`, 'Prices are for 25 boards.\n']);
    expect(XLSX.read(readFileSync(path)).SheetNames).toHaveLength(5);
    const exported = await tenant.call('GET', `boms/${bomId}/export?format=csv`);
    expect(await run('export', bomId, '--file', 'out.csv', '--output', 'json')).toMatchObject({
      stdout: expect.stringContaining('"format": "csv"'),
      stderr: 'Prices are for 25 boards.\n',
    });
    expect(readFileSync(join(cli.folder, 'out.csv'), 'utf8')).toBe(`\ufeff${exported.body}`);
    expect(readdirSync(cli.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    // and read again it is the same BOM
    const again = (await run('import', 'out.xlsx', '--name', 'Round trip')).stdout.trim();
    expect((await run('compare', bomId, again, '--field', 'quantity', '--exit-code')).code).toBe(0);
  });

  it('writes to standard output without a file', async () => {
    const { stdout, stderr } = await run('export', bomId, '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).lines).toHaveLength(4);
  });

  it('says why it cannot, and leaves no half of a file', async () => {
    expect(await run('export', bomId, '--file', 'out.pdf')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/Say with --format/),
    });
    expect(await run('export', bomId, '--file', 'none/out.csv')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Cannot write .*: there is no such/),
    });
    const missing = crypto.randomUUID();
    expect(await run('export', missing, '--file', 'missing.csv')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/404/),
    });
    expect(readdirSync(cli.folder).filter((name) => /missing|part$/.test(name))).toEqual([]);
    const seen = await terminal(['export', bomId, '--format', 'xlsx'], []);
    expect(seen).toMatchObject({ code: 64, screen: expect.stringMatching(/nothing for a terminal/) });
  });
});

describe('bomstream order', () => {
  it('makes a list to paste, and says what is left out', async () => {
    const { code, stdout, stderr } = await run(
      'order',
      bomId,
      '--list',
      'lcsc',
      '--boards',
      '3',
      '--unpriced',
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('RC0603FR-0710KL');
    expect(stderr).toMatch(/Board A for 3 boards/);
    const path = (await run('order', bomId, '--list', 'lcsc', '--unpriced', '--file', 'lcsc.csv')).stdout
      .trim();
    expect(readFileSync(path, 'utf8')).toContain('RC0603FR-0710KL');
    expect(await json('order', bomId, '--list', 'mouser_paste', '--without-wrong')).toMatchObject({
      boards: 25,
      list: 'mouser_paste',
    });
    expect(await run('order', bomId)).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--list <list>' not specified/),
    });
  });
});

describe('bomstream delete', () => {
  it('deletes where it is told to, and asks for nothing off a terminal', async () => {
    const [id, kept] = [await tenant.importBom(['A1']), await tenant.importBom(['A2'])];
    expect(await run('delete', kept)).toMatchObject({ code: 64, stderr: expect.stringMatching(/Say --yes/) });
    expect(await run('delete', id, '--yes')).toMatchObject({ code: 0, stdout: `${id} deleted\n` });
    expect((await tenant.call('GET', `boms/${id}`)).status).toBe(404);
    const no = await terminal(['delete', kept], [['[y/N]: ', '\r']]);
    expect(no.screen).toMatch(/Delete "Test" with its 1 lines and all runs, for ever\?[^]*kept/);
    expect((await tenant.call('GET', `boms/${kept}`)).status).toBe(200);
    expect((await terminal(['delete', kept], [['[y/N]: ', 'y\r']])).screen).toMatch(/deleted/);
    expect((await tenant.call('GET', `boms/${kept}`)).status).toBe(404);
  });
});

describe('bomstream review', () => {
  let id: string;
  beforeAll(async () => {
    id = (await run('import', 'board.csv', '--again', '--name', 'To review')).stdout.trim();
    expect((await run('start', id, '--watch')).code).toBe(0);
  });
  const reviews = async () => (await json('lines', id)).map(({ review }: Json) => review);

  it('lists what needs somebody, until somebody decided', async () => {
    const { stdout } = await run('review', id);
    expect(stdout).toMatch(
      /^LINE +VERDICT +PART +DESIGNATORS +CANDIDATES +SAID\n1 +wrong +RC0603FR-0710KL +R1/,
    );
    expect(stdout).toMatch(/^3 +ask +NOBODY-KNOWS-1/m);
    expect((await run('review', id, '--approve', '1-2')).stdout).toBe('2 reviewed.\n');
    expect((await reviews()).slice(0, 2)).toEqual(['approved', 'approved']);
    expect((await json('review', id)).map(({ line_number }: Json) => line_number)).not.toContain(1);
    expect((await run('lines', id, '--wrong', '--exit-code')).code).toBe(0);
    expect(await json('review', id, '--reset', '1,2')).toMatchObject({ bom_id: id, reviewed: 2 });
    expect((await reviews()).slice(0, 2)).toEqual(['none', 'none']);
  });

  it('takes back what it is told of, and nothing that was decided since', async () => {
    const { changes: [{ change_id: first }] } = await json('review', id, '--approve', '2');
    const { changes: [{ change_id: second }] } = await json('review', id, '--reject', '2');
    const refused = await run('review', id, '--undo', '2', '--change', `${first}`);
    expect(refused.stderr).toContain('You have decided R2 since.');
    expect((await reviews())[1]).toBe('rejected');
    expect(await json('review', id, '--undo', '2', '--change', `${second}`)).toMatchObject({ reviewed: 1 });
    await run('review', id, '--undo', '2', '--change', `${first}`);
    expect((await reviews())[1]).toBe('none');
  });

  it('chooses the part that a line means', async () => {
    const refused = await run('review', id, '--choose', '4');
    expect(refused).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/^Say which one with --candidate:\n {2}1 {2}\S/),
    });
    const { code, stdout } = await run('review', id, '--choose', '4', '--candidate', '1');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^1 reviewed\. .*BAV99.* is looked up by the next run\.\n$/),
    ]);
    expect(
      (await run('review', id, '--choose', '3', '--part', 'RC0603FR-0710KL', '--manufacturer', 'Yageo')).code,
    ).toBe(0);
    expect((await run('start', id, '--watch')).code).toBe(0);
    expect(await json('lines', id, '--search', 'nobody')).toMatchObject([{
      result: { component: { mpn: 'RC0603FR-0710KL' } },
    }]);
    await run('review', id, '--reset', '3-4');
  });

  it('asks which part is meant at a terminal', async () => {
    const other = (await run('import', 'board.csv', '--again', '--name', 'Asked')).stdout.trim();
    expect((await run('start', other, '--watch')).code).toBe(0);
    const { code, screen } = await terminal(['review', other, '--choose', '4'], [['[1]: ', '\r']]);
    expect(code, screen).toBe(0);
    expect(screen).toMatch(/Which part does line 4 mean\? BAV99[^]*1 reviewed\./);
    await run('review', other, '--reset', '4');
  });

  it.each<[what: string, args: string[], sentence: RegExp]>([
    ['two decisions', ['--approve', '1', '--reject', '2'], /one thing at a time/],
    ['lines that are none', ['--approve', 'all'], /names no lines such as 3,7-9/],
    ['several lines with one part', ['--choose', '1,2', '--candidate', '1'], /one line at a time/],
    ['half a part', ['--choose', '1', '--part', 'X'], /--part and --manufacturer/],
  ])('is called wrongly with %s', async (_what, args, sentence) => {
    expect(await run('review', id, ...args)).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(sentence),
    });
  });

  it('decides nothing where a line is not there', async () => {
    const before = await reviews();
    expect(await run('review', id, '--approve', '1,99')).toMatchObject({
      code: 1,
      stderr: 'The BOM has no line 99. Nothing was decided.\n',
    });
    expect(await reviews()).toEqual(before);
  });
});

describe('bomstream login', () => {
  const file = () => join(cli.folder, '.config/bomstream/session.json');
  const at = () => ['--url', `${stack.apiUrl}/`, '--publishable-key', stack.keys.publishableKey];
  afterEach(() => rmSync(file(), { force: true }));
  const secret = () => join(cli.folder, 'password');
  const login = async () => {
    writeFileSync(secret(), `${tenant.password}\n`);
    return await cli.run(['login', ...at(), '--email', tenant.email, '--password-file', secret()], {});
  };

  it('keeps a session that later commands use, for the owner alone, until logout', async () => {
    expect(await login()).toMatchObject({
      code: 0,
      stdout: `${tenant.email} is signed in at ${stack.apiUrl}.\n`,
    });
    expect([statSync(file()).mode & 0o777, statSync(join(file(), '..')).mode & 0o777]).toEqual([
      0o600,
      0o700,
    ]);
    expect(readFileSync(file(), 'utf8')).not.toContain(tenant.password);
    expect((await cli.run(['status'], {})).stdout).toContain(`${tenant.email} at ${stack.apiUrl}`);
    expect((await cli.run(['status'], { SUPABASE_URL: stack.apiUrl })).code).toBe(0);
    const { accessToken } = JSON.parse(readFileSync(file(), 'utf8'));
    expect((await cli.run(['status'], { BOMSTREAM_TOKEN: accessToken })).code).toBe(0);
    expect(await cli.run(['logout'], {})).toMatchObject({
      code: 0,
      stdout: `${tenant.email} is signed out.\n`,
    });
    expect(existsSync(file())).toBe(false);
    expect((await cli.run(['status'], {})).stderr).toMatch(/^Nobody is signed in/);
    expect((await cli.run(['logout'], {})).stdout).toBe('Nobody was signed in.\n');
  });

  it('renews a session that is about to end, once', async () => {
    await login();
    const old = JSON.parse(readFileSync(file(), 'utf8'));
    writeFileSync(file(), JSON.stringify({ ...old, expiresAt: new Date(0).toISOString() }));
    expect((await cli.run(['status'], {})).code).toBe(0);
    const renewed = JSON.parse(readFileSync(file(), 'utf8'));
    expect(renewed.refreshToken).not.toBe(old.refreshToken);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    // by two commands at the same moment
    writeFileSync(file(), JSON.stringify({ ...renewed, expiresAt: new Date(0).toISOString() }));
    const both = await Promise.all([cli.run(['status'], {}), cli.run(['list'], {})]);
    expect(both.map(({ code }) => code), both.map(({ stderr }) => stderr).join()).toEqual([0, 0]);
    // one that ended for good says what to do
    writeFileSync(file(), JSON.stringify({ ...old, expiresAt: new Date(0).toISOString() }));
    expect(await cli.run(['status'], {})).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is signed out: .*Sign in again: bomstream login\n$/),
    });
    writeFileSync(file(), '{');
    expect((await cli.run(['status'], {})).stderr).toMatch(
      /^Cannot read .*session\.json: .* bomstream login\n$/,
    );
  });

  it('asks at a terminal for what it does not know, and shows no password', async () => {
    const { code, screen } = await terminal(['login', ...at()], [
      ['Email: ', `${tenant.email}\r`],
      ['Password: ', `${tenant.password}\r`],
    ], {});
    expect(code, screen).toBe(0);
    expect(screen).toMatch(/is signed in at/);
    expect(screen).not.toContain(tenant.password);
  });

  it.each<[what: string, args: () => string[], code: number, sentence: RegExp]>([
    ['nothing', () => [], 64, /Nobody is here to ask\. Say it with --url\./],
    ['no email', () => at(), 64, /Say it with --email\./],
    ['no password', () => [...at(), '--email', 'a@b.c'], 64, /Say it with --password-file\./],
    ['no address', () => ['--url', 'acme'], 64, /"acme" is no address/],
    [
      'a wrong password',
      () => {
        writeFileSync(secret(), 'wrong');
        return [...at(), '--email', tenant.email, '--password-file', secret()];
      },
      1,
      /cannot sign in: Invalid login credentials/,
    ],
    [
      'nobody at the address',
      () => {
        writeFileSync(secret(), 'x');
        return [
          '--url',
          'http://127.0.0.1:9',
          '--publishable-key',
          'k',
          '--email',
          'a@b.c',
          '--password-file',
          secret(),
        ];
      },
      1,
      /http:\/\/127\.0\.0\.1:9 cannot be reached/,
    ],
  ])('explains what is wrong with %s, and keeps nothing', async (_what, args, code, sentence) => {
    expect(await cli.run(['login', ...args()], {})).toMatchObject({
      code,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    });
    expect(existsSync(file())).toBe(false);
  });
});

describe('bomstream keys', () => {
  it('makes a key that programs use, until it is revoked', async () => {
    const made = await run('keys', 'create', '--name', 'Nightly build', '--days', '7');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^bsk_\S+\n$/) });
    const environment = { SUPABASE_URL: stack.apiUrl, BOMSTREAM_KEY: made.stdout.trim() };
    expect((await cli.run(['lines', bomId, '--wrong', '--exit-code'], environment)).code).toBe(2);
    // and follows a run, which no person's token has to be there for
    expect((await cli.run(['watch', bomId], environment)).stdout).toMatch(/completed/);
    const [key] = await json('keys', 'list');
    expect(key).toMatchObject({ name: 'Nightly build', role: 'editor', created_by_email: tenant.email });
    expect((await run('keys', 'list')).stdout).toContain(key.key_id);
    expect(await run('keys', 'revoke', key.key_id)).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--yes/),
    });
    expect((await run('keys', 'revoke', key.key_id, '--yes')).stdout).toBe(`${key.key_id} revoked\n`);
    expect((await cli.run(['lines', bomId], environment)).stderr).toMatch(/\(401 /);
  });

  it('is for admins', async () => {
    const { email } = await newTenant(stack);
    expect(await cli.run(['keys', 'list'], { ...member(), BOMSTREAM_EMAIL: email })).toMatchObject({
      code: 1,
      stderr: 'You are an admin of no organization, and only admins make keys.\n',
    });
    expect((await run('keys', 'create')).stderr).toMatch(/'--name <name>' not specified/);
  });
});

describe('bomstream links', () => {
  it('makes a link that opens this one BOM, until it is revoked', async () => {
    const made = await run('links', 'create', bomId, '--name', 'For the assembler', '--days', '7');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^bsl_\S+\n$/) });
    const environment = { SUPABASE_URL: stack.apiUrl, BOMSTREAM_TOKEN: made.stdout.trim() };
    expect((await cli.run(['lines', bomId], environment)).stdout).toMatch(/NOBODY-KNOWS-1/);
    const [link] = await json('links', 'list', bomId);
    expect(link).toMatchObject({ name: 'For the assembler', bom_id: bomId });
    expect(made.stderr).toContain(`until ${link.expires_at.slice(0, 10)}`);
    expect((await run('links', 'list', bomId)).stdout).toContain(link.link_id);
    expect(await run('links', 'revoke', bomId, link.link_id)).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--yes/),
    });
    expect((await run('links', 'revoke', bomId, link.link_id, '--yes')).stdout).toBe(
      `${link.link_id} revoked\n`,
    );
    expect((await cli.run(['lines', bomId], environment)).code).toBe(1);
    expect((await run('links', 'list', bomId)).stderr).toBe('There are no links.\n');
    expect((await run('links', 'create', bomId)).stderr).toMatch(/'--name <name>' not specified/);
  });
});

describe('bomstream release', () => {
  it('freezes a BOM for good, and asks before', async () => {
    const id = await tenant.importBom(['RC0603FR-0710KL']);
    expect(await run('release', id, '--name', 'Rev C')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/--yes/),
    });
    const no = await terminal(['release', id], [['[y/N]: ', '\r']]);
    expect(no.screen).toMatch(/Release "Test"\? Nobody can change it afterwards\.[^]*left as it is/);
    expect(await json('release', id, '--name', 'Rev C', '--boards', '25', '--yes')).toMatchObject({
      released: true,
      release: { name: 'Rev C', boards: 25 },
    });
    expect((await run('status', id)).stdout).toMatch(
      /^ {2}released +Rev C, for 25 boards, \d{4}-\d\d-\d\d$/m,
    );
    // what is ordered is for those boards, too
    expect(await json('order', id, '--list', 'mouser_paste')).toMatchObject({ boards: 25 });
    expect(await run('release', id, '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/bom_released/),
    });
    expect((await run('start', id)).code).toBe(1);
  });
});

describe("an organization's own data", () => {
  const owned = async (what: 'stock' | 'prices') =>
    (await tenant.call('GET', `organizations/${tenant.organizationId}/${what}`)).body[what];
  const file = (name: string, text: string) => (writeFileSync(join(cli.folder, name), text), name);

  it('bomstream stock import keeps what a list says is there, and names the rows that say nothing', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `ZZ-STOCK-${i},Our Workshop,${i}\n`).join('');
    const list = file('store.csv', `MPN,Manufacturer,On hand\nRC0603FR-0710KL,Yageo,1200\n,Yageo,3\n${rows}`);
    const first = await run('stock', 'import', list, '--date', '2026-11-01');
    expect(first.code, first.output).toBe(2);
    expect(first.stderr).toMatch(
      /^store\.csv: 702 rows, 1 of them refused: mpn from "MPN", manufacturer from "Manufacturer", quantity from "On hand"\.$/m,
    );
    expect(first.stdout).toBe(
      '  new        701\n  changed    0\n  unchanged  0\n  refused    1\n    row 3: has no part number\n',
    );
    expect((await owned('stock'))[0]).toMatchObject({
      mpn: 'RC0603FR-0710KL',
      quantity: 1200,
      source: 'store.csv',
      observed_at: '2026-11-01T00:00:00.000Z',
    });
    const again = await run('stock', 'import', list, '--date', '2026-11-01', '--output', 'json');
    expect(JSON.parse(again.stdout)).toMatchObject({ created: 0, unchanged: 701, refused: [{ row: 3 }] });
    expect(await run('stock', 'import', file('none.csv', 'MPN,Price\nA,1\n'))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/needs a row of names/),
    });
    await tenant.call('DELETE', `organizations/${tenant.organizationId}/stock?all=true`);
  });

  it('bomstream prices import keeps the prices of a list, by quantity and supplier', async () => {
    const list = file(
      'contract.csv',
      'MPN,Manufacturer,Supplier,Qty,Price\n' +
        'RC0603FR-0710KL,Yageo,Mouser,100,0.004\nRC0603FR-0710KL,Yageo,Mouser,1000,0.003\n',
    );
    expect(await run('prices', 'import', list)).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/row 2: states no currency: say one for the whole list/),
    });
    expect(await run('prices', 'import', list, '--currency', 'eur')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/, least quantity from "Qty".*\n {2}1 of 1 entries\n$/),
      stdout: '  new        1\n  changed    0\n  unchanged  0\n',
    });
    expect(await owned('prices')).toMatchObject([{
      supplier: 'Mouser',
      price_breaks: [{ quantity: 100, price: 0.004, currency: 'EUR' }, { quantity: 1000, price: 0.003 }],
    }]);
    expect(await run('prices', 'import', list, '--currency', 'euro')).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(/It is no currency such as EUR/),
    });
    await tenant.call('DELETE', `organizations/${tenant.organizationId}/prices?all=true`);
  });
});

describe('the example check-bom.sh', () => {
  const check = (name: string) =>
    new Promise<Json>((resolve) => {
      const environment = {
        PATH: process.env.PATH,
        HOME: cli.folder,
        SUPABASE_URL: stack.apiUrl,
        BOMSTREAM_TOKEN: tenant.token,
        BOMSTREAM: `${process.execPath} ${cli.path}`,
      };
      execFile(
        join(ROOT, 'docs/examples/check-bom.sh'),
        [name],
        { cwd: cli.folder, env: environment },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });

  it('fails a build where the BOM contradicts its parts, until somebody approved', async () => {
    const csv = 'Ref,Qty,Value,MPN,Manufacturer\nR9,1,1k,RC0603FR-0710KL,Yageo\n';
    writeFileSync(join(cli.folder, 'checked.csv'), csv);
    const failed = await check('checked.csv');
    expect(failed).toMatchObject({ code: 2, stdout: expect.stringMatching(/^1 +wrong +RC0603FR-0710KL/m) });
    expect(failed.stderr).toMatch(/These lines contradict their parts\.\n$/);
    const [, id] = /^BOM (\S+)$/m.exec(failed.stdout)!;
    expect((await run('review', id!, '--approve', '1')).code).toBe(0);
    expect(await check('checked.csv')).toMatchObject({ code: 0, stdout: `BOM ${id}\n` });
    expect((await check('no-such-file.csv')).code).toBe(1);
  });
});

describe('README', () => {
  it('has a quick start with the command line', () => {
    const [line] = snippets('Quick start', 'sh').filter((each) => each.includes('npx bomstream'));
    const command = line!.replaceAll('npx bomstream', `'${process.execPath}' '${cli.path}'`);
    const stdout = execFileSync('bash', ['-euc', command], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: cli.folder, ...member() },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(stdout).toMatch(/^ {2}status {12}completed$/m);
  });
});
