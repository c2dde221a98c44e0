/**
 * How element14 speaks: its key in the address, a search that takes a number for the beginning of others, numbers that are those
 * of the shop it is asked for, and 403 for two reasons.
 */
import { describe, partsLike, partsOf, partsWith, type SandboxPart, SITE } from './parts.ts';
import type { Dialect } from './stand-in.ts';

export const element14: Dialect = {
  settings: (key, origin) => ({ ELEMENT14_API_KEY: key, ELEMENT14_API_URL: origin }),
  read(request, path, key) {
    const { searchParams } = new URL(request.url);
    const [, kind, term] = /^(manuPartNum|id):(.+)$/.exec(searchParams.get('term') ?? '') ?? [];
    const most = Number(searchParams.get('resultsSettings.numberOfResults') ?? 10);
    if (path !== '/catalog/products') {
      return Promise.resolve(new Response('<h1>Not Found</h1>', { status: 404 }));
    }
    if (searchParams.get('callInfo.apiKey') !== key) return Promise.resolve(inactive());
    const store = searchParams.get('storeInfo.id');
    const isAsked = term !== undefined && searchParams.get('callInfo.responseDataFormat') === 'JSON' &&
      searchParams.get('resultsSettings.responseGroup') === 'large' && store !== null;
    if (!isAsked) return Promise.resolve(Response.json({ Fault: { Detail: 'invalid' } }, { status: 400 }));
    const numbers = NUMBERS[store.endsWith('newark.com') ? 'newark' : 'farnell'];
    const sold = (part: SandboxPart) => productsOf(part, numbers);
    return Promise.resolve({
      numbers: [term],
      answer(what) {
        if (what === 'cut_off') return found([], most + 1);
        if (kind === 'id' && what !== 'other_parts') {
          const ordered = partsOf('element14').flatMap(sold).filter(({ sku }) => sku === term);
          return found(ordered, ordered.length, 'premierFarnellPartNumberReturn');
        }
        const parts = what === 'other_parts'
          ? partsWith('SBX-RES-10K', 'element14')
          : partsLike(term, 'element14');
        const products = parts.flatMap(sold);
        return found(products.slice(0, most), products.length);
      },
    });
  },
  refuse(kind) {
    if (kind === 'quota') return new Response('<h1>Developer Over Rate</h1>', { status: 403 });
    if (kind === 'bad_key') return inactive();
    return Response.json({ error: { message: 'An error has occurred.' } });
  },
};

const inactive = () => new Response('<h1>Developer Inactive</h1>', { status: 403 });

function found(
  products: readonly unknown[],
  numberOfResults: number,
  root = 'manufacturerPartNumberSearchReturn',
): Response {
  const list = products.length > 0 ? { products } : {};
  return Response.json({ [root]: { numberOfResults, ...list } });
}

const RELEASES = {
  preview: { productStatus: 'STOCKED', releaseStatusCode: '1' },
  active: { productStatus: 'STOCKED', releaseStatusCode: '4' },
  nrnd: { productStatus: 'NO_LONGER_STOCKED' },
  end_of_life: { productStatus: 'STOCKED', releaseStatusCode: '6' },
  obsolete: { productStatus: 'NO_LONGER_MANUFACTURED', releaseStatusCode: '4' },
  odd: { productStatus: 'DIRECT_SHIP' },
} as const;

const ROHS = {
  compliant: 'YES_YES',
  exempt: 'Y-EX_YES',
  non_compliant: 'NO_NO',
  unknown: 'TBA_TBA',
} as const;

/** The numbers of one part: loose, reeled to order, and as a pack. */
type Numbers = (hash: number) => { readonly loose: string; readonly reeled: string; readonly pack: string };

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXY';
/** `42K0815`, and `42AK0815` as later ones are. */
const newarkNumber = (hash: number, letters = ''): string =>
  `${10 + hash % 90}${letters}${LETTERS[hash % LETTERS.length]}${String(hash % 10_000).padStart(4, '0')}`;

/** element14's two shops, of which neither knows the other's numbers. */
const NUMBERS = {
  farnell: (hash) => {
    const loose = String(2_000_000 + hash);
    return { loose, reeled: `${loose}RL`, pack: `${loose.slice(0, 6)}9` };
  },
  newark: (hash) => ({
    loose: newarkNumber(hash),
    reeled: newarkNumber(hash, 'A'),
    pack: newarkNumber(hash, 'B'),
  }),
} as const satisfies Record<string, Numbers>;

/** A part on cut tape, the same reeled to order under its own number, and a pack whose price is of the whole. */
function productsOf(part: SandboxPart, numbers: Numbers) {
  const { mpn, manufacturer, stock, life, rohs, prices, reel } = part;
  const { loose, reeled, pack } = numbers(
    [...manufacturer, ...mpn].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 900_000, 0),
  );
  const product = (more: object) => ({
    sku: loose,
    displayName: `${manufacturer.toUpperCase()} - ${mpn} - ${describe(part)}`,
    ...RELEASES[life],
    rohsStatusCode: ROHS[rohs],
    packSize: 1,
    unitOfMeasure: 'EACH (SUPPLIED ON CUT TAPE)',
    prices: prices.map(([from, cost], i) => ({ from, to: (prices[i + 1]?.[0] ?? 1_000_000_000) - 1, cost })),
    stock: { level: stock, leastLeadTime: 63, status: 1 },
    vendorName: manufacturer.toUpperCase(),
    brandName: manufacturer,
    translatedManufacturerPartNumber: mpn,
    translatedMinimumOrderQuality: 1,
    ...(part.isReal ? {} : {
      datasheets: [{ type: 'T', description: 'Technical Data Sheet', url: `${SITE}/${mpn}.pdf` }],
      attributes: [
        { attributeLabel: 'MSL', attributeValue: 'MSL 1 - Unlimited' },
        { attributeLabel: 'tariffCode', attributeValue: '85332100' },
      ],
      countryOfOrigin: 'TW',
    }),
    ...more,
  });
  return [
    product({}),
    ...(reel === null ? [] : [
      product({ sku: reeled }),
      product({
        sku: pack,
        packSize: reel,
        unitOfMeasure: 'REEL OF',
        prices: [{ from: 1, to: 9, cost: 40 }],
      }),
    ]),
  ];
}
