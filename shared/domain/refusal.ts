/** A request that the product refuses, in words for the person who made it. How they are delivered is not known here. */

/** What was wrong with one place of what was given. */
export interface FieldError {
  /** For example `lines.3.quantity`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What the one who asked can do about it: correct it, sign in, have a right, look elsewhere, wait. */
export type RefusalKind =
  | 'malformed'
  | 'signed_out'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'too_many'
  | 'unavailable';

/** A refusal for the person who asked. Anything else that is thrown is a fault, whose details stay internal. */
export class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** Stable word for programs, for example `bom_not_found`. */
    readonly code: Code,
    /** One or two sentences for people: what is wrong and what to do. */
    readonly detail: string,
    readonly more: { readonly errors?: readonly FieldError[]; readonly retryAfterSeconds?: number } = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
