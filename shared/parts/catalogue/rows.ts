/** All rows of the catalogue. A test holds them to the schema, so that no isolate has to. */
import parts from './parts.json' with { type: 'json' };
import type { CatalogueRow } from './row.ts';

export const catalogueRows = parts as readonly CatalogueRow[];
