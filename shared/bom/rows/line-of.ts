/** One line, and what is to be said about it. */
import type { Issue } from '../issues.ts';
import type { BomLine, LinePart } from '../line.ts';
import { cut } from '../quoting.ts';
import { conditionIn } from './conditions.ts';
import { DESCRIBING, type Draft } from './draft.ts';
import { extraOf, saysMore } from './extra.ts';
import type { Marked } from './marks.ts';
import { oddCell } from './odd-cell.ts';
import { leavesAllEmpty, notPlaced } from './not-placed.ts';
import { isNothing } from './part-cell.ts';
import { PROBLEMS } from './problem-words.ts';
import type { ReadQuantity } from './quantities.ts';
import { countOf, type Say, type SharedQuantity } from './quantity-of-line.ts';
import type { Layout } from './layout.ts';
import type { Said } from './said.ts';

/** The line that a draft becomes; what is to be said of it goes to `issues`. */
export function lineOf(
  draft: Draft,
  read: ReadQuantity,
  shared: SharedQuantity | undefined,
  panel: number | null,
  layout: Layout,
  issues: Issue[],
): BomLine {
  const { said, rows } = draft;
  const row = rows[0]!;
  const say = (severity: Issue['severity'], code: Issue['code'], column: string | null, detail: string) =>
    issues.push({
      severity,
      row,
      column,
      code,
      detail: `Row ${row}${column ? `, column "${cut(column)}"` : ''}: ${detail}`,
    });
  for (const problem of said.problems) {
    const { severity, detail } = PROBLEMS[problem.code];
    say(severity, problem.code, problem.column, detail(cut(problem.text)));
  }
  const { designators, quantity } = countOf(draft, read, shared, panel, layout, say);
  const odd = oddCell(said, layout);
  if (odd) {
    say(
      'warning',
      'cells_shifted',
      odd.name === '' ? null : odd.name,
      `"${
        cut(said.row.cells[odd.index]!)
      }" should stand in another column: the cells of this row may be shifted.`,
    );
  }
  if (
    DESCRIBING.every((role) => said.text(role) === '') && designators.length + said.parts.length === 0 &&
    said.supplierNumbers.length === 0 && Object.keys(extraOf(said, layout)).length <= layout.of('item').length
  ) {
    say('warning', 'nothing_named', null, 'Nothing says which part this is.');
  }
  const { isNotPlaced, where } = notPlaced(draft, read);
  if (draft.mark !== null && !said.placing.isNotPlaced) sayMarked(draft.mark, say);
  if (isNotPlaced && where === 'section' && conditionIn(draft.emptySection?.title ?? '') !== null) {
    say(
      'warning',
      'conditional_not_placed',
      where,
      PROBLEMS.conditional_not_placed.detail(cut(draft.emptySection!.title)),
    );
  } else if (isNotPlaced && where !== null) {
    say('info', 'not_placed_by_word', where, 'The word here says that the part is not placed.');
  }

  const numbered = said.parts.filter(({ mpn }) => mpn !== null);
  const first = numbered[0] && namedElsewhere(numbered[0], [...numbered, ...draft.alternates]);
  const manufacturer = first ? first.manufacturer : said.parts[0]?.manufacturer ?? null;
  const text = (role: Told) => textOf(role, said, layout);
  return {
    rows,
    designators,
    quantity,
    mpn: first?.mpn ?? null,
    manufacturer,
    value: text('value'),
    footprint: text('footprint'),
    description: text('description'),
    do_not_place: isNotPlaced,
    alternates: numbered.length < 2 && draft.alternates.length === 0
      ? NONE
      : distinctParts([...numbered.slice(1), ...draft.alternates], first),
    supplier_numbers: distinct(draft.supplierNumbers, ({ supplier, number }) => `${supplier}\n${number}`),
    internal_number: text('internal_number'),
    substitution: inLines(text('substitution'), said.policy),
    // A comment is a note where it does not stand in for a value.
    note: inLines(
      layout.of('value').reduce(
        (note, use) => saysMore(use, said, layout) ? inLines(note, said.row.cells[use.index]!) : note,
        text('note'),
      ),
      said.remarks.length === 0 ? null : said.remarks.join('\n'),
    ),
    extra: extraOf(said, layout),
  };
}

/** Fields of a line that are told as they are written. */
type Told = 'value' | 'footprint' | 'description' | 'internal_number' | 'substitution' | 'note';

/** What a row says in the columns of a field; a column of a later group only where those before it say nothing. */
function textOf(role: Told, said: Said, layout: Layout): string | null {
  let text: string | null = null;
  for (const { index, group } of layout.of(role)) {
    const cell = said.row.cells[index] ?? '';
    if (!isNothing(cell) && (group === 0 || text === null)) {
      text = text === null ? cell : `${text}\n${cell}`;
    }
  }
  return text ?? said.beside[role as keyof Said['beside']] ?? null;
}

/** Of what most lines have none of, one for all. */
const NONE: readonly never[] = [];

const inLines = (one: string | null, other: string | null) =>
  one === null ? other : other === null ? one : `${one}\n${other}`;

/** What a sign says of a row is never taken without a word: it may mean something else there. */
function sayMarked(mark: Marked, say: Say): void {
  say(
    'warning',
    'marked_not_placed',
    null,
    `It carries "${mark.sign}", of which row ${mark.row} says: "${cut(mark.text)}". ${
      leavesAllEmpty(mark)
        ? mark.condition === null
          ? 'It was taken as not placed.'
          : 'It was taken as not placed: mark it as placed, if your board has it.'
        : mark.isRemark
        ? 'It was taken as placed, and the sign for no part of the name: mark it, if that is not meant.'
        : mark.isOfSome
        ? 'Only some of its places carry it. The line was taken as placed, with its quantity as written: make two lines of it.'
        : 'It was taken as placed: mark it as not placed, if yours does not have it.'
    }`,
  );
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}

/** A part without a manufacturer, whose number stands among its alternates with one, is that manufacturer's: it is no alternate of itself. */
function namedElsewhere(part: LinePart, parts: readonly LinePart[]): LinePart {
  if (part.manufacturer !== null) return part;
  const names = new Set(parts.flatMap(({ mpn, manufacturer }) => mpn === part.mpn ? manufacturer ?? [] : []));
  const [name] = names;
  return name !== undefined && names.size === 1 ? { ...part, manufacturer: name } : part;
}

/** Alternates that are others than the part itself. */
function distinctParts(parts: readonly LinePart[], first: LinePart | undefined): readonly LinePart[] {
  return distinct(parts, ({ mpn, manufacturer }) => `${mpn}\n${manufacturer}`).filter((
    { mpn, manufacturer },
  ) => mpn !== first?.mpn || (manufacturer !== null && manufacturer !== first.manufacturer));
}
