/** Which characters are marked where two texts differ. */
import { expect, it } from 'vitest';
import { difference, marking, type Piece } from '../../../web/src/lib/difference.ts';

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, differs }) => differs ? `[${text}]` : text).join('');

it.each([
  ['RC0603FR-0747KL', 'RC0603FR-074K7L', 'RC0603FR-074[7]KL'],
  ['RC0603FR-0710KL', 'RC0603FR-0710KL', 'RC0603FR-0710KL'],
  ['2N70O2', '2N7002', '2N70[O]2'],
  ['bc847b', 'BC847B', 'bc847b'],
  ['SBX-1-REEL', 'SBX-1', 'SBX-1[-REEL]'],
  ['SBX-1', 'SBX-1-REEL', 'SBX-1'],
  ['X', '', '[X]'],
])('%s beside %s: %s', (text, other, marked) => {
  expect(shown(difference(text, other))).toBe(marked);
});

it('marks as a whole what is too long to compare', () => {
  expect(shown(difference('A'.repeat(81), 'B'))).toBe(`[${'A'.repeat(81)}]`);
  expect(shown(difference('A'.repeat(81), 'a'.repeat(81)))).toBe('A'.repeat(81));
});

it.each([
  ['10u 25V', ['10u'], '[10u] 25V'],
  ['10 µF · 0603', ['0603', '10 µf'], '[10 µF] · [0603]'],
  ['10k', ['4k7'], '10k'],
  ['10k', [''], '10k'],
  ['', ['10k'], ''],
])('marks in %j what is in %j', (text, marked, expected) => {
  expect(shown(marking(text, marked))).toBe(expected);
});
