/** What a person chooses in a form that saves each choice at once. */
import { useState } from 'react';

interface Chosen<T> {
  /** What is being saved; null when nothing is. */
  readonly chosen: T | null;
  readonly choose: (some: T) => void;
}

/**
 * Holds a choice from its event until `save` is done, answered or refused.
 * The state of a mutation comes a task after the event. Until then React puts a box back as it was, and a second
 * choice meets a form that is still open and loses it.
 */
export function useChosen<T>(save: (some: T, options: { onSettled: () => void }) => void): Chosen<T> {
  const [chosen, setChosen] = useState<T | null>(null);
  function choose(some: T) {
    setChosen(some);
    save(some, { onSettled: () => setChosen(null) });
  }
  return { chosen, choose };
}
