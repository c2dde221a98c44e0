/** Sizes of chips, in inches or millimetres: the digits alone do not say which. */
import { isWideTwin, sizeInWords } from '../../../parts/text/chip-sizes.ts';
import { readFootprint } from '../../../parts/text/footprint.ts';
import { compare, type Told } from '../compare.ts';
import { type Check, sayingsOf, type Subject } from '../subject.ts';

export const checkChipSize: Check = (subject) => {
  if (!isChip(subject)) return [];
  const asked = new Map<string, readonly Told<string>[]>();
  for (const { where, sizes, text, isName } of subject.said.footprints) {
    if (sizes.length === 0) continue;
    const told = sizes.map((size) => ({
      is: size,
      text: isName && text.length <= 60 ? text : sizeInWords(size),
    }));
    asked.set(where, [...asked.get(where) ?? [], ...told]);
  }
  return compare<string, string>({
    check: 'chip_size',
    field: 'package',
    asked,
    found: sayingsOf(subject.part, 'package').flatMap(({ value, source }) =>
      readFootprint(`${value}`).sizes.map((size) => ({ is: size, text: `${value}`, source }))
    ),
    asFound: (size) => size,
    judge: (one, other) => one === other ? 'fine' : isWideTwin(one, other) ? 'warning' : 'error',
  }, subject);
};

/** Of a part that nobody knows, four digits are a size only where the line is about a chip. */
function isChip({ part, said }: Subject): boolean {
  return part !== null || (said.kind !== null && !['connector', 'other', 'timing'].includes(said.kind));
}
