/**
 * When the table is asked although Redis answers: Redis may be alive and behind, and it never says that a BOM was
 * deleted. Pure: time comes in, a moment comes out.
 */

/**
 * How often at least: a BOM that is gone must not be shown for longer. Asked halfway between two polls, the table also
 * shows what was committed since the first of them, which right behind a poll would be next to nothing.
 */
const RECONCILE_MS = 5_000;
/**
 * While runs are at work and none of them shows anything new, the table is asked sooner: a Redis that can be read and not
 * written, full or over quota, looks like that. Each look that finds nothing doubles the silence until the next, since
 * runs that wait for a supplier are silent, too. What Redis was never given thus comes at most this much later, or as long
 * again as the silence before it, and never by more than RECONCILE_MS.
 */
const SILENCE_MS = 2_000;

export class Reconcile {
  #dueAt = Infinity;
  #silenceMs = SILENCE_MS;
  /** Infinity while nobody watches: what was not asked for then is no silence. */
  #silentUntil = Infinity;

  /** While runs are at work; without, nothing but the table is asked. */
  get dueAt(): number {
    return Math.min(this.#dueAt, this.#silentUntil);
  }

  /** Somebody watches. The first is let in with what the table holds. */
  watched(now: number): void {
    if (this.#silentUntil < Infinity) return;
    this.#dueAt = now + RECONCILE_MS;
    this.heard(now);
  }

  unwatched(): void {
    this.#silentUntil = Infinity;
  }

  /** Something new came. */
  heard(now: number): void {
    this.#wait(now, SILENCE_MS);
  }

  /** The table is about to be asked. As if in vain: one that fails must not be asked again at once. */
  begun(now: number): void {
    this.#dueAt = now + RECONCILE_MS;
    this.#wait(now, Math.min(this.#silenceMs * 2, RECONCILE_MS));
  }

  #wait(now: number, silenceMs: number): void {
    this.#silenceMs = silenceMs;
    this.#silentUntil = now + silenceMs;
  }
}
