/**
 * What manufacturers put at the end of a number for its packing or the finish of its leads, where no series table reads
 * the number. A packing is the same part on another reel; a finish may differ in lead and in compliance. Grades (AEC,
 * temperature, speed) are other parts and stand nowhere here.
 */
import { orderableKey } from './part-number.ts';

interface SuffixRule {
  /** Canonical name. */
  readonly manufacturer: string;
  /** What a number of this kind looks like without the suffix: an orderable key. */
  readonly base: RegExp;
  /** Endings that mean one part; the empty one where the number may end without any. */
  readonly endings: readonly string[];
}

const TI_PACKAGE =
  '(?:DBV|DCK|DCN|DDC|DGK|DGS|DRL|DRV|DRC|DSG|DGN|PWP|PW|DBQ|DW|DR|NS|RGE|RGT|RTE|RHB|RGZ|RUG|RSL|DSE|DQN|D)';

/** The same part in another packing. */
const PACKINGS: readonly SuffixRule[] = [
  {
    manufacturer: 'Texas Instruments',
    base: new RegExp(`^[A-Z]+\\d.*${TI_PACKAGE}$`),
    endings: ['', 'R', 'T'],
  },
  {
    manufacturer: 'Analog Devices',
    base: /^[A-Z]{2,5}\d.*Z$/,
    endings: ['', '-REEL', '-REEL7', '-RL', '-RL7', '-R2', '-R7'],
  },
  { manufacturer: 'Analog Devices', base: /^LT[CM]?\d.*[A-Z0-9]#$/, endings: ['PBF', 'TRPBF'] },
  { manufacturer: 'Analog Devices', base: /^(?:MAX|DS)\d.*\+$/, endings: ['', 'T'] },
  { manufacturer: 'Microchip Technology', base: /^AT\w+-(?:AU|MU|SU|SSU|XU|SH|MH)$/, endings: ['', 'R'] },
  {
    manufacturer: 'Nexperia',
    base: /^[A-Z0-9-]+$/,
    endings: ['', ',115', ',118', ',125', ',135', ',215', ',235'],
  },
  { manufacturer: 'Diodes Incorporated', base: /^[A-Z0-9]+$/, endings: ['-7', '-13'] },
  { manufacturer: 'Diodes Incorporated', base: /^[A-Z0-9]+$/, endings: ['-7-F', '-13-F'] },
  { manufacturer: 'onsemi', base: /^[A-Z0-9]+$/, endings: ['T1G', 'T3G'] },
  { manufacturer: 'Vishay', base: /^.*-E3\/$/, endings: ['51', '54', '61', '73', '5AT', '9AT', '52', '57'] },
  {
    manufacturer: 'STMicroelectronics',
    base: /^(?:STM32|STM8|M24|M95|ST|L|LD)[A-Z0-9.-]*(?<!TR)$/,
    endings: ['', 'TR'],
  },
  {
    manufacturer: 'Infineon Technologies',
    base: /^IR[A-Z]*\d+[A-Z0-9]*$/,
    endings: ['PBF', 'TRPBF', 'TRLPBF'],
  },
  { manufacturer: 'Nordic Semiconductor', base: /^NRF\d+-[A-Z]{4}$/, endings: ['', '-R', '-R7', '-T'] },
  { manufacturer: 'Winbond', base: /^W25[A-Z0-9]+(?<!TR)$/, endings: ['', 'TR'] },
];

/** The same part with another finish of its leads, which is for somebody to approve. */
const FINISHES: readonly SuffixRule[] = [
  { manufacturer: 'Texas Instruments', base: /^L[MPF]\w*\d.*[A-Z]$/, endings: ['', '/NOPB'] },
  {
    manufacturer: 'Texas Instruments',
    base: new RegExp(`^[A-Z]+\\d.*${TI_PACKAGE}[RT]?$`),
    endings: ['', 'G4', 'E4'],
  },
  { manufacturer: 'Analog Devices', base: /^A[DP][A-Z]*\d[A-Z0-9]*$/, endings: ['', 'Z'] },
  { manufacturer: 'Analog Devices', base: /^LT[CM]?\d[A-Z0-9.-]*$/, endings: ['', '#PBF', '#TRPBF'] },
  { manufacturer: 'Analog Devices', base: /^(?:MAX|DS)\d[A-Z0-9]*$/, endings: ['', '+', '+T'] },
  { manufacturer: 'onsemi', base: /^[A-Z0-9]+(?:T[13]|D|DR2)$/, endings: ['', 'G'] },
  { manufacturer: 'Diodes Incorporated', base: /^[A-Z0-9]+-(?:7|13)$/, endings: ['', '-F'] },
  { manufacturer: 'Vishay', base: /^SI\d+[A-Z0-9]*-T1$/, endings: ['-E3', '-GE3'] },
  { manufacturer: 'Infineon Technologies', base: /^IR[A-Z]*\d+[A-Z0-9]*$/, endings: ['', 'PBF'] },
];

/** A number that would be the same part by one manufacturer's habit (canonical name); nobody says that it exists. */
export interface Sibling {
  readonly mpn: string;
  readonly manufacturer: string;
}

/** The same part in other packings, by the manufacturers' endings. */
export const otherPackings = (mpn: string): readonly Sibling[] => siblings(mpn, PACKINGS);

/** The same part with other finishes. */
export const otherFinishes = (mpn: string): readonly Sibling[] => siblings(mpn, FINISHES);

function siblings(mpn: string, rules: readonly SuffixRule[]): Sibling[] {
  const key = orderableKey(mpn);
  return rules.flatMap(({ manufacturer, base, endings }) =>
    endings.filter((ending) => key.endsWith(ending)).flatMap((ending) => {
      const stem = key.slice(0, key.length - ending.length);
      if (!base.test(stem)) return [];
      return endings.filter((other) => other !== ending).map((other) => ({
        mpn: stem + other,
        manufacturer,
      }));
    })
  );
}
