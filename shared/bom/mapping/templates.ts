/** Mappings that somebody confirmed, to be used again for files with the same headers. */
import type { ColumnUse, Mapping, MappingTemplate } from '../../domain/mapping.ts';
import type { Header } from './header.ts';
import { readHeader } from './header-words.ts';
import type { Side } from './sides.ts';

/** A confirmed mapping is used again for a file with the same headers. */
export function templated(columns: readonly ColumnUse[], template: MappingTemplate): ColumnUse[] {
  return template.columns.map(({ index, role, group, supplier }) => ({
    index,
    name: columns[index]?.name ?? '',
    role,
    group,
    supplier,
    confidence: 1,
    runner_up: null,
  }));
}

/** Whether a confirmed mapping reads any column of a side. */
export const readsOf = ({ columns }: MappingTemplate, { from, to }: Side) =>
  columns.some(({ index, role }) => role !== 'extra' && index >= from && index < to);

/** The mapping that was confirmed for the headers. */
export function templateFor(
  columns: readonly ColumnUse[],
  header: Header,
  templates: readonly MappingTemplate[],
): MappingTemplate | undefined {
  const headers = headersOf(columns);
  return header.rows.length === 0
    ? undefined
    : templates.find((one) =>
      one.headers.length === headers.length && one.headers.every((name, i) => name === headers[i])
    );
}

function headersOf(columns: readonly Pick<ColumnUse, 'name' | 'index'>[]): string[] {
  const headers: string[] = [];
  for (const { name, index } of columns) headers[index] = readHeader(name).plain;
  return Array.from(headers, (name) => name ?? '');
}

/** What is to be kept of a confirmed mapping. */
export function templateOf({ columns }: Mapping): MappingTemplate {
  return {
    headers: headersOf(columns),
    columns: columns.map(({ index, role, group, supplier }) => ({ index, role, group, supplier })),
  };
}
