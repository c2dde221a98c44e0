/** A function as the platform has it: the uploaded files in a folder of their own, and nothing of the checkout. */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Upload } from './management-api.ts';
import { run, type RunningProcess, startProcess } from './process.ts';
import { DENO } from './project.ts';

const EDGE_RUNTIME = fileURLToPath(new URL('edge-runtime.ts', import.meta.url));

export interface UnpackedFunction {
  /** Fetches the packages it imports, from the npm registry, as the platform's bundler does. */
  download(): Promise<void>;
  /** Starts it with nothing but these variables, on a free loopback port. */
  start(environment: Readonly<Record<string, string>>): RunningProcess;
}

export interface UnpackOptions {
  readonly upload: Upload;
  /** An empty folder. */
  readonly folder: string;
  /** Where Deno keeps what it downloads. */
  readonly cache: string;
}

export async function unpack({ upload, folder, cache }: UnpackOptions): Promise<UnpackedFunction> {
  for (const { path, text } of upload.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  // A package.json further up would turn npm: specifiers into a search for node_modules.
  const deno = { DENO_DIR: cache, DENO_NO_PACKAGE_JSON: '1', DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const config = ['--config', 'supabase/deno.json', '--lock', 'supabase/deno.lock', '--frozen'];
  const entrypoint = `functions/${upload.slug}/index.ts`;

  return {
    async download() {
      const { exitCode, output } = await run({
        program: DENO,
        args: ['cache', ...config, entrypoint],
        directory: folder,
        // The way to the registry (proxy, mirror, certificates) is the machine's.
        environment: { ...definedIn(process.env), DENO_TLS_CA_STORE: 'system,mozilla', ...deno },
      });
      if (exitCode !== 0) throw new Error(`The packages of ${upload.slug} did not download:\n${output}`);
    },
    start: (environment) =>
      startProcess({
        program: DENO,
        args: [
          'run',
          ...config,
          '--cached-only',
          // What the product needs of the machine: it reads no files, and without the flag Deno lets it read none.
          ...['--no-prompt', '--allow-net', '--allow-env'],
          ...['--preload', EDGE_RUNTIME],
          entrypoint,
        ],
        directory: folder,
        environment: { ...deno, DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0', ...environment },
      }),
  };
}

/** The address a started function listens on. Rejects, with what it wrote, when it fails to boot. */
export async function addressOf(started: RunningProcess): Promise<string> {
  const [, address] = await started.match(/^Listening on (http:\S+?)\/?$/m);
  return address!;
}

function definedIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([k, v]) => v === undefined ? [] : [[k, v]]));
}
