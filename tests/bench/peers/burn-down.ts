// What every queue that is measured does alike: works through jobs that are already there, and says how far it got.
import { readLines } from '../../../local/lines.ts';

/** What a queue is told when it is started. */
export interface BurnDownOptions {
  readonly databaseUrl: string;
  /** Path of a file with a `BurnDownJob[]`, the same for all. */
  readonly jobsFile: string;
  /** `load` stores all jobs and ends; `work` says `ready`, waits for a line and then works until stdin ends. */
  readonly do: 'load' | 'work';
  /** False: jobs that do nothing. */
  readonly writesResults: boolean;
  /** Jobs that are taken and done together, where the queue is told. */
  readonly batch?: number | undefined;
}

export interface BurnDownJob {
  readonly mpn: string;
  /** What becomes of it, found before anything is measured: this is about queues, not about decoding. */
  readonly result: unknown;
}

export function readOptions(): BurnDownOptions {
  return JSON.parse(Deno.args[0]!);
}

export function readJobs({ jobsFile }: BurnDownOptions): readonly BurnDownJob[] {
  return JSON.parse(Deno.readTextFileSync(jobsFile));
}

/** Says that everything is ready and returns when it is to begin. Ends the process with stdin. */
export async function begin(): Promise<void> {
  const orders = readLines(Deno.stdin.readable);
  console.log('ready');
  const { done } = await orders.next();
  if (done) Deno.exit(0);
  void orders.next().then(() => Deno.exit(0));
}

/** How often a process says how far it is: often enough to end a measurement with, too rarely to cost anything. */
const REPORT_MS = 10;

let unreported = 0;

/** That so many more jobs are done. */
export function report(jobs: number): void {
  if (unreported === 0) {
    setTimeout(() => {
      console.log(unreported);
      unreported = 0;
    }, REPORT_MS);
  }
  unreported += jobs;
}

/** One result row per job, as many at once as there are. */
export const INSERT_RESULTS =
  `insert into public.bench_results (job, result) select x.job, x.result from json_to_recordset($1) as x(job integer, result jsonb)`;
