/** Lines written at random about parts made at random: true ones are silent, and one wrong word is found. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type CheckedLine,
  checkLine,
  type KnownPart,
} from '../../../../shared/assess/contradictions/index.ts';
import type { Statements } from '../../../../shared/parts/finding.ts';
import { partOf } from './part.ts';

const SIZES: readonly (readonly [imperial: string, metric: string])[] = [
  ['0201', '0603'],
  ['0402', '1005'],
  ['0603', '1608'],
  ['0805', '2012'],
  ['1206', '3216'],
];

interface Chip {
  readonly kind: 'capacitor' | 'resistor';
  /** In pF or in ohms. */
  readonly value: number;
  readonly tolerance: number;
  readonly size: (typeof SIZES)[number];
  readonly voltage: number;
  readonly dielectric: string;
}

const E12 = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82];

const chips: fc.Arbitrary<Chip> = fc.record({
  kind: fc.constantFrom('capacitor', 'resistor'),
  value: fc.tuple(fc.constantFrom(...E12), fc.integer({ min: 0, max: 5 })).map(([digits, zeros]) =>
    digits * 10 ** zeros
  ),
  tolerance: fc.constantFrom(1, 5, 10),
  size: fc.constantFrom(...SIZES),
  voltage: fc.constantFrom(6.3, 10, 16, 25, 50),
  dielectric: fc.constantFrom('C0G', 'X7R', 'X5R', 'Y5V'),
});

function knownAs({ kind, value, tolerance, size: [imperial, metric], voltage, dielectric }: Chip): KnownPart {
  const common: Statements = { tolerance, package: `${imperial} (${metric} metric)` };
  return kind === 'resistor' ? partOf({ ...common, category: 'chip_resistor', resistance: value }) : partOf({
    ...common,
    category: 'ceramic_capacitor',
    capacitance: value / 1e12,
    voltage_rating: voltage,
    dielectric,
  });
}

/** Digits of a value below a thousand, and its prefix. */
function scaledBy(value: number, prefixes: readonly string[]): readonly [digits: number, prefix: string] {
  const steps = Math.min(Math.floor(Math.log10(value) / 3), prefixes.length - 1);
  return [Number((value / 1000 ** steps).toPrecision(6)), prefixes[steps]!];
}

/** Notations of a value. */
function valueTexts({ kind, value }: Chip): readonly string[] {
  const [digits, prefix] = scaledBy(value, kind === 'resistor' ? ['R', 'k', 'M'] : ['p', 'n', 'u']);
  const [whole, fraction = ''] = `${digits}`.split('.');
  const within = `${whole}${prefix}${fraction}`;
  if (kind === 'resistor') {
    const ohms = prefix === 'R' ? '' : prefix;
    return [
      within,
      `${digits}${ohms}Ω`,
      `${digits} ${ohms}Ohm`,
      `${digits}${prefix}`.toUpperCase(),
      `${`${digits}`.replace('.', ',')}${prefix}`,
      `${value}`,
    ];
  }
  const [below, belowPrefix] = digits >= 10
    ? [digits / 1000, { p: 'n', n: 'u', u: 'm' }[prefix]!]
    : [digits, prefix];
  const rest = `${below}`.replace('0.', '');
  return [
    within,
    `${digits}${prefix}F`,
    `${digits} ${prefix}F`,
    `${digits}${prefix}F`.toUpperCase(),
    `${`${digits}`.replace('.', ',')}${prefix}F`,
    `${digits}${prefix === 'u' ? 'µ' : prefix}`,
    ...(below < 1 && belowPrefix === 'u' ? [`${below}uF`, `u${rest}`] : []),
  ];
}

function footprintTexts({ kind, size: [imperial, metric] }: Chip): readonly string[] {
  const letter = kind === 'resistor' ? 'R' : 'C';
  return [
    `${letter}_${imperial}_${metric}Metric`,
    `${
      kind === 'resistor' ? 'Resistor' : 'Capacitor'
    }_SMD:${letter}_${imperial}_${metric}Metric_Pad1.18x1.45mm_HandSolder`,
    `${kind === 'resistor' ? 'RES' : 'CAP'}C${metric}X55N`,
    imperial,
    metric,
    `${letter}${imperial}`,
    `${imperial} (${metric} Metric)`,
  ];
}

function descriptionText(chip: Chip): string {
  const { kind, tolerance, size: [imperial], voltage, dielectric } = chip;
  const value = valueTexts(chip)[2]!.toUpperCase();
  return kind === 'resistor'
    ? `RES SMD ${value} ${tolerance}% ${imperial}`
    : `CAP CER ${value} ${voltage}V ${tolerance}% ${dielectric === 'C0G' ? 'NP0' : dielectric} ${imperial}`;
}

/** Extras of a capacitor's value, as in `100nF/16V/X7R`. */
const valueWithAll = (chip: Chip, value: string) =>
  chip.kind === 'resistor'
    ? `${value} ${chip.tolerance}%`
    : `${value}/${chip.voltage}V/${chip.tolerance}%/${chip.dielectric}`;

function lineOf(chip: Chip, pick: number, isLong: boolean): CheckedLine {
  const value = valueTexts(chip)[pick % valueTexts(chip).length]!;
  return {
    mpn: 'PART-1',
    // A bare number cannot be told from its neighbours.
    value: isLong && !/^\d+$/.test(value) ? valueWithAll(chip, value) : value,
    footprint: footprintTexts(chip)[pick % footprintTexts(chip).length]!,
    description: pick % 2 === 0 ? descriptionText(chip) : null,
  };
}

const lines = fc.tuple(chips, fc.nat({ max: 83 }), fc.boolean());

it('says nothing of a line that is right', () => {
  fc.assert(
    fc.property(lines, ([chip, pick, isLong]) => {
      const line = lineOf(chip, pick, isLong);
      expect(checkLine(line, { part: knownAs(chip) }).map(({ sentence }) => sentence), JSON.stringify(line))
        .toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('says nothing loud of a part that is better', () => {
  fc.assert(fc.property(lines, ([chip, pick, isLong]) => {
    const better = { ...chip, voltage: chip.voltage * 2, tolerance: chip.tolerance / 2, dielectric: 'C0G' };
    const loud = checkLine(lineOf(chip, pick, isLong), { part: knownAs(better) })
      .filter(({ severity }) => severity !== 'upgrade');
    expect(loud).toEqual([]);
  }));
});

const other = <T>(list: readonly T[], not: T, by: number): T => {
  const rest = list.filter((one) => one !== not);
  return rest[by % rest.length]!;
};

/** What is wrong with the part of a line, and which check must find it. */
const SPOILED: Readonly<
  Record<string, readonly [check: string, spoil: (chip: Chip, by: number) => Chip | null]>
> = {
  'ten times the value': ['value', (chip) => ({ ...chip, value: chip.value * 10 })],
  'a tenth of the value': ['value', (chip) => chip.value < 100 ? null : { ...chip, value: chip.value / 10 }],
  'the next value': ['value', (chip, by) => {
    const power = 10 ** (`${chip.value}`.length - 2);
    return chip.tolerance > 5 ? null : { ...chip, value: other(E12, chip.value / power, by) * power };
  }],
  'another size': ['chip_size', (chip, by) => ({ ...chip, size: other(SIZES, chip.size, by) })],
  'a worse dielectric': [
    'dielectric',
    (chip) => chip.kind === 'resistor' || chip.dielectric === 'Y5V' ? null : { ...chip, dielectric: 'Y5V' },
  ],
  'less voltage': ['voltage', (chip) => chip.kind === 'resistor' ? null : { ...chip, voltage: 4 }],
  'a worse tolerance': ['tolerance', (chip) => ({ ...chip, tolerance: 20 })],
};

it.each(Object.entries(SPOILED))('finds %s', (_what, [check, spoil]) => {
  fc.assert(fc.property(lines, fc.nat({ max: 50 }), ([chip, pick], by) => {
    const spoiled = spoil(chip, by);
    fc.pre(spoiled !== null);
    const line = { ...lineOf(chip, pick, true), description: null };
    // A bare number of a capacitor says nothing, and a bare size is two sizes.
    fc.pre(!/^[\d.]+$/.test(line.value ?? '') && !/^(?:[RC]?\d{4})$/.test(line.footprint ?? ''));
    const found = checkLine(line, { part: knownAs(spoiled!) }).map((one) => one.check as string);
    expect(found, JSON.stringify({ line, spoiled })).toContain(check);
  }));
});
