/** Numbers and dates of workbooks as text that loses nothing: `0603`, `5%`, `885342207005`, `2026-11-26`. */
import type { TypedValue } from '../table.ts';

export interface Shown {
  readonly text: string;
  readonly typed: TypedValue;
}

export type NumberFormat = (value: number, stored?: string) => Shown;

/** What workbooks mean by a number without giving its code. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};
/** Dates and times, in the forms of several countries. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function builtInCode(id: number): string {
  return isBuiltInDate(id) ? 'yyyy-mm-dd' : BUILT_IN[id] ?? 'General';
}

/** No code of a spreadsheet is longer. */
const MAX_CODE_CHARS = 255;
const LITERALS = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|[_*]./g;
const DATE = /[yd]|m{3,}|h|s|am\/pm/i;

/** @param code as in `0000`, `#,##0.00 "€"` or `yyyy-mm-dd`: each is made out once, however many cells have it */
export function numberFormat(code: string, is1904: boolean): NumberFormat {
  if (code.length > MAX_CODE_CHARS) return plain;
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const bare = sections[0]!.replace(LITERALS, '').replace(/\[[^\]]*\]/g, '');
  if (/\[[hms]+\]/i.test(code)) return plain;
  if (DATE.test(bare.replace(/general/i, ''))) {
    return (value, stored) => showDate(value, is1904) ?? plain(value, stored);
  }
  const show = sectionOf(sections[0]!);
  if (!show) return plain;
  // What is below zero has a section of its own, of brackets and colours.
  return (value, stored) => {
    const text = value < 0 ? `-${show(-value, stored?.slice(1))}` : show(value, stored);
    return { text, typed: number(value, stored) };
  };
}

/** Between its first and last place for a digit, a section has literals too: `000-0000`. */
const SECTION = /^([^0#?]*)([0#?][^.]*?)(?:\.([0#?]*))?((?:[^0#?]*))$/;

/** Null for what is better written plainly: fractions, exponents, thousands left away, conditions. */
function sectionOf(code: string): ((value: number, stored?: string) => string) | null {
  if (/\[[<>=]/.test(code) || /general/i.test(code)) return null;
  const literals: string[] = [];
  // Literals step aside, so that digits and percent signs in them are not taken for places.
  const places = code.replace(LITERALS, (_written, quoted, escaped, currency) => {
    const text = quoted ?? escaped ?? currency ?? '';
    return text === '' ? '' : `\ue000${String.fromCharCode(0xe100 + literals.push(text) - 1)}`;
  }).replace(/\[[^\]]*\]/g, '');
  const found = SECTION.exec(places);
  if (!found || /[E@/]|,(?![#0?])/i.test(places)) return null;
  const [, before = '', whole = '', fraction = '', behind = ''] = found;
  const literal = (text: string) =>
    text.replace(/\ue000(.)/g, (_mark, at) => literals[at.charCodeAt(0) - 0xe100] ?? '');
  const isPercent = places.includes('%');
  const decimals = (fraction.match(/0/g) ?? []).length;
  return (value, stored) => {
    const [digits = '0', rest = ''] =
      (isPercent ? inFull(Number((value * 100).toPrecision(15))) : inFull(value, stored))
        .split('.');
    const shown = decimals + rest.length > 0 ? `.${rest.padEnd(decimals, '0')}` : '';
    return `${literal(before)}${fill(literal(whole.replaceAll(',', '')), digits)}${shown}${literal(behind)}`
      .trim();
  };
}

/** Digits put into their places from the right; those without a place stand before the first. */
function fill(places: string, digits: string): string {
  let [text, left] = ['', digits.length];
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at]!;
    if (!'0#?'.includes(place)) text = place + text;
    else if (left > 0) text = digits[--left] + text;
    else if (place === '0') text = `0${text}`;
  }
  return digits.slice(0, left) + text;
}

/** A number without a format. */
export const plain: NumberFormat = (value, stored) => {
  const text = inFull(value, stored);
  return { text, typed: { kind: 'number', raw: text } };
};

function number(value: number, stored?: string): TypedValue {
  return { kind: 'number', raw: inFull(value, stored) };
}

/** Never with an exponent, and with every digit that a whole number was stored with. */
function inFull(value: number, stored?: string): string {
  if (stored !== undefined && stored.length >= 15 && /^-?[1-9]\d{14,30}$/.test(stored)) return stored;
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  const [, sign, digits, exponent] = /^(-?)([\d.]+)e-(\d+)$/.exec(text)!;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits!.replace('.', '')}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

/** Null for what is no day. */
function showDate(serial: number, is1904: boolean): Shown | null {
  if (!(serial >= 0 && serial <= LAST_DAY)) return null;
  // Day 60 is a 29 February 1900 that never was; what is before it is one day off.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round(serial * DAY_MS / 1000) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19).replace(/:00$/, '')];
  const text = serial < 1 && !is1904 ? time : time === '00:00' ? day : `${day} ${time}`;
  return { text, typed: { kind: 'date', raw: text } };
}
