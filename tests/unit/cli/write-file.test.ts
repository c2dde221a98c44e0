/** `bomstream export --file`, at paths that are more than a file. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, type Cli } from '../../support/cli.ts';
import { BOM } from '../support/events.ts';

const EXPORTED = '{"bom_id":"B","lines":[\n\n]}\n';

let cli: Cli;
let server: Server;
let isRefused: boolean;
let folder: string;
let reader: ChildProcess | undefined;
beforeAll(async () => {
  cli = buildCli();
  server = createServer((_request, response) => {
    if (isRefused) response.writeHead(404, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify(isRefused ? { status: 404 } : { bom_id: 'B', lines: [], next: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  cli.remove();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  isRefused = false;
  folder = mkdtempSync(join(tmpdir(), 'bomstream-write-'));
});
afterEach(() => {
  // one that nobody wrote to waits for ever
  reader?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
function exportTo(path: string) {
  const { port } = server.address() as AddressInfo;
  return cli.run(['export', BOM, '--format', 'json', '--file', path], {
    SUPABASE_URL: `http://127.0.0.1:${port}`,
    BOMSTREAM_TOKEN: 'token',
  });
}
async function exported(path: string): Promise<void> {
  expect(await exportTo(path)).toMatchObject({ code: 0, stdout: `${path}\n`, stderr: '' });
}

describe('a file', () => {
  it('that is new has the mode that new files have', async () => {
    await exported(at('new'));
    writeFileSync(at('other'), '');
    expect([readFileSync(at('new'), 'utf8'), modeOf(at('new'))]).toEqual([EXPORTED, modeOf(at('other'))]);
    expect(readdirSync(folder).toSorted()).toEqual(['new', 'other']);
  });

  it.each([0o600, 0o640, 0o666])('keeps its mode %i', async (mode) => {
    writeFileSync(at('kept'), 'before');
    chmodSync(at('kept'), mode);
    await exported(at('kept'));
    expect([readFileSync(at('kept'), 'utf8'), modeOf(at('kept'))]).toEqual([EXPORTED, mode.toString(8)]);
  });

  it('stays as it was where the export fails', async () => {
    writeFileSync(at('kept'), 'before');
    isRefused = true;
    expect((await exportTo(at('kept'))).code).toBe(1);
    expect([readFileSync(at('kept'), 'utf8'), readdirSync(folder)]).toEqual(['before', ['kept']]);
  });
});

describe('a link', () => {
  it('stays one, and what it leads to is written, in its folder and mode', async () => {
    mkdirSync(at('far'));
    writeFileSync(at('far/target'), 'before', { mode: 0o600 });
    symlinkSync('far/target', at('middle'));
    symlinkSync(at('middle'), at('link'));
    await exported(at('link'));
    expect([readlinkSync(at('link')), readlinkSync(at('middle'))]).toEqual([at('middle'), 'far/target']);
    expect([readFileSync(at('far/target'), 'utf8'), modeOf(at('far/target'))]).toEqual([EXPORTED, '600']);
    expect(readdirSync(at('far'))).toEqual(['target']);
  });

  it('to what is not there yet makes it', async () => {
    mkdirSync(at('far'));
    symlinkSync('far/none', at('middle'));
    symlinkSync('middle', at('link'));
    await exported(at('link'));
    expect([readlinkSync(at('link')), readFileSync(at('far/none'), 'utf8')]).toEqual(['middle', EXPORTED]);
  });

  it('that leads nowhere is said to', async () => {
    symlinkSync('none/file', at('lost'));
    expect(await exportTo(at('lost'))).toMatchObject({
      code: 1,
      stderr: `Cannot write ${at('lost')}: there is no such folder.\n`,
    });
    symlinkSync('circle', at('circle'));
    expect(await exportTo(at('circle'))).toMatchObject({
      code: 1,
      stderr: `Cannot write ${at('circle')}: its links lead in a circle.\n`,
    });
    expect([readlinkSync(at('lost')), readlinkSync(at('circle'))]).toEqual(['none/file', 'circle']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it.each([['pipe', 'pipe'], ['a link to it', 'link']])(
    'such as a pipe is written to: %s',
    async (_what, name) => {
      execFileSync('mkfifo', [at('pipe')]);
      symlinkSync('pipe', at('link'));
      const cat = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'inherit'] });
      reader = cat;
      const read = text(cat.stdout);
      await exported(at(name));
      expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
      expect(await read).toBe(EXPORTED);
      expect(readdirSync(folder).toSorted()).toEqual(['link', 'pipe']);
    },
  );

  it('such as a folder is refused', async () => {
    mkdirSync(at('folder'));
    expect(await exportTo(at('folder'))).toMatchObject({
      code: 1,
      stderr: `Cannot write ${at('folder')}: it is a folder.\n`,
    });
    expect(existsSync(at('folder'))).toBe(true);
  });
});
