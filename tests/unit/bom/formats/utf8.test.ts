import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Pieces } from '../../../../shared/bom/formats/utf8.ts';

/** What a strict decoder makes of all pieces together; null where they are no UTF-8. */
function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function inPieces(bytes: Uint8Array, cuts: readonly number[]): string | null {
  const decoder = new Utf8Pieces();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  try {
    const texts = places.slice(1).map((end, i) => decoder.decode(bytes.subarray(places[i], end)));
    decoder.end();
    return texts.join('');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const cuts = fc.array(fc.nat(200), { maxLength: 12 });

describe('UTF-8 in pieces', () => {
  it('is what a strict decoder makes of the whole, wherever it is cut', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\ufeff', '\ufffd', 'Ω', '贴片', '😀', 'a'),
      ),
    ).map((parts) => new TextEncoder().encode(parts.join('')));
    fc.assert(
      fc.property(text, cuts, (bytes, cuts) => {
        expect(inPieces(bytes, cuts)).toBe(strictly(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where a strict decoder refuses the whole', () => {
    const broken = fc.array(
      fc.constantFrom(
        0x41,
        0x80,
        0xbf,
        0xc3,
        0xa4,
        0xc0,
        0xe2,
        0x82,
        0xac,
        0xed,
        0xa0,
        0xf0,
        0x9f,
        0x98,
        0xf5,
        0xef,
        0xbb,
        0xbd,
      ),
      { maxLength: 12 },
    ).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(broken, cuts, (bytes, cuts) => {
        expect(inPieces(bytes, cuts)).toBe(strictly(bytes));
      }),
      { numRuns: 2_000 },
    );
  });
});
