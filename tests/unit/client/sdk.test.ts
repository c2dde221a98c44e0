/** The SDK on Node and under Deno; tests/browser/sdk.test.ts has the same in Chromium. */
import { afterAll, beforeAll, describe } from 'vitest';
import { describeSdk, type Place } from '../../support/sdk/cases.ts';
import { onDeno, onNode } from '../../support/sdk/runtimes.ts';
import { FakeServer } from '../../support/sdk/server.ts';

describe.each([['Node', onNode], ['Deno', onDeno]] as const)(
  'on %s,',
  (_name, start) => {
    let place: Place;
    beforeAll(async () => {
      place = { runtime: start(), server: await FakeServer.start() };
    });
    afterAll(async () => {
      await place?.runtime.stop();
      await place?.server.stop();
    });
    describeSdk(() => place);
  },
);
