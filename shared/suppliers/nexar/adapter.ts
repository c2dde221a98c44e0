/** Nexar's Supply API, formerly Octopart's: GraphQL, many questions a call, and every part of an answer is counted. */
import { z } from 'zod';
import { httpUrl } from '../../environment.ts';
import type { Log } from '../../log.ts';
import { agreesWith } from '../../parts/manufacturers.ts';
import { defineSupplier } from '../definition.ts';
import { answerFrom } from '../findings.ts';
import { because, createCall, failureOf, type HttpAnswer, parseJson } from '../http.ts';
import { nameAt, type PartAnswer, type PartQuestion, type Supplier, type SupplierFailure } from '../port.ts';
import { callWithToken, createTokenSource } from '../token.ts';
import { CALL_LIMITS, NUMBER, PARTS_PER_QUESTION, QUESTIONS_PER_CALL, TIMEOUT_MS } from './limits.ts';
import { NexarPart, PART_FIELDS, readPart } from './read.ts';

/** Where Nexar itself answers, and gives tokens. Any other address is not Nexar, and its answers are marked as sandbox. */
const NEXAR_API_URL = 'https://api.nexar.com';
const NEXAR_TOKEN_URL = 'https://identity.nexar.com';

/** On with an id and a secret, and off without. */
export const nexar = defineSupplier({
  name: 'nexar',
  limits: CALL_LIMITS,
  env: {
    NEXAR_CLIENT_ID: z.string().trim().min(1),
    NEXAR_CLIENT_SECRET: z.string().trim().min(1),
    NEXAR_API_URL: httpUrl.optional(),
    NEXAR_COUNTRY: z.string().regex(/^[A-Z]{2}$/, 'must be a country, such as US or DE').optional(),
    NEXAR_CURRENCY: z.string().regex(/^[A-Z]{3}$/, 'must be a currency, such as USD or EUR').optional(),
  },
  create: (env, { log }) =>
    createNexar({
      clientId: env.NEXAR_CLIENT_ID,
      clientSecret: env.NEXAR_CLIENT_SECRET,
      apiUrl: env.NEXAR_API_URL ?? null,
      country: env.NEXAR_COUNTRY ?? 'US',
      currency: env.NEXAR_CURRENCY ?? 'USD',
      log,
    }),
});

const QUERY = `query ($queries: [SupPartMatchQuery!]!, $country: String!, $currency: String!) {
  supMultiMatch(queries: $queries, country: $country, currency: $currency) {
    hits
    reference
    parts {
      ${PART_FIELDS}
    }
  }
}`;

const Matched = z.object({
  hits: z.int().nonnegative(),
  reference: z.string(),
  parts: z.array(z.unknown()).nullish().transform((parts) => parts ?? []),
});
type Matched = z.infer<typeof Matched>;

const Reply = z.object({
  data: z.object({ supMultiMatch: z.array(Matched).nullish() }).nullish(),
  errors: z.array(z.object({
    message: z.string().nullish(),
    extensions: z.object({ code: z.string().nullish() }).nullish(),
  })).nullish(),
});

export interface NexarOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null for Nexar's own; elsewhere, tokens come from the same address. */
  readonly apiUrl: string | null;
  readonly country: string;
  readonly currency: string;
  readonly log: Log;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

export function createNexar(
  { clientId, clientSecret, apiUrl, country, currency, log, timeoutMs = TIMEOUT_MS, now }: NexarOptions,
): Omit<Supplier, 'limits'> {
  const base = (apiUrl ?? NEXAR_API_URL).replace(/\/$/, '');
  const name = nameAt(nexar.name, base, NEXAR_API_URL);
  const call = createCall({ supplier: name, timeoutMs, log });
  const tokens = createTokenSource({
    call,
    address: `${name === nexar.name ? NEXAR_TOKEN_URL : base}/connect/token`,
    form: { client_id: clientId, client_secret: clientSecret, scope: 'supply.domain' },
    ...(now && { now }),
  });

  const ask = (token: string, questions: readonly PartQuestion[], signal: AbortSignal) =>
    call(`${base}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({
        query: QUERY,
        variables: {
          // By number alone: asked for a manufacturer's part, nobody would learn that another has the number, too.
          queries: questions.map(({ mpn }, i) => (
            { mpn, reference: String(i), start: 0, limit: PARTS_PER_QUESTION }
          )),
          country,
          currency,
        },
      }),
    }, signal);

  return {
    name,
    batchSize: QUESTIONS_PER_CALL,
    // It minds separators itself, and each further spelling would be counted.
    spellings: 1,
    takes: (number) => NUMBER.test(number),
    async lookup(questions, signal) {
      const answer = await callWithToken(tokens, (token) => ask(token, questions, signal), signal);
      const matched = 'kind' in answer ? answer : readReply(answer);
      if ('kind' in matched) return new Map(questions.map(({ key }) => [key, matched]));
      const byReference = new Map(matched.map((match) => [match.reference, match]));
      let unreadable = 0;
      const answers = new Map(questions.map((question, i): [string, PartAnswer] => {
        const match = byReference.get(String(i));
        if (!match) return [question.key, { kind: 'transient', reason: 'incomplete' }];
        const read = match.parts.flatMap((part) => NexarPart.safeParse(part).data ?? []);
        unreadable += match.parts.length - read.length;
        return [question.key, answerTo(question, match, read, `supplier:${name}`)];
      }));
      if (unreadable > 0) log('supplier_answer_unreadable', { supplier: name, prices: 0, parts: unreadable });
      return answers;
    },
  };
}

function answerTo(
  question: PartQuestion,
  { hits, parts: sent }: Matched,
  read: readonly NexarPart[],
  source: string,
): PartAnswer {
  const parts = read.flatMap((part) => readPart(part, source) ?? []);
  const isWhole = read.length === sent.length && hits <= sent.length;
  const answer = answerFrom(question, parts, isWhole);
  if (answer.kind === 'not_found') return { ...answer, parts: sent.length };
  // More manufacturers have the number than were paid for: asked again, it would say the same.
  if (answer.kind !== 'found') return { kind: 'permanent', reason: 'more_than_asked_for' };
  const { manufacturer } = question;
  const isNamed = manufacturer === null ||
    answer.findings.some((finding) => agreesWith(manufacturer, finding.manufacturer) !== null);
  if (isWhole) return { ...answer, parts: sent.length };
  return isNamed
    ? { ...answer, has_more: true, parts: sent.length }
    : { kind: 'permanent', reason: 'more_than_asked_for' };
}

/** GraphQL reports its errors with status 200, and may answer in part: what a plan does not include is left out. */
function readReply(answer: HttpAnswer): readonly Matched[] | SupplierFailure {
  const { data: reply } = Reply.safeParse(parseJson(answer.body));
  if (answer.status === 200 && reply?.data?.supMultiMatch) return reply.data.supMultiMatch;
  const error = reply?.errors?.[0];
  const failure = failureOf(answer);
  if (error && (failure === null || answer.status === 400)) {
    const said = `${error.message ?? ''} ${error.extensions?.code ?? ''}`;
    if (/part limit|exceeded|quota/i.test(said)) return because(answer, 'over_quota', 'parts_used_up');
    if (/auth|credential|permission/i.test(said)) return because(answer, 'misconfigured', 'key_refused');
    return because(answer, 'transient', 'unknown_error');
  }
  return failure ?? because(answer, 'transient', 'malformed');
}
