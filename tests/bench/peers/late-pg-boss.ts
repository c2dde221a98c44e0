// pg-boss: what becomes of a result that a worker brings after its job expired and was given to another.
import { PgBoss } from 'npm:pg-boss@12.38.0';

const QUEUE = 'late';
const LOOK_MS = 200;
const boss = new PgBoss({
  connectionString: Deno.args[0]!,
  supervise: false,
  schedule: false,
  monitorIntervalSeconds: 1,
});
await boss.start();
await boss.createQueue(QUEUE, { expireInSeconds: 1 });

/** Waits until pg-boss itself finds the job expired and gives it to another worker. */
async function fetchExpired() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await boss.supervise(QUEUE);
    const [job] = await boss.fetch(QUEUE);
    if (job) return job;
  }
}

/** How the late worker names what it is done with: by its id, or as fetch() handed it out. */
async function bringLate(by: 'id' | 'job') {
  await boss.send(QUEUE);
  const late = (await boss.fetch(QUEUE))[0]!;
  const owner = await fetchExpired();
  if (owner.id !== late.id) throw new Error('another job was there');
  const taken = await boss.complete(QUEUE, by === 'id' ? late.id : late, { by: 'late worker' });
  const owners = await boss.complete(QUEUE, by === 'id' ? owner.id : owner, { by: 'owner' });
  const [job] = await boss.findJobs(QUEUE, { id: late.id });
  return { late: taken.affected, owner: owners.affected, stored: (job?.output as { by?: string })?.by };
}

console.log(JSON.stringify({ byId: await bringLate('id'), byJob: await bringLate('job') }));
await boss.stop();
Deno.exit(0);
