/** Takes guards away, one at a time, from a running stack: a check that does not notice is not worth its name. */
import { truncate } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLogs, checkRedis } from './checks.ts';
import { type Control, DATABASE_CONTROLS, FUNCTION_CONTROLS } from './controls.ts';
import { checkHistory, type Kind, readHistory } from './history.ts';
import { mutateDatabase, mutateFunctions } from './mutate.ts';
import { chooseSeed } from './random.ts';
import { runScenario } from './scenario.ts';
import { SHORT } from './short.ts';
import { checkSuppliers } from './supplier.ts';
import { createWorld, eventually, type World } from './world.ts';

const SMALL = {
  tenants: 1,
  bomsPerTenant: 2,
  linesPerBom: 24,
  isolates: 1,
  wallClockSeconds: 400,
  batchPauseMs: 0,
};
/** What becomes of publishing within a second is seen well before this. */
const PUBLISH_MS = 15_000;

describe('without', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ ...SMALL, bomsPerTenant: 2 * DATABASE_CONTROLS.length });
    // Nobody but a schedule's own workers: cron is off, and nothing the database calls has a key.
    await world.sql('update cron.job set active = false');
    await world.sql(`update vault.secrets set name = 'nobody' where name = 'runner_key'`);
  });
  afterAll(() => world.stop());

  it.each(DATABASE_CONTROLS)('$guard: $caughtAs', async (control) => {
    expect(await violationsOf(world, control)).toEqual([]);
    const restore = await mutateDatabase(world, control.mutations);
    try {
      expect(await violationsOf(world, control)).toContain(control.caughtAs);
    } finally {
      await restore();
    }
  });
});

describe('without, in the functions,', () => {
  it.each(FUNCTION_CONTROLS)('$guard: $caughtAs', { timeout: 120_000 }, async (control) => {
    expect(await violationsIn(undefined, control)).toEqual([]);
    const changed = await mutateFunctions(control.mutations[0]!);
    try {
      expect(await violationsIn(changed.functions, control)).toContain(control.caughtAs);
    } finally {
      await changed.remove();
    }
  });

  async function violationsIn(functions: string | undefined, control: Control): Promise<Kind[]> {
    const world = await createWorld({ ...SMALL, ...(functions ? { functions } : {}) });
    try {
      return await violationsOf(world, control);
    } finally {
      await world.stop();
    }
  }
});

describe('chance alone', () => {
  // Many lanes under one id are what the fence is for: the worker check cannot tell them apart.
  // One schedule does nearly always; where it has passed the fault by, another one is played.
  it('finds out that the fence is gone, in three schedules at most', { timeout: 300_000 }, async () => {
    const kinds = new Set<string>();
    for (let schedule = 1; schedule <= 3 && !kinds.has('fence'); schedule += 1) {
      const seed = chooseSeed();
      console.log(`SEED=${seed}`);
      const { violations } = await runScenario({
        ...SHORT,
        seed,
        strays: { workers: 1, lanes: 10 },
        mutations: DATABASE_CONTROLS[0]!.mutations,
      });
      for (const { kind } of violations) kinds.add(kind);
    }
    expect([...kinds]).toContain('fence');
  });
});

/** Plays a control's schedule on a BOM of its own and answers which kinds of violations there are in it. */
async function violationsOf(world: World, control: Control): Promise<Kind[]> {
  const bom = world.boms.find(({ deleted }) => !deleted)!;
  world.calls.splice(0);
  if (world.stack.databaseLog) await truncate(world.stack.databaseLog);
  await control.provoke(world, bom);
  await eventually(async () => {
    const [{ behind }] = await world.sql(
      'select count(*) as behind from bomstream.enrichment_runs where published_seq < last_seq',
    );
    return Number(behind) === 0;
  }, FUNCTION_CONTROLS.includes(control) ? PUBLISH_MS : 0);

  const kinds = new Set<Kind>();
  const report = (kind: Kind) => void kinds.add(kind);
  const history = await readHistory(world);
  checkHistory(history, world.calls, report);
  if (FUNCTION_CONTROLS.includes(control)) {
    await checkRedis({ world, lastFlush: 0 }, history, report);
    // the schedules' own workers make their results up, and ask nobody
    await checkSuppliers(world, report);
  }
  await checkLogs(world, report);
  bom.deleted = true;
  await world.sql('delete from bomstream.boms where id = $1', [bom.id]);
  return [...kinds];
}
