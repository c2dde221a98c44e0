/** What element14 publishes of its Product Search API's limits, and what we allow ourselves. */
import type { CallLimits } from '../port.ts';

/** Two a second. When its day begins it does not say; it is at home in Leeds. */
export const CALL_LIMITS: CallLimits = { perMinute: 120, perDay: 1000, timeZone: 'Europe/London' };

/** Two calls within this are one too many, and refused. */
export const PAUSE_MS = 500;

/** A search takes a number for the beginning of others, and has answered with 37 products. */
export const PRODUCTS_PER_ANSWER = 50;

/** The longest part number that we keep, without characters that nobody writes in one. */
export const NUMBER = /^[\x21-\x7e](?:[\x20-\x7e]{0,118}[\x21-\x7e])?$/;

export const TIMEOUT_MS = 10_000;

/** The shops, each with the currency of its prices: answers name none. */
export const STORES: Readonly<Record<string, string>> = {
  'uk.farnell.com': 'GBP',
  'ie.farnell.com': 'EUR',
  'de.farnell.com': 'EUR',
  'at.farnell.com': 'EUR',
  'fr.farnell.com': 'EUR',
  'it.farnell.com': 'EUR',
  'es.farnell.com': 'EUR',
  'pt.farnell.com': 'EUR',
  'nl.farnell.com': 'EUR',
  'be.farnell.com': 'EUR',
  'fi.farnell.com': 'EUR',
  'ch.farnell.com': 'CHF',
  'se.farnell.com': 'SEK',
  'dk.farnell.com': 'DKK',
  'no.farnell.com': 'NOK',
  'pl.farnell.com': 'PLN',
  'cz.farnell.com': 'CZK',
  'hu.farnell.com': 'HUF',
  'www.newark.com': 'USD',
  'canada.newark.com': 'CAD',
  'au.element14.com': 'AUD',
  'nz.element14.com': 'NZD',
  'sg.element14.com': 'SGD',
  'hk.element14.com': 'HKD',
  'my.element14.com': 'MYR',
  'cn.element14.com': 'CNY',
  'tw.element14.com': 'TWD',
  'th.element14.com': 'THB',
  'kr.element14.com': 'KRW',
  'in.element14.com': 'INR',
};
