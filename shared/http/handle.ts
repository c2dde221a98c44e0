/** From a route's contract to its handler: who asks and what was sent are checked, in this order, before it runs. */
import { z } from 'zod';
import { type ErrorCode, ERRORS } from '../api/errors.ts';
import {
  type CallerKind,
  type CallerRole,
  type Contract,
  MAX_BODY_BYTES,
  MAX_UPLOAD_BYTES,
  type Method,
  refusedFor,
  type Values,
} from '../api/route.ts';
import type { RefusedAs } from '../api/values.ts';
import { issueInWords } from '../domain/issue-words.ts';
import { cut, validate } from '../domain/validate.ts';
import { type Authenticate, bearerToken, requireRunnerKey, type User } from './auth.ts';
import { isForm, readForm, readJson } from './input.ts';
import { Problem } from './problem.ts';
import type { Route, RouteRequest } from './router.ts';

/** What a route needs to know who asks. */
type Doors<Role extends CallerRole> = Role extends 'everybody' ? unknown
  : Role extends 'runner' ? { readonly runnerKeys: readonly string[] }
  : { readonly authenticate: Authenticate };

type Read<Shape extends Values> = { readonly [Name in keyof Shape]: z.output<Shape[Name]> };

/** A request that has passed its contract. */
export interface Asked<
  Role extends CallerRole,
  Params extends Values,
  Query extends Values,
  Headers extends Values,
  Body extends z.ZodType,
  Upload extends Values,
> {
  readonly user: Role extends 'everybody' | 'runner' ? null : User;
  readonly params: Read<Params>;
  readonly query: Read<Query>;
  readonly headers: Read<Headers>;
  /** Of a form undefined: its fields come with the file. */
  readonly body: z.output<Body> | (keyof Upload extends never ? never : undefined);
  /** Opens the form that was sent; null where it was none. */
  readonly upload: (() => Promise<Uploaded<Upload>>) | null;
  readonly request: Request;
}

export interface Uploaded<Fields extends Values> {
  readonly file: File;
  readonly fields: Read<Fields>;
}

/** An answer with headers, or with one of the statuses that a contract names in `otherwise`. */
export class Reply<Answer> {
  constructor(
    /** Null: without a body. */
    readonly answer: Answer,
    readonly init: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {}
}

/**
 * @param doors how the route knows who asks; whether a member's role is enough, the database says
 * @throws Problem as the contract's errors have it
 */
export function handle<
  Role extends CallerRole,
  Params extends Values,
  Query extends Values,
  Headers extends Values,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Upload extends Values,
>(
  contract: Contract<Method, string, Role, Params, Query, Headers, Body, Answer, Upload>,
  doors: Doors<Role>,
  answer: (
    asked: Asked<Role, Params, Query, Headers, Body, Upload>,
  ) => Promise<z.output<Answer> | Reply<z.output<Answer> | null> | Response>,
): Route {
  const { method, path, role, body, upload, maxBodyBytes = MAX_BODY_BYTES, status } = contract;
  return {
    method,
    path,
    handle: async (asked) => {
      const { request } = asked;
      const user = await identify(role, doors, request);
      if (user) requireCaller(contract, user.kind);
      const values = readValues(contract, asked);
      const opensForm = upload !== undefined && (body === undefined || isForm(request));
      const sent = body && !opensForm ? validate(body, await readJson(request, maxBodyBytes)) : undefined;
      const given = {
        user,
        ...values,
        body: sent,
        upload: opensForm ? () => open(upload, request) : null,
        request,
      } as Asked<Role, Params, Query, Headers, Body, Upload>;
      const answered = await answer(given);
      // what is no JSON
      if (answered instanceof Response) return answered;
      const reply = answered instanceof Reply ? answered : new Reply(answered);
      const init = { status: reply.init.status ?? status, headers: { ...reply.init.headers } };
      return reply.answer === null ? new Response(null, init) : Response.json(reply.answer, init);
    },
  };
}

async function open<Fields extends Values>(
  fields: Fields,
  request: Request,
): Promise<Uploaded<Fields>> {
  const form = await readForm(request, MAX_UPLOAD_BYTES);
  const file = form.get('file');
  if (!(file instanceof File)) {
    throw new Problem(
      422,
      'no_file',
      'The form has no file. Send the file in a field called "file", as multipart/form-data.',
    );
  }
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  return { file, fields: read(fields, text) };
}

/**
 * Whether a secret of this kind may make the call at all, whatever its role.
 * @throws Problem 403 `person_required` or `not_by_link`
 */
export function requireCaller(contract: Pick<Contract, 'callers'>, kind: CallerKind): void {
  const code = refusedFor(contract, kind);
  if (code === 'person_required') {
    throw new Problem(
      403,
      'person_required',
      'A person has to do this: sign in and use your access token. Keys and read-only links may not.',
    );
  }
  if (code === 'not_by_link') {
    throw new Problem(
      403,
      'not_by_link',
      'A read-only link opens its BOM, with its lines, summary, exports and stream, and nothing else. Sign in for this.',
    );
  }
}

async function identify(role: CallerRole, doors: unknown, request: Request): Promise<User | null> {
  if (role === 'everybody') return null;
  if (role === 'runner') {
    await requireRunnerKey(request, (doors as Doors<'runner'>).runnerKeys);
    return null;
  }
  return await (doors as Doors<'user'>).authenticate(bearerToken(request));
}

/**
 * The params, query and headers that the contract names, checked.
 * @throws Problem 400 with the code of the first value that cannot be used, `invalid_query` where it has none
 */
export function readValues<Params extends Values, Query extends Values, Headers extends Values>(
  { params, query, headers }: Pick<
    Contract<Method, string, CallerRole, Params, Query, Headers>,
    'params' | 'query' | 'headers'
  >,
  asked: RouteRequest,
): { params: Read<Params>; query: Read<Query>; headers: Read<Headers> } {
  return {
    params: read(params, (name) => asked.params[name]),
    query: read(query, (name) => asked.url.searchParams.get(name)),
    headers: read(headers, (name) => asked.request.headers.get(name)),
  };
}

function read<Shape extends Values>(
  shape: Shape | undefined,
  get: (name: string) => string | null | undefined,
): Read<Shape> {
  const values = Object.entries(shape ?? {}).map(([name, schema]) => {
    // What has to be there and is not is refused as an empty value is.
    const given = get(name) ?? (schema.isOptional() ? undefined : '');
    const result = schema.safeParse(given, { error: issueInWords });
    if (result.success) return [name, result.data];
    throw refuse(name, result.error.issues[0]!);
  });
  return Object.fromEntries(values);
}

function refuse(name: string, issue: z.core.$ZodIssue): Problem {
  const own = issue.code === 'custom' ? issue.params as RefusedAs | undefined : undefined;
  const code: ErrorCode = own?.code ?? 'invalid_query';
  const detail = own ? issue.message : `The value of ${name} is invalid: ${cut(issue.message)}.`;
  return new Problem(ERRORS[code].status, code, detail);
}

/** The answer of a database function that is passed on as it was built: typed, and checked by tests alone. */
export function passedOn<Answer extends z.ZodType>(_answer: Answer): z.ZodType<z.output<Answer>> {
  return z.custom<z.output<Answer>>((value) => typeof value === 'object' && value !== null);
}
