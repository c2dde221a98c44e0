/** Holds every answer of a function to its contract. */
import assert from 'node:assert/strict';
import { type ErrorCode, ERRORS } from '../../shared/api/errors.ts';
import { IDS } from '../../shared/api/examples.ts';
import { ROUTES } from '../../shared/api/index.ts';
import { type Contract, errorsOf } from '../../shared/api/route.ts';
import type { Answer } from './tenant.ts';

/** What an address that is no route's, or not with this method, is refused with. */
const NO_ROUTE: readonly ErrorCode[] = ['no_such_route', 'method_not_allowed'];

/** The contract of a call; undefined for an address or a method that no route has. */
export function contractOf(method: string, path: string): Contract | undefined {
  const segments = new URL(path, 'https://x.example').pathname.split('/');
  const fits = (route: Contract) => {
    const wanted = route.path.split('/');
    return route.method === method && wanted.length === segments.length &&
      wanted.every((segment, i) => segment.startsWith(':') || segment === segments[i]);
  };
  const routes: readonly Contract[] = ROUTES;
  // An address that is written out goes before one with a parameter in the same place.
  return routes.find((route) => fits(route) && !route.path.includes(':')) ?? routes.find(fits);
}

/**
 * Throws where the answer has a status, a code or a field that its contract does not name. Without vitest, because
 * benches call functions, too.
 */
export function expectKept(method: string, path: string, { status, headers, body }: Answer): void {
  // A gateway answers by itself for a function that was killed; the functions' own answers have this header.
  if (headers.get('x-content-type-options') !== 'nosniff') return;
  const route = contractOf(method, path);
  const call = `${method} ${path} answered ${status}`;
  if (headers.get('content-type') === 'application/problem+json') {
    const code = body.code as ErrorCode;
    assert.ok((route ? errorsOf(route) : NO_ROUTE).includes(code), `${call} ${code}`);
    assert.equal(status, ERRORS[code].status, `${call} ${code}`);
  } else if (route) {
    const statuses = [String(route.status), ...Object.keys(route.otherwise ?? {})];
    assert.ok(statuses.includes(String(status)), call);
    // Parsing strips what the contract does not know.
    if (body !== '') assert.deepEqual(body, route.answer.parse(body), call);
  }
}

/** A call as a route's example has it, with other ids in the place of the example's. */
export interface ExampleCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Of a route that takes a file: the form. */
  readonly body: unknown;
}

/** @param ids what stands in the place of `IDS`, by the names there */
export function exampleCall(route: Contract, ids: Partial<Record<keyof typeof IDS, string>>): ExampleCall {
  const { method, example: { params = {}, query = {}, headers = {}, body, upload } } = route;
  const path = route.path.slice(1).replaceAll(/:(\w+)/g, (_, name: string) => params[name]!);
  const search = new URLSearchParams(query as Record<string, string>);
  const call = { method, path: search.size > 0 ? `${path}?${search}` : path, headers, body };
  const text = Object.entries(ids).reduce(
    (replaced, [name, id]) => replaced.replaceAll(IDS[name as keyof typeof IDS], id!),
    JSON.stringify(call),
  );
  const sent = JSON.parse(text);
  return upload ? { ...sent, body: formOf(upload) } : sent;
}

function formOf({ file, ...fields }: Readonly<Record<string, string | undefined>>): FormData {
  const form = new FormData();
  form.set('file', new File([file!], 'bom.csv'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value!);
  return form;
}

/** How a body is sent: a form and a text as they are, anything else as JSON. */
export function sentAs(
  body: unknown,
): { readonly headers: Record<string, string>; readonly body: BodyInit | null } {
  // with a form goes its boundary
  if (body instanceof FormData) return { headers: {}, body };
  const headers = { 'content-type': 'application/json' };
  return {
    headers,
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  };
}
