import { describe, expect, it } from 'vitest';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { consolidate, type FoundLine } from '../../../shared/parts/consolidation.ts';

let lines = 0;
function line(mpn: string, substitution: string | null = null): FoundLine {
  const { component } = resolvePart({ mpn, manufacturer: null })!;
  const { manufacturer, fields } = component;
  return { line_id: `${++lines}`, mpn: component.mpn, manufacturer, fields, substitution };
}
const served = (...all: FoundLine[]) =>
  consolidate(all).map((
    { mpn, line_ids },
  ) => [mpn, all.filter((one) => line_ids.includes(one.line_id)).map((one) => one.mpn)]);

describe('one part for several lines', () => {
  it('is the one that is no worse than any of them', () => {
    expect(served(line('RC0603JR-0710KL'), line('RC0603FR-0710KL'), line('RC0603FR-0710KL'))).toEqual([
      ['RC0603FR-0710KL', ['RC0603JR-0710KL', 'RC0603FR-0710KL', 'RC0603FR-0710KL']],
    ]);
    const [one] = consolidate([line('RC0603JR-0710KL'), line('RC0603FR-0710KL'), line('RC0603FR-0710KL')]);
    expect(one).toMatchObject({
      parts: 2,
      sentence: expect.stringMatching(/^3 lines, 2 different parts: RC0603FR-0710KL/),
    });
  });

  it.each([
    ['of another value', 'RC0603FR-0710KL', 'RC0603FR-0711KL'],
    ['of another size', 'RC0603FR-0710KL', 'RC0805FR-0710KL'],
    ['of less voltage and of another dielectric', 'CC0402KRX5R5BB104', 'CC0402KRX7R7BB104'],
    ['of a kind that no numbers compare', 'BLM18PG121SN1D', 'BLM18PG471SN1D'],
  ])('is none %s', (_what, a, b) => {
    expect(served(line(a), line(b)).flatMap(([mpn]) => mpn === b ? [] : [mpn])).toEqual([]);
  });

  it('leaves a line alone whose BOM allows no substitute, and may still be taken from it', () => {
    expect(served(line('RC0603JR-0710KL', 'No'), line('RC0603FR-0710KL'))).toEqual([]);
    expect(served(line('RC0603JR-0710KL'), line('RC0603FR-0710KL', 'No'))).toHaveLength(1);
  });

  it('never has less voltage than a line asks for', () => {
    const [low, high] = [line('CC0603KRX7R7BB104'), line('CC0603KRX7R9BB104')];
    expect(served(low, high)).toEqual([[high.mpn, [low.mpn, high.mpn]]]);
  });

  it('compares some parts of one value and size, however many there are, and names some of their lines', () => {
    const { mpn, manufacturer, fields } = line('RC0603FR-0710KL');
    let [compared, read] = [0, 0];
    const counted = (): FoundLine['fields'] =>
      new Proxy(fields, {
        get(target, name, receiver) {
          if (name === 'tolerance') read += 1;
          return Reflect.get(target, name, receiver);
        },
      });
    const parts = (many: number) =>
      Array.from({ length: many }, (_, n): FoundLine => (
        { line_id: `${n}`, mpn: `${mpn}-${n}`, manufacturer, fields: counted(), substitution: null }
      ));
    consolidate(parts(60));
    [compared, read] = [read, 0];
    expect(compared).toBeGreaterThan(0);
    consolidate(parts(600));
    expect(read).toBe(compared);

    const lines = Array.from(
      { length: 300 },
      (_, n) => ({ ...line('RC0603JR-0710KL'), line_id: `many ${n}` }),
    );
    const [one] = consolidate([line('RC0603FR-0710KL'), ...lines]);
    expect(one).toMatchObject({ lines: 301, parts: 2, sentence: expect.stringMatching(/^301 lines/) });
    expect(one?.line_ids).toHaveLength(100);
  });
});
