/** Calls a runner right after a run was accepted, so that no user waits for cron. */
import { errorName, type Log } from '../log.ts';
import { RUNNER_KEY_HEADER } from '../api/runner.ts';

/** The runner answers before it works. Past this something is wrong with it, and cron will try again. */
const TIMEOUT_MS = 2_000;

/** Never throws: a call that fails costs at most the time to the next tick. */
export type Invoke = () => Promise<void>;

export function createInvoke(
  { supabaseUrl, runnerKey, log }: { supabaseUrl: string; runnerKey: string; log: Log },
): Invoke {
  return async () => {
    try {
      const response = await fetch(`${supabaseUrl}/functions/v1/enrichment-runner`, {
        method: 'POST',
        headers: { [RUNNER_KEY_HEADER]: runnerKey, 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'start' }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.status !== 202) log('invocation_failed', { status: response.status });
    } catch (error) {
      log('invocation_failed', { error: errorName(error) });
    }
  };
}
