/** element14's Product Search API, which is Farnell's and Newark's, too. A search a part number, two a second. */
import { z } from 'zod';
import { httpUrl } from '../../environment.ts';
import type { Log } from '../../log.ts';
import { defineSupplier } from '../definition.ts';
import { answerFrom } from '../findings.ts';
import { because, createCall, failureOf, type HttpAnswer, parseJson } from '../http.ts';
import { createPace } from '../pace.ts';
import { nameAt, type PartAnswer, type PartQuestion, type Supplier, type SupplierFailure } from '../port.ts';
import { CALL_LIMITS, NUMBER, PAUSE_MS, PRODUCTS_PER_ANSWER, STORES, TIMEOUT_MS } from './limits.ts';
import { Product, readProduct } from './read.ts';

/** Where element14 itself answers. Any other address is not element14, and its answers are marked as sandbox. */
const ELEMENT14_API_URL = 'https://api.element14.com';

/** On with a key, and off without. */
export const element14 = defineSupplier({
  name: 'element14',
  limits: CALL_LIMITS,
  env: {
    ELEMENT14_API_KEY: z.string().trim().min(1),
    ELEMENT14_API_URL: httpUrl.optional(),
    ELEMENT14_STORE: z.enum(Object.keys(STORES)).optional(),
  },
  create: ({ ELEMENT14_API_KEY, ELEMENT14_API_URL, ELEMENT14_STORE }, { log }) =>
    createElement14({
      apiKey: ELEMENT14_API_KEY,
      apiUrl: ELEMENT14_API_URL ?? null,
      store: ELEMENT14_STORE ?? 'uk.farnell.com',
      log,
    }),
});

/** One of these, by what was searched for. */
const ROOTS = [
  'manufacturerPartNumberSearchReturn',
  'premierFarnellPartNumberReturn',
  'keywordSearchReturn',
] as const;

const Found = z.object({
  numberOfResults: z.int().nonnegative(),
  // Where nothing was found, there is no list at all.
  products: z.array(z.unknown()).nullish().transform((products) => products ?? []),
});
type Found = z.infer<typeof Found>;

export interface Element14Options {
  readonly apiKey: string;
  /** Null for element14's own. */
  readonly apiUrl: string | null;
  /** One of STORES. */
  readonly store: string;
  readonly log: Log;
  readonly timeoutMs?: number;
}

export function createElement14(
  { apiKey, apiUrl, store, log, timeoutMs = TIMEOUT_MS }: Element14Options,
): Omit<Supplier, 'limits'> {
  const base = (apiUrl ?? ELEMENT14_API_URL).replace(/\/$/, '');
  const name = nameAt(element14.name, base, ELEMENT14_API_URL);
  const currency = STORES[store];
  if (currency === undefined) throw new Error(`${store} is no store of element14.`);
  const call = createCall({ supplier: name, timeoutMs, log });
  const turn = createPace(name === element14.name ? PAUSE_MS : 0);

  async function ask(question: PartQuestion, signal: AbortSignal): Promise<PartAnswer> {
    await turn(signal);
    const query = new URLSearchParams({
      'term': `${question.isSuppliersOwn ? 'id' : 'manuPartNum'}:${question.mpn}`,
      'storeInfo.id': store,
      'callInfo.apiKey': apiKey,
      'callInfo.responseDataFormat': 'JSON',
      'resultsSettings.offset': '0',
      'resultsSettings.numberOfResults': String(PRODUCTS_PER_ANSWER),
      'resultsSettings.responseGroup': 'large',
      'versionNumber': '1.4',
    });
    const answer = await call(
      `${base}/catalog/products?${query}`,
      { headers: { accept: 'application/json' } },
      signal,
    );
    const reply = 'kind' in answer ? answer : readReply(answer);
    if ('kind' in reply) return reply;
    const read = reply.products.flatMap((product) => Product.safeParse(product).data ?? []);
    const unreadable = reply.products.length - read.length;
    if (unreadable > 0) log('supplier_answer_unreadable', { supplier: name, prices: 0, parts: unreadable });
    const parts = read.flatMap((product) => readProduct(product, currency!, `supplier:${name}`) ?? []);
    return answerFrom(question, parts, unreadable === 0 && reply.numberOfResults <= reply.products.length);
  }

  return {
    name,
    batchSize: 1,
    // Newark has order numbers of its own; all others share Farnell's.
    distributor: store.endsWith('.newark.com') ? 'Newark' : 'Farnell',
    sellsAs: /^(element ?14|farnell|newark)\b/i,
    takes: (number) => NUMBER.test(number),
    async lookup(questions, signal) {
      const answers = new Map<string, PartAnswer>();
      for (const question of questions) answers.set(question.key, await ask(question, signal));
      return answers;
    },
  };
}

function readReply(answer: HttpAnswer): Found | SupplierFailure {
  const { status, body } = answer;
  // Its gateway refuses frequent calls and missing keys with the same status; the text tells them apart.
  if (status === 403 && /over qps/i.test(body)) {
    return { kind: 'over_quota', reason: 'over_qps', retryAfterMs: 2 * PAUSE_MS };
  }
  if (status === 403 && /over rate/i.test(body)) return because(answer, 'over_quota', 'day_used_up');
  if (status === 400) return because(answer, 'permanent', 'question_refused');
  const failure = failureOf(answer);
  if (failure) return failure;
  const reply = z.record(z.string(), z.unknown()).safeParse(parseJson(body)).data ?? {};
  const root = ROOTS.find((name) => name in reply);
  return (root && Found.safeParse(reply[root]).data) ?? because(answer, 'transient', 'malformed');
}
