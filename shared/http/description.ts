/** Serves what programs are made from: the API as OpenAPI. */
import { readOpenApi } from '../api/boms.ts';
import { openApi } from '../api/openapi.ts';
import { handle, Reply } from './handle.ts';
import type { Route } from './router.ts';

/** A release is not deployed more often than this. */
const MAX_AGE_SECONDS = 300;

/** @param supabaseUrl the project's public address */
export function createDescriptionRoute(supabaseUrl: string): Route {
  let made: ReturnType<typeof openApi> | undefined;
  return handle(readOpenApi, {}, () => {
    made ??= openApi(supabaseUrl);
    return Promise.resolve(
      new Reply(made, {
        headers: { 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` },
      }),
    );
  });
}
