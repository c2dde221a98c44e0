/** How a stream is doing, in words that a page can show as they are. */
import { SILENT_MS } from '../shared/domain/limits.ts';

/**
 * - `connecting`: being opened
 * - `live`: open, and heard from
 * - `silent`: looks open, and nothing comes any more; it is opened anew
 * - `waiting`: cannot be opened now; `problem` says why, `retryAt` when it is tried again
 * - `polling`: no stream gets through; the state is asked for every few seconds instead
 * - `asleep`: nobody sees the page; it goes on once it is shown
 *
 * and for good, unless somebody starts another run, or the server is lost meanwhile, which is `silent` or `waiting` again:
 * - `ended`: the run is over
 *
 * and for good:
 * - `deleted`, `access_revoked`: what is watched, or the right to see it, is gone
 * - `refused`: the server will not open it; `problem` says why
 */
export type Phase =
  | 'connecting'
  | 'live'
  | 'silent'
  | 'waiting'
  | 'polling'
  | 'asleep'
  | 'ended'
  | 'deleted'
  | 'access_revoked'
  | 'refused';

/** The server cannot be heard now, which may pass. */
export const isTrying = (phase: Phase): boolean => phase === 'waiting' || phase === 'silent';

/** Why a stream cannot be opened. */
export interface Problem {
  /** Null: there was no answer. */
  readonly status: number | null;
  /** The API's code, such as `too_many_streams`; null where something else answered. */
  readonly code: string | null;
  /** A sentence for the person who reads it. */
  readonly detail: string;
  /** How long the server asks to wait before another try, in milliseconds; 0, or none, where it does not say. */
  readonly retryAfterMs?: number | undefined;
}

export interface Connection {
  readonly phase: Phase;
  /** When anything came last, in milliseconds since 1970 by this device's clock; null before. */
  readonly lastHeardAt: number | null;
  /** Where the server reads events from now; `table` means that its fast store is away. */
  readonly store: 'redis' | 'table' | null;
  readonly problem: Problem | null;
  /** When the next try is due, in milliseconds since 1970; null where none is. */
  readonly retryAt: number | null;
}

export const BEFORE_FIRST: Connection = {
  phase: 'connecting',
  lastHeardAt: null,
  store: null,
  problem: null,
  retryAt: null,
};

/** Between two questions for the state where no stream gets through, at most. An unchanged one is answered by 304, without a body. */
export const POLL_MS = 4_000;

/** Reaching the server and hearing its first word takes a second; a proxy that holds streams back never says it. */
const FIRST_WORD_MS = 15_000;

/** Silence that is taken for the end of a connection: before its first word, and after any. */
export const SILENCE = { first: FIRST_WORD_MS, after: SILENT_MS } as const;
export type Silence = { readonly [_ in keyof typeof SILENCE]: number };
