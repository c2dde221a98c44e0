/** Lines in the order of the file, by their id: a batch that lands costs what its own lines do, not what the BOM has. */
import { Journal } from './journal.ts';
import type { Line } from './line.ts';

export class OrderedLines {
  #lines: Line[] = [];
  /** Where each stands. */
  readonly #places = new Map<string, number>();
  /** Lines came that belong between others. */
  #isMixed = false;
  /** What was given out last, until something changes. */
  #given: readonly Line[] | null = null;
  readonly #journal = new Journal();
  /** The places that have changed since; null where lines came or moved. */
  #changed: number[] | null = null;

  get(id: string): Line | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#lines[place];
  }

  put(line: Line): void {
    const place = this.#places.get(line.line_id);
    const before = place === undefined ? this.#lines.at(-1) : this.#lines[place];
    if (place === undefined) {
      this.#places.set(line.line_id, this.#lines.length);
      this.#lines.push(line);
      this.#changed = null;
      this.#isMixed ||= before !== undefined && before.line_number > line.line_number;
    } else {
      this.#lines[place] = line;
      this.#changed?.push(place);
      this.#isMixed ||= before!.line_number !== line.line_number;
    }
    this.#given = null;
  }

  /** All of them; never changed afterwards. Noted in a journal, so that whoever had an earlier list can tell which ones have changed. */
  list(): readonly Line[] {
    if (this.#isMixed) {
      this.#lines.sort((a, b) => a.line_number - b.line_number);
      for (const [place, { line_id }] of this.#lines.entries()) this.#places.set(line_id, place);
      this.#isMixed = false;
      this.#changed = null;
    }
    if (this.#given === null) {
      this.#given = this.#journal.note(this.#lines.slice(), this.#changed);
      this.#changed = [];
    }
    return this.#given;
  }
}
