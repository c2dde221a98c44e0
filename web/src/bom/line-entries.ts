/** What happened to a line, in sentences, the newest first, whoever it was: what was edited after a run stands above it. */
import { day } from '../lib/words.ts';
import { type Change, changeInWords } from './change-words.ts';

export function lineEntries(
  changes: readonly Change[],
  settled: { readonly at: string; readonly run: number } | null,
  who: (change: Change) => string,
): readonly string[] {
  const entries = changes.map((change) => (
    { at: change.created_at, text: `It ${changeInWords(change)}, by ${who(change)}` }
  ));
  if (settled) entries.push({ at: settled.at, text: `Run ${settled.run} looked it up` });
  return entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ at, text }) => `${text}, ${day(at)}.`);
}
