/** Packages of ICs and discretes: pins, how they are mounted, family, body and pitch. */
import { isWithin } from '../../../domain/categories.ts';
import { sizeInWords } from '../../../parts/text/chip-sizes.ts';
import { areOtherFamilies, type Footprint, readFootprint } from '../../../parts/text/footprint.ts';
import type { StatedFootprint } from '../../../parts/text/line.ts';
import { bodiesApart, isOneBody } from '../bodies.ts';
import { compare, type Told, type Verdict } from '../compare.ts';
import { type Check, sayingsOf, type Subject } from '../subject.ts';

/** Whose packages have names with numbers of pins. Connectors have a check of their own. */
const PACKAGED = [
  'diode',
  'led',
  'transistor',
  'thyristor',
  'optocoupler',
  'integrated_circuit',
  'crystal',
  'oscillator',
  'resonator',
];
/** Of which only the mounting is compared. */
const MOUNTED = [
  'resistor',
  'capacitor',
  'inductor',
  'ferrite_bead',
  'fuse',
  'varistor',
  'switch',
  'connector',
];

/** Families with a tab or a pad that some count as a pin; of a grid of balls one may be missing, or the name be one off. */
const WITH_TAB = /^(?:no-lead|BGA|SOT-89|SOT-223|TO-252|TO-263)$/;

/** In mm: bodies are rounded, and drawn to their largest size. */
const SAME_SIDE = 0.35;

export const checkPackage: Check = (subject) => {
  const category = `${sayingsOf(subject.part, 'category')[0]?.value ?? ''}`;
  // Of a part that nobody knows the BOM's own words are compared, if they are of no passive.
  const isPassive = ['resistor', 'capacitor', 'inductor', 'ferrite'].includes(`${subject.said.kind}`);
  const isUnknown = subject.part === null && !isPassive && subject.said.kind !== 'connector';
  // Of an unknown passive only the bodies are: `RES 10k 0603` on a SOT-23.
  const isUnknownPassive = subject.part === null && isPassive;
  const isPackaged = isUnknown || PACKAGED.some((general) => isWithin(category, general));
  const isAnyones = isAnybodys(subject, category);
  if (!isPackaged && !isUnknownPassive && !MOUNTED.some((general) => isWithin(category, general))) return [];
  const asked = new Map<string, readonly Told<StatedFootprint>[]>();
  for (const footprint of subject.said.footprints) {
    if (isUnknown && footprint.families.length === 0 || !saysSomething(footprint)) continue;
    asked.set(footprint.where, [...asked.get(footprint.where) ?? [], {
      is: footprint,
      text: shown(footprint),
    }]);
  }
  const pitch = sayingsOf(subject.part, 'pitch')[0]?.value;
  return compare<StatedFootprint, Footprint>({
    check: 'package',
    field: 'package',
    asked,
    found: sayingsOf(subject.part, 'package').map(({ value, source }) => {
      const is = readFootprint(`${value}`);
      // A supplier's `SOT-23` may have five pins.
      const isPinsImplied = is.isPinsImplied && source.startsWith('supplier:');
      return {
        is: { ...is, isPinsImplied, pitch: is.pitch ?? (typeof pitch === 'number' ? pitch : null) },
        text: `${value}`,
        source,
      };
    }),
    asFound: (footprint) => footprint,
    judge: (one, other) => {
      if (isUnknownPassive) return bodiesApart(one, other, `${subject.said.kind}`);
      const [verdict] = difference(one, other, isPackaged, category);
      if (!isAnyones) return verdict;
      // Others make it in other packages: that the one that was taken does not go onto the footprint has to be asked.
      return isMountedOtherwise(one, other) || one.isName && bodiesApart(one, other, category) === 'error'
        ? 'warning'
        : null;
    },
    how: (one, other) => isUnknownPassive ? 'another body' : difference(one, other, isPackaged, category)[1],
  }, subject);
};

/** Discretes that many make under one number, each in a package of its own choice: `SS34` and `S8050`, where the BOM names nobody. */
function isAnybodys({ line, part }: Subject, category: string): boolean {
  const isDiscrete = ['diode', 'transistor', 'thyristor'].some((general) => isWithin(category, general));
  return isDiscrete && !line.manufacturer && /^[A-Z0-9.]{1,8}$/i.test(part?.mpn ?? '');
}

/** Whether two packages, by their names, cannot stand for each other: other pins, mounting, family or body. */
export function areOtherPackages(one: string, other: string): boolean {
  const asked = { ...readFootprint(withPlainLeads(one)), where: 'footprint', isName: true } as const;
  const [verdict] = difference(asked, readFootprint(withPlainLeads(other)), true, '');
  return verdict === 'error' || verdict === 'warning';
}

/** Flat leads stand on the pads of bent ones: `SOD-323F`. */
const withPlainLeads = (name: string) => name.replace(/^(SO[DT]-\d+)F\b/i, '$1');

/** Whether what a line says of its package is this one, and nothing that it says is another. */
export function fitsPackage(said: readonly StatedFootprint[], name: string): boolean {
  const found = readFootprint(name);
  const verdicts = said.map((footprint) => difference(footprint, found, true, '')[0]);
  return verdicts.includes('fine') &&
    !verdicts.some((verdict) => verdict === 'error' || verdict === 'warning');
}

/** Prose and values are no packages: `10k` says nothing of one. */
function saysSomething(
  { isName, sizes, families, pins, mounting, body, width, pitch }: StatedFootprint,
): boolean {
  return isName || [sizes, families, pins].some((said) => said.length > 0) ||
    [mounting, body, width, pitch].some((said) => said !== null);
}

/** A footprint by its name, prose by what was read in it. */
function shown({ isName, text, sizes, families, pins, mounting, body, pitch }: StatedFootprint): string {
  if (isName && text.length <= 80) return text;
  const name = families.length > 0
    ? families.join(' or ')
    : sizes.length > 0
    ? sizeInWords(sizes[0]!)
    : mounting !== null
    ? mounting === 'smd' ? 'surface mount' : 'through hole'
    : body !== null
    ? `${body.join(' x ')} mm`
    : null;
  const count = pins.length > 0 ? `${pins.join(' or ')} pins` : null;
  if (name !== null) return count === null ? name : `${name} with ${count}`;
  return count ?? (pitch === null ? text : `a pitch of ${pitch} mm`);
}

/** Families and pins that agree are surer than a word such as `SMD`. */
function isMountedOtherwise(asked: StatedFootprint, found: Footprint): boolean {
  return asked.mounting !== null && found.mounting !== null && asked.mounting !== found.mounting &&
    !(asked.families.length > 0 && found.families.length > 0 && !areOtherFamilies(asked, found)) &&
    (asked.isName || asked.families.length > 0);
}

function difference(
  asked: StatedFootprint,
  found: Footprint,
  isPackaged: boolean,
  category: string,
): [Verdict, string] {
  const pins = isPackaged && arePinsOther(asked, found);
  if (isMountedOtherwise(asked, found)) {
    return [
      'error',
      asked.mounting === 'smd' ? 'the part is through-hole' : 'the part is for surface mounting',
    ];
  }
  if (pins) return ['error', 'another number of pins'];
  const apart = asked.isName ? bodiesApart(asked, found, category) : null;
  if (apart !== null) return [apart, 'another body'];
  if (!isPackaged) return [isOneBody(asked, found) ? 'fine' : null, ''];
  if (areOtherFamilies(asked, found)) return ['warning', 'another body'];
  if (areBodiesOther(asked, found)) return ['warning', 'another size of body'];
  if (asked.pitch !== null && found.pitch !== null && Math.abs(asked.pitch - found.pitch) > 0.03) {
    return ['warning', 'another pitch'];
  }
  const isComparable = asked.families.length > 0 && found.families.length > 0 ||
    asked.pins.length > 0 && found.pins.length > 0;
  return [isComparable ? 'fine' : null, ''];
}

function arePinsOther(asked: StatedFootprint, found: Footprint): boolean {
  const askedPins = pinsOf(asked);
  const foundPins = pinsOf(found);
  if (askedPins.length === 0 || foundPins.length === 0) return false;
  // `SOT-23` in prose stands for the family.
  if ((asked.isPinsImplied && !asked.isName) || (found.isPinsImplied && !areOtherFamilies(asked, found))) {
    return false;
  }
  const hasTab = [...asked.families, ...found.families].some((family) => WITH_TAB.test(family));
  const slack = asked.hasExposedPad || found.hasExposedPad || hasTab ? 1 : 0;
  return !askedPins.some((one) => foundPins.some((other) => Math.abs(one - other) <= slack));
}

/** A chip has two terminals. */
function pinsOf(footprint: Footprint | StatedFootprint): readonly number[] {
  if (footprint.pins.length > 0) return footprint.pins;
  const isTagged = footprint.sizes.length === 1 && footprint.families.length === 0 && footprint.body === null;
  return isTagged && /METRIC|^[RCL]\d{4}/i.test(footprint.text) ? [2] : [];
}

function areBodiesOther(asked: Footprint, found: Footprint): boolean {
  const width = found.width ?? asked.width;
  const body = found.width === null ? found.body : asked.body;
  if (width !== null && body !== null && (found.body === null || asked.body === null)) {
    return !body.some((side) => Math.abs(side - width) <= SAME_SIDE);
  }
  if (asked.width !== null && found.width !== null) return Math.abs(asked.width - found.width) > SAME_SIDE;
  if (asked.body === null || found.body === null) return false;
  const [a, b] = [asked.body, found.body];
  const isSame = (one: readonly [number, number], other: readonly [number, number]) =>
    one.every((side, i) => Math.abs(side - other[i]!) <= SAME_SIDE);
  if (isSame(a, b)) return false;
  const hasLeads = ![...asked.families, ...found.families].some((family) =>
    family === 'no-lead' || family === 'BGA'
  );
  return !hasLeads || !isWithLeads(a, b) && !isWithLeads(b, a);
}

/** Whether one is the body and the other is measured over the leads, at two sides or at all four. */
function isWithLeads(over: readonly [number, number], body: readonly [number, number]): boolean {
  const isLead = (more: number) => more >= 0.8 && more <= 3;
  const orders: readonly (readonly [number, number])[] = [over, [over[1], over[0]]];
  return orders.some(([x, y]) => {
    const [dx, dy] = [x - body[0], y - body[1]];
    return isLead(dx) && (isLead(dy) || Math.abs(dy) <= SAME_SIDE) || isLead(dy) && Math.abs(dx) <= SAME_SIDE;
  });
}
