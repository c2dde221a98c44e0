/** Pieces that are lost while boards are assembled, which have to be bought in addition to those that boards carry. */
import { isWithin } from '../../domain/categories.ts';
import type { Attrition } from '../../domain/judging.ts';
import { sizesNamed } from '../../parts/text/chip-sizes.ts';
import { packagesIn } from '../../parts/text/packages.ts';

/** What gets lost of parts of one kind: the larger of the two. */
export interface Loss {
  readonly percent: number;
  readonly pieces: number;
  /** A piece that costs more than that, in whatever currency, is looked after: none is lost. */
  readonly noneAbovePrice?: number;
}

const LOSSES = {
  tiny_chip: { percent: 10, pieces: 50 },
  small_chip: { percent: 5, pieces: 20 },
  chip: { percent: 3, pieces: 10 },
  large_chip: { percent: 2, pieces: 5 },
  crystal: { percent: 2, pieces: 2 },
  small_ic: { percent: 1, pieces: 2 },
  large_ic: { percent: 0, pieces: 1, noneAbovePrice: 20 },
  by_the_piece: { percent: 1, pieces: 1 },
} as const satisfies Record<string, Loss>;

/** The longest side of a chip in hundredths of an inch, up to which it counts as so large: 0201, 0402, 0805. */
const CHIPS = [
  { side: 2, loss: LOSSES.tiny_chip },
  { side: 5, loss: LOSSES.small_chip },
  { side: 8, loss: LOSSES.chip },
  { side: Infinity, loss: LOSSES.large_chip },
] as const;

const MAX_PINS_OF_A_SMALL_IC = 16;

/** What is known of a part; null is what no source said. */
export interface Shape {
  readonly category: string | null;
  readonly package: string | null;
  readonly pins: number | null;
}

/** What gets lost of such a part; null where too little is known of it to say. */
export function lossOf({ category, package: name, pins }: Shape): Loss | null {
  const isOf = (...general: string[]) =>
    category !== null && general.some((each) => isWithin(category, each));
  if (isOf('led')) return LOSSES.large_chip;
  if (isOf('crystal', 'oscillator', 'resonator')) return LOSSES.crystal;
  if (isOf('module')) return LOSSES.large_ic;
  if (isOf('connector')) return LOSSES.by_the_piece;
  const side = name === null ? null : longestSide(name);
  if (side !== null) return CHIPS.find((row) => side <= row.side)!.loss;
  const [named] = name === null ? [] : packagesIn(name, true);
  if (named?.mounting === 'through_hole') return LOSSES.by_the_piece;
  if (isOf('integrated_circuit', 'optocoupler')) {
    const count = pins ?? (named?.pins.length === 1 ? named.pins[0]! : null);
    if (count === null) return named?.family === 'BGA' ? LOSSES.large_ic : null;
    return count <= MAX_PINS_OF_A_SMALL_IC ? LOSSES.small_ic : LOSSES.large_ic;
  }
  return named !== undefined && isOf('diode', 'transistor', 'varistor') ? LOSSES.large_chip : null;
}

/** Of `0603 (1608 metric)`: 6. */
function longestSide(name: string): number | null {
  const digits = /^\d{4,6}(?!\d)/.exec(name)?.[0];
  const size = digits === undefined ? undefined : sizesNamed(digits)[0];
  if (size === undefined) return null;
  // 01005 is 0.016 by 0.008 inches.
  return size.length > 4 ? 1 : Math.max(Number(size.slice(0, 2)), Number(size.slice(2)));
}

/**
 * Pieces to buy in addition to the `needed` ones that boards carry.
 * @param price of one piece; null where nobody says
 */
export function sparesFor(loss: Loss | null, needed: number, how: Attrition, price: number | null): number {
  if (loss === null || how === 'none' || needed <= 0) return 0;
  if (loss.noneAbovePrice !== undefined && price !== null && price > loss.noneAbovePrice) return 0;
  const share = Math.ceil(needed * loss.percent / 100);
  return how === 'by_hand' ? share : Math.max(share, loss.pieces);
}
