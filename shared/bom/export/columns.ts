/** The columns that a BOM came with, in their order, filled again from its lines. */
import type { ExportedFile, SaidInBom, StoredExportedLine } from '../../api/export.ts';
import type { ColumnRole } from '../../domain/mapping.ts';
import { readHeader } from '../mapping/header-words.ts';
import { scoreName } from '../mapping/name-rules.ts';
import { supplierOfNumber } from '../mapping/recognisers.ts';
import type { Column, ColumnFormat } from './workbook.ts';

export interface BomColumn extends Column {
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
  internal_number: 'Internal Part Number',
  substitution: 'Substitution',
  note: 'Note',
  supplier: 'Supplier',
  supplier_number: 'Supplier Part Number',
};

const WIDTH = 20;
const WIDTHS: Readonly<Partial<Record<ColumnRole, number>>> = {
  item: 10,
  quantity: 12,
  do_not_place: 8,
  place: 8,
  designators: 28,
  mpn: 26,
  manufacturer: 26,
  value: 24,
  footprint: 34,
  supplier_number: 26,
  description: 44,
};

const FORMATS: Readonly<Partial<Record<ColumnRole, ColumnFormat>>> = {
  designators: 'sentences',
  value: 'sentences',
  quantity: 'number',
  description: 'sentences',
  note: 'sentences',
};

/** Where there was no file. */
const WITHOUT_FILE: readonly ColumnRole[] = [
  'designators',
  'quantity',
  'mpn',
  'manufacturer',
  'value',
  'footprint',
  'description',
  'do_not_place',
];

/** What a line may say though no column of its file is for it: `10k DNP`, `Yageo RC0603FR-0710KL`. */
const ALWAYS: readonly ColumnRole[] = ['manufacturer', 'do_not_place'];

/**
 * @param file what is kept of the file that the BOM came from, null where there was none
 * @param said what any line says: what no column of the file holds, people wrote later or sent as JSON, gets columns of its
 *   own behind those, named as the import reads them
 * @param most columns that these may become
 */
export function bomColumns(
  file: ExportedFile | null,
  said: SaidInBom | null,
  most: number,
): readonly BomColumn[] {
  const used = file?.mapping.columns.map((column) => ({ ...column, name: column.name ?? '' })) ??
    WITHOUT_FILE.map(columnOf);
  const { columns, further } = placesOf(used);
  const roles = new Set<ColumnRole>(used.map(({ role }) => role === 'place' ? 'do_not_place' : role));
  const hasHeader = used.some(({ name }) => name !== '');
  const layout = layoutOf(used);
  const stated = new Set<ColumnRole>([...ALWAYS, ...said?.fields ?? []]);
  const numbers = numberColumns(said?.numbers ?? [], layout);
  const known = [
    ...columns,
    ...further,
    ...[...stated].filter((role) => !roles.has(role)).map(columnOf),
    ...manufacturerColumns(used, said?.manufacturers ?? 0),
  ].map((column) => ({
    name: column.name || (hasHeader ? undefined : NAMES[column.role]) || unnamed(column),
    width: WIDTHS[column.role] ?? WIDTH,
    ...(FORMATS[column.role] && { format: FORMATS[column.role] }),
    ...(column.role === 'designators' && { isRepeated: true as const }),
    cell: (line: StoredExportedLine) => CELLS[column.role](line, column, layout),
  }));
  const before = [...known, ...numbers];
  return [...before, ...extraColumns(said?.extra ?? [], used, most - before.length)];
}

interface Places {
  /** In their order, each once. */
  readonly columns: readonly UsedColumn[];
  /** What else columns were used for, in columns of its own: one cell cannot say two fields that differ since. */
  readonly further: readonly UsedColumn[];
}

/** A column that is used twice, as a value that is also a part number, stays what its name says it is. */
function placesOf(used: readonly UsedColumn[]): Places {
  const columns = new Map<number, UsedColumn>();
  const score = ({ name, role }: UsedColumn) => scoreName(readHeader(name)).get(role) ?? 0;
  for (const column of used) {
    const other = columns.get(column.index);
    if (!other || score(column) > score(other)) columns.set(column.index, column);
  }
  return {
    columns: [...columns.values()].toSorted((a, b) => a.index - b.index),
    further: used.filter((column) => columns.get(column.index) !== column && CELLS[column.role] !== kept)
      .map((column) => {
        const role = column.role === 'place' ? 'do_not_place' : column.role;
        return { ...column, role, name: numbered(NAMES[role]!, column.group) };
      }),
  };
}

/** Manufacturers of alternates whose numbers have columns of their own, where the file has none for them. */
function manufacturerColumns(used: readonly UsedColumn[], lastAlternate: number): UsedColumn[] {
  const groupsOf = (wanted: ColumnRole) =>
    new Set(used.flatMap(({ role, group }) => role === wanted ? group : []));
  const held = groupsOf('manufacturer');
  // Named as those that the file has, which the import takes for one family.
  const named = used.find(({ role, name }) => role === 'manufacturer' && name !== '')?.name;
  const name = named?.replace(/[\s_#-]*\(?\d+\)?$/, '') || NAMES.manufacturer!;
  return [...groupsOf('mpn')].filter((group) => group > 0 && group <= lastAlternate && !held.has(group))
    .map((group) => ({ ...columnOf('manufacturer', 0), name: numbered(name, group), group }));
}

const numbered = (name: string, group: number) => group === 0 ? name : `${name} ${group + 1}`;

/** Columns for what is kept of columns that the file does not have. */
function extraColumns(names: readonly string[], used: readonly UsedColumn[], room: number): BomColumn[] {
  const first = used.find(({ role }) => role === 'quantity');
  const held = new Set(
    used.filter((column) =>
      CELLS[column.role] === kept || column.role === 'mpn' || (column.role === 'quantity' && column !== first)
    ).flatMap(keptAs),
  );
  const further = names.filter((name) => !held.has(name));
  // The last one takes what there is no room for.
  const shown = further.length > room ? further.slice(0, Math.max(0, room - 1)) : further;
  const columns = shown.map((name): BomColumn => ({ name, width: WIDTH, cell: ({ extra }) => extra[name] }));
  if (shown.length === further.length) return columns;
  const isElsewhere = new Set([...held, ...shown]);
  return [...columns, {
    name: 'Other columns',
    width: WIDTH,
    cell: ({ extra }) =>
      Object.entries(extra).filter(([name]) => !isElsewhere.has(name))
        .map(([name, text]) => `${name}: ${text}`).join('\n') || null,
  }];
}

/** A column for each distributor that the import knows by the header, and two for numbers of all others. */
function numberColumns(combinations: SaidInBom['numbers'], layout: Layout): BomColumn[] {
  const further = combinations.flatMap(({ has_mpn, suppliers }) =>
    furtherNumbers(suppliers.map((supplier) => ({ supplier })), has_mpn, layout)
  );
  const names = [...new Set(further.map(({ supplier }) => supplier ?? null))].toSorted();
  const named = names.filter((name) => name !== null && isReadAs(name));
  const isCut = combinations.length > MAX_COMBINATIONS;
  const hasOthers = isCut || names.some((name) => !named.includes(name));
  // Beside a supplier's name of the file's own, a number that names nobody would be read as that supplier's.
  const namesOthers = isCut || (hasOthers && layout.lastSupplier !== null) ||
    names.some((name) => name !== null && !named.includes(name));
  const ofLine = ({ line, supplier_numbers }: StoredExportedLine) =>
    furtherNumbers(supplier_numbers, (line.mpn ?? null) !== null, layout);
  const others = (line: StoredExportedLine) =>
    ofLine(line).filter(({ supplier }) => !named.includes(supplier ?? null));
  const place = layout.lastSupplier === null ? '' : ` ${layout.lastSupplier + 2}`;
  return [
    ...named.map((name): BomColumn => ({
      name: headerOf(name!),
      width: WIDTHS.supplier_number!,
      cell: (line) =>
        joined(ofLine(line).filter(({ supplier }) => supplier === name).map(({ number }) => number)),
    })),
    ...(namesOthers
      ? [{
        name: `${NAMES.supplier}${place}`,
        width: WIDTH,
        cell: (line: StoredExportedLine) => {
          const names = others(line).map(({ supplier }) => supplier ?? null);
          return names.every((name) => name === null) ? null : names.map((name) => name ?? NOBODY).join('\n');
        },
      }]
      : []),
    ...(hasOthers
      ? [{
        name: `${NAMES.supplier_number}${place}`,
        width: WIDTHS.supplier_number!,
        cell: (line: StoredExportedLine) => joined(others(line).map(({ number }) => number)),
      }]
      : []),
  ];
}

const headerOf = (supplier: string) => `${supplier} Part Number`;
const isReadAs = (supplier: string) => readHeader(headerOf(supplier)).distributor === supplier;
/** Where there are more, anybody's number may follow. */
const MAX_COMBINATIONS = 1_000;
/** Among names that stand below each other. */
const NOBODY = '-';

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
  /** The last group of the columns of suppliers' names; null where there are none. */
  readonly lastSupplier: number | null;
  readonly hasPartNumbers: boolean;
  /** Of each role, its columns in the order in which the import reads them. */
  readonly byRole: ReadonlyMap<ColumnRole, readonly number[]>;
}

function layoutOf(used: readonly UsedColumn[]): Layout {
  const numbers = used.filter(({ role }) => role === 'supplier_number');
  return {
    lastPart: Math.max(0, ...used.flatMap(({ role, group }) => role === 'mpn' ? group : [])),
    suppliers: columnsBySupplier(numbers),
    otherNumbers: numbers.flatMap(({ supplier, group }) => supplier === null ? group : []).toSorted((a, b) =>
      a - b
    ),
    lastSupplier: used.reduce<number | null>(
      (last, { role, group }) => role === 'supplier' ? Math.max(last ?? 0, group) : last,
      null,
    ),
    hasPartNumbers: used.some(({ role }) => role === 'mpn'),
    byRole: new Map(
      used.map(({ role }) => [
        role,
        used.flatMap((each) => each.role === role && !isStandIn(each) ? each.index : []),
      ]),
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
  const [apart, name] = keptAs(column);
  return extra[apart] ?? extra[name] ?? null;
};

function keptAs(column: UsedColumn): [apart: string, name: string] {
  const name = column.name === '' ? unnamed(column) : column.name;
  return [`${name} (${column.index + 1})`, name];
}

type Part = { readonly mpn?: string | null | undefined; readonly manufacturer?: string | null | undefined };

/** The parts of a column, one below the other: alternates that have none of their own stand in the last one. */
function partsOf({ line, alternates }: StoredExportedLine, group: number, { lastPart }: Layout): Part[] {
  return [line, ...alternates].slice(group, group === lastPart ? undefined : group + 1);
}

const joined = (texts: readonly (string | null | undefined)[]) =>
  texts.some((text) => (text ?? null) !== null) ? texts.map((text) => text ?? '').join('\n').trimEnd() : null;

type Numbered = { readonly supplier?: string | null | undefined; readonly number?: string };

/** Whether a column of numbers that names nobody has room for it: whose it is has to stand beside it, or to be seen by it. */
function isOther({ supplier = null, number }: Numbered, layout: Layout): boolean {
  if (supplier === null) return true;
  if (layout.suppliers.has(supplier)) return false;
  return layout.lastSupplier !== null || layout.otherNumbers.length === 0 ||
    (number !== undefined && supplierOfNumber(number) === supplier);
}

/** Distributors' numbers of a line for which the file's columns have no room. */
function furtherNumbers<Number extends Numbered>(
  numbers: readonly Number[],
  hasMpn: boolean,
  layout: Layout,
): Number[] {
  const taken = new Map<string, number>();
  let others = layout.otherNumbers.length;
  // One that stands for a part number was read from there; whose it is was seen by it, or stood beside it.
  const [first] = numbers.filter((number) => isOther(number, layout));
  if (
    others === 0 && layout.hasPartNumbers && !hasMpn &&
    (first?.supplier === 'DigiKey' || layout.lastSupplier !== null)
  ) others = 1;
  return numbers.filter((number) => {
    const supplier = number.supplier ?? '';
    const own = layout.suppliers.get(supplier);
    if (own) {
      taken.set(supplier, (taken.get(supplier) ?? 0) + 1);
      return taken.get(supplier)! > own.length;
    }
    if (!isOther(number, layout)) return true;
    others -= 1;
    return others < 0;
  });
}

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
  const others = supplier_numbers.filter((number) => isOther(number, layout));
  return others[Math.max(0, layout.otherNumbers.indexOf(group))];
}

function numberForPart(line: StoredExportedLine, column: UsedColumn, layout: Layout): string | null {
  if (layout.otherNumbers.length > 0) return null;
  const number = numberOf(line, { ...column, supplier: null }, layout);
  const further = furtherNumbers(line.supplier_numbers, (line.line.mpn ?? null) !== null, layout);
  return number && !further.includes(number) ? number.number : null;
}

/** Which of the columns of one role it is. */
function placeOf({ role, index }: UsedColumn, { byRole }: Layout): number {
  return Math.max(0, byRole.get(role)?.indexOf(index) ?? 0);
}

/** A column that says what another leaves out: the other one goes out with it. */
const isStandIn = ({ role, group }: UsedColumn) => group > 0 && (role === 'value' || role === 'description');

/**
 * A text that the import puts together of all columns of a role, one below the other: each column has its own piece, where
 * there is one for each; else the first has the whole.
 */
function piece(textOf: (line: StoredExportedLine) => string | null | undefined): ReadCell {
  return (line, column, layout) => {
    if (isStandIn(column)) return kept(line, column, layout);
    const text = textOf(line) ?? null;
    const pieces = text?.split('\n') ?? [];
    const place = placeOf(column, layout);
    if (pieces.length > 1 && pieces.length === layout.byRole.get(column.role)?.length) return pieces[place];
    return place === 0 ? text : null;
  };
}

const CELLS: Readonly<Record<ColumnRole, ReadCell>> = {
  mpn: (line, column, layout) =>
    joined(partsOf(line, column.group, layout).map(({ mpn }) => mpn)) ??
      // Words that stood where a number should are kept apart; a distributor's number was read as such.
      kept(line, column, layout) ??
      numberForPart(line, column, layout) ??
      null,
  manufacturer: (line, { group }, layout) => {
    const [first, ...others] = partsOf(line, group, layout).map(({ manufacturer }) => manufacturer ?? null);
    // The import takes as many names as numbers for each one's own, and a single one for the first's.
    return others.some((name) => name !== null)
      ? [first, ...others].map((name) => name ?? NOBODY).join('\n')
      : first;
  },
  // The import takes one quantity and keeps the others apart.
  quantity: (line, column, layout) =>
    placeOf(column, layout) === 0 ? line.line.quantity : kept(line, column, layout),
  // Those of both sides are one list.
  designators: ({ line }, column, layout) => placeOf(column, layout) === 0 ? line.designators : null,
  description: piece(({ line }) => line.description),
  value: piece(({ line }) => line.value),
  footprint: piece(({ line }) => line.footprint),
  supplier: (line, column, layout) => numberOf(line, column, layout)?.supplier ?? null,
  supplier_number: (line, column, layout) => numberOf(line, column, layout)?.number ?? null,
  do_not_place: ({ line }) => line.do_not_place ? 'DNP' : null,
  place: ({ line }) => line.do_not_place ? 'no' : 'yes',
  internal_number: piece(({ internal_number }) => internal_number),
  substitution: piece(({ line }) => line.substitution),
  note: piece(({ note }) => note),
  item: kept,
  extra: kept,
};
