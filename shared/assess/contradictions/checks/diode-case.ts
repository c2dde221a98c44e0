/** `Schottky SMA`: the case of a diode in three letters, which in the prose of other parts are a connector. */
import { isWithin } from '../../../domain/categories.ts';
import { readFootprint } from '../../../parts/text/footprint.ts';
import { areAlike } from '../../../parts/text/packages.ts';
import { compare, type Told } from '../compare.ts';
import { type Check, sayingsOf } from '../subject.ts';
import { isAnybodys } from './package.ts';

const CASE = /(?<![\p{L}\p{N}-])SM[ABC](?![\p{L}\p{N}])/gu;
/** A plug of this name stands beside it. */
const PLUG = /conn|anten|coax|jack|plug|\brf\b/i;

export const checkDiodeCase: Check = (subject) => {
  const category = `${sayingsOf(subject.part, 'category')[0]?.value ?? ''}`;
  if (!isWithin(category, 'diode') || isAnybodys(subject, category)) return [];
  const { value, description } = subject.line;
  const asked = Object.entries({ value, description }).flatMap(
    ([where, text]): [string, readonly Told<string>[]][] => {
      if (!text || PLUG.test(text)) return [];
      const told = [...text.slice(0, 1_000).matchAll(CASE)].map(([is]) => ({ is, text: is }));
      return told.length === 0 ? [] : [[where, told]];
    },
  );
  return compare<string, readonly string[]>({
    check: 'package',
    field: 'package',
    asked: new Map(asked),
    found: sayingsOf(subject.part, 'package').flatMap(({ value, source }) => {
      const { families } = readFootprint(`${value}`);
      return families.length === 0 ? [] : [{ is: families, text: `${value}`, source }];
    }),
    judge: (wanted, families) => families.some((family) => areAlike(wanted, family)) ? 'fine' : 'warning',
    how: () => 'another body',
  }, subject);
};
