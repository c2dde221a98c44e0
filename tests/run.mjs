// `npm test`: everything that must hold before a change lands, and a last line that says how much of it did.
// `node tests/run.mjs NAME …` runs named suites instead: browser, oracle, long, chaos; with `--long` their long forms. `hosted`
// is what runs functions once more, on the Deno of the platform.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium, findFirefox } from './support/browsers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin/');
const { values: { long }, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});
const named = positionals.map((name) => long ? `${name}-long` : name);
/** vitest has a BASE_URL of its own and would overwrite ours. */
const { BASE_URL } = process.env;
const ENV = BASE_URL ? { ...process.env, BOMSTREAM_URL: BASE_URL } : { ...process.env };

/** What runs hosted functions. tests/hosted has it alone, so that nobody who only starts the stack downloads it. */
const HOSTED_DENO = join(ROOT, 'tests/hosted/node_modules/@deno/linux-x64-glibc/deno');

const CHECKS = [
  ['formatting', 'deno', ['fmt', '--check', '--quiet']],
  ['lint', 'deno', ['lint', '--quiet']],
  ['types under Deno', 'deno', [
    'check',
    '--quiet',
    'functions',
    'shared',
    'client',
    'cli',
    'local',
    'tests/support/run-stack.ts',
    // the benches, and what they start as processes of their own
    'tests/bench/run.ts',
    'tests/bench/runner/ours.ts',
    'tests/bench/stream/ours.ts',
  ]],
  ['types of the conformance client', 'deno', [
    'check',
    '--quiet',
    '--no-config',
    '--node-modules-dir=none',
    '--frozen',
    '--lock=tests/conformance/clients/deno/program.lock',
    'tests/conformance/clients/deno/program.ts',
  ]],
  ['types under Node', 'tsc', ['-p', '.']],
  ['types of shared, without any runtime', 'tsc', ['-p', 'shared']],
];

const HOSTED_CHECKS = [
  ['types under the Deno of hosted functions', HOSTED_DENO, [
    'check',
    '--quiet',
    'functions',
    'shared',
    'client',
    'local/isolate.ts',
  ]],
];

/** Suites that open a browser, and how it is found. */
const BROWSERS = [
  { name: 'Chromium', find: findChromium, of: ['browser', 'conformance'] },
  { name: 'Firefox', find: findFirefox, of: ['firefox'] },
];

const totals = { passed: 0, failed: 0 };
const notRun = [];

if (named.length === 0) {
  await check(CHECKS);
  await vitest(['unit', 'fuzz', 'integration', 'upgrade', 'chaos', 'upload']);
} else if (named[0] === 'hosted') {
  ENV.BOMSTREAM_FUNCTIONS_DENO = HOSTED_DENO;
  await check(HOSTED_CHECKS);
  await vitest(possible(['integration', 'conformance']));
} else {
  await vitest(possible(named));
}

if (notRun.length > 0) console.log(`Not run: ${notRun.join(', ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

/** All at once: each is busy with one processor for most of its time. */
async function check(checks) {
  await Promise.all(checks.map(async ([name, command, args]) => {
    const output = [];
    const ok = await run(command, args, (chunk) => output.push(chunk)) === 0;
    totals[ok ? 'passed' : 'failed'] += 1;
    console.log(`${output.join('')}${ok ? '✓' : '✗'} ${name}`);
  }));
}

/** Leaves out, and says so, what needs a browser where there is none. */
function possible(suites) {
  const left = BROWSERS.flatMap(({ name, find, of }) => {
    const those = suites.filter((suite) => of.includes(suite));
    if (those.length === 0 || find()) return [];
    notRun.push(`${those.join(' and ')} (there is no ${name} here and none could be installed)`);
    return those;
  });
  return suites.filter((suite) => !left.includes(suite));
}

async function vitest(projects) {
  // without any it would run them all
  if (projects.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-results-'));
  const report = join(folder, 'report.json');
  const status = await run('vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    // a file that does not load, or a stack that does not start, fails without any test of its own
    if (status !== 0 && numFailedTests === 0) totals.failed += 1;
  } catch {
    console.error('The tests ended without a report.');
    totals.failed += 1;
  }
  rmSync(folder, { recursive: true });
}

/** Runs a tool of this project and resolves with its exit code; what it says is shown, or handed to `hear`. */
function run(command, args, hear) {
  return new Promise((resolve, reject) => {
    const child = spawn(isAbsolute(command) ? command : BIN + command, args, {
      cwd: ROOT,
      stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: ENV,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
