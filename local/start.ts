/** `npm start`: the whole product on this machine, and a real BOM going through it before your eyes. */
import { relative } from 'node:path';
import { type Demo, signInToDemo, startRun } from './demo.ts';
import { follow } from './follow.ts';
import { LOCAL_DIRECTORY, noteRunning, refuseSecondStart, resetInstall } from './install-state.ts';
import { readOptions, type StartOptions, USAGE } from './options.ts';
import { buildPage, servePage } from './page.ts';
import { type Stack, startStack } from './stack.ts';
import { createProgress, summary } from './terminal.ts';

/** How often we look whether whoever started us is still there. */
const PARENT_CHECK_MS = 1_000;
/** Not-found part numbers named in the summary; the page shows all. */
const NAMED_PARTS = 5;

const stopRequested = Promise.withResolvers<'signal'>();

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  await refuseSecondStart(LOCAL_DIRECTORY);
  if (options.reset) await resetInstall(LOCAL_DIRECTORY);
  listenForTheEnd();

  const began = performance.now();
  await Deno.mkdir(LOCAL_DIRECTORY, { recursive: true });
  const log = openLog(`${LOCAL_DIRECTORY}/stack.log`);
  const stack = await startStack({
    directory: LOCAL_DIRECTORY,
    log,
    batchPauseMs: options.paceMs,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  try {
    console.log(`Stack ready in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (stack.databaseHome && !stack.databaseHome.startsWith(LOCAL_DIRECTORY)) {
      console.log(
        `The database is in ${stack.databaseHome}: the account it runs as cannot reach this folder.`,
      );
    }
    return await run(stack, options);
  } finally {
    await stack.stop();
    await Deno.remove(`${LOCAL_DIRECTORY}/running.json`).catch(() => {}); // not written yet when the start itself failed
  }
}

async function run(stack: Stack, options: StartOptions): Promise<number> {
  const { apiUrl, pageUrl, pagePort, keys } = stack;
  await noteRunning(LOCAL_DIRECTORY, { apiUrl, pageUrl, keyId: keys.signingKey.kid! });
  const demo = await signInToDemo(stack);
  const page = servePage(pagePort, {
    supabaseUrl: apiUrl,
    publishableKey: keys.publishableKey,
    demo: { email: demo.email, password: keys.password },
  });
  const building = buildPage();
  building.catch(() => {}); // awaited below, after the run has been shown
  try {
    const completed = await Promise.race([enrichAndShow(), stopRequested.promise]);
    if (completed === 'signal') return 130;
    await building;
    await writeDemoEnv(demo);
    console.log(`\n  page             ${pageUrl}  (sign in as ${demo.email}; the password is filled in)`);
    console.log(`  API              ${apiUrl}/functions/v1`);
    console.log(`  publishable key  ${keys.publishableKey}`);
    const folder = relative(Deno.cwd(), LOCAL_DIRECTORY);
    console.log(`  for your shell   . ${folder}/demo.env  (API, TOKEN, ORGANIZATION_ID, PROJECT_ID)`);
    console.log(`  secret keys      ${folder}/keys.json`);
    console.log(`  logs             ${folder}/stack.log`);
    if (options.once || !(options.serve || Deno.stdin.isTerminal())) return completed ? 0 : 1;
    console.log('\nServing. Ctrl-C ends it.');
    await stopRequested.promise;
    return 0;
  } finally {
    await page.stop();
  }

  async function enrichAndShow(): Promise<boolean> {
    const started = await startRun(demo, options.bom);
    const paced = options.paceMs > 0
      ? ` (resting ${options.paceMs} ms between batches; --pace 0 is full speed)`
      : '';
    console.log(`\n${started.name}: run ${started.run}, ${started.totalItems} lines${paced}\n`);
    const progress = createProgress(Deno.stdout.isTerminal());
    const { state } = await follow(demo.api, started.bomId, (event) => progress.show(event));
    const elapsedMs = Date.now() - started.startedAt;
    progress.end();
    console.log(`\n${summary(state, elapsedMs)}`);
    const { lines } = await demo.api.get(`boms/${started.bomId}/lines`);
    const unknown = lines.filter((line: { status: string }) => line.status === 'not_found');
    if (unknown.length > 0) {
      const names = unknown.slice(0, NAMED_PARTS).map((line: { mpn: string }) => line.mpn).join(', ');
      console.log(`  nobody knows      ${names}${unknown.length > NAMED_PARTS ? ', …' : ''}`);
    }
    return state.status === 'completed';
  }
}

/** What the quick start in README needs. The token lasts an hour. */
async function writeDemoEnv({ api, organizationId, projectId }: Demo): Promise<void> {
  const lines = [
    `API=${api.baseUrl}`,
    `TOKEN=${api.token}`,
    `ORGANIZATION_ID=${organizationId}`,
    `PROJECT_ID=${projectId}`,
  ];
  await Deno.writeTextFile(`${LOCAL_DIRECTORY}/demo.env`, `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** Ctrl-C, a closed terminal, `kill`, and the death of npm above us all mean the same: leave nothing behind. */
function listenForTheEnd(): void {
  const request = () => stopRequested.resolve('signal');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) Deno.addSignalListener(signal, request);
  const parent = Deno.ppid;
  const timer = setInterval(() => Deno.ppid !== parent && request(), PARENT_CHECK_MS);
  Deno.unrefTimer(timer);
}

function openLog(file: string): (line: string) => void {
  const log = Deno.openSync(file, { create: true, write: true, truncate: true, mode: 0o600 });
  const encoder = new TextEncoder();
  return (line) => log.writeSync(encoder.encode(`${line}\n`));
}

try {
  Deno.exit(await main(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
