/** What `bomstream_health` answers, and what of it is invalid: one word each, for programs and for the doctor. */
import { z } from 'zod';

const CronJob = z.object({
  name: z.string(),
  /** Null: there is no such job. */
  schedule: z.string().nullable(),
  active: z.boolean().nullable(),
  last: z.object({ status: z.string(), message: z.string().nullable(), age_seconds: z.number() }).nullable(),
});
export type CronJob = z.infer<typeof CronJob>;

/** What became of a call of the runner that pg_net made. */
export const RunnerCall = z.object({ status_code: z.int().nullable(), error: z.string().nullable() });
export type RunnerCall = z.infer<typeof RunnerCall>;

const SupplierState = z.object({
  supplier: z.string(),
  last_failure: z.string().nullable(),
  blocked_seconds: z.number().nullable(),
  used_today: z.int(),
  calls_per_day: z.int(),
  /** Of a supplier that sells parts of answers: how many it has counted, of how many. */
  parts_used: z.int(),
  parts_in_all: z.int().nullable(),
});
export type SupplierState = z.infer<typeof SupplierState>;

export const DatabaseHealth = z.object({
  version: z.string(),
  /** Those that the functions can call, with the names of their parameters. */
  functions: z.record(z.string(), z.array(z.string())),
  has_pg_cron: z.boolean(),
  has_pg_net: z.boolean(),
  cron_jobs: z.array(CronJob),
  missing_secrets: z.array(z.string()),
  project_url: z.string().nullable(),
  net_open_to: z.array(z.string()),
  call: RunnerCall.nullable(),
  last_invocation: RunnerCall.nullable(),
  invocations: z.int(),
  unanswered_invocations: z.int(),
  unpublished_seconds: z.number().nullable(),
  /** BOMs whose scheduled run could not be started, and why; ten at most. */
  failed_schedules: z.array(z.object({ bom_id: z.string(), error: z.string() })),
  suppliers: z.array(SupplierState),
  heads: z.array(z.object({ bom_id: z.string(), event_id: z.string() })),
});
export type DatabaseHealth = z.infer<typeof DatabaseHealth>;

/** Longer than two ticks that each had to wait for the one before. */
const LATE_TICKS = 3;
/** A worker of pg_cron or a commit that is a little late is no fault yet. */
const GRACE_SECONDS = 5;
const MINUTE_SECONDS = 60;
/** With fewer than these left, nothing can be asked of a supplier that sells parts. */
const PARTS_OF_A_QUESTION = 2;
/** A run's events are given to Redis within seconds of their commit; past this nobody is giving them. */
const BEHIND_SECONDS = 60;

/** Why a job of cron does not do what it is there for; null when it does. `never`: it has not run yet. */
export type CronFault = 'missing' | 'off' | 'failed' | 'never' | 'late';

export function cronFault({ schedule, active, last }: CronJob): CronFault | null {
  if (schedule === null) return 'missing';
  if (!active) return 'off';
  if (!last) return 'never';
  if (last.status === 'failed') return 'failed';
  return last.age_seconds > lateAfterSeconds(schedule) ? 'late' : null;
}

/** The schedules that the migration makes: each few seconds, or each minute where pg_cron knows no seconds. */
function lateAfterSeconds(schedule: string): number {
  const seconds = /^(\d+) seconds?$/.exec(schedule)?.[1];
  return (seconds ? Number(seconds) : MINUTE_SECONDS) * LATE_TICKS + GRACE_SECONDS;
}

/** Why a call of the runner was in vain; null when it was taken. */
export type CallFault = 'silent' | 'timeout' | 'unreachable' | 'refused' | 'not_found' | 'limits' | 'failed';

/** What the runner answers before it works. */
const ACCEPTED = 202;

const STATUS_FAULTS: Readonly<Record<number, CallFault>> = {
  401: 'refused',
  403: 'refused',
  404: 'not_found',
  546: 'limits',
};

export function callFault({ status_code, error }: RunnerCall): CallFault | null {
  if (/no answer/.test(error ?? '')) return 'silent';
  if (/timeout/i.test(error ?? '')) return 'timeout';
  if (error !== null) return 'unreachable';
  // Whatever else may answer at a wrong address.
  if (status_code === null || status_code === ACCEPTED) return null;
  return STATUS_FAULTS[status_code] ?? 'failed';
}

/** Why a supplier is not asked; null when it is. `key_refused` lasts until somebody puts the key right. */
export type SupplierFault = 'key_refused' | 'over_quota' | 'away' | 'day_used_up' | 'parts_used_up';

export function supplierFault(
  { last_failure, blocked_seconds, used_today, calls_per_day, parts_used, parts_in_all }: SupplierState,
): SupplierFault | null {
  if (last_failure === 'misconfigured') return 'key_refused';
  if (blocked_seconds !== null) return last_failure === 'over_quota' ? 'over_quota' : 'away';
  if (parts_in_all !== null && parts_used > parts_in_all - PARTS_OF_A_QUESTION) return 'parts_used_up';
  return used_today >= calls_per_day ? 'day_used_up' : null;
}

/** Whether events that were committed long since have not been given to Redis. */
export function isPublishingBehind({ unpublished_seconds }: DatabaseHealth): boolean {
  return (unpublished_seconds ?? 0) > BEHIND_SECONDS;
}
