/**
 * Capacitance, tolerance and voltage as the manufacturers of capacitors write them (EIA and IEC letters). Up to 10 pF
 * a tolerance is absolute, from 10 pF on it is relative; keeping the two apart refuses numbers that mix them.
 */
import { codec, scaled, smallCapacitance, type ValueCodec, zerosCapacitance } from '../../codecs.ts';
import { absoluteTolerances, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Forms, Segment, ValueSegment } from '../../table.ts';

/** Capacitance up to 10 pF as `smallCapacitance` has it, and whole picofarads as two digits and no zeros: `020` is 2 pF. */
const smallWithLeadingZero = codec(
  [3],
  /^(0[1-9]0|0R[1-9]|[1-9]R\d|R[1-9]\d|100)$/,
  (code) => /^0\d0$/.test(code) ? scaled(code.charAt(1), -12) : smallCapacitance.decode(code),
  (value) => [`0${Math.round(value * 1e12)}0`, smallCapacitance.encode(value) ?? ''],
);

/** A capacitance in this notation. */
export const capacitance = (notation: ValueCodec): ValueSegment => ({
  name: 'value',
  field: 'capacitance',
  codec: notation,
});

/** Capacitance of up to 10 pF and from 10 pF on, in the notation most manufacturers use. */
export const upTo10pF = capacitance(smallCapacitance);
export const from10pF = capacitance(zerosCapacitance);
export const upTo10pFWithZero = capacitance(smallWithLeadingZero);

/**
 * The two forms of a number in which the tolerance follows the capacitance: `before` and `after` are what
 * stands around the two.
 */
export function smallAndLarge(
  before: readonly Segment[],
  absolute: string,
  relative: string,
  after: readonly Segment[],
  small: ValueSegment = upTo10pF,
): Forms {
  return [
    [...before, small, absoluteTolerances(absolute), ...after],
    [...before, from10pF, tolerances(relative), ...after],
  ];
}

/** Voltages as IEC 60062 and its Japanese users write them: a decade and a letter. */
const VOLTS: Readonly<Record<string, number>> = {
  '0D': 2,
  '0E': 2.5,
  '0G': 4,
  '0J': 6.3,
  '1A': 10,
  '1C': 16,
  '1D': 20,
  '1E': 25,
  '1V': 35,
  '1H': 50,
  '1J': 63,
  '1N': 75,
  '1K': 80,
  '2A': 100,
  '2B': 125,
  '2C': 160,
  '2P': 180,
  '2D': 200,
  '2E': 250,
  '2F': 315,
  '2V': 350,
  '2G': 400,
  '2W': 450,
  '2H': 500,
  '2J': 630,
  '3A': 1000,
  '3B': 1250,
  '3D': 2000,
};

function chosen(from: Readonly<Record<string, number>>, list: string): Record<string, number> {
  return Object.fromEntries(
    list.split(' ').map((code) => {
      const volts = from[code];
      if (volts === undefined) throw new RangeError(`no voltage ${code}`);
      return [code, volts];
    }),
  );
}

/** Voltages by decade and letter: those in `list`, separated by spaces, and others that only this manufacturer has. */
export function decadeVoltages(list: string, others: Readonly<Record<string, number>> = {}): CodeSegment {
  return codes('voltage', 'voltage_rating', { ...chosen(VOLTS, list), ...others });
}

/** Voltages as two digits and a number of zeros, or with `R` as decimal point: `500` is 50 V, `6R3` is 6.3 V. */
export function zerosVoltages(list: string): CodeSegment {
  const volts = list.split(' ').map((code): [string, number] => [
    code,
    code.includes('R') ? Number(code.replace('R', '.')) : scaled(code.slice(0, 2), Number(code[2])),
  ]);
  return codes('voltage', 'voltage_rating', Object.fromEntries(volts));
}

/** Dielectrics that stand in the number as they are called, separated by spaces, and codes for the others. */
export function dielectrics(called: string, coded: Readonly<Record<string, string>> = {}): CodeSegment {
  const own = called.split(' ').filter(Boolean).map((name) => [name, name] as const);
  return codes('dielectric', 'dielectric', { ...Object.fromEntries(own), ...coded });
}

/**
 * Two places of a number as one. A form that begins with few characters is tried on many numbers that are not of it; what
 * stands first and what follows are known together, and tried on few.
 */
export function joined(first: CodeSegment | string, second: CodeSegment): CodeSegment {
  const before = typeof first === 'string' ? { [first]: {} } : first.codes;
  return {
    name: second.name,
    codes: Object.fromEntries(
      Object.entries(before).flatMap(([a, said]) =>
        Object.entries(second.codes).map(([b, more]) => [a + b, { ...said, ...more }])
      ),
    ),
  };
}
