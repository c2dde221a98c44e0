/** Calls of functions/boms that judge: what a BOM costs, what is short and at risk. */
import { z } from 'zod';
import { SuppliersNotAsked } from '../domain/component.ts';
import { RunStatusSchema } from '../domain/event.ts';
import { ATTRITIONS, DIFFERENCES, LEFT_OUT, VERDICTS } from '../domain/judging.ts';
import { MAX_BOARDS, MAX_LINES, MAX_NAME_CHARS } from '../domain/limits.ts';
import { LINE_STATUSES } from '../domain/status.ts';
import { IDS } from './examples.ts';
import { defineRoute, READERS } from './route.ts';
import { id, Timestamp, wholeNumber, yes } from './values.ts';

/** Every currency that suppliers are known to state prices in, and some more. */
const MAX_RATES = 20;

const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as EUR');

/** An amount or a rate: digits, with a point before the decimals. */
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a number such as 7.50')
  .meta({ examples: ['7.50'] }).transform(Number);

/** `USD:0.92,GBP:1.17`. Refused with 400 `invalid_query`. */
const rates = z.string()
  .regex(/^([A-Z]{3}:\d{1,9}(\.\d{1,9})?(,(?!$)|$))+$/, 'must be rates such as USD:0.92,GBP:1.17')
  .meta({ examples: ['USD:0.92'] })
  .transform((given) => given.split(',').map((each) => each.split(':') as [string, string]))
  .refine((pairs) => pairs.length <= MAX_RATES, `has more than ${MAX_RATES} rates`)
  .refine(
    (pairs) => pairs.every(([, rate]) => Number(rate) > 0),
    'has a rate of 0, which would make parts free',
  )
  .refine(
    (pairs) => new Set(pairs.map(([currency]) => currency)).size === pairs.length,
    'has a currency twice',
  )
  .transform((pairs) => Object.fromEntries(pairs.map(([currency, rate]) => [currency, Number(rate)])));

const Amount = z.number();

export const BomAnswer = z.object({
  bom_id: z.guid(),
  name: z.string(),
  event_id: z.string().nullable(),
  /** The latest run's; null before the first. */
  status: RunStatusSchema.nullable(),
  boards: z.int(),
  /**
   * In which whatever can be is bought: the one asked for, or else the one in which most lines are sold. Null where nothing has
   * a price. What is sold in others alone stands in totals of its own.
   */
  currency: Currency.nullable(),
  /** Nothing is wrong, asked, pending or short, and all of it has a price. */
  ready: z.boolean(),
  /** Lines by the loudest word that holds for each. */
  verdicts: z.record(z.enum(VERDICTS), z.int()),
  /** The ten lines to look at first, the loudest first. */
  first: z.array(z.object({
    line_id: z.guid(),
    line_number: z.int(),
    mpn: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    why: z.string(),
  })).readonly(),
  /** For the boards that were asked for, then for 1, 25, 100 and 1,000. */
  costs: z.array(z.object({
    boards: z.int(),
    /** One for each currency: sums of two are never added up. Empty where no price is known. */
    totals: z.array(z.object({ currency: Currency, total: Amount, per_board: Amount })).readonly(),
    lines_priced: z.int(),
    lines_to_buy: z.int(),
    lines_short: z.int(),
    /** Pieces that are bought because as many get lost. */
    spares: z.int(),
  })).readonly(),
  /** Lines that the costs leave out, by why. */
  left_out: z.array(z.object({ reason: z.enum(LEFT_OUT), lines: z.int() })).readonly(),
  /** Where buying more costs less, the ten largest. */
  savings: z.array(z.object({
    mpn: z.string().nullable(),
    supplier: z.string(),
    supplier_part_number: z.string(),
    instead_of: z.int(),
    buy: z.int(),
    left_over: z.int(),
    saved: Amount,
    currency: Currency,
  })).readonly(),
  /** What one seller alone has in stock, beside the cheapest mix for the same parts with the fees for further sellers. */
  one_supplier: z.array(z.object({
    supplier: z.string(),
    currency: Currency,
    parts: z.int(),
    of_parts: z.int(),
    total: Amount,
    mix_total: Amount,
  })).readonly(),
  /** Who could not be asked about so many lines as those were looked up last: what they sell of them is not counted. */
  suppliers_not_asked: SuppliersNotAsked,
  /** When suppliers said what they ask; null where none said anything: price and stock are unknown then. */
  prices_from: z.object({ oldest: Timestamp, newest: Timestamp }).nullable(),
  /** A supplier's sandbox made some of the prices and stock up. */
  sandbox: z.boolean(),
  /** Parts of which too little is known to say how many get lost. */
  parts_without_spares: z.int(),
  /** What of it is the organization's own: stock on hand, agreed prices, suppliers that are left out or come first. */
  own: z.object({
    /** Pieces that are on hand and not bought, and of how many parts. */
    stock_pieces: z.number(),
    stock_parts: z.int(),
    /** Parts that are bought at agreed prices, and as of when those are. */
    priced_parts: z.int(),
    prices_from: z.object({ oldest: Timestamp, newest: Timestamp }).nullable(),
    /** Of those that sell any of the parts. */
    blocked: z.array(z.string()).readonly(),
    preferred: z.array(z.string()).readonly(),
  }),
  /** What the totals are, in words. */
  terms: z.string(),
});
export type BomAnswer = z.infer<typeof BomAnswer>;

/** By what rules parts are bought. */
export const buying = {
  attrition: z.enum(ATTRITIONS).optional(),
  /** Offers of marketplaces count, too. */
  marketplace: yes.optional(),
  /** Reels made to order count, too. */
  re_reeling: yes.optional(),
  /** The currency that `rates` turn others into. */
  currency: Currency.optional(),
  rates: rates.optional(),
};

export const readSummary = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/summary',
  summary:
    'Answers whether a BOM is ready to order for so many boards: what is in the way, and what it costs. Equal parts are pooled.',
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id') },
  query: {
    boards: wholeNumber(1, MAX_BOARDS).optional(),
    /** Bought from this one alone. */
    supplier: z.string().trim().min(1).max(MAX_NAME_CHARS).optional(),
    /** What each supplier beyond the first costs in freight and work. */
    supplier_fee: decimal.optional(),
    ...buying,
  },
  status: 200,
  answer: BomAnswer,
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    query: { boards: '25', attrition: 'assembler', currency: 'EUR', rates: 'USD:0.92', supplier_fee: '7.50' },
    answer: {
      bom_id: IDS.bom,
      name: 'Sensor rev C',
      event_id: '1-4',
      status: 'completed',
      boards: 25,
      currency: 'EUR',
      ready: true,
      verdicts: { wrong: 0, ask: 0, pending: 0, short: 0, at_risk: 0, fine: 1, not_fitted: 0 },
      first: [],
      costs: [{
        boards: 25,
        totals: [{ currency: 'EUR', total: 0.92, per_board: 0.04 }],
        lines_priced: 1,
        lines_to_buy: 1,
        lines_short: 0,
        spares: 10,
      }],
      left_out: [],
      savings: [{
        mpn: 'RC0603FR-0710KL',
        supplier: 'mouser',
        supplier_part_number: '603-RC0603FR-0710KL',
        instead_of: 60,
        buy: 100,
        left_over: 40,
        saved: 0.18,
        currency: 'EUR',
      }],
      one_supplier: [],
      suppliers_not_asked: [{ supplier: 'digikey', lines: 3 }],
      prices_from: { oldest: '2026-01-01T12:00:00.000Z', newest: '2026-01-01T12:00:00.000Z' },
      sandbox: false,
      parts_without_spares: 0,
      own: {
        stock_pieces: 40,
        stock_parts: 1,
        priced_parts: 0,
        prices_from: null,
        blocked: ['Example Parts'],
        preferred: [],
      },
      terms: 'Net prices, without tax, freight and tariff.',
    },
  },
});

/** Verdicts are short: a BOM of ten thousand lines is ten pages. */
export const MAX_VERDICTS_OF_A_PAGE = 1_000;

export const readVerdicts = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/verdicts',
  summary:
    "Lists a page of a BOM's lines with the one word that holds for each, and what so many boards take and cost of its part.",
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id') },
  query: {
    boards: wholeNumber(1, MAX_BOARDS).optional(),
    attrition: z.enum(ATTRITIONS).optional(),
    after: wholeNumber(0, MAX_LINES).optional(),
    limit: wholeNumber(1, MAX_VERDICTS_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: z.object({
    bom_id: z.guid(),
    event_id: z.string().nullable(),
    boards: z.int(),
    verdicts: z.array(z.object({
      line_id: z.guid(),
      line_number: z.int(),
      /** As the BOM says it. */
      mpn: z.string().nullable(),
      /** As people call the line, where the BOM states no number. */
      name: z.string().optional(),
      verdict: z.enum(VERDICTS),
      /** A sentence; empty where there is nothing to say. */
      why: z.string(),
      /** Over all lines with the same part. Null where the line got none, or does not say how many. */
      part: z.object({
        /** The first of those lines, and how many there are. */
        line_number: z.int(),
        lines: z.int(),
        /** Pieces on the boards, those that get lost, and those on hand. */
        placed: z.int(),
        spares: z.int(),
        own_stock: z.int(),
        to_buy: z.int(),
        /** What the cheapest orders bring; null where nobody states a price. */
        bought: z.int().nullable(),
        /** Of all suppliers; null where that is unknown. */
        stock: z.int().nullable(),
        short_by: z.int().nullable(),
        total: Amount.nullable(),
        currency: Currency.nullable(),
        suppliers: z.array(z.string()).readonly(),
        /** Where buying more costs less: the fewest that could be bought, and what is saved. */
        instead_of: z.object({ quantity: z.int(), saved: Amount }).nullable(),
      }).nullable(),
    })),
    /** `after` of the next page; null: this is the last one. */
    next: z.int().nullable(),
  }),
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    query: { boards: '25', after: '0', limit: '1000' },
    answer: {
      bom_id: IDS.bom,
      event_id: '1-4',
      boards: 25,
      verdicts: [{
        line_id: IDS.line,
        line_number: 1,
        mpn: 'RC0603FR-0710KL',
        verdict: 'fine',
        why: '',
        part: {
          line_number: 1,
          lines: 1,
          placed: 50,
          spares: 10,
          own_stock: 0,
          to_buy: 60,
          bought: 100,
          stock: 48_200,
          short_by: 0,
          total: 0.92,
          currency: 'EUR',
          suppliers: ['mouser'],
          instead_of: { quantity: 60, saved: 0.18 },
        },
      }],
      next: null,
    },
  },
});

/** What is known of a line on one side of a comparison. */
const Side = z.object({
  line_id: z.guid(),
  line_number: z.int(),
  /** As people call the line. */
  name: z.string(),
  /** The number that the BOM says. */
  asked: z.string().nullable(),
  /** What was found for it; null where nothing was. */
  part: z.string().nullable(),
  manufacturer: z.string().nullable(),
  quantity: z.number().nullable(),
  state: z.enum(LINE_STATUSES),
  /** Of one piece where the line's quantity is bought, as the run found it. */
  unit_price: z.number().nullable(),
  currency: z.string().nullable(),
  stock: z.int().nullable(),
  lifecycle: z.string().nullable(),
});

export const Comparison = z.object({
  bom_id: z.guid(),
  other_id: z.guid(),
  /** Lines, by what differs; one may differ in several. */
  counts: z.object({
    compared: z.int(),
    same: z.int(),
    /** Lines of which one side was not looked up yet, or what was found is no longer kept: neither its price nor its stock differs. */
    not_looked_up: z.int(),
    ...Object.fromEntries(DIFFERENCES.map((name) => [name, z.int()])) as Record<
      (typeof DIFFERENCES)[number],
      z.ZodInt
    >,
  }),
  /** In the order of the lines. `before` is null for an added line, `after` for a removed one. */
  differences: z.array(z.object({
    fields: z.array(z.enum(DIFFERENCES)),
    before: Side.nullable(),
    after: Side.nullable(),
  })),
  /** `after` of the next page; null: this is the last one. */
  next: z.int().nullable(),
});

export const MAX_DIFFERENCES_OF_A_PAGE = 500;

const comparing = {
  /** Only lines that differ in this; the counts are of all. */
  field: z.enum(DIFFERENCES).optional(),
  // Lines and removed ones between them by turns.
  after: wholeNumber(0, 2 * MAX_LINES + 1).optional(),
  limit: wholeNumber(1, MAX_DIFFERENCES_OF_A_PAGE).optional(),
};

const SAME: z.input<typeof Comparison> = {
  bom_id: IDS.bom,
  other_id: IDS.bom,
  counts: {
    compared: 1,
    same: 1,
    not_looked_up: 0,
    added: 0,
    removed: 0,
    part: 0,
    quantity: 0,
    state: 0,
    price: 0,
    stock: 0,
    lifecycle: 0,
  },
  differences: [],
  next: null,
};

export const compareBoms = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/compare/:other_id',
  summary:
    'Compares a BOM with another, mostly a later revision: lines are paired by designators, then by part.',
  role: 'viewer',
  params: { bom_id: id('bom_id'), other_id: id('other_id') },
  query: comparing,
  status: 200,
  answer: Comparison,
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom, other_id: IDS.bom },
    query: { field: 'price', after: '0', limit: '500' },
    answer: SAME,
  },
});

/** As many as a BOM can have, and more. */
const run = wholeNumber(1, 999_999_999);

export const compareRuns = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/runs/:run/compare/:other_run',
  summary:
    'Compares what two runs of a BOM found of the lines that both settled: part, state, price, stock, lifecycle.',
  role: 'viewer',
  params: { bom_id: id('bom_id'), run, other_run: run },
  query: comparing,
  status: 200,
  answer: Comparison,
  errors: ['bom_not_found', 'run_not_found'],
  example: {
    params: { bom_id: IDS.bom, run: '1', other_run: '1' },
    query: { limit: '500' },
    answer: SAME,
  },
});
