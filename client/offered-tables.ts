/** The tables of a file as people tell them apart. */
import type { Answer } from './client.ts';

export type OfferedTable = Answer<'POST /boms/preview'>['tables'][number];

/** What a table is called beside the others of its file: its columns only where another one has some of its rows. */
export function tableLabel(table: OfferedTable, all: readonly OfferedTable[]): string {
  const { name, first_row, last_row, first_column, last_column } = table;
  const isBeside = all.some((other) =>
    other !== table && other.name === name && other.first_row <= last_row && first_row <= other.last_row
  );
  return `${name ?? 'this file'}, rows ${first_row} to ${last_row}${
    isBeside ? `, columns ${first_column} to ${last_column}` : ''
  }`;
}

/** What tells a table from all others of its file. */
export const tableKey = ({ table, part }: Pick<OfferedTable, 'table' | 'part'>): string => `${table}.${part}`;
