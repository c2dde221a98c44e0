/** The catalogue as a source of findings. */
import type { ComponentFields } from '../../domain/component.ts';
import { type Finding, type PartSource, state, type Statements } from '../finding.ts';
import { orderableKey } from '../part-number.ts';
import { componentKey } from '../spelling.ts';
import type { CatalogueRow } from './row.ts';
import { catalogueRows } from './rows.ts';

const SOURCE = 'catalogue';

/** A row was written from the manufacturer's document, so what it says is as sure as the document. */
const WRITTEN_DOWN = 1;

function findingOf(row: CatalogueRow, mpn: string): Finding {
  const { manufacturer, category, description, package: housing, facts, document } = row;
  const fields: ComponentFields = {};
  const origin = { source: SOURCE, confidence: WRITTEN_DOWN, reference: document.url };
  state(fields, { manufacturer, category, description, package: housing, ...facts as Statements }, origin);
  return { source: SOURCE, mpn, manufacturer, fields };
}

/**
 * A source that knows the parts in `rows`, by their number, as it is listed and as its manufacturer's rules spell it,
 * and by their listed variants. One number can be several manufacturers' part.
 */
export function createCatalogueSource(rows: readonly CatalogueRow[]): PartSource {
  // Made for the first number: how a number is spelled is for the series to say, which are loaded by then.
  let byKey: ReadonlyMap<string, readonly Finding[]> | undefined;
  return {
    name: SOURCE,
    find: (mpn) => (byKey ??= indexed(rows)).get(orderableKey(mpn)) ?? [],
  };
}

function indexed(rows: readonly CatalogueRow[]): ReadonlyMap<string, readonly Finding[]> {
  const byKey = new Map<string, Finding[]>();
  for (const row of rows) {
    for (const mpn of [row.mpn, ...(row.variants ?? [])]) {
      for (const key of new Set([orderableKey(mpn), componentKey(mpn, row.manufacturer)])) {
        byKey.set(key, [...(byKey.get(key) ?? []), findingOf(row, mpn)]);
      }
    }
  }
  return byKey;
}

export const catalogueSource: PartSource = createCatalogueSource(catalogueRows);
