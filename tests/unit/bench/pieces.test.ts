/** Benches that take long are measured in pieces. */
import { expect, it } from 'vitest';
import type { BenchOptions } from '../../bench/figure.ts';
import { roundsOf } from '../../bench/figure.ts';
import { chosenPieces, inTurn, type Pieces, together } from '../../bench/pieces.ts';

const OPTIONS: BenchOptions = {
  quick: false,
  rounds: null,
  folder: null,
  lines: null,
  numbers: null,
  check: null,
  out: null,
};
const figure = (name: string) => ({ figure: name, value: '1', target: '', met: null });
const PIECES: Pieces = {
  one: () => Promise.resolve({ figures: [figure('one')], notes: ['a'], measurements: { one: 1 } }),
  two: () => Promise.resolve({ figures: [figure('two')], measurements: { two: 2 } }),
};

it('measures all of them, or the one that is named', async () => {
  expect(together(await inTurn(chosenPieces('bench', PIECES, null), OPTIONS))).toEqual({
    figures: [figure('one'), figure('two')],
    notes: ['a'],
    measurements: { one: 1, two: 2 },
  });
  expect(Object.keys(chosenPieces('bench', PIECES, 'two'))).toEqual(['two']);
});

it.each(['three', 'toString'])('says which there are where it has none of the name %s', (name) => {
  expect(() => chosenPieces('runner', PIECES, name)).toThrow(
    `bench runner has no piece "${name}"; it has one, two.`,
  );
});

it('takes as many rounds as it is told, one for a quick look, otherwise its own number', () => {
  expect(roundsOf(OPTIONS, 5)).toBe(5);
  expect(roundsOf({ ...OPTIONS, quick: true }, 5)).toBe(1);
  expect(roundsOf({ ...OPTIONS, quick: true, rounds: 3 }, 5)).toBe(3);
});
