/**
 * The form in which every route states what it takes and answers. Handlers are typed and checked by it; OpenAPI, the
 * tables of docs/api.md and the types of client/ are made from it.
 */
import type { z } from 'zod';
import { type ErrorCode, ERRORS } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Who may call: `user` is anybody who is signed in; `viewer`, `editor` and `admin` need that role in the organization
 * concerned, which the database decides; `runner` needs the runner's key.
 */
export type CallerRole = 'everybody' | 'user' | 'viewer' | 'editor' | 'admin' | 'runner';

/**
 * What may prove a role: a person's access token, a key that a program has, a read-only link to one BOM. The last two are
 * secrets of the product's own, which somebody made.
 */
export type CallerKind = 'person' | 'key' | 'link';

/** What people do, their programs may, unless a route says otherwise. */
const PERSONS_AND_KEYS: readonly CallerKind[] = ['person', 'key'];

/** Of what a read-only link opens. */
export const READERS: readonly CallerKind[] = ['person', 'key', 'link'];

/** What stands in addresses and headers, by name. Each value is checked by itself; what is not named is ignored. */
export type Values = Readonly<Record<string, z.ZodType>>;

export interface Contract<
  M extends Method = Method,
  Path extends string = string,
  Role extends CallerRole = CallerRole,
  Params extends Values = Values,
  Query extends Values = Values,
  Headers extends Values = Values,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Upload extends Values = Values,
> {
  readonly method: M;
  /** For example `/boms/:bom_id/lines`. */
  readonly path: Path;
  /** One sentence: what the call does. */
  readonly summary: string;
  readonly role: Role;
  /** What may call it, with that role; people and keys unless said. */
  readonly callers?: readonly CallerKind[];
  /** One for each `:name` of the path. */
  readonly params?: Params;
  readonly query?: Query;
  /** By their names in lower case. */
  readonly headers?: Headers;
  readonly body?: Body;
  /**
   * Fields of a form (multipart/form-data) that brings a `file`. Nothing of it is opened before the handler asks for it:
   * the query says whose it is to be.
   */
  readonly upload?: Upload;
  /** Above this a body is refused unread; `MAX_BODY_BYTES` unless said. A form has `MAX_UPLOAD_BYTES`. */
  readonly maxBodyBytes?: number;
  /** Of an answer that grants what was asked. */
  readonly status: number;
  readonly answer: Answer;
  /** Where the answer is no JSON. */
  readonly mediaTypes?: readonly string[];
  /** Other statuses that are no refusals, with when they come. */
  readonly otherwise?: Readonly<Record<number, string>>;
  /** Refusals of this route's own; `errorsOf` adds those that follow from its form. */
  readonly errors: readonly ErrorCode[];
  /** Shown in OpenAPI. A test sends it to a real stack, with the ids of real things, and holds the answer to the contract. */
  readonly example: Example<Params, Query, Headers, Body, Answer, Upload>;
}

/** A call as somebody may make it, and an answer to it. Params are ids of examples.ts. */
export interface Example<
  Params extends Values,
  Query extends Values,
  Headers extends Values,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Upload extends Values = Values,
> {
  readonly params?: { readonly [Name in keyof Params]: string };
  readonly query?: { readonly [Name in keyof Query]?: string };
  readonly headers?: { readonly [Name in keyof Headers]?: string };
  readonly body?: z.input<Body>;
  /** The fields of a form, of which `file` is the file's text. */
  readonly upload?: { readonly [Name in keyof Upload | 'file']?: string };
  readonly answer: z.input<Answer>;
}

/** Enough for a few short fields. */
export const MAX_BODY_BYTES = 16 * 1024;

/** A file of 10 MiB and the fields beside it. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024 + 256 * 1024;

/** Whether a route is nobody's in particular: what is sent as a token is not looked at, or is another secret. */
export const asksWho = ({ role }: Pick<Contract, 'role'>): boolean =>
  role !== 'everybody' && role !== 'runner';

export const callersOf = ({ callers = PERSONS_AND_KEYS }: Pick<Contract, 'callers'>): readonly CallerKind[] =>
  callers;

/** The code that a call of the route with such a secret is refused with, whatever its role; null where it is not. */
export function refusedFor(
  route: Pick<Contract, 'callers'>,
  kind: CallerKind,
): 'person_required' | 'not_by_link' | null {
  const callers = callersOf(route);
  if (callers.includes(kind)) return null;
  return callers.includes('key') ? 'not_by_link' : 'person_required';
}

/** Every code that a call of the route can be refused with, by rising status. */
export function errorsOf(route: Contract): ErrorCode[] {
  const { role, params, query, headers, body, upload, errors } = route;
  const of = (applies: unknown, ...codes: ErrorCode[]) => applies ? codes : [];
  const isUser = asksWho(route);
  const all = new Set<ErrorCode>([
    ...errors,
    ...of(isUser, 'missing_token', 'invalid_token', 'keys_unavailable'),
    ...of(isUser, 'database_unavailable', 'database_outdated'),
    ...(['key', 'link'] as const).flatMap((kind) => isUser ? refusedFor(route, kind) ?? [] : []),
    ...of(role === 'runner', 'runner_key_required'),
    ...of(role === 'editor' || role === 'admin', 'role_required'),
    ...of(params, 'invalid_id'),
    ...of(query ?? headers, 'invalid_query'),
    ...of(
      body,
      'invalid_json',
      'not_utf8',
      'body_too_large',
      'too_many_values',
      'invalid_body',
      'unknown_field',
    ),
    ...of(upload, 'body_too_large', 'no_file', 'invalid_form'),
    'internal_error',
  ]);
  return (Object.keys(ERRORS) as ErrorCode[]).filter((code) => all.has(code));
}

/** Gives a contract its exact type: write every route with it. */
export function defineRoute<
  const M extends Method,
  const Path extends string,
  const Role extends CallerRole,
  Answer extends z.ZodType,
  // deno-lint-ignore ban-types -- no names at all
  Params extends Values = {},
  // deno-lint-ignore ban-types
  Query extends Values = {},
  // deno-lint-ignore ban-types
  Headers extends Values = {},
  Body extends z.ZodType = z.ZodUndefined,
  // deno-lint-ignore ban-types
  Upload extends Values = {},
>(
  contract: Contract<M, Path, Role, Params, Query, Headers, Body, Answer, Upload>,
): Contract<M, Path, Role, Params, Query, Headers, Body, Answer, Upload> {
  return contract;
}
