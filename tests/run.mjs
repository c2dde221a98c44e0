// `npm test`: everything that must hold before a change lands, and a last line that says how much of it did.
// `node tests/run.mjs NAME …` runs named suites instead: oracle, long, chaos; with `--long` their long forms.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from './support/chromium.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin/');
const { values: { long }, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});
const named = positionals.map((name) => long ? `${name}-long` : name);
/** vitest has a BASE_URL of its own and would overwrite ours. */
const { BASE_URL } = process.env;
const ENV = BASE_URL ? { ...process.env, BOMSTREAM_URL: BASE_URL } : process.env;

const CHECKS = [
  ['formatting', 'deno', ['fmt', '--check', '--quiet']],
  ['lint', 'deno', ['lint', '--quiet']],
  ['types under Deno', 'deno', [
    'check',
    '--quiet',
    'functions',
    'shared',
    'client',
    'local',
    'tests/support/run-stack.ts',
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

const totals = { passed: 0, failed: 0 };
const notRun = [];

if (named.length === 0) {
  for (const [name, command, args] of CHECKS) {
    const ok = await run(command, args) === 0;
    totals[ok ? 'passed' : 'failed'] += 1;
    console.log(`${ok ? '✓' : '✗'} ${name}`);
  }
  const suites = ['unit', 'fuzz', 'integration', 'upgrade', 'chaos', 'upload'];
  const browserSuites = ['browser', 'conformance'];
  if (findChromium()) suites.push(...browserSuites);
  else notRun.push(`${browserSuites.join(' and ')} (there is no Chromium here and none could be installed)`);
  await vitest(suites);
} else {
  await vitest(named);
}

if (notRun.length > 0) console.log(`Not run: ${notRun.join(', ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

async function vitest(projects) {
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

/** Runs a tool of this project and resolves with its exit code. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(BIN + command, args, { cwd: ROOT, stdio: 'inherit', env: ENV });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
