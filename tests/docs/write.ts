/** `npm run docs`: writes the tables of docs/api.md, all of docs/parts.md and how the numbers of series begin anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { catalogueRows } from '../../shared/parts/catalogue/rows.ts';
import { seriesTables } from '../../shared/parts/decoders/tables.ts';
import { beginsModule } from './begins.ts';
import { partsPage } from './parts.ts';
import { withTables } from './tables.ts';

const API = new URL('../../docs/api.md', import.meta.url);
writeFileSync(API, withTables(readFileSync(API, 'utf8')));
writeFileSync(new URL('../../docs/parts.md', import.meta.url), partsPage(seriesTables, catalogueRows));
writeFileSync(
  new URL('../../shared/parts/decoders/begins.ts', import.meta.url),
  beginsModule(seriesTables),
);
