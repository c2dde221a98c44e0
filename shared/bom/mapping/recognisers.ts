/** What a cell looks like, whatever its header says. */
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { beginsWithLetter, endsWithDigit, hasDigit } from '../ascii.ts';
import { withoutCount } from '../rows/counts.ts';
import { designatorsShare } from '../rows/designators.ts';
import { readLibraryName } from '../rows/library-name.ts';
import { maySpeakOfPlacing, readPlacing, saysNotPlaced } from '../rows/placing.ts';
import { distributorNamed } from './header-words.ts';

/** Nothing that is told apart by its look is longer. */
const MAX_CHARS = 120;

/** Distributors' numbers that cannot be taken for anything else, by their shape. */
export const SUPPLIER_NUMBERS: readonly (readonly [supplier: string, shape: RegExp])[] = [
  ['DigiKey', /^[A-Z0-9][A-Z0-9\-.,/()#+ ]*-(?:ND|1-ND|2-ND|6-ND|CT-ND|TR-ND|DKR-ND)$/i],
  ['LCSC', /^C\d{4,9}$/],
  ['Newark', /^\d{2}[A-Z]{1,2}\d{4}$/],
];

/** Mouser's: a manufacturer of two or three digits, and its number. Many part numbers look alike. */
const LIKE_MOUSER = /^\d{2,3}-(?=.*[A-Z])[A-Z0-9][A-Z0-9\-./,#+ =]{3,}$/i;
/** The same beside the shop's name, where digits alone can be no other number. */
const LIKE_MOUSER_NAMED = /^\d{2,3}-[A-Z0-9][A-Z0-9\-./,#+ =]{3,}$/i;
const LIKE_FARNELL = /^\d{7}(?:RL)?$/;
const LIKE_RS = /^\d{3}-\d{3,4}[A-Z]?$/;

/** What shops call what they sell, and no program a place: `SKU: ABC123`, `173-47-370`. */
const LIKE_ORDER_NUMBER =
  /^(?:(?:SKU|(?:art(?:icle|ikel)?|item|order|cat|stock)[. ]{0,2}(?:no|nr|num|number|code)?)\.?\s?[:#]\s?\S|\d{2,4}-\d{2,4}-\d{2,4}$|\d{3}-\d{3,4}$)/i;

const URL = /^(?:https?:\/\/|www\.)|^~$/i;
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/;
const WHOLE =
  /^\d{1,6}(?:[.,]0+)?\s*(?:pcs?|pieces?|pce|ea|each|stk|stück|st|x|шт|个|個|只|颗)?\.?(?:\s*\((?:dn[a-z])\))?$/iu;
const MONEY =
  /^(?:[$€£¥￥]|US\$|CA\$|USD|EUR|CAD|GBP)\s*\d|^\d+(?:[.,]\d+)+\s*(?:[$€£¥￥]|USD|EUR|CAD|GBP|руб|元)?$/iu;

/** Sizes of chips and names of packages, bare or as a library's footprint has them. */
const FOOTPRINT = new RegExp(
  [
    String
      .raw`^(?:[RCLDQ]|LED|FB|CAP|RES|IND|SMD|CHIP)?[-_ ]?(?:01005|0201|0402|0504|0603|0612|0805|0806|1005|1008|1206|1210|1608|1812|2010|2012|2512|2520|2920|3216|3225|3528|5032|6032|7343)(?:[-_ ]?(?:[RCLD]|LED|SMD|METRIC|CAP|RES))?$`,
    String
      .raw`\b(?:SOT|SOD|SOIC|SOP|SSOP|TSSOP|MSOP|VSSOP|QSOP|HTSSOP|TSOP|QFN|VQFN|WQFN|DFN|WDFN|UDFN|TDFN|SON|WSON|X2SON|QFP|LQFP|TQFP|BGA|LGA|WLCSP|CSP|PLCC|DIP|PDIP|SIP|SIL|TO|DO|SC|SMA|SMB|SMC|DPAK|D2PAK|MELF|MINIMELF|HC49|HC-49|SO)[-_ ]?\d`,
    String.raw`^(?:SMA|SMB|SMC|DPAK|D2PAK|MELF|AXIAL|RADIAL|THT|SMD)\b`,
    String.raw`_\d{4}_?\d{4}Metric`,
    String.raw`^[\w .-]+:[\w .,()+/-]+$`,
    String.raw`\b\d+x\d+(?:[.,]\d+)?(?:x\d+)?mm`,
    String.raw`\bP\d+\.\d+mm`,
    String.raw`^(?:EIA|CASE|CASE-)[-_ ]?[A-Z0-9]`,
  ].join('|'),
  'iu',
);

/** Resistances, capacitances and the like: `10k`, `4u7`, `100nF/50V`, `16 MHz`, `600R@100MHz`. */
const VALUE = new RegExp(
  [
    String
      .raw`^[<>~±]?\d{1,6}(?:[.,]\d+)?\s*(?:[pnuµμmkKMGTRΩΩrFHVAW]|ohms?|meg|mega|kilo|kohm|mohm|[pnuµμm][FHAVsS]|[kKMG]?(?:Hz|Ω|Ω|R|ohm)|[munµμ]?[VAW]|mAh|F|H|HZ)(?:\s*(?:\/|,|;|@|\s|-|_|\().*)?$`,
    String.raw`^\d{1,4}[pnuµμmkKMGRrF]\d{1,3}(?:\s*(?:\/|,|;|@|\s|\().*)?$`,
    String.raw`^[pnuµμk]\d+$`,
    String.raw`^\d+(?:[.,]\d+)?%$`,
    String.raw`^(?:NA|DNP|DNF|DNI|NC)?\(?\d+(?:[.,]\d+)?[pnuµμmkKMR]?[FHR]?\/`,
  ].join('|'),
  'u',
);

/** Where a part stands: `(1.7272 34.29)`. */
const POINT = /^\(?-?\d+(?:\.\d+)?[\s,;]{1,3}-?\d+(?:\.\d+)?\)?$/;

/** How a part is soldered. */
const MOUNTING =
  /^(?:smd|smt|tht|th|pth|through[- ]?hole|thru[- ]?hole|surface[- ]?mount(?:ed)?|axial|radial)$/i;

/** Words for what is no single orderable part. */
const PLAIN_WORDS = /^(?:[\p{Ll}\s]+|\p{L}\p{Ll}+(?:[ _-]\p{L}\p{Ll}*)*)$/u;

/** Such words joined by signs, some in capital letters: `LED_Small`, `red+green`. */
const JOINED_WORDS =
  /^(?=.*\p{Ll}{3})(?:\p{Lu}{1,5}|\p{L}\p{Ll}+)(?:[ _+-](?:\p{Lu}{1,5}|\p{Lu}\p{Ll}+|\p{Ll}+|\p{Lo}\p{Ll}*))+$/u;

/** Numbers that a program gives to the components of its library, not to parts. */
const LIBRARY_NUMBER = /^CMP-\d+(?:-\d+)+$/i;

/** A part number: digits and letters in one word or a few, capital letters by far. */
function isLikePartNumber(text: string): boolean {
  if (
    text.length < 4 || text.length > 60 || !hasDigit(text) || text.includes(';') || LIBRARY_NUMBER.test(text)
  ) return false;
  if (/^\d+(?:\.0+)?$/.test(text)) return text.replace(/\.0+$/, '').length >= 6;
  if (!/[A-Za-z]/.test(text) && !/^\d[\d-]{5,}\d$/.test(text)) return false;
  // The end of a remark, of which the beginning stands elsewhere.
  if (text.endsWith(')') && !text.includes('(')) return false;
  const words = text.split(/\s+/);
  if (
    words.length > 4 || words.some((word) => /^[a-z]{3,}$/.test(word) || /^\p{Lu}\p{Ll}{2,}$/u.test(word))
  ) return false;
  const lower = text.replace(/[^a-z]/g, '').length;
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  return lower <= Math.max(2, letters * 0.4);
}

/** A name in letters: of a company, perhaps. */
const LIKE_NAME = /^\p{L}[\p{L}\s.,;&()/+'’\d-]{0,60}$/u;

/** What a cell can be recognised as. */
export type Look =
  | 'designators'
  | 'whole'
  | 'money'
  | 'url'
  | 'date'
  | 'flag'
  | 'not_placed'
  | 'value'
  | 'footprint'
  | 'part_number'
  | 'manufacturer'
  | 'manufacturer_and_number'
  | 'name'
  | 'supplier'
  | 'supplier_number'
  | 'like_supplier_number'
  | 'like_mouser_number'
  | 'like_order_number'
  | 'mounting'
  | 'point'
  | 'text';

/** How much a cell looks like each, 0-1; nothing of what it does not look like. */
export type Looks = ReadonlyMap<Look, number>;

/** Between several numbers of one cell. */
const SEVERAL = /\s*(?:[\n\r;]|\s(?:or|oder|\/)\s)\s*/iu;

interface Recogniser {
  readonly look: Look;
  readonly of: (text: string) => number;
}

const when = (is: boolean) => is ? 1 : 0;

const RECOGNISERS: readonly Recogniser[] = [
  { look: 'designators', of: (text) => designatorsShare(text) },
  { look: 'whole', of: (text) => when(!beginsWithLetter(text) && WHOLE.test(text)) },
  { look: 'money', of: (text) => when(hasDigit(text) && MONEY.test(text)) },
  { look: 'url', of: (text) => when(URL.test(text)) },
  { look: 'date', of: (text) => when(!beginsWithLetter(text) && DATE.test(text)) },
  { look: 'flag', of: (text) => when(readPlacing(text) !== null) },
  { look: 'not_placed', of: (text) => when(maySpeakOfPlacing(text) && saysNotPlaced(text)) },
  { look: 'value', of: (text) => when(hasDigit(text) && VALUE.test(text)) },
  { look: 'footprint', of: (text) => when(FOOTPRINT.test(text) || isLibraryName(text)) },
  {
    look: 'part_number',
    of: (cell) => {
      const [text = ''] = (withoutCount(cell)?.text ?? cell).split(SEVERAL);
      return !isLikePartNumber(text) || isOfLibrary(text) || VALUE.test(text) || URL.test(text) ||
          DATE.test(text)
        ? 0
        : FOOTPRINT.test(text)
        ? 0.3
        : 1;
    },
  },
  { look: 'manufacturer', of: (text) => when(/\p{L}/u.test(text) && resolveManufacturer(text) !== null) },
  { look: 'manufacturer_and_number', of: (text) => when(beginsWithManufacturer(text)) },
  { look: 'name', of: (text) => hasDigit(text) ? 0 : when(LIKE_NAME.test(text)) },
  { look: 'supplier', of: (text) => when(distributorNamed(text) !== null) },
  { look: 'supplier_number', of: (text) => when(SUPPLIER_NUMBERS.some(([, shape]) => shape.test(text))) },
  {
    look: 'like_supplier_number',
    of: (text) =>
      when(
        !beginsWithLetter(text) && (LIKE_MOUSER.test(text) || LIKE_FARNELL.test(text) || LIKE_RS.test(text)),
      ),
  },
  { look: 'like_mouser_number', of: (text) => when(!beginsWithLetter(text) && LIKE_MOUSER.test(text)) },
  { look: 'like_order_number', of: (text) => when(LIKE_ORDER_NUMBER.test(text)) },
  { look: 'mounting', of: (text) => when(MOUNTING.test(text)) },
  { look: 'point', of: (text) => when(!beginsWithLetter(text) && POINT.test(text)) },
  { look: 'text', of: (text) => when(/\s/.test(text) && text.length > 12) },
];

/** Cells that were looked at: columns repeat themselves, and each is looked at for the header and for its column. */
const MAX_REMEMBERED = 4_000;
const remembered = new Map<string, Looks>();

export function looksOf(text: string): Looks {
  const known = remembered.get(text);
  if (known) return known;
  const looks = look(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (text.length <= MAX_CHARS) remembered.set(text, looks);
  return looks;
}

function look(text: string): Looks {
  if (text.length > MAX_CHARS) {
    const designators = designatorsShare(text);
    return new Map<Look, number>([['designators', designators], ['text', 1 - designators]]);
  }
  const looks = new Map<Look, number>();
  for (const recogniser of RECOGNISERS) {
    const share = recogniser.of(text);
    if (share > 0) looks.set(recogniser.look, share);
  }
  return looks;
}

/** A chip's kind and size, as libraries call it: `C0402`, `LED_0603`, `BEAD0603`. */
const CHIP =
  /^(?:[RCLDF]|LED|CAP|RES|IND|BEAD|FB|FUSE|SMD|CHIP)[-_ ]?(?:01005|0201|0402|0603|0805|1008|1206|1210|1806|1812|2010|2512)$/i;

/** Whether a text says of a part no more than its kind and size. */
export function isChip(text: string): boolean {
  return CHIP.test(text);
}

/** What libraries call a symbol and its size, in the ways of two continents: `R-EU_R0603`, `C-USC0805`, `CPOL-EUE5-13`. */
const EAGLE_DEVICE =
  /^(?:R|C|L|CPOL|CAP|TRIM|POT|F|Q|D|LED|TRIM_EU|PINHD)-(?:EU|US)_?[A-Z0-9][A-Z0-9./_X-]*$/i;
/** A kind, a chip's size, and perhaps a value: `CAP0603_1UF`, `RES_0402_10K_1%`. */
const KIND_AND_SIZE =
  /^(?:RES(?:ISTOR)?|CAP(?:ACITOR)?|IND(?:UCTOR)?|DIODE|BEAD|FERRITE|FUSE)[-_ ]?(?:01005|0201|0402|0603|0805|1008|1206|1210|1806|1812|2010|2512)(?:[-_ ][\w.%/-]*)?$/i;

/** Whether a text is what a library calls a part by its kind and size, and nobody's number. */
export function isLibraryName(text: string): boolean {
  return text.length <= MAX_CHARS && (EAGLE_DEVICE.test(text) || KIND_AND_SIZE.test(text));
}

/** Whether a text is such a name, perhaps with a value, and has no number of a part in it. */
export function isOfLibrary(text: string): boolean {
  return isLibraryName(text) || readLibraryName(text)?.number === null;
}

/** Whether a text is a word, and no number that could be ordered. */
export function isPlainWord(text: string): boolean {
  return !/\d/.test(text) && (PLAIN_WORDS.test(text) || JOINED_WORDS.test(text));
}

/** The distributor whose number the text certainly is. */
export function supplierOfNumber(text: string): string | null {
  // All of them end so, and most part numbers do not.
  if (!endsWithDigit(text) && !text.endsWith('D') && !text.endsWith('d')) return null;
  return SUPPLIER_NUMBERS.find(([, shape]) => shape.test(text))?.[0] ?? null;
}

/** The distributor whose numbers most of these texts are, by their shape; null where none or more than one could be. */
export function supplierOfNumbers(texts: readonly string[]): string | null {
  const shapes = [...SUPPLIER_NUMBERS, ['Mouser', LIKE_MOUSER] as const];
  return shapes.find(([, shape]) => texts.filter((text) => shape.test(text)).length > texts.length * 0.8)
    ?.[0] ?? null;
}

/** Shops that sell what no manufacturer's number is known of: what stands beside them is theirs. */
const SHOPS: ReadonlySet<string> = new Set([
  'Adafruit',
  'AliExpress',
  'Amazon',
  'eBay',
  'McMaster-Carr',
  'SparkFun',
]);

/** Whether the text, given that a distributor is named beside it, has the shape of that one's numbers. */
export function isNumberOf(supplier: string, text: string): boolean {
  const shapes: Readonly<Record<string, RegExp>> = {
    Mouser: LIKE_MOUSER,
    Farnell: LIKE_FARNELL,
    RS: LIKE_RS,
  };
  return SHOPS.has(supplier) || supplierOfNumber(text) === supplier ||
    (shapes[supplier]?.test(text) ?? false);
}

/** Whether the text has that shape, given that the column is called after the distributor and others: their numbers alone stand there. */
export function isNumberBelow(supplier: string, text: string): boolean {
  return isNumberOf(supplier, text) || (supplier === 'Mouser' && LIKE_MOUSER_NAMED.test(text));
}

/** A known manufacturer, then a number: `Yageo RC0402FR-071KL`. */
function beginsWithManufacturer(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 12 || /\d.*\d/.test(words[0]!)) return false;
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    if (hasDigit(words[count]!) && resolveManufacturer(words.slice(0, count).join(' '))) return true;
  }
  return false;
}
