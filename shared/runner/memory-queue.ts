/** One run in memory: the stand-in for the database in unit tests, held to the same contract. */
import type { Publication, Published } from '../progress/publisher.ts';
import type { ClaimedLine, LineResult } from '../enrich/port.ts';
import type { RunQueue } from './queue.ts';

/** A line that says nothing but its number and manufacturer. */
export const WORDLESS = {
  quantity: null,
  value: null,
  footprint: null,
  description: null,
  designators: null,
  supplier_numbers: [],
  substitution: null,
  extra: null,
  alternates: null,
  decided: null,
  is_last_attempt: false,
} as const;

/** Leases never run out here; workers only learn how long they would be. */
const LEASE_MS = 30_000;

interface MemoryLine {
  readonly line_id: string;
  readonly line_number: number;
  readonly mpn: string | null;
  readonly manufacturer: string | null;
  fence: number;
  attempts: number;
  holder: string | null;
  result: LineResult | null;
}

export interface MemoryRun {
  readonly bomId: string;
  readonly runId: string;
  readonly batchSize: number;
  readonly lines: readonly Pick<MemoryLine, 'line_id' | 'mpn' | 'manufacturer'>[];
}

/** @returns the queue, and what was settled so far by line id */
export function createMemoryQueue(
  { bomId, runId, batchSize, lines: given }: MemoryRun,
): { queue: RunQueue; settled: () => ReadonlyMap<string, LineResult> } {
  const lines: MemoryLine[] = given.map((line, i) => (
    { ...line, line_number: i + 1, fence: 0, attempts: 0, holder: null, result: null }
  ));
  let lastSeq = 1;
  let publishedSeq = 0;
  const ended = () => lines.every(({ result }) => result !== null);
  const status = () => ended() ? 'completed' as const : 'enriching' as const;

  function publication(): Publication | null {
    const events = Array.from({ length: lastSeq - publishedSeq }, (_, i) => envelope(publishedSeq + 1 + i));
    return events.length > 0 ? { bom_id: bomId, expire_seconds: ended() ? 3600 : 86400, events } : null;
  }

  function envelope(seq: number) {
    const last = ended() && seq === lastSeq;
    const type = seq === 1 ? 'enrichment.started' : last ? 'enrichment.completed' : 'enrichment.progress';
    return {
      event_id: `1-${seq}`,
      event_type: type,
      bom_id: bomId,
      state: { status: last ? 'completed' : 'enriching' },
    };
  }

  function note(published: readonly Published[]): void {
    const ours = published.filter(({ bom_id }) => bom_id === bomId);
    publishedSeq = Math.max(publishedSeq, ...ours.map(({ event_id }) => Number(event_id.split('-')[1])));
  }

  const queue: RunQueue = {
    claim(workerId, limit, published) {
      note(published);
      const free = lines.filter(({ holder, result }) => holder === null && result === null)
        .slice(0, Math.min(limit, batchSize));
      if (free.length === 0) return Promise.resolve({ run: null, lines: [], publish: null });
      const claimed = free.map((line): ClaimedLine => {
        line.fence += 1;
        line.attempts += 1;
        line.holder = workerId;
        const { line_id, line_number, mpn, manufacturer, fence, attempts } = line;
        return { ...WORDLESS, line_id, line_number, mpn, manufacturer, fence, attempts };
      });
      const run = {
        run_id: runId,
        bom_id: bomId,
        organization_id: 'organization',
        run: 1,
        lease_ms: LEASE_MS,
      };
      return Promise.resolve({ run, lines: claimed, publish: publication() });
    },
    commit(workerId, _runId, results, published) {
      note(published);
      const accepted = results.filter((result) => {
        const line = lines.find(({ line_id }) => line_id === result.line_id);
        if (!line || line.fence !== result.fence || line.holder !== workerId || line.result) return false;
        line.holder = null;
        if (result.status !== 'retry') line.result = result;
        return true;
      });
      if (accepted.some(({ status }) => status !== 'retry')) lastSeq += ended() ? 2 : 1;
      return Promise.resolve({
        accepted: accepted.length,
        refused: results.length - accepted.length,
        run_status: status(),
        publish: publication(),
      });
    },
    async advance(workerId, runId, results, limit, published) {
      const reply = await queue.commit(workerId, runId, results, published);
      const { lines } = await queue.claim(workerId, limit, []);
      return { ...reply, lines, next: null, publish: publication() };
    },
    extend(workerId, _runId, lineIds) {
      const held = lines.filter(({ line_id, holder }) => holder === workerId && lineIds.includes(line_id));
      return Promise.resolve({ held: held.length, run_status: status() });
    },
    release(workerId, reason, published) {
      note(published);
      for (const line of lines.filter(({ holder }) => holder === workerId)) {
        line.holder = null;
        line.fence += 1;
        if (reason !== 'failed') line.attempts -= 1;
      }
      return Promise.resolve();
    },
    unpublished: () => Promise.resolve([]),
    notePublished(published) {
      note([published]);
      return Promise.resolve();
    },
  };
  return {
    queue,
    settled: () => new Map(lines.flatMap(({ line_id, result }) => result ? [[line_id, result]] : [])),
  };
}
