import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanPartNumber } from '../../../shared/parts/part-number.ts';
import { type Resolution, resolvePart } from '../../../shared/enrich/resolve.ts';

interface Line {
  readonly designators: string[];
  readonly quantity: number;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly status: 'enriched' | 'not_found' | 'skipped';
  readonly resolution: Resolution | null;
}

/** Cells of one CSV line without line breaks in cells. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

function lineOf(row: string): Line {
  const [designators = '', quantity = '', mpn = '', manufacturer = '', , dnp = ''] = cells(row);
  const skipped = dnp !== '' || cleanPartNumber(mpn) === null;
  const resolution = skipped ? null : resolvePart({ mpn, manufacturer: manufacturer || null });
  const status = skipped ? 'skipped' : resolution ? 'enriched' : 'not_found';
  return {
    designators: designators.split(' '),
    quantity: Number(quantity),
    mpn,
    manufacturer,
    status,
    resolution,
  };
}

const file = new URL('../../../local/sample-bom.csv', import.meta.url);
const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
const lines = rows.map(lineOf);
const count = (status: Line['status']) => lines.filter((line) => line.status === status).length;

describe('the sample BOM', () => {
  it('has the usual columns and sixty to a hundred lines of equal shape', () => {
    expect(header).toBe('Designator,Qty,MPN,Manufacturer,Description,DNP');
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(lines.length).toBeLessThanOrEqual(100);
    for (const row of rows) expect(cells(row), row).toHaveLength(6);
  });

  it('is enriched but for two in-house parts, a line without number and two that are not placed', () => {
    expect(lines).toHaveLength(77);
    expect({ enriched: count('enriched'), not_found: count('not_found'), skipped: count('skipped') }).toEqual(
      {
        enriched: 72,
        not_found: 2,
        skipped: 3,
      },
    );
    expect(lines.filter(({ status }) => status === 'not_found').map(({ manufacturer }) => manufacturer))
      .toEqual(['Northwind Instruments', 'Northwind Instruments']);
  });

  it('has as many designators as pieces, and none twice', () => {
    for (const { designators, quantity, mpn } of lines) expect(designators, mpn).toHaveLength(quantity);
    const all = lines.flatMap(({ designators }) => designators);
    expect(new Set(all).size).toBe(all.length);
  });

  it('contradicts no source and is of good quality throughout', () => {
    for (const { mpn, resolution } of lines) {
      if (!resolution) continue;
      const { component, remarks } = resolution;
      expect(Object.values(component.fields).flatMap((field) => field.conflicts ?? []), mpn).toEqual([]);
      expect(remarks.filter(({ code }) => code === 'manufacturer_contradicted'), mpn).toEqual([]);
      expect(resolution.quality_score, mpn).toBeGreaterThanOrEqual(80);
    }
  });

  it('spells one part and one manufacturer in more than one way', () => {
    const spellings = new Map<string, Set<string>>();
    for (const { mpn, resolution } of lines) {
      const key = resolution?.component.orderable_key;
      if (key) spellings.set(key, (spellings.get(key) ?? new Set()).add(mpn));
    }
    expect([...spellings.values()].some((set) => set.size > 1)).toBe(true);
    const manufacturers = new Set(lines.map(({ manufacturer }) => manufacturer));
    for (const name of ['Murata', 'Murata Electronics', 'TI', 'Texas Instruments']) {
      expect(manufacturers).toContain(name);
    }
  });

  it('makes electrical sense where values depend on each other', () => {
    const value = (designator: string, field: 'resistance' | 'capacitance') =>
      Number(
        lines.find(({ designators }) => designators.includes(designator))?.resolution?.component.fields[field]
          ?.value,
      );
    // USB-C sinks announce themselves with 5.1 kohm; the boost converter regulates its divider to 1.233 V.
    expect(value('R1', 'resistance')).toBe(5100);
    expect(1.233 * (1 + value('R6', 'resistance') / value('R7', 'resistance'))).toBeCloseTo(5, 1);
    expect(value('C16', 'capacitance')).toBe(18e-12);
    expect(value('R10', 'resistance')).toBe(0);
  });
});
