/** What an export says of a BOM, as sheets. */
import type { ExportedFile, StoredExportedLine, StoredExportPage } from '../../api/export.ts';
import type { Offer } from '../../api/boms.ts';
import { supplierNumber } from '../../assess/cost/agreed.ts';
import { sellerOf } from '../../assess/cost/market.ts';
import { ownRules } from '../../assess/cost/rules.ts';
import type { MatchStep } from '../../domain/candidate.ts';
import { fieldsFor } from '../../domain/categories.ts';
import type { ComponentFields } from '../../domain/component.ts';
import type { FieldName } from '../../domain/fields.ts';
import { MAX_COLUMNS } from '../../domain/limits.ts';
import { isSandbox, type KnownBy, knownBy } from '../../domain/source.ts';
import type { ShownLineStatus } from '../../domain/status.ts';
import { OWN_COLUMN } from '../own-columns.ts';
import { type BomColumn, bomColumns } from './columns.ts';
import { createFacts } from './facts.ts';
import { createPurchases, offerOf, type Purchased } from './purchase.ts';
import { worded, wordOf } from './wording.ts';
import type { AddRow, Cell, Column, ColumnFormat, Sheet } from './workbook.ts';

/** Their places in the workbook: the summary is what one sees first. */
export const [SUMMARY, LINES, OFFERS, SOURCES, ISSUES] = [0, 1, 2, 3, 4] as const;

const STATUS_WORDS: Readonly<Record<ShownLineStatus, string>> = {
  pending: 'not looked up yet',
  enriching: 'being looked up',
  enriched: 'known',
  not_found: 'not found',
  failed: 'lookup failed, run it again',
  skipped: 'nothing to look up',
};

/** What the summary counts. */
const STATUS_COUNTS: Readonly<Record<ShownLineStatus, string>> = {
  pending: 'Lines not looked up yet',
  enriching: 'Lines being looked up',
  enriched: 'Lines whose part is known',
  not_found: 'Lines whose part was not found',
  failed: 'Lines whose lookup failed',
  skipped: 'Lines with nothing to look up',
};
const [NOT_PLACED, CONTRADICTED, APPROVED, TO_LOOK_AT] = [
  'Lines not placed',
  'Lines on which the BOM contradicts the part',
  'Approved lines that contradict the part',
  'Lines to look at',
] as const;
/** In the order in which they are read, wherever the first such line stands. */
const COUNTS = ['Lines', ...Object.values(STATUS_COUNTS), NOT_PLACED, CONTRADICTED, APPROVED, TO_LOOK_AT];

const STEP_WORDS: Readonly<Record<MatchStep, string>> = {
  exact: 'this very number',
  spelling: 'another spelling of the number',
  supplier_sku: "a supplier's number",
  packing: 'the same part in another packing',
  finish: 'another finish of the leads',
  series: "the manufacturer's numbering, not confirmed to be sold",
  parametric: 'the same values and size',
  similar: 'one character off',
};

const KNOWN_WORDS: Readonly<Record<KnownBy | 'nobody', string | null>> = {
  supplier: 'a supplier',
  catalogue: 'our catalogue',
  own: 'your own list',
  scheme: 'its numbering alone',
  nobody: null,
};

/** A column of ours: in `Lines` with the mark that tells the import that it is none of the BOM's. */
interface LineColumn extends Column {
  readonly cell: (known: Known) => Cell;
}

/** A line with what is asked of it again and again. */
interface Known {
  readonly exported: StoredExportedLine;
  readonly fields: ComponentFields;
  /** Null where nothing is bought for it. */
  readonly purchase: Purchased | null;
  /** What is ordered on this line: `purchase`, unless a line before it with the same part has it. */
  readonly ordered: Purchased | null;
  /** Of the first order. */
  readonly offer: Offer | null;
}

const fieldText = (name: FieldName) => ({ fields: { [name]: field } }: Known): Cell =>
  field ? worded(name, field) + (isSandbox(field.source) ? ' (made up)' : '') : null;

/** What tells the part from its neighbours, or else what it is. */
function values({ fields }: Known): string | null {
  const shown = fieldsFor('shown', fields.category && `${fields.category.value}`)
    .flatMap((name) => fields[name] ? worded(name, fields[name]) : []);
  return shown.length > 0
    ? shown.join(' · ')
    : fields.description
    ? wordOf('description', fields.description)
    : null;
}

const link = (text: string, url: string | null | undefined): Cell => url ? { text, url } : text;
const componentOf = ({ exported }: Known) => exported.line.result?.component ?? null;

/** What the orders of a part say, each once: where nobody has enough, several sell it. */
const ofOrders =
  (says: (order: Purchased['orders'][number]) => string | null) => ({ purchase }: Known): Cell => {
    const orders = purchase?.orders ?? [];
    if (orders.length < 2) return orders.length === 0 ? null : says(orders[0]!);
    return [...new Set(orders.flatMap((order) => says(order) ?? []))].join(' + ') || null;
  };

/** Who sells it; whom a sandbox names may sell elsewhere in truth. */
const sellerName = ({ seller, supplier }: Pick<Offer, 'seller' | 'supplier'>): string =>
  seller && isSandbox(supplier) ? `${seller} (${supplier})` : seller || supplier;

/** Of one piece. */
function priceOf({ orders }: Purchased): number | null {
  if (orders.length < 2) return orders[0]?.price ?? null;
  const [pieces, total] = orders.reduce(([p, t], { quantity, total }) => [p + quantity, t + total], [0, 0]);
  return Number((total / pieces).toPrecision(9));
}

const holdsUntil = ({ valid_until }: Offer) => valid_until ? `, until ${valid_until}` : '';

/** The last moment, as ISO 8601 writes it: many offers were observed at once. */
let [lastSeconds, lastIso] = [0, new Date(0).toISOString()];
function isoOf(seconds: number): string {
  if (seconds !== lastSeconds) {
    [lastSeconds, lastIso] = [seconds, new Date(seconds * 1_000).toISOString()];
  }
  return lastIso;
}

const LINE_COLUMNS: readonly LineColumn[] = [
  {
    name: 'status',
    width: 24,
    cell: ({ exported: { line } }) => line.do_not_place ? 'not placed' : STATUS_WORDS[line.status],
  },
  {
    name: 'problem',
    width: 60,
    format: 'sentences',
    cell: ({ exported: { line: { result, review } } }) => {
      const against = (result?.contradictions ?? []).filter(({ severity }) => severity !== 'upgrade');
      return [
        ...against.map(({ sentence }) => sentence),
        ...(against.length > 0 && review === 'approved' ? ['Somebody approved that.'] : []),
        ...(result?.remarks ?? []).map(({ detail }) => detail),
      ].join(' ') || null;
    },
  },
  { name: 'part number', width: 24, cell: (known) => componentOf(known)?.mpn ?? null },
  { name: 'manufacturer', width: 26, cell: (known) => componentOf(known)?.manufacturer ?? null },
  {
    name: 'known by',
    width: 18,
    cell: (known) =>
      KNOWN_WORDS[componentOf(known) ? knownBy(known.exported.line.result?.source ?? '') : 'nobody'],
  },
  {
    name: 'found by',
    width: 48,
    cell: ({ exported: { line: { result } } }) => result?.step ? STEP_WORDS[result.step] : null,
  },
  {
    name: 'category',
    width: 22,
    cell: ({ fields: { category } }) => category ? wordOf('category', category) : null,
  },
  { name: 'values', width: 28, format: 'sentences', cell: values },
  { name: 'package', width: 24, cell: fieldText('package') },
  { name: 'lifecycle', width: 24, cell: fieldText('lifecycle') },
  { name: 'RoHS', width: 26, cell: fieldText('rohs') },
  {
    name: 'data sheet',
    width: 12,
    cell: ({ fields: { datasheet } }) => datasheet ? link('data sheet', `${datasheet.value}`) : null,
  },
  { name: 'supplier', width: 20, cell: ofOrders(({ offer }) => sellerName(offer)) },
  {
    name: 'supplier number',
    width: 28,
    cell: (known) => {
      const mpn = componentOf(known)?.mpn ?? '';
      const numbers = ofOrders(({ offer }) => supplierNumber(offer, mpn))(known);
      return typeof numbers === 'string' ? link(numbers, known.offer?.url) : null;
    },
  },
  { name: 'own stock', width: 14, format: 'number', cell: ({ exported }) => exported.own_stock ?? null },
  {
    name: 'stock',
    width: 14,
    format: 'number',
    cell: ({ purchase }) => purchase?.orders[0]?.offer.stock ?? null,
  },
  { name: 'to order', width: 14, format: 'number', cell: ({ ordered }) => ordered?.quantity ?? null },
  { name: 'spares', width: 14, format: 'number', cell: ({ ordered }) => ordered?.spares || null },
  {
    name: 'ordered with',
    width: 15,
    cell: ({ purchase, ordered }) => purchase && !ordered ? `line ${purchase.orderedOn}` : null,
  },
  { name: 'unit price', width: 14, format: 'price', cell: ({ purchase }) => purchase && priceOf(purchase) },
  {
    name: 'total',
    width: 14,
    format: 'price',
    cell: ({ ordered }) => ordered?.currency ? Number(ordered.total.toFixed(4)) : null,
  },
  {
    name: 'currency',
    width: 12,
    cell: ({ purchase }) =>
      purchase?.currency
        ? purchase.isPricedTwice ? `${purchase.currency}, others on Offers` : purchase.currency
        : null,
  },
  {
    name: 'price of',
    width: 21,
    format: 'moment',
    cell: ({ purchase }) => {
      const [order] = purchase?.orders ?? [];
      return order ? isoOf(order.offer.observed_at) : null;
    },
  },
  {
    name: 'agreed price',
    width: 24,
    cell: ({ exported, purchase }) => {
      const agreed = purchase?.orders.find(({ offer }) => offer.agreed);
      if (!agreed) return null;
      const seller = sellerOf(agreed.offer);
      const offers = exported.line.result?.component?.offers ?? [];
      const offer = offers.find((each) => each.agreed && sellerOf(each) === seller);
      return `agreed${offer ? holdsUntil(offer) : ''}`;
    },
  },
  {
    name: 'quality',
    width: 14,
    format: 'number',
    cell: ({ exported: { line } }) => line.result?.quality_score ?? null,
  },
  {
    name: 'review',
    width: 12,
    cell: ({ exported: { line: { review } } }) => review === 'none' ? null : review,
  },
];

const own = (columns: readonly Column[], leading = 1): Column[] =>
  columns.map((column, i) => i < leading ? { ...column, name: OWN_COLUMN + column.name } : column);

const column = (name: string, width: number, format?: ColumnFormat): Column => (
  { name, width, ...(format ? { format } : {}) }
);

/** Every sheet of ours begins with a column that says so; the import leaves it out. */
const OFFER_COLUMNS = own([
  column('line', 18, 'number'),
  column('Part number', 24),
  column('Manufacturer', 26),
  column('Supplier', 20),
  column('Supplier number', 28),
  column('Own', 24),
  column('Stock', 12, 'number'),
  column('Minimum', 12, 'number'),
  column('Multiple', 12, 'number'),
  column('Lead time, days', 12, 'number'),
  column('From quantity', 12, 'number'),
  column('Unit price', 12, 'price'),
  column('Currency', 10),
  column('As of', 21, 'moment'),
]);
const SOURCE_COLUMNS = own([
  column('line', 18, 'number'),
  column('Part number', 24),
  column('Field', 18),
  column('Says', 46),
  column('Number', 16, 'number'),
  column('Unit', 8),
  column('Disagrees', 11),
  column('Source', 30),
  column('Confidence', 14, 'number'),
  column('Document', 60),
]);
const ISSUE_COLUMNS = own([
  column('line', 18, 'number'),
  column('Designators', 18, 'sentences'),
  column('Severity', 10),
  column('Kind', 26),
  column('What', 90, 'sentences'),
  column('The BOM says', 28, 'sentences'),
  column('Where', 12),
  column('The part is', 28, 'sentences'),
  column('By', 30),
]);
/** What is counted is longer than what else is said. */
const SUMMARY_COLUMNS = own([
  column('summary', Math.max(...COUNTS.map(({ length }) => length)) + 2),
  column('', 90, 'left'),
]);

/** Of a moment as ISO 8601 writes it, what says it to the minute. */
const MINUTES = '2026-01-01T00:00'.length;

/** Puts the pages of an export together. One for each file that is written. */
export class ExportSheets {
  readonly #boards: number;
  readonly #purchaseOf: ReturnType<typeof createPurchases>;
  readonly #addFacts = createFacts();
  #columns: readonly BomColumn[] = [];
  #file: ExportedFile | null = null;
  readonly #counts = new Map<string, number>();
  #totals = new Map<string, number>();
  #priced = 0;
  readonly #blockedNames: readonly string[];
  #hasOwnStock = false;
  #isSandbox = false;
  #page: Pick<StoredExportPage, 'name' | 'event_id' | 'exported_at'> | null = null;

  /** @param first the first page, which knows how the BOM's columns stood */
  constructor(first: StoredExportPage, boards: number) {
    this.#blockedNames = first.blocked_suppliers ?? [];
    this.#boards = boards;
    this.#purchaseOf = createPurchases({
      boards,
      currency: first.currency ?? null,
      ...ownRules({ blocked: this.#blockedNames, preferred: first.preferred_suppliers ?? [] }),
    });
    this.#file = first.file;
    this.#columns = bomColumns(first.file, first.said ?? null, MAX_COLUMNS - LINE_COLUMNS.length);
    this.#page = first;
  }

  get sheets(): readonly Sheet[] {
    const lines = [
      ...this.#columns.map(({ cell: _, ...column }): Column => column),
      ...own(LINE_COLUMNS, LINE_COLUMNS.length),
    ];
    return [
      { name: 'Summary', columns: SUMMARY_COLUMNS },
      { name: 'Lines', columns: lines },
      { name: 'Offers', columns: OFFER_COLUMNS },
      { name: 'Sources', columns: SOURCE_COLUMNS },
      { name: 'Issues', columns: ISSUE_COLUMNS },
    ];
  }

  /** One line's row of `Lines`. */
  lineRow(exported: StoredExportedLine): Cell[] {
    const known = this.#know(exported);
    this.#count(known);
    const cells: Cell[] = [];
    for (const { cell } of this.#columns) cells.push(cell(exported));
    for (const { cell } of LINE_COLUMNS) cells.push(cell(known));
    return cells;
  }

  /** What all sheets have of some lines. */
  addRows(lines: readonly StoredExportedLine[], add: AddRow): void {
    const addFact = (cells: readonly Cell[], kind: number) => add(SOURCES, cells, kind);
    for (const line of lines) {
      add(LINES, this.lineRow(line));
      addOffers(line, add);
      this.#addFacts(line, addFact);
      addIssues(line, add);
    }
  }

  /** What is said of the whole, once all lines were given. */
  addLastRows(add: AddRow): void {
    const { name, event_id, exported_at } = this.#page!;
    const summary: Cell[][] = [
      ['BOM', name],
      ['Exported', `${exported_at.slice(0, MINUTES).replace('T', ' ')} UTC`],
      ['As of', event_id === null ? 'before it was looked up' : asOf(event_id)],
      ['Boards', this.#boards],
      ...COUNTS.filter((what) => this.#counts.has(what)).map((what) => [what, this.#counts.get(what)]),
      ['Lines with a price', this.#priced],
      ...[...this.#totals].map(([currency, total]): Cell[] => [
        `Total of the priced lines, ${currency}`,
        { amount: Number(total.toFixed(2)) },
      ]),
      ['Prices', 'Net, without tax, freight and tariffs. Lines without a price are in no total.'],
      [
        'To order',
        'Equal parts of several lines are ordered together, on the first of them, with spare pieces for what an assembler loses.',
      ],
      ...(this.#hasOwnStock ? [['Own stock', 'Is taken off what is to be ordered.']] : []),
      ...(this.#blockedNames.length > 0
        ? [['Suppliers not bought from, by setting', this.#blockedNames.join(', ')]]
        : []),
      ...(this.#isSandbox ? [['Sandbox', "Some data was made up by a supplier's sandbox."]] : []),
    ];
    for (const cells of summary) add(SUMMARY, cells);
    for (const issue of this.#file?.issues ?? []) {
      add(ISSUES, [
        null,
        null,
        issue.severity,
        issue.code.replaceAll('_', ' '),
        issue.detail,
        null,
        issue.column,
        null,
        this.#file!.name,
      ]);
    }
  }

  #know(exported: StoredExportedLine): Known {
    const { line } = exported;
    const component = line.result?.component;
    const purchase = this.#purchaseOf(exported);
    const [order] = purchase?.orders ?? [];
    return {
      exported,
      fields: component?.fields ?? {},
      purchase,
      ordered: purchase?.orderedOn === line.line_number ? purchase : null,
      offer: order && component ? offerOf(component.offers, order) ?? null : null,
    };
  }

  #count({ exported: { line, own_stock }, purchase, ordered, fields }: Known): void {
    this.#hasOwnStock ||= (own_stock ?? 0) > 0;
    const add = (what: string) => this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    add('Lines');
    add(line.do_not_place ? NOT_PLACED : STATUS_COUNTS[line.status]);
    const worst = line.result?.contradictions?.[0]?.severity;
    const isApproved = line.review === 'approved';
    // as the page counts them
    if (worst === 'error' && line.status !== 'skipped') add(isApproved ? APPROVED : CONTRADICTED);
    if (worst === 'warning' && !isApproved) add(TO_LOOK_AT);
    if (purchase?.isPriced) this.#priced += 1;
    if (ordered?.currency) {
      this.#totals.set(ordered.currency, (this.#totals.get(ordered.currency) ?? 0) + ordered.total);
    }
    this.#isSandbox ||= isMadeUp(fields, line.result?.component?.offers ?? []);
  }
}

/** Whether a sandbox says something of the part, be it only what the part costs, or what others contradict. */
function isMadeUp(fields: ComponentFields, offers: readonly Offer[]): boolean {
  for (const field of Object.values(fields)) {
    if (field && (isSandbox(field.source) || field.conflicts?.some(({ source }) => isSandbox(source)))) {
      return true;
    }
  }
  return offers.some(({ supplier }) => isSandbox(supplier));
}

/** `2-4` is "run 2, event 4". */
const asOf = (eventId: string): string => `run ${eventId.replace('-', ', event ')}`;

/** Of an offer's rows, the first, and those below it, which say the same of all but quantity and price. */
const [FIRST, FURTHER] = [0, 1];

function addOffers({ line }: StoredExportedLine, add: AddRow): void {
  const component = line.result?.component;
  for (const offer of component?.offers ?? []) {
    const [first, ...further] = offer.price_breaks;
    const number = supplierNumber(offer, component!.mpn);
    const own = offer.agreed ? `agreed${holdsUntil(offer)}` : offer.own ? 'yes' : null;
    const begin = [line.line_number, component!.mpn, component!.manufacturer, offer.supplier] as const;
    // What holds for the offer as a whole stands in its first row: stock can be summed up, and a link a row would be many.
    add(OFFERS, [
      ...begin,
      number === null ? null : link(number, offer.url),
      own,
      offer.stock,
      offer.min_quantity,
      offer.multiple,
      offer.lead_time_days,
      first?.quantity ?? null,
      first?.price ?? null,
      first?.currency ?? null,
      offer.fetched_at,
    ], FIRST);
    for (const { quantity, price, currency } of further) {
      add(OFFERS, [...begin, number, own, null, null, null, null, quantity, price, currency], FURTHER);
    }
  }
}

function addIssues({ line }: StoredExportedLine, add: AddRow): void {
  const begin = [line.line_number, line.designators];
  for (const { severity, check, sentence, asked, found } of line.result?.contradictions ?? []) {
    add(ISSUES, [
      ...begin,
      severity,
      check.replaceAll('_', ' '),
      sentence,
      asked.text,
      asked.where,
      found.text,
      found.source,
    ]);
  }
  for (const { code, detail } of line.result?.remarks ?? []) {
    add(ISSUES, [...begin, 'info', code.replaceAll('_', ' '), detail, null, null, null, null]);
  }
}
