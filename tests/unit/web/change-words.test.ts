import { expect, it } from 'vitest';
import { changeInWords } from '../../../web/src/bom/change-words.ts';

it.each(
  [
    [{ action: 'edit', before: { quantity: 2 }, after: { quantity: 4 } }, 'was edited: quantity 2 → 4'],
    [
      {
        action: 'edit',
        before: { note: null, do_not_place: false },
        after: { note: 'Ask', do_not_place: true },
      },
      'was edited: note nothing → Ask; do not place no → yes',
    ],
    [
      {
        action: 'edit',
        before: { alternates: [], supplier_numbers: [{ supplier: 'mouser', number: '603-BAV99' }] },
        after: {
          alternates: [{ mpn: 'BAV99,215', manufacturer: 'Nexperia' }, { mpn: 'BAV99W', manufacturer: null }],
          supplier_numbers: [],
        },
      },
      'was edited: alternates nothing → BAV99,215, BAV99W; supplier numbers 603-BAV99 → nothing',
    ],
    [{ action: 'choose', before: null, after: { mpn: 'BAV99,215' } }, 'was given another part, BAV99,215'],
    [{ action: 'nothing_to_buy', before: null, after: null }, 'was set to nothing to buy'],
  ] as const,
)('says what somebody did to a line: %o', (change, said) => {
  expect(changeInWords(change)).toBe(said);
});
