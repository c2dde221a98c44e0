/** Alternates that remarks name. */
import { decoder } from '../../parts/decoders/source.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { isLongNumber, type NamedPart, splitPart } from './part-cell.ts';

/** Longer remarks are prose. */
const MAX_NOTE_CHARS = 120;

/** `Alternative Adesto AT25SF081-MAHD-T`, `2nd source: LM358DR`. */
const ALTERNATE_NOTE = new RegExp(
  '^(?:alt(?:ern(?:at(?:e|ive))?s?)?|alternativ(?:e|a|o)?|2nd source|second source|substitute|ersatz(?:typ)?|替代料?|代替品?)(?: parts?)?([.:：]{0,2})\\s+(.+)$',
  'iu',
);

/** What an alternate is, behind it: `LTL-4231 (3mm THT)`. */
const BRACKETS_BEHIND = /\s+\([^()]{1,40}\)$/;
/** A name in front of a number: `Wuerth 61400826021`. */
const NAME_IN_FRONT = /^(\p{Lu}\p{L}{2,20})\s(\S+)$/u;
/** As short as an alternate may be that stands alone behind a colon: `MIC5225`. */
const NUMBER_ALONE = /^(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])(?=(?:\D*\d){3})[A-Z\d][A-Z\d\-./+#]{4,39}$/;
const DIGITS_ALONE = /^\d{8,15}$/;
/** Numbers of boards, drawings, changes and people, not of parts: `PCB12345`, `REV2023A`, `DNP123`. */
const OF_PAPERS = /^(?:DNP|PCB|DWG|FAE|DOC|(?:ECO|ECN|REV|SCH)[-#]?\d)/;

/** Whether a number without a known manufacturer may be a part's. */
const mayBePart = (number: string) => !OF_PAPERS.test(number) || decoder.decode(number).length > 0;

/** The part that stands alone behind the word and a colon, which says more than the word does: nothing else may be meant. */
function alternateBehindColon(text: string): NamedPart | null {
  const named = text.replace(BRACKETS_BEHIND, '');
  const [, name = null, number = named] = NAME_IN_FRONT.exec(named) ?? [];
  const isKnown = name !== null && resolveManufacturer(name) !== null;
  const looks = looksOf(number);
  if (looks.has('footprint') || looks.has('value')) return null;
  const isNumber = name === null
    ? NUMBER_ALONE.test(number) && mayBePart(number)
    : isKnown
    ? NUMBER_ALONE.test(number) || DIGITS_ALONE.test(number)
    // `Contact FAE0001-XX`: the word may be none of a manufacturer, unless a scheme of numbers says otherwise.
    : isLongNumber(number) && decoder.decode(number).length > 0;
  return isNumber ? { mpn: number, manufacturer: name } : null;
}

/** The part that a remark names as an alternate, and nothing else; null of any other remark. */
export function alternateInNote(note: string): NamedPart | null {
  if (note.length > MAX_NOTE_CHARS || !/\d/.test(note)) return null;
  const [, mark = '', named = ''] = ALTERNATE_NOTE.exec(note) ?? [];
  // A shop's number behind it is of the same part.
  const [text = ''] = named.split(/\/(?=[\w.-]+-ND$)/);
  const part = splitPart(text);
  if (part.mpn === null || !isLongNumber(part.mpn)) return mark === '' ? null : alternateBehindColon(text);
  // Other words than a manufacturer's name say that no part is meant: `Alternate drawing …`.
  const isPart = part.manufacturer === null
    ? !looksOf(part.mpn).has('footprint') && mayBePart(part.mpn)
    : resolveManufacturer(part.manufacturer) !== null;
  return isPart ? part : mark === '' ? null : alternateBehindColon(text);
}
