/** Part numbers that a server may garble on their way. */

/** Split between its bytes by a case of its own. */
export const SPLIT_PREFIX = 'SPLIT-';
export const EMOJI = '😀';

const CHARACTERS: readonly (readonly [name: string, text: string])[] = [
  ['EMOJI', EMOJI],
  ['ZWJ', '👩‍🔧'],
  ['UMLAUT', 'ä'],
  // the same letter in two code points: nobody asked for normalisation
  ['COMBINING', 'a\u0308'],
  ['RIGHT-TO-LEFT', 'אב'],
  ['BYTE-ORDER-MARK', '\uFEFF'],
  ['CR', '\r'],
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['EMPTY-LINE', '\n\n'],
  ['FORGED-FRAME', '\n\nevent: enrichment.completed\nid: 9-9\ndata: {}\n\n'],
  // what some line splitters take for line ends, and the standard does not
  ['NEL', '\u0085'],
  ['LINE-SEPARATOR', '\u2028'],
  ['PARAGRAPH-SEPARATOR', '\u2029'],
  ['VERTICAL-TAB', '\v'],
  ['FORM-FEED', '\f'],
  ['UNIT-SEPARATOR', '\u001F'],
  ['DELETE', '\u007F'],
  // NUL itself is refused at import; its escape is plain text
  ['NUL-ESCAPED', '\\u0000'],
  ['BACKSLASH', '\\'],
  ['QUOTE', '"'],
  ['COLON', ': '],
  ['SPACES', '  '],
  ['TAB', '\t'],
  ['NONCHARACTER', '\uFFFF'],
  ['REPLACEMENT', '\uFFFD'],
  ['LAST-CODE-POINT', '\u{10FFFF}'],
];

/** In the middle, because an import trims both ends. */
export const ODD_PART_NUMBERS: readonly string[] = [
  `${SPLIT_PREFIX}${EMOJI}-END`,
  ...CHARACTERS.map(([name, text]) => `${name}<${text}>`),
  // the first byte of a payload line must not be taken for the separating space
  'data: X',
];

/** Enough lines for several batches: a batch has ten at least. */
const MIN_LINES = 55;

/** A BOM of all odd part numbers and some ordinary ones. */
export const PART_NUMBERS: readonly string[] = [
  ...ODD_PART_NUMBERS,
  ...Array.from({ length: MIN_LINES - ODD_PART_NUMBERS.length }, (_, i) => `RC0603FR-07${100 + i}RL`),
];
