/** Tells Redis what a request has just committed, while its answer is already on the way. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';
import type { Publication, Publish } from '../progress/publisher.ts';

/** Never throws: nobody waits for it. */
export type Announce = (publication: Publication | null) => Promise<void>;

export function createAnnounce(
  { database, publish, log }: { database: Database; publish: Publish; log: Log },
): Announce {
  return async (publication) => {
    try {
      const published = await publish(publication);
      if (published) await database.call('bomstream_published', { p_published: published }, z.unknown());
    } catch (error) {
      // The events count as unpublished and are published again; Redis has them already and takes that in its stride.
      log('note_published_failed', { error: errorName(error) });
    }
  };
}
