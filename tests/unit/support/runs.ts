/** A run in memory, with lines that have part numbers. */
import { createMemoryQueue } from '../../../shared/runner/memory-queue.ts';
import { BOM } from './events.ts';

export function memoryRun({ lines, batchSize }: { lines: number; batchSize: number }) {
  const runId = crypto.randomUUID();
  const given = Array.from({ length: lines }, (_, i) => ({
    line_id: crypto.randomUUID(),
    mpn: `PART-${i + 1}`,
    manufacturer: null,
  }));
  const made = createMemoryQueue({ bomId: BOM, runId, batchSize, lines: given });
  return { ...made, bomId: BOM, runId, lineIds: given.map(({ line_id }) => line_id) };
}
