/** What becomes of a line: the part behind it is looked up, and the answer is turned into a result. */
import { resolvePart } from '../parts/resolve.ts';
import type { ClaimedLine, LineResult } from './queue.ts';

/** Enriches with what the product itself knows: decoders and catalogue. A part they do not know is not found. */
export function enrichLines(lines: readonly ClaimedLine[]): Promise<LineResult[]> {
  return Promise.resolve(lines.map(enrichLine));
}

function enrichLine({ line_id, fence, mpn, manufacturer }: ClaimedLine): LineResult {
  const resolution = mpn === null ? null : resolvePart({ mpn, manufacturer });
  if (!resolution) return { line_id, fence, status: 'not_found', remarks: [] };
  return { line_id, fence, status: 'enriched', ...resolution };
}
