/** Voltages and currents as prose and values have them, each with the words around it: they say what it is a figure of. */
import { visibleText } from '../part-number.ts';

export interface Figure {
  readonly value: number;
  /** As written. */
  readonly text: string;
  /** What stands right before and behind it, in small letters. */
  readonly before: string;
  readonly after: string;
}

/** Longer texts are novels. */
const MAX_CHARS = 1_000;
/** Words that say what a figure is of stand beside it. */
const BESIDE = 40;

const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,3})?`;
/** Nothing of a number, a fraction or a name stands before, or behind: `1/2A` is half an ampere. */
const START = String.raw`(?<![\p{L}\p{N}]|\d[.,/])`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** Letters that a voltage's unit ends in where it says which one it is: `5VWM`, `9.2VC`, `5 Vout`. */
const WHICH = '(?:R?WM|RRM|RMS|RM|DC|AC|BR|CEO|CBO|DSS?|GSS?|out|in|[CFRO])?';

const PATTERNS = {
  V: new RegExp(
    String
      .raw`${START}(?:(?<whole>\d{1,3})V(?<fraction>\d{1,2})|(?<number>${NUMBER})\s?V(?:olts?)?)(?:\s?(?<which>${WHICH}))${END}`,
    'giu',
  ),
  A: new RegExp(
    String.raw`${START}(?<number>${NUMBER}|\.\d{1,3})\s?(?<prefix>[mMuµμ])?A(?:mps?|MPS?)?${END}`,
    'gu',
  ),
} as const;

/** From one figure to another, and a figure at a condition: neither is a figure of the part. */
const NO_FIGURES = [
  ...['V(?:DC|AC)?', 'm?A'].map((unit) =>
    new RegExp(
      String
        .raw`${START}${NUMBER}\s?(?:${unit})?\s?(?:~|\.\.\.?|…|–|-|->|→|转|\bto\b|\bbis\b|\bà\b)\s?\+?${NUMBER}\s?${unit}`,
      'giu',
    )
  ),
  /[\d.,]{1,9}\s?[a-zµμ%]{0,4}\s?@\s?\(?[\d.,]{1,9}\s?[a-zµμ]{0,4}\)?/giu,
  /@\s?\(?[\d.,]{1,9}\s?[a-zµμ]{0,4}\)?/giu,
];

const SCALE: Readonly<Record<string, number>> = { '': 1, m: 1e-3, u: 1e-6, µ: 1e-6, μ: 1e-6 };

function readable(text: string): string {
  return NO_FIGURES.reduce(
    (rest, pattern) => rest.replace(pattern, (said) => ' '.repeat(said.length)),
    visibleText(text.slice(0, MAX_CHARS)),
  );
}

/** All figures of a text in volts or amperes, but for ends of ranges and conditions. */
export function figuresIn(text: string, unit: 'V' | 'A'): readonly Figure[] {
  const shown = readable(text);
  return [...shown.matchAll(PATTERNS[unit])].map((found) => {
    const { whole, fraction, number = '', prefix = '', which = '' } = found.groups ?? {};
    const written = whole === undefined ? number.replace(',', '.') : `${whole}.${fraction}`;
    const end = found.index + found[0].length;
    return {
      value: Number((Number(written) * (SCALE[prefix.toLowerCase()] ?? 1)).toPrecision(6)),
      text: found[0].trim(),
      before: shown.slice(Math.max(0, found.index - BESIDE), found.index).toLowerCase(),
      after: (which === '' ? shown.slice(end, end + BESIDE) : which).toLowerCase(),
    };
  });
}

/** What may stand beside a figure in a cell that has nothing else: what kind of part it is, and its package. */
const PLAIN_WORDS =
  /(?<![\p{L}\p{N}])(?:low|drop(?:out)?|ldo|linear|positive|fixed|adj|voltage|spannungs?regler|vreg|regulators?|reg|references?|ref|buck|boost|converters?|step-?down|dc|output|out|vout|zener(?:diode)?|z-?diode|tvs|esd|schottky|diodes?|diode[ns]|rectifiers?|standard|fuse|ptc|pptc|polyfuse|resettable|smd|smt|tht|power|ic|hold|trip|slow-?blow|fast|npn|pnp|mosfet|n-?ch(?:annel)?|p-?ch(?:annel)?)(?![\p{L}\p{N}])/giu;
const QUANTITY = /\d+(?:[.,]\d+)?\s?(?:m?A|m?W|%|V)(?:DC|AC)?(?![\p{L}\p{N}])/giu;

/** Whether a cell has figures and nothing that may be a name: then they are of its part. */
export const isFiguresAlone = (text: string): boolean => isOf(text, [...FIGURES, PLAIN_WORDS]);

/** Whether a cell has figures and nothing else. */
export const isFiguresOnly = (text: string): boolean => isOf(text, FIGURES);

const FIGURES = [PATTERNS.V, PATTERNS.A, QUANTITY];

function isOf(text: string, patterns: readonly RegExp[]): boolean {
  const rest = patterns.reduce(
    (left, pattern) => left.replace(pattern, ' '),
    visibleText(text.slice(0, MAX_CHARS)),
  );
  return !/[\p{L}\p{N}]/u.test(rest);
}
