/** Components of a manufacturer that a release calls by another name, or knows for the first time. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { preparePlatform } from './from-schemas.ts';
import { applyReleases, RELEASES } from './releases.ts';

const database = useDatabase(preparePlatform);
/** The release that knew OSRAM as OSRAM, and Ametherm not at all. */
const BEFORE = RELEASES.slice(0, RELEASES.findIndex(({ file }) => file.endsWith('_0_3_0.sql')));

let bomId: string;
let organizationId: string;
/** Ids of the components that were planted. */
const planted: Record<string, string> = {};

async function plant(name: string, row: {
  readonly owner?: string;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly fields?: Json;
  readonly quality?: number;
  readonly day: number;
}): Promise<void> {
  const { owner = null, mpn, manufacturer, fields = {}, quality = 50, day } = row;
  const [{ id }] = await database.query(
    `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score, created_at, updated_at)
     values ($1, $2, $3, $2, $4, $5, date '2026-01-01' + $6::integer, date '2026-01-01' + $6::integer) returning id`,
    [owner, mpn, manufacturer, fields, quality, day],
  );
  planted[name] = id;
}

const said = (value: unknown) => ({ value, source: 'supplier:mouser', confidence: 1 });

const offer = (component: string, number: string, stock: number, day: number, owner: string | null = null) =>
  database.query(
    `insert into bomstream.supplier_offers (organization_id, component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
     values ($1, $2, 'mouser', $3, $4, '[]', date '2026-01-01' + $5::integer)`,
    [owner, planted[component], number, stock, day],
  );

const components = () =>
  database.query(
    `select id, manufacturer, mpn, fields, quality_score from bomstream.components
     where organization_id is null order by mpn, manufacturer`,
  );

beforeAll(async () => {
  await applyReleases(database.adminUrl, BEFORE);
  const tenant = await database.tenant('editor');
  organizationId = tenant.organizationId;
  const parts = ['LED', 'LED', 'LED', 'NTC', 'FPGA', 'WIRE'];
  bomId = await database.bom(tenant, parts);

  const manufacturer = said('OSRAM');
  await plant('led', { mpn: 'LED', manufacturer: 'OSRAM', fields: { manufacturer }, quality: 70, day: 1 });
  await plant('ntc old', {
    mpn: 'NTC',
    manufacturer: 'AMETHERM INC.',
    fields: { manufacturer: said('AMETHERM INC.'), package: said('old'), rohs: said('compliant') },
    quality: 90,
    day: 1,
  });
  await plant('ntc', {
    mpn: 'NTC',
    manufacturer: 'Ametherm',
    fields: { manufacturer: said('Ametherm'), package: said('new') },
    day: 2,
  });
  await plant('ntc other', { mpn: 'NTC-2', manufacturer: 'Ametherm, Inc', day: 1 });
  await plant('fpga', { mpn: 'FPGA', manufacturer: 'Intel', day: 1 });
  await plant('wire', { mpn: 'WIRE', manufacturer: 'Northwind GmbH', day: 1 });
  await plant('own', { owner: organizationId, mpn: 'LED', manufacturer: 'OSRAM', day: 1 });

  const found = ['led', 'own', 'led', 'ntc old', 'fpga', 'wire'];
  for (const [i, name] of found.entries()) {
    await database.query(
      `with l as (update bomstream.bom_lines set component_id = $3, fence = 7 where bom_id = $1 and line_number = $2 returning id)
       insert into bomstream.run_line_results (run_id, line_id, status, component_id)
       select gen_random_uuid(), l.id, 'enriched', $3 from l`,
      [bomId, i + 1, planted[name]],
    );
  }
  await offer('ntc old', 'A', 1, 5);
  await offer('ntc', 'A', 2, 4);
  await offer('ntc old', 'B', 3, 3);
  await offer('ntc', 'A', 4, 1, organizationId);
  await offer('led', 'L', 5, 1);

  await database.query(
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ('mouser', 30, 1000, 'UTC')`,
  );
  for (
    const [key, answer] of [
      ['LED', {
        findings: [{ mpn: 'X', manufacturer: 'Northwind GmbH', fields: {} }, {
          mpn: 'LED',
          manufacturer: 'OSRAM',
          fields: { manufacturer, rohs: said('compliant') },
        }],
      }],
      ['NONE', null],
      // of no component: its answer would make one by its name
      ['LAMP', { findings: [{ mpn: 'LAMP', manufacturer: 'Osram Opto', fields: {} }] }],
    ] as const
  ) {
    await database.query(
      `insert into bomstream.supplier_answers (supplier, orderable_key, answer) values ('mouser', $1, $2)`,
      [key, answer],
    );
  }
  await applyReleases(database.adminUrl, RELEASES);
});

describe('the release that knows a manufacturer by another name', () => {
  it('keeps one component of each part, under that name, and leaves other manufacturers alone', async () => {
    expect(await components()).toEqual([
      expect.objectContaining({ id: planted.fpga, mpn: 'FPGA', manufacturer: 'Intel' }),
      expect.objectContaining({
        id: planted.led,
        mpn: 'LED',
        manufacturer: 'ams OSRAM',
        fields: { manufacturer: said('ams OSRAM') },
        quality_score: 70,
      }),
      expect.objectContaining({ id: planted.ntc, mpn: 'NTC', manufacturer: 'Ametherm' }),
      expect.objectContaining({ id: planted['ntc other'], mpn: 'NTC-2', manufacturer: 'Ametherm' }),
      expect.objectContaining({ id: planted.wire, mpn: 'WIRE', manufacturer: 'Northwind GmbH' }),
    ]);
  });

  it('keeps what the newer description says of a part, and what only the older one said', async () => {
    const ntc = (await components()).find(({ id }) => id === planted.ntc);
    expect(ntc).toMatchObject({
      fields: { manufacturer: said('Ametherm'), package: said('new'), rohs: said('compliant') },
      quality_score: 90,
    });
  });

  it("does not put an organization's own component together with everybody's", async () => {
    expect(
      await database.query('select id, manufacturer from bomstream.components where organization_id = $1', [
        organizationId,
      ]),
    ).toEqual([{ id: planted.own, manufacturer: 'ams OSRAM' }]);
  });

  it('points lines and results of runs at the component that is left, and takes no line from its worker', async () => {
    const wanted = ['led', 'own', 'led', 'ntc', 'fpga', 'wire'].map((name) => planted[name]);
    const lines = await database.query(
      `select l.component_id, r.component_id as result, l.fence
       from bomstream.bom_lines l join bomstream.run_line_results r on r.line_id = l.id
       where l.bom_id = $1 order by l.line_number`,
      [bomId],
    );
    expect(lines).toEqual(wanted.map((id) => ({ component_id: id, result: id, fence: 7 })));
  });

  it('moves offers with the name that the supplier gave, of two with one number the newer, an organization’s own apart', async () => {
    const offers = await database.query(
      `select component_id, supplier_part_number as number, stock, organization_id as owner, manufacturer_as_given as given
       from bomstream.supplier_offers order by stock`,
    );
    const ntc = { component_id: planted.ntc, owner: null, given: 'AMETHERM INC.' };
    expect(offers).toEqual([
      { ...ntc, number: 'A', stock: 1 },
      { ...ntc, number: 'B', stock: 3 },
      { ...ntc, number: 'A', stock: 4, owner: organizationId, given: null },
      { component_id: planted.led, owner: null, given: 'OSRAM', number: 'L', stock: 5 },
    ]);
  });

  it('renames it in answers of suppliers that runs use again', async () => {
    const answers = await database.query(
      'select orderable_key as key, answer from bomstream.supplier_answers order by 1',
    );
    expect(answers).toEqual([
      { key: 'LAMP', answer: { findings: [{ mpn: 'LAMP', manufacturer: 'ams OSRAM', fields: {} }] } },
      {
        key: 'LED',
        answer: {
          findings: [{ mpn: 'X', manufacturer: 'Northwind GmbH', fields: {} }, {
            mpn: 'LED',
            manufacturer: 'ams OSRAM',
            fields: { manufacturer: said('ams OSRAM'), rohs: said('compliant') },
          }],
        },
      },
      { key: 'NONE', answer: null },
    ]);
  });
});
