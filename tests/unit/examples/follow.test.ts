/** The example that people copy, as a program of its own, against a server that answers what a test says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/stack.ts';
import { BOM, ORGANIZATION } from '../support/events.ts';

type Answer = (response: ServerResponse) => void;

const problem = (status: number, headers: Record<string, string> = {}): Answer => (response) =>
  void response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    .end(JSON.stringify({ detail: `Sentence for ${status}.` }));
const page = (status: number): Answer => (response) =>
  void response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
const noContent: Answer = (response) => void response.writeHead(204).end();
const frames = (...ids: string[]) =>
  ids.map((id) => `event: enrichment.progress\nid: ${id}\ndata: {"state":{"percent_complete":50}}\n\n`).join(
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
  readonly at: number;
  readonly cursor: string | undefined;
}

/** Runs the example; each connect of its stream gets the next answer. */
async function follow(...answers: Answer[]) {
  const connects: Connect[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    request.resume();
    if (request.method === 'POST') {
      response.writeHead(201, { 'content-type': 'application/json' }).end(
        JSON.stringify({ bom_id: BOM, issues: [] }),
      );
      return;
    }
    connects.push({
      at: performance.now(),
      cursor: request.headers['last-event-id'] as string | undefined,
    });
    const next = answers.shift();
    // One connect too many is answered so that the program ends, and then counted.
    (next ?? problem(404))(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, ['docs/examples/follow.mjs', 'local/sample-bom.csv'], {
    cwd: ROOT,
    env: { API: `http://127.0.0.1:${port}`, TOKEN: 'token', ORGANIZATION_ID: ORGANIZATION },
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
    errors,
    connects,
    /** Between one connect and the next. */
    pauses: connects.slice(1).map(({ at }, i) => at - connects[i]!.at),
  };
}

/** A timer may be a few ms early by another clock. */
const atLeast = (ms: number) => ms - 20;

describe.concurrent('the example', () => {
  it('ends with the stream', async () => {
    const { code, ids, connects } = await follow(stream(frames('1-1', '1-2') + END));
    expect([code, ids, connects.length]).toEqual([0, ['1-1', '1-2'], 1]);
  });

  it('ends at 204', async () => {
    const { code, connects } = await follow(noContent);
    expect([code, connects.length]).toEqual([0, 1]);
  });

  it('comes back with its cursor when a stream closes before the run has ended, and not at once', async () => {
    const { code, ids, connects, pauses } = await follow(stream(frames('1-1')), stream(frames('1-2') + END));
    expect([code, ids]).toEqual([0, ['1-1', '1-2']]);
    expect(connects.map(({ cursor }) => cursor)).toEqual([undefined, '1-1']);
    expect(pauses[0]).toBeGreaterThan(atLeast(1_000));
  });

  it('comes back with its cursor when the connection is cut', async () => {
    const { code, connects, pauses } = await follow(broken(frames('1-1')), noContent);
    expect([code, connects.map(({ cursor }) => cursor)]).toEqual([0, [undefined, '1-1']]);
    expect(pauses[0]).toBeGreaterThan(atLeast(500));
  });

  it.each([429, 500, 502, 503])('waits ever longer at %i, says why, and goes on', async (status) => {
    const { code, errors, pauses } = await follow(problem(status), problem(status), noContent);
    expect([code, errors]).toEqual([0, `Sentence for ${status}.\n`.repeat(2)]);
    expect(pauses[0]).toBeGreaterThan(atLeast(500));
    expect(pauses[1]).toBeGreaterThan(atLeast(1_000));
  });

  it('waits as long as Retry-After asks', async () => {
    const { pauses } = await follow(problem(429, { 'retry-after': '2' }), noContent);
    expect(pauses[0]).toBeGreaterThan(atLeast(2_000));
  });

  it('is not put off by the page of a gateway', async () => {
    const { code, errors } = await follow(page(502), noContent);
    expect([code, errors]).toEqual([0, 'The answer was 502 Bad Gateway.\n']);
  });

  it.each([400, 401, 403, 404])('ends with a sentence at %i', async (status) => {
    const { code, errors, connects } = await follow(problem(status));
    expect([code, errors, connects.length]).toEqual([1, `Sentence for ${status}.\n`, 1]);
  });
});
