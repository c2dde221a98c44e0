/** Part numbers that hand-made lists call models. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { type Column, hasNumbers, wordsOf } from './column.ts';

/** `Model`, `Model name`: what a manufacturer calls a part. `3D model` is a file. */
const MODEL = /^(?:models?|model (?:name|no|number|id)|modell|modele|modelo|modello)$/;

/** Of the models of known manufacturers, most are numbers. */
const MOSTLY_NUMBERS = 0.6;
/** Of models among other words, so many are numbers, and schemes read some. */
const SOME_NUMBERS = 0.3;
const SOME_READ = 0.12;
const LEAST_FILLED = 3;

/** Roles that such a column has where nobody knows better. */
const OPEN: readonly ColumnRole[] = ['description', 'value', 'extra'];

export const isOfModels = (name: string): boolean => MODEL.test(name);

/** Where no column has part numbers, one of models has them, among words at times: these say what the part is. */
export function numbersOfModels(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (hasNumbers(columns, roles)) return;
  const hasManufacturers = columns.some(({ index, profile }) =>
    roles.get(index) === 'manufacturer' && profile.filled >= LEAST_FILLED
  );
  const column = columns.find((each) => {
    const { filled, share, decoded } = each.profile;
    if (!OPEN.includes(roles.get(each.index) ?? 'extra') || !isOfModels(wordsOf(each).plain)) return false;
    const numbers = share('part_number') + share('manufacturer_and_number');
    return filled >= LEAST_FILLED && numbers >= (hasManufacturers ? MOSTLY_NUMBERS : SOME_NUMBERS) &&
      (hasManufacturers || decoded() >= SOME_READ);
  });
  if (column) roles.set(column.index, 'mpn');
}
