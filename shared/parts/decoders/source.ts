/** Part-number decoding as a source of findings. */
import type { PartSource } from '../finding.ts';
import { partKey } from '../part-number.ts';
import { createDecoder } from './engine.ts';
import type { SeriesTable } from './table.ts';
import { seriesTables } from './tables.ts';

/** A source that knows the parts whose numbers `tables` can read. */
export function createDecoderSource(tables: readonly SeriesTable[]): PartSource {
  const decoder = createDecoder(tables);
  return {
    name: 'decoder',
    find: (mpn) => decoder.decode(partKey(mpn)),
  };
}

export const decoderSource: PartSource = createDecoderSource(seriesTables);
