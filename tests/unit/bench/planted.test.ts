/** The table of planted contradictions, with what the product knows of their parts: nothing found may be lost again. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreReal } from '../../bench/parts/judged.ts';
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

it('calls a contradiction of a real line false where the reader has none', () => {
  const line = { id: 'bom.csv:1', mpn: 'RC0603FR-0710KL', value: '1k', dnp: '0' };
  const judged = (...rows: string[]) => scoreReal([line], ['id\tcheck\tseverity\twhy', ...rows].join('\n'));
  expect(judged('bom.csv:1\tvalue\terror\t')[0]).toMatchObject({ met: true });
  expect(judged('bom.csv:2\tvalue\terror\t')[0]).toMatchObject({ met: false });
  expect(judged('bom.csv:1\tchip_size\terror\t')[2]).toMatchObject({
    value: '0 of 1; missed: bom.csv:1 chip_size',
  });
});
