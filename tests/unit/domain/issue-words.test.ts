/** What is wrong with a value is said in words, whatever the validator calls it. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { validate } from '../../../shared/domain/validate.ts';

const schema = z.object({
  boards: z.int().min(1).max(9),
  lines: z.array(z.string()).min(1).max(2),
  name: z.string().min(1).max(3),
  bom_id: z.guid(),
  mode: z.enum(['all', 'failed']),
  price: z.number().positive(),
  own: z.string('must be a word'),
}).partial();

const detailOf = (value: unknown, by: z.ZodType = schema): string => {
  try {
    validate(by, value);
  } catch (e) {
    if (e instanceof Refusal) return e.detail;
    throw e;
  }
  return 'fine';
};

it.each([
  [{ boards: 0 }, 'The body is invalid at boards: must be at least 1.'],
  [{ boards: 10 }, 'The body is invalid at boards: must be at most 9.'],
  [{ boards: 1.5 }, 'The body is invalid at boards: must be a whole number.'],
  [{ boards: '1' }, 'The body is invalid at boards: must be a number.'],
  [{ lines: [] }, 'The body is invalid at lines: must not be empty.'],
  [{ lines: ['a', 'b', 'c'] }, 'The body is invalid at lines: must have at most 2 entries.'],
  [{ lines: 'a' }, 'The body is invalid at lines: must be a list.'],
  [{ name: '' }, 'The body is invalid at name: must not be empty.'],
  [{ name: 'abcd' }, 'The body is invalid at name: must have at most 3 characters.'],
  [{ name: 7 }, 'The body is invalid at name: must be a text.'],
  [
    { bom_id: 'x' },
    'The body is invalid at bom_id: must be a UUID such as 0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d.',
  ],
  [{ mode: 'some' }, 'The body is invalid at mode: must be one of all, failed.'],
  [{ price: 0 }, 'The body is invalid at price: must be more than 0.'],
  // what a schema says by itself stands
  [{ own: 1 }, 'The body is invalid at own: must be a word.'],
  [{ boards: 3, lines: ['a'], name: 'abc' }, 'fine'],
])('%j: %s', (value, detail) => {
  expect(detailOf(value)).toBe(detail);
});

it('says of what is not there that it is missing', () => {
  expect(detailOf({}, z.object({ name: z.string() }))).toBe('The body is invalid at name: is missing.');
});
