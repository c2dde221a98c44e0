/**
 * Numbers of real parts and what they say, a file a series. Written by hand from the manufacturers' numbering, which is
 * why no file is made by the decoder; the last column says where the number is from. Null: the number says nothing of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEGINS } from '../../../shared/parts/decoders/begins.ts';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';

interface Golden {
  /** Of all its numbers; left out where it is a column. */
  readonly category?: string;
  /** `number`, fields, `origin`. */
  readonly columns: readonly string[];
  readonly numbers: readonly (readonly (string | number | null)[])[];
  /** Numbers that no series reads, and what is wrong with each. */
  readonly refused: readonly (readonly [number: string, why: string])[];
}

const FOLDER = new URL('golden/', import.meta.url);
const { decode } = createDecoder(seriesTables);
const oneByOne = createDecoder(seriesTables, BEGINS);

const golden = new Map(
  readdirSync(FOLDER).map((name): [string, Golden] => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
  ]),
);

it('every series has golden numbers', () => {
  expect([...golden.keys()].sort()).toEqual(seriesTables.map(({ id }) => id).sort());
  for (const [series, { numbers }] of golden) expect(numbers.length, series).toBeGreaterThan(0);
});

describe.each([...golden])('%s', (series, { category, columns, numbers, refused }) => {
  const names = columns.slice(1, -1);

  it('reads its numbers', () => {
    for (const [number, ...said] of numbers) {
      const findings = decode(String(number));
      // several manufacturers may use one number
      const finding = findings.find(({ source }) => source === `decoder:${series}`);
      expect(finding, String(number)).toBeDefined();
      const fields = new Map(Object.entries(finding!.fields).map(([name, { value }]) => [name, value]));
      const values = names.map((name) => fields.get(name) ?? null);
      expect(values, String(number)).toEqual(said.slice(0, -1));
      if (category !== undefined) expect(fields.get('category'), String(number)).toBe(category);
    }
  });

  it('reads them alike when forms are made for the first number that begins so', () => {
    for (const [number] of numbers) {
      expect(oneByOne.decode(String(number)), String(number)).toEqual(decode(String(number)));
    }
  });

  it('reads no number that is not quite right', () => {
    for (const [number, why] of refused) expect(decode(number), `${number}: ${why}`).toEqual([]);
  });
});
