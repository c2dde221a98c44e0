/** Memory, a table a manufacturer and kind. */
import { bareCodes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, packing, reels, SLASH, temperatures } from './numbers.ts';

const memory = (described: Readonly<Record<string, string>>) => base(bases('memory', described));

/** Each of a list of sizes behind a beginning. */
const sizes = (beginning: string, list: string): string =>
  list.split(' ').map((size) => beginning + size).join(' ');

function table(
  id: string,
  manufacturer: string,
  series: string,
  [title, url]: readonly [string, string],
  forms: SeriesTable['forms'],
): SeriesTable {
  return {
    id,
    manufacturer,
    category: 'memory',
    series,
    description: 'Memory',
    reference: { title, url },
    forms,
  };
}

const NOR = 'Serial NOR flash memory';
const NAND = 'Serial NAND flash memory';
const EEPROM_I2C = 'I2C EEPROM';
const EEPROM_SPI = 'SPI EEPROM';
const EEPROM_MICROWIRE = 'Microwire EEPROM';
const SDRAM = 'SDRAM';
const DDR2 = 'DDR2 SDRAM';
const DDR3 = 'DDR3 SDRAM';
const DDR4 = 'DDR4 SDRAM';
const SRAM = 'Static RAM';
const FRAM_I2C = 'I2C ferroelectric RAM';
const FRAM_SPI = 'SPI ferroelectric RAM';
const PSRAM = 'Pseudo-static RAM';

const INDUSTRIAL = '-40 to 85 °C';
const EXTENDED = '-40 to 105 °C';
const AUTOMOTIVE = '-40 to 125 °C';

// Winbond: sizes to 64 Mbit name the package in two letters, larger ones in one.
const WINBOND_SMALL = memory({
  [
    sizes(
      'W25Q',
      '10EW 20CL 20EW 40CL 40EW 80BL 80BV 80DL 80DV 80EW 80RV 16BV 16CL 16CV 16DV 16DW 16FW 16JL 16JV 16JW 16RV 32BV 32FV 32FW 32JV 32JW 32RV 64BV 64CV 64FV 64FW 64JV 64JW',
    )
  ]: NOR,
  [sizes('W25X', '05CL 10BV 10CL 20BV 20CL 40BV 40CL 80BV')]: NOR,
});
const WINBOND_LARGE = memory({
  [sizes('W25Q', '128BV 128FV 128FW 128JV 128JW 128RV 256FV 256JV 256JW 512JV 512NW 01JV 02JV')]: NOR,
});
const WINBOND_NAND = memory({
  'W25N512GV W25N01GV W25N01GW W25N01JW W25N01KV W25N02JW W25N02KV W25N04KV W25M02GV': NAND,
});
const WINBOND_GRADE = temperatures({ I: INDUSTRIAL, J: EXTENDED, A: EXTENDED });
/** Whether quad mode is on from the start, and security. */
const WINBOND_OPTION = bareCodes('option', 'G M N P Q R S T F');
const WINBOND_REEL = maybe({ separator: ' ' }, packing({ TR: 'tape and reel', TY: 'tray', TRAY: 'tray' }));

const winbondFlash = table(
  'winbond-flash',
  'Winbond',
  'W25',
  ['Winbond code storage flash memory', 'https://www.winbond.com/hq/product/code-storage-flash-memory/'],
  () => [
    [WINBOND_SMALL],
    [WINBOND_LARGE],
    [WINBOND_NAND],
    [memory({ 'W25Q16 W25Q32 W25Q64 W25Q80 W25Q128 W25Q256': NOR, W25N01: NAND })],
    [
      WINBOND_SMALL,
      packages({
        SN: 'SOIC-8 (3.9 mm)',
        SS: 'SOIC-8 (5.3 mm)',
        SV: 'VSOP-8 (3.9 mm)',
        ST: 'VSOP-8 (5.3 mm)',
        SF: 'SOIC-16 (7.5 mm)',
        ZP: 'WSON-8 (6 x 5 mm)',
        ZE: 'WSON-8 (8 x 6 mm)',
        UX: 'USON-8 (2 x 3 mm)',
        UU: 'USON-8 (4 x 3 mm)',
        XG: 'XSON-8 (4 x 4 mm)',
        TB: 'TFBGA-24 (8 x 6 mm)',
        TC: 'TFBGA-24 (8 x 6 mm)',
        DA: 'DIP-8',
      }),
      WINBOND_GRADE,
      WINBOND_OPTION,
      WINBOND_REEL,
    ],
    [
      WINBOND_LARGE,
      packages({
        S: 'SOIC-8 (5.3 mm)',
        F: 'SOIC-16 (7.5 mm)',
        P: 'WSON-8 (6 x 5 mm)',
        E: 'WSON-8 (8 x 6 mm)',
        B: 'TFBGA-24 (8 x 6 mm)',
        C: 'TFBGA-24 (8 x 6 mm)',
        A: 'DIP-8',
      }),
      WINBOND_GRADE,
      WINBOND_OPTION,
      WINBOND_REEL,
    ],
    [
      WINBOND_NAND,
      packages({
        ZE: 'WSON-8 (8 x 6 mm)',
        SF: 'SOIC-16 (7.5 mm)',
        TB: 'TFBGA-24 (8 x 6 mm)',
        TC: 'TFBGA-24 (8 x 6 mm)',
      }),
      WINBOND_GRADE,
      WINBOND_OPTION,
      WINBOND_REEL,
    ],
  ],
);

/** Memory whose numbers end in a speed and perhaps `I`, all in one package. */
const dram = (
  description: string,
  packageName: string,
  list: string,
  speeds: string,
  after: readonly Segment[],
) => {
  const numbers = base(bases('memory', { [list]: description }, { package: packageName }));
  return [[numbers], [numbers, DASH, bareCodes('speed', speeds), ...after]] satisfies Segment[][];
};

const MAYBE_INDUSTRIAL = maybe(temperatures({ I: INDUSTRIAL }));
const winbondDram = table(
  'winbond-dram',
  'Winbond',
  'W9, W63',
  ['Winbond specialty DRAM', 'https://www.winbond.com/hq/product/specialty-dram/'],
  () => [
    ...dram(
      SDRAM,
      'TSOP-54',
      'W9812G6JH W9812G6KH W9825G6JH W9825G6KH W9864G6JH W9864G6KH W9864G6KT',
      '5 6 7 75',
      [MAYBE_INDUSTRIAL],
    ),
    ...dram(SDRAM, 'TSOP-86', 'W9864G2JH', '5 6 7', [MAYBE_INDUSTRIAL]),
    ...dram(
      DDR2,
      'WBGA-84',
      'W9725G6KB W9751G6KB W9751G6NB W971GG6JB W971GG6KB W971GG6NB W971GG6SB W972GG6JB W972GG6KB',
      '18 25 3',
      [MAYBE_INDUSTRIAL],
    ),
    ...dram(
      DDR3,
      'WBGA-96',
      'W631GG6KB W631GG6MB W631GG6NB W631GU6KB W631GU6MB W631GU6NB W632GG6KB W632GG6MB W632GG6NB W632GU6KB W632GU6MB W632GU6NB W634GG6MB W634GG6NB W634GU6NB',
      '09 11 12 15',
      [MAYBE_INDUSTRIAL],
    ),
  ],
);

const MT25 = memory({
  [sizes('MT25QL', '128ABA 256ABA 512ABB 01GBBB 02GCBB')]: NOR,
  [sizes('MT25QU', '128ABA 256ABA 512ABB 01GBBB')]: NOR,
});
const N25Q = memory({
  'N25Q032A13 N25Q032A11 N25Q064A13 N25Q064A11 N25Q128A13 N25Q128A11 N25Q256A13 N25Q256A11 N25Q512A13': NOR,
});
const MICRON_GRADE = temperatures({ IT: INDUSTRIAL, AIT: INDUSTRIAL, AAT: EXTENDED, XIT: INDUSTRIAL });
/** Revision of the die, behind a colon. */
const DIE: Segment = maybe({ separator: ':' }, bareCodes('die', 'A B C D E F G H J K L M P R'));

function micron(
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
  speeds: string,
): Segment[][] {
  const numbers = memory({ [list]: description });
  return [
    [numbers],
    [
      numbers,
      packages(letters),
      DASH,
      bareCodes('speed', speeds),
      maybe({ separator: ' ' }, MICRON_GRADE),
      DIE,
      maybe({ separator: ' ' }, reels('TR')),
    ],
  ];
}

const micronMemory = table(
  'micron-memory',
  'Micron Technology',
  'MT25, MT29, MT40, MT41, MT47, MT48, N25Q',
  ['Micron part numbering guides', 'https://www.micron.com/support/part-info/part-numbering'],
  () => [
    ...micron(
      'MT48LC4M16A2 MT48LC8M16A2 MT48LC16M16A2 MT48LC32M16A2 MT48LC16M8A2 MT48LC32M8A2 MT48LC64M8A2',
      SDRAM,
      { P: 'TSOP-54', TG: 'TSOP-54', B4: 'VFBGA-54', F4: 'VFBGA-54' },
      '6A 7 7E 75 8E 6',
    ),
    ...micron(
      'MT41J64M16 MT41J128M16 MT41J256M16 MT41K64M16 MT41K128M16 MT41K256M16 MT41K512M16',
      DDR3,
      {
        JT: 'FBGA-96',
        TW: 'FBGA-96',
        HA: 'FBGA-96',
        TNA: 'FBGA-96',
        JE: 'FBGA-96',
        RE: 'FBGA-96',
        HE: 'FBGA-96',
        LY: 'FBGA-96',
      },
      '093 107 125 15E 187E',
    ),
    ...micron('MT40A256M16 MT40A512M16 MT40A1G16', DDR4, {
      GE: 'FBGA-96',
      LY: 'FBGA-96',
      JY: 'FBGA-96',
      HA: 'FBGA-96',
      TB: 'FBGA-96',
      TD: 'FBGA-96',
      KD: 'FBGA-96',
    }, '062E 068 075 075E 083 083E'),
    ...micron(
      'MT47H32M16 MT47H64M16 MT47H128M16',
      DDR2,
      { HR: 'FBGA-84', NF: 'FBGA-84', RT: 'FBGA-84' },
      '187E 25E 3 37E',
    ),
    [MT25],
    [
      MT25,
      bareCodes('configuration', '1E 8E'),
      packages({
        W7: 'WPDFN-8 (6 x 5 mm)',
        W9: 'WPDFN-8 (8 x 6 mm)',
        SE: 'SOIC-8 (5.3 mm)',
        SF: 'SOIC-16',
        '12': 'TPBGA-24',
      }),
      DASH,
      bareCodes('feature', '0S 0A CS MS'),
      MICRON_GRADE,
      maybe(reels('TR')),
    ],
    [N25Q],
    [
      N25Q,
      packages({
        ESE40: 'SOIC-8 (5.3 mm)',
        ESF40: 'SOIC-16',
        EF840: 'VDFPN-8 (8 x 6 mm)',
        EF740: 'VDFPN-8 (6 x 5 mm)',
        E1240: 'TBGA-24',
      }),
      packing({ E: 'tray', F: 'tape and reel', G: 'tube' }),
    ],
    [memory({
      'MT29F1G08ABAEA MT29F2G08ABAEA MT29F4G08ABADA MT29F4G08ABAEA MT29F8G08ABACA': 'NAND flash memory',
    })],
    [
      memory({
        'MT29F1G08ABAEA MT29F2G08ABAEA MT29F4G08ABADA MT29F4G08ABAEA MT29F8G08ABACA MT29F16G08ABABA':
          'NAND flash memory',
      }),
      packages({ WP: 'TSOP-48', H4: 'VFBGA-63' }),
      maybe(DASH, temperatures({ IT: INDUSTRIAL, AIT: INDUSTRIAL, AAT: EXTENDED })),
      DIE,
      maybe({ separator: ' ' }, reels('TR')),
    ],
  ],
);

const IS25 = memory({
  [sizes('IS25LP', '010E 020E 025E 040E 080D 016D 032D 064A 064D 128F 128 256D 256E 512M 01G')]: NOR,
  [sizes('IS25WP', '020D 040D 080D 016D 032D 064A 064D 128F 128 256D 256E 512M 01G')]: NOR,
  [sizes('IS25LQ', '010B 020B 040B 080B 016B 032B 512B')]: NOR,
});

function issi(
  list: string,
  description: string,
  speeds: string,
  letters: Readonly<Record<string, string>>,
): Segment[][] {
  const numbers = memory({ [list]: description });
  return [[numbers], [
    numbers,
    DASH,
    bareCodes('speed', speeds),
    packages(letters),
    // Lead-free.
    { literal: 'L' },
    maybe(temperatures({ I: INDUSTRIAL, A1: INDUSTRIAL, A2: EXTENDED, A3: AUTOMOTIVE })),
    maybe(DASH, reels('TR')),
  ]];
}

const issiMemory = table(
  'issi-memory',
  'ISSI',
  'IS25, IS42, IS43, IS61, IS62, IS66',
  ['ISSI products', 'https://www.issi.com/US/product-home.shtml'],
  () => [
    [IS25],
    [
      IS25,
      DASH,
      // Clock, lead-free.
      bareCodes('clock', 'J R Q'),
      packages({
        B: 'SOIC-8 (5.3 mm)',
        N: 'SOIC-8 (3.9 mm)',
        K: 'WSON-8 (6 x 5 mm)',
        L: 'WSON-8 (8 x 6 mm)',
        M: 'SOIC-16 (7.5 mm)',
        T: 'USON-8 (4 x 3 mm)',
        U: 'USON-8 (2 x 3 mm)',
        F: 'VSOP-8 (5.3 mm)',
        D: 'TSSOP-8',
        G: 'TFBGA-24',
        H: 'TFBGA-24',
        P: 'DIP-8',
      }),
      { literal: 'L' },
      temperatures({ E: EXTENDED, A1: INDUSTRIAL, A2: EXTENDED, A3: AUTOMOTIVE }),
      maybe(DASH, packing({ TR: 'tape and reel', TY: 'tray' })),
    ],
    ...issi(
      'IS42S16400F IS42S16400J IS42S16400N IS42S16800E IS42S16800F IS42S16160D IS42S16160G IS42S16160J IS42S16320B IS42S16320D IS42S16320F IS45S16160G IS45S16400F',
      SDRAM,
      '5 6 7 75',
      { T: 'TSOP-54', B: 'TFBGA-54' },
    ),
    ...issi('IS42S32200L IS42S32400E IS42S32400F IS42S32800D IS42S32800J IS42S32160D', SDRAM, '5 6 7 75', {
      T: 'TSOP-86',
      B: 'TFBGA-90',
    }),
    ...issi(
      'IS43TR16128B IS43TR16128C IS43TR16128CL IS43TR16128D IS43TR16128DL IS43TR16256A IS43TR16256AL IS43TR16256B IS43TR16256BL IS43TR16640B IS43TR16640BL IS43TR16640C IS43TR16640CL',
      DDR3,
      '093N 107M 125K 15H 15G',
      { B: 'TWBGA-96' },
    ),
    ...issi('IS43DR16320C IS43DR16320E IS43DR16640B IS43DR16640C IS43DR16128B', DDR2, '25D 3D 25E', {
      B: 'TWBGA-84',
    }),
    ...issi(
      'IS61WV25616BLL IS61WV25616EDBLL IS61WV51216BLL IS61WV51216EDBLL IS61LV25616AL IS61WV12816DBLL IS62WV12816BLL IS62WV12816EBLL IS62WV25616BLL IS62WV25616EBLL IS62WV51216BLL IS62WV51216EBLL IS64WV25616EDBLL IS64WV51216EDBLL',
      SRAM,
      '8 10 12 45 55 70',
      { T: 'TSOP-44', B: 'TFBGA-48' },
    ),
    ...issi('IS62C256AL IS62C256EL IS65C256AL', SRAM, '25 45', { U: 'SOIC-28', T: 'TSOP-28' }),
    ...issi(
      'IS66WVH8M8ALL IS66WVH8M8BLL IS66WVH8M8DALL IS66WVH8M8DBLL IS66WVH16M8ALL IS66WVH16M8DALL IS66WVH16M8DBLL',
      PSRAM,
      '100 166 200',
      {
        B1: 'TFBGA-24',
      },
    ),
  ],
);

const MX25 = memory({
  [
    sizes(
      'MX25L',
      '512E 1006E 1026E 2006E 2026E 4006E 4026E 8006E 8035E 8036E 8073E 1606E 1633E 1635E 1636E 1673E 3206E 3208E 3233F 3235E 3236F 3273F 6406E 6408E 6433F 6435E 6436F 6445E 6473F 12805D 12833F 12835F 12836E 12845E 12845G 12850F 12872F 12873F 25635E 25635F 25645G 25673G 51245G',
    )
  ]: NOR,
  [sizes('MX25R', '512F 1035F 2035F 4035F 8035F 1635F 3235F 6435F')]: NOR,
  [
    sizes(
      'MX25U',
      '1001E 2033E 4033E 4035 5121E 8033E 8035E 8035F 1632F 1633F 1635E 1635F 3235E 3235F 6432F 6435F 6473F 12832F 12835F 12843G 12873F 25635F 25645G 51245G',
    )
  ]: NOR,
  [sizes('MX25V', '512F 1006F 1035F 2006E 2035F 4006E 4035F 8006E 8035F 1606F 1635F 1635FM')]: NOR,
  'MX66L51235F MX66L1G45G MX66U51235F MX66U1G45G MX66L2G45G': NOR,
});

const MX25_PACKAGES = packages({
  M1: 'SOIC-8 (3.9 mm)',
  M2: 'SOIC-8 (5.3 mm)',
  M: 'SOIC-16 (7.5 mm)',
  ZN: 'WSON-8 (6 x 5 mm)',
  Z2: 'WSON-8 (8 x 6 mm)',
  ZU: 'USON-8 (2 x 3 mm)',
  XD: 'TFBGA-24',
  XC: 'TFBGA-24',
  P: 'DIP-8',
  O: 'TSSOP-8',
});
const MX25_GRADES = temperatures({ I: INDUSTRIAL, J: EXTENDED, C: '0 to 70 °C', R: AUTOMOTIVE });

const macronixFlash = table(
  'macronix-flash',
  'Macronix',
  'MX25, MX66',
  [
    'Macronix serial NOR flash',
    'https://www.macronix.com/en-us/products/NOR-Flash/Serial-NOR-Flash/Pages/default.aspx',
  ],
  () => [
    [MX25],
    [
      MX25,
      MX25_PACKAGES,
      MX25_GRADES,
      DASH,
      bareCodes('speed', '08G 10G 12G 13G 14G 15G 08Q'),
      maybe(DASH, reels('TR')),
    ],
    [MX25, MX25_PACKAGES, MX25_GRADES, bareCodes('option', 'L0 L1 H0 H1 H2 H3 M0')],
  ],
);

const GD25 = memory({
  [
    sizes(
      'GD25Q',
      '20C 20E 21B 40B 40C 40E 41B 80B 80C 80E 16B 16C 16E 32B 32C 32E 64B 64C 64E 127C 128B 128C 128E 256C 256D 256E 512MC',
    )
  ]: NOR,
  [sizes('GD25LQ', '10C 20C 20E 40C 40E 80C 80E 16C 16E 32C 32D 32E 64C 64E 128C 128D 128E 256D')]: NOR,
  [sizes('GD25VQ', '20C 21B 40C 41B 80C 16C 32C 64C')]: NOR,
  [sizes('GD25WQ', '20E 40E 80E 16E 32E 64E 128E')]: NOR,
  [sizes('GD25D', '05B 05C 10B 10C 20C 40C 80C')]: NOR,
  [sizes('GD25B', '127D 128E 256D 256E 512ME')]: NOR,
});
const gigadeviceFlash = table(
  'gigadevice-flash',
  'GigaDevice',
  'GD25',
  ['GigaDevice SPI NOR flash', 'https://www.gigadevice.com/product/flash/spi-nor-flash'],
  () => [
    [GD25],
    [memory({ 'GD25Q16 GD25Q32 GD25Q64 GD25Q128 GD25Q80 GD25Q40': NOR })],
    [
      GD25,
      packages({
        S: 'SOIC-8 (5.3 mm)',
        T: 'SOIC-8 (3.9 mm)',
        O: 'TSSOP-8',
        F: 'SOIC-16 (7.5 mm)',
        P: 'DIP-8',
        W: 'WSON-8 (6 x 5 mm)',
        Y: 'WSON-8 (8 x 6 mm)',
        E: 'USON-8 (3 x 2 mm)',
        N: 'USON-8 (3 x 4 mm)',
        Q: 'USON-8 (4 x 4 mm)',
        B: 'TFBGA-24',
        Z: 'TFBGA-24',
      }),
      temperatures({ I: INDUSTRIAL, J: EXTENDED, E: AUTOMOTIVE }),
      bareCodes('option', 'G P'),
      maybe(packing({ R: 'tape and reel', Y: 'tray' })),
    ],
  ],
);

const RENESAS_FLASH = memory({
  'AT25SF041 AT25SF041B AT25SF081 AT25SF081B AT25SF161 AT25SF161B AT25SF321 AT25SF321B AT25SF641 AT25SF641B AT25SF128A AT25SL128A AT25DF021A AT25DF041A AT25DF041B AT25DF081A AT25DF161 AT25DF321A AT25DF641A AT25XE011 AT25XE021A AT25XE041B AT25XE081D AT25XE161D AT25XE321D AT25FF041A AT25FF081A AT25FF321A AT25QF641B':
    NOR,
  'AT45DB011D AT45DB021D AT45DB021E AT45DB041D AT45DB041E AT45DB081D AT45DB081E AT45DB161D AT45DB161E AT45DB321D AT45DB321E AT45DB641E AT45DQ161 AT45DQ321':
    'Serial data flash memory',
});
const renesasFlash = table(
  'renesas-flash',
  'Renesas Electronics',
  'AT25, AT45',
  [
    'Renesas non-volatile memory',
    'https://www.renesas.com/en/products/memory-logic/non-volatile-memory',
  ],
  () => [
    [RENESAS_FLASH],
    [
      RENESAS_FLASH,
      DASH,
      packages({
        SSH: 'SOIC-8 (3.9 mm)',
        SH: 'SOIC-8 (5.3 mm)',
        MH: 'UDFN-8 (6 x 5 mm)',
        MAH: 'UDFN-8 (2 x 3 mm)',
      }),
      maybe(bareCodes('voltage', 'D F N B')),
      maybe(DASH, packing({ T: 'tape and reel', B: 'tube', Y: 'tray' })),
    ],
  ],
);

const MICROCHIP_GRADES = temperatures({ I: INDUSTRIAL, E: AUTOMOTIVE, H: '-40 to 150 °C' });

/** Microchip's own numbers: reel, grade and package behind the base. */
function microchip(
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
): Segment[][] {
  const numbers = memory({ [list]: description });
  return [[numbers], [
    numbers,
    maybe(reels('T')),
    // Without a grade: for 0 to 70 °C, which the number does not say.
    maybe(DASH, MICROCHIP_GRADES),
    SLASH,
    packages(letters),
  ]];
}

const EIGHT = {
  SN: 'SOIC-8 (3.9 mm)',
  SM: 'SOIC-8 (5.3 mm)',
  P: 'DIP-8',
  ST: 'TSSOP-8',
  MS: 'MSOP-8',
  MC: 'DFN-8 (2 x 3 mm)',
  MF: 'DFN-8 (5 x 6 mm)',
  MNY: 'TDFN-8 (2 x 3 mm)',
  MUY: 'UDFN-8 (2 x 3 mm)',
};
const each = (prefixes: string, list: string) =>
  prefixes.split(' ').map((prefix) => sizes(prefix, list)).join(' ');

const microchipEeprom = table(
  'microchip-eeprom',
  'Microchip Technology',
  '24, 25, 93, 11, 23, 47',
  ['Microchip serial EEPROM', 'https://www.microchip.com/en-us/products/memory/serial-eeprom'],
  () => [
    ...microchip(
      `${
        each(
          '24AA 24LC',
          '00 01 01B 01BH 01H 02 02B 02BH 02H 04 04B 04BH 04H 08 08B 08BH 08H 014 014H 024 024H 16 16B 16BH 16H 32 32A 64 64F 65 128 256 512 1024 1025 1026',
        )
      } ` +
        `24AA32AF 24LC32AF 24AA256UID ${
          each('24FC', '01 02 04 04H 08 16 32 64 64F 128 256 512 1024 1025 1026 256UID')
        } ` +
        `24C00 24C01C 24C02C ${each('24AA', '02E48 02E64 02UID 32AUID')} 34AA04 24VL014 24VL025`,
      EEPROM_I2C,
      { ...EIGHT, OT: 'SOT-23-5', LT: 'SC-70-5' },
    ),
    // with pins for its address
    ...microchip(`${each('24AA 24LC', '025')} ${each('24AA', '025E48 025E64 025UID')}`, EEPROM_I2C, {
      ...EIGHT,
      OT: 'SOT-23-6',
    }),
    ...microchip('34AA02 34LC02', EEPROM_I2C, { ...EIGHT, OT: 'SOT-23-6' }),
    ...microchip(
      each(
        '25AA 25LC',
        '010A 020A 040A 080 080A 080B 080C 080D 160 160A 160B 160C 160D 320 320A 640 640A 128 256 512 1024',
      ) +
        ' 25AA02E48 25AA02E64 25AA02UID 25CS640',
      EEPROM_SPI,
      { ...EIGHT, OT: 'SOT-23-6' },
    ),
    ...microchip(
      each('93AA 93LC 93C', '46A 46B 46C 56A 56B 56C 66A 66B 66C 76A 76B 76C 86A 86B 86C'),
      EEPROM_MICROWIRE,
      { ...EIGHT, OT: 'SOT-23-6' },
    ),
    ...microchip(
      `${each('11AA 11LC', '010 020 040 080 160 161')} 11AA02E48 11AA02E64 11AA02UID`,
      'Single-wire EEPROM',
      {
        SN: 'SOIC-8 (3.9 mm)',
        P: 'DIP-8',
        MS: 'MSOP-8',
        MNY: 'TDFN-8 (2 x 3 mm)',
        TT: 'SOT-23-3',
        TO: 'TO-92-3',
      },
    ),
    ...microchip(
      '23A256 23K256 23A640 23K640 23A512 23LC512 23LCV512 23A1024 23LC1024 23LCV1024',
      'Serial SRAM',
      EIGHT,
    ),
    ...microchip('47C04 47C16 47L04 47L16 48L512 48L640 48LM01', 'Serial non-volatile SRAM', EIGHT),
  ],
);

const AT24 = memory({
  'AT24C01C AT24C01D AT24C02C AT24C02D AT24C04C AT24C04D AT24C08C AT24C08D AT24C16C AT24C16D AT24C32C AT24C32D AT24C32E AT24C64B AT24C64D AT24C128C AT24C256C AT24C512C AT24CM01 AT24CM02 AT24CS01 AT24CS02 AT24CS04 AT24CS32 AT24CS64 AT24MAC402 AT24MAC602 AT24HC02C AT24HC04B':
    EEPROM_I2C,
  'AT25010B AT25020B AT25040B AT25080B AT25160B AT25320B AT25640B AT25128B AT25256B AT25512 AT25M01 AT25M02':
    EEPROM_SPI,
  'AT93C46D AT93C46E AT93C56B AT93C66B AT93C86A': EEPROM_MICROWIRE,
});
const microchipAt24 = table(
  'microchip-at24',
  'Microchip Technology',
  'AT24, AT25, AT93',
  ['Microchip serial EEPROM', 'https://www.microchip.com/en-us/products/memory/serial-eeprom/i2c'],
  () => [
    [AT24],
    [memory({
      'AT24C01 AT24C02 AT24C04 AT24C08 AT24C16 AT24C32 AT24C64 AT24C128 AT24C256 AT24C512': EEPROM_I2C,
    })],
    [
      AT24,
      DASH,
      packages({
        SSH: 'SOIC-8 (3.9 mm)',
        SH: 'SOIC-8 (5.3 mm)',
        XH: 'TSSOP-8',
        TH: 'TSSOP-8',
        STU: 'SOT-23-5',
        MAH: 'UDFN-8 (2 x 3 mm)',
        MEH: 'XDFN-8 (1.8 x 2.2 mm)',
        PU: 'DIP-8',
        CU: 'VFBGA-8',
      }),
      // Supply voltage, which goes back to 1.7 V or 1.8 V.
      bareCodes('voltage', 'L M D'),
      maybe(DASH, packing({ T: 'tape and reel', B: 'tube', E: 'tape and reel' })),
    ],
  ],
);

const SST25 = memory({
  'SST25VF512A SST25VF010A SST25VF020 SST25VF020B SST25VF040B SST25VF080B SST25VF016B SST25VF032B SST25LF020A SST25PF020B SST25WF020A SST25WF040B SST25WF080B':
    NOR,
});
const SST26 = memory({
  'SST26VF016B SST26VF032B SST26VF032BA SST26VF064B SST26VF064BA SST26VF080A SST26WF016B SST26WF040B SST26WF064C SST26WF080B':
    NOR,
});
const SST39 = memory({
  'SST39SF010A SST39SF020A SST39SF040 SST39VF010 SST39VF020 SST39VF040 SST39LF010 SST39LF020 SST39LF040':
    'Parallel NOR flash memory',
});
const SST39X16 = memory({
  'SST39VF200A SST39VF400A SST39VF800A SST39VF1601 SST39VF1602 SST39VF3201 SST39VF3201B SST39VF6401B SST39VF1601C SST39VF1602C':
    'Parallel NOR flash memory',
});
const SST_GRADES = temperatures({ C: '0 to 70 °C', I: INDUSTRIAL, E: '-20 to 85 °C' });
const SST_REEL = maybe(DASH, reels('T'));
const microchipSst = table(
  'microchip-sst',
  'Microchip Technology',
  'SST25, SST26, SST39',
  ['Microchip flash memory', 'https://www.microchip.com/en-us/products/memory/flash-memory'],
  () => [
    [SST25],
    [SST26],
    [SST39],
    [SST39X16],
    [
      SST25,
      DASH,
      bareCodes('clock', '20 25 33 40 50 66 75 80'),
      DASH,
      { literal: '4' },
      SST_GRADES,
      DASH,
      packages({ S2A: 'SOIC-8 (5.3 mm)', SA: 'SOIC-8 (3.9 mm)', QA: 'WSON-8 (6 x 5 mm)' }),
      bareCodes('finish', 'E F'),
      SST_REEL,
    ],
    [
      SST26,
      maybe(reels('T')),
      DASH,
      bareCodes('clock', '80 104'),
      temperatures({ I: INDUSTRIAL, V: EXTENDED, E: AUTOMOTIVE }),
      SLASH,
      packages({
        SM: 'SOIC-8 (5.3 mm)',
        SN: 'SOIC-8 (3.9 mm)',
        MF: 'WDFN-8 (6 x 5 mm)',
        SO: 'SOIC-16 (7.5 mm)',
        TD: 'TBGA-24',
      }),
    ],
    [
      SST39,
      DASH,
      bareCodes('speed', '45 55 70'),
      DASH,
      { literal: '4' },
      SST_GRADES,
      DASH,
      packages({ NH: 'PLCC-32', PH: 'DIP-32', WH: 'TSOP-32' }),
      { literal: 'E' },
      SST_REEL,
    ],
    [
      SST39X16,
      DASH,
      bareCodes('speed', '55 70 90'),
      DASH,
      { literal: '4' },
      SST_GRADES,
      DASH,
      packages({ EK: 'TSOP-48', B3K: 'TFBGA-48' }),
      { literal: 'E' },
      SST_REEL,
    ],
  ],
);

const ST_EIGHT = packages({
  MN: 'SOIC-8',
  DW: 'TSSOP-8',
  MC: 'UFDFPN-8 (2 x 3 mm)',
  MB: 'UFDFPN-8 (2 x 3 mm)',
  BN: 'DIP-8',
});
const ST_GRADES = temperatures({ '6': INDUSTRIAL, '8': EXTENDED, '3': AUTOMOTIVE });
const M24 = memory({
  'M24C01 M24C02 M24C04 M24C08 M24C16 M24C32 M24C64 M24128 M24256 M24512 M24M01 M24M02': EEPROM_I2C,
  'M95010 M95020 M95040 M95080 M95160 M95320 M95640 M95128 M95256 M95512 M95M01 M95M02 M95M04 M95P32':
    EEPROM_SPI,
});
const M93 = memory({ 'M93C46 M93C56 M93C66 M93C76 M93C86 M93S46 M93S56 M93S66': EEPROM_MICROWIRE });
const stEeprom = table(
  'st-eeprom',
  'STMicroelectronics',
  'M24, M95, M93',
  ['Serial EEPROM', 'https://www.st.com/en/memories/serial-eeprom.html'],
  () => [
    [M24],
    [
      M24,
      DASH,
      bareCodes('voltage', 'W R F BW BR BF DW DR DF'),
      ST_EIGHT,
      ST_GRADES,
      maybe(reels('T')),
      bareCodes('plating', 'P G'),
      maybe(SLASH, bareCodes('process', 'A AB B C G K P PB PC S T TB')),
    ],
    [M93],
    [
      M93,
      DASH,
      bareCodes('voltage', 'W R'),
      ST_EIGHT,
      ST_GRADES,
      maybe(reels('T')),
      bareCodes('plating', 'P G'),
      maybe(SLASH, bareCodes('process', 'K S')),
    ],
  ],
);

const CAT24 = memory({
  'CAT24C01 CAT24C02 CAT24C03 CAT24C04 CAT24C05 CAT24C08 CAT24C16 CAT24C32 CAT24C64 CAT24C128 CAT24C256 CAT24C512 CAT24M01 CAT24AA01 CAT24AA02 CAT24AA04 CAT24AA08 CAT24AA16':
    EEPROM_I2C,
  'CAT25010 CAT25020 CAT25040 CAT25080 CAT25160 CAT25320 CAT25640 CAT25128 CAT25256 CAT25512 CAT25M01':
    EEPROM_SPI,
  'CAT93C46 CAT93C46B CAT93C56 CAT93C66 CAT93C76 CAT93C86': EEPROM_MICROWIRE,
});
const onsemiEeprom = table(
  'onsemi-eeprom',
  'onsemi',
  'CAT24, CAT25, CAT93',
  ['EEPROM memory', 'https://www.onsemi.com/products/memory/eeprom-memory'],
  () => [
    [CAT24],
    [
      CAT24,
      packages({
        W: 'SOIC-8',
        Y: 'TSSOP-8',
        L: 'DIP-8',
        Z: 'MSOP-8',
        VP2: 'TDFN-8 (2 x 3 mm)',
        HU4: 'UDFN-8 (2 x 3 mm)',
        HU3: 'UDFN-8 (2 x 3 mm)',
        TD: 'TSOT-23-5',
      }),
      temperatures({ I: INDUSTRIAL, E: AUTOMOTIVE }),
      maybe(DASH, bareCodes('finish', 'G')),
      maybe(reels('T2 T3 T4 T10')),
    ],
  ],
);

const BR24 = memory({
  [each('BR24G', '01 02 04 08 16 32 64 128 256 1M')]: EEPROM_I2C,
  [each('BR24T', '01 02 04 08 16 32 64 128 256 512 1M')]: EEPROM_I2C,
  [each('BR24L', '01A 02 04 08 16 32 64')]: EEPROM_I2C,
  [each('BR25L BR25H', '010 020 040 080 160 320 640')]: EEPROM_SPI,
});
const rohmEeprom = table(
  'rohm-eeprom',
  'ROHM Semiconductor',
  'BR24, BR25',
  ['Serial EEPROM', 'https://www.rohm.com/products/memory/serial-eeprom'],
  () => [
    [BR24],
    [
      BR24,
      packages({
        F: 'SOP-8 (5 x 6.2 mm)',
        FJ: 'SOP-8 (4.9 x 6 mm)',
        FV: 'SSOP-8 (3 x 6.4 mm)',
        FVT: 'TSSOP-8 (3 x 6.4 mm)',
        FVM: 'MSOP-8 (2.9 x 4 mm)',
        FVJ: 'TSSOP-8 (3 x 4.9 mm)',
        NUX: 'VSON-8 (2 x 3 mm)',
      }),
      DASH,
      bareCodes('version', 'W 3 3A 2C 5 5A'),
      maybe(reels('E2 TR GTE2 GTTR')),
    ],
  ],
);

const FM24 = memory({
  'FM24C04B FM24C16B FM24C64B FM24CL04B FM24CL16B FM24CL64B FM24V01A FM24V02A FM24V05 FM24V10 FM24W256 FM24VN10':
    FRAM_I2C,
  'FM25040B FM25C160B FM25640B FM25CL64B FM25L04B FM25L16B FM25V01A FM25V02A FM25V05 FM25V10 FM25V20A FM25W256 FM25VN10':
    FRAM_SPI,
});
const S25_LARGE = memory({ 'S25FL128S S25FL256S S25FL512S': NOR });
const S25_SMALL = memory({
  'S25FL064L S25FL128L S25FL127S S25FL132K S25FL164K S25FL032P S25FL064P': NOR,
});
const S25_OTHER = memory({
  'S25FL256L S25FL064S S25FL01GS S25FL116K S25FL204K S25FL208K S25FL216K S25FL128P S25FL129P S25FS064S S25FS128S S25FS256S S25FS512S':
    NOR,
});
const S25_SPEED = bareCodes('speed', 'AG AB DS DP 0X 0T 0P');
const S25_GRADE = temperatures({ I: INDUSTRIAL, V: EXTENDED, A: INDUSTRIAL, B: EXTENDED, M: AUTOMOTIVE });
const S25_PACKING = packing({ '0': 'tray', '1': 'tube', '3': 'tape and reel' });

/** Package with F for lead-free, temperature grade and model, which tells small outlines apart. */
const s25 = (numbers: CodeSegment, letters: Readonly<Record<string, string>>, models: string): Segment[] => [
  numbers,
  S25_SPEED,
  packages(letters),
  S25_GRADE,
  bareCodes('model', models),
  S25_PACKING,
];

const CY_GRADES = temperatures({ C: '0 to 70 °C', I: INDUSTRIAL, A: INDUSTRIAL, E: AUTOMOTIVE });
const infineonMemory = table(
  'infineon-memory',
  'Infineon Technologies',
  'FM24, FM25, S25, CY62, CY7C, CY14',
  ['Infineon memories', 'https://www.infineon.com/cms/en/product/memories/'],
  () => [
    [FM24],
    [FM24, DASH, packages({ G: 'SOIC-8', DG: 'DFN-8 (4 x 4.5 mm)', PG: 'DIP-8' }), maybe(reels('TR'))],
    [S25_LARGE],
    [S25_SMALL],
    [S25_OTHER],
    s25(S25_LARGE, { MF: 'SOIC-16', NF: 'WSON-8', BH: 'BGA-24' }, '00 01 10 11 20 21 30 31 R0 R1 G0 G1'),
    s25(S25_SMALL, { MF: 'SOIC-16' }, '00'),
    s25(S25_SMALL, { MF: 'SOIC-8' }, '01 10'),
    s25(S25_SMALL, { NF: 'WSON-8', BH: 'BGA-24' }, '00 01 10 20 21 30 31'),
    s25(S25_OTHER, { NF: 'WSON-8', BH: 'BGA-24' }, '00 01 10 20 21 30 31'),
    ...([
      ['CY62256NLL CY62256VNLL', '55 70', { SNX: 'SOIC-28', ZX: 'TSOP-28', PX: 'DIP-28' }],
      ['CY62128ELL CY62128EV30LL CY62148ELL CY62148EV30LL', '45 55', {
        SX: 'SOIC-32',
        ZX: 'TSOP-32',
        ZAX: 'STSOP-32',
        ZSX: 'TSOP-32',
      }],
      [
        'CY62126EV30LL CY62136FV30LL CY62137FV30LL CY62146EV30LL CY62147EV30LL CY62157EV30LL CY62157ELL',
        '45 55',
        {
          ZSX: 'TSOP-44',
          BVX: 'VFBGA-48',
          ZX: 'TSOP-48',
        },
      ],
      [
        'CY7C1041G CY7C1041G30 CY7C1041GN CY7C1041GN30 CY7C1041DV33 CY7C1021DV33 CY7C1020DV33 CY7C1021D',
        '10 12',
        {
          ZSX: 'TSOP-44',
          VX: 'SOJ-44',
          BVX: 'VFBGA-48',
          VXE: 'SOJ-44',
        },
      ],
      ['CY7C1061G CY7C1061G30 CY7C1061GN CY7C1061GN30 CY7C1061DV33', '10', {
        ZSX: 'TSOP-54',
        BVX: 'VFBGA-48',
      }],
      ['CY7C199CN CY7C199D', '10 12 15', { VX: 'SOJ-28', ZX: 'TSOP-28', PX: 'DIP-28' }],
    ] as const).flatMap(([list, speeds, letters]): Segment[][] => {
      const numbers = memory({ [list]: SRAM });
      return [[numbers], [
        numbers,
        DASH,
        bareCodes('speed', speeds),
        packages(letters),
        CY_GRADES,
        maybe(reels('T')),
      ]];
    }),
  ],
);

const alliance = (
  list: string,
  description: string,
  speeds: string,
  letters: Readonly<Record<string, string>>,
): Segment[][] => {
  const numbers = memory({ [list]: description });
  return [[numbers], [
    numbers,
    DASH,
    bareCodes('speed', speeds),
    packages(letters),
    temperatures({ C: '0 to 70 °C', I: INDUSTRIAL, A: EXTENDED }),
    { literal: 'N' },
    maybe(reels('TR')),
  ]];
};
const allianceMemory = table(
  'alliance-memory',
  'Alliance Memory',
  'AS4C, AS6C, AS7C',
  ['Alliance Memory products', 'https://www.alliancememory.com/products/'],
  () => [
    ...alliance(
      'AS4C1M16S AS4C4M16S AS4C4M16SA AS4C8M16S AS4C8M16SA AS4C16M16S AS4C16M16SA AS4C16M16SB AS4C32M16S AS4C32M16SA AS4C32M16SB AS4C64M16SC',
      SDRAM,
      '5 6 7',
      { T: 'TSOP-54', B: 'FBGA-54' },
    ),
    ...alliance(
      'AS4C64M16D3 AS4C64M16D3A AS4C64M16D3B AS4C64M16D3L AS4C64M16D3LA AS4C64M16D3LB AS4C128M16D3 AS4C128M16D3A AS4C128M16D3B AS4C128M16D3L AS4C128M16D3LA AS4C128M16D3LB AS4C128M16D3LC AS4C256M16D3 AS4C256M16D3A AS4C256M16D3B AS4C256M16D3C AS4C256M16D3L AS4C256M16D3LA AS4C256M16D3LB AS4C256M16D3LC AS4C512M16D3L AS4C512M16D3LA',
      DDR3,
      '10 12 15',
      { B: 'FBGA-96' },
    ),
    ...alliance('AS6C62256 AS6C62256A', SRAM, '55', { S: 'SOIC-28', P: 'DIP-28', ST: 'STSOP-28' }),
    ...alliance('AS6C1008 AS6C2008A AS6C4008', SRAM, '55', {
      S: 'SOIC-32',
      P: 'DIP-32',
      ST: 'STSOP-32',
      T: 'TSOP-32',
    }),
    ...alliance('AS6C2016 AS6C4016 AS6C8016 AS6C1616', SRAM, '45 55 70', {
      Z: 'TSOP-44',
      B: 'TFBGA-48',
      T: 'TSOP-48',
    }),
  ],
);

const whole = (packageName: string, list: string, description: string) =>
  bases('memory', { [list]: description }, { package: packageName });

const apMemory = table(
  'apmemory-psram',
  'AP Memory',
  'APS',
  ['IoT RAM', 'https://www.apmemory.com/en/products/IoTRAM'],
  () => [[base(
    whole(
      'SOIC-8',
      'APS6404L-3SQR-SN APS6404L-3SQN-SN APS6404L-SQR-SN APS6404L-SQN-SN APS6404L-SQH-SN APS1604M-3SQR-SN APS1604M-SQR-SN',
      PSRAM,
    ),
    whole(
      'USON-8 (2 x 3 mm)',
      'APS6404L-3SQR-ZR APS6404L-3SQN-ZR APS6404L-SQR-ZR APS1604M-3SQR-ZR APS1604M-SQR-ZR',
      PSRAM,
    ),
    bases('memory', { 'APS6404L APS1604M APS6404L-3SQR APS6408L-OBM-BA': PSRAM }),
  )]],
);

const espressifPsram = table(
  'espressif-psram',
  'Espressif Systems',
  'ESP-PSRAM',
  ['ESP-PSRAM64 data sheet', 'https://www.espressif.com/en/support/documents/technical-documents'],
  () => [[base(whole('SOIC-8', 'ESP-PSRAM32 ESP-PSRAM64 ESP-PSRAM64H', PSRAM))]],
);

const lyontekMemory = table(
  'lyontek-memory',
  'Lyontek',
  'LY62, LY68',
  ['Lyontek products', 'https://www.lyontek.com.tw/en/product.htm'],
  () => [[base(
    whole('SOIC-8', 'LY68L6400SLI LY68L6400SLIT LY68L6400SL LY68L6400SLT LY68S3200SL LY68S3200SLT', PSRAM),
    whole('SOIC-28', 'LY62256SL-55LLI LY62256RL-55LLI LY62256SL-55LL', SRAM),
    whole('SOIC-32', 'LY621024SL-55LL LY621024SL-55LLI', SRAM),
  )]],
);

const esmtDram = table(
  'esmt-dram',
  'ESMT',
  'M12L',
  ['ESMT SDRAM', 'https://www.esmt.com.tw/en/products/SDRAM'],
  () => [
    ...dram(
      SDRAM,
      'TSOP-54',
      'M12L64164A M12L128168A M12L2561616A M12L5121632A',
      '5TG2C 5TG2S 5TG2T 5TG2Y 6TG2C 6TG2N 6TG2S 6TG2T 6TG2Y 7TG2C 7TG2S 7TG2Y 6TIG2S 7TIG2Y',
      [],
    ),
    ...dram(SDRAM, 'TSOP-50', 'M12L16161A', '5TG2Q 7TG2Q', []),
  ],
);

const fujitsuFram = table(
  'fujitsu-fram',
  'Fujitsu',
  'MB85',
  ['FeRAM', 'https://www.fujitsu.com/jp/group/fsm/en/products/feram/'],
  () => [[base(
    whole(
      'SOIC-8',
      'MB85RC04VPNF-G-JNE1 MB85RC04VPNF-G-JNERE1 MB85RC16PNF-G-JNE1 MB85RC16PNF-G-JNERE1 MB85RC16VPNF-G-JNN1E1 MB85RC64PNF-G-JNE1 MB85RC64TAPNF-G-BDERE1 MB85RC64VPNF-G-JNE1 MB85RC64VPNF-G-JNERE1 MB85RC128APNF-G-JNE1 MB85RC256VPNF-G-JNE1 MB85RC256VPNF-G-JNERE1 MB85RC256VPF-G-JNERE2 MB85RC512TPNF-G-JNE1 MB85RC512TPNF-G-JNERE1 MB85RC1MTPNF-G-JNE1 MB85RC1MTPNF-G-JNERE1',
      FRAM_I2C,
    ),
    whole(
      'SOIC-8',
      'MB85RS16PNF-G-JNE1 MB85RS16PNF-G-JNERE1 MB85RS64PNF-G-JNE1 MB85RS64PNF-G-JNERE1 MB85RS64VPNF-G-JNE1 MB85RS128BPNF-G-JNE1 MB85RS256BPNF-G-JNE1 MB85RS256BPNF-G-JNERE1 MB85RS512TPNF-G-JNE1 MB85RS1MTPNF-G-JNE1 MB85RS1MTPNF-G-JNERE1 MB85RS2MTPNF-G-JNE2 MB85RS2MTAPNF-G-BDE1 MB85RS2MTAPNF-G-BDERE1 MB85RS4MTPF-G-BCERE1',
      FRAM_SPI,
    ),
    bases('memory', {
      'MB85RC04V MB85RC16 MB85RC16V MB85RC64 MB85RC64V MB85RC128A MB85RC256V MB85RC512T MB85RC1MT': FRAM_I2C,
      'MB85RS16 MB85RS64 MB85RS64V MB85RS128B MB85RS256B MB85RS512T MB85RS1MT MB85RS2MT MB85RS2MTA': FRAM_SPI,
    }),
  )]],
);

const KIOXIA_NAND = 'NAND flash memory';
const kioxiaFlash = table(
  'kioxia-flash',
  'Kioxia',
  'TC58, THGBM',
  ['Kioxia memory', 'https://www.kioxia.com/en-jp/business/memory.html'],
  () => [[base(
    whole(
      'TSOP-48',
      'TC58NVG0S3HTA00 TC58NVG0S3HTAI0 TC58NVG1S3HTA00 TC58NVG1S3HTAI0 TC58NVG2S0HTA00 TC58NVG2S0HTAI0 TC58BVG0S3HTA00 TC58BVG0S3HTAI0 TC58BVG1S3HTA00',
      KIOXIA_NAND,
    ),
    whole(
      'VFBGA-63 (9 x 11 mm)',
      'TC58NVG0S3HBAI4 TC58NVG1S3HBAI4 TC58NVG2S0HBAI4 TC58BVG0S3HBAI4',
      KIOXIA_NAND,
    ),
    whole(
      'WSON-8 (8 x 6 mm)',
      'TC58CVG0S3HRAIG TC58CVG1S3HRAIG TC58CVG2S0HRAIG TC58CVG0S3HRAIJ TC58CVG1S3HRAIJ TC58CVG2S0HRAIJ',
      NAND,
    ),
    whole(
      'BGA-153 (11.5 x 13 mm)',
      'THGBMJG6C1LBAIL THGBMJG7C1LBAIL THGBMJG8C2LBAIL THGBMNG5D1LBAIL THGBMTG5D1LBAIL THGBMUG6C1LBAIL THGBMUG7C1LBAIL',
      'eMMC flash memory',
    ),
  )]],
);

const samsungMemory = table(
  'samsung-memory',
  'Samsung Semiconductor',
  'K4',
  ['Samsung DRAM', 'https://semiconductor.samsung.com/dram/ddr/'],
  () => [
    ...dram(
      DDR3,
      'FBGA-96',
      'K4B1G1646G K4B1G1646I K4B2G1646F K4B2G1646Q K4B4G1646B K4B4G1646D K4B4G1646E K4B4G1646Q',
      'BCH9 BCK0 BCMA BCNB BYK0 BYMA BMMA',
      [],
    ),
    ...dram(
      SDRAM,
      'TSOP-54',
      'K4S561632H K4S561632J K4S561632N K4S641632H K4S641632K K4S641632N K4S281632F K4S281632K',
      'UC60 UC75 TC75 LC60 LC75',
      [],
    ),
  ],
);

const CHINESE_GRADES = temperatures({ I: INDUSTRIAL });
const nor = (list: string, letters: Readonly<Record<string, string>>): Segment[][] => {
  const numbers = memory({ [list]: NOR });
  return [[numbers], [
    numbers,
    packages(letters),
    CHINESE_GRADES,
    bareCodes('finish', 'G'),
    maybe(reels('R T TR')),
  ]];
};
const SOIC = { S: 'SOIC-8 (5.3 mm)', T: 'SOIC-8 (3.9 mm)', W: 'WSON-8 (6 x 5 mm)' };

const zbitFlash = table(
  'zbit-flash',
  'Zbit Semiconductor',
  'ZB25',
  ['Zbit SPI NOR flash', 'https://zbitsemi.com/en/'],
  () =>
    nor(
      'ZB25VQ16A ZB25VQ32A ZB25VQ32B ZB25VQ64A ZB25VQ64B ZB25VQ128A ZB25VQ128C ZB25VQ128D ZB25VQ80A ZB25VQ40A',
      SOIC,
    ),
);

const xtxFlash = table(
  'xtx-flash',
  'XTX',
  'XT25',
  ['XTX SPI NOR flash', 'https://www.xtxtech.com/en/'],
  () => [
    ...nor(
      'XT25F04B XT25F04D XT25F08B XT25F16B XT25F16F XT25F32B XT25F32F XT25F64B XT25F64F XT25F128B XT25F128D XT25F128F',
      {
        SO: 'SOIC-8 (3.9 mm)',
        SS: 'SOIC-8 (5.3 mm)',
        WO: 'WSON-8 (6 x 5 mm)',
      },
    ),
  ],
);

const boyaFlash = table(
  'boya-flash',
  'BOYAMICRO',
  'BY25',
  ['BoyaMicro SPI NOR flash', 'https://www.boyamicro.com/'],
  () => [
    ...nor(
      'BY25D40 BY25D80 BY25Q16B BY25Q16ES BY25Q32B BY25Q32CS BY25Q32ES BY25Q64A BY25Q64AS BY25Q64ES BY25Q80A BY25Q80BS BY25Q128A BY25Q128AS BY25Q128ES BY25Q256FS',
      SOIC,
    ),
  ],
);

const puyaFlash = table(
  'puya-flash',
  'Puya',
  'P25Q, PY25Q',
  ['Puya NOR flash', 'https://www.puyasemi.com/en/nor_flash.html'],
  () => [
    ...[
      memory({
        'P25Q05H P25Q06H P25Q10H P25Q11H P25Q20H P25Q21H P25Q40H P25Q80H P25Q16H P25Q16SH P25Q32H P25Q32SH P25Q64H P25Q64SH P25Q128H P25Q128HA P25D40H P25D80H PY25Q16HB PY25Q32HB PY25Q64HA PY25Q128HA':
          NOR,
      }),
    ]
      .flatMap((numbers): Segment[][] => [[numbers], [
        numbers,
        DASH,
        packages({
          SSH: 'SOIC-8 (3.9 mm)',
          SUH: 'SOIC-8 (5.3 mm)',
          TSH: 'TSSOP-8',
          UXH: 'USON-8 (2 x 3 mm)',
          NXH: 'USON-8 (4 x 3 mm)',
          WXH: 'WSON-8 (6 x 5 mm)',
          DXH: 'DIP-8',
        }),
        DASH,
        temperatures({ I: INDUSTRIAL, K: EXTENDED }),
        packing({ T: 'tube', R: 'tape and reel', W: 'tray', Y: 'tray' }),
      ]]),
  ],
);

export const memorySeries: readonly SeriesTable[] = [
  winbondFlash,
  winbondDram,
  micronMemory,
  issiMemory,
  macronixFlash,
  gigadeviceFlash,
  renesasFlash,
  microchipEeprom,
  microchipAt24,
  microchipSst,
  stEeprom,
  onsemiEeprom,
  rohmEeprom,
  infineonMemory,
  allianceMemory,
  apMemory,
  espressifPsram,
  lyontekMemory,
  esmtDram,
  fujitsuFram,
  kioxiaFlash,
  samsungMemory,
  zbitFlash,
  xtxFlash,
  boyaFlash,
  puyaFlash,
];
