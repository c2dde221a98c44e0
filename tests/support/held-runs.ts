/**
 * Runs that do not end before a test is done with them. A run that works may end before the next call arrives, however
 * many lines it has.
 */
import { inDatabase, sql } from './admin.ts';
import type { StackAddress } from './stack.ts';
import type { Tenant } from './tenant.ts';

const START_PAUSED =
  `select public.bomstream_start($1, $2, $3, null, 5, 'pending'), public.bomstream_control($1, $2, 'pause')`;

/** Starts a run that is paused before any of its lines is claimed. */
export async function startPaused(stack: StackAddress, who: Tenant, bomId: string): Promise<void> {
  await sql(stack, START_PAUSED, [who.userId, bomId, who.organizationId]);
}

/** Starts a run whose last line waits for an hour: the others are worked at, and the run goes on. */
export async function startUnending(stack: StackAddress, who: Tenant, bomId: string): Promise<void> {
  await inDatabase(stack, async (admin) => {
    await admin.query(START_PAUSED, [who.userId, bomId, who.organizationId]);
    const { rowCount } = await admin.query(
      `update bomstream.bom_lines set visible_at = now() + interval '1 hour'
         where bom_id = $1 and line_number = (select max(line_number) from bomstream.bom_lines where bom_id = $1)`,
      [bomId],
    );
    if (rowCount !== 1) throw new Error(`no line of ${bomId} waits`);
  });
  const { status, body } = await who.call('POST', `enrichment/${bomId}/resume`);
  if (status >= 300) throw new Error(`the run did not go on: ${JSON.stringify(body)}`);
}
