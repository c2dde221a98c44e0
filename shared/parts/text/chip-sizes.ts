/** Sizes of chip parts: inches and millimetres use the same digits, so a bare `0603` is two sizes. */

/** Imperial names and the metric ones that people use for each. */
const METRIC: Readonly<Record<string, readonly string[]>> = {
  '008004': ['0201'],
  '01005': ['0402'],
  '0201': ['0603'],
  '0202': [],
  '0204': ['0510'],
  '0302': ['0806'],
  '0303': ['0808'],
  '0306': ['0816'],
  '0402': ['1005', '1006'],
  '0404': ['1010'],
  '0406': ['1016'],
  '0504': ['1410', '1210'],
  '0505': ['1414'],
  '0508': ['1220'],
  '0510': ['1225'],
  '0602': ['1605'],
  '0603': ['1608'],
  '0606': ['1616'],
  '0612': ['1632', '1630'],
  '0804': ['2010'],
  '0805': ['2012', '2013', '2125'],
  '0806': ['2016'],
  '0815': ['2037'],
  '0830': ['2075'],
  '1008': ['2520'],
  '1020': ['2550'],
  '1111': ['2828'],
  '1206': ['3216'],
  // Some call the B case of tantalum capacitors 1210 and others 1411.
  '1210': ['3225', '3528'],
  '1218': ['3246', '3248'],
  '1225': ['3264', '3263'],
  '1410': ['3525'],
  '1411': ['3528'],
  '1506': ['3816'],
  '1606': ['4016'],
  '1612': ['4032'],
  '1806': ['4516', '4616'],
  '1808': ['4520'],
  '1812': ['4532'],
  '1825': ['4564'],
  '2010': ['5025'],
  '2211': ['5728'],
  '2220': ['5750'],
  '2225': ['5664', '5763'],
  '2312': ['6032'],
  '2512': ['6332', '6432', '6330'],
  '2728': ['6970', '7070'],
  '2816': ['7142'],
  '2917': ['7343'],
  '2924': ['7360', '7361'],
  '4527': [],
};

const METRIC_TO_IMPERIAL = new Map<string, readonly string[]>();
for (const [imperial, metrics] of Object.entries(METRIC)) {
  for (const metric of metrics) {
    METRIC_TO_IMPERIAL.set(metric, [...METRIC_TO_IMPERIAL.get(metric) ?? [], imperial]);
  }
}

/** Cases of tantalum capacitors, by the letters that nearly all manufacturers use. Cases that differ in height are one size. */
export const TANTALUM_CASES: Readonly<Record<string, readonly string[]>> = {
  A: ['1206'],
  B: ['1411', '1210'],
  C: ['2312'],
  D: ['2917'],
  E: ['2917'],
  P: ['0805'],
  R: ['0805'],
  S: ['1206'],
  T: ['1411', '1210'],
  U: ['2312'],
  V: ['2917'],
  W: ['2917'],
  X: ['2917'],
};

/** Arrays of chips, by the number of elements and the size of each. */
const ARRAYS: Readonly<Record<string, string>> = {
  '2x0201': '0302',
  '4x0201': '0602',
  '2x0402': '0404',
  '4x0402': '0804',
  '8x0402': '1506',
  '2x0603': '0606',
  '4x0603': '1206',
  '8x0602': '1606',
};

/** Sizes whose terminals are on the long sides, and the same body with them on the short sides. */
const WIDE: Readonly<Record<string, string>> = {
  '0204': '0402',
  '0306': '0603',
  '0508': '0805',
  '0612': '1206',
  '1020': '2010',
  '1225': '2512',
};

/** The sizes, by their imperial names, that digits can stand for; `as` where the text says in which system they are. */
export function sizesNamed(digits: string, as: 'imperial' | 'metric' | null = null): readonly string[] {
  const imperial = as !== 'metric' && Object.hasOwn(METRIC, digits) ? [digits] : [];
  const metric = as !== 'imperial' ? METRIC_TO_IMPERIAL.get(digits) ?? [] : [];
  return [...imperial, ...metric];
}

/** The size of an array of `count` elements, which has a name of its own; as it is where it has none. */
export function arraySize(count: string, size: string): string {
  const name = `${count}x${size}`;
  return ARRAYS[name] ?? name;
}

/** Whether one size is the other with its terminals on the long sides. */
export function isWideTwin(a: string, b: string): boolean {
  return WIDE[a] === b || WIDE[b] === a;
}

/** A size in both systems, such as `0603 (1608 metric)`. */
export function sizeInWords(imperial: string): string {
  const metric = METRIC[imperial]?.[0];
  return metric === undefined ? imperial : `${imperial} (${metric} metric)`;
}

/** The longer side of a size, in mm; null where nobody has a metric name for it. */
export function lengthOf(imperial: string): number | null {
  const metric = METRIC[imperial]?.[0];
  return metric === undefined ? null : Math.max(Number(metric.slice(0, 2)), Number(metric.slice(2))) / 10;
}
