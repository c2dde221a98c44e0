/** What the runner says to the database. What the database makes of it is held to the contract with a real one. */
import { describe, expect, it } from 'vitest';
import { createRunQueue, type RunQueue } from '../../../shared/runner/queue.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope } from '../support/events.ts';

const WORKER = 'a3bb189e-8bf9-4888-9912-ace4e6543002';
const PUBLISHED = { bom_id: BOM, event_id: '1-2' };
const PUBLICATION = { bom_id: BOM, expire_seconds: 3600, events: [envelope('1-1')] };
const SUPPLIERS = ['mouser', 'digikey'];
const RESULTS = [{ line_id: 'l', fence: 3, status: 'not_found' as const, remarks: [] }];

const CLAIM = {
  run: { run_id: 'r', bom_id: BOM, organization_id: 'o', run: 1, lease_ms: 30_000 },
  lines: [{
    line_id: 'l',
    line_number: 1,
    mpn: null,
    manufacturer: 'M',
    quantity: null,
    fence: 3,
    attempts: 1,
    is_last_attempt: false,
    value: '10k',
    footprint: null,
    description: null,
    designators: 'R1',
    supplier_numbers: [{ supplier: null, number: 'X' }],
    substitution: null,
    extra: { Tol: '1%' },
    alternates: [{ mpn: 'A', manufacturer: null }],
    decided: { mpn: 'B', manufacturer: 'N' },
  }],
  known: {
    asked: [{ line_id: 'l', orderable_key: 'X' }],
    own: [],
    answers: [{ supplier: 'mouser', orderable_key: 'X', answered_at: 'then', age_seconds: 5, answer: null }],
    choice: { names: null, until_filled: false },
  },
  publish: PUBLICATION,
};
const COMMIT = { accepted: 1, refused: 0, run_status: 'completed', publish: null };

describe('the queue in the database', () => {
  it.each<[string, (queue: RunQueue) => Promise<unknown>, string, object, unknown, unknown]>([
    [
      'claims',
      (q) => q.claim(WORKER, 20, [PUBLISHED]),
      'bomstream_claim',
      {
        p_worker_id: WORKER,
        p_limit: 20,
        p_published: [PUBLISHED],
        p_suppliers: SUPPLIERS,
      },
      CLAIM,
      CLAIM,
    ],
    [
      'commits',
      (q) => q.commit(WORKER, 'r', RESULTS, [PUBLISHED]),
      'bomstream_commit',
      {
        p_worker_id: WORKER,
        p_run_id: 'r',
        p_results: RESULTS,
        p_published: [PUBLISHED],
      },
      COMMIT,
      COMMIT,
    ],
    [
      'advances',
      (q) => q.advance(WORKER, 'r', RESULTS, 20, [PUBLISHED]),
      'bomstream_advance',
      {
        p_worker_id: WORKER,
        p_run_id: 'r',
        p_results: RESULTS,
        p_limit: 20,
        p_published: [PUBLISHED],
        p_changes_over: true,
        p_suppliers: SUPPLIERS,
      },
      { ...COMMIT, lines: [], known: null, next: CLAIM },
      { ...COMMIT, lines: [], known: null, next: CLAIM },
    ],
    [
      'releases',
      (q) => q.release(WORKER, 'idle', []),
      'bomstream_release',
      {
        p_worker_id: WORKER,
        p_reason: 'idle',
        p_published: [],
      },
      { released: 2 },
      undefined,
    ],
    [
      'extends',
      (q) => q.extend(WORKER, 'r', ['l', 'm']),
      'bomstream_extend',
      { p_worker_id: WORKER, p_run_id: 'r', p_line_ids: ['l', 'm'] },
      { held: 2, run_status: 'paused' },
      { held: 2, run_status: 'paused' },
    ],
    ['asks what is unpublished', (q) => q.unpublished(), 'bomstream_unpublished', {}, [PUBLICATION], [
      PUBLICATION,
    ]],
    [
      'notes what is published',
      (q) => q.notePublished(PUBLISHED),
      'bomstream_published',
      {
        p_published: PUBLISHED,
      },
      PUBLISHED,
      undefined,
    ],
  ])('%s', async (_name, call, name, args, answer, expected) => {
    const database = fakeDatabase({ [name]: () => answer });
    expect(await call(createRunQueue(database, SUPPLIERS))).toEqual(expected);
    expect(database.calls).toEqual([{ name, args }]);
  });

  it.each(['completed', 'failed', 'cancelled', 'paused', 'deleted'])(
    'learns with a commit that a run is %s',
    async (status) => {
      const queue = createRunQueue(
        fakeDatabase({ bomstream_commit: () => ({ ...COMMIT, run_status: status }) }),
        SUPPLIERS,
      );
      expect((await queue.commit(WORKER, 'r', [], [])).run_status).toBe(status);
    },
  );

  it('takes no answer of another shape for an answer', async () => {
    const queue = createRunQueue(
      fakeDatabase({ bomstream_claim: () => ({ run: null }), bomstream_commit: () => null }),
      SUPPLIERS,
    );
    await expect(queue.claim(WORKER, 10, [])).rejects.toThrow();
    await expect(queue.commit(WORKER, 'r', [], [])).rejects.toThrow();
  });
});
