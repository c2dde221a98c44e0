/** Stands between functions and the database: loses calls on demand, and remembers what every commit was told. */

/** Every `every`th call loses its request, which then never runs, or its reply, which nobody hears of. */
export interface Loss {
  readonly part: 'request' | 'reply';
  readonly every: number;
}

/** One commit as the database answered it, whoever got to hear that. `accepted` is null where it did not answer. */
export interface WitnessedCommit {
  readonly worker: string;
  readonly run: string;
  readonly accepted: number | null;
  readonly results: readonly { readonly line: string; readonly fence: number; readonly status: string }[];
}

/** What the line of a log that holds a commit begins with. */
export const WITNESSED = 'witnessed: ';

export interface Witness {
  readonly around: (name: string, args: unknown, call: () => Promise<Response>) => Promise<Response>;
  lose(loss: Loss | null): void;
}

interface CommitArguments {
  readonly p_worker_id: string;
  readonly p_run_id: string;
  readonly p_results: readonly {
    readonly line_id: string;
    readonly fence: number;
    readonly status: string;
  }[];
}

/** @param log null for losing calls only: nobody then relies on what a commit's arguments look like */
export function createWitness(log: ((line: string) => void) | null): Witness {
  let loss: Loss | null = null;
  let calls = 0;

  async function run(name: string, args: unknown, call: () => Promise<Response>): Promise<Response> {
    if (!log || (name !== 'enrichment_commit' && name !== 'enrichment_advance')) return call();
    let response: Response | null = null;
    try {
      response = await call();
      return response;
    } finally {
      const reply = response?.ok ? await response.clone().json() : null;
      const { p_worker_id, p_run_id, p_results } = args as CommitArguments;
      const commit: WitnessedCommit = {
        worker: p_worker_id,
        run: p_run_id,
        accepted: reply?.accepted ?? null,
        results: p_results.map(({ line_id, fence, status }) => ({ line: line_id, fence, status })),
      };
      log(`${WITNESSED}${JSON.stringify(commit)}`);
    }
  }

  return {
    lose(next) {
      loss = next;
      calls = 0;
    },
    async around(name, args, call) {
      calls += 1;
      const lost = loss && calls % loss.every === 0 ? loss.part : null;
      if (lost === 'request') return brokenConnection();
      const response = await run(name, args, call);
      return lost === 'reply' ? brokenConnection() : response;
    },
  };
}

/** Headers, and then nothing: the connection breaks while the answer is read. */
function brokenConnection(): Response {
  return new Response(new ReadableStream({ start: (controller) => controller.error(new Error('lost')) }));
}
