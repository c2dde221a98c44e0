/** The calls of the API, typed by their contract. Only its types are used: no zod comes along. */
import type { z } from 'zod';
import type { ROUTES } from '../shared/api/index.ts';
import type { Contract, Values } from '../shared/api/route.ts';
import { problemOf, refusedBy, RefusedCall, UNREACHABLE } from './problem.ts';

export { RefusedCall };

type Route = typeof ROUTES[number];
/** A stream is watched, see watch.ts, an export is saved, and the runner is the product's own. */
type Callable = Exclude<
  Route,
  {
    readonly path:
      | `/enrichment-stream${string}`
      | `${string}/export`
      | '/enrichment-runner';
  }
>;
type Routes = { readonly [R in Callable as `${R['method']} ${R['path']}`]: R };

/** A call by its method and path, for example `GET /boms/:bom_id/lines`. */
export type Call = keyof Routes;

export type Answer<C extends Call> = z.output<Routes[C]['answer']>;

// deno-lint-ignore no-explicit-any -- whatever a method and a path are, what they are put together of is known
type Whatever = any;

type Given<R> = R extends Contract<
  Whatever,
  Whatever,
  infer _Role,
  infer Params,
  infer Query,
  infer Headers,
  infer Body,
  infer _Answer,
  infer Upload
> ?
    & Part<'params', Params>
    & Part<'query', Query>
    & Part<'headers', Headers>
    & Sent<Body, Upload>
  : never;

/** What a call sends: JSON, or a form with a file where the route takes one. */
type Sent<Body extends z.ZodType, Upload extends Values> = keyof Upload extends never ? Json<Body>
  :
    | { readonly form: Form<Upload> }
    | (Body extends z.ZodUndefined ? never : Json<Body>);
type Json<Body extends z.ZodType> = Body extends z.ZodUndefined ? unknown
  : { readonly body: z.input<Body> };
type Form<Fields extends Values> =
  & { readonly file: Blob }
  & {
    readonly [Name in keyof Fields]?: string | undefined;
  };

/** Left out where nothing in it has to be there. */
type Part<Name extends string, Shape extends Values> = Record<never, never> extends
  z.input<z.ZodObject<Shape>> ? { readonly [_ in Name]?: z.input<z.ZodObject<Shape>> }
  : { readonly [_ in Name]: z.input<z.ZodObject<Shape>> };

export interface Client {
  /** @throws RefusedCall as the API says; Error when it cannot be reached */
  call<const C extends Call>(
    call: C,
    ...given: Record<never, never> extends Given<Routes[C]> ? [given?: Given<Routes[C]>]
      : [given: Given<Routes[C]>]
  ): Promise<Answer<C>>;
}

export interface ClientOptions {
  /** The project's public address. */
  readonly url: string;
  /** Asked for each call: access tokens are renewed. */
  readonly token: () => string | Promise<string>;
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string | Blob | undefined>>;
}

function formData(
  fields: Readonly<Record<string, string | Blob | undefined>>,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    // a File keeps its name
    if (value !== undefined) form.set(name, value);
  }
  return form;
}

export function createClient({ url, token }: ClientOptions): Client {
  async function call(
    name: string,
    { params = {}, query = {}, headers, body, form }: Parts = {},
  ): Promise<unknown> {
    const [method, path] = name.split(' ') as [string, string];
    const address = new URL(
      `${url}/functions/v1${path.replaceAll(/:(\w+)/g, (_, key) => encodeURIComponent(params[key]!))}`,
    );
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(key, value);
    }
    const response = await fetch(address.href, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${await token()}`,
        // of a form the browser sets it, with the boundary
        ...(form ? {} : { 'content-type': 'application/json' }),
      },
      // of what is undefined there is no text, and so no body
      body: form ? formData(form) : JSON.stringify(body),
    }).catch((cause) => {
      throw new Error(UNREACHABLE.detail, { cause });
    });
    if (response.status === 204) return null;
    // A proxy that stands in for the server may answer with a page of its own.
    const answer = response.ok ? await response.json().catch(() => null) : null;
    if (answer !== null) return answer;
    throw refusedBy(await problemOf(response));
  }
  return { call } as Client;
}
