/** What kind of part a text is about: a suffix or a bare number means another thing on a resistor than on a crystal. */
import { isWithin } from '../../domain/categories.ts';

export const KINDS = [
  'resistor',
  'capacitor',
  'inductor',
  'ferrite',
  'timing',
  'led',
  'connector',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** The categories of each kind, the kinds below `other` alone. */
const CATEGORIES: readonly (readonly [general: string, kind: Kind])[] = [
  ['resistor', 'resistor'],
  ['capacitor', 'capacitor'],
  ['inductor', 'inductor'],
  ['ferrite_bead', 'ferrite'],
  ['common_mode_choke', 'ferrite'],
  ['crystal', 'timing'],
  ['oscillator', 'timing'],
  ['resonator', 'timing'],
  ['led', 'led'],
  ['connector', 'connector'],
];

export function kindOfCategory(category: string | number | undefined): Kind | null {
  if (category === undefined) return null;
  return CATEGORIES.find(([general]) => isWithin(`${category}`, general))?.[1] ?? 'other';
}

/** Letters of designators. An `L` may be a ferrite, which is why nothing that a designator alone says is held against anybody. */
const LETTERS: Readonly<Record<string, Kind>> = {
  R: 'resistor',
  RN: 'resistor',
  RA: 'resistor',
  RM: 'resistor',
  RP: 'resistor',
  RS: 'resistor',
  RV: 'resistor',
  RT: 'resistor',
  VR: 'resistor',
  TR: 'other',
  C: 'capacitor',
  CP: 'capacitor',
  EC: 'capacitor',
  L: 'inductor',
  FB: 'ferrite',
  FER: 'ferrite',
  Y: 'timing',
  XTAL: 'timing',
  LED: 'led',
  J: 'connector',
  CN: 'connector',
  CON: 'connector',
};

/** Words and names of footprints. A part's own words come before its place. */
const WORDS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/\b(?:ferrite|bead|FB[-_ ]?\d{4})\b/i, 'ferrite'],
  [/(?:^|[:\s,_/])(?:LEDs?|LEDC\d*|LED\d{4}|light emitting)(?=$|[^A-Za-z])/i, 'led'],
  [/\b(?:crystals?|oscillators?|resonators?|XTAL|[TV]CXO|Quarz|Schwingquarz)(?=$|[^A-Za-z])/i, 'timing'],
  [
    /(?:^|[:\s,_/])(?:conn(?:ector)?|header|receptacle|jack|plug|PinHeader|PinSocket|terminal block)(?=$|[^A-Za-z])/i,
    'connector',
  ],
  [
    /(?:^|[:\s,_/])(?:CAP|CAPS|capacitors?|kondensator|condensateur|CAPC|CAPMP|CP?_|C\d{4}\b|CAE)/i,
    'capacitor',
  ],
  [
    /(?:^|[:\s,_/])(?:RES|resistors?|widerstand|r[ée]sistance|thermistor|potentiometer|trimmer|RESC|R_|R\d{4}\b)/i,
    'resistor',
  ],
  [/(?:^|[:\s,_/])(?:IND|inductors?|choke|drossel|INDC|L_|L\d{4}\b)/i, 'inductor'],
];

/** What a description, a footprint or another text calls the part. */
export function kindOfText(text: string): Kind | null {
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export function kindOfDesignator(designator: string): Kind | null {
  const letters = /^r?([A-Z]{1,4})\d/.exec(designator)?.[1];
  return letters === undefined || !Object.hasOwn(LETTERS, letters) ? null : LETTERS[letters]!;
}
