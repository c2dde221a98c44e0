/** What a page says of what others have just changed. */
import { expect, it } from 'vitest';
import type { Change } from '../../../web/src/bom/change-words.ts';
import { toldChanges } from '../../../web/src/bom/told-changes.ts';

const changes = Array.from(
  { length: 100 },
  (_, i) =>
    ({
      change_id: 100 - i,
      line_id: `line ${i}`,
      line_number: i + 1,
      line_name: `R${i + 1}`,
      action: 'approve',
    }) as Change,
);
const told = (of: readonly Change[], isAll: boolean) =>
  toldChanges(of, () => 'Eva', isAll).map(({ text }) => text);

it('counts the lines that somebody has changed', () => {
  expect(told(changes, true)).toEqual(['100 lines were changed by Eva.']);
});

it('gives no number for all of them where only the newest changes were read', () => {
  expect(told(changes, false)).toEqual(['100 lines or more were changed by Eva.']);
});
