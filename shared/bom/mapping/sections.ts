/** Parts of one table that have a header of their own. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { designatorsShare, readDesignators } from '../rows/designators.ts';
import type { Row, Table } from '../table.ts';
import { fitOf } from './fits.ts';
import {
  areAlike,
  couldBeHeader,
  EMPTY_CELL,
  type Header,
  type HeaderCell,
  laterHeader,
  NO_HEADER,
} from './header.ts';
import { profileOf, sampleOf } from './profile.ts';

/** Sections that are tried as tables of their own, and rows without digits that are looked at for being their header. */
const MAX_SECTIONS = 20;
const MAX_LOOKED = 500;

export interface Section {
  readonly header: Header;
  readonly rows: readonly Row[];
  /** It lists the same parts as a section before it. */
  readonly isRepeated: boolean;
}

/** Parts of one sheet that have a header of their own: an individual and a collated list, or one list on several pages. */
export function sectionsOf(table: Table, header: Header | null): Section[] {
  if (!header) return [{ header: NO_HEADER, rows: table.rows, isRepeated: false }];
  const start = table.rows.indexOf(header.rows.at(-1)!) + 1;
  const sections: { header: Header; rows: Row[] }[] = [{ header, rows: [] }];
  let looked = 0;
  for (const row of table.rows.slice(start)) {
    const isLooked = sections.length < MAX_SECTIONS && looked < MAX_LOOKED && couldBeHeader(row);
    if (isLooked) looked += 1;
    const later = isLooked ? laterHeader(row, header) : null;
    if (later) sections.push({ header: later, rows: [] });
    else sections.at(-1)!.rows.push(row);
  }
  if (sections.length === 1) return [{ ...sections[0]!, isRepeated: false }];
  const merged: Section[] = [];
  for (const section of sections) {
    const last = merged.at(-1);
    if (last && goesOn(last.header, section) && !haveSameLines(last, section)) {
      // The header between them is left out where lines are read: it is the first one over again, or says no more.
      merged[merged.length - 1] = {
        ...last,
        rows: table.rows.filter(({ number }) =>
          number >= (last.rows[0]?.number ?? 0) && number <= (section.rows.at(-1)?.number ?? 0)
        ),
      };
    } else {
      merged.push({ ...section, isRepeated: merged.some((earlier) => haveSameParts(earlier, section)) });
    }
  }
  return merged;
}

/** Columns of which a header below may have other names: no field of a line is read from them. */
const NO_FIELD: ReadonlySet<string> = new Set(['extra', 'note', 'item']);
/** A part of a list has its quantity or its places, and what it is about, where the list has them. */
const LEAST_SAME = 2;
/** How well cells fit the field that the list has above them, where the name below says nothing of it. */
const LEAST_FIT = 0.6;

/**
 * Whether a section below a header of its own goes on with the list above: what both name stands in the same columns, and what
 * one of them names alone is no field, or holds what the list has there. Somebody who orders in two shops writes two headers.
 */
function goesOn(first: Header, { header, rows }: Pick<Section, 'rows' | 'header'>): boolean {
  if (areAlike(first, header)) return true;
  const same = new Set<string>();
  for (let i = 0; i < Math.max(first.cells.length, header.cells.length); i += 1) {
    const [above, below] = [first.cells[i] ?? EMPTY_CELL, header.cells[i] ?? EMPTY_CELL];
    const [field, other] = [fieldOf(above, first), fieldOf(below, header)];
    if (above.words.plain === below.words.plain) {
      if (field !== null) same.add(field);
      continue;
    }
    if (other !== null && other !== field) return false;
    if (below.name === '' || field === null || other === field) continue;
    if (fitOf(field, profileOf(sampleOf(rows), i)) < LEAST_FIT) return false;
  }
  const isCounted = same.has('quantity') || same.has('designators');
  return isCounted && same.size >= LEAST_SAME;
}

/** The field that a name is of, where no other name of the header says so more clearly. */
function fieldOf({ scores }: HeaderCell, { cells }: Header): ColumnRole | null {
  for (const [role, score] of [...scores].toSorted((a, b) => b[1] - a[1])) {
    if (cells.some((other) => (other.scores.get(role) ?? 0) > score)) continue;
    return NO_FIELD.has(role) ? null : role;
  }
  return null;
}

/** Of a column of places, this many of the cells are some. */
const MOSTLY_PLACES = 0.5;

/** Whether two sections name the same designators: then they are two views of one BOM. */
function haveSameParts(
  one: Pick<Section, 'rows' | 'header'>,
  other: Pick<Section, 'rows' | 'header'>,
): boolean {
  const [a, b] = [one, other].map(({ rows, header }) => {
    const index = header.cells.findIndex(({ scores }) => (scores.get('designators') ?? 0) > 0.5);
    const texts = index < 0 ? [] : rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
    const places = texts.filter((text) => designatorsShare(text) >= 0.5);
    // A column that is only called so lists what a board has one of, too: `0.1uF Cap` stands on any, and so does an ATmega32.
    if (places.length < texts.length * MOSTLY_PLACES) return new Set();
    return new Set(places.flatMap((text) => readDesignators(text, null).designators));
  }) as [Set<string>, Set<string>];
  if (a.size === 0 || b.size === 0) return false;
  let both = 0;
  for (const name of b) if (a.has(name)) both += 1;
  return both / Math.min(a.size, b.size) > 0.5;
}

/** Of the places that both name, this many have the same beside them in two views of one BOM. */
const MOSTLY_SAME = 0.5;

/** Whether two sections tell the same of the same designators. Two boards have an `R1` each, and another part for it. */
function haveSameLines(
  one: Pick<Section, 'rows' | 'header'>,
  other: Pick<Section, 'rows' | 'header'>,
): boolean {
  return shareOfSameLines(one, other) >= MOSTLY_SAME;
}

/** Of the places that two lists both name, the share of which both tell the same; 0 of lists of other places. */
export function shareOfSameLines(
  one: Pick<Section, 'rows' | 'header'>,
  other: Pick<Section, 'rows' | 'header'>,
): number {
  if (!haveSameParts(one, other)) return 0;
  const index = one.header.cells.findIndex(({ scores }) => (scores.get('designators') ?? 0) > 0.5);
  const nameOf = ({ header }: Pick<Section, 'header'>, i: number) => header.cells[i]?.words.plain ?? '';
  const isOfBoth = (i: number) => i !== index && nameOf(one, i) === nameOf(other, i);
  const [a, b] = [one, other].map(({ rows }) => {
    const told = new Map<string, string>();
    for (const { cells } of rows) {
      const beside = cells.filter((cell, i) => isOfBoth(i) && !/^[\d.,\s]*$/.test(cell)).join('\n')
        .toLowerCase();
      for (const name of readDesignators(cells[index] ?? '', null).designators) told.set(name, beside);
    }
    return told;
  }) as [Map<string, string>, Map<string, string>];
  const both = [...b].filter(([name]) => a.has(name));
  return both.filter(([name, beside]) => a.get(name) === beside).length / both.length;
}
