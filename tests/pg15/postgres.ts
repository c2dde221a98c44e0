/** Debian's PostgreSQL 15, with pg_cron at work in it, in a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findFreePorts } from '../support/stack.ts';
import { BINARIES } from './packages.ts';

/** An empty database on a busy machine, several times over. */
const START_TIMEOUT_MS = 30_000;
/** How often a server that starts is asked whether it is there. */
const LOOK_MS = 20;
/** Not `postgres`: on a hosted project that is the lesser role which migrations run as. */
const ADMIN = 'supabase_admin';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  shared_preload_libraries: 'pg_cron',
  // Jobs that run in workers of the server need no login of their own.
  'cron.use_background_workers': 'on',
  // Parallel queries may take all of the default 8, and a job that finds none free has failed.
  max_worker_processes: '16',
  // Nothing here outlives the server, and the disk is what slows it down most.
  fsync: 'off',
};

export interface Postgres15 {
  /** The superuser's URL of the one database that pg_cron works in. */
  readonly adminUrl: string;
  /** Ends the server and deletes its folder. */
  stop(): Promise<void>;
}

/** @throws Error with the server's own last words when it does not come up */
export async function startPostgres15(): Promise<Postgres15> {
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-pg15-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = crypto.randomUUID();
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    if (account) { for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid); }
    const data = join(folder, 'data');
    const options = { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
    execFileSync(
      `${BINARIES}/initdb`,
      ['-D', data, '-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
        .concat(['-E', 'UTF8', '--locale=C', '--no-sync']),
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );

    const port = await findFreePorts();
    const log = join(folder, 'server.log');
    const logFile = openSync(log, 'w');
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(`${BINARIES}/postgres`, ['-D', data, '-p', String(port), ...settings], {
      ...options,
      stdio: ['ignore', 'ignore', logFile],
    });
    closeSync(logFile);
    const adminUrl = `postgresql://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;
    const stop = stopper(child, remove);
    try {
      await started(child, adminUrl);
    } catch (error) {
      const lastWords = readFileSync(log, 'utf8').slice(-2_000);
      await stop();
      throw new Error(`PostgreSQL 15 did not start:\n${lastWords}`, { cause: error });
    }
    return { adminUrl, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

function stopper(child: ChildProcess, remove: () => void): () => Promise<void> {
  // A test run that is interrupted ends without stopping anything.
  const abandon = () => {
    child.kill('SIGQUIT');
    remove();
  };
  process.once('exit', abandon);
  return async () => {
    process.off('exit', abandon);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGINT'); // ends open connections instead of waiting for them
      await ended;
    }
    remove();
  };
}

async function started(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + START_TIMEOUT_MS; !await accepts(url);) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`it took more than ${START_TIMEOUT_MS} ms`);
    await delay(LOOK_MS);
  }
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    // nobody listens yet, or the server says that it is starting
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false;
    throw error;
  }
}

/** PostgreSQL refuses to run as root; Debian's package brings an account for it. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}
