/** How often a BOM is read to be judged: all of it may be ten thousand lines, and pages of one answer are asked for at once. */
import { expect, it } from 'vitest';
import { createJudgingRoutes } from '../../../shared/bom/judging-routes.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { deferred, settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM } from '../support/events.ts';
import { authenticate, cors, request } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const LINES = [1, 2, 3].map((n) => [
  `00000000-0000-4000-8000-00000000000${n}`,
  n,
  `P${n}`,
  1,
  '',
  'not_found',
  'not_found',
  'needed',
]);

/** A database in which the BOM has a version; `before` is waited for by each that reads it. */
function endpoint() {
  const state = { version: '1-1', before: Promise.resolve() };
  /** What each call came to. */
  const reads: string[] = [];
  const database = fakeDatabase({
    bomstream_bom_judging_read: async ({ p_known }) => {
      const { version } = state;
      await state.before;
      reads.push(p_known === version ? 'version' : 'all');
      if (p_known === version) return { version };
      const bom = {
        bom_id: BOM,
        name: 'A',
        event_id: '1-1',
        status: 'completed',
        blocked: [],
        preferred: [],
        suppliers_not_asked: [],
      };
      return { version, state: version, boards: 1, bom, lines: LINES, parts: [] };
    },
  });
  const routes = createJudgingRoutes({ database, authenticate });
  const handle = createRouter({ cors, log: recordLog().log, routes });
  const ask = async (path: string) => {
    const response = await handle(request(`/boms/${BOM}/${path}`));
    return { status: response.status, body: await response.json() };
  };
  return { state, reads, ask };
}

it('once for the summary and all pages of the verdicts', async () => {
  const { ask, reads } = endpoint();
  expect((await ask('summary?boards=25')).body.verdicts.ask).toBe(3);
  for (const after of [0, 1, 2]) {
    const { body } = await ask(`verdicts?boards=25&limit=1&after=${after}`);
    expect(body.verdicts.map((each: { line_number: number }) => each.line_number)).toEqual([after + 1]);
  }
  expect((await ask('summary?boards=100')).body.boards).toBe(100);
  expect(reads).toEqual(['all', 'version', 'version', 'version', 'version']);
});

it('once for those who ask while it is read', async () => {
  const { ask, reads, state } = endpoint();
  const held = deferred<void>();
  state.before = held.promise;
  const asked = ['summary?boards=25', 'verdicts?boards=25', 'summary?boards=1'].map(ask);
  await settled();
  held.resolve();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(reads.toSorted()).toEqual(['all', 'version', 'version']);
});

it('again for whoever asks after a change, though what was read before it is still on its way', async () => {
  const { ask, reads, state } = endpoint();
  const held = deferred<void>();
  state.before = held.promise;
  const first = ask('summary?boards=25');
  await settled();
  state.version = '1-2';
  const second = ask('summary?boards=25');
  await settled();
  held.resolve();
  await Promise.all([first, second]);
  expect(reads).toEqual(['all', 'all']);
});

it('again by other rules', async () => {
  const { ask, reads } = endpoint();
  for (const rules of ['', '?attrition=none', '?supplier_fee=7.50']) await ask(`summary${rules}`);
  expect(reads).toEqual(['all', 'all', 'all']);
});
