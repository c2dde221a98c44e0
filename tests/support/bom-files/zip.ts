/** ZIP archives for tests, also ones that lie. */
import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** What the directory says of an entry instead of the truth. */
  readonly lies?: Readonly<
    Record<string, { readonly bytes?: number; readonly packedBytes?: number; readonly crc?: number }>
  >;
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
}

export function zip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { lies = {}, isStored = false, isEncrypted = false }: ZipOptions = {},
): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = isStored ? data : deflateRawSync(data);
    const said = { bytes: data.length, packedBytes: packed.length, crc: crc32(data), ...lies[name] };
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(said.crc, 10);
    fields.writeUInt32LE(said.packedBytes, 14);
    fields.writeUInt32LE(said.bytes, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, Buffer.from(name));
    const file = [Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed];
    files.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...files, ...directory, end]));
}
