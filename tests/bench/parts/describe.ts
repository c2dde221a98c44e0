/** What the product says of a part number, as other people's tools can read it. */
import { rootOf } from '../../../shared/domain/categories.ts';
import type { FieldName } from '../../../shared/domain/fields.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { knownBy } from '../../../shared/domain/source.ts';

/** Numbers in ohm, farad, henry, percent and volt; null where nothing is known. */
export function describeNumber(mpn: string) {
  const resolution = resolvePart({ mpn, manufacturer: null });
  const known = resolution?.doubt === null ? resolution : null;
  const fields = known?.component.fields ?? {};
  const text = (name: FieldName) => fields[name] === undefined ? null : String(fields[name].value);
  const number = (name: FieldName, unit?: string) => {
    const field = fields[name];
    return typeof field?.value === 'number' && (unit === undefined || field.unit === unit)
      ? field.value
      : null;
  };
  const category = text('category');
  const isOpen = known?.remarks.some(({ code }) => code === 'manufacturer_open') ?? false;
  return {
    mpn,
    // Where several manufacturers use the number, it is nobody's.
    manufacturer: known && !isOpen ? known.component.manufacturer : null,
    manufacturers: known
      ? [known.component.manufacturer, ...known.others.map(({ manufacturer }) => manufacturer)]
      : [],
    category: category && rootOf(category),
    subcategory: category,
    package: text('package'),
    resistance: number('resistance'),
    capacitance: number('capacitance'),
    inductance: number('inductance'),
    impedance: number('impedance'),
    tolerance: number('tolerance', '%'),
    voltage: number('voltage_rating'),
    dielectric: text('dielectric'),
    known_by: known && knownBy(known.source),
    step: known?.step ?? null,
    quality_score: known?.component.quality_score ?? null,
    doubt: resolution?.doubt ?? null,
  };
}
export type Description = ReturnType<typeof describeNumber>;
