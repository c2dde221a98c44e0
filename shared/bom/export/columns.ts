/** The columns that a BOM came with, in their order, filled again from its lines. */
import type { ExportedFile, StoredExportedLine } from '../../api/export.ts';
import type { ColumnRole } from '../../domain/mapping.ts';

export interface BomColumn {
  readonly name: string;
  readonly cell: (line: StoredExportedLine) => string | number | null | undefined;
}

type UsedColumn = ExportedFile['mapping']['columns'][number];

/** As a file has them that has no header, and where there was no file. */
const NAMES: Readonly<Partial<Record<ColumnRole, string>>> = {
  designators: 'Designators',
  quantity: 'Quantity',
  mpn: 'Part Number',
  manufacturer: 'Manufacturer',
  value: 'Value',
  footprint: 'Footprint',
  description: 'Description',
  do_not_place: 'DNP',
};

/** What a line may say though no column of its file is for it: `10k DNP`, `Yageo RC0603FR-0710KL`. */
const ALWAYS: readonly ColumnRole[] = ['manufacturer', 'do_not_place'];

/** @param file what is kept of the file that the BOM came from, null where there was none */
export function bomColumns(file: ExportedFile | null): readonly BomColumn[] {
  const used = file?.mapping.columns.map((column) => ({ ...column, name: column.name ?? '' })) ??
    (Object.keys(NAMES) as ColumnRole[]).map(columnOf);
  // One column may be used twice, as a value that is also a part number: it stands where it stood, once.
  const columns = new Map<number, UsedColumn>();
  for (const column of used) {
    if (!columns.has(column.index)) columns.set(column.index, column);
  }
  const roles = new Set<ColumnRole>(used.map(({ role }) => role === 'place' ? 'do_not_place' : role));
  const hasHeader = used.some(({ name }) => name !== '');
  const layout = layoutOf(used);
  return [
    ...[...columns.values()].toSorted((a, b) => a.index - b.index),
    ...ALWAYS.filter((role) => !roles.has(role)).map(columnOf),
  ].map((column) => ({
    name: column.name || (hasHeader ? undefined : NAMES[column.role]) || unnamed(column),
    cell: (line) => CELLS[column.role](line, column, layout),
  }));
}

const columnOf = (role: ColumnRole, index: number): UsedColumn => (
  { index, name: NAMES[role]!, role, group: 0, supplier: null }
);

const unnamed = ({ index }: UsedColumn) => `column ${index + 1}`;

/** Which of a line's parts and distributors' numbers have columns of their own. */
interface Layout {
  /** Of the columns of part numbers: the first one's own is 0, its alternates' are 1, 2, … */
  readonly lastPart: number;
  /** By suppliers whose name stands in a header, the columns of their numbers: several may be one supplier's. */
  readonly suppliers: ReadonlyMap<string, readonly number[]>;
  /** Groups of the other columns of distributors' numbers. */
  readonly otherNumbers: readonly number[];
}

function layoutOf(used: readonly UsedColumn[]): Layout {
  const numbers = used.filter(({ role }) => role === 'supplier_number');
  return {
    lastPart: Math.max(0, ...used.flatMap(({ role, group }) => role === 'mpn' ? group : [])),
    suppliers: columnsBySupplier(numbers),
    otherNumbers: numbers.flatMap(({ supplier, group }) => supplier === null ? group : []).toSorted((a, b) =>
      a - b
    ),
  };
}

function columnsBySupplier(numbers: readonly UsedColumn[]): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (const { supplier, index } of numbers.toSorted((a, b) => a.index - b.index)) {
    if (supplier === null) continue;
    columns.set(supplier, [...columns.get(supplier) ?? [], index]);
  }
  return columns;
}

type ReadCell = (
  line: StoredExportedLine,
  column: UsedColumn,
  layout: Layout,
) => string | number | null | undefined;

/** As the import names what it keeps of other columns, see `extraOf` of to-lines.ts. */
const kept: ReadCell = ({ extra }, column) => {
  const name = column.name === '' ? unnamed(column) : column.name;
  return extra[`${name} (${column.index + 1})`] ?? extra[name] ?? null;
};

type Part = { readonly mpn?: string | null | undefined; readonly manufacturer?: string | null | undefined };

/** The parts of a column, one below the other: alternates that have none of their own stand in the last one. */
function partsOf({ line, alternates }: StoredExportedLine, group: number, { lastPart }: Layout): Part[] {
  return [line, ...alternates].slice(group, group === lastPart ? undefined : group + 1);
}

const joined = (texts: readonly (string | null | undefined)[]) =>
  texts.some((text) => (text ?? null) !== null) ? texts.map((text) => text ?? '').join('\n').trimEnd() : null;

/** The distributor's number of a column; those of a header that names nobody come in their order. */
function numberOf(
  { supplier_numbers }: StoredExportedLine,
  { index, group, supplier }: UsedColumn,
  layout: Layout,
) {
  if (supplier !== null) {
    // Each of a supplier's columns has another of its numbers: one number in all of them would be said more often than it was.
    const theirs = supplier_numbers.filter((number) => number.supplier === supplier);
    return theirs[Math.max(0, layout.suppliers.get(supplier)?.indexOf(index) ?? 0)];
  }
  const others = supplier_numbers.filter((number) => !layout.suppliers.has(number.supplier ?? ''));
  return others[Math.max(0, layout.otherNumbers.indexOf(group))];
}

const CELLS: Readonly<Record<ColumnRole, ReadCell>> = {
  mpn: (line, column, layout) =>
    joined(partsOf(line, column.group, layout).map(({ mpn }) => mpn)) ??
      // Words that stood where a number should are kept apart; a distributor's number was read as such.
      kept(line, column, layout) ??
      (layout.otherNumbers.length === 0
        ? numberOf(line, { ...column, supplier: null }, layout)?.number
        : null) ??
      null,
  manufacturer: (line, { group }, layout) =>
    joined(partsOf(line, group, layout).map(({ manufacturer }) => manufacturer)),
  quantity: ({ line }) => line.quantity,
  designators: ({ line }) => line.designators,
  description: ({ line }) => line.description,
  value: ({ line }) => line.value,
  footprint: ({ line }) => line.footprint,
  supplier: (line, column, layout) => numberOf(line, column, layout)?.supplier ?? null,
  supplier_number: (line, column, layout) => numberOf(line, column, layout)?.number ?? null,
  do_not_place: ({ line }) => line.do_not_place ? 'DNP' : null,
  place: ({ line }) => line.do_not_place ? 'no' : 'yes',
  internal_number: ({ internal_number }) => internal_number,
  substitution: ({ line }) => line.substitution,
  note: ({ note }) => note,
  item: kept,
  extra: kept,
};
