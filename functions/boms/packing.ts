/** Packing by zlib: a workbook of ten thousand lines takes a fifth less CPU time than by a stream of the web. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { Packing } from '../../shared/bom/export/packing.ts';

/** A quarter of the time of the usual 6, for files a third larger; 1 takes as long, for files twice as large. */
const LEVEL = 2;
/** The last block, without anything in it: those before it say that others follow. */
const END = Uint8Array.of(3, 0);

export const zlibPacking: Packing = (keep) => {
  let crc = 0;
  return {
    // deno-lint-ignore require-await -- it is done when it returns
    async add(piece) {
      // Deno 2.1 answers it signed, and takes back no negative one: every second workbook broke off.
      crc = crc32(piece, crc) >>> 0;
      const packed = deflateRawSync(piece, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
      // A Buffer is one; only the types of an older Deno do not know it.
      keep(packed as unknown as Uint8Array);
    },
    // deno-lint-ignore require-await -- likewise
    async close() {
      keep(END);
      return crc;
    },
  };
};
