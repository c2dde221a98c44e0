/** shared/parts/decoders/begins.ts: how the numbers of each series begin, made from its forms. */
import { startsOf } from '../../shared/parts/decoders/forms.ts';
import type { SeriesTable } from '../../shared/parts/decoders/table.ts';

export function beginsModule(series: readonly SeriesTable[]): string {
  const rows = series.map((table) => `  '${table.id}': '${startsOf(table).join(' ')}',\n`);
  return `/**
 * The first characters of all numbers of each series, by its id: an isolate makes the forms of a series when it reads the
 * first number that begins so. \`npm run docs\` writes this file from the forms.
 */
export const BEGINS: Readonly<Record<string, string>> = {
${rows.toSorted().join('')}};
`;
}
