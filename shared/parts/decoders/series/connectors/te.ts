import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { alike, type Connector, connector, family, listed } from './pattern.ts';

/**
 * Numbers of one base for so many positions: units behind it, tens before it, `640456-4` and `1-640456-2`. A finish or a
 * colour adds `plus` to the tens.
 */
function tens(
  base: string,
  from: number,
  to: number,
  said: Connector,
  plus = 0,
): Readonly<Record<string, Statements>> {
  const { rows = 1 } = said;
  const counts = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((count) =>
    count % rows === 0
  );
  return Object.fromEntries(counts.map((count) => {
    const prefix = Math.floor(count / 10) + plus;
    return [`${prefix > 0 ? `${prefix}-` : ''}${base}-${count % 10}`, connector(count / rows, said)];
  }));
}

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;
const PINS = { category: 'pin_header', description: 'Pin header', series: 'AMPMODU', pitch: 2.54 } as const;
const MTA = {
  category: 'wire_to_board_connector',
  description: 'Wire-to-board header, friction lock',
} as const;
const MTA_HOUSING = {
  category: 'wire_to_board_connector',
  description: 'Receptacle for cables, insulation displacement',
  mounting: 'cable housing',
} as const;
const BLOCK = {
  category: 'terminal_block',
  description: 'Terminal block',
  mounting: 'through-hole',
} as const;
const MICRO_MATCH = {
  category: 'connector',
  series: 'Micro-MaTch',
  description: 'Connector',
  pitch: 1.27,
  rows: 2,
} as const;
const FLAT = {
  category: 'flat_cable_connector',
  description: 'FFC/FPC connector',
  mounting: 'surface mount',
} as const;

const usb = (type: string, housing: string) =>
  ({ category: 'usb_connector', description: `USB ${type} receptacle`, package: housing }) as const;
const rf = (description: string, housing: string) =>
  ({ category: 'rf_connector', description, package: housing }) as const;
const box = (positions: number, said: Connector) =>
  connector(positions / 2, { ...PINS, description: 'Pin header, shrouded', rows: 2, ...said });
const dSub = (kind: string, pins: number) => ({
  category: 'connector',
  description: `D-sub ${kind}`,
  package: `through-hole, right angle, ${pins} contacts`,
  pins,
  orientation: 'right angle',
} as const);
const mate = (pins: number) => ({
  category: 'connector',
  series: 'Universal MATE-N-LOK',
  description: 'Crimp housing, wire to wire',
  package: `cable housing, ${pins} positions`,
  pins,
} as const);

export const te: SeriesTable = {
  id: 'te-connectors',
  manufacturer: 'TE Connectivity',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: {
    title: 'Part numbers of TE connectors',
    url: 'https://www.te.com/en/products/connectors.html',
  },
  isSpeltOneWay: true,
  forms: () => [
    listed({
      ...tens('640456', 2, 28, { ...MTA, series: 'MTA-100', pitch: 2.54, ...TOP }),
      ...tens('640457', 2, 28, { ...MTA, series: 'MTA-100', pitch: 2.54, ...SIDE }),
      ...tens('644456', 2, 19, { ...MTA, series: 'MTA-100', pitch: 2.54, ...TOP }, 3),
      ...tens('440054', 2, 15, {
        ...MTA,
        description: 'Wire-to-board header',
        series: 'HPI',
        pitch: 2,
        ...TOP,
      }),
      ...tens('440055', 2, 15, {
        ...MTA,
        description: 'Wire-to-board header',
        series: 'HPI',
        pitch: 2,
        ...SIDE,
      }),
      ...tens('640445', 2, 24, { ...MTA, series: 'MTA-156', pitch: 3.96, ...TOP }),
      ...['640440', '640441', '640442', '640443'].map((base) => ({
        ...tens(base, 2, 28, { ...MTA_HOUSING, series: 'MTA-100', pitch: 2.54 }),
        ...tens(base, 2, 19, { ...MTA_HOUSING, series: 'MTA-100', pitch: 2.54 }, 3),
      })).reduce((all, some) => ({ ...all, ...some })),
      ...tens('146280', 1, 40, { ...PINS, ...TOP }, 5),
      ...tens('146281', 1, 40, { ...PINS, ...TOP }, 5),
      ...tens('146282', 1, 40, { ...PINS, ...TOP }, 5),
      ...alike('4-103741-0 4-103185-0 4-103321-0', connector(40, { ...PINS, ...TOP })),
      ...alike('4-103777-0 4-103322-0', connector(40, { ...PINS, rows: 2 })),
      '5-146130-2': connector(3, { ...PINS, rows: 2, mounting: 'surface mount' }),
      '5-534237-8': connector(10, {
        category: 'socket',
        description: 'Socket header',
        series: 'AMPMODU',
        pitch: 2.54,
      }),
      '5103308-1': box(10, TOP),
      '5103308-3': box(16, TOP),
      '5103308-5': box(20, TOP),
      '5103308-8': box(40, TOP),
      '5103309-1': box(10, SIDE),
      '5103309-3': box(16, SIDE),
      '5103309-5': box(20, SIDE),
      ...alike('382811-5 382811-6 382811-8 881545-1 881545-2', {
        category: 'connector',
        description: 'Jumper socket',
        package: '1 row x 2 positions, 2.54 mm',
        pins: 2,
        pitch: 2.54,
      }),
      ...tens('282834', 2, 12, { ...BLOCK, pitch: 2.54 }),
      ...tens('282836', 2, 12, { ...BLOCK, pitch: 5 }),
      ...tens('282837', 2, 12, { ...BLOCK, pitch: 5.08 }),
      ...tens('284391', 2, 12, BLOCK),
      ...tens('284392', 2, 12, BLOCK),
      ...['215079', '215083', '338068', '338069', '215460', '215464'].map((base) => ({
        ...tens(base, 4, 20, MICRO_MATCH),
        ...tens(base, 4, 20, MICRO_MATCH, 7),
      })).reduce((all, some) => ({ ...all, ...some })),
      ...tens('84952', 4, 30, { ...FLAT, pitch: 1, orientation: 'right angle' }),
      ...tens('84953', 4, 30, { ...FLAT, pitch: 1, orientation: 'right angle' }),
      ...tens('1734248', 4, 30, { ...FLAT, pitch: 1 }),
      ...tens(
        '520315',
        2,
        25,
        { ...FLAT, mounting: 'through-hole', pitch: 2.54, orientation: 'vertical' },
        5,
      ),
      ...tens('1734839', 4, 50, { ...FLAT, pitch: 0.5, orientation: 'right angle' }),
      ...tens('1734592', 4, 50, { ...FLAT, pitch: 0.5 }),
      ...alike('292303-1 292303-2 292303-4 292303-7 1734366-1', usb('A', 'through-hole')),
      ...alike('292304-1 292304-2 292304-3', usb('B', 'through-hole')),
      '5787834-1': { ...usb('B', 'through-hole, vertical'), orientation: 'vertical' },
      ...alike('1734035-1 1734035-2 1734035-4', usb('Mini-B', 'surface mount, right angle')),
      ...alike('1981568-1 1932788-1', usb('Micro-B', 'surface mount, right angle')),
      ...alike('5787617-1 5787617-3', usb('A, two ports', 'through-hole')),
      ...alike('2305018-2 2295018-2', usb('C', 'right angle')),
      ...alike(
        '5406298-1 5406299-1 5406721-1 406541-1 1-406541-1 1-406541-5 406549-1 2-406549-1 5520251-4 5555164-1 ' +
          '5558310-1 5556416-1 6116353-1 6605767-1 6605758-1',
        { category: 'modular_connector', description: 'Modular jack 8P8C', package: 'through-hole' },
      ),
      ...alike('5520250-3 5520425-3 5557969-1', {
        category: 'modular_connector',
        description: 'Modular jack',
        package: 'through-hole',
      }),
      '5520259-4': {
        category: 'modular_connector',
        description: 'Modular jack 8P8C',
        package: 'through-hole, vertical',
      },
      ...alike('2309407-1 2309409-1 2309411-1 2309413-1', {
        category: 'card_connector',
        description: 'DDR4 SODIMM socket',
        package: 'surface mount, 260 contacts',
        pins: 260,
      }),
      ...alike('1888247-1 1888247-2 2227023-1 1367073-1', {
        category: 'connector',
        description: 'SFP connector',
        package: 'surface mount, 20 contacts, 0.8 mm',
        pins: 20,
        pitch: 0.8,
      }),
      '5555980-1': {
        category: 'modular_connector',
        description: 'Modular jack 4P4C',
        package: 'through-hole',
      },
      ...alike('5747840-2 5747840-3 5747840-4 5747840-5 5747840-6', dSub('plug', 9)),
      ...alike('5747844-2 5747844-3 5747844-4 5747844-5 5747844-6', dSub('receptacle', 9)),
      '1747981-1': {
        category: 'connector',
        description: 'HDMI type A receptacle',
        package: '19 contacts',
        pins: 19,
      },
      '2040210-1': {
        category: 'connector',
        description: 'DisplayPort receptacle',
        package: 'right angle, 20 contacts',
        pins: 20,
        orientation: 'right angle',
      },
      '2129320-3': {
        category: 'connector',
        description: 'Mini DisplayPort receptacle',
        package: 'right angle, 20 contacts',
        pins: 20,
        orientation: 'right angle',
      },
      ...alike(
        '2199119-1 2199119-2 2199119-3 2199119-4 2199119-5 2199119-6 1-2199119-1 1-2199119-2 1-2199119-3 1-2199119-4 1-2199119-5 1-2199119-6 ' +
          '2199125-4 2199125-5 2199125-6 2199230-3 2199230-4 2199230-5 2199230-6 1-2199230-3 1-2199230-4 1-2199230-5 1-2199230-6 2199133-5',
        {
          category: 'card_connector',
          description: 'M.2 card connector',
          package: 'surface mount, right angle, 67 contacts, 0.5 mm',
          pins: 67,
          pitch: 0.5,
          orientation: 'right angle',
        },
      ),
      '2041119-1': {
        category: 'card_connector',
        description: 'PCI Express Mini card connector',
        package: 'surface mount, 52 contacts',
        pins: 52,
      },
      '1909763-1': rf('Ultra small coaxial jack, 50 ohm', 'surface mount, vertical'),
      '5-1814400-1': rf('SMA jack, 50 ohm', 'through-hole, right angle'),
      '5-1814832-1': rf('SMA jack, 50 ohm', 'through-hole, vertical'),
      ...alike(
        '1-1337482-0 1-1337542-0 5227161-1 5227161-6 5227161-7 5227161-9',
        rf('BNC jack', 'through-hole, right angle'),
      ),
      '1-480698-0': mate(2),
      '1-480699-0': mate(2),
      '1-480700-0': mate(3),
      '1-480701-0': mate(3),
      '1-480702-0': mate(4),
      '1-480703-0': mate(4),
      '1-480704-0': mate(6),
      '1-480705-0': mate(6),
      '2118728-2': { category: 'mechanical', description: 'Shield frame', package: 'surface mount' },
      '2286211-3': { category: 'mechanical', description: 'Shield finger', package: 'surface mount' },
      ...alike('63849-1 63862-1 1217861-1 1217754-1', {
        category: 'connector',
        description: 'Quick-connect tab',
        package: 'through-hole',
      }),
      'RCU-0C': { category: 'mechanical', description: 'Test point', package: '0603 (1608 metric)' },
      'RCT-0C': { category: 'mechanical', description: 'Test point', package: '0805 (2012 metric)' },
      'RCW-0C': { category: 'mechanical', description: 'Test point', package: '1206 (3216 metric)' },
    }),
    ...[['DT', '04', 'P'], ['DT', '06', 'S'], ['DTM', '04', 'P'], ['DTM', '06', 'S'], ['DTP', '04', 'P'], [
      'DTP',
      '06',
      'S',
    ]]
      .map(([series = '', kind = '', end = '']) =>
        family(`${series}${kind}-#${end}`, {
          from: 2,
          to: 12,
          series: `Deutsch ${series}`,
          description: 'Sealed crimp housing, wire to wire',
          mounting: 'cable housing',
        })
      ),
  ],
};
