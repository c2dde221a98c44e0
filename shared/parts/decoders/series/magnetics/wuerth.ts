import { codec, mantissa, scaled } from '../../codecs.ts';
import { codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { listed } from '../pieces.ts';
import { body, INDUCTANCE, WUERTH_INDUCTANCE, WUERTH_OLD_INDUCTANCE } from './common.ts';

const COMMON = { manufacturer: 'Würth Elektronik' } as const;

/** Types by the first digits of the order code. */
const types = (series: string, sizes: Readonly<Record<string, string>>) => ({
  name: 'family',
  codes: Object.fromEntries(
    Object.entries(sizes).map(([code, size]) => [code, { series, ...(size ? { package: body(size) } : {}) }]),
  ),
});

/** Three digits in hundredths of a microhenry. */
const HUNDREDTHS = codes(
  'value',
  'inductance',
  Object.fromEntries(
    '015 020 024 025 033 036 047 060 068 076 082 100 110 115 120 150 160 200 220 240 320 330 470 490 500 650 680 760 820 860'
      .split(' ').map((code) => [code, scaled(code, -8)]),
  ),
);

/** As in the older notation, with the power lowered by three: `147` is 0.47 µH, `222` 2.2 µH. */
const MULTILAYER = codec(
  [3],
  /^[0-3][1-9]\d$/,
  (code) =>
    ['10', '15', '22', '33', '47', '68'].includes(code.slice(1))
      ? scaled(code.slice(1), Number(code[0]) - 9)
      : null,
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`${exponent + 9}${digits}`];
  },
);

export const wuerthInductors: SeriesTable = {
  ...COMMON,
  id: 'wuerth-inductors',
  category: 'inductor',
  series: 'WE',
  description: 'Inductor for surface mounting',
  reference: {
    title: 'Single coil power inductors',
    url: 'https://www.we-online.com/en/components/products/pbs/power_magnetics/single_coil_power_inductors',
  },
  forms: () => [
    [
      types('WE-LQS', {
        '74404020': '2 x 2 mm',
        '74404024': '',
        '74404032': '3 x 3 mm',
        '74404041': '4 x 4 mm',
        '74404042': '4 x 4 mm',
        '74404043': '4 x 4 mm',
        '74404052': '5 x 5 mm',
        '74404054': '5 x 5 mm',
        '74404062': '6 x 6 mm',
        '74404063': '6 x 6 mm',
        '74404064': '6 x 6 mm',
        '74404084': '8 x 8 mm',
        '74404086': '8 x 8 mm',
      }),
      WUERTH_INDUCTANCE,
    ],
    [
      types('WE-MAPI', {
        '74438313': '',
        '74438323': '',
        '74438324': '1008',
        '74438333': '3 x 3 mm',
        '74438334': '3 x 3 mm',
        '74438335': '3 x 3 mm',
        '74438336': '3 x 3 mm',
        '74438343': '',
        '74438356': '4 x 4 mm',
        '74438357': '4 x 4 mm',
      }),
      WUERTH_INDUCTANCE,
    ],
    [
      types('WE-LHMI', {
        '74437321': '',
        '74437324': '4.5 x 4.1 mm',
        '74437334': '',
        '74437336': '',
        '74437346': '7.3 x 6.6 mm',
        '74437349': '7.3 x 6.6 mm',
        '74437356': '',
        '74437358': '9.5 x 8.7 mm',
        '74437368': '',
        '74437377': '',
        '744373965': '13.5 x 12.5 mm',
      }),
      WUERTH_INDUCTANCE,
    ],
    [
      types('WE-XHMI', { '74439344': '', '74439346': '', '74439358': '', '74439369': '', '74439370': '' }),
      WUERTH_INDUCTANCE,
    ],
    [
      types('WE-PD', { '744770': '12 x 12 mm', '744771': '12 x 12 mm' }),
      WUERTH_OLD_INDUCTANCE,
    ],
    [
      types('WE-PD2', {
        '744773': '',
        '744774': '5.8 x 5.2 mm',
        '744775': '7.8 x 7 mm',
        '744776': '10 x 9 mm',
      }),
      WUERTH_OLD_INDUCTANCE,
    ],
    [
      types('WE-PMI', { '74479774': '0805' }),
      { name: 'value', field: 'inductance', codec: MULTILAYER },
    ],
    [
      types('WE-HCI', { '744308': '', '744309': '14 x 13 mm', '744310': '', '744311': '', '744314': '' }),
      HUNDREDTHS,
    ],
    [
      types('WE-TPC', {
        '744025': '2.8 x 2.8 mm',
        '744028': '2.8 x 2.8 mm',
        '744029': '2.8 x 2.8 mm',
        '744031': '3.8 x 3.8 mm',
        '744042': '4.8 x 4.8 mm',
        '744043': '4.8 x 4.8 mm',
        '744052': '5.8 x 5.8 mm',
        '744053': '5.8 x 5.8 mm',
        '744062': '6.8 x 6.8 mm',
        '744065': '10 x 10 mm',
      }),
      INDUCTANCE,
    ],
    [
      types('WE-PD', {
        '7447709': '12 x 12 mm',
        '7447713': '10 x 10 mm',
        '7447714': '10 x 10 mm',
        '7447715': '12 x 12 mm',
      }),
      INDUCTANCE,
    ],
    ...listed({
      '74477010': { series: 'WE-PD', inductance: 10e-6, package: '12 x 12 mm' },
      '74477020': { series: 'WE-PD', inductance: 100e-6, package: '12 x 12 mm' },
      '74477030': { series: 'WE-PD', inductance: 1e-3, package: '12 x 12 mm' },
      '7443632200': { inductance: 22e-6, package: '21.8 x 21.5 mm' },
      '7443550820': { inductance: 8.2e-6, package: '13 x 12.8 mm' },
    }),
  ],
};

export const wuerthFerrites: SeriesTable = {
  ...COMMON,
  id: 'wuerth-we-cbf',
  category: 'ferrite_bead',
  series: 'WE-CBF',
  description: 'Chip ferrite bead',
  reference: {
    title: 'WE-CBF SMT EMI suppression ferrite bead',
    url: 'https://www.we-online.com/en/components/products/WE-CBF',
  },
  forms: () => [
    ...listed({ '742792040': { package: body('0805'), impedance: 600 } }),
    [
      types('WE-CBF', {
        ...Object.fromEntries(
          '742792022 742792031 742792034 742792042 742792093'.split(' ').map((code) => [code, '0805']),
        ),
        ...Object.fromEntries(
          '74279260 74279261 74279262 74279263 74279264 74279265 74279266 74279267 742792641 742792642 742792651'
            .split(' ').map((code) => [code, '0603']),
        ),
        ...Object.fromEntries(
          '74279270 74279271 74279272 74279273 74279274 74279276 74279277 74279278 74279279'.split(' ').map((
            code,
          ) => [code, '0402']),
        ),
      }),
    ],
  ],
};

export const wuerthChokes: SeriesTable = {
  ...COMMON,
  id: 'wuerth-we-cnsw',
  category: 'common_mode_choke',
  series: 'WE-CNSW',
  description: 'Chip common-mode choke',
  reference: {
    title: 'WE-CNSW SMT common mode line filter',
    url: 'https://www.we-online.com/en/components/products/WE-CNSW',
  },
  forms: () => [
    ...listed({
      '744231091': { package: body('0805'), impedance: 90 },
      '744231121': { package: body('0805') },
      '744231261': { package: body('0805'), impedance: 260 },
      '744231371': { package: body('0805') },
      '784231261': { package: body('0805'), impedance: 260, series: 'WE-CNSA', qualification: 'AEC-Q200' },
      '744232090': { package: body('1206'), impedance: 90 },
      '744232161': { package: body('1206') },
      '744232222': { package: body('1206') },
      '744232601': { package: body('1206') },
      '744232102': { package: body('1206') },
    }),
  ],
};

const lan = (description: string) => ({ description });

export const wuerthTransformers: SeriesTable = {
  ...COMMON,
  id: 'wuerth-transformers',
  category: 'transformer',
  series: 'WE-LAN, WE-PPTI',
  description: 'Transformer',
  reference: { title: 'WE-LAN transformers', url: 'https://www.we-online.com/en/components/products/WE-LAN' },
  forms: () => [
    [
      {
        name: 'number',
        codes: {
          ...Object.fromEntries(
            '749010011A 749010012A 749010013A 749010014A 7490100110 7490100111A 7490100112A 7490100143'.split(
              ' ',
            ).map((
              code,
            ) => [code, lan('Ethernet transformer module, 10/100')]),
          ),
          ...Object.fromEntries(
            '749020010A 749020011A 749020023A 7490220122'.split(' ').map((code) => [
              code,
              lan('Ethernet transformer module, gigabit'),
            ]),
          ),
          ...Object.fromEntries(
            '760390011 760390012 760390013 760390014 760390015 750313638 750315371 750315240'.split(' ').map((
              code,
            ) => [
              code,
              lan('Push-pull transformer'),
            ]),
          ),
        },
      },
    ],
  ],
};
