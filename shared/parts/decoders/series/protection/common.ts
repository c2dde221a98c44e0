/** What the tables of fuses, varistors, switches and relays share. */
import type { Statements } from '../../../finding.ts';
import { chip, codes } from '../../segments.ts';
import type { CodeSegment, LiteralSegment, SeparatorSegment } from '../../table.ts';
import { DASH } from '../pieces.ts';

/** Families by the beginning of their numbers: the package, or all that is said of them. */
export const families = (listed: Readonly<Record<string, string | Statements>>): CodeSegment => ({
  name: 'family',
  codes: Object.fromEntries(
    Object.entries(listed).map(([code, said]) => [
      code,
      { series: code, ...(typeof said === 'string' ? (said === '' ? {} : { package: said }) : said) },
    ]),
  ),
});

const PROTECTION_SIZES: Readonly<Record<string, string>> = {
  '2016': '2016 (5040 metric)',
  '2410': '2410 (6125 metric)',
  '2920': '2920 (7351 metric)',
};

/** A chip size, of which some are used for fuses only. */
export const size = (imperial: string): string => PROTECTION_SIZES[imperial] ?? chip(imperial);

/** Chip sizes that stand in a number as they are called. */
export const sizes = (list: string): CodeSegment =>
  codes('size', 'package', Object.fromEntries(list.split(' ').map((code) => [code, size(code)])));

/** Currents that PTCs are made to hold, in hundredths of an ampere. */
const HELD =
  '004 005 010 012 014 016 017 018 020 025 030 033 035 040 050 055 060 065 070 075 080 090 100 110 120 125 135 ' +
  '150 155 160 170 175 185 190 200 250 260 300 350 380 400 450 500 550 600 650 700 750 800 900 1000 1100';

/** The current that a resettable fuse holds, in hundredths of an ampere: `050` is 0.5 A. */
export const held = (digits = 3): CodeSegment =>
  codes(
    'current',
    'current_rating',
    Object.fromEntries(HELD.split(' ').map((code) => [code.padStart(digits, '0'), Number(`${code}e-2`)])),
  );

/** Voltages that stand in a number in volts. */
export const volts = (name: string, list: string): CodeSegment =>
  codes(name, 'voltage_rating', Object.fromEntries(list.split(' ').map((code) => [code, Number(code)])));

export const RESETTABLE = { category: 'resettable_fuse', description: 'Resettable fuse (PTC)' } as const;

/** Families whose name has a dash: the form of each begins with `start`, a dash and a code. */
export const dashed = (
  start: string,
  listed: Readonly<Record<string, Statements>>,
): readonly [LiteralSegment, SeparatorSegment, CodeSegment] => [
  { literal: start },
  DASH,
  families(
    Object.fromEntries(
      Object.entries(listed).map(([code, said]) => [code, { series: `${start}-${code}`, ...said }]),
    ),
  ),
];
