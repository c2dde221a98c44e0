/** What element14 says, and what must never be made of it. The stand-in speaks its contract over real HTTP. */
import { describe, expect, it } from 'vitest';
import { createElement14, element14 } from '../../../../shared/suppliers/element14/adapter.ts';
import { STORES } from '../../../../shared/suppliers/element14/limits.ts';
import { Product, readProduct } from '../../../../shared/suppliers/element14/read.ts';
import { lookUp, questionAbout } from '../look-up.ts';
import { API_KEY } from '../stand-in.ts';
import { useStandIn } from '../standing.ts';

const { standIn, supplier, answerOf, finding } = useStandIn('element14');

const read = (more: object) =>
  readProduct(
    Product.parse({ sku: '1234567', brandName: 'Yageo', translatedManufacturerPartNumber: 'P-1', ...more }),
    'GBP',
    'supplier:test',
  );

describe('a product', () => {
  it('is what element14 says of it, and nothing more', async () => {
    const { fields, offers } = await finding('SBX-RES-10K');
    const said = { source: 'supplier:element14-sandbox', confidence: 1 };
    expect(fields).toEqual({
      manufacturer: { ...said, value: 'Sandbox Devices' },
      description: { ...said, value: 'Sandbox part SBX-RES-10K: made up, not for sale' },
      lifecycle: { ...said, value: 'active', raw: 'STOCKED 4' },
      rohs: { ...said, value: 'compliant' },
      datasheet: { ...said, value: 'https://sandbox.invalid/SBX-RES-10K.pdf' },
    });
    expect(offers).toMatchObject([
      {
        stock: 900,
        min_quantity: 1,
        multiple: null,
        lead_time_days: 63,
        packaging: 'cut_tape',
        country_of_origin: 'TW',
        tariff_code: '85332100',
        moisture_sensitivity: '1',
        status: 'STOCKED 4',
        price_breaks: [[1, 0.14], [10, 0.1], [1000, 0.021]].map(([quantity, price]) => (
          { quantity, price, currency: 'GBP' }
        )),
      },
      { packaging: 'custom_reel' },
      // a whole reel, whose price may be that of the reel
      { packaging: 'reel', price_breaks: [], stock: null, min_quantity: null },
    ]);
  });

  it('whose number only begins alike is another part', async () => {
    expect((await answerOf('SBX-RES')).kind).toBe('not_found');
    const answer = await answerOf('SBX-PLUS');
    expect(answer.kind === 'found' && answer.findings.map(({ mpn }) => mpn)).toEqual(['SBX-PLUS']);
  });

  it.each([
    ['SBX-SOON', 'preview'],
    ['SBX-LEADED', undefined],
    ['SBX-LAST', 'end_of_life'],
    ['SBX-OLD', 'obsolete'],
    ['SBX-ODD', undefined],
  ])('%s is %s', async (number, lifecycle) => {
    expect((await finding(number)).fields.lifecycle?.value).toBe(lifecycle);
  });

  it('that the shop no longer stocks says nothing of the part', () => {
    const part = read({ productStatus: 'NO_LONGER_STOCKED' });
    expect(part?.fields.lifecycle).toBeUndefined();
    expect(part?.offers[0]?.status).toBe('NO_LONGER_STOCKED');
    expect(read({ productStatus: 'NO_LONGER_MANUFACTURED', releaseStatusCode: 4 })?.fields.lifecycle?.value)
      .toBe('obsolete');
  });

  it.each([
    ['YES', 'compliant'],
    ['YES_YES', 'compliant'],
    ['Y-EX', 'compliant_by_exemption'],
    ['Y-EX_YES', 'compliant_by_exemption'],
    ['NO', 'non_compliant'],
    ['NO_NO', 'non_compliant'],
    ['TBA_TBA', undefined],
    ['', undefined],
  ])('with %j has RoHS %s', (rohsStatusCode, rohs) => {
    expect(read({ rohsStatusCode })?.fields.rohs?.value).toBe(rohs);
  });

  it("without a number or a brand is nobody's", () => {
    expect(read({ translatedManufacturerPartNumber: null })).toBeNull();
    expect(read({ brandName: '', vendorName: '' })).toBeNull();
    expect(read({ brandName: '', vendorName: 'YAGEO' })?.manufacturer).toBe('Yageo');
  });
});

describe('a store', () => {
  const ask = (store: string) =>
    createElement14({ apiKey: API_KEY, apiUrl: standIn().apiUrl, store, log: () => {} });

  it('has prices in its own currency', async () => {
    for (const [store, currency] of [['www.newark.com', 'USD'], ['de.farnell.com', 'EUR']] as const) {
      const answer = (await lookUp(ask(store), ['SBX-00001'])).get('SBX-00001');
      expect(answer?.kind === 'found' && answer.findings[0].offers[0]?.price_breaks[0]?.currency).toBe(
        currency,
      );
    }
  });

  it('has the numbers of its shop, which are found again by themselves', async () => {
    for (
      const [store, loose, all] of [
        ['www.newark.com', /^\d\d[A-Z]\d{4}$/, /^\d\d[A-Z]{1,2}\d{4}$/],
        ['de.farnell.com', /^\d{7}$/, /^\d{7}(?:RL)?$/],
      ] as const
    ) {
      const answer = (await lookUp(ask(store), ['SBX-RES-10K'])).get('SBX-RES-10K');
      const numbers = answer?.kind === 'found'
        ? answer.findings[0].offers.map(({ supplier_part_number }) => supplier_part_number)
        : [];
      expect(numbers[0]).toMatch(loose);
      for (const number of numbers) expect(number).toMatch(all);
      const own = { ...questionAbout(numbers[0]!), isSuppliersOwn: true } as const;
      const again = await ask(store).lookup([own], new AbortController().signal);
      expect(again.get(own.key)?.kind).toBe('found');
    }
  });

  it('is one of those whose currency is known', () => {
    const configure = (ELEMENT14_STORE: string) =>
      element14.configure({ ELEMENT14_API_KEY: API_KEY, ELEMENT14_STORE }, { log: () => {} });
    expect(() => configure('www.example.com')).toThrow(/ELEMENT14_STORE/);
    for (const [store, currency] of Object.entries(STORES)) {
      expect(configure(store)?.name).toBe('element14');
      expect(currency).toMatch(/^[A-Z]{3}$/);
    }
  });
});

describe('an order number', () => {
  it("is asked for as such, and a manufacturer's number as such", async () => {
    const sku = (await finding('SBX-RES-10K')).offers[0]!.supplier_part_number;
    expect((await answerOf(sku)).kind).toBe('not_found');
    const own = { ...questionAbout('SBX-RES-10K'), isSuppliersOwn: true } as const;
    const answers = await supplier().lookup([own], new AbortController().signal);
    expect(answers.get(own.key)?.kind).toBe('not_found');
  });

  it("is Newark's in its shops, and Farnell's in all others", () => {
    const of = (store: string) =>
      createElement14({ apiKey: API_KEY, apiUrl: null, store, log: () => {} }).distributor;
    expect(['www.newark.com', 'canada.newark.com', 'de.farnell.com', 'sg.element14.com'].map(of))
      .toEqual(['Newark', 'Newark', 'Farnell', 'Farnell']);
  });
});

it('a call asks for one number', async () => {
  await lookUp(supplier(), ['SBX-00001', 'SBX-00002']);
  expect(await standIn().asked()).toEqual([['SBX-00001'], ['SBX-00002']]);
});
