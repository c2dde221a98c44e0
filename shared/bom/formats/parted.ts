/** Sheets into which separated text was pasted: each row stands in one cell. */
import { Issues } from '../issues.ts';
import { findHeader } from '../mapping/header.ts';
import type { OpenedFile, Table } from '../table.ts';
import { rowsOfTexts, separatorInside } from './csv.ts';

/** A file of which such sheets are parted as their text says, and have names of columns then; others are as they were. */
export function withRowsParted(opened: OpenedFile): OpenedFile {
  const issues = new Issues();
  const tables = opened.tables.map((table) => parted(table, issues) ?? table);
  return { ...opened, tables, issues: [...opened.issues, ...issues.list()] };
}

function parted(table: Table, issues: Issues): Table | null {
  const separator = table.roles || table.merges.length > 0 ? null : separatorInside(table.rows);
  if (separator === null) return null;
  const found = new Issues();
  const read = {
    ...table,
    rows: rowsOfTexts(table.rows, separator, found),
    hiddenColumns: new Set<number>(),
  };
  if (findHeader(read, new Set()) === null) return null;
  for (const issue of found.list()) issues.add(issue);
  return read;
}
