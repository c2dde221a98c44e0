/** BOMs whose runs and events a test writes itself, for what the database answers at the bounds of each. */
import type { Json, TestDatabase } from './database.ts';

export interface RunSketch {
  readonly run?: number;
  readonly status?: string;
  /** How long ago it was started. */
  readonly age?: string;
  readonly lastSeq?: number;
  readonly publishedSeq?: number;
  /** When it is due to be published, from now. */
  readonly due?: string;
}

export function writtenRuns(database: Pick<TestDatabase, 'query'>) {
  return { newBom, writeEvents, writeRun };

  /** A BOM that is not run; what it has of runs and events a test writes itself. */
  async function newBom({ organizationId }: { readonly organizationId: string }): Promise<string> {
    const [bom] = await database.query(
      `insert into bomstream.boms (organization_id, name, line_count) values ($1, 'Guards', 1) returning id`,
      [organizationId],
    );
    return bom.id;
  }

  /** Events 1 to `length` of a run, as emit_event leaves them; in the table the newest stands first, which must not show. */
  async function writeEvents(bomId: string, run: number, length: number): Promise<void> {
    await database.query(
      `insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
       select b.id, $2::integer, n, b.organization_id, 'enrichment.progress', jsonb_build_object('event_id', $2::integer || '-' || n, 'bom_id', b.id)
       from bomstream.boms b, generate_series(1, $3::integer) n where b.id = $1 order by n desc`,
      [bomId, run, length],
    );
    await database.query(
      `insert into bomstream.enrichment_progress (bom_id, organization_id, run, seq, status, event)
       select e.bom_id, e.organization_id, e.run, e.seq, 'enriching', e.event from bomstream.enrichment_events e
       where (e.bom_id, e.run, e.seq) = ($1, $2::integer, $3::integer)
       on conflict (bom_id) do update set run = excluded.run, seq = excluded.seq, event = excluded.event`,
      [bomId, run, length],
    );
  }

  async function writeRun(
    bomId: string,
    { run = 1, status = 'paused', age = '0', lastSeq = 0, publishedSeq = 0, due = 'infinity' }: RunSketch =
      {},
  ): Promise<void> {
    const ended = ['completed', 'failed', 'cancelled'].includes(status);
    await database.query(
      `insert into bomstream.enrichment_runs (bom_id, organization_id, run, mode, priority, status, batch_size, total_items,
         created_at, completed_at, last_seq, published_seq, publish_due_at)
       select b.id, b.organization_id, $2, 'pending', 5, $3, 10, 1, clock_timestamp() - $4::interval,
         case when $5 then clock_timestamp() end, $6, $7,
         case when $8 = 'infinity' then 'infinity' else clock_timestamp() + $8::interval end
       from bomstream.boms b where b.id = $1`,
      [bomId, run, status, age, ended, lastSeq, publishedSeq, due],
    );
  }
}

export const seqs = (from: number, to: number, run = 1) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${run}-${from + i}`);
export const eventIds = (events: readonly Json[]) => events.map(({ event_id }) => event_id);
