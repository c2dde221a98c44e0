import { describe, expect, it } from 'vitest';
import { Component } from '../../../shared/domain/component.ts';
import { createCatalogueSource } from '../../../shared/parts/catalogue/source.ts';
import type { PartSource } from '../../../shared/parts/finding.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';

const resolve = (mpn: string, manufacturer: string | null = null) => resolvePart({ mpn, manufacturer });

describe('resolving a part', () => {
  it('makes a component of what a part number says', () => {
    const resolution = resolve('RC0603FR-0710KL', 'Yageo');
    expect(resolution).toMatchObject({
      source: 'decoder:yageo-rc',
      remarks: [],
      component: {
        orderable_key: 'RC0603FR-0710KL',
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        fields: {
          manufacturer: { value: 'Yageo', source: 'decoder:yageo-rc' },
          resistance: { value: 10_000, unit: 'ohm' },
          tolerance: { value: 1, unit: '%' },
        },
      },
    });
    expect(Component.safeParse(resolution?.component).success).toBe(true);
  });

  it('makes a component of what the catalogue says', () => {
    const listed = createCatalogueSource([{
      mpn: 'BME280',
      manufacturer: 'Bosch Sensortec',
      category: 'sensor',
      package: 'LGA-8',
      description: 'Pressure sensor',
      document: { title: 'Data sheet', url: 'https://bosch.example/bme280.pdf' },
    }]);
    const resolution = resolvePart({ mpn: 'bme280', manufacturer: 'Bosch' }, [listed]);
    expect(resolution).toMatchObject({
      source: 'catalogue',
      component: { orderable_key: 'BME280', mpn: 'BME280', manufacturer: 'Bosch Sensortec' },
    });
    expect(Component.safeParse(resolution?.component).success).toBe(true);
  });

  it('gives equal spellings one key and the spelling of the manufacturer', () => {
    const found = ['ERJ-3EKF1002V', 'erj3ekf1002v', ' ERJ 3EKF1002V\u200e'].map((mpn) =>
      resolve(mpn)?.component
    );
    expect(new Set(found.map((component) => component?.orderable_key))).toEqual(new Set(['ERJ-3EKF1002V']));
    expect(new Set(found.map((component) => component?.mpn))).toEqual(new Set(['ERJ-3EKF1002V']));
  });

  it.each(['NWI-PCB-0107-C', 'RC0603FR-0710K', 'DNP', 'N/A', '', '-'])('knows nothing about %j', (mpn) => {
    expect(resolve(mpn, 'Northwind Instruments')).toBeNull();
  });

  it.each([
    ['RC0603FR-0710KL', 'Yageo', 'Vishay', 'Nobody & Sons', 'YAGEO (PHYCOMP)', null],
    ['MAX17048G+T10', 'Analog Devices', 'Maxim Integrated', 'Texas Instruments', null],
  ])('says the same of %s whoever asks: a component holds no word of any BOM', (mpn, ...manufacturers) => {
    const components = manufacturers.map((manufacturer) => resolve(mpn, manufacturer)?.component);
    for (const component of components) expect(component).toEqual(components[0]);
    expect(JSON.stringify(components)).not.toMatch(/Nobody|"bom"/);
  });

  it('lets the manufacturer in the BOM decide between parts of one number', () => {
    expect(resolve('2N7002', 'Nexperia')?.component.manufacturer).toBe('Nexperia');
    expect(resolve('2N7002', 'ON')?.component.manufacturer).toBe('onsemi');
  });

  const source = (name: string, mpn: string, voltage: number): PartSource => ({
    name,
    find: () => [{
      source: name,
      mpn,
      manufacturer: 'KEMET',
      fields: {
        manufacturer: { value: 'KEMET', source: name, confidence: 1 },
        voltage_rating: { value: voltage, unit: 'V', source: name, confidence: 1 },
      },
    }],
  });

  it('shows no fact of one orderable number for another, and knows a number sooner than a stock number', () => {
    const sources = [source('a', 'C-50', 50), source('b', 'C-25', 25), source('c', 'C-50', 50)];
    const voltageOf = (mpn: string) =>
      resolvePart({ mpn, manufacturer: null }, sources)?.component.fields.voltage_rating;
    expect(voltageOf('C-25')).toEqual({ value: 25, unit: 'V', source: 'b', confidence: 1 });
    expect(voltageOf('stock-1')).toEqual({ value: 50, unit: 'V', source: 'a', confidence: 1 });
  });

  it('asks the given sources in order and merges what they say of one part', () => {
    const silent: PartSource = { name: 'silent', find: () => [] };
    const query = { mpn: 'x', manufacturer: null };
    const sources = [silent, source('a', 'X', 50), source('b', 'x', 25)];
    expect(resolvePart(query, sources)?.component).toMatchObject({
      mpn: 'X',
      fields: { voltage_rating: { value: 50, source: 'a', conflicts: [{ value: 25, source: 'b' }] } },
    });
    expect(resolvePart(query, [silent])).toBeNull();
    expect(resolvePart(query, [])).toBeNull();
  });

  it('hands the sources the number without marks that have no ink', () => {
    const asked: string[] = [];
    const listening: PartSource = { name: 'listening', find: (mpn) => (asked.push(mpn), []) };
    resolvePart({ mpn: ' \u200eLM358\u200e', manufacturer: null }, [listening]);
    expect(asked).toEqual(['LM358']);
  });

  it('hands the sources the number as its manufacturer spells it, where that is certain', () => {
    const asked: string[] = [];
    const listening: PartSource = { name: 'listening', find: (mpn) => (asked.push(mpn), []) };
    for (const manufacturer of ['Molex', null]) resolvePart({ mpn: '98765-0001', manufacturer }, [listening]);
    expect(asked).toEqual(['0987650001', '98765-0001']);
  });
});
