/** Thousands of clients come and vanish, and the stream function's process does not grow with them. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStream } from '../support/stream.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

/** Until then the process grows to its working size; what the waves after these add would be a leak. */
const WARM_UP_WAVES = 2;
const WAVES = 4;
const VIEWERS = 40;
/** Fewer a minute and user than are refused. */
const CONNECTS_PER_VIEWER = 25;
/** A stream that is kept takes about 75 KB, so two thousand of them would add 150 MB. */
const MAX_GROWTH_MB = 40;

let stack: TestStack;
let editor: Tenant;
let viewers: Tenant[];
beforeAll(async () => {
  stack = await startTestStack();
  editor = await newTenant(stack);
  const { organizationId } = editor;
  viewers = await Promise.all(
    Array.from({ length: VIEWERS }, () => newTenant(stack, { organizationId, role: 'viewer' })),
  );
});
afterAll(() => stack.stop());

const url = (bomId: string, { token }: Tenant) =>
  `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${token}&client=memory`;

async function comeAndVanish(bomId: string, viewer: Tenant): Promise<void> {
  for (let i = 0; i < CONNECTS_PER_VIEWER; i++) {
    const stream = await openStream(url(bomId, viewer));
    await stream.until(({ event }) => event === 'connected');
    stream.close();
  }
}

/** Resident memory of the stream function, in MB. */
async function residentMb(): Promise<number> {
  const [pid] = await stack.pids('enrichment-stream');
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

it('memory does not grow with the clients that were there', async () => {
  const afterWave: number[] = [];
  for (let wave = 0; wave < WAVES; wave++) {
    const bomId = await editor.importBom(['RC0603FR-0710KL']);
    await Promise.all(viewers.map((viewer) => comeAndVanish(bomId, viewer)));
    // The events of a run reach everybody who is still there, so that all who are not are noticed.
    await editor.start(bomId);
    await (await openStream(url(bomId, editor))).end();
    afterWave.push(await residentMb());
  }
  console.log(
    `MB after each ${VIEWERS * CONNECTS_PER_VIEWER} connects: ${afterWave.map(Math.round).join(', ')}`,
  );
  expect(afterWave.at(-1)! - afterWave[WARM_UP_WAVES - 1]!).toBeLessThan(MAX_GROWTH_MB);
});
