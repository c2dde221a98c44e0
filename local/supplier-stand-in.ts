/**
 * Stands in for Mouser where there is no key: the same contract over a handful of made-up parts, and faults on demand.
 * A Web handler: whoever serves it binds it to loopback. What it answers can never pass for Mouser's, because the
 * adapter marks everything from another address than Mouser's as `supplier:mouser-sandbox`.
 */
import { partsFor } from './supplier-parts.ts';

/** Mouser's own limits of a call. */
const MAX_NUMBERS = 10;
const MAX_PARTS = 50;

/** How a call may go wrong, in the ways Mouser's calls have been seen to. */
export type StandInFault =
  | { readonly kind: 'quota' | 'bad_key' | 'malformed' | 'html' | 'message' | 'unavailable' | 'hang' }
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number }
  /** Answers with parts that nobody asked about, or says that there is more than it answers with. */
  | { readonly kind: 'other_parts' | 'cut_off' }
  /** Sends the caller to another address. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Answers whole, after a while. */
  | { readonly kind: 'slow'; readonly ms: number };

export interface StandInOptions {
  readonly apiKey: string;
  /** Opens `/control`: GET says what was asked, PUT sets a fault (`{fault, calls?}`, for so many calls) or null. */
  readonly controlToken: string;
}

/** What makes the functions ask a stand-in that answers at `origin`. */
export function standInSettings(apiKey: string, origin: string): Readonly<Record<string, string>> {
  return { MOUSER_API_KEY: apiKey, MOUSER_API_URL: `${origin}/api/v1` };
}

/** What `GET /control` answers. */
export interface StandInReport {
  readonly calls: number;
  /** The part numbers of each call. */
  readonly asked: readonly (readonly string[])[];
}

export function createSupplierStandIn(
  { apiKey, controlToken }: StandInOptions,
): (request: Request) => Promise<Response> {
  const asked: string[][] = [];
  let fault: StandInFault | null = null;
  let faultyCalls = 0;

  async function control(request: Request): Promise<Response> {
    if (request.headers.get('authorization') !== `Bearer ${controlToken}`) {
      return new Response(null, { status: 401 });
    }
    if (request.method === 'PUT') {
      const given = await request.json() as { fault: StandInFault | null; calls?: number };
      fault = given.fault;
      faultyCalls = given.calls ?? Infinity;
    }
    const report: StandInReport = { calls: asked.length, asked };
    return Response.json(report);
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/control') return control(request);
    if (pathname !== '/api/v1/search/partnumber' || request.method !== 'POST') {
      return Response.json({ Message: 'No HTTP resource was found' }, { status: 404 });
    }
    const key = searchParams.get('apiKey');
    if (!key) return refused('Required', 'Required', 'API Key');
    if (key !== apiKey) return refused('Invalid', 'InvalidIdentifier', 'API Key');
    const numbers = await readNumbers(request);
    if (!numbers) return Response.json({ Message: 'The request is invalid.' }, { status: 400 });
    asked.push(numbers);

    if (fault && faultyCalls > 0) {
      faultyCalls -= 1;
      const failed = await fail(fault, request.signal);
      if (failed) return failed;
    }
    if (numbers.some((number) => !/^[\x20-\x7e]*$/.test(number))) {
      return refused('InvalidCharacters', 'InvalidCharacters', 'mouserPartNumber');
    }
    const parts = numbers.flatMap(partsFor);
    return found(parts.slice(0, MAX_PARTS), parts.length);
  };
}

/** The numbers of a search as Mouser takes it; null for anything else. */
async function readNumbers(request: Request): Promise<string[] | null> {
  const body = await request.json().catch(() => null); // not JSON: refused like any other wrong body
  const { mouserPartNumber, partSearchOptions } = body?.SearchByPartRequest ?? {};
  if (typeof mouserPartNumber !== 'string' || partSearchOptions !== 'Exact') return null;
  const numbers = mouserPartNumber.split('|');
  const areShort = numbers.every(({ length }) => length >= 3 && length <= 40);
  return numbers.length <= MAX_NUMBERS && areShort ? numbers : null;
}

/** The answer of a call that goes wrong; null for one that is only late. */
async function fail(fault: StandInFault, signal: AbortSignal): Promise<Response | null> {
  switch (fault.kind) {
    case 'quota':
      return refused('TooManyRequests', 'TooManyRequests', '');
    case 'bad_key':
      return refused('Invalid', 'InvalidIdentifier', 'API Key');
    case 'too_many':
      return new Response(null, {
        status: 429,
        headers: { 'retry-after': String(fault.retryAfterSeconds) },
      });
    case 'malformed':
      return new Response('{"Errors":[],"SearchResults":{"NumberOfResult":1,"Par');
    case 'html':
      return new Response('<html>Maintenance</html>', { headers: { 'content-type': 'text/html' } });
    case 'message':
      return Response.json({ Message: 'An error has occurred.' });
    case 'unavailable':
      return Response.json({ Message: 'Service unavailable' }, { status: 503 });
    case 'other_parts':
      return found(partsFor('SBX-RES-10K'), 2);
    case 'moved':
      return new Response(null, { status: 307, headers: { location: fault.to } });
    case 'cut_off':
      return found([], MAX_PARTS + 1);
    case 'hang':
      return await new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return null;
  }
}

function found(parts: readonly unknown[], total: number): Response {
  return Response.json({ Errors: [], SearchResults: { NumberOfResult: total, Parts: parts } });
}

/** Mouser reports its errors with status 200. */
function refused(Code: string, ResourceKey: string, PropertyName: string): Response {
  const error = { Id: 0, Code, Message: 'Sandbox', ResourceKey, ResourceFormatString: null, PropertyName };
  return Response.json({ Errors: [error], SearchResults: null });
}
