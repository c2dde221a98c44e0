/** docs/parts.md: what the product knows of parts by itself, made from its tables. */
import { CATEGORIES, rootOf } from '../../shared/domain/categories.ts';
import { FIELD_NAMES, type FieldName, fieldOf } from '../../shared/domain/fields.ts';
import type { CatalogueRow } from '../../shared/parts/catalogue/row.ts';
import { formsOf } from '../../shared/parts/decoders/forms.ts';
import type { PlainSegment, SeriesTable } from '../../shared/parts/decoders/table.ts';
import { table } from './tables.ts';

/** Every number of a series states these. */
const ALWAYS: readonly FieldName[] = ['manufacturer', 'category', 'series', 'description'];

/** Names that are no words. */
const TITLES: Readonly<Record<string, string>> = { led: 'LED', emi_filter: 'EMI filter' };

const KINDS = Object.keys(CATEGORIES).filter((name) => rootOf(name) === name);

export function partsPage(series: readonly SeriesTable[], catalogue: readonly CatalogueRow[]): string {
  const ofKind = <Thing extends { readonly category: string }>(all: readonly Thing[], kind: string) =>
    all.filter(({ category }) => rootOf(category) === kind);
  const counts = (kind: string, tables: readonly SeriesTable[], rows: readonly CatalogueRow[]) => [
    kind,
    count(tables.length),
    count(new Set(tables.map(({ manufacturer }) => manufacturer)).size),
    count(tables.reduce((sum, one) => sum + listedIn(one), 0)),
    count(rows.length),
  ];
  const kinds = KINDS.map((kind) => ({
    title: titleOf(kind),
    tables: ofKind(series, kind),
    rows: ofKind(catalogue, kind),
  })).filter(({ tables, rows }) => tables.length + rows.length > 0);
  return `# Parts

What bomstream knows of part numbers without a key. \`npm run docs\` writes this page from the decoder series in
\`shared/parts/decoders/series\` and the catalogue in \`shared/parts/catalogue/parts.json\`.

${
    table(['kind', 'series', 'manufacturers', 'listed', 'catalogue rows'], [
      ...kinds.map(({ title, tables, rows }) => counts(title, tables, rows)),
      counts('all', series, catalogue),
    ])
  }
Each series cites a document or a product page. The links were not opened one by one: some may lead elsewhere or nowhere.
What the series say was written from knowledge of these documents. Held against a document's text were Yageo RC and RT, Murata
GRM, Samsung CL, Panasonic ERJ, KEMET C, Würth WE-TVSP, and Nexperia PSMN and BUK; the others were not.
\`forms\` are the shapes that a number may have.
\`listed\` are the base or whole numbers that the series names one by one, each manufacturer's its own; where there are none,
codes for size, value, rating and the like make the number. \`states\` are the fields that some number of the series has,
beside manufacturer, category, series and description. A series of several kinds stands under the kind it is mostly of. A
catalogue row is one part, with a document of its own.
${
    kinds.filter(({ tables }) => tables.length > 0).map(({ title, tables }) =>
      `\n## ${title}\n\n${
        table(
          ['manufacturer', 'series', 'what it is', 'document', 'forms', 'listed', 'states'],
          tables.toSorted(byManufacturer).map(rowOf),
        )
      }`
    ).join('')
  }`;
}

const byManufacturer = (a: SeriesTable, b: SeriesTable) =>
  a.manufacturer.localeCompare(b.manufacturer, 'en') || a.series.localeCompare(b.series, 'en');

function rowOf(one: SeriesTable): string[] {
  const { manufacturer, series, description, reference } = one;
  const document = `[${reference.title}](${reference.url})`;
  const listed = listedIn(one);
  return [
    manufacturer,
    series,
    description,
    document,
    count(formsOf(one).length),
    listed === 0 ? '' : count(listed),
    statedBy(one).map((name) => fieldOf(name).label.toLowerCase()).join(', '),
  ];
}

const titleOf = (kind: string) =>
  TITLES[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');

const count = (number: number) => number.toLocaleString('en');

const segmentsOf = (one: SeriesTable): PlainSegment[] =>
  formsOf(one).flat().flatMap((segment) => 'optional' in segment ? segment.optional : [segment]);

/** Base numbers, and whole ones: a `number` that states nothing is one of a customer's or of a variant. */
function listedIn(one: SeriesTable): number {
  const listed = segmentsOf(one).flatMap((segment) =>
    'codes' in segment
      ? Object.entries(segment.codes).flatMap(([code, said]) =>
        segment.name === 'base' || (segment.name === 'number' && Object.keys(said).length > 0) ? [code] : []
      )
      : []
  );
  return new Set(listed).size;
}

/** In the order of fields.ts. */
function statedBy(one: SeriesTable): readonly FieldName[] {
  const said = new Set<string>([
    ...segmentsOf(one).flatMap((segment) =>
      'codes' in segment
        ? Object.values(segment.codes).flatMap((statements) => Object.keys(statements))
        : 'codec' in segment
        ? [segment.field]
        : []
    ),
    ...(one.ratings ?? []).flatMap(({ states = {} }) => Object.keys(states)),
  ]);
  return FIELD_NAMES.filter((name) => said.has(name) && !ALWAYS.includes(name));
}
