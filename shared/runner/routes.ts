/** HTTP surface of the runner: answers at once, works in the background. */
import { runRunner } from '../api/runner.ts';
import { handle } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import type { Log } from '../log.ts';
import type { WorkSummary } from './work.ts';

export interface RunnerDependencies {
  /** Any of them opens this function. */
  readonly runnerKeys: readonly string[];
  readonly work: (workerId: string) => Promise<WorkSummary>;
  readonly inBackground: (work: Promise<unknown>) => void;
  readonly log: Log;
}

export function createRunnerRoutes(dependencies: RunnerDependencies): Route[] {
  const { work, inBackground, log } = dependencies;
  return [
    handle(runRunner, dependencies, async ({ request }) => {
      // Read before answering: the platform closes the request's body with the answer.
      await request.body?.cancel();
      const workerId = crypto.randomUUID();
      inBackground(work(workerId).then((summary) => log('worked', { worker_id: workerId, ...summary })));
      return { worker_id: workerId };
    }),
  ];
}
