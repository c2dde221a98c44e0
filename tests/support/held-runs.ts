/**
 * Runs that do not end before a test is done with them. A run that works may end before the next call arrives, however
 * many lines it has.
 */
import { vi } from 'vitest';
import { inDatabase, sql } from './admin.ts';
import type { StackAddress } from './stack.ts';
import type { Tenant } from './tenant.ts';

const START_PAUSED =
  `select public.bomstream_start($1, $2, $3, null, 5, 'pending'), public.bomstream_control($1, $2, 'pause')`;

/** Starts a run that is paused before any of its lines is claimed. */
export async function startPaused(stack: StackAddress, who: Tenant, bomId: string): Promise<void> {
  await sql(stack, START_PAUSED, [who.userId, bomId, who.organizationId]);
}

/** Resolves once nobody works at a run that `startUnending` began: all but its last line settled, and everything published. */
export async function untilOnlyHeld(stack: StackAddress, bomId: string): Promise<void> {
  await vi.waitUntil(async () => {
    const [{ idle }] = await sql(
      stack,
      `select r.last_seq = r.published_seq
              and (select count(*) = 1 from bomstream.bom_lines l where l.bom_id = r.bom_id and l.status = 'pending') as idle
         from bomstream.enrichment_runs r where r.bom_id = $1 order by r.run desc limit 1`,
      [bomId],
    );
    return idle;
  }, HELD);
}

/** What it takes to notice a run that does not get there. */
const HELD = { timeout: 60_000, interval: 100 };

/**
 * Starts a run whose last lines wait for an hour, or until they are let go: the others are worked at, and the run goes on.
 * @param held how many lines wait
 */
export async function startUnending(
  stack: StackAddress,
  who: Tenant,
  bomId: string,
  held = 1,
): Promise<void> {
  await inDatabase(stack, async (admin) => {
    await admin.query(START_PAUSED, [who.userId, bomId, who.organizationId]);
    const { rowCount } = await admin.query(
      `update bomstream.bom_lines set visible_at = now() + interval '1 hour'
         where bom_id = $1 and line_number > (select max(line_number) - $2 from bomstream.bom_lines where bom_id = $1)`,
      [bomId, held],
    );
    if (rowCount !== held) throw new Error(`${rowCount} lines of ${bomId} wait instead of ${held}`);
  });
  const { status, body } = await who.call('POST', `enrichment/${bomId}/resume`);
  if (status >= 300) throw new Error(`the run did not go on: ${JSON.stringify(body)}`);
}

/** The lines that wait are worked at, too. */
export async function letGo(stack: StackAddress, bomId: string): Promise<void> {
  await sql(
    stack,
    `update bomstream.bom_lines set visible_at = '-infinity' where bom_id = $1 and status = 'pending' and worker_id is null`,
    [bomId],
  );
  // or they would wait for the next one
  await sql(stack, 'select public.bomstream_tick()');
}
