/** Whether cron runs its two jobs. */
import {
  type CronFault,
  cronFault,
  type CronJob,
  type DatabaseHealth,
} from '../../shared/database/health.ts';
import { fail, type Finding, ok } from './finding.ts';

/** A job that was just made first runs within this: each minute where pg_cron knows no seconds. */
const FIRST_RUN_MS = 70_000;
const LOOK_MS = 1_000;

/** As supabase/schemas/cron.sql makes them. */
const COMMANDS: Readonly<Record<string, string>> = {
  'bomstream-tick': 'select public.bomstream_tick()',
  'bomstream-sweep': 'select public.bomstream_sweep() from generate_series(1, 3)',
};

const schedule = (name: string) => `select cron.schedule('${name}', '10 seconds', '${COMMANDS[name]}');`;

const RESTART =
  'restart the database (hosted: in the dashboard under Project Settings, General; locally: end npm start and start it again).';

const FAULTS: Readonly<
  Record<CronFault, (job: CronJob) => readonly [says: string, mend: string]>
> = {
  missing: ({ name }) => [`There is no cron job ${name}.`, schedule(name)],
  off: ({ name }) => [
    `The cron job ${name} is switched off.`,
    `select cron.alter_job((select jobid from cron.job where jobname = '${name}'), active := true);`,
  ],
  failed: ({ name, last }) => [
    `The cron job ${name} failed the last time it ran: ${last!.message}`,
    `Run it by hand as postgres, and fix what it reports: ${COMMANDS[name]};`,
  ],
  never: ({ name }) => [
    `The cron job ${name} has never run.`,
    `pg_cron's worker does not run: ${RESTART}`,
  ],
  late: ({ name, schedule, last }) => [
    `The cron job ${name} is late: its schedule is "${schedule}", and it last ran ${
      Math.round(last!.age_seconds)
    } s ago.`,
    `pg_cron's worker has stopped or is held up: ${RESTART}`,
  ],
};

export interface CronOptions {
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export async function checkCron(
  health: () => Promise<DatabaseHealth>,
  { wait, now }: CronOptions,
): Promise<Finding[]> {
  const deadline = now() + FIRST_RUN_MS;
  for (;;) {
    const { has_pg_cron, cron_jobs } = await health();
    if (!has_pg_cron) {
      return [fail(
        'pg_cron is not enabled, so runs whose worker died do not recover, and nothing old is deleted.',
        `create extension pg_cron; ${Object.keys(COMMANDS).map(schedule).join(' ')}`,
      )];
    }
    const isNew = cron_jobs.some((job) => cronFault(job) === 'never');
    if (isNew && now() < deadline) await wait(LOOK_MS);
    else return cron_jobs.map(examine);
  }
}

function examine(job: CronJob): Finding {
  const fault = cronFault(job);
  return fault === null
    ? ok(`The cron job ${job.name} ran ${Math.round(job.last!.age_seconds)} s ago`)
    : fail(...FAULTS[fault](job));
}
