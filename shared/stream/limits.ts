/** How much of an isolate one viewer, and all of them together, may take. Decided before the database is asked. */
import { Refusal } from '../domain/refusal.ts';

/** Two browsers full: each opens at most six connections to a host over HTTP/1.1. */
export const MAX_STREAMS_PER_VIEWER = 12;
/**
 * An isolate has 256 MB and some 2 s of CPU. A stream takes about 80 KB and 1 to 2 ms to set up: a thousand leave room
 * for everything else in both. One whose client does not read takes some 120 to 140 KB with events of 20 KB while
 * the kernel still takes what it is sent, what the runtime holds of it included (tests/bench/stream); `pace.ts` and `gate.ts`
 * see to that. Where the kernel takes no more, the runtime buffers up to 0.4 MB of it before the stream can be seen to stall.
 */
export const MAX_STREAMS = 1_000;
/**
 * Twelve streams that each come back every six seconds. A page in a reconnect loop does so hundreds of times, and at
 * this rate still costs no more than a quarter of a second of CPU a minute.
 */
export const MAX_CONNECTS_PER_MINUTE = 120;

const MINUTE_MS = 60_000;

/** A stream's place among those that are allowed. */
export interface Slot {
  readonly viewerId: string;
  readonly client: string | null;
  /**
   * The stream that has the place; replaced when the same client opens its next one, and asked whether its client is
   * still there when somebody is refused for want of a place.
   */
  stream: { replace(): void; probe(): void } | null;
}

export interface Limits {
  /**
   * @param client the name a client gave itself: its older stream is replaced and not counted beside the new one
   * @throws Refusal `too_many_connects`, `too_many_streams` or `isolate_full`
   */
  admit(viewerId: string, client: string | null): Slot;
  /** Gives the place back. Calling it again changes nothing. */
  release(slot: Slot): void;
}

export function createLimits(now: () => number): Limits {
  const held = new Map<string, readonly Slot[]>();
  let streams = 0;
  /** Of the current minute, for all viewers at once: what is kept of those who left is gone with it. */
  const connects = new Map<string, number>();
  let minuteEndsAt = 0;

  return {
    admit(viewerId, client) {
      const mine = held.get(viewerId) ?? [];
      const older = client === null ? undefined : mine.find((slot) => slot.client === client);
      refuseLoop(viewerId);
      if (!older && mine.length >= MAX_STREAMS_PER_VIEWER) {
        probe(mine);
        throw new Refusal(
          'too_many',
          'too_many_streams',
          `You have ${MAX_STREAMS_PER_VIEWER} streams open already. Close one, or follow the organization with one stream.`,
        );
      }
      if (!older && streams >= MAX_STREAMS) {
        for (const slots of held.values()) probe(slots);
        throw new Refusal(
          'unavailable',
          'isolate_full',
          'There are too many streams right now. Try again in a moment.',
        );
      }
      connects.set(viewerId, (connects.get(viewerId) ?? 0) + 1);
      if (older) {
        release(older);
        older.stream?.replace();
      }
      return hold({ viewerId, client, stream: null });
    },
    release,
  };

  function refuseLoop(viewerId: string): void {
    if (now() >= minuteEndsAt) {
      connects.clear();
      minuteEndsAt = now() + MINUTE_MS;
    }
    if ((connects.get(viewerId) ?? 0) < MAX_CONNECTS_PER_MINUTE) return;
    throw new Refusal(
      'too_many',
      'too_many_connects',
      `You have connected ${MAX_CONNECTS_PER_MINUTE} times within a minute. Look for a page that reconnects in a loop.`,
      { retryAfterSeconds: Math.ceil((minuteEndsAt - now()) / 1000) },
    );
  }

  function hold(slot: Slot): Slot {
    held.set(slot.viewerId, (held.get(slot.viewerId) ?? []).concat(slot));
    streams += 1;
    return slot;
  }

  /** Clients that disappeared are noticed now, so that there is room when the refused client reconnects. */
  function probe(slots: readonly Slot[]): void {
    for (const { stream } of slots) stream?.probe();
  }

  function release(slot: Slot): void {
    const mine = held.get(slot.viewerId);
    if (!mine?.includes(slot)) return;
    streams -= 1;
    if (mine.length > 1) held.set(slot.viewerId, mine.filter((other) => other !== slot));
    else held.delete(slot.viewerId);
  }
}
