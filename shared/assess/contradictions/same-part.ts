/** Whether two known parts differ in more than how they are packed. */
import type { ComponentFields } from '../../domain/component.ts';
import { FIELD_NAMES, type FieldName, fieldOf } from '../../domain/fields.ts';
import { agreesWith } from '../../parts/manufacturers.ts';
import { searchKey } from '../../parts/part-number.ts';

/** Of these two parts may say different things, or nothing, and be one part all the same. */
const SAYS_NOTHING: readonly FieldName[] = [
  'packaging',
  'description',
  'datasheet',
  'lifecycle',
  'rohs',
  'category',
];

/** The fields that both have and that say different things. */
export function differingFields(a: ComponentFields, b: ComponentFields): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => {
    const [one, other] = [a[name], b[name]];
    if (one === undefined || other === undefined || SAYS_NOTHING.includes(name)) return false;
    if (name === 'manufacturer') return agreesWith(`${one.value}`, `${other.value}`) === null;
    const field = fieldOf(name);
    if (field.kind === 'quantity' && typeof one.value === 'number' && typeof other.value === 'number') {
      return one.unit === other.unit && Math.abs(one.value - other.value) > 0.01 * Math.abs(one.value);
    }
    return searchKey(`${one.value}`) !== searchKey(`${other.value}`);
  });
}

/** Ends of part numbers that say how a part is packed, and nothing of the part. */
const PACKING =
  /(?:TR|T|R|REEL|REEL7|RL|RL7|CT|CUTT|TU|TB|R7|7|13|(?<=[A-Z])(?:11[258]|12[57]|1[36]5|2[13]5))$/;

/** Whether two numbers are one but for such an end: `TLV62569DBVR` and `TLV62569DBVT`. */
export function isOtherPackingOnly(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [a.replace(PACKING, ''), b.replace(PACKING, '')];
  return x.length >= 5 && x === y;
}
