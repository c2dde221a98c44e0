/** What the bench of parts counts: planted contradictions, with what the product knows of their parts, and its other scores. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreEquivalents } from '../../bench/parts/equivalents.ts';
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

it('holds a second source against what others say of it, and misses none that they list', () => {
  const row = (mpn: string, manufacturer: string, volts: number) => ({
    mpn,
    manufacturer,
    description: `Capacitor 100 nF ±10% ${volts} V 0603 X7R`,
    package: '',
  });
  const first = row('GRM188R71H104KA93D', 'Murata', 50);
  const other = (volts: number) => scoreEquivalents([first, row('CC0603KRX7R9BB104', 'Yageo', volts)]);
  // Murata's number has a place of its own, so nobody writes it for Yageo's part.
  expect(other(50).map(({ value }) => value)).toEqual(['100.0 % of 1', '50.0 % of 2']);
  expect(other(25)[0]).toMatchObject({
    met: false,
    value: '0.0 % of 1; not: GRM188R71H104KA93D = CC0603KRX7R9BB104: voltage',
  });
});
