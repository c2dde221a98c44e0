import { bareCodes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, type Bases, maybe, packages, reels } from './numbers.ts';

/** Flash memory by its letter, in KB. */
const FLASH: Readonly<Record<string, number>> = {
  '3': 8,
  '4': 16,
  '6': 32,
  '8': 64,
  B: 128,
  Z: 192,
  C: 256,
  D: 384,
  E: 512,
  F: 768,
  G: 1024,
  H: 1536,
  I: 2048,
  J: 4096,
};
/** In KB, of lines whose letter stands for another size. */
const OTHER_FLASH: Readonly<Record<string, number>> = { WB10C: 320, WB15C: 320 };

/**
 * Lines by what they are. Behind each line the letters of its numbers of pins, each with the letters of the flash
 * memories it comes with.
 */
const LINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Arm Cortex-M0 microcontroller, 48 MHz': {
    F030: 'F4 K6 C68C R8C',
    F031: 'F46 E6 G46 K46 C46',
    F038: 'F6 E6 G6 K6 C6',
    F042: 'F46 G46 K46 C46 T6',
    F048: 'G6 C6 T6',
    F051: 'K468 C468 R468 T8',
    F058: 'C8 R8 T8',
    F070: 'F6 C6B RB',
    F071: 'C8B V8B RB',
    F072: 'C8B R8B V8B',
    F078: 'CB RB VB',
    F091: 'CBC RBC VBC',
    F098: 'CC RC VC',
  },
  'Arm Cortex-M3 microcontroller, 24 MHz': { F100: 'C468B R468BCDE V8BCDE ZCDE' },
  'Arm Cortex-M3 microcontroller, 36 MHz': { F101: 'T468B C468B R468BCDEFG V8BCDEFG ZCDEFG' },
  'Arm Cortex-M3 microcontroller, 48 MHz': { F102: 'C468B R468B' },
  'Arm Cortex-M3 microcontroller, 72 MHz': {
    F103: 'T468B C468B R468BCDEFG V8BCDEFG ZCDEFG',
    F105: 'R8BC V8BC',
    F107: 'RBC VBC',
  },
  'Arm Cortex-M3 microcontroller, 120 MHz': {
    F205: 'RBCEFG VBCEFG ZCEFG',
    F207: 'VCEFG ZCEFG ICEFG',
    F215: 'REG VEG ZEG',
    F217: 'VEG ZEG IEG',
  },
  'Arm Cortex-M4 microcontroller, 72 MHz': {
    F301: 'K68 C68 R68',
    F302: 'K68 C68BC R68BCDE VBCDE ZDE',
    F303: 'K68 C68BC R68BCDE VBCDE ZDE',
    F334: 'K468 C468 R68',
    F373: 'C8BC R8BC V8BC',
    F318: 'C8 K8',
    F328: 'C8',
    F358: 'CC RC VC',
    F378: 'CC RC VC',
    F398: 'VE',
  },
  'Arm Cortex-M4 microcontroller, 84 MHz': { F401: 'CBCDE RBCDE VBCDE' },
  'Arm Cortex-M4 microcontroller, 100 MHz': {
    F410: 'C8B R8B T8B',
    F411: 'CCE RCE VCE',
    F412: 'CEG REG VEG ZEG',
    F413: 'CGH RGH VGH ZGH MGH',
    F423: 'CH RH VH ZH MH',
  },
  'Arm Cortex-M4 microcontroller, 168 MHz': {
    F405: 'RG VG ZG OEG',
    F407: 'VEG ZEG IEG',
    F415: 'RG VG ZG OG',
    F417: 'VEG ZEG IEG',
  },
  'Arm Cortex-M4 microcontroller, 180 MHz': {
    F427: 'VGI ZGI IGI AGI',
    F429: 'VEGI ZEGI IEGI BEGI NEGI AGI',
    F437: 'VGI ZGI IGI AI',
    F439: 'VGI ZGI IGI BGI NGI AI',
    F446: 'RCE VCE ZCE MCE',
    F469: 'VEGI ZEGI IEGI BEGI NEGI AEGI',
    F479: 'VGI ZGI IGI BGI NGI AGI',
  },
  'Arm Cortex-M7 microcontroller, 216 MHz': {
    F722: 'RCE VCE ZCE ICE',
    F723: 'VCE ZCE ICE',
    F730: 'R8 V8 Z8 I8',
    F732: 'RE VE ZE IE',
    F733: 'VE ZE IE',
    F745: 'VEG ZEG IEG',
    F746: 'VEG ZEG IEG BEG NEG',
    F750: 'V8 Z8 N8',
    F756: 'VG ZG IG BG NG',
    F765: 'VGI ZGI IGI BGI NGI',
    F767: 'VGI ZGI IGI BGI NGI',
    F768: 'AI',
    F769: 'IGI BGI NGI AGI',
    F777: 'VI ZI II BI NI',
    F778: 'AI',
    F779: 'II BI NI AI',
  },
  'Arm Cortex-M0+ microcontroller, 48 MHz': {
    C011: 'J46 D6 F46',
    C031: 'G46 K46 C46 F46',
    C071: 'F8B G8B K8B C8B R8B',
  },
  'Arm Cortex-M0+ microcontroller, 64 MHz': {
    G030: 'J6 F6 K68 C68',
    G031: 'J46 F468 G468 K468 C468 Y8',
    G041: 'J6 F68 G68 K68 C68 Y8',
    G050: 'F6 K68 C68',
    G051: 'F68 G68 K68 C68',
    G061: 'F68 G68 K68 C68',
    G070: 'KB CB RB',
    G071: 'EB G68B K68B C68B R68B',
    G081: 'EB GB KB CB RB',
    G0B0: 'KE CE RE VE',
    G0B1: 'KBCE CBCE RBCE MBCE VBCE NE',
    G0C1: 'KCE CCE RCE MCE VCE NE',
  },
  'Arm Cortex-M4 microcontroller, 170 MHz': {
    G431: 'K68B C68B R68B M68B V68B',
    G441: 'KB CB RB MB VB',
    G471: 'CCE RCE MCE VCE QCE',
    G473: 'CBCE RBCE MBCE VBCE QBCE PBCE',
    G474: 'CBCE RBCE MBCE VBCE QBCE PBCE',
    G483: 'CE RE ME VE QE PE',
    G484: 'CE RE ME VE QE PE',
    G491: 'KCE CCE RCE MCE VCE',
    G4A1: 'KE CE RE ME VE',
  },
  'Arm Cortex-M33 microcontroller, 250 MHz': {
    H503: 'CB RB KB EB',
    H562: 'RGI VGI ZGI IGI AGI',
    H563: 'RGI VGI ZGI IGI AGI MI',
    H573: 'RI VI ZI II AI MI',
  },
  'Arm Cortex-M7 microcontroller, 480 MHz': {
    H742: 'VGI ZGI IGI BGI XGI AGI',
    H743: 'VGI ZGI IGI BGI XGI AGI',
    H750: 'VB ZB IB XB',
    H753: 'VI ZI II BI XI AI',
    H745: 'ZGI IGI BGI XGI',
    H747: 'IGI BGI XGI AGI ZI',
    H755: 'ZI II BI XI',
    H757: 'II BI XI AI ZI',
  },
  'Arm Cortex-M7 microcontroller, 550 MHz': {
    H723: 'VEG ZEG',
    H725: 'REG VEG ZEG IEG AEG',
    H730: 'VB ZB IB AB',
    H733: 'VG ZG',
    H735: 'RG VG ZG IG AG',
  },
  'Arm Cortex-M7 microcontroller, 280 MHz': {
    H7A3: 'RGI VGI ZGI IGI NGI LGI QI AGI',
    H7B0: 'RB VB ZB IB AB',
    H7B3: 'RI VI ZI II NI LI QI AI',
  },
  'Arm Cortex-M0+ microcontroller, 32 MHz': {
    L010: 'F4 K48 C6 RB R8',
    L011: 'D34 E34 F34 G34 K34',
    L021: 'D4 F4 G4 K4',
    L031: 'E46 F46 G46 K46 C46',
    L041: 'E6 F6 G6 K6 C46',
    L051: 'T68 K68 C68 R68',
    L052: 'T68 K68 C68 R68',
    L053: 'C68 R68',
    L062: 'K8 C8 T8',
    L063: 'C8 R8',
    L071: 'K8BZ C8BZ R8BZ V8BZ',
    L072: 'K8BZ C8BZ R8BZ V8BZ',
    L073: 'C8BZ R8BZ V8BZ',
    L081: 'KZ CBZ',
    L082: 'KBZ CZ',
    L083: 'C8BZ R8BZ V8BZ',
  },
  'Arm Cortex-M3 microcontroller, 32 MHz': {
    L100: 'C6 R8BC',
    L151: 'C68BC R68BCDE V8BCDE ZCDE QCDE UC',
    L152: 'C68BC R68BCDE V8BCDE ZCDE QCDE UC',
    L162: 'RCDE VCDE ZCDE QCD',
  },
  'Arm Cortex-M4 microcontroller, 80 MHz': {
    L412: 'K8B T8B C8B R8B',
    L422: 'KB TB CB RB',
    L431: 'KBC CBC RBC VC',
    L432: 'KBC',
    L433: 'CBC RBC VC',
    L442: 'KC',
    L443: 'CC RC VC',
    L451: 'CCE RCE VCE',
    L452: 'CCE RCE VCE',
    L462: 'CE RE VE',
    L471: 'REG VEG QEG ZEG JEG',
    L475: 'RCEG VCEG',
    L476: 'RCEG VCEG QEG ZEG JEG MEG',
    L485: 'JCE',
    L486: 'RG VG QG ZG JG',
    L496: 'REG VEG QEG ZEG AEG WG',
    L4A6: 'RG VG QG ZG AG',
  },
  'Arm Cortex-M4 microcontroller, 120 MHz': {
    L4P5: 'CEG REG VEG QEG ZEG AEG',
    L4Q5: 'CG RG VG QG ZG AG',
    L4R5: 'VGI QGI ZGI AGI',
    L4R7: 'VI ZI AI',
    L4R9: 'VGI ZGI AGI',
    L4S5: 'VI QI ZI AI',
    L4S7: 'VI ZI AI',
    L4S9: 'VI ZI AI',
  },
  'Arm Cortex-M33 microcontroller, 110 MHz': { L552: 'CCE RCE VCE QCE ZCE MCE', L562: 'CE RE VE QE ZE ME' },
  'Arm Cortex-M33 microcontroller, 160 MHz': {
    U535: 'CBCE RBCE VCE NCE JE',
    U545: 'CE RE VE NE JE',
    U575: 'CGI RGI VGI QGI ZGI AGI OGI',
    U585: 'CI RI VI QI ZI AI OI',
    U595: 'RIJ VIJ QI ZIJ AIJ',
    U599: 'VIJ ZIJ NIJ BJ',
    U5A5: 'RJ VJ QJ ZJ AJ',
    U5A9: 'VJ ZJ NJ BJ',
    U5F7: 'VIJ',
    U5F9: 'VIJ ZIJ NJ BJ',
    U5G7: 'VJ',
    U5G9: 'VJ ZJ NJ BJ',
  },
  'Arm Cortex-M4 and M0+ microcontroller with Bluetooth Low Energy and 802.15.4 radio, 64 MHz': {
    WB10: 'CC',
    WB15: 'CC',
    WB30: 'CE',
    WB35: 'CCE RCE',
    WB50: 'CG',
    WB55: 'CCEG RCEG VCEGY',
  },
  'Arm Cortex-M33 microcontroller with Bluetooth Low Energy radio, 100 MHz': {
    WBA52: 'CEG KEG',
    WBA55: 'CEG UEG HEG',
  },
  'Arm Cortex-M4 and M0+ microcontroller with sub-GHz radio, 48 MHz': { WL54: 'CC JC', WL55: 'CC JC UC' },
  'Arm Cortex-M4 microcontroller with sub-GHz radio, 48 MHz': { WLE4: 'C8BC J8BC', WLE5: 'C8BC J8BC UB U8' },
};

const PIN_LETTERS = 'J D F E G K T C R O M V Q Z I A B N X U H Y P L W S'.split(' ');

/** The numbers up to the flash letter: pins by their letter, so that packages can be told apart. */
function numbersWith(pins: string): Bases {
  const numbers: Record<string, Bases[string]> = {};
  for (const [description, lines] of Object.entries(LINES)) {
    for (const [line, variants] of Object.entries(lines)) {
      for (const [pin = '', ...letters] of variants.split(' ')) {
        if (pin !== pins) continue;
        for (const letter of letters) {
          const flash = OTHER_FLASH[line + letter] ?? FLASH[letter];
          const memory = flash === undefined ? '' : `, ${flash} KB flash`;
          numbers[`STM32${line}${pin}${letter}`] = { description: description + memory };
        }
        // As libraries of symbols write it where any flash memory will do.
        numbers[`STM32${line}${pin}X`] = { description };
      }
    }
  }
  return numbers;
}

/**
 * Packages by pin letter and package letter. Ball grids that differ from line to line have no name but their number of
 * balls, chip-scale packages not even that.
 */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  J: { M: 'SOIC-8', I: 'UFBGA-73', Y: 'WLCSP' },
  D: { P: 'TSSOP-14', Y: 'WLCSP-12' },
  F: { P: 'TSSOP-20', U: 'UFQFPN-20 (3 x 3 mm)', Y: 'WLCSP' },
  E: { Y: 'WLCSP' },
  G: { U: 'UFQFPN-28 (4 x 4 mm)', Y: 'WLCSP' },
  K: { T: 'LQFP-32 (7 x 7 mm)', U: 'UFQFPN-32 (5 x 5 mm)', Y: 'WLCSP' },
  T: { U: 'QFN-36', Y: 'WLCSP' },
  C: { T: 'LQFP-48 (7 x 7 mm)', U: 'UFQFPN-48 (7 x 7 mm)', Y: 'WLCSP' },
  R: {
    T: 'LQFP-64 (10 x 10 mm)',
    H: 'BGA-64',
    I: 'UFBGA-64 (5 x 5 mm)',
    V: 'VFQFPN-68 (8 x 8 mm)',
    Y: 'WLCSP',
  },
  O: { Y: 'WLCSP' },
  M: { T: 'LQFP-80', S: 'LQFP-80', Y: 'WLCSP' },
  V: { T: 'LQFP-100 (14 x 14 mm)', H: 'BGA-100', I: 'UFBGA-100 (7 x 7 mm)', Y: 'WLCSP' },
  Q: { T: 'LQFP-128 (14 x 14 mm)', I: 'UFBGA-132 (7 x 7 mm)', H: 'BGA-132', Y: 'WLCSP' },
  Z: {
    T: 'LQFP-144 (20 x 20 mm)',
    H: 'BGA-144',
    I: 'UFBGA-144 (7 x 7 mm)',
    J: 'UFBGA-144 (10 x 10 mm)',
    Y: 'WLCSP',
  },
  I: { T: 'LQFP-176 (24 x 24 mm)', H: 'UFBGA-176+25 (10 x 10 mm)', K: 'UFBGA-176+25 (10 x 10 mm)' },
  A: { I: 'UFBGA-169 (7 x 7 mm)', H: 'UFBGA-169 (7 x 7 mm)', Y: 'WLCSP' },
  B: { T: 'LQFP-208 (28 x 28 mm)', Y: 'WLCSP' },
  N: { H: 'TFBGA-216 (13 x 13 mm)', Y: 'WLCSP' },
  X: { H: 'TFBGA-240+25 (14 x 14 mm)' },
  U: { Y: 'WLCSP' },
  H: { Y: 'WLCSP' },
  Y: { Y: 'WLCSP' },
  P: { I: 'UFBGA-121 (6 x 6 mm)' },
  L: { H: 'TFBGA-225 (13 x 13 mm)' },
  W: { Y: 'WLCSP' },
};

const TEMPERATURES: CodeSegment = {
  name: 'temperature',
  codes: {
    '6': { temperature_range: '-40 to 85 °C' },
    '7': { temperature_range: '-40 to 105 °C' },
    '3': { temperature_range: '-40 to 125 °C' },
    // Libraries of symbols leave it open.
    X: {},
  },
};

const byPins = (pin: string): Segment[][] => {
  const numbers = base(numbersWith(pin));
  const letters = PACKAGES[pin];
  if (Object.keys(numbers.codes).length === 0) return [];
  return [
    [numbers],
    ...(letters === undefined ? [] : [[
      numbers,
      packages(letters),
      TEMPERATURES,
      // Die and power options make another part; what they mean differs from line to line.
      maybe(bareCodes('option', 'A D E N P Q S X')),
      maybe(reels('TR')),
    ]]),
  ];
};

const lineNumbers = (): Bases =>
  Object.fromEntries(
    Object.entries(LINES).flatMap(([description, lines]) =>
      Object.keys(lines).map((line) => [`STM32${line}`, { description }])
    ),
  );

export const stStm32: SeriesTable = {
  id: 'st-stm32',
  manufacturer: 'STMicroelectronics',
  category: 'microcontroller',
  series: 'STM32',
  description: '32-bit Arm Cortex-M microcontroller',
  reference: {
    title: 'STM32 32-bit Arm Cortex MCUs',
    url: 'https://www.st.com/en/microcontrollers-microprocessors/stm32-32-bit-arm-cortex-mcus.html',
  },
  forms: () => [[base(lineNumbers())], ...PIN_LETTERS.flatMap(byPins)],
};

const MP1 = 'Arm Cortex-A7 and M4 processor';

export const stStm32mp1: SeriesTable = {
  id: 'st-stm32mp1',
  manufacturer: 'STMicroelectronics',
  category: 'processor',
  series: 'STM32MP1',
  description: MP1,
  reference: {
    title: 'STM32MP1 series',
    url: 'https://www.st.com/en/microcontrollers-microprocessors/stm32mp1-series.html',
  },
  forms: () =>
    ['151', '153', '157'].map((line) => [
      { literal: `STM32MP${line}` },
      // Speed, and whether it has encryption.
      bareCodes('variant', 'A C D F'),
      packages({ AA: 'LFBGA-448', AB: 'LFBGA-354', AC: 'TFBGA-361', AD: 'TFBGA-257' }),
      bareCodes('temperature', '1 3'),
      maybe(reels('T TR')),
    ]),
};
