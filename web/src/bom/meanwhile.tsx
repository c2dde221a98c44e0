/** What others do to a line while somebody is at work on it: said where that is, with who did it. */
import { useEffect } from 'react';
import { type Change, changeInWords } from './change-words.ts';
import type { whoIs } from './use-who.ts';

/** What others have done to lines since the page was opened, by the line, the oldest first. */
export type Theirs = ReadonlyMap<string, readonly Change[]>;

/** What a page knows of others at work on its BOM. */
export interface Others {
  /** The newest change that the page shows; null before it has read any line. */
  readonly seen: () => number | null;
  readonly theirs: Theirs;
  readonly who: (change: Parameters<typeof whoIs>[1]) => string;
  /** Says where something is shown of a line that somebody works on: nothing of it need be told beside that. Returns how to end it. */
  readonly watch?: (lineId: string) => () => void;
}

/** Of each line. Who comes back after a weekend reads no more of it than this. */
const MOST_CHANGES = 20;

/** Without what this person has done, here or in another tab. */
export const ofOthers = (changes: readonly Change[], userId: string): readonly Change[] =>
  changes.filter(({ user_id }) => user_id !== userId);

/** @param changes the newest first; what is known of them is not added again */
export function withChanges(theirs: Theirs, changes: readonly Change[]): Theirs {
  const all = new Map(theirs);
  for (const change of changes.toReversed()) {
    const known = all.get(change.line_id) ?? [];
    if (known.some(({ change_id }) => change_id === change.change_id)) continue;
    all.set(change.line_id, [...known, change].slice(-MOST_CHANGES));
  }
  return all;
}

interface MeanwhileProps {
  readonly lineId: string;
  readonly others: Others;
  /** What was done up to this change, somebody has seen. */
  readonly since: number | null;
}

export function Meanwhile({ lineId, others: { theirs, who, watch }, since }: MeanwhileProps) {
  useEffect(() => watch?.(lineId), [lineId, watch]);
  const changes = (theirs.get(lineId) ?? []).filter(({ change_id }) => since === null || change_id > since);
  return (
    <div role='status'>
      {changes.map((change) => (
        <p key={change.change_id} className='is-at_risk'>
          {`Meanwhile it ${changeInWords(change)}, by ${who(change)}.`}
        </p>
      ))}
    </div>
  );
}
