/** What of a supplier's answer is about the number that was asked for. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AnsweredPart, partsAskedFor } from '../../../shared/suppliers/asked-for.ts';
import { DIFFERENT_PARTS, ONE_PART } from '../parts/pairs.ts';
import { readBy, TWO_MANUFACTURERS } from '../parts/schemes-alike.ts';

afterEach(() => void vi.restoreAllMocks());

const part = (mpn: string, manufacturer = 'Texas Instruments', supplierNumber = ''): AnsweredPart => (
  { mpn, manufacturer, supplierNumber }
);

describe('an answer', () => {
  it.each(DIFFERENT_PARTS)('never takes %s and %s for one part, both there or one alone', (a, b) => {
    for (const manufacturer of ['Texas Instruments', 'TE Connectivity', 'Molex', 'Nobody & Sons']) {
      for (const [asked, other] of [[a, b], [b, a]] as const) {
        const [right, wrong] = [part(asked, manufacturer), part(other, manufacturer)];
        expect(partsAskedFor(asked, [wrong])).toEqual([]);
        expect(partsAskedFor(asked, [wrong, right])).toEqual([right]);
      }
    }
  });

  it.each(ONE_PART)('is about %s where that is asked for as %s', (own, written, manufacturer) => {
    const byStart = { ERJ: 'Panasonic', CRC: 'Vishay', RC0: 'Yageo', GRM: 'Murata' };
    const listedBy = manufacturer === null ? byStart[own.slice(0, 3) as keyof typeof byStart] : 'Molex';
    for (const [asked, listed] of [[own, written], [written, own]] as const) {
      expect(partsAskedFor(asked, [part(listed, listedBy)])).toHaveLength(1);
      expect(partsAskedFor(asked, [part(listed, 'Bourns')])).toEqual([]);
    }
  });

  it('holds every packing of the part, in whichever spelling', () => {
    const reels = [
      part('47346-0001', 'Molex', 'A'),
      part('47346-0001', 'Molex', 'B'),
      part('0473460001', 'Molex', 'C'),
    ];
    expect(partsAskedFor('47346-0001', reels)).toEqual(reels);
  });

  it('with the number itself is not about another manufacturer that reads it as one of its own', () => {
    const exact = part('47346-0001', 'Bourns');
    expect(partsAskedFor('47346-0001', [part('0473460001', 'Molex'), exact])).toEqual([exact]);
  });

  it('knows one number of several manufacturers', () => {
    const twins = [part('2N7002', 'Nexperia'), part('2n7002', 'onsemi')];
    expect(partsAskedFor('2N7002', twins)).toEqual(twins);
  });

  it('is about none of the parts that several manufacturers read the number as, and about the only one', () => {
    readBy(TWO_MANUFACTURERS);
    const [acme, bolt, exact] = [part('Q-X1', 'Acme'), part('QX-1', 'Bolt'), part('QX1', 'Bolt')];
    expect(partsAskedFor('QX1', [acme, bolt])).toEqual([]);
    expect(partsAskedFor('QX1', [acme])).toEqual([acme]);
    expect(partsAskedFor('QX1', [bolt])).toEqual([bolt]);
    expect(partsAskedFor('QX1', [acme, bolt, exact])).toEqual([bolt, exact]);
    const sold = part('BC847', 'Nexperia', 'QX1');
    expect(partsAskedFor('QX1', [acme, bolt, sold])).toEqual([sold]);
  });

  it("is about the supplier's own number where nobody's part has that number", () => {
    const [sold, named] = [part('BC847', 'Nexperia', '771-X'), part('771-X')];
    expect(partsAskedFor('771-x', [sold])).toEqual([sold]);
    expect(partsAskedFor('771X', [sold])).toEqual([]);
    expect(partsAskedFor('771-X', [sold, named])).toEqual([named]);
    expect(partsAskedFor('771-X', [sold, part('BC848', 'Nexperia', '771-X')])).toEqual([]);
    expect(partsAskedFor('', [part('BC847')])).toEqual([]);
  });
});
