/** What stands beside a number in its cell, each in a field of its own. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../shared/bom/open.ts';
import { previewOpened } from '../../../shared/bom/preview.ts';
import { readNumberCell } from '../../../shared/bom/rows/number-cell.ts';

const read = (cell: string) => readNumberCell(cell, null);

describe('words on substitutes', () => {
  it.each([
    ['LM358DR, equivalent allowed', 'LM358DR', 'equivalent allowed'],
    ['LM358DR (equivalent ok)', 'LM358DR', 'equivalent ok'],
    ['LM358DR - no substitutes', 'LM358DR', 'no substitutes'],
    ['LM358DR (do not substitute)', 'LM358DR', 'do not substitute'],
    ['LM358DR, kein Ersatz', 'LM358DR', 'kein Ersatz'],
    ['LM358DR eq.', 'LM358DR', 'eq.'],
    ['LM358DR / equivalent', 'LM358DR', 'equivalent'],
    ['LM358DR or approved equivalent', 'LM358DR', 'or approved equivalent'],
    ['LM358DR or equivalent LM358DT', 'LM358DR or LM358DT', 'or equivalent'],
    ['equivalent to LM358DR', 'LM358DR', 'equivalent to'],
    ['any LM358', 'LM358', 'any'],
  ])('%s', (cell, text, policy) => {
    expect(read(cell)).toEqual({ text, policy, count: null, manufacturer: null, note: null });
  });
});

describe('counts', () => {
  it.each([
    ['3x RC0603FR-0710KL', 'RC0603FR-0710KL', 3],
    ['2 × BAV99', 'BAV99', 2],
    ['10 pcs LM358DR', 'LM358DR', 10],
    ['RC0603FR-0710KL x3', 'RC0603FR-0710KL', 3],
    ['LM358DR (2x)', 'LM358DR', 2],
    ['LM358DR, 4 pcs.', 'LM358DR', 4],
    ['39-28-1023 x2', '39-28-1023', 2],
    ['USB-C connector x2', 'USB-C connector', 2],
  ])('%s', (cell, text, count) => {
    expect(read(cell)).toMatchObject({ text, count });
  });

  it.each([
    '2x5 header',
    '3 x AA battery holder',
    '4x M3 screw',
    'B32922C3104M X2',
    '500 RC0603FR-0710KL',
    'G5LE-14 DC5',
  ])(
    'none in %s',
    (cell) => expect(read(cell)).toMatchObject({ text: cell, count: null }),
  );
});

describe('several at once', () => {
  it('a count, a mark and a policy', () => {
    expect(read('2x LM358DR (DNP), or equivalent')).toEqual({
      text: 'LM358DR',
      count: 2,
      policy: 'or equivalent',
      manufacturer: null,
      note: null,
    });
  });
});

it('each has its field in the line', () => {
  const { lines } = previewOpened(
    openText(
      'Ref,Qty,MPN,Manufacturer\nU1,1,LM358DR alternate (equivalent ok),TI\nQ1,1,BCP56 (HXY),Acme\nR1,1,RC0603FR-0710KL (311-10.0KHRCT-ND),Yageo\nU2,1,78L09 (UMW 78L09-150),',
    ),
    {},
  );
  expect(lines.map(({ mpn, manufacturer, substitution, note, supplier_numbers }) => ({
    mpn,
    manufacturer,
    substitution,
    note,
    supplier: supplier_numbers.map(({ number }) => number),
  }))).toEqual([
    { mpn: 'LM358DR', manufacturer: 'TI', substitution: 'equivalent ok', note: 'alternate', supplier: [] },
    { mpn: 'BCP56', manufacturer: 'Acme', substitution: null, note: 'HXY', supplier: [] },
    {
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
      substitution: null,
      note: '311-10.0KHRCT-ND',
      supplier: ['311-10.0KHRCT-ND'],
    },
    { mpn: '78L09', manufacturer: null, substitution: null, note: 'UMW 78L09-150', supplier: [] },
  ]);
});

describe('a column of comments that are numbers', () => {
  it('keeps what is no number as the description, and takes the number out of one', () => {
    const { lines } = previewOpened(
      openText(
        'Ref,Description,Qty\nC1,12pF GRM1555C1H120JA01D,1\nC2,100nF GRM155R71C104KA88D,1\nC3,10uF GRM188R61A106ME69D,1\nC4,CAP CER 12PF 50V C0G 0402 GRM1555C1H120JA01D,1\nJ1,conn 2 pin,1\nA1,socket for the board STM32F103C8T6 below,1',
      ),
      {},
    );
    expect(lines.map(({ mpn, description }) => [mpn, description])).toEqual([
      ['GRM1555C1H120JA01D', null],
      ['GRM155R71C104KA88D', null],
      ['GRM188R61A106ME69D', null],
      ['GRM1555C1H120JA01D', 'CAP CER 12PF 50V C0G 0402'],
      [null, 'conn 2 pin'],
      [null, 'socket for the board STM32F103C8T6 below'],
    ]);
  });
});

it('is read at once however many letters signs join', () => {
  // with two ways to read each letter, this would not end
  const { mapping } = previewOpened(openText(`Designator,MPN,Qty\nR1,abc${'-A'.repeat(50)}-,1\n`), {});
  expect(mapping.columns.map(({ role }) => role)).toContain('designators');
});
