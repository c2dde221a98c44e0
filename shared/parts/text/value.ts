/** Values as people write them: `4k7`, `100nF/16V/X7R`, `0,1 µF`, `600R@100MHz`, `RES 10K OHM 1% 1/10W 0603`. */
import { scaled } from '../decoders/codecs.ts';
import { visibleText } from '../part-number.ts';
import { coloursIn } from './colour.ts';
import { dielectricsIn } from './dielectric.ts';
import type { Kind } from './kind.ts';
import { digitsOf, END, GROUPED, NUMBER, START, valuesOf } from './numbers.ts';
import { bareReadings, fieldsOf, mainFieldOf, readingsBehind } from './readings.ts';
import { quantity, type Reading, type Statement } from './statement.ts';
import {
  exponentsOf,
  latin,
  letterOf,
  OHM,
  PREFIX_LETTERS,
  PREFIX_WORDS,
  UNIT_WORDS,
  unitOf,
  VALUE_UNITS,
} from './unit-words.ts';

/** Longer texts are novels. */
const MAX_CHARS = 1_000;

const withUnit = (number: string, units: string) =>
  new RegExp(
    String
      .raw`${START}(?<sign>±\s*)?(?<number>${number})(?:\s?(?<prefix>${PREFIX_WORDS}|${PREFIX_LETTERS})\s?)?(?:(?<=\d)\s)?(?:${units})${END}`,
    'giu',
  );
const WITH_UNIT = withUnit(NUMBER, UNIT_WORDS);
/** `4 700 pF`. Of `470 100 V` each is a number. */
const GROUPED_WITH_UNIT = withUnit(GROUPED, VALUE_UNITS);
const PERCENT = new RegExp(String.raw`(?<![\p{L}\p{N}.])(?:±\s*)?(?<number>${NUMBER})\s?%`, 'gu');
const PPM = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?:±\s*)?(?<number>${NUMBER})\s?ppm(?!\s?\/\s?(?:°|K|C|deg))${END}`,
  'giu',
);
const FRACTION_OF_WATT = new RegExp(
  String.raw`${START}(?<over>\d{1,2})\/(?<under>\d{1,3})\s?W(?:att)?${END}`,
  'giu',
);
/** `4k7`, `4R7`, `2u2F`, `3V3`, `R010`, `u1`. */
const LETTER_WITHIN = new RegExp(
  String
    .raw`${START}(?<whole>\d{0,4})(?<letter>[RkmunpGVLΩкнпм]|мк)(?<fraction>\d{1,3})(?:F|H|Hz|Ω|ohms?)?${END}`,
  'giu',
);
/** `100n`, `10k`, `22R`, `1meg`, and `10 k`. */
const LETTER_BEHIND = new RegExp(
  String
    .raw`${START}(?<number>${GROUPED}|${NUMBER})(?<blank>\s?)(?<prefix>${PREFIX_WORDS}|[pnumkGRкнпм])${END}`,
  'giu',
);
/** The kinds of which a letter behind a blank is a prefix: elsewhere it is as likely a word (`2 P`, `4 R`). */
const PREFIX_APART: Readonly<Partial<Record<Kind, RegExp>>> = {
  resistor: /^(?:k|M|meg)$/iu,
  ferrite: /^k$/iu,
  capacitor: /^[pnu]$/iu,
  inductor: /^[nu]$|^m$/u,
};
/** `4E7`: 4.7 ohm, or a power of ten. */
const WITHIN_OR_POWER = new RegExp(String.raw`^(?<whole>\d{1,3})E(?<fraction>\d{1,2})(?=$|[\s/;,|(±])`, 'u');

/** `100E`, as ohms are written where no keyboard has their sign; within a text it is the end of a part's name. */
const OHMS_BY_E = new RegExp(String.raw`^(${NUMBER})E(?=$|[\s/;,|(±])`, 'u');
/** An impedance and where it is measured. */
const AT_FREQUENCY = new RegExp(
  String.raw`${START}(?<number>${NUMBER})\s?(?<prefix>[kKmM])?(?:${OHM})?\s?@\s?${NUMBER}\s?M(?:Hz)?${END}`,
  'giu',
);
const BARE = new RegExp(String.raw`^(?<number>${GROUPED}|${NUMBER})(?=$|[\s/;|(±])`, 'u');
/** Behind a bare number these may be its unit, and the number another one with it: short words, those that count, and other alphabets. */
const MAY_BE_UNIT =
  /^(?:\p{L}{1,4}|\P{Script=Latin}.*|(?:kilo|mega|giga|milli|mi[ck]ro|nano|pi[ck]o|ohm|farad|henr|volt|watt|amp).*|positions?|turns?|pieces?|channels?|poles?|contacts?|conductors?|layers?|steps?)$/iu;
/** Short words that are no unit. */
const NO_UNIT =
  /^(?:res|caps?|ind|bead|film|thin|chip|tant|elko|sm[dt]|tht|dn[pfis]|no|not|nc|np|opt|and|or|und|oder|to|bis|for|see|if|type|std|low|high|wide|rohs|tol)$/iu;
/** `104K`: a code and the letter of a tolerance. */
const CODE_AND_TOLERANCE = /^(?<number>[1-9]\d\d)[JKMZ](?=$|[\s/;,|(±])/u;
const UP_TO = String.raw`\s?(?:~|\.\.\.?|…|–|-|\bto\b|\bbis\b)\s?\+?`;
const PREFIX = '[pnumkMG]';
const RANGED = 'F|H|Hz|V(?:DC|AC)?|A|W';
/**
 * From one end to the other, which is no value of a part: `1.6V ~ 3.6V`, `2-6pF`. Both ends are of one unit: `22uF-6.3V` is a
 * capacitance and a voltage. And a resistance of a winding.
 */
const NO_VALUES = [
  String.raw`${START}${NUMBER}${UP_TO}${NUMBER}\s?(?:${PREFIX}?(?:${RANGED})|nm)${END}`,
  String.raw`${START}${NUMBER}\s?${PREFIX}${UP_TO}${NUMBER}\s?${PREFIX}(?:${RANGED})${END}`,
  String
    .raw`${START}${NUMBER}\s?${PREFIX}?(?<unit>F|Hz?|V|A|W|nm)(?:DC|AC)?${UP_TO}${NUMBER}\s?${PREFIX}?\k<unit>(?:DC|AC)?${END}`,
].map((pattern) => new RegExp(pattern, 'giu')).concat([
  new RegExp(String.raw`\b(?:DCR|ESR|Rds(?:\s?\(?on\)?)?)\s?[=:]?\s?(?:${NUMBER})\s?[a-zΩ]*`, 'giu'),
  /[-−+]\s?\d{1,2}\s?%?\s?[/,~]?\s?[-−+]\s?\d{1,2}\s?%/gu,
]);

const JUMPER = /^(?:jumper|link|short|zero[- ]?ohm|0[- ]?ohm link|brücke)$/iu;

/** `text` with one way of writing each sign. Lengths may change; case stays, because `m` is not `M`. */
function plain(text: string): string {
  return visibleText(text.slice(0, MAX_CHARS))
    .replace(/[µμ]/gu, 'u')
    .replace(/\u2126/gu, 'Ω')
    // What microfarad and picofarad were written as before 1970, and still are on film and mica capacitors.
    .replace(/(?<=\d\s?)mmfd?(?!\p{L})/giu, 'pF')
    .replace(/(?<=\d\s?)mfd(?!\p{L})/giu, 'uF')
    .replace(/\bQ(?=[\d.,]+\s?[kM]Hz)/gu, ' ')
    .replace(/\+\s?\/\s?[-−]|\+[-−]/gu, '±');
}

/**
 * Everything that `text` says in quantities, dielectrics and colours, for a part of this kind; null where the kind is not
 * known, and every kind's readings are given. A bare number is read where it is the whole text or begins it.
 */
export function readValue(text: string, kind: Kind | null): readonly Statement[] {
  let rest = plain(text);
  if (kind === 'resistor') rest = rest.replace(OHMS_BY_E, '$1R');
  const isShouted = rest === rest.toUpperCase();
  const statements: Statement[] = [];
  const say = (said: string, readings: readonly Reading[], isOpen = false) => {
    if (readings.length > 0) {
      statements.push({ text: said.trim(), readings, ...(isOpen && { isOpen: true }) });
    }
  };
  /** What was read is blanked, so that nothing is read twice. */
  const take = (
    pattern: RegExp,
    read: (groups: Record<string, string | undefined>, said: string) => void,
  ) => {
    rest = rest.replace(pattern, (...args) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      read(typeof groups === 'object' ? groups : {}, args[0]);
      return ' '.repeat(args[0].length);
    });
  };

  if (JUMPER.test(rest.trim()) && (kind === 'resistor' || kind === null)) {
    return [{ text: rest.trim(), readings: [quantity('resistance', 0, 'ohm')] }];
  }
  take(AT_FREQUENCY, ({ number = '', prefix = '' }, said) => {
    const exponent = /k/i.test(prefix) ? 3 : prefix === 'M' ? 6 : prefix === 'm' ? -3 : 0;
    say(said, valuesOf(number, exponent).map((value) => quantity('impedance', value, 'ohm')));
  });
  for (const pattern of NO_VALUES) take(pattern, () => {});
  take(
    FRACTION_OF_WATT,
    ({ over, under }, said) => say(said, [quantity('power_rating', Number(over) / Number(under), 'W')]),
  );
  take(
    PERCENT,
    ({ number = '' }, said) => say(said, valuesOf(number).map((v) => quantity('tolerance', v, '%'))),
  );
  take(
    PPM,
    ({ number = '' }, said) => say(said, valuesOf(number).map((v) => quantity('tolerance', v, 'ppm'))),
  );
  const takeWithUnit = (pattern: RegExp) =>
    take(pattern, ({ sign, number = '', prefix = '', ...units }, said) => {
      const unit = unitOf(units);
      if (unit === null) return;
      const exponents = exponentsOf(prefix, unit, isShouted && /^OHMS?$/.test(units.ohm ?? ''));
      const values = exponents.flatMap((e) => valuesOf(number, e)).filter((value) => !Number.isNaN(value));
      // `4R7` on a capacitor has its unit understood, and so has `4R`.
      if (
        units.ohm?.toUpperCase() === 'R' && prefix === '' && (kind === 'capacitor' || kind === 'inductor')
      ) {
        // A ferrite on the footprint of a coil has ohms.
        const impedance = kind === 'inductor'
          ? values.map((value) => quantity('impedance', value, 'ohm'))
          : [];
        const understood = digitsOf(number).flatMap(([digits, e]) => readingsBehind(digits, e, 'R', kind));
        return say(said, [...impedance, ...understood]);
      }
      const fields = sign === undefined ? fieldsOf(unit, kind) : ['tolerance' as const];
      say(said, values.flatMap((value) => fields.map((field) => quantity(field, value, unit))));
    });
  takeWithUnit(GROUPED_WITH_UNIT);
  takeWithUnit(WITH_UNIT);
  if (kind === 'capacitor') {
    take(CODE_AND_TOLERANCE, ({ number = '' }, said) => say(said, bareReadings(number, kind), true));
  }
  take(LETTER_WITHIN, ({ whole = '', letter = '', fraction = '' }, said) => {
    // `R1`, `U3` and `M2` are designators and screws, `1N914` is a diode.
    const isName = whole === '' && !/^[unp]\d|^[RΩ]\d\d/.test(said) || /^\dN\d{3}$/.test(said);
    if (!isName) say(said, readingsBehind(whole + fraction, -fraction.length, letterOf(letter), kind));
  });
  take(LETTER_BEHIND, ({ number = '', blank, prefix = '' }, said) => {
    // `2P` of a crystal are its pads.
    if (kind === 'timing' && prefix === 'P') return;
    if (blank !== '' && !(kind && PREFIX_APART[kind]?.test(latin(prefix)))) return;
    say(said, digitsOf(number).flatMap(([digits, e]) => readingsBehind(digits, e, letterOf(prefix), kind)));
  });
  if (kind === 'resistor') {
    take(WITHIN_OR_POWER, ({ whole = '', fraction = '' }, said) => {
      const values = [scaled(whole + fraction, -fraction.length), scaled(whole, Number(fraction))];
      say(said, values.map((value) => quantity('resistance', value, 'ohm')));
    });
  }
  const bare = BARE.exec(rest);
  const behind = bare &&
    /^[\s/;|(±]*(\p{L}[\p{L}-]*)(?![\p{L}\p{N}-])/u.exec(rest.slice(bare[0].length))?.[1];
  const isAlone = !behind || !MAY_BE_UNIT.test(behind) || NO_UNIT.test(behind) ||
    dielectricsIn(behind).length > 0;
  if (
    bare && isAlone &&
    !statements.some(({ readings }) => readings.some(({ field }) => field === mainFieldOf(kind)))
  ) {
    const isOpen = kind !== 'resistor' && kind !== 'ferrite';
    say(bare[0], bareReadings(bare.groups?.number ?? '', kind), isOpen);
  }
  for (const found of dielectricsIn(rest)) say(found.text, [{ field: 'dielectric', value: found.value }]);
  if (kind === 'led') {
    for (const found of coloursIn(rest)) say(found.text, [{ field: 'colour', value: found.value }]);
  }
  return statements;
}
