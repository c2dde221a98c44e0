/**
 * Writes ZIP archives whose entries are filled side by side: what has been packed of the others is kept until the one
 * before them is whole. Sizes are not known in advance, so each entry has them behind it.
 */
import type { Bytes } from './bytes.ts';
import type { Packer, Packing } from './packing.ts';

/** Version 2.0: deflated. Bits of the flags: sizes stand behind the entry; names are UTF-8. */
const [VERSION, FLAGS, DEFLATED] = [20, 0x0808, 8];
/** 1 January 1980, the first day that the format knows: the same content is the same file. */
const [TIME, DAY] = [0, 0x0021];

/** One entry, filled piece by piece. */
export class ZipEntry {
  readonly name: Uint8Array;
  readonly #packer: Packer;
  #packed: Uint8Array[] = [];
  /** As an archive has it; once the entry is closed. */
  crc = 0;
  bytes = 0;
  packedBytes = 0;

  constructor(name: string, packing: Packing) {
    this.name = encoder.encode(name);
    this.#packer = packing((packed) => {
      this.#packed.push(packed);
      this.packedBytes += packed.length;
    });
  }

  /** Takes all of `bytes`. Await it, so that no more waits than is being packed. */
  async write(bytes: Bytes): Promise<void> {
    const taken = bytes.take();
    if (taken.length === 0) return;
    this.bytes += taken.length;
    await this.#packer.add(taken);
  }

  async close(): Promise<void> {
    this.crc = await this.#packer.close();
  }

  /** What has been packed since it was last asked. */
  take(): Uint8Array[] {
    const taken = this.#packed;
    this.#packed = [];
    return taken;
  }
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
