/** How Mouser speaks: its key in the address, ten numbers a call, and errors with status 200. */
import { partsFor } from './mouser-parts.ts';
import type { Dialect } from './stand-in.ts';

/** Mouser's own limits of a call. */
const MAX_NUMBERS = 10;
const MAX_PARTS = 50;

export const mouser: Dialect = {
  settings: (key, origin) => ({ MOUSER_API_KEY: key, MOUSER_API_URL: `${origin}/api/v1` }),
  async read(request, path, key) {
    if (path !== '/api/v1/search/partnumber' || request.method !== 'POST') {
      return Response.json({ Message: 'No HTTP resource was found' }, { status: 404 });
    }
    const given = new URL(request.url).searchParams.get('apiKey');
    if (!given) return refused('Required', 'Required', 'API Key');
    if (given !== key) return refused('Invalid', 'InvalidIdentifier', 'API Key');
    const numbers = await readNumbers(request);
    if (!numbers) return Response.json({ Message: 'The request is invalid.' }, { status: 400 });
    return {
      numbers,
      answer(what) {
        if (what === 'other_parts') return found(partsFor('SBX-RES-10K'), 2);
        if (what === 'cut_off') return found([], MAX_PARTS + 1);
        if (numbers.some((number) => !/^[\x20-\x7e]*$/.test(number))) {
          return refused('InvalidCharacters', 'InvalidCharacters', 'mouserPartNumber');
        }
        const parts = numbers.flatMap(partsFor);
        return found(parts.slice(0, MAX_PARTS), parts.length);
      },
    };
  },
  refuse(kind) {
    if (kind === 'quota') return refused('TooManyRequests', 'TooManyRequests', '');
    if (kind === 'bad_key') return refused('Invalid', 'InvalidIdentifier', 'API Key');
    return Response.json({ Message: 'An error has occurred.' });
  },
};

/** The numbers of a search as Mouser takes it; null for anything else. */
async function readNumbers(request: Request): Promise<string[] | null> {
  const body = await request.json().catch(() => null); // not JSON: refused like any other wrong body
  const { mouserPartNumber, partSearchOptions } = body?.SearchByPartRequest ?? {};
  if (typeof mouserPartNumber !== 'string' || partSearchOptions !== 'Exact') return null;
  const numbers = mouserPartNumber.split('|');
  const areShort = numbers.every(({ length }) => length >= 3 && length <= 40);
  return numbers.length <= MAX_NUMBERS && areShort ? numbers : null;
}

function found(parts: readonly unknown[], total: number): Response {
  return Response.json({ Errors: [], SearchResults: { NumberOfResult: total, Parts: parts } });
}

/** Mouser reports its errors with status 200. */
function refused(Code: string, ResourceKey: string, PropertyName: string): Response {
  const error = { Id: 0, Code, Message: 'Sandbox', ResourceKey, ResourceFormatString: null, PropertyName };
  return Response.json({ Errors: [error], SearchResults: null });
}
