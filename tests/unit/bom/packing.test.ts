/** What every way of packing an archive's entries keeps, held by all of them. */
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zlibPacking } from '../../../functions/boms/packing.ts';
import { type Packing, streamPacking } from '../../../shared/bom/export/packing.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Of many rows that differ in a number. */
const ROWS = Array.from({ length: 50 }, (_, piece) =>
  bytes(
    Array.from({ length: 500 }, (_, row) => `<row><c t="s"><v>${piece * 500 + row}</v></c></row>`).join(''),
  ));

async function packed(packing: Packing, pieces: readonly Uint8Array<ArrayBuffer>[]) {
  const kept: Uint8Array[] = [];
  const packer = packing((each) => kept.push(each));
  for (const piece of pieces) {
    const given = piece.slice();
    await packer.add(given);
    // The writer puts the next one there.
    given.fill(0);
  }
  const crc = await packer.close();
  return { crc, all: Buffer.concat(kept) };
}

describe.each([['a stream of the web', streamPacking], ['zlib', zlibPacking]] as const)(
  'packing by %s',
  (_name, packing) => {
    it.each<[string, readonly Uint8Array<ArrayBuffer>[]]>([
      ['nothing', []],
      ['one piece', [bytes('a')]],
      ['several', [bytes('a'), bytes('bc'), new Uint8Array(), bytes('d')]],
      ['megabytes', ROWS],
    ])('of %s is unpacked as it was, with the sum that an archive states', async (_what, pieces) => {
      const { crc, all } = await packed(packing, pieces);
      const whole = Buffer.concat(pieces);
      expect(inflateRawSync(all).equals(whole)).toBe(true);
      expect(crc).toBe(crc32(whole));
    });

    it('makes a tenth of rows that are alike', async () => {
      const { all } = await packed(packing, ROWS);
      expect(all.length).toBeLessThan(Buffer.concat(ROWS).length / 10);
    });
  },
);
