/** Which characters are marked where two texts differ. */
import { expect, it } from 'vitest';
import { checkLine } from '../../../shared/assess/contradictions/index.ts';
import { difference, marking, type Piece, saidWords } from '../../../web/src/lib/difference.ts';

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

it.each([
  ['Resistor 4k7', 'Resistor [4k7]'],
  ['RES 4.7k 1%', 'RES [4.7k] 1%'],
  ['Widerstand 4k7', 'Widerstand [4k7]'],
  ['4k7', '[4k7]'],
  ['4,7 kOhm', '[4,7 kOhm]'],
])('marks in %j what contradicts a part of 10 kΩ: %j', (value, expected) => {
  const stated = (value: string | number, unit?: string) => ({
    value,
    unit,
    source: 'decoder:test',
    confidence: 1,
  });
  const fields = { category: stated('chip_resistor'), resistance: stated(10_000, 'ohm') };
  const [found] = checkLine({ mpn: 'RC0603FR-0710KL', value }, { part: { mpn: 'RC0603FR-0710KL', fields } });
  expect(shown(marking(value, [saidWords(value, found!.asked, true)]))).toBe(expected);
});

it.each(['1µF', '1μF', '１uF'])('marks %j by the words that were read, whichever sign it has', (value) => {
  expect(shown(marking(`${value} 16V`, ['1uF']))).toBe(`[${value}] 16V`);
});

it('marks what an older release said without the words that it had read: a word of its own, or none', () => {
  expect(saidWords('4k7', { text: '4.7 kΩ' }, true)).toBe('4k7');
  expect(saidWords('Resistor 4k7', { text: '4.7 kΩ' }, true)).toBe('');
  expect(saidWords('10 kΩ 1%', { text: '10 kΩ' }, true)).toBe('10 kΩ');
});
