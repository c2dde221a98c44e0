/** How a line is called; tests/integration/line-name.test.ts holds the database to the same. */
import { expect, it } from 'vitest';
import { nameOfLine } from '../../../shared/domain/name-of-line.ts';
import { NAMED_LINES } from '../support/named-lines.ts';

it.each(NAMED_LINES)('%o is $name', ({ name, begins, ...line }) => {
  expect([nameOfLine(line), nameOfLine(line, { begins: true })]).toEqual([name, begins ?? name]);
});
