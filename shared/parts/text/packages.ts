/**
 * Packages by name. Many are one package under several names (`SOT-353` is `SC-70-5` and `SC-88A`): what is listed in one row
 * fits on the same pads.
 */

import { TI_CODES } from './ti-packages.ts';

export type Mounting = 'smd' | 'through_hole';

export interface NamedPackage {
  readonly family: string;
  /** Nothing where the name leaves it open. */
  readonly pins: readonly number[];
  readonly mounting: Mounting;
  /** The name also stands for the family, with other numbers of pins: `SOT-23` is said of a SOT-23-5, too. */
  readonly isImplied?: true;
}

/** In names, `~` is a hyphen, a blank or nothing. A pattern with a group has the number of pins there. */
type Row = readonly [family: string, pins: string, names: string, flag?: 'implied' | 'tht' | 'implied tht'];

/**
 * Packages whose names have digits of their own. The longest name of a text counts, so that `SOT-23-5` is not a `SOT-23`.
 */
const ROWS: readonly Row[] = [
  [
    'SOT-23',
    '$',
    String
      .raw`T?SOT~23(?:~THIN|~T)?~(\d{1,2})L?|(?<![-.])(\d{1,2})-?T?SOT~23(?:~THIN)?(?!~\d)|TSOP~([56])|([56])-?TSOP|SUPERSOT~(\d)|SSOT~(\d)`,
  ],
  ['SOT-23', '', 'TSOT~23|SOT~23~THIN'],
  ['SOT-23', '3', 'SOT~23|SOT~23~?3|TO~236[A-Z]{0,2}|SC~59A?|SOT~346', 'implied'],
  ['SOT-23', '5', 'SOT~25|SC~74A|SMT5|SOT~753'],
  ['SOT-23', '6', 'SOT~26|SC~74|SMT6|SOT~457'],
  ['SC-70', '$', String.raw`SC~70~(\d)L?|(?<![-.])(\d)-?SC~70(?!~\d)`],
  ['SC-70', '3', 'SC~70', 'implied'],
  ['SC-70', '3', 'SOT~323(?:~[3F]L?)?|UMT3|SC~70~?3'],
  ['SC-70', '5', 'SOT~353(?:~5|~1)?|SC~88A|UMT5|TSSOP~5'],
  ['SC-70', '6', 'SOT~363(?:~6)?|SC~88|UMT6|TSSOP~6'],
  ['SC-82', '4', 'SOT~343(?:[RN]|~4)?|SC~82[A-Z]{0,2}'],
  ['SOT-143', '4', 'SOT~143(?:[BR]|~4)?|TO~253[A-Z]{0,2}'],
  ['SC-75', '3', 'SOT~416(?:~3)?|SC~75[A-Z]?|SC~90|SOT~523(?:~3)?|EMT3'],
  ['SOT-563', '5', 'SOT~553(?:~5)?|SOT~665|SC~107A|DRL~5'],
  ['SOT-563', '6', 'SOT~563(?:~6)?|SOT~666(?:~6)?|EMT6|DRL~6'],
  ['SOT-563', '8', 'SOT~583(?:~8)?|DRL~8'],
  ['SOT-723', '3', 'SOT~723(?:~3)?|VMT3|SC~105AA'],
  ['no-lead', '3', 'SOT~883[A-Z]?|SC~101|[XU]?\\d?DFN~?1006~3'],
  ['no-lead', '2', 'SOD~882[A-Z]?|[XU]?\\d?DFN~?1006~2'],
  ['SOT-89', '$', String.raw`SOT~89~(\d)`],
  ['SOT-89', '3,4', 'SOT~89[A-Z]?|TO~243[A-Z]{0,2}|SC~62'],
  ['SOT-223', '3,4', String.raw`SOT~223(?:~[34]L?)?(?:~TABPIN2)?|TO~261[A-Z]{0,2}|SC~73`],
  ['SOT-223', '5', String.raw`SOT~223~5L?`],
  ['SOT-223', '6', String.raw`SOT~223~6L?`],
  ['TO-252', '2,3', 'TO~252L?|DPAK', 'implied'],
  ['TO-252', '2,3', 'TO~252~[23]L?(?:~TABPIN2)?|TO~252~TABPIN2|TO~252A[A-Z]|DPAK~[23]|SC~63'],
  ['TO-252', '4,5', 'TO~252~[45]|DPAK~[45]'],
  ['TO-263', '2,3', 'TO~263L?|D2PAK|D²PAK|DDPAK', 'implied'],
  ['TO-263', '2,3', 'TO~263~[23]L?(?:~TABPIN2)?|TO~263~TABPIN2|TO~263A[A-Z]|D2PAK~[23]|DDPAK~3'],
  ['TO-263', '5', 'TO~263~5L?|DDPAK~5|D2PAK~5'],
  ['TO-263', '7', 'TO~263~7L?|DDPAK~7|D2PAK~7'],
  ['TO-92', '3', 'TO~92[SLM]?(?:~3)?|TO~226[A-Z]{0,2}|SC~43A?', 'tht'],
  ['TO-92', '2', 'TO~92~2', 'tht'],
  ['TO-220', '3', 'TO~220', 'implied tht'],
  ['TO-220', '3', 'TO~220(?:~?(?:AB|F|FP|FULLPAK|SIS|IS)(?:~3)?|~3)', 'tht'],
  ['TO-220', '2', 'TO~220(?:AC)?~2|TO~220AC', 'tht'],
  ['TO-220', '5', 'TO~220~5', 'tht'],
  ['TO-247', '3', 'TO~247(?:A[A-Z]|~3)?|TO~3P', 'tht'],
  ['TO-126', '3', 'TO~126(?:~3)?|SOT~32|TO~225', 'tht'],
  ['TO-18', '3', 'TO~18(?:~3)?', 'tht'],
  ['TO-39', '3', 'TO~39(?:~3)?', 'tht'],
  ['TO-251', '3', 'TO~251(?:~3)?|IPAK', 'tht'],
  ['SMA', '2', 'DO~214AC'],
  ['SMB', '2', 'DO~214AA'],
  ['SMC', '2', 'DO~214AB'],
  ['SOD-123F', '2', 'SOD~123(?:F|FL|FA|W|HE)|DO~219A[AB]|SMF|POWERDI~123'],
  ['SOD-123', '2', 'SOD~123(?:~2)?'],
  ['SOD-323F', '2', 'SOD~323(?:F|FL|HE)|SC~90A'],
  ['SOD-323', '2', 'SOD~323(?:~2)?|SC~76A?|UMD2'],
  ['SOD-523', '2', 'SOD~523(?:F|~2)?|SC~79|EMD2'],
  ['SOD-923', '2', 'SOD~923(?:F|~2)?|SOD~962'],
  ['SOD-128', '2', 'SOD~128'],
  ['MicroMELF', '2', 'MICRO~?MELF|MELF~0102'],
  ['MiniMELF', '2', 'SOD~80[C]?|MINI~MELF|MELF~0204|LL~34|DO~213AA'],
  ['MELF', '2', 'DO~213AB|MELF(?:~0207)?|MELF (?:MMB~)?0207|LL~41'],
  ['DO-35', '2', 'DO~35|DO~204AH|SOD~27', 'tht'],
  ['DO-41', '2', 'DO~41|DO~204AL|SOD~66', 'tht'],
  ['DO-15', '2', 'DO~15|DO~204AC', 'tht'],
  ['DO-201', '2', 'DO~201(?:AD|AE)?|DO~27', 'tht'],
  ['no-lead', '', 'SO~8~?FL|LFPAK~?(?:33|56)|SOT~669|POWERPAK~(?:SO~8|1212~8)'],
  ['HC-49 SMD', '2', 'HC~49/?~?(?:SM|US~SMD|S~SMD|SMD|USM)[A-Z0-9]*|HC49~SD'],
  ['HC-49', '2', 'HC~49(?:/?~?(?:U|US|4H))?(?:~VERTICAL|~HORIZONTAL)?', 'tht'],
];

/** Families whose names are followed, or led, by the number of pins. */
const COUNTED: readonly (readonly [family: string, names: string, mounting: Mounting])[] = [
  ['SOIC', String.raw`[NHWPE]?SOIC(?:W|N)?|H?SOW?|SOJ|SOIJ`, 'smd'],
  ['SOP', '[HEP]?SOP|MFP|MINI~SO|SO~?PACKAGE', 'smd'],
  ['SSOP', 'SSOP|QSOP|SHRINK SO', 'smd'],
  ['TSSOP', 'H?TSSOP|TVSOP', 'smd'],
  ['MSOP', '[HU]?MSOP|H?VSSOP|USOP|UMAX|US(?=8)', 'smd'],
  ['TSOP', 'TSOP~?I{0,2}', 'smd'],
  [
    'no-lead',
    String
      .raw`[A-Z]{0,3}QFN|[A-Z]{0,3}QFPN|[A-Z0-9]{0,2}DFN|[A-Z0-9]{0,2}SON|LFCSP(?:~?[VWU]Q)?|[A-Z]?ML[FP][DQ]?|[A-Z]{0,2}LGA|(?!MLCC)[A-Z]{0,2}LCC|LLP|MLPD|DFPN`,
    'smd',
  ],
  ['QFP', '[A-Z]{0,3}QFP', 'smd'],
  ['BGA', '[A-Z]{0,5}BGA|(?:WL|U|FL|X|DS)?CSP|CSG|FTG|FBG', 'smd'],
  ['PLCC', 'PLCC', 'smd'],
  ['DIP', 'S?[PC]?DIP', 'through_hole'],
  ['SIP', 'SIP', 'through_hole'],
];

/** Families of which one is said for the other. */
const ALIKE: readonly (readonly string[])[] = [
  ['SOP', 'SOIC'],
  ['SOP', 'SSOP'],
  ['SOP', 'TSSOP'],
  ['SOP', 'MSOP'],
  ['SOD-523', 'SOD-523F'],
  // The word alone stands for the small ones, too.
  ['MELF', 'MiniMELF', 'MicroMELF'],
  ['no-lead', 'PLCC', 'LCC'],
  ['SIP', 'DIP'],
];

const spaced = (names: string) => names.replaceAll('~', '[- ]?');
const BEFORE = '(?<![A-Z0-9])';
const AFTER = '(?![A-Z0-9]|[.]\\d)';

const NAMED = ROWS.map(([family, pins, names, flag]) => ({
  family,
  pins: pins === '' || pins === '$' ? [] : pins.split(',').map(Number),
  mounting: flag?.endsWith('tht') ? 'through_hole' as const : 'smd' as const,
  isImplied: flag?.startsWith('implied') ?? false,
  pattern: new RegExp(`${BEFORE}(?:${spaced(names)})${AFTER}`, 'g'),
}));

/** One look for all, because most texts have none. */
const ANY_NAMED = new RegExp(`${BEFORE}(?:${ROWS.map(([, , names]) => spaced(names)).join('|')})${AFTER}`);
const ANY_COUNTED = new RegExp(
  `(?<![A-Z])(?:${COUNTED.map(([, names]) => spaced(names)).join('|')})(?![A-Z])`,
);

const COUNTED_PATTERNS = COUNTED.map(([family, names, mounting]) => ({
  family,
  mounting,
  // `TSSOP-16`, `14-TSSOP`, `64-pin LQFP`, `56HTSSOP`, `SSOP20W`, `QFN-32-1EP`.
  pattern: new RegExp(
    `(?:(?<![A-Z0-9.-])(?:\\(?(\\d{1,4})[- )]?(?:PINS?|LEADS?|PADS?|BALL)?[- ]?))?(?<![A-Z])(?:${
      spaced(names)
    })(?:[- ]?\\(?(\\d{1,${
      family === 'BGA' ? 4 : 3
    }})(?:([+-]\\d{1,2})(?=[ )]|$)|(?:L|W|N|P|EP)?(?!\\d|[.]\\d|X\\d|MM| ?[PNUMKµΜΩ]?(?:F|H|HZ|V|A|W|OHM|Ω)(?![A-Z0-9]))))?(?![A-Z0-9])`,
    'g',
  ),
}));

const TI_DRAWING = new RegExp(`${BEFORE}(${Object.keys(TI_CODES).join('|')})(0\\d{3})[A-Z]?${AFTER}`, 'g');

/**
 * The other number of pins in a name that has two: `UFBGA-176+25` has 201 balls, of which 25 are apart, and `SOIC-4-6` is a body
 * for six leads with four.
 */
function alsoCounted(count: number, more: string | undefined): readonly number[] {
  const second = Number(more?.slice(1));
  if (more?.startsWith('+')) return [count + second];
  return second > count && second <= 2 * count ? [second] : [];
}

/** Upper case, underscores and blanks made one blank. */
export function packageText(text: string): string {
  return text.toUpperCase().replace(/[_\s]+/g, ' ').replace(/[−–]/g, '-');
}

/**
 * The packages that a text names. `isName` where the text is nothing but a package's or a footprint's name; in prose,
 * short names such as `SO` or `SMA` mean a package only with a number of pins.
 */
export function packagesIn(text: string, isName: boolean): readonly NamedPackage[] {
  const upper = packageText(text);
  const found: (NamedPackage & { readonly at: number; readonly end: number })[] = [];
  for (const { pattern, ...row } of ANY_NAMED.test(upper) ? NAMED : []) {
    for (const match of upper.matchAll(pattern)) {
      const written = match.slice(1).find((group) => group !== undefined);
      found.push({
        family: row.family,
        mounting: row.mounting,
        pins: written === undefined ? row.pins : [Number(written)],
        ...(row.isImplied && { isImplied: true }),
        at: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  for (const { family, mounting, pattern } of ANY_COUNTED.test(upper) ? COUNTED_PATTERNS : []) {
    for (const match of upper.matchAll(pattern)) {
      const count = match[2] ?? match[1];
      const isWord = /^(?:SO|SIP|DIP|SON|CSP|SOP)$/.test(match[0].trim());
      if (
        count === undefined &&
        (isWord || !isName && family !== 'no-lead' && family !== 'QFP' && match[0].length < 4)
      ) continue;
      found.push({
        family,
        mounting,
        pins: count === undefined ? [] : [Number(count), ...alsoCounted(Number(count), match[3])],
        at: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  for (const match of upper.matchAll(TI_DRAWING)) {
    found.push({
      family: TI_CODES[match[1]!]!,
      mounting: TI_CODES[match[1]!] === 'DIP' ? 'through_hole' : 'smd',
      pins: [Number(match[2])],
      at: match.index,
      end: match.index + match[0].length,
    });
  }
  // In prose it may be a plug.
  const isDiode = /(?<![A-Z])(?:DIODES?|SCHOTTKY|RECTIFIER|ZENER|TVS|TRANSIL|SUPPRESSOR)(?![A-Z])/.test(
    upper,
  );
  if (isName) {
    const ti = /^(?:[A-Z ]+:)?([A-Z]{2,3})(?:[- ]?(\d{1,2}))?$/.exec(upper.trim());
    if (ti && Object.hasOwn(TI_CODES, ti[1]!)) {
      found.push({
        family: TI_CODES[ti[1]!]!,
        mounting: 'smd',
        pins: ti[2] ? [Number(ti[2])] : [],
        at: 0,
        end: upper.length,
      });
    }
  }
  if ((isName || isDiode) && !/CONN|COAX|JACK|EDGE|AMPHENOL|RF|VERTICAL|ANGLE/.test(upper)) {
    for (const diode of upper.matchAll(/(?<![A-Z0-9])SM[ABC]F?(?![A-Z0-9])/g)) {
      found.push({
        family: diode[0],
        mounting: 'smd',
        pins: [2],
        at: diode.index,
        end: diode.index + diode[0].length,
      });
    }
  }
  // A name within a longer one is no name of its own.
  return found
    .filter((one, i) => !found.some((other, j) => contains(other, one) || (j < i && isSameSpan(other, one))))
    .map(({ at: _at, end: _end, ...named }) => named);
}

interface Span {
  readonly at: number;
  readonly end: number;
}

const contains = (outer: Span, inner: Span) =>
  outer.at <= inner.at && outer.end >= inner.end && outer.end - outer.at > inner.end - inner.at;

const isSameSpan = (a: Span, b: Span) => a.at === b.at && a.end === b.end;

/** Whether two families are one, or one is said for the other. */
export function areAlike(a: string, b: string): boolean {
  return a === b || ALIKE.some((row) => row.includes(a) && row.includes(b));
}
