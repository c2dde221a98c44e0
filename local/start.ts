/** `npm start`: the whole product on this machine, and a real BOM going through it before your eyes. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../cli/api-client.ts';
import { findOrganization, type Project, projectInEnvironment, signIn } from '../cli/project.ts';
import { whyNot } from '../cli/file-errors.ts';
import { terminalAsker } from '../cli/ask.ts';
import { type LocalFile, readLocalFile } from '../cli/local-file.ts';
import { showRun } from '../cli/show-run.ts';
import { ensureDemoUser } from './demo.ts';
import { LOCAL_DIRECTORY, noteRunning, refuseSecondStart, resetInstall } from './install-state.ts';
import { readOptions, type StartOptions, USAGE } from './options.ts';
import { buildPage, servePage } from './page.ts';
import { writeSecret } from './secret-file.ts';
import { serveLocally } from './serve.ts';
import { type Stack, startStack } from './stack.ts';
import { DEMO_SETTINGS } from './suppliers/demo-parts.ts';
import { createSupplierStandIn, standInSettings } from './suppliers/stand-in.ts';
import { SUPPLIER_NAMES } from '../shared/domain/supplier.ts';

/** How often we check that our parent process is still alive. */
const PARENT_CHECK_MS = 1_000;

const SAMPLE_BOM = fileURLToPath(new URL('sample-bom.csv', import.meta.url));
/** One supplier has no calls left for some seconds, in the middle of the sandbox BOM: how a run waits is to be seen. */
const SANDBOX_REST = { afterCalls: 3, seconds: 4 };
/** What `--sandbox` enriches unless a BOM is named: a board with everything that goes wrong with boards. */
const SANDBOX_BOM = fileURLToPath(new URL('sandbox-bom.csv', import.meta.url));

const stopRequested = Promise.withResolvers<'signal'>();

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const project = projectInEnvironment();
  // Before anything is started: a name that is mistyped must not cost half a minute.
  const file = await readBom(options);
  if (project) return await runOnProject(project, options, file);

  await refuseSecondStart(LOCAL_DIRECTORY);
  if (options.reset) await resetInstall(LOCAL_DIRECTORY);
  listenForTheEnd();
  const began = performance.now();
  const log = await openLog();
  const sandbox = options.sandbox ? startSandbox() : null;
  const stack = await startStack({
    directory: LOCAL_DIRECTORY,
    log,
    batchPauseMs: options.paceMs,
    ...(options.port === undefined ? {} : { port: options.port }),
    allowedOrigins: Deno.env.get('BOMSTREAM_ALLOWED_ORIGINS')?.split(',') ?? [],
    settings: {
      // To try a receiver of webhooks on this machine.
      BOMSTREAM_WEBHOOK_LOOPBACK: Deno.env.get('BOMSTREAM_WEBHOOK_LOOPBACK') ?? 'false',
      ...sandbox?.settings,
    },
  });
  try {
    console.log(`Stack ready in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (stack.databaseHome && !stack.databaseHome.startsWith(LOCAL_DIRECTORY)) {
      console.log(
        `The database is in ${stack.databaseHome}: the account it runs as cannot reach this folder.`,
      );
    }
    return await runLocally(stack, options, file);
  } finally {
    await stack.stop();
    await Deno.remove(`${LOCAL_DIRECTORY}/running.json`).catch(() => {}); // not written yet when the start itself failed
  }
}

async function runLocally(stack: Stack, options: StartOptions, file: LocalFile | null): Promise<number> {
  const { apiUrl, pageUrl, pagePort, keys } = stack;
  await noteRunning(LOCAL_DIRECTORY, { apiUrl, pageUrl, keyId: keys.signingKey.kid! });
  const { email, password, organizationId, projectId, publishableKey } = await ensureDemoUser(stack);
  const api = await signIn({ apiUrl, publishableKey, email, password });
  const page = servePage(pagePort, { supabaseUrl: apiUrl, publishableKey, demo: { email, password } });
  const building = buildPage();
  building.catch(() => {}); // awaited below, after the run has been shown
  try {
    if (options.paceMs > 0) {
      console.log(
        `Pausing ${options.paceMs} ms between batches, so that you can watch; --pace 0 is full speed.`,
      );
    }
    const completed = await Promise.race([
      showRun(api, organizationId, { file, sample: SAMPLE_BOM, ask: terminalAsker() }),
      stopRequested.promise,
    ]);
    if (completed === 'signal') return 130;
    await building;
    await writeDemoEnv({
      API: `${api.url}/functions/v1`,
      TOKEN: await api.token(),
      ORGANIZATION_ID: organizationId,
      PROJECT_ID: projectId,
    });
    if (options.sandbox) {
      console.log(
        '  suppliers        a sandbox: what sources such as "supplier:mouser-sandbox" say is made up',
      );
    }
    // the stack ends with this process, and so does every address
    if (options.once || !(options.serve || Deno.stdin.isTerminal())) return completed ? 0 : 1;
    const folder = relative(Deno.cwd(), LOCAL_DIRECTORY);
    console.log(`
  page             ${pageUrl}  (sign in as ${email}; the password is filled in)
  API              ${api.url}/functions/v1
  publishable key  ${publishableKey}
  for your shell   . ${folder}/demo.env  (API, TOKEN, ORGANIZATION_ID, PROJECT_ID)
  secret keys      ${folder}/keys.json
  logs             ${folder}/stack.log`);
    console.log('\nServing. Ctrl-C ends it.');
    await stopRequested.promise;
    return 0;
  } finally {
    await page.stop();
  }
}

/** The file to enrich; null: the sample. */
async function readBom({ bom, sandbox }: StartOptions): Promise<LocalFile | null> {
  return bom === null && !sandbox ? null : await readLocalFile(bom ?? SANDBOX_BOM);
}

/** Each supplier on a loopback port of its own, and what makes the functions ask it. They end with this process. */
function startSandbox(): { readonly settings: Readonly<Record<string, string>> } {
  const apiKey = crypto.randomUUID();
  const settings = SUPPLIER_NAMES.map((name) => {
    const standIn = createSupplierStandIn(name, {
      apiKey,
      controlToken: crypto.randomUUID(),
      ...(name === 'mouser' ? { rest: SANDBOX_REST } : {}),
    });
    return standInSettings(name, apiKey, `http://127.0.0.1:${serveLocally(0, standIn).port}`);
  });
  return { settings: Object.assign({}, ...settings, DEMO_SETTINGS) };
}

/** The same run on a real project: nothing is started here. */
async function runOnProject(
  project: Project,
  options: StartOptions,
  file: LocalFile | null,
): Promise<number> {
  if (options.reset || options.serve || options.sandbox || options.port !== undefined) {
    throw new Error(
      '--reset, --serve, --sandbox and --port are for the local stack. Unset SUPABASE_URL to use it.',
    );
  }
  console.log(`On ${project.apiUrl}`);
  const api = await signIn(project);
  const organizationId = await findOrganization(api);
  if (!organizationId) {
    throw new Error(
      `${project.email} may edit in no organization. docs/guide/team.md says how to add members.`,
    );
  }
  return await showRun(api, organizationId, { file, sample: SAMPLE_BOM, ask: terminalAsker() }) ? 0 : 1;
}

/** What the quick start in README needs. The token lasts an hour. */
async function writeDemoEnv(variables: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeSecret(`${LOCAL_DIRECTORY}/demo.env`, lines.join(''));
}

/** Ctrl-C, a closed terminal, `kill`, and the death of npm above us all mean the same: leave nothing behind. */
function listenForTheEnd(): void {
  const request = () => {
    console.log('\nStopping …');
    stopRequested.resolve('signal');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) Deno.addSignalListener(signal, request);
  const parent = Deno.ppid;
  const timer = setInterval(() => Deno.ppid !== parent && request(), PARENT_CHECK_MS);
  Deno.unrefTimer(timer);
}

/** @throws Error that says why this install's folder cannot be written to */
async function openLog(): Promise<(line: string) => void> {
  try {
    await Deno.mkdir(LOCAL_DIRECTORY, { recursive: true });
    const file = `${LOCAL_DIRECTORY}/stack.log`;
    const log = Deno.openSync(file, { create: true, write: true, truncate: true, mode: 0o600 });
    const encoder = new TextEncoder();
    return (line) => log.writeSync(encoder.encode(`${line}\n`));
  } catch (error) {
    throw new Error(
      `Cannot write to ${LOCAL_DIRECTORY}: ${
        whyNot(error)
      }. Set BOMSTREAM_LOCAL to a folder that you may write to.`,
    );
  }
}

try {
  Deno.exit(await main(Deno.args));
} catch (error) {
  console.error(messageOf(error));
  Deno.exit(1);
}
