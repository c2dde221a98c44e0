/** Calls that give a BOM out in the form that a distributor takes orders in. */
import { z } from 'zod';
import { MAX_BOARDS, MAX_LINES } from '../domain/limits.ts';
import { NOT_LISTED, ORDER_LISTS } from '../domain/order-lists.ts';
import { IDS } from './examples.ts';
import { buying } from './judging.ts';
import { defineRoute } from './route.ts';
import { id, Timestamp, wholeNumber, yes } from './values.ts';

const LineName = {
  line_number: z.int(),
  /** As people find it: its designators, else its number, else its row of the file. */
  name: z.string(),
  mpn: z.string().nullable(),
};
const Amount = z.number();

/** Lines of one kind that an answer names. */
export const MAX_NAMED_LINES = 100;

/** A list is a file, which holds the whole BOM; what is said beside it does not grow with it. */
export const OrderListAnswer = z.object({
  bom_id: z.guid(),
  name: z.string(),
  event_id: z.string().nullable(),
  list: z.enum(ORDER_LISTS),
  /** For people: the distributor and the form. */
  label: z.string(),
  boards: z.int(),
  file_name: z.string(),
  /** The rows alone, as they are pasted or uploaded, below the names of the columns where the form has such. */
  text: z.string(),
  rows: z.int(),
  /** Those of them that the totals count; nobody states a price for the rest. */
  rows_priced: z.int(),
  totals: z.array(z.object({ currency: z.string(), total: Amount })).readonly(),
  /** When the distributor said what it asks; null where no row has a price. */
  prices_from: z.object({ oldest: Timestamp, newest: Timestamp }).nullable(),
  /** Pieces bought for what gets lost. */
  spares: z.int(),
  /** Pieces more, by minimums, multiples and price breaks. */
  left_over: z.int(),
  /** Pieces taken from own stock. */
  on_hand: z.number(),
  buy_more: z.array(z.object({
    number: z.string(),
    buy: z.int(),
    instead_of: z.int(),
    saved: Amount,
    currency: z.string(),
  })).readonly(),
  /** Lines that the BOM contradicts, listed as written: the first hundred. */
  wrong: z.array(z.object({ ...LineName, sentence: z.string() })).readonly(),
  /** Lines whose part nobody found, listed as written: the first hundred. */
  not_found: z.array(z.object(LineName)).readonly(),
  /** Parts of which there are too few: the first hundred. */
  short: z.array(z.object({ ...LineName, missing: z.number(), of: z.number() })).readonly(),
  left_out: z.array(z.object({
    reason: z.enum(NOT_LISTED),
    lines: z.int().max(MAX_LINES),
    /** The first hundred of them. */
    first: z.array(z.object(LineName)).readonly(),
  })).readonly(),
  /** Lines on a list that nobody is known to sell, by the distributor on whose alone they stand; null: on this one, and on others. */
  unsold: z.array(z.object({
    distributor: z.string().nullable(),
    lines: z.int().max(MAX_LINES),
    /** The first hundred of them. */
    first: z.array(z.object(LineName)).readonly(),
  })).readonly(),
  /** Who sells the rest, and the lists that take it. */
  elsewhere: z.array(z.object({
    supplier: z.string(),
    parts: z.int(),
    lists: z.array(z.enum(ORDER_LISTS)).readonly(),
  })).readonly(),
  /** Some of it a supplier's sandbox made up. */
  sandbox: z.boolean(),
  /** All of the above in sentences, as the file has it. */
  statement: z.array(z.string()).readonly(),
});
export type OrderListAnswer = z.infer<typeof OrderListAnswer>;

const asked = {
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  query: {
    list: z.enum(ORDER_LISTS),
    boards: wholeNumber(1, MAX_BOARDS).optional(),
    /** All that this distributor sells, not only what it sells for least. */
    alone: yes.optional(),
    /** Parts that nobody states a price for are listed by their number. */
    unpriced: yes.optional(),
    without_wrong: yes.optional(),
    without_not_found: yes.optional(),
    ...buying,
  },
  status: 200,
  errors: ['bom_not_found', 'designators_differ_in_case'],
} as const;

const params = { bom_id: IDS.bom };

export const readOrderList = defineRoute({
  ...asked,
  method: 'GET',
  path: '/boms/:bom_id/order-lists',
  summary:
    'Makes an order list for a distributor: what of the cheapest mix it sells for so many boards, as text for the clipboard, and what is left out and why.',
  answer: OrderListAnswer,
  example: {
    params,
    query: { list: 'mouser_paste', boards: '25', attrition: 'assembler' },
    answer: {
      bom_id: IDS.bom,
      name: 'Sensor rev C',
      event_id: '1-4',
      list: 'mouser_paste',
      label: 'Mouser, to paste',
      boards: 25,
      file_name: 'Sensor rev C, Mouser, 25 boards.txt',
      text: '603-RC0603FR-0710KL|100|R1,R2\r\n',
      rows: 1,
      rows_priced: 1,
      totals: [{ currency: 'USD', total: 1 }],
      prices_from: { oldest: '2026-01-01T12:00:00.000Z', newest: '2026-01-01T12:00:00.000Z' },
      spares: 10,
      left_over: 40,
      on_hand: 0,
      buy_more: [{
        number: '603-RC0603FR-0710KL',
        buy: 100,
        instead_of: 60,
        saved: 0.2,
        currency: 'USD',
      }],
      wrong: [],
      not_found: [],
      short: [],
      left_out: [],
      unsold: [],
      elsewhere: [],
      sandbox: false,
      statement: [
        'Mouser, to paste: Sensor rev C for 25 boards. 1 row, 1.00 USD net, without tax, freight and tariff.',
        'Prices as of 2026-01-01.',
        '10 spare pieces for what gets lost, 40 pieces more by minimums, multiples and price breaks.',
        'Buys 100 instead of 60 of 603-RC0603FR-0710KL: 0.20 USD less, 40 left over.',
      ],
    },
  },
});

export const ORDER_LIST_TYPES = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

export const exportOrderList = defineRoute({
  ...asked,
  method: 'GET',
  path: '/boms/:bom_id/order-lists/file',
  summary: 'The same list as a file: its rows first, the statement below an empty line.',
  mediaTypes: Object.values(ORDER_LIST_TYPES),
  answer: z.string(),
  example: {
    params,
    query: { list: 'lcsc', boards: '25', unpriced: 'true' },
    answer: 'Quantity,Manufacture Part Number,Manufacturer(optional),…\r\n60,RC0603FR-0710KL,Yageo,…\r\n',
  },
});
