import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { validate } from '../../../shared/domain/validate.ts';

const Line = z.strictObject({ mpn: z.string(), quantity: z.number().optional() });
const Bom = z.strictObject({ name: z.string(), lines: z.array(Line) });

function refusalOf(value: unknown, schema: z.ZodType = Bom): Refusal {
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a value', () => {
  it('comes back as the schema reads it', () => {
    expect(validate(z.object({ mode: z.string().default('pending') }), {})).toEqual({ mode: 'pending' });
  });

  it('is refused with the name and place of a field that does not exist', () => {
    const refusal = refusalOf({ name: 'B', lines: [{ mpn: 'X' }, { mpn: 'Y', mnp: 'Z' }] });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'unknown_field' });
    expect(refusal.detail).toContain('lines.1.mnp');
  });

  it('is refused with every field that does not exist', () => {
    const { detail } = refusalOf({ name: 'B', lines: [{ mpn: 'Y', a: 1 }], b: 2 });
    expect(detail).toContain('lines.0.a');
    expect(detail).toContain(' b');
  });

  it('is refused with the place of what is wrong', () => {
    const refusal = refusalOf({ name: 'B', lines: [{ mpn: 'X', quantity: 'many' }, { mpn: 7 }] });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_body' });
    expect(refusal.detail).toContain('at lines.0.quantity');
    expect(refusal.more.errors?.map(({ path }) => path)).toEqual(['lines.0.quantity', 'lines.1.mpn']);
  });

  it('may be named by places of another kind', () => {
    const refuse = () => validate(Bom, { name: 7, lines: [] }, (path) => `row 3, ${path.join()}`);
    expect(refuse).toThrow(expect.objectContaining({ detail: expect.stringContaining('at row 3, name:') }));
  });

  it.each([null, 'text', 7, []])('is refused as a whole without a place: %j', (value) => {
    const refusal = refusalOf(value);
    expect(refusal.code).toBe('invalid_body');
    expect(refusal.detail).not.toContain(' at ');
    expect(refusal.more.errors).toEqual([{ path: '', message: expect.any(String) }]);
  });

  it('is refused in a short answer, however much is wrong', () => {
    const wrong = { name: 'B', lines: Array.from({ length: 10_000 }, () => ({ mpn: 7 })) };
    expect(refusalOf(wrong).more.errors).toHaveLength(20);
    const names = Array.from({ length: 10_000 }, (_, i) => `field_${i}_${'x'.repeat(500)}`);
    const unknown = refusalOf({
      name: 'B',
      lines: [],
      ...Object.fromEntries(names.map((name) => [name, 1])),
    });
    expect(unknown.code).toBe('unknown_field');
    expect(JSON.stringify(unknown).length + unknown.detail.length).toBeLessThan(20_000);
  });
});

describe('the place of what is wrong', () => {
  const long = 'x'.repeat(500);

  it("is cut where it is the caller's own and long, in the sentence and in the list", () => {
    const { detail, more } = refusalOf({ [long]: 7 }, z.record(z.string(), z.string()));
    expect(more.errors?.map(({ path }) => path)).toEqual([`${'x'.repeat(200)}…`]);
    expect(detail).toContain(` at ${'x'.repeat(200)}…: `);
  });

  it('is whole where it is no longer than that', () => {
    const name = long.slice(0, 200);
    const { more } = refusalOf({ [name]: 7 }, z.record(z.string(), z.string()));
    expect(more.errors?.map(({ path }) => path)).toEqual([name]);
  });
});

describe('what may be of several kinds', () => {
  const Kind = z.union([
    z.strictObject({ name: z.string(), csv: z.string(), columns: z.string().default('') }),
    z.strictObject({ name: z.string(), lines: z.array(z.string()) }),
  ]);
  const place = (value: unknown) => {
    try {
      return validate(Kind, value);
    } catch (error) {
      return (error as Refusal).detail;
    }
  };

  it('is held against the one it is meant as, and against the last where that cannot be told', () => {
    expect(place({ name: 'B', csv: 'x' })).toEqual({ name: 'B', csv: 'x', columns: '' });
    expect(place({ name: 'B', lines: [] })).toEqual({ name: 'B', lines: [] });
    expect(place({ name: 'B', csv: 7, lines: [] })).toContain('no field lines');
    expect(place({ name: 'B', lines: 7 })).toContain('at lines');
    expect(place({ name: 'B', columns: 'x', lines: [] })).toContain('no field columns');
    expect(place({ name: 'B' })).toContain('at lines');
  });
});
