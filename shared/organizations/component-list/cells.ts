/** What a cell of a list of components says of its field. */
import { type FieldName, fieldOf, type QuantityName } from '../../domain/fields.ts';
import type { OwnStatement } from '../../domain/organization.ts';
import { type Kind, kindOfCategory, kindOfText } from '../../parts/text/kind.ts';
import type { Reading } from '../../parts/text/statement.ts';
import { mainFieldOf } from '../../parts/text/readings.ts';
import { readValue } from '../../parts/text/value.ts';
import { categoryNamed, stateNamed } from './words.ts';

/** Numbers that a text of parts has, and the field and the kind of part as which it is read. */
const AS_TEXT: Readonly<Partial<Record<QuantityName, readonly [field: QuantityName, kind: Kind]>>> = {
  resistance: ['resistance', 'resistor'],
  capacitance: ['capacitance', 'capacitor'],
  inductance: ['inductance', 'inductor'],
  impedance: ['impedance', 'ferrite'],
  frequency: ['frequency', 'timing'],
  load_capacitance: ['capacitance', 'capacitor'],
  tolerance: ['tolerance', 'other'],
  voltage_rating: ['voltage_rating', 'resistor'],
  nominal_voltage: ['voltage_rating', 'resistor'],
  current_rating: ['current_rating', 'other'],
  power_rating: ['power_rating', 'other'],
};

/** Units that a number alone is meant in. Nobody writes whole farads. */
const ALONE: Readonly<Partial<Record<QuantityName, string>>> = {
  resistance: 'R',
  impedance: 'R',
  tolerance: '%',
  voltage_rating: 'V',
  nominal_voltage: 'V',
  current_rating: 'A',
  power_rating: 'W',
};

/** Numbers that are written with one unit or none. */
const PLAIN: Readonly<Partial<Record<QuantityName, RegExp>>> = {
  pins: /^(\d{1,4})(?:\s*(?:pins?|p))?$/i,
  pitch: /^(\d{1,2}(?:\.\d{1,3})?)(?:\s*mm)?$/i,
  temperature_coefficient: /^±?\s*(\d{1,5}(?:\.\d+)?)\s*(?:ppm(?:\s*\/\s*(?:K|°?\s*C))?)?$/i,
};

/** Spreadsheets keep 1 % as 0.01, and show it so in a cell that has lost its format. */
const COULD_BE_A_SHARE = /^[±+]?\s*0?[.,]\d+$/;
const NUMBER_ALONE = /^[±+]?\s*[\d.,]+$/;
/** `-20/+80 %`: no single number says it. */
const TWO_SIDED = /^-\s*\d[\d.,]*\s*%?\s*[/,~]?\s*\+\s*\d[\d.,]*\s*%$/;

/**
 * What a cell states; null where it cannot be read.
 * @param unit of numbers that stand alone, as the header has it
 */
export function readCell(field: FieldName, cell: string, unit: string | null): OwnStatement | null {
  switch (fieldOf(field).kind) {
    case 'quantity':
      return readQuantity(field as QuantityName, cell, unit);
    case 'enum':
      return stated(field === 'category' ? categoryNamed(cell) : stateNamed(field as 'lifecycle', cell));
    default:
      return stated(field === 'datasheet' ? addressIn(cell) : cell);
  }
}

const stated = (value: string | null): OwnStatement | null => value === null ? null : { value };

/** Some lists leave out the protocol. */
function addressIn(cell: string): string | null {
  const address = cell.startsWith('//') ? `https:${cell}` : cell;
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : null;
}

function readQuantity(field: QuantityName, cell: string, unit: string | null): OwnStatement | null {
  const pattern = PLAIN[field];
  if (pattern) {
    const [, number] = pattern.exec(cell) ?? [];
    return number === undefined ? null : { value: Number(number) };
  }
  if (field === 'tolerance') {
    if (TWO_SIDED.test(cell)) return { value: cell };
    if (unit === null && COULD_BE_A_SHARE.test(cell)) return null;
  }
  const [as, kind] = AS_TEXT[field]!;
  const alone = unit ?? ALONE[field];
  if (NUMBER_ALONE.test(cell) && alone === undefined) return null;
  const text = NUMBER_ALONE.test(cell) ? `${cell}${alone}` : cell;
  return theOne(
    readValue(text, kind).flatMap(({ readings }) => readings.filter(({ field }) => field === as)),
  );
}

/** The quantity that all readings agree on. */
function theOne(readings: readonly Reading[]): OwnStatement | null {
  const [first, ...others] = readings;
  if (first === undefined || !('unit' in first)) return null;
  const { value, unit } = first;
  const agree = others.every((one) => 'unit' in one && one.value === value && one.unit === unit);
  return agree ? { value, unit } : null;
}

const MAIN: readonly QuantityName[] = ['resistance', 'capacitance', 'inductance', 'impedance', 'frequency'];

/**
 * What a column of values says of a part: the quantity that its category or description makes it, or the only one that it
 * can be.
 */
export function readValueCell(
  cell: string,
  { category, description }: { readonly category: string | undefined; readonly description: string },
): readonly [field: QuantityName, statement: OwnStatement] | null {
  const kind = kindOfCategory(category) ?? kindOfText(description);
  const main = mainFieldOf(kind);
  const readings = readValue(cell, kind).flatMap(({ readings }) =>
    readings.filter(({ field }) => main === null ? MAIN.some((name) => name === field) : field === main)
  );
  const fields = new Set(readings.map(({ field }) => field));
  const [field] = fields;
  const said = fields.size === 1 ? theOne(readings) : null;
  return said && [field as QuantityName, said];
}
