import type { Problem } from '../../../client/connection.ts';

/** Whether there is nothing at the address, or nothing that is this person's to see. */
export const isMissing = (refusal: Error | Problem | null): boolean =>
  refusal !== null && 'status' in refusal && refusal.status === 404;
