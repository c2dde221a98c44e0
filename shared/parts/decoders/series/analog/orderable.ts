/**
 * Lists of integrated circuits and the numbers under which they are sold. A list has a text for each category, and that a
 * row for each kind of part: `description | packages | numbers`. Rows without `|` go on with the numbers of the row above.
 * A number is written as its manufacturer does, with
 * - `{0,1,A}` for several parts, as in a shell;
 * - `(,A,B)` for letters of one part, that nobody leaves out when ordering, unless there is an empty one;
 * - `[12,33,125=1.25,ADJ]` for voltages: volts and tenths (`285` is 2.85 V), or in volts where there is a point or behind `=`,
 *   which may have nothing behind it where the option is no output voltage. Those who have the voltage last write whole volts
 *   without a point: `-12` is 12 V.
 * Letters that all numbers of a row end with stand behind its packages: `D8 DGK (AI,I)`.
 */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import { START } from '../../forms.ts';
import type { CodeSegment, Forms, OptionalGroup, Segment, SeparatorSegment } from '../../table.ts';

export type Listing = Readonly<Partial<Record<Category, string>>>;
export type Codes = Record<string, Statements>;

/** A number up to its package. */
export interface Orderable {
  readonly packages: readonly string[];
  readonly stem: Codes;
  /** What stands behind its dash, where there is one. */
  readonly variant: Codes | undefined;
  /** What people write who leave the package open, and what is behind the dash. */
  readonly bareStems: Codes;
}

/** Codes of voltages that are set by the user's resistors. */
const ADJUSTABLE = new Set(['01', 'ADJ', 'A', '']);

function voltage(option: string, isInVolts: boolean): [code: string, states: Statements] {
  const [code = '', volts] = option.split('=');
  if (volts !== undefined) return [code, volts === '' ? {} : { nominal_voltage: Number(volts) }];
  if (ADJUSTABLE.has(code)) return [code, {}];
  if (isInVolts || code.includes('.')) return [code, { nominal_voltage: Number(code) }];
  // 33 is 3.3 V and 285 is 2.85 V
  return [code, { nominal_voltage: Number(`${code.charAt(0)}.${code.slice(1)}`) }];
}

export const dash: SeparatorSegment = { separator: '-' };
export const slash: SeparatorSegment = { separator: '/' };

/** A literal behind its separator, that may be left out. */
export const maybe = (separator: SeparatorSegment, literal: string): OptionalGroup => (
  { optional: [separator, { literal }] }
);

/** `TPS6213{0,1}` is `TPS62130` and `TPS62131`. */
function expand(text: string): readonly string[] {
  const [, before = '', options = '', after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(text) ?? [];
  return options === '' ? [text] : options.split(',').flatMap((option) => expand(before + option + after));
}

const NOTHING: Statements = {};

/** Adds the options of `piece` to each of the codes. */
function times(codes: Codes, piece: string, isInVolts: boolean): Codes {
  const options: [string, Statements][] = piece.startsWith('[')
    ? piece.slice(1, -1).split(',').map((option) => voltage(option, isInVolts))
    : (piece.startsWith('(') ? piece.slice(1, -1).split(',') : [piece]).map((code) => [code, NOTHING]);
  const all: Record<string, Statements> = {};
  for (const [code, states] of Object.entries(codes)) {
    for (const [option, more] of options) {
      // shared where the option says nothing: most do
      all[code + option] = more === NOTHING ? states : { ...states, ...more };
    }
  }
  return all;
}

function orderable(
  token: string,
  packages: readonly string[],
  common: Statements,
  hasVoltageLast: boolean,
): Orderable {
  const pieces = token.match(/-|\[.*?\]|\(.*?\)|[^-[(]+/g) ?? [];
  const end = pieces.findIndex((piece) => piece === '-' || (hasVoltageLast && piece.startsWith('[')));
  const [series = '', ...head] = end === -1 ? pieces : pieces.slice(0, end);
  let stem: Codes = { [series]: { ...common, series } };
  // the family of regulators that a voltage makes a part of is nothing that people write
  let bareStems: Codes = head[0]?.startsWith('[') ? {} : stem;
  for (const piece of head) {
    stem = times(stem, piece, hasVoltageLast);
    bareStems = { ...bareStems, ...stem };
  }
  const rest = pieces.slice(end).filter((piece) => piece !== '-');
  const variant = end === -1
    ? undefined
    : rest.reduce<Codes>((codes, piece) => times(codes, piece, hasVoltageLast), { '': {} });
  return { packages, stem, variant, bareStems };
}

/** What a list says of one of its numbers. */
interface Token {
  readonly text: string;
  readonly packages: readonly string[];
  readonly common: Statements;
}

/** Of all numbers of a list what it says, by their first characters. */
export type Tokens = ReadonlyMap<string, readonly Token[]>;

/** Goes through a list. Some manufacturers have the voltage behind a dash and the package. */
export function tokensOf(listing: Listing, hasVoltageLast = false): Tokens {
  const tokens = Object.entries(listing).flatMap(([category, list]) => {
    let packages: readonly string[] = [];
    let letters = '';
    let common: Statements = {};
    // the voltage comes after the package then, and letters before it
    const withLetters = (text: string) =>
      hasVoltageLast && text.includes('[') ? text.replace('[', `${letters}[`) : text + letters;
    return list.split('\n').filter((line) => line.trim() !== '').flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      if (cells.length === 3) {
        const words = (cells[1] ?? '').split(' ').filter(Boolean);
        common = { category: category as Category, description: cells[0] ?? '' };
        packages = words.filter((word) => !word.startsWith('('));
        letters = words.find((word) => word.startsWith('(')) ?? '';
      }
      return (cells.at(-1) ?? '').split(/\s+/).flatMap(expand).map((text): Token => (
        { text: withLetters(text), packages, common }
      ));
    });
  });
  return grouped(tokens, ({ text }) => text.slice(0, START));
}

/** The numbers that begin with `start`, or all of them. */
export function orderables(tokens: Tokens, start: string, hasVoltageLast = false): readonly Orderable[] {
  const those = start === '' ? [...tokens.values()].flat() : tokens.get(start) ?? [];
  return those.map(({ text, packages, common }) => orderable(text, packages, common, hasVoltageLast));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const keyOf = (codes: Codes | undefined) => codes === undefined ? '' : JSON.stringify(codes);

/** Forms of orderable numbers: `formsOf` a base, a variant and the packages that some numbers share. */
export function orderableForms(
  numbers: readonly Orderable[],
  formsOf: (
    base: CodeSegment,
    variant: CodeSegment | undefined,
    packages: readonly string[],
  ) => Forms,
): Forms {
  const groups = grouped(
    numbers.filter(({ packages }) => packages.length > 0),
    ({ packages, variant }) => `${packages.join(' ')}|${keyOf(variant)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const { packages, variant } = group[0]!;
    return formsOf(baseOf(group), variant && { name: 'variant', codes: variant }, packages);
  });
}

const baseOf = (numbers: readonly Orderable[]): CodeSegment => (
  { name: 'base', codes: Object.assign({}, ...numbers.map(({ stem }) => stem)) }
);

/** Forms of numbers without a package, as people write them. Of two lists that know a number the first has its say. */
export function bareForms(
  numbers: readonly Orderable[],
  tail: readonly Segment[],
): Forms {
  const plain: Codes = Object.assign({}, ...numbers.map(({ bareStems }) => bareStems).reverse());
  const dashed = grouped(numbers.filter(({ variant }) => variant), ({ variant }) => keyOf(variant));
  const dashedForms = [...dashed.values()].map((group): readonly Segment[] => [
    baseOf(group),
    dash,
    { name: 'variant', codes: group[0]!.variant! },
    ...tail,
  ]);
  return [[{ name: 'base', codes: plain }, ...tail], ...dashedForms];
}

/** How a list writes a package to its code in the number and what it is called, '' where that is not known. */
export type PackageNames = (word: string) => readonly [code: string, name: string | undefined];

/** Packages that a list writes as code and pins: `D8` is code `D` and an SOIC-8, where `names` has `D: 'SOIC-#'`. */
export function lettersAndPins(names: Readonly<Record<string, string>>): PackageNames {
  return (word) => {
    const [, code = '', pins = ''] = /^([A-Z]*)(\d*)$/.exec(word) ?? [];
    return [code, names[word] ?? names[code]?.replace('#', pins)];
  };
}

/** Codes of the packages that a list has. A code that it has with two numbers of pins says nothing of the package. */
export function packageCodes(packages: readonly string[], names: PackageNames): CodeSegment {
  const codes: Codes = {};
  for (const word of packages) {
    const [code, name] = names(word);
    if (name === undefined || /#|-$/.test(name)) throw new RangeError(`no package ${word}`);
    const isOpen = name === '' || (Object.hasOwn(codes, code) && codes[code]?.package !== name);
    codes[code] = isOpen ? {} : { package: name };
  }
  return { name: 'package', codes };
}
