/** HTTP surface of the runner: answers at once, works in the background. */
import { sameSecret } from '../http/auth.ts';
import type { Cors } from '../http/cors.ts';
import type { Log } from '../http/log.ts';
import { Problem } from '../http/problem.ts';
import { createRouter } from '../http/router.ts';
import type { WorkSummary } from './work.ts';

export interface RunnerEndpointDependencies {
  /** The secret key named `runner`. Null refuses everybody. */
  readonly runnerKey: string | null;
  readonly work: (workerId: string) => Promise<WorkSummary>;
  readonly inBackground: (work: Promise<unknown>) => void;
  readonly cors: Cors;
  readonly log: Log;
}

export function createRunnerEndpoint(
  { runnerKey, work, inBackground, cors, log }: RunnerEndpointDependencies,
) {
  return createRouter({
    cors,
    log,
    routes: [{
      method: 'POST',
      path: '/enrichment-runner',
      handle: async ({ request }) => {
        const given = request.headers.get('apikey');
        if (!given || !runnerKey || !await sameSecret(given, runnerKey)) {
          throw new Problem(
            401,
            'runner_key_required',
            'Only the secret key named "runner", in the apikey header, opens this function.',
          );
        }
        // Read before answering: the platform closes the request's body with the answer.
        await request.body?.cancel();
        const workerId = crypto.randomUUID();
        inBackground(work(workerId).then((summary) => log('worked', { worker_id: workerId, ...summary })));
        return Response.json({ worker_id: workerId }, { status: 202 });
      },
    }],
  });
}
