import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ComponentFields } from '../../../shared/domain/component.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { CatalogueRow } from '../../../shared/parts/catalogue/row.ts';
import { catalogueRows } from '../../../shared/parts/catalogue/rows.ts';
import { createCatalogueSource } from '../../../shared/parts/catalogue/source.ts';
import { resolveManufacturer } from '../../../shared/parts/manufacturers.ts';
import { cleanPartNumber, orderableKey } from '../../../shared/parts/part-number.ts';

/** Rows of this test: those of the catalogue go once a decoder reads their numbers. */
const row = (mpn: string, manufacturer: string, ...variants: string[]): CatalogueRow => ({
  mpn,
  ...(variants.length > 0 && { variants }),
  manufacturer,
  category: 'integrated_circuit',
  package: 'SOIC-8',
  description: 'Part of a test',
  document: { title: 'Data sheet', url: 'https://example.com/data-sheet.pdf' },
});

const source = createCatalogueSource([
  row('BME280', 'Bosch Sensortec'),
  row('MCP73831T-2ACI/OT', 'Microchip Technology'),
  row('PTS645SM43SMTR92LFS', 'C&K'),
  row('MAX17048G+T10', 'Analog Devices', 'MAX17048G+'),
  row('DS3231SN#', 'Analog Devices', 'DS3231SN#T&R'),
  row('STM32F103C8T6', 'STMicroelectronics', 'STM32F103C8T6TR'),
  row('ADXL345BCCZ', 'Analog Devices', 'ADXL345BCCZ-RL', 'ADXL345BCCZ-RL7'),
  row('2N7002', 'onsemi'),
  row('2N7002', 'Nexperia'),
]);
const find = (mpn: string) => source.find(mpn)[0];

describe('catalogue rows', () => {
  it('are at least four hundred', () => {
    expect(catalogueRows.length).toBeGreaterThanOrEqual(400);
  });

  it('have the shape that the product takes them to have', () => {
    expect(z.array(CatalogueRow).parse(catalogueRows)).toEqual(catalogueRows);
  });

  it('are of known manufacturers, with clean numbers', () => {
    for (const { mpn, variants = [], manufacturer } of catalogueRows) {
      expect([mpn, ...variants].map(cleanPartNumber), mpn).toEqual([mpn, ...variants]);
      expect(resolveManufacturer(manufacturer), mpn).toMatchObject({ name: manufacturer, kind: 'exact' });
    }
  });

  it('list no number twice for one manufacturer', () => {
    const numbers = catalogueRows.flatMap(({ mpn, variants = [], manufacturer }) =>
      [mpn, ...variants].map((number) => `${manufacturer}: ${orderableKey(number)}`)
    );
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it('say nothing else of a part than the decoders that read it', () => {
    const conflicts = catalogueRows.flatMap(({ mpn, manufacturer }) =>
      Object.entries(resolvePart({ mpn, manufacturer })?.component.fields ?? {})
        .flatMap(([name, field]) => field.conflicts ? [`${mpn}: ${name}`] : [])
    );
    expect(conflicts).toEqual([]);
  });
});

describe('catalogue source', () => {
  it('answers with sourced fields that cite the document', () => {
    const found = find('BME280');
    expect(found).toMatchObject({ source: 'catalogue', mpn: 'BME280', manufacturer: 'Bosch Sensortec' });
    expect(ComponentFields.safeParse(found?.fields).success).toBe(true);
    for (const field of Object.values(found?.fields ?? {})) {
      expect(field).toMatchObject({ source: 'catalogue', confidence: 1 });
      expect(field.reference).toMatch(/^https:/);
    }
  });

  it('finds a part by its number in any case, with any spaces and dashes', () => {
    expect(find('mcp73831t\u20132aci/ot')?.mpn).toBe('MCP73831T-2ACI/OT');
    expect(find('bme 280')?.manufacturer).toBe('Bosch Sensortec');
  });

  it('finds a part whose manufacturer minds no separators by its number as that spells it and as it is listed', () => {
    const molex = createCatalogueSource([row('47346-0001', 'Molex')]);
    expect(molex.find('0473460001')).toHaveLength(1);
    expect(molex.find('47346-0001')).toHaveLength(1);
    expect(molex.find('47346-001')).toEqual([]);
  });

  it('finds a listed packaging variant and keeps its number', () => {
    expect(find('ADXL345BCCZ-RL7')?.mpn).toBe('ADXL345BCCZ-RL7');
  });

  it.each([
    'MCP73831T-2ATI/OT',
    'MCP73831T-2ACI-OT',
    'MAX17048GT10',
    'DS3231SN',
    'STM32F103C8',
    'BME28',
    'BME280X',
  ])(
    'does not take %s for a part that is listed under another number',
    (mpn) => {
      expect(find(mpn)).toBeUndefined();
    },
  );

  it('names every manufacturer of a number that several of them use', () => {
    expect(source.find('2N7002').map(({ manufacturer }) => manufacturer)).toEqual([
      'onsemi',
      'Nexperia',
    ]);
  });

  it('knows nothing without rows', () => {
    expect(createCatalogueSource([]).find('BME280')).toEqual([]);
  });
});
