/** Short words for what tests of runs do to the database. */
import type pg from 'pg';
import type { Json, TestDatabase } from './database.ts';

export interface Runs {
  start(how?: { readonly mode?: string; readonly priority?: number }, client?: pg.Client): Promise<Json>;
  control(action: 'pause' | 'resume' | 'cancel', client?: pg.Client): Promise<Json>;
  claim(workerId: string, client?: pg.Client): Promise<Json>;
  commit(workerId: string, results: readonly Json[], client?: pg.Client): Promise<Json>;
  release(workerId: string): Promise<Json>;
  /** The newest run's row. */
  run(): Promise<Json>;
  events(): Promise<Json[]>;
  lines(): Promise<Json[]>;
  readonly bomId: string;
}

/** A BOM of its own for one test, of an organization of its own unless another is given. */
export async function newRuns(
  database: TestDatabase,
  partNumbers: readonly (string | null)[],
  ofTenant?: { readonly userId: string; readonly organizationId: string },
): Promise<Runs> {
  const tenant = ofTenant ?? await database.tenant('editor');
  const bomId = await database.bom(tenant, partNumbers);
  const run = async () =>
    (await database.query(
      'select * from bomstream.enrichment_runs where bom_id = $1 order by run desc limit 1',
      [bomId],
    ))[0];
  const who = { p_user_id: tenant.userId, p_bom_id: bomId };
  return {
    bomId,
    run,
    start: ({ mode = 'pending', priority = 5 } = {}, client) =>
      database.call('bomstream_start', {
        ...who,
        p_organization_id: tenant.organizationId,
        p_project_id: null,
        p_priority: priority,
        p_mode: mode,
      }, client),
    control: (action, client) => database.call('bomstream_control', { ...who, p_action: action }, client),
    claim: (workerId, client) => database.call('bomstream_claim', { p_worker_id: workerId }, client),
    commit: async (workerId, results, client) =>
      database.call('bomstream_commit', {
        p_worker_id: workerId,
        p_run_id: (await run()).id,
        p_results: results,
      }, client),
    release: (workerId) => database.call('bomstream_release', { p_worker_id: workerId, p_reason: 'test' }),
    events: () =>
      database.query('select * from bomstream.enrichment_events where bom_id = $1 order by run, seq', [
        bomId,
      ]),
    lines: () =>
      database.query('select * from bomstream.bom_lines where bom_id = $1 order by line_number', [bomId]),
  };
}

/** Results for claimed lines, all of one status. */
export function results(
  lines: readonly Json[],
  status: 'not_found' | 'failed' | 'enriched' = 'not_found',
): Json[] {
  return lines.map(({ line_id, fence, mpn }) => ({
    line_id,
    fence,
    status,
    ...(status === 'enriched' ? { quality_score: 90, source: 'test', component: component(mpn) } : {}),
  }));
}

function component(mpn: string): Json {
  const fields = { manufacturer: { value: 'Manufacturer', source: 'test', confidence: 1 } };
  return { orderable_key: mpn, mpn, manufacturer: 'Manufacturer', fields, quality_score: 95 };
}

/** `n` different part numbers. */
export function parts(n: number, prefix = 'P'): string[] {
  return Array.from({ length: n }, (_, i) => `${prefix}${String(i + 1).padStart(5, '0')}`);
}
