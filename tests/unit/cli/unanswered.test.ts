/** What commands say of a server that takes connections and closes them at once, as a proxy with nothing behind it does. */
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, type Cli } from '../../support/cli.ts';
import { BOM } from '../support/events.ts';

let cli: Cli;
let server: Server;
beforeAll(async () => {
  cli = buildCli();
  server = createServer((socket) => void socket.on('error', () => {}).destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  cli.remove();
  server.close();
});

it.each([['status'], ['lines', BOM], ['watch', BOM]])(
  'bomstream %s ends with a sentence',
  async (...args) => {
    const child = spawn(process.execPath, [cli.path, ...args], {
      cwd: cli.folder,
      env: {
        PATH: process.env.PATH,
        HOME: cli.folder,
        SUPABASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        BOMSTREAM_TOKEN: 'token',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const said = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([await ended, ...said]).toEqual([
      1,
      '',
      expect.stringMatching(/^The server (?:cannot be reached|closed the connection)[^\n]*\n$/),
    ]);
  },
);
