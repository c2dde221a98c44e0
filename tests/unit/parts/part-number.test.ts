import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPartNumber, partKey } from '../../../shared/parts/part-number.ts';

describe('partKey', () => {
  it.each([
    ['ERJ-3EKF1002V', 'erj3ekf1002v'],
    ['RC0603FR-0710KL', 'RC0603FR 0710KL'],
    ['RC0603FR-0710KL', 'RC0603FR\u20130710KL'],
    ['RC0603FR-0710KL', '\u200eRC0603FR-0710KL\u200e'],
    ['RC0603FR-0710KL', '\ufeffRC0603FR-07\u200b10KL'],
    ['BAT54C,215', 'BAT54C215'],
    ['S2B-PH-SM4-TB(LF)(SN)', 'S2B-PH-SM4-TB LF SN'],
    ['MCP6002T-I/SN', 'MCP6002T-I_SN'],
    ['MAX17048G+T10', 'MAX17048GT10'],
    ['GRM188R71H104KA93#', 'grm188r71h104ka93'],
    ['ＢＭＥ２８０', 'BME280'],
  ])('gives %s and %s one key', (a, b) => {
    expect(partKey(a)).toBe(partKey(b));
  });

  it('keeps finish and packaging suffixes apart', () => {
    expect(partKey('LM1117MPX-3.3/NOPB')).not.toBe(partKey('LM1117MPX-3.3'));
  });

  it('gives the key of a key unchanged', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(partKey(partKey(text))).toBe(partKey(text));
    }));
  });

  it('does not depend on separators put between the characters', () => {
    const code = fc.string({ unit: fc.constantFrom(...'ABCXYZ0189'), minLength: 1, maxLength: 20 });
    const separator = fc.constantFrom(
      '',
      ' ',
      '-',
      '_',
      '/',
      '#',
      '.',
      ',',
      '(',
      ')',
      '+',
      '\u200b',
      '\u2212',
    );
    fc.assert(fc.property(code, fc.array(separator, { minLength: 20, maxLength: 20 }), (text, separators) => {
      const spread = [...text].map((letter, i) => letter + (separators[i] ?? '')).join('');
      expect(partKey(spread)).toBe(text);
    }));
  });
});

describe('cleanPartNumber', () => {
  it('shows the number without surrounding space and without marks that have no ink', () => {
    expect(cleanPartNumber('  \u200eRC0603FR-0710KL\u200e\n')).toBe('RC0603FR-0710KL');
  });

  it('keeps one space where the maker writes one', () => {
    expect(cleanPartNumber('PTS645SM43SMTR92  LFS')).toBe('PTS645SM43SMTR92 LFS');
    expect(cleanPartNumber('W25Q32JVSSIQ\tTR')).toBe('W25Q32JVSSIQ TR');
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
