import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPartNumber, orderableKey, searchKey } from '../../../shared/parts/part-number.ts';
import { DIFFERENT_PARTS } from './pairs.ts';

/** Text that may hold anything, often enough things that folding, case and removal do to each other. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'A1a.,;-_/#+() \u200b\u2122\u00ae\ufe0f\u2033\u00b4\u0301\u0345\u00dfıﬁ①'),
  }),
);

describe('orderableKey', () => {
  it.each([
    ['ERJ-3EKF1002V', 'erj-3ekf1002v'],
    ['RC0603FR-0710KL', ' RC0603FR- 0710KL\t'],
    ['RC0603FR-0710KL', 'RC0603FR\u20130710KL'],
    ['RC0603FR-0710KL', 'RC0603FR\u22120710KL'],
    ['RC0603FR-0710KL', 'RC0603FR\uff0d0710KL'],
    ['RC0603FR-0710KL', '\u200eRC0603FR-0710KL\u200e'],
    ['RC0603FR-0710KL', '\ufeffRC0603FR-07\u200b10KL\u00ad'],
    ['LM358', 'LM358\u2122'],
    ['LM358', 'LM358\u2122\ufe0f'],
    ['LM358', '\u00aeLM358\u00a9'],
    ['LM358', 'LM358 . ;,'],
    ['LM358', 'LM358\uff0c'],
    ['BME280', 'ＢＭＥ２８０'],
    ['7"', '7\u2033'],
    ['7"', '7\u201d'],
    ["7'", '7\u2032'],
    // a space and an accent, once it is folded
    ['\u00c41', 'A\u00a81'],
    ["7'''", '7\u2034'],
    ["7'", '7\u00b4'],
  ])('of %j is the one of %j', (a, b) => {
    expect(orderableKey(b)).toBe(orderableKey(a));
    expect(orderableKey(a)).toBe(a.toUpperCase());
  });

  it.each(DIFFERENT_PARTS)('of %s is not the one of %s', (a, b) => {
    expect(orderableKey(a)).not.toBe(orderableKey(b));
  });

  it('keeps every character but white space, signs, and the punctuation at its end', () => {
    const letter = fc.constantFrom(...'AZ09-_/#+().,:;\'"&*%=!?<>[]{}|\\~^@$');
    fc.assert(fc.property(fc.string({ unit: letter }), (text) => {
      expect(orderableKey(text)).toBe(text.replace(/[.,;]+$/, ''));
    }));
  });

  it('of a key is the key', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(orderableKey(orderableKey(text))).toBe(orderableKey(text));
    }));
  });

  it('is the one of the number as it is shown', () => {
    fc.assert(fc.property(anyText, (text) => {
      const shown = cleanPartNumber(text);
      if (shown !== null) expect(orderableKey(shown)).toBe(orderableKey(text));
    }));
  });
});

describe('searchKey', () => {
  it.each([
    ['BAT54C,215', 'BAT54C215'],
    ['S2B-PH-SM4-TB(LF)(SN)', 's2b ph sm4 tb lf sn'],
    ['MCP6002T-I/SN', 'MCP6002T-I_SN'],
    ['GRM188R71H104KA93#', 'GRM188R71H104KA93'],
    ['MT25Q:A', 'MT25QA'],
    ['ECS-.327-12.5-34B', 'ECS32712.534B'],
    ['LM324-N', 'LM324N'],
  ])('finds %s by %s', (a, b) => expect(searchKey(a)).toBe(searchKey(b)));

  it('keeps a point where digits stand on both sides, and no other', () => {
    expect(searchKey('SMBJ5.0A')).toBe('SMBJ5.0A');
    expect(searchKey('0451015.MRL')).toBe('0451015MRL');
    expect(searchKey('1.A.5-.3.-7..2')).toBe('1A5372');
  });

  it('keeps a plus', () => expect(searchKey('MAX232CPE+')).toBe('MAX232CPE+'));

  it('does not depend on separators put between the characters', () => {
    const code = fc.string({ unit: fc.constantFrom(...'ABCXYZ0189'), minLength: 1, maxLength: 20 });
    const separator = fc.constantFrom('', ' ', '-', '_', '/', '#', ',', '(', ')', ':', '\u200b', '\u2212');
    fc.assert(fc.property(code, fc.array(separator, { minLength: 20, maxLength: 20 }), (text, separators) => {
      const spread = [...text].map((letter, i) => letter + (separators[i] ?? '')).join('');
      expect(searchKey(spread)).toBe(text);
    }));
  });

  it('of a key is the key, and equal keys of orderable numbers are equal here', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
      expect(searchKey(orderableKey(text))).toBe(searchKey(text));
    }));
  });
});

describe('cleanPartNumber', () => {
  it('shows the number without surrounding space and without marks that have no ink', () => {
    expect(cleanPartNumber('  \u200eRC0603FR-0710KL\u200e\n')).toBe('RC0603FR-0710KL');
  });

  it('keeps one space where the manufacturer writes one', () => {
    expect(cleanPartNumber('PTS645SM43SMTR92  LFS')).toBe('PTS645SM43SMTR92 LFS');
    expect(cleanPartNumber('W25Q32JVSSIQ\tTR')).toBe('W25Q32JVSSIQ TR');
  });

  it('keeps the case, and shows what a keyboard writes: a supplier is asked for that', () => {
    expect(cleanPartNumber('nRF52832\u2011QFAA\u2122,')).toBe('nRF52832-QFAA');
  });

  it('takes no part of a surrogate pair: no JSON that holds one can be stored', () => {
    expect(cleanPartNumber('LM\ud800358\udc00')).toBe('LM358');
  });

  it('has at most as many characters as a part number, folded or not', () => {
    expect(cleanPartNumber('A'.repeat(120))).toBe('A'.repeat(120));
    expect(cleanPartNumber('A'.repeat(121))).toBeNull();
    expect(cleanPartNumber('A '.repeat(60) + 'A')).toBeNull();
    expect(cleanPartNumber('\ufdfa'.repeat(20))).toBeNull();
    // SS in upper case
    expect(cleanPartNumber('ß'.repeat(61))).toBeNull();
  });

  it.each([
    '',
    '  ',
    '-',
    '--',
    '?',
    'N/A',
    'n.a.',
    'DNP',
    'dnp',
    'DNI',
    'ANY',
    'TBD',
    'none',
    'Do not place',
    '*',
    '\u2122',
  ])(
    'says that %j is no part number',
    (text) => {
      expect(cleanPartNumber(text)).toBeNull();
    },
  );

  it.each(['NA555DR', 'TBD62083AFNG', '1058', 'ANY1', 'NONE-SUCH-1'])(
    'takes %s for a part number',
    (text) => {
      expect(cleanPartNumber(text)).toBe(text);
    },
  );
});
