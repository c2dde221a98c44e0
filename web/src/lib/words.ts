/** Numbers and errors as the page writes them. */
import { Refusal } from '../../../shared/domain/refusal.ts';
export { designatorsInShort } from '../../../shared/domain/designators-in-short.ts';
export { areSeveral, nameOfLine } from '../../../shared/domain/name-of-line.ts';

const COUNT = new Intl.NumberFormat('en');

export const count = (n: number): string => COUNT.format(n);

/** `1 line`, `1,200 lines` */
export const plural = (n: number, what: string): string => `${count(n)} ${what}${n === 1 ? '' : 's'}`;

export function messageOf(error: unknown): string {
  // What a file is refused with that is read here, in the browser.
  if (error instanceof Refusal) return error.detail;
  return error instanceof Error ? error.message : String(error);
}

/** Money as a sum: `412.10`. */
const SUM = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SMALL = new Intl.NumberFormat('en', { minimumFractionDigits: 4, maximumFractionDigits: 4 });
/** As wide as a digit, so that points stand below each other. */
const FIGURE_SPACE = '\u2007';

export const sum = (amount: number): string => SUM.format(amount);

/** Of one piece: small parts cost fractions of a cent. */
export const price = (amount: number): string =>
  amount < 1 ? SMALL.format(amount) : `${SUM.format(amount)}${FIGURE_SPACE}${FIGURE_SPACE}`;

/** How much of it a total counts, where that is not all: `2 of 74 lines priced`. */
export const pricedInPart = (
  { lines_priced, lines_to_buy }: { readonly lines_priced: number; readonly lines_to_buy: number },
): string | null =>
  lines_priced < lines_to_buy ? `${count(lines_priced)} of ${plural(lines_to_buy, 'line')} priced` : null;

/** Whether a total counts too few of the lines to say what a board costs. */
export const isMostlyUnpriced = (
  { lines_priced, lines_to_buy }: { readonly lines_priced: number; readonly lines_to_buy: number },
): boolean => lines_priced < lines_to_buy / 2;

/** What is not known. Never 0. */
export const UNKNOWN = '–';

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const SHORT_TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `14:03:20` */
export const clock = (moment: string | number): string => TIME.format(new Date(moment));

/** `today 13:52`, `24 Nov`, `3 Sep 2025` */
export function day(moment: string, now: number = Date.now()): string {
  const [at, today] = [new Date(moment), new Date(now)];
  if (at.toDateString() === today.toDateString()) return `today ${SHORT_TIME.format(at)}`;
  return (at.getFullYear() === today.getFullYear() ? DAY : DAY_OF_YEAR).format(at);
}

/** `3 s ago`, `9 minutes ago`, `2 h ago`; older ones by their day. */
export function ago(moment: string | number, now: number): string {
  const seconds = Math.max(0, Math.round((now - new Date(moment).getTime()) / 1_000));
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  const hours = Math.round(minutes / 60);
  return hours < 24 ? `${hours} h ago` : day(new Date(moment).toISOString(), now);
}

/** `less than a minute ago`, and as `ago` from there: for a page that says no seconds. */
export const roughlyAgo = (moment: string | number, now: number): string =>
  now - new Date(moment).getTime() < 59_500 ? 'less than a minute ago' : ago(moment, now);

/** `0 min`, `12 min`, `1 h 2 min` */
export function roughlyLasting(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `0:07`, `1:12`, `1:02:40` */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pad = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}
