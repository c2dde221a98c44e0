/** What is recognised of real lines, and whether it agrees with what others say of the same parts. */
import { requiredFields } from '../../../shared/assess/quality.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { agreesWith, resolveManufacturer } from '../../../shared/parts/manufacturers.ts';
import { cleanPartNumber } from '../../../shared/parts/part-number.ts';
import { kindOfCategory, kindOfText } from '../../../shared/parts/text/kind.ts';
import { statedFields } from '../../../shared/parts/text/stated-fields.ts';
import { readValue } from '../../../shared/parts/text/value.ts';
import type { Figure } from '../figure.ts';
import type { IndependentRow, RealLine } from './data.ts';
import { describeNumber } from './describe.ts';

const L1 = 0.7;
const L2 = 0.55;
const CHECKABLE = 600;
/** A value written with three digits. */
const ROUNDED = 0.01;

/** Kinds of parts that words name alike. */
const PASSIVES = ['resistor', 'capacitor', 'inductor', 'ferrite', 'timing'];

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const sample = (texts: readonly string[]) => texts.length === 0 ? '' : `: ${texts.slice(0, 8).join(' · ')}`;

/** Lines with a part number: those without one are counted by who proposes parts for values. */
export function scoreLines(lines: readonly RealLine[]): Figure[] {
  const asked = lines.filter(({ mpn }) => mpn !== undefined && cleanPartNumber(mpn) !== null);
  let [recognised, whole] = [0, 0];
  const wrong: string[] = [];
  const unknown: string[] = [];
  for (const { mpn = '', manufacturer = '' } of asked) {
    const resolution = resolvePart({ mpn, manufacturer: manufacturer || null });
    const fields = resolution?.doubt === null ? resolution.component.fields : {};
    if (fields.category === undefined) {
      unknown.push(mpn);
      continue;
    }
    if (resolution?.remarks.some(({ code }) => code === 'manufacturer_contradicted')) {
      wrong.push(`${mpn} (${manufacturer})`);
      continue;
    }
    recognised += 1;
    if (requiredFields(fields).every((name) => fields[name] !== undefined)) whole += 1;
  }
  // What is not placed, and what has nothing but a distributor's number, says no value.
  const wordy = lines.filter(({ mpn, value, designators, dnp }) =>
    cleanPartNumber(mpn ?? '') === null && value && dnp !== '1' && /^[RCL]\d/.test(designators ?? '')
  );
  const told = wordy.filter((line) => {
    const designators = (line.designators ?? '').split(',');
    const fields = statedFields({
      value: line.value ?? null,
      footprint: line.footprint ?? null,
      description: line.description ?? null,
      designators,
    });
    const hasValue = [fields.resistance, fields.capacitance, fields.inductance, fields.impedance].some(
      Boolean,
    );
    return hasValue && fields.category !== undefined && fields.package !== undefined;
  });
  return [
    {
      figure:
        'L1: lines with a number whose manufacturer and kind are known, less those whose manufacturer contradicts',
      value: `${
        percent(recognised - wrong.length, asked.length)
      } of ${asked.length}, ${wrong.length} contradict${sample(wrong)}`,
      target: `≥ ${Math.round(100 * L1)} %`,
      met: recognised - wrong.length >= L1 * asked.length,
    },
    {
      figure: 'L2: of which all required fields are known',
      value: percent(whole, asked.length),
      target: `≥ ${Math.round(100 * L2)} %`,
      met: whole >= L2 * asked.length,
    },
    {
      figure: 'lines without a number whose designator is R, C or L, and whose value, size and kind are read',
      value: `${percent(told.length, wordy.length)} of ${wordy.length}${
        sample(
          wordy.filter((line) => !told.includes(line)).map(({ value, footprint }) => `${value} ${footprint}`),
        )
      }`,
      target: '≥ 90 %',
      met: null,
    },
    {
      figure: 'numbers that nobody knows',
      value: `${unknown.length}${sample(unknown)}`,
      target: '',
      met: null,
    },
  ];
}

/** A part that others describe too: manufacturer, kind and value have to agree. */
export function scoreAgainst(rows: readonly IndependentRow[]): Figure[] {
  const read = rows.map((row) => ({ row, said: describeNumber(row.mpn) })).filter(({ said }) =>
    said.known_by
  );
  const manufacturers = read.filter(({ row, said }) =>
    said.manufacturer && resolveManufacturer(row.manufacturer)
  );
  const otherManufacturer = manufacturers.filter(({ row, said }) =>
    !agreesWith(row.manufacturer, said.manufacturer!)
  );
  const kinds = read.flatMap(({ row, said }) => {
    const [ours, theirs] = [
      kindOfCategory(said.subcategory ?? undefined),
      kindOfText(`${row.kind} ${row.description}`),
    ];
    // Lists say `LED driver` of circuits, and `USB connector` of what sits behind one.
    const isTold = PASSIVES.includes(String(ours)) && PASSIVES.includes(String(theirs));
    return isTold ? [{ row, said, isSame: ours === theirs }] : [];
  });
  const values = read.flatMap(({ row, said }) =>
    valuesOf(row, said).map((isSame) => ({ row, said, isSame }))
  );
  const other = values.filter(({ isSame }) => !isSame);
  return [
    {
      figure: 'independent parts that are read',
      value: `${read.length} of ${rows.length}`,
      target: '',
      met: null,
    },
    {
      figure: 'manufacturers of them that others call otherwise',
      value: `${otherManufacturer.length} of ${manufacturers.length}${
        sample(otherManufacturer.map(({ row, said }) =>
          `${row.mpn}: ${said.manufacturer}, not ${row.manufacturer}`
        ))
      }`,
      target: '',
      met: null,
    },
    {
      figure: 'kinds of parts that others call otherwise',
      value: `${kinds.filter(({ isSame }) => !isSame).length} of ${kinds.length}${
        sample(
          kinds.filter(({ isSame }) => !isSame).map(({ row, said }) =>
            `${row.mpn}: ${said.subcategory}, not ${row.kind}`
          ),
        )
      }`,
      target: '',
      met: null,
    },
    {
      figure: 'values that others state otherwise, of those that can be compared',
      value: `${other.length} of ${values.length}${
        sample(other.map(({ row }) => `${row.mpn}: ${row.description}`))
      }`,
      target: `n ≥ ${CHECKABLE}`,
      met: values.length >= CHECKABLE ? null : false,
    },
  ];
}

/** For each main quantity that both state: whether they agree. */
function valuesOf(row: IndependentRow, said: ReturnType<typeof describeNumber>): boolean[] {
  const kind = kindOfCategory(said.subcategory ?? undefined);
  // `0201 Chip Resistor` does not have 201 ohms.
  const stated = readValue(row.description, kind).filter(({ text }) => !/^[\d.,]+$/.test(text))
    .flatMap(({ readings }) => readings);
  return (['resistance', 'capacitance', 'inductance', 'impedance'] as const).flatMap((name) => {
    const ours = said[name];
    const theirs = stated.flatMap((reading) =>
      reading.field === name && typeof reading.value === 'number' ? [reading.value] : []
    );
    if (ours === null || theirs.length === 0) return [];
    return [theirs.some((value) => Math.abs(value - ours) <= ROUNDED * Math.max(value, ours))];
  });
}
