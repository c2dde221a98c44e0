/** What capacitors are made of, as BOMs say it: one does not stand in for another of the same capacitance and size. */
import { type Category, isWithin } from '../../domain/categories.ts';
import { dielectricGrade, dielectricsIn } from './dielectric.ts';

export type Technology = Extract<
  Category,
  | 'ceramic_capacitor'
  | 'tantalum_capacitor'
  | 'polymer_capacitor'
  | 'electrolytic_capacitor'
  | 'film_capacitor'
>;

/** The one that says most first: a tantalum capacitor with a polymer is both. */
const WORDS: readonly (readonly [technology: Technology, pattern: RegExp])[] = [
  ['tantalum_capacitor', /tantal\w*|CP_EIA|CAPMP|\bTANT\b/i],
  ['polymer_capacitor', /polymer\w*/i],
  ['electrolytic_capacitor', /CP_(?:Elec|Radial|Axial)|electrolytic|alumin(?:i)?um|\belko\b|CAPAE/i],
  ['film_capacitor', /\bfilm\b|\bPP\b|polypropylene|polyester|MKT|MKP|folie/i],
  ['ceramic_capacitor', /ceramic|\bcer\b|MLCC|keramik/i],
];

export interface SaidTechnology {
  readonly technology: Technology;
  /** The words that say it. */
  readonly text: string;
}

/** All that a text says of it. A dielectric is a ceramic's. */
export function technologiesIn(text: string): readonly SaidTechnology[] {
  const said = WORDS.flatMap(([technology, pattern]) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ technology, text: words }];
  });
  const [dielectric] = dielectricsIn(text).filter(({ value }) => dielectricGrade(value) !== null);
  return dielectric === undefined || said.some(({ technology }) => technology === 'ceramic_capacitor')
    ? said
    : [...said, { technology: 'ceramic_capacitor', text: dielectric.text }];
}

/** Null where the category leaves it open. */
export function technologyOf(category: string | number): Technology | null {
  return WORDS.find(([technology]) => isWithin(`${category}`, technology))?.[0] ?? null;
}
