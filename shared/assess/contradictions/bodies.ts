/** Bodies that nobody mounts on one another's footprint: a chip on that of a SOIC, a can on that of a chip. */
import { isWithin } from '../../domain/categories.ts';
import { lengthOf } from '../../parts/text/chip-sizes.ts';
import type { Footprint } from '../../parts/text/footprint.ts';
import { packageText } from '../../parts/text/packages.ts';
import type { Verdict } from './compare.ts';

type Body =
  /** A chip, or a body with a terminal at each end: the shortest and the longest it can be, in mm, with and without its leads. */
  | { readonly shape: 'chip' | 'two ends'; readonly from: number; readonly to: number }
  | { readonly shape: 'leads' | 'no leads' | 'can' | 'header' | 'no part' };

/** Bodies of diodes and of resistors without caps, and the length of each without and with its leads. */
const TWO_ENDS: Readonly<Record<string, readonly [number, number]>> = {
  'SMA': [4.3, 5.2],
  'SMAF': [3.5, 4.9],
  'SMB': [4.3, 5.5],
  'SMBF': [4.3, 5.5],
  'SMC': [6.6, 8],
  'SOD-128': [3.8, 4.9],
  'SOD-123F': [2.6, 3.8],
  'SOD-123': [2.6, 3.8],
  'SOD-323F': [1.7, 2.6],
  'SOD-323': [1.7, 2.6],
  'SOD-523': [1.2, 1.7],
  'SOD-923': [0.8, 1.1],
  'MicroMELF': [2, 2.3],
  'MiniMELF': [3.3, 3.7],
  // The word alone stands for the small ones, too.
  'MELF': [2, 5.9],
};
const LEADS =
  /^(?:SOT-(?:23|143|563|723|89|223)|SC-(?:70|75|82)|TO-2(?:52|63)|SOIC|SOP|SSOP|TSSOP|MSOP|TSOP|QFP)$/;
/** Their names have four digits now and then, as chips have: `DFN-1006`, `PLCC-2 3528`. */
const NO_LEADS = /^(?:no-lead|BGA|PLCC)$/;
/** A no-lead package with fewer pads is as good as a chip. */
const FEWEST_PADS = 4;
const CAN = /^CP? ELEC (?=\d)|^CAPAE\d|(?<![A-Z])SMD CAN(?![A-Z])/;
const HEADER = /(?<![A-Z])PIN[- ]?(?:HEADER|SOCKET|STRIP)(?![A-Z])(?!.*(?<![A-Z])SM[DT](?![A-Z]))/;
const NO_PART = /(?<![A-Z])(?:TEST[- ]?POINT|FIDUCIAL|MOUNTING[- ]?HOLE)/;

function bodyOf({ text, sizes, families, pins }: Footprint): Body | null {
  const name = packageText(text.replace(/^[\w .-]+:(?=\S)/, ''));
  const [family] = families;
  if (family !== undefined) {
    // Two names that do not belong together: nobody can tell which is meant.
    if (families.length > 1) return null;
    const ends = TWO_ENDS[family];
    if (ends && (sizes.length === 0 || /MELF/.test(family))) {
      return { shape: 'two ends', from: ends[0], to: ends[1] };
    }
    if (sizes.length > 0) return null;
    if (LEADS.test(family)) return { shape: 'leads' };
    const arePads = pins.length > 0 && pins.every((count) => count >= FEWEST_PADS);
    return NO_LEADS.test(family) && arePads ? { shape: 'no leads' } : null;
  }
  if (NO_PART.test(name)) return { shape: 'no part' };
  if (HEADER.test(name)) return { shape: 'header' };
  if (CAN.test(name)) return { shape: 'can' };
  const lengths = sizes.flatMap((size) => lengthOf(size) ?? []);
  return lengths.length === 0
    ? null
    : { shape: 'chip', from: Math.min(...lengths), to: Math.max(...lengths) };
}

/** How far two lengths may be apart before nobody solders one on the pads of the other. */
const STRETCHED = 1.6;
const areFarApart = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  a.from > b.to * STRETCHED || b.from > a.to * STRETCHED;

/** A chip by its whole name, and no number that may be a drawing's: `R_0603_1608Metric`, `0603`, `C0603K`, `RES-0805`. */
const CHIP_NAME =
  /^(?:(?:RESC?|CAPC?|INDC?|SMD|CHIP|FB|R|C|L)[-_ ]?)?\d{4}(?:[-_ ]?(?:RES|CAP|IND|SMD|[A-Z]))?$|METRIC/i;

const isChipName = ({ text }: Footprint) => CHIP_NAME.test(text.replace(/^[\w .-]+:(?=\S)/, '').trim());

const PASSIVES = ['resistor', 'capacitor', 'inductor', 'ferrite', 'ferrite_bead', 'fuse', 'varistor'];

/** Resistors in a MELF are called by sizes that are a chip's as well: `MMA0204`. */
const isMelfBySize = (...both: readonly [Footprint, Footprint]) =>
  both.some(({ families }) => families.some((family) => family.includes('MELF'))) &&
  both.some(({ text }) => /(?<!\d)(?:0102|0204|0207)(?!\d)/.test(text));

/** How the body that a footprint is for stands against a part's; null where both may fit. */
export function bodiesApart(asked: Footprint, found: Footprint, category: string): Verdict {
  const [a, b] = [bodyOf(asked), bodyOf(found)];
  if (a === null || b === null || a.shape === b.shape || isMelfBySize(asked, found)) return null;
  if (a.shape === 'no part') return b.shape === 'chip' || b.shape === 'two ends' ? 'warning' : null;
  if ('from' in a && 'from' in b) return areFarApart(a, b) ? 'error' : 'warning';
  const isPassive = PASSIVES.some((general) => isWithin(category, general));
  if (b.shape === 'chip') return isPassive ? 'error' : 'warning';
  if (a.shape === 'chip') {
    // LEDs and sensors without leads are called by the size of their body.
    if (b.shape === 'no leads') return null;
    return isChipName(asked) && b.shape === 'leads' ? 'error' : 'warning';
  }
  if (a.shape === 'can' || b.shape === 'can') return 'error';
  return null;
}

/** Whether both name one body that has no chip size: a can of one diameter, or leads on one axis or side. */
export function isOneBody(asked: Footprint, found: Footprint): boolean {
  const style = ({ text }: Footprint) => /axial|radial/i.exec(text)?.[0].toLowerCase();
  if (style(asked) !== undefined) return style(asked) === style(found);
  const diameter = ({ text }: Footprint) => /\d+(?:\.\d+)?/.exec(text)?.[0];
  return bodyOf(asked)?.shape === 'can' && bodyOf(found)?.shape === 'can' &&
    diameter(asked) === diameter(found);
}
