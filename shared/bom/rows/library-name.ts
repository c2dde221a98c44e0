/** What libraries call parts by: what a part is, its size and its value, and nobody's number. `R-0603(1608),10K`, `C0402-12p`. */

/** The cell of a number taken apart, where it has more than that, or something else. */
export interface Apart {
  readonly number: string | null;
  readonly value: string | null;
  readonly footprint: string | null;
  /** What the part is, in words. */
  readonly words: string | null;
  readonly manufacturer: string | null;
  /** `NC` stands where the value should. */
  readonly isNotPlaced: boolean;
}

export const NOTHING_APART: Apart = {
  number: null,
  value: null,
  footprint: null,
  words: null,
  manufacturer: null,
  isNotPlaced: false,
};

/** Longer cells are prose. */
const MAX_CHARS = 60;

const SIZE = '(?:01005|0201|0402|0603|0805|1008|1206|1210|1806|1812|2010|2512)';
/** `R-0603(1608),10K`, `C-N-0603,0.1uF`, `CAP_0805_10uF`, `L_SMD_0402`, `C0402-12p`: a kind, a chip's size, and perhaps a value. */
const OF_CHIP = new RegExp(
  `^((?:[RCLD]|FB|LED|RES(?:ISTOR)?|CAP(?:ACITOR)?|IND(?:UCTOR)?|BEAD|FERRITE|FUSE|DIODE)(?:[-_][A-Z])?(?:[-_]SM[DT])?[-_]?${SIZE}(?:\\(\\d{4}\\)|_\\d{4}Metric)?)(?:[-_,;:/ ]\\s?(\\S[^,;]*))?$`,
  'i',
);
/** `COIL,22uH`, `XTAL-SMD,8MHz`, `XTAL_SMD2016_32MHz_8pF`: a kind that no number begins with, and a value. */
const OF_KIND =
  /^((?:COIL|INDUCTOR|CHOKE|XTAL|CRYSTAL|QUARTZ|RESONATOR|RESISTOR|RES|CAPACITOR|CAP|ELCO|FUSE|POT|TRIMMER|TRIMPOT|BEAD|FERRITE)(?:[-_ ]?(?:SM[DT]|THT|TH)(?:[-_]?\d{4})?)?)[-_,;: ]\s?(\S[^,;]*)$/i;
/** `NC` and its like stand for a value. */
const EMPTY = /^(?:NC|N\.C\.|DN[FIPM]|NP|NM|NF)$/i;
/** Of more than three digits in front of one letter are parts, too: `3386F`, `78M05`. */
const VALUE =
  /^\d{1,3}(?:[.,]\d+)?(?:[pnuµμm]?[FHA]|[pnuµμ]|[kKMmGΩRr]|[kmM]?V|[mM]?W)$|^\d{1,7}(?:[.,]\d+)?(?:[pnuµμm][FH]|[kKMmG]?(?:Ω|[oO]hms?|OHMS?)|[kKMG]?Hz|m?[aA][hH])$|^(?!7[89]M)\d{1,3}[pnuµμkKMRrmΩ]\d{1,2}$/u;
/** `MHOLE`, `SIP_02`, `CONN_01X04`, `PINHD-2X5`. */
const OF_NOBODY =
  /^(?:M(?:OUNT(?:ING)?)?[-_]?HOLE\d*(?:[-_.]\d+(?:MM)?)?|(?:SI[PL]|PINHD|PIN_?HEADER|PIN_?HDR|HDR|HEADER|CON|CONN|SOLDER_?JUMPER|TEST_?(?:POINT|PAD))[-_]\d{1,2}(?:X\d{1,2})?|CONN?_?\d{1,2}X\d{1,2}|USB_(?:TYPE_?)?[ABC](?:_(?:MINI|MICRO))?)$/i;

/** What stands behind a value and may be the number itself: `CAP 10uF GRM188R61A106KE69D`. */
const LIKE_NUMBER = /^(?=(?:.*\d){4})[A-Z\d][A-Z\d.+#-]{6,}$/;

/** A value by itself, with nothing behind it: `10k`, `4u7`, `0.1uF`. */
export const isValueAlone = (text: string): boolean => text.length <= MAX_CHARS && VALUE.test(text);

/** What a thing measures: `20mm`, `18.5*16.5mm`. */
const MEASURES = /^\d{1,4}(?:[.,]\d{1,3})?(?:[x×*]\d{1,4}(?:[.,]\d{1,3})?){0,2}(?:mm|cm|MM|CM)$/;

/** Whether a text is a size by itself. */
export const isSizeAlone = (text: string): boolean => text.length <= MAX_CHARS && MEASURES.test(text);

/** A library's name taken apart; null of any other text. */
export function readLibraryName(text: string): Apart | null {
  if (text.length > MAX_CHARS) return null;
  if (OF_NOBODY.test(text)) return { ...NOTHING_APART, words: text };
  const chip = OF_CHIP.exec(text);
  const kind = chip ? null : OF_KIND.exec(text);
  const [, name = '', behind = ''] = chip ?? kind ?? [];
  if (name === '') return null;
  const own = chip ? { ...NOTHING_APART, footprint: name } : { ...NOTHING_APART, words: name };
  if (behind === '') return own;
  if (EMPTY.test(behind)) return { ...own, isNotPlaced: true };
  // Several are parted as the name is: `32MHz_8pF_General`.
  const [first = '', ...others] = behind.split(/[_/\s]/);
  if (others.some((word) => LIKE_NUMBER.test(word))) return null;
  if (VALUE.test(first)) return { ...own, value: [first, ...others].join(' ') };
  // `D-1206(3216),S1M`: what is no value behind a comma is the part itself.
  const isNumber = chip !== null && /[,;]/.test(text[name.length] ?? '') && /\d/.test(behind) &&
    /[A-Z]/.test(behind);
  return isNumber ? { ...own, number: behind } : null;
}
