/** What the pages that are shown add to the command menu. */
import { useEffect, useRef } from 'react';

export interface Command {
  readonly id: string;
  readonly text: string;
  /** Beside it, quieter: what it is, or a key that does the same. */
  readonly hint?: string | undefined;
  readonly act: () => void;
}

export interface Commands {
  readonly title: string;
  readonly commands: readonly Command[];
}

type Source = (wanted: string) => readonly Commands[];

const sources = new Set<Source>();

/** While the component is shown, the menu asks it what somebody who typed this may mean. */
export function useCommands(source: Source): void {
  const latest = useRef(source);
  useEffect(() => void (latest.current = source));
  useEffect(() => {
    const ask: Source = (wanted) => latest.current(wanted);
    sources.add(ask);
    return () => void sources.delete(ask);
  }, []);
}

export const commandsOf = (wanted: string): readonly Commands[] => [...sources].flatMap((ask) => ask(wanted));
