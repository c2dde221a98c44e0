/** What the cells of one row say, field by field, before anything is made of it. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import type { Layout } from './layout.ts';
import { isNothing } from './part-cell.ts';
import { alternatesInNotes, readParts } from './parts-of-row.ts';
import { readPlacingOf } from './placing-of-row.ts';
import { readPlaces } from './placing.ts';
import { isSameText } from './same.ts';
import type { Beside, CellOf, Problem, Said } from './said.ts';
import { readSupplierNumbers } from './supplier-numbers-of-row.ts';

export function readCells(row: Row, layout: Layout): Said {
  const problems: Problem[] = [];
  const cell = (use: ColumnUse) => row.cells[use.index] ?? '';
  let places: string | null = null;
  let beside: Beside = {};
  const text = (role: ColumnRole) =>
    role === 'designators'
      ? places ??= textOf(role, row, layout)
      : textOf(role, row, layout) || (beside[role as keyof Beside] ?? '');
  const { supplierNumbers, manufacturers, parts: below } = readSupplierNumbers(layout, cell, problems);
  const { parts: named, isEmptyPlace, policy, count, remarks, apart } = readParts(
    row,
    layout,
    cell,
    supplierNumbers,
    problems,
  );
  if (apart !== null) {
    const told = { value: apart.value, footprint: apart.footprint, description: apart.words };
    const texts = Object.entries(told) as [keyof Beside, string | null][];
    const isOpen = (role: keyof Beside) => textOf(role, row, layout) === '';
    beside = Object.fromEntries(texts.filter(([role, text]) => text !== null && isOpen(role)));
    remarks.push(
      ...texts.flatMap(([role, text]) =>
        text === null || isOpen(role) || isSameText(text, textOf(role, row, layout)) ? [] : [text]
      ),
    );
  }
  // The name beside them is the first one's; of alternates it says nothing.
  const parts = manufacturers.length === 0
    ? [
      ...(below.length > 0 && !named.some(({ mpn }) => mpn !== null) ? below : named),
      ...alternatesInNotes(named, layout, cell, problems),
    ]
    : manufacturers.map((mpn, i) => ({ mpn, manufacturer: i === 0 ? named[0]?.manufacturer ?? null : null }));
  if (row.cells.some(beginsLikeError)) readErrors(layout, cell, problems);
  const placing = readPlacingOf(layout, cell, isEmptyPlace, problems);
  return {
    row,
    text,
    parts,
    supplierNumbers: supplierNumbers.length === 0 ? NONE : supplierNumbers,
    policy,
    count,
    remarks: remarks.length === 0 ? NONE : remarks,
    beside,
    placing,
    problems: problems.length === 0 ? NONE : problems,
  };
}

/** What a row says in the columns of a role. */
function textOf(role: ColumnRole, { cells }: Row, layout: Layout): string {
  const uses = layout.of(role);
  if (uses.length === 0) return '';
  if (uses.length === 1) {
    const only = cells[uses[0]!.index] ?? '';
    if (role === 'designators') return only === 'X' || !isNothing(only) ? readPlaces(only).text : '';
    return isNothing(only) ? '' : only;
  }
  const texts = uses.map(({ index }) => cells[index] ?? '');
  // Each column of designators, as of the top and of the bottom side, names places of its own. `X` is a crystal, and no mark.
  return role === 'designators'
    ? [
      ...new Set(
        texts.filter((text) => text === 'X' || !isNothing(text)).map((text) => readPlaces(text).text),
      ),
    ]
      .join(', ')
    : texts.find((text) => !isNothing(text)) ?? '';
}

/** All rows of a file are kept until its lines are known, and most have no problem and no shop's number: they share this. */
const NONE: readonly never[] = [];

/** Asked of each cell, before anybody looks which columns the others are of. */
const beginsLikeError = (text: string) => text.startsWith('#');

/** What a spreadsheet shows of a formula that fails. */
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

const MAY_FAIL = [
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'value',
  'footprint',
  'supplier_number',
] as const;

function readErrors(layout: Layout, cell: CellOf, problems: Problem[]): void {
  for (const role of layout.among(MAY_FAIL)) {
    for (const use of layout.of(role)) {
      const text = cell(use);
      if (FORMULA_ERROR.test(text)) {
        problems.push({ code: 'formula_error', column: use.name, text });
      }
    }
  }
}
