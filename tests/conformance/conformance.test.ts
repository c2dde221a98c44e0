/**
 * The stream's promises, held against a running server by clients that others wrote and by a bare socket.
 *
 * Against a local stack, which is started for it:
 *
 *     npm run test:conformance
 *
 * Against a deployed project, with a user who may edit in the first organization he is a member of; the BOMs made for
 * it, named "Conformance", stay. ORIGIN is one of BOMSTREAM_ALLOWED_ORIGINS: without it there are no browser cases.
 *
 *     BASE_URL=https://<ref>.supabase.co SUPABASE_PUBLISHABLE_KEY=… BOMSTREAM_EMAIL=… BOMSTREAM_PASSWORD=… \
 *       ORIGIN=https://app.example.com npm run test:conformance
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { describeBrowser } from './cases/browser.ts';
import { runCase, type StreamCase } from './cases/context.ts';
import { describeCrash } from './cases/crash.ts';
import { CURSOR_CASES } from './cases/cursors.ts';
import { DELIVERY_CASES } from './cases/delivery.ts';
import { describeEncoder } from './cases/encoder.ts';
import { ENDING_CASES } from './cases/endings.ts';
import { describeOrigins } from './cases/origins.ts';
import { describeWire } from './cases/wire.ts';
import { createChromiumClient, launchOpenChromium, nameOf, SCOPES } from './clients/chromium.ts';
import type { Client } from './clients/client.ts';
import { startDenoClients } from './clients/deno-process.ts';
import { createRawClient } from './clients/raw.ts';
import { KEPT_PART_NUMBERS, PART_NUMBERS } from './part-numbers.ts';
import {
  finishBom,
  type FinishedBom,
  HAS_ORIGIN,
  IS_LOCAL,
  openTarget,
  suite,
  type Target,
} from './target.ts';

const OWN_PROCESSES = ['raw socket', 'eventsource', 'eventsource-parser'];
const CASES: readonly StreamCase[] = [...ENDING_CASES, ...DELIVERY_CASES, ...CURSOR_CASES];

/** A client with a user of its own: users may open only so many streams a minute. */
interface Participant {
  readonly client: Client;
  readonly target: Target;
}

let target: Target;
let finished: FinishedBom;
let browser: Browser | undefined;
const participants = new Map<string, Participant>();

beforeAll(async () => {
  [target, browser] = await Promise.all([openTarget(), HAS_ORIGIN ? launchOpenChromium() : undefined]);
  const deno = startDenoClients();
  await Promise.all([createRawClient(), deno.eventsource, deno['eventsource-parser']].map(join));
  if (browser) {
    const chromium = browser;
    await Promise.all(
      SCOPES.map(async (scope) => join(await createChromiumClient(chromium, target.origin, scope))),
    );
  }
  finished = await finishBom(target, PART_NUMBERS, KEPT_PART_NUMBERS);
});
afterAll(async () => {
  await Promise.all([...participants.values()].map(({ client }) => client.stop()));
  await browser?.close();
  await target?.stop();
});

async function join(client: Client): Promise<void> {
  participants.set(client.name, { client, target: await target.asAnotherUser() });
}

function describeClient(name: string, cases: readonly StreamCase[]): void {
  suite(`a stream, to ${name},`, () => {
    for (const streamCase of cases) {
      it(streamCase.name, () => runCase(streamCase, { finished, ...participants.get(name)! }));
    }
  });
}

OWN_PROCESSES.forEach((name) => describeClient(name, CASES));
if (HAS_ORIGIN) {
  // A browser's first request is its own and carries no cursor.
  describeClient(nameOf('page'), CASES.filter(({ needsFirstCursor }) => !needsFirstCursor));
  const inWorkers = CASES.filter(({ alsoInWorkers }) => alsoInWorkers);
  describeClient(nameOf('worker'), inWorkers);
  describeClient(nameOf('shared worker'), inWorkers);
}
describeWire(() => ({ target, finished }));
describeOrigins(() => ({ target, finished }));
if (HAS_ORIGIN) describeBrowser(() => ({ target, finished, browser: browser! }));

if (IS_LOCAL) {
  // The raw reader knows what the product sends, and nothing else may come.
  describeEncoder(() =>
    [...participants.values()].map(({ client }) => client).filter(({ name }) => name !== 'raw socket')
  );
  describeCrash(() => ({
    target,
    clients: [...participants.values()].map(({ client }) => client),
  }));
}
