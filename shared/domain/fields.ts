/**
 * Every field that a component can have, one row each, in the order in which a person reads them. Decoders, suppliers,
 * merging, quality and the page take what they know of a field from here: a new field is a new row.
 */
import type { Unit } from './units.ts';

/** A value of an enumeration: in words, and whether a design can rest on it. */
interface EnumValue {
  readonly label: string;
  readonly isGood: boolean;
}

interface Common {
  readonly label: string;
  /**
   * When two statements in words say the same: `prose` always, because no two sources word it alike; without a rule, when
   * nothing but case, spaces and separators tells them apart.
   */
  readonly same?: 'prose' | 'name' | 'package' | 'category';
  /** Nobody but a supplier can say it, so a part is not done with before one did or could not. */
  readonly isSuppliersWord?: true;
  /** Left out of lists of lines, and read with the one line that somebody opens. */
  readonly isDetail?: true;
}

interface QuantityField extends Common {
  readonly kind: 'quantity';
  readonly unit: Unit;
  /** Other units that some of its values are stated in. */
  readonly otherUnits?: readonly Unit[];
  /** How low its numbers go; without it, they are above zero. */
  readonly least?: 'zero' | 'below_zero';
  /** Relative difference that contradicts nothing; without it, that of floating point. */
  readonly within?: number;
}

interface EnumField extends Common {
  readonly kind: 'enum';
  /** Left out where the values are the tree of categories.ts. */
  readonly values?: Readonly<Record<string, EnumValue>>;
}

interface TextField extends Common {
  readonly kind: 'text';
}

export type Field = QuantityField | EnumField | TextField;

export const FIELDS = {
  // Lists have the manufacturer and the description beside the fields.
  manufacturer: { kind: 'text', label: 'Manufacturer', same: 'name', isDetail: true },
  category: { kind: 'enum', label: 'Category', same: 'category' },
  series: { kind: 'text', label: 'Series', isDetail: true },
  description: { kind: 'text', label: 'Description', same: 'prose', isDetail: true },
  package: { kind: 'text', label: 'Package', same: 'package' },
  // Of a jumper it is 0.
  resistance: { kind: 'quantity', label: 'Resistance', unit: 'ohm', least: 'zero' },
  capacitance: { kind: 'quantity', label: 'Capacitance', unit: 'F' },
  inductance: { kind: 'quantity', label: 'Inductance', unit: 'H' },
  // Of a ferrite or a common-mode choke, at the frequency at which its manufacturer states it, mostly 100 MHz.
  impedance: { kind: 'quantity', label: 'Impedance', unit: 'ohm' },
  frequency: { kind: 'quantity', label: 'Frequency', unit: 'Hz' },
  load_capacitance: { kind: 'quantity', label: 'Load capacitance', unit: 'F', isDetail: true },
  // Small capacitors and inductors have an absolute one, crystals and oscillators one in millionths.
  tolerance: { kind: 'quantity', label: 'Tolerance', unit: '%', otherUnits: ['F', 'H', 'ppm'] },
  temperature_coefficient: {
    kind: 'quantity',
    label: 'Temperature coefficient',
    unit: 'ppm/K',
    least: 'below_zero',
    isDetail: true,
  },
  dielectric: { kind: 'text', label: 'Dielectric' },
  // The most the part stands.
  voltage_rating: { kind: 'quantity', label: 'Voltage rating', unit: 'V' },
  // What the part makes or keeps: the output of a regulator, a reference or a Zener diode, the stand-off of a TVS diode.
  nominal_voltage: { kind: 'quantity', label: 'Nominal voltage', unit: 'V' },
  // The most the part carries all the time; of a fuse the current it holds.
  current_rating: { kind: 'quantity', label: 'Current rating', unit: 'A', within: 0.01 },
  // Rounded where it is written: 1/16 W is 0.0625 W in one list and 0.063 W in another.
  power_rating: { kind: 'quantity', label: 'Power rating', unit: 'W', within: 0.01 },
  colour: { kind: 'text', label: 'Colour' },
  pins: { kind: 'quantity', label: 'Pins', unit: 'pins' },
  pitch: { kind: 'quantity', label: 'Pitch', unit: 'mm', isDetail: true },
  // `vertical` or `right angle`.
  orientation: { kind: 'text', label: 'Orientation', isDetail: true },
  // `thick film`, `thin film`, `metal strip`: parts of two technologies do not stand in for each other.
  technology: { kind: 'text', label: 'Technology', isDetail: true },
  // What a part has that others of its kind have not: `anti-sulphur`, `soft termination`, `low ESL`, `pulse`.
  feature: { kind: 'text', label: 'Feature', isDetail: true },
  // `AEC-Q200` and the like.
  qualification: { kind: 'text', label: 'Qualification', isDetail: true },
  // Such as `-40 to 85 °C`.
  temperature_range: { kind: 'text', label: 'Temperature range', isDetail: true },
  packaging: { kind: 'text', label: 'Packaging', isDetail: true },
  lifecycle: {
    kind: 'enum',
    label: 'Lifecycle',
    isSuppliersWord: true,
    values: {
      preview: { label: 'not yet in production', isGood: true },
      active: { label: 'in production', isGood: true },
      not_for_new_designs: { label: 'not for new designs', isGood: false },
      end_of_life: { label: 'end of life', isGood: false },
      obsolete: { label: 'obsolete', isGood: false },
    },
  },
  rohs: {
    kind: 'enum',
    label: 'RoHS',
    isSuppliersWord: true,
    values: {
      compliant: { label: 'RoHS compliant', isGood: true },
      // Still contains a restricted substance, and may.
      compliant_by_exemption: { label: 'RoHS compliant by exemption', isGood: true },
      non_compliant: { label: 'not RoHS compliant', isGood: false },
    },
  },
  datasheet: { kind: 'text', label: 'Data sheet', isDetail: true },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** The fields whose values are quantities. */
export type QuantityName = {
  [Name in FieldName]: (typeof FIELDS)[Name] extends { kind: 'quantity' } ? Name : never;
}[FieldName];

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** What a list of lines says of a component. */
export const LISTED_FIELDS = FIELD_NAMES.filter((name) => !('isDetail' in FIELDS[name]));

/** The row of a field, whichever it is. */
export const fieldOf = (name: FieldName): Field => FIELDS[name];
