/** How DigiKey speaks: tokens of ten minutes, one number a call, problem+json, and what is left of its day in headers. */
import { giveToken, hasToken } from './oauth.ts';
import { describe, partsLike, partsWith, type SandboxPart, SITE } from './parts.ts';
import type { Dialect } from './stand-in.ts';

const TOKEN_SECONDS = 599;
const DAY = 1000;

export const digikey: Dialect = {
  settings: (key, origin) => ({
    DIGIKEY_CLIENT_ID: key,
    DIGIKEY_CLIENT_SECRET: key,
    DIGIKEY_API_URL: origin,
  }),
  async read(request, path, key) {
    if (path === '/v1/oauth2/token') return await giveToken(request, key, TOKEN_SECONDS);
    if (path !== '/products/v4/search/keyword' || request.method !== 'POST') {
      return problem(404, 'Not Found', 'Resource not found');
    }
    if (!hasToken(request, key)) return problem(401, 'Unauthorized', 'Bearer token expired');
    if (request.headers.get('x-digikey-client-id') !== key) return problem(401, 'Unauthorized', 'Client id');
    const body = await request.json().catch(() => null); // not JSON: refused like any other wrong body
    const { Keywords, Limit } = body ?? {};
    if (typeof Keywords !== 'string' || Keywords === '' || !(Limit >= 1 && Limit <= 50)) {
      return problem(400, 'Bad Request', 'One or more validation errors occurred.');
    }
    const Currency = request.headers.get('x-digikey-locale-currency') ?? 'USD';
    return {
      numbers: [Keywords],
      answer(what) {
        // It finds its own numbers, too.
        const mpn = Keywords.replace(/-(?:TR|CT|DKR|MP)-ND$/i, '');
        const exact = what === 'known' ? partsWith(mpn, 'digikey') : [];
        const products = what === 'other_parts'
          ? partsWith('SBX-RES-10K', 'digikey')
          : what === 'cut_off'
          ? []
          : partsLike(mpn, 'digikey');
        return Response.json({
          Products: products.slice(0, Limit).map(product),
          ProductsCount: what === 'cut_off' ? Limit + 1 : products.length,
          // a search that was cut off says nothing of what matches exactly
          ExactMatches: what === 'cut_off' ? null : exact.map(product),
          SearchLocaleUsed: { Site: 'US', Language: 'en', Currency },
        }, { headers: { 'x-ratelimit-limit': String(DAY), 'x-ratelimit-remaining': String(DAY - 1) } });
      },
    };
  },
  refuse(kind) {
    if (kind === 'quota') {
      return Response.json({
        ErrorResponseVersion: '3.0.0.0',
        StatusCode: 429,
        ErrorMessage: 'Daily Ratelimit exceeded',
        ErrorDetails: 'Daily Ratelimit exceeded',
        RequestId: 'sandbox',
        ValidationErrors: [],
      }, { status: 429, headers: { 'x-ratelimit-limit': String(DAY), 'x-ratelimit-remaining': '0' } });
    }
    if (kind === 'bad_key') return problem(401, 'Unauthorized', 'The Bearer token is invalid');
    return problem(500, 'Internal Server Error', 'An error occurred');
  },
};

function problem(status: number, title: string, detail: string): Response {
  return Response.json({
    type: 'about:blank',
    title,
    status,
    detail,
    instance: '/',
    correlationId: 'sandbox',
    errors: {},
  }, {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

const STATUSES = {
  preview: { Id: 12, Status: 'Preliminary' },
  active: { Id: 0, Status: 'Active' },
  nrnd: { Id: 7, Status: 'Not For New Designs' },
  end_of_life: { Id: 4, Status: 'Last Time Buy' },
  obsolete: { Id: 1, Status: 'Obsolete' },
  odd: { Id: 99, Status: 'Nur auf Anfrage' },
} as const;

const ROHS = {
  compliant: 'ROHS3 Compliant',
  exempt: 'RoHS Compliant By Exemption',
  non_compliant: 'RoHS non-compliant',
  unknown: 'Not Applicable',
} as const;

function product(part: SandboxPart) {
  const { mpn, manufacturer, life, rohs, stock, marketplace } = part;
  return {
    Description: { ProductDescription: 'SANDBOX', DetailedDescription: describe(part) },
    Manufacturer: { Id: 1, Name: manufacturer },
    ManufacturerProductNumber: mpn,
    UnitPrice: part.prices[0]?.[1] ?? 0,
    ProductUrl: `${SITE}/digikey/${mpn}`,
    ...(part.isReal ? {} : { DatasheetUrl: `${SITE}/${mpn}.pdf` }),
    ProductVariations: variationsOf(part),
    // everything of everybody, which is what must not be taken for what is in stock
    QuantityAvailable: stock + (marketplace?.stock ?? 0),
    ProductStatus: STATUSES[life],
    Parameters: mpn === 'SBX-RES-10K'
      ? [
        { ParameterId: 2085, ParameterText: 'Resistance', ValueText: '10 kOhms' },
        { ParameterId: 3, ParameterText: 'Tolerance', ValueText: '±1%' },
        { ParameterId: 2, ParameterText: 'Power (Watts)', ValueText: '0.1W, 1/10W' },
        { ParameterId: 16, ParameterText: 'Package / Case', ValueText: '0603 (1608 Metric)' },
        { ParameterId: 5, ParameterText: 'Features', ValueText: '-' },
      ]
      : [],
    ...(part.isReal ? {} : {
      Category: {
        CategoryId: 2,
        Name: 'Resistors',
        ChildCategories: [{ CategoryId: 52, Name: 'Chip Resistor - Surface Mount', ChildCategories: [] }],
      },
    }),
    ManufacturerLeadWeeks: '9',
    Classifications: {
      RohsStatus: ROHS[rohs],
      ...(part.isReal ? {} : { MoistureSensitivityLevel: '1  (Unlimited)', HtsusCode: '8533.21.0030' }),
    },
  };
}

/** A reel, what is cut off it, what is reeled anew, and what somebody else sells: all of them one product. */
function variationsOf({ mpn, manufacturer, stock, prices, reel, marketplace }: SandboxPart) {
  const variation = (id: number, name: string, code: string, more: object = {}) => ({
    DigiKeyProductNumber: `${mpn}${code}-ND`,
    PackageType: { Id: id, Name: name },
    StandardPricing: prices.map(([BreakQuantity, UnitPrice]) => (
      { BreakQuantity, UnitPrice, TotalPrice: BreakQuantity * UnitPrice }
    )),
    MyPricing: [],
    MarketPlace: false,
    Supplier: { Id: 1, Name: manufacturer },
    QuantityAvailableforPackageType: stock,
    MaxQuantityForDistribution: 999_999_999,
    MinimumOrderQuantity: 1,
    StandardPackage: 1,
    DigiReelFee: 0,
    ...more,
  });
  const whole = reel === null ? [] : [
    variation(1, 'Tape & Reel (TR)', '-TR', {
      MinimumOrderQuantity: reel,
      StandardPackage: reel,
      StandardPricing: [{ BreakQuantity: reel, UnitPrice: 0.008, TotalPrice: reel * 0.008 }],
    }),
    variation(243, 'Digi-Reel®', '-DKR', { DigiReelFee: 7 }),
  ];
  const sold = marketplace
    ? [variation(3, 'Bulk', '-MP', {
      MarketPlace: true,
      Supplier: { Id: 2, Name: marketplace.seller },
      StandardPricing: [{ BreakQuantity: marketplace.minimum, UnitPrice: 0.03, TotalPrice: 346.17 }],
      QuantityAvailableforPackageType: marketplace.stock,
      MinimumOrderQuantity: marketplace.minimum,
      MaxQuantityForDistribution: 0,
      StandardPackage: 0,
    })]
    : [];
  return [...whole.slice(0, 1), variation(2, 'Cut Tape (CT)', '-CT'), ...whole.slice(1), ...sold];
}
