/** The fields that a line of a BOM states in words, each with where it stands. */
import type { FieldName } from '../../domain/fields.ts';
import { type Footprint, readFootprint } from './footprint.ts';
import { type Kind, kindOfCategory, kindOfDesignator, kindOfText } from './kind.ts';
import type { Reading, Statement } from './statement.ts';
import { readValue } from './value.ts';

/** Texts of a line as the BOM has them. */
export interface LineTexts {
  readonly value?: string | null;
  readonly footprint?: string | null;
  readonly description?: string | null;
  readonly designators?: readonly string[];
  /** Other columns, by header. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** `value`, `footprint`, `description`, or the header of a column of its own. */
export type Place = string;

export interface Stated extends Statement {
  readonly where: Place;
}

export interface StatedFootprint extends Footprint {
  readonly where: Place;
  /** The text is the name of a footprint or a package, and no prose that may hold one. */
  readonly isName: boolean;
}

export interface LineFields {
  readonly kind: Kind | null;
  readonly statements: readonly Stated[];
  readonly footprints: readonly StatedFootprint[];
}

/** Columns that hold one field, by what their headers say, and the unit of a bare number in them. */
const OWN_COLUMNS: readonly (readonly [header: RegExp, field: FieldName, unit: string])[] = [
  [/toler|^tol\b|^toleranz/i, 'tolerance', '%'],
  [/volt|^spannung|^tension|^v ?rat|^rated v/i, 'voltage_rating', 'V'],
  [/dielectric|temp.*(?:char|coeff)|^tcc?$|^dielektrikum/i, 'dielectric', ''],
  [/power|watt|^leistung|^puissance/i, 'power_rating', 'W'],
  [
    /^(?:package|case|size|pkg|geh[äa]use|bauform|bo[iî]tier)(?!.*(?:qty|quant|count|unit|multiple))/i,
    'package',
    '',
  ],
  [/^freq|^frequen/i, 'frequency', ''],
  [/^resistance|^widerstand/i, 'resistance', 'R'],
  [/^capacitance|^kapazit/i, 'capacitance', ''],
  [/^inductance|^induktivit/i, 'inductance', ''],
  [/^colou?r|^farbe|^couleur/i, 'colour', ''],
  [/aec|qualif|automotive/i, 'qualification', ''],
];

/** What a column of this name states; null for columns that state nothing of a part. */
export function ownColumn(header: string): FieldName | null {
  return OWN_COLUMNS.find(([pattern]) => pattern.test(header.trim()))?.[1] ?? null;
}

/** The kind of part that a line is about, by its texts; the designator comes last, because it is wrong most often. */
export function kindOfLine({ value, footprint, description, designators = [] }: LineTexts): Kind | null {
  const kinds = [description, footprint, value].flatMap((text) => text ? kindOfText(text) ?? [] : []);
  // Ferrites stand on footprints of coils.
  const [kind] = kinds.includes('ferrite') ? ['ferrite' as const] : kinds;
  if (kind !== undefined) return kind;
  if (/^Q?\d[\d.,]*\s?[kM]Hz/.test(value ?? '')) return 'timing';
  const [designator] = designators;
  return designator === undefined ? null : kindOfDesignator(designator);
}

/** Spreadsheets keep 1 % as 0.01, and show it so in a cell that has lost its format. */
function asShare(reading: Reading): readonly Reading[] {
  const isShare = reading.field === 'tolerance' && 'unit' in reading && reading.unit === '%' &&
    reading.value <= 0.2;
  return isShare ? [reading, { ...reading, value: reading.value * 100 }] : [reading];
}

/** @param category of the part, where it is known: it says more of the kind than the line does. */
export function readLine(line: LineTexts, category?: string | number | null): LineFields {
  const { value, footprint, description, columns = {} } = line;
  const kind = kindOfCategory(category ?? undefined) ?? kindOfLine(line);
  const statements: Stated[] = [];
  const footprints: StatedFootprint[] = [];
  const say = (where: Place, said: readonly Statement[]) =>
    statements.push(...said.map((one) => ({ ...one, where })));
  const place = (where: Place, text: string, isName: boolean) =>
    footprints.push({ ...readFootprint(text, isName), where, isName });

  if (value) {
    say('value', readValue(value, kind));
    // `10k 0603` has a size, `0603` alone is a number.
    if (!/^[\d.,'’\s]+$/.test(value)) place('value', value, false);
  }
  if (footprint) place('footprint', footprint, true);
  if (description) {
    // `0805 Resistor` does not have 805 ohms.
    say('description', readValue(description, kind).filter(({ text }) => !/^[\d.,'’ ]+$/.test(text)));
    place('description', description, false);
  }
  for (const [header, cell] of Object.entries(columns)) {
    const own = OWN_COLUMNS.find(([pattern]) => pattern.test(header.trim()));
    if (!own || cell.trim() === '') continue;
    const [, field, unit] = own;
    if (field === 'package') place(header, cell, true);
    else {
      const isBare = /^±?\s*\d[\d.,'’\s]*$|^±?\s*[.,]\d+$/.test(cell.trim());
      const text = isBare ? `${cell.trim()}${unit}` : cell;
      const said = readValue(text, kind).flatMap((one) => {
        const readings = one.readings.filter((reading) => reading.field === field)
          .flatMap((reading) => isBare ? asShare(reading) : [reading]);
        return readings.length > 0 ? [{ ...one, readings }] : [];
      });
      say(header, said);
    }
  }
  return { kind, statements, footprints };
}
