/** Texts of a workbook. */
import { type Piece, pieceOf } from './bytes.ts';
import type { NewPart, Part } from './parts.ts';
import { escape, HEAD, MAIN } from './xml.ts';

/** Longer texts make Excel refuse the whole file. Whoever needs them whole takes the CSV. */
const MAX_CELL_CHARS = 32_767;
const SHORTENED = ' … (shortened)';

/** A text stands in the file once, however many cells have it: most of an export says the same again and again. */
export class SharedStrings {
  readonly parts: readonly Part[];
  readonly #part: Part;
  readonly #indexes = new Map<string, number>();
  /** Many rows below each other say one text: to compare it takes less than to look it up. */
  #last = '';
  #lastIndex = -1;

  constructor(newPart: NewPart) {
    this.#part = newPart('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">`);
    this.parts = [this.#part];
  }

  indexOf(text: string): number {
    if (text === this.#last && this.#lastIndex >= 0) return this.#lastIndex;
    let index = this.#indexes.get(text);
    if (index === undefined) {
      this.#indexes.set(text, index = this.#indexes.size);
      this.#add(text);
    }
    this.#last = text;
    return this.#lastIndex = index;
  }

  #add(text: string): void {
    const { bytes } = this.#part;
    const isSpaced = SPACED.test(text);
    if (!isSpaced && text.length <= MAX_CELL_CHARS && bytes.addPlain(BEGIN, text, END)) return;
    bytes.addText(`<si><t${isSpaced ? ' xml:space="preserve"' : ''}>${escape(fitting(text))}</t></si>`);
  }

  finish(): void {
    this.#part.bytes.addText('</sst>');
  }
}

/** Spaces that a reader of XML drops unless it is told not to. */
const SPACED = /^\s|\s$|\n/;
const [BEGIN, END] = ['<si><t>', '</t></si>'].map(pieceOf) as [Piece, Piece];

const fitting = (text: string) =>
  text.length <= MAX_CELL_CHARS ? text : text.slice(0, MAX_CELL_CHARS - SHORTENED.length) + SHORTENED;
