import { expect, it } from 'vitest';
import { type Change, changeInWords } from '../../../web/src/bom/change-words.ts';
import { lineEntries } from '../../../web/src/bom/line-entries.ts';

it.each(
  [
    [{ action: 'edit', before: { quantity: 2 }, after: { quantity: 4 } }, 'was edited: quantity 2 → 4'],
    [
      {
        action: 'edit',
        before: { note: null, do_not_place: false },
        after: { note: 'Ask', do_not_place: true },
      },
      'was edited: note nothing → Ask; not fitted no → yes',
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
    [
      { action: 'edit', before: { mpn: 'RC06' }, after: { mpn: null } },
      'was edited: part number RC06 → nothing',
    ],
    [{ action: 'choose', before: null, after: { mpn: 'BAV99,215' } }, 'was given another part, BAV99,215'],
    [{ action: 'nothing_to_buy', before: null, after: null }, 'was set to nothing to buy'],
  ] as const,
)('says what somebody did to a line: %o', (change, said) => {
  expect(changeInWords(change)).toBe(said);
});

it('says what happened to a line the newest first, runs among people', () => {
  const change = (created_at: string, action: Change['action']) =>
    ({ action, before: null, after: null, created_at }) as Change;
  const told = lineEntries(
    [change('2026-01-03T12:00:00Z', 'approve'), change('2026-01-01T12:00:00Z', 'reject')],
    { at: '2026-01-02T12:00:00Z', run: 2 },
    () => 'eva',
  );
  expect(told.map((text) => text.replace(/, [^,]*$/, ''))).toEqual([
    'It was approved, by eva',
    'Run 2 looked it up',
    'It was rejected, by eva',
  ]);
});
