/** Mouser's Search API, version 1. Up to ten part numbers a call; most errors come with status 200. */
import { z } from 'zod';
import { httpUrl } from '../../environment.ts';
import type { Log } from '../../log.ts';
import { defineSupplier } from '../definition.ts';
import { answerFrom, type ReadPart } from '../findings.ts';
import { because, createCall, failureOf, type HttpAnswer, parseJson } from '../http.ts';
import { nameAt, type PartQuestion, type Supplier, type SupplierFailure } from '../port.ts';
import { readPrices } from '../price.ts';
import { currencyCode } from '../texts.ts';
import { CALL_LIMITS, NUMBER, NUMBERS_PER_CALL, PARTS_PER_ANSWER, TIMEOUT_MS } from './limits.ts';
import { MouserPart, readPart } from './read.ts';

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
  const name = nameAt(mouser.name, base, MOUSER_API_URL);
  const address = `${base.replace(/\/$/, '')}/search/partnumber?apiKey=${encodeURIComponent(apiKey)}`;
  const call = createCall({ supplier: name, timeoutMs, log });

  return {
    name,
    batchSize: NUMBERS_PER_CALL,
    sellsAs: /^mouser\b/i,
    distributor: 'Mouser',
    takes: (number) => NUMBER.test(number),
    async lookup(questions, signal) {
      const mouserPartNumber = questions.map(({ mpn }) => mpn).join('|');
      const answer = await call(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ SearchByPartRequest: { mouserPartNumber, partSearchOptions: 'Exact' } }),
      }, signal);
      const reply = 'kind' in answer ? answer : readReply(answer);
      if ('kind' in reply) return new Map(questions.map(({ key }) => [key, reply]));
      const { answers, unreadable } = readAnswers(questions, reply, `supplier:${name}`);
      if (unreadable.prices > 0 || unreadable.parts > 0) {
        log('supplier_answer_unreadable', { supplier: name, ...unreadable });
      }
      return answers;
    },
  };
}

function readReply(answer: HttpAnswer): Reply | SupplierFailure {
  const parsed = Reply.safeParse(parseJson(answer.body));
  const error = parsed.data?.Errors?.[0];
  if (error) {
    const about = `${error.ResourceKey ?? ''} ${error.PropertyName ?? ''}`;
    switch (error.Code) {
      case 'TooManyRequests':
        return because(answer, 'over_quota', 'too_many_requests');
      case 'Required':
      case 'Invalid':
        if (/InvalidIdentifier|API ?Key/i.test(about)) return because(answer, 'misconfigured', 'key_refused');
        return because(answer, 'permanent', 'question_refused');
      case 'InvalidCharacters':
        return because(answer, 'permanent', 'invalid_characters');
      default:
        return because(answer, 'transient', 'unknown_error');
    }
  }
  const failure = failureOf(answer);
  if (failure) return failure;
  if (!parsed.data?.SearchResults) return because(answer, 'transient', 'malformed');
  return parsed.data;
}

function readAnswers(questions: readonly PartQuestion[], reply: Reply, source: string) {
  const { NumberOfResult = 0, Parts = [] } = reply.SearchResults ?? {};
  const parts = Parts.flatMap((part) => MouserPart.safeParse(part).data ?? []);
  // One answer writes its prices in one way, so they are read together.
  const prices = readPrices(parts.flatMap(({ PriceBreaks }) => PriceBreaks.map(({ Price }) => Price)));
  const unreadable = { parts: Parts.length - parts.length, prices: 0 };

  const read = parts.flatMap((part): ReadPart[] => {
    const breaks = part.PriceBreaks.flatMap(({ Quantity, Currency }) => {
      const price = prices.shift() ?? null;
      const currency = currencyCode(Currency);
      if (price !== null && currency !== null) return [{ quantity: Quantity, price, currency }];
      unreadable.prices += 1;
      return [];
    }).sort((a, b) => a.quantity - b.quantity);
    const found = readPart(part, source);
    if (!found) return [];
    const { offer, ...known } = found;
    return [{
      ...known,
      supplierNumber: part.MouserPartNumber,
      offers: offer ? [{ ...offer, price_breaks: breaks }] : [],
    }];
  });

  // An answer that was cut off, or that could not be read whole, does not say what there is not.
  const isWhole = unreadable.parts === 0 && Parts.length < PARTS_PER_ANSWER && NumberOfResult <= Parts.length;
  const answers = new Map(questions.map((question) => [question.key, answerFrom(question, read, isWhole)]));
  return { answers, unreadable };
}
