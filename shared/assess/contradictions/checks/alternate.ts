/** A line's alternates against its first choice. */
import { isWithin } from '../../../domain/categories.ts';
import type { ComponentFields } from '../../../domain/component.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { dielectricGrade } from '../../../parts/text/dielectric.ts';
import { readFootprint } from '../../../parts/text/footprint.ts';
import { kindOfCategory } from '../../../parts/text/kind.ts';
import { mainFieldOf } from '../../../parts/text/readings.ts';
import type { Contradiction, Severity } from '../finding.ts';
import { howMuchMore } from '../how-much.ts';
import { type Check, type KnownPart, sayingsOf } from '../subject.ts';

export const checkAlternates: Check = ({ part, alternates }) =>
  part === null
    ? []
    : alternates.flatMap((other) => other === null ? [] : againstFirst(part, other).slice(0, 1));

function againstFirst(first: KnownPart, other: KnownPart): readonly Contradiction[] {
  const [a, b] = [`${first.fields.category?.value ?? ''}`, `${other.fields.category?.value ?? ''}`];
  const [kind, otherKind] = [kindOfCategory(a || undefined), kindOfCategory(b || undefined)];
  // A jumper beside a diode is an option of the board, and so is a ferrite in the place of a coil.
  if (kind === null || kind !== otherKind || (kind === 'other' && !isWithin(a, b) && !isWithin(b, a))) {
    return [];
  }
  const say = (
    severity: Severity,
    field: Contradiction['field'],
    asked: string,
    found: string,
    how: string,
  ): Contradiction => ({
    check: 'alternate',
    severity,
    field,
    asked: { text: asked, where: 'part number' },
    found: { text: found, source: sayingsOf(other, field as 'package')[0]?.source ?? 'bom' },
    sentence: `The alternate ${other.mpn} is ${found}, the first choice ${first.mpn} is ${asked}${
      how === '' ? '' : `: ${how}`
    }.`,
  });
  const out: Contradiction[] = [];
  const main = mainFieldOf(kind);
  const value = (fields: ComponentFields, name: keyof ComponentFields) => {
    const said = fields[name];
    return typeof said?.value === 'number' ? { is: said.value, unit: said.unit } : null;
  };
  if (main !== null) {
    const [one, two] = [value(first.fields, main), value(other.fields, main)];
    const slack = main === 'impedance' ? 0.25 : 0.025;
    if (one && two && (one.is === 0 ? two.is !== 0 : Math.abs(two.is - one.is) > slack * one.is)) {
      out.push(
        say(
          'error',
          main,
          writeQuantity(one.is, one.unit),
          writeQuantity(two.is, two.unit),
          howMuchMore(one.is, two.is),
        ),
      );
    }
  }
  out.push(...packages(first, other, say));
  for (
    const [name, isMoreBetter] of [['voltage_rating', true], ['power_rating', true], [
      'tolerance',
      false,
    ]] as const
  ) {
    if (name === 'voltage_rating' && kind !== 'capacitor') continue;
    const [one, two] = [value(first.fields, name), value(other.fields, name)];
    if (!one || !two || one.unit !== two.unit || Math.abs(two.is - one.is) <= 0.05 * one.is) continue;
    const isBetter = (two.is > one.is) === isMoreBetter;
    out.push(
      say(
        isBetter ? 'upgrade' : 'warning',
        name,
        writeQuantity(one.is, one.unit),
        writeQuantity(two.is, two.unit),
        isBetter ? 'better' : 'weaker',
      ),
    );
  }
  const [x, y] = [first.fields.dielectric?.value, other.fields.dielectric?.value].map((text) =>
    text === undefined ? null : dielectricGrade(`${text}`)
  );
  if (x && y && (x.class !== y.class || x.rank !== y.rank)) {
    const isBetter = y.class < x.class || (y.class === x.class && y.rank > x.rank);
    out.push(
      say(
        isBetter ? 'upgrade' : 'warning',
        'dielectric',
        `${first.fields.dielectric!.value}`,
        `${other.fields.dielectric!.value}`,
        isBetter ? 'better' : 'weaker',
      ),
    );
  }
  const order: readonly Severity[] = ['error', 'warning', 'upgrade'];
  return out.toSorted((p, q) => order.indexOf(p.severity) - order.indexOf(q.severity));
}

function packages(
  first: KnownPart,
  other: KnownPart,
  say: (
    severity: Severity,
    field: Contradiction['field'],
    asked: string,
    found: string,
    how: string,
  ) => Contradiction,
): readonly Contradiction[] {
  const [one, two] = [first.fields.package?.value, other.fields.package?.value];
  if (one === undefined || two === undefined) return [];
  const [a, b] = [readFootprint(`${one}`), readFootprint(`${two}`)];
  const isOtherSize = a.sizes.length > 0 && b.sizes.length > 0 &&
    !a.sizes.some((size) => b.sizes.includes(size));
  const arePinsOther = a.pins.length > 0 && b.pins.length > 0 && !a.isPinsImplied && !b.isPinsImplied &&
    !a.pins.some((pins) =>
      b.pins.some((others) =>
        Math.abs(pins - others) <=
          (a.hasExposedPad || b.hasExposedPad || a.families.includes('no-lead') ? 1 : 0)
      )
    );
  if (isOtherSize) return [say('error', 'package', `${one}`, `${two}`, 'another size')];
  if (a.mounting !== null && b.mounting !== null && a.mounting !== b.mounting) {
    const how = b.mounting === 'smd' ? 'for surface mounting' : 'through-hole';
    return [say('error', 'package', `${one}`, `${two}`, how)];
  }
  return arePinsOther ? [say('error', 'package', `${one}`, `${two}`, 'another number of pins')] : [];
}
