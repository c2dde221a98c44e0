import { bareCodes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, reels, SLASH } from './numbers.ts';

const MICROCHIP = { manufacturer: 'Microchip Technology', category: 'microcontroller' } as const;
const AVR = '8-bit AVR microcontroller';
const GRADES: Readonly<Record<string, string>> = {
  U: '-40 to 85 °C',
  // Nickel, palladium and gold instead of matte tin: the same temperatures.
  H: '-40 to 85 °C',
  N: '-40 to 105 °C',
  F: '-40 to 125 °C',
};

/** Package letters followed by the grade letters of the classic numbers, such as `AU` and `MMH`. */
function packageGrades(letters: Readonly<Record<string, string>>, grades: string): CodeSegment {
  return {
    name: 'package',
    codes: Object.fromEntries(
      Object.entries(letters).flatMap(([letter, name]) =>
        [...grades].map((grade) => [
          letter + grade,
          { package: name, temperature_range: GRADES[grade] },
        ])
      ),
    ),
  };
}

/** Bases that share their packages: alone, and with a package, behind a speed where the number has one. */
function classic(list: string, letters: Readonly<Record<string, string>>, grades: string): Segment[][] {
  const numbers = base(bases('microcontroller', { [list]: AVR }));
  const low = list.split(' ').filter((number) =>
    /L$|(640|1280|1281|2560|2561|169|169P|329|649)V$/.test(number)
  );
  const end = [packageGrades(letters, grades), maybe(reels('R'))];
  return [
    [numbers],
    [numbers, DASH, maybe(bareCodes('speed', '10 12 15 16 20')), ...end],
    // 8 MHz is of the low-voltage ones alone: `ATMEGA328-AU` is no ATMEGA32.
    ...low.map((
      number,
    ): Segment[] => [
      { ...numbers, codes: { [number]: numbers.codes[number]! } },
      DASH,
      { literal: '8' },
      ...end,
    ]),
  ];
}

const mega = (list: string) => list.split(' ').map((number) => `ATMEGA${number}`).join(' ');
const tiny = (list: string) => list.split(' ').map((number) => `ATTINY${number}`).join(' ');
const xmega = (list: string) => list.split(' ').map((number) => `ATXMEGA${number}`).join(' ');

const TQFP32 = 'TQFP-32 (7 x 7 mm)';
const QFN32 = 'VQFN-32 (5 x 5 mm)';
const TQFP44 = 'TQFP-44 (10 x 10 mm)';
const QFN44 = 'VQFN-44 (7 x 7 mm)';
const QFN20 = 'VQFN-20 (4 x 4 mm)';
const TQFP64 = 'TQFP-64 (14 x 14 mm)';
const QFN64 = 'VQFN-64 (9 x 9 mm)';
const SMALL_QFN20 = 'VQFN-20 (3 x 3 mm)';

export const microchipAvr: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-avr',
  series: 'AVR',
  description: AVR,
  reference: {
    title: '8-bit AVR microcontrollers',
    url: 'https://www.microchip.com/en-us/products/microcontrollers/8-bit-mcus/avr-mcus',
  },
  forms: () => [
    ...classic(
      mega(
        '8 8A 8L 48 48A 48P 48PA 48V 48PV 88 88A 88P 88PA 88V 88PV 168 168A 168P 168PA 168V 168PV 328 328P',
      ),
      { A: TQFP32, P: 'DIP-28', M: QFN32, MM: 'VQFN-28 (4 x 4 mm)' },
      'UNH',
    ),
    ...classic(mega('48PB 88PB 168PB 328PB'), { A: TQFP32, M: QFN32 }, 'UN'),
    ...classic(
      mega(
        '16 16A 16L 32 32A 32L 162 162V 8515 8515L 8535 8535L 164A 164P 164PA 164PV 324A 324P 324PA 324PV 324PB ' +
          '644 644A 644P 644PA 644V 644PV 1284 1284P',
      ),
      { A: TQFP44, P: 'DIP-40', M: QFN44 },
      'UN',
    ),
    ...classic(
      `${
        mega(
          '64 64A 64L 128 128A 128L 165PA 169 169A 169P 169PA 169PV 169V 325PA 329 329A 329P 329PA 329PV 329V 645P 649 649A 649P ' +
            '649V 1281 1281V 2561 2561V',
        )
      } ` +
        'AT90CAN32 AT90CAN64 AT90CAN128 AT90USB646 AT90USB647 AT90USB1286 AT90USB1287',
      { A: TQFP64, M: QFN64 },
      'UN',
    ),
    ...classic(
      mega('640 640V 1280 1280V 2560 2560V'),
      { A: 'TQFP-100 (14 x 14 mm)', C: 'CBGA-100 (9 x 9 mm)' },
      'UN',
    ),
    ...classic(mega('16U4 16U4RC 32U4 32U4RC'), { A: TQFP44, M: QFN44 }, 'U'),
    ...classic(`${mega('8U2 16U2 32U2')} AT90USB82 AT90USB162`, { A: TQFP32, M: QFN32 }, 'UN'),
    ...classic(mega('3208 4808'), { A: TQFP32, M: QFN32, X: 'SSOP-28' }, 'UF'),
    ...classic(mega('808 1608'), { A: TQFP32, M: QFN32, X: 'SSOP-28' }, 'UF'),
    ...classic(
      mega('809 1609 3209 4809'),
      { A: 'TQFP-48 (7 x 7 mm)', M: 'UQFN-48 (6 x 6 mm)', P: 'DIP-40' },
      'UF',
    ),
    ...classic(mega('128RFA1 256RFR2 64RFR2 128RFR2'), { Z: QFN64 }, 'UF'),
    ...classic(
      tiny('13 13A 13V'),
      { P: 'DIP-8', S: 'SOIC-8', SS: 'SOIC-8', M: QFN20, MM: 'VDFN-10 (3 x 3 mm)' },
      'UNHF',
    ),
    ...classic(
      tiny('25 25V 45 45V 85 85V'),
      { P: 'DIP-8', S: 'SOIC-8', SS: 'SOIC-8', X: 'TSSOP-8', M: QFN20 },
      'UNHF',
    ),
    ...classic(
      tiny('24 24A 24V 44 44A 44V 84 84A 84V'),
      { P: 'DIP-14', SS: 'SOIC-14', M: QFN20, MM: SMALL_QFN20 },
      'UNHF',
    ),
    ...classic(
      tiny('2313 2313A 2313V 4313'),
      { P: 'DIP-20', S: 'SOIC-20', M: QFN20, MM: SMALL_QFN20 },
      'UH',
    ),
    ...classic(
      tiny('26 26L 261 261A 261V 461 461A 461V 861 861A 861V'),
      { P: 'DIP-20', S: 'SOIC-20', X: 'TSSOP-20', M: QFN32 },
      'UN',
    ),
    ...classic(tiny('48 88'), { A: TQFP32, M: QFN32, P: 'DIP-28', MM: 'VQFN-28 (4 x 4 mm)' }, 'UH'),
    ...classic(tiny('828 828R'), { A: TQFP32, M: QFN32 }, 'U'),
    ...classic(tiny('1634 1634R'), { S: 'SOIC-20', M: QFN20 }, 'UN'),
    ...classic(tiny('441 841'), { SS: 'SOIC-14', M: QFN20, MM: SMALL_QFN20 }, 'UH'),
    ...classic(tiny('87 167'), { S: 'SOIC-20', X: 'TSSOP-20', M: QFN32 }, 'U'),
    ...classic(tiny('20'), { SS: 'SOIC-14', X: 'TSSOP-14', MM: SMALL_QFN20 }, 'UH'),
    ...classic(tiny('40'), { S: 'SOIC-20', X: 'TSSOP-20', MM: SMALL_QFN20 }, 'UH'),
    ...classic(tiny('4 5 9 10 102'), { TS: 'SOT-23-6', MA: 'UDFN-8 (2 x 2 mm)' }, 'H'),
    ...classic(tiny('104'), { SS: 'SOIC-14' }, 'NF'),
    ...classic(tiny('202 212 402 412'), { SS: 'SOIC-8' }, 'NF'),
    ...classic(tiny('204 214 404 414 804 814 1604 1614'), { SS: 'SOIC-14' }, 'NF'),
    ...classic(tiny('406 416 806 816 1606 1616 3216'), { S: 'SOIC-20', M: SMALL_QFN20 }, 'NF'),
    ...classic(tiny('417 807 817 1607 1617 3217'), { M: 'VQFN-24 (4 x 4 mm)' }, 'NF'),
    ...classic(tiny('424 824 1624 3224'), { SS: 'SOIC-14', X: 'TSSOP-14' }, 'UF'),
    ...classic(tiny('426 826 1626 3226'), { S: 'SOIC-20', X: 'SSOP-20', M: SMALL_QFN20 }, 'UF'),
    ...classic(tiny('427 827 1627 3227'), { M: 'VQFN-24 (4 x 4 mm)' }, 'UF'),
    ...classic(
      xmega('16A4 16A4U 32A4 32A4U 64A4U 128A4U 16C4 32C4 16D4 32D4 64D4 128D4'),
      { A: TQFP44, M: QFN44 },
      'UNH',
    ),
    ...classic(
      xmega(
        '64A3 64A3U 128A3 128A3U 192A3 192A3U 256A3 256A3U 256A3B 256A3BU 32C3 64C3 128C3 192C3 256C3 384C3 ' +
          '32D3 64D3 128D3 192D3 256D3 384D3',
      ),
      { A: TQFP64, M: QFN64 },
      'UNH',
    ),
    ...classic(xmega('64A1 64A1U 128A1 128A1U'), { A: 'TQFP-100 (14 x 14 mm)', C: 'BGA-100' }, 'UN'),
    ...classic(xmega('8E5 16E5 32E5'), { A: TQFP32, M: QFN32 }, 'UN'),
  ],
};

/** AVR Dx and Ex: memory, family and pins, such as `AVR128DB48`, in the packages of that number of pins. */
function modern(
  pins: string,
  families: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
) {
  const list = Object.entries(families).flatMap(([family, sizes]) =>
    sizes.split(' ').map((size) => `AVR${size}${family}${pins}`)
  );
  const numbers = base(bases('microcontroller', { [list.join(' ')]: AVR }));
  return [
    [numbers],
    [
      numbers,
      maybe(reels('T')),
      DASH,
      {
        name: 'temperature',
        codes: { I: { temperature_range: '-40 to 85 °C' }, E: { temperature_range: '-40 to 125 °C' } },
      },
      SLASH,
      packages(letters),
    ],
  ] satisfies Segment[][];
}

export const microchipAvrDx: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-avr-dx',
  series: 'AVR Dx, Ex',
  description: AVR,
  reference: {
    title: 'AVR DB family data sheet, product identification system',
    url: 'https://www.microchip.com/en-us/product/avr128db48',
  },
  forms: () => [
    ...modern('14', { DD: '16 32 64', EB: '16 32' }, { SL: 'SOIC-14', ST: 'TSSOP-14' }),
    ...modern('20', { DD: '16 32 64', EB: '16 32' }, { SO: 'SOIC-20', SS: 'SSOP-20', REB: SMALL_QFN20 }),
    ...modern(
      '28',
      { DA: '32 64 128', DB: '32 64 128', DD: '16 32 64', EA: '16 32 64', EB: '16 32' },
      { SO: 'SOIC-28', SP: 'DIP-28', SS: 'SSOP-28', STX: 'VQFN-28 (4 x 4 mm)' },
    ),
    ...modern(
      '32',
      { DA: '32 64 128', DB: '32 64 128', DD: '16 32 64', EA: '16 32 64', EB: '16 32' },
      { PT: TQFP32, RXB: QFN32 },
    ),
    ...modern(
      '48',
      { DA: '32 64 128', DB: '32 64 128', EA: '16 32 64' },
      { PT: 'TQFP-48 (7 x 7 mm)', '6LX': 'VQFN-48 (6 x 6 mm)' },
    ),
    ...modern('64', { DA: '64 128', DB: '64 128' }, { PT: 'TQFP-64 (10 x 10 mm)', MR: QFN64 }),
  ],
};

const AT89 = '8-bit 8051 microcontroller';

export const microchipAt89: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-at89',
  series: 'AT89',
  description: AT89,
  reference: {
    title: '8051 microcontrollers',
    url: 'https://www.microchip.com/en-us/products/microcontrollers/8-bit-mcus/8051-mcus',
  },
  forms: () =>
    [
      ['AT89S51 AT89S52 AT89C51 AT89C52', { P: 'DIP-40', A: TQFP44, J: 'PLCC-44' }] as const,
      ['AT89C2051 AT89C4051 AT89C1051 AT89LP2052 AT89LP4052', { P: 'DIP-20', S: 'SOIC-20' }] as const,
    ].flatMap(([list, letters]): Segment[][] => {
      const numbers = base(bases('microcontroller', { [list]: AT89 }));
      return [
        [numbers],
        [numbers, DASH, bareCodes('speed', '12 16 20 24 33'), packageGrades(letters, 'U'), maybe(reels('R'))],
      ];
    }),
};
