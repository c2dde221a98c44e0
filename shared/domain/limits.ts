/**
 * Sizes that the whole product agrees on. The database enforces the same numbers with check constraints,
 * so raising one here without a migration is refused there.
 */

/** Lines in one BOM. Above this a single snapshot of all lines no longer fits one answer comfortably. */
export const MAX_LINES = 10_000;

/** Lines in one batch: bounds the work a dying isolate can lose and the size of one progress event. */
export const MAX_BATCH_LINES = 100;

/** Bytes of one event envelope; above it `payload.batch.items` is left out (`items_omitted: true`). */
export const MAX_EVENT_BYTES = 32 * 1024;

/** Characters of a part number or maker as written. The longest real ordering codes stay below 60. */
export const MAX_PART_NUMBER_CHARS = 120;

/** Characters of a BOM's name and of a line's free text. */
export const MAX_NAME_CHARS = 200;
export const MAX_TEXT_CHARS = 2_000;

/** Events a reconnecting client may be behind before it is given the newest state instead (`reset`). */
export const MAX_REPLAY_EVENTS = 1_000;
