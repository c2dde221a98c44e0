/**
 * The voltage that a part makes or keeps: of Zener diodes, voltage references and regulators with a fixed output, and the
 * stand-off of TVS diodes. Other voltages beside such a part are of its supply, its input or the line that it stands in.
 */
import { isWithin } from '../../../domain/categories.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { ownColumn } from '../../../parts/text/line.ts';
import { type Figure, figuresIn, isFiguresAlone, isFiguresOnly } from '../../../parts/text/figures.ts';
import { compare, foundIn, type Told, type Verdict } from '../compare.ts';
import { type Check, isBesideItsName, isRule, sayingsOf, type Subject } from '../subject.ts';

interface Rule {
  readonly categories: readonly string[];
  /** Whether a figure of prose is of this voltage, in a text that has so many. */
  readonly isMeant: (figure: Figure, text: string, count: number) => boolean;
  readonly judge: (asked: number, found: number) => Verdict;
  /** `12 V converter` is as likely what comes in: the words must say which. */
  readonly isOnlyByWords?: true;
}

/** 9.6 V is the most that a Zener diode of 9.1 V has; the next one has 10 V. */
const ZENER = 0.065;
/** 2.5 V for 2.495 V, 4.1 V for 4.096 V. */
const ROUNDED = 0.025;

/** What stands before or behind a voltage of something else than the part's output or its knee. */
const OF_ANOTHER_BEFORE =
  /(?:\bv_?in|inputs?|supply|supplied|up to|max\.?|maximum|absolute|bis|<|≤|clamp\w*|protect\w*|from|usb|v[crf]|±)\s?[:=]?\s?$/;
const OF_ANOTHER_BEHIND =
  /^\s?(?:in(?:put)?\b|max\b|supply|rail|system|logic|tolerant|clamp|line\b|bus\b|c$|cc|br$|f$|r$|rms$|ceo$|cbo$|dss?$|gss?$|drop)/;

const isOfAnother = ({ before, after }: Figure): boolean =>
  OF_ANOTHER_BEFORE.test(before) || OF_ANOTHER_BEHIND.test(after);

const OUTPUT_BEFORE = /(?:\bv?_?out(?:put)?|\bvo|ausgang\w*|sortie|salida)\s?[:=]?\s?[-+]?$/;
const OUTPUT_BEHIND = /^\s?(?:fixed )?(?:v?out(?:put)?|ausg|fixed|fest)/;
const isOutput = ({ before, after }: Figure): boolean =>
  OUTPUT_BEFORE.test(before) || OUTPUT_BEHIND.test(after);

/** Outputs that linear regulators are made for. Most others that stand beside one are the highest input. */
const OUTPUTS: ReadonlySet<number> = new Set(
  [
    ...[0.8, 0.9, 1, 1.05, 1.1, 1.2, 1.25, 1.3, 1.5, 1.8, 1.85, 1.9, 2, 2.1, 2.2, 2.5, 2.6, 2.7, 2.8, 2.85],
    ...[2.9, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 4, 4.2, 4.5, 5, 8, 9, 12, 15],
  ],
);
const REGULATOR_BEFORE =
  /(?:\bldo|\bregulators?|\breg(?: (?:linear|ldo))?|\blinear|\bfixed|regulador(?: ldo)?|spannungsregler)[ ,:]{1,2}[-+]?$/;
const REGULATOR_BEHIND =
  /^(?:[ ,]{1,2}\d[\d.]{0,3} ?m?a)?[ ,]{1,2}(?:(?:positive|negative|linear|voltage|low[- ]?drop(?:out)?|fixed) ){0,4}(?:ldo|regulators?|spannungsregler|vreg)/;

const isOneRegulatorsOutput = (figure: Figure, _text: string, count: number): boolean =>
  isOutput(figure) ||
  count === 1 && OUTPUTS.has(figure.value) &&
    (REGULATOR_BEFORE.test(figure.before) || REGULATOR_BEHIND.test(figure.after));

const within = (slack: number) => (asked: number, found: number): Verdict =>
  Math.abs(asked - Math.abs(found)) > slack * Math.abs(found) ? 'error' : 'fine';

const TVS = /\btvs\b|\besd\b|transient|suppress|transil|transorb|tranzorb/i;
/** From the stand-off to what it is clamped at, the sheet of a TVS diode names three voltages, and people any of them. */
const clamping = (most: number) => (asked: number, found: number): Verdict =>
  asked > most * found ? 'error' : asked < 0.45 * found ? 'warning' : 'fine';

const RULES: readonly Rule[] = [
  {
    categories: ['zener_diode'],
    isMeant: (_figure, text) => /zener|z-?diode|стабилитрон|稳压|ツェナ/iu.test(text),
    judge: within(ZENER),
  },
  {
    categories: ['voltage_reference'],
    isMeant: (figure, text, count) => isOutput(figure) || count === 1 && /\bref|referen/i.test(text),
    judge: within(ROUNDED),
  },
  { categories: ['linear_regulator'], isMeant: isOneRegulatorsOutput, judge: within(ROUNDED) },
  {
    categories: ['switching_regulator', 'module'],
    isMeant: isOutput,
    judge: within(ROUNDED),
    isOnlyByWords: true,
  },
  { categories: ['tvs_diode'], isMeant: (_figure, text) => TVS.test(text), judge: clamping(1.9) },
  // Clamps of lines of data rise higher above what they stand off.
  { categories: ['esd_protection'], isMeant: (_figure, text) => TVS.test(text), judge: clamping(4) },
];

export const checkKeptVoltage: Check = (subject) => {
  const category = `${sayingsOf(subject.part, 'category')[0]?.value ?? ''}`;
  const rule = RULES.find(({ categories }) => categories.some((general) => isWithin(category, general)));
  if (rule === undefined) return [];
  const show = (value: number) => writeQuantity(value, 'V');
  return compare<number, number>({
    check: 'voltage',
    field: 'nominal_voltage',
    asked: askedOf(subject, rule),
    found: foundIn(subject, 'nominal_voltage', ({ value }) => typeof value === 'number' ? value : null, show),
    judge: (asked, found, where) => {
      const verdict = rule.judge(asked, found);
      return verdict === 'error' && isBesideItsName(subject, where) ? 'warning' : verdict;
    },
  }, subject);
};

/** A cell of figures alone, and a column of voltages of a diode, say it themselves; prose says it in words. */
function askedOf({ line, part }: Subject, rule: Rule): ReadonlyMap<string, readonly Told<number>[]> {
  const { value, description, columns = {} } = line;
  const isDiode = isWithin(`${sayingsOf(part, 'category')[0]?.value}`, 'diode');
  const own = Object.entries(columns).filter(([header]) => isDiode && ownColumn(header) === 'voltage_rating');
  const asked = Object.entries({ value, description }).concat(own).flatMap(
    ([where, text]): [string, readonly Told<number>[]][] => {
      if (!text) return [];
      const all = figuresIn(text, 'V').filter((figure) => !isOfAnother(figure));
      const isPlain = isFiguresOnly(text) || !(where in { value, description }) ||
        where === 'value' && !rule.isOnlyByWords && isFiguresAlone(text);
      const told = all.filter((figure) => isPlain || rule.isMeant(figure, text, all.length));
      // Of a text with an output and other voltages each may be the one that agrees.
      return told.length === 0 ? [] : [[
        where,
        all.map(({ value, text }) => ({ is: value, text: writeQuantity(value, 'V'), read: text })),
      ]];
    },
  );
  return new Map(asked.toSorted(([a], [b]) => Number(isRule(b)) - Number(isRule(a))));
}
