/** The table of planted contradictions, with what the product knows of their parts: nothing found may be lost again. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PLANTED, plantedLines, scorePlanted } from '../../bench/parts/planted.ts';

const lines = plantedLines(readFileSync(PLANTED, 'utf8'));

it('finds what is planted, and hears nothing of its twins', () => {
  const [found, alarming] = scorePlanted(lines);
  expect(found).toMatchObject({ met: true });
  expect(alarming).toMatchObject({ met: true });
});

it('counts a miss and an alarm as such', () => {
  const one = { id: 'a', expected: 'error', said: 'fine', isKnown: true };
  const twin = { id: 'b', expected: 'fine', said: 'warning', isKnown: true };
  const [found, alarming] = scorePlanted([one, twin]);
  expect(found).toMatchObject({ met: false, value: expect.stringContaining('missed: a (fine)') });
  expect(alarming).toMatchObject({ met: false, value: expect.stringContaining('b (warning)') });
});
