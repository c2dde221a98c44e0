/**
 * Text as bytes, put together in one buffer that is used again: a workbook of ten thousand lines has forty megabytes of it, of
 * which strings would take twice the time to be made and encoded.
 */
const FIRST_BYTES = 64 * 1024;
/** What a number or a run of signs in one call takes at most. */
const ROOM = 64;
/** Of a character. */
const MAX_BYTES = 3;
const [ZERO, TEN] = [48, 10];

const encoder = new TextEncoder();

export class Bytes {
  #buffer = new Uint8Array(FIRST_BYTES);
  length = 0;

  /** Adds what was encoded before, of at most 64 bytes. */
  add(bytes: Uint8Array): void {
    if (this.length + ROOM > this.#buffer.length) this.#grow(ROOM);
    const [buffer, at] = [this.#buffer, this.length];
    // Shorter than what `set` takes to begin.
    for (let i = 0; i < bytes.length; i += 1) buffer[at + i] = bytes[i]!;
    this.length = at + bytes.length;
  }

  addText(text: string): void {
    const most = text.length * MAX_BYTES;
    if (this.length + most > this.#buffer.length) this.#grow(most);
    this.length += encoder.encodeInto(text, this.#buffer.subarray(this.length)).written;
  }

  /** A number with what stands before and behind it, each of at most 20 bytes: what a workbook has most of, in one go. */
  addNumber(before: Uint8Array, number: number, behind: Uint8Array): void {
    if (!Number.isInteger(number) || number < 0 || number > 0x7fffffff) {
      this.add(before);
      this.addText(`${number}`);
      return this.add(behind);
    }
    if (this.length + ROOM > this.#buffer.length) this.#grow(ROOM);
    const buffer = this.#buffer;
    let at = this.length;
    for (let i = 0; i < before.length; i += 1) buffer[at++] = before[i]!;
    let digits = 1;
    for (let rest = number; rest >= TEN; rest = (rest / TEN) | 0) digits += 1;
    let rest = number;
    for (let place = at + digits - 1; place >= at; place -= 1) {
      const tens = (rest / TEN) | 0;
      buffer[place] = ZERO + rest - tens * TEN;
      rest = tens;
    }
    at += digits;
    for (let i = 0; i < behind.length; i += 1) buffer[at++] = behind[i]!;
    this.length = at;
  }

  /** A copy of all of it: who packs it may take its time, as Node does. */
  take() {
    const taken = this.#buffer.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(2 * this.#buffer.length, this.length + least));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
