/** Errors as the API answers them: problem+json (RFC 9457) with a stable code and a sentence that helps. */
import { type FieldError, Refusal, type RefusalKind } from '../domain/refusal.ts';

/** A refusal as HTTP carries it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Stable word for programs, for example `bom_not_found`. */
    readonly code: string,
    /** One or two sentences for people: what is wrong and what to do. */
    readonly detail: string,
    readonly extra: { readonly errors?: readonly FieldError[]; readonly headers?: Record<string, string> } =
      {},
  ) {
    super(`${status} ${code}`);
    this.name = 'Problem';
  }

  /** Whether the same request may be granted later, with nothing changed by the one who asks. */
  get isTemporary(): boolean {
    return this.status === 429 || this.status >= 500;
  }

  toResponse(): Response {
    const body = {
      type: `urn:bomstream:problem:${this.code}`,
      title: this.code.replaceAll('_', ' '),
      status: this.status,
      detail: this.detail,
      code: this.code,
      ...(this.extra.errors ? { errors: this.extra.errors } : {}),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { ...this.extra.headers, 'content-type': 'application/problem+json' },
    });
  }
}

/** All that is said of an unknown error, whose message may quote anything. */
export const INTERNAL_ERROR = new Problem(
  500,
  'internal_error',
  'Something went wrong on our side. Try again in a moment.',
);

const STATUS: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  signed_out: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
};

/** The one place where whatever was thrown becomes an answer. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Refusal)) return INTERNAL_ERROR;
  const { kind, code, detail, more: { errors, retryAfterSeconds } } = error;
  return new Problem(STATUS[kind], code, detail, {
    ...(errors ? { errors } : {}),
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  });
}
