/** Calls a runner right after a run was accepted, so that no user waits for cron. */
import { errorName, type Log } from '../log.ts';
import { RUNNER_KEY_HEADER } from '../api/runner.ts';

/** The runner answers before it works. Past this something is wrong with it, and cron will try again. */
const TIMEOUT_MS = 2_000;
/**
 * A call that no isolate took is made again after each of these: one that is just ending takes calls along, and the next
 * one boots within a second. Cron is no help then, for the worker that ended counts as present until its lease runs out.
 */
const REPEAT_AFTER_MS: readonly number[] = [250, 1_000];

/** Never throws: a call that fails for good costs the time to a tick that finds no worker at work. */
export type Invoke = () => Promise<void>;

export interface InvokeDependencies {
  readonly supabaseUrl: string;
  readonly runnerKey: string;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: Log;
}

export function createInvoke({ supabaseUrl, runnerKey, pause, log }: InvokeDependencies): Invoke {
  return async () => {
    for (const ms of REPEAT_AFTER_MS) {
      if (await call() !== 'not_taken') return;
      await pause(ms);
    }
    await call();
  };

  /** @returns `not_taken`: no runner has it. One that was refused or is late is not to be made again. */
  async function call(): Promise<'done' | 'not_taken'> {
    try {
      const response = await fetch(`${supabaseUrl}/functions/v1/enrichment-runner`, {
        method: 'POST',
        headers: { [RUNNER_KEY_HEADER]: runnerKey, 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'start' }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.status !== 202) log('invocation_failed', { status: response.status });
      return response.status >= 500 ? 'not_taken' : 'done';
    } catch (error) {
      const name = errorName(error);
      log('invocation_failed', { error: name });
      return name === 'TimeoutError' ? 'done' : 'not_taken';
    }
  }
}
