/** The call of functions/enrichment-runner, which the product makes itself. */
import { z } from 'zod';
import { IDS } from './examples.ts';
import { defineRoute } from './route.ts';

/** Not `apikey`: the platform takes what stands there for a key of its own, which this one must never be. */
export const RUNNER_KEY_HEADER = 'x-runner-key';

export const runRunner = defineRoute({
  method: 'POST',
  path: '/enrichment-runner',
  summary: 'Works in the background until no line can be claimed. Called by the product itself.',
  role: 'runner',
  status: 202,
  answer: z.object({ worker_id: z.guid() }),
  errors: [],
  example: { answer: { worker_id: IDS.worker } },
});
