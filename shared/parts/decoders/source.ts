/** Part-number decoding as a source of findings. */
import type { Finding, PartSource } from '../finding.ts';
import { orderableKey } from '../part-number.ts';
import { createDecoder, type Decoder } from './engine.ts';
import { seriesTables } from './tables.ts';

/** The numbers of a batch, and those that suppliers answer with. */
const REMEMBERED_NUMBERS = 500;

/** Reads every series the product knows. */
export const decoder: Decoder = remembering(createDecoder(seriesTables));

/** One line's number is read a dozen times: for its spelling, its fields, and against each answer about it. */
function remembering({ decode, otherPackings }: Decoder): Decoder {
  const known = new Map<string, readonly Finding[]>();
  return {
    otherPackings,
    decode(mpn) {
      const read = known.get(mpn) ?? decode(mpn);
      if (known.size >= REMEMBERED_NUMBERS) known.clear();
      known.set(mpn, read);
      return read;
    },
  };
}

/**
 * A source that knows the parts whose numbers `decoder` can read, in the manufacturer's own spelling. Which part a
 * number in another spelling means is decided before sources are asked, see `../spelling.ts`.
 */
export function createDecoderSource({ decode }: Pick<Decoder, 'decode'>): PartSource {
  return {
    name: 'decoder',
    find: (mpn) => decode(mpn).filter((finding) => orderableKey(finding.mpn) === orderableKey(mpn)),
  };
}

export const decoderSource: PartSource = createDecoderSource(decoder);
