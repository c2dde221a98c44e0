/** Values in addresses and headers, each with the code and the sentence that refuse it. */
import { z } from 'zod';
import { parseEventId } from '../domain/event-id.ts';
import { issueInWords } from '../domain/issue-words.ts';
import type { ErrorCode } from './errors.ts';

/** What a value is refused with; shared/http/handle.ts reads it. */
export interface RefusedAs {
  readonly code: ErrorCode;
}

/** A text that is refused with a code of its own. */
export function text(isValid: (text: string) => boolean, code: ErrorCode, sentence: string) {
  return z.string().refine(isValid, { error: sentence, params: { code } satisfies RefusedAs });
}

const Uuid = z.guid();

/** A UUID, which the database and the hub compare in lower case. Refused with 400 `invalid_id`. */
export function id(name: string) {
  return text(
    (given) => Uuid.safeParse(given).success,
    'invalid_id',
    `The ${name} must be a UUID such as 0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d.`,
  ).meta({ format: 'uuid' }).transform((given) => given.toLowerCase());
}

/** A whole number in digits. Refused with 400 `invalid_query`. */
export function wholeNumber(least: number, most: number) {
  return z.string().refine(
    (given) => /^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most,
    `must be a whole number from ${least} to ${most}`,
  ).meta({ examples: [`${most}`] }).transform(Number);
}

/** JSON in a field of a form. Refused with a code of its own, 422. */
export function jsonText<Schema extends z.ZodType>(schema: Schema, code: ErrorCode) {
  return z.string().transform((given, context): z.output<Schema> => {
    const read = schema.safeParse(parsed(given), { error: issueInWords });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const place = issue?.path.join('.') ?? '';
    context.addIssue({
      code: 'custom',
      message: `This is not what a preview answered: ${place ? `${place}: ` : ''}${
        issue?.message ?? 'no JSON'
      }.`,
      params: { code } satisfies RefusedAs,
    });
    return z.NEVER;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A switch in a form: `true`, or left out. Refused with 400 `invalid_query`. */
export const yes = z.literal('true', 'must be true or left out');

/** An event id. Refused with 400 `invalid_event_id`. */
export function eventId(name: string) {
  return text(
    (given) => parseEventId(given) !== null,
    'invalid_event_id',
    `The value of ${name} must be an event id such as 3-17.`,
  ).meta({ examples: ['3-17'] }).transform((given) => parseEventId(given)!);
}

/** As the draft standard has it: any text that a client makes up, one for each call that it means. */
export const MAX_IDEMPOTENCY_KEY_CHARS = 128;

/** Refused with 400 `invalid_idempotency_key`. */
export const IdempotencyKey = text(
  (key) => key.length > 0 && key.length <= MAX_IDEMPOTENCY_KEY_CHARS,
  'invalid_idempotency_key',
  `The Idempotency-Key must have 1 to ${MAX_IDEMPOTENCY_KEY_CHARS} characters: a new one for each call you mean.`,
).meta({ minLength: 1, maxLength: MAX_IDEMPOTENCY_KEY_CHARS });

/** A time as answers have it. */
export const Timestamp = z.iso.datetime();
