/** What a bare number in the place of a value can mean on a chip: itself, or the code that is printed on such parts. */
import { scaled } from './decoders/codecs.ts';
import { gridOf } from './decoders/grid.ts';
import { valuesOf } from './text/numbers.ts';

/** A number alone: `104`, `0,1`. */
const BARE = /^(\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})$/;
/** A code and the letter of a tolerance: `103J`, `104K`. `10K` and `1M` of a resistor are prefixes. */
const WITH_TOLERANCE = { resistor: /^(\d{3,4})J$/, capacitor: /^(\d{3})[JKM]$/ } as const;
const CODE = /^[1-9]\d{1,2}[1-9]$/;

/** What is made of either kind, in ohms and farads. */
const MADE = { resistor: [0.1, 100e6], capacitor: [0.1e-12, 470e-6] } as const;

/**
 * The values that a bare number can mean, the likeliest first. Nobody makes 104 Ω or 104 pF: that is the code for four zeros. A
 * capacitor of less than one is one of microfarads; of 10 it may be as well one of picofarads.
 */
export function bareValues(text: string, kind: keyof typeof MADE): readonly number[] {
  const plainText = text.trim();
  const number = (BARE.exec(plainText) ?? WITH_TOLERANCE[kind].exec(plainText))?.[1]?.replace(/^[.,]/, '0.');
  if (number === undefined) return [];
  const code = CODE.test(number) ? [scaled(number.slice(0, -1), Number(number.at(-1)))] : [];
  const [from, to] = MADE[kind];
  const isMade = (value: number) => value === 0 && kind === 'resistor' || value >= from && value <= to;
  if (kind === 'resistor') {
    const plain = valuesOf(number);
    const areUsual = plain.some((value) => ['E24', 'E96'].includes(gridOf(value) ?? ''));
    return [...code, ...(code.length === 0 || areUsual ? plain : [])].filter(isMade);
  }
  if (code.length > 0) return code.map((value) => scaled(`${value}`, -12)).filter(isMade);
  const inMicro = valuesOf(number, -6);
  return (Number(number.replace(',', '.')) < 1 ? inMicro : [...valuesOf(number, -12), ...inMicro]).filter(
    isMade,
  );
}
