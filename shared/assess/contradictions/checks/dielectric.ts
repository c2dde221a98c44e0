/** Dielectrics: C0G keeps its capacitance, X7R loses some, Y5V most of it. */
import { dielectricGrade, dielectricName } from '../../../parts/text/dielectric.ts';
import { compare, foundIn, toldBy, type Verdict } from '../compare.ts';
import { type Check, sayingsOf, type Subject } from '../subject.ts';

export const checkDielectric: Check = (subject) => {
  if (subject.said.kind !== 'capacitor') return [];
  const isStrict = isAutomotive(subject);
  return compare<string, string>({
    check: 'dielectric',
    field: 'dielectric',
    asked: toldBy(
      subject,
      'dielectric',
      (reading) => typeof reading.value === 'string' ? reading.value : null,
      (is) => is,
    ),
    found: foundIn(subject, 'dielectric', ({ value }) => dielectricName(`${value}`), (is) => is),
    asFound: (is) => is,
    judge: (asked, found) => judge(asked, found, isStrict),
    how: (_asked, _found, verdict) => verdict === 'upgrade' ? 'better than asked' : 'worse than asked',
  }, subject);
};

function judge(asked: string, found: string, isStrict: boolean): Verdict {
  const [wanted, has] = [dielectricGrade(asked), dielectricGrade(found)];
  if (asked === found) return 'fine';
  if (wanted === null || has === null) return null;
  if (has.class !== wanted.class) return has.class > wanted.class ? 'error' : 'upgrade';
  if (has.rank === wanted.rank) return 'fine';
  if (has.rank > wanted.rank) return 'upgrade';
  return isStrict && wanted.class === 2 ? 'error' : 'warning';
}

/** Whether the series or the BOM says that the part is for cars, where 125 °C are asked for. */
function isAutomotive({ line, part }: Subject): boolean {
  const texts = [line.value, line.description, ...Object.values(line.columns ?? {})];
  return sayingsOf(part, 'qualification').some(({ value }) => /AEC/i.test(`${value}`)) ||
    texts.some((text) => /automotive|AEC-?Q|kfz/i.test(text ?? ''));
}
