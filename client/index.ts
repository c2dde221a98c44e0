/** What programs use of bomstream: its calls, and watching what runs do. */
export { type Answer, type Call, type Client, type ClientOptions, createClient } from './client.ts';
export type { Connection, Phase, Problem } from './connection.ts';
export { RefusedCall } from './problem.ts';
export {
  type BomUpdate,
  type OrganizationUpdate,
  watchBom,
  type WatchBomOptions,
  type Watching,
  type WatchOptions,
  watchOrganization,
} from './watch.ts';
export type { EventEnvelope, RunState, WaitingFor } from '../shared/domain/event.ts';
