/** The colour of a LED. */
import { coloursIn } from '../../../parts/text/colour.ts';
import { compare, toldBy } from '../compare.ts';
import { type Check, sayingsOf } from '../subject.ts';

export const checkColour: Check = (subject) => {
  if (subject.said.kind !== 'led') return [];
  return compare<string, string>({
    check: 'colour',
    field: 'colour',
    asked: toldBy(
      subject,
      'colour',
      (reading) => typeof reading.value === 'string' ? reading.value : null,
      (is) => is,
    ),
    found: sayingsOf(subject.part, 'colour').flatMap(({ value, source }) =>
      coloursIn(`${value}`).map((colour) => ({ is: colour.value, text: `${value}`, source }))
    ),
    judge: (asked, found) => asked === found ? 'fine' : 'error',
  }, subject);
};
