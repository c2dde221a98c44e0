/** Lines that ask for a part without naming its number. */
import { cleanPartNumber } from '../part-number.ts';
import { readFootprint } from './footprint.ts';
import { namesNothingToBuy } from './nothing-to-buy.ts';
import { readValue } from './value.ts';

/** What is in a BOM and nothing to buy, or nothing that a name of its own is known for, as values and footprints say it. */
const NOTHING_TO_BUY =
  /jumper|solder|header|test|fid|hole|logo|net.?tie|^(?:bare )?(?:pcb|board)$|^n\.?c\.?$|^tp\d*$/i;
const NOTHING_ON_BOARD = /fiducial|mounting.?hole|test.?point|logo|solder.?jumper|net.?tie/i;

/**
 * Whether a value asks for something that can be looked up or has to be asked for: `100n 50V`, `BAT54W`, `LED RED`, and not
 * `Fiducial`, `Header 5` or `N/A`. A footprint of a hole or a test point says that nothing is bought, whatever the value.
 */
export function valueAsks(value: string | null, footprint: string | null = null): boolean {
  return value !== null && cleanPartNumber(value) !== null && !NOTHING_TO_BUY.test(value.trim()) &&
    !namesNothingToBuy(value) &&
    !(footprint !== null && (NOTHING_ON_BOARD.test(footprint) || namesNothingToBuy(footprint)));
}

/** The words of a line without a part number. */
export interface Words {
  readonly value: string | null;
  readonly footprint: string | null;
  readonly description: string | null;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * Whether a line asks for something by its words. Where it has no value, its description says what is asked for: of prose only
 * what names a thing that nobody buys is left out, since `Pin header` and `Solder terminal` are bought.
 */
export function wordsAsk({ value, footprint, description }: Words): boolean {
  if (!isBlank(value) || isBlank(description)) return valueAsks(value, footprint);
  return cleanPartNumber(description!.slice(0, LONGEST_WORDS)) !== null &&
    ![description!, footprint ?? ''].some((text) =>
      NOTHING_ON_BOARD.test(text) || BARE.test(text.trim()) || namesNothingToBuy(text)
    ) && !NO_THING.test(description!.trim());
}

/** The board itself, and what begins by saying that it is a hole: `M3 hole`; not a `through hole resistor` or a `hole plug`. */
const BARE =
  /^(?:(?:bare |main |carrier )?(?:pcb|(?:circuit )?board)$|(?:m\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)? ?mm)? ?(?:(?:npth|unplated|non.?plated|plated|tooling|reference|alignment|drill) )?holes?\b(?! (?:plugs?|sensors?|covers?|caps?)\b))/i;
/** What a board costs besides its parts, what a drawing has besides parts, and words on the line itself. */
const NO_THING =
  /^(?:shipping|postage|freight|handling|assembly|nre|tooling|stencil|setup|(?:sub-?)?totals?|spares?|(?:see )?notes?(?: \d+)?|tp(?: smd)?|test ?pads?|solder ?bridges?|(?:panel )?rails?|board edge|keep-?out|keep out|kelvin connection|(?:pcb|trace|printed) antenna|antenna,? (?:pcb )?trace|nicht best(?:ü|ue)ckt|not (?:placed|fitted|populated|mounted)|do not (?:place|fit|populate|mount))[.:]?$/i;
/** That there are any words the beginning tells. */
const LONGEST_WORDS = 100;

/** Capital letters and digits in one word or two, as numbers of parts have them: `W25Q128JVSIQ`, `SG-210STF 12.0000ML3`. */
const LIKE_A_NUMBER =
  /^(?=.*\d)(?=.*[A-Z])[A-Za-z0-9][A-Za-z0-9\-./,#+()=_]*(?: [A-Z0-9][A-Z0-9\-./,#+()=]*)?$/;
/** Shorter ones are a value or a package. */
const SHORTEST = 4;
const LONGEST = 40;
/** As in `ICE40UP5k`; words have more. */
const MOST_SMALL_LETTERS = 2;

/**
 * The part number that stands in the place of a value, as where JLCPCB's `Comment` names the part; null where the value is a
 * quantity, a package or words. That there is such a part is for those to say who are asked.
 */
export function numberInValue(value: string | null): string | null {
  if (value === null || !valueAsks(value)) return null;
  const number = cleanPartNumber(withoutPackage(value));
  if (number === null || number.length < SHORTEST || number.length > LONGEST || !LIKE_A_NUMBER.test(number)) {
    return null;
  }
  const small = number.replace(/[^a-z]/g, '').length;
  if (small > MOST_SMALL_LETTERS || beginsWithQuantity(number)) return null;
  const { sizes, families } = readFootprint(number, false);
  return sizes.length > 0 || families.length > 0 ? null : number;
}

/** The part number that stands in the place of a line's words, and in which; the value comes first. */
export function numberInWords(
  words: Pick<Words, 'value' | 'description'>,
): { readonly number: string; readonly where: 'value' | 'description' } | null {
  for (const where of ['value', 'description'] as const) {
    const number = numberInValue(words[where]);
    if (number !== null) return { number, where };
  }
  return null;
}

/** `BAT54A(SOT23-3)`: a package in brackets is said beside the number. */
function withoutPackage(value: string): string {
  const [whole, inside] = /\(([^()]+)\)\s*$/.exec(value) ?? [];
  return whole !== undefined && readFootprint(inside!).families.length > 0
    ? value.slice(0, -whole.length)
    : value;
}

const beginsWithQuantity = (text: string) =>
  readValue(text, null).some((said) => said.readings.length > 0 && text.startsWith(said.text));
