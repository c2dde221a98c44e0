/** Turns a table of routes into one request handler with CORS and problem+json errors. */
import type { Cors } from './cors.ts';
import { errorName, type Log } from '../log.ts';
import { Problem, toProblem } from './problem.ts';

export interface RouteRequest {
  readonly request: Request;
  readonly url: URL;
  /** Values of the `:name` segments as they stand in the address: not checked, not decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** For example `/boms/:bom_id/lines`. Hosted functions see the path from their own name on. */
  readonly path: string;
  readonly handle: (request: RouteRequest) => Promise<Response>;
}

export function createRouter(
  { routes, cors, log }: { routes: readonly Route[]; cors: Cors; log: Log },
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'OPTIONS') return cors.preflight(request);
    const response = await answer(request);
    // The platform would drop a body, and leave what writes it waiting.
    if (request.method === 'HEAD') await response.body?.cancel();
    return cors.apply(request, plain(request.method === 'HEAD' ? new Response(null, response) : response));
  };

  async function answer(request: Request): Promise<Response> {
    try {
      return await dispatch(request, routes);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status >= 500) log('request_failed', { method: request.method, error: errorName(error) });
      return problem.toResponse();
    }
  }
}

/** Keeps browsers from taking what users wrote for a page or a script, whatever it looks like. */
function plain(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

async function dispatch(request: Request, routes: readonly Route[]): Promise<Response> {
  const url = new URL(request.url);
  // An answer to HEAD is that to GET without its body.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const otherMethods: string[] = [];
  for (const route of routes) {
    const params = match(route.path, url.pathname);
    if (!params) continue;
    if (route.method === method) return await route.handle({ request, url, params });
    otherMethods.push(...(route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
  }
  if (otherMethods.length > 0) {
    const allow = otherMethods.join(', ');
    throw new Problem(405, 'method_not_allowed', `This address answers ${allow}.`, { headers: { allow } });
  }
  throw new Problem(
    404,
    'no_such_route',
    'There is nothing at this address. docs/api.md lists all calls.',
  );
}

function match(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = pathname.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return null;
  }
  return params;
}
