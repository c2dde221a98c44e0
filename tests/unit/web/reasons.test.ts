import { expect, it } from 'vitest';
import { reasonsOf } from '../../../web/src/review/reasons.ts';

const USUAL = 'The BOM does not say tolerance: what is usual was taken. Not confirmed to be sold.';

it('says once what holds of all candidates', () => {
  expect(reasonsOf([
    `Value and size as the BOM says, by Yageo’s numbering. ${USUAL}`,
    `Value and size as the BOM says, by Vishay’s numbering. ${USUAL}`,
  ])).toEqual({
    ofAll: USUAL,
    each: [
      'Value and size as the BOM says, by Yageo’s numbering.',
      'Value and size as the BOM says, by Vishay’s numbering.',
    ],
  });
});

it('leaves where it is what is said of one only, or is all that is said', () => {
  expect(reasonsOf([USUAL])).toEqual({ ofAll: '', each: [USUAL] });
  const alike = ['One character differs.', 'One character differs.'];
  expect(reasonsOf(alike)).toEqual({ ofAll: '', each: alike });
});
