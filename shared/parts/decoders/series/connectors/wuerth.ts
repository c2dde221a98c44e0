import { bareCodes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { alike, type Family, family, listed } from './pattern.ts';

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;

/** One row of so many positions, or two rows that have so many together. */
const single = { from: 1, to: 40 };
const double = { from: 4, to: 80, step: 2, rows: 2, counts: 'all' } as const;

/** Pin headers of one pitch: the digits before the end say rows, pins or sockets, and how they stand. */
const headers = (start: string, pitch: number) =>
  [
    [`${start}##11121`, { ...single, ...TOP }],
    [`${start}##21121`, { ...double, ...TOP }],
    [`${start}##11021`, { ...single, ...SIDE }],
    [`${start}##21021`, { ...double, ...SIDE }],
  ].map(([pattern, said]) =>
    family(String(pattern), {
      ...said as Family,
      category: 'pin_header',
      description: 'Pin header',
      series: 'WR-PHD',
      pitch,
    })
  );

const terminal = (start: string, said: Partial<Family>) =>
  family(`${start}##`, {
    from: 2,
    to: 24,
    category: 'terminal_block',
    description: 'Terminal block',
    series: 'WR-TBL',
    ...said,
  });

const FLAT: Family = {
  from: 4,
  to: 50,
  category: 'flat_cable_connector',
  description: 'FFC/FPC connector',
  series: 'WR-FPC',
  pitch: 0.5,
  orientation: 'right angle',
  mounting: 'surface mount',
};

/** Spacers: so many tenths of a millimetre high, and what thread they have. */
const SPACERS: readonly Segment[] = [
  bareCodes('start', '9774'),
  bareCodes('height', '010 015 020 025 030 035 040 045 050 055 060 070 080 090 100 110 120 130 140 150'),
  {
    name: 'thread',
    codes: {
      '243R': {
        category: 'mechanical',
        series: 'WA-SMSI',
        description: 'Spacer, steel, M2 internal thread',
        package: 'surface mount',
      },
      '360R': {
        category: 'mechanical',
        series: 'WA-SMSI',
        description: 'Spacer, steel, M3 internal thread',
        package: 'surface mount',
      },
      '151R': {
        category: 'mechanical',
        series: 'WA-SMSI',
        description: 'Spacer, steel, internal thread',
        package: 'surface mount',
      },
    },
  },
];

/** Spacers with a thread: length in tenths of a millimetre and a code of thread and width. */
const THREADED: readonly Segment[] = [
  codes('start', 'description', {
    '970': 'Spacer, two internal threads',
    '971': 'Spacer, internal and external thread',
  }),
  bareCodes(
    'length',
    '050 060 070 080 090 100 110 120 130 140 150 160 170 180 200 220 250 300 350 400 450 500 600 700',
  ),
  {
    name: 'thread',
    codes: Object.fromEntries(
      ['154', '321', '324', '354', '365', '471', '481', '485'].map((
        code,
      ) => [code, { category: 'mechanical', series: 'WA-SPAI, WA-SPAII' }]),
    ),
  },
];

const usb = (description: string, housing: string) =>
  ({ category: 'usb_connector', series: 'WR-COM', description, package: housing }) as const;

export const wuerth: SeriesTable = {
  id: 'wuerth-connectors',
  manufacturer: 'Würth Elektronik',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: {
    title: 'Electromechanical components',
    url: 'https://www.we-online.com/en/components/products/em',
  },
  forms: () => [
    ...headers('6130', 2.54),
    ...headers('6200', 2),
    family('6130##11821', {
      ...single,
      ...TOP,
      category: 'socket',
      description: 'Socket header',
      series: 'WR-PHD',
      pitch: 2.54,
    }),
    family('6130##21821', {
      ...double,
      ...TOP,
      category: 'socket',
      description: 'Socket header',
      series: 'WR-PHD',
      pitch: 2.54,
    }),
    family('6480##11622', {
      ...single,
      from: 2,
      ...TOP,
      category: 'wire_to_board_connector',
      description: 'Wire-to-board header',
      series: 'WR-WTB',
      pitch: 1.5,
    }),
    family('6190##11121', {
      ...single,
      from: 2,
      ...TOP,
      category: 'wire_to_board_connector',
      description: 'Wire-to-board header, locking',
      series: 'WR-WTB',
      pitch: 2.54,
    }),
    family('6871##149022', FLAT),
    family('6871##14522', FLAT),
    family('6861##14422', { ...FLAT, pitch: 1 }),
    family('6861##148922', { ...FLAT, pitch: 1 }),
    family('6120##21621', {
      ...double,
      ...TOP,
      category: 'pin_header',
      description: 'Pin header, shrouded',
      series: 'WR-BHD',
      pitch: 2.54,
    }),
    family('6120##21721', {
      ...double,
      ...SIDE,
      category: 'pin_header',
      description: 'Pin header, shrouded',
      series: 'WR-BHD',
      pitch: 2.54,
    }),
    SPACERS,
    THREADED,
    terminal('6911017100', { pitch: 5, mounting: 'through-hole' }),
    terminal('6911027100', { pitch: 5.08, mounting: 'through-hole' }),
    terminal('6911377100', { pitch: 5, mounting: 'through-hole' }),
    terminal('6912141100', { pitch: 3.5, mounting: 'through-hole' }),
    terminal('6912109100', { mounting: 'through-hole' }),
    terminal('6912135100', { mounting: 'through-hole' }),
    terminal('6912164100', { mounting: 'through-hole' }),
    listed({
      '691412320002M': {
        category: 'terminal_block',
        series: 'WR-TBL',
        description: 'Terminal block, 45 degrees',
        package: '1 row x 2 positions, 3.81 mm',
        pins: 2,
        pitch: 3.81,
      },
      ...alike('629105136821 629105150521', usb('USB Micro-B receptacle', 'surface mount, right angle')),
      ...alike('65100516121 651005136421', usb('USB Mini-B receptacle', 'right angle')),
      ...alike('614004190021 614004134726 614004160921', usb('USB A receptacle', 'through-hole')),
      ...alike('61400416121', usb('USB B receptacle', 'through-hole')),
      ...alike('692121030100', usb('USB 3.0 A receptacle', 'through-hole')),
      ...alike('632723300011 629722000214', {
        category: 'usb_connector',
        series: 'WR-COM',
        description: 'USB C connector',
      }),
      ...alike('693071010811 693072010801', {
        category: 'card_connector',
        series: 'WR-CRD',
        description: 'microSD card connector',
        package: 'surface mount',
      }),
      ...alike('615008137421 615008140121 615008144221', {
        category: 'modular_connector',
        series: 'WR-MJ',
        description: 'Modular jack 8P8C',
        package: 'right angle, 8 contacts',
        pins: 8,
      }),
      ...alike('7499010121A 7499010211A 7499011121A 7499011002A 7499111121A 7499111221A 7499151120', {
        category: 'modular_connector',
        series: 'WE-RJ45LAN',
        description: 'Ethernet jack 8P8C with transformer',
        package: 'through-hole, right angle',
        orientation: 'right angle',
      }),
      ...alike('694106301002 694108301002', {
        category: 'power_connector',
        series: 'WR-DC',
        description: 'DC power jack',
        package: 'through-hole, right angle',
        orientation: 'right angle',
      }),
    }),
  ],
};
