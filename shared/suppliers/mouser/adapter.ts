/** Mouser's Search API, version 1. Up to ten part numbers a call; most errors come with status 200. */
import { z } from 'zod';
import type { SupplierOffer } from '../../domain/component.ts';
import { httpUrl } from '../../environment.ts';
import { errorName, type Log } from '../../log.ts';
import { partsAskedFor } from '../asked-for.ts';
import { defineSupplier } from '../definition.ts';
import type { PartAnswer, Supplier, SupplierFailure, SupplierFinding } from '../port.ts';
import { readPrices } from '../price.ts';
import {
  CALL_LIMITS,
  MAX_RETRY_AFTER_MS,
  NUMBER,
  NUMBERS_PER_CALL,
  PARTS_PER_ANSWER,
  TIMEOUT_MS,
} from './limits.ts';
import { MouserPart, type ReadPart, readPart } from './read.ts';

/** Where Mouser itself answers. Any other address is not Mouser, and its answers are marked as sandbox. */
const MOUSER_API_URL = 'https://api.mouser.com/api/v1';

/** On with a key, and off without. */
export const mouser = defineSupplier({
  name: 'mouser',
  limits: CALL_LIMITS,
  env: { MOUSER_API_KEY: z.string().trim().min(1), MOUSER_API_URL: httpUrl.optional() },
  create: ({ MOUSER_API_KEY, MOUSER_API_URL }, { log }) =>
    createMouser({ apiKey: MOUSER_API_KEY, apiUrl: MOUSER_API_URL ?? null, log }),
});

const Reply = z.object({
  Errors: z.array(z.object({
    Code: z.string().nullish(),
    ResourceKey: z.string().nullish(),
    PropertyName: z.string().nullish(),
  })).nullish(),
  SearchResults: z.object({ NumberOfResult: z.int().nonnegative(), Parts: z.array(z.unknown()) }).nullish(),
});
type Reply = z.infer<typeof Reply>;

export interface MouserOptions {
  readonly apiKey: string;
  /** Null for Mouser's own. */
  readonly apiUrl: string | null;
  readonly log: Log;
  readonly timeoutMs?: number;
}

/**
 * Each part number is answered with the parts that have exactly this number at their manufacturer or else at Mouser,
 * whatever else Mouser's search takes for it.
 */
export function createMouser(
  { apiKey, apiUrl, log, timeoutMs = TIMEOUT_MS }: MouserOptions,
): Omit<Supplier, 'limits'> {
  const base = apiUrl ?? MOUSER_API_URL;
  const name = new URL(base).origin === new URL(MOUSER_API_URL).origin
    ? mouser.name
    : `${mouser.name}-sandbox`;
  const address = `${base.replace(/\/$/, '')}/search/partnumber?apiKey=${encodeURIComponent(apiKey)}`;

  async function ask(numbers: readonly string[], signal: AbortSignal): Promise<Reply | SupplierFailure> {
    const mouserPartNumber = numbers.join('|');
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ SearchByPartRequest: { mouserPartNumber, partSearchOptions: 'Exact' } }),
        // The key is in the address: it must not follow anybody to another one.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      return readReply(response, await response.text());
    } catch (error) {
      signal.throwIfAborted();
      // Names only: the messages of a failed fetch quote the address, and with it the key.
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      if (!isTimeout) log('supplier_unreachable', { supplier: name, error: errorName(error) });
      return { kind: 'transient', reason: isTimeout ? 'timeout' : 'unreachable' };
    }
  }

  return {
    name,
    batchSize: NUMBERS_PER_CALL,
    takes: (number) => NUMBER.test(number),
    async lookup(numbers, signal) {
      const reply = await ask(numbers, signal);
      if ('kind' in reply) return new Map(numbers.map((number) => [number, reply]));
      const { answers, unreadable } = readAnswers(numbers, reply, `supplier:${name}`);
      if (unreadable.prices > 0 || unreadable.parts > 0) {
        log('supplier_answer_unreadable', { supplier: name, ...unreadable });
      }
      return answers;
    },
  };
}

function readReply(response: Response, body: string): Reply | SupplierFailure {
  const wait = retryAfterMs(response.headers.get('retry-after'));
  const because = (kind: SupplierFailure['kind'], reason: string): SupplierFailure => (
    { kind, reason, ...(wait === null ? {} : { retryAfterMs: wait }) }
  );
  const parsed = Reply.safeParse(parseJson(body));
  const error = parsed.data?.Errors?.[0];
  if (error) {
    const about = `${error.ResourceKey ?? ''} ${error.PropertyName ?? ''}`;
    switch (error.Code) {
      case 'TooManyRequests':
        return because('over_quota', 'too_many_requests');
      case 'Required':
      case 'Invalid':
        if (/InvalidIdentifier|API ?Key/i.test(about)) return because('misconfigured', 'key_refused');
        return because('permanent', 'question_refused');
      case 'InvalidCharacters':
        return because('permanent', 'invalid_characters');
      default:
        return because('transient', 'unknown_error');
    }
  }
  const { status } = response;
  if (status === 429) return because('over_quota', 'too_many_requests');
  if (status === 401 || status === 403) return because('misconfigured', 'key_refused');
  if (status === 404 || status === 0 || (status >= 300 && status < 400)) {
    return because('misconfigured', 'wrong_address');
  }
  if (status !== 200) return because('transient', `status_${status}`);
  if (!parsed.data?.SearchResults) return because('transient', 'malformed');
  return parsed.data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Seconds or a date, as HTTP has it; null for anything else. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(0, Math.round(ms)), MAX_RETRY_AFTER_MS) : null;
}

interface Matchable extends ReadPart {
  readonly supplierNumber: string;
  readonly offers: readonly SupplierOffer[];
}

function readAnswers(numbers: readonly string[], reply: Reply, source: string) {
  const { NumberOfResult = 0, Parts = [] } = reply.SearchResults ?? {};
  const parts = Parts.flatMap((part) => MouserPart.safeParse(part).data ?? []);
  // One answer writes its prices in one way, so they are read together.
  const prices = readPrices(parts.flatMap(({ PriceBreaks }) => PriceBreaks.map(({ Price }) => Price)));
  const unreadable = { parts: Parts.length - parts.length, prices: 0 };

  const read = parts.flatMap((part): Matchable[] => {
    const breaks = part.PriceBreaks.flatMap(({ Quantity, Currency }) => {
      const price = prices.shift() ?? null;
      const currency = currencyCode(Currency);
      if (price !== null && currency !== null) return [{ quantity: Quantity, price, currency }];
      unreadable.prices += 1;
      return [];
    }).sort((a, b) => a.quantity - b.quantity);
    const found = readPart(part, source);
    if (!found) return [];
    return [{
      ...found,
      supplierNumber: part.MouserPartNumber,
      offers: found.offer ? [{ ...found.offer, price_breaks: breaks }] : [],
    }];
  });

  // An answer that was cut off, or that could not be read whole, does not say what there is not.
  const isWhole = unreadable.parts === 0 && Parts.length < PARTS_PER_ANSWER && NumberOfResult <= Parts.length;
  const answers = new Map(numbers.map((number): [string, PartAnswer] => {
    const [first, ...others] = byManufacturer(partsAskedFor(number, read));
    if (first) return [number, { kind: 'found', findings: [first, ...others] }];
    return [number, isWhole ? { kind: 'not_found' } : { kind: 'transient', reason: 'incomplete' }];
  }));
  return { answers, unreadable };
}

/** The same part in several packings is one finding with several offers. */
function byManufacturer(parts: readonly Matchable[]): SupplierFinding[] {
  const manufacturers = new Map<string, Matchable[]>();
  for (const part of parts) {
    manufacturers.set(part.manufacturer, [...manufacturers.get(part.manufacturer) ?? [], part]);
  }
  return [...manufacturers.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { mpn, manufacturer, fields } = first;
    return [{ mpn, manufacturer, fields, offers: same.flatMap(({ offers }) => offers) }];
  });
}

/** ISO 4217; Mouser calls the yuan by its everyday name. */
function currencyCode(said: string): string | null {
  const code = said === 'RMB' ? 'CNY' : said;
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
