/** What the address asks for is on its way before it is known who may see it: the page's code, and what it shows. */
import type { QueryClient } from '@tanstack/react-query';
import { boardsOf } from '../bom/boards.ts';
import { askAhead } from '../bom/queries.ts';
import type { Api } from '../lib/api.ts';

/** The BOM whose lines are to be shown, with the filters of the address; null for any other place. */
function placeOf(hash: string): { readonly bomId: string; readonly filters: URLSearchParams } | null {
  const [, bomId, filters = ''] =
    /^#\/boms\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\?(.*))?$/i.exec(hash) ?? [];
  return bomId === undefined ? null : { bomId, filters: new URLSearchParams(filters) };
}

export function loadAhead(): void {
  // what cannot be loaded is told apart, see lib/parts.ts
  if (placeOf(location.hash)) import('../bom/bom-page.tsx').catch(() => {});
}

export function readAhead(queries: QueryClient, api: Api): void {
  const place = placeOf(location.hash);
  if (place) askAhead(queries, api, place.bomId, boardsOf(place.filters));
}
