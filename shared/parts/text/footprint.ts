/** Packages and footprints as programs and people name them: KiCad, IPC, Altium, Eagle, data sheets, distributors. */
import { visibleText } from '../part-number.ts';
import { arraySize, sizesNamed, TANTALUM_CASES } from './chip-sizes.ts';
import { areAlike, type Mounting, packagesIn, packageText } from './packages.ts';

export interface Footprint {
  /** As written. */
  readonly text: string;
  /** Every chip size it can be, by imperial name; none where it is no chip. */
  readonly sizes: readonly string[];
  readonly families: readonly string[];
  /** Every number of pins it can have, without the exposed pad where that is told apart. */
  readonly pins: readonly number[];
  /** The number is that of the family's plain form, which people also write for its other forms. */
  readonly isPinsImplied: boolean;
  readonly hasExposedPad: boolean;
  /** In mm. */
  readonly pitch: number | null;
  /** Length and width in mm, the larger first. */
  readonly body: readonly [number, number] | null;
  /** Of the body across its leads, in mm, where nothing else of it is said. */
  readonly width: number | null;
  readonly mounting: Mounting | null;
  readonly rows: number | null;
  readonly orientation: 'vertical' | 'right angle' | null;
}

/** Longer texts are prose of another kind. */
const MAX_CHARS = 400;

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,3})?`;

/**
 * What a text says of a package. `isName` where the whole text is a package's or a footprint's name, as in a column of
 * footprints; in prose, only what can mean nothing else counts.
 */
export function readFootprint(text: string, isName = true): Footprint {
  const shown = visibleText(text.slice(0, MAX_CHARS)).trim();
  // KiCad puts the library in front of a colon.
  const name = packageText(isName ? shown.replace(/^[\w .-]+:(?=\S)/, '') : shown);
  const library = isName ? packageText(shown.slice(0, shown.length - name.length)) : '';
  const ipc = readIpc(name);
  const named = ipc === null ? packagesIn(name, isName) : [];
  const array = /\((?:OPEN|CLOSED)/.test(name) ? null : gridOf(name);
  const families = [...new Set(ipc?.family ? [ipc.family] : named.map(({ family }) => family))];
  // A TSSOP-8 of 3 x 3 mm is what others call MSOP-8.
  if (families.includes('TSSOP') && /W3MM|(?<![\d.])3(?:\.0)? ?X ?3(?:\.0)?(?![\d.])/.test(name)) {
    families.push('MSOP');
  }
  const certain = named.filter(({ isImplied }) => !isImplied);
  const counted = (certain.some(({ pins }) => pins.length > 0) ? certain : named).flatMap(({ pins }) => pins);
  // An oscillator in the outline of a DIP-14 has four pins.
  const pins = ipc?.pins ?? [...counted, ...pinsOf(name)];
  const sizes = ipc?.sizes ?? sizesIn(name, isName);
  return {
    text: shown,
    sizes,
    families,
    pins: array === null ? [...new Set(pins)] : [array.rows * array.columns],
    isPinsImplied: counted.length > 0 && certain.every(({ pins }) => pins.length === 0),
    hasExposedPad: /\d?EP(?![A-Z])|EXPOSED|THERMAL/.test(name) || /^H[A-Z]*SOP/.test(name),
    pitch: ipc?.pitch ??
      numberAfter(name, /(?<![A-Z0-9])P(?:ITCH)?[ =]?(\d{1,2}(?:\.\d{1,3})?)(?:MM)?(?![A-Z0-9.])/),
    body: ipc?.body ?? bodyOf(name, isName),
    width: numberAfter(name, /(\d{1,2}\.\d{1,2})\s?MM WIDE/) ?? milsOf(name),
    mounting: ipc?.mounting ?? mountingOf(name, library) ?? oneOf(named.map(({ mounting }) => mounting)) ??
      (sizes.length > 0 && isName ? 'smd' : null),
    rows: array?.rows ?? null,
    orientation: /(?<![A-Z])(?:VERTICAL|STRAIGHT|TOP[- ]?ENTRY)(?![A-Z])/.test(name)
      ? 'vertical'
      : /(?<![A-Z])(?:HORIZONTAL|RIGHT[- ]?ANGLED?|ANGLED|SIDE[- ]?ENTRY|R\/A)(?![A-Z])/.test(name)
      ? 'right angle'
      : null,
  };
}

/** What all say alike; null where they do not, or none does. */
function oneOf<T>(said: readonly T[]): T | null {
  const [first] = said;
  return first !== undefined && said.every((other) => other === first) ? first : null;
}

function numberAfter(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

/** Names of connectors, and of those whose footprints KiCad names after them. */
const MATED =
  /CONN|HEADER|SOCKET|PIN|IDC|JST|MOLEX|HIROSE|SAMTEC|HARWIN|W(?:UE|U)RTH|PHOENIX|AMPHENOL|HN|BOX|TERMINAL|^\S{0,4}\dX/;

/** Rows and columns of pins: `PinHeader_2x05`, `Conn_01x12`, `HN2x20`. Not those of a body in mm. */
function gridOf(name: string): { rows: number; columns: number } | null {
  const worded = /(?<!\d)(\d) ROWS? X (\d{1,3}) POSITIONS?/.exec(name);
  if (worded) return { rows: Number(worded[1]), columns: Number(worded[2]) };
  const found =
    /(?<![\d.,])(0?[1-4])X(\d{1,2})(?![\d.,]|\s?MM|\s?(?:[KMRNUΩ]|[KMNUPµ]?(?:OHMS?|F|H))(?![A-Z0-9]))/.exec(
      name,
    );
  if (!found || !MATED.test(name)) return null;
  return { rows: Number(found[1]), columns: Number(found[2]) };
}

/** Numbers of pins that stand apart from a package: `3225-4Pin`, `2-SMD`, `4-SMD (3.2x2.5mm)`. */
function pinsOf(name: string): readonly number[] {
  // those of a wiper
  if (/POTENTIOMETER|RHEOSTAT|WIPER/.test(name)) return [];
  const found =
    /(?<![A-Z0-9.])(\d{1,4})[- ]?(?:PINS?|POS(?:ITIONS?)?|WAY|LEADS?|PADS?|P|CONTACTS?)(?![A-Z0-9])/.exec(
      name,
    ) ??
      /(?<![\d.X])(\d{1,2})-SM[DT](?![A-Z0-9])/.exec(name);
  return found ? [Number(found[1])] : [];
}

/** Widths of bodies that are told in thousandths of an inch: `SOIC-8_150mil`. */
function milsOf(name: string): number | null {
  const mils = numberAfter(name, /(?<!\d)(150|200|208|209|210|300)[- ]?MIL/);
  return mils === null ? null : mils * 0.0254;
}

const SIDES = `(?<![\\dA-Z.,])(${NUMBER})\\s?(?:MM)?\\s?X\\s?(${NUMBER})`;
const BODY = new RegExp(`${SIDES}(?:\\s?MM|(?=[) ]|$))`);
/** `1x16` of a multiplexer is no body. */
const BODY_IN_PROSE = new RegExp(`${SIDES}(?:\\s?MM|(?=\\)))`);

function bodyOf(name: string, isName: boolean): readonly [number, number] | null {
  const found = (isName ? BODY : BODY_IN_PROSE).exec(name);
  // Rows and columns have no points, and one of them mostly a zero in front.
  if (!found || gridOf(name) !== null) return null;
  const sides = [found[1]!, found[2]!].map((side) => Number(side.replace(',', '.'))).sort((a, b) => b - a);
  return sides[1]! < 0.2 ? null : [sides[0]!, sides[1]!];
}

/** KiCad and IPC have cans with leads bent under them in names of their own: `CP_Elec_6.3x5.4`, `CAPAE660X550N`. */
const SMD = /(?<![A-Z])(?:SM[DT]|SURFACE[- ]MOUNT(?:ED)?)(?![A-Z])|^CP? ELEC \d|^CAPAE\d/;
/** KiCad's discs, boxes and round LEDs have leads: `C_Disc_D5.0mm_W2.5mm_P5.00mm`. */
const THROUGH_HOLE =
  /^C (?:DISC|RECT) |^LED D\d|(?<![A-Z])(?:T[HF]T?|PTH|THROUGH[- ]?HOLE|AXIAL|RADIAL|DIN\d{4}|WIRED)(?![A-Z])/;

function mountingOf(name: string, library: string): Mounting | null {
  if (SMD.test(name) || /(?<![A-Z])SM[DT](?![A-Z])/.test(library)) return 'smd';
  return THROUGH_HOLE.test(name) || /(?<![A-Z])THT(?![A-Z])/.test(library) ? 'through_hole' : null;
}

/** Letters that stand before a size in names of footprints. */
const SIZE_PREFIX =
  '(?:RESC?|RE|CAPC?|INDC?|LEDC?|EIA|DIODE|CHIP|SMD|SMT|FUSE|BEAD|FB|FUS|XTAL|VAR|[RCLDF]|RM|RA|RN|CR|RC|CC|C?AP|HLP|SM)';

function sizesIn(name: string, isName: boolean): readonly string[] {
  const array = /(?<!\d)([248])\s?X\s?(0?\d{4})(?!\d)/.exec(name) ??
    /(?<!\d)(0\d{3})\s?X\s?([248])(?!\d)/.exec(name);
  if (array) {
    const [count, size] = array[1]!.length === 1 ? [array[1]!, array[2]!] : [array[2]!, array[1]!];
    const named = arraySize(count, size);
    // The size of the whole may stand beside that of its elements.
    return [named];
  }
  const pair = /(?<!\d)(\d{4,6})[ ([-]{1,3}(\d{4})\s?[- ]?M(?:ETRIC)?(?![A-Z0-9])/.exec(name);
  if (pair) return others(name, pair[0], sizesNamed(pair[1]!, 'imperial'), isName);
  const imperial = /(?<!\d)(0?\d{4})[ (-]{0,2}(?:IMPERIAL|INCH(?:ES)?|IMP)(?![A-Z])/.exec(name) ??
    /(?<![A-Z])(?:IMPERIAL|INCH)[ -]?(\d{4,5})(?!\d)/.exec(name);
  if (imperial) return sizesNamed(imperial[1]!, 'imperial');
  const metric = /(?<![A-Z0-9])[A-Z]{0,4}?(\d{4})[ (-]{0,2}M(?:ETRIC)?(?![A-Z0-9])/.exec(name) ??
    /(?<![A-Z])METRIC[ -]?(\d{4})(?!\d)/.exec(name);
  if (metric) return sizesNamed(metric[1]!, 'metric');
  const tantalum = /(?<!\d)(2012|3216|3528|6032|7343|7360)-(\d\d)(?!\d)/.exec(name);
  if (tantalum) return sizesNamed(tantalum[1]!, 'metric');
  const lettered =
    /(?<![A-Z])(?:TANT(?:ALUM)?[A-Z]*|SMC|CP|CASE|EIA)[- ]*(?:CASE)?[- ]?([A-EPRSTUVWX])(?![A-Z0-9])/.exec(
      name,
    );
  if (lettered && isName) return TANTALUM_CASES[lettered[1]!] ?? [];
  const inProse = /(?<![A-Z])TANT/.test(name)
    ? /(?<![A-Z])(?:CASE|SIZE)[- :]?([A-EPRSTUVWX])(?![A-Z0-9])|(?<![A-Z0-9])([A-EPRSTUVWX])[- ]CASE(?![A-Z])/
      .exec(name)
    : null;
  if (inProse) return TANTALUM_CASES[inProse[1] ?? inProse[2]!] ?? [];
  return bare(name, isName);
}

/** A second size beside a pair, as of wide types: `Wide 0805 (2012 Metric), 0508`. */
function others(name: string, pair: string, sizes: readonly string[], isName: boolean): readonly string[] {
  return [...new Set([...sizes, ...bare(name.replace(pair, ' '), isName)])];
}

const BARE_IN_NAME = new RegExp(
  `(?<![A-Z0-9.])(?:${SIZE_PREFIX}[- ]?)?(\\d{4,6})(?![\\d.])(?![A-Z](?![A-Z ]|$))`,
  'g',
);
const BARE_IN_PROSE =
  /(?:(?<![A-Z0-9])(?:SMD[- ]?|[RCL]|LED|FB)|(?<![A-Z0-9.±/-]|\d,))(\d{4,6})(?![\d.]|,\d|[A-Z%]| ?(?:PF|NF|UF|OHM|HZ|V|W|MM|NM|HOURS?|H |CYCLES|IU))/g;

function bare(name: string, isName: boolean): readonly string[] {
  const pattern = isName ? BARE_IN_NAME : BARE_IN_PROSE;
  const sizes = [...name.matchAll(pattern)].map(([, digits]) => sizesNamed(digits!));
  // A tag says which system is meant; two numbers that name one size in both systems are as good as one.
  const [first = [], ...further] = sizes.filter((one) => one.length > 0);
  const shared = first.filter((size) => further.every((one) => one.includes(size)));
  return shared.length > 0 && further.length > 0 ? shared : [...new Set([first, ...further].flat())];
}

interface Ipc {
  readonly family: string | null;
  readonly sizes: readonly string[];
  readonly pins: readonly number[];
  readonly pitch: number | null;
  readonly body: readonly [number, number] | null;
  readonly mounting: Mounting;
}

/** Names by IPC-7351: kind, pitch in 0.01 mm and `P`, two extents in 0.01 mm, height and the number of pins. */
function readIpc(name: string): Ipc | null {
  const chip = /^(RES|CAP|IND|LED|DIO|FUS|BEA|FB|VAR|THRM)(C|M|MP|MELF)?(\d{4})X\d{2,3}[A-Z]?$/.exec(name);
  if (chip) {
    const isMoulded = chip[2] === 'M';
    const moulded: Readonly<Record<string, string>> = { 5226: 'SMA', 5436: 'SMB', 7959: 'SMC' };
    const family = isMoulded ? Object.entries(moulded).find(([size]) => size === chip[3])?.[1] ?? null : null;
    return {
      family,
      sizes: isMoulded ? [] : sizesNamed(chip[3]!, 'metric'),
      pins: [2],
      pitch: null,
      body: null,
      mounting: 'smd',
    };
  }
  const leaded =
    /^(SOIC|SOP|SON|QFN|QFP|SOT|BGA|DFN|DIP|TO|SOJ|PLCC|LCC)(\d{2,3})P(\d{2,4})(?:X(\d{2,4}))?X(\d{2,3})-(\d{1,4})[A-Z]?$/
      .exec(name);
  if (!leaded) return null;
  const [, kind = '', pitch, first, second, , count = ''] = leaded;
  const pins = Number(count);
  const isNoLead = /^(?:SON|QFN|DFN|LCC)$/.test(kind);
  const [long = 0, short = 0] = [Number(first) / 100, Number(second ?? first) / 100].sort((a, b) => b - a);
  return {
    family: isNoLead ? 'no-lead' : kind === 'SOT' ? sotOf(Number(pitch)) : kind === 'SOIC' ? 'SOIC' : kind,
    sizes: [],
    // The pad below the body is counted.
    pins: isNoLead ? [pins, pins - 1] : [pins],
    pitch: Number(pitch) / 100,
    body: second !== undefined && (isNoLead || kind === 'BGA') ? [long, short] : null,
    mounting: kind === 'DIP' ? 'through_hole' : 'smd',
  };
}

function sotOf(pitch: number): string | null {
  if (pitch === 95) return 'SOT-23';
  if (pitch === 65) return 'SC-70';
  return pitch === 50 ? 'SOT-563' : pitch === 230 ? 'SOT-223' : null;
}

/** Whether two footprints name families of which none fits the other. */
export function areOtherFamilies(a: Footprint, b: Footprint): boolean {
  return a.families.length > 0 && b.families.length > 0 &&
    !a.families.some((one) => b.families.some((other) => areAlike(one, other)));
}
