/** What a case is given. */
import type { Client, Connection } from '../clients/client.ts';
import { type FindOffset, type Proxy, startProxy } from '../proxy.ts';
import type { FinishedBom, Target } from '../target.ts';

export interface CaseContext {
  readonly target: Target;
  /** Shared by all cases: not to be changed. */
  readonly finished: FinishedBom;
  readonly client: Client;
  /** Opens a path of the server through a proxy of its own; both are closed after the case. */
  open(path: string, options?: { holdAt?: FindOffset; lastEventId?: string }): Promise<Opened>;
}

export interface Opened {
  readonly connection: Connection;
  readonly proxy: Proxy;
}

export interface StreamCase {
  readonly name: string;
  /** For clients whose first request can carry a cursor. */
  readonly needsFirstCursor?: true;
  /** Also run inside workers, where a browser's networking takes other ways. */
  readonly alsoInWorkers?: true;
  run(context: CaseContext): Promise<void>;
}

/** Runs a case with everything it opens, and closes that whichever way it ends. */
export async function runCase(
  streamCase: StreamCase,
  given: Pick<CaseContext, 'target' | 'finished' | 'client'>,
): Promise<void> {
  const opened: Opened[] = [];
  try {
    await streamCase.run({
      ...given,
      async open(path, { holdAt, lastEventId } = {}) {
        const proxy = await startProxy(given.target.apiUrl, holdAt);
        const connection = await given.client.open(
          `${proxy.url}${path}`,
          lastEventId === undefined ? {} : { lastEventId },
        );
        opened.push({ connection, proxy });
        return { connection, proxy };
      },
    });
  } finally {
    for (const { connection, proxy } of opened) {
      await connection.close();
      await proxy.stop();
    }
  }
}
