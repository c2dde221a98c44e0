/** What a line without a number says of its part. */
import { expect, it } from 'vitest';
import type { LineTexts } from '../../../../shared/parts/text/line.ts';
import { statedFields } from '../../../../shared/parts/text/stated-fields.ts';

/** Fields, short: a `?` behind what is likely and not sure. */
function said(line: LineTexts): string {
  return Object.entries(statedFields(line))
    .map(([name, { value, unit, confidence }]) =>
      `${name} ${value}${unit ? ` ${unit}` : ''}${confidence < 1 ? '?' : ''}`
    )
    .join(', ');
}

it.each<[LineTexts, string]>([
  [
    { value: '4k7', footprint: 'Resistor_SMD:R_0805_2012Metric', designators: ['R1'] },
    'category chip_resistor, resistance 4700 ohm, package 0805 (2012 metric)',
  ],
  [
    { value: '100nF/50V/20%/Y5V/C0603', footprint: 'C0603', designators: ['C11'] },
    'category ceramic_capacitor, capacitance 1e-7 F, tolerance 20 %, voltage_rating 50 V, dielectric Y5V, package 0603 (1608 metric)?',
  ],
  [
    { value: '47uF/25V/CASE-D', footprint: 'CP_EIA-7343-31_Kemet-D', designators: ['C15'] },
    'category tantalum_capacitor, capacitance 0.000047 F, voltage_rating 25 V, package 2917 (7343 metric)',
  ],
  [
    { value: '10K', description: '0805 Resistor', designators: ['R2'] },
    'category chip_resistor, resistance 10000 ohm, package 0805 (2012 metric)',
  ],
  [
    { value: '10K', footprint: '0603', designators: ['R7'] },
    'category chip_resistor?, resistance 10000 ohm, package 0603 (1608 metric)?',
  ],
  [
    { value: 'FB0805/600R/2A', footprint: 'L0805', designators: ['L1'] },
    'category ferrite_bead?, impedance 600 ohm, current_rating 2 A, package 0805 (2012 metric)',
  ],
  [
    { value: '600R', footprint: 'L_0402_1005Metric', designators: ['L1'] },
    'category ferrite_bead, impedance 600 ohm, package 0402 (1005 metric)',
  ],
  [
    { value: '10uH', footprint: 'L_1210_3225Metric', designators: ['L1'] },
    'category inductor, inductance 0.00001 H, package 1210 (3225 metric)',
  ],
  [
    { value: '12MHz 18pF', footprint: 'Crystal_SMD_3225-4Pin_3.2x2.5mm', designators: ['Y1'] },
    'category crystal, frequency 12000000 Hz, load_capacitance 1.8e-11 F, package 3.2 x 2.5 mm',
  ],
  [
    { value: '10k', footprint: 'R_Array_Convex_4x0402', designators: ['RN1'] },
    'category resistor_array, resistance 10000 ohm, package 0804 (2010 metric)',
  ],
  [
    { value: '103', footprint: 'R_0402_1005Metric', designators: ['R1'] },
    'category chip_resistor, resistance 103 ohm?, package 0402 (1005 metric)',
  ],
  [
    { value: '103', description: 'RES 10K OHM 1% 0402', designators: ['R1'] },
    'category chip_resistor, resistance 10000 ohm, tolerance 1 %, package 0402 (1005 metric)?',
  ],
  // Nobody can tell farads from a bare number.
  [
    { value: '47', footprint: 'C_0402_1005Metric', designators: ['C1'] },
    'category ceramic_capacitor, package 0402 (1005 metric)',
  ],
  [
    { value: 'GREEN', footprint: 'LED_0603_1608Metric', designators: ['D1'] },
    'category led?, colour green, package 0603 (1608 metric)',
  ],
  [{ value: 'FIDUCIAL', designators: ['FID1'] }, ''],
])('%j', (line, fields) => {
  expect(said(line)).toBe(fields);
});
