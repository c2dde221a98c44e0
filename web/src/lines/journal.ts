/**
 * Lists that follow each other, each like the one before but for a few places, and which those are: what is made of ten thousand
 * lines is made anew for those of a batch alone.
 */

/** Steps that are remembered. Whoever looks at a list more rarely looks at all of it. */
const MOST_STEPS = 64;

const noted = new WeakMap<readonly unknown[], { readonly journal: Journal; readonly at: number }>();

export class Journal {
  /** The number of the newest list. */
  #at = 0;
  /** The places that each of the newest lists differs in from the one before it. */
  #steps: (readonly number[])[] = [];

  /**
   * Notes the list that follows.
   * @param places in which it differs from the one before; null where nobody knows
   */
  note<List extends readonly unknown[]>(list: List, places: readonly number[] | null): List {
    this.#at += 1;
    this.#steps = places === null ? [] : [...this.#steps, places].slice(-MOST_STEPS);
    noted.set(list, { journal: this, at: this.#at });
    return list;
  }

  /** The places of the lists behind this number; null where that is too long ago. */
  since(at: number, to: number): readonly number[] | null {
    const first = this.#steps.length - (this.#at - at);
    return first < 0 ? null : [...new Set(this.#steps.slice(first, first + to - at).flat())];
  }
}

/** In which places a list differs from an earlier one; null where it may be in any. */
export function placesChanged(list: readonly unknown[], since: readonly unknown[]): readonly number[] | null {
  if (list === since) return [];
  const [now, before] = [noted.get(list), noted.get(since)];
  if (!now || now.journal !== before?.journal || before.at > now.at) return null;
  return now.journal.since(before.at, now.at);
}
