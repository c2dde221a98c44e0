/**
 * What `supabase functions deploy` sends to the platform, and that this alone is enough to run. The CLI ends with
 * "Deployed" and exit code 0 even when it did not find a function's entrypoint, so nothing less than looking at
 * the uploads proves that a deployment works. Needs the npm registry: the platform resolves packages itself.
 */

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ManagementApi, startManagementApi, type Upload } from './management-api.ts';
import { stopProcesses } from './process.ts';
import {
  configuredFunctions,
  deployedPackages,
  functionFolders,
  importClosure,
  installedPackages,
  readProjectFile,
  ROOT,
} from './project.ts';
import { deployFunctions } from './supabase-cli.ts';
import { addressOf, unpack, type UnpackedFunction } from './unpacked-function.ts';

const TIMEOUT_MS = 60_000;

/** What goes with every function: the packages, and the versions of what they need. */
const CONFIG = ['supabase/deno.json', 'supabase/deno.lock'];

const names = configuredFunctions();

/** A request to each function that only a caller with credentials may make, and what it says to others. */
const closedDoors: Readonly<Record<string, { method: string; path: string; code: string }>> = {
  boms: { method: 'GET', path: '/boms', code: 'missing_token' },
  enrichment: {
    method: 'GET',
    path: '/enrichment/6f1c0b0e-3b1f-4d0a-9f55-0d5a4d1b7c11/status',
    code: 'missing_token',
  },
  'enrichment-stream': {
    method: 'GET',
    path: '/enrichment-stream/6f1c0b0e-3b1f-4d0a-9f55-0d5a4d1b7c11',
    code: 'missing_token',
  },
  'enrichment-runner': { method: 'POST', path: '/enrichment-runner', code: 'runner_key_required' },
  organizations: { method: 'GET', path: '/organizations', code: 'missing_token' },
};

/** What every function needs. Nothing listens at these addresses: no door opens far enough to call them. */
const required: Readonly<Record<string, string>> = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_SECRET_KEYS: JSON.stringify({ default: 'sb_secret_default' }),
  BOMSTREAM_RUNNER_KEY: 'a-runner-key-for-tests-of-32-bytes',
  UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9',
  UPSTASH_REDIS_REST_TOKEN: 'a-token-for-tests',
};

/** With what the platform provides too, but a function can do without. */
const complete: Readonly<Record<string, string>> = {
  ...required,
  SUPABASE_JWKS: JSON.stringify({ keys: [] }),
};

const LockFile = z.object({
  version: z.string(),
  npm: z.record(z.string(), z.object({ integrity: z.string() })),
});
const NpmLockFile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string(), integrity: z.string().optional() })),
});

interface Deployment extends Pick<ManagementApi, 'uploads' | 'activated' | 'unexpected'> {
  readonly exitCode: number | null;
  readonly output: string;
}

let temporary: string;
let deployment: Deployment;

/** A folder of the test's own, so that no download made before takes part. */
const denoCache = () => join(temporary, 'deno');

/** Deploys a project to a platform, and from a home, that nobody has used before. */
async function deploy(project: string): Promise<Deployment> {
  const api = await startManagementApi();
  try {
    const home = await mkdtemp(join(temporary, 'home-'));
    return { ...await deployFunctions({ project, apiUrl: api.url, home }), ...api };
  } finally {
    await api.close();
  }
}

function uploadOf(name: string, { uploads }: Deployment): Upload {
  const upload = uploads.find(({ slug }) => slug === name);
  if (!upload) throw new Error(`${name} was not uploaded`);
  return upload;
}

function uploadedPaths(name: string, from: Deployment): string[] {
  return uploadOf(name, from).files.map(({ path }) => path).sort();
}

function expectExactMetadata(name: string, actual: Deployment): void {
  expect(uploadOf(name, actual).metadata).toEqual({
    name,
    entrypoint_path: `functions/${name}/index.ts`,
    import_map_path: 'supabase/deno.json',
    static_patterns: ['supabase/deno.lock'],
    // Each function verifies tokens itself: EventSource cannot send the header that the platform looks for.
    verify_jwt: false,
  });
}

async function expectExactFiles(name: string, actual: Deployment): Promise<void> {
  const closure = await importClosure(`functions/${name}/index.ts`, denoCache());
  expect(uploadedPaths(name, actual)).toEqual([...CONFIG, ...closure].sort());
}

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'bomstream-upload-'));
  deployment = await deploy(ROOT);
}, TIMEOUT_MS);

afterEach(stopProcesses);

afterAll(async () => {
  await stopProcesses();
  await rm(temporary, { recursive: true, force: true });
});

describe('deploying the project', { timeout: TIMEOUT_MS }, () => {
  it('succeeds without a warning, and speaks to nothing but the Management API', () => {
    expect(deployment.output).not.toMatch(/^warn/im);
    expect(deployment).toMatchObject({ exitCode: 0, unexpected: [] });
  });

  it('reaches every function there is', () => {
    expect(names).toEqual(functionFolders());
    expect(deployment.uploads.map(({ slug }) => slug).sort()).toEqual(names);
    expect([...deployment.activated].sort()).toEqual(names);
  });

  it.each(names)('describes %s as the platform must run it', (name) => {
    expectExactMetadata(name, deployment);
  });

  it.each(names)('uploads all that %s imports and nothing else', async (name) => {
    await expectExactFiles(name, deployment);
  });

  it.each(names)('keeps tools, tests, the page and other functions out of %s', (name) => {
    const product = new RegExp(`^(${CONFIG.join('|')}|shared/.+\\.(ts|json)|functions/${name}/.+\\.ts)$`);
    expect(uploadedPaths(name, deployment).filter((path) => !product.test(path))).toEqual([]);
  });

  it('has the platform install the packages that the tests ran with', () => {
    expect(deployedPackages()).toEqual(installedPackages());
  });

  it('has it install what those need as the tests ran with it: if not, npm run lock', () => {
    const { version, npm } = LockFile.parse(JSON.parse(readProjectFile('supabase/deno.lock')));
    // The Deno of the platform reads no newer form, and a function with one does not deploy.
    expect(version).toBe('4');
    const { packages } = NpmLockFile.parse(JSON.parse(readProjectFile('package-lock.json')));
    const installed = Object.keys(npm).map((each) => {
      const name = each.slice(0, each.lastIndexOf('@'));
      const { version, integrity } = packages[`node_modules/${name}`]!;
      return [`${name}@${version}`, { integrity }];
    });
    expect(npm).toEqual(Object.fromEntries(installed));
    expect(Object.keys(npm).join()).toMatch(/iceberg-js@.*uncrypto@/);
  });

  it('would show a wrong entrypoint, about which the CLI only warns', async () => {
    const project = join(temporary, 'wrong-entrypoint');
    const config = readProjectFile('supabase/config.toml');
    const wrongConfig = config.replace('../functions/boms/index.ts', '../functions/boms/main.ts');
    expect(wrongConfig).not.toBe(config);
    await mkdir(join(project, 'supabase'), { recursive: true });
    await writeFile(join(project, 'supabase/config.toml'), wrongConfig);
    for (const part of [...CONFIG, 'functions', 'shared']) {
      await cp(join(ROOT, part), join(project, part), { recursive: true });
    }

    const wrong = await deploy(project);
    expect(wrong.exitCode).toBe(0);
    expect(wrong.output).toMatch(/WARN: failed to read file.*functions\/boms\/main\.ts/);
    expect(uploadedPaths('boms', wrong)).toEqual(CONFIG);
    expect(() => expectExactMetadata('boms', wrong)).toThrow('to deeply equal');
    await expect(expectExactFiles('boms', wrong)).rejects.toThrow('to deeply equal');
    // The others are as they were: it is the entrypoint that was noticed, not the copy.
    await expectExactFiles('enrichment', wrong);
  });
});

describe('an upload, unpacked where nothing else is', { timeout: TIMEOUT_MS }, () => {
  const unpacked = new Map<string, UnpackedFunction>();

  function start(name: string, environment: Readonly<Record<string, string>>) {
    const unpackedFunction = unpacked.get(name);
    if (!unpackedFunction) throw new Error(`${name} was not unpacked`);
    return unpackedFunction.start(environment);
  }

  /** What a function that should not start leaves behind. */
  async function bootFailure(name: string, environment: Readonly<Record<string, string>>): Promise<string> {
    const outcome = await addressOf(start(name, environment)).catch(String);
    expect(outcome).toContain('ended with code 1');
    return outcome;
  }

  beforeAll(async () => {
    for (const upload of deployment.uploads) {
      const folder = await mkdtemp(join(temporary, `${upload.slug}-`));
      const unpackedFunction = await unpack({ upload, folder, cache: denoCache() });
      await unpackedFunction.download();
      unpacked.set(upload.slug, unpackedFunction);
    }
  }, TIMEOUT_MS);

  it.each(names)('serves %s, which refuses a caller without credentials', async (name) => {
    const door = closedDoors[name];
    if (!door) throw new Error(`Add to closedDoors what ${name} answers a caller without credentials`);
    const address = await addressOf(start(name, complete));
    const response = await fetch(`${address}${door.path}`, { method: door.method });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 401, code: door.code });
  });

  it.each(names)('makes %s name every variable that it misses', async (name) => {
    const failure = await bootFailure(name, {});
    for (const variable of Object.keys(required)) expect(failure).toContain(`${variable}: `);
  });

  it.each(Object.keys(required))('makes a function without %s name that one alone', async (missing) => {
    const rest = Object.entries(complete).filter(([variable]) => variable !== missing);
    const failure = await bootFailure('boms', Object.fromEntries(rest));
    const named = Object.keys(complete).filter((variable) => failure.includes(`${variable}: `));
    expect(named).toEqual([missing]);
  });
});
