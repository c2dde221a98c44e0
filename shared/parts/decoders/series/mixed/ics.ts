/** What tables of integrated circuits of many kinds say over and over. */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import { codes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, type Bases, bases } from '../processors/numbers.ts';

/** What the tables of this folder share. */
export function table(
  id: string,
  manufacturer: string,
  series: string,
  [title, url]: readonly [string, string],
  forms: SeriesTable['forms'],
): SeriesTable {
  return {
    id,
    manufacturer,
    category: 'integrated_circuit',
    series,
    description: 'Integrated circuit',
    reference: { title, url },
    forms,
  };
}

export const TAPE = { packaging: 'tape and reel' } as const;

/** Numbers of one kind in one package, perhaps with more that they state. */
export const parts = (
  category: Category,
  description: string,
  packageName: string,
  list: string,
  also: Statements = {},
): Bases =>
  bases(category, { [list]: description }, packageName === '' ? also : { package: packageName, ...also });

/** One segment of numbers of one kind. */
export const start = (category: Category, description: string, list: string, packageName = ''): CodeSegment =>
  base(parts(category, description, packageName, list));

/** Two digits a voltage: `33` is 3.3 V. */
export const tenths = (list: string): CodeSegment =>
  codes(
    'voltage',
    'nominal_voltage',
    Object.fromEntries(list.split(' ').map((code) => [code, Number(code) / 10])),
  );

/** Two digits, which are volts: `05` is 5 V. */
export const volts = (list: string, sign = 1): CodeSegment =>
  codes(
    'voltage',
    'nominal_voltage',
    Object.fromEntries(list.split(' ').map((code) => [code, sign * Number(code)])),
  );

export const HALF_BRIDGE = 'Half-bridge gate driver';
export const POWER_SWITCH = 'Power switch';
export const LED_DRIVER = 'LED driver';
export const AUDIO_AMPLIFIER = 'Audio amplifier';

export const LINEAR = 'Linear regulator';
export const LDO = 'Low-dropout regulator';
export const BUCK = 'Buck converter';
export const BOOST = 'Boost converter';
export const OPAMP1 = 'Operational amplifier';
export const OPAMP2 = 'Dual operational amplifier';
export const OPAMP4 = 'Quad operational amplifier';
export const COMPARATOR2 = 'Dual comparator';
export const COMPARATOR4 = 'Quad comparator';
export const TIMER = 'Timer';
export const CHARGER = 'Lithium-ion battery charger';
export const DARLINGTON7 = 'Seven Darlington drivers';
export const DARLINGTON8 = 'Eight Darlington drivers';
export const STEPPER = 'Stepper motor driver';
export const MOTOR = 'Motor driver';
export const SUPERVISOR = 'Voltage supervisor';
export const SHUNT = 'Shunt regulator, adjustable';
export const CAN = 'CAN transceiver';
export const RS485 = 'RS-485 transceiver';
export const RS232 = 'RS-232 transceiver';
export const PWM = 'Current-mode PWM controller';
export const UART = 'USB to serial converter';
export const EXPANDER = 'I2C port expander';
export const RTC = 'Real-time clock';
export const OFFLINE = 'Offline switcher';

/** What everybody calls them, and nobody in a data sheet's order code: `7805`, `78L05`, `7912`. */
export const NAMELESS_78: readonly (readonly Segment[])[] = [
  [start('linear_regulator', LINEAR, '78 78L 78M'), volts('05 06 08 09 12 15 18 24')],
  [
    start('linear_regulator', 'Negative linear regulator', '79 79L 79M'),
    volts('05 06 08 09 12 15 18 24', -1),
  ],
];
