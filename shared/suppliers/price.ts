/** Prices as suppliers' pages write them for people, read without guessing. */
import { readDecimals } from '../domain/decimal.ts';

/** A number, with whatever is no digit before and after it. A mark right before the digits may belong to them: `$.50`. */
const PRICE = /^(\D*?)([.,]?\d(?:[\d.,'’\s]*\d)?)(\D*)$/u;

/** `$`, `€`, `CHF`, `kr.`: what stands before or after the number, and nothing that could change its meaning. */
const AFFIX = /^(?:[\p{Sc}\p{L}]|(?<=\p{L})\.){0,5}$/u;

/**
 * The prices in `texts`, each a positive number or null where it could be read in two ways. `1,234` alone is such
 * a one; beside `$0.15` it is not, because one answer writes all of its prices in one way.
 */
export function readPrices(texts: readonly string[]): (number | null)[] {
  // What is no price is no number either, and says nothing of how the others are written.
  return readDecimals(texts.map((text) => numberOf(text) ?? '')).map((price) =>
    typeof price === 'number' && price > 0 ? price : null
  );
}

/** The text's number without its currency; null where it has none, several, or words that could change its meaning. */
function numberOf(text: string): string | null {
  const match = PRICE.exec(text.trim());
  if (!match) return null;
  let [, before = '', number = '', after = ''] = match;
  if (/^[.,]/.test(number) && /\p{L}$/u.test(before)) {
    // `Rs.50` is an abbreviation and 50, or a currency and half of one. A second mark says that it is the former.
    if (!/[.,]/.test(number.slice(1))) return null;
    before += number[0];
    number = number.slice(1);
  }
  return AFFIX.test(before.trim()) && AFFIX.test(after.trim()) ? number : null;
}

/** A price as a service sends it: most as a number, some as a text for people. */
export type SentPrice = number | string | null | undefined;

/** As readPrices, of one answer whose prices may be numbers. */
export function readSentPrices(prices: readonly SentPrice[]): (number | null)[] {
  const read = readPrices(prices.map((price) => typeof price === 'string' ? price : ''));
  return prices.map((price, i) =>
    typeof price === 'number' ? (Number.isFinite(price) && price > 0 ? price : null) : read[i] ?? null
  );
}
