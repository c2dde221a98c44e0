/** What the server says when it refuses. */
import type { Problem } from './connection.ts';

/** A refusal, with the server's own sentence, which is written for the person who reads it. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
  constructor(
    readonly status: number,
    readonly code: string | null,
    detail: string,
    /** How long the server asks to wait before another try; 0, or none, where it does not say. */
    readonly retryAfterMs?: number | undefined,
  ) {
    super(detail);
  }
}

/** Reads a refusal. A proxy that stands in for the server may answer with a page of its own. */
export async function problemOf(
  response: Response,
): Promise<Problem & { readonly status: number }> {
  const answer = await response.json().catch(() => null);
  return {
    status: response.status,
    code: answer?.code ?? null,
    detail: answer?.detail ?? answer?.message ??
      `The server answered ${response.status}. Try again in a moment.`,
    retryAfterMs: 1_000 * +response.headers.get('retry-after')! || 0,
  };
}

export const refusedBy = ({ status, code, detail, retryAfterMs }: Problem): RefusedCall =>
  new RefusedCall(status!, code, detail, retryAfterMs);

export const UNREACHABLE: Problem = {
  status: null,
  code: null,
  detail: 'The server cannot be reached. Check your connection.',
};
