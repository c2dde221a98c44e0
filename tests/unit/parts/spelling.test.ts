/** Two parts are never one, and one part is not two, whatever the product knows of which of them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CatalogueRow } from '../../../shared/parts/catalogue/row.ts';
import { createCatalogueSource } from '../../../shared/parts/catalogue/source.ts';
import { decoderSource } from '../../../shared/parts/decoders/source.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { componentKey, numberAskedFor, spelledBy, spellingsInUse } from '../../../shared/parts/spelling.ts';
import { DIFFERENT_PARTS, ONE_PART } from './pairs.ts';
import { ONE_MANUFACTURER, readBy, TWO_MANUFACTURERS } from './schemes-alike.ts';

afterEach(() => void vi.restoreAllMocks());

/** Each pair both ways round. */
const EITHER_WAY = DIFFERENT_PARTS.flatMap(([a, b]) => [[a, b], [b, a]] as const);

const row = (mpn: string, manufacturer: string): CatalogueRow => ({
  mpn,
  manufacturer,
  category: 'other',
  package: 'SOT-23',
  description: 'A part',
  document: { title: 'A document', url: 'https://example.com' },
});

describe('two parts', () => {
  it.each(EITHER_WAY)('%s is not found where the catalogue knows %s', (asked, known) => {
    for (const manufacturer of ['Texas Instruments', 'Molex', 'Yageo']) {
      const sources = [decoderSource, createCatalogueSource([row(known, manufacturer)])];
      expect(resolvePart({ mpn: known, manufacturer: null }, sources)?.component.mpn).toBe(known);
      for (const stated of [null, manufacturer]) {
        expect(resolvePart({ mpn: asked, manufacturer: stated }, sources)?.component.mpn).not.toBe(known);
      }
    }
  });

  it.each(EITHER_WAY)('%s has another component than %s where both are known', (a, b) => {
    const sources = [createCatalogueSource([row(a, 'TE Connectivity'), row(b, 'TE Connectivity')])];
    for (const mpn of [a, b]) {
      const component = resolvePart({ mpn, manufacturer: 'TE Connectivity' }, sources)?.component;
      expect(component).toMatchObject({ mpn, orderable_key: mpn });
    }
  });

  it('of digits are two without a manufacturer, and where it is another one', () => {
    const sources = [createCatalogueSource([row('0987650001', 'Molex')])];
    for (const manufacturer of [null, 'Amphenol', 'Nobody & Sons']) {
      expect(resolvePart({ mpn: '98765-0001', manufacturer }, sources)).toBeNull();
    }
    expect(resolvePart({ mpn: '0987650001', manufacturer: null }, sources)?.component.manufacturer).toBe(
      'Molex',
    );
  });
});

describe('one part', () => {
  it.each(ONE_PART)('is %s, also where it is written %s', (own, written, manufacturer) => {
    expect(numberAskedFor(written, manufacturer)).toBe(own);
    expect(numberAskedFor(own, manufacturer)).toBe(own);
  });

  it.each(ONE_PART.filter(([, , manufacturer]) => manufacturer !== null))(
    'is %s, whichever the catalogue lists, also where it is written %s',
    (own, written, manufacturer) => {
      for (const [asked, listed] of [[own, written], [written, own]] as const) {
        const sources = [createCatalogueSource([row(listed, 'Molex')])];
        expect(resolvePart({ mpn: asked, manufacturer }, sources)?.component).toMatchObject({
          mpn: own,
          orderable_key: own,
        });
      }
    },
  );

  it.each(ONE_PART.filter(([, , manufacturer]) => manufacturer === null))(
    'is %s to the decoders, also where it is written %s',
    (own, written) => {
      const [plain, other] = [own, written].map((mpn) => resolvePart({ mpn, manufacturer: null }));
      expect(plain?.component.mpn).toBe(own);
      expect(other).toEqual(plain);
    },
  );

  it('has the key of its own manufacturer alone', () => {
    expect(componentKey('ERJ3EKF1003V', 'Panasonic')).toBe('ERJ-3EKF1003V');
    expect(componentKey('ERJ3EKF1003V', 'Vishay')).toBe('ERJ3EKF1003V');
    expect(componentKey('47346-0001', 'TE Connectivity')).toBe('47346-0001');
    expect(spelledBy('LM324-N', 'Texas Instruments')).toBe('LM324-N');
  });
});

describe('a number that two schemes read', () => {
  it("is nobody's where no manufacturer is stated, and else that manufacturer's", () => {
    readBy(TWO_MANUFACTURERS);
    expect(numberAskedFor('QX1', null)).toBe('QX1');
    expect(numberAskedFor('QX1', 'Nobody & Sons')).toBe('QX1');
    expect(numberAskedFor('QX1', 'Acme')).toBe('Q-X1');
    expect(numberAskedFor('QX1', 'Bolt')).toBe('QX-1');
    expect([componentKey('QX1', 'Acme'), componentKey('QX1', 'Bolt')]).toEqual(['Q-X1', 'QX-1']);
  });

  it('of one manufacturer stays as it is given', () => {
    readBy(ONE_MANUFACTURER);
    expect(numberAskedFor('QX1', null)).toBe('QX1');
    expect(numberAskedFor('QX1', 'Acme')).toBe('QX1');
    expect([spelledBy('QX1', 'Acme'), componentKey('QX1', 'Acme')]).toEqual(['QX1', 'QX1']);
  });
});

describe('a number of digits', () => {
  it("is its manufacturer's where the scheme reads it, in one spelling, and else not", () => {
    for (const written of ['22-23-2021', '0022232021']) {
      expect(numberAskedFor(written, null)).toBe('0022232021');
      expect(componentKey(written, 'Molex')).toBe('0022232021');
    }
    for (const written of ['53261-0471', '0532610471', '532610471']) {
      expect(numberAskedFor(written, null)).toBe('0532610471');
    }
    for (const written of ['505110-1092', '5051101092']) {
      expect(numberAskedFor(written, null)).toBe('5051101092');
    }
    for (const written of ['98765-0001', '22232021', '505-1101092']) {
      expect(numberAskedFor(written, null)).toBe(written);
    }
  });

  it.each([
    '1234567',
    '12345678901',
    '1-480698-0',
    '473-460001',
    '4734.60001',
    '47346-000A',
    '47346/0001',
    '47346-0001#',
  ])(
    "of another shape than its manufacturer's stays as it is given: %s",
    (mpn) => expect(spelledBy(mpn, 'Molex')).toBe(mpn),
  );

  it.each([
    ['0473460001', ['0473460001', '47346-0001']],
    ['0022053021', ['0022053021', '22-05-3021']],
    ['2153120000', ['2153120000']],
    ['47346-0001', ['47346-0001']],
    ['RC0603FR-0710KL', ['RC0603FR-0710KL']],
  ])(
    'is asked for as suppliers list it: %s',
    (number, asked) => expect(spellingsInUse(number)).toEqual(asked),
  );
});
