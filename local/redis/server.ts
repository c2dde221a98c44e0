/**
 * Upstash's REST dialect over a store, as the unchanged `@upstash/redis` SDK speaks it. A Web handler: whoever
 * serves it (`serveLocally`) keeps it to this machine and chooses the token. Not spoken, because bomstream does not use it: commands
 * in the path (`/get/key`), `?_token=`, subscriptions, `Upstash-Response-Format`, sync tokens.
 */

import { RedisError, type RedisStore, type Reply } from './store.ts';

type Commands = readonly (readonly string[])[];

/** A request as a fault hook sees it: authorized, parsed, not yet run. */
export interface RedisRequest {
  readonly path: string;
  readonly commands: Commands;
}

/**
 * What may go wrong with a request. A `Response` is answered instead and nothing runs. `hang` runs nothing and
 * never answers. `drop` runs it and loses the reply: the handler rejects, on which the server around it is to
 * close the connection.
 */
export type Fault = Response | 'hang' | 'drop';

/** Commands run so far, by upper-case name. Upstash bills each one, those in pipelines and transactions too. */
export type CommandMeter = Map<string, number>;

export interface RedisHandlerOptions {
  readonly store: RedisStore;
  readonly token: string;
  /** Counts the commands. The caller keeps it; nothing of it is reachable over HTTP. */
  readonly meter?: CommandMeter;
  /** Asked before each request runs; null lets it run, a promise delays it. */
  readonly fault?: (request: RedisRequest) => Fault | null | Promise<Fault | null>;
}

/** Upstash's limit for one request on its free and pay-as-you-go plans, in bytes. */
const MAX_REQUEST_BYTES = 10 * 1024 * 1024;

/** What a body is called when it cannot be read, by endpoint. */
const ENDPOINTS = new Map([
  ['/', 'command'],
  ['/pipeline', 'pipeline request'],
  ['/multi-exec', 'transaction request'],
]);

/** Errors are `{"error": "ERR …"}`: 400 and 401 as Upstash gives them, 404 and 405 for what is no endpoint. */
export function createRedisHandler(options: RedisHandlerOptions): (request: Request) => Promise<Response> {
  const { store, token, meter = new Map(), fault = () => null } = options;

  return async (request) => {
    // First of all, so that no path, method or body is answered differently to a stranger.
    if (!isSameText(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
      return json(401, { error: 'WRONGPASS invalid or missing auth token' });
    }
    const path = new URL(request.url).pathname;
    const bodyName = ENDPOINTS.get(path);
    if (!bodyName) return json(404, { error: `ERR no such endpoint: ${path}` });
    if (request.method !== 'POST') return json(405, { error: 'ERR only POST is supported' });

    const body = await request.arrayBuffer();
    if (body.byteLength > MAX_REQUEST_BYTES) {
      const sizes = `Limit: ${MAX_REQUEST_BYTES} bytes, Actual: ${body.byteLength} bytes`;
      return json(400, { error: `ERR max request size exceeded. ${sizes}` });
    }
    const commands = parseCommands(path, body);
    if (!commands) return json(400, { error: `ERR failed to parse ${bodyName}` });

    const planned = await fault({ path, commands });
    if (planned instanceof Response) return planned;
    if (planned === 'hang') return new Promise(() => {});

    for (const [name = ''] of commands) {
      meter.set(name.toUpperCase(), (meter.get(name.toUpperCase()) ?? 0) + 1);
    }
    const asBase64 = request.headers.get('upstash-encoding') === 'base64';
    const response = await run(store, path, commands, asBase64);
    if (planned === 'drop') throw new Error('the request ran and its reply is dropped');
    return response;
  };
}

async function run(
  store: RedisStore,
  path: string,
  commands: Commands,
  asBase64: boolean,
): Promise<Response> {
  const answer = (reply: Reply | RedisError) =>
    reply instanceof RedisError ? { error: reply.message } : { result: encode(reply, asBase64) };

  if (path === '/multi-exec') {
    const replies = store.transaction(commands);
    return replies instanceof RedisError ? json(400, answer(replies)) : json(200, replies.map(answer));
  }
  const answers = [];
  for (const command of commands) {
    answers.push(answer(store.execute(command)));
    // A pipeline is not atomic: code that needs a transaction must meet other requests in between here too.
    await Promise.resolve();
  }
  if (path === '/pipeline') return json(200, answers);
  return json(answers.some((one) => 'error' in one) ? 400 : 200, answers[0]);
}

/** The commands in a body, one for `/` and a list elsewhere; null when it is anything else. */
function parseCommands(path: string, body: ArrayBuffer): Commands | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
  const commands: unknown = path === '/' ? [parsed] : parsed;
  if (!Array.isArray(commands) || !commands.every(isCommand)) return null;
  return commands.map((command) => command.map(String));
}

/** The SDK sends strings, numbers and booleans as they are and everything else as a JSON string. */
function isCommand(value: unknown): value is (string | number | boolean)[] {
  const isScalar = (word: unknown) => ['string', 'number', 'boolean'].includes(typeof word);
  return Array.isArray(value) && value.length > 0 && value.every(isScalar);
}

/**
 * Every string in base64, nested ones too, but for the literal status `OK`. The SDK decodes whatever looks like
 * base64, so plain text would pass until a value such as `50` or `foo` came back as other bytes.
 */
function encode(reply: Reply, asBase64: boolean): unknown {
  if (reply === null || typeof reply === 'number') return reply;
  if (typeof reply === 'string') return asBase64 ? toBase64(reply) : reply;
  if ('status' in reply) return reply.status;
  return reply.map((item) => encode(item, asBase64));
}

function toBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** Looks at every byte whatever the first difference, so that timing does not spell out the token. */
function isSameText(given: string, expected: string): boolean {
  const encoder = new TextEncoder();
  const [givenBytes, expectedBytes] = [encoder.encode(given), encoder.encode(expected)];
  let difference = givenBytes.length ^ expectedBytes.length;
  expectedBytes.forEach((byte, index) => difference |= byte ^ (givenBytes[index] ?? 0));
  return difference === 0;
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}
