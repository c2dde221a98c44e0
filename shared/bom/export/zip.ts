/**
 * Writes ZIP archives whose entries are filled side by side: what has been packed of the others is kept until the one
 * before them is whole. Sizes are not known in advance, so each entry has them behind it.
 */
import type { Bytes } from './bytes.ts';

/** Version 2.0: deflated. Bits of the flags: sizes stand behind the entry; names are UTF-8. */
const [VERSION, FLAGS, DEFLATED] = [20, 0x0808, 8];
/** 1 January 1980, the first day that the format knows: the same content is the same file. */
const [TIME, DAY] = [0, 0x0021];

/** What `gzip` puts around what it packs: a header without a name, then checksum and size. */
const [GZIP_HEAD_BYTES, GZIP_END_BYTES] = [10, 8];

/**
 * One entry, filled piece by piece. It is packed as `gzip` because that sums up what goes through it, which in our own code
 * would take a third of the time that packing does.
 */
export class ZipEntry {
  readonly name: Uint8Array;
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #packing: Promise<void>;
  #packed: Uint8Array[] = [];
  /** As an archive has it; once the entry is closed. */
  crc = 0;
  bytes = 0;
  packedBytes = 0;

  constructor(name: string) {
    this.name = encoder.encode(name);
    const { writable, readable } = new CompressionStream('gzip');
    this.#writer = writable.getWriter();
    this.#packing = this.#keep(readable);
    // Awaited in `close`, and meanwhile not to be taken for one that nobody looks at.
    this.#packing.catch(() => {});
  }

  /** Takes all of `bytes`. Await it, so that no more waits than is being packed. */
  async write(bytes: Bytes): Promise<void> {
    const taken = bytes.take();
    if (taken.length === 0) return;
    this.bytes += taken.length;
    await this.#writer.ready;
    await this.#writer.write(taken);
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#packing;
  }

  /** What has been packed since it was last asked. */
  take(): Uint8Array[] {
    const taken = this.#packed;
    this.#packed = [];
    return taken;
  }

  async #keep(readable: ReadableStream<Uint8Array>): Promise<void> {
    let skip = GZIP_HEAD_BYTES;
    // The last bytes are the end's, however they come.
    let held: Uint8Array = new Uint8Array();
    for (const reader = readable.getReader();;) {
      const { done, value } = await reader.read();
      if (done) break;
      const fresh = value.subarray(Math.min(skip, value.length));
      skip -= value.length - fresh.length;
      const all = held.length === 0 ? fresh : joined(held, fresh);
      const ready = all.subarray(0, Math.max(0, all.length - GZIP_END_BYTES));
      held = all.subarray(ready.length);
      if (ready.length === 0) continue;
      this.#packed.push(ready);
      this.packedBytes += ready.length;
    }
    this.crc = new DataView(held.buffer, held.byteOffset).getUint32(0, true);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The archive around its entries: pass each one's bytes on in order, then the end. */
export class ZipArchive {
  readonly #directory: Uint8Array[] = [];
  #offset = 0;

  /** What stands before an entry. */
  begin(entry: ZipEntry): Uint8Array {
    return record(0x04034b50, [[2, VERSION], ...common(0, 0, 0), [2, entry.name.length], [2, 0]], entry.name);
  }

  /** What stands behind an entry that is whole. */
  end(entry: ZipEntry): Uint8Array {
    const { crc } = entry;
    this.#directory.push(
      record(0x02014b50, [
        [2, VERSION],
        [2, VERSION],
        ...common(crc, entry.packedBytes, entry.bytes),
        [2, entry.name.length],
        // extra field, comment, disk, two kinds of attributes
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, this.#offset],
      ], entry.name),
    );
    const descriptor = record(0x08074b50, [[4, crc], [4, entry.packedBytes], [4, entry.bytes]]);
    this.#offset += LOCAL_BYTES + entry.name.length + entry.packedBytes + descriptor.length;
    return descriptor;
  }

  /** What stands at the end of the archive. */
  finish(): Uint8Array[] {
    const count = this.#directory.length;
    const bytes = this.#directory.reduce((sum, { length }) => sum + length, 0);
    const end = record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], [4, bytes], [4, this.#offset], [
      2,
      0,
    ]]);
    return [...this.#directory, end];
  }
}

const LOCAL_BYTES = 30;
const encoder = new TextEncoder();

type Fields = readonly (readonly [bytes: 2 | 4, value: number])[];

const common = (crc: number, packedBytes: number, bytes: number): Fields => [
  [2, FLAGS],
  [2, DEFLATED],
  [2, TIME],
  [2, DAY],
  [4, crc],
  [4, packedBytes],
  [4, bytes],
];

function record(signature: number, fields: Fields, behind: Uint8Array = new Uint8Array()): Uint8Array {
  const head: Fields = [[4, signature], ...fields];
  const length = head.reduce((sum, [bytes]) => sum + bytes, 0);
  const record = new Uint8Array(length + behind.length);
  const view = new DataView(record.buffer);
  let at = 0;
  for (const [bytes, value] of head) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  record.set(behind, length);
  return record;
}
