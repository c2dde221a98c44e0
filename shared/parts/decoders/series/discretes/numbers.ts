/**
 * Discretes have numbers that are given, not composed: a table lists those there are, in groups that share what is said
 * of them, and the manufacturer's codes of packing and finish that may follow.
 */
import type { Statements } from '../../../finding.ts';
import { searchKey } from '../../../part-number.ts';
import type { CodeSegment, Segment } from '../../table.ts';

/** Numbers as their manufacturer spells them, and what is said of each. */
export type Numbers = Readonly<Record<string, Statements>>;

const KINDS = {
  diode: ['diode', 'Diode'],
  switching: ['switching_diode', 'Switching diode'],
  switchingPair: ['switching_diode', 'Dual switching diode'],
  rectifier: ['rectifier', 'Rectifier'],
  fast: ['rectifier', 'Fast recovery rectifier'],
  schottky: ['schottky_diode', 'Schottky diode'],
  schottkyPair: ['schottky_diode', 'Dual Schottky diode'],
  zener: ['zener_diode', 'Zener diode'],
  zenerPair: ['zener_diode', 'Dual Zener diode'],
  tvs: ['tvs_diode', 'TVS diode'],
  esd: ['esd_protection', 'ESD protection'],
  bridge: ['bridge_rectifier', 'Bridge rectifier'],
  npn: ['bipolar_transistor', 'NPN transistor'],
  pnp: ['bipolar_transistor', 'PNP transistor'],
  npnPair: ['bipolar_transistor', 'Dual NPN transistor'],
  pnpPair: ['bipolar_transistor', 'Dual PNP transistor'],
  npnPnp: ['bipolar_transistor', 'NPN and PNP transistor'],
  npnDarlington: ['bipolar_transistor', 'NPN Darlington transistor'],
  pnpDarlington: ['bipolar_transistor', 'PNP Darlington transistor'],
  npnDigital: ['bipolar_transistor', 'NPN transistor with bias resistors'],
  pnpDigital: ['bipolar_transistor', 'PNP transistor with bias resistors'],
  npnDigitalPair: ['bipolar_transistor', 'Dual NPN transistor with bias resistors'],
  pnpDigitalPair: ['bipolar_transistor', 'Dual PNP transistor with bias resistors'],
  digitalPair: ['bipolar_transistor', 'NPN and PNP transistor with bias resistors'],
  nmos: ['mosfet', 'N-channel MOSFET'],
  pmos: ['mosfet', 'P-channel MOSFET'],
  nmosPair: ['mosfet', 'Dual N-channel MOSFET'],
  pmosPair: ['mosfet', 'Dual P-channel MOSFET'],
  complementary: ['mosfet', 'N- and P-channel MOSFET'],
  njfet: ['jfet', 'N-channel JFET'],
  pjfet: ['jfet', 'P-channel JFET'],
  igbt: ['igbt', 'IGBT'],
  triac: ['thyristor', 'Triac'],
  scr: ['thyristor', 'Silicon controlled rectifier'],
  optocoupler: ['optocoupler', 'Optocoupler'],
  led: ['led', 'LED'],
} as const satisfies Record<
  string,
  readonly [category: NonNullable<Statements['category']>, description: string]
>;

type Kind = keyof typeof KINDS;

/** Package names that stand in many tables. */
export const SMA = 'DO-214AC (SMA)';
export const SMB = 'DO-214AA (SMB)';
export const SMC = 'DO-214AB (SMC)';
export const DPAK = 'TO-252 (DPAK)';
export const D2PAK = 'TO-263 (D2PAK)';
export const AEC_Q101 = { qualification: 'AEC-Q101' } as const;

/**
 * Numbers of one kind in one package (null where it differs), separated by spaces. `NUMBER=40/1` has its voltage and
 * current: of a Zener or TVS diode the one it keeps or stands off, of others the most it stands.
 */
export function of(kind: Kind, pack: string | null, list: string, more: Statements = {}): Numbers {
  const [category, description] = KINDS[kind];
  const keeps = category === 'zener_diode' || category === 'tvs_diode' || category === 'esd_protection';
  // One for all that say no values: most of the lists, and of what an isolate makes when it starts.
  const plain: Statements = { category, description, ...(pack === null ? {} : { package: pack }), ...more };
  const numbers: Record<string, Statements> = {};
  for (const item of list.trim().split(/\s+/)) {
    const [number = '', values = ''] = item.split('=');
    const [volts, amps] = values.split('/').map((value) => value === '' ? undefined : Number(value));
    numbers[number] = volts === undefined && amps === undefined ? plain : {
      ...plain,
      ...(volts === undefined ? {} : { [keeps ? 'nominal_voltage' : 'voltage_rating']: volts }),
      ...(amps === undefined ? {} : { current_rating: amps }),
      ...more,
    };
  }
  return numbers;
}

/** Numbers as `of` has them that are each a stem with one of these ends. */
export function each(
  kind: Kind,
  pack: string | null,
  stems: string,
  ends: readonly string[],
  more: Statements = {},
): Numbers {
  return of(
    kind,
    pack,
    stems.trim().split(/\s+/).flatMap((stem) => ends.map((end) => stem + end)).join(' '),
    more,
  );
}

/** What `all` says of the numbers in `list`. Throws for a number that it lacks. */
export function pick(all: Numbers, list: string): Numbers {
  return Object.fromEntries(
    list.trim().split(/\s+/).map((number) => {
      const said = all[number];
      if (said === undefined) throw new RangeError(`nothing is said of ${number}`);
      return [number, said];
    }),
  );
}

/** Spelled codes as a segment. */
export function segment(name: string, ...groups: readonly Numbers[]): CodeSegment {
  const codes: Record<string, Statements> = {};
  const spelt: Record<string, string> = {};
  for (const [number, said] of groups.flatMap((group) => Object.entries(group))) {
    // Most are their own keys, and there are tens of thousands of them.
    const key = /^[A-Z0-9]*$/.test(number) ? number : searchKey(number);
    codes[key] = said;
    if (key !== number) spelt[key] = number;
  }
  return { name, codes, spelt };
}

/** The numbers of these groups, each with one of these ends or, unless `always`, bare. */
export function form(
  suffixes: Numbers,
  groups: readonly Numbers[],
  always: 'always' | 'or bare' = 'or bare',
): readonly Segment[] {
  return [segment('number', ...groups), segment('suffix', always === 'always' ? {} : { '': {} }, suffixes)];
}

export const REEL = { packaging: 'tape and reel' } as const;
export const REEL_7 = { packaging: 'tape on 7 inch reel' } as const;
export const REEL_13 = { packaging: 'tape on 13 inch reel' } as const;
export const AMMO = { packaging: 'ammo pack' } as const;
export const TUBE = { packaging: 'tube' } as const;
export const BULK = { packaging: 'bulk' } as const;

/** Ends that all say the same, separated by spaces. */
export function ends(list: string, said: Statements = {}): Numbers {
  return Object.fromEntries(list.trim().split(/\s+/).map((end) => [end, said]));
}

/** Voltages as they stand in the numbers of Zener diodes: `3V3`, `10`. */
export function volts(list: string): readonly string[] {
  return list.trim().split(/\s+/).map((code) => `${code}=${code.replace('V', '.')}`);
}

const E24 =
  '2V4 2V7 3V0 3V3 3V6 3V9 4V3 4V7 5V1 5V6 6V2 6V8 7V5 8V2 9V1 10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51';

/** Those of nearly every series of small Zener diodes, and those up to 75 V. */
export const ZENER_VOLTS = volts(E24);
export const ZENER_VOLTS_75 = volts(`${E24} 56 62 68 75`);

/** JEDEC's Zener diodes have running numbers: `first` and those after it, of these voltages in turn. */
export function running(first: number, voltages: string, end = ''): readonly string[] {
  return voltages.trim().split(/\s+/).map((voltage, i) => `${first + i}${end}=${voltage}`);
}

const FROM_3V3 =
  '3.3 3.6 3.9 4.3 4.7 5.1 5.6 6.2 6.8 7.5 8.2 9.1 10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91 100';

/** Of 1N4728A to 1N4764A, without `1N`. */
export const ZENER_47XX = running(4728, FROM_3V3, 'A');
/** Of 1N5221B to 1N5267B, MMSZ and MMBZ too, without `1N`. */
export const ZENER_52XX = running(
  5221,
  '2.4 2.5 2.7 2.8 3 3.3 3.6 3.9 4.3 4.7 5.1 5.6 6 6.2 6.8 7.5 8.2 8.7 9.1 10 11 12 13 14 15 16 17 18 19 20 22 24 25 27 28 30 ' +
    '33 36 39 43 47 51 56 60 62 68 75',
  'B',
);
/** Of 1N5333B to 1N5388B, without `1N`. */
export const ZENER_53XX = running(
  5333,
  '3.3 3.6 3.9 4.3 4.7 5.1 5.6 6 6.2 6.8 7.5 8.2 8.7 9.1 10 11 12 13 14 15 16 17 18 19 20 22 24 25 27 28 30 33 36 39 43 47 51 56 60 62 ' +
    '68 75 82 87 91 100 110 120 130 140 150 160 170 180 190 200',
  'B',
);
/** Of 1N5913B to 1N5956B, without `1N`. */
export const ZENER_59XX = running(5913, `${FROM_3V3} 110 120 130 150 160 180 200`, 'B');

const STAND_OFF =
  '5.0 6.0 6.5 7.0 7.5 8.0 8.5 9.0 10 11 12 13 14 15 16 17 18 20 22 24 26 28 30 33 36 40 43 45 48 51 54 58 60 64 70 75 78 85 90 ' +
  '100 110 120 130 150 160 170';

/** TVS diodes that are called after their stand-off voltage, in one and in both directions: `5.0A`, `5.0CA`. */
export const TVS_STAND_OFF = STAND_OFF.split(' ').flatMap((
  voltage,
) => [`${voltage}A=${voltage}`, `${voltage}CA=${voltage}`]);

const BREAKDOWN = [
  '6.8 7.5 8.2 9.1 10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91 100 110 120 130 150 160 170 180 200',
  '5.8 6.4 7.02 7.78 8.55 9.4 10.2 11.1 12.8 13.6 15.3 17.1 18.8 20.5 23.1 25.6 28.2 30.8 33.3 36.8 40.2 43.6 47.8 53 58.1 64.1 ' +
  '70.1 77.8 85.5 94 102 111 128 136 145 154 171',
].map((list) => list.split(' ')) as [string[], string[]];

/** TVS diodes that are called after their breakdown voltage, with the stand-off voltage that belongs to it. */
export const TVS_BREAKDOWN = BREAKDOWN[0].flatMap((voltage, i) => [
  `${voltage}A=${BREAKDOWN[1][i]}`,
  `${voltage}CA=${BREAKDOWN[1][i]}`,
]);
/** The same with `V` for the point, as STMicroelectronics and Vishay write those of old European types: `6V8A`. */
export const TVS_BREAKDOWN_V = TVS_BREAKDOWN.map((item) => {
  const [code = '', volts] = item.split('=');
  return `${code.replace('.', 'V')}=${volts}`;
});
