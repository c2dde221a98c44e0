/** The functions as the commands call them: with the token of a user who has just signed in. */
import { Refusal } from '../shared/domain/refusal.ts';
import { type Client, createClient, RefusedCall } from '../client/client.ts';

export interface Api extends Client {
  /** An access token that holds now: a command may watch a run for longer than one lasts. */
  readonly token: () => Promise<string>;
  /** The project's. */
  readonly url: string;
}

export function createApi(apiUrl: string, token: () => Promise<string>): Api {
  return { ...createClient({ url: apiUrl, token }), token, url: apiUrl };
}

/** What a person at a terminal does about a refusal. */
const HINTS: Readonly<Record<string, string>> = {
  invalid_id: ' bomstream list says the ids of BOMs.',
  nothing_to_do: ' --mode all looks up lines again that have an answer.',
};

/** Why something failed, for a terminal: of a refusal by the server also what to search for. */
export function messageOf(error: unknown): string {
  if (error instanceof RefusedCall) {
    return `${error.message}${HINTS[error.code ?? ''] ?? ''} (${error.status} ${error.code ?? 'no code'})`;
  }
  if (error instanceof Refusal) return error.detail;
  return error instanceof Error ? error.message : String(error);
}
