/** How long isolates wait between two polls in what is measured. */

/** What the product does where nothing else is set. */
export const POLL_MS = 400;
/** For who would rather pay for fewer commands. */
export const RARE_POLL_MS = 1_000;
