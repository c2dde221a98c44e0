import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComponentFields } from '../../../shared/domain/component.ts';
import { isWithin } from '../../../shared/domain/categories.ts';
import { type FieldName, fieldOf } from '../../../shared/domain/fields.ts';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { formsOf, startsOf } from '../../../shared/parts/decoders/forms.ts';
import type { CodeSegment, Forms, PlainSegment, SeriesTable } from '../../../shared/parts/decoders/table.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';
import { resolveManufacturer } from '../../../shared/parts/manufacturers.ts';
import { searchKey } from '../../../shared/parts/part-number.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** Values that are common in some unit; each codec takes the ones it can write. */
const VALUES = [
  0,
  ...Array.from({ length: 22 }, (_, i) => i - 12).flatMap((power) =>
    ['1', '1.5', '2.2', '4.7', '4.75', '4.99', '6.8', '8.2'].map((digits) => Number(`${digits}e${power}`))
  ),
];

interface Form {
  readonly table: SeriesTable;
  readonly segments: readonly PlainSegment[];
}

/** Each form with all of its optional groups and with none. */
const shapesOf = (table: SeriesTable): PlainSegment[][] =>
  formsOf(table).flatMap((segments) => [
    segments.flatMap((segment) => 'optional' in segment ? segment.optional : [segment]),
    segments.flatMap((segment) => 'optional' in segment ? [] : [segment]),
  ]);

const forms: Form[] = seriesTables.flatMap((table) =>
  shapesOf(table).map((segments) => ({ table, segments }))
);

/** Any code that may stand at the segment's place. */
function anyCode(segment: PlainSegment): fc.Arbitrary<string> {
  if ('separator' in segment) return fc.constant('');
  if ('literal' in segment) return fc.constant(segment.literal);
  if ('free' in segment) {
    return fc.string({ unit: fc.constantFrom(...LETTERS), minLength: segment.free, maxLength: segment.free });
  }
  if ('codes' in segment) return fc.constantFrom(...Object.keys(segment.codes));
  return fc.constantFrom(...VALUES.flatMap((value) => segment.codec.encode(value) ?? []));
}

/** Whether the key can be taken apart in this order: ends of different lengths may make one number out of another's pieces. */
function isComposed(key: string, [segment, ...rest]: readonly PlainSegment[]): boolean {
  if (segment === undefined) return key === '';
  const begins = 'separator' in segment
    ? ['']
    : 'literal' in segment
    ? [segment.literal]
    : 'codes' in segment
    ? Object.keys(segment.codes)
    : 'free' in segment
    ? [key.slice(0, segment.free)]
    : segment.codec.lengths.map((length) => key.slice(0, length)).filter((code) =>
      segment.codec.decode(code) !== null
    );
  return begins.some((begin) => key.startsWith(begin) && isComposed(key.slice(begin.length), rest));
}

/** A form of some series with a code for each of its segments. */
const anyNumber = fc.constantFrom(...forms).chain((form) =>
  fc.tuple(...form.segments.map(anyCode)).map((codes) => ({ ...form, codes }))
);

const decoder = createDecoder(seriesTables);

describe('series tables', () => {
  it('have ids of their own', () => {
    expect(new Set(seriesTables.map(({ id }) => id)).size).toBe(seriesTables.length);
  });

  it('name a known manufacturer and the document that defines the numbering', () => {
    for (const { id, manufacturer, reference } of seriesTables) {
      expect(resolveManufacturer(manufacturer), id).toMatchObject({ name: manufacturer, kind: 'exact' });
      expect(new URL(reference.url).protocol, id).toBe('https:');
      expect(reference.title, id).not.toBe('');
    }
  });

  it('make the same forms for each beginning as all at once', () => {
    const numbersOf = (forms: Forms) =>
      forms.flatMap(([first, ...others]) =>
        first && 'codes' in first
          ? Object.keys(first.codes).map((code) => JSON.stringify([code, others]))
          : []
      ).sort();
    for (const table of seriesTables) {
      const { formsFor } = table;
      if (!formsFor) continue;
      const starts = startsOf(table);
      for (const start of starts) {
        expect(startsOf({ ...table, forms: () => formsFor(start) }), table.id).toEqual([start]);
      }
      expect(numbersOf(starts.flatMap(formsFor)), table.id).toEqual(numbersOf(formsOf(table)));
    }
  });

  it('write their codes as search keys', () => {
    for (const { table, segments } of forms) {
      const written = segments.flatMap((segment) => {
        if ('literal' in segment) return [segment.literal];
        return 'codes' in segment ? Object.keys(segment.codes) : [];
      });
      expect(written.map(searchKey), table.id).toEqual(written);
    }
  });

  it('state quantities in a unit of their field', () => {
    for (const table of seriesTables) {
      const { id, ratings = [] } = table;
      const said = [
        ...shapesOf(table).flat().flatMap((segment) =>
          'codes' in segment ? Object.values(segment.codes) : []
        ),
        ...ratings.flatMap(({ states }) => states ?? []),
      ];
      for (const [name, value] of said.flatMap((statements) => Object.entries(statements))) {
        const field = fieldOf(name as FieldName);
        if (typeof value !== 'object') continue;
        expect(field.kind === 'quantity' && field.otherUnits, `${id}: ${name}`).toContain(value.unit);
      }
    }
  });

  it('name only their own segments and codes in constraints and ratings', () => {
    for (const table of seriesTables) {
      const codes = new Map<string, string[]>();
      for (const segment of shapesOf(table).flat()) {
        if (!('codes' in segment)) continue;
        const known = codes.get(segment.name) ?? [];
        codes.set(segment.name, known);
        for (const code of Object.keys(segment.codes)) known.push(code);
      }
      const choices = [
        ...(table.constraints ?? []).flatMap(({ when, then }) => [when, then]),
        ...(table.ratings ?? []).map(({ when }) => when ?? {}),
      ];
      for (const [name, allowed] of choices.flatMap((choice) => Object.entries(choice))) {
        if (name === 'value') continue;
        expect(codes.get(name), `${table.id}: ${name}`).toEqual(expect.arrayContaining([...allowed]));
      }
    }
  });
});

describe('decoding', () => {
  it('reads a number made from a table by no other of its manufacturer, or not at all when a constraint forbids it', () => {
    fc.assert(
      fc.property(anyNumber, ({ table, codes }) => {
        const own = decoder.decode(codes.join('')).filter(({ manufacturer }) =>
          manufacturer === table.manufacturer
        );
        expect([[], [`decoder:${table.id}`]]).toContainEqual([...new Set(own.map(({ source }) => source))]);
      }),
      { numRuns: 2000 },
    );
  });

  it('states no field without a source, a confidence and an https document', () => {
    fc.assert(
      fc.property(anyNumber, ({ codes }) => {
        for (const { source, fields } of decoder.decode(codes.join(''))) {
          expect(ComponentFields.safeParse(fields).success).toBe(true);
          for (const [name, field] of Object.entries(fields)) {
            const row = fieldOf(name as FieldName);
            expect(field.source).toBe(source);
            expect(field.confidence).toBeGreaterThan(0);
            expect(field.reference).toMatch(/^https:\/\//);
            if (typeof field.value === 'number') {
              expect(Number.isFinite(field.value)).toBe(true);
              expect(row.kind === 'quantity' && [row.unit, ...row.otherUnits ?? []]).toContain(field.unit);
            } else {
              expect(field).not.toHaveProperty('unit');
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('states manufacturer and category of whatever it reads, and the value of a passive', () => {
    const VALUE = { resistor: 'resistance', capacitor: 'capacitance', inductor: 'inductance' } as const;
    // Their last characters are a running number: the manufacturer's list alone says the value.
    const WITHOUT_VALUE = new Set(['alps-rk']);
    fc.assert(
      fc.property(anyNumber, ({ table, codes }) => {
        for (const { source, fields } of decoder.decode(codes.join(''))) {
          if (source !== `decoder:${table.id}`) continue;
          expect(fields.manufacturer?.value).toBe(table.manufacturer);
          if (WITHOUT_VALUE.has(table.id)) continue;
          const category = String(fields.category?.value);
          for (const [kind, value] of Object.entries(VALUE)) {
            if (isWithin(category, kind)) expect(fields, `${table.id}: ${value}`).toHaveProperty(value);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the number so that it reads the same again', () => {
    fc.assert(
      fc.property(anyNumber, ({ codes }) => {
        for (const finding of decoder.decode(codes.join(''))) {
          expect(decoder.decode(finding.mpn)).toContainEqual(finding);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses every code that is not in the table at its place', () => {
    const isFixed = (segment: PlainSegment | undefined): segment is CodeSegment =>
      segment !== undefined && 'codes' in segment &&
      new Set(Object.keys(segment.codes).map((c) => c.length)).size === 1;
    const corrupted = anyNumber.filter(({ segments }) => segments.some(isFixed)).chain(
      ({ table, segments, codes }) => {
        const places = segments.flatMap((segment, i) => isFixed(segment) ? [i] : []);
        return fc.record({
          table: fc.constant(table),
          segments: fc.constant(segments),
          codes: fc.constant(codes),
          place: fc.constantFrom(...places),
          letter: fc.constantFrom(...LETTERS),
          at: fc.nat(),
        });
      },
    );
    fc.assert(
      fc.property(corrupted, ({ table, segments, codes, place, letter, at }) => {
        const segment = segments[place];
        if (!isFixed(segment)) return;
        const code = codes[place] ?? '';
        const i = at % code.length;
        const wrong = code.slice(0, i) + letter + code.slice(i + 1);
        fc.pre(!Object.hasOwn(segment.codes, wrong));
        const key = codes.map((c, n) => n === place ? wrong : c).join('');
        fc.pre(!isComposed(key, segments));
        expect(createDecoder([{ ...table, forms: () => [segments] }]).decode(key)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(Array.isArray(decoder.decode(text))).toBe(true);
    }));
  });
});
