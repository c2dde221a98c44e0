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

it('leaves what is said of one only where it is', () => {
  expect(reasonsOf([USUAL])).toEqual({ ofAll: '', each: [USUAL] });
  expect(reasonsOf(['Same number. Sold.', 'Same number.'])).toEqual({
    ofAll: 'Same number.',
    each: ['Sold.', ''],
  });
});
