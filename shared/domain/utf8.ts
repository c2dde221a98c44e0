/** From bytes to text without guessing: what is not the encoding it claims to be is refused, with its place. */

/** The bytes are no UTF-8 text, or no UTF-16 where a mark says so. Decoding them all the same would put U+FFFD where an umlaut was. */
export class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
  constructor(
    /** Counted from 1. */
    readonly byte: number,
    /** The line of text the byte stands in, counted from 1. */
    readonly line: number,
    /** As two hexadecimal digits. */
    readonly value: string,
  ) {
    super(`not UTF-8 at byte ${byte} (0x${value}), line ${line}`);
  }
}

/**
 * UTF-8, with or without a byte order mark.
 * @throws NotUtf8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes);
  }
}

/**
 * The text of a file: UTF-16 where a byte order mark says so, as spreadsheets write it, UTF-8 otherwise.
 * @throws NotUtf8
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return decodeUtf16(bytes, 'utf-16le');
  if (mark === 0xfeff) return decodeUtf16(bytes, 'utf-16be');
  const text = decodeUtf8(bytes);
  // Every second byte of UTF-16 without its mark is one, and no text holds one.
  if (bytes.includes(0)) throw notTextAt(bytes, bytes.indexOf(0));
  return text;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Half a surrogate pair, or half a unit at the end; the mark that stands before the text counts as two bytes.
    const units = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let unit = 0;
    while (
      2 * unit + 1 < bytes.length &&
      view.getUint16(2 * unit, encoding === 'utf-16le') === units.charCodeAt(unit)
    ) unit += 1;
    const line = units.slice(0, unit).split('\n').length;
    const at = Math.min(2 * unit, bytes.length - 1);
    throw new NotUtf8(at + 1, line, bytes[at]!.toString(16).padStart(2, '0'));
  }
}

/** Decoded leniently and encoded again, the bytes differ where the first wrong one was replaced. */
function notUtf8(bytes: Uint8Array): NotUtf8 {
  const repaired = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return notTextAt(bytes, bytes.findIndex((byte, i) => byte !== repaired[i]));
}

function notTextAt(bytes: Uint8Array, at: number): NotUtf8 {
  const LINE_FEED = 0x0a;
  const line = bytes.subarray(0, at).reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 1);
  return new NotUtf8(at + 1, line, bytes[at]!.toString(16).padStart(2, '0'));
}
