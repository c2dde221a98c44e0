/** Values as people write them: `4k7`, `100nF/16V/X7R`, `0,1 µF`, `600R@100MHz`, `RES 10K OHM 1% 1/10W 0603`. */
import type { QuantityName } from '../../domain/fields.ts';
import type { Unit } from '../../domain/units.ts';
import { scaled } from '../decoders/codecs.ts';
import { visibleText } from '../part-number.ts';
import { coloursIn } from './colour.ts';
import { dielectricsIn } from './dielectric.ts';
import type { Kind } from './kind.ts';
import { quantity, type Reading, type Statement } from './statement.ts';

/** Longer texts are novels. */
const MAX_CHARS = 1_000;

const EXPONENT: Readonly<Record<string, number>> = { p: -12, n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9 };

const NUMBER = String.raw`(?:\d{1,9}(?:[.,]\d{1,9})?|\.\d{1,9})`;
/** Nothing of a number or a name stands before. */
const START = String.raw`(?<![\p{L}\p{N}]|\d[.,])`;
/** Nothing of a name stands behind. A comma there parts two statements: `1uF,16V,X7R`. */
const END = String.raw`(?![\p{L}\p{N}]|\.\d)`;
const OHM = 'Ω|ohms?|R';
const UNIT_WORDS =
  String.raw`(?<farad>F|FD|farads?)|(?<henry>H|henry)|(?<hertz>Hz)|(?<ohm>${OHM})|(?<volt>V(?:DC|AC)?)|` +
  '(?<ampere>A)|(?<watt>W(?:att)?)';

const WITH_UNIT = new RegExp(
  String
    .raw`${START}(?<sign>±\s*)?(?<number>${NUMBER})(?:\s?(?<prefix>meg|[pnumkMGKPNUfg])\s?)?(?:(?<=\d)\s)?(?:${UNIT_WORDS})${END}`,
  'giu',
);
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
  String.raw`${START}(?<whole>\d{0,4})(?<letter>[RkmunpGVLΩ])(?<fraction>\d{1,3})(?:F|H|Hz|Ω|ohms?)?${END}`,
  'giu',
);
/** `100n`, `10k`, `22R`, `1meg`, and `10 k`. */
const LETTER_BEHIND = new RegExp(
  String.raw`${START}(?<number>${NUMBER})(?<blank>\s?)(?<prefix>meg|[pnumkGR])${END}`,
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
const BARE = new RegExp(String.raw`^(?<number>${NUMBER})(?=$|[\s/;|(±])`, 'u');
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

/** What a number can be: a comma before three digits may stand between thousands. */
function digitsOf(number: string): readonly [digits: string, exponent: number][] {
  const [whole = '', fraction] = number.split(/[.,]/);
  if (fraction === undefined) return [[whole, 0]];
  const decimal: [string, number] = [whole + fraction, -fraction.length];
  return /^[1-9]\d{0,2},\d{3}$/.test(number) ? [decimal, [whole + fraction, 0]] : [decimal];
}

const valuesOf = (number: string, exponent = 0) =>
  digitsOf(number).map(([digits, e]) => scaled(digits, e + exponent));

/** The exponents that a prefix can stand for before a unit. */
function exponentsOf(prefix: string, unit: string, isShouted: boolean): readonly number[] {
  if (/^meg$/i.test(prefix)) return [6];
  const letter = prefix.toLowerCase();
  if (letter !== 'm') return [EXPONENT[letter === 'g' ? 'G' : letter] ?? Number.NaN];
  if (unit === 'Hz') return [6];
  // `175.5 MOHM` in a text of capitals is a milliohm.
  if (unit === 'ohm') return prefix === 'm' ? [-3] : isShouted ? [6, -3] : [6];
  return [-3];
}

/** The field that a quantity of this unit is of, for a kind of part. */
function fieldsOf(unit: Unit, kind: Kind | null): readonly QuantityName[] {
  switch (unit) {
    case 'F':
      return kind === 'timing'
        ? ['load_capacitance']
        : kind === null
        ? ['capacitance', 'load_capacitance']
        : ['capacitance'];
    case 'H':
      return ['inductance'];
    case 'Hz':
      return ['frequency'];
    case 'ohm':
      return kind === 'ferrite'
        ? ['impedance']
        : kind === null || kind === 'other'
        ? ['resistance', 'impedance']
        : ['resistance'];
    case 'V':
      return kind === 'capacitor' || kind === 'resistor'
        ? ['voltage_rating']
        : ['voltage_rating', 'nominal_voltage'];
    case 'A':
      return ['current_rating'];
    case 'W':
      return ['power_rating'];
    default:
      return ['tolerance'];
  }
}

const UNIT_OF: Readonly<Record<string, Unit>> = {
  farad: 'F',
  henry: 'H',
  hertz: 'Hz',
  ohm: 'ohm',
  volt: 'V',
  ampere: 'A',
  watt: 'W',
};

/** The units that a number with nothing but this prefix can be of. */
function unitsBehind(letter: string, kind: Kind | null): readonly Unit[] {
  if (letter === 'R') return ['ohm'];
  if (letter === 'V') return ['V'];
  switch (kind) {
    case 'resistor':
    case 'ferrite':
      return 'pn'.includes(letter) ? [] : ['ohm'];
    case 'capacitor':
      return 'punm'.includes(letter) ? ['F'] : [];
    case 'inductor':
      return 'punm'.includes(letter) ? ['H'] : [];
    case 'timing':
      return letter === 'p' ? ['F'] : 'kMm'.includes(letter) ? ['Hz'] : [];
    case null:
    case 'other':
      if ('pun'.includes(letter)) return ['F', 'H'];
      return letter === 'm' ? ['ohm', 'H', 'Hz'] : ['ohm', 'Hz'];
    default:
      return [];
  }
}

function readingsBehind(digits: string, exponent: number, letter: string, kind: Kind | null): Reading[] {
  if (letter === 'L') {
    return kind === 'resistor' ? [quantity('resistance', scaled(digits, exponent - 3), 'ohm')] : [];
  }
  if (letter === 'R' && (kind === 'capacitor' || kind === 'inductor')) {
    // The point of a number whose unit is understood.
    return kind === 'inductor'
      ? [quantity('inductance', scaled(digits, exponent - 6), 'H')]
      : [-12, -6].map((e) => quantity('capacitance', scaled(digits, exponent + e), 'F'));
  }
  return unitsBehind(letter, kind).flatMap((unit) => {
    const milli = unit === 'Hz' ? [6] : unit === 'ohm' ? [-3, 6] : [-3];
    const exponents = letter === 'R' || letter === 'V'
      ? [0]
      : letter === 'm'
      ? milli
      : [EXPONENT[letter] ?? 0];
    return exponents.flatMap((e) =>
      fieldsOf(unit, kind).map((field) => quantity(field, scaled(digits, exponent + e), unit))
    );
  });
}

/** A prefix in one spelling. Only `m` and `M` are two. */
function letterOf(text: string): string {
  if (/^meg$/i.test(text)) return 'M';
  if (text === 'm' || text === 'M') return text;
  if (text === 'Ω') return 'R';
  return /^[rgvl]$/i.test(text) ? text.toUpperCase() : text.toLowerCase();
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
  take(WITH_UNIT, ({ sign, number = '', prefix = '', ...units }, said) => {
    const unit = UNIT_OF[Object.keys(UNIT_OF).find((name) => units[name] !== undefined) ?? '']!;
    const exponents = exponentsOf(prefix, unit, isShouted && /^OHMS?$/.test(units.ohm ?? ''));
    const values = exponents.flatMap((e) => valuesOf(number, e)).filter((value) => !Number.isNaN(value));
    // `4R7` on a capacitor has its unit understood, and so has `4R`.
    if (units.ohm?.toUpperCase() === 'R' && prefix === '' && (kind === 'capacitor' || kind === 'inductor')) {
      // A ferrite on the footprint of a coil has ohms.
      const impedance = kind === 'inductor' ? values.map((value) => quantity('impedance', value, 'ohm')) : [];
      const understood = digitsOf(number).flatMap(([digits, e]) => readingsBehind(digits, e, 'R', kind));
      return say(said, [...impedance, ...understood]);
    }
    const fields = sign === undefined ? fieldsOf(unit, kind) : ['tolerance' as const];
    say(said, values.flatMap((value) => fields.map((field) => quantity(field, value, unit))));
  });
  take(LETTER_WITHIN, ({ whole = '', letter = '', fraction = '' }, said) => {
    // `R1`, `U3` and `M2` are designators and screws, `1N914` is a diode.
    const isName = whole === '' && !/^[unp]\d|^[RΩ]\d\d/.test(said) || /^\dN\d{3}$/.test(said);
    if (!isName) say(said, readingsBehind(whole + fraction, -fraction.length, letterOf(letter), kind));
  });
  take(LETTER_BEHIND, ({ number = '', blank, prefix = '' }, said) => {
    // `2P` of a crystal are its pads.
    if (kind === 'timing' && prefix === 'P') return;
    if (blank !== '' && !(kind && PREFIX_APART[kind]?.test(prefix))) return;
    say(said, digitsOf(number).flatMap(([digits, e]) => readingsBehind(digits, e, letterOf(prefix), kind)));
  });
  if (kind === 'resistor') {
    take(WITHIN_OR_POWER, ({ whole = '', fraction = '' }, said) => {
      const values = [scaled(whole + fraction, -fraction.length), scaled(whole, Number(fraction))];
      say(said, values.map((value) => quantity('resistance', value, 'ohm')));
    });
  }
  const bare = BARE.exec(rest);
  if (bare && !statements.some(({ readings }) => readings.some(({ field }) => field === mainFieldOf(kind)))) {
    const isOpen = kind !== 'resistor' && kind !== 'ferrite';
    say(bare[0], bareReadings(bare.groups?.number ?? '', kind), isOpen);
  }
  for (const found of dielectricsIn(rest)) say(found.text, [{ field: 'dielectric', value: found.value }]);
  if (kind === 'led') {
    for (const found of coloursIn(rest)) say(found.text, [{ field: 'colour', value: found.value }]);
  }
  return statements;
}

/** The field whose value tells one part of a kind from another. */
export function mainFieldOf(kind: Kind | null): QuantityName | null {
  switch (kind) {
    case 'resistor':
      return 'resistance';
    case 'capacitor':
      return 'capacitance';
    case 'inductor':
      return 'inductance';
    case 'ferrite':
      return 'impedance';
    case 'timing':
      return 'frequency';
    default:
      return null;
  }
}

/** A number alone: itself, or the code that is printed on parts (`103` is 10 and three zeros). */
function bareReadings(number: string, kind: Kind | null): readonly Reading[] {
  const plainValues = valuesOf(number);
  const code = /^[1-9]\d{1,2}\d$/.test(number) ? [scaled(number.slice(0, -1), Number(number.at(-1)))] : [];
  const say = (field: QuantityName, unit: Unit, values: readonly number[]) =>
    values.map((value) => quantity(field, value, unit));
  switch (kind) {
    case 'resistor':
      return say('resistance', 'ohm', [...plainValues, ...code]);
    case 'ferrite':
      return say('impedance', 'ohm', [...plainValues, ...code]);
    case 'capacitor':
      return say('capacitance', 'F', [
        ...valuesOf(number, -6),
        ...valuesOf(number, -12),
        ...code.map((value) => scaled(`${value}`, -12)),
      ]);
    case 'inductor':
      return say('inductance', 'H', [
        ...valuesOf(number, -6),
        ...code.map((value) => scaled(`${value}`, -6)),
      ]);
    case 'timing':
      return say('frequency', 'Hz', [6, 3, 0].flatMap((e) => valuesOf(number, e)));
    default:
      return [];
  }
}
