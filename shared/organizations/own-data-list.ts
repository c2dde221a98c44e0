/** A file with a list of own stock or of agreed prices, read into what `POST organizations/{id}/stock` and `…/prices` take. */
import type { z } from 'zod';
import { HEADER_ROWS } from '../bom/mapping/header.ts';
import { readHeader } from '../bom/mapping/header-words.ts';
import { BomRefusal } from '../bom/refusal.ts';
import { readQuantities } from '../bom/rows/quantities.ts';
import type { OpenedFile, Row, Table } from '../bom/table.ts';
import { withoutHidden } from '../domain/hidden.ts';
import type { OwnPrice, OwnStock } from '../domain/organization.ts';
import { resolveManufacturer } from '../parts/manufacturers.ts';
import { orderableKey } from '../parts/part-number.ts';
import { readPrices } from '../suppliers/price.ts';
import { readColumns } from './component-list/columns.ts';

/** What people call a column, beside those that name the part. */
const WORDS = {
  quantity:
    'quantity|qty|pieces|pcs|stock|on hand|in stock|available|quantity on hand|qty on hand|stock quantity|stock qty|bestand|lagerbestand|menge|stück|quantité|cantidad|количество|остаток|数量|库存',
  from:
    'quantity|qty|from|from quantity|break|price break|break quantity|minimum|min qty|minimum quantity|moq|menge|ab menge|staffel|quantité|cantidad|количество|数量',
  price:
    'price|unit price|net price|agreed price|cost|unit cost|preis|einzelpreis|stückpreis|prix|precio|цена|单价|价格',
  currency: 'currency|währung|devise|moneda|валюта|货币|币种',
  supplier: 'supplier|vendor|distributor|lieferant|händler|fournisseur|proveedor|поставщик|供应商',
  valid_until:
    'valid until|valid to|expires|expiry|expiry date|gültig bis|valable|válido hasta|действует до|有效期',
} as const;
type Word = keyof typeof WORDS;
type Field = 'mpn' | 'manufacturer' | Word;

const FIELDS_OF = {
  stock: ['quantity'],
  prices: ['price', 'from', 'currency', 'supplier', 'valid_until'],
} as const satisfies Record<string, readonly Word[]>;
type Kind = keyof typeof FIELDS_OF;

const plainOf = (name: string) => readHeader(name).plain;
const KNOWN = new Map(
  (Object.keys(WORDS) as Word[]).map((word) => [word, new Set(WORDS[word].split('|').map(plainOf))]),
);

/** `Price (EUR)` */
const CURRENCY_BEHIND = /\s*[([]\s*([A-Z]{3})\s*[)\]]\s*$/;

export interface OwnDataColumn {
  /** As the header has it. */
  readonly name: string;
  readonly field: Field | null;
}

/** A row as it is sent, and where it stood: of several rows that are one, the first. */
export interface ReadRow<Body> {
  readonly row: number;
  readonly body: Body;
}

export interface OwnDataList<Body> {
  /** The sheet that was read, where a file has names for them. */
  readonly sheet: string | null;
  readonly columns: readonly OwnDataColumn[];
  readonly rows: readonly ReadRow<Body>[];
  /** Rows that say nothing that can be kept, and why. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** What else of the file was not read. */
  readonly remarks: readonly string[];
}

type StockBody = z.input<typeof OwnStock>;
type PriceBody = z.input<typeof OwnPrice>;
type Price = PriceBody['prices'][number];

interface Found {
  readonly table: Table;
  readonly header: Row;
  readonly columns: readonly (OwnDataColumn & { readonly index: number })[];
}

/** What a row says, by fields, and what of it is wrong. */
interface Said {
  readonly row: number;
  readonly text: Readonly<Record<Field, string>>;
  readonly quantity: number | 'ambiguous' | null;
  readonly price: number | null;
  readonly validUntil: string | null;
}

/**
 * @param opened by LIST_FILE
 * @throws BomRefusal where no table names columns of part numbers, manufacturers and quantities
 */
export function readStockList(opened: OpenedFile): OwnDataList<StockBody> {
  const { list, said } = readSaid(opened, 'stock');
  const rows = new Map<string, ReadRow<StockBody>>();
  for (const one of said) {
    const { mpn, manufacturer } = one.text;
    const first = rows.get(keyOf(one));
    const reason = whyNoPart(one) ?? whyNoPieces(one, 'quantity', 0) ??
      (first ? `is the same part as row ${first.row}: keep one row with all that is there` : null);
    if (reason !== null) list.refused.push({ row: one.row, reason });
    else {
      rows.set(keyOf(one), { row: one.row, body: { mpn, manufacturer, quantity: one.quantity as number } });
    }
  }
  return { ...list, rows: [...rows.values()] };
}

/**
 * Each row is one price; rows of one part and supplier are its price from several quantities on.
 * @param opened by LIST_FILE
 * @param currency of prices that state none; null: such are refused
 * @throws BomRefusal where no table names columns of part numbers, manufacturers and prices
 */
export function readPriceList(opened: OpenedFile, currency: string | null): OwnDataList<PriceBody> {
  const { list, said } = readSaid(opened, 'prices');
  const inHeader = list.columns.flatMap(({ name, field }) =>
    field === 'price' ? CURRENCY_BEHIND.exec(name)?.[1] ?? [] : []
  );
  const rows = new Map<string, { row: number; body: PriceBody & { prices: Price[] }; rows: number[] }>();
  for (const one of said) {
    const { mpn, manufacturer, supplier } = one.text;
    const terms = {
      currency: one.text.currency.toUpperCase() || inHeader[0] || currency || '',
      valid_until: one.validUntil,
    };
    const quantity = one.text.from === '' ? 1 : one.quantity;
    const key = `${keyOf(one)}\n${supplier}`;
    const first = rows.get(key);
    const reason = whyNoPart(one) ?? (one.text.from === '' ? null : whyNoPieces(one, 'from', 1)) ??
      whyNoPrice(one, terms) ?? (first ? whyNotWith(first, quantity as number, terms) : null);
    if (reason !== null) {
      list.refused.push({ row: one.row, reason });
      continue;
    }
    const price = { quantity: quantity as number, price: one.price! };
    if (first) {
      first.body.prices.push(price);
      first.rows.push(one.row);
    } else {
      const body = { mpn, manufacturer, ...(supplier && { supplier }), ...terms, prices: [price] };
      rows.set(key, { row: one.row, body, rows: [one.row] });
    }
  }
  return {
    ...list,
    rows: [...rows.values()].map(({ row, body }) => ({
      row,
      body: { ...body, prices: body.prices.toSorted((a, b) => a.quantity - b.quantity) },
    })),
  };
}

function readSaid(opened: OpenedFile, kind: Kind) {
  const whole = opened.tables.filter(({ block }) => block === null);
  const [chosen] = whole.flatMap((table) => findHeader(table, kind) ?? [])
    .toSorted((a, b) => b.table.rows.length - a.table.rows.length);
  if (chosen === undefined) throw noColumns(whole, kind);
  const refused: { row: number; reason: string }[] = [];
  return {
    list: {
      sheet: chosen.table.name,
      columns: chosen.columns.filter(({ name }) => name !== ''),
      refused,
      remarks: [
        ...opened.issues.map(({ detail }) => detail),
        ...whole.filter((table) => table !== chosen.table).map(({ name, rows }) =>
          `The sheet "${name}" (${rows.length} rows) was not read.`
        ),
      ],
    },
    // Of JSON lines row 1 is no line: it has the names.
    said: readRows(chosen, opened.container === 'json_lines' ? 1 : 0),
  };
}

function noColumns(tables: readonly Table[], kind: Kind): BomRefusal {
  const [needed] = FIELDS_OF[kind];
  const names = tables[0]?.rows[0]?.cells.filter((cell) => cell !== '').slice(0, 12).join(', ');
  return new BomRefusal(
    'no_part_number_column',
    `The list needs a row of names with columns of part numbers (such as "MPN"), manufacturers and ${
      kind === 'stock' ? 'quantities' : 'prices'
    } (such as "${needed === 'price' ? 'Price' : 'Quantity'}").${
      names ? ` Its first row has: ${names}.` : ''
    }`,
  );
}

function findHeader(table: Table, kind: Kind): Found | null {
  const fields: readonly Word[] = FIELDS_OF[kind];
  for (const header of table.rows.slice(0, HEADER_ROWS)) {
    const taken = new Set<Field>();
    const columns = readColumns(header.cells).map(({ index, name, field: ofPart }) => {
      const plain = plainOf(name.replace(CURRENCY_BEHIND, ''));
      const field = ofPart === 'mpn' || ofPart === 'manufacturer'
        ? ofPart
        : fields.find((one) => KNOWN.get(one)!.has(plain) && !taken.has(one)) ?? null;
      if (field) taken.add(field);
      return { index, name, field };
    });
    if (taken.has('mpn') && taken.has('manufacturer') && taken.has(fields[0]!)) {
      return { table, header, columns };
    }
  }
  return null;
}

/** Quantities of a column, and prices, are read together: how one is written says how the others are. */
function readRows({ table, header, columns }: Found, above: number): readonly Said[] {
  const rows = table.rows.filter(({ number }) => number > header.number);
  const at = Object.fromEntries(columns.flatMap(({ field, index }) => field ? [[field, index]] : []));
  const textOf = (row: Row, field: Field) => withoutHidden(row.cells[at[field] ?? -1] ?? '').text.trim();
  const rawOf = (row: Row, field: Field) => row.typed?.get(at[field] ?? -1)?.raw ?? null;
  const counted = 'quantity' in at ? 'quantity' : 'from';
  const quantities = readQuantities(
    rows.map((row) => ({ text: textOf(row, counted), raw: rawOf(row, counted) })),
    null,
  );
  const prices = readPrices(rows.map((row) => rawOf(row, 'price') === null ? textOf(row, 'price') : ''));
  return rows.map((row, i): Said => {
    const fields = ['mpn', 'manufacturer', ...Object.keys(WORDS)] as Field[];
    const raw = rawOf(row, 'price');
    return {
      row: row.number - above,
      text: Object.fromEntries(fields.map((field) => [field, textOf(row, field)])) as Said['text'],
      quantity: quantities[i]!.quantity,
      price: raw === null ? prices[i]! : Number(raw) > 0 ? Number(raw) : null,
      validUntil: dayOf(rawOf(row, 'valid_until') ?? textOf(row, 'valid_until')),
    };
  });
}

/** The orders of day and month are told apart by nothing but their marks: `01/02/2026` is two days. */
function dayOf(text: string): string | null {
  const german = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text);
  if (german) return `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null;
}

/** As a list of components tells parts apart. */
const keyOf = ({ text: { mpn, manufacturer } }: Said): string =>
  `${orderableKey(mpn)}\n${resolveManufacturer(manufacturer)?.name ?? manufacturer}`;

const quoted = (text: string) => `"${text.slice(0, 60)}"`;

function whyNoPart({ text: { mpn, manufacturer } }: Said): string | null {
  if (mpn === '') return 'has no part number';
  return manufacturer === '' ? 'names no manufacturer' : null;
}

function whyNoPieces({ text, quantity }: Said, field: 'quantity' | 'from', least: number): string | null {
  if (text[field] === '') return 'states no quantity';
  if (quantity === 'ambiguous') {
    return `quantity ${quoted(text[field])} can be read in two ways: write it without groups`;
  }
  if (quantity !== null && Number.isInteger(quantity) && quantity >= least) return null;
  return `quantity ${quoted(text[field])} is no whole number of pieces`;
}

function whyNoPrice(
  { text, price }: Said,
  { currency, valid_until }: { readonly currency: string; readonly valid_until: string | null },
): string | null {
  if (text.price === '') return 'states no price';
  if (price === null) {
    return `price ${quoted(text.price)} is none that can be read for certain: write it as 0.0123`;
  }
  if (currency === '') return 'states no currency: say one for the whole list, or in a column';
  if (!/^[A-Z]{3}$/.test(currency)) return `currency ${quoted(currency)} is none such as EUR`;
  if (text.valid_until !== '' && valid_until === null) {
    return `day ${quoted(text.valid_until)} can be read in two ways, or is none: write it as 2026-12-31`;
  }
  return null;
}

/** Prices of one part and supplier that are not of one agreement. */
function whyNotWith(
  { body, rows }: { readonly body: PriceBody; readonly rows: readonly number[] },
  quantity: number,
  terms: Pick<PriceBody, 'currency' | 'valid_until'>,
): string | null {
  const same = body.prices.findIndex((price) => price.quantity === quantity);
  if (same >= 0) return `is of the same part, supplier and quantity as row ${rows[same]}`;
  if (body.currency !== terms.currency) {
    return `is in another currency than row ${rows[0]} of the same part and supplier`;
  }
  return body.valid_until === terms.valid_until
    ? null
    : `holds until another day than row ${rows[0]} of the same part and supplier`;
}
