/**
 * Categories of parts, as a tree: what is said of a category holds for those below it, unless they say otherwise.
 * `other` is for parts that fit none of them.
 */
import type { FieldName } from './fields.ts';

interface CategoryRow {
  readonly parent?: string;
  /** The fields a buyer needs to tell one part of the category from another. */
  readonly required?: readonly FieldName[];
  /** The values that tell a part from its neighbours, in the order in which they are shown. */
  readonly shown?: readonly FieldName[];
}

const BASIC: readonly FieldName[] = ['manufacturer', 'category', 'package'];
const RESISTOR: readonly FieldName[] = [...BASIC, 'resistance'];
const CAPACITOR: readonly FieldName[] = [...BASIC, 'capacitance', 'tolerance', 'voltage_rating'];

export const CATEGORIES = {
  resistor: {
    required: [...RESISTOR, 'tolerance', 'power_rating'],
    shown: ['resistance', 'tolerance', 'voltage_rating', 'power_rating'],
  },
  chip_resistor: { parent: 'resistor' },
  through_hole_resistor: { parent: 'resistor' },
  wirewound_resistor: { parent: 'resistor' },
  current_sense_resistor: { parent: 'resistor' },
  resistor_array: { parent: 'resistor' },
  // Has neither tolerance nor power rating, so nothing is missing when they are not stated.
  jumper: { parent: 'resistor', required: RESISTOR },
  thermistor: { parent: 'resistor', required: [...RESISTOR, 'tolerance'] },
  potentiometer: { parent: 'resistor', required: RESISTOR },
  // One whose kind nobody states is not known before its dielectric is.
  capacitor: {
    required: [...CAPACITOR, 'dielectric'],
    shown: ['capacitance', 'tolerance', 'voltage_rating', 'dielectric'],
  },
  ceramic_capacitor: { parent: 'capacitor' },
  capacitor_array: { parent: 'capacitor' },
  electrolytic_capacitor: { parent: 'capacitor', required: CAPACITOR },
  polymer_capacitor: { parent: 'capacitor', required: CAPACITOR },
  tantalum_capacitor: { parent: 'capacitor', required: CAPACITOR },
  film_capacitor: { parent: 'capacitor', required: CAPACITOR },
  supercapacitor: { parent: 'capacitor', required: [...BASIC, 'capacitance', 'voltage_rating'] },
  inductor: {
    required: [...BASIC, 'inductance'],
    shown: ['inductance', 'tolerance', 'current_rating'],
  },
  common_mode_choke: { required: [...BASIC, 'description'], shown: ['impedance', 'current_rating'] },
  transformer: {},
  ferrite_bead: { required: [...BASIC, 'impedance'], shown: ['impedance', 'current_rating'] },
  emi_filter: {},
  diode: { shown: ['nominal_voltage', 'voltage_rating', 'current_rating'] },
  switching_diode: { parent: 'diode' },
  rectifier: { parent: 'diode' },
  schottky_diode: { parent: 'diode' },
  zener_diode: { parent: 'diode', required: [...BASIC, 'nominal_voltage'] },
  tvs_diode: { parent: 'diode' },
  esd_protection: { parent: 'diode' },
  bridge_rectifier: { parent: 'diode' },
  varistor: {},
  led: { shown: ['colour'] },
  transistor: {},
  bipolar_transistor: { parent: 'transistor' },
  mosfet: { parent: 'transistor' },
  jfet: { parent: 'transistor' },
  igbt: { parent: 'transistor' },
  thyristor: {},
  optocoupler: {},
  integrated_circuit: { shown: ['nominal_voltage'] },
  microcontroller: { parent: 'integrated_circuit' },
  processor: { parent: 'integrated_circuit' },
  programmable_logic: { parent: 'integrated_circuit' },
  memory: { parent: 'integrated_circuit' },
  logic: { parent: 'integrated_circuit' },
  amplifier: { parent: 'integrated_circuit' },
  comparator: { parent: 'integrated_circuit' },
  linear_regulator: { parent: 'integrated_circuit' },
  switching_regulator: { parent: 'integrated_circuit' },
  power_management: { parent: 'integrated_circuit' },
  voltage_reference: { parent: 'integrated_circuit' },
  data_converter: { parent: 'integrated_circuit' },
  interface: { parent: 'integrated_circuit' },
  driver: { parent: 'integrated_circuit' },
  analog_switch: { parent: 'integrated_circuit' },
  clock_and_timing: { parent: 'integrated_circuit' },
  audio: { parent: 'integrated_circuit' },
  rf: { parent: 'integrated_circuit' },
  sensor: { parent: 'integrated_circuit' },
  crystal: { required: [...BASIC, 'frequency'], shown: ['frequency', 'load_capacitance', 'tolerance'] },
  oscillator: { required: [...BASIC, 'frequency'], shown: ['frequency', 'tolerance'] },
  resonator: { required: [...BASIC, 'frequency'], shown: ['frequency'] },
  connector: { shown: ['pins', 'pitch'] },
  pin_header: { parent: 'connector' },
  socket: { parent: 'connector' },
  wire_to_board_connector: { parent: 'connector' },
  board_to_board_connector: { parent: 'connector' },
  flat_cable_connector: { parent: 'connector' },
  terminal_block: { parent: 'connector' },
  usb_connector: { parent: 'connector' },
  rf_connector: { parent: 'connector' },
  card_connector: { parent: 'connector' },
  modular_connector: { parent: 'connector' },
  power_connector: { parent: 'connector' },
  audio_connector: { parent: 'connector' },
  switch: {},
  relay: {},
  fuse: { shown: ['current_rating', 'voltage_rating'] },
  resettable_fuse: { parent: 'fuse' },
  battery: {},
  antenna: {},
  buzzer: {},
  display: {},
  module: {},
  mechanical: {},
  other: {},
} as const satisfies Record<string, CategoryRow>;

export type Category = keyof typeof CATEGORIES;

/** What holds for a part of no category, and for every category that does not say otherwise. */
const ANY_PART = {
  required: ['manufacturer', 'category', 'package', 'description'],
  shown: [
    'resistance',
    'capacitance',
    'inductance',
    'impedance',
    'frequency',
    'tolerance',
    'voltage_rating',
    'power_rating',
    'dielectric',
  ],
} as const satisfies CategoryRow;

/** Each category with its parent and so on. */
const ANCESTRY: ReadonlyMap<string, readonly CategoryRow[]> = new Map(
  Object.keys(CATEGORIES).map((name) => [name, rowsFrom(name as Category)]),
);

function rowsFrom(name: Category): CategoryRow[] {
  const row: CategoryRow = CATEGORIES[name];
  return [row, ...(row.parent === undefined ? [] : rowsFrom(row.parent as Category))];
}

/** A category, its parent and so on; none for a word that is no category. */
const ancestry = (name: string | undefined): readonly CategoryRow[] => ANCESTRY.get(name ?? '') ?? [];

/** Whether every part of category `name` is one of category `general`, too. */
export function isWithin(name: string, general: string): boolean {
  if (name === general) return true;
  const parent = ancestry(name)[0]?.parent;
  return parent !== undefined && isWithin(parent, general);
}

/** The widest category of `name`: `resistor` of `chip_resistor`; a word that is no category is its own. */
export function rootOf(name: string): string {
  const parent = ancestry(name)[0]?.parent;
  return parent === undefined ? name : rootOf(parent);
}

/** What is `required` of parts of a category, or `shown` of them. */
export function fieldsFor(use: 'required' | 'shown', category: string | undefined): readonly FieldName[] {
  return ancestry(category).find((row) => row[use] !== undefined)?.[use] ?? ANY_PART[use];
}
