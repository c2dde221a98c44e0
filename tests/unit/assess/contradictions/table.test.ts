/** Every row of the rules: what is an error, a warning, an upgrade, and what nobody must hear of. */
import { describe, expect, it } from 'vitest';
import type { CheckedLine, KnownPart } from '../../../../shared/assess/contradictions/index.ts';
import { checkLine, sayingsOfLine, worst } from '../../../../shared/assess/contradictions/index.ts';
import { capacitor, found, ic, partOf, resistor } from './part.ts';

type Row = readonly [what: string, line: CheckedLine, part: KnownPart, found?: string];

function rows(list: readonly Row[]): void {
  for (const [what, line, part, expected] of list) {
    it(what, () => {
      expect(found(line, part)).toEqual(expected === undefined ? [] : [expected]);
    });
  }
}

const ferrite = (impedance: number) =>
  partOf({ category: 'ferrite_bead', impedance, package: '0402 (1005 metric)' });
const crystal = (said = {}) =>
  partOf({
    category: 'crystal',
    frequency: 25e6,
    load_capacitance: 18e-12,
    tolerance: { value: 20, unit: 'ppm' },
    package: '4-SMD (3.2 x 2.5 mm)',
    ...said,
  });
const can = (name: string) =>
  partOf({ category: 'electrolytic_capacitor', capacitance: 1e-4, package: name });
const diode = (mpn: string) => partOf({ category: 'diode' }, mpn);
const led = (colour: string) => partOf({ category: 'led', colour, package: '0603 (1608 metric)' });
const header = (said = {}) =>
  partOf({
    category: 'pin_header',
    pins: 10,
    pitch: 2.54,
    orientation: 'vertical',
    package: 'through-hole',
    ...said,
  });

describe('values', () => {
  rows([
    ['ten times', { value: '100n' }, capacitor({ capacitance: 1e-6 }), 'error value'],
    ['the neighbour in the series', { value: '11k' }, resistor(), 'error value'],
    ['the neighbour, asked to 1 %', { value: '10.5k 1%' }, resistor(), 'error value'],
    [
      'another inductance',
      { value: '4u7' },
      partOf({ category: 'inductor', inductance: 10e-6, package: '1210' }),
      'error value',
    ],
    ['a capacitance on a resistor', { value: '100nF' }, resistor(), 'error value'],
    ['a resistance on a capacitor', { value: '10k' }, capacitor(), 'error value'],
    ['the description alone', { description: 'CAP CER 1UF 25V X7R 0402' }, capacitor(), 'error value'],
    ['100n', { value: '100n' }, capacitor()],
    ['0.1uF', { value: '0.1uF' }, capacitor()],
    ['a comma', { value: '0,1 µF' }, capacitor()],
    ['u1', { value: 'u1' }, capacitor()],
    ['100.000pF, thousands', { value: '100,000pF' }, capacitor()],
    ['4k7', { value: '4k7' }, resistor({ resistance: 4700 })],
    ['4R7', { value: '4R7' }, resistor({ resistance: 4.7 })],
    [
      '4R7 of an inductor',
      { value: '4R7' },
      partOf({ category: 'inductor', inductance: 4.7e-6, package: '1210' }),
    ],
    ['0.01', { value: '0.01' }, resistor({ resistance: 0.01 })],
    ['5k for 4.99k', { value: '5k' }, resistor({ resistance: 4990 })],
    ['2.5k for 2.49k', { value: '2.5k' }, resistor({ resistance: 2490 })],
    ['within the asked tolerance', { value: '100n 20%' }, capacitor({ capacitance: 82e-9, tolerance: 20 })],
    ['capitals', { description: 'RES SMD 10 KOHM 1% 1/10W 0603' }, resistor()],
    [
      'a size that begins the description',
      { description: '0805 Resistor' },
      resistor({ package: '0805 (2012 metric)' }),
    ],
    ['digits that are no size', { value: '1210' }, resistor({ resistance: 1210 })],
    ['a blank between thousands', { value: '10 000 Ω' }, resistor()],
    ['an apostrophe between thousands', { value: "10'000 Ω" }, resistor()],
    ['a blank between thousands of another value', { value: '100 000 Ω' }, resistor(), 'error value'],
    ['a blank between thousands of pF', { value: '100 000 pF' }, capacitor()],
    ['a prefix in words', { value: '10 kilo-ohm' }, resistor()],
    ['another prefix in words', { value: '10 megaohm' }, resistor(), 'error value'],
    ['units of another script', { value: '10 кОм' }, resistor()],
    ['a word that nobody understands', { value: '10 foo' }, resistor()],
    ['a code with a tolerance', { value: '104K' }, capacitor()],
    ['a code with a tolerance, of a resistor', { value: '105K' }, capacitor(), 'error value'],
    ['a milliohm in capitals', { description: 'RES SMD 10 MOHM 1% 0603' }, resistor({ resistance: 0.01 })],
  ]);
});

describe('what a capacitor is made of', () => {
  const ceramic = capacitor({ capacitance: 47e-6, package: '1210 (3225 metric)' });
  const tantalum = partOf({ category: 'tantalum_capacitor', capacitance: 47e-6, package: 'B (3528-21)' });
  const polymer = partOf({ category: 'polymer_capacitor', capacitance: 47e-6 });
  rows([
    [
      'a ceramic for a tantalum, by the description',
      { value: '47uF', description: '1210 Tantalum Capacitor' },
      ceramic,
      'error technology',
    ],
    ['the same by the value', { value: '47uF Tantal 1210' }, ceramic, 'error technology'],
    ['a ceramic for an electrolytic', { value: '47uF electrolytic' }, ceramic, 'error technology'],
    ['a tantalum for a ceramic', { value: '47uF X5R' }, tantalum, 'error technology'],
    [
      'a ceramic on the footprint of a tantalum',
      { value: '47uF', footprint: 'CP_EIA-3216-18_Kemet-A' },
      capacitor({ capacitance: 47e-6, package: '1206 (3216 metric)' }),
      'warning technology',
    ],
    ['a tantalum', { value: '47uF Tantal', footprint: 'CP_EIA-3528-21_Kemet-B' }, tantalum],
    ['a polymer on the footprint of a tantalum', { value: '47uF', footprint: 'CP_EIA-3528-21' }, polymer],
    ['an aluminium polymer', { description: 'CAP ALUM POLY 47UF aluminum' }, polymer],
    ['nothing said of it', { value: '47uF', footprint: 'C_1210_3225Metric' }, ceramic],
    [
      'a kind that nobody states',
      { value: '47uF Tantal' },
      partOf({ category: 'capacitor', capacitance: 47e-6 }),
    ],
  ]);

  it('shows the words that say it', () => {
    const [first] = checkLine({ mpn: 'X', value: '47uF Tantal 1210' }, { part: ceramic });
    expect(first).toMatchObject({
      field: 'category',
      asked: { text: 'tantalum capacitor', where: 'value', read: 'Tantal' },
      found: { text: 'ceramic capacitor' },
      sentence: 'The BOM says tantalum capacitor (value), the part is ceramic capacitor.',
    });
  });
});

describe('bare numbers', () => {
  rows([
    ['ohms', { value: '470' }, resistor({ resistance: 470 })],
    ['a code', { value: '103' }, resistor()],
    ['a code of four digits', { value: '1002' }, resistor()],
    ['neither ohms nor a code', { value: '104' }, resistor(), 'error value'],
    ['unreadable on a capacitor', { value: '47' }, capacitor()],
    ['microfarads of a capacitor', { value: '0.1' }, capacitor()],
  ]);
});

describe('ferrites', () => {
  rows([
    ['600R@100MHz', { value: '600R@100MHz' }, ferrite(600)],
    ['120@100MHZ', { value: '120@100MHZ' }, ferrite(120)],
    ['600R alone', { value: '600R, 0.5A' }, ferrite(600)],
    [
      'a winding beside it',
      { description: '120 Ohms @ 100 MHz 1 Power Line Ferrite Bead 0402 2A 55mOhm' },
      ferrite(120),
    ],
    ['by less than a quarter', { value: '500R' }, ferrite(600)],
    ['another impedance', { value: '120@100MHZ' }, ferrite(600), 'error value'],
  ]);
});

describe('frequencies', () => {
  rows([
    ['25M', { value: '25M' }, crystal()],
    ['25.000MHz', { value: '25.000MHz' }, crystal()],
    ['with its load', { value: '25MHz 18pF' }, crystal()],
    ['32.768K', { value: '32.768K' }, crystal({ frequency: 32_768 })],
    ['a watch crystal by its thousands', { value: '32kHz' }, crystal({ frequency: 32_768 })],
    ['no watch crystal', { value: '32kHz' }, crystal({ frequency: 38_400 }), 'error frequency'],
    ['a rounded one', { value: '14.318MHz' }, crystal({ frequency: 14_318_180 })],
    ['another', { value: '24MHz' }, crystal(), 'error frequency'],
    ['near by', { value: '12.288MHz' }, crystal({ frequency: 12e6 }), 'error frequency'],
    ['another load', { value: '25MHz 12pF' }, crystal(), 'warning frequency'],
    ['worse tolerance', { value: '25MHz 10ppm' }, crystal(), 'warning tolerance'],
    ['better tolerance', { value: '25MHz 50ppm' }, crystal(), 'upgrade tolerance'],
  ]);
});

describe('jumpers', () => {
  const jumper = partOf({ category: 'jumper', resistance: 0, package: '0603 (1608 metric)' });
  rows([
    ['0', { value: '0' }, jumper],
    ['0R', { value: '0R' }, jumper],
    ['JUMPER', { value: 'JUMPER' }, jumper],
    ['a jumper that says no resistance', { value: '0R' }, partOf({ category: 'jumper', package: '0603' })],
    [
      'tolerance and power',
      { value: '0R 1% 1/4W' },
      partOf({ ...{ category: 'jumper', resistance: 0, tolerance: 5, power_rating: 0.1 } }),
    ],
    ['the part is a resistor', { value: '0R' }, resistor(), 'error value'],
    [
      'the part is a jumper that says no resistance',
      { value: '10k' },
      partOf({ category: 'jumper', package: '0603' }),
      'error value',
    ],
    ['the part is a jumper', { value: '10k' }, jumper, 'error value'],
  ]);
});

describe('tolerances', () => {
  const small = capacitor({
    capacitance: 10e-12,
    tolerance: { value: 0.5e-12, unit: 'F' },
    dielectric: 'C0G',
  });
  rows([
    ['worse than the value', { value: '10k 1%' }, resistor({ tolerance: 5 }), 'error tolerance'],
    [
      'worse than its own column',
      { value: '10k', columns: { Tolerance: '1' } },
      resistor({ tolerance: 5 }),
      'error tolerance',
    ],
    ['1 % that a spreadsheet wrote as 0.01', { value: '10k', columns: { Tolerance: '0.01' } }, resistor()],
    [
      'worse than the description',
      { description: 'RES 10K OHM 1% 0603' },
      resistor({ tolerance: 5 }),
      'warning tolerance',
    ],
    ['better', { value: '10k 5%' }, resistor(), 'upgrade tolerance'],
    ['pF turned into percent', { value: '10pF 5%' }, small],
    ['pF', { value: '10pF ±0.5pF' }, small],
    [
      'percent turned into pF',
      { value: '10pF ±0.5pF' },
      capacitor({ capacitance: 10e-12, tolerance: 5, dielectric: 'C0G' }),
    ],
    ['worse in pF', { value: '10pF ±0.1pF' }, small, 'error tolerance'],
    ['-20/+80 %', { value: '100nF 20%' }, capacitor({ tolerance: '-20/+80 %' }), 'error tolerance'],
    ['±', { description: '10 kOhms ±1% 0.1W' }, resistor()],
  ]);
});

describe('voltages', () => {
  rows([
    ['below', { value: '100nF 50V' }, capacitor(), 'error voltage'],
    ['above', { value: '100nF 16V' }, capacitor(), 'upgrade voltage'],
    ['its own column', { value: '100n', columns: { Voltage: '50' } }, capacitor(), 'error voltage'],
    ['as asked', { value: '100n/25V/X7R' }, capacitor()],
    [
      'of a regulator',
      { value: '3.3V' },
      partOf({ category: 'linear_regulator', nominal_voltage: 3.3, voltage_rating: 2 }),
    ],
    ['of a TVS diode', { value: '5V' }, partOf({ category: 'tvs_diode', voltage_rating: 3 })],
    [
      'of a relay',
      { description: 'DPDT relay, 4.5V coil' },
      partOf({ category: 'relay', voltage_rating: 3 }),
    ],
  ]);
});

describe('dielectrics', () => {
  rows([
    ['C0G to X7R', { value: '100n C0G' }, capacitor(), 'error dielectric'],
    ['C0G to Y5V', { value: '100n C0G' }, capacitor({ dielectric: 'Y5V' }), 'error dielectric'],
    ['X7R to Y5V', { value: '100n X7R' }, capacitor({ dielectric: 'Y5V' }), 'error dielectric'],
    ['X5R to Z5U', { value: '100n X5R' }, capacitor({ dielectric: 'Z5U' }), 'error dielectric'],
    ['X7R to X5R', { value: '100n X7R' }, capacitor({ dielectric: 'X5R' }), 'warning dielectric'],
    ['X7R to X7S', { value: '100n X7R' }, capacitor({ dielectric: 'X7S' }), 'warning dielectric'],
    [
      'X7R to X5R in a car',
      { value: '100n X7R', description: 'automotive' },
      capacitor({ dielectric: 'X5R' }),
      'error dielectric',
    ],
    [
      'X7R to X5R, the series for cars',
      { value: '100n X7R' },
      capacitor({ dielectric: 'X5R', qualification: 'AEC-Q200' }),
      'error dielectric',
    ],
    ['C0G to CH', { value: '100n C0G' }, capacitor({ dielectric: 'CH' }), 'warning dielectric'],
    ['C0G to SL', { value: '100n C0G' }, capacitor({ dielectric: 'SL' }), 'warning dielectric'],
    ['X5R to X7R', { value: '100n X5R' }, capacitor(), 'upgrade dielectric'],
    ['X7R to C0G', { value: '100n X7R' }, capacitor({ dielectric: 'C0G' }), 'upgrade dielectric'],
    ['NP0', { value: '100n NP0' }, capacitor({ dielectric: 'C0G' })],
    ['NPO', { value: '100n NPO' }, capacitor({ dielectric: 'C0G' })],
    ['CG', { value: '100n CG' }, capacitor({ dielectric: 'C0G' })],
    ['BJ of Taiyo Yuden', { value: '100n X5R' }, capacitor({ dielectric: 'BJ' })],
  ]);
});

describe('chip sizes', () => {
  const tantalum = partOf({ category: 'tantalum_capacitor', capacitance: 68e-6, package: 'C (6032-28)' });
  const array = partOf({ category: 'resistor_array', resistance: 10_000, package: '0804 (2010 metric)' });
  const tiny = capacitor({ package: '0201 (0603 metric)' });
  rows([
    ['another', { footprint: 'C_0603_1608Metric' }, capacitor(), 'error chip_size'],
    ['another, bare', { footprint: '0805' }, capacitor(), 'error chip_size'],
    ['tagged as imperial', { footprint: 'C_0603_1608Metric' }, tiny, 'error chip_size'],
    ['tagged in words', { footprint: '0603 (imperial)' }, tiny, 'error chip_size'],
    ['tagged as metric', { footprint: 'CAPC0603X33N' }, resistor(), 'error chip_size'],
    ['in prose', { description: 'CAP CER 0.1UF 25V X7R 0805' }, capacitor(), 'error chip_size'],
    ['its own column', { columns: { Package: '0805' } }, capacitor(), 'error chip_size'],
    ['pieces of a package', { columns: { 'Package quantity': '0805' } }, capacitor()],
    ['wide', { footprint: '0508' }, resistor({ package: '0805 (2012 metric)' }), 'warning chip_size'],
    ['the size', { footprint: 'Capacitor_SMD:C_0402_1005Metric_Pad0.74x0.62mm_HandSolder' }, capacitor()],
    ['metric, untagged', { footprint: '0603' }, tiny],
    ['imperial, untagged', { footprint: '0402' }, capacitor()],
    ['metric', { footprint: '1005' }, capacitor()],
    ['IPC', { footprint: 'CAPC1005X55N' }, capacitor()],
    ['Eagle', { footprint: 'C0402' }, capacitor()],
    ['a case', { footprint: 'CP_EIA-6032-28_Kemet-C' }, tantalum],
    ['2312', { description: 'CAP TANT 68UF 16V 20% 2312' }, tantalum],
    ['an array', { footprint: 'R_Array_Convex_4x0402' }, array],
    ['an array in prose', { description: 'RES 4 Arrays,10K,SMD0804(4x0402)' }, array],
    [
      'through hole for a chip',
      { footprint: 'R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal' },
      resistor(),
      'error package',
    ],
  ]);
});

describe('packages', () => {
  rows([
    ['pins', { footprint: 'SOIC-14_3.9x8.7mm_P1.27mm' }, ic('SOIC-8'), 'error package'],
    ['pins of a small one', { footprint: 'SOT-23-6' }, ic('SOT-23-5'), 'error package'],
    [
      'the plain footprint of a family',
      { footprint: 'Package_TO_SOT_SMD:SOT-23' },
      ic('SOT-23-5'),
      'error package',
    ],
    ['pins of a QFN', { footprint: 'QFN-48-1EP_7x7mm_P0.5mm' }, ic('VQFN-32 (5 x 5 mm)'), 'error package'],
    ['through hole', { footprint: 'Package_DIP:DIP-8_W7.62mm' }, ic('SOIC-8'), 'error package'],
    [
      'a chip for a transistor',
      { footprint: 'R_0603_1608Metric' },
      partOf({ category: 'mosfet', package: 'SOT-23' }),
      'error package',
    ],
    ['another family', { footprint: 'TSSOP-8_4.4x3mm_P0.65mm' }, ic('SOIC-8'), 'warning package'],
    ['a smaller one', { footprint: 'SOT-353_SC-70-5' }, ic('SOT-23-5'), 'warning package'],
    ['another body', { footprint: 'QFN-32-1EP_4x4mm_P0.4mm' }, ic('VQFN-32 (5 x 5 mm)'), 'warning package'],
    [
      'another width',
      { footprint: 'SOIC-8_3.9x4.9mm_P1.27mm' },
      ic('SOIC-8 (5.3 mm wide)'),
      'warning package',
    ],
    ['SOIC', { footprint: 'Package_SO:SOIC-8_3.9x4.9mm_P1.27mm' }, ic('SOIC-8')],
    ['SO and SOP', { footprint: 'SOP-8', description: 'IC OPAMP SO8' }, ic('SOIC-8')],
    ['DFN for SON', { footprint: 'DFN-6-1EP_2x2mm_P0.65mm_EP1x1.6mm' }, ic('WSON-6 (2 x 2 mm)')],
    ['LGA for QFN', { footprint: 'LGA-16_3x3mm_P0.5mm' }, ic('VQFN-16 (3 x 3 mm)')],
    ['with the exposed pad', { footprint: 'QFN50P500X500X80-33N' }, ic('VQFN-32 (5 x 5 mm)')],
    ['a ball more in the name', { footprint: '324-BGA (15x15mm)' }, ic('CSBGA-325 (15 x 15 mm)')],
    ['the exposed pad counted', { footprint: 'QFN-33_5x5mm' }, ic('VQFN-32 (5 x 5 mm)')],
    ['a TSSOP that is a MSOP', { footprint: 'TSSOP-8_3x3mm_P0.65mm' }, ic('MSOP-8')],
    ['SOT-353', { footprint: 'SOT-353' }, ic('SC-70-5')],
    ['SOT-363', { footprint: 'Glasgow:SOT-363_SC-70-6' }, ic('SC-70-6')],
    ['DRL', { footprint: 'SOT-563' }, ic('SOT-5X3 DRL-6')],
    ['DBV', { footprint: 'SOT95P280X145-5N' }, ic('SOT-23-5')],
    ['MSOP and VSSOP', { footprint: 'VSSOP-8_3.0x3.0mm_P0.65mm' }, ic('MSOP-8')],
    [
      'distributors',
      { footprint: '16-WQFN (4x4mm)', description: 'Amplifier 16-WQFN (4x4)' },
      ic('WQFN-16 (4 x 4 mm)'),
    ],
    ['channels', { description: 'IC MUX/DEMUX 1X16 24SOIC' }, ic('SOIC-24 (7.5 mm wide)')],
    ['over the leads', { footprint: 'LQFP-48_7x7mm_P0.5mm' }, ic('LQFP-48 (9 x 9 mm)')],
    [
      'an oscillator in the outline of a DIP',
      { footprint: 'Oscillator_DIP-14' },
      partOf({ category: 'oscillator', package: 'DIP-14, 4 pins' }),
    ],
    ['the family in prose', { description: 'IC REG LDO 3.3V 0.25A SOT23' }, ic('SOT-23-5')],
    ['a tab', { footprint: 'SOT-223-3_TabPin2' }, ic('SOT-223-4')],
    ['SMA', { footprint: 'D_SMA' }, partOf({ category: 'schottky_diode', package: 'DO-214AC (SMA)' })],
    ['SOD-323', { footprint: 'SC-76' }, partOf({ category: 'diode', package: 'SOD-323' })],
    ['four digits of an IC', { footprint: 'SOIC-8', description: 'IC 0402 driver SOIC-8' }, ic('SOIC-8')],
  ]);
});

describe('connectors', () => {
  rows([
    ['pins', { footprint: 'PinHeader_2x06_P2.54mm_Vertical' }, header(), 'error connector'],
    [
      'rows',
      { footprint: 'PinHeader_1x10_P2.54mm_Vertical' },
      header({ package: '2 rows x 5 positions, 2.54 mm, vertical, through-hole' }),
      'error connector',
    ],
    ['pins in the value', { value: 'Conn_01x08' }, header(), 'error connector'],
    ['pins in prose', { description: 'CONN HEADER VERT 8POS 2.54MM' }, header(), 'error connector'],
    ['pitch', { footprint: 'PinHeader_2x05_P1.27mm_Vertical' }, header(), 'error connector'],
    [
      'side entry',
      { footprint: 'JST_PH_1x02_P2.00mm_Vertical' },
      header({ pins: 2, pitch: 2, orientation: 'right angle' }),
      'error connector',
    ],
    ['top entry', { description: 'Header, Right Angle' }, header(), 'error connector'],
    [
      'another name',
      { value: 'USB_C', footprint: 'Connector_USB:USB_C_Receptacle_HRO_TYPE-C-31-M-12' },
      partOf({ category: 'usb_connector' }, 'USB4105-GF-A'),
      'warning footprint_name',
    ],
    [
      'as its manufacturer has it',
      { footprint: 'PinHeader_2x05_P2.54mm_Vertical' },
      header({ package: '2 rows x 5 positions, 2.54 mm, vertical, through-hole' }),
    ],
    ['the same', { value: 'Conn_02x05', footprint: 'PinHeader_2x05_P2.54mm_Vertical' }, header()],
    ['one row of as many', { value: 'Conn_01x10' }, header()],
    ['a name of a family', { footprint: 'Molex_KK-254_1x10_P2.54mm_Vertical' }, {
      ...header(),
      mpn: '22-05-3101',
    }],
    [
      'its own name with a zero',
      { footprint: 'Hirose_DF13-04P-1.25DSA_1x04_P1.25mm_Vertical' },
      partOf({ category: 'wire_to_board_connector' }, 'DF13-4P-1.25DSA'),
    ],
    [
      'its own name without zeros',
      { footprint: 'Molex_PicoBlade_53398-0271_1x02-1MP_P1.25mm_Vertical' },
      partOf({ category: 'wire_to_board_connector' }, '0533980271'),
    ],
    ['a type beside an order number', {
      value: 'Screw_Terminal_01x02',
      footprint: 'TerminalBlock_Phoenix_PT-1,5-2-5.0-H_1x02',
    }, partOf({ category: 'terminal_block' }, '1935161')],
    [
      'its own name among others',
      { footprint: 'Barrel_Jack_5.5mmODx2.1mmID_PJ-102A' },
      partOf({ category: 'power_connector' }, 'PJ-102A'),
    ],
    [
      'its own name',
      { footprint: 'gkl_conn:molex_microsd_1040310811' },
      partOf({ category: 'card_connector' }, '104031-0811'),
    ],
    [
      'pins of a USB connector',
      { description: 'USB-C Connector 16Pin' },
      partOf({ category: 'usb_connector', pins: 24 }),
    ],
  ]);
});

describe('names of parts in the value', () => {
  rows([
    [
      'another size of memory',
      { value: 'STM32F103C8T6' },
      ic('LQFP-48', 'STM32F103CBT6'),
      'warning part_name',
    ],
    [
      'another size of memory, without its end',
      { value: 'STM32F103C8' },
      ic('LQFP-48', 'STM32F103CBT6'),
      'warning part_name',
    ],
    ['a voltage behind a separator', { value: 'LP5907MF-3.3' }, ic('SOT-23-5', 'LP5907MFX-3.3/NOPB')],
    ['any size of memory', { value: 'STM32F103CxT6' }, ic('LQFP-48', 'STM32F103CBT6')],
    ['a prefix with zeros', { value: 'TPD4E05U06' }, ic('USON-10', 'TPD4E05U06DQAR')],
    ['a prefix', { value: 'TPS61023' }, ic('SOT-563', 'TPS61023DRLT')],
    ['within', { value: '74LVC1G17' }, ic('SC-70-5', 'SN74LVC1G17DCKR')],
    ['among words', { value: 'IC FPGA XC7A50T-2CSG325C' }, ic('BGA-324', 'XC7A50T-2CSG325C')],
    ['other separators', { value: 'MT41K64M16TW-107_J-TR' }, ic('BGA-96', 'MT41K64M16TW-107:J TR')],
    ['a voltage of its own spelling', { value: 'NCP115-2.5' }, ic('X2SON-4', 'NCP115CMX250TCG')],
    ['words', { value: 'USB_C_Receptacle_USB2.0' }, partOf({ category: 'usb_connector' }, 'USB4105-GF-A')],
    ['a holder called by its cell', { value: 'CR2032 holder', mpn: 'BC2032-F1' }, partOf({}, 'BC2032-F1')],
    [
      'the same of one that is known',
      { value: 'CR2032' },
      partOf({ category: 'other' }, 'BAT-HLD-001'),
    ],
    ['another cell', { value: 'CR2032' }, partOf({}, 'CR2450'), 'warning part_name'],
    ['another base number', { value: 'LM358' }, ic('SOIC-8', 'LM2904DR'), 'warning part_name'],
    ['another rectifier', { value: '1N4007' }, diode('1N4148W-7-F'), 'warning part_name'],
    ['another Schottky diode', { value: '1N5819' }, diode('1N5822-E3/54'), 'warning part_name'],
    ['another voltage of a TVS diode', { value: 'SMBJ12A' }, diode('SMBJ5.0A'), 'warning part_name'],
    ['two digits', { value: 'SS34' }, diode('SS14'), 'warning part_name'],
    ['two digits of Pro Electron', { value: 'BAT54S' }, diode('BAS70-04'), 'warning part_name'],
    ['the same rectifier', { value: '1N4148' }, diode('1N4148W-7-F')],
    ['a TVS diode with its packing', { value: 'SMBJ12CA' }, diode('SMBJ12CA-13-F')],
    ['a diode of the same kind in another case', { value: '1N4007' }, diode('M7')],
    ['the same of another series', { value: '1N5819' }, diode('SS14')],
    ['a family', { value: 'BAT54' }, diode('BAT54S,215')],
    [
      'another part',
      { value: 'KC2520B48.0000C10E00' },
      partOf({ category: 'oscillator' }, 'ECS-2520MV-480-BN-TR'),
      'warning part_name',
    ],
    [
      'another gain',
      { value: 'BC817-40' },
      partOf({ category: 'bipolar_transistor', package: 'SOT-23' }, 'BC817-25,215'),
      'warning part_name',
    ],
    [
      'a grade on one side',
      { value: 'TLV73312PQDRVR' },
      ic('WSON-6', 'TLV73312PQDRVRQ1'),
      'warning part_name',
    ],
    ['the base number of a grade', { value: 'TLV73312' }, ic('WSON-6', 'TLV73312PQDRVRQ1')],
  ]);
});

describe('colours', () => {
  rows([
    ['another', { value: 'GRN' }, led('red'), 'error colour'],
    ['in nm', { description: 'LED 465nm' }, led('red'), 'error colour'],
    ['RGB', { value: 'RGB' }, led('red, green, blue')],
    ['red of three', { value: 'RGB' }, led('red'), 'error colour'],
    ['LED_Red', { value: 'LED_Red' }, led('green'), 'error colour'],
    ['GRN', { value: 'GRN' }, led('green')],
    ['BLU', { value: 'BLU' }, led('blue')],
    ['nm', { description: 'LED 525nm' }, led('green')],
    ['the lens', { description: 'LED GREEN CLEAR 0603 SMD' }, led('green')],
    ['amber for yellow', { value: 'YELLOW' }, led('amber')],
  ]);
});

describe('power, temperature and qualification', () => {
  rows([
    ['power below', { value: '10k 1/4W' }, resistor(), 'warning power'],
    ['power above', { value: '10k 1/16W' }, resistor(), 'upgrade power'],
    ['1/16 W', { value: '10k 1/16W' }, resistor({ power_rating: 0.063 })],
    ['63 mW', { value: '10k 63mW' }, resistor({ power_rating: 0.0625 })],
    [
      'temperature below',
      { description: 'RES 10K -55 to 155 °C' },
      resistor({ temperature_range: '-40 to 85 °C' }),
      'warning temperature',
    ],
    [
      'temperature above',
      { description: 'RES 10K -40°C ~ 85°C' },
      resistor({ temperature_range: '-55 to 155 °C' }),
      'upgrade temperature',
    ],
    ['AEC in the value', { value: '10k AEC-Q200' }, resistor(), 'warning qualification'],
    ['AEC of a part that has it', { value: '10k AEC-Q200' }, resistor({ qualification: 'AEC-Q200' })],
    [
      "AEC in a distributor's words",
      { description: '10 kOhms ±1% Chip Resistor 0603 Automotive AEC-Q200' },
      resistor(),
    ],
  ]);
});

describe('designators', () => {
  rows([
    [
      'a jumper called C64',
      { value: '0', designators: ['C64'] },
      partOf({ category: 'jumper', resistance: 0 }),
    ],
    ['a ferrite called R91', { value: '120@100MHZ', designators: ['R91'] }, ferrite(120)],
    [
      'a jumper called D9',
      { value: '0R', designators: ['D9'] },
      partOf({ category: 'jumper', resistance: 0 }),
    ],
  ]);
});

describe('alternates', () => {
  const line = { alternates: [{ mpn: 'OTHER' }] };
  it.each<[string, KnownPart, KnownPart, readonly string[]]>([
    ['value', capacitor(), capacitor({ capacitance: 1e-6 }), ['error alternate']],
    ['size', capacitor(), capacitor({ package: '0603 (1608 metric)' }), ['error alternate']],
    ['pins', ic('SOIC-8'), ic('SOIC-14'), ['error alternate']],
    ['leads', ic('SOIC-8'), ic('DIP-8'), ['error alternate']],
    ['leads of a can', can('SMD can'), can('Radial'), ['error alternate']],
    ['the same pads', ic('SOIC-8'), ic('SO-8'), []],
    ['dielectric', capacitor(), capacitor({ dielectric: 'X5R' }), ['warning alternate']],
    ['voltage', capacitor(), capacitor({ voltage_rating: 16 }), ['warning alternate']],
    ['tolerance', resistor(), resistor({ tolerance: 5 }), ['warning alternate']],
    ['power', resistor(), resistor({ power_rating: 0.05 }), ['warning alternate']],
    ['better', capacitor(), capacitor({ voltage_rating: 50 }), ['upgrade alternate']],
    ['the same', capacitor(), capacitor(), []],
    [
      'a jumper for a ferrite',
      ferrite(600),
      partOf({ category: 'jumper', resistance: 0, package: '0603 (1608 metric)' }),
      [],
    ],
    [
      'a jumper beside a diode',
      partOf({ category: 'diode', package: 'SMA' }),
      partOf({ category: 'jumper', resistance: 0, package: '0805' }),
      [],
    ],
  ])('%s', (_what, first, other, expected) => {
    expect(found(line, first, [other])).toEqual(expected);
  });
});

describe("distributors' numbers", () => {
  const know = (mpn: string) =>
    ({
      'RC0603FR-0710KL': partOf({ manufacturer: 'Yageo', resistance: 10_000, package: '0603' }, mpn),
      'RC0603FR-1310KL': partOf({ manufacturer: 'Yageo', resistance: 10_000, package: '0603' }, mpn),
      'RC0603FR-071KL': partOf({ manufacturer: 'Yageo', resistance: 1_000, package: '0603' }, mpn),
      'W25Q128JVSIQ': partOf({ manufacturer: 'Winbond', category: 'memory' }, mpn),
      'W25Q128JVSIQTR': partOf({ manufacturer: 'Winbond', category: 'memory' }, mpn),
      'W25Q64JVSSIQ': partOf({ manufacturer: 'Winbond', category: 'memory' }, mpn),
      'LM358D': partOf({ category: 'amplifier', packaging: 'tube' }, mpn),
      'LM358DR': partOf({ category: 'amplifier', packaging: 'tape and reel' }, mpn),
      'TPS73101DBV': partOf({ category: 'linear_regulator' }, mpn),
      'TPS73101DBVR': partOf({ category: 'linear_regulator', packaging: 'tape and reel' }, mpn),
    } as Record<string, KnownPart>)[mpn] ?? null;
  it.each<[string, string, string | null, string, readonly string[]]>([
    ['the part', 'RC0603FR-0710KL', 'Mouser', '603-RC0603FR-0710KL', []],
    ['another value', 'RC0603FR-0710KL', 'Mouser', '603-RC0603FR-071KL', ['error supplier_number']],
    ['another packing', 'RC0603FR-0710KL', 'Mouser', '603-RC0603FR-1310KL', ['warning supplier_number']],
    ['a reel for a strip', 'TLV62569DBVR', 'Mouser', '595-TLV62569DBVT', ['warning supplier_number']],
    ['a reel for a tube', 'LM358D', 'Mouser', '595-LM358DR', ['warning supplier_number']],
    ['a reel where the end is open', 'TPS73101DBV', 'Mouser', '595-TPS73101DBVR', []],
    ["Nexperia's reels", '74HC4067BQ,118', 'Mouser', '771-74HC4067BQ115', ['warning supplier_number']],
    ['a smaller memory', 'W25Q128JVSIQ', 'DigiKey', 'W25Q64JVSSIQ-ND', ['error supplier_number']],
    ['shortened', 'ADC081C021CIMM/NOPB', 'Mouser', '926-AD081C021CIMMNPB', []],
    ['without a name', '87834-2019', null, '538-87834-2019', []],
    ["another manufacturer's", 'CC0805ZKY5V5BB226', 'Mouser', '81-GRM21BR61A226ME1L', [
      'error supplier_number',
    ]],
    ['DigiKey with the number', 'MCP7940NT-I/SN', 'DigiKey', 'MCP7940NT-I/SNCT-ND', []],
    ["DigiKey's own", 'TPS61023DRLT', 'DigiKey', '296-47360-1-ND', []],
    ["DigiKey's own with a value", 'RC0603FR-0710KL', 'DigiKey', '311-10.0KHRCT-ND', []],
    ["DigiKey's own with another value", 'RC0603FR-0710KL', 'DigiKey', '311-1.00KHRCT-ND', [
      'error supplier_number',
    ]],
    ["DigiKey's own of an unknown part", 'X-1234', 'DigiKey', '311-1.00KHRCT-ND', []],
    ['LCSC', 'RC0603FR-0710KL', 'LCSC', 'C25804', []],
    ['Newark', 'RC0603FR-0710KL', 'Newark', '94X1379', []],
    ['RS', 'FT231XQ', 'RS', '757-0032', []],
    ['TME', 'LTST-C170TGKT', 'TME', 'LTST-C170TGKT', []],
  ])('%s', (_what, mpn, supplier, number, expected) => {
    expect(found({ mpn, supplier_numbers: [{ supplier, number }] }, know(mpn), [], know)).toEqual(expected);
  });

  it('takes several numbers of one distributor for alternatives', () => {
    const supplier_numbers = ['603-RC0603FR-0710KL', '81-GRM21BR61A226ME1L'].map((number) => ({
      supplier: 'Mouser',
      number,
    }));
    expect(found({ mpn: 'RC0603FR-0710KL', supplier_numbers }, null)).toEqual([]);
  });
});

describe('parts that are not placed', () => {
  const wrong = { value: '1u', footprint: 'C_0805_2012Metric' };
  it('are asked for nothing', () => {
    expect(found({ ...wrong, do_not_place: true }, capacitor())).toEqual([]);
    expect(found({ ...wrong, footprint: 'R_0805_2012Metric_DNP' }, capacitor())).toEqual([]);
    expect(found({ value: 'DNP' }, capacitor())).toEqual([]);
    expect(found({ mpn: 'DNP', value: '1u' }, null)).toEqual([]);
    expect(found({ value: 'NA(1k/R0603)' }, null)).toEqual([]);
  });

  it('are said to be placed in another column', () => {
    expect(found({ value: '10k DNP', do_not_place: false }, capacitor())).toEqual(['warning do_not_place']);
  });
});

describe('footprints of another body', () => {
  const chip = (size: string, said = {}) => resistor({ package: size, ...said });
  const soic = ic('SOIC-8', 'LM358DR');
  const glass = (said = {}) => partOf({ category: 'switching_diode', package: 'DO-35', ...said }, '1N4148');
  const r0603 = '0603 (1608 metric)';
  const r1206 = '1206 (3216 metric)';
  const electrolytic = (name: string) => partOf({ category: 'electrolytic_capacitor', package: name });
  const diodeIn = (name: string) => partOf({ category: 'schottky_diode', package: name }, 'B340A-13-F');
  rows([
    ...[
      'SOT-23',
      'Package_TO_SOT_SMD:SOT-23',
      'SOT23-5',
      'SOIC-8',
      'QFN-16',
      'SOT-223',
      'LQFP-48',
      'DPAK',
      'TO-263',
      'TSSOP-20',
      'MSOP-8',
      'BGA-100',
      'SOD-123',
      'D_SOD-123',
      'SMA',
      'DO-214AC',
      'D_SMB',
      'MiniMELF',
      'CP_Elec_6.3x5.4',
      'Capacitor_SMD:CP_Elec_10x10',
      'PinHeader_1x02_P2.54mm_Vertical',
      'C_Disc_D5.0mm_W2.5mm_P5.00mm',
      'C_Rect_L7.0mm_W2.5mm_P5.00mm',
      'LED_D5.0mm',
    ].map((
      footprint,
    ): Row => [`${footprint} for a chip of 0603`, { footprint }, chip(r0603), 'error package']),
    // One may be soldered on the pads of the other.
    ...['SOD-323', 'D_SOD-523', 'MELF', 'TestPoint_Pad_D1.0mm', 'Fiducial_1mm'].map((footprint): Row => [
      `${footprint} for a chip of 0603`,
      { footprint },
      chip(r0603),
      'warning package',
    ]),
    ...['SOD-123', 'MiniMELF', 'D_SMA'].map((footprint): Row => [
      `${footprint} for a chip of 1206`,
      { footprint },
      chip(r1206),
      'warning package',
    ]),
    [
      'a MELF by its size',
      { footprint: 'R_MiniMELF_MMA-0204' },
      chip('0204'),
    ],
    ['a SOT-23 for a ceramic', { footprint: 'SOT-23' }, capacitor(), 'error package'],
    ['a chip for a SOIC', { footprint: '0603' }, soic, 'error package'],
    [
      'a chip by the name of its library for a SOIC',
      { footprint: 'R_0603_1608Metric' },
      soic,
      'error package',
    ],
    ['a number of a drawing for a SOIC', { footprint: 'FP-2010' }, soic, 'warning package'],
    ['a chip for a SOT-23', { footprint: 'C0805' }, ic('SOT-23', 'BC847B'), 'error package'],
    ['a chip for a larger diode', { footprint: '0603' }, diodeIn('DO-214AC (SMA)'), 'error package'],
    ['a chip as long as the diode', { footprint: '1206' }, diodeIn('SOD-123'), 'warning package'],
    [
      'a chip for a can',
      { footprint: 'C_0805_2012Metric' },
      electrolytic('SMD can, 6.3 x 7.7 mm'),
      'warning package',
    ],
    ['a SOIC for a can', { footprint: 'SOIC-8' }, electrolytic('SMD can, 6.3 x 7.7 mm'), 'error package'],
    [
      'a chip for a diode that many make',
      { footprint: '0603' },
      partOf({ category: 'diode', package: 'SOT-23' }, 'BAV99'),
      'warning package',
    ],
    ['a part with wires on the footprint of none', { footprint: 'SOD-123' }, glass(), 'warning package'],
    [
      'the same of a manufacturer that is named',
      { footprint: 'SOD-123', manufacturer: 'Nexperia' },
      glass({ manufacturer: 'Nexperia' }),
      'error package',
    ],
    // The same under another name, and what may be meant.
    ...[
      'R_0603_1608Metric',
      'RES-0603',
      '0603-RES',
      '1608',
      'SMD-0603',
      'C0603K',
      'R0603_HANDSOLDERING',
      '0603 (SOT-23)',
      'RESC1608X55N',
      'SMD',
      'Resistor_SMD:R_0603_1608Metric_Pad0.98x0.95mm_HandSolder',
      'X2SON-2',
      'Jumper',
      'U1',
    ].map((footprint): Row => [`${footprint} for a chip of 0603`, { footprint }, chip(r0603)]),
    ...([
      ['SOT-25', 'SOT-23-5'],
      ['SC-74A', 'SOT-23-5'],
      ['SO-8', 'SOIC-8'],
      ['SOP-8', 'SOIC-8'],
      ['SOT-323', 'SC-70-3'],
      ['SC-70', 'SOT-323'],
      ['TO-236', 'SOT-23'],
      ['TQFP-48', 'LQFP-48 (7 x 7 mm)'],
      ['QFP-48', 'LQFP-48 (7 x 7 mm)'],
      ['DFN-8', 'WSON-8 (6 x 5 mm)'],
      ['DFN2020', 'QFN-6 (2 x 2 mm)'],
      ['2016', 'LGA-4 (2 x 1.6 mm)'],
    ] as const).map((
      [footprint, name],
    ): Row => [`${footprint} for ${name}`, { footprint }, ic(name, 'X1-SERIES-LONG')]),
    ['SMA for DO-214AC', { footprint: 'D_SMA' }, diodeIn('DO-214AC')],
    ['LL-34 for a MiniMELF', { footprint: 'LL34' }, diodeIn('SOD-80 (MiniMELF)')],
    ['MELF for a MiniMELF', { footprint: 'D_MELF' }, diodeIn('SOD-80 (MiniMELF)')],
    ['MELF of a resistor', { footprint: 'R_MELF_MMB-0207' }, resistor({ package: 'MELF 0207' })],
    ['3528 for an LED', { footprint: 'LED_3528' }, partOf({ category: 'led', package: 'PLCC-2' })],
    ['a can for a can', { footprint: 'CP_Elec_6.3x7.7' }, electrolytic('SMD can, 6.3 x 7.7 mm')],
    ['SMD for a can', { footprint: 'SMD,D6.3xL7.7mm' }, electrolytic('SMD can, 6.3 x 7.7 mm')],
    [
      'B for a tantalum',
      { footprint: 'SMC_B' },
      partOf({ category: 'tantalum_capacitor', package: 'B (3528-21)' }),
    ],
    [
      'an array on the footprint of one',
      { footprint: 'R_Array_Convex_4x0603' },
      partOf({ category: 'resistor_array', package: '4x0603' }),
    ],
    [
      'a network in a SOIC',
      { footprint: 'SOIC-16' },
      partOf({ category: 'resistor_array', package: 'SOIC-16' }),
    ],
    ['a description that compares', { description: 'like SOT-23' }, chip(r0603)],
  ]);

  const saying = (footprint: string, part: KnownPart) => sayingsOfLine({ footprint }, part).package?.verdict;
  it.each([
    ['R_0603_1608Metric', chip(r0603), 'fine'],
    ['SOT-23', chip(r0603), 'error'],
    ['SMD', chip(r0603), null],
    ['Package_SO:SOIC-8', soic, 'fine'],
    ['SOP-8', soic, 'fine'],
    ['SOD-123', glass(), 'warning'],
    ['CP_Elec_6.3x5.4', electrolytic('SMD can, 6.3 x 7.7 mm'), 'fine'],
    ['CP_Elec_8x10', electrolytic('SMD can, 6.3 x 7.7 mm'), null],
    ['CP_Radial_D5.0mm_P2.00mm', electrolytic('Radial, 5 x 11 mm'), 'fine'],
    ['C_Axial_L12mm', electrolytic('Radial, 5 x 11 mm'), null],
  ])('shows %s as the same only where it is', (footprint, part, verdict) => {
    expect(saying(footprint, part)).toBe(verdict);
  });
});

describe('numbers that many make', () => {
  const sma = partOf(
    { manufacturer: 'Diodes Incorporated', category: 'schottky_diode', package: 'SMA' },
    'B340A-13-F',
  );
  const smc = partOf({ manufacturer: 'onsemi', category: 'schottky_diode', package: 'SMC' }, 'SS34');
  it('are held against nobody whom the BOM does not name', () => {
    expect(found({ footprint: 'D_SMA' }, smc)).toEqual([]);
    expect(checkLine({ footprint: 'D_SMA', manufacturer: 'MDD' }, { part: smc, isShared: () => true }))
      .toEqual([]);
    expect(found({ footprint: 'D_SMA', manufacturer: 'onsemi' }, smc)).toEqual(['warning package']);
    expect(found({ footprint: 'D_SMC' }, sma)).toEqual(['warning package']);
  });

  it('contradict a line only where all of them do', () => {
    const line = { footprint: 'SOT-23-6' };
    const [five, six] = [ic('SOT-23-5', 'X1'), ic('SOT-23-6', 'X1')];
    expect(checkLine(line, { part: five, others: [six] })).toEqual([]);
    expect(checkLine(line, { part: five, others: [five] })).toHaveLength(1);
  });
});

describe('another manufacturer', () => {
  const murata = (said = {}) => capacitor({ manufacturer: 'Murata', ...said });
  rows([
    ['than the number is of', { manufacturer: 'Samsung' }, murata(), 'warning manufacturer'],
    ['who makes parts under the numbers of others', { manufacturer: 'TechPublic' }, murata()],
    ['of several, none of them', { manufacturer: 'Samsung / TDK' }, murata(), 'warning manufacturer'],
    ['the same, written otherwise', { manufacturer: 'Murata Electronics North America' }, murata()],
    ['one of several', { manufacturer: 'Samsung / Murata' }, murata()],
    ['whom nobody knows', { manufacturer: 'Northwind Ltd.' }, murata()],
    [
      "in a supplier's spelling that nobody knows",
      { manufacturer: 'Murata' },
      capacitor({ manufacturer: 'Murata Ceramics / Oem' }),
    ],
    ['none', { manufacturer: ' ' }, murata()],
    [
      'of a number that nobody owns',
      { manufacturer: 'Vishay' },
      partOf({ category: 'switching_diode', manufacturer: 'Nexperia' }, '1N4148'),
    ],
  ]);

  it('is said as everywhere, and asked of no number that several use', () => {
    const line = { manufacturer: 'TDK' };
    expect(checkLine(line, { part: murata() })).toEqual([{
      check: 'manufacturer',
      severity: 'warning',
      field: 'manufacturer',
      asked: { text: 'TDK', where: 'manufacturer' },
      found: { text: 'Murata', source: 'decoder:test' },
      sentence: 'The BOM says TDK; the part number is one of Murata.',
    }]);
    expect(checkLine(line, { part: murata(), isShared: () => true })).toEqual([]);
  });
});

describe('what is said', () => {
  const sentence = (line: CheckedLine, part: KnownPart | null) => checkLine(line, { part })[0]?.sentence;

  it('names both readings, where each stands, and how far they lie apart', () => {
    expect(checkLine({ value: '100n' }, { part: capacitor({ capacitance: 1e-6 }) })).toEqual([{
      check: 'value',
      severity: 'error',
      field: 'capacitance',
      asked: { text: '100 nF', where: 'value', read: '100n' },
      found: { text: '1 µF', source: 'decoder:test' },
      sentence: 'The BOM says 100 nF (value), the part is 1 µF: 10 times more.',
    }]);
  });

  it.each([
    ['10', '10 kΩ', '1,000 times more'],
    ['100', '1 MΩ', '10,000 times more'],
    ['9.1k', '10 kΩ', '9.9 % more'],
  ])('writes how far %s is from %s with commas', (value, _, apart) => {
    const resistance = apart.startsWith('10,') ? 1e6 : 1e4;
    expect(sentence({ value }, resistor({ resistance }))).toContain(`: ${apart}.`);
  });

  it('says where the BOM disagrees with itself', () => {
    expect(
      sentence({ value: '100n', description: 'CAP CER 1UF 25V X7R 0402' }, capacitor({ capacitance: 1e-6 })),
    ).toBe(
      'The BOM disagrees with itself: 100 nF (value), 1 µF (description); the part agrees with the description.',
    );
    expect(sentence({ value: '100n', description: 'CAP CER 1UF 25V X7R 0402' }, null)).toBe(
      'The BOM disagrees with itself: 100 nF (value), 1 µF (description): 10 times more.',
    );
  });

  it.each([
    ['RES 10k 0603', 'SOT-23', ['error package']],
    ['RES 10k 0603', 'R_0603_1608Metric', []],
    ['RES 10k 0603', 'R_0805_2012Metric', ['error chip_size']],
    ['RES 10k', 'SOT-23', []],
  ])(
    'holds the words of a part that nobody knows against one another: %s on %s',
    (description, footprint, expected) => {
      expect(found({ description, footprint, designators: ['R1'] }, null)).toEqual(expected);
    },
  );

  it('holds a line against nothing where it says a thing once', () => {
    expect(checkLine({ value: '100n', footprint: 'C_0402_1005Metric' }, { part: null })).toEqual([]);
  });

  it('counts a line by its worst', () => {
    expect(worst(checkLine({ value: '1u 16V' }, { part: capacitor() }))).toBe('error');
    expect(worst([])).toBe('fine');
  });

  it('contradicts nothing that another source says', () => {
    const part = capacitor();
    const told = part.fields.capacitance!;
    const both = {
      ...part,
      fields: {
        ...part.fields,
        capacitance: { ...told, conflicts: [{ ...told, value: 1e-6, source: 'supplier:x' }] },
      },
    };
    expect(found({ value: '1u' }, both)).toEqual([]);
  });
});

it('tells metric from imperial sizes', () => {
  // The control of all that is above: a check that reads the digits alone would not see the first and see the second.
  expect(found({ footprint: 'C_0603_1608Metric' }, capacitor({ package: '0201 (0603 metric)' }))).toEqual([
    'error chip_size',
  ]);
  expect(found({ footprint: '1608' }, capacitor({ package: '0603 (1608 metric)' }))).toEqual([]);
});
