/** A BOM of ten thousand lines with all that is known of their parts. */
import type pg from 'pg';
import { MAX_LINES } from '../../shared/domain/limits.ts';
import { resistors } from '../support/resistors.ts';
import { count } from './numbers.ts';

/** A BOM as large as they may be, each line with what a run finds of a chip resistor, and so many offers. */
export async function storeLargeBom(
  admin: pg.Client,
  organizationId: string,
  offers: number,
): Promise<string> {
  console.error(`storing ${count(MAX_LINES)} lines with ${count(offers)} offers each`);
  await admin.query('begin');
  await admin.query(
    `create temporary table made on commit drop as
     select n, mpn, gen_random_uuid() as component_id from unnest($1::text[]) with ordinality as m(mpn, n)`,
    [resistors(MAX_LINES)],
  );
  const fact = (value: string | number, unit?: string) => ({
    value,
    ...(unit ? { unit } : {}),
    source: 'decoder:yageo-rc',
    confidence: 1,
    reference:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/rchip/PYu-RC_Group_51_RoHS_L_12.pdf',
  });
  await admin.query(
    `insert into bomstream.components (id, orderable_key, manufacturer, mpn, fields, quality_score)
     select component_id, 'BENCH-' || $2 || '-' || n, 'Yageo', mpn, $1::jsonb || jsonb_build_object('description', jsonb_build_object(
       'value', 'RES SMD ' || mpn, 'source', 'supplier:mouser', 'confidence', 0.9)), 98 from made`,
    [
      JSON.stringify({
        category: fact('chip_resistor'),
        package: fact('0603 (1608 metric)'),
        resistance: fact(10_000, 'ohm'),
        tolerance: fact(1, 'percent'),
        power: fact(0.1, 'watt'),
        lifecycle: { ...fact('active'), source: 'supplier:mouser' },
        rohs: { ...fact('compliant'), source: 'supplier:mouser' },
        datasheet: { ...fact('https://www.yageo.com/rc.pdf'), source: 'supplier:mouser' },
      }),
      offers,
    ],
  );
  await admin.query(
    `insert into bomstream.supplier_offers (component_id, supplier, seller, supplier_part_number, stock, min_quantity, multiple, lead_time_days,
       url, price_breaks, fetched_at)
     select component_id, 'mouser', case when o > 1 then 'Seller ' || o else '' end, '603-' || mpn, 10000 + n, 1, 1, 63,
       'https://www.mouser.com/ProductDetail/Yageo/' || mpn, $1, now() from made, generate_series(1, $2::integer) o`,
    [
      JSON.stringify(
        [1, 10, 100, 1_000, 5_000].map((quantity) => ({
          quantity,
          price: 1 / (9 + quantity),
          currency: 'USD',
        })),
      ),
      offers,
    ],
  );
  const { rows: [bom] } = await admin.query(
    `insert into bomstream.boms (organization_id, name, line_count) values ($1, 'Bench', $2) returning id`,
    [organizationId, MAX_LINES],
  );
  await admin.query(
    `insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, orderable_key, quantity, designators, value,
       footprint, description, status, result_run, result_status, component_id, quality_score, source, match_step)
     select $1, $2, n, mpn, 'Yageo', mpn, 4, 'R' || 4 * n || ', R' || 4 * n + 1 || ', R' || 4 * n + 2 || ', R' || 4 * n + 3, '10k', 'R_0603',
       'Resistor', 'enriched', 1, 'enriched', component_id, 98, 'decoder:yageo-rc', 'exact' from made`,
    [bom.id, organizationId],
  );
  await admin.query('commit');
  return bom.id;
}
