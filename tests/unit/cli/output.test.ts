import process from 'node:process';
import { afterEach, expect, it, vi } from 'vitest';
import { createOutput, FORMATS, table } from '../../../cli/output.ts';

const { isTTY, columns, hasColors } = process.stdout;
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(process.stdout, { isTTY, columns, hasColors });
});

it.each([
  ['cut to the width of a terminal', 9, 'R1  RC06…'],
  ['whole where a terminal does not say how wide it is', 0, 'R1  RC0603FR-0710KL'],
])('a table is %s', (_how, width, row) => {
  Object.assign(process.stdout, { isTTY: true, columns: width, hasColors: () => false });
  expect(table(['ON', 'PART'], [['R1', 'RC0603FR-0710KL']]).split('\n')[1]).toBe(row);
});

it.each(FORMATS)('an answer without words is no empty line, and for programs a value: %s', (format) => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(`${chunk}`);
    return true;
  });
  createOutput(format).value({ rows: 0 }, () => '');
  expect(written.join('').replaceAll(/\s/g, '')).toBe(format === 'text' ? '' : '{"rows":0}');
});
