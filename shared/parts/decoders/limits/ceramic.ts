/**
 * Which ceramic chips are sold. A numbering scheme lets one write capacitances that no manufacturer packs into such a
 * chip. The limits are the most that any of them sells, rounded up: a part within them may not exist either, but no part
 * beyond them is known.
 */
import type { Said } from '../../../domain/said.ts';

/** What is known of a chip; a limit that needs something unknown does not hold. */
export interface CeramicChip {
  /** Begins with the size, such as `0603 (1608 metric)`. */
  readonly package?: string;
  readonly dielectric?: string;
  /** In farads. */
  readonly capacitance?: number;
  readonly tolerance?: Said<'tolerance'>;
  /** In volts. */
  readonly voltage?: number;
}

/** Class 1 keeps its capacitance and has little of it. The rest of class 2 gives up stability for more than X7R has. */
type Kind = 'class 1' | 'X7R' | 'class 2';

const CLASS_1 = /^(C[0GHJK]?[GHJK]|U[2JK]J?|[PRSTU][2-3]?[HJKL]|SL|X8G)$/;
const X7R = /^X[78][RLM]$/;
const CLASS_2 = /^(X[5-8][R-U]|JB|[BFR]|Y5V|Z5U)$/;
const WIDE_TOLERANCE = /^(F|Y5V|Z5U)$/;

function kindOf(dielectric: string): Kind | null {
  if (CLASS_1.test(dielectric)) return 'class 1';
  if (X7R.test(dielectric)) return 'X7R';
  return CLASS_2.test(dielectric) ? 'class 2' : null;
}

/** Whether a dielectric gives up stability for capacitance: X7R and the like. */
export function isClass2(dielectric: string): boolean {
  const kind = kindOf(dielectric);
  return kind === 'X7R' || kind === 'class 2';
}

const VOLTS = [4, 6.3, 10, 16, 25, 35, 50, 100, 250, 630, 1000, 2000, 3000, 5000] as const;

const LARGE = ['1808', '1812', '1825', '2211', '2220', '2225'];

/** The most in nanofarads up to each of `VOLTS`; a row that ends early says that nothing is sold beyond. */
const MOST: Readonly<Record<Kind, Readonly<Record<string, readonly number[]>>>> = {
  'class 1': {
    '008004': [0.22, 0.22, 0.22, 0.22, 0.22, 0.1, 0.1],
    '01005': [1, 1, 1, 1, 0.47, 0.47, 0.47, 0.1],
    '0201': [10, 10, 10, 4.7, 2.2, 2.2, 2.2, 1, 0.22],
    '0402': [47, 47, 22, 22, 22, 10, 10, 4.7, 2.2, 1],
    '0603': [150, 150, 150, 150, 150, 100, 100, 22, 10, 4.7, 2.2],
    '0805': [470, 470, 470, 470, 470, 470, 470, 100, 47, 22, 10, 1],
    '1206': [1500, 1500, 1500, 1500, 1500, 1000, 1000, 470, 220, 100, 47, 10, 2.2],
    '1210': [2200, 2200, 2200, 2200, 2200, 2200, 2200, 1000, 470, 220, 100, 47, 10],
    large: [4700, 4700, 4700, 4700, 4700, 4700, 4700, 2200, 1000, 680, 470, 100, 47, 22],
  },
  X7R: {
    '008004': [10, 10, 4.7, 1],
    '01005': [100, 100, 100, 47, 22, 10, 10],
    '0201': [1000, 1000, 470, 220, 220, 100, 100, 10],
    '0402': [10e3, 10e3, 4.7e3, 2.2e3, 2.2e3, 1e3, 1e3, 220, 22],
    '0603': [47e3, 47e3, 22e3, 10e3, 10e3, 10e3, 4.7e3, 1e3, 220, 22, 10],
    '0805': [100e3, 100e3, 47e3, 47e3, 22e3, 22e3, 10e3, 4.7e3, 470, 100, 47, 4.7],
    '1206': [220e3, 220e3, 100e3, 100e3, 47e3, 47e3, 22e3, 22e3, 1e3, 220, 100, 22, 10],
    '1210': [330e3, 330e3, 220e3, 100e3, 100e3, 100e3, 47e3, 47e3, 4.7e3, 1e3, 470, 100, 47],
    large: [1500e3, 1500e3, 1000e3, 1000e3, 470e3, 220e3, 220e3, 100e3, 15e3, 4.7e3, 2.2e3, 470, 220, 100],
  },
  'class 2': {
    '008004': [220, 220, 100, 10],
    '01005': [2.2e3, 1e3, 470, 220, 220, 100, 10],
    '0201': [22e3, 10e3, 4.7e3, 4.7e3, 2.2e3, 1e3, 1e3, 22],
    '0402': [47e3, 47e3, 22e3, 22e3, 10e3, 10e3, 4.7e3, 470, 22],
    '0603': [220e3, 100e3, 100e3, 47e3, 47e3, 22e3, 22e3, 2.2e3, 220, 22, 10],
    '0805': [220e3, 220e3, 100e3, 100e3, 47e3, 47e3, 22e3, 10e3, 470, 100, 47, 4.7],
    '1206': [470e3, 330e3, 220e3, 220e3, 100e3, 100e3, 47e3, 22e3, 1e3, 220, 100, 22, 10],
    '1210': [680e3, 470e3, 330e3, 220e3, 220e3, 100e3, 100e3, 47e3, 4.7e3, 1e3, 470, 100, 47],
    large: [1500e3, 1500e3, 1000e3, 1000e3, 470e3, 220e3, 220e3, 100e3, 15e3, 4.7e3, 2.2e3, 470, 220, 100],
  },
};

/** In farads; null for a size or a voltage of which no limit is known. */
function mostOf(kind: Kind, size: string, voltage: number): number | null {
  const row = MOST[kind][LARGE.includes(size) ? 'large' : size];
  const band = VOLTS.findIndex((volts) => voltage <= volts);
  if (row === undefined || band === -1) return null;
  return (row[band] ?? 0) * 1e-9;
}

/** From here on nothing is sold with a tolerance in picofarads, which would be better than 1 % or close to it. */
const ABSOLUTE_UP_TO = 22e-12;

/** The least of class 2, in farads; of X5R, which is there for much of it, in chips that are not the very smallest. */
const LEAST_CLASS_2 = 4.7e-12;
const LEAST_X5R = 1e-9;
const SMALLEST = ['008004', '01005'];

/** The best of class 2, in percent. */
const BEST_CLASS_2 = 5;

/** Whether such a tolerance is sold; null where what is known does not tell. */
function isSoldTolerance({ dielectric, capacitance, tolerance }: CeramicChip, kind: Kind): boolean | null {
  if (tolerance === undefined) return null;
  if (typeof tolerance === 'string') {
    return kind === 'class 1' ? false : WIDE_TOLERANCE.test(dielectric ?? '');
  }
  if (typeof tolerance === 'number') return kind === 'class 1' || tolerance >= BEST_CLASS_2;
  if (tolerance.unit !== 'F') return null;
  return kind === 'class 1' && (capacitance === undefined ? null : capacitance <= ABSOLUTE_UP_TO);
}

/** Whether a chip of this kind is known to be sold: null where no limit for it is known. */
export function isKnownToExist(chip: CeramicChip): boolean | null {
  const { dielectric = '', capacitance, voltage = 0 } = chip;
  const kind = kindOf(dielectric);
  if (kind === null) return null;
  if (isSoldTolerance(chip, kind) === false) return false;
  if (capacitance === undefined) return null;
  if (kind !== 'class 1' && capacitance < LEAST_CLASS_2) return false;
  const size = chip.package?.split(' ')[0] ?? '';
  if (dielectric === 'X5R' && size !== '' && !SMALLEST.includes(size) && capacitance < LEAST_X5R * 0.999) {
    return false;
  }
  const most = mostOf(kind, size, voltage);
  // Floating point: 1000 nF times 1e-9 need not be the very 1 µF that a number says.
  return most === null ? null : capacitance <= most * 1.001;
}
