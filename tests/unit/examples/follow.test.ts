/** The examples that people copy, as programs of their own, against a server that answers what a test says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../support/sdk/package.ts';
import { ROOT } from '../../support/stack.ts';
import { BOM, envelope, ORGANIZATION } from '../support/events.ts';

type Answer = (response: ServerResponse) => void;

const problem = (status: number, headers: Record<string, string> = {}): Answer => (response) =>
  void response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    .end(JSON.stringify({ detail: `Sentence for ${status}.` }));
const noContent: Answer = (response) => void response.writeHead(204).end();
const frames = (...ids: string[]) =>
  ids.map((id) => `event: enrichment.progress\nid: ${id}\ndata: ${JSON.stringify(envelope(id))}\n\n`).join(
    '',
  );
const END = 'event: stream_end\ndata: {"reason":"completed"}\n\n';
const stream = (text: string): Answer => (response) =>
  void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);
/** Cut off in the middle. */
const broken = (text: string): Answer => (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(text, () => response.destroy());
};

interface Connect {
  readonly path: string;
  readonly cursor: string | null;
}

/** Runs an example; each connect of its stream gets the next answer. */
async function follow(command: readonly [string, ...string[]], ...answers: Answer[]) {
  const connects: Connect[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    request.resume();
    response.shouldKeepAlive = false;
    if (request.method === 'POST') {
      response.writeHead(201, { 'content-type': 'application/json' }).end(
        JSON.stringify({ bom_id: BOM, issues: [{ severity: 'warning', detail: 'A remark.' }] }),
      );
      return;
    }
    const { pathname, searchParams } = new URL(request.url!, 'http://server');
    const header = request.headers['last-event-id'] as string | undefined;
    connects.push({ path: pathname, cursor: header ?? searchParams.get('last_event_id') });
    const next = answers.shift();
    // One connect too many is answered so that the program ends, and then counted.
    (next ?? problem(404))(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const [program, ...args] = command;
  const child = spawn(program, [...args, 'local/sample-bom.csv'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      API: `http://127.0.0.1:${port}/functions/v1`,
      TOKEN: 'token',
      ORGANIZATION_ID: ORGANIZATION,
    },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => output += chunk);
  child.stderr.on('data', (chunk) => errors += chunk);
  const [code] = await once(child, 'close');
  server.close();
  return {
    code,
    ids: output.split('\n').filter(Boolean).map((line) => line.split(' ')[0]),
    errors: errors.replace('warning: A remark.\n', ''),
    cursors: connects.map(({ cursor }) => cursor),
    paths: [...new Set(connects.map(({ path }) => path))],
  };
}

beforeAll(buildPackage);

describe.concurrent.each<[string, [string, ...string[]]]>([
  ['Node', [process.execPath, 'docs/examples/follow.mjs']],
  ['Python', ['/usr/bin/env', 'python3', 'docs/examples/follow.py']],
])('the example for %s', (_name, command) => {
  it('tells what was read and what happens, and ends with the stream', async () => {
    const { code, ids, errors, paths } = await follow(command, stream(frames('1-1', '1-2') + END));
    expect([code, ids, errors]).toEqual([0, ['1-1', '1-2'], '']);
    expect(paths).toEqual([`/functions/v1/enrichment-stream/${BOM}`]);
  });

  it('comes back with its cursor when a stream closes before the run has ended, and ends at 204', async () => {
    const { code, ids, cursors } = await follow(command, stream(frames('1-1')), noContent);
    expect([code, ids, cursors]).toEqual([0, ['1-1'], [null, '1-1']]);
  });

  it('comes back with its cursor when the connection is cut', async () => {
    const { code, cursors } = await follow(command, broken(frames('1-1')), noContent);
    expect([code, cursors]).toEqual([0, [null, '1-1']]);
  });

  it.each([429, 503])('waits at %i, says why, and goes on', async (status) => {
    const { code, errors, cursors } = await follow(
      command,
      problem(status, { 'retry-after': '1' }),
      noContent,
    );
    expect([code, errors, cursors.length]).toEqual([0, `Sentence for ${status}.\n`, 2]);
  });

  it.each([400, 403, 404])('ends with a sentence at %i', async (status) => {
    const { code, errors, cursors } = await follow(command, problem(status));
    expect([code, errors, cursors.length]).toEqual([1, `Sentence for ${status}.\n`, 1]);
  });
});
