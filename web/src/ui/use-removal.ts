import { useState } from 'react';
import { messageOf } from '../lib/words.ts';
import { useToast } from './toast.tsx';

interface Removal {
  /** Of those that are removed: out of sight, or struck out, until nobody can undo it any more. */
  readonly gone: ReadonlySet<string>;
  /** Why one is still there. */
  readonly error: string | null;
  /**
   * @param name what it is called in "… is deleted."
   * @param act deletes it, and reads again what is left
   */
  readonly remove: (id: string, name: string, act: () => Promise<unknown>) => void;
}

/** Deletes what could be missed: it is gone from sight at once, and from the database when nobody can undo it any more. */
export function useRemoval(): Removal {
  const tell = useToast();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string | null>(null);
  function remove(id: string, name: string, act: () => Promise<unknown>) {
    const mark = (isGone: boolean) =>
      setGone((before) => {
        const after = new Set(before);
        if (isGone) after.add(id);
        else after.delete(id);
        return after;
      });
    setError(null);
    mark(true);
    tell({
      text: `${name} is deleted.`,
      onUndo: () => mark(false),
      onKept: async () => {
        try {
          await act();
        } catch (e) {
          setError(`${name} is still there: ${messageOf(e)}`);
        }
        mark(false);
      },
    });
  }
  return { gone, error, remove };
}
