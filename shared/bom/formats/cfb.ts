/** OLE2 compound files: streams in sectors, chained by a table, as old Office files and protected new ones are. */
import { damaged } from '../refusal.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Larger numbers of sectors mean their end, or none. */
const LAST_SECTOR = 0xfffffffa;
/** Streams that are shorter share sectors of 64 bytes. */
const MINI_BELOW = 4096;
const MINI_BYTES = 64;
const [STREAM, ROOT] = [2, 5];

interface Stream {
  readonly start: number;
  readonly bytes: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #next: readonly number[];
  readonly #streams = new Map<string, Stream>();
  /** Of storages and streams. */
  readonly names = new Set<string>();
  #mini: { readonly bytes: Uint8Array; readonly next: readonly number[] } = {
    bytes: new Uint8Array(),
    next: [],
  };

  /** @throws BomRefusal `damaged_file` */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_BYTES) throw damaged('it ends in its first bytes');
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged('its sectors have no size');
    this.#sectorBytes = 1 << shift;
    this.#next = this.#table(this.#fatSectors());
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  /** A stream's bytes, null where there is none. */
  read(name: string): Uint8Array | null {
    const stream = this.#streams.get(name);
    if (!stream) return null;
    return stream.bytes < MINI_BELOW ? this.#readMini(stream) : this.#readChain(stream.start, stream.bytes);
  }

  #fatSectors(): number[] {
    const sectors: number[] = [];
    for (let at = 76; at < HEADER_BYTES; at += 4) sectors.push(this.#view.getUint32(at, true));
    const perSector = this.#sectorBytes / 4 - 1;
    let list = this.#view.getUint32(68, true);
    for (const seen = new Set<number>(); list < LAST_SECTOR && !seen.has(list);) {
      seen.add(list);
      const at = this.#place(list);
      for (let i = 0; i < perSector; i += 1) sectors.push(this.#view.getUint32(at + i * 4, true));
      list = this.#view.getUint32(at + perSector * 4, true);
    }
    return sectors.filter((sector) => sector < LAST_SECTOR);
  }

  #table(sectors: readonly number[]): number[] {
    const next: number[] = [];
    // Each sector stands in the file once; a table that names more is made up.
    if (sectors.length > this.#bytes.length / this.#sectorBytes) {
      throw damaged('its table of sectors is too long');
    }
    for (const sector of sectors) {
      const at = this.#place(sector);
      for (let i = 0; i < this.#sectorBytes; i += 4) next.push(this.#view.getUint32(at + i, true));
    }
    return next;
  }

  /** Where a sector begins. The last may be cut short: a file need not be filled up to its end. */
  #place(sector: number, isWhole = true): number {
    const at = (sector + 1) * this.#sectorBytes;
    if (at + (isWhole ? this.#sectorBytes : 1) > this.#bytes.length) throw damaged('its end is missing');
    return at;
  }

  #chain(start: number): number[] {
    return follow(this.#next, start);
  }

  #readChain(start: number, length?: number): Uint8Array {
    const sectors = this.#chain(start);
    const wanted = length ?? sectors.length * this.#sectorBytes;
    if (wanted > sectors.length * this.#sectorBytes) throw damaged('a part of it is missing');
    const out = new Uint8Array(wanted);
    for (let i = 0; i * this.#sectorBytes < wanted; i += 1) {
      const at = this.#place(sectors[i]!, false);
      const piece = Math.min(this.#sectorBytes, wanted - i * this.#sectorBytes);
      if (at + piece > this.#bytes.length) throw damaged('its end is missing');
      out.set(this.#bytes.subarray(at, at + piece), i * this.#sectorBytes);
    }
    return out;
  }

  #readMini({ start, bytes }: Stream): Uint8Array {
    const out = new Uint8Array(bytes);
    const sectors = follow(this.#mini.next, start);
    if (sectors.length * MINI_BYTES < bytes) throw damaged('a part of it is missing');
    for (let i = 0; i * MINI_BYTES < bytes; i += 1) {
      const at = sectors[i]! * MINI_BYTES;
      out.set(
        this.#mini.bytes.subarray(at, at + Math.min(MINI_BYTES, bytes - i * MINI_BYTES)),
        i * MINI_BYTES,
      );
    }
    return out;
  }

  /** Only what stands at the root: within storages are documents that somebody put into this one. */
  #readDirectory(): void {
    const directory = this.#readChain(this.#view.getUint32(48, true));
    const view = new DataView(directory.buffer);
    const count = Math.floor(directory.length / ENTRY_BYTES);
    if (count === 0 || directory[66] !== ROOT) throw damaged('its directory is broken');
    const root = this.#entry(view, 0);
    this.#mini = {
      bytes: root.start < LAST_SECTOR ? this.#readChain(root.start) : new Uint8Array(),
      next: this.#miniTable(),
    };
    const seen = new Set<number>([0]);
    const ahead = [view.getUint32(76, true)];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (at >= count || seen.has(at)) continue;
      seen.add(at);
      const entry = this.#entry(view, at);
      this.names.add(entry.name);
      if (entry.kind === STREAM) this.#streams.set(entry.name, entry);
      ahead.push(view.getUint32(at * ENTRY_BYTES + 68, true), view.getUint32(at * ENTRY_BYTES + 72, true));
    }
  }

  #entry(
    view: DataView,
    index: number,
  ): Stream & { readonly name: string; readonly kind: number } {
    const at = index * ENTRY_BYTES;
    const nameBytes = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, at, nameBytes)),
      kind: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      bytes: view.getUint32(at + 120, true),
    };
  }

  #miniTable(): number[] {
    const start = this.#view.getUint32(60, true);
    return start < LAST_SECTOR ? this.#table(this.#chain(start)) : [];
  }
}

/** A chain that comes back to itself has no end. */
function follow(next: readonly number[], start: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < LAST_SECTOR; sector = next[sector]!) {
    if (next[sector] === undefined || chain.length > next.length) {
      throw damaged('its parts are chained wrongly');
    }
    chain.push(sector);
  }
  return chain;
}
