/** Buzzers, antennas, battery holders and other parts whose numbers are known one by one. */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import { searchKey } from '../../../part-number.ts';
import { bareCodes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { DASH, listed } from '../pieces.ts';
import { size } from './common.ts';

/** Parts of one manufacturer that a table lists: numbers, separated by blanks, and what they are. */
type Group = readonly [numbers: string, description: string, pack?: string, also?: Statements];

function table(
  id: string,
  manufacturer: string,
  category: Category,
  series: string,
  url: string,
  groups: readonly Group[],
): SeriesTable {
  const [, description = ''] = groups[0] ?? [];
  return {
    id,
    manufacturer,
    category,
    series,
    description,
    reference: { title: `${series}, product list`, url },
    forms: () =>
      listed(
        Object.fromEntries(
          groups.flatMap(([numbers, description, pack, also]) =>
            numbers.split(' ').map((number): [string, Statements] => [
              number,
              { description, ...(pack ? { package: pack } : {}), ...also },
            ])
          ),
        ),
      ),
  };
}

const COIN = 'Coin cell holder';

/** Of what was Linx: the frequency in megahertz (`2.4` in gigahertz), the kind, and how it is fixed. */
const linxAntennas: SeriesTable = {
  id: 'linx-antennas',
  manufacturer: 'TE Connectivity',
  category: 'antenna',
  series: 'ANT',
  description: 'Antenna',
  reference: {
    title: 'Linx antennas, ordering information',
    url: 'https://www.te.com/',
  },
  forms: () => [[
    { literal: 'ANT' },
    DASH,
    bareCodes('frequency', '315 418 433 868 916 2.4'),
    DASH,
    {
      name: 'kind',
      codes: Object.fromEntries([
        ...['CHP-T', 'USP-T', 'SP'].map((kind) => [kind, 'Surface mount antenna'] as const),
        ...['CW-HWR-RPS', 'CW-HWR-SMA', 'CW-HW-SMA', 'CW-QW', 'CW-QW-SMA', 'CW-RCS', 'CW-RCT-SS', 'CW-RCT-RP']
          .map((kind) => [kind, 'Whip antenna'] as const),
        ...[
          'CW-RAH',
          'CW-RH',
          'CW-RH-SMA',
          'PW-QW',
          'PW-LP',
          'JJB-ST',
          'JJB-RA',
          'MAG-B50-RPS',
          'MAG-B50-SMA',
        ]
          .map((kind) => [kind, 'Antenna'] as const),
      ].map(([kind, description]) => [searchKey(kind), { description }])),
      spelt: Object.fromEntries(
        [
          ...[
            'CHP-T',
            'USP-T',
            'CW-HWR-RPS',
            'CW-HWR-SMA',
            'CW-HW-SMA',
            'CW-QW',
            'CW-QW-SMA',
            'CW-RCS',
            'CW-RCT-SS',
          ],
          ...[
            'CW-RCT-RP',
            'CW-RAH',
            'CW-RH',
            'CW-RH-SMA',
            'PW-QW',
            'PW-LP',
            'JJB-ST',
            'JJB-RA',
            'MAG-B50-RPS',
          ],
          'MAG-B50-SMA',
        ].map((kind) => [searchKey(kind), kind]),
      ),
    },
  ]],
};

export const sundries: readonly SeriesTable[] = [
  table(
    'tdk-buzzers',
    'TDK',
    'buzzer',
    'Piezoelectric buzzers',
    'https://product.tdk.com/en/products/sw_piezo/sw_piezo/piezo-buzzer/index.html',
    [
      ['PS1240P02BT PS1240P02CT3', 'Piezoelectric buzzer', '12.2 mm, through hole'],
      ['PS1720P02 PS1740P02CE PS1420P02CT PS1550L40N', 'Piezoelectric buzzer', 'through hole'],
    ],
  ),
  table(
    'murata-buzzers',
    'Murata',
    'buzzer',
    'Piezoelectric sounders',
    'https://www.murata.com/en-global/products/sound/sounder',
    [
      ['PKMCS0909E4000-R1', 'Piezoelectric sounder', '9 x 9 mm, surface mount'],
      [
        'PKLCS1212E4001-R1 PKLCS1212E40A1-R1 PKLCS1212E2400-R1 PKLCS1212E20A0-R1',
        'Piezoelectric sounder',
        '12 x 12 mm, surface mount',
      ],
      [
        'PKM13EPYH4000-A0 PKM13EPYH4002-B0 PKM17EPPH4001-B0 PKM22EPPH2001-B0 PKM22EPPH2002-B0 PKM22EPP-40 PKM22EPPH4001-B0 PKM22EPPH4005-B0',
        'Piezoelectric sounder',
        'through hole',
      ],
    ],
  ),
  table(
    'same-sky-buzzers',
    'Same Sky',
    'buzzer',
    'Buzzers',
    'https://www.sameskydevices.com/product/audio/buzzers',
    [
      ['CMT-5023S-SMT-TR CMT-5030S-SMT-TR', 'Magnetic buzzer', '5 x 5 mm, surface mount'],
      [
        'CMT-8504-100-SMT-TR CMT-8540S-SMT-TR CMT-8503-100-SMT-TR CMT-8530S-SMT-TR',
        'Magnetic buzzer',
        '8.5 x 8.5 mm, surface mount',
      ],
      [
        'CMT-0904-83T CMT-1203-SMT-TR CMT-1102 CT-1205-SMT-TR CEM-1203(42) CEM-1201(42) CEM-1206S CMI-1295-85T CMI-1295IC-0585T',
        'Buzzer',
      ],
      ['CPT-9019S-SMT-TR', 'Piezoelectric buzzer', '9 x 9 mm, surface mount'],
      ['CPT-1203-85-SMT-TR CPT-1495C-300 CPT-1210-90-SMT-TR', 'Piezoelectric buzzer'],
    ],
  ),
  table('huaneng-buzzers', 'Jiangsu Huaneng', 'buzzer', 'MLT', 'https://www.hnec.com.cn/', [
    ['MLT-5020 MLT-5030', 'Magnetic buzzer', '5 x 5 mm, surface mount'],
    ['MLT-7525', 'Magnetic buzzer', '7.5 x 7.5 mm, surface mount'],
    ['MLT-8530', 'Magnetic buzzer', '8.5 x 8.5 mm, surface mount'],
    ['MLT-9650', 'Magnetic buzzer', '9.6 x 9.6 mm, surface mount'],
  ]),
  table(
    'johanson-antennas',
    'Johanson',
    'antenna',
    'Chip antennas',
    'https://www.johansontechnology.com/antennas',
    [
      [
        '2450AT18A100E 2450AT18A100 2450AT18B100E 2450AT18B100 2450AT18D0100E 2450AT18E0100E',
        'Chip antenna, 2.4 GHz',
        size('1206'),
      ],
      [
        '2450AT43A100E 2450AT43A100 2450AT43B100E 2450AT43B100 2450AT43F0100E',
        'Chip antenna, 2.4 GHz',
        '7 x 2 mm',
      ],
      ['2450AT42A100E 2450AT42B100E 2450AT42E0100E', 'Chip antenna, 2.4 GHz', '5 x 2 mm'],
      ['2450AT45A100E 2450AT45A100', 'Chip antenna, 2.4 GHz', '9.5 x 2 mm'],
      ['2450AT07A0100T 2450AT14A0100T', 'Chip antenna, 2.4 GHz'],
      ['0868AT43A0020E 0868AT43A0020 0915AT43A0026E 0915AT43A0026', 'Chip antenna, below 1 GHz', '7 x 2 mm'],
      ['0433AT62A0020E', 'Chip antenna, 433 MHz'],
      ['1575AT43A0040E 1575AT43A0040', 'Chip antenna, satellite navigation', '7 x 2 mm'],
      ['1575AT54A0010E', 'Chip antenna, satellite navigation'],
    ],
  ),
  table(
    'taiyo-yuden-antennas',
    'Taiyo Yuden',
    'antenna',
    'Chip antennas',
    'https://www.yuden.co.jp/en/product/category/antenna/',
    [
      ['AH316M245001-T', 'Chip antenna, 2.4 GHz', size('1206')],
      ['AF216M245001-T AH104F2450S1-T AH083F245001-T AH086M555003-T', 'Chip antenna, 2.4 GHz'],
    ],
  ),
  table('molex-antennas', 'Molex', 'antenna', 'Antennas', 'https://www.molex.com/en-us/products/antennas', [
    [
      '1461530100 1461530050 1461530150 2069940100 2069940050 2065600100',
      'Antenna, 2.4 and 5 GHz, adhesive',
    ],
    ['0479480001 0479500001 2042810100 2042811100', 'Antenna'],
  ]),
  table(
    'taoglas-antennas',
    'TAOGLAS',
    'antenna',
    'Antennas',
    'https://www.taoglas.com/product-category/antennas/',
    [
      [
        'FXP70.07.0053A FXP73.07.0100A FXP74.07.0100A FXP75.07.0045B FXP831.07.0100C FXP830.07.0100C',
        'Flexible antenna, adhesive',
      ],
      ['WLP.2450.25.4.A.02 PA.710.A WLA.01 WLA.08 GLA.01', 'Chip antenna'],
      ['CGGP.18.4.A.08 CGGP.25.4.A.02 CGGBP.25.4.A.02', 'Patch antenna, satellite navigation'],
    ],
  ),
  linxAntennas,
  table('abracon-antennas', 'Abracon', 'antenna', 'Antennas', 'https://abracon.com/product-lineup/antennas', [
    [
      'ACAG1204-2450-T ACAG0801-2450-T ACAG0301-2450-T ACAG0201-2450-T ACAJ-106-T ACAJ-107-T ACAJ-108-T ACAG0801-24505500-T',
      'Chip antenna',
    ],
  ]),
  table(
    'pulse-antennas',
    'Yageo',
    'antenna',
    'Chip antennas',
    'https://www.pulseelectronics.com/products/antennas/',
    [
      ['W3008 W3008C W3000 W3056 W3011 W3011A', 'Chip antenna'],
    ],
  ),
  table(
    'wuerth-antennas',
    'Würth Elektronik',
    'antenna',
    'WE-MCA',
    'https://www.we-online.com/en/components/products/WE-MCA',
    [
      ['7488910245', 'Chip antenna, 2.4 GHz', '9.5 x 2 mm'],
      ['7488918022', 'Chip antenna, 2.4 GHz', size('1206')],
    ],
  ),
  table(
    'mpd-battery-holders',
    'Memory Protection Devices',
    'mechanical',
    'Battery holders',
    'https://www.memoryprotectiondevices.com/',
    [
      ['BC9VPC BH9VPC', 'Battery holder, 9 V'],
      [
        'BH-18650-PC BH-18650-PC2 BK-18650-PC2 BK-18650-PC4 BK-18650-PC8 BC-18650-SM',
        'Battery holder, 18650 cell',
      ],
      [
        'BC2AAPC BC3AAPC BC4AAPC BCAAPC BC2AAAPC BC3AAAPC BCAAAPC',
        'Battery holder, AA or AAA cells',
        'through hole',
      ],
    ],
  ),
  table(
    'linx-holders',
    'TE Connectivity',
    'mechanical',
    'BAT-HLD',
    'https://linxtechnologies.com/wp/product/bat-hld-001/',
    [
      [
        'BAT-HLD-001 BAT-HLD-001-TR BAT-HLD-003-SMT BAT-HLD-003-SMT-OTL BAT-HLD-012-SMT BAT-HLD-012-SMT-TR BAT-HLD-002-SMT',
        COIN,
        'surface mount',
      ],
      ['BAT-HLD-001-THM BAT-HLD-003-THM', COIN, 'through hole'],
    ],
  ),
  table(
    'renata-holders',
    'Renata',
    'mechanical',
    'Battery holders',
    'https://www.renata.com/en-us/products/battery-holders/',
    [
      ['SMTU2032-LF SMTU2430N-1 SMTU1225-LF SMTM2032-LF SMTU2477N-1', COIN, 'surface mount'],
      ['HU2032-LF HU2430N-1 HU2032-1 VBH2032-1 HU1225-LF', COIN, 'through hole'],
    ],
  ),
  table('qj-holders', 'Q&J', 'mechanical', 'Battery holders', 'https://www.cnqj.com/', [
    ['CR2032-BS-6-1 CR1220-2 CR2032-BS-2-1 CR1220-BS-1', COIN],
  ]),
  table(
    'seiko-batteries',
    'Seiko Instruments',
    'battery',
    'MS',
    'https://www.sii.co.jp/en/me/battery/products/ms-rechargeable/',
    [
      [
        'MS621FE-FL11E MS614SE-FL28E MS518SE-FL35E MS412FE-FL26E MS920SE-FL27E',
        'Rechargeable coin cell',
        'surface mount',
      ],
    ],
  ),
];
