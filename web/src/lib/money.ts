/** Money in words: sums in two currencies are never added, and none of them is left out. */
import { sum } from './words.ts';

/** `412.10 EUR and 50.00 USD` */
export const sums = <Sum extends { readonly currency: string }>(
  of: readonly Sum[],
  amount: (each: Sum) => number,
): string => of.map((each) => `${sum(amount(each))} ${each.currency}`).join(' and ');

/** Each currency once, in the order of their codes. */
export const currenciesOf = (
  of: readonly ({ readonly currency: string | null } | null | undefined)[],
): readonly string[] => [...new Set(of.flatMap((each) => each?.currency ?? []))].sort();

interface Total {
  readonly currency: string;
  readonly per_board: number;
}

/** What one of so many boards costs; beside sums in one and the same currency, which is named there, it is not said again. */
export const eachOf = (totals: readonly Total[], named: readonly Total[]): string =>
  currenciesOf([...totals, ...named]).length > 1
    ? sums(totals, ({ per_board }) => per_board)
    : sum(totals[0]!.per_board);
