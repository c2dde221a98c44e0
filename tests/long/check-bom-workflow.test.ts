/** docs/examples/check-bom.yml does in a repository of its own what its comments promise: the steps are run as they stand there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../support/readme.ts';
import { ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant } from '../support/tenant.ts';

const WORKFLOW = readDocument('docs/examples/check-bom.yml');
const steps = [...WORKFLOW.matchAll(/^ +- run: (.*)$/gm)].map(([, command]) => command!);
const secrets = [...WORKFLOW.matchAll(/^ +(\w+): \$\{\{ secrets\.(\w+) \}\}$/gm)];

const folder = mkdtempSync(join(tmpdir(), 'bomstream-workflow-'));
const repository = join(folder, 'board');
/** Where the packages come from is no matter of the workflow's: the one that it needs is in the repository. */
const OFFLINE = {
  PATH: process.env.PATH,
  HOME: folder,
  npm_config_cache: join(folder, 'cache'),
  npm_config_offline: 'true',
};
let stack: TestStack;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  stack = await startTestStack();
  const admin = await newTenant(stack, { role: 'admin' });
  const { body: { key } } = await admin.call('POST', `organizations/${admin.organizationId}/keys`, {
    name: 'Build server',
    role: 'editor',
    expires_in_days: 1,
  });
  const values: Record<string, string> = { SUPABASE_URL: stack.apiUrl, BOMSTREAM_KEY: key };
  environment = Object.fromEntries(secrets.map(([, name, secret]) => [name!, values[secret!]!]));

  const dist = join(folder, 'dist');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', 'cli', '--logLevel', 'warn', '--outDir', dist], {
    cwd: ROOT,
  });
  mkdirSync(join(repository, 'hardware'), { recursive: true });
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: repository, env: OFFLINE, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(npm('pack', dist, '--json'));
  writeFileSync(join(repository, 'package.json'), '{ "private": true }\n');
  npm('install', `./${filename}`);
  rmSync(join(repository, 'node_modules'), { recursive: true });
  copyFileSync(join(ROOT, 'docs/examples/check-bom.sh'), join(repository, 'check-bom.sh'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack.stop();
});

/** All steps, each by itself, until one fails; what the last one said. */
function build(bom: string): { readonly status: number | null; readonly output: string } {
  const [path] = /[\w/]+\.csv/.exec(WORKFLOW)!;
  writeFileSync(join(repository, path), bom);
  let last = { status: 0 as number | null, output: '' };
  for (const step of steps) {
    if (last.status !== 0) break;
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step], {
      cwd: repository,
      env: { ...OFFLINE, ...environment },
      encoding: 'utf8',
    });
    last = { status, output: stdout + stderr };
  }
  return last;
}

const HEADER = 'Ref,Qty,Value,MPN,Manufacturer\n';

it('has two steps, and the key of a program alone', () => {
  expect(steps).toEqual(['npm ci', expect.stringMatching(/^\.\/check-bom\.sh /)]);
  expect(secrets.map(([, name]) => name)).toEqual(['SUPABASE_URL', 'BOMSTREAM_KEY']);
});

it('fails where the BOM contradicts its parts, and passes where it does not', () => {
  const wrong = build(`${HEADER}R1,1,1k,RC0603FR-0710KL,Yageo\n`);
  expect(wrong, wrong.output).toMatchObject({
    status: 2,
    output: expect.stringMatching(/^1 +wrong +RC0603FR-0710KL[\s\S]*contradict their parts\.\n$/m),
  });
  const right = build(`${HEADER}R1,1,10k,RC0603FR-0710KL,Yageo\n`);
  expect(right, right.output).toMatchObject({ status: 0, output: expect.stringMatching(/^BOM \S+\n/m) });
});
