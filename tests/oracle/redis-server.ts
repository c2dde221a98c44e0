/** A real redis-server of the suite's own, spoken to in its wire protocol over a plain socket. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { RedisError, type Reply } from '../../local/redis/store.ts';

/** A reply of the real server; that of EXEC has errors among its items. */
export type RealReply = Reply | RedisError | readonly RealReply[];

export interface RealRedis {
  send(command: readonly string[]): Promise<RealReply>;
  stop(): Promise<void>;
}

/** Starts redis-server, empty and without persistence, on a free loopback port. Rejects when there is none. */
export async function startRealRedis(): Promise<RealRedis> {
  const port = await freePort();
  const options = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    tmpdir(),
  ];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'pipe'] });
  await untilReady(server);
  const ended = once(server, 'exit');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return {
    send: createSender(socket),
    async stop() {
      socket.destroy();
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Waits for the server's own word that it listens. A connection that works is no proof: should another process
 * have taken the port, the suite would flush that one's data.
 */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Ready to accept connections')) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', (code) => reject(new Error(`redis-server ended with code ${code}:\n${output}`)));
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      reject(
        isMissing
          ? new Error('This suite compares the local Redis with a real one: apt-get install redis-server')
          : error,
      );
    });
  });
}

/** One command at a time: writes it and answers what comes back. */
function createSender(socket: Socket): RealRedis['send'] {
  let received = Buffer.alloc(0);
  let waiting: { resolve(reply: RealReply): void; reject(error: Error): void } | null = null;
  socket.setNoDelay();
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    const parsed = parseReply(received, 0);
    if (!parsed) return;
    received = received.subarray(parsed.end);
    waiting?.resolve(parsed.reply);
  });
  socket.on('close', () => waiting?.reject(new Error('redis-server closed the connection')));
  return (command) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      const words = command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
      socket.write(`*${command.length}\r\n${words.join('')}`);
    });
}

interface Parsed {
  readonly reply: RealReply;
  readonly end: number;
}

/** The reply that starts at `at`, or null while it is not whole yet. */
function parseReply(bytes: Buffer, at: number): Parsed | null {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd < 0) return null;
  const text = bytes.toString('utf8', at + 1, lineEnd);
  const end = lineEnd + 2;
  const kind = String.fromCharCode(bytes[at] ?? 0);
  if (kind === '+') return { reply: { status: text }, end };
  if (kind === '-') return { reply: new RedisError(text), end };
  if (kind === ':') return { reply: Number(text), end };
  if (kind !== '$' && kind !== '*') throw new Error(`not a Redis reply: ${kind}${text}`);
  const length = Number(text);
  if (length < 0) return { reply: null, end };
  return kind === '*' ? parseItems(bytes, end, length) : parseText(bytes, end, length);
}

function parseText(bytes: Buffer, start: number, length: number): Parsed | null {
  const end = start + length + 2;
  return bytes.length < end ? null : { reply: bytes.toString('utf8', start, start + length), end };
}

function parseItems(bytes: Buffer, start: number, length: number): Parsed | null {
  const items: RealReply[] = [];
  let end = start;
  while (items.length < length) {
    const item = parseReply(bytes, end);
    if (!item) return null;
    items.push(item.reply);
    end = item.end;
  }
  return { reply: items, end };
}
