/** What diodes, transistors and fuses stand and carry: more is never wrong. */
import { isWithin } from '../../../domain/categories.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { type Figure, figuresIn, isFiguresAlone } from '../../../parts/text/figures.ts';
import { compare, foundIn, type Told, type Verdict } from '../compare.ts';
import { type Check, isBesideItsName, sayingsOf, type Subject } from '../subject.ts';

interface Rule {
  readonly categories: readonly string[];
  /** How prose calls such a part: it says what its figures are of. */
  readonly word: RegExp;
  readonly judge: (asked: number, found: number) => Verdict;
}

const atLeast = (slack: number, less: 'error' | 'warning') => (asked: number, found: number): Verdict =>
  found < asked * slack ? less : 'fine';

const DIODE = /diod|schottky|scottky|rectif|raddrizz|gleichricht|redress|二极管|ダイオード|диод/i;
const TRANSISTOR = /mosfet|\b[np]-?(?:ch|mos|kanal)|\bfet\b|transistor|场效应/i;

const VOLTAGES: readonly Rule[] = [
  {
    categories: ['schottky_diode', 'rectifier', 'bridge_rectifier'],
    word: DIODE,
    judge: atLeast(0.99, 'error'),
  },
  // 75 V all the time is 100 V at its peak.
  { categories: ['switching_diode'], word: DIODE, judge: atLeast(0.7, 'error') },
  { categories: ['mosfet'], word: TRANSISTOR, judge: atLeast(0.99, 'error') },
  // 40 V with an open base is 60 V with an open emitter.
  { categories: ['bipolar_transistor'], word: TRANSISTOR, judge: atLeast(0.6, 'error') },
  { categories: ['fuse'], word: /fus[ei]|ptc|sicherung|ヒューズ|保险丝/i, judge: atLeast(0.99, 'warning') },
  { categories: ['resistor'], word: /\d\s?[kmrω]|ohm|res|widerst/i, judge: atLeast(0.99, 'warning') },
];

/** A small diode carries more for a moment, and people write either. */
const carries = (asked: number, found: number): Verdict =>
  found * (found >= 0.5 ? 1.15 : 2) < asked ? 'warning' : 'fine';

const CURRENTS: readonly Rule[] = [
  // It holds the one and trips at twice as much.
  {
    categories: ['resettable_fuse'],
    word: /fus[ei]|ptc|hold|polyswitch|sicherung|ヒューズ|保险丝/i,
    judge: (asked, found) => asked > found * 2.5 || asked < found * 0.45 ? 'warning' : 'fine',
  },
  {
    categories: ['fuse'],
    word: /fus[ei]|sicherung|ヒューズ|保险丝/i,
    judge: (asked, found) => Math.abs(asked - found) > found * 0.06 ? 'error' : 'fine',
  },
  { categories: ['schottky_diode', 'rectifier', 'bridge_rectifier'], word: DIODE, judge: carries },
  {
    categories: ['linear_regulator', 'switching_regulator'],
    word: /\bldo\b|regula|\breg\b|regler|buck|boost|step-?down|稳压/i,
    judge: (asked, found) => found * 1.35 < asked ? 'warning' : 'fine',
  },
];

/** What stands before or behind a figure that is no rating: forward and gate voltages, surges, what the line has. */
const NO_RATING_BEFORE =
  /(?:\bv_?(?:f|gs(?:\(th\))?|th|in|be|ce\(sat\))|±|gate|forward|clamp\w*|input|supply|surge|peak|ifsm|from|for|trip\w*|i(?:fsm|pp|r)|up to|on|at)\s?[:=]?\s?$/;
const NO_RATING_BEHIND =
  /^\s?(?:f$|gss?$|in\b|rms|peak|surge|drive|gate|supply|rail|system|logic|input|clamp|line\b|bus\b|drop|forward|vf\b|ifsm|ipp|pulse|mains|sens|interrupt|breaking|->|→)/;
/** Less is a forward voltage, or a current that leaks. */
const LEAST = { V: 2, A: 0.005 } as const;

const isRating = ({ before, after }: Figure): boolean =>
  !NO_RATING_BEFORE.test(before) && !NO_RATING_BEHIND.test(after);

export const checkWithstood: Check = (subject) => [
  ...checkFigures(subject, VOLTAGES, 'V'),
  ...checkFigures(subject, CURRENTS, 'A'),
];

function checkFigures(subject: Subject, rules: readonly Rule[], unit: 'V' | 'A') {
  const category = `${sayingsOf(subject.part, 'category')[0]?.value ?? ''}`;
  const rule = rules.find(({ categories }) => categories.some((general) => isWithin(category, general)));
  if (rule === undefined) return [];
  const { value, description } = subject.line;
  const show = (is: number) => writeQuantity(is, unit);
  const asked = Object.entries({ value, description }).flatMap(
    ([where, text]): [string, readonly Told<number>[]][] => {
      if (!text || !isFiguresAlone(text) && !rule.word.test(text)) return [];
      const told = figuresIn(text, unit)
        .filter((figure) => isRating(figure) && figure.value >= LEAST[unit])
        .map(({ value: is, text: read }) => ({ is, text: show(is), read }));
      return told.length === 0 ? [] : [[where, told]];
    },
  );
  return compare<number, number>({
    check: unit === 'V' ? 'voltage' : 'current',
    field: unit === 'V' ? 'voltage_rating' : 'current_rating',
    asked: new Map(asked),
    found: foundIn(
      subject,
      unit === 'V' ? 'voltage_rating' : 'current_rating',
      ({ value }) => typeof value === 'number' ? value : null,
      show,
    ),
    judge: (wanted, has, where) => {
      const verdict = rule.judge(wanted, has);
      return verdict === 'error' && isBesideItsName(subject, where) ? 'warning' : verdict;
    },
    how: (wanted, has) => has < wanted ? 'less than asked' : 'more than asked',
  }, subject);
}
