/** What is wrong with a value, in words for the person who wrote it: the validator's own are for programmers. */
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * The words for an issue that its schema has none of its own for, to stand behind "at quantity: ".
 * Given to `safeParse` as `error`; undefined leaves the validator's own.
 */
export function issueInWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return limit(issue.origin, issue.minimum, issue.inclusive === false ? 'more than' : 'at least');
    case 'too_big':
      return limit(issue.origin, issue.maximum, issue.inclusive === false ? 'less than' : 'at most');
    case 'invalid_format':
      return FORMATS[issue.format];
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `has fields that there are not here: ${issue.keys.join(', ')}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return 'is nothing that is understood here';
    default:
      return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'must be a moment such as 2026-01-31T12:00:00Z',
  date: 'must be a day such as 2026-01-31',
  email: 'must be an e-mail address',
  guid: 'must be a UUID such as 0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d',
  uuid: 'must be a UUID such as 0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d',
  url: 'must be an address such as https://example.com/hook',
  regex: 'is not written as it has to be',
};

/** What is counted of a text, a list or an object; a number counts itself. */
const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  object: ['field', 'fields'],
  record: ['field', 'fields'],
  map: ['field', 'fields'],
};

function limit(origin: string, amount: number | bigint, word: string): string {
  const counted = COUNTED[origin];
  if (counted === undefined) return `must be ${word} ${amount}`;
  if (word === 'at least' && Number(amount) === 1) return 'must not be empty';
  return `must have ${word} ${amount} ${Number(amount) === 1 ? counted[0] : counted[1]}`;
}
