/** Holds a value against a schema, and says where it differs in words that help. */
import { z } from 'zod';
import { issueInWords } from './issue-words.ts';
import { Refusal } from './refusal.ts';

const asPath = (path: readonly PropertyKey[]) => path.join('.');

/**
 * `value` as the schema describes it.
 * @param place words for a place in it, for people who did not write it as JSON
 * @throws Refusal `unknown_field` or `invalid_body`, naming every place that is wrong
 */
export function validate<T>(
  schema: z.ZodType<T>,
  value: unknown,
  place: (path: readonly PropertyKey[]) => string = asPath,
): T {
  const result = alternativeOf(schema, value).safeParse(value, { error: issueInWords });
  if (result.success) return result.data as T;
  const { issues } = result.error;
  const errors = issues.slice(0, MAX_REPORTED).map((issue) => ({
    path: cut(place(issue.path)),
    message: cut(issue.message),
  }));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => asPath([...issue.path, key])) : []
  );
  if (unknown.length > 0) {
    const names = unknown.slice(0, MAX_REPORTED).map(cut).join(', ');
    throw new Refusal(
      'invalid',
      'unknown_field',
      `There is no field ${names}. Remove it or correct its spelling.`,
      { errors },
    );
  }
  const first = errors[0];
  const where = first?.path ? ` at ${first.path}` : '';
  throw new Refusal(
    'invalid',
    'invalid_body',
    `The body is invalid${where}: ${first?.message}.`,
    {
      errors,
    },
  );
}

/**
 * Of several kinds of bodies the one that `value` is meant as: the first whose own required fields it has, otherwise
 * the last. A refusal that named what is wrong with each kind would help nobody.
 */
function alternativeOf(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion) || typeof value !== 'object' || value === null) return schema;
  const kinds = schema.options as z.ZodObject[];
  const isOwn = (kind: z.ZodObject, key: string) =>
    !kind.shape[key]!.isOptional() && kinds.every((other) => other === kind || !(key in other.shape));
  return kinds.find((kind) => Object.keys(kind.shape).every((key) => !isOwn(kind, key) || key in value)) ??
    kinds.at(-1)!;
}

/** A body with ten thousand wrong lines needs no answer with ten thousand entries. */
const MAX_REPORTED = 20;
/** Names of fields are the caller's own, and a message may list them all. */
const MAX_REPORTED_CHARS = 200;

/** What is the caller's own, for a sentence. */
export function cut(text: string): string {
  return text.length > MAX_REPORTED_CHARS ? `${text.slice(0, MAX_REPORTED_CHARS)}…` : text;
}
