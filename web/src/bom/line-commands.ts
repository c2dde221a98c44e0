import type { Commands } from '../app/command-sources.ts';
import { goTo } from '../lib/address.ts';
import { finding, lineInShort } from '../lines/find.ts';
import type { Line } from '../lines/line.ts';

/** As many as a menu shows; whoever wants another types on. */
const MOST_LINES = 8;
export const LINES_TITLE = 'Lines';

/** Lines of a BOM that somebody may mean who has typed this, for the command menu. */
export function lineCommands<Each extends { readonly line: Line }>(
  bomId: string,
  lines: readonly Each[],
  wanted: string,
  hintOf?: (line: Each) => string,
): Commands {
  const isMeant = finding(wanted);
  const meant = wanted === '' ? [] : lines.filter(({ line }) => isMeant(line)).slice(0, MOST_LINES);
  return {
    title: LINES_TITLE,
    commands: meant.map((each) => ({
      id: `line ${each.line.line_number}`,
      text: lineInShort(each.line),
      hint: hintOf?.(each),
      // whatever was filtered: the line is to be seen
      act: () => goTo(`/boms/${bomId}?line=${each.line.line_number}`),
    })),
  };
}
