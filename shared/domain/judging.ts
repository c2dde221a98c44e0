/** Words of judging: what a BOM costs, what is short, what is at risk. */

/**
 * How boards are made: `assembler` loses a share, and at least what the feeders take to be threaded; `by_hand` has no
 * feeders, so the share alone; `none` buys what boards carry.
 */
export const ATTRITIONS = ['assembler', 'by_hand', 'none'] as const;
export type Attrition = (typeof ATTRITIONS)[number];

/**
 * Boards that a BOM is judged, priced and ordered for where neither it nor whoever asks says how many: between a prototype and
 * a series. The database's `judging_of` and `bomstream_bom_lines_read` have the same number.
 */
export const DEFAULT_BOARDS = 25;

/**
 * One word for each line, the loudest first. `wrong`: the BOM contradicts its part or itself. `ask`: it cannot be bought
 * before somebody answers. `pending`: no run has looked it up yet. `short`: there are fewer than needed. `not_fitted`:
 * nothing to buy.
 */
export const VERDICTS = ['wrong', 'ask', 'pending', 'short', 'at_risk', 'fine', 'not_fitted'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** In what two states of a line differ. */
export const DIFFERENCES = [
  'added',
  'removed',
  'part',
  'quantity',
  'state',
  'price',
  'stock',
  'lifecycle',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** Why the cost of a BOM leaves a line out. */
export const LEFT_OUT = ['nothing_to_buy', 'pending', 'no_part', 'no_quantity', 'no_price'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
