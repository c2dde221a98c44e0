/** What of a line is looked through, and how. */
import { expect, it } from 'vitest';
import { finding } from '../../../web/src/lines/find.ts';
import { line } from '../support/lines.ts';

const one = { ...line(1), designators: 'R1, R2', value: '4k7' };

it.each([
  ['', true],
  ['  ', true],
  ['part-1', true],
  ['4K7 r2', true],
  ['r3', false],
  ['4k7 C1', false],
])('“%s”', (wanted, isFound) => {
  expect(finding(wanted)(one)).toBe(isFound);
});

it('of a line that has changed, what it says now', () => {
  const changed = { ...one, value: '10k' };
  expect([finding('10k')(changed), finding('4k7')(changed)]).toEqual([true, false]);
});
