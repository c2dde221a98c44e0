/** DigiKey's Product Information API, version 4. A search a part number; the token lasts for ten minutes. */
import { z } from 'zod';
import { httpUrl } from '../../environment.ts';
import type { Log } from '../../log.ts';
import { defineSupplier } from '../definition.ts';
import { answerFrom } from '../findings.ts';
import { because, createCall, failureOf, type HttpAnswer, parseJson } from '../http.ts';
import { nameAt, type PartAnswer, type PartQuestion, type Supplier, type SupplierFailure } from '../port.ts';
import { currencyCode } from '../texts.ts';
import { callWithToken, createTokenSource } from '../token.ts';
import { CALL_LIMITS, NUMBER, PRODUCTS_PER_ANSWER, TIMEOUT_MS } from './limits.ts';
import { Product, readProduct } from './read.ts';

/** Where DigiKey itself answers. Any other address, its own sandbox included, is marked as sandbox. */
const DIGIKEY_API_URL = 'https://api.digikey.com';

/** On with an id and a secret, and off without. */
export const digikey = defineSupplier({
  name: 'digikey',
  limits: CALL_LIMITS,
  env: {
    DIGIKEY_CLIENT_ID: z.string().trim().min(1),
    DIGIKEY_CLIENT_SECRET: z.string().trim().min(1),
    DIGIKEY_API_URL: httpUrl.optional(),
    DIGIKEY_SITE: z.string().regex(/^[A-Z]{2}$/, 'must be a country of DigiKey, such as US or DE').optional(),
    DIGIKEY_CURRENCY: z.string().regex(/^[A-Z]{3}$/, 'must be a currency, such as USD or EUR').optional(),
  },
  create: (env, { log }) =>
    createDigiKey({
      clientId: env.DIGIKEY_CLIENT_ID,
      clientSecret: env.DIGIKEY_CLIENT_SECRET,
      apiUrl: env.DIGIKEY_API_URL ?? null,
      site: env.DIGIKEY_SITE ?? 'US',
      currency: env.DIGIKEY_CURRENCY ?? 'USD',
      log,
    }),
});

const Reply = z.object({
  Products: z.array(z.unknown()),
  ExactMatches: z.array(z.unknown()).nullish(),
  ProductsCount: z.int().nonnegative().nullish(),
  SearchLocaleUsed: z.object({ Currency: z.string().nullish() }).nullish(),
});
type Reply = z.infer<typeof Reply>;

export interface DigiKeyOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null for DigiKey's own. */
  readonly apiUrl: string | null;
  /** The country whose site is asked, and the currency of its prices. */
  readonly site: string;
  readonly currency: string;
  readonly log: Log;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

export function createDigiKey(
  { clientId, clientSecret, apiUrl, site, currency, log, timeoutMs = TIMEOUT_MS, now }: DigiKeyOptions,
): Omit<Supplier, 'limits'> {
  const base = (apiUrl ?? DIGIKEY_API_URL).replace(/\/$/, '');
  const name = nameAt(digikey.name, base, DIGIKEY_API_URL);
  const call = createCall({ supplier: name, timeoutMs, log });
  const tokens = createTokenSource({
    call,
    address: `${base}/v1/oauth2/token`,
    form: { client_id: clientId, client_secret: clientSecret },
    ...(now && { now }),
  });

  const search = (token: string, { mpn }: PartQuestion, signal: AbortSignal) =>
    call(`${base}/products/v4/search/keyword`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'x-digikey-client-id': clientId,
        'x-digikey-locale-site': site,
        'x-digikey-locale-language': 'en',
        'x-digikey-locale-currency': currency,
      },
      body: JSON.stringify({ Keywords: mpn, Limit: PRODUCTS_PER_ANSWER, Offset: 0 }),
    }, signal);

  async function ask(question: PartQuestion, signal: AbortSignal): Promise<PartAnswer> {
    const answer = await callWithToken(tokens, (token) => search(token, question, signal), signal);
    const reply = 'kind' in answer ? answer : readReply(answer);
    if ('kind' in reply) return reply;
    const { found, unreadable } = readAnswer(question, reply, `supplier:${name}`);
    if (unreadable > 0) log('supplier_answer_unreadable', { supplier: name, prices: 0, parts: unreadable });
    return found;
  }

  return {
    name,
    batchSize: 1,
    sellsAs: /^digi-?key\b/i,
    distributor: 'DigiKey',
    takes: (number) => NUMBER.test(number),
    async lookup(questions, signal) {
      const answers = new Map<string, PartAnswer>();
      for (const question of questions) answers.set(question.key, await ask(question, signal));
      return answers;
    },
  };
}

function readReply(answer: HttpAnswer): Reply | SupplierFailure {
  const { status, headers } = answer;
  if (status === 400) return because(answer, 'permanent', 'question_refused');
  if (status === 429 && !headers.has('retry-after')) {
    // The burst says when it is over in a header of its own; the day is over when nothing remains of it.
    const reset = headers.get('x-burstlimit-reset') ?? '';
    if (/^\d{1,5}$/.test(reset)) {
      return { kind: 'over_quota', reason: 'burst_limit', retryAfterMs: Number(reset) * 1000 };
    }
    if (headers.get('x-ratelimit-remaining') === '0') return { kind: 'over_quota', reason: 'day_used_up' };
  }
  const failure = failureOf(answer);
  if (failure) return failure;
  return Reply.safeParse(parseJson(answer.body)).data ?? because(answer, 'transient', 'malformed');
}

function readAnswer(question: PartQuestion, reply: Reply, source: string) {
  const sent = [...reply.ExactMatches ?? [], ...reply.Products];
  const read = sent.flatMap((product) => Product.safeParse(product).data ?? []);
  const unreadable = sent.length - read.length;
  // What matches exactly may stand among the others once more.
  const products = new Map(
    read.map((product) => [`${product.Manufacturer?.Name} ${product.ManufacturerProductNumber}`, product]),
  );
  const currency = currencyCode(reply.SearchLocaleUsed?.Currency ?? '');
  const parts = [...products.values()].flatMap((product) => readProduct(product, currency, source));
  // All that match exactly are there; of the others, only so many.
  const isCutOff = !reply.ExactMatches && (reply.ProductsCount ?? 0) > reply.Products.length;
  return { found: answerFrom(question, parts, unreadable === 0 && !isCutOff), unreadable };
}
