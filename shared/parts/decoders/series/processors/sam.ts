import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, reels } from './numbers.ts';

const CORTEX = (core: string) => `32-bit Arm Cortex-${core} microcontroller`;
const GRADES: Readonly<Record<string, string>> = {
  U: '-40 to 85 °C',
  N: '-40 to 105 °C',
  F: '-40 to 125 °C',
};

/** Families by core: pins and flash memory of their numbers, then die letters. */
const FAMILIES: Readonly<
  Record<string, readonly (readonly [family: string, numbers: string, dies: string])[]>
> = {
  'M0+': [
    ['D20', 'E14 E15 E16 E17 E18 G14 G15 G16 G17 G18 J14 J15 J16 J17 J18', 'A B'],
    ['D21', 'E15 E16 E17 E18 G15 G16 G17 G18 J15 J16 J17 J18', 'A B C D'],
    ['DA1', 'E14 E15 E16 G14 G15 G16 J14 J15 J16', 'A B'],
    ['C20', 'E15 E16 E17 E18 G15 G16 G17 G18 J15 J16 J17 J18 N17 N18', 'A'],
    ['C21', 'E15 E16 E17 E18 G15 G16 G17 G18 J15 J16 J17 J18 N17 N18', 'A'],
    ['L21', 'E15 E16 E17 E18 G16 G17 G18 J16 J17 J18', 'A B'],
    ['L22', 'G16 G17 G18 J16 J17 J18 N16 N17 N18', 'A'],
    ['R21', 'E16 E17 E18 E19 G16 G17 G18', 'A'],
  ],
  M23: [['L10', 'E14 E15 E16', 'A'], ['L11', 'E14 E15 E16', 'A']],
  M4: [
    ['D51', 'G18 G19 J18 J19 J20 N19 N20 P19 P20', 'A'],
    ['E51', 'G18 G19 J18 J19 J20 N19 N20', 'A'],
    ['E53', 'J18 J19 J20 N19 N20', 'A'],
    ['E54', 'N19 N20 P19 P20', 'A'],
    ['G55', 'G19 J19', 'A'],
  ],
};

const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  E: { A: 'TQFP-32 (7 x 7 mm)', M: 'VQFN-32 (5 x 5 mm)', U: 'WLCSP' },
  G: { A: 'TQFP-48 (7 x 7 mm)', M: 'VQFN-48 (7 x 7 mm)', U: 'WLCSP' },
  J: { A: 'TQFP-64 (10 x 10 mm)', M: 'VQFN-64 (9 x 9 mm)', C: 'UFBGA-64', U: 'WLCSP' },
  N: { A: 'TQFP-100 (14 x 14 mm)' },
  P: { A: 'TQFP-128', C: 'TFBGA-120' },
};

function withGrade(letters: Readonly<Record<string, string>>): CodeSegment {
  return {
    name: 'package',
    codes: Object.fromEntries(
      Object.entries(letters).flatMap(([letter, name]) =>
        Object.entries(GRADES).map(([grade, temperature_range]) => [
          letter + grade,
          { package: name, temperature_range },
        ])
      ),
    ),
  };
}

/** Numbers that share their packages, alone and with a package. */
function family(
  described: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
): Segment[][] {
  const numbers = base(bases('microcontroller', described));
  return [[numbers], [numbers, DASH, withGrade(letters), maybe(reels('T R'))]];
}

function byPins(pins: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(FAMILIES).flatMap(([core, families]) => {
      const list = families.flatMap(([name, numbers, dies]) =>
        numbers.split(' ').filter((number) => number.startsWith(pins)).flatMap((number) =>
          dies.split(' ').map((die) => `ATSAM${name}${number}${die}`)
        )
      );
      return list.length === 0 ? [] : [[list.join(' '), CORTEX(core)]];
    }),
  );
}

/** The numbers without their die, as people write them. */
const WITHOUT_DIE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FAMILIES).map(([core, families]) => [
    families.flatMap(([name, numbers]) => numbers.split(' ').map((number) => `ATSAM${name}${number}`)).join(
      ' ',
    ),
    CORTEX(core),
  ]),
);

export const microchipSam: SeriesTable = {
  id: 'microchip-sam',
  manufacturer: 'Microchip Technology',
  category: 'microcontroller',
  series: 'SAM',
  description: '32-bit Arm Cortex-M microcontroller',
  reference: {
    title: 'SAM 32-bit microcontrollers',
    url: 'https://www.microchip.com/en-us/products/microcontrollers/32-bit-mcus/sam-32-bit-mcus',
  },
  forms: () => [
    [base(bases('microcontroller', WITHOUT_DIE))],
    ...Object.entries(PACKAGES).flatMap(([pins, letters]) => family(byPins(pins), letters)),
    ...family(
      { 'ATSAMD09C13A ATSAMD10C13A ATSAMD10C14A ATSAMD11C14A': CORTEX('M0+') },
      { SS: 'SOIC-14' },
    ),
    ...family(
      { 'ATSAMD09D14A ATSAMD10D13A ATSAMD10D14A ATSAMD11D14A': CORTEX('M0+') },
      { SS: 'SOIC-20', M: 'VQFN-24 (4 x 4 mm)' },
    ),
    ...family({ 'ATSAML10D14A ATSAML10D15A ATSAML10D16A ATSAML11D16A': CORTEX('M23') }, {
      Y: 'SSOP-24',
      M: 'VQFN-24 (4 x 4 mm)',
    }),
    ...family({ 'ATSAM3X4EA ATSAM3X8EA ATSAM3A8CA ATSAM3U4EA': CORTEX('M3') }, {
      A: 'LQFP-144 (20 x 20 mm)',
    }),
    ...family({ 'ATSAM3X4CA ATSAM3X8CA ATSAM3S4CA ATSAM3S8CA ATSAM3SD8CA ATSAM3N4CA': CORTEX('M3') }, {
      A: 'LQFP-100 (14 x 14 mm)',
    }),
    ...family({ 'ATSAM3S1BB ATSAM3S2BA ATSAM3S4BA ATSAM3S8BA ATSAM3SD8BA ATSAM3N4BA': CORTEX('M3') }, {
      A: 'LQFP-64 (10 x 10 mm)',
      M: 'QFN-64 (9 x 9 mm)',
    }),
    ...family(
      {
        'ATSAM4S2BA ATSAM4S4BA ATSAM4S8BA ATSAM4S16BA ATSAM4SA16BA ATSAM4SD16BA ATSAM4SD32BA ATSAM4N8BA ATSAM4N16BA':
          CORTEX('M4'),
      },
      { A: 'LQFP-64 (10 x 10 mm)', M: 'QFN-64 (9 x 9 mm)' },
    ),
    ...family(
      {
        'ATSAM4S2CA ATSAM4S4CA ATSAM4S8CA ATSAM4S16CA ATSAM4SA16CA ATSAM4SD16CA ATSAM4SD32CA ATSAM4E8CA ATSAM4E16CA':
          CORTEX('M4'),
      },
      { A: 'LQFP-100 (14 x 14 mm)' },
    ),
    ...family({ 'ATSAM4E8EA ATSAM4E16EA': CORTEX('M4') }, { A: 'LQFP-144 (20 x 20 mm)' }),
    ...family(
      {
        'ATSAME70Q19A ATSAME70Q20A ATSAME70Q21A ATSAME70Q19B ATSAME70Q20B ATSAME70Q21B ATSAMS70Q21A ATSAMS70Q21B ATSAMV71Q21A ATSAMV71Q21B':
          CORTEX('M7'),
      },
      { A: 'LQFP-144 (20 x 20 mm)' },
    ),
    ...family({
      'ATSAME70N19B ATSAME70N20B ATSAME70N21A ATSAME70N21B ATSAMS70N21B ATSAMV71N21B': CORTEX('M7'),
    }, {
      A: 'LQFP-100 (14 x 14 mm)',
    }),
  ],
};

const A5 = 'Arm Cortex-A5 processor';
const ARM9 = 'Arm926EJ-S processor';

export const microchipSamMpu: SeriesTable = {
  id: 'microchip-sam-mpu',
  manufacturer: 'Microchip Technology',
  category: 'processor',
  series: 'SAMA5, SAM9',
  description: 'Arm processor',
  reference: {
    title: 'Microprocessors',
    url: 'https://www.microchip.com/en-us/products/microprocessors',
  },
  forms: () =>
    [
      ['ATSAMA5D27C ATSAMA5D28C', A5, 'LFBGA-289 (14 x 14 mm)'] as const,
      ['ATSAMA5D21C ATSAMA5D22C ATSAMA5D23C', A5, 'TFBGA-196 (11 x 11 mm)'] as const,
      ['ATSAMA5D31A ATSAMA5D33A ATSAMA5D34A ATSAMA5D35A ATSAMA5D36A', A5, 'LFBGA-324 (15 x 15 mm)'] as const,
      ['AT91SAM9G20B', ARM9, 'LFBGA-217'] as const,
      ['AT91SAM9G25 AT91SAM9X25 AT91SAM9X35 AT91SAM9G35', ARM9, 'LFBGA-217'] as const,
      ['SAM9X60', ARM9, 'TFBGA-228'] as const,
    ].flatMap(([list, description, packageName]): Segment[][] => {
      const numbers = base(bases('processor', { [list]: description }));
      return [[numbers], [numbers, DASH, withGrade({ C: packageName }), maybe(reels('R T'))]];
    }),
};
