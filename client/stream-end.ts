/** Why the stream of a BOM has ended for good, for people. */
import type { StreamEnd } from '../shared/api/stream.ts';

export const STREAM_END_WORDS: Readonly<Record<StreamEnd['reason'], string>> = {
  completed: 'The run has completed.',
  failed: 'The run has failed.',
  cancelled: 'The run was cancelled.',
  deleted: 'The BOM was deleted.',
  access_revoked: 'You are no longer a member of the organization that the BOM belongs to.',
};
