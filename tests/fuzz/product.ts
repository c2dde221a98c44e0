/** The product's modules, loaded from a folder, so that a changed copy of them can stand where the real ones do. */
import { pathToFileURL } from 'node:url';
import type * as Metrics from '../../shared/metrics.ts';
import type * as Refusal from '../../shared/domain/refusal.ts';
import type * as Port from '../../shared/database/port.ts';
import type * as Cors from '../../shared/http/cors.ts';
import type * as Redis from '../../shared/progress/redis.ts';
import type * as Table from '../../shared/progress/table.ts';
import type * as Publisher from '../../shared/progress/publisher.ts';
import type * as Routes from '../../shared/stream/routes.ts';
import type * as Router from '../../shared/http/router.ts';
import type * as Hub from '../../shared/stream/hub.ts';
import type * as Registry from '../../shared/stream/session-registry.ts';

export type Product =
  & Pick<typeof Metrics, 'createMetrics' | 'STREAM_FIGURES'>
  & Pick<typeof Refusal, 'Refusal'>
  & Pick<typeof Port, 'DatabaseUnavailable' | 'DatabaseError'>
  & Pick<typeof Cors, 'createCors'>
  & Pick<typeof Redis, 'createRedisProgress'>
  & Pick<typeof Table, 'createTableProgress'>
  & Pick<typeof Publisher, 'createPublisher'>
  & Pick<typeof Routes, 'createStreamRoutes'>
  & Pick<typeof Router, 'createRouter'>
  & Pick<typeof Hub, 'Hub'>
  & Pick<typeof Registry, 'createSessionRegistry'>;

const MODULES = [
  'metrics',
  'domain/refusal',
  'database/port',
  'http/cors',
  'progress/redis',
  'progress/table',
  'progress/publisher',
  'stream/routes',
  'http/router',
  'stream/hub',
  'stream/session-registry',
];

/** @param folder where `shared` or a copy of it is */
export async function loadProduct(folder: string): Promise<Product> {
  const base = `${pathToFileURL(folder).href}/`;
  const modules = await Promise.all(
    MODULES.map((name) => import(/* @vite-ignore */ new URL(`${name}.ts`, base).href)),
  );
  return Object.assign({}, ...modules);
}
