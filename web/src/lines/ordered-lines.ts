/** Lines in the order of the file, by their id: a batch that lands costs what its own lines do, not what the BOM has. */
import type { Line } from './line.ts';

export class OrderedLines {
  #lines: Line[] = [];
  /** Where each stands. */
  readonly #places = new Map<string, number>();
  /** Lines came that belong between others. */
  #isMixed = false;
  /** What was given out last, until something changes. */
  #given: readonly Line[] | null = null;

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
      this.#isMixed ||= before !== undefined && before.line_number > line.line_number;
    } else {
      this.#lines[place] = line;
      this.#isMixed ||= before!.line_number !== line.line_number;
    }
    this.#given = null;
  }

  /** All of them; never changed afterwards. */
  list(): readonly Line[] {
    if (this.#isMixed) {
      this.#lines.sort((a, b) => a.line_number - b.line_number);
      for (const [place, { line_id }] of this.#lines.entries()) this.#places.set(line_id, place);
      this.#isMixed = false;
    }
    return this.#given ??= this.#lines.slice();
  }
}
