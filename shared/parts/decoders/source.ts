/** Part-number decoding as a source of findings. */
import type { Finding, PartSource } from '../finding.ts';
import { orderableKey } from '../part-number.ts';
import { BEGINS } from './begins.ts';
import { createDecoder, type Decoder } from './engine.ts';
import type { SeriesTable } from './table.ts';

/** The numbers of a batch, and those that suppliers answer with. */
const REMEMBERED_NUMBERS = 500;

interface Series {
  readonly tables: readonly SeriesTable[];
  readonly decoder: Decoder;
}

let series: Series | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads the series of some three hundred manufacturers, once: about a second of work, which no isolate does before
 * somebody needs a number read. What reads numbers waits for this first.
 */
export function loadSeries(): Promise<void> {
  return loading ??= import('./tables.ts').then(({ seriesTables }) => {
    series = { tables: seriesTables, decoder: remembering(createDecoder(seriesTables, BEGINS)) };
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
}

/** Something asked for the series before they were there. */
class SeriesNotLoaded extends Error {}

function loaded(): Series {
  if (!series) throw new SeriesNotLoaded('The series are not loaded: wait for loadSeries() first.');
  return series;
}

/**
 * What `work` gives, with the series loaded if it asks for them, and only then: most files are read without.
 * @param work has no effect but what it gives, and is done again once the series are there
 */
export async function withSeries<Result>(work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SeriesNotLoaded)) throw error;
    await loadSeries();
    return work();
  }
}

/** Reads every series the product knows. @throws Error before `loadSeries` is done */
export const decoder: Decoder = {
  decode: (mpn) => loaded().decoder.decode(mpn),
  otherPackings: (mpn) => loaded().decoder.otherPackings(mpn),
};

/** Every series the product knows. @throws Error before `loadSeries` is done */
export const loadedTables = (): readonly SeriesTable[] => loaded().tables;

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
