import { zerosCapacitance } from '../../codecs.ts';
import { bareCodes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import {
  CHOKE_IMPEDANCE,
  combined,
  families,
  IMPEDANCE,
  INDUCTANCE,
  inductorTolerances,
  NANOHENRIES,
} from './common.ts';
import { DASH, listed } from '../pieces.ts';

const PACKING = codes('packing', 'packaging', {
  B: 'bulk',
  D: '180 mm reel, paper tape',
  J: '330 mm reel, paper tape',
  K: '330 mm reel, embossed tape',
  L: '180 mm reel, embossed tape',
});

/** Manufacturer's lists leave the packing code open. */
const OPEN: Segment = { optional: [PACKING] };

const BLM_FAMILY = families({
  ...combined('BLM02', 'AX BB BC BD BX KX PX', '01005'),
  ...combined('BLM03', 'AG AX BB BC BD BX EB HB HD HG KX PG PX', '0201'),
  ...combined('BLM15', 'AG AX BA BB BC BD BX EG EX GA GG HB HD HG KD KX PD PG PX SN SP DN', '0402'),
  ...combined('BLM18', 'AG AK BA BB BD BX EG GG HB HD HE HG HK KG KN PG RK SD SG SN SP TG DN UN', '0603'),
  ...combined('BLM21', 'AF AG AH AJ BB BD HE PG RK SN SP KG', '0805'),
  ...combined('BLM31', 'AF AH AJ PG SN KN SG', '1206'),
  ...combined('BLM41', 'AF PG', '1806'),
});

export const murataFerrites: SeriesTable = {
  id: 'murata-blm',
  manufacturer: 'Murata',
  category: 'ferrite_bead',
  series: 'BLM',
  description: 'Chip ferrite bead',
  reference: {
    title: 'Chip ferrite beads, part numbering',
    url: 'https://www.murata.com/en-global/products/emc/emifil/guide/naming-bead',
  },
  hasOpenPacking: true,
  forms: () => [
    [
      BLM_FAMILY,
      IMPEDANCE,
      bareCodes('performance', 'S T B'),
      { name: 'grade', codes: { N: {}, Z: { qualification: 'AEC-Q200' }, H: { qualification: 'AEC-Q200' } } },
      { literal: '1' },
      OPEN,
    ],
    [
      families({ BLA2AAG: '0804', BLA2ABB: '0804', BLA2ABD: '0804', BLA31AG: '1206', BLA31BD: '1206' }, {
        description: 'Array of four chip ferrite beads',
      }),
      IMPEDANCE,
      { literal: 'SN4' },
      OPEN,
    ],
  ],
};

/** Types for radio frequencies: their values are mostly in nanohenry. */
const RF_FAMILY = families({
  ...combined('LQP02', 'TN TQ HQ', '01005'),
  ...combined('LQP03', 'TN TG TQ HQ PN', '0201'),
  ...combined('LQP15', 'MN TN TQ', '0402'),
  LQP18MN: '0603',
  ...combined('LQW03', 'AW', '0201'),
  ...combined('LQG15', 'HN HS HH HZ WH WZ', '0402'),
  ...combined('LQG18', 'HN HH', '0603'),
  LQW04AN: '',
  LQW04CA: '',
  ...combined('LQW15', 'AN CN CA DN', '0402'),
  ...combined('LQW18', 'AN AS CN CA', '0603'),
  ...combined('LQW21', 'HN', '0805'),
  ...combined('LQW2B', 'HN AS AN', '0805'),
  ...combined('LQW2U', 'AS', '1008'),
  ...combined('LQW31', 'HN', '1206'),
});

const POWER_FAMILY = families({
  ...combined('LQB15', 'NN', '0402'),
  ...combined('LQB18', 'NN', '0603'),
  ...combined('LQM18', 'FN PN DN NN PH PW DH DZ PZ', '0603'),
  ...combined('LQM21', 'FN PN DN NN PH PW DH DZ PZ', '0805'),
  ...combined('LQM2M', 'PN PZ', '0806'),
  ...combined('LQM2H', 'PN PZ', '1008'),
  ...combined('LQM31', 'FN PN', '1206'),
  ...combined('LQM32', 'PN', '1210'),
  ...combined('LQH2M', 'CN PN PZ', '0806'),
  ...combined('LQH2H', 'PN PZ', '1008'),
  ...combined('LQH31', 'MN CN HN', '1206'),
  ...combined('LQH32', 'MN CN PN DN PB PH CH DZ PZ', '1210'),
  ...combined('LQH3N', 'PN PZ PB PH', '3 x 3 mm'),
  ...combined('LQH43', 'MN CN PN PZ NN PB PH', '1812'),
  ...combined('LQH44', 'PN PZ PB PH', '4 x 4 mm'),
  ...combined('LQH5B', 'PN PZ PB PH', '5 x 5 mm'),
  ...combined('LQH55', 'DN DZ PN', '5.7 x 5 mm'),
  ...combined('LQH66', 'SN', '6.3 x 6.3 mm'),
  ...combined('LQH88', 'PN PZ', '8 x 8 mm'),
});

/** Metal alloy types, whose number writes length, width and height in tenths of a millimetre. */
const DFE_FAMILY = families({
  ...combined('DFE1608', '08E 08S 10E', '0603'),
  ...combined('DFE2010', '10P', '0804'),
  ...combined('DFE2012', '10U 10D 10E 10F 12E', '0805'),
  ...combined('DFE2016', '08C 08R 10C 10E 10P 10R 12C 12E 12P 12R 10T', '0806'),
  ...combined('DFE2520', '08C 10C 10F 10P 10R 12C 12F 12P 12R 12T', '1008'),
  ...combined('DFE3225', '10C 12C 12F 20C 20F', '1210'),
});

/** The types that were Toko's. */
const TOKO_FAMILY = families({
  '1239AS': '1008',
  ...combined('12', '69AS 76AS 77AS 85AS 86AS', ''),
  ...combined('FDSD0', '412 415 420 518 618 620 630', ''),
  ...combined('FDV0', '530 620 630 840', ''),
});

const TOKO_END: Segment = { optional: [bareCodes('end', '=P1 =P2 =P3')] };

export const murataInductors: SeriesTable = {
  id: 'murata-inductors',
  manufacturer: 'Murata',
  category: 'inductor',
  series: 'LQ, DFE',
  description: 'Chip inductor',
  reference: {
    title: 'Inductors (coils), part numbering',
    url: 'https://www.murata.com/en-global/products/inductor/overview/partnumbering',
  },
  hasOpenPacking: true,
  forms: () => [
    [
      RF_FAMILY,
      INDUCTANCE,
      inductorTolerances('WBCSDFGHJK'),
      bareCodes('variant', '00 01 02 03 0Z 10 13 1Z 2Z 80 8Z'),
      OPEN,
    ],
    [
      POWER_FAMILY,
      INDUCTANCE,
      inductorTolerances('JKMN'),
      bareCodes(
        'variant',
        '00 03 0Z 10 1Z 21 23 33 38 3Z 52 53 70 72 80 8Z B0 C0 D0 DC DR E0 EH F0 FH FR G0 GC GH GR GS H0 J0 JC JH JR K0 ' +
          'KH M0 MC MH MR N0 NC NH NR P0 PR S0 T0 02',
      ),
      OPEN,
    ],
    [
      {
        name: 'family',
        codes: {
          DFE18SAN: { series: 'DFE18SAN', package: '0603 (1608 metric)' },
          DFE18SBN: { series: 'DFE18SBN', package: '0603 (1608 metric)' },
          DFE21CCN: { series: 'DFE21CCN', package: '0805 (2012 metric)' },
          DFE2MCAH: { series: 'DFE2MCAH', package: '0806 (2016 metric)' },
          DFE2HCAH: { series: 'DFE2HCAH', package: '1008 (2520 metric)' },
        },
      },
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('variant', 'G0 E0 EL J0 JL'),
      OPEN,
    ],
    [DFE_FAMILY, DASH, INDUCTANCE, inductorTolerances('MN'), TOKO_END],
    [
      { name: 'family', codes: { '13R': { series: '1300R', package: 'radial' }, '82': { series: '8200' } } },
      NANOHENRIES,
      { literal: 'C' },
    ],
    [TOKO_FAMILY, DASH, { literal: 'H' }, DASH, INDUCTANCE, inductorTolerances('MN'), TOKO_END],
  ],
};

const CHOKE_FAMILY = families({
  DLP0NSN: '',
  DLP11SN: '0504',
  DLP11SA: '0504',
  DLP11RB: '0504',
  DLP31SN: '1206',
  DLP31DN: '1206',
  DLM11SN: '0504',
  ...combined('DLW21', 'SN HN SZ SR PH', '0805'),
  ...combined('DLW31', 'SN SH', '1206'),
  ...combined('DLW43', 'SH MH', '1812'),
  ...combined('DLW44', 'SN SM SH', '4 x 4 mm'),
  ...combined('DLW5A', 'TN TH SN SH TZ', '5 x 5 mm'),
  ...combined('DLW5B', 'TM TN TH SM SN SH TZ SZ', '5 x 5 mm'),
});

export const murataChokes: SeriesTable = {
  id: 'murata-dl',
  manufacturer: 'Murata',
  category: 'common_mode_choke',
  series: 'DLW, DLP, DLM',
  description: 'Chip common-mode choke',
  reference: {
    title: 'Common mode choke coils, part numbering',
    url: 'https://www.murata.com/en-global/products/emc/emifil/guide/naming-cmc',
  },
  hasOpenPacking: true,
  forms: () => [
    [CHOKE_FAMILY, CHOKE_IMPEDANCE, bareCodes('performance', 'S H M X T'), bareCodes('kind', 'Q K L Y'), {
      literal: '2',
    }, OPEN],
  ],
};

const VOLTAGE = codes('voltage', 'voltage_rating', {
  '0G': 4,
  '0J': 6.3,
  '1A': 10,
  '1C': 16,
  '1E': 25,
  '1H': 50,
  '2A': 100,
});

const BNX = (size: string) => ({ package: size, description: 'Block EMI filter for power lines' });

export const murataFilters: SeriesTable = {
  id: 'murata-nf-bnx',
  manufacturer: 'Murata',
  category: 'emi_filter',
  series: 'NFM, NFE, BNX',
  description: 'Three-terminal EMI filter',
  reference: {
    title: 'EMI suppression filters, part numbering',
    url: 'https://www.murata.com/en-global/products/emc/emifil/guide/naming-filter',
  },
  hasOpenPacking: true,
  forms: () => [
    [
      families({
        NFM15PC: '0402',
        NFM15CC: '0402',
        NFM18PC: '0603',
        NFM18PS: '0603',
        NFM18CC: '0603',
        NFM21PC: '0805',
        NFM21PS: '0805',
        NFM21CC: '0805',
        NFM31PC: '1206',
        NFM31KC: '1206',
        NFM3DPC: '',
        NFM3DCC: '',
        NFM41PC: '1806',
        NFM41CC: '1806',
      }),
      { name: 'value', field: 'capacitance', codec: zerosCapacitance },
      bareCodes('characteristic', 'B C D F R U W G'),
      VOLTAGE,
      bareCodes('size', '3 4'),
      OPEN,
    ],
    [
      families({ NFE31PT: '1206', NFE61PT: '', NFE61HT: '' }),
      { name: 'value', field: 'capacitance', codec: zerosCapacitance },
      bareCodes('characteristic', 'B C D F R U W Z'),
      VOLTAGE,
      { literal: '9' },
      OPEN,
    ],
    ...listed({
      'BNX002-01': BNX('through hole'),
      'BNX003-01': BNX('through hole'),
      'BNX005-01': BNX('through hole'),
      'BNX012-01': BNX('through hole'),
      'BNX016-01': BNX('through hole'),
      'BNX022-01': BNX('12.1 x 9.1 mm'),
      'BNX022-01L': BNX('12.1 x 9.1 mm'),
      'BNX022-01B': BNX('12.1 x 9.1 mm'),
      'BNX023-01': BNX('12.1 x 9.1 mm'),
      'BNX023-01L': BNX('12.1 x 9.1 mm'),
      'BNX024H01L': BNX('12.1 x 9.1 mm'),
      'BNX025H01L': BNX('12.1 x 9.1 mm'),
      'BNX026H01L': BNX('12.1 x 9.1 mm'),
      'BNX027H01L': BNX('12.1 x 9.1 mm'),
      'BNX028-01L': BNX('12.1 x 9.1 mm'),
      'BNX029-01L': BNX('12.1 x 9.1 mm'),
    }),
  ],
};
