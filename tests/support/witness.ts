/** Stands between functions and the database: loses calls on demand, and remembers what every worker was told. */

/** Every `every`th call loses its request, which then never runs, or its reply, which nobody hears of. */
export interface Loss {
  readonly part: 'request' | 'reply';
  readonly every: number;
}

/** A call of a worker as the database answered it, whoever got to hear that. */
export interface WitnessedCall {
  readonly run: string;
  /** What a commit brought, and how many of them were taken; null where the database did not answer. */
  readonly results: readonly { readonly line: string; readonly fence: number; readonly status: string }[];
  readonly accepted: number | null;
  /** What a claim was given. */
  readonly claimed: readonly { readonly line: string; readonly fence: number }[];
}

/** What the line of a log that holds a call begins with. */
export const WITNESSED = 'witnessed: ';

const WORKERS_CALLS = new Set(['bomstream_claim', 'bomstream_commit', 'bomstream_advance']);

export interface Witness {
  readonly around: (name: string, args: unknown, call: () => Promise<Response>) => Promise<Response>;
  lose(loss: Loss | null): void;
}

interface Result {
  readonly line_id: string;
  readonly fence: number;
  readonly status: string;
}

interface Arguments {
  readonly p_run_id?: string;
  readonly p_results?: readonly Result[];
}

interface Reply {
  readonly run?: { readonly run_id: string } | null;
  readonly accepted?: number;
  readonly lines?: readonly Omit<Result, 'status'>[];
  /** Of a commit that goes on with another run: what a claim of that one would have answered. */
  readonly next?: Reply | null;
}

/** @param log null for losing calls only: nobody then relies on what a commit's arguments look like */
export function createWitness(log: ((line: string) => void) | null): Witness {
  let loss: Loss | null = null;
  let calls = 0;

  async function run(name: string, args: unknown, call: () => Promise<Response>): Promise<Response> {
    if (!log || !WORKERS_CALLS.has(name)) return call();
    let response: Response | null = null;
    try {
      response = await call();
      return response;
    } finally {
      const reply = response?.ok ? await response.clone().json() as Reply : null;
      const { p_run_id, p_results = [] } = args as Arguments;
      const note = (run: string | undefined, reply: Reply | null, results: readonly Result[]) => {
        if (!run) return;
        const witnessed: WitnessedCall = {
          run,
          results: results.map(({ line_id, fence, status }) => ({ line: line_id, fence, status })),
          accepted: reply ? reply.accepted ?? 0 : null,
          claimed: reply?.lines?.map(({ line_id, fence }) => ({ line: line_id, fence })) ?? [],
        };
        log(`${WITNESSED}${JSON.stringify(witnessed)}`);
      };
      note(p_run_id ?? reply?.run?.run_id, reply, p_results);
      note(reply?.next?.run?.run_id, reply?.next ?? null, []);
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
