/** The background workers behind the look-alikes of pg_cron and pg_net. Real extensions bring their own. */
import pg from 'pg';

/** How often schedules are looked at; well below the shortest schedule, a second. */
const LOOK_MS = 250;

/**
 * Runs due jobs of `cron.job` and sends queued requests of `net.http_request_queue` until stopped.
 * Like pg_cron, a job never runs beside itself; like pg_net, a request leaves only after its commit.
 */
export async function startCron(
  { database, log }: { database: pg.Pool; log: (line: string) => void },
): Promise<{ stop(): Promise<void> }> {
  const { rows: real } = await database.query<{ extname: string }>(
    `select extname from pg_extension where extname in ('pg_cron', 'pg_net')`,
  );
  const has = (name: string) => real.some((row) => row.extname === name);
  const running = new Map<string, Promise<void>>();
  const lastStart = new Map<string, number>();
  let listener: pg.PoolClient | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    const { rows } = await database.query<{ jobid: string; schedule: string; command: string }>(
      'select jobid, schedule, command from cron.job where active',
    );
    for (const job of rows) {
      const last = lastStart.get(job.jobid) ?? lastStart.set(job.jobid, Date.now()).get(job.jobid)!;
      if (Date.now() - last < periodMs(job.schedule) || running.has(job.jobid)) continue;
      lastStart.set(job.jobid, Date.now());
      const run = guard(runJob(job.jobid, job.command)).finally(() => running.delete(job.jobid));
      running.set(job.jobid, run);
    }
  }

  async function runJob(jobId: string, command: string): Promise<void> {
    const started = new Date();
    let outcome: [status: string, message: string];
    const client = await database.connect();
    try {
      await client.query('begin; set local role postgres');
      const { rowCount } = await client.query(command);
      await client.query('commit');
      outcome = ['succeeded', `${rowCount ?? 0} rows`];
    } catch (error) {
      await client.query('rollback').catch(() => {}); // the connection itself is gone; released below
      outcome = ['failed', `ERROR: ${error instanceof Error ? error.message : error}`];
      log(`cron: ${command}: ${outcome[1]}`);
    } finally {
      client.release();
    }
    await database.query(
      'insert into cron.job_run_details (jobid, status, return_message, start_time, end_time) values ($1, $2, $3, $4, now())',
      [jobId, ...outcome, started],
    );
  }

  async function sendRequests(): Promise<void> {
    const { rows } = await database.query(
      `delete from net.http_request_queue
       returning id, url, headers, convert_from(body, 'UTF8') as body, timeout_milliseconds as timeout`,
    );
    await Promise.all(rows.map(async ({ id, url, headers, body, timeout }) => {
      let status: number | null = null;
      let error: string | null = null;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers,
          body,
          signal: AbortSignal.timeout(timeout),
        });
        status = response.status;
        await response.body?.cancel();
      } catch (e) {
        error = e instanceof DOMException && e.name === 'TimeoutError'
          ? `Timeout of ${timeout} ms reached`
          : String(e);
      }
      await database.query(
        'insert into net._http_response (id, status_code, error_msg) values ($1, $2, $3)',
        [
          id,
          status,
          error,
        ],
      );
    }));
  }

  /** Like pg_net's worker, it comes back after a crash of the database, and what was queued then is gone. */
  async function listen(): Promise<void> {
    const client = await database.connect();
    client.on('error', (error) => {
      if (listener !== client) return;
      listener = null;
      client.release(true);
      if (!stopped) log(`net: ${error.message}`);
    });
    client.on('notification', () => guard(sendRequests()));
    listener = client;
    await client.query('listen net_http_request');
    await sendRequests();
  }

  async function guard(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!stopped) log(`cron: ${error}`);
    }
  }

  let connecting = false;
  async function keepListening(): Promise<void> {
    if (listener || connecting) return;
    connecting = true;
    await listen().finally(() => connecting = false);
  }

  if (!has('pg_net')) await keepListening();
  const timers = [
    ...has('pg_cron') ? [] : [setInterval(() => guard(look()), LOOK_MS)],
    ...has('pg_net') ? [] : [setInterval(() => guard(keepListening()), LOOK_MS)],
  ];

  return {
    async stop() {
      stopped = true;
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled(running.values());
      const client = listener;
      listener = null;
      client?.release(true);
    },
  };
}

/** Milliseconds between runs: every N seconds, minute or hour, which is all the product schedules. */
function periodMs(schedule: string): number {
  const seconds = /^(\d+) seconds?$/.exec(schedule)?.[1];
  if (seconds) return Number(seconds) * 1000;
  if (schedule === '* * * * *') return 60_000;
  if (/^\d+ \* \* \* \*$/.test(schedule)) return 3_600_000;
  throw new Error(`the local look-alike of pg_cron knows no schedule '${schedule}'`);
}
