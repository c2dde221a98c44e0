/** What is to be said of a line's own words, however they came: from a file, a form or a program. */
import { timesIn } from './rows/panel.ts';
import { isJoining, readDesignators } from './rows/designators.ts';

export interface LineIssue {
  readonly severity: 'warning';
  readonly code: 'quantity_differs';
  readonly detail: string;
}

interface Words {
  readonly quantity?: number | null | undefined;
  readonly designators?: string | null | undefined;
}

/** Nothing of it is refused: it is said where the line is shown. */
export function issuesOfLine({ quantity = null, designators }: Words): readonly LineIssue[] {
  if (quantity === null || !designators || !Number.isInteger(quantity)) return [];
  const counted = readDesignators(designators, quantity).designators.length;
  const isMeant = counted === 0 || counted === quantity ||
    isEachWritten(designators, null, counted, quantity);
  return isMeant
    ? []
    : [{ severity: 'warning', code: 'quantity_differs', detail: quantityDiffers(quantity, counted) }];
}

export const quantityDiffers = (quantity: number, counted: number): string =>
  `The quantity is ${quantity}, and the number of designators is ${counted}.`;

/**
 * How many places are written: five test points may all be called GND, and a panel of four boards names each place four
 * times. A single `R1` that stands twice is a slip.
 */
function placesWritten(designators: string, panel: number | null): number {
  const times = new Map([...timesIn(designators)].filter(([name]) => !isJoining(name)));
  const [each, ...others] = new Set(times.values());
  const isAlike = others.length === 0 && (times.size > 1 || each === panel);
  return [...times].reduce((sum, [name, count]) => sum + (isAlike || !/\d/.test(name) ? count : 1), 0);
}

/**
 * Whether a quantity counts places that are written more often than once. A range is written once and names several.
 * @param panel how many times the list that it is from names each place; null for once, or where nobody knows
 */
export function isEachWritten(
  designators: string,
  panel: number | null,
  counted: number,
  quantity: number,
): boolean {
  return quantity > counted && placesWritten(designators, panel) === quantity;
}
