import { expect, it } from 'vitest';
import { whyEqual } from '../../../web/src/bom/why-equal.ts';

const by = (manufacturer: string) => ({
  manufacturer,
  reason: `Same size and value by ${manufacturer}'s numbering. Not confirmed to be sold.`,
});

it('names the manufacturer whose numbering says so, where it is one', () => {
  expect(whyEqual([by('Vishay'), by('Vishay')])).toBe(by('Vishay').reason);
});

it('names none of several manufacturers for all of them', () => {
  expect(whyEqual([by('Vishay'), by('Yageo')])).toBe(
    "Same size and value each by its manufacturer's numbering. Not confirmed to be sold.",
  );
});
