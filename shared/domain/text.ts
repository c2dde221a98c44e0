/** Texts as users may send them. */
import { z } from 'zod';
import { withoutHidden } from './hidden.ts';
import { MAX_NAME_CHARS } from './limits.ts';

const tooLong = (max: number) => `is longer than the ${max} characters that are possible`;

/**
 * Too long ends the checks, so that none of them costs more than the limit. Postgres stores neither NUL nor half a
 * surrogate pair: either would fail a whole import without naming a line.
 */
export const text = (max: number) =>
  z.string().trim().max(max, { error: tooLong(max), abort: true })
    .regex(/^[^\0\p{Surrogate}]*$/u, 'has a character that cannot be stored');

/** Numbers and names are compared in compatibility form, in which one character may become eighteen. */
export const comparedText = (max: number) =>
  text(max).refine((given) => given.normalize('NFKC').length <= max, tooLong(max));

/** Characters that nobody sees could turn what is around the text, or make it look like another. */
export const shown = (given: z.ZodType<string, string>) =>
  given.refine((said) => withoutHidden(said).hidden.length === 0, 'has characters that nobody sees');

export const shownText = (max: number) => shown(text(max).min(1));
export const shownComparedText = (max: number) => shown(comparedText(max).min(1));

/** What an organization or a project is called. */
export const Name = shownText(MAX_NAME_CHARS);
