/** Voltages, currents and polarities of diodes, transistors, fuses and regulators: what contradicts the part, and what does not. */
import { describe, expect, it } from 'vitest';
import {
  type CheckedLine,
  checkLine,
  type KnownPart,
  sayingsOfLine,
} from '../../../../shared/assess/contradictions/index.ts';
import { found, partOf } from './part.ts';

type Row = readonly [line: CheckedLine, part: KnownPart, found?: string];

const zener = (nominal_voltage: number, mpn = 'BZX84C5V1') =>
  partOf({ category: 'zener_diode', nominal_voltage }, mpn);
const tvs = (nominal_voltage: number) => partOf({ category: 'tvs_diode', nominal_voltage }, 'SMBJ5.0A');
const esd = (nominal_voltage: number) =>
  partOf({ category: 'esd_protection', nominal_voltage }, 'USBLC6-2SC6');
const ldo = (nominal_voltage: number, current_rating?: number, mpn = 'AMS1117-3.3') =>
  partOf({ category: 'linear_regulator', nominal_voltage, ...(current_rating && { current_rating }) }, mpn);
const buck = (nominal_voltage: number) =>
  partOf({ category: 'switching_regulator', nominal_voltage, current_rating: 2 }, 'AP63205WU-7');
const reference = partOf({ category: 'voltage_reference', nominal_voltage: 4.096 }, 'LM4040AIZ-4.1');
const schottky = (voltage_rating: number, current_rating: number, mpn = 'SS34') =>
  partOf({ category: 'schottky_diode', voltage_rating, current_rating }, mpn);
const ptc = (current_rating: number) =>
  partOf({ category: 'resettable_fuse', current_rating }, '0ZCJ0025FF2E');
const fuse = (current_rating: number) => partOf({ category: 'fuse', current_rating }, 'SF-0603FP300-2');
const mosfet = (description: string, mpn = 'BSS138') => partOf({ category: 'mosfet', description }, mpn);
const bipolar = (description: string) =>
  partOf({ category: 'bipolar_transistor', description }, 'MMBT3904LT1G');

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'Zener diodes keep the voltage that the BOM says': [
    [{ value: '3V3' }, zener(5.1), 'error voltage'],
    [{ value: '6V2' }, zener(3.3), 'error voltage'],
    [{ description: 'Zener 12V SOT-23' }, zener(5.1), 'error voltage'],
    [{ value: 'Zener 5V6 500mW' }, zener(6), 'error voltage'],
    [{ columns: { Voltage: '12V' } }, zener(5.1), 'error voltage'],
    // the words came with the symbol
    [{ value: 'BZX84C5V1', description: 'Zener 12V SOT-23' }, zener(5.1), 'warning voltage'],
    [{ value: '5V1' }, zener(5.1)],
    [{ value: '5,1 V' }, zener(5.1)],
    [{ value: '9.6 V', description: 'Optional input Zener diode' }, zener(9.1, 'BZX79-C9V1')],
    [{ description: 'Zener 5.1V 500mW, 20V input' }, zener(5.1)],
    [{ description: 'Zener diode for the 24V supply' }, zener(5.1)],
    [{ description: 'protects 12V' }, zener(5.1)],
    [{ value: 'BZT52C10 (clamp 3V3)' }, zener(10, 'BZT52C10')],
  ],
  'TVS diodes stand off the line': [
    [{ description: 'TVS 12V SMB' }, tvs(5), 'error voltage'],
    [{ value: '5V', description: 'TVS diode' }, tvs(24), 'warning voltage'],
    [{ description: 'TVS DIODE 5V 9.2V DO214AA' }, tvs(5)],
    [{ description: 'TVS DIODE 9.2V DO214AA' }, tvs(5)],
    [{ value: '6.8V' }, tvs(5.8)],
    [{ value: '12V' }, tvs(15)],
    [{ description: '17V Clamp 5A (8/20µs) Ipp Tvs Diode Surface Mount SOT-23-6' }, esd(5.25)],
    [{ description: 'TVS DIODE 3.3VWM 11.5VC SOD923' }, esd(3.3)],
    [{ description: 'ESD protection, ±15kV, 3.3 V logic' }, esd(5)],
  ],
  'regulators with a fixed output make what the BOM says': [
    [{ value: '5V' }, ldo(3.3), 'error voltage'],
    [{ value: '5V LDO' }, ldo(3.3), 'error voltage'],
    [{ value: '5V,250mA' }, ldo(3.3), 'error voltage'],
    [{ description: 'LDO 5V 1A SOT-223' }, ldo(3.3), 'error voltage'],
    [{ description: 'IC REG LINEAR 5V 1A SOT89' }, ldo(3.3), 'error voltage'],
    [{ description: '5V 100mA Positive Voltage Regulators' }, ldo(3.3), 'error voltage'],
    [{ description: 'LDO, Vin 10V max, Vout 1.8V' }, ldo(3.3), 'error voltage'],
    [{ description: 'regulator, 1.5V fixed positive output' }, ldo(3.3), 'error voltage'],
    [{ description: 'Switching Regulator 3.3V out 7-12V in' }, buck(5), 'error voltage'],
    [{ value: '2.5V' }, reference, 'error voltage'],
    [{ value: '4.1V' }, reference],
    [{ value: '3V3 LDO' }, ldo(3.3)],
    [{ description: 'Low Dropout (LDO) Regulators Vin 10V max Vout 3.3V' }, ldo(3.3)],
    [{ description: '250 mA, 16V, Low Quiescent Current LDO Regulator' }, ldo(3.3)],
    [{ description: 'Fixed 15V 3.3V 1A SOT-223 Low Dropout Regulators(LDO)' }, ldo(3.3)],
    [{ description: 'LDO for the 5V rail' }, ldo(3.3)],
    [{ description: 'LDO 30V 150mA' }, ldo(3.3)],
    [{ description: '5V to 3.3V regulator' }, ldo(3.3)],
    [{ description: '5V input LDO' }, ldo(3.3)],
    [{ description: '12V buck converter' }, buck(5)],
    [{ description: '3.8V~32V Buck' }, buck(5)],
    [{ value: 'NCP1117-5', description: '3.3V system' }, ldo(5, 1, 'NCP1117ST50T3G')],
    [{ value: '-5V' }, ldo(-5, 0.1, 'MC79L05ACLPR')],
  ],
  'diodes stand and carry what the BOM says': [
    [{ value: '60V' }, schottky(40, 3), 'error voltage'],
    [{ description: 'Schottky diode 60V 3A' }, schottky(40, 3), 'error voltage'],
    [{ value: 'SS34', description: 'Schottky diode 60V 3A' }, schottky(40, 3), 'warning voltage'],
    [{ value: '20V/1A' }, schottky(40, 3)],
    [{ description: 'Schottky diode 5A' }, schottky(40, 3), 'warning current'],
    [
      { description: 'Diode 600V SOD-123' },
      partOf({ category: 'switching_diode', voltage_rating: 100 }),
      'error voltage',
    ],
    [{ description: 'Diode 100V 150mA' }, partOf({ category: 'switching_diode', voltage_rating: 75 })],
    [{ description: 'MOSFET N-CH 60V' }, partOf({ category: 'mosfet', voltage_rating: 30 }), 'error voltage'],
    [{ description: 'MOSFET N-CH 30V, Vgs ±20V' }, partOf({ category: 'mosfet', voltage_rating: 30 })],
    [{ description: 'NPN transistor 60V' }, partOf({ category: 'bipolar_transistor', voltage_rating: 40 })],
    [{ value: 'SS14 (+60V->VSYS)' }, schottky(40, 1, 'SS14')],
    [{ value: '0.6V' }, schottky(40, 1)],
    [{ description: '130uA@60V 40V 430mV@500mA Schottky Diodes' }, schottky(40, 3)],
    [{ description: 'Schottky 40V 3A, surge 80A' }, schottky(40, 3)],
    [{ description: 'for 48V input' }, schottky(40, 3)],
    [
      { value: '10k 200V' },
      partOf({ category: 'chip_resistor', resistance: 1e4, voltage_rating: 75 }),
      'warning voltage',
    ],
  ],
  'fuses and regulators carry what the BOM says': [
    [{ value: '1A', description: 'Hold 250mA, Trip 500mA' }, ptc(0.25), 'warning current'],
    [{ value: '50mA' }, ptc(0.5), 'warning current'],
    [{ value: '1A' }, ptc(0.5)],
    [{ value: 'Polyfuse 1.1A-hold 2.2A-trip' }, ptc(1.1)],
    [{ value: '1A' }, fuse(3), 'error current'],
    [{ value: '3A' }, fuse(3)],
    [{ value: '500mA-50V' }, fuse(0.5)],
    [{ description: 'Fuse holder' }, fuse(3)],
    [{ description: 'FUSE 1/2A SLOW BLOW 250V' }, fuse(0.5)],
    [{ description: 'FUSE 1 1/2A 125V' }, fuse(1.5)],
    [{ description: 'LDO 3.3V 1A' }, ldo(3.3, 0.3), 'warning current'],
    [{ description: 'LDO 3.3V 1A' }, ldo(3.3, 0.8)],
  ],
  'transistors conduct the way that the BOM says': [
    [{ description: 'P-channel MOSFET 50V' }, mosfet('N-channel MOSFET'), 'error polarity'],
    [{ description: 'N-Channel MOSFET 30V SOT-23' }, mosfet('P-channel MOSFET'), 'error polarity'],
    [{ value: 'Q_PMOS_GSD' }, mosfet('N-channel MOSFET'), 'error polarity'],
    [{ description: 'MOSFET P-Kanal' }, mosfet('MOSFET N-CH 50V 220MA SOT23-3'), 'error polarity'],
    [{ description: 'MOSFET de canal P' }, mosfet('N-channel MOSFET'), 'error polarity'],
    [{ description: 'P沟道 MOS' }, mosfet('N-channel MOSFET'), 'error polarity'],
    [{ value: 'PNP' }, bipolar('NPN transistor'), 'error polarity'],
    [{ description: 'Transistor PNP 40V' }, bipolar('NPN transistor'), 'error polarity'],
    [{ description: 'Single N-channel MOSFET' }, bipolar('NPN transistor'), 'warning polarity'],
    [{ value: 'BSS138', description: 'P-MOSFET' }, mosfet('N-channel MOSFET'), 'warning polarity'],
    [{ value: 'N Kanal Mosfet' }, mosfet('N-channel MOSFET')],
    [{ value: 'NPN', description: 'TRANS 2NPN 45V 0.1A' }, bipolar('Dual NPN transistor')],
    [{ description: 'N-channel MOSFET' }, mosfet('N- and P-channel MOSFET')],
    [{ description: 'N-channel, drives a P-channel' }, mosfet('N-channel MOSFET')],
    [{ description: 'NPN transistor, complementary to BC857' }, bipolar('NPN transistor')],
    [{ description: 'Complementary NPN/PNP pair' }, bipolar('Bipolar NPN, PNP 40V')],
    [{ value: 'FDN360P' }, mosfet('N-channel MOSFET', 'FDN360P')],
    [{ description: 'PNP output' }, partOf({ category: 'sensor', description: 'NPN output' })],
    [{ description: 'P-channel' }, partOf({ category: 'driver', description: 'N-channel gate driver' })],
  ],
};

for (const [what, rows] of Object.entries(ROWS)) {
  describe(what, () => {
    it.each(rows.map((row) => [JSON.stringify(row[0]), row] as const))(
      '%s',
      (_line, [line, part, expected]) => {
        expect(found(line, part)).toEqual(expected === undefined ? [] : [expected]);
      },
    );
  });
}

describe('the case of a diode in three letters', () => {
  const smc = partOf(
    { manufacturer: 'onsemi', category: 'schottky_diode', package: 'SMC (DO-214AB)' },
    'SS34',
  );
  it.each<readonly [line: CheckedLine, expected: readonly string[]]>([
    [{ manufacturer: 'onsemi', description: 'Schottky SMA' }, ['warning package']],
    [{ manufacturer: 'onsemi', description: 'Schottky SMC' }, []],
    [{ manufacturer: 'onsemi', description: 'Schottky, SMA or SMC' }, []],
    // others make it in other cases
    [{ description: 'Schottky SMA' }, []],
    [{ manufacturer: 'onsemi', description: 'Schottky at the SMA connector' }, []],
    [{ manufacturer: 'onsemi', description: 'Schottky like SMAJ5.0A' }, []],
  ])('%j', (line, expected) => {
    expect(found(line, smc)).toEqual(expected);
  });
});

it('holds a line against a number that no manufacturer owns, whoever makes the part', () => {
  const part = partOf(
    { manufacturer: 'Nexperia', category: 'zener_diode', nominal_voltage: 3.3 },
    'BZV55C3V3',
  );
  expect(found({ value: '6V2', manufacturer: 'LGE' }, part)).toEqual(['error voltage']);
  expect(found({ value: '3V3', manufacturer: 'LGE' }, part)).toEqual([]);
  // Their part of this number may be another.
  expect(found({ value: '6V2', manufacturer: 'LGE' }, { ...part, mpn: 'PZ3300' })).toEqual([]);
});

it('says both, and marks what differs in the panel', () => {
  const description = 'P-channel MOSFET 50V';
  const part = mosfet('N-channel MOSFET');
  expect(checkLine({ description }, { part })[0]?.sentence).toBe(
    'The BOM says P-channel (description), the part is N-channel MOSFET.',
  );
  expect(sayingsOfLine({ description }, part).description).toEqual({
    text: description,
    where: 'description',
    verdict: 'error',
  });
  // A whole description is no more than not contradicted.
  expect(sayingsOfLine({ description: 'N-channel MOSFET 50V' }, part).description?.verdict).toBeNull();
  expect(checkLine({ value: '5V' }, { part: ldo(3.3) })[0]?.sentence).toBe(
    'The BOM says 5 V (value), the part is 3.3 V.',
  );
  expect(sayingsOfLine({ value: '3V3 LDO' }, ldo(3.3)).nominal_voltage).toEqual({
    text: '3.3 V',
    where: 'value',
    verdict: 'fine',
  });
});
