import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { databaseTests } from './pg15/database-tests.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // What it takes to notice a hang; nothing here waits on purpose. A test has room for two waits that are longest.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of what is polled is a whole stack, which has to work for each answer. A run whose invocation was lost goes on with
    // the next minute's cron.
    expect: { poll: { interval: 100, timeout: 75_000 } },
    // Most of the time a test waits for a process or a poll, so a machine of two cores has room for three.
    maxWorkers: 3,
    // Files share no state but what they start: a process and the product's modules for each would take as long as many a file.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: 'tests/support/load-series.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/global-stack.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'upgrade',
          include: ['tests/upgrade/**/*.test.ts'],
          globalSetup: 'tests/support/global-stack.ts',
        },
      },
      { extends: true, test: { name: 'upload', include: ['tests/upload/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
      { extends: true, test: { name: 'firefox', include: ['tests/firefox/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], maxConcurrency: 10 },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: ['tests/fuzz/schedules.test.ts'], testTimeout: 600_000 },
      },
      { extends: true, test: { name: 'chaos', include: ['tests/chaos/short.test.ts'] } },
      // named suites, too long or too demanding for every day
      {
        extends: true,
        test: { name: 'guards', include: ['tests/fuzz/guards.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          name: 'chaos-long',
          include: ['tests/chaos/{long,controls}.test.ts'],
          fileParallelism: false,
        },
      },
      { extends: true, test: { name: 'oracle', include: ['tests/oracle/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pg15',
          include: ['tests/pg15/**/*.test.ts', 'tests/upgrade/**/*.test.ts', ...databaseTests()],
          globalSetup: 'tests/pg15/global-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/support/global-stack.ts',
          exclude: ['tests/long/spreadsheets.test.ts'],
          testTimeout: 300_000,
        },
      },
      // by itself: it takes LibreOffice
      { extends: true, test: { name: 'spreadsheets', include: ['tests/long/spreadsheets.test.ts'] } },
    ],
  },
});
