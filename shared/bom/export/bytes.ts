/**
 * Text as bytes, put together in one buffer that is used again: a workbook of ten thousand lines has forty megabytes of it,
 * nearly all of them a few words around numbers. Those are put as bytes, without a string being made of them.
 */
const FIRST_BYTES = 64 * 1024;
/** Of a character. */
const MAX_BYTES = 3;
/** Texts are encoded together: most are short, and to call the encoder takes longer than to encode them. */
const TOGETHER_CHARS = 16 * 1024;
/** Of what is put at once. */
const WORD_BYTES = 4;

const encoder = new TextEncoder();

/** A piece of text that is put again and again: four bytes of it at once. */
export interface Piece {
  readonly length: number;
  /** The last one may be longer than the text: what follows is put over it. */
  readonly words: Uint32Array;
}

export function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / WORD_BYTES) * WORD_BYTES);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const words = Uint32Array.from(
    { length: padded.length / WORD_BYTES },
    (_, i) => view.getUint32(i * WORD_BYTES),
  );
  return { length: bytes.length, words };
}

/** Of ASCII, which signs need no look at what they mean in XML; `_` may begin an escape of spreadsheets. */
const MAX_PLAIN = 0x7e;
const PLAIN = Uint8Array.from(
  { length: MAX_PLAIN + 1 },
  (_, code) => code >= 0x20 && !'&<>"_'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** What a piece or a number may take beyond its end. */
const SLACK_BYTES = WORD_BYTES;

/** Puts a piece at `at`, where there has to be room for four bytes more. Returns where it ends. */
export function put(view: DataView, at: number, { length, words }: Piece): number {
  for (let i = 0; i < words.length; i += 1) view.setUint32(at + i * WORD_BYTES, words[i]!);
  return at + length;
}

export class Bytes {
  #buffer = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#buffer.buffer);
  #end = 0;
  /** Added, and not encoded yet. */
  #text = '';
  #times = 0;

  /** How often all of it was taken: what stood somewhere before stands there no more. */
  get timesTaken(): number {
    return this.#times;
  }

  addText(text: string): void {
    this.#text += text;
    if (this.#text.length > TOGETHER_CHARS) this.#encode();
  }

  /**
   * Has bytes put behind what there is.
   * @param room how many at most
   * @param write puts them from `at` on and returns where they end
   */
  addBytes(room: number, write: (view: DataView, at: number) => number): void {
    this.#encode();
    this.#makeRoom(room);
    this.#end = write(this.#view, this.#end);
  }

  /**
   * Adds a text between two pieces, at once, where XML holds all of it as it is, a byte a sign: most texts are so.
   * @returns false where it is not so; then nothing was added
   */
  addPlain(before: Piece, text: string, after: Piece): boolean {
    this.#encode();
    this.#makeRoom(before.length + text.length + after.length);
    const begin = put(this.#view, this.#end, before);
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > MAX_PLAIN || PLAIN[code] === 0) return false;
      this.#buffer[begin + i] = code;
    }
    this.#end = put(this.#view, begin + text.length, after);
    return true;
  }

  /** While bytes are put: puts those again that stand at `from`, before `at`. Returns where they end. */
  putAgain(at: number, from: number, length: number): number {
    this.#buffer.copyWithin(at, from, from + length);
    return at + length;
  }

  /** All of it, as it stands until more is added. */
  take() {
    this.#encode();
    const taken = this.#buffer.subarray(0, this.#end);
    this.#end = 0;
    this.#times += 1;
    return taken;
  }

  #encode(): void {
    if (this.#text === '') return;
    this.#makeRoom(this.#text.length * MAX_BYTES);
    this.#end += encoder.encodeInto(this.#text, this.#buffer.subarray(this.#end)).written;
    this.#text = '';
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes + SLACK_BYTES;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#buffer.length, needed));
    larger.set(this.#buffer);
    this.#buffer = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** What `putNumber` writes at most, as of -1.2345678901234567e-100. */
export const NUMBER_BYTES = 24;

/** So many numbers have four digits at most. */
const GROUP = 10_000;
const GROUP_DIGITS = 4;
/** Of each such number, its digits as one word: with zeros in front of it, and from its first digit on. */
const [ZEROED, LEADING] = [new Uint32Array(GROUP), new Uint32Array(GROUP)];
for (let number = 0; number < GROUP; number += 1) {
  const digits = [1_000, 100, 10, 1].map((place) => 48 + Math.floor(number / place) % 10);
  ZEROED[number] = digits.reduce((word, digit) => (word << 8) | digit, 0);
  LEADING[number] = ZEROED[number]! << (8 * (GROUP_DIGITS - digitsOf(number)));
}

function digitsOf(number: number): number {
  return number < 10 ? 1 : number < 100 ? 2 : number < 1_000 ? 3 : GROUP_DIGITS;
}

/** Writes a number in decimal, where there has to be room for four bytes more. Returns where it ends. */
export function putNumber(view: DataView, at: number, number: number): number {
  if (!Number.isInteger(number) || number < 0 || number > 0x7fffffff) {
    const text = `${number}`;
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
    return at + text.length;
  }
  if (number < GROUP) {
    view.setUint32(at, LEADING[number]!);
    return at + digitsOf(number);
  }
  const end = putNumber(view, at, (number / GROUP) | 0);
  view.setUint32(end, ZEROED[number % GROUP]!);
  return end + GROUP_DIGITS;
}
