import type { SeriesTable } from '../../table.ts';
import { alike, connector, type Family, family, listed } from './pattern.ts';

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;
const TOP_SMD = { orientation: 'vertical', mounting: 'surface mount' } as const;
const PINS = { category: 'pin_header', description: 'Pin header', pitch: 2.54, from: 1, to: 40 } as const;
const TWO = { rows: 2, counts: 'all', step: 2, from: 4, to: 80 } as const;
const FLAT = { category: 'flat_cable_connector', description: 'FFC/FPC connector', from: 4, to: 80 } as const;

const usb = (type: string, housing: string) =>
  ({ category: 'usb_connector', description: `USB ${type} receptacle`, package: housing }) as const;
const jack = (description: string, housing: string) =>
  ({ category: 'modular_connector', description, package: housing }) as const;
const rf = (description: string, housing: string) =>
  ({ category: 'rf_connector', description, package: housing }) as const;

const lines: readonly (readonly [string, Family])[] = [
  ['68000-[1|2|4]##HLF', { ...PINS, ...TOP, series: 'BergStik' }],
  ['68016-[1|2|4]##HLF', { ...PINS, ...SIDE, series: 'BergStik' }],
  ['67996-[1|2|4]##HLF', { ...PINS, ...TWO, ...TOP, series: 'BergStik' }],
  ['68020-[1|2|4]##HLF', { ...PINS, ...TWO, ...SIDE, series: 'BergStik' }],
  ['68021-[1|2|4]##HLF', { ...PINS, ...TWO, ...SIDE, series: 'BergStik' }],
  ['77311-[101|118|401|418|801|818]-##LF', { ...PINS, ...TOP, series: 'BergStik' }],
  ['77311-462K##LF', { ...PINS, ...TOP, series: 'BergStik' }],
  ['77313-[101|118|401|418|801|818]-##LF', { ...PINS, ...TWO, ...TOP, series: 'BergStik' }],
  ['77315-[101|118|401|418|801|818]-##LF', { ...PINS, ...SIDE, series: 'BergStik' }],
  ['10129378-9##00[1|2|3|4]BLF', { ...PINS, ...TOP, series: 'BergStik' }],
  ['10129379-9##00[1|2|3|4]BLF', { ...PINS, ...SIDE, series: 'BergStik' }],
  ['95278-101A##LF', { ...PINS, ...TWO, ...TOP_SMD, series: 'BergStik' }],
  ['20021111-000##[C|D|T]4LF', { ...PINS, ...TWO, ...TOP, pitch: 1.27, series: 'Minitek127' }],
  ['20021121-000##[C|D|T]4LF', { ...PINS, ...TWO, ...TOP_SMD, pitch: 1.27, series: 'Minitek127' }],
  ['T8211##A1S100CEU', { ...PINS, ...TWO, ...TOP, description: 'Pin header, shrouded', series: 'T821' }],
  ['66226-0##LF', { ...FLAT, from: 2, pitch: 2.54, series: 'Clincher' }],
  ['65801-0##LF', { ...FLAT, from: 2, pitch: 2.54, series: 'Clincher' }],
  ['F51L-1A7H1-110##', {
    ...FLAT,
    pitch: 1,
    orientation: 'right angle',
    mounting: 'surface mount',
    series: 'F51',
  }],
  ['75916-3##LF', {
    ...PINS,
    category: 'socket',
    description: 'Socket header',
    mounting: 'through-hole',
    series: 'Dubox',
  }],
  ['75915-3##LF', { ...PINS, category: 'socket', description: 'Socket header', ...TOP, series: 'Dubox' }],
  ['SFW#R-[1|2]STE1LF', {
    ...FLAT,
    pitch: 1,
    orientation: 'right angle',
    mounting: 'surface mount',
    series: 'SFW',
  }],
  ['SFW#S-[1|2]STE1LF', { ...FLAT, pitch: 1, ...TOP_SMD, series: 'SFW' }],
  ['F32Q-1A7[H|T]1-110##', {
    ...FLAT,
    pitch: 0.5,
    orientation: 'right angle',
    mounting: 'surface mount',
    series: 'F32',
  }],
  ['F32R-1A7[H|T]1-110##', {
    ...FLAT,
    pitch: 0.5,
    orientation: 'right angle',
    mounting: 'surface mount',
    series: 'F32',
  }],
  ['SFV#R-[1|2|3|4]STE1HLF', {
    ...FLAT,
    pitch: 0.5,
    orientation: 'right angle',
    mounting: 'surface mount',
    series: 'SFV',
  }],
];

export const amphenol: SeriesTable = {
  id: 'amphenol-connectors',
  manufacturer: 'Amphenol',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: {
    title: 'Part numbers of Amphenol connectors',
    url: 'https://www.amphenol-cs.com/products.html',
  },
  forms: () => [
    ...lines.map(([pattern, said]) => family(pattern, said)),
    listed({
      ...alike(
        '10118192-0001LF 10118192-0002LF 10118193-0001LF 10118194-0001LF 10103594-0001LF 10104110-0001LF 10104111-0001LF',
        usb('Micro-B', 'surface mount, right angle'),
      ),
      ...alike('10033526-N3212LF 10033526-N3212MLF', usb('Mini-B', 'surface mount, right angle')),
      ...alike('10033527-N3212LF 10033527-N3212MLF', usb('Mini-B', 'right angle')),
      ...alike('61729-0010BLF 61729-1010BLF 61729-1011BLF', usb('B', 'through-hole, right angle')),
      ...alike('73725-0110BLF 73725-0111BLF 73725-1110BLF', usb('A', 'right angle')),
      ...alike('87520-0010BLF 87520-0110BLF 87520-0111BLF UE27AC54100', usb('A', 'right angle')),
      ...alike('12402012E212A 12401981E412A 10137065-00021LF', {
        category: 'usb_connector',
        description: 'USB C receptacle',
      }),
      ...alike('12401832E402A MUSBRM1C1M0', usb('C', '24 contacts')),
      ...alike('10029449-001RLF 10029449-001TLF 10029449-111RLF', {
        category: 'connector',
        description: 'HDMI type A receptacle',
        package: '19 contacts',
        pins: 19,
      }),
      '54602-908LF': jack('Modular jack 8P8C', 'through-hole, right angle'),
      'RJLSE4208101T': jack('Modular jack 8P8C', 'right angle'),
      '54601-906WPLF': jack('Modular jack 6P6C', 'through-hole, right angle'),
      '54601-908WPLF': jack('Modular jack 8P8C', 'through-hole, right angle'),
      '10155435-00011LF': usb('C', 'surface mount, right angle, 16 contacts'),
      '87180-062LF': jack('Modular jack 6P2C', 'through-hole, right angle'),
      ...alike('87180-044LF 87180-088LF', jack('Modular jack', 'through-hole, right angle')),
      ...alike('RJHSE-5080 RJHSE-5081 RJHSE-5380 RJHSE-5381 RJHSE-5384 RJHSE-5385 RJHSE-5387 RJHSE-538X', {
        ...jack('Modular jack 8P8C', 'through-hole, right angle'),
      }),
      ...alike('68786-102LF 68786-202LF', {
        category: 'connector',
        description: 'Jumper socket',
        package: '1 row x 2 positions, 2.54 mm',
        pins: 2,
        pitch: 2.54,
      }),
      '75869-101LF': connector(5, {
        ...TOP,
        category: 'pin_header',
        description: 'Pin header, shrouded',
        rows: 2,
        pitch: 2.54,
      }),
      ...alike('132289 132322', rf('SMA jack, 50 ohm', 'edge mount')),
      ...alike(
        '132134 132134-10 901-144 901-144-8RFX 901-10112',
        rf('SMA jack, 50 ohm', 'through-hole, vertical'),
      ),
      ...alike('901-143 901-143-6RFX', rf('SMA jack, 50 ohm', 'through-hole, right angle')),
      '112640': rf('BNC jack, 50 ohm', 'edge mount'),
      '112404': rf('BNC jack, 50 ohm', 'through-hole, right angle'),
      'A-1JB': rf('Ultra small coaxial jack, 50 ohm', 'surface mount, vertical'),
      'UE75A203000T': {
        category: 'connector',
        description: 'SFP connector',
        package: 'surface mount, 20 contacts',
        pins: 20,
      },
    }),
    ...['12401548E4', '12401598E4', '12401610E4'].map((base) => [
      { name: 'number', codes: { [base]: usb('C', 'surface mount, right angle, 24 contacts') } },
      { separator: '#' },
      { literal: '2A' },
    ]),
  ],
};
