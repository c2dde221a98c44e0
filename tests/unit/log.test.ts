import { describe, expect, it } from 'vitest';
import { createLog, errorName } from '../../shared/log.ts';
import { ProgressUnavailable } from '../../shared/progress/port.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  write(createLog('boms', (line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe('a log line', () => {
  it('is one JSON object with the event and its fields', () => {
    const line = JSON.parse(
      logged((log) => log('worked', { batches: 3, ok: true, error: null, reason: 'idle' })),
    );
    expect(line).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      component: 'boms',
      event: 'worked',
      batches: 3,
      ok: true,
      error: null,
      reason: 'idle',
    });
  });

  it('needs no fields', () => {
    expect(JSON.parse(logged((log) => log('started')))).toMatchObject({ event: 'started' });
  });

  it('stays one line, whatever is in it', () => {
    expect(logged((log) => log('x', { text: 'a\nb\r\u2028c' }))).not.toMatch(/[\r\n]/);
  });

  it('stays short, whatever is in it', () => {
    const line = logged((log) => log('x', { text: 'y'.repeat(100_000), other: 'z'.repeat(100_000) }));
    expect(line.length).toBeLessThan(2_000);
    expect(JSON.parse(line).text).toMatch(/^y{500}$/);
  });
});

describe('the name of an error', () => {
  it.each<[unknown, string]>([
    [new TypeError('fetch https://user:secret@host failed'), 'TypeError'],
    [Object.assign(new Error('secret'), { code: 'ECONNRESET' }), 'Error ECONNRESET'],
    [Object.assign(new Error('secret'), { code: 42 }), 'Error'],
    [new ProgressUnavailable('redis', 'timeout'), 'ProgressUnavailable timeout'],
    ['secret', 'string'],
    [undefined, 'undefined'],
  ])('tells nothing of its message: %#', (error, name) => {
    expect(errorName(error)).toBe(name);
  });
});
