/** What lists at the terminal say of a line. */
import { expect, it } from 'vitest';
import type { Line } from '../../../cli/bom-pages.ts';
import { wordOn } from '../../../cli/line-words.ts';

const RESULT = { status: 'enriched', component: { mpn: 'BAV99', manufacturer: 'Nexperia' } };
const UNKNOWN = { status: 'not_found', component: null };
const line = (changes: object): Line =>
  ({
    status: 'enriched',
    review: 'none',
    mpn: 'BAV99',
    quantity: 1,
    result: RESULT,
    ...changes,
  }) as unknown as Line;

it.each([
  ['says no quantity', { quantity: undefined }, 'The BOM does not say how many.'],
  [
    'says none, and has a remark besides',
    { quantity: undefined, result: { ...RESULT, remarks: [{ code: 'x', detail: 'Written otherwise.' }] } },
    'The BOM does not say how many.',
  ],
  ['has a number that nobody knows', { status: 'not_found', result: UNKNOWN }, 'Nobody knows this number.'],
  ['has no number', { status: 'not_found', mpn: null, result: UNKNOWN }, 'No part was found.'],
  [
    'has a number that nobody knows, and is kept as written',
    { status: 'not_found', review: 'approved', result: UNKNOWN },
    'Unknown, kept as written.',
  ],
  [
    'means a part that somebody chose, and that nobody knows',
    {
      status: 'not_found',
      review: 'approved',
      result: { ...UNKNOWN, remarks: [{ code: 'chosen', detail: 'x' }] },
    },
    'Nobody knows this number.',
  ],
  ['was rejected', { review: 'rejected' }, 'What was found was rejected.'],
  ['has to be decided', { review: 'needed' }, 'Somebody has to decide.'],
  [
    'has to be decided, and says why',
    { review: 'needed', result: { ...RESULT, remarks: [{ code: 'x', detail: 'It may be another.' }] } },
    'It may be another.',
  ],
  ['is fine', {}, ''],
  ['was not looked up', { status: 'pending', quantity: undefined, result: null }, ''],
])('of a line that %s: %j', (_what, changes, said) => {
  expect(wordOn(line(changes))).toBe(said);
});
