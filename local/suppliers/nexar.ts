/** How Nexar speaks: tokens of a day, GraphQL, errors with status 200, and every part of an answer counted. */
import { giveToken, hasToken } from './oauth.ts';
import { describe, partsLike, partsWith, type SandboxPart, SITE } from './parts.ts';
import type { Dialect } from './stand-in.ts';

const TOKEN_SECONDS = 86_400;
const MAX_QUERIES = 100;

interface Query {
  readonly mpn: string;
  readonly reference: string;
  readonly limit: number;
}

export const nexar: Dialect = {
  settings: (key, origin) => ({ NEXAR_CLIENT_ID: key, NEXAR_CLIENT_SECRET: key, NEXAR_API_URL: origin }),
  async read(request, path, key) {
    if (path === '/connect/token') return await giveToken(request, key, TOKEN_SECONDS);
    if (path !== '/graphql' || request.method !== 'POST') return new Response(null, { status: 404 });
    if (!hasToken(request, key)) return new Response(null, { status: 401 });
    const body = await request.json().catch(() => null); // not JSON: refused like any other wrong body
    const queries: readonly Query[] | undefined = body?.variables?.queries;
    if (!/\bsupMultiMatch\b/.test(body?.query ?? '') || !queries?.length || queries.length > MAX_QUERIES) {
      return Response.json({ errors: [{ message: 'The query is invalid.' }] }, { status: 400 });
    }
    const currency: string = body.variables.currency;
    const partsOf = (query: Query) => partsLike(query.mpn, 'nexar').slice(0, query.limit);
    return {
      numbers: queries.map(({ mpn }) => mpn),
      parts: queries.reduce((sum, query) => sum + partsOf(query).length, 0),
      answer: (what) =>
        Response.json({
          data: {
            // in whichever order: the reference says which is which
            supMultiMatch: queries.toReversed().map((query) => {
              const parts = what === 'other_parts'
                ? partsWith('SBX-RES-10K', 'nexar')
                : what === 'cut_off'
                ? []
                : partsOf(query);
              return {
                hits: hitsOf(what, query, parts),
                reference: query.reference,
                parts: parts.map((part) => wirePart(part, currency)),
              };
            }),
          },
        }),
    };
  },
  refuse(kind) {
    if (kind === 'quota') return failed('You have exceeded your part limit of 100.', 'QUOTA');
    if (kind === 'bad_key') return failed('The current user is not authorized.', 'AUTH_NOT_AUTHORIZED');
    return failed('Unexpected Execution Error', 'UNKNOWN');
  },
};

/** All that match, however few of them were asked for. */
function hitsOf(
  what: 'known' | 'other_parts' | 'cut_off',
  query: Query,
  parts: readonly SandboxPart[],
): number {
  if (what === 'cut_off') return query.limit + 1;
  return what === 'known' ? partsLike(query.mpn, 'nexar').length : parts.length;
}

/** GraphQL reports its errors with status 200. */
const failed = (message: string, code: string) =>
  Response.json({ errors: [{ message, extensions: { code } }], data: null });

const LIVES = {
  preview: 'Preliminary',
  active: 'Production (Last Updated: 2 months ago)',
  nrnd: 'NRND',
  end_of_life: 'EOL',
  obsolete: 'Obsolete',
  odd: 'Contact manufacturer',
} as const;

const ROHS = {
  compliant: 'Compliant',
  exempt: 'Compliant with Exemption',
  non_compliant: 'Non-Compliant',
  unknown: 'Unknown',
} as const;

function wirePart(part: SandboxPart, currency: string) {
  const { mpn, manufacturer, life, rohs, stock, prices } = part;
  const offer = (inventoryLevel: number, more: object = {}) => ({
    sku: mpn,
    clickUrl: `${SITE}/nexar/${mpn}`,
    inventoryLevel,
    moq: 1,
    orderMultiple: 1,
    packaging: 'Cut Tape',
    prices: prices.map(([quantity, price]) => ({ quantity, price, currency })),
    ...more,
  });
  return {
    mpn,
    manufacturer: { name: manufacturer },
    shortDescription: describe(part),
    octopartUrl: `${SITE}/octopart/${mpn}`,
    bestDatasheet: { url: `${SITE}/${mpn}.pdf` },
    specs: [
      { attribute: { shortname: 'lifecyclestatus' }, displayValue: LIVES[life] },
      { attribute: { shortname: 'rohs' }, displayValue: ROHS[rohs] },
    ],
    // two sellers with one number
    sellers: prices.length === 0 ? [] : [
      { company: { name: 'Sandbox Parts' }, offers: [offer(stock)] },
      {
        company: { name: 'Sandbox Store' },
        offers: [
          offer(-3, {
            packaging: '',
            prices: prices.map(([quantity, price]) => ({ quantity, price, currency: 'EUR' })),
          }),
        ],
      },
    ],
  };
}
