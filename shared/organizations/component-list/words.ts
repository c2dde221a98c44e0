/** Words for categories and states of parts, as lists and distributors' shelves have them, and what each means here. */
import { CATEGORIES, type Category } from '../../domain/categories.ts';
import { FIELDS } from '../../domain/fields.ts';

/** The first that fits counts: a narrower shelf stands above the wider. */
const SHELVES: readonly (readonly [shelf: RegExp, category: Category])[] = [
  [/\bthermistors?\b|\b[np]tc\b/, 'thermistor'],
  [/potentiometer|trimmer/, 'potentiometer'],
  [/resistor (?:networks?|arrays?)/, 'resistor_array'],
  [/current sens(?:e|ing) resistor|shunt/, 'current_sense_resistor'],
  [/wirewound/, 'wirewound_resistor'],
  [/through hole resistor/, 'through_hole_resistor'],
  [/chip resistor/, 'chip_resistor'],
  [/\bresistors?\b/, 'resistor'],
  [/multilayer ceramic|\bmlcc\b|ceramic capacitor/, 'ceramic_capacitor'],
  [/super ?capacitor|\bedlc\b/, 'supercapacitor'],
  [/polymer/, 'polymer_capacitor'],
  [/tantalum/, 'tantalum_capacitor'],
  [/alumin(?:i)?um electrolytic|electrolytic capacitor/, 'electrolytic_capacitor'],
  [/film capacitor/, 'film_capacitor'],
  [/capacitor (?:networks?|arrays?)/, 'capacitor_array'],
  [/\bcapacitors?\b/, 'capacitor'],
  [/ferrite bead/, 'ferrite_bead'],
  [/common mode (?:choke|filter)/, 'common_mode_choke'],
  [/transformer/, 'transformer'],
  [/\binductors?\b|\bcoils?\b/, 'inductor'],
  [/emi filter/, 'emi_filter'],
  [/resettable fuse|\bpptc\b|polyfuse/, 'resettable_fuse'],
  [/\bfuses?\b/, 'fuse'],
  [/varistor|\bmovs?\b/, 'varistor'],
  [/\besd\b/, 'esd_protection'],
  [/\btvs\b/, 'tvs_diode'],
  [/zener/, 'zener_diode'],
  [/schottky/, 'schottky_diode'],
  [/bridge rectifier/, 'bridge_rectifier'],
  [/switching diode/, 'switching_diode'],
  [/rectifier|general purpose diode/, 'rectifier'],
  [/\bleds?\b|light emitting/, 'led'],
  [/\bdiodes?\b/, 'diode'],
  [/mosfet/, 'mosfet'],
  [/\bigbt/, 'igbt'],
  [/\bjfet/, 'jfet'],
  [/bipolar|\bbjts?\b/, 'bipolar_transistor'],
  [/thyristor|triac|\bscrs?\b/, 'thyristor'],
  [/optocoupler|photocoupler/, 'optocoupler'],
  [/\btransistors?\b/, 'transistor'],
  [/microcontroller|\bmcus?\b/, 'microcontroller'],
  [/\bfpgas?\b|\bcplds?\b|programmable logic/, 'programmable_logic'],
  [/\bmemory\b|eeprom|\bflash\b|\bsram\b|\bdram\b/, 'memory'],
  [/\bldo\b|linear (?:voltage )?regulator|low drop ?out/, 'linear_regulator'],
  [/dc.?dc|switching (?:voltage )?regulator/, 'switching_regulator'],
  [/voltage reference/, 'voltage_reference'],
  [/operational amplifier|\bop.?amps?\b|\bamplifiers?\b/, 'amplifier'],
  [/comparator/, 'comparator'],
  [/\bad[cs]s?\b|\bdacs?\b|data converter/, 'data_converter'],
  [/crystal oscillator|\boscillators?\b/, 'oscillator'],
  [/\bresonators?\b/, 'resonator'],
  [/\bcrystals?\b/, 'crystal'],
  [/\bsensors?\b/, 'sensor'],
  [/pin headers?\b/, 'pin_header'],
  [/usb connector/, 'usb_connector'],
  [/terminal block|screw terminal/, 'terminal_block'],
  [/wire to board/, 'wire_to_board_connector'],
  [/board to board/, 'board_to_board_connector'],
  [/\bff?c\b|\bfpc\b/, 'flat_cable_connector'],
  [/\bconnectors?\b/, 'connector'],
  [/\bswitch(?:es)?\b/, 'switch'],
  [/\brelays?\b/, 'relay'],
  [/\bbuzzers?\b/, 'buzzer'],
  [/\bantennas?\b/, 'antenna'],
  [/\bbatter(?:y|ies)\b/, 'battery'],
];

/** Lower case, words parted by single blanks. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function categoryNamed(text: string): Category | null {
  const said = plain(text);
  const own = said.replaceAll(' ', '_');
  if (Object.hasOwn(CATEGORIES, own)) return own as Category;
  return SHELVES.find(([shelf]) => shelf.test(said))?.[1] ?? null;
}

const STATES: Readonly<Record<'lifecycle' | 'rohs', Readonly<Record<string, string>>>> = {
  lifecycle: {
    'new product': 'active',
    'production': 'active',
    'in production': 'active',
    'nrnd': 'not_for_new_designs',
    'not recommended for new designs': 'not_for_new_designs',
    'eol': 'end_of_life',
    'last time buy': 'end_of_life',
    'discontinued': 'obsolete',
  },
  rohs: {
    'yes': 'compliant',
    'rohs': 'compliant',
    'rohs3 compliant': 'compliant',
    'no': 'non_compliant',
    'not compliant': 'non_compliant',
    'rohs non compliant': 'non_compliant',
    'rohs compliant with exemption': 'compliant_by_exemption',
  },
};

/** One of the field's own words, its label, or another word for it. */
export function stateNamed(field: 'lifecycle' | 'rohs', text: string): string | null {
  const said = plain(text);
  const values = Object.entries(FIELDS[field].values);
  const own = values.find(([name, { label }]) => said === plain(name) || said === plain(label));
  return own?.[0] ?? STATES[field][said] ?? null;
}
