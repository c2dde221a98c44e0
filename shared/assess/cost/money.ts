/** Amounts of money, as they are added up and shown. */

/** The sums of amounts, apart for each currency. */
export class Sums {
  readonly #sums = new Map<string, number>();
  add(currency: string, amount: number): void {
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0) + amount);
  }
  /** By the code of the currency, in hundredths. */
  list(): { readonly currency: string; readonly total: number }[] {
    return [...this.#sums].map(([currency, total]) => ({ currency, total: money(total) }))
      .toSorted((a, b) => a.currency < b.currency ? -1 : 1);
  }
}

/** An amount in hundredths, without the remainders of binary fractions. */
export const money = (amount: number) => Math.round(Number((amount * 100).toPrecision(12))) / 100;
