/** What DigiKey says, and what must never be made of it. The stand-in speaks its contract over real HTTP. */
import { describe, expect, it } from 'vitest';
import { Product, readProduct } from '../../../../shared/suppliers/digikey/read.ts';
import { lookUp } from '../look-up.ts';
import { useStandIn } from '../standing.ts';

const { standIn, supplier, answerOf, finding } = useStandIn('digikey');

describe('a product', () => {
  it('is what DigiKey says of it, a packing an offer, and nothing more', async () => {
    const { fields, offers } = await finding('SBX-RES-10K');
    const said = {
      source: 'supplier:digikey-sandbox',
      confidence: 1,
      reference: 'https://sandbox.invalid/digikey/SBX-RES-10K',
    };
    expect(fields).toEqual({
      manufacturer: { ...said, value: 'Sandbox Devices' },
      category: { ...said, value: 'chip_resistor', confidence: 0.9 },
      description: { ...said, value: 'Sandbox part SBX-RES-10K: made up, not for sale' },
      resistance: { ...said, value: 10_000, unit: 'ohm' },
      tolerance: { ...said, value: 1, unit: '%' },
      power_rating: { ...said, value: 0.1, unit: 'W' },
      package: { ...said, value: '0603' },
      lifecycle: { ...said, value: 'active', raw: 'Active' },
      rohs: { ...said, value: 'compliant' },
      datasheet: { ...said, value: 'https://sandbox.invalid/SBX-RES-10K.pdf' },
    });
    const common = {
      stock: 900,
      lead_time_days: 63,
      url: said.reference,
      marketplace: false,
      seller: null,
      max_quantity: null,
      tariff_code: '8533210030',
      moisture_sensitivity: '1',
      status: 'Active',
    };
    const price_breaks = [[1, 0.14], [10, 0.1], [1000, 0.021]].map(([quantity, price]) => (
      { quantity, price, currency: 'USD' }
    ));
    expect(offers).toEqual([
      {
        ...common,
        supplier_part_number: 'SBX-RES-10K-TR-ND',
        packaging: 'reel',
        min_quantity: 5000,
        multiple: 5000,
        price_breaks: [{ quantity: 5000, price: 0.008, currency: 'USD' }],
        reeling_fee: null,
      },
      {
        ...common,
        supplier_part_number: 'SBX-RES-10K-CT-ND',
        packaging: 'cut_tape',
        min_quantity: 1,
        multiple: 1,
        price_breaks,
        reeling_fee: null,
      },
      {
        ...common,
        supplier_part_number: 'SBX-RES-10K-DKR-ND',
        packaging: 'custom_reel',
        min_quantity: 1,
        multiple: 1,
        price_breaks,
        reeling_fee: { price: 7, currency: 'USD' },
      },
    ]);
  });

  it('asked for by the number of one packing has the offer of that alone', () => {
    // The stand-in's search does not know such numbers: DigiKey's does, and answers with the whole product.
    const product = { Manufacturer: { Name: 'onsemi' }, ManufacturerProductNumber: 'BC847BLT1G' };
    const variations = ['BC847BLT1GOSTR-ND', 'BC847BLT1GOSCT-ND'].map((DigiKeyProductNumber) => (
      { DigiKeyProductNumber }
    ));
    const parts = readProduct(
      Product.parse({ ...product, ProductVariations: variations }),
      'USD',
      'supplier:test',
    );
    expect(parts.map(({ supplierNumber, offers }) => [supplierNumber, offers.length])).toEqual([
      ['BC847BLT1GOSTR-ND', 1],
      ['BC847BLT1GOSCT-ND', 1],
    ]);
  });

  it('of the marketplace is offered by its seller, apart from what DigiKey has', async () => {
    const { offers } = await finding('SBX-MARKET');
    expect(offers.map(({ stock, marketplace, seller }) => [stock, marketplace, seller])).toEqual([
      [0, false, null],
      [21_000, true, 'Sandbox Brokers'],
    ]);
  });

  it.each([
    ['SBX-SOON', 'preview', 'Preliminary'],
    ['SBX-LEADED', 'not_for_new_designs', 'Not For New Designs'],
    ['SBX-LAST', 'end_of_life', 'Last Time Buy'],
    ['SBX-OLD', 'obsolete', 'Obsolete'],
    ['SBX-ODD', undefined, undefined],
  ])("%s is %s, in DigiKey's words %s", async (number, lifecycle, raw) => {
    const { fields } = await finding(number);
    expect([fields.lifecycle?.value, fields.lifecycle?.raw]).toEqual([lifecycle, raw]);
  });

  it('in a state that is none of ours keeps the words for it', async () => {
    expect((await finding('SBX-ODD')).offers[0]?.status).toBe('Nur auf Anfrage');
  });

  it.each([
    ['SBX-LEADED', 'non_compliant'],
    ['SBX-EXEMPT', 'compliant_by_exemption'],
    ['SBX-OLD', undefined],
  ])('%s has RoHS %s', async (number, rohs) => {
    expect((await finding(number)).fields.rohs?.value).toBe(rohs);
  });

  it.each([
    [0, 'active'],
    [1, 'obsolete'],
    [2, 'end_of_life'],
    [4, 'end_of_life'],
    [7, 'not_for_new_designs'],
    [3, undefined],
  ])('with the status id %i is %s in every language', (Id, lifecycle) => {
    const [part] = readProduct(
      Product.parse({
        Manufacturer: { Name: 'Yageo' },
        ManufacturerProductNumber: 'P-1',
        ProductStatus: { Id, Status: 'Aktywny' },
      }),
      'USD',
      'supplier:test',
    );
    expect(part?.fields.lifecycle?.value).toBe(lifecycle);
  });

  it('without a currency has no prices, and with a fraction of a weight or a dash no value', () => {
    const [part] = readProduct(
      Product.parse({
        Manufacturer: { Name: 'Yageo' },
        ManufacturerProductNumber: 'P-1',
        ManufacturerLeadWeeks: '12',
        Parameters: [{ ParameterId: 2085, ValueText: '-' }, { ParameterId: 3, ValueText: '±0.25pF' }],
        ProductVariations: [{
          DigiKeyProductNumber: 'P-1-ND',
          PackageType: { Id: 6, Name: 'Tray' },
          StandardPricing: [{ BreakQuantity: 1, UnitPrice: 0.5 }],
          MinimumOrderQuantity: 1,
          StandardPackage: 50,
          DigiReelFee: 7,
          MaxQuantityForDistribution: 300,
        }],
      }),
      null,
      'supplier:test',
    );
    expect(part?.fields).not.toHaveProperty('resistance');
    expect(part?.fields.tolerance).toMatchObject({ unit: 'F' });
    expect(part?.offers).toMatchObject([{
      price_breaks: [],
      reeling_fee: null,
      packaging: 'tray',
      multiple: null,
      max_quantity: 300,
      lead_time_days: 84,
      stock: null,
    }]);
  });
});

describe('a call', () => {
  it('asks for one number, in as many calls as there are, with one token', async () => {
    const numbers = Array.from({ length: 5 }, (_, i) => `SBX-0000${i}`);
    const answers = await lookUp(supplier(), numbers);
    expect([...answers.values()].every(({ kind }) => kind === 'found')).toBe(true);
    expect(await standIn().asked()).toEqual(numbers.map((number) => [number]));
  });

  it('is answered with what matches exactly, once, however often it stands there', async () => {
    const answer = await answerOf('SBX-PLUS');
    expect(answer.kind === 'found' && answer.findings.map(({ mpn, offers }) => [mpn, offers.length])).toEqual(
      [
        ['SBX-PLUS', 1],
      ],
    );
  });
});
