/** HTTP surface of the runner: answers at once, works in the background. */
import { sameSecret } from '../http/auth.ts';
import type { Log } from '../log.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/router.ts';
import type { WorkSummary } from './work.ts';

/** Not `apikey`: the platform takes what stands there for a key of its own, which this one must never be. */
export const RUNNER_KEY_HEADER = 'x-runner-key';

export interface RunnerDependencies {
  /** Any of them opens this function. */
  readonly runnerKeys: readonly string[];
  readonly work: (workerId: string) => Promise<WorkSummary>;
  readonly inBackground: (work: Promise<unknown>) => void;
  readonly log: Log;
}

export function createRunnerRoutes({ runnerKeys, work, inBackground, log }: RunnerDependencies): Route[] {
  return [{
    method: 'POST',
    path: '/enrichment-runner',
    handle: async ({ request }) => {
      const given = request.headers.get(RUNNER_KEY_HEADER) ?? '';
      // All are compared, so that the time does not tell which of them was nearly right.
      const opened = await Promise.all(runnerKeys.map((key) => sameSecret(given, key)));
      if (!opened.includes(true)) {
        throw new Problem(
          401,
          'runner_key_required',
          `Only the value of BOMSTREAM_RUNNER_KEY, in the header ${RUNNER_KEY_HEADER}, opens this function.`,
        );
      }
      // Read before answering: the platform closes the request's body with the answer.
      await request.body?.cancel();
      const workerId = crypto.randomUUID();
      inBackground(work(workerId).then((summary) => log('worked', { worker_id: workerId, ...summary })));
      return Response.json({ worker_id: workerId }, { status: 202 });
    },
  }];
}
