/** How it is, as anybody may ask; an operator is told more. */
import type { z } from 'zod';
import * as contract from '../api/stream.ts';
import { NEEDED_VERSION } from '../database/version.ts';
import { sameSecret } from '../http/auth.ts';
import { handle, Reply } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import { createHealth, type HealthOptions } from './health.ts';

type Answer = z.output<typeof contract.readHealth.answer>;

export interface HealthDependencies extends HealthOptions {
  /** What makes a caller an operator. */
  readonly secretKey: string;
  /** How these functions are set. */
  readonly settings: NonNullable<Answer['operator']>['settings'];
}

/** Goes in front of the streams, whose ids stand in the same place of the address. */
export function createHealthRoute({ secretKey, settings, ...options }: HealthDependencies): Route {
  const health = createHealth(options);

  async function tellOperator(): Promise<Answer> {
    const { health: found, staleKeys } = await health.examine();
    return {
      ...found,
      operator: { needs_database: NEEDED_VERSION, settings, stale_keys: [...staleKeys] },
    };
  }

  return handle(contract.readHealth, {}, async ({ headers: { apikey } }) => {
    const isOperator = apikey !== undefined && await sameSecret(apikey, secretKey);
    const answer = isOperator ? await tellOperator() : await health.tell();
    const status = answer.status === 'down' ? 503 : 200;
    return new Reply(answer, { status, headers: { 'cache-control': 'no-store' } });
  });
}
