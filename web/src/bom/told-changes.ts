/** What others have just changed, in the sentences in which a page tells it. */
import { plural } from '../lib/words.ts';
import { type Change, changeInWords } from './change-words.ts';

interface Told {
  readonly text: string;
  /** The line that it is about, where it is about one. */
  readonly about?: string;
}

/**
 * A sentence for each person: of one line what became of it, of several how many.
 * @param changes the newest first
 * @param isAll whether these are all: else each person may have changed more lines
 */
export function toldChanges(
  changes: readonly Change[],
  who: (change: Change) => string,
  isAll: boolean,
): readonly Told[] {
  const byWhom = new Map<string, Change[]>();
  for (const change of changes) byWhom.set(who(change), [...byWhom.get(who(change)) ?? [], change]);
  return [...byWhom].map(([name, theirs]) => {
    const [newest] = theirs;
    const lines = new Set(theirs.map(({ line_id }) => line_id));
    return lines.size === 1
      ? { text: `${newest!.line_name} ${changeInWords(newest!)}, by ${name}.`, about: newest!.line_id }
      : { text: `${plural(lines.size, 'line')}${isAll ? '' : ' or more'} were changed by ${name}.` };
  });
}
