/** What a capacitor is made of: a ceramic of the size and value of a tantalum is another part. */
import { technologiesIn, type Technology, technologyOf } from '../../../parts/text/technology.ts';
import { compare, foundIn, type Told, type Verdict } from '../compare.ts';
import type { Check } from '../subject.ts';

export const checkTechnology: Check = (subject) => {
  if (subject.said.kind !== 'capacitor') return [];
  const { value, footprint, description } = subject.line;
  const asked = Object.entries({ value, footprint, description }).flatMap(
    ([where, text]): [string, readonly Told<Technology>[]][] => {
      const told = technologiesIn(text ?? '').map(({ technology, text }) => (
        { is: technology, text: inWords(technology), read: text }
      ));
      return told.length > 0 ? [[where, told]] : [];
    },
  );
  return compare<Technology, Technology>({
    check: 'technology',
    field: 'category',
    asked: new Map(asked),
    found: foundIn(subject, 'category', ({ value }) => technologyOf(value), inWords),
    asFound: (is) => is,
    judge,
  }, subject);
};

const inWords = (technology: Technology) => technology.replaceAll('_', ' ');

/** Either of the other two may have a polymer inside, and lists have such parts under both names. */
const POLARISED: readonly Technology[] = [
  'polymer_capacitor',
  'tantalum_capacitor',
  'electrolytic_capacitor',
];

function judge(asked: Technology, found: Technology, where: string): Verdict {
  if (asked === found) return 'fine';
  const pair = [asked, found];
  if (pair.includes('polymer_capacitor') && pair.every((one) => POLARISED.includes(one))) return 'fine';
  // The name of a footprint may be of what was drawn first.
  const isTold = where !== 'footprint';
  const isCeramic = pair.includes('ceramic_capacitor') && pair.some((one) => POLARISED.includes(one));
  return isTold && isCeramic ? 'error' : 'warning';
}
