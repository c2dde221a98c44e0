/** Cross-origin rules: a list of allowed origins, compared whole but for a port left open. */

/** A browser may keep a preflight's answer this long. */
const PREFLIGHT_SECONDS = 3600;
/**
 * What ordinary clients send, whether we read it or not: one header that is missing here fails the whole request in the
 * browser. None of them gives a right that its value does not prove.
 */
const ALLOWED_HEADERS = [
  // what the functions read
  ...['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'last-event-id'],
  // supabase-js, and a region set in it
  ...['apikey', 'x-client-info', 'x-region', 'x-supabase-api-version'],
  // EventSource in JavaScript and fetch wrappers, which ask for no stored answer
  ...['accept', 'cache-control', 'pragma', 'x-requested-with'],
  // tracing, which is added to every call of a page: W3C, Sentry
  ...['traceparent', 'tracestate', 'baggage', 'sentry-trace'],
].join(', ');
const EXPOSED_HEADERS = 'etag, retry-after';

export interface Cors {
  /** The answer to a preflight. */
  preflight(request: Request): Response;
  /** Adds what the request's origin may see. The headers of `response` must be mutable. */
  apply(request: Request, response: Response): Response;
}

/** @param allowedOrigins exact origins, for example `https://app.example.com`; `:*` in place of a port is any port */
export function createCors(allowedOrigins: readonly string[]): Cors {
  const allowed = new Set(allowedOrigins);
  const isAllowed = (origin: string) => allowed.has(origin) || allowed.has(origin.replace(/:\d+$/, ':*'));
  const apply: Cors['apply'] = (request, response) => {
    // Caches must not hand one origin's answer to another, whether or not this one was allowed.
    response.headers.append('vary', 'origin');
    const origin = request.headers.get('origin');
    if (origin !== null && isAllowed(origin)) {
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-expose-headers', EXPOSED_HEADERS);
    }
    return response;
  };
  return {
    apply,
    preflight(request) {
      return apply(
        request,
        new Response(null, {
          status: 204,
          headers: {
            'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
            'access-control-allow-headers': ALLOWED_HEADERS,
            'access-control-max-age': String(PREFLIGHT_SECONDS),
          },
        }),
      );
    },
  };
}
