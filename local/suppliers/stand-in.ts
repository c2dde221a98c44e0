/**
 * Stands in for suppliers where there are no keys: their contracts over made-up parts, and faults on demand. A Web handler:
 * its server binds it to loopback. What it answers can never pass for a supplier's, because the adapters mark
 * everything from another address as `supplier:<name>-sandbox`.
 */
import type { SupplierName } from '../../shared/domain/supplier.ts';
import { digikey } from './digikey.ts';
import { element14 } from './element14.ts';
import { mouser } from './mouser.ts';
import { nexar } from './nexar.ts';
import { changePart, type SandboxPart } from './parts.ts';

/** How a call may go wrong, in the ways suppliers' calls have been seen to. */
export type StandInFault =
  | { readonly kind: 'quota' | 'bad_key' | 'malformed' | 'html' | 'message' | 'unavailable' | 'hang' }
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number }
  /** Answers with parts that nobody asked about, or says that there is more than it answers with. */
  | { readonly kind: 'other_parts' | 'cut_off' }
  /** Sends the caller to another address. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Answers whole, after a while. */
  | { readonly kind: 'slow'; readonly ms: number };

/** A call that was understood. */
export interface Asked {
  readonly numbers: readonly string[];
  /** Parts that the supplier counts for its answer. */
  readonly parts?: number;
  answer(what: 'known' | 'other_parts' | 'cut_off'): Response;
}

/** How one supplier speaks. */
export interface Dialect {
  /** What makes functions ask a stand-in at `origin`. */
  settings(key: string, origin: string): Readonly<Record<string, string>>;
  /** What a call asks; an answer where that is no question about parts: a token, a wrong key, no such call. */
  read(request: Request, path: string, key: string): Promise<Response | Asked>;
  /** Refuses in the supplier's own way. */
  refuse(kind: 'quota' | 'bad_key' | 'message'): Response;
}

const DIALECTS: Readonly<Record<SupplierName, Dialect>> = { mouser, digikey, element14, nexar };

export interface StandInOptions {
  /** The key, or the id and the secret, of each. */
  readonly apiKey: string;
  /**
   * Opens `/control`: GET says what was asked, PUT sets a fault (`{fault, calls?}`, for so many calls) or null, and changes
   * parts (`{parts: {<number>: {stock: 0}}}`), of Mouser's stand-in none.
   */
  readonly controlToken: string;
  /** Refuses one call after so many, as a supplier does whose minute is used up. */
  readonly rest?: { readonly afterCalls: number; readonly seconds: number };
}

/** What makes the functions ask the stand-in of one supplier that answers at `origin`. */
export function standInSettings(
  supplier: SupplierName,
  apiKey: string,
  origin: string,
): Readonly<Record<string, string>> {
  return DIALECTS[supplier].settings(apiKey, origin);
}

/** What `GET /control` answers. */
export interface StandInReport {
  readonly calls: number;
  /** The part numbers of each call. */
  readonly asked: readonly (readonly string[])[];
  /** Parts that the supplier has counted. */
  readonly parts: number;
}

export function createSupplierStandIn(
  supplier: SupplierName,
  { apiKey, controlToken, rest }: StandInOptions,
): (request: Request) => Promise<Response> {
  const dialect = DIALECTS[supplier];
  const asked: (readonly string[])[] = [];
  let parts = 0;
  let fault: StandInFault | null = null;
  let faultyCalls = 0;

  async function control(request: Request): Promise<Response> {
    if (request.headers.get('authorization') !== `Bearer ${controlToken}`) {
      return new Response(null, { status: 401 });
    }
    if (request.method === 'PUT') {
      const given = await request.json() as {
        fault?: StandInFault | null;
        calls?: number;
        parts?: Readonly<Record<string, Partial<SandboxPart>>>;
      };
      fault = given.fault ?? null;
      for (const [mpn, changes] of Object.entries(given.parts ?? {})) changePart(mpn, changes);
      faultyCalls = given.calls ?? Infinity;
    }
    const report: StandInReport = { calls: asked.length, asked, parts };
    return Response.json(report);
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/control') return control(request);
    const call = await dialect.read(request, pathname, apiKey);
    if (call instanceof Response) return call;
    asked.push(call.numbers);
    if (rest && asked.length === rest.afterCalls + 1) {
      return tooMany(rest.seconds);
    }
    if (fault && faultyCalls > 0) {
      faultyCalls -= 1;
      const failed = await fail(fault, call, dialect, request.signal);
      if (failed) return failed;
    }
    parts += call.parts ?? 0;
    return call.answer('known');
  };
}

const tooMany = (seconds: number) =>
  new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });

/** The answer of a call that goes wrong; null for one that is only late. */
async function fail(
  fault: StandInFault,
  call: Asked,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<Response | null> {
  switch (fault.kind) {
    case 'quota':
    case 'bad_key':
    case 'message':
      return dialect.refuse(fault.kind);
    case 'too_many':
      return tooMany(fault.retryAfterSeconds);
    case 'malformed': {
      const whole = await call.answer('known').text();
      return new Response(whole.slice(0, whole.length / 2));
    }
    case 'html':
      return new Response('<html>Maintenance</html>', { headers: { 'content-type': 'text/html' } });
    case 'unavailable':
      return Response.json({ Message: 'Service unavailable' }, { status: 503 });
    case 'other_parts':
    case 'cut_off':
      return call.answer(fault.kind);
    case 'moved':
      return new Response(null, { status: 307, headers: { location: fault.to } });
    case 'hang':
      return await new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return null;
  }
}
