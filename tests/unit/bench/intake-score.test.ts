/** The score that is published of files: what counts as right, as wrong, and as wrong without a word. */
import { describe, expect, it } from 'vitest';
import { scoreFile } from '../../bench/intake/score.ts';
import { readTruth } from '../../bench/intake/truth.ts';
import type { BomLine } from '../../../shared/bom/line.ts';

const HEAD =
  'line\tdesignators\tquantity\tmpn\tmanufacturer\tvalue\tfootprint\tdescription\tsupplier_pn\tdnp\talternates\tnote';
const truthOf = (...rows: string[][]) => readTruth([HEAD, ...rows.map((row) => row.join('\t'))].join('\n'));
const TRUE = ['1', 'R1,R2', '2', 'ABC-1', 'Maker', '10k', '0603', '', 'Shop:1', '0', 'DEF-2@Other', ''];

const line = (changes: Partial<BomLine> = {}): BomLine => ({
  rows: [2],
  designators: ['R2', 'R1'],
  quantity: 2,
  mpn: 'ABC-1',
  manufacturer: 'Maker',
  value: '10k',
  footprint: '0603',
  description: null,
  do_not_place: false,
  alternates: [{ mpn: 'DEF-2', manufacturer: 'Other' }],
  supplier_numbers: [{ supplier: 'Shop', number: '1' }],
  internal_number: null,
  substitution: null,
  note: null,
  extra: {},
  ...changes,
});
const score = (lines: BomLine[], truth = truthOf(TRUE), said: number[] = []) =>
  scoreFile(lines, truth, new Set(said));

describe('a line', () => {
  it('is right whatever the order of its designators, and the blanks and dashes of its texts', () => {
    expect(score([line({ manufacturer: ' Maker\u200e', mpn: 'ABC\u22121' })])).toMatchObject({
      right: 1,
      wrong: [],
    });
  });

  it.each<[string, Partial<BomLine>]>([
    ['mpn', { mpn: 'ABC-2' }],
    ['manufacturer', { manufacturer: null }],
    ['quantity', { quantity: 3 }],
    ['designators', { designators: ['R1'] }],
    ['do_not_place', { do_not_place: true }],
    ['alternates', { alternates: [] }],
  ])('is wrong by its %s', (field, changes) => {
    expect(score([line(changes)])).toMatchObject({ right: 0, wrong: [{ line: 1, wrong: [field] }] });
  });

  it('is right with another value, which is told apart', () => {
    expect(score([line({ value: '1k' })])).toMatchObject({
      right: 1,
      wrong: [{ wrong: ['value'], isSilent: false }],
    });
  });

  it('is right by the second reading that its note names', () => {
    const noted = (note: string) => truthOf([...TRUE.slice(0, 3), '', ...TRUE.slice(4, 10), '', note]);
    const words = { mpn: 'Header 5', alternates: [] };
    expect(score([line(words)], noted('also right: mpn Header 5')).right).toBe(1);
    expect(score([line(words)], noted('also right: mpn Header 6')).right).toBe(0);
    expect(
      score(
        [line({ mpn: null, alternates: [] })],
        truthOf([...TRUE.slice(0, 10), '', 'x; also right: no number']),
      ).right,
    ).toBe(1);
  });

  it('is wrong without a word where no issue is of one of its rows', () => {
    const bad = line({ quantity: 3, rows: [2, 3] });
    expect(score([bad]).wrong[0]!.isSilent).toBe(true);
    expect(score([bad], truthOf(TRUE), [3]).wrong[0]!.isSilent).toBe(false);
    expect(score([line({ alternates: [] })]).wrong[0]!.isSilent).toBe(false);
  });
});

it('lines that are missing or too many are counted', () => {
  expect(score([])).toMatchObject({ right: 0, missing: 1, surplus: 0 });
  expect(score([line(), line()])).toMatchObject({ right: 1, missing: 0, surplus: 1 });
});
