import { bareCodes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, reels, SLASH } from './numbers.ts';

const MICROCHIP = { manufacturer: 'Microchip Technology', category: 'microcontroller' } as const;

const TEMPERATURES: CodeSegment = {
  name: 'temperature',
  codes: {
    I: { temperature_range: '-40 to 85 °C' },
    E: { temperature_range: '-40 to 125 °C' },
    H: { temperature_range: '-40 to 150 °C' },
    V: { temperature_range: '-40 to 105 °C' },
  },
};

/** Automotive, with a manufacturing flow of its own. */
const AUTOMOTIVE: CodeSegment = { name: 'automotive', codes: { VAO: { qualification: 'AEC-Q100' } } };

/** What stands in front of the numbers, for each of a list of them. */
const with_ = (prefixes: string, list: string): string =>
  list.split(' ').flatMap((number) => prefixes.split(' ').map((prefix) => prefix + number)).join(' ');

/** Bases that share their packages; `speeds` are those that some of their numbers name. */
function family(
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
  speeds = '',
): Segment[][] {
  const numbers = base(bases('microcontroller', { [list]: description }));
  const grade = [...(speeds === '' ? [] : [maybe(bareCodes('speed', speeds))]), TEMPERATURES];
  return [
    [numbers],
    [numbers, maybe(reels('T')), DASH, ...grade, SLASH, packages(letters), maybe(AUTOMOTIVE)],
  ];
}

const PIC8 = '8-bit PIC microcontroller';
const SMALL = 'PIC12F PIC12LF';
const MID = 'PIC16F PIC16LF';
const HIGH = 'PIC18F PIC18LF';

const PINS8 = {
  P: 'DIP-8',
  SN: 'SOIC-8',
  SM: 'SOIC-8',
  MS: 'MSOP-8',
  MF: 'DFN-8',
  MC: 'DFN-8 (2 x 3 mm)',
  MD: 'DFN-8 (4 x 4 mm)',
  RF: 'UDFN-8 (3 x 3 mm)',
};
const PINS14 = {
  P: 'DIP-14',
  SL: 'SOIC-14',
  ST: 'TSSOP-14',
  ML: 'QFN-16 (4 x 4 mm)',
  MG: 'QFN-16 (3 x 3 mm)',
  JQ: 'UQFN-16 (4 x 4 mm)',
};
const PINS18 = {
  P: 'DIP-18',
  SO: 'SOIC-18',
  SS: 'SSOP-20',
  ML: 'QFN-28 (6 x 6 mm)',
  MV: 'UQFN-28 (4 x 4 mm)',
};
const PINS20 = {
  P: 'DIP-20',
  SO: 'SOIC-20',
  SS: 'SSOP-20',
  ML: 'QFN-20 (4 x 4 mm)',
  GZ: 'UQFN-20 (4 x 4 mm)',
  REB: 'VQFN-20 (3 x 3 mm)',
};
const PINS28 = {
  SP: 'DIP-28',
  SO: 'SOIC-28',
  SS: 'SSOP-28',
  ML: 'QFN-28 (6 x 6 mm)',
  MM: 'QFN-28 (6 x 6 mm)',
  MV: 'UQFN-28 (4 x 4 mm)',
  STX: 'VQFN-28 (4 x 4 mm)',
  MX: 'UQFN-28 (6 x 6 mm)',
  M6: 'UQFN-28 (4 x 4 mm)',
};
const PINS40 = {
  P: 'DIP-40',
  PT: 'TQFP-44 (10 x 10 mm)',
  ML: 'QFN-44 (8 x 8 mm)',
  MV: 'UQFN-40 (5 x 5 mm)',
  MP: 'QFN-40 (5 x 5 mm)',
  L: 'PLCC-44',
};
const PINS44 = {
  PT: 'TQFP-44 (10 x 10 mm)',
  ML: 'QFN-44 (8 x 8 mm)',
  TL: 'VTLA-44 (6 x 6 mm)',
  MV: 'UQFN-48 (6 x 6 mm)',
};
const PINS64 = { PT: 'TQFP-64 (10 x 10 mm)', MR: 'QFN-64 (9 x 9 mm)' };
const PINS80 = { PT: 'TQFP-80 (12 x 12 mm)' };
const PINS100 = { PT: 'TQFP-100 (12 x 12 mm)', PF: 'TQFP-100 (14 x 14 mm)' };

const REFERENCE = {
  title: '8-bit PIC microcontrollers',
  url: 'https://www.microchip.com/en-us/products/microcontrollers/8-bit-mcus/pic-mcus',
};

/** Those of before 2001 in two speeds; numbers without a grade letter are for 0 to 70 °C. */
function early(list: string, letters: Readonly<Record<string, string>>): Segment[] {
  return [
    base(bases('microcontroller', { [list]: PIC8 })),
    DASH,
    bareCodes('speed', '04 10 20'),
    maybe(TEMPERATURES),
    SLASH,
    packages(letters),
  ];
}

const EARLY18 = with_('PIC16F', '83 84 84A 627 628');
const EARLY28 = with_('PIC16F', '870 872 873 876');
const EARLY40 = with_('PIC16F', '871 874 877');

export const microchipPic8: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-pic8',
  series: 'PIC10, PIC12, PIC16, PIC18',
  description: PIC8,
  reference: REFERENCE,
  forms: () => [
    ...family(
      `${with_('PIC10F', '200 202 204 206 220 222')} ${with_('PIC10F PIC10LF', '320 322')}`,
      PIC8,
      { OT: 'SOT-23-6', P: 'DIP-8', MC: 'DFN-8 (2 x 3 mm)' },
    ),
    ...family(
      `${with_('PIC12F', '508 509 510 519 609 615 617 629 635 675 683 752')} ` +
        `${with_('PIC12HV', '609 615 752')} ${with_(SMALL, '1501 1552 1571 1572 1612 1822 1840')} ` +
        `${with_(MID, '15313 18313 15213 13113')}`,
      PIC8,
      PINS8,
    ),
    ...family(
      `${with_('PIC16F', '505 506 526 610 616 630 636 676 684 688 753')} ${
        with_('PIC16HV', '610 616 753')
      } ` +
        with_(
          MID,
          '1454 1455 1503 1574 1575 1613 1614 1615 1703 1704 1705 1764 1765 1823 1824 1825 15223 15224 15225 15323 ' +
            '15324 15325 18323 18324 18325 18326 18424 18425 18426',
        ) + ` ${with_('PIC18F', '04Q40 05Q40 04Q41 05Q41 06Q41')}`,
      PIC8,
      PINS14,
    ),
    ...family(
      `${with_(MID, '54 84A 87 88 627 627A 628 628A 648A 716 818 819 1826 1827 1847')} ` +
        with_(HIGH, '1220 1230 1320 1330'),
      PIC8,
      PINS18,
    ),
    ...family(
      `${with_('PIC16F', '527 631 677 685 687 689 690 720 721 785')} PIC16HV785 ` +
        with_(
          MID,
          '1459 1507 1508 1509 1554 1578 1579 1618 1619 1707 1708 1709 1768 1769 1828 1829 15243 15244 15245 15344 ' +
            '15345 18344 18345 18346 18444 18445 18446',
        ) + ` ${with_(HIGH, '13K22 14K22 13K50 14K50')} ${with_('PIC18F', '14Q40 15Q40 14Q41 15Q41 16Q41')}`,
      PIC8,
      PINS20,
    ),
    ...family(
      with_(
        MID,
        '57 72 73 76 570 722 723 726 737 767 870 872 873 873A 876 876A 882 883 886 1512 1513 1516 1518 1713 1716 1718 ' +
          '1773 1776 1778 1782 1783 1786 1788 1906 1933 1936 1938 15254 15255 15256 15354 15355 15356 18854 18855 18856 18857',
      ) + ' ' +
        with_(
          HIGH,
          '242 248 252 258 2220 2221 2320 2321 2331 2410 2420 2423 2431 2450 2455 2458 2480 2510 2515 2520 2523 2525 ' +
            '2550 2553 2580 2585 2610 2620 2680 2682 2685 23K20 24K20 25K20 26K20 23K22 24K22 25K22 26K22 24K40 25K40 ' +
            '26K40 27K40 24K42 25K42 26K42 27K42 24K50 25K50 25K80 26K80 24J10 25J10 24J11 25J11 26J11 24J50 25J50 ' +
            '26J50 26J13 27J13 26J53 27J53',
        ) + ` ${with_('PIC18F', '24Q10 25Q10 26Q10 27Q10 25Q43 26Q43 27Q43 26Q83 27Q83 26Q84 27Q84')}`,
      PIC8,
      PINS28,
    ),
    ...family(
      with_(
        MID,
        '74 77 59 707 724 727 747 777 871 874 874A 877 877A 884 887 1517 1519 1717 1719 1777 1779 1784 1787 1789 ' +
          '1907 1934 1937 1939 15274 15275 15276 15375 15376 18875 18876 18877',
      ) + ' ' +
        with_(
          HIGH,
          '442 448 452 458 4220 4221 4320 4321 4331 4410 4420 4423 4431 4450 4455 4458 4480 4510 4515 4520 4523 4525 ' +
            '4550 4553 4580 4585 4610 4620 4680 4682 4685 43K20 44K20 45K20 46K20 43K22 44K22 45K22 46K22 45K40 46K40 ' +
            '47K40 45K42 46K42 47K42 45K50 45K80 46K80 44J10 45J10 44J11 45J11 46J11 44J50 45J50 46J50 46J13 47J13 ' +
            '46J53 47J53',
        ) + ` ${with_('PIC18F', '45Q10 46Q10 47Q10 45Q43 46Q43 47Q43 46Q83 47Q83 46Q84 47Q84')}`,
      PIC8,
      PINS40,
    ),
    ...family(
      with_(
        HIGH,
        '6310 6390 6410 6490 6520 6527 6585 6620 6621 6622 6627 6628 6680 6720 6722 65J10 65J15 66J10 66J15 67J10 65J50 ' +
          '66J50 66J55 67J50 66J60 66J65 67J60 65J90 66J90 67J90 65K22 66K22 67K22 65K80 66K80 65K90 66K90 67K90 65K40 ' +
          '66K40 67K40',
      ) + ` ${with_(MID, '1526 1527 1946 1947')}`,
      PIC8,
      PINS64,
    ),
    ...family(
      with_(
        HIGH,
        '8310 8390 8410 8490 8520 8527 8585 8620 8621 8622 8627 8628 8680 8720 8722 85J10 85J15 86J10 86J15 87J10 85J50 ' +
          '86J50 86J55 87J50 86J60 86J65 87J60 85J90 86J90 87J90 85K22 86K22 87K22 85K90 86K90 87K90',
      ),
      PIC8,
      PINS80,
    ),
    ...family(with_(HIGH, '96J60 96J65 97J60'), PIC8, PINS100),
    early(EARLY18, PINS18),
    early(EARLY28, PINS28),
    early(EARLY40, PINS40),
  ],
};

const PIC16BIT = '16-bit PIC microcontroller';
const DSC = '16-bit digital signal controller';

/** Every beginning with every end: `PIC24FJ64GA` and `002` are `PIC24FJ64GA002`. */
const cross = (beginnings: string, ends: string): string =>
  beginnings.split(' ').flatMap((beginning) => ends.split(' ').map((end) => beginning + end)).join(' ');

export const microchipPic16bit: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-pic16bit',
  series: 'PIC24, dsPIC',
  description: PIC16BIT,
  reference: {
    title: '16-bit PIC24 microcontrollers and dsPIC digital signal controllers',
    url: 'https://www.microchip.com/en-us/products/microcontrollers/16-bit-mcus',
  },
  forms: () => [
    ...family(
      `${
        cross('PIC24F16KA PIC24F08KA PIC24F32KA PIC24FV16KA PIC24FV32KA', '301')
      } PIC24F16KA101 PIC24F08KA101 ` +
        'PIC24F08KL201 PIC24F08KL301 PIC24F08KL401 PIC24F16KL401 PIC24F16KM102',
      PIC16BIT,
      PINS20,
    ),
    ...family(
      `${cross('PIC24FJ16GA PIC24FJ32GA PIC24FJ48GA PIC24FJ64GA PIC24FJ32GB PIC24FJ64GB', '002')} ` +
        `${
          cross('PIC24FJ32GA PIC24FJ64GA', '102')
        } PIC24FJ128GA202 PIC24FJ64GA202 PIC24FJ128GB202 PIC24FJ64GB202 ` +
        'PIC24FJ256GA702 PIC24FJ128GA702 PIC24FJ64GA702 PIC24F16KA102 PIC24F08KA102 PIC24F32KA302 PIC24F16KA302 ' +
        'PIC24FV32KA302 PIC24FV16KA302 PIC24F16KL402 PIC24F08KL402 PIC24F16KM202 ' +
        `PIC24HJ12GP202 ${cross('PIC24HJ32GP PIC24HJ64GP PIC24HJ128GP', '202')} PIC24HJ32GP302 ` +
        `${cross('PIC24HJ64GP PIC24HJ128GP', '502')} ` +
        cross('PIC24EP32GP PIC24EP64GP PIC24EP128GP PIC24EP256GP PIC24EP512GP', '202') + ' ' +
        cross('PIC24EP32MC PIC24EP64MC PIC24EP128MC PIC24EP256MC PIC24EP512MC', '202'),
      PIC16BIT,
      PINS28,
    ),
    ...family(
      `${cross('PIC24FJ16GA PIC24FJ32GA PIC24FJ48GA PIC24FJ64GA PIC24FJ32GB PIC24FJ64GB', '004')} ` +
        `${
          cross('PIC24FJ32GA PIC24FJ64GA', '104')
        } PIC24FJ128GA204 PIC24FJ64GA204 PIC24FJ128GB204 PIC24FJ64GB204 ` +
        'PIC24F32KA304 PIC24F16KA304 PIC24FV32KA304 PIC24FV16KA304 ' +
        `${cross('PIC24HJ32GP PIC24HJ64GP PIC24HJ128GP', '204')} PIC24HJ32GP304 ` +
        `${cross('PIC24HJ64GP PIC24HJ128GP', '504')} ` +
        cross('PIC24EP32GP PIC24EP64GP PIC24EP128GP PIC24EP256GP PIC24EP512GP', '204') + ' ' +
        cross('PIC24EP32MC PIC24EP64MC PIC24EP128MC PIC24EP256MC PIC24EP512MC', '204'),
      PIC16BIT,
      PINS44,
    ),
    ...family(
      `${cross('PIC24FJ64GA PIC24FJ96GA PIC24FJ128GA', '006')} ` +
        `${
          cross(
            'PIC24FJ128GA PIC24FJ192GA PIC24FJ256GA PIC24FJ64GB PIC24FJ128GB PIC24FJ192GB PIC24FJ256GB',
            '106',
          )
        } ` +
        'PIC24FJ64GA306 PIC24FJ128GA306 PIC24FJ128GB206 PIC24FJ256GB206 PIC24FJ256GB406 PIC24FJ1024GB606 PIC24FJ128GC006 ' +
        `${cross('PIC24HJ64GP PIC24HJ128GP PIC24HJ256GP', '206')} ${
          cross('PIC24HJ64GP PIC24HJ128GP', '506')
        } ` +
        `${cross('PIC24HJ64GP PIC24HJ128GP', '506A')} ` +
        cross('PIC24EP64GP PIC24EP128GP PIC24EP256GP PIC24EP512GP', '206'),
      PIC16BIT,
      PINS64,
    ),
    ...family(
      `${cross('PIC24FJ64GA PIC24FJ96GA PIC24FJ128GA', '008')} ` +
        cross(
          'PIC24FJ128GA PIC24FJ192GA PIC24FJ256GA PIC24FJ64GB PIC24FJ128GB PIC24FJ192GB PIC24FJ256GB',
          '108',
        ),
      PIC16BIT,
      PINS80,
    ),
    ...family(
      `${cross('PIC24FJ64GA PIC24FJ96GA PIC24FJ128GA', '010')} ` +
        `${
          cross(
            'PIC24FJ128GA PIC24FJ192GA PIC24FJ256GA PIC24FJ64GB PIC24FJ128GB PIC24FJ192GB PIC24FJ256GB',
            '110',
          )
        } ` +
        'PIC24FJ128GA310 PIC24FJ64GA310 PIC24FJ256GB210 PIC24FJ128GB210 PIC24FJ256DA210 PIC24FJ128DA210 PIC24FJ1024GB610 ' +
        'PIC24HJ256GP210 PIC24HJ128GP310 PIC24HJ256GP610',
      PIC16BIT,
      PINS100,
    ),
    ...family(
      'DSPIC30F2011 DSPIC30F3012',
      DSC,
      { P: 'DIP-18', SO: 'SOIC-18', ML: 'QFN-28 (6 x 6 mm)' },
      '20 30',
    ),
    ...family('DSPIC30F2010 DSPIC30F2012 DSPIC30F3010 DSPIC30F3013 DSPIC30F4012', DSC, PINS28, '20 30'),
    ...family('DSPIC30F3011 DSPIC30F3014 DSPIC30F4011 DSPIC30F4013', DSC, PINS40, '20 30'),
    ...family(
      'DSPIC30F5011 DSPIC30F5015 DSPIC30F6011 DSPIC30F6011A DSPIC30F6012 DSPIC30F6012A DSPIC30F6015',
      DSC,
      { PT: 'TQFP-64 (10 x 10 mm)', PF: 'TQFP-64 (14 x 14 mm)' },
      '20 30',
    ),
    ...family(
      'DSPIC30F5013 DSPIC30F5016 DSPIC30F6010 DSPIC30F6010A DSPIC30F6013 DSPIC30F6013A DSPIC30F6014 DSPIC30F6014A',
      DSC,
      { PT: 'TQFP-80 (12 x 12 mm)', PF: 'TQFP-80 (14 x 14 mm)' },
      '20 30',
    ),
    ...family('DSPIC33FJ12MC201 DSPIC33FJ06GS102A', DSC, PINS20),
    ...family(
      `DSPIC33FJ12GP202 DSPIC33FJ12MC202 ${cross('DSPIC33FJ32GP DSPIC33FJ32MC', '202 302')} ` +
        `${cross('DSPIC33FJ64GP DSPIC33FJ64MC DSPIC33FJ128GP DSPIC33FJ128MC', '202 802')} ` +
        'DSPIC33FJ06GS202 DSPIC33FJ16GS402 DSPIC33FJ16GS502 ' +
        `${
          cross(
            'DSPIC33EP32GP DSPIC33EP64GP DSPIC33EP128GP DSPIC33EP256GP DSPIC33EP512GP DSPIC33EP32MC DSPIC33EP64MC ' +
              'DSPIC33EP128MC DSPIC33EP256MC DSPIC33EP512MC',
            '502',
          )
        } ${cross('DSPIC33EP32MC DSPIC33EP64MC DSPIC33EP128MC DSPIC33EP256MC DSPIC33EP512MC', '202')} ` +
        `DSPIC33EP16GS502 DSPIC33EP32GS502 DSPIC33EP64GS502 ${
          cross('DSPIC33CK32MP DSPIC33CK64MP DSPIC33CK128MP DSPIC33CK256MP', '202 502')
        } ${cross('DSPIC33CK32MP DSPIC33CK64MP', '102')}`,
      DSC,
      PINS28,
    ),
    ...family(
      `DSPIC33FJ16GP304 DSPIC33FJ16MC304 ${cross('DSPIC33FJ32GP DSPIC33FJ32MC', '204 304')} ` +
        `${
          cross('DSPIC33FJ64GP DSPIC33FJ64MC DSPIC33FJ128GP DSPIC33FJ128MC', '204 804')
        } DSPIC33FJ16GS404 DSPIC33FJ16GS504 ` +
        `${
          cross(
            'DSPIC33EP32GP DSPIC33EP64GP DSPIC33EP128GP DSPIC33EP256GP DSPIC33EP512GP DSPIC33EP32MC DSPIC33EP64MC ' +
              'DSPIC33EP128MC DSPIC33EP256MC DSPIC33EP512MC',
            '504',
          )
        } ${cross('DSPIC33EP32MC DSPIC33EP64MC DSPIC33EP128MC DSPIC33EP256MC DSPIC33EP512MC', '204')} ` +
        'DSPIC33EP16GS504 DSPIC33EP32GS504 DSPIC33EP64GS504',
      DSC,
      PINS44,
    ),
    ...family(
      `${cross('DSPIC33FJ64GP DSPIC33FJ128GP', '206 306 706')} ${
        cross('DSPIC33FJ64MC DSPIC33FJ128MC', '506 706')
      } ` +
        `${cross('DSPIC33EP64GP DSPIC33EP128GP DSPIC33EP256GP DSPIC33EP512GP', '506')} ` +
        `${cross('DSPIC33EP64MC DSPIC33EP128MC DSPIC33EP256MC DSPIC33EP512MC', '206 506')} ` +
        `${cross('DSPIC33CK64MP DSPIC33CK128MP DSPIC33CK256MP', '206 506')} DSPIC33EP256MU806`,
      DSC,
      PINS64,
    ),
  ],
};

const PIC32 = '32-bit PIC microcontroller';
const mx = (sizes: string, letter: string) =>
  sizes.split(' ').map((size) => `PIC32MX${size}${letter}`).join(' ');
const MX_SMALL =
  '110F016 120F032 130F064 150F128 170F256 210F016 220F032 230F064 250F128 270F256 130F256 230F256';
const MX_LARGE =
  '330F064 340F128 340F256 340F512 350F128 350F256 370F512 430F064 440F128 440F256 440F512 450F128 450F256 470F512 ' +
  '320F032 320F064 320F128 420F032 534F064 564F064 564F128 575F256 575F512 664F064 664F128 675F256 675F512 695F512 ' +
  '764F128 775F256 775F512 795F512';
const MX100 =
  '330F064 340F128 350F128 350F256 360F256 360F512 370F512 430F064 450F128 450F256 460F256 460F512 470F512 320F128 440F128 ' +
  '534F064 564F064 564F128 575F256 575F512 664F064 664F128 675F256 675F512 695F512 764F128 775F256 775F512 795F512';
const mz = (pins: string) =>
  ['0512', '1024', '2048'].flatMap((size) =>
    ['EFE', 'EFF', 'EFG', 'EFH', 'EFK', 'EFM', 'ECG', 'ECH', 'ECM'].map((kind) =>
      `PIC32MZ${size}${kind}${pins}`
    )
  ).join(' ');

export const microchipPic32: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-pic32',
  series: 'PIC32',
  description: PIC32,
  reference: {
    title: '32-bit PIC microcontrollers',
    url: 'https://www.microchip.com/en-us/products/microcontrollers/32-bit-mcus/pic32-32-bit-mcus',
  },
  forms: () => [
    ...family(mx(MX_SMALL, 'B'), PIC32, PINS28, '40 50 60 72'),
    ...family(mx(MX_SMALL, 'C'), PIC32, { TL: 'VTLA-36 (5 x 5 mm)' }, '40 50 60 72'),
    ...family(mx(MX_SMALL, 'D'), PIC32, PINS44, '40 50 60 72'),
    ...family(mx(MX_LARGE, 'H'), PIC32, PINS64, '40 80 100 120'),
    ...family(mx(MX100, 'L'), PIC32, PINS100, '40 80 100 120'),
    ...family(mz('064'), PIC32, PINS64),
    ...family(mz('100'), PIC32, PINS100),
    ...family(mz('144'), PIC32, { PH: 'TQFP-144 (16 x 16 mm)', PL: 'LQFP-144 (20 x 20 mm)' }),
    ...family(
      'PIC32MM0016GPL028 PIC32MM0032GPL028 PIC32MM0064GPL028 PIC32MM0064GPM028 PIC32MM0128GPM028 PIC32MM0256GPM028',
      PIC32,
      PINS28,
    ),
    ...family('PIC32MM0016GPL020 PIC32MM0032GPL020 PIC32MM0064GPL020', PIC32, PINS20),
    ...family('PIC32MM0064GPM064 PIC32MM0128GPM064 PIC32MM0256GPM064', PIC32, PINS64),
  ],
};
