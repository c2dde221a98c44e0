import type { Category } from '../../../../domain/categories.ts';
import type { SeriesTable } from '../../table.ts';
import { alike, type Connector, type Family, family, listed } from './pattern.ts';

/**
 * How a number is printed in catalogues, `22-23-2021` or `53261-0471`; with the ten digits of an order; and with nine of
 * them, where a spreadsheet dropped the one zero. Eight digits are too many other things as well.
 */
function spellingsOf(printed: string): readonly string[] {
  const order = ordered(printed);
  return /^0[1-9]/.test(order) ? [printed, order, order.slice(1)] : [printed, order];
}

function ordered(printed: string): string {
  const plain = printed.replaceAll('-', '');
  const digits = plain.replace(/\[[^\]]*\]/g, (choice) => choice.slice(1, choice.indexOf('|'))).length;
  return '0'.repeat(10 - digits) + plain;
}

const TH = { mounting: 'through-hole' } as const;
const SMD = { mounting: 'surface mount' } as const;
const TOP = { orientation: 'vertical', ...TH } as const;
const SIDE = { orientation: 'right angle', ...TH } as const;
const TOP_SMD = { orientation: 'vertical', ...SMD } as const;
const SIDE_SMD = { orientation: 'right angle', ...SMD } as const;
const HOUSING = { description: 'Crimp housing', mounting: 'cable housing' } as const;

interface Line extends Partial<Family> {
  readonly numbers: readonly (readonly [printed: string, own: Partial<Family>])[];
}

const kk254 = { series: 'KK 254', pitch: 2.54, from: 2, to: 28 };
const microFit = {
  series: 'Micro-Fit 3.0',
  pitch: 3,
  counts: 'all',
  step: 2,
  from: 2,
  to: 24,
  rows: 2,
} as const;
const microFitSingle = { series: 'Micro-Fit 3.0', pitch: 3, from: 2, to: 12 } as const;
const miniFit = {
  series: 'Mini-Fit Jr.',
  pitch: 4.2,
  counts: 'all',
  step: 2,
  from: 2,
  to: 24,
  rows: 2,
} as const;
const milliGrid = {
  series: 'Milli-Grid',
  pitch: 2,
  counts: 'all',
  step: 2,
  from: 4,
  to: 50,
  rows: 2,
} as const;
const cGrid = { pitch: 2.54, counts: 'all', step: 2, from: 4, to: 64, rows: 2 } as const;

const WIRE_TO_BOARD: readonly Line[] = [
  {
    ...kk254,
    numbers: [
      ['22-23-2##1', { ...TOP, description: 'Wire-to-board header, friction lock' }],
      ['22-11-2##2', { ...TOP, description: 'Wire-to-board header, friction lock' }],
      ['22-27-2##1', { ...TOP, description: 'Wire-to-board header, friction lock' }],
      ['22-03-2##1', { ...TOP, description: 'Wire-to-board header' }],
      ['22-05-3##1', { ...SIDE, description: 'Wire-to-board header, friction lock' }],
      ['22-12-2##4', { ...SIDE, description: 'Wire-to-board header, friction lock' }],
      ['22-01-3##7', HOUSING],
    ],
  },
  {
    series: 'SPOX',
    pitch: 2.5,
    from: 2,
    to: 15,
    numbers: [
      ['22-03-5##5', TOP],
      ['22-05-7##5', SIDE],
      ['50-37-5##3', HOUSING],
    ],
  },
  {
    series: 'KK 396',
    pitch: 3.96,
    from: 2,
    to: 24,
    numbers: [
      ['26-60-4##0', { ...TOP, description: 'Wire-to-board header, friction lock' }],
      ['26-60-5##0', { ...SIDE, description: 'Wire-to-board header, friction lock' }],
      ['09-65-2##8', { ...TOP, description: 'Wire-to-board header, friction lock' }],
      ['09-50-3##1', HOUSING],
    ],
  },
  { series: 'SL', pitch: 2.54, from: 2, to: 25, numbers: [['50-57-94##', HOUSING]] },
  {
    series: 'PicoBlade',
    pitch: 1.25,
    from: 2,
    to: 17,
    numbers: [
      ['53261-##71', SIDE_SMD],
      ['53398-##71', TOP_SMD],
      ['53047-##10', TOP],
      ['53048-##10', SIDE],
      ['51021-##00', HOUSING],
    ],
  },
  {
    series: 'Pico-Clasp',
    pitch: 1,
    from: 2,
    to: 15,
    numbers: [
      ['501331-##07', TOP_SMD],
      ['501568-##07', SIDE_SMD],
      ['501330-##00', HOUSING],
    ],
  },
  {
    series: 'Pico-Lock',
    from: 2,
    to: 15,
    numbers: [
      ['504050-##91', { ...SIDE_SMD, pitch: 1.5 }],
      ['504051-##01', { ...HOUSING, pitch: 1.5 }],
      ['503763-##91', { ...SIDE_SMD, pitch: 1 }],
      ['503764-##01', { ...HOUSING, pitch: 1 }],
    ],
  },
  {
    series: 'Pico-EZmate',
    pitch: 1.2,
    from: 2,
    to: 6,
    numbers: [
      ['78171-00##', TOP_SMD],
      ['78172-00##', HOUSING],
    ],
  },
  {
    series: 'Micro-Latch',
    pitch: 2,
    from: 2,
    to: 15,
    numbers: [
      ['53253-##70', TOP],
      ['53254-##70', SIDE],
      ['51065-##00', HOUSING],
    ],
  },
  {
    series: 'Sherlock',
    pitch: 2,
    from: 2,
    to: 15,
    numbers: [
      ['35362-##50', TOP],
      ['35363-##60', SIDE],
      ['35507-##00', HOUSING],
    ],
  },
  {
    series: 'Pico-SPOX',
    pitch: 1.5,
    from: 2,
    to: 15,
    numbers: [
      ['87437-##[33|43]', TOP_SMD],
      ['87438-##[33|43]', SIDE_SMD],
      ['87439-##00', HOUSING],
    ],
  },
  {
    series: 'MicroClasp',
    pitch: 2,
    from: 2,
    to: 15,
    numbers: [
      ['55932-##10', TOP],
      ['55935-##10', SIDE],
      ['51382-##00', HOUSING],
    ],
  },
  {
    series: 'CLIK-Mate',
    from: 2,
    to: 15,
    numbers: [
      ['502382-##[70|71]', { ...TOP_SMD, pitch: 1.25 }],
      ['502386-##[70|71]', { ...SIDE_SMD, pitch: 1.25 }],
      ['502578-##00', { ...HOUSING, pitch: 1.25 }],
      ['502443-##70', { ...TOP_SMD, pitch: 2 }],
      ['502494-##70', { ...SIDE_SMD, pitch: 2 }],
      ['502439-##00', { ...HOUSING, pitch: 2 }],
    ],
  },
  {
    series: 'DuraClik',
    pitch: 2,
    from: 2,
    to: 15,
    numbers: [
      ['502352-##00', SIDE_SMD],
      ['560020-##00', TOP_SMD],
      ['502351-##00', HOUSING],
    ],
  },
  {
    series: 'Micro-Lock Plus',
    pitch: 1.25,
    from: 2,
    to: 16,
    numbers: [
      ['505567-##[51|71|81]', SIDE_SMD],
      ['505565-##[00|01]', HOUSING],
    ],
  },
  {
    ...microFit,
    numbers: [
      ['43045-##[00|01|02]', SIDE],
      ['43045-##[12|13|14]', TOP],
      ['43045-##[06|07|08|09|15|18|19|20|21|24|27|28]', {}],
      ['43025-##00', HOUSING],
      ['43020-##[00|01]', { ...HOUSING, description: 'Crimp housing, plug' }],
    ],
  },
  {
    ...microFitSingle,
    numbers: [
      ['43650-##00', SIDE],
      ['43650-##15', TOP],
      ['43650-##[01|02|03|04|05|09|10|12|13|14|16|17|18|19|21|24|27]', {}],
      ['43645-##00', HOUSING],
      ['43640-##[00|01]', { ...HOUSING, description: 'Crimp housing, plug' }],
    ],
  },
  {
    ...miniFit,
    numbers: [
      ['39-28-1##3', TOP],
      ['39-28-8##0', TOP],
      ['39-29-1##[7|8]', SIDE],
      ['39-29-6##8', TOP],
      ['39-30-0##0', SIDE],
      ['39-30-1##0', SIDE],
      ['39-01-2##0', HOUSING],
    ],
  },
];

const HEADERS: readonly Line[] = [
  {
    ...kk254,
    to: 36,
    series: 'KK 254',
    numbers: [['22-28-4##[0|3]', { ...TOP, description: 'Pin header' }]],
  },
  {
    ...cGrid,
    series: 'C-Grid',
    numbers: [
      ['10-89-7##[0|1|2]', { ...TOP, description: 'Pin header' }],
      ['15-91-2##0', { ...TOP_SMD, description: 'Pin header' }],
      ['70246-##[01|02|04]', { ...TOP, description: 'Pin header, shrouded' }],
      ['70247-##[01|02|04]', { ...SIDE, description: 'Pin header, shrouded' }],
    ],
  },
  {
    ...milliGrid,
    numbers: [
      ['87831-##[19|20|41]', { ...TOP, description: 'Pin header, shrouded' }],
      ['87832-##20', { ...TOP_SMD, description: 'Pin header, shrouded' }],
      ['87833-##[19|20|31]', { ...SIDE, description: 'Pin header, shrouded' }],
      ['87758-##[16|17]', { ...TOP, description: 'Pin header' }],
      ['87759-##[50|64]', { ...TOP_SMD, description: 'Pin header' }],
    ],
  },
];

const FFC: readonly Line[] = [
  {
    description: 'FFC/FPC connector',
    from: 4,
    to: 60,
    mounting: 'surface mount',
    numbers: [
      ['52271-##[69|79]', { pitch: 1, orientation: 'right angle' }],
      ['52207-##[33|60|85]', { pitch: 1, orientation: 'right angle' }],
      ['52793-##70', { pitch: 1 }],
      ['200528-0##0', { pitch: 1, orientation: 'right angle', series: 'Easy-On' }],
      ['54104-##[31|33]', { pitch: 0.5, orientation: 'right angle' }],
      ['54132-##[33|62]', { pitch: 0.5, orientation: 'right angle', series: 'Easy-On' }],
      ['52435-##[71|72]', { pitch: 0.5, orientation: 'right angle' }],
      ['52437-##[71|72]', { pitch: 0.5, orientation: 'right angle' }],
      ['52559-##[52|53]', { pitch: 0.5, orientation: 'vertical' }],
      ['51296-##[33|94]', { pitch: 0.5, orientation: 'right angle' }],
      ['51281-##94', { pitch: 0.5, orientation: 'right angle' }],
      ['52746-##[70|71]', { pitch: 0.5, orientation: 'right angle' }],
      ['52892-##[33|95]', { pitch: 0.5, orientation: 'right angle' }],
      ['52893-##[33|95]', { pitch: 0.5, orientation: 'right angle' }],
      ['54548-##[71|72]', { pitch: 0.5, orientation: 'right angle' }],
      ['54550-##[71|72]', { pitch: 0.5, orientation: 'right angle' }],
      ['503480-##00', { pitch: 0.5, orientation: 'right angle', series: 'Easy-On' }],
      ['505110-##[91|92]', { pitch: 0.5, orientation: 'right angle', series: 'Easy-On' }],
      ['502250-##[91|93]', { pitch: 0.3, orientation: 'right angle' }],
      ['502598-##[91|93]', { pitch: 0.3, orientation: 'right angle' }],
    ],
  },
];

const BOARD_TO_BOARD: readonly Line[] = [
  {
    series: 'SlimStack',
    pitch: 0.5,
    rows: 2,
    counts: 'all',
    step: 2,
    from: 16,
    to: 80,
    mounting: 'surface mount',
    numbers: [
      ['54722-0##[4|7]', { description: 'Board-to-board receptacle' }],
      ['55560-0##[1|7]', { description: 'Board-to-board plug' }],
      ['52991-0##8', { description: 'Board-to-board receptacle' }],
      ['53748-0##8', { description: 'Board-to-board plug' }],
    ],
  },
];

function formsOf(category: Category, description: string, lines: readonly Line[]) {
  return lines.flatMap(({ numbers, ...shared }) =>
    numbers.flatMap(([printed, own]) =>
      spellingsOf(printed).map((spelt) =>
        family(spelt, { from: 2, to: 2, category, description, ...shared, ...own })
      )
    )
  );
}

const CONTACT = {
  category: 'wire_to_board_connector',
  description: 'Crimp contact',
  package: 'crimp contact',
} as const;
const usb = (type: string, housing: string, said: Connector = {}) => ({
  category: 'usb_connector',
  description: `USB ${type} receptacle`,
  package: housing,
  ...said,
} as const);
const card = (kind: string) => ({
  category: 'card_connector' as const,
  description: `${kind} card connector`,
  package: 'surface mount',
});

const LISTED = [
  alike('08-50-0113 08-50-0114 08-50-0134 08-55-0102 08-55-0101', {
    ...CONTACT,
    series: 'KK 254',
  }),
  alike('08-50-0105 08-50-0106 08-50-0107 08-50-0108 08-52-0072', {
    ...CONTACT,
    series: 'KK 396',
  }),
  alike('50058-8000 50058-8100 50079-8000 50079-8100', { ...CONTACT, series: 'PicoBlade' }),
  alike('501334-0000 501334-0100', { ...CONTACT, series: 'Pico-Clasp' }),
  alike('504052-0098 503765-0098', { ...CONTACT, series: 'Pico-Lock' }),
  alike('56134-8000 56134-8100 56134-9000 56134-9100', { ...CONTACT, series: 'MicroClasp' }),
  alike('502579-0000 502579-0100 502438-0000 502438-0100', { ...CONTACT, series: 'CLIK-Mate' }),
  alike(
    '43030-0001 43030-0002 43030-0003 43030-0004 43030-0005 43030-0006 43030-0007 43030-0008 43030-0009 ' +
      '43031-0001 43031-0002 43031-0003 43031-0004 43031-0005 43031-0006 43031-0007 43031-0008',
    { ...CONTACT, series: 'Micro-Fit 3.0' },
  ),
  alike('39-00-0038 39-00-0039 39-00-0040 39-00-0041 39-00-0059 39-00-0060', {
    ...CONTACT,
    series: 'Mini-Fit Jr.',
  }),
  alike('16-02-0069 16-02-0086 16-02-0096 16-02-0102 16-02-0104', { ...CONTACT, series: 'SL' }),
  alike(
    '105017-0001 105017-1001 47346-0001 47346-1001',
    usb('Micro-B', 'surface mount, right angle', { orientation: 'right angle' }),
  ),
  alike(
    '105133-0001 105133-0011 105133-0031',
    usb('Micro-B', 'surface mount, vertical', { orientation: 'vertical' }),
  ),
  alike(
    '47589-0001 47491-0001 47590-0001',
    usb('Micro-AB', 'surface mount, right angle', { orientation: 'right angle' }),
  ),
  alike(
    '67503-1020 67503-1230 500075-1517',
    usb('Mini-B', 'surface mount, right angle', { orientation: 'right angle' }),
  ),
  alike(
    '54819-0519 54819-0572 54819-0589',
    usb('Mini-B', 'through-hole, right angle', { orientation: 'right angle' }),
  ),
  alike('67643-0910 67643-0911 67643-0990 67643-2911', usb('A', 'through-hole')),
  alike('67068-7041 67068-8000 67068-8001 67068-9000 67068-9001', usb('B', 'through-hole')),
  alike('48393-0003 48406-0001 48406-0003', usb('3.0 A', 'through-hole')),
  alike('201267-0005 217175-0001 217179-0001 216990-0001', {
    category: 'usb_connector',
    description: 'USB C receptacle',
  }),
  alike('48037-0001 48037-1000 48037-2200', { category: 'usb_connector', description: 'USB A plug' }),
  alike('105450-0101 105455-0101', usb('C', '24 contacts')),
  alike(
    '503182-1852 503182-1853 104031-0811 502570-0893 502774-0891 503398-1892 500873-0806 47219-2001',
    {
      ...card('microSD'),
    },
  ),
  alike('47571-0001 47352-1001', card('microSD')),
  alike('67840-8001 503500-0991 503500-0993', card('SD')),
  alike('78800-0001 47388-2001 47308-0001 91228-3001 91228-3002', card('SIM')),
  alike('78723-1001 78727-0001', card('Micro SIM')),
  alike('504520-0691', card('Nano SIM')),
  alike('208658-1001 208658-1051 47151-1001 47151-1051 500254-1927 500254-1931', {
    category: 'connector',
    description: 'HDMI type A receptacle',
    package: 'surface mount, 19 contacts',
    pins: 19,
  }),
  alike('46765-1001 46765-1301 46765-2001 46765-2301', {
    category: 'connector',
    description: 'HDMI type D receptacle',
    package: 'surface mount, 19 contacts',
    pins: 19,
  }),
  alike('73251-1150 73251-1151 73251-1153 73251-1350 73251-1351 73251-1352', {
    category: 'rf_connector',
    description: 'SMA jack, 50 ohm',
    package: 'edge mount',
  }),
  alike('73251-2120 73251-2121', {
    category: 'rf_connector',
    description: 'SMA jack, 50 ohm',
    package: 'edge mount',
  }),
  alike('47272-0001', { category: 'connector', description: 'DisplayPort receptacle' }),
  alike('47053-1000', {
    category: 'wire_to_board_connector',
    description: 'Wire-to-board header, 4-wire fan',
    package: '1 row x 4 positions, 2.54 mm, vertical, through-hole',
    pins: 4,
    orientation: 'vertical',
  }),
  alike('73391-0060 73391-0070 73391-0080', {
    category: 'rf_connector',
    description: 'SMA jack, 50 ohm',
    package: 'through-hole, vertical',
    orientation: 'vertical',
  }),
  alike('73412-0110 73412-0114', {
    category: 'rf_connector',
    description: 'Micro coaxial receptacle, 50 ohm',
    package: 'surface mount, vertical',
    orientation: 'vertical',
  }),
  alike('73415-1691 73415-2061', { category: 'rf_connector', description: 'MMCX jack, 50 ohm' }),
  alike('73100-0105', {
    category: 'rf_connector',
    description: 'BNC jack, 50 ohm',
    package: 'through-hole, right angle',
    orientation: 'right angle',
  }),
  alike('48025-1190 95501-2661 95501-2881 95503-2881', {
    category: 'modular_connector',
    description: 'Modular jack',
    package: 'through-hole',
  }),
  alike('85513-5002', {
    category: 'modular_connector',
    description: 'Modular jack 6P6C',
    package: 'vertical',
  }),
  alike('43860-0001 43860-0002', { category: 'modular_connector', description: 'Modular jack' }),
  alike('67910-0002 48338-0065 48338-0090', {
    category: 'card_connector',
    description: 'PCI Express Mini card connector',
    package: 'surface mount, 52 contacts',
    pins: 52,
  }),
  alike('47155-4001 47080-4001 67490-1220', {
    category: 'connector',
    description: 'SATA signal header',
    package: '7 contacts',
    pins: 7,
  }),
  alike('74320-9004', {
    category: 'connector',
    description: 'DVI-D receptacle',
    package: 'through-hole, right angle, 24 contacts',
    pins: 24,
  }),
  alike('74320-9010', {
    category: 'connector',
    description: 'DVI-I receptacle',
    package: 'through-hole, right angle, 29 contacts',
    pins: 29,
  }),
];

export const molex: SeriesTable = {
  id: 'molex-connectors',
  manufacturer: 'Molex',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: {
    title: 'Part numbers of Molex connectors',
    url: 'https://www.molex.com/en-us/products/connectors',
  },
  // 473-460001 is nothing that Molex writes.
  isSpeltOneWay: true,
  forms: () => [
    ...formsOf('wire_to_board_connector', 'Wire-to-board header', WIRE_TO_BOARD),
    ...formsOf('pin_header', 'Pin header', HEADERS),
    ...formsOf('flat_cable_connector', 'FFC/FPC connector', FFC),
    ...formsOf('board_to_board_connector', 'Board-to-board connector', BOARD_TO_BOARD),
    ...LISTED.flatMap((said) => Object.entries(said)).flatMap(([printed, said]) =>
      spellingsOf(printed).map((spelt) => listed({ [spelt]: said }))
    ),
  ],
};
