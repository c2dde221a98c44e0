/** Which way round a transistor conducts, as BOMs and sources say it. */

export const POLARITIES = ['N-channel', 'P-channel', 'NPN', 'PNP'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Nothing of a name stands around it: `FDN360P` says nothing. */
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const channel = (letter: string) =>
  new RegExp(
    String
      .raw`${START}(?:(?:dual|2|q)?[- _]?${letter}[- _]?(?:ch(?:an(?:nel)?)?(?:s|smd)?|can(?:al|ale)|kan[aä]l|mos(?:fet)?|j?fet|type|typ|канал\p{L}{0,6})|(?:canal|canale|kanal|канал)[- ]?${letter})${END}|${START}${letter}[-\s]?(?:沟道|沟|チャネル|型MOS)`,
    'iu',
  );
const junction = (name: string) => new RegExp(`${START}(?:dual|2|q)?[- _]?${name}(?![\\p{N}a-z])`, 'iu');

const SAID: readonly (readonly [polarity: Polarity, pattern: RegExp])[] = [
  ['N-channel', channel('N')],
  ['P-channel', channel('P')],
  ['NPN', junction('NPN')],
  ['PNP', junction('PNP')],
];

/** A pair of one each: `N- and P-channel`, `N+P MOSFET`. */
const BOTH = /(?<![\p{L}\p{N}])[NP]-?\s?(?:and|und|et|&|\+|\/|,)\s?-?[NP]-?\s?(?:ch|mos|kanal)/iu;

/** Longer texts are novels. */
const MAX_CHARS = 1_000;

/** All that a text says; a pair of one each is both. */
export function polaritiesIn(
  text: string,
): readonly { readonly polarity: Polarity; readonly text: string }[] {
  const shown = text.slice(0, MAX_CHARS);
  const both = BOTH.exec(shown)?.[0];
  const said = SAID.flatMap(([polarity, pattern]) => {
    const found = pattern.exec(shown)?.[0];
    return found === undefined ? [] : [{ polarity, text: found.trim() }];
  });
  if (both === undefined) return said;
  return (['N-channel', 'P-channel'] as const).map((polarity) => ({ polarity, text: both }));
}
