/** The polarity of a transistor: one that conducts the other way round does not work in its place. */
import { isWithin } from '../../../domain/categories.ts';
import { polaritiesIn, type Polarity } from '../../../parts/text/polarity.ts';
import { compare, type Told } from '../compare.ts';
import { type Check, isBesideItsName, sayingsOf, type Subject } from '../subject.ts';

type Polarities = readonly Polarity[];

export const checkPolarity: Check = (subject) => {
  const { value, description } = subject.line;
  if (!isTransistor(subject)) return [];
  const asked = Object.entries({ value, description }).flatMap(
    ([where, text]): [string, readonly Told<Polarities>[]][] => {
      const said = polaritiesIn(text ?? '');
      return said.length === 0 ? [] : [[where, [told(said)]]];
    },
  );
  return compare<Polarities, Polarities>({
    check: 'polarity',
    field: 'description',
    asked: new Map(asked),
    found: sayingsOf(subject.part, 'description').flatMap(({ value, source }) => {
      const said = polaritiesIn(`${value}`);
      return said.length === 0
        ? []
        : [{ is: said.map(({ polarity }) => polarity), text: `${value}`, source }];
    }),
    judge: (wanted, has, where) => {
      // Of a pair of both, one half may be meant.
      if (wanted.some((one) => has.includes(one))) return 'fine';
      return isOfOneKind(wanted, has) && !isBesideItsName(subject, where) ? 'error' : 'warning';
    },
  }, { hear: heardWhole(subject) });
};

/** A description is shown whole: its polarity marks it where it is the other one, and agrees with no more than a word of it. */
function heardWhole({ hear, line: { description } }: Subject): NonNullable<Subject['hear']> {
  return (field, { text, where, verdict }) => {
    if (verdict === 'fine') return;
    hear?.(field, { text: where === 'description' ? description ?? text : text, where, verdict });
  };
}

const isTransistor = ({ part }: Subject): boolean =>
  isWithin(`${sayingsOf(part, 'category')[0]?.value ?? ''}`, 'transistor');

function told(said: ReturnType<typeof polaritiesIn>): Told<Polarities> {
  const is = said.map(({ polarity }) => polarity);
  return { is, text: is.join(' and '), read: said[0]!.text };
}

/** A MOSFET in the place of a bipolar transistor may be meant; the other channel may not. */
const isOfOneKind = (a: Polarities, b: Polarities): boolean => isChannel(a[0]!) === isChannel(b[0]!);
const isChannel = (polarity: Polarity): boolean => polarity.endsWith('channel');
