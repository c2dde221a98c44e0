/**
 * ZIP archives, as XLSX and ODS are. What the archive says of itself is added up before anything is unpacked, and an
 * entry is never unpacked past what it says: a few kilobytes can become gigabytes.
 */
import { crc32 } from '../crc32.ts';
import { BOM_FILE, type FileLimits } from '../limits.ts';
import { damaged, passwordProtected, unpacksTooLarge } from '../refusal.ts';
import { Utf8Pieces } from './utf8.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  readonly offset: number;
}

/** Workbooks have some twenty entries, with a hundred pictures some hundred more. */
const MAX_ENTRIES = 2_000;

/** What comes out of the decompressor at once, about: each piece is copied some times before anything is made of it. */
const UNPACKED_PIECE_BYTES = 128 * 1024;
const [MIN_PIECE_BYTES, MAX_PIECE_BYTES] = [128, 8 * 1024];

/** One piece for the decompressor. An entry that says less of itself than is true ends with the first that is too much. */
function pieceBytes({ bytes, packedBytes }: Entry): number {
  const piece = Math.floor(UNPACKED_PIECE_BYTES * packedBytes / Math.max(1, bytes));
  return Math.min(MAX_PIECE_BYTES, Math.max(MIN_PIECE_BYTES, piece));
}

/** An end record has at most this much comment behind it. */
const MAX_COMMENT_BYTES = 0xffff;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];
const IN_EXTRA = 0xffffffff;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) &&
    bytes[3] === bytes[2]! + 1;
}

export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  readonly #limits: FileLimits;

  /**
   * Reads the directory and nothing else.
   * @throws BomRefusal `damaged_file`, `unpacks_too_large`, `password_protected`
   */
  constructor(bytes: Uint8Array, limits: FileLimits = BOM_FILE) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      if (error instanceof RangeError) throw damaged('its directory points outside it');
      throw error;
    }
  }

  /** Of all entries, as they are written. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** An entry's text, empty where there is none. */
  async text(name: string): Promise<string> {
    let text = '';
    await this.read(name, (piece) => text += piece);
    return text;
  }

  /**
   * An entry's text, piece by piece.
   * @param isDone asked behind each piece, whether what follows is not needed; then it is not looked at either
   * @throws BomRefusal `damaged_file` when it is not what the directory says, or no UTF-8 or UTF-16
   */
  async read(
    name: string,
    take: (piece: string) => void,
    isDone: () => boolean = () => false,
  ): Promise<void> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) return;
    let decoder: Pieces | null = null;
    let [bytes, crc] = [0, ~0];
    const decode = (piece?: Uint8Array): void => {
      decoder ??= decoderOf(piece);
      try {
        if (piece) take(decoder.decode(piece));
        else decoder.end();
      } catch (error) {
        if (error instanceof TypeError) throw damaged(`its part "${name}" is not text`);
        throw error;
      }
    };
    await this.#unpack(entry, (piece) => {
      bytes += piece.length;
      if (bytes > entry.bytes) throw unpacksTooLarge(this.#limits);
      crc = crc32(crc, piece);
      decode(piece);
    }, isDone);
    if (isDone()) return;
    if (bytes !== entry.bytes || ~crc >>> 0 !== entry.crc) throw damaged(`its part "${name}" is incomplete`);
    decode();
  }

  async #unpack(
    entry: Entry,
    take: (piece: Uint8Array) => void,
    isDone: () => boolean,
  ): Promise<void> {
    const packed = this.#packed(entry);
    if (entry.method === STORED) return take(packed);
    const { writable, readable } = new DecompressionStream('deflate-raw');
    const [writer, reader] = [writable.getWriter(), readable.getReader()];
    const step = pieceBytes(entry);
    const writing = (async () => {
      for (let at = 0; at < packed.length; at += step) {
        await writer.write(packed.subarray(at, at + step) as BufferSource);
      }
      await writer.close();
    })();
    // Looked at below, and meanwhile not to be taken for one that nobody looks at.
    writing.catch(() => {});
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw damaged(`its part "${entry.name}" cannot be unpacked`);
        });
        if (done) break;
        take(value);
        if (isDone()) return;
      }
      await writing;
    } finally {
      await Promise.allSettled([reader.cancel(), writer.abort()]);
    }
  }

  #packed(entry: Entry): Uint8Array {
    const at = entry.offset;
    if (at + LOCAL_BYTES > this.#bytes.length) throw damaged(`its part "${entry.name}" is missing`);
    const start = at + LOCAL_BYTES + this.#view.getUint16(at + 26, true) +
      this.#view.getUint16(at + 28, true);
    if (this.#view.getUint32(at, true) !== 0x04034b50 || start + entry.packedBytes > this.#bytes.length) {
      throw damaged(`its part "${entry.name}" is missing`);
    }
    return this.#bytes.subarray(start, start + entry.packedBytes);
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    let count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    const locator = end - 20;
    if (
      (count === 0xffff || at === IN_EXTRA) && locator >= 0 &&
      this.#view.getUint32(locator, true) === 0x07064b50
    ) {
      const record = this.#uint64(locator + 8);
      count = this.#uint64(record + 32);
      at = this.#uint64(record + 48);
    }
    if (count > MAX_ENTRIES) throw unpacksTooLarge(this.#limits);
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      const [entry, next] = this.#readEntry(at);
      total += entry.bytes;
      // Two bytes are what nothing becomes when it is packed.
      const saysNothing = entry.bytes === 0 && entry.packedBytes > 2;
      if (total > this.#limits.unpackedBytes || saysNothing) throw unpacksTooLarge(this.#limits);
      this.#entries.set(keyOf(entry.name), entry);
      at = next;
    }
  }

  #findEnd(): number {
    const last = this.#bytes.length - END_BYTES;
    for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
      if (this.#bytes[at] === 0x50 && this.#view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw damaged('its end is missing');
  }

  #readEntry(at: number): [Entry, next: number] {
    const view = this.#view;
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged('its directory is broken');
    const flags = view.getUint16(at + 8, true);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true)
    ) as [
      number,
      number,
      number,
    ];
    const nameAt = at + DIRECTORY_BYTES;
    const name = new TextDecoder().decode(this.#bytes.subarray(nameAt, nameAt + nameBytes));
    if (flags & 1) throw passwordProtected();
    const method = view.getUint16(at + 10, true);
    if (method !== STORED && method !== DEFLATED) {
      throw damaged(`its part "${name}" is packed in an unusual way`);
    }
    // What does not fit stands in an extra field, in this order.
    let extra = this.#extra64(nameAt + nameBytes, extraBytes);
    const [bytes, packedBytes, offset] = [24, 20, 42].map((field) => {
      const value = view.getUint32(at + field, true);
      if (value !== IN_EXTRA || extra === null) return value;
      extra += 8;
      return this.#uint64(extra - 8);
    }) as [number, number, number];
    const entry = { name, method, packedBytes, bytes, offset, crc: view.getUint32(at + 16, true) };
    return [entry, nameAt + nameBytes + extraBytes + commentBytes];
  }

  #extra64(from: number, length: number): number | null {
    for (let at = from; at + 4 <= from + length; at += 4 + this.#view.getUint16(at + 2, true)) {
      if (this.#view.getUint16(at, true) === 1) return at + 4;
    }
    return null;
  }

  #uint64(at: number): number {
    return Number(this.#view.getBigUint64(at, true));
  }
}

/** Some writers differ between directory and references in case, slashes and their direction. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Decodes pieces of a text; `end` throws where the last one is not whole. */
type Pieces = Pick<Utf8Pieces, 'decode' | 'end'>;

function decoderOf(first: Uint8Array | undefined): Pieces {
  const encoding = utf16Of(first);
  if (encoding === null) return new Utf8Pieces();
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    decode: (piece) => decoder.decode(piece as BufferSource, { stream: true }),
    end: () => decoder.decode(),
  };
}

function utf16Of(first: Uint8Array | undefined): string | null {
  if (first?.[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first?.[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : null;
}
