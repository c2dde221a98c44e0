/**
 * When two spellings are one part number: where the scheme of the manufacturer reads both alike, or the manufacturer
 * says that separators carry nothing. Never for looking alike, and never without a manufacturer.
 */
import { decoder } from './decoders/source.ts';
import { agreesWith } from './manufacturers.ts';
import { orderableKey } from './part-number.ts';

/** A manufacturer whose numbers are digits alone, to whom separators and leading zeros carry nothing. */
interface DigitsRule {
  /** Canonical name. */
  readonly manufacturer: string;
  /** All of a number's digits, the leading zeros included. */
  readonly digits: number;
  /** How such a number is written. What is written in another way is not one. */
  readonly shapes: readonly RegExp[];
  /** Older ways to write a number, which suppliers' lists still use. */
  readonly older: readonly (readonly [number: RegExp, spelling: string])[];
}

const DIGITS_RULES: readonly DigitsRule[] = [
  // 0022053021 is 22-05-3021, and 0473460001 is 47346-0001. Spreadsheets drop leading zeros.
  {
    manufacturer: 'Molex',
    digits: 10,
    shapes: [/^\d{8,10}$/, /^\d\d-\d\d-\d{4}$/, /^\d{5,6}-\d{4}$/],
    older: [[/^00(\d\d)(\d\d)(\d{4})$/, '$1-$2-$3'], [/^0([1-9]\d{4})(\d{4})$/, '$1-$2']],
  },
];

/** A number as one manufacturer's rules read it, in its own spelling. */
interface Reading {
  readonly manufacturer: string;
  readonly mpn: string;
  /** Digits alone say nothing of their manufacturer, a scheme does. */
  readonly isTelling: boolean;
}

function readingsOf(mpn: string): readonly Reading[] {
  const ofDigits = DIGITS_RULES.flatMap((rule) => readDigits(mpn, rule) ?? []);
  const ofSchemes = decoder.decode(mpn).map(({ manufacturer, mpn }) => {
    const inDigits = ofDigits.find((reading) => reading.manufacturer === manufacturer);
    return { manufacturer, mpn: inDigits?.mpn ?? mpn, isTelling: true };
  });
  const isRead = ({ manufacturer }: Reading) =>
    ofSchemes.some((reading) => reading.manufacturer === manufacturer);
  return [...ofSchemes, ...ofDigits.filter((reading) => !isRead(reading))];
}

function readDigits(mpn: string, { manufacturer, digits, shapes }: DigitsRule): Reading | null {
  const given = orderableKey(mpn);
  if (!shapes.some((shape) => shape.test(given))) return null;
  return { manufacturer, mpn: given.replaceAll('-', '').padStart(digits, '0'), isTelling: false };
}

/** A manufacturer's own spelling where its rules leave no doubt, else the number as it is given. */
function theOneOf(readings: readonly Reading[], mpn: string): string {
  const [reading, ...others] = readings;
  return reading && others.length === 0 ? reading.mpn : mpn;
}

/**
 * A number as the manufacturer (canonical name) spells it; as it is given where no rule of this manufacturer reads it.
 */
export function spelledBy(mpn: string, manufacturer: string): string {
  return theOneOf(readingsOf(mpn).filter((reading) => reading.manufacturer === manufacturer), mpn);
}

/** The key a component has: the orderable key of its number as its manufacturer (canonical name) spells it. */
export function componentKey(mpn: string, manufacturer: string): string {
  return orderableKey(spelledBy(mpn, manufacturer));
}

/**
 * The number a line asks for, as its manufacturer spells it. That is the manufacturer the BOM states, or else the only
 * one whose scheme reads the number; digits alone say nothing of their manufacturer. Where no manufacturer is certain,
 * the number stays as it is given.
 */
export function numberAskedFor(mpn: string, stated: string | null): string {
  const readings = readingsOf(mpn);
  const named = stated === null
    ? []
    : readings.filter(({ manufacturer }) => agreesWith(stated, manufacturer));
  return theOneOf(named.length > 0 ? named : readings.filter(({ isTelling }) => isTelling), mpn);
}

/**
 * What to ask a supplier for to learn of `number`: suppliers list some manufacturers' parts in an older spelling. What
 * such an answer is about is for `componentKey` to say: the older spelling can be a number of somebody else.
 */
export function spellingsInUse(number: string): readonly [string, ...string[]] {
  const older = DIGITS_RULES.flatMap((rule) => rule.older)
    .flatMap(([whole, spelling]) => whole.test(number) ? [number.replace(whole, spelling)] : []);
  return [number, ...older];
}
