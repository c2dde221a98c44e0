/** What a stranger does: clone, type the first command of README, with nothing installed before but Node and npm. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** "nobody" on Debian and most others. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

let folder: string;
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(
  command: string,
  args: string[],
  options: { cwd: string; uid?: number },
): { code: number | null; output: string } {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: join(folder, 'npm-cache'),
    LANG: 'C.UTF-8',
    ...registry(),
  };
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    env,
    encoding: 'utf8',
    ...identity,
  });
  return { code: status, output: stdout + stderr };
}

/** Where packages come from is a matter of the machine, not of the stranger. */
function registry(): Record<string, string | undefined> {
  const names = [
    'npm_config_registry',
    'npm_config_cafile',
    'NODE_EXTRA_CA_CERTS',
    'HTTPS_PROXY',
    'HTTP_PROXY',
    'NO_PROXY',
  ];
  return Object.fromEntries(names.flatMap((name) => process.env[name] ? [[name, process.env[name]]] : []));
}

/** An empty folder that only its owner may enter, as `mktemp -d` makes it, with a fresh clone in it; its name has a space. */
function clone(uid?: number): string {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-stranger-'));
  chmodSync(folder, 0o700);
  const git = run('git', ['clone', '--quiet', '--no-local', ROOT, 'my bomstream'], { cwd: folder });
  expect(git.code, git.output).toBe(0);
  if (uid !== undefined) spawnSync('chown', ['-R', `${uid}:${uid}`, folder]);
  return join(folder, 'my bomstream');
}

const USERS: [string, number | undefined][] = isRoot
  ? [['root', undefined], ['an ordinary user', NOBODY]]
  : [['an ordinary user', undefined]];

describe.each(USERS)('%s with a fresh clone and an empty npm cache', (_name, uid) => {
  it('sees the sample BOM enriched after one command', () => {
    const cwd = clone(uid);
    const { code, output } = run('npm', ['start', '--', '--once', '--pace', '0'], {
      cwd,
      ...(uid ? { uid } : {}),
    });
    expect(code, output).toBe(0);
    expect(output).toMatch(/status\s+completed/);
    expect(output).not.toMatch(/EBADENGINE|install scripts not yet covered|npm warn deprecated/i);
    const elsewhere = /The database is in (\/var\/lib\/bomstream\/\w+):/.exec(output)?.[1];
    if (elsewhere) rmSync(elsewhere, { recursive: true });
    // only root has to hand the database to an account that cannot enter this folder
    expect(elsewhere === undefined).toBe(!(isRoot && uid === undefined));
  });
});
