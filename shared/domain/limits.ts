/**
 * Sizes of what a user may send or ask for. The tables have check constraints of the same numbers: a text that is longer than
 * one here is refused with its place, and one that came past this check would fail the whole import in the database.
 */

/** Lines in one BOM. Above this a single snapshot of all lines no longer fits one answer comfortably. */
export const MAX_LINES = 10_000;

/**
 * Characters of a part number or manufacturer, as written and in compatibility form (NFKC), in which both are
 * compared: one character of Unicode can become eighteen there. The longest real ordering codes stay below 60.
 */
export const MAX_PART_NUMBER_CHARS = 120;

/**
 * Components of an organization's own in one call: some hundred kilobytes and half a second's work. Larger lists are sent
 * in several.
 */
export const MAX_OWN_COMPONENTS = 500;

/** Boards of one BOM: more than anybody builds of one revision. */
export const MAX_BOARDS = 1_000_000;

/** Pieces of a line, of own stock and of a price break: more than anybody buys, and what a whole number of the database holds. */
export const MAX_PIECES = 1_000_000_000;

/** Prices of one part by quantity: suppliers state up to fifteen. */
export const MAX_PRICE_BREAKS = 20;

/** Suppliers that are blocked, or preferred: names to be read and put in order by people. */
export const MAX_NAMED_SUPPLIERS = 50;

/** Characters of a BOM's name and of a line's description. */
export const MAX_NAME_CHARS = 200;
export const MAX_TEXT_CHARS = 2_000;

/** Characters of a value, a footprint and what is said of substitutes; of an own or a distributor's number. */
export const MAX_SHORT_TEXT_CHARS = 500;
export const MAX_NUMBER_CHARS = 200;

/** Other parts for one line, and distributors' numbers of one: real BOMs have up to ten. */
export const MAX_ALTERNATES = 20;

/**
 * Cells in a row, empty ones at its end not counted. Real BOMs have up to 60; without a bound, one row could make as many
 * cells as a body has bytes.
 */
export const MAX_COLUMNS = 200;

/** The last row that any spreadsheet has: LibreOffice's. No text that is small enough to be read has as many. */
export const MAX_ROW_NUMBER = 16_777_216;

/** Characters of a line's designators: ten thousand capacitors in one line need 70,000. */
export const MAX_DESIGNATORS_CHARS = 100_000;

/**
 * Silence after which a stream sends `keepalive`. The platform ends a silent stream after 150 s, some proxies after 30 s. An
 * event and no comment, which EventSource hides: its absence is how a page learns that nothing gets through any more.
 */
export const KEEPALIVE_MS = 15_000;
/** A client that hears nothing for so long, though three were due, takes the connection for dead, and opens a new one. */
export const SILENT_MS = 3 * KEEPALIVE_MS;

/** A ticket lasts long enough for one reconnect and the notice before its end. */
export const MIN_TICKET_SECONDS = 60;
/** Addresses end up in histories and in the logs of proxies; what is found there later must be worth nothing. */
export const MAX_TICKET_SECONDS = 900;

/** A key stays in the settings of a build server long after its creator has forgotten it. */
export const MAX_KEY_DAYS = 365;
/** A read-only link lies in mailboxes: long enough for a quotation and an order. */
export const MAX_LINK_DAYS = 90;
