/**
 * What a queue of one run promises its workers, whether it is the fake in memory or the database. Numbers of events
 * are not prescribed, only their order: the database also reports the first claim.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareEventIds, isDirectSuccessor, parseEventId } from '../../../shared/domain/event-id.ts';
import type { Publication, Published } from '../../../shared/progress/publisher.ts';
import type { ClaimedLine, LineResult } from '../../../shared/enrich/port.ts';
import type { Claim, RunQueue } from '../../../shared/runner/queue.ts';

/** A run that was just started, and nothing of which was published. */
export interface QueueUnderTest {
  readonly queue: RunQueue;
  readonly bomId: string;
  readonly runId: string;
  /** In the order of their numbers. */
  readonly lineIds: readonly string[];
}

/** Makes a run whose lines all have a part number; no other run may be claimable through its queue. */
export type MakeQueue = (
  run: { readonly lines: number; readonly batchSize: number },
) => Promise<QueueUnderTest>;

const Envelope = z.object({ event_id: z.string(), event_type: z.string() });

/** More than a batch has. */
const MANY = 100;

export function queueContract(name: string, make: MakeQueue): void {
  describe(name, () => {
    let queue: RunQueue;
    let given: QueueUnderTest;
    let [one, other]: [string, string] = ['', ''];

    const start = async (lines: number, batchSize = 3) => {
      given = await make({ lines, batchSize });
      ({ queue } = given);
    };
    const claim = (worker: string, published: readonly Published[] = [], limit = MANY) =>
      queue.claim(worker, limit, published);
    const commit = (worker: string, results: readonly LineResult[]) =>
      queue.commit(worker, given.runId, results, []);
    const settle = async (worker: string, { lines }: Claim) => await commit(worker, lines.map(notFound));

    beforeEach(() => {
      [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    });

    describe('a claim', () => {
      it('leases the first lines of the run, as many as a batch has', async () => {
        await start(5);
        const claimed = await claim(one);
        expect(claimed.run).toMatchObject({ run_id: given.runId, bom_id: given.bomId, run: 1 });
        expect(idsOf(claimed)).toEqual(given.lineIds.slice(0, 3));
        expect(claimed.lines.map(({ line_number, attempts }) => [line_number, attempts])).toEqual([[1, 1], [
          2,
          1,
        ], [3, 1]]);
        expect(claimed.lines.every(({ mpn }) => typeof mpn === 'string')).toBe(true);
      });

      it('leases no more than was asked for', async () => {
        await start(5);
        expect(idsOf(await claim(one, [], 2))).toEqual(given.lineIds.slice(0, 2));
      });

      it('gives no line to two workers, and nothing when all are taken', async () => {
        await start(5);
        const lines = [...idsOf(await claim(one)), ...idsOf(await claim(other))];
        expect(lines).toEqual(given.lineIds);
        expect(await claim(one)).toMatchObject({ run: null, lines: [], publish: null });
      });

      it('gives no line to two workers that ask at the same time', async () => {
        await start(8, 2);
        const claims = await Promise.all([1, 2, 3, 4].map(() => claim(crypto.randomUUID())));
        const lines = claims.flatMap(idsOf);
        expect(new Set(lines).size).toBe(lines.length);
      });
    });

    describe('a release', () => {
      it('gives back what the worker holds, at once and without using up an attempt', async () => {
        await start(2);
        const [before] = (await claim(one)).lines;
        await queue.release(one, 'out_of_time', []);
        const [after] = (await claim(other)).lines;
        expect(after?.line_id).toBe(before?.line_id);
        expect(after?.attempts).toBe(1);
        expect(after?.fence).toBeGreaterThan(before?.fence ?? 0);
      });

      it('leaves the leases of others alone', async () => {
        await start(6);
        const held = await claim(one);
        await claim(other);
        await queue.release(other, 'idle', []);
        const again = await claim(other);
        expect(idsOf(again)).toEqual(given.lineIds.slice(3));
        expect(await settle(one, held)).toMatchObject({ accepted: 3, refused: 0 });
      });

      it('leaves what is settled alone', async () => {
        await start(3);
        await settle(one, await claim(one));
        await queue.release(one, 'idle', []);
        expect((await claim(other)).run).toBeNull();
      });
    });

    describe('a commit', () => {
      it('settles lines, which nobody gets again', async () => {
        await start(5);
        expect(await settle(one, await claim(one))).toMatchObject({
          accepted: 3,
          refused: 0,
          run_status: 'enriching',
        });
        expect(idsOf(await claim(one))).toEqual(given.lineIds.slice(3));
      });

      it('takes every kind of result', async () => {
        await start(4, 4);
        const { lines } = await claim(one);
        const [a, b, c, d] = lines as [ClaimedLine, ClaimedLine, ClaimedLine, ClaimedLine];
        const results = [enriched(a), notFound(b), failed(c), retry(d)];
        expect(await commit(one, results)).toMatchObject({
          accepted: 4,
          refused: 0,
          run_status: 'enriching',
        });
      });

      it('leaves a line for later that is to be tried again, and counts the attempt', async () => {
        await start(2);
        const { lines } = await claim(one);
        const [first, second] = lines as [ClaimedLine, ClaimedLine];
        await commit(one, [retry(first), notFound(second)]);
        const again = await claim(other);
        expect(idsOf(again)).toEqual([first.line_id]);
        expect(again.lines[0]?.attempts).toBe(2);
        expect(again.lines[0]?.fence).toBeGreaterThan(first.fence);
      });

      it('of a worker that was too slow is refused line by line', async () => {
        await start(3);
        const late = await claim(one);
        await queue.release(one, 'out_of_time', []);
        const current = await claim(other);
        expect(await settle(one, late)).toMatchObject({ accepted: 0, refused: 3 });
        expect(await settle(other, current)).toMatchObject({ accepted: 3, refused: 0 });
      });

      it('of lines that were given back is refused', async () => {
        await start(3);
        const claimed = await claim(one);
        await queue.release(one, 'out_of_time', []);
        expect(await settle(one, claimed)).toMatchObject({ accepted: 0, refused: 3 });
        expect(idsOf(await claim(other))).toEqual(given.lineIds);
      });

      it('of a lease that ended is refused, even from the worker that holds the lines again', async () => {
        await start(3);
        const before = await claim(one);
        await queue.release(one, 'out_of_time', []);
        const again = await claim(one);
        expect(await settle(one, before)).toMatchObject({ accepted: 0, refused: 3 });
        expect(await settle(one, again)).toMatchObject({ accepted: 3, refused: 0 });
      });

      it('of another worker’s lines is refused', async () => {
        await start(3);
        const claimed = await claim(one);
        expect(await settle(other, claimed)).toMatchObject({ accepted: 0, refused: 3 });
        expect(await settle(one, claimed)).toMatchObject({ accepted: 3 });
      });

      it('of a line that does not exist is refused, without harm to the others', async () => {
        await start(2);
        const { lines } = await claim(one);
        const stranger = { ...lines[0]!, line_id: crypto.randomUUID() };
        expect(await commit(one, [...lines, stranger].map(notFound))).toMatchObject({
          accepted: 2,
          refused: 1,
        });
      });

      it('sent twice changes nothing', async () => {
        await start(6);
        const claimed = await claim(one);
        const first = await settle(one, claimed);
        const second = await settle(one, claimed);
        expect(second).toMatchObject({ accepted: 0, refused: 3, run_status: 'enriching' });
        expect(eventIds(second.publish)).toEqual(eventIds(first.publish));
      });

      it('of the last line completes the run, which then stays as it is', async () => {
        await start(4);
        await settle(one, await claim(one));
        const last = await claim(one);
        const reply = await settle(one, last);
        expect(reply).toMatchObject({ accepted: 1, run_status: 'completed' });
        expect(eventTypes(reply.publish).slice(-2)).toEqual(['enrichment.progress', 'enrichment.completed']);
        expect(await settle(one, last)).toMatchObject({ accepted: 0, refused: 1, run_status: 'completed' });
        expect((await claim(other)).run).toBeNull();
      });
    });

    describe('an advance', () => {
      it('settles lines and leases the next ones, no more than was asked for', async () => {
        await start(6);
        const { lines } = await claim(one);
        const reply = await queue.advance(one, given.runId, lines.map(notFound), 2, []);
        expect(reply).toMatchObject({ accepted: 3, refused: 0, run_status: 'enriching' });
        expect(reply.lines.map(({ line_id }) => line_id)).toEqual(given.lineIds.slice(3, 5));
      });

      it('of the last line leases nothing', async () => {
        await start(3);
        const { lines } = await claim(one);
        const reply = await queue.advance(one, given.runId, lines.map(notFound), MANY, []);
        expect(reply).toMatchObject({ run_status: 'completed', lines: [] });
      });
    });

    describe('what is to be published', () => {
      it('begins with the oldest event nobody has published, and leaves none out', async () => {
        await start(6);
        const claimed = await claim(one);
        expect(eventIds(claimed.publish)[0]).toBe('1-1');
        expectNoHoles(claimed.publish);
        const { publish } = await settle(one, claimed);
        expect(eventIds(publish)[0]).toBe('1-1');
        expect(eventIds(publish).length).toBeGreaterThan(eventIds(claimed.publish).length);
        expectNoHoles(publish);
        expect(publish).toMatchObject({ bom_id: given.bomId, expire_seconds: expect.any(Number) });
      });

      it.each<[string, (published: Published) => Promise<unknown>]>([
        ['a claim', (published) => claim(other, [published])],
        ['a release', (published) => queue.release(other, 'idle', [published])],
        ['a note', (published) => queue.notePublished(published)],
      ])('goes on behind what was published, once that is said with %s', async (_name, say) => {
        await start(9);
        const claimed = await claim(one);
        const newest = eventIds(claimed.publish).at(-1)!;
        await say({ bom_id: given.bomId, event_id: newest });
        const { publish } = await settle(one, claimed);
        expect(isDirectSuccessor(parseEventId(newest), false, parseEventId(eventIds(publish)[0]!)!)).toBe(
          true,
        );
        expectNoHoles(publish);
      });

      it('does not go back when an older publisher reports late', async () => {
        await start(9);
        const claimed = await claim(one);
        const { publish } = await settle(one, claimed);
        const newest = eventIds(publish).at(-1)!;
        await queue.notePublished({ bom_id: given.bomId, event_id: newest });
        await queue.notePublished({ bom_id: given.bomId, event_id: '1-1' });
        const next = await settle(one, await claim(one));
        expect(compareEventIds(parseEventId(eventIds(next.publish)[0]!), parseEventId(newest)))
          .toBeGreaterThan(0);
      });

      it('is nothing once all is published', async () => {
        await start(3);
        const claimed = await claim(one);
        const { publish } = await settle(one, claimed);
        await queue.notePublished({ bom_id: given.bomId, event_id: eventIds(publish).at(-1)! });
        expect((await settle(one, claimed)).publish).toBeNull();
      });

      it('lives shorter when the run has ended', async () => {
        await start(3);
        const claimed = await claim(one);
        const { publish } = await settle(one, claimed);
        expect(publish?.expire_seconds).toBeLessThan(claimed.publish?.expire_seconds ?? 0);
      });
    });
  });
}

const idsOf = ({ lines }: Claim): string[] => lines.map(({ line_id }) => line_id);

const eventsOf = (publication: Publication | null) => z.array(Envelope).parse(publication?.events ?? []);
const eventIds = (publication: Publication | null) => eventsOf(publication).map(({ event_id }) => event_id);
const eventTypes = (publication: Publication | null) =>
  eventsOf(publication).map(({ event_type }) => event_type);

function expectNoHoles(publication: Publication | null): void {
  const ids = eventIds(publication).map((id) => parseEventId(id)!);
  ids.slice(1).forEach((id, i) => expect(isDirectSuccessor(ids[i]!, false, id)).toBe(true));
}

export function notFound({ line_id, fence }: ClaimedLine): LineResult {
  return { line_id, fence, status: 'not_found', remarks: [] };
}

function failed({ line_id, fence }: ClaimedLine): LineResult {
  return {
    line_id,
    fence,
    status: 'failed',
    remarks: [{ code: 'refused', detail: 'The supplier refuses it.' }],
  };
}

function retry({ line_id, fence }: ClaimedLine): LineResult {
  return { line_id, fence, status: 'retry', retry_after_ms: 0 };
}

function enriched({ line_id, fence, mpn }: ClaimedLine): LineResult {
  const manufacturer = { value: 'Manufacturer', source: 'test', confidence: 1 };
  return {
    line_id,
    fence,
    status: 'enriched',
    step: 'exact',
    quality_score: 80,
    source: 'test',
    remarks: [],
    component: {
      orderable_key: String(mpn),
      mpn: String(mpn),
      manufacturer: 'Manufacturer',
      fields: { manufacturer },
      quality_score: 80,
    },
  };
}
