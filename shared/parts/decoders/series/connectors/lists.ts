/** Connectors and hardware of manufacturers whose numbers are lists: what is known of each number, and no scheme. */
import type { Category } from '../../../../domain/categories.ts';
import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { alike, listed } from './pattern.ts';

function list(
  id: string,
  manufacturer: string,
  category: Category,
  url: string,
  numbers: Readonly<Record<string, Statements>>,
): SeriesTable {
  return {
    id,
    manufacturer,
    category,
    series: 'Catalogue',
    description: 'Connector',
    reference: { title: `Products of ${manufacturer}`, url },
    forms: () => [listed(numbers)],
  };
}

const LYING = { orientation: 'right angle' } as const;
const usb = (type: string, housing: string, pins?: number): Statements => ({
  category: 'usb_connector',
  description: `USB ${type} receptacle`,
  package: pins === undefined ? housing : `${housing}, ${pins} contacts`,
  pins,
  ...(housing.includes('right angle') && LYING),
});
const card = (kind: string): Statements => ({
  category: 'card_connector',
  description: `${kind} card connector`,
  package: 'surface mount',
});
const magjack: Statements = {
  category: 'modular_connector',
  description: 'Ethernet jack 8P8C with transformer',
  package: 'through-hole, right angle',
  ...LYING,
};
const sma = (housing: string): Statements => ({
  category: 'rf_connector',
  description: 'SMA jack, 50 ohm',
  package: housing,
});
const power = (housing: string): Statements => ({
  category: 'power_connector',
  description: 'DC power jack',
  package: housing,
});
const audio = (description: string, housing: string): Statements => ({
  category: 'audio_connector',
  description,
  package: housing,
});
const testPoint = (colour: string | undefined, housing: string): Statements => ({
  category: 'mechanical',
  description: 'Test point',
  package: housing,
  colour,
});

/** Five numbers in a row have five colours. */
const colours = (first: number, housing: string) =>
  Object.fromEntries(
    ['red', 'black', 'white', 'orange', 'yellow'].map((
      colour,
      i,
    ) => [String(first + i), testPoint(colour, housing)]),
  );

const coin = (size: string, housing: string): Statements => ({
  category: 'mechanical',
  description: `Battery holder, ${size}`,
  package: housing,
});

export const lists: readonly SeriesTable[] = [
  list('gct-connectors', 'GCT', 'connector', 'https://gct.co/connector', {
    'USB4085-GF-A': usb('C', 'through-hole, right angle', 16),
    ...alike(
      'USB4105-GF-A USB4105-GF-A-060 USB4105-GF-A-120 USB4110-GF-A',
      usb('C', 'surface mount, right angle', 16),
    ),
    ...alike('USB4125-GF-A USB4125-GF-A-0190', usb('C', 'surface mount, right angle', 6)),
    'USB4135-GF-A': { ...usb('C', 'surface mount, vertical', 6), orientation: 'vertical' },
    ...alike('USB4115-03-C USB4120-03-C USB4215-03-A', {
      category: 'usb_connector',
      description: 'USB C receptacle',
    }),
    'USB3076-30-A': usb('Micro-B', 'surface mount, right angle', 5),
    ...alike('USB3075-30-A USB3080-30-00-A USB3085-30-00-A USB3090-30-A', {
      category: 'usb_connector',
      description: 'USB Micro-B receptacle',
    }),
    ...alike(
      'MEM2055-00-190-01-A MEM2061-01-188-00-A MEM2067-02-180-00-A MEM2075-00-140-01-A',
      card('microSD'),
    ),
    ...alike('SIM8060-6-0-14-00-A SIM8066-6-1-14-00-A SIM8051-6-0-14-01-A', card('Nano SIM')),
    ...alike('SIM7100-6-1-15-00-A', card('SIM')),
    ...alike('DCJ200-10-A-K1-K DCJ250-10-A-K1-K', power('right angle')),
  }),
  list('hroparts-connectors', 'HRO', 'connector', 'https://www.hroparts.com/', {
    'TYPE-C-31-M-12': usb('C', 'surface mount, right angle', 16),
    'TYPE-C-31-M-17': usb('C', 'surface mount, right angle', 6),
    ...alike('TYPE-C-31-M-04 TYPE-C-31-M-13 TYPE-C-31-M-14 TYPE-C-31-M-15 TYPE-C-31-M-30 TYPE-C-31-M-33', {
      category: 'usb_connector',
      description: 'USB C receptacle',
    }),
    ...alike(
      'U-F-M5DD-Y-1 U-F-M5DD-Y-L U-F-M5DD-W-1 U-F-M5DD-W-2 U-F-M5SS-W-1 U-F-M5SS-W-2',
      usb('Micro-B', 'surface mount, right angle', 5),
    ),
    ...alike('TF-01A TF-015', card('microSD')),
    ...alike('PJ-3850-5A', audio('Audio jack, 3.5 mm', 'through-hole')),
    'DC-182-25A': power('through-hole'),
  }),
  list('shou-han-connectors', 'Shou Han', 'connector', 'https://www.shouhan.com/', {
    ...alike('MicroXNJ', usb('Micro-B', 'surface mount, right angle', 5)),
    'TYPE-C 16PIN 2MD(073)': usb('C', 'surface mount, right angle', 16),
    'TYPE-C 6P(073)': usb('C', 'surface mount, right angle', 6),
    'TF PUSH': card('microSD'),
  }),
  list('xunpu-connectors', 'XUNPU', 'connector', 'https://www.xunpu.com.cn/', {
    ...alike('TYPEC-304-BCP16', usb('C', 'right angle', 16)),
    'TYPEC-214-ARP14H105': {
      category: 'usb_connector',
      description: 'USB C receptacle',
      package: 'through-hole',
    },
  }),
  list('kinghelm-connectors', 'Kinghelm', 'connector', 'https://www.bds666.com/', {
    'KH-TYPE-C-16P': usb('C', 'right angle', 16),
    'KH-TYPE-C-L13.7-6P': {
      category: 'usb_connector',
      description: 'USB C receptacle',
      package: 'through-hole, 6 contacts',
      pins: 6,
    },
  }),
  list('keystone-hardware', 'Keystone Electronics', 'mechanical', 'https://www.keyelco.com/product.cfm', {
    ...colours(5000, 'through-hole, miniature'),
    ...colours(5005, 'through-hole, compact'),
    ...colours(5010, 'through-hole, multipurpose'),
    '5015': testPoint(undefined, 'surface mount'),
    '5016': testPoint(undefined, 'surface mount'),
    '5017': testPoint(undefined, 'surface mount'),
    '5019': testPoint(undefined, 'surface mount'),
    '5029': testPoint(undefined, 'surface mount'),
    ...alike('5100TR 5102TR 5103TR', {
      category: 'jumper',
      description: 'Jumper link',
      package: 'surface mount',
      resistance: 0,
    }),
    ...alike('1057 1058 1060', coin('20 mm coin cell', 'surface mount')),
    ...alike('1058TR 1060TR', { ...coin('20 mm coin cell', 'surface mount'), packaging: 'tape and reel' }),

    ...alike('3000 3001 3002 3003', coin('coin cell, retainer', 'surface mount')),
    ...alike('3000TR 3001TR 3002TR 3003TR', {
      ...coin('coin cell, retainer', 'surface mount'),
      packaging: 'tape and reel',
    }),
    '3034': coin('20 mm coin cell, retainer', 'surface mount'),
    '3034TR': { ...coin('20 mm coin cell, retainer', 'surface mount'), packaging: 'tape and reel' },
    '1042': coin('18650, one cell', 'surface mount'),
    '1042P': coin('18650, one cell', 'through-hole'),
    '1043P': coin('18650, one cell', 'through-hole'),
    ...alike('2460 2462 2463 2464 2465 2466 2467 2468', coin('AA or AAA cells', 'through-hole')),
    ...alike('3517 3522 4527 3557-2 3557 3544-2 3544 3568 4628', {
      category: 'mechanical',
      description: 'Fuse clip or holder',
      package: 'through-hole',
    }),
    ...alike(
      '7690 7691 7692 7693 7694 7701 7760 7761 7765 7766 7770 7771 7774 7775 7788 7790 7791 7792 7793 7795',
      {
        category: 'terminal_block',
        description: 'Screw terminal',
        package: 'through-hole',
      },
    ),
    ...alike('8190 8191 8192 8195 8196 8197 8199', {
      category: 'terminal_block',
      description: 'Screw terminal',
      package: 'through-hole',
    }),
  }),
  list('mpd-holders', 'Memory Protection Devices', 'mechanical', 'https://www.batteryholders.com/', {
    'BA2032SM': coin('CR2032', 'surface mount'),
    'BS-7': coin('CR2032', 'through-hole'),
    'BC2032-E2': coin('CR2032', 'through-hole'),
    'BU2032SM-HD-G': coin('CR2032', 'surface mount'),
    'BU2032SM-HD-GTR': { ...coin('CR2032', 'surface mount'), packaging: 'tape and reel' },
  }),
  list('myoung-holders', 'MYOUNG', 'mechanical', 'https://www.myoung.com.cn/', {
    'BS-07-A1BJ001': coin('CR2032', 'through-hole'),
    'BS-08-B2AA001': coin('CR2032', 'surface mount'),
  }),
  list('kycon-connectors', 'Kycon', 'connector', 'https://www.kycon.com/', {
    ...alike('KUSBX-AS1N-B KUSBX-AS1N-W', usb('A', 'right angle', 4)),
    ...alike('KUSBX-BS1N-B KUSBX-BS1N-W', usb('B', 'right angle', 4)),
    ...alike(
      'KLDX-0202-A KLDX-0202-AC KLDX-0202-B KLDX-0202-BC KLDX-0202-ALT',
      power('through-hole, right angle'),
    ),
    ...alike('KLDX-SMT2-0202-A KLDX-SMT2-0202-ATR KLDX-SMT2-0202-B', power('surface mount, right angle')),
  }),
  list('switchcraft-jacks', 'Switchcraft', 'audio_connector', 'https://www.switchcraft.com/', {
    ...alike('RAPC722X RAPC712X RAPC722BK RAPC10U', power('through-hole, right angle')),
    ...alike('RASM722X RASM722PX RASM712X RASM722TRX', power('surface mount, right angle')),
    ...alike(
      '35RASMT2BHNTRX 35RASMT3BHNTRX 35RASMT4BHNTRX',
      audio('Audio jack, 3.5 mm', 'surface mount, right angle'),
    ),
    ...alike(
      '35RAPC2AV 35RAPC2BV4 35RAPC4BH3 35RAPC4BHN2 35RAPC7JS',
      audio('Audio jack, 3.5 mm', 'through-hole, right angle'),
    ),
    ...alike('SN49B12B RA49B14B RA49B11B RN111PC', audio('Audio jack, 6.35 mm', 'through-hole')),
    'PJRAN1X1U01X': audio('RCA jack', 'through-hole, right angle'),
  }),
  list('neutrik-connectors', 'Neutrik', 'audio_connector', 'https://www.neutrik.com/en/products', {
    ...alike(
      'NC3FAAH NC3FAAH1 NC3FAAH2 NC3FBH1 NC3FBH2 NC3FAH1 NC3FAH2',
      audio('XLR receptacle, female, 3 contacts', 'through-hole, horizontal'),
    ),
    ...alike(
      'NC3FAAV NC3FAAV1 NC3FAAV2 NC3FBV1 NC3FAV1 NC3FAV2',
      audio('XLR receptacle, female, 3 contacts', 'through-hole, vertical'),
    ),
    ...alike(
      'NC3MAAH NC3MAAH-1 NC3MBH NC3MAH',
      audio('XLR receptacle, male, 3 contacts', 'through-hole, horizontal'),
    ),
    ...alike('NC3MAAV NC3MBV NC3MAV', audio('XLR receptacle, male, 3 contacts', 'through-hole, vertical')),
    ...alike(
      'NC3FD-L-1 NC3FD-LX NC3FDM3-L-1 NC3FD-L-B-1',
      audio('XLR receptacle, female, 3 contacts', 'panel mount'),
    ),
    ...alike(
      'NC3MD-L-1 NC3MD-LX NC3MDM3-L-1 NC3MD-L-B-1',
      audio('XLR receptacle, male, 3 contacts', 'panel mount'),
    ),
    ...alike('NC3FXX NC3FXX-B', audio('XLR cable connector, female, 3 contacts', 'cable')),
    ...alike('NC3MXX NC3MXX-B', audio('XLR cable connector, male, 3 contacts', 'cable')),
    ...alike(
      'NL4MP NL4MPR NL4MD-V NL4MD-H',
      audio('Loudspeaker chassis connector, 4 contacts', 'panel mount'),
    ),
    ...alike('NL4FX NL4FC NL2FC NL2FX', audio('Loudspeaker cable connector', 'cable')),
    ...alike('NE8FDP NE8FDP-B NE8FAV NE8FAH', {
      category: 'modular_connector',
      description: 'RJ45 chassis connector',
      package: '8 contacts',
      pins: 8,
    }),
  }),
  list('johnson-connectors', 'Cinch', 'rf_connector', 'https://www.belfuse.com/johnson', {
    ...alike(
      '142-0701-801 142-0701-806 142-0701-851 142-0701-881 142-0711-821 142-0761-801 142-0761-861 142-0761-881',
      sma('edge mount'),
    ),
    ...alike('142-0701-201 142-0701-231 142-0711-201', sma('through-hole, vertical')),
    ...alike('142-0701-301 142-0701-501 142-0711-301', sma('through-hole, right angle')),
    '135-3701-201': { category: 'rf_connector', description: 'MMCX jack, 50 ohm', package: 'vertical' },
    ...alike('105-1102-001 105-1103-001', {
      category: 'connector',
      description: 'Tip jack',
      package: 'through-hole, right angle',
    }),
  }),
  list(
    'linx-connectors',
    'TE Connectivity',
    'rf_connector',
    'https://www.te.com/en/products/connectors/rf-connectors.html',
    {
      ...alike('CONSMA001-SMD-G CONSMA001-SMD-G-T', sma('surface mount, vertical')),
      ...alike('CONSMA001 CONSMA001-G', sma('through-hole, vertical')),
      ...alike('CONSMA003.031 CONSMA003.062 CONSMA003.062-G CONSMA013.031 CONSMA013.062', sma('edge mount')),
      ...alike('CONREVSMA001 CONREVSMA001-G', {
        category: 'rf_connector',
        description: 'RP-SMA jack, 50 ohm',
        package: 'through-hole, vertical',
      }),
      ...alike('CONREVSMA003.031 CONREVSMA003.062', {
        category: 'rf_connector',
        description: 'RP-SMA jack, 50 ohm',
        package: 'edge mount',
      }),
      ...alike('CONUFL001-SMD CONUFL001-SMD-T', {
        category: 'rf_connector',
        description: 'Ultra small coaxial jack, 50 ohm',
        package: 'surface mount, vertical',
      }),
    },
  ),
  list('bel-magjack', 'Bel Fuse', 'modular_connector', 'https://www.belfuse.com/magjack', {
    ...alike(
      '0826-1X1T-23-F 0826-1A1T-23-F 0826-1G1T-23-F 0813-1X1T-03-F SI-60002-F SI-50170-F SI-52003-F SI-46001-F',
      magjack,
    ),
  }),
  list('halo-jacks', 'Halo Electronics', 'modular_connector', 'https://www.haloelectronics.com/', {
    ...alike(
      'HFJ11-2450E-L12RL HFJ11-2450ERL HFJ11-1G01E-L12RL HFJ11-1G11E-L12RL HFJ11-1G16E-L12RL HFJ11-E2G01E-L12RL',
      magjack,
    ),
  }),
  list('hanrun-jacks', 'HanRun', 'modular_connector', 'https://www.hanrun.com/', {
    ...alike('HR911105A HR961160C HR913550A HY911105A HY931147C HR911130C HR851178C', magjack),
  }),
  list('pulse-jacks', 'Yageo', 'modular_connector', 'https://www.pulseelectronics.com/', {
    ...alike(
      'J0011D21BNL J0011D01BNL J0011D21ENL J0011D01NL J0026D21BNL J00-0065NL J00-0086NL J0G-0009NL J0G-0003NL J1B1211CCD JXD0-0001NL',
      magjack,
    ),
    ...alike('E8199-001-01', usb('3.0 A', 'right angle', 9)),
    ...alike('E8124-015-01', usb('C', 'surface mount, right angle', 24)),
  }),
  list('link-pp-jacks', 'Link-PP', 'modular_connector', 'https://www.l-p.com/', {
    ...alike('LPJ0011BBNL LPJ0026GBNL LPJ4011CNL LPJ4012CNL LPJG0926HENL LPJ16366AHNL', magjack),
  }),
  list('wiznet-jacks', 'WIZnet', 'modular_connector', 'https://docs.wiznet.io/', {
    ...alike('RB1-125BAG1A RB1-125BHQ1A', magjack),
  }),
  list('abracon-jacks', 'Abracon', 'modular_connector', 'https://abracon.com/products/rj45-magjack', {
    ...alike('ARJC02-111008B ARJM11D7-502-AB-EW2 ARJM11C7-502-AB-EW2 ARJM11D7-114-AB-EW2', magjack),
  }),
  list('jae-connectors', 'JAE', 'connector', 'https://www.jae.com/en/connectors/', {
    ...alike('DX07S016JA1R1500 DX07S016JA3R1500', usb('C', 'right angle', 16)),
    ...alike(
      'DX07S024JJ1R1300 DX07S024JJ2R1300 DX07S024JJ3R1300 DX07S024JA1R1500',
      usb('C', 'right angle', 24),
    ),
    ...alike('DX07S024WJ1R350 DX07S024WJ3R400', {
      ...usb('C', 'surface mount, vertical', 24),
      orientation: 'vertical',
    }),
    ...alike('DX07P024AJ1R1500 DX07P024MJ1R1500', {
      category: 'usb_connector',
      description: 'USB C plug',
      package: 'edge mount, 24 contacts',
      pins: 24,
    }),
    'DC3RX19JA3R1700': {
      category: 'connector',
      description: 'HDMI type D receptacle',
      package: 'surface mount, right angle, 19 contacts',
      pins: 19,
      ...LYING,
    },
    ...alike('ST9S008V4AR1500 ST11S008V4HR2000', card('microSD')),
    ...alike('MM60-52B1-E1-R650 MM60-52B1-B1-R850', {
      category: 'card_connector',
      description: 'PCI Express Mini card connector',
      package: 'surface mount, 52 contacts',
      pins: 52,
    }),
    ...alike('SM3ZS067U410AER1000 SM3ZS067U215AER1200 SM3ZS067U310AER1200', {
      category: 'card_connector',
      description: 'M.2 card connector',
      package: 'surface mount, 67 contacts, 0.5 mm',
      pins: 67,
      pitch: 0.5,
    }),
  }),
  list(
    'alps-cards',
    'Alps Alpine',
    'card_connector',
    'https://tech.alpsalpine.com/e/products/category/connectors/',
    {
      ...alike('SCHA5B0200 SCHA4B0419 SCHA4B0100', card('microSD')),
    },
  ),
  list('attend-cards', 'Attend', 'card_connector', 'https://www.attend.com.tw/', {
    ...alike('112I-TDA0-R01 112A-TAAR-R03 112J-TDAR-R01', card('microSD')),
    ...alike('115S-ACA0 115A-ADA0', card('SIM')),
  }),
  list(
    'tag-connect',
    'Tag-Connect',
    'connector',
    'https://www.tag-connect.com/product-category/products/cables',
    {
      ...alike(
        'TC2030-IDC TC2030-IDC-NL TC2030-MCP TC2030-MCP-NL TC2030-CTX TC2030-CTX-NL TC2030-FTDI TC2030-FTDI-NL',
        {
          description: 'Programming cable, spring pins on pads of the board',
          package: 'cable, 6 contacts',
          pins: 6,
        },
      ),
      ...alike('TC2050-IDC TC2050-IDC-NL TC2050-ARM2010 TC2050-IDC-430', {
        description: 'Programming cable, spring pins on pads of the board',
        package: 'cable, 10 contacts',
        pins: 10,
      }),
    },
  ),
  list('lumberg-connectors', 'Lumberg', 'power_connector', 'https://www.lumberg.com/en/products', {
    'NEB 21 R': power('through-hole, right angle'),
    'NEB/J 21 R': power('through-hole, right angle'),
    'NEB/J 25 R': power('through-hole, right angle'),
  }),
  list('bulgin-connectors', 'Bulgin', 'power_connector', 'https://www.bulgin.com/products', {
    ...alike('PX0675/PC PX0580/PC', { description: 'IEC 60320 mains connector', package: 'through-hole' }),
  }),
  list('qingpu-jacks', 'QingPu', 'audio_connector', 'https://www.qingpu-electronics.com/', {
    ...alike('PJ301M-12 WQP518MA PJ398SM PJ366ST', {
      description: 'Audio jack, 3.5 mm',
      package: 'through-hole, vertical',
      orientation: 'vertical',
    }),
  }),
  list('i-pex-connectors', 'I-PEX', 'rf_connector', 'https://www.i-pex.com/product/mhf-i', {
    ...alike('20279-001E-01 20279-001E-03 20449-001E-03', {
      category: 'rf_connector',
      description: 'Ultra small coaxial receptacle, 50 ohm',
      package: 'surface mount, vertical',
    }),
  }),
  list('edac-connectors', 'EDAC', 'connector', 'https://www.edac.net/', {
    '690-005-299-043': usb('Mini-B', 'surface mount, right angle', 5),
  }),
];
