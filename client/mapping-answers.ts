/** What people answer to the questions of a preview, put together: each option is a whole mapping. */
import type { FileMapping } from '../shared/domain/mapping.ts';

/**
 * @param answer the proposal with what was answered so far
 * @param proposed what the preview proposed
 * @param chosen the mapping of the option that was chosen
 * @returns the answer with what the option changes of the proposal
 */
export function withAnswer(answer: FileMapping, proposed: FileMapping, chosen: FileMapping): FileMapping {
  // Another table has other columns: nothing that was answered before is of it.
  if (PLACE.some((key) => !isSame(chosen[key], proposed[key]))) return chosen;
  const changed = (Object.keys(chosen) as (keyof FileMapping)[]).filter((key) =>
    !isSame(chosen[key], proposed[key])
  );
  const columns = answer.columns.map((column, i) =>
    isSame(chosen.columns[i], proposed.columns[i]) ? column : chosen.columns[i] ?? column
  );
  // A column that the option reads as another field, too, stands behind the others.
  const added = chosen.columns.slice(proposed.columns.length);
  return {
    ...answer,
    ...Object.fromEntries(changed.map((key) => [key, chosen[key]])),
    columns: [...columns, ...added],
  };
}

/** Where the lines stand. */
const PLACE = ['table', 'header_rows', 'first_row', 'last_row'] as const;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
