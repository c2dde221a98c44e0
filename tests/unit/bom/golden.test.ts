/** Files made for these tests, one or more for each kind of failure and each trap, and what a person reads in them. */
import { describe, expect, it } from 'vitest';
import type { BomLine } from '../../../shared/bom/line.ts';
import { openText } from '../../../shared/bom/open.ts';
import { previewOpened } from '../../../shared/bom/preview.ts';
import { CELLS } from './golden/cells.ts';
import { COLUMNS } from './golden/columns.ts';
import { COUNTS } from './golden/counts.ts';
import type { Golden } from './golden/golden.ts';
import { HOUSES } from './golden/houses.ts';
import { KINDS } from './golden/kinds.ts';
import { LAYOUTS } from './golden/layouts.ts';
import { LISTS } from './golden/lists.ts';
import { MEASURES } from './golden/measures.ts';
import { PROGRAMS } from './golden/programs.ts';
import { PROJECTS } from './golden/projects.ts';
import { SHOPS } from './golden/shops.ts';
import { TABLES } from './golden/tables.ts';
import { TRAPS } from './golden/traps.ts';
import { UNCOUNTED } from './golden/uncounted.ts';

const joined = (cells: readonly string[]) => cells.join(' | ').replace(/(?: \| *)+$/, '').trim();

function shown(line: BomLine): string {
  const alternates = line.alternates.map(({ mpn, manufacturer }) =>
    manufacturer ? `${mpn}@${manufacturer}` : mpn
  );
  return joined([
    line.designators.join(','),
    String(line.quantity),
    line.mpn ?? '',
    line.manufacturer ?? '',
    line.do_not_place ? 'DNP' : '',
    alternates.join('; '),
  ]);
}

function check({ text, lines, says = [], saysNot = [], asks }: Golden): void {
  const read = previewOpened(openText(text), {});
  expect(read.lines.map(shown)).toEqual(
    lines.map((line) => joined(line.split('|').map((cell) => cell.trim()))),
  );
  expect(read.issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...says]));
  expect(read.issues.map(({ code }) => code).filter((code) => saysNot.includes(code))).toEqual([]);
  // What is answered may be sent back with the file, and is refused beyond certainty.
  for (const { confidence } of read.mapping.columns) expect(confidence).toBeLessThanOrEqual(1);
  if (asks) expect(read.questions.map(({ code }) => code)).toEqual(asks);
}

const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly Golden[]>>>> = {
  'a kind of failure': KINDS,
  'a program': PROGRAMS,
  'a list of a project': PROJECTS,
  'a list of a fabricator': HOUSES,
  'a list with shops': SHOPS,
  'a count': COUNTS,
  'several tables': TABLES,
  'a layout': LAYOUTS,
  'a list without columns': LISTS,
  'a cell': CELLS,
  'no number': MEASURES,
  'a column': COLUMNS,
  'a trap': TRAPS,
  'a row that nobody counted': UNCOUNTED,
};

for (const [family, groups] of Object.entries(FAMILIES)) {
  for (const [group, files] of Object.entries(groups)) {
    describe(`${family}: ${group}`, () => {
      it.each(files.map((file) => [file.name, file] as const))('%s', (_name, file) => check(file));
    });
  }
}
