/** How much of a file was read right. */
import type { BomLine } from '../../../shared/bom/line.ts';
import { compared, type TrueLine } from './truth.ts';

/** Fields that decide whether a line is right, and those that are told apart. */
export const KEY_FIELDS = [
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'do_not_place',
  'alternates',
] as const;
export const OTHER_FIELDS = ['value', 'footprint', 'description', 'supplier_numbers'] as const;
export type ScoredField = typeof KEY_FIELDS[number] | typeof OTHER_FIELDS[number];

/** Wrong without a word is what these are about. */
const SILENT_FIELDS: ReadonlySet<ScoredField> = new Set(['mpn', 'quantity', 'do_not_place']);

export interface LineScore {
  readonly line: number;
  readonly wrong: readonly ScoredField[];
  /** Wrong in number, quantity or placing, with no issue on the line. */
  readonly isSilent: boolean;
  readonly is: string;
  readonly should: string;
}

export interface FileScore {
  readonly lines: number;
  readonly right: number;
  readonly wrong: readonly LineScore[];
  readonly missing: number;
  readonly surplus: number;
}

const set = (items: readonly string[]) => [...new Set(items.map(compared))].toSorted().join('\n');

const TRUE: Readonly<Record<ScoredField, (line: TrueLine) => string>> = {
  mpn: ({ mpn }) => compared(mpn),
  manufacturer: ({ manufacturer }) => compared(manufacturer),
  quantity: ({ quantity }) => String(quantity),
  designators: ({ designators }) => set(designators),
  do_not_place: ({ do_not_place }) => String(do_not_place),
  alternates: ({ alternates }) => set(alternates),
  value: ({ value }) => compared(value),
  footprint: ({ footprint }) => compared(footprint),
  description: ({ description }) => compared(description),
  supplier_numbers: ({ supplier_numbers }) => set(supplier_numbers),
};

const READ: Readonly<Record<ScoredField, (line: BomLine) => string>> = {
  mpn: ({ mpn }) => compared(mpn),
  manufacturer: ({ manufacturer }) => compared(manufacturer),
  quantity: ({ quantity }) => String(quantity),
  designators: ({ designators }) => set(designators),
  do_not_place: ({ do_not_place }) => String(do_not_place),
  alternates: ({ alternates }) =>
    set(
      alternates.map(({ mpn, manufacturer }) => manufacturer === null ? `${mpn}` : `${mpn}@${manufacturer}`),
    ),
  value: ({ value }) => compared(value),
  footprint: ({ footprint }) => compared(footprint),
  description: ({ description }) => compared(description),
  supplier_numbers: ({ supplier_numbers }) =>
    set(supplier_numbers.map(({ supplier, number }) => `${supplier}:${number}`)),
};

/** A field is right by the first reading or by the one that a note names. */
function isRight(field: ScoredField, line: BomLine, truth: TrueLine): boolean {
  if (READ[field](line) === TRUE[field](truth)) return true;
  return truth.alsoRight !== null && isAlsoRight(field, line, truth, truth.alsoRight);
}

function isAlsoRight(field: ScoredField, line: BomLine, truth: TrueLine, reading: string): boolean {
  const named = /^mpn (.+?)$/.exec(reading)?.[1];
  if (named !== undefined) return field === 'mpn' && compared(line.mpn) === compared(named);
  if (/^no number, its alternate as the number$/.test(reading)) {
    const [number = '', manufacturer = ''] = (truth.alternates[0] ?? '').split('@');
    if (compared(line.mpn) !== compared(number)) return false;
    return field === 'mpn' || (field === 'alternates' && line.alternates.length === 0) ||
      (field === 'manufacturer' && compared(line.manufacturer) === compared(manufacturer));
  }
  if (/^no number$/.test(reading)) return field === 'mpn' && line.mpn === null;
  if (/as a supplier's number/.test(reading)) return field === 'alternates' && line.alternates.length === 0;
  const alternates = /^alternates (.+)$/.exec(reading)?.[1];
  if (alternates !== undefined && field === 'alternates') {
    return set(alternates.split(/\s+and\s+|,\s*/)) === READ.alternates(line);
  }
  return false;
}

/** @param said rows that have an issue */
export function scoreFile(
  lines: readonly BomLine[],
  truth: readonly TrueLine[],
  said: ReadonlySet<number>,
): FileScore {
  const wrong: LineScore[] = [];
  let right = 0;
  truth.forEach((should, i) => {
    const is = lines[i];
    if (!is) return;
    const bad = [...KEY_FIELDS, ...OTHER_FIELDS].filter((field) => !isRight(field, is, should));
    const isBad = bad.some((field) => (KEY_FIELDS as readonly string[]).includes(field));
    if (!isBad) right += 1;
    if (bad.length > 0) {
      wrong.push({
        line: should.line,
        wrong: bad,
        isSilent: bad.some((field) => SILENT_FIELDS.has(field)) && !is.rows.some((row) => said.has(row)),
        is: bad.map((field) => `${field}=${READ[field](is).replaceAll('\n', '; ')}`).join(' | '),
        should: bad.map((field) => `${field}=${TRUE[field](should).replaceAll('\n', '; ')}`).join(' | '),
      });
    }
  });
  return {
    lines: truth.length,
    right,
    wrong,
    missing: Math.max(0, truth.length - lines.length),
    surplus: Math.max(0, lines.length - truth.length),
  };
}
