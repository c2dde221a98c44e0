/** What a line says of its part in words, as the fields of a component: what is known of a line without a part number. */
import type { Category } from '../../domain/categories.ts';
import type { ComponentFields, SourcedValue } from '../../domain/component.ts';
import type { FieldName } from '../../domain/fields.ts';
import { sizeInWords } from './chip-sizes.ts';
import { technologiesIn } from './technology.ts';
import { kindOfDesignator } from './kind.ts';
import { kindOfLine, type LineFields, type LineTexts, readLine, type Stated } from './line.ts';
import { mainFieldOf } from './readings.ts';

/** Of several readings the likeliest comes first; that it is likely is all. */
const LIKELY = 0.7;
/** An untagged size is mostly meant in inches. */
const UNTAGGED = 0.8;
/** The letters of a designator are wrong now and then. */
const BY_DESIGNATOR = 0.6;

/** The fields that tell more of a part than its kind, in the order of `fieldsFor`. */
const FURTHER: readonly FieldName[] = [
  'tolerance',
  'voltage_rating',
  'power_rating',
  'dielectric',
  'load_capacitance',
  'current_rating',
  'colour',
];

/** A line's words as fields with `bom` as their source. What can mean several things has a lower confidence, or is left out. */
export function statedFields(line: LineTexts): ComponentFields {
  const said = readLine(line);
  const fields: ComponentFields = {};
  const put = (name: FieldName, stated: Omit<SourcedValue, 'source'> | null) => {
    if (stated !== null) fields[name] = { ...stated, source: 'bom' };
  };
  put('category', categoryOf(line, said));
  const main = fields.category?.value === 'ferrite_bead' ? 'impedance' : mainFieldOf(said.kind);
  for (const name of main === null ? FURTHER : [main, ...FURTHER]) put(name, fieldOf(said, name));
  put('package', packageOf(said));
  return fields;
}

/** Columns of their own are meant most exactly, prose least. */
const order = (where: string) => where === 'description' ? 2 : where === 'value' ? 1 : 0;

function fieldOf(said: LineFields, name: FieldName): Omit<SourcedValue, 'source'> | null {
  const all = said.statements
    .filter(({ isOpen, readings }) => !isOpen && readings.some(({ field }) => field === name))
    .toSorted((a, b) => order(a.where) - order(b.where));
  const [first] = all;
  if (first === undefined) return null;
  const readings = readingsOf(first, name);
  // Another place that allows one of them only decides which is meant.
  const shared = readings.filter((one) =>
    all.slice(1).some((other) => readingsOf(other, name).some((two) => isSame(one, two)))
  );
  const [reading] = shared.length > 0 ? shared : readings;
  if (reading === undefined) return null;
  const isSure = readings.length === 1 || shared.length === 1;
  return {
    value: reading.value,
    ...('unit' in reading && { unit: reading.unit }),
    confidence: isSure ? 1 : LIKELY,
  };
}

const readingsOf = (statement: Stated, name: FieldName) =>
  statement.readings.filter(({ field }) => field === name);

function isSame(a: Stated['readings'][number], b: Stated['readings'][number]): boolean {
  if (typeof a.value === 'string' || typeof b.value === 'string') return a.value === b.value;
  return Math.abs(a.value - b.value) <= 1e-6 * Math.abs(a.value);
}

function packageOf({ footprints, kind }: LineFields): Omit<SourcedValue, 'source'> | null {
  const named = footprints.toSorted((a, b) => Number(b.isName) - Number(a.isName));
  // Four digits of a crystal are its body.
  for (const { sizes } of kind === 'timing' ? [] : named) {
    const [size] = sizes;
    if (size !== undefined) {
      return { value: sizeInWords(size), confidence: sizes.length === 1 ? 1 : UNTAGGED };
    }
  }
  for (const { body, where } of named) {
    if (kind === 'timing' && body !== null && where !== 'value') {
      return { value: `${body[0]} x ${body[1]} mm`, confidence: 1 };
    }
  }
  for (const { families, pins } of named) {
    const [family] = families;
    const [count] = pins;
    if (family === undefined || family === 'no-lead') continue;
    return { value: count === undefined ? family : `${family}-${count}`, confidence: LIKELY };
  }
  return null;
}

const OSCILLATOR = /oscillator|oszillator|[TV]?CXO|\bXO\b/i;
const RESONATOR = /resonator/i;
const ARRAY = /array|netz?work|_4x0|4x0?\d{3}|8x0?\d{3}|\bRN_|sip-?\d/i;
const THERMISTOR = /thermistor|\bNTC\b|\bPTC\b/i;
const TRIMMER = /potentiometer|trimm?(?:er|pot)|\bpot\b/i;

function categoryOf(line: LineTexts, said: LineFields): Omit<SourcedValue, 'source'> | null {
  const texts = [line.value, line.footprint, line.description].filter(Boolean).join(' ');
  const isChip = said.footprints.some(({ sizes }) => sizes.length > 0);
  const say = (value: Category) => {
    const [designator] = line.designators ?? [];
    const isByWords = kindOfLine({ ...line, designators: [] }) !== null;
    const agrees = designator !== undefined && kindOfDesignator(designator) === said.kind;
    return { value, confidence: isByWords && agrees ? 1 : isByWords ? 0.9 : BY_DESIGNATOR };
  };
  switch (said.kind) {
    case 'resistor':
      if (THERMISTOR.test(texts)) return say('thermistor');
      if (TRIMMER.test(texts)) return say('potentiometer');
      if (ARRAY.test(texts)) return say('resistor_array');
      return say(isChip ? 'chip_resistor' : 'resistor');
    case 'capacitor': {
      const technologies = technologiesIn(texts).map(({ technology }) => technology);
      // `PP` and `film` may mean something else in the words of a ceramic.
      const [technology] = technologies.includes('ceramic_capacitor')
        ? technologies.filter((one) => one !== 'film_capacitor')
        : technologies;
      return say(technology ?? (isChip ? 'ceramic_capacitor' : 'capacitor'));
    }
    case 'inductor':
      // A coil whose value is an impedance is a ferrite.
      return say(
        said.statements.some(({ readings: [first] }) => first?.field === 'impedance')
          ? 'ferrite_bead'
          : 'inductor',
      );
    case 'ferrite':
      return say('ferrite_bead');
    case 'timing':
      return say(OSCILLATOR.test(texts) ? 'oscillator' : RESONATOR.test(texts) ? 'resonator' : 'crystal');
    case 'led':
      return say('led');
    case 'connector':
      return say('connector');
    default:
      return null;
  }
}
