import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // what it takes to notice a hang; nothing here waits on purpose
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // one process for all files: they share no state, and starting one for each would take most of the time
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/global-stack.ts',
        },
      },
      { extends: true, test: { name: 'upload', include: ['tests/upload/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], maxConcurrency: 10 },
      },
      // named suites, too long or too demanding for every day
      { extends: true, test: { name: 'oracle', include: ['tests/oracle/**/*.test.ts'] } },
      { extends: true, test: { name: 'long', include: ['tests/long/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
