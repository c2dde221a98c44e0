/** Calls a runner right after a run was accepted, so that no user waits for cron. */
import { errorName, type Log } from '../http/log.ts';
import { RUNNER_KEY_HEADER } from './endpoint.ts';

/** The runner answers before it works. Past this something is wrong with it, and cron will try again. */
const TIMEOUT_MS = 2_000;

/** Never throws: a kick that fails costs at most the time to the next tick. */
export type Kick = () => Promise<void>;

export function createKick(
  { supabaseUrl, runnerKey, log }: { supabaseUrl: string; runnerKey: string; log: Log },
): Kick {
  return async () => {
    try {
      const response = await fetch(`${supabaseUrl}/functions/v1/enrichment-runner`, {
        method: 'POST',
        headers: { [RUNNER_KEY_HEADER]: runnerKey, 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'start' }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.status !== 202) log('kick_failed', { status: response.status });
    } catch (error) {
      log('kick_failed', { error: errorName(error) });
    }
  };
}
