/** Every route there is. A new one joins the file of its function, and this list. */
import * as boms from './boms.ts';
import * as enrichment from './enrichment.ts';
import * as runner from './runner.ts';

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
  runner.runRunner,
] as const;
