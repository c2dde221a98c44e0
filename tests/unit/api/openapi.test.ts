import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/index.ts';
import { openApi, VERSION } from '../../../shared/api/openapi.ts';
import { createDescriptionRoute } from '../../../shared/http/description.ts';
import { createRouter } from '../../../shared/http/router.ts';
import pkg from '../../../package.json' with { type: 'json' };
import { cors, request } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

// deno-lint-ignore no-explicit-any
type Json = any;

const description: Json = openApi('https://project.supabase.co');
const operations: Json[] = Object.values<Json>(description.paths).flatMap((path) => Object.values(path));

/** Against the official schema of OpenAPI 3.1, references included. */
async function faults(document: Json): Promise<unknown> {
  const validator = new Validator({ strict: false });
  const { errors } = await validator.validate(structuredClone(document));
  return errors ?? null;
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1', async () => {
    expect(description.openapi).toBe('3.1.0');
    expect(await faults(description)).toBeNull();
  });

  it('would not be with one thing wrong', async () => {
    const without = structuredClone(description);
    delete without.info.title;
    expect(await faults(without)).not.toBeNull();
    const astray = structuredClone(description);
    astray.paths['/boms/{bom_id}/lines'].get.responses[200].content['application/json'].schema.$ref =
      '#/components/schemas/Nothing';
    expect(await faults(astray)).toContain('Nothing');
  });

  it('has every route once, under a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names).toHaveLength(ROUTES.length);
    expect(new Set(names).size).toBe(ROUTES.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
  });

  it('says who may call, what to send and how a call is answered and refused', () => {
    const { post } = description.paths['/enrichment/{bom_id}/start'];
    expect(post).toMatchObject({ 'x-role': 'editor', security: [{ access_token: [] }] });
    expect(post.parameters).toEqual([
      {
        name: 'bom_id',
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
        example: expect.any(String),
      },
      expect.objectContaining({ name: 'idempotency-key', in: 'header', required: false }),
    ]);
    expect(post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['organization_id'],
      additionalProperties: false,
    });
    expect(Object.keys(post.responses)).toEqual(
      ['202', '400', '401', '403', '404', '409', '413', '422', '500', '503'],
    );
    const retryAfter = { 'Retry-After': { schema: { type: 'integer' } } };
    expect(post.responses[503].headers).toEqual(retryAfter);
    expect(post.responses[500].headers).toBeUndefined();
    expect(description.components.schemas.BomSummary.properties).toMatchObject({
      bom_id: { type: 'string', format: 'uuid' },
      line_count: { type: 'integer' },
    });
    // Patterns that say what a format says already.
    expect(description.components.schemas.BomSummary.properties.bom_id.pattern).toBeUndefined();
    expect(post.responses[409].content['application/problem+json'].schema.allOf[1]).toEqual({
      properties: { code: { enum: ['bom_released', 'run_active'] } },
    });
    expect(description.paths['/enrichment-stream/{bom_id}'].get.security).toContainEqual({
      token_in_address: [],
    });
    expect(description.paths['/enrichment-stream/health'].get.security).toBeUndefined();
  });

  it('leaves room for fields that a later release adds to answers, and none in bodies', () => {
    expect(description.components.schemas.BomSummary.additionalProperties).toBeUndefined();
    expect(description.components.schemas.LineInput.additionalProperties).toBe(false);
  });

  it('is that of the release', () => {
    expect(VERSION).toBe(pkg.version);
  });

  it('is there for everybody', async () => {
    const routes = [createDescriptionRoute('https://project.supabase.co')];
    const answer = await createRouter({ routes, cors, log: recordLog().log })(
      request('/boms/openapi.json', { token: null }),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await answer.json()).toEqual(description);
  });
});
