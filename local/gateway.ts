/** The front door of the local stack: the paths of a Supabase project as far as the product uses them. */
import { timingSafeEqual } from 'node:crypto';
import type { Auth } from './auth.ts';
import type { FunctionHost } from './isolates.ts';
import type { LocalKeys } from './keys.ts';
import type { Rpc } from './rpc.ts';

/** Hosted, auth and the data API answer any origin; functions decide for themselves. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'authorization, apikey, content-type, x-client-info, x-supabase-api-version, content-profile',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-max-age': '86400',
};

/** Stands around each call of the data API: may run it or not, see its answer, and answer something else. */
export type AroundRpc = (name: string, args: unknown, run: () => Promise<Response>) => Promise<Response>;

export interface GatewayParts {
  readonly auth: Auth;
  readonly rpc: Rpc;
  readonly functions: FunctionHost;
  readonly keys: LocalKeys;
  /** For tests, which lose requests and replies here. */
  readonly aroundRpc?: AroundRpc | undefined;
}

export function createGateway(
  { auth, rpc, functions, keys, aroundRpc = (_name, _args, run) => run() }: GatewayParts,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const [, area, version, ...rest] = pathname.split('/');
    if (area === 'functions' && version === 'v1' && rest[0]) {
      return functions.fetch(rest[0], `/${rest.join('/')}${search}`, request);
    }
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
    const response = await platform(request, `${area}/${version}`, rest);
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    return response;
  };

  async function platform(request: Request, api: string, rest: string[]): Promise<Response> {
    const path = `/${rest.join('/')}`;
    if (api === 'auth/v1' && path === '/.well-known/jwks.json') return auth.handle(request, path);
    if (api !== 'auth/v1' && api !== 'rest/v1') {
      return refuse(
        501,
        `The local stack has no ${
          new URL(request.url).pathname
        }. It offers /auth/v1, /rest/v1/rpc and /functions/v1.`,
      );
    }

    const apikey = request.headers.get('apikey');
    if (!apikey) return refuse(401, 'No API key found in request');
    const keyRole = roleOf(apikey);
    if (!keyRole) return refuse(401, 'Invalid API key');
    if (api === 'auth/v1') return auth.handle(request, path);

    if (rest[0] !== 'rpc' || !rest[1] || request.method !== 'POST') {
      return refuse(
        501,
        'The local stack offers the data API for functions only: POST /rest/v1/rpc/<function>.',
      );
    }
    const bearer = request.headers.get('authorization')?.replace(/^Bearer /i, '');
    let claims: Record<string, unknown> = { role: keyRole };
    if (bearer && bearer !== apikey) {
      try {
        claims = await auth.verify(bearer);
      } catch {
        return refuse(401, 'No suitable key or wrong key type', 'PGRST301');
      }
    }
    const args = await request.json().catch(() => null); // refused by the callee like any other non-object
    const name = rest[1];
    return aroundRpc(name, args, () => rpc(name, args, String(claims.role), claims));
  }

  function roleOf(key: string): 'anon' | 'service_role' | null {
    if (same(key, keys.publishableKey)) return 'anon';
    return Object.values(keys.secretKeys).some((secret) => same(key, secret)) ? 'service_role' : null;
  }
}

function same(a: string, b: string): boolean {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

function refuse(status: number, message: string, code?: string): Response {
  return Response.json({ code, message }, { status });
}
