/** Resistance, capacitance, inductance and impedance: the value that somebody wrote, against the part's. */
import { isWithin } from '../../../domain/categories.ts';
import type { QuantityName } from '../../../domain/fields.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { mainFieldOf } from '../../../parts/text/readings.ts';
import { readValue } from '../../../parts/text/value.ts';
import { compare, foundIn, type Told, toldBy } from '../compare.ts';
import type { Contradiction } from '../finding.ts';
import { howMuchMore } from '../how-much.ts';
import { type Check, sayingsOf, type Subject } from '../subject.ts';

/** 5k for 4.99k and 2.5k for 2.49k are one value; so is what the asked tolerance allows. */
const ALWAYS = 0.025;
/** Impedances of ferrites are typical values. */
const FERRITE = 0.25;

const UNIT = { resistance: 'ohm', capacitance: 'F', inductance: 'H', impedance: 'ohm' } as const;
type ValueField = keyof typeof UNIT;

export const checkValue: Check = (subject) => {
  const field = mainFieldOf(subject.said.kind);
  if (field === null || !Object.hasOwn(UNIT, field)) return [];
  const name = field as ValueField;
  const show = (value: number) => writeQuantity(value, UNIT[name]);
  const found = withJumper(
    subject,
    foundIn(subject, name, ({ value }) => typeof value === 'number' ? value : null, show),
  );
  const asked = toldBy(subject, name, (reading) => reading.field === name ? reading.value : null, show);
  const slackIn = (where: string) =>
    name === 'impedance' ? FERRITE : Math.max(ALWAYS, askedTolerance(subject, where));
  const apart = compare<number, number>({
    check: 'value',
    field: name,
    asked,
    found,
    asFound: (value) => value,
    judge: (one, other, where) => differs(one, other, slackIn(where)) ? 'error' : 'fine',
    how: howMuchMore,
  }, subject);
  // `104K` is a code where that agrees, and 104 kΩ elsewhere.
  const isRead = asked.get('value')?.some((one) =>
    !one.isOpen || found.some((other) => !differs(one.is, other.is, ALWAYS))
  );
  return apart.length > 0 || isRead ? apart : otherQuantity(subject, name, found);
};

function differs(asked: number, found: number, slack: number): boolean {
  return Math.abs(found - asked) > asked * slack * (1 + 1e-9);
}

/** A jumper has no resistance, whether its manufacturer says so or not. */
function withJumper(
  { part }: Subject,
  found: readonly (Told<number> & { readonly source: string })[],
): readonly (Told<number> & { readonly source: string })[] {
  const category = part?.fields.category;
  if (found.length > 0 || category === undefined || !isWithin(`${category.value}`, 'jumper')) return found;
  return [{ is: 0, text: 'a jumper', source: category.source }];
}

/**
 * The widest tolerance that is asked for beside the value or in a column of its own, as a share. That of a description is
 * the part's that somebody had before.
 */
function askedTolerance({ said, line }: Subject, where: string): number {
  const shares = said.statements.flatMap((statement) =>
    statement.where !== where && !Object.hasOwn(line.columns ?? {}, statement.where)
      ? []
      : statement.readings.flatMap((reading) =>
        reading.field === 'tolerance' && 'unit' in reading && reading.unit === '%' && reading.value <= 20
          ? [reading.value / 100]
          : []
      )
  );
  return Math.max(0, ...shares);
}

/** Which quantities the value of a part can be written in. */
const WRITTEN_IN: Readonly<Record<ValueField, readonly QuantityName[]>> = {
  resistance: ['resistance', 'impedance'],
  capacitance: ['capacitance'],
  inductance: ['inductance', 'impedance', 'resistance'],
  impedance: ['impedance', 'resistance', 'inductance'],
};

/** `100nF` on a part that is a resistor. */
function otherQuantity(
  { line, part }: Subject,
  field: ValueField,
  found: readonly (Told<number> & { readonly source: string })[],
): readonly Contradiction[] {
  const [component] = found;
  const text = line.value ?? '';
  if (part === null || component === undefined) return [];
  const [first] = readValue(text, null).filter((one) =>
    !one.isOpen && text.trim().startsWith(one.text) &&
    one.readings.some((reading) => Object.hasOwn(UNIT, reading.field))
  );
  if (first === undefined) return [];
  const fits = first.readings.some((reading) =>
    (WRITTEN_IN[field] as readonly string[]).includes(reading.field)
  );
  // A point with an `R` is one of pF and µH, too, and a jumper in the place of a part is an option of the board.
  if (fits || /R/i.test(first.text)) return [];
  const [category] = sayingsOf(part, 'category');
  const kind = `${category?.value ?? 'part'}`.replaceAll('_', ' ');
  return [{
    check: 'value',
    severity: 'error',
    field,
    asked: { text: first.text, where: 'value' },
    found: { text: component.text, source: component.source },
    sentence: `The BOM says ${first.text} (value), the part is a ${kind} of ${component.text}.`,
  }];
}
