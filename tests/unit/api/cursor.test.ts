import { describe, expect, it } from 'vitest';
import { after, writeCursor } from '../../../shared/api/cursor.ts';

describe('a cursor', () => {
  it.each([[[]], [['lines', 'Würth ☃', 7]], [['𝔸', '"', '\\']]])(
    'comes back as it was given: %j',
    (cursor) => {
      expect(after.parse(writeCursor(cursor))).toEqual(cursor);
    },
  );

  it.each([
    'x',
    '!',
    '..',
    writeCursor(['\0']),
    writeCursor(['\ud800']),
    writeCursor([1.5]),
    writeCursor([1, 2, 3, 4, 5]),
    writeCursor(['A'.repeat(6_500)]),
    'e30', // {}
    'gICA', // no UTF-8
  ])('is refused when nobody gave it: %s', (given) => {
    expect(after.safeParse(given).error?.issues).toMatchObject([{ params: { code: 'invalid_cursor' } }]);
  });
});
