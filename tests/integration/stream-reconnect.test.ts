/** A connection may break at any byte. Whatever a client had read by then, coming back completes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventIds, openStream, type StreamFrame } from '../support/stream.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { frameParser } from '../unit/support/sse.ts';

/** Slow enough to come back several times in the middle of a run. */
const BATCH_PAUSE_MS = 300;
/** Six batches: no more streams at once than a user may have. */
const LINES = 60;

let stack: TestStack;
let tenant: Tenant;
beforeAll(async () => {
  stack = await startTestStack({ batchPauseMs: BATCH_PAUSE_MS });
  tenant = await newTenant(stack);
});
afterAll(() => stack.stop());

const url = (bomId: string) =>
  `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
// Part numbers of more than one byte a character, so that cuts fall inside of characters as well.
const importBom = () => tenant.importBom(Array.from({ length: LINES }, (_, i) => `Ω-10µF-${i}`));

/** What a client has after it came back with the cursor. */
type Answer = readonly StreamFrame[];

async function comeBack(bomId: string, cursor: string | undefined): Promise<Answer> {
  const stream = await openStream(url(bomId), cursor === undefined ? {} : { 'last-event-id': cursor });
  expect(stream.status).toBe(cursor !== undefined && stream.headers.get('content-type') === null ? 204 : 200);
  return stream.end();
}

/** Starts a run and reads its stream to the end, as bytes; `onId` hears of each event as it comes. */
async function record(bomId: string, onId: (id: string) => void = () => {}): Promise<Uint8Array> {
  await tenant.start(bomId);
  const response = await fetch(url(bomId));
  const chunks: Uint8Array[] = [];
  const feed = spec(onId);
  for await (const chunk of response.body!) {
    chunks.push(chunk);
    feed(chunk);
  }
  return Buffer.concat(chunks);
}

/** A client as the specification describes it: hears of an event only when all of it is there. */
const spec = (onId: (id: string) => void) =>
  frameParser(({ event, id }) => event.startsWith('enrichment.') && onId(id ?? ''));

function idsIn(bytes: Uint8Array): string[] {
  const ids: string[] = [];
  spec((id) => ids.push(id))(bytes);
  return ids;
}

/** Cuts the recording at every byte and completes each by what its cursor was answered. */
function expectWholeFromEveryByte(
  recorded: Uint8Array,
  answers: ReadonlyMap<string | undefined, Answer>,
): void {
  const all = idsIn(recorded);
  const cursors = new Set<string | undefined>();
  for (let cut = 0; cut <= recorded.length; cut++) {
    const seen = idsIn(recorded.subarray(0, cut));
    const cursor = seen.at(-1);
    cursors.add(cursor);
    const total = [...seen, ...eventIds(answers.get(cursor)!)];
    // Without a cursor a client gets the newest event and what follows: a whole tail, at least the end.
    const expected = cursor === undefined ? all.slice(all.indexOf(total[0]!)) : all;
    if (total.join() !== expected.join()) expect(total, `cut at byte ${cut}`).toEqual(expected);
  }
  expect([...cursors]).toEqual([undefined, ...all]);
}

function expectRun(recorded: Uint8Array): string[] {
  const all = idsIn(recorded);
  expect(all.length).toBeGreaterThan(4);
  const first = Number(all[0]!.split('-')[1]);
  expect(all).toEqual(all.map((_, i) => `1-${first + i}`));
  return all;
}

describe('a client that was cut off at any byte', () => {
  it('and comes back to the finished run has each event once, in order, to the end', async () => {
    const bomId = await importBom();
    const recorded = await record(bomId);
    const all = expectRun(recorded);
    const answers = new Map<string | undefined, Answer>();
    for (const cursor of [undefined, ...all]) answers.set(cursor, await comeBack(bomId, cursor));
    expectWholeFromEveryByte(recorded, answers);
    expect(eventIds(answers.get(undefined)!)).toEqual([all.at(-1)]);
    expect(answers.get(all.at(-1))).toEqual([]);
  });

  it('and comes back while the run goes on has each event once, in order, to the end', async () => {
    const bomId = await importBom();
    const asked = new Map<string | undefined, Promise<Answer>>();
    const recorded = await record(bomId, (id) => {
      if (asked.size === 0) asked.set(undefined, comeBack(bomId, undefined));
      asked.set(id, comeBack(bomId, id));
    });
    const all = expectRun(recorded);
    const answers = new Map<string | undefined, Answer>();
    for (const [cursor, answer] of asked) answers.set(cursor, await answer);
    expectWholeFromEveryByte(recorded, answers);

    const statuses = [...answers.values()].map((frames) => frames[0]?.data.status);
    const during = statuses.filter((status) => status === 'queued' || status === 'enriching');
    expect(during.length).toBeGreaterThan(all.length / 2);
  });
});
