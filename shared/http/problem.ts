/** Errors as the API answers them: problem+json (RFC 9457) with a stable code and a sentence that helps. */

/** What was wrong with one place of a body. */
export interface FieldError {
  /** For example `lines.3.quantity`; empty for the body as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A refusal meant for the caller. Anything else that is thrown becomes a bare 500. */
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
