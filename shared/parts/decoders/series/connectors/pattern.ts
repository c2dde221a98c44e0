/**
 * Numbers of connectors as their catalogues print them: a pattern with the place of the positions and the codes that may
 * stand elsewhere, and what such a connector is.
 */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import { searchKey } from '../../../part-number.ts';
import { onFirstRead } from '../../segments.ts';
import type { CodeSegment, Segment } from '../../table.ts';

export type Mounting =
  | 'through-hole'
  | 'surface mount'
  | 'press-fit'
  | 'edge mount'
  | 'panel mount'
  | 'cable housing';

/** What the number of a connector says of it beside its positions. */
export interface Connector {
  readonly category?: Category;
  readonly series?: string;
  readonly description?: string;
  readonly rows?: number;
  readonly pitch?: number;
  readonly orientation?: 'vertical' | 'right angle';
  readonly mounting?: Mounting;
  readonly packaging?: string;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The fields of a connector with so many positions in each of its rows. */
export function connector(positions: number | undefined, said: Connector): Statements {
  const { rows = 1, pitch, orientation, mounting, ...others } = said;
  const shape = positions === undefined
    ? undefined
    : `${plural(rows, 'row')} x ${plural(positions, 'position')}`;
  const housing = [shape, pitch && `${pitch} mm`, orientation, mounting].filter(Boolean).join(', ');
  return {
    ...others,
    ...(housing && { package: housing }),
    ...(positions !== undefined && { pins: rows * positions }),
    pitch,
    orientation,
  };
}

/** Numbers of positions: those that `#` stands for, of which all rows together have so many where it is `total`. */
export interface Family extends Connector {
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  readonly counts?: 'a row' | 'all';
}

/**
 * Codes of one place, each as it is written: `TB`, or with what it says of the packaging, `TB=tape and reel`. Their
 * search keys are what is matched.
 */
function written(name: string, codes: readonly string[]): CodeSegment {
  const pairs = codes.map((code) => {
    const [text = '', packaging] = code.split('=');
    return { text, key: searchKey(text), said: packaging === undefined ? {} : { packaging } };
  });
  return {
    name,
    codes: Object.fromEntries(pairs.map(({ key, said }) => [key, said])),
    spelt: Object.fromEntries(pairs.map(({ key, text }) => [key, text])),
  };
}

function positionsOf(width: number, family: Family): CodeSegment {
  const { from, to, step = 1, counts = 'a row', ...said } = family;
  return onFirstRead('positions', () => {
    const codes: Record<string, Statements> = {};
    for (let count = from; count <= to; count += step) {
      const positions = counts === 'all' ? count / (said.rows ?? 1) : count;
      codes[String(count).padStart(width, '0')] = connector(positions, said);
    }
    return { codes };
  });
}

/**
 * A form for numbers such as `TSW-1##-[07|14]-G-S`: each `#` is a digit of the positions, one alone stands for as many
 * as there are; in brackets stand the codes that may stand there.
 */
export function family(pattern: string, said: Family): readonly Segment[] {
  return pattern.split(/(#+|\[[^\]]*\])/).filter(Boolean).map((part, i) => {
    if (part.startsWith('#')) return positionsOf(part.length, said);
    if (part.startsWith('[')) return written(`code ${i}`, part.slice(1, -1).split('|'));
    return searchKey(part) === '' ? { separator: part } : written(`text ${i}`, [part]);
  });
}

/** A form for numbers that are lists rather than schemes, each with what the manufacturer says of it. */
export function listed(numbers: Readonly<Record<string, Statements>>): readonly Segment[] {
  const entries = Object.entries(numbers).map(([text, said]) => [searchKey(text), text, said] as const);
  return [{
    name: 'number',
    codes: Object.fromEntries(entries.map(([key, , said]) => [key, said])),
    spelt: Object.fromEntries(entries.map(([key, text]) => [key, text])),
  }];
}

/** What several listed numbers, separated by spaces, have in common. */
export function alike(numbers: string, said: Statements): Readonly<Record<string, Statements>> {
  return Object.fromEntries(numbers.split(' ').map((number) => [number, said]));
}
