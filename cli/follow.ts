/** Follows one BOM's run to its end. */
import type { Phase } from '../client/connection.ts';
import { UNREACHABLE } from '../client/problem.ts';
import { STREAM_END_WORDS } from '../client/stream-end.ts';
import { watchBom, type WatchOptions } from '../client/watch.ts';
import type { EventEnvelope } from '../shared/domain/event.ts';
import { isTerminal } from '../shared/domain/status.ts';
import type { Api } from './api-client.ts';

export interface FollowOptions {
  /** Told in a sentence, once each time, when nothing arrives or another way has to be taken. It goes on by itself. */
  readonly onTrouble?: (sentence: string) => void;
  /** See WatchOptions; shorter in tests alone. */
  readonly silence?: WatchOptions['silence'];
}

/**
 * Resolves with the event that ended the run.
 * @param onEvent called for every event, in order
 * @throws RefusedCall where the server refuses the stream for good; Error where it ends it before the run
 */
export async function follow(
  { url, token }: Api,
  bomId: string,
  onEvent: (event: EventEnvelope) => void,
  { onTrouble = () => {}, silence }: FollowOptions = {},
): Promise<EventEnvelope> {
  let newest: EventEnvelope | undefined;
  let phase: Phase = 'connecting';
  // A program has no other tabs.
  for await (const { event, connection } of watchBom(bomId, { url, token, silence, share: false })) {
    if (event) onEvent(newest = event);
    if (connection.phase === phase) continue;
    ({ phase } = connection);
    if (phase === 'silent') onTrouble('The server has gone silent. Reconnecting …');
    if (phase === 'waiting') onTrouble(`${connection.problem?.detail ?? UNREACHABLE.detail} Trying again …`);
    if (phase === 'polling') onTrouble('No stream gets through. Asking every few seconds …');
  }
  if (newest && isTerminal(newest.event_type)) return newest;
  const why = phase === 'deleted' || phase === 'access_revoked' ? ` ${STREAM_END_WORDS[phase]}` : '';
  throw new Error(`The stream ended before the run.${why}`);
}
