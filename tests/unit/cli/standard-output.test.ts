/** What becomes of a command whose answer cannot be written, seen from the shell that called it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, type Cli } from '../../support/cli.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

const KEY = 'bsk_shown_this_once';
const LINES = Array.from({ length: 200 }, (_, i) => ({
  line_number: i + 1,
  status: 'pending',
  mpn: `PART-${i}`,
  designators: 'R1',
  quantity: 1,
  result: null,
}));

let cli: Cli;
let server: Server;
let stream: ServerResponse;
const answers: Record<string, unknown> = {
  'GET /boms': { organizations: [{ organization_id: ORGANIZATION, role: 'admin' }], boms: [], next: null },
  [`POST /organizations/${ORGANIZATION}/keys`]: {
    key_id: 'ID-OF-THE-KEY',
    key: KEY,
    expires_at: '2027-01-01T00:00:00Z',
  },
  [`GET /boms/${BOM}/lines`]: { lines: LINES, next: null },
  [`GET /boms/${BOM}/order-lists`]: { statement: [], text: 'PART-1,1\r\n' },
  [`GET /boms/${BOM}/export/pages`]: { lines: [], next: null },
  [`GET /enrichment/${BOM}/status`]: {},
};

beforeAll(async () => {
  cli = buildCli();
  server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!.replace('/functions/v1', '');
    if (path.startsWith('/enrichment-stream')) {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
      return send('1-1');
    }
    response.end(JSON.stringify(answers[`${request.method} ${path}`]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  cli.remove();
  server.closeAllConnections();
  server.close();
});

const send = (id: string) =>
  void stream.write(`event: enrichment.progress\ndata: ${JSON.stringify(envelope(id))}\n\n`);

function start(script: string, args: readonly string[]) {
  const { port } = server.address() as AddressInfo;
  const child = spawn('bash', ['-o', 'pipefail', '-c', script, 'bash', process.execPath, cli.path, ...args], {
    cwd: cli.folder,
    env: {
      PATH: process.env.PATH,
      HOME: cli.folder,
      SUPABASE_URL: `http://127.0.0.1:${port}`,
      BOMSTREAM_TOKEN: 'token',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => said[name] += text);
  }
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, ...said }))
  );
  return { child, ended };
}
/** Runs it so that `"$@"` of the script is the command. */
const shell = (script: string, ...args: string[]) => start(script, args).ended;

const FULL = 'Cannot write standard output: the disk is full.\n';

describe.skipIf(!existsSync('/dev/full'))('on a disk that is full', () => {
  it.each([
    '--version',
    '--help',
    'help lines',
    'status',
    'list --output json',
    'lines BOM',
    'lines BOM --output json',
    'lines BOM --output ndjson',
    'lines BOM --exit-code',
    'order BOM --list lcsc',
    'export BOM --format json',
  ])('bomstream %s fails with one sentence', async (line) => {
    const args = line.split(' ').map((word) => word === 'BOM' ? BOM : word);
    expect(await shell('"$@" >/dev/full', ...args)).toEqual({ code: 1, stdout: '', stderr: FULL });
  });

  it('a key that nobody has seen is named, to be revoked', async () => {
    expect(await shell('"$@" >/dev/full', 'keys', 'create', '--name', 'Build')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`Its id is ID-OF-THE-KEY\\.\n${FULL}$`)),
    });
  });

  it('where nothing can be said either, the exit code says it', async () => {
    expect((await shell('"$@" >/dev/full 2>&1', 'status')).code).toBe(1);
    expect(await shell('"$@" 2>/dev/full', 'keys', 'create', '--name', 'Build')).toEqual({
      code: 0,
      stdout: `${KEY}\n`,
      stderr: '',
    });
  });

  // What the limit of a file's size leaves of the last write is what a disk that becomes full does.
  it('or becomes so in the middle of an answer, fails as well', async () => {
    for (const format of ['text', 'json', 'ndjson']) {
      const script = `trap '' XFSZ; ulimit -f 1; "$@" >part`;
      expect(await shell(script, 'lines', BOM, '--output', format)).toMatchObject({
        code: 1,
        stderr: 'Cannot write standard output: a file may not be that large.\n',
      });
      expect(readFileSync(join(cli.folder, 'part'))).toHaveLength(1024);
    }
  });
});

describe('a reader who has gone', () => {
  it.each(['text', 'json', 'ndjson'])('has what it wanted of %s', async (format) => {
    const gone = '"$@" | head -c 0';
    expect(await shell(gone, 'lines', BOM, '--output', format)).toEqual({ code: 0, stdout: '', stderr: '' });
    // what was asked about is known all the same
    expect(await shell(gone, 'lines', BOM, '--output', format, '--exit-code')).toMatchObject({
      code: 2,
      stderr: '',
    });
  });

  it('is not waited for by who shows a run', async () => {
    const { child, ended } = start('exec "$@"', ['watch', BOM, '--output', 'ndjson']);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    await new Promise((resolve) => child.stdout.once('close', resolve));
    send('1-2');
    expect((await ended).code).toBe(0);
  });
});
