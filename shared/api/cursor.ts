/** Where a page of a list ends: opaque to clients, who hand it back as it is. */
import { base64url } from 'jose';
import { z } from 'zod';
import { text } from './values.ts';

/** What orders a list, of its last item. */
export type Cursor = readonly (string | number)[];

/** None is longer: a few names and ids, or the words of a line that something was decided of, up to 1,100 of four bytes. */
const MAX_CHARS = 6_500;
const Parts = z.array(z.union([z.int(), z.string().regex(/^[^\0\p{Surrogate}]*$/u)])).max(4);

export function writeCursor(cursor: Cursor): string {
  return base64url.encode(JSON.stringify(cursor));
}

function readCursor(given: string): Cursor | null {
  if (given.length > MAX_CHARS || !/^[\w-]*$/.test(given)) return null;
  try {
    return Parts.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(given))));
  } catch {
    return null;
  }
}

/** The cursor that an earlier answer gave. Refused with 400 `invalid_cursor`. */
export const after = text(
  (given) => readCursor(given) !== null,
  'invalid_cursor',
  'The value of after is not from an earlier answer. Start without it.',
).transform((given) => readCursor(given)!);
