/** A BOM that was released before an upgrade shows afterwards what it showed. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, results } from '../support/runs.ts';
import { preparePlatform } from './from-schemas.ts';
import { applyReleases, RELEASES } from './releases.ts';

/** The one after which offers of released BOMs became rows. */
const JSON_OFFERS = '20261127120000_bomstream_0_3_0.sql';
const before = RELEASES.filter(({ file }) => file <= JSON_OFFERS);
/** Lists show thirty of a part. */
const OFFERS = 33;

const database = useDatabase(preparePlatform);

it('with all offers, own and agreed ones, and what it is judged by', async () => {
  await applyReleases(database.adminUrl, before);
  const runs = await newRuns(database, ['REL-A', 'REL-B', 'REL-C']);
  const [bom] = await database.query(
    'select organization_id, created_by from bomstream.boms where id = $1',
    [runs.bomId],
  );
  const who = { p_user_id: bom.created_by, p_bom_id: runs.bomId };
  const worker = randomUUID();
  await runs.start();
  const { lines } = await runs.claim(worker);
  await runs.commit(worker, results(lines, 'enriched'));
  const offer = (number: string, more: Json = {}) =>
    database.query(
      `insert into bomstream.supplier_offers (component_id, organization_id, supplier, supplier_part_number, seller, stock, min_quantity, multiple,
         max_quantity, lead_time_days, marketplace, packaging, reeling_fee, price_breaks, url, country_of_origin, status,
         manufacturer_as_given, fetched_at)
       select c.id, $2, 'mouser', $3, $4, $5, 5, 10, 4000, 84, $6, 'reel', '{"price": 7.5, "currency": "USD"}',
         '[{"quantity": 1, "price": 0.10, "currency": "USD"}, {"quantity": 1, "price": 0.09, "currency": "EUR"}, {"quantity": 100, "price": 0.0721, "currency": "USD"}]',
         'https://example.com/' || $3, 'TW', 'Active', 'Example, Inc.', '2026-01-01T10:11:12.345Z'
       from bomstream.components c where c.orderable_key = $1`,
      [
        more.part ?? 'REL-A',
        more.own ? bom.organization_id : null,
        number,
        more.seller ?? '',
        more.stock ?? null,
        more.marketplace ?? false,
      ],
    );
  await offer('SHARED-AND-OWN', { stock: 7 });
  await offer('SHARED-AND-OWN', { stock: 9, own: true });
  for (let n = 0; n < OFFERS; n += 1) await offer(`N-${n}`, { stock: n, marketplace: n % 5 === 0 });
  await offer('OTHER-SELLER', { part: 'REL-B', seller: 'Some "Seller"' });
  const [component] = await database.query(
    `select orderable_key, manufacturer from bomstream.components where orderable_key = 'REL-B'`,
  );
  await database.query(
    `insert into bomstream.own_prices (organization_id, orderable_key, manufacturer, supplier, mpn, price_breaks, valid_until, observed_at)
     values ($1, $2, $3, 'own', 'REL-B', '[{"quantity": 1, "price": 0.05, "currency": "EUR"}]', '2199-12-31', '2026-01-02T00:00:00Z')`,
    [bom.organization_id, component.orderable_key, component.manufacturer],
  );
  await database.query('update bomstream.organizations set own_price_rows = 1 where id = $1', [
    bom.organization_id,
  ]);
  await database.call('bomstream_bom_release', who);

  /** By their lines: the offers, and all that money and risk are worked out of. */
  const shown = async () => {
    const exported = await database.call('bomstream_bom_export', who);
    const judged = await database.call('bomstream_bom_judging_read', who);
    return {
      offers: exported.lines.map(({ line }: Json) => line.result.component.offers),
      parts: judged.parts.map(([id, brief, offers, ...own]: Json[]) => [
        id,
        brief,
        offers.map((each: Json) => JSON.stringify(each)).toSorted(),
        ...own,
      ]).toSorted(),
    };
  };
  const were = await shown();
  expect(were.offers.map((offers: Json[]) => offers.length)).toEqual([30, 2, 0]);
  await applyReleases(database.adminUrl, RELEASES);
  // What suppliers said since is none of its business.
  await database.query('delete from bomstream.supplier_offers');
  expect(await shown()).toEqual(were);
});
