import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DENO, findFreePorts, ROOT, startTestStack } from '../support/stack.ts';
import { newTenant } from '../support/tenant.ts';

const START_TIMEOUT = { timeout: 60_000 };
/** Longer than a worker of this machine takes for a batch, and about what the next start takes. */
const LEASE_SECONDS = 4;

let folder: string;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-start-'));
  chmodSync(folder, 0o755); // root's database runs as another account, which has to get in here
  port = await findFreePorts();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start -- …` without npm, with an install of its own. */
function command(
  args: string[],
  local = 'local',
): { argv: string[]; options: { cwd: string; env: NodeJS.ProcessEnv } } {
  const env: NodeJS.ProcessEnv = { ...process.env, BOMSTREAM_LOCAL: join(folder, local), NO_COLOR: '1' };
  return { argv: ['run', '-A', 'local/start.ts', ...args], options: { cwd: ROOT, env } };
}

function start(...args: string[]): { code: number | null; output: string } {
  const { argv, options } = command([...args, '--port', String(port)]);
  const { status, stdout, stderr } = spawnSync(DENO, argv, { ...options, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exited: Promise<number | null>;
}

/** Starts in a process group of its own, so that a test can tell what of it is left. */
function startInBackground(...args: string[]): Running {
  const { argv, options } = command([...args, '--port', String(port)]);
  const child = spawn(DENO, argv, { ...options, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output += chunk);
  return { child, output: () => output, exited: new Promise((resolve) => child.once('close', resolve)) };
}

/** Processes of the group that still live; one that nobody has buried yet is none of them. */
function groupOf({ child }: Running): string {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,pid=,args=', '-g', String(child.pid)], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Z')).join('\n');
}

/** An operator's settings: what a killed start left is taken up again about as soon as the next one is there. */
async function hurry(): Promise<void> {
  const { databasePassword: password } = keys();
  const database = { host: '127.0.0.1', port: port + 1, user: 'supabase_admin', database: 'postgres' };
  const client = new pg.Client({ ...database, password });
  await client.connect();
  // What was committed is on the disk, as far as PostgreSQL can see to that: stacks of tests do without.
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  await client.query(`update bomstream.settings set lease_seconds = ${LEASE_SECONDS}`);
  await client.query(`update cron.job set schedule = '1 seconds'`);
  await client.end();
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const keys = () => JSON.parse(readFileSync(join(folder, 'local/keys.json'), 'utf8'));

describe('npm start', () => {
  it('runs the sample to its end and leaves nothing behind; secrets are for their owner alone from their first moment on', async () => {
    const running = startInBackground('--once', '--pace', '0');
    // It is there for as long as the database is being made, which takes hundreds of looks.
    const password = join(folder, 'local/postgres/initdb-password');
    const seen = new Set<string>();
    while (running.child.exitCode === null) {
      if (existsSync(password)) seen.add(modeOf(password));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await running.exited, running.output()).toBe(0);
    const output = running.output();
    expect(output).toMatch(/Stack ready in \d/);
    expect(output).toMatch(/run 1, 77 lines/);
    expect(output).toMatch(/enrichment\.completed\s+100\.0 %\s+74\/74 lines/);
    expect(output).toMatch(
      /status\s+completed\n\s+enriched\s+72\n\s+not found\s+2\n\s+failed\s+0\n\s+skipped\s+3\n/,
    );
    expect(output).not.toMatch(/sign in as|for your shell/);
    expect(groupOf(running)).toBe('');
    expect([...seen]).toEqual(['600']);
    for (const name of ['keys.json', 'demo.env', 'stack.log', 'postgres/server.log']) {
      expect([name, modeOf(join(folder, 'local', name))]).toEqual([name, '600']);
    }
  });

  it('finds its data again, says what to do with the keys of an earlier version, and begins anew with --reset', () => {
    const { redisPrefix, signingKey } = keys();
    const second = start('--once', '--pace', '0');
    expect(second.code, second.output).toBe(0);
    expect(second.output).toMatch(/run 2, 77 lines/);
    expect(keys()).toMatchObject({ redisPrefix, signingKey });

    file('local/keys.json', JSON.stringify({ password: 'p', secretKeys: {}, signingKey: { kid: 'k' } }));
    expect(start('--once')).toEqual({
      code: 1,
      output: expect.stringMatching(
        /^\S+keys\.json was made by an earlier version .* npm start -- --reset\n$/,
      ),
    });

    const reset = start('--once', '--pace', '0', '--reset');
    expect(reset.code, reset.output).toBe(0);
    expect(reset.output).toMatch(/run 1, 77 lines/);
    expect(keys().redisPrefix).not.toBe(redisPrefix);
  });

  it("takes a BOM of the user's own", () => {
    // As a spreadsheet saves "Unicode text", with a title above the table.
    const text = '\ufeffMy board\nPart Number;Qty\nRC0603FR-0710KL;2\nMY-OWN-PART;1\n';
    const bom = file('my board.csv', new Uint8Array(Buffer.from(text, 'utf16le')));
    const { code, output } = start('--once', '--bom', bom);
    expect(code, output).toBe(0);
    expect(output).toMatch(/info: Row 1 stands above the table and was left out: "My board"/);
    expect(output).toMatch(/my board\.csv: run 1, 2 lines/);
    expect(output).toMatch(/nobody knows\s+MY-OWN-PART/);
  });

  it.each<[what: string, args: () => string[], sentence: RegExp]>([
    ['an option that does not exist', () => ['--fast'], /--fast/],
    ['a word that is no option', () => ['bom.csv'], /--bom FILE/],
    ['options that exclude each other', () => ['--once', '--serve'], /exclude each other/],
    ['a port that is none', () => ['--port', '80'], /1024 to 65532/],
    ['a pace that is none', () => ['--pace', 'slow'], /0 to 10000/],
    // relative to where npm was called, and looked at first
    [
      'a BOM file that is not there',
      () => ['--bom', 'none.csv'],
      /^Cannot read \/\S+boards\/none.csv: there is no such/,
    ],
    ['a BOM file that is a folder', () => ['--bom', folder], /it is a folder\.$/],
    ['a BOM file that is empty', () => ['--bom', file('empty.csv', '')], /empty\.csv is empty\.$/],
  ])('explains %s in one line, and starts nothing', (_what, args, sentence) => {
    const { argv, options } = command(args(), 'nothing');
    options.env.INIT_CWD = join(folder, 'boards');
    const { status, stderr } = spawnSync(DENO, argv, { ...options, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  it('says why its folder cannot be written to', () => {
    file('taken', '');
    const { argv, options } = command(['--once'], 'taken/local');
    const { status, stderr } = spawnSync(DENO, argv, { ...options, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Cannot write to \S+taken\/local: there is no such folder\. Set BOMSTREAM_LOCAL/);
  });

  it.each<[what: string, bom: () => string, sentence: RegExp]>([
    [
      'is damaged',
      () => file('board.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe])),
      /The file is damaged: its end is missing/,
    ],
    [
      'has no part numbers',
      () => file('prices.csv', 'Qty,Price\n1,2\n'),
      /No column was recognised as one of part numbers/,
    ],
  ])('explains a BOM file that %s, and ends', (_what, bom, sentence) => {
    const { code, output } = start('--once', '--bom', bom());
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('ends with another code than 0 when the run did not complete', async () => {
    const running = startInBackground('--once', '--pace', '1000');
    await expect.poll(running.output, START_TIMEOUT).toMatch(/batch 1\/8/);
    const { demoPassword: password, publishableKey } = keys();
    const api = `http://127.0.0.1:${port}`;
    const session = await (await fetch(`${api}/auth/v1/token?grant_type=password`, {
      method: 'POST',
      headers: { apikey: publishableKey },
      body: JSON.stringify({ email: 'demo@bomstream.local', password }),
    })).json() as { access_token: string };
    const headers = { authorization: `Bearer ${session.access_token}` };
    const { boms } = await (await fetch(`${api}/functions/v1/boms`, { headers })).json() as {
      boms: { bom_id: string; status: string }[];
    };
    const bom = boms.find(({ status }) => status === 'enriching')!;
    await fetch(`${api}/functions/v1/enrichment/${bom.bom_id}/cancel`, { method: 'POST', headers });
    expect(await running.exited).toBe(1);
    expect(running.output()).toMatch(/status\s+cancelled/);
  });

  it('refuses to start twice, and says where the first one is', async () => {
    const running = startInBackground('--serve', '--pace', '0');
    await expect.poll(running.output, START_TIMEOUT).toMatch(/Serving/);
    const second = start('--once');
    expect(second.code).toBe(1);
    expect(second.output).toContain(
      `bomstream is already running here (process ${running.child.pid}): http://127.0.0.1:${port + 2}`,
    );
    process.kill(running.child.pid!, 'SIGTERM');
    expect(await running.exited).toBe(0);
    expect(groupOf(running)).toBe('');
  });

  it('on Ctrl-C leaves no process behind', async () => {
    const running = startInBackground('--serve', '--pace', '0');
    await expect.poll(running.output, START_TIMEOUT).toMatch(/Serving/);
    expect(groupOf(running).split('\n').length).toBeGreaterThan(4);
    process.kill(-running.child.pid!, 'SIGINT');
    expect(await running.exited).toBe(0);
    await expect.poll(() => groupOf(running)).toBe('');
  });

  it('killed in the middle of a run takes its functions with it; the next start sees the run to its end', async () => {
    const running = startInBackground('--once', '--pace', '1000');
    await expect.poll(running.output, START_TIMEOUT).toMatch(/batch 1\/8/);
    await hurry();
    await expect.poll(running.output, START_TIMEOUT).toMatch(/batch 3\/8/);
    running.child.kill('SIGKILL');
    await running.exited;
    await expect.poll(() => groupOf(running)).not.toMatch(/isolate\.ts/);
    const next = start('--once', '--pace', '0');
    expect(next.code, next.output).toBe(0);
    expect(next.output).toMatch(/run \d+ had not ended; it goes on/);
    expect(next.output).toMatch(/status\s+completed\n\s+enriched\s+72\n/);
    expect(groupOf(running)).toBe('');
  });

  it('after a power cut ends no process that has the number of its database by now', async () => {
    const running = startInBackground('--serve', '--pace', '0');
    await expect.poll(running.output, START_TIMEOUT).toMatch(/Serving/);
    const [, data] = / -D (\S+)/.exec(groupOf(running))!;
    process.kill(-running.child.pid!, 'SIGKILL');
    await running.exited;
    const stranger = spawn('sleep', ['600']);
    try {
      const file = join(data!, 'postmaster.pid');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
      const next = start('--once', '--pace', '0');
      expect(next.code, next.output).toBe(0);
      expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    } finally {
      stranger.kill();
    }
  });

  it('runs on a real project instead, when the environment names one', async () => {
    const stack = await startTestStack();
    try {
      const tenant = await newTenant(stack);
      const env = {
        ...process.env,
        SUPABASE_URL: stack.apiUrl,
        SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
        BOMSTREAM_EMAIL: tenant.email,
        BOMSTREAM_PASSWORD: tenant.password,
      };
      const onProject = (change: object = {}, ...args: string[]) =>
        spawnSync(DENO, ['run', '-A', 'local/start.ts', ...args], {
          cwd: ROOT,
          env: { ...env, ...change },
          encoding: 'utf8',
        });
      const { status, stdout } = onProject();
      expect(status, stdout).toBe(0);
      expect(stdout).toContain(`On ${stack.apiUrl}\n`);
      expect(stdout).toMatch(/status\s+completed\n\s+enriched\s+72\n/);
      expect(onProject({ BOMSTREAM_EMAIL: '' }).stderr).toMatch(/not BOMSTREAM_EMAIL/);
      expect(onProject({ BOMSTREAM_PASSWORD: 'wrong' }).stderr).toMatch(/cannot sign in/);
      expect(onProject({}, '--reset').stderr).toMatch(/for the local stack/);
    } finally {
      await stack.stop();
    }
  });

  it('says which port is taken when it was told to use it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port + 1, '127.0.0.1', resolve));
    const { code, output } = start('--once');
    server.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`Port ${port + 1} is taken.*--port`));
  });
});

describe('before every command', () => {
  /** The install script beside a lock file, and an npm that only notes that it was called. */
  function tree(installed: object | null): { folder: string; env: NodeJS.ProcessEnv } {
    const copy = mkdtempSync(join(folder, 'tree-'));
    mkdirSync(join(copy, 'local'));
    mkdirSync(join(copy, 'bin'));
    for (const name of ['.bin', 'deno']) mkdirSync(join(copy, 'node_modules', name), { recursive: true });
    for (const name of ['deno', 'bin.cjs']) writeFileSync(join(copy, 'node_modules/deno', name), '');
    symlinkSync('../deno/deno', join(copy, 'node_modules/.bin/deno'));
    cpSync(join(ROOT, 'local/install.mjs'), join(copy, 'local/install.mjs'));
    writeFileSync(join(copy, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
    if (installed) {
      writeFileSync(join(copy, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    }
    writeFileSync(join(copy, 'bin/npm'), '#!/bin/sh\necho called npm "$@"\nexit ${NPM_EXIT:-0}\n');
    chmodSync(join(copy, 'bin/npm'), 0o755);
    return { folder: copy, env: { ...process.env, PATH: `${join(copy, 'bin')}:${process.env.PATH}` } };
  }
  const LOCKED = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '2.0.0', optional: true },
  };
  const install = ({ folder: cwd, env }: { folder: string; env: NodeJS.ProcessEnv }) =>
    spawnSync(process.execPath, ['local/install.mjs'], { cwd, env, encoding: 'utf8' });

  it('dependencies are installed when there are none, when they differ, and when an install was cut short', () => {
    for (const installed of [null, { 'node_modules/a': { version: '0.9.0' } }, {}]) {
      expect(install(tree(installed)).stdout).toContain('called npm ci');
    }
  });

  it('nothing happens when they are as locked, whatever is optional', () => {
    const { stdout, status } = install(tree({ 'node_modules/a': { version: '1.0.0' } }));
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  it('Deno is put in place by its own script, the only one of a package that runs', () => {
    const wrapped = tree({ 'node_modules/a': { version: '1.0.0' } });
    const command = join(wrapped.folder, 'node_modules/.bin/deno');
    rmSync(command);
    symlinkSync('../deno/bin.cjs', command);
    writeFileSync(join(wrapped.folder, 'node_modules/deno/install.cjs'), "console.log('called Deno’s');");
    expect(install(wrapped)).toMatchObject({ stdout: 'called Deno’s\n', status: 0 });
    rmSync(command);
    expect(install(wrapped)).toMatchObject({ stdout: 'called Deno’s\n', status: 0 });
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('\nignore-scripts=true\n');
  });

  it('npm is asked for nothing that it does not run where packages may run nothing', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
  });

  it('a failed install ends it in one line', () => {
    const broken = tree(null);
    const { status, stderr } = install({ ...broken, env: { ...broken.env, NPM_EXIT: '1' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm ci failed\. .*\n$/);
  });
});
