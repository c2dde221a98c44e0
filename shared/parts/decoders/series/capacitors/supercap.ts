import { bareCodes, codes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { seriesCodes } from './aluminium.ts';
import { microfarads } from './electrolytic.ts';

const COMMON = { category: 'supercapacitor', description: 'Electric double-layer capacitor' } as const;

const POINT_VOLTAGE = codes('voltage', 'voltage_rating', {
  '2R5': 2.5,
  '2R7': 2.7,
  '3R0': 3,
  '3R6': 3.6,
  '5R0': 5,
  '5R4': 5.4,
  '5R5': 5.5,
  '6R0': 6,
});

export const eaton: SeriesTable = {
  ...COMMON,
  id: 'eaton-supercapacitor',
  manufacturer: 'Eaton',
  series: 'HV',
  reference: {
    title: 'HV supercapacitors, cylindrical cells, part numbering system',
    url:
      'https://www.eaton.com/content/dam/eaton/products/electronic-components/resources/data-sheet/eaton-hv-supercapacitors-cylindrical-cells-data-sheet.pdf',
  },
  forms: () => [
    [
      seriesCodes('HV HB HS XB XV TV', '', { package: 'Radial' }),
      bareCodes('size', '0810 0820 0830 1020 1025 1030 1225 1325 1620 1625 1825 1860 3550 3560'),
      { separator: '-' },
      POINT_VOLTAGE,
      microfarads,
      { separator: '-' },
      { literal: 'R' },
    ],
    [
      seriesCodes('PM PB PHB PHV KR KW', '', { package: 'Radial' }),
      { separator: '-' },
      POINT_VOLTAGE,
      bareCodes('configuration', 'H V C'),
      microfarads,
      { separator: '-' },
      { literal: 'R' },
    ],
  ],
};

export const panasonicGoldCap: SeriesTable = {
  ...COMMON,
  id: 'panasonic-eec',
  manufacturer: 'Panasonic',
  series: 'Gold Cap',
  reference: {
    title: 'Electric double layer capacitors (Gold Capacitor), explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/gold-capacitors',
  },
  forms: () => [
    [
      { literal: 'EEC' },
      seriesCodes('F S', 'EEC-'),
      POINT_VOLTAGE,
      bareCodes('type', 'H U V'),
      microfarads,
      { optional: [{ literal: 'N' }] },
    ],
    [
      { literal: 'EEC' },
      seriesCodes('S RF RG', 'EEC-'),
      codes('voltage', 'voltage_rating', { '0H': 5.5, '0V': 3.6 }),
      { optional: [{ literal: 'D' }] },
      microfarads,
      bareCodes('type', 'H V N'),
    ],
  ],
};

const KEMET_SERIES: CodeSegment = {
  name: 'series',
  codes: {
    ...seriesCodes('FC FCS', '', { package: 'SMD can' }).codes,
    ...seriesCodes('FA FE FG FGH FGR FM FMD FME FMR FR FS FT FY FYD FYH FYL', '', { package: 'Radial' })
      .codes,
  },
};

export const kemetSupercap: SeriesTable = {
  ...COMMON,
  id: 'kemet-supercapacitor',
  manufacturer: 'KEMET',
  series: 'F',
  reference: {
    title: 'Supercapacitors, FC series',
    url: 'https://content.kemet.com/datasheets/KEM_S6011_FC.pdf',
  },
  forms: () => [[
    KEMET_SERIES,
    codes('voltage', 'voltage_rating', { '0H': 5.5, '0V': 3.5 }),
    microfarads,
    codes('tolerance', 'tolerance', { Z: '-20/+80 %' }),
    { literal: 'F' },
    {
      optional: [codes('packaging', 'packaging', {
        TBR24: 'tape and reel',
        TBR44: 'tape and reel',
        TP: 'ammo pack',
      })],
    },
  ] as Segment[]],
};

const AVX_TOLERANCE = codes('tolerance', 'tolerance', { M: 20, P: '0/+100 %', S: '-10/+30 %' });

export const avxSupercap: SeriesTable = {
  ...COMMON,
  id: 'avx-supercapacitor',
  manufacturer: 'KYOCERA AVX',
  series: 'SCC',
  reference: {
    title: 'SCC series, cylindrical supercapacitors',
    url: 'https://datasheets.kyocera-avx.com/AVX-SCC.pdf',
  },
  forms: () => [
    [
      seriesCodes('SCC', '', { package: 'Radial' }),
      bareCodes('size', 'Q12 Q20 Q30 R12 R20 R25 R30 S20 S25 S30 T20 T32 U25 U30 V40 V60 X60'),
      codes('voltage', 'voltage_rating', { B: 2.7, E: 3 }),
      microfarads,
      AVX_TOLERANCE,
      bareCodes('leads', 'RB SB LB'),
    ],
    [
      seriesCodes('SCM', '', { package: 'Radial' }),
      bareCodes('size', 'R14 R18 R22 S22 S25 T22 T32'),
      codes('voltage', 'voltage_rating', { C: 5 }),
      microfarads,
      AVX_TOLERANCE,
      { literal: 'RBA0' },
    ],
  ],
};

export const cdeSupercap: SeriesTable = {
  ...COMMON,
  id: 'cde-supercapacitor',
  manufacturer: 'Cornell Dubilier',
  series: 'DGH',
  reference: {
    title: 'DGH series, supercapacitors',
    url: 'https://www.cde.com/resources/catalogs/DGH.pdf',
  },
  forms: () => [[
    seriesCodes('DGH DSF', '', { package: 'Radial' }),
    microfarads,
    bareCodes('tolerance', 'Q'),
    POINT_VOLTAGE,
  ]],
};
