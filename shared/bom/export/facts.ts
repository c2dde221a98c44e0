/** The sheet that has every field of every part with its source. */
import type { StoredExportedLine } from '../../api/export.ts';
import type { SourcedValue } from '../../domain/component.ts';
import { FIELD_NAMES, type FieldName, fieldOf } from '../../domain/fields.ts';
import { wordOf } from './wording.ts';
import type { Cell } from './workbook.ts';

/** Where what differs from part to part stands. */
const [LINE, PART_NUMBER] = [0, 1];

type AddFact = (cells: readonly Cell[], kind: number) => void;

/** @returns what adds a line's rows. One for each file that is written: what the part before says too is put together once. */
export function createFacts(): (line: StoredExportedLine, add: AddFact) => void {
  const rows: { readonly value: SourcedValue; readonly cells: Cell[] }[] = [];

  function rowOf(name: FieldName, kind: number, value: SourcedValue): Cell[] {
    const last = rows[kind];
    if (last && isSame(last.value, value)) return last.cells;
    const cells = cellsOf(name, value, null);
    rows[kind] = { value, cells };
    return cells;
  }

  return ({ line }, add) => {
    const component = line.result?.component;
    if (!component) return;
    FIELD_NAMES.forEach((name, kind) => {
      const field = component.fields[name];
      if (!field) return;
      const addRow = (cells: Cell[]) => {
        cells[LINE] = line.line_number;
        cells[PART_NUMBER] = component.mpn;
        add(cells, kind);
      };
      addRow(rowOf(name, kind, field));
      field.conflicts?.forEach((value) => addRow(cellsOf(name, value, 'yes')));
    });
  };
}

const isSame = (a: SourcedValue, b: SourcedValue): boolean =>
  a.value === b.value && a.unit === b.unit && a.source === b.source && a.confidence === b.confidence &&
  a.reference === b.reference;

/** Those of line and part number are left to whoever asks. */
const cellsOf = (name: FieldName, value: SourcedValue, disagrees: string | null): Cell[] => [
  null,
  null,
  fieldOf(name).label,
  wordOf(name, value),
  typeof value.value === 'number' ? value.value : null,
  value.unit ?? null,
  disagrees,
  value.source,
  value.confidence,
  value.reference ?? null,
];
