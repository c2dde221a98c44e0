/** Makes a plan come true: each fault as close to the real thing as one machine allows. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Follower } from './follower.ts';
import type { Fault, Step } from './schedule.ts';
import { limitSuppliers, useUpQuota } from './supplier.ts';
import { ask, type Bom, eventually, startRun, type World } from './world.ts';

/** How long a killer waits for a victim: isolates boot on demand. */
const VICTIM_MS = 5_000;

/** What has been done so far, by name. */
export type Tally = Map<string, number>;

export interface Havoc {
  readonly world: World;
  readonly followers: readonly Follower[];
  readonly tally: Tally;
  /** When Redis was last emptied; what was committed before need not be in it. */
  lastFlush: number;
}

/** Resolves when all steps are done and what they broke for a while works again. */
export async function play(havoc: Havoc, steps: readonly Step[]): Promise<void> {
  const begun = Date.now();
  await Promise.all(steps.map(async ({ atMs, fault }) => {
    await rest(Math.max(0, begun + atMs - Date.now()));
    await perform(havoc, fault);
  }));
}

async function perform(havoc: Havoc, fault: Fault): Promise<void> {
  const { world: { stack, sql }, world, followers } = havoc;
  switch (fault.kind) {
    case 'kill_runner':
      return await signal(havoc, 'enrichment-runner', fault.target, ['SIGKILL'], 0);
    case 'kill_stream':
      return await signal(havoc, 'enrichment-stream', fault.target, ['SIGKILL'], 0);
    case 'freeze_runner':
      return await signal(havoc, 'enrichment-runner', fault.target, ['SIGSTOP', 'SIGCONT'], fault.ms);
    case 'crash_database':
      await stack.crashDatabase();
      return count(havoc, 'crash_database');
    case 'fail_redis':
      await stack.failRedis(fault.how);
      await rest(fault.ms);
      await stack.failRedis('none');
      return count(havoc, `redis ${fault.how}`);
    case 'flush_redis':
      return await flush(havoc);
    case 'lose_calls':
      await stack.loseCalls({ part: fault.part, every: fault.every });
      await rest(fault.ms);
      await stack.loseCalls(null);
      return count(havoc, `lose ${fault.part}`);
    case 'fail_supplier':
      await world.suppliers.fail(fault.how, undefined, fault.who);
      await rest(fault.ms);
      await world.suppliers.fail(null, undefined, fault.who);
      return count(havoc, `${fault.who === 'all' ? 'all suppliers' : fault.who} ${fault.how.kind}`);
    case 'use_up_quota':
      await useUpQuota(world, fault.of);
      await rest(fault.ms);
      await limitSuppliers(world.sql);
      return count(havoc, `use up the suppliers' ${fault.of}`);
    case 'cut_clients':
      followers.forEach((follower, i) => i % 2 === 0 && follower.cut());
      return count(havoc, 'cut_clients');
    case 'pause': {
      const bom = await victim(world, fault.target);
      if (!bom) return;
      count(havoc, `pause ${await control(bom, 'pause')}`);
      if (fault.resumeAfterMs === null) return;
      await rest(fault.resumeAfterMs);
      // A lost answer, or a database that is away: a user presses the button until it works.
      await eventually(async () => [200, 404, 409].includes(await control(bom, 'resume')), VICTIM_MS * 4);
      return;
    }
    case 'cancel': {
      const bom = await victim(world, fault.target);
      if (bom) count(havoc, `cancel ${await control(bom, 'cancel')}`);
      return;
    }
    case 'start_twice': {
      const bom = await victim(world, fault.target);
      if (bom) count(havoc, `start while active ${await startRun(bom, 5)}`);
      return;
    }
    case 'delete_bom': {
      const bom = await victim(world, fault.target);
      if (!bom) return;
      bom.deleted = true;
      await sql('delete from bomstream.boms where id = $1', [bom.id]);
      return count(havoc, 'delete_bom');
    }
    case 'revoke_viewer': {
      const members = world.viewers.filter(({ revokedAt }) => revokedAt === null);
      const viewer = members[Math.floor(fault.target * members.length)];
      if (!viewer) return;
      await sql('delete from bomstream.organization_members where user_id = $1', [viewer.tenant.userId]);
      viewer.revokedAt = Date.now();
      return count(havoc, 'revoke_viewer');
    }
  }
}

/** Sends signals to one of a function's processes, `ms` after each other. */
async function signal(
  havoc: Havoc,
  name: string,
  target: number,
  signals: readonly NodeJS.Signals[],
  ms: number,
): Promise<void> {
  let pid: number | undefined;
  await eventually(async () => {
    const pids = await havoc.world.stack.pids(name);
    pid = pids[Math.floor(target * pids.length)];
    return pid !== undefined;
  }, VICTIM_MS);
  if (pid === undefined) return;
  for (const each of signals) {
    try {
      process.kill(pid, each);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return; // somebody was faster
      throw error;
    }
    if (each !== 'SIGCONT') count(havoc, `${each} ${name}`);
    if (ms > 0 && each === 'SIGSTOP') await rest(ms);
  }
}

async function flush(havoc: Havoc): Promise<void> {
  try {
    await havoc.world.redis('FLUSHDB');
    count(havoc, 'flush_redis');
  } catch {
    // It is failing on purpose at this moment, which does not say that nothing was emptied: only the answer may be lost.
    count(havoc, 'flush_redis without an answer');
  } finally {
    havoc.lastFlush = Date.now();
  }
}

/** One of the BOMs with a run that has not ended. */
async function victim({ boms, sql }: World, target: number): Promise<Bom | undefined> {
  const rows = await sql(
    `select bom_id from bomstream.enrichment_runs where status in ('queued', 'enriching') order by bom_id`,
  );
  const active = new Set(rows.map(({ bom_id }) => bom_id));
  const there = boms.filter(({ id, deleted }) => active.has(id) && !deleted);
  return there[Math.floor(target * there.length)];
}

function control(bom: Bom, action: string): Promise<number> {
  return ask(() => bom.tenant.call('POST', `enrichment/${bom.id}/${action}`));
}

function count({ tally }: Havoc, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}
