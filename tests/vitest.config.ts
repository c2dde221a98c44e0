import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // what it takes to notice a hang; nothing here waits on purpose
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
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
      // named suites, too long or too demanding for every day
      { extends: true, test: { name: 'oracle', include: ['tests/oracle/**/*.test.ts'] } },
      { extends: true, test: { name: 'long', include: ['tests/long/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
