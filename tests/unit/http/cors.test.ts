import { describe, expect, it } from 'vitest';
import { createCors } from '../../../shared/http/cors.ts';

const APP = 'https://app.example.com';
const LOCAL = 'http://localhost:5173';
const cors = createCors([APP, LOCAL]);

const from = (origin: string | null, method = 'GET') =>
  new Request('https://project.example.com/boms', { method, headers: origin === null ? {} : { origin } });

const allowedOrigin = (origin: string | null) =>
  cors.apply(from(origin), new Response()).headers.get('access-control-allow-origin');

describe('a page of an allowed origin', () => {
  it.each([APP, LOCAL])('may read the answer: %s', (origin) => {
    const { headers } = cors.apply(from(origin), new Response());
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-expose-headers')).toBe('etag, retry-after');
  });

  it('may send what the functions understand', () => {
    const response = cors.preflight(from(APP, 'OPTIONS'));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(APP);
    expect(response.headers.get('access-control-allow-methods')?.split(', ')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PATCH', 'DELETE']),
    );
  });

  it.each<[string, string[]]>([
    ['the API', ['authorization', 'content-type', 'idempotency-key', 'if-none-match']],
    ['supabase-js', ['authorization', 'apikey', 'content-type', 'x-client-info', 'x-region']],
    ['the data API', ['x-supabase-api-version']],
    ['EventSource in JavaScript', ['accept', 'authorization', 'cache-control', 'last-event-id']],
    ['a fetch wrapper', ['accept', 'pragma', 'x-requested-with']],
    ['tracing', ['traceparent', 'tracestate', 'baggage', 'sentry-trace']],
  ])('may send every header of %s, for one that is not allowed fails the request', (_client, sent) => {
    const allowed = cors.preflight(from(APP, 'OPTIONS')).headers.get('access-control-allow-headers');
    expect(allowed?.split(', ')).toEqual(expect.arrayContaining(sent));
  });
});

describe('a page of any other origin', () => {
  it.each([
    'https://evil.example.com',
    'https://app.example.com.evil.com',
    'https://evil-app.example.com',
    'https://sub.app.example.com',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://APP.example.com',
    'https://app.example.com/',
    'null',
    '*',
    '',
  ])('is not named in the answer: %j', (origin) => {
    expect(allowedOrigin(origin)).toBeNull();
    const { headers } = cors.preflight(from(origin, 'OPTIONS'));
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is not let in by an empty list', () => {
    const { headers } = createCors([]).apply(from(APP), new Response());
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a cache', () => {
  it.each([APP, 'https://evil.example.com', null])('keeps answers apart by origin: %j', (origin) => {
    expect(cors.apply(from(origin), new Response()).headers.get('vary')).toBe('origin');
    expect(cors.preflight(from(origin, 'OPTIONS')).headers.get('vary')).toBe('origin');
  });

  it('still sees what else the answer varies by', () => {
    const response = new Response(null, { headers: { vary: 'accept' } });
    expect(cors.apply(from(APP), response).headers.get('vary')).toBe('accept, origin');
  });
});

it('never allows cookies: rights come with tokens only', () => {
  expect(cors.apply(from(APP), new Response()).headers.get('access-control-allow-credentials')).toBeNull();
});

it.each<[origin: string, isAllowed: boolean]>([
  ['http://localhost:5173', true],
  ['http://localhost:80', true],
  ['https://localhost:5173', false],
  ['http://localhost', false],
  ['http://localhost.evil.com:5173', false],
  ['http://evil.com:*', false],
  ['http://localhost:5173.evil.com', false],
  ['http://localhost:5173/', false],
])('an origin whose port is left open is compared whole but for that: %s', (origin, isAllowed) => {
  const { headers } = createCors(['http://localhost:*']).apply(from(origin), new Response());
  expect(headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null);
});
