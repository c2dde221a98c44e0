import process from 'node:process';
import { afterEach, expect, it, vi } from 'vitest';
import { createOutput, FORMATS } from '../../../cli/output.ts';

afterEach(() => vi.restoreAllMocks());

it.each(FORMATS)('an answer without words is no empty line, and for programs a value: %s', (format) => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(`${chunk}`);
    return true;
  });
  createOutput(format).value({ rows: 0 }, () => '');
  expect(written.join('').replaceAll(/\s/g, '')).toBe(format === 'text' ? '' : '{"rows":0}');
});
