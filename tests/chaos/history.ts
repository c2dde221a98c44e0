/** What Postgres says happened, and whether it can have happened so: invariants 1, 2, 4, 7 and 9 of the design. */
import type { Json } from '../support/tenant.ts';
import type { WitnessedCall } from '../support/witness.ts';
import type { World } from './world.ts';

/** Kinds of violations, so that a negative control can say which one it provokes. */
export type Kind =
  | 'counters'
  | 'numbering'
  | 'ending'
  | 'settled once'
  | 'fence'
  | 'after the end'
  | 'waiting'
  | 'redis invented'
  | 'redis incomplete'
  | 'client'
  | 'tenant'
  | 'source'
  | 'supplier'
  | 'polls'
  | 'not ended'
  | 'deadlock'
  | 'crashed';

export interface Violation {
  readonly kind: Kind;
  readonly what: string;
}

export type Report = (kind: Kind, what: string) => void;

export interface History {
  /** Each with its run, oldest first. */
  readonly events: readonly Json[];
  readonly runs: readonly Json[];
  readonly lines: readonly Json[];
}

const TERMINAL = /^enrichment\.(completed|failed|cancelled)$/;
/** Five seconds, and what an event may be written later than it is decided on. */
const WAITS_APART_MS = 4_000;
const ACTIVE = new Set(['queued', 'enriching', 'paused']);
const STATUSES = ['enriched', 'not_found', 'failed'] as const;

export async function readHistory({ sql }: World): Promise<History> {
  return {
    events: await sql('select * from bomstream.enrichment_events order by bom_id, run, seq'),
    runs: await sql(
      `select r.*, to_jsonb(p) as progress from bomstream.enrichment_runs r
       left join bomstream.enrichment_progress p on p.bom_id = r.bom_id order by r.bom_id, r.run`,
    ),
    lines: await sql('select * from bomstream.bom_lines order by bom_id, line_number'),
  };
}

export function checkHistory(history: History, calls: readonly WitnessedCall[], report: Report): void {
  const eventsOf = groupBy(history.events, ({ bom_id, run }) => `${bom_id} ${run}`);
  const linesOf = groupBy(history.lines, ({ bom_id }) => bom_id);
  const callsOf = groupBy(calls, ({ run }) => run);
  for (const run of history.runs) {
    const events = eventsOf.get(`${run.bom_id} ${run.run}`) ?? [];
    const isLatest = !history.runs.some((other) => other.bom_id === run.bom_id && other.run > run.run);
    const say: Report = (kind, what) =>
      report(kind, `run ${run.run} of ${run.bom_id} (${run.status}): ${what}`);
    checkNumbering(run, events, say);
    checkCounters(run, events, isLatest, say);
    checkWaiting(run, events, say);
    checkSettled(run, events, callsOf.get(run.id) ?? [], say);
    if (isLatest) checkLines(run, events, linesOf.get(run.bom_id) ?? [], callsOf.get(run.id) ?? [], say);
  }
}

function checkNumbering(run: Json, events: readonly Json[], say: Report): void {
  if (events.length !== run.last_seq || events.some(({ seq }, i) => seq !== i + 1)) {
    say('numbering', `has events ${events.map(({ seq }) => seq).join(' ')}, and last_seq ${run.last_seq}`);
  }
  const ends = events.filter(({ event_type }) => TERMINAL.test(event_type));
  if (ACTIVE.has(run.status)) {
    if (ends.length > 0) say('ending', 'is at work and has an end');
    if (run.status !== 'paused') say('not ended', `stopped at ${run.run}-${run.last_seq}`);
  } else if (ends.length !== 1 || ends[0] !== events.at(-1)) {
    say('after the end', `has ends at ${ends.map(({ seq }) => seq).join(' ')} of ${events.length} events`);
  } else if (ends[0].event_type !== `enrichment.${run.status}`) {
    say('ending', `ended with ${ends[0].event_type}`);
  }
}

function checkCounters(run: Json, events: readonly Json[], isLatest: boolean, say: Report): void {
  for (const { event } of events) {
    const { state } = event;
    const sum = [...STATUSES, 'skipped', 'pending'].reduce(
      (total, name) => total + state[`${name}_items`],
      0,
    );
    if (sum !== state.total_items) {
      say('counters', `${event.event_id} adds up to ${sum} of ${state.total_items}`);
    }
  }
  const last = events.at(-1)?.event;
  for (const name of [...STATUSES, 'skipped', 'pending', 'total']) {
    if (last && last.state[`${name}_items`] !== run[`${name}_items`]) {
      say('counters', `${name} is ${run[`${name}_items`]} in the row and otherwise in ${last.event_id}`);
    }
  }
  if (isLatest && JSON.stringify(run.progress?.event) !== JSON.stringify(last)) {
    say('counters', `the progress row is not ${last?.event_id}`);
  }
}

/** A run that waits promises no end, one that does not is not said to, and nobody is told of it all the time. */
function checkWaiting(run: Json, events: readonly Json[], say: Report): void {
  const waits = (status: string) => status === 'queued' || status === 'enriching';
  for (const { event: { event_id, state } } of events) {
    if (!state.waiting_for) continue;
    if (!waits(state.status)) say('waiting', `${event_id} says that it waits, and ${state.status}`);
    if (state.eta_seconds !== null || state.items_per_second !== null) {
      say('waiting', `${event_id} says that it waits, and how fast it is`);
    }
  }
  const newest = events.at(-1)?.event.state.waiting_for ?? null;
  if ((newest?.reason ?? null) !== run.waiting_for) {
    say('waiting', `waits for ${run.waiting_for}, and ${newest?.reason} in its newest event`);
  }
  // The first claim is told of in an event without a batch, too.
  const alone = events.filter(({ event_type, event }, i) =>
    event_type === 'enrichment.progress' && !event.payload.batch &&
    !(events[i - 1].event.state.status === 'queued' && event.state.status === 'enriching')
  );
  for (const [i, { event, created_at }] of alone.entries()) {
    const before = alone[i - 1];
    if (before && created_at - before.created_at < WAITS_APART_MS) {
      say(
        'waiting',
        `${event.event_id} came ${created_at - before.created_at} ms after ${before.event.event_id}`,
      );
    }
  }
}

/** Every line at most once per run, by a commit that was accepted, or by nobody when workers kept dying. */
function checkSettled(
  run: Json,
  events: readonly Json[],
  calls: readonly WitnessedCall[],
  say: Report,
): void {
  const batches = events.flatMap(({ event }) => event.payload.batch ?? []);
  const numbers = batches.flatMap(({ items }) => items ?? []).map(({ line_number }) => line_number);
  const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  if (twice.length > 0) say('settled once', `settled lines ${[...new Set(twice)].join(' ')} more than once`);
  const completed = batches.reduce((sum, batch) => sum + batch.completed, 0);
  const counted = STATUSES.reduce((sum, name) => sum + run[`${name}_items`], 0);
  if (completed !== counted) {
    say('settled once', `reported ${completed} settled lines and counted ${counted}`);
  }
  const accepted = calls.flatMap(({ accepted, results }) => accepted === results.length ? results : []);
  const claims = accepted.map(({ line, fence }) => `${line} ${fence}`);
  const again = claims.filter((claim, i) => claims.indexOf(claim) !== i);
  if (again.length > 0) say('settled once', `accepted the results of ${again.length} claims more than once`);
  const newest = new Map<string, number>();
  for (const { line, fence } of calls.flatMap(({ claimed }) => claimed)) {
    newest.set(line, Math.max(fence, newest.get(line) ?? 0));
  }
  const late = accepted.filter(({ line, fence, status }) =>
    status !== 'retry' && fence < (newest.get(line) ?? 0)
  );
  if (late.length > 0) say('fence', `accepted ${late.length} results of claims that others had taken over`);
  const final = accepted.filter(({ status }) => status !== 'retry').length;
  if (final > counted) say('settled once', `accepted ${final} results and counted ${counted}`);
}

/** The lines as they are now say the same as the latest run's events and commits. */
function checkLines(
  run: Json,
  events: readonly Json[],
  lines: readonly Json[],
  calls: readonly WitnessedCall[],
  say: Report,
): void {
  const settled = lines.filter(({ result_run }) => result_run === run.run);
  const items = new Map<string, Json>();
  for (const { seq, event } of events) {
    for (const item of event.payload.batch?.items ?? []) items.set(item.line_id, { ...item, seq });
  }
  const handedIn = new Set(
    // What was refused as a whole cannot have settled anything; of the rest nobody knows which.
    calls.filter(({ accepted }) => accepted !== 0)
      .flatMap(({ results }) => results.map(({ line, fence, status }) => `${line} ${fence} ${status}`)),
  );
  for (const status of STATUSES) {
    const count = settled.filter(({ result_status }) => result_status === status).length;
    if (count !== run[`${status}_items`]) {
      say('counters', `${count} lines are ${status}, and ${run[`${status}_items`]} are counted`);
    }
  }
  for (const line of settled) {
    const at = `line ${line.line_number}`;
    const item = items.get(line.id);
    if (!item || item.status !== line.result_status || item.seq !== line.changed_seq) {
      say('settled once', `${at} is not what its event says`);
    }
    const isGivenUp = line.remarks.some(({ code }: Json) => code === 'worker_lost');
    // Put off once too often, a line fails.
    const asWhat = line.result_status === 'failed' ? ['failed', 'retry'] : [line.result_status];
    if (!isGivenUp && !asWhat.some((status) => handedIn.has(`${line.id} ${line.fence} ${status}`))) {
      say(
        'fence',
        `${at} was settled by a claim that had lost it: nobody handed it in at fence ${line.fence}`,
      );
    }
    if (run.completed_at && line.settled_at > run.completed_at) {
      say('after the end', `${at} was settled after the run's end`);
    }
  }
}

/** No field of a component has a value without a source. */
export async function checkSources({ sql }: World, report: Report): Promise<void> {
  const unsourced = await sql(
    `select c.orderable_key, f.key from bomstream.components c, jsonb_each(c.fields) f where coalesce(f.value ->> 'source', '') = ''`,
  );
  for (const { orderable_key, key } of unsourced) {
    report('source', `${key} of ${orderable_key} has no source`);
  }
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
