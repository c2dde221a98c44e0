/** Texts of suppliers' answers, read so that none is longer than what is kept and half of none is taken for the whole. */
import { z } from 'zod';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from '../domain/limits.ts';
import { visibleText } from '../parts/part-number.ts';

/** Longer ones are not followed by browsers everywhere. */
const MAX_ADDRESS_CHARS = 2_000;

/**
 * Any field may be missing or null. A text that is longer than any such can be says nothing, because half of a name or
 * an address is a wrong one. Some services write numbers where others write texts.
 */
export const text = z.union([z.string(), z.number()]).nullish().transform((value) =>
  textWithin(value === null || value === undefined ? '' : String(value), MAX_NAME_CHARS)
);
export const address = z.string().nullish().transform((value) => textWithin(value ?? '', MAX_ADDRESS_CHARS));
/** Of prose the beginning is as true as the whole. */
export const prose = z.string().nullish().transform((value) =>
  visibleText(start(visibleText(start(value ?? '')))).trim()
);

/** Compatibility forms fold to up to 18 letters each, so a text is measured before and after. */
function textWithin(value: string, most: number): string {
  if (value.length > most) return '';
  const said = visibleText(value).trim();
  return said.length > most ? '' : said;
}

function start(said: string): string {
  return said.slice(0, MAX_TEXT_CHARS);
}

/** The address of a page; null for any other text. */
export function webAddress(said: string): string | null {
  return /^https?:\/\/\S+$/.test(said) && URL.canParse(said) ? said : null;
}

/** Digits alone, or before a word that says what they count. Other languages have other words: those stay unknown. */
export function wholeNumber(said: string, unit?: RegExp): number | null {
  const digits = unit === undefined || unit.test(said) ? said.replace(unit ?? '', '') : '';
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** A count of pieces; null for what is none, and for more than anybody has: services write 999999999 for "any number". */
export function pieces(said: number | null | undefined): number | null {
  return Number.isInteger(said) && said! >= 0 && said! < ANY_NUMBER ? said! : null;
}

const ANY_NUMBER = 999_999_999;

/** ISO 4217. `RMB` is what people call the yuan. */
export function currencyCode(said: string): string | null {
  const code = said === 'RMB' ? 'CNY' : said;
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** A customs number with or without points, as digits. */
export function tariffCode(said: string): string | null {
  const digits = said.replace(/[.\s]/g, '');
  return /^\d{4,12}$/.test(digits) ? digits : null;
}

/** The level in `1  (Unlimited)` or `MSL 3 - 168 hours`; null where there is none, as for what is not sensitive. */
export function moistureLevel(said: string): string | null {
  const level = /^(?:MSL[ -]?)?(1|2a?|3|4|5a?|6)(?![\d.])(?=$|[\s(,-])/i.exec(said.trim())?.[1];
  return level?.toLowerCase() ?? null;
}

/** ISO 3166, two letters. */
export function countryCode(said: string): string | null {
  return /^[A-Z]{2}$/.test(said) ? said : null;
}
