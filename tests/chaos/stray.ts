/**
 * Workers that keep to the protocol and to nothing else: several lanes under one id, as an isolate has while it ends,
 * that hold lines past their lease, hand in twice, hand in what they have released, and vanish.
 */
import { setTimeout as rest } from 'node:timers/promises';
import type { Json } from '../support/tenant.ts';
import { results } from '../support/runs.ts';
import type { Random } from './random.ts';
import { LEASE_SECONDS, type World } from './world.ts';

/** Leaves most of the work to the runners, whom this is about. */
const BETWEEN_CLAIMS_MS = [200, 600] as const;
const OVERSLEEP_MS = LEASE_SECONDS * 1000 + 50;

export interface Strays {
  stop(): Promise<void>;
}

/** Calls a function of the database as a runner does; null when nobody answers, or not as it should be. */
export async function rpc({ stack }: World, name: string, args: Json): Promise<Json> {
  try {
    const response = await fetch(`${stack.apiUrl}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { apikey: stack.keys.secretKeys.default, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answer = await response.json();
    return response.ok ? answer : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function startStrays(
  world: World,
  random: Random,
  { workers, lanes }: { readonly workers: number; readonly lanes: number },
): Strays {
  let stopped = false;
  const working = Array.from({ length: workers }, () => crypto.randomUUID())
    .flatMap((id) => Array.from({ length: lanes }, () => lane(id)));
  return {
    async stop() {
      stopped = true;
      await Promise.all(working);
    },
  };

  async function lane(id: string): Promise<void> {
    while (!stopped) {
      await rest(random.int(...BETWEEN_CLAIMS_MS));
      const claim = await rpc(world, 'bomstream_claim', { p_worker_id: id });
      if (!claim?.run || claim.lines.length === 0) continue;
      const { run_id } = claim.run;
      const commit = {
        p_worker_id: id,
        p_run_id: run_id,
        p_results: results(claim.lines, 'enriched').sort(() => random.next() - 0.5),
      };
      const fate = random.next();
      if (fate < 0.15) continue; // gone, with its lines
      if (fate < 0.45) {
        await rest(OVERSLEEP_MS);
        // Has forgotten that it holds something, and may be given the same lines once more.
        const again = await rpc(world, 'bomstream_claim', { p_worker_id: id });
        await rpc(world, 'bomstream_commit', commit);
        if (again?.run) {
          const p_results = results(again.lines, 'enriched');
          await rpc(world, 'bomstream_commit', { p_worker_id: id, p_run_id: again.run.run_id, p_results });
        }
        continue;
      }
      if (fate < 0.6) {
        const lines = claim.lines.map(({ line_id }: Json) => line_id);
        await rpc(world, 'bomstream_extend', { p_worker_id: id, p_run_id: run_id, p_line_ids: lines });
      } else if (fate < 0.75) {
        await rpc(world, 'bomstream_release', { p_worker_id: id, p_reason: 'out_of_time' });
      }
      await rpc(world, 'bomstream_commit', commit);
      if (fate > 0.9) await rpc(world, 'bomstream_commit', commit);
    }
  }
}
