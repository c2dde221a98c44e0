/** Inductors, ferrites and chokes of manufacturers of whom a table or two say all. */
import { scaled } from '../../codecs.ts';
import { bareCodes, codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { DASH, joined, reels } from '../pieces.ts';
import {
  body,
  combined,
  families,
  IMPEDANCE,
  INDUCTANCE,
  inductorTolerances,
  metricSizes,
} from './common.ts';

const FERRITE = { category: 'ferrite_bead', description: 'Chip ferrite bead' } as const;
const INDUCTOR = { category: 'inductor', description: 'Inductor for surface mounting' } as const;

export const vishayInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'vishay-inductors',
  manufacturer: 'Vishay',
  series: 'IHLP, IFSC, IMC, ILSB',
  reference: {
    title: 'IHLP-2525CZ-01 low profile, high current inductors',
    url: 'https://www.vishay.com/docs/34104/ihlp-2525cz-01.pdf',
  },
  forms: () => [
    [
      families({
        ...combined('IHLP1212', 'ABER AEER BZER', '3.6 x 3 mm'),
        ...combined('IHLP1616', 'ABER BZER', '4.5 x 4.1 mm'),
        ...combined('IHLP2020', 'ABER BZER CZER', '5.5 x 5.2 mm'),
        ...combined('IHLP2525', 'AHER BDER CZER EZER', '6.9 x 6.5 mm'),
        ...combined('IHLP3232', 'CZER DZER', '8.6 x 8.2 mm'),
        ...combined('IHLP4040', 'DZER EDER', '10.9 x 10.2 mm'),
        ...combined('IHLP5050', 'CEER EZER FDER', '13.2 x 12.9 mm'),
        ...combined('IHLP6767', 'DZER GZER', '17.2 x 17.2 mm'),
      }),
      INDUCTANCE,
      inductorTolerances('M'),
      bareCodes('version', '01 11 51 5A A1 07 06 1Z'),
    ],
    [
      families({
        IFSC0806AZER: '',
        IFSC1008ABER: '1008',
        IFSC1111AZER: '',
        IFSC1111ABER: '',
        IFSC1515AHER: '',
      }),
      INDUCTANCE,
      inductorTolerances('M'),
      { literal: '01' },
    ],
    [
      families({
        IMC0402ER: '0402',
        IMC0603ER: '0603',
        IMC0805ER: '0805',
        IMC1008ER: '1008',
        IMC1210ER: '1210',
        IMC1812ER: '1812',
        IMC1812RV: '1812',
        ILSB0402ER: '0402',
        ILSB0603ER: '0603',
        ILSB0805ER: '0805',
        ILSB1206ER: '1206',
      }),
      INDUCTANCE,
      inductorTolerances('FGJKM'),
      bareCodes('end', ' 01'),
    ],
  ],
};

export const vishayFerrites: SeriesTable = {
  ...FERRITE,
  id: 'vishay-ilbb-ilhb',
  manufacturer: 'Vishay',
  series: 'ILBB, ILHB',
  reference: {
    title: 'ILHB-0603 monolithic chip bead, high current',
    url: 'https://www.vishay.com/docs/34023/ilhb.pdf',
  },
  forms: () => [
    [
      families({
        ILBB0402ER: '0402',
        ILBB0603ER: '0603',
        ILBB0805ER: '0805',
        ILBB1206ER: '1206',
        ILHB0603ER: '0603',
        ILHB0805ER: '0805',
        ILHB1206ER: '1206',
        ILHB1806ER: '1806',
        ILHB1812ER: '1812',
      }),
      IMPEDANCE,
      { literal: 'V' },
    ],
  ],
};

export const lairdFerrites: SeriesTable = {
  ...FERRITE,
  id: 'laird-ferrites',
  manufacturer: 'Laird',
  series: 'HI, HZ, LI, MI',
  reference: {
    title: 'Ferrite chip beads, part number nomenclature',
    url:
      'https://www.laird.com/products/inductive-components-emc-components-and-ferrite-cores/ferrite-chip-beads',
  },
  forms: () => [
    [
      bareCodes('series', 'HI HZ LI MI LF'),
      codes(
        'size',
        'package',
        Object.fromEntries('0402 0603 0805 1206 1806 1812'.split(' ').map((code) => [code, body(code)])),
      ),
      bareCodes('material', 'A B C D E G H J K L M N P Q R T U V'),
      IMPEDANCE,
      { literal: 'R' },
      DASH,
      codes('packing', 'packaging', { '10': 'tape and reel', '00': 'bulk' }),
    ],
  ],
};

export const samsungFerrites: SeriesTable = {
  ...FERRITE,
  id: 'samsung-cim-cib',
  manufacturer: 'Samsung Electro-Mechanics',
  series: 'CIM, CIB, CIC, CIS',
  reference: {
    title: 'Chip beads, part numbering',
    url: 'https://www.samsungsem.com/global/product/passive-component/bead.do',
  },
  forms: () => [
    [
      bareCodes('series', 'CIM CIB CIC CIS CIV'),
      codes('size', 'package', {
        '03': body('0201'),
        '05': body('0402'),
        '10': body('0603'),
        '21': body('0805'),
        '31': body('1206'),
        '41': body('1806'),
      }),
      bareCodes('material', 'F J P U N K'),
      IMPEDANCE,
      bareCodes('end', 'NC NE NES AE'),
    ],
  ],
};

export const samsungInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'samsung-cig',
  manufacturer: 'Samsung Electro-Mechanics',
  series: 'CIG, CIGT, CIGW',
  reference: {
    title: 'Power inductors, part numbering',
    url: 'https://www.samsungsem.com/global/product/passive-component/power-inductor.do',
  },
  forms: () => [
    [
      families({
        CIG10W: '0603',
        CIG10F: '0603',
        CIG21L: '0805',
        CIG21W: '0805',
        CIG21K: '0805',
        CIG22L: '1008',
        CIG22H: '1008',
        CIG22B: '1008',
        CIG32W: '1210',
        CIG32K: '1210',
      }),
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'NC NE AE'),
    ],
    [
      families({
        CIGT201208EH: '0805',
        CIGT201210EH: '0805',
        CIGT201210UM: '0805',
        CIGT201610EH: '0806',
        CIGT201610UM: '0806',
        CIGT201610LM: '0806',
        CIGT252010EH: '1008',
        CIGT252010LM: '1008',
        CIGT252008LM: '1008',
        CIGW201610GM: '0806',
        CIGW201610GL: '0806',
        CIGW252010GL: '1008',
        CIGW252010GM: '1008',
        CIGW252012GM: '1008',
      }),
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'NE SE AE'),
    ],
  ],
};

export const chilisin: SeriesTable = {
  ...INDUCTOR,
  id: 'chilisin-inductors',
  manufacturer: 'Yageo',
  series: 'BSCQ, BSCH, CHQ',
  reference: { title: 'High frequency inductors', url: 'https://www.chilisin.com/en-global/product' },
  forms: () => [
    [
      families({ BSCQ00060303: '0201', BSCH00060303: '0201', BSCQ00100505: '0402', BSCH00100505: '0402' }),
      INDUCTANCE,
      inductorTolerances('BCSHJ'),
      bareCodes('end', '00 HR'),
    ],
    [
      families({ CHQ0603T: '0201', CHQ1005T: '0402', CHQ1608T: '0603' }),
      DASH,
      INDUCTANCE,
      inductorTolerances('BCSHJK'),
      DASH,
      bareCodes('end', 'HU N S'),
    ],
  ],
};

export const chilisinFerrites: SeriesTable = {
  ...FERRITE,
  id: 'chilisin-ferrites',
  manufacturer: 'Yageo',
  series: 'SBY, PBY, UPB',
  reference: { title: 'Ferrite chip beads', url: 'https://www.chilisin.com/en-global/product/ferrite-bead' },
  forms: () => [
    [
      bareCodes('series', 'SBY PBY UPB GBY NBQ HPB'),
      codes('size', 'package', {
        '060303': body('0201'),
        '100505': body('0402'),
        '160808': body('0603'),
        '201209': body('0805'),
        '321611': body('1206'),
      }),
      { literal: 'T' },
      DASH,
      IMPEDANCE,
      { literal: 'Y' },
      DASH,
      bareCodes('end', 'N S'),
    ],
  ],
};

export const fenghuaInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'fenghua-cmi',
  manufacturer: 'Fenghua',
  series: 'CMI',
  reference: { title: 'Multilayer chip inductors', url: 'https://www.china-fenghua.com/' },
  forms: () => [
    [
      families({
        CMI100505: '0402',
        CMI160808: '0603',
        CMI201209: '0805',
        CMI201212: '0805',
        CMI321609: '1206',
        CMI321611: '1206',
      }),
      bareCodes('material', 'D J L R U X V Q'),
      INDUCTANCE,
      inductorTolerances('JKM'),
      bareCodes('packing', 'T B'),
    ],
  ],
};

export const taiTechInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'tai-tech-inductors',
  manufacturer: 'TAI-TECH Advanced Electronics',
  series: 'FCI, HLCI, JWCI, HPC',
  reference: { title: 'Chip inductors', url: 'https://www.tai-tech.com.tw/' },
  forms: () => [
    [
      families({
        HLCI1005: '0402',
        HLCI1608: '0603',
        HLCI2012: '0805',
        HCI0603: '0201',
        HCI1005: '0402',
        HCI1608: '0603',
        JWCI1005: '0402',
        JWCI1608: '0603',
        JWCI2012: '0805',
        SWI1005: '0402',
      }),
      bareCodes('kind', 'H C F'),
      INDUCTANCE,
      inductorTolerances('CSGHJK'),
      { literal: 'T' },
      { optional: [DASH, { literal: 'LF' }] },
    ],
    [
      families({ FCI1608F: '0603', FCI2012F: '0805', FCI1005F: '0402' }),
      DASH,
      INDUCTANCE,
      inductorTolerances('JKM'),
    ],
  ],
};

export const taiTechFerrites: SeriesTable = {
  ...FERRITE,
  id: 'tai-tech-ferrites',
  manufacturer: 'TAI-TECH Advanced Electronics',
  series: 'FCM, HCB, FCB',
  reference: { title: 'Chip beads', url: 'https://www.tai-tech.com.tw/' },
  forms: () => [
    [
      bareCodes('series', 'FCM HCB FCB UPB'),
      metricSizes('0603 1005 1608 2012 3216'),
      bareCodes('material', 'KF MF CF VF K M C V'),
      DASH,
      IMPEDANCE,
      { literal: 'T' },
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '01 02 03 04 05 06 07 08 10 12 13 15 20 25 30 40 50 60'.split(' ').map((
            code,
          ) => [code, Number(`${code}e-1`)]),
        ),
      ),
      bareCodes('end', ' E'),
    ],
  ],
};

export const changjiangInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'cjiang-inductors',
  manufacturer: 'cjiang',
  series: 'FNR, FXL, FHD',
  reference: { title: 'Power inductors', url: 'https://www.cjiang.com/en' },
  forms: () => [
    [
      families({
        ...combined('FNR', '2010S 2012S', '2 x 2 mm'),
        ...combined('FNR', '3010S 3012S 3015S', '3 x 3 mm'),
        ...combined('FNR', '4010S 4012S 4018S 4020S 4026S 4030S', '4 x 4 mm'),
        ...combined('FNR', '5012S 5020S 5040S', '5 x 5 mm'),
        ...combined('FNR', '6020S 6028S 6045S', '6 x 6 mm'),
        ...combined('FNR', '8040S 8065S', '8 x 8 mm'),
      }),
      INDUCTANCE,
      inductorTolerances('MN'),
      { literal: 'T' },
    ],
    [
      families(
        {
          ...combined('FXL', '0412 0415 0420', '4.4 x 4.2 mm'),
          ...combined('FXL', '0520 0530', '5.4 x 5.2 mm'),
          ...combined('FXL', '0624 0630 0650', '7 x 6.6 mm'),
          ...combined('FXL', '1040 1050', '11 x 10 mm'),
          ...combined('FXL', '0840 1340 1350 1360 1365', ''),
        },
      ),
      DASH,
      INDUCTANCE,
      DASH,
      inductorTolerances('M'),
    ],
    [
      families({
        ...combined('FHD', '2010S 2012S', '2 x 2 mm'),
        ...combined('FHD', '3010S 3012S', '3 x 3 mm'),
        ...combined('FHD', '4012S 4018S 4020S', '4 x 4 mm'),
        ...combined('FHD', '5020S', '5 x 5 mm'),
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      { literal: 'T' },
    ],
  ],
};

export const cyntecInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'cyntec-inductors',
  manufacturer: 'Cyntec',
  series: 'PCMB, PCMC, VCMD, PIMB',
  reference: { title: 'Power chokes', url: 'https://www.cyntec.com/product/molding-power-choke' },
  forms: () => [
    [
      families(
        Object.fromEntries(
          ['PCMB', 'PCMC', 'PCME', 'PIMB', 'PIME'].flatMap((family) => [
            [`${family}042T`, '4.4 x 4.2 mm'],
            [`${family}053T`, ''],
            [`${family}051T`, ''],
            [`${family}061T`, '7 x 6.6 mm'],
            [`${family}062T`, '7 x 6.6 mm'],
            [`${family}063T`, '7 x 6.6 mm'],
            [`${family}065T`, '7 x 6.6 mm'],
            [`${family}103T`, '11 x 10 mm'],
            [`${family}104T`, '11 x 10 mm'],
            [`${family}133T`, ''],
            [`${family}135T`, ''],
          ]),
        ),
      ),
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'S N'),
    ],
    [
      families({ VCMD063T: '', VCMD103T: '', VCMV063T: '', VCHA085D: '' }),
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'N2 N5 S2 S6 MS6 S62'),
    ],
  ],
};

export const sumidaInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'sumida-inductors',
  manufacturer: 'Sumida',
  series: 'CDRH, CDMC, C',
  reference: { title: 'Power inductors', url: 'https://products.sumida.com/products/en/power-inductors.php' },
  forms: () => [
    [
      families({
        ...combined('CDRH2D', '09 11 14 18', ''),
        ...combined('CDRH3D', '11 14 16 18 23 28', ''),
        ...combined('CDRH4D', '11 14 16 18 22 28', ''),
        ...combined('CDRH5D', '14 16 18 28', ''),
        ...combined('CDRH6D', '12 26 28 38', ''),
        ...combined('CDRH8D', '28 38 43', '8.3 x 8.3 mm'),
        ...combined('CDRH', '124 125 127', '12.3 x 12.3 mm'),
        ...combined('CDRH', '103 104 105', ''),
      }),
      bareCodes('version', ' NP HP R RNP LD NPLD HPNP C'),
      DASH,
      INDUCTANCE,
      inductorTolerances('NM'),
      { literal: 'C' },
    ],
    [
      families(
        combined(
          '',
          '0412CDMCCDS 0420CDMCBDS 0512CDMCDS 0518CDMCCDS 0520CDMCDS 0530CDMCCDS 0618CDMCCDS 0624CDMCDS 0630CDMCDS 0650CDMCDS 104CDMCCDS 1040CDMCCDS',
          '',
        ),
      ),
      DASH,
      INDUCTANCE,
      inductorTolerances('M'),
      { literal: 'C' },
    ],
    [families({ C201610WB: '0806', C252012WB: '1008' }), DASH, INDUCTANCE, bareCodes('tolerance', ' M')],
  ],
};

export const eatonInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'eaton-inductors',
  manufacturer: 'Eaton',
  series: 'DR, DRA, SD, MPI',
  reference: {
    title: 'Coiltronics power inductors',
    url: 'https://www.eaton.com/us/en-us/products/electronic-components/inductors-transformers.html',
  },
  forms: () => [
    [
      families({
        ...combined('DR', '73 74', '7.6 x 7.6 mm'),
        ...combined('DR', '125 127', '12.5 x 12.5 mm'),
        ...combined('DRA', '73 74', '7.6 x 7.6 mm'),
        ...combined('DRA', '124 125 127', '12.5 x 12.5 mm'),
        ...combined('SD', '10 12 14 18 20 25', '5.2 x 5.2 mm'),
        ...combined('SD', '3110 3112 3114 3118', '3.1 x 3.1 mm'),
        ...combined('SD', '3812 3814 3830', '3.8 x 3.8 mm'),
        ...combined('SD', '53', '5.2 x 5.2 mm'),
        ...combined('SD', '6020 6030', '6 x 6 mm'),
        ...combined('SD', '7030', '7 x 7 mm'),
        ...combined('SD', '8328 8350', '9.5 x 8.3 mm'),
        ...combined('MPI', '4040R1 4040R2 4040R3 4040R4', '4 x 4 mm'),
        ...combined('MPI', '2520R1 2510R1 6040R3', ''),
        ...combined('UP', '1B 2B 3B 4B 0.4C 2C', ''),
        ...combined('HCM', '0503 0703 1103 1305 1A0503 1A0703 1A1104 1A1305', ''),
      }),
      DASH,
      INDUCTANCE,
      DASH,
      { literal: 'R' },
    ],
  ],
};

export const panasonicInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'panasonic-etqp',
  manufacturer: 'Panasonic',
  series: 'ETQP',
  reference: {
    title: 'Power choke coils ETQP',
    url: 'https://industrial.panasonic.com/ww/products/pt/automotive-inductor',
  },
  forms: () => [
    [
      { name: 'family', codes: { ETQP2M: {}, ETQP3M: {}, ETQP4M: {}, ETQP5M: {}, ETQP6M: {}, ETQP8M: {} } },
      INDUCTANCE,
      bareCodes('type', 'KVP KVN YFP YFN YFC YFK YFM KFP KFN YGC YGK YLC YLK YSC YSK KVC'),
    ],
  ],
};

export const abraconInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'abracon-inductors',
  manufacturer: 'Abracon',
  series: 'ASPI, AIML, AISC, AIRF',
  reference: { title: 'Inductors', url: 'https://abracon.com/product-lineup/inductors' },
  forms: () => [
    [
      { literal: 'ASPI' },
      DASH,
      families({
        '0315FS': '3 x 3 mm',
        '0312FS': '3 x 3 mm',
        '0412FS': '4 x 4 mm',
        '0418FS': '4 x 4 mm',
        '0425': '',
        '0428': '',
        '0602': '',
        '0630LR': '',
        '0403S': '',
        '0804T': '',
        '3010S': '3 x 3 mm',
        '3012S': '3 x 3 mm',
        '4020HI': '',
        '4030S': '4 x 4 mm',
        '6045S': '6 x 6 mm',
        '7318': '',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      { optional: [DASH, reels('T T1 T15 T2 T3')] },
    ],
    [
      bareCodes('series', 'AIML AISC'),
      DASH,
      families(
        Object.fromEntries('0402 0603 0805 1008 1206 1210 1812'.split(' ').map((size) => [size, size])),
      ),
      DASH,
      INDUCTANCE,
      inductorTolerances('GJKM'),
      { optional: [DASH, reels('T')] },
    ],
  ],
};

export const ecsInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'ecs-mpi',
  manufacturer: 'ECS',
  series: 'ECS-MPI',
  reference: { title: 'Power inductors', url: 'https://ecsxtal.com/inductors/' },
  forms: () => [
    [
      { literal: 'ECS' },
      DASH,
      families({
        MPIL0530: '',
        MPI2520R1: '1008',
        MPI2520R0: '1008',
        MPI4040R1: '',
        MPI4040R2: '',
        MPI4040R3: '',
        MPIL0630: '',
        MPIL1040: '',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('M'),
      bareCodes('end', 'C'),
    ],
    [
      { literal: 'ECS' },
      DASH,
      families({ MPI2520R1: '1008', MPI2520R0: '1008', MPI4040R1: '', MPI4040R2: '', MPI4040R3: '' }),
      DASH,
      INDUCTANCE,
      DASH,
      { literal: 'R' },
    ],
  ],
};

const ethernet = (list: string, description: string, housing: string) =>
  Object.fromEntries(
    joined(list, 'NL NLT').split(' ').map((code) => [code, { description, package: housing }]),
  );

export const pulseTransformers: SeriesTable = {
  id: 'pulse-lan',
  manufacturer: 'Yageo',
  category: 'transformer',
  series: 'H, HX',
  description: 'Ethernet transformer module',
  reference: { title: 'Discrete LAN magnetics', url: 'https://www.pulseelectronics.com/products/lan/' },
  forms: () => [
    [
      {
        name: 'number',
        codes: {
          ...ethernet(
            'H1101 H1102 H1102F H1188 HX1188 HX1198',
            'Ethernet transformer module, 10/100',
            'SOIC-16',
          ),
          ...ethernet('H5007 HX5008 H5008 HX5004 HX5020', 'Ethernet transformer module, gigabit', 'SOIC-24'),
        },
      },
    ],
  ],
};

const NANOHENRY_CODES =
  '102 152 182 222 272 332 392 472 562 682 822 103 123 153 183 223 273 333 393 473 563 683 823 104 ' +
  '124 154 184 224 274 334';

export const pulseInductors: SeriesTable = {
  ...INDUCTOR,
  id: 'pulse-p11',
  manufacturer: 'Yageo',
  series: 'P11',
  reference: {
    title: 'Power inductors P1166 to P1169',
    url: 'https://www.pulseelectronics.com/products/power_magnetics/',
  },
  forms: () => [
    [
      // A point between digits is part of the search key, so family and value are one code.
      codes(
        'number',
        'inductance',
        Object.fromEntries(
          joined('P1166. P1167. P1168. P1169.', NANOHENRY_CODES).split(' ').map((code) => [
            code,
            scaled(code.slice(-3, -1), Number(code.slice(-1)) - 9),
          ]),
        ),
      ),
      bareCodes('end', 'NL NLT'),
    ],
  ],
};
