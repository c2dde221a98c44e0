/** Part numbers that a server may garble on their way. */
import { resistor } from '../support/resistors.ts';

/** Split between its bytes by a case of its own. */
export const SPLIT_PREFIX = 'SPLIT-';
export const EMOJI = '😀';

/** With a third one where an import keeps less of the text: characters that nobody sees are left out. */
const CHARACTERS: readonly (readonly [name: string, text: string, kept?: string])[] = [
  ['EMOJI', EMOJI],
  ['ZWJ', '👩‍🔧', '👩🔧'],
  ['UMLAUT', 'ä'],
  // the same letter in two code points: nobody asked for normalisation
  ['COMBINING', 'a\u0308'],
  ['RIGHT-TO-LEFT', 'אב'],
  ['BYTE-ORDER-MARK', '\uFEFF', ''],
  ['CR', '\r'],
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['EMPTY-LINE', '\n\n'],
  ['FORGED-FRAME', '\n\nevent: enrichment.completed\nid: 9-9\ndata: {}\n\n'],
  // what some line splitters take for line ends, and the standard does not
  ['NEL', '\u0085', ''],
  ['LINE-SEPARATOR', '\u2028'],
  ['PARAGRAPH-SEPARATOR', '\u2029'],
  ['VERTICAL-TAB', '\v', ''],
  ['FORM-FEED', '\f', ''],
  ['UNIT-SEPARATOR', '\u001F', ''],
  ['DELETE', '\u007F', ''],
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
const oddPartNumbers = (textOf: (character: typeof CHARACTERS[number]) => string): string[] => [
  `${SPLIT_PREFIX}${EMOJI}-END`,
  ...CHARACTERS.map((character) => `${character[0]}<${textOf(character)}>`),
  // the first byte of a payload line must not be taken for the separating space
  'data: X',
];

/** Enough lines for several batches: a batch has ten at least. */
const MIN_LINES = 55;

function withOrdinary(odd: readonly string[]): string[] {
  return [
    ...odd,
    ...Array.from({ length: MIN_LINES - odd.length }, (_, i) => resistor(i)),
  ];
}

/** A BOM of all odd part numbers and some ordinary ones, as it is sent. */
export const PART_NUMBERS: readonly string[] = withOrdinary(oddPartNumbers(([, text]) => text));
/** The same as it is kept, and shown by every event. */
export const KEPT_PART_NUMBERS: readonly string[] = withOrdinary(
  oddPartNumbers(([, text, kept]) => kept ?? text),
);
