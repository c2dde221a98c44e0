/** Every route there is. A new one joins the file of its function, and this list. */
import * as boms from './boms.ts';
import * as enrichment from './enrichment.ts';
import * as runner from './runner.ts';
import * as stream from './stream.ts';

/** In the order of docs/api.md. */
export const ROUTES = [
  boms.createBom,
  boms.listBoms,
  boms.readBom,
  boms.readLines,
  enrichment.startRun,
  enrichment.controlRun.pause,
  enrichment.controlRun.resume,
  enrichment.controlRun.cancel,
  enrichment.readStatus,
  enrichment.createTicket,
  stream.streamBom,
  stream.streamOrganization,
  stream.readHealth,
  runner.runRunner,
] as const;
