/** Lists of own stock and of agreed prices as people have them, and what is taken from each row. */
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../shared/bom/open.ts';
import { OwnPriceList, OwnStockList } from '../../../shared/domain/organization.ts';
import { LIST_FILE } from '../../../shared/organizations/component-list/read.ts';
import { readPrices, readStock } from '../../../shared/organizations/own-data.ts';
import { readPriceList, readStockList } from '../../../shared/organizations/own-data-list.ts';
import { loadSeries } from '../../../shared/parts/decoders/source.ts';
import { xlsx } from '../../support/bom-files/workbook.ts';

const open = (file: string | Uint8Array) =>
  openFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, LIST_FILE);
const stock = async (file: string | Uint8Array) => readStockList(await open(file));
const prices = async (file: string | Uint8Array, currency: string | null = null) =>
  readPriceList(await open(file), currency);

describe('a list of stock', () => {
  it('says how many pieces there are of each part, by the names of its columns', async () => {
    const list = await stock(
      'Store of 1 November\nBin;MPN;Hersteller;Lagerbestand\nA1;RC0603FR-0710KL;Yageo;1200\nA2;BAV99;Nexperia;0\n',
    );
    expect(list).toMatchObject({
      rows: [
        { row: 3, body: { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', quantity: 1200 } },
        { row: 4, body: { mpn: 'BAV99', manufacturer: 'Nexperia', quantity: 0 } },
      ],
      refused: [],
      columns: [
        { name: 'Bin', field: null },
        { name: 'MPN', field: 'mpn' },
        { name: 'Hersteller', field: 'manufacturer' },
        { name: 'Lagerbestand', field: 'quantity' },
      ],
    });
    await loadSeries();
    const body = OwnStockList.parse({ stock: list.rows.map(({ body }) => body) });
    expect(readStock(body.stock).refused).toEqual([]);
  });

  it('has its numbers as a workbook holds them', async () => {
    const rows = [['MPN', 'Manufacturer', 'Qty'], ['A1', 'Example', 1000], ['A2', 'Example', 2.5]];
    expect(await stock(xlsx([{ name: 'Store', rows }]))).toMatchObject({
      sheet: 'Store',
      rows: [{ body: { quantity: 1000 } }],
      refused: [{ row: 3, reason: 'quantity "2.5" is no whole number of pieces' }],
    });
  });

  it.each([
    ['no number', ',Example,1', 'has no part number'],
    ['no manufacturer', 'A1,,1', 'names no manufacturer'],
    ['no quantity', 'A1,Example,', 'states no quantity'],
    ['less than nothing', 'A1,Example,-4', 'quantity "-4" is no whole number of pieces'],
    ['words', 'A1,Example,plenty', 'quantity "plenty" is no whole number of pieces'],
    [
      'two readings',
      'A1,Example,"1,000"',
      'quantity "1,000" can be read in two ways: write it without groups',
    ],
  ])('says where and what is wrong: %s', async (_what, row, reason) => {
    expect(await stock(`MPN,Manufacturer,Stock\nB1,Example,5\n${row}\n`)).toMatchObject({
      rows: [{ row: 2 }],
      refused: [{ row: 3, reason }],
    });
  });

  it('keeps the first of two rows of one part, however each spells it', async () => {
    const list = await stock(
      'MPN,Manufacturer,Stock\nRC0603FR-0710KL,Yageo,5\nrc0603fr-0710kl,YAGEO (PHYCOMP),7\n',
    );
    expect(list.rows).toHaveLength(1);
    expect(list.refused).toEqual([
      { row: 3, reason: 'is the same part as row 2: keep one row with all that is there' },
    ]);
  });

  it('that names no quantities is refused, and says what it needs', async () => {
    await expect(stock('MPN,Manufacturer,Price\nA1,Example,5\n')).rejects.toMatchObject({
      detail: expect.stringMatching(
        /needs a row of names with columns of part numbers .* and quantities .* Its first row has: MPN, Manufacturer, Price\./,
      ),
    });
  });
});

describe('a list of prices', () => {
  it('has a price from each quantity on, by part and supplier', async () => {
    const list = await prices(
      'MPN,Manufacturer,Supplier,Qty,Price (EUR),Valid until\n' +
        'RC0603FR-0710KL,Yageo,Mouser,1000,0.003,2027-06-30\n' +
        'BAV99,Nexperia,,,0.02,\n' +
        'RC0603FR-0710KL,Yageo,Mouser,100,0.004,30.06.2027\n' +
        'RC0603FR-0710KL,Yageo,Example Parts,1,0.006,\n',
    );
    const resistor = { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', currency: 'EUR' };
    expect(list.refused).toEqual([]);
    expect(list.rows).toEqual([
      {
        row: 2,
        body: {
          ...resistor,
          supplier: 'Mouser',
          valid_until: '2027-06-30',
          prices: [{ quantity: 100, price: 0.004 }, { quantity: 1000, price: 0.003 }],
        },
      },
      {
        row: 3,
        body: {
          mpn: 'BAV99',
          manufacturer: 'Nexperia',
          currency: 'EUR',
          valid_until: null,
          prices: [{ quantity: 1, price: 0.02 }],
        },
      },
      {
        row: 5,
        body: {
          ...resistor,
          supplier: 'Example Parts',
          valid_until: null,
          prices: [{ quantity: 1, price: 0.006 }],
        },
      },
    ]);
    await loadSeries();
    const body = OwnPriceList.parse({ prices: list.rows.map(({ body }) => body) });
    expect(readPrices(body.prices).refused).toEqual([]);
  });

  it('takes the currency of a column first, then of the header, then the one that is given', async () => {
    const currencies = async (file: string, given: string | null = null) =>
      (await prices(file, given)).rows.map(({ body }) => body.currency);
    const part = 'A1,Example,1.5';
    expect(await currencies(`MPN,Manufacturer,Price (EUR),Currency\n${part},usd\n`, 'GBP')).toEqual(['USD']);
    expect(await currencies(`MPN,Manufacturer,Price (EUR)\n${part}\n`, 'GBP')).toEqual(['EUR']);
    expect(await currencies(`MPN,Manufacturer,Price\n${part}\n`, 'GBP')).toEqual(['GBP']);
  });

  it.each([
    ['no price', 'A1,Example,1,,EUR,', 'states no price'],
    [
      'an offer',
      'A1,Example,1,on request,EUR,',
      'price "on request" is none that can be read for certain: write it as 0.0123',
    ],
    [
      'two readings',
      'A1,Example,1,"1,234",EUR,',
      'price "1,234" is none that can be read for certain: write it as 0.0123',
    ],
    ['no currency', 'A1,Example,1,1.5,,', 'states no currency: say one for the whole list, or in a column'],
    ['a word for one', 'A1,Example,1,1.5,Taler,', 'currency "TALER" is none such as EUR'],
    ['nothing bought', 'A1,Example,0,1.5,EUR,', 'quantity "0" is no whole number of pieces'],
    [
      'a day of two',
      'A1,Example,1,1.5,EUR,01/02/2027',
      'day "01/02/2027" can be read in two ways, or is none: write it as 2026-12-31',
    ],
    ['the same quantity', 'B1,Example,5,1.5,EUR,', 'is of the same part, supplier and quantity as row 2'],
    [
      'another currency',
      'B1,Example,6,1.5,USD,',
      'is in another currency than row 2 of the same part and supplier',
    ],
    [
      'another day',
      'B1,Example,6,1.5,EUR,2027-01-01',
      'holds until another day than row 2 of the same part and supplier',
    ],
  ])('says where and what is wrong: %s', async (_what, row, reason) => {
    const first = 'MPN,Manufacturer,Qty,Price,Currency,Valid until\nB1,Example,5,2,EUR,\n';
    expect(await prices(`${first}${row}\n`)).toMatchObject({
      rows: [{ row: 2 }],
      refused: [{ row: 3, reason }],
    });
  });
});
