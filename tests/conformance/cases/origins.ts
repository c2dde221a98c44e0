/** Which pages' answers a browser may show: headers of every kind of answer, for every kind of origin. */
import { expect, it } from 'vitest';
import { type RawRequest, rawRequest, type RawResponse } from '../clients/raw-http.ts';
import { type FinishedBom, HAS_ORIGIN, suite, type Target } from '../target.ts';

/** Origins that are not allowed, most of them nearly an allowed one. */
const FOREIGN: readonly ((allowed: string) => string)[] = [
  () => 'https://elsewhere.example',
  (allowed) => `${allowed}.elsewhere.example`,
  () => 'null',
  (allowed) => `${allowed}/`,
  (allowed) => allowed.toUpperCase(),
  (allowed) =>
    allowed.startsWith('https:') ? allowed.replace('https:', 'http:') : allowed.replace('http:', 'https:'),
];

interface Given {
  readonly target: Target;
  readonly finished: FinishedBom;
}

interface Kind {
  readonly what: string;
  readonly status: number;
  readonly bomId?: (given: Given) => string;
  readonly query?: (given: Given) => string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One answer of each kind. */
const KINDS: readonly Kind[] = [
  { what: 'a stream', status: 200 },
  { what: 'the end', status: 204, query: ({ finished }) => `&last_event_id=${finished.last}` },
  { what: 'a refusal', status: 401, headers: { authorization: 'Bearer forged' } },
  { what: 'a missing BOM', status: 404, bomId: () => crypto.randomUUID() },
  { what: 'a wrong method', status: 405, method: 'PUT', headers: { 'content-length': '0' } },
  {
    what: 'a preflight',
    status: 204,
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,last-event-id',
    },
  },
];

function ask(given: Given, kind: Kind, origin: string | null): Promise<RawResponse> {
  const { target, finished } = given;
  const path = target.streamPath(kind.bomId?.(given) ?? finished.bomId, kind.query?.(given));
  const request: RawRequest = {
    method: kind.method ?? 'GET',
    headers: { ...kind.headers, ...(origin === null ? {} : { origin }) },
  };
  return rawRequest(`${target.apiUrl}${path}`, request);
}

function words(response: RawResponse, header: string): string[] {
  return (response.header(header) ?? '').toLowerCase().split(/, */);
}

export function describeOrigins(given: () => Given): void {
  suite('across origins', () => {
    for (const kind of KINDS) {
      it(`${kind.what} (${kind.status}) varies by origin and lets no other origin in`, async () => {
        const foreign = FOREIGN.map((of) => of(given().target.origin || 'https://app.example.com'));
        // Every stream counts against what a user may open in a minute, so one kind of answer meets all of them.
        for (const origin of [null, ...kind.status === 200 ? foreign : foreign.slice(0, 2)]) {
          const response = await ask(given(), kind, origin);
          expect(response.status).toBe(kind.status);
          expect(words(response, 'vary')).toContain('origin');
          expect(response.header('access-control-allow-origin')).toBeNull();
          expect(response.header('access-control-allow-credentials')).toBeNull();
          response.close();
        }
      });

      if (HAS_ORIGIN) {
        it(`${kind.what} (${kind.status}) can be read by an allowed origin`, async () => {
          const { origin } = given().target;
          const response = await ask(given(), kind, origin);
          expect(response.status).toBe(kind.status);
          expect(words(response, 'vary')).toContain('origin');
          expect(response.header('access-control-allow-origin')).toBe(origin);
          expect(response.header('access-control-allow-credentials')).toBeNull();
          response.close();
        });
      }
    }

    it('a preflight allows the headers that a stream takes', async () => {
      const { target } = given();
      const response = await ask(given(), KINDS.find(({ what }) => what === 'a preflight')!, target.origin);
      expect(words(response, 'access-control-allow-headers')).toEqual(
        expect.arrayContaining(['authorization', 'last-event-id']),
      );
      expect(words(response, 'access-control-allow-methods')).toContain('get');
      response.close();
    });
  });
}
