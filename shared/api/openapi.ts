/** OpenAPI 3.1, made from the contract of every route. */
import { z } from 'zod';
import { CreateBomFromLines, LineInput } from '../domain/bom.ts';
import {
  OwnComponent,
  OwnComponents,
  OwnPrice,
  OwnPriceList,
  OwnStock,
  OwnStockList,
} from '../domain/organization.ts';
import { EventEnvelope, RunState } from '../domain/event.ts';
import { MAX_OWN_COMPONENTS } from '../domain/limits.ts';
import { type ErrorCode, ERRORS } from './errors.ts';
import { nameOf, ROUTES, SCHEMAS } from './index.ts';
import { asksWho, callersOf, type Contract, errorsOf, type Values } from './route.ts';
import { RUNNER_KEY_HEADER } from './runner.ts';

/** The release that this is the API of. */
export const VERSION = '0.7.0';

type Json = Readonly<Record<string, unknown>>;

const COMPONENTS = '#/components/schemas/';
const NAMED: Readonly<Record<string, z.ZodType>> = {
  ...SCHEMAS,
  EventEnvelope,
  RunState,
  LineInput,
  OwnComponent,
  OwnStock,
  OwnPrice,
};

const SECURITY = {
  access_token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The access token of a signed-in user; where `x-callers` names them, a key (`bsk_…`) or a read-only link (`bsl_…`).',
  },
  token_in_address: {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description: 'A ticket or an access token, for EventSource, which can send no header.',
  },
  runner_key: { type: 'apiKey', in: 'header', name: RUNNER_KEY_HEADER },
} as const;

const PROBLEM = {
  type: 'object',
  description: 'A refusal (RFC 9457). `code` is for programs, `detail` for people.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { enum: Object.keys(ERRORS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
};

/** @param supabaseUrl the project's public address */
export function openApi(supabaseUrl: string): Json & { readonly openapi: string } {
  const routes: readonly Contract[] = ROUTES;
  const schemas = schemasOf(routes);
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, schemas);
  }
  const components = Object.keys(NAMED).map((name) => [name, schemas[name]]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'bomstream',
      version: VERSION,
      description: 'BOM enrichment with live progress. Streams are described in docs/api.md.',
    },
    servers: [{ url: `${supabaseUrl}/functions/v1` }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(components), Problem: PROBLEM },
      securitySchemes: SECURITY,
    },
  };
}

/** Of every body and answer, as `<name of the route>.body` and `.answer`, and of the named schemas they refer to. */
function schemasOf(routes: readonly Contract[]): Readonly<Record<string, Json>> {
  const registry = z.registry<{ id: string }>();
  const named = new Set(Object.values(NAMED));
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const route of routes) {
    for (const part of ['body', 'answer'] as const) {
      const schema = route[part];
      // A schema has one id: what has a name is referred to, what another route has, too, is written out again.
      if (schema) {
        const own = named.has(schema) ? z.lazy(() => schema) : schema.clone();
        registry.add(own, { id: `${nameOf(route)}.${part}` });
      }
    }
  }
  const { schemas } = z.toJSONSchema(registry, { ...FORM, uri: (id) => COMPONENTS + id });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

/** A list whose elements are not read with it. */
const listOf = (name: keyof typeof NAMED) =>
  ({ type: 'array', items: { $ref: `${COMPONENTS}${name}` } }) as const;
const OWN_LISTS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [OwnComponents.shape.components, 'OwnComponent'],
  [OwnStockList.shape.stock, 'OwnStock'],
  [OwnPriceList.shape.prices, 'OwnPrice'],
]);
const LIST_SIZE = { minItems: 1, maxItems: MAX_OWN_COMPONENTS };

const FORM: z.core.ToJSONSchemaParams = {
  io: 'input',
  unrepresentable: ({ zodSchema }) => {
    if (zodSchema === CreateBomFromLines.shape.lines) return listOf('LineInput');
    const own = OWN_LISTS.get(zodSchema);
    if (own !== undefined) return { ...listOf(own), ...LIST_SIZE };
    return 'throw';
  },
  override: ({ jsonSchema }) => {
    // What every reader of the format knows anyway.
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
};

/** Without what says where a schema stands, which OpenAPI says itself. */
function bare({ $id: _id, $schema: _schema, id: _name, ...schema }: z.core.JSONSchema.BaseSchema): Json {
  return schema;
}

function operationOf(route: Contract, schemas: Readonly<Record<string, Json>>): Json {
  const { path, summary, role, params, query = {}, headers, body, example } = route;
  const name = nameOf(route);
  const { token, ...queried } = query;
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[1]],
    'x-role': role,
    ...(asksWho(route) ? { 'x-callers': callersOf(route) } : {}),
    ...(role === 'everybody' ? {} : {
      security: role === 'runner'
        ? [{ runner_key: [] }]
        : [{ access_token: [] }, ...(token ? [{ token_in_address: [] }] : [])],
    }),
    parameters: [
      ...parameters('path', params, example.params),
      ...parameters('query', queried, example.query),
      ...parameters('header', headers, example.headers),
    ],
    ...(body
      ? { requestBody: { required: true, content: json(schemas[`${name}.body`]!, example.body) } }
      : {}),
    responses: { ...refused(route), ...granted(route, schemas[`${name}.answer`]!) },
  };
}

function parameters(
  where: string,
  values: Values = {},
  examples: Readonly<Record<string, string | undefined>> = {},
): Json[] {
  return Object.entries(values).map(([name, value]) => {
    const example = examples[name];
    return {
      name,
      in: where,
      required: !value.isOptional(),
      schema: bare(z.toJSONSchema(value, FORM)),
      ...(example === undefined ? {} : { example }),
    };
  });
}

function granted({ status, mediaTypes, otherwise = {}, example }: Contract, schema: Json): Json {
  const content = mediaTypes
    ? Object.fromEntries(mediaTypes.map((type) => [type, { schema, example: example.answer }]))
    : json(schema, example.answer);
  return {
    [status]: { description: 'As asked.', content },
    ...Object.fromEntries(
      Object.entries(otherwise).map(([other, description]) => {
        const isEmpty = other === '204' || other === '304';
        return [other, isEmpty ? { description } : { description, content }];
      }),
    ),
  };
}

/** One response a status: a status has several codes, and what they mean stands in its description. */
function refused(route: Contract): Json {
  const codes = errorsOf(route);
  const statuses = new Set(codes.map((code) => ERRORS[code].status));
  return Object.fromEntries([...statuses].map((status) => [status, refusal(status, codes)]));
}

function refusal(status: number, all: readonly ErrorCode[]): Json {
  const codes = all.filter((code) => ERRORS[code].status === status);
  const isForAWhile = status === 429 || status === 503;
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join('\n\n'),
    ...(isForAWhile ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: `${COMPONENTS}Problem` }, { properties: { code: { enum: codes } } }] },
      },
    },
  };
}

function json(schema: Json, example: unknown): Json {
  return { 'application/json': { schema, example } };
}
