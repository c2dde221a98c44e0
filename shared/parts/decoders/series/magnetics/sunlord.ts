import { bareCodes, codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { DASH } from '../pieces.ts';
import { combined, families, IMPEDANCE, INDUCTANCE, inductorTolerances, metricSizes } from './common.ts';

const COMMON = { manufacturer: 'Sunlord' } as const;
const SIZES = '0402 0603 1005 1608 2012 3216 3225 4516 4532';

/** `3R0` is 3 A. */
const AMPERES = codes(
  'current',
  'current_rating',
  Object.fromEntries(
    'R80 R90 1R0 1R2 1R3 1R5 1R7 1R8 2R0 2R2 2R3 2R5 2R8 3R0 3R5 4R0 4R5 5R0 6R0 8R0'.split(' ').map((
      code,
    ) => [
      code,
      Number(code.replace('R', '.')),
    ]),
  ),
);

export const sunlordFerrites: SeriesTable = {
  ...COMMON,
  id: 'sunlord-ferrites',
  category: 'ferrite_bead',
  series: 'GZ, PZ, UPZ, SZ, HZ, HPZ',
  description: 'Chip ferrite bead',
  reference: {
    title: 'Multilayer chip ferrite bead GZ series, product identification',
    url: 'https://www.sunlordinc.com/UploadFiles/PDF_Cat/20120525174028716.pdf',
  },
  forms: () => [
    [
      codes('series', 'series', { GZ: 'GZ', SZ: 'SZ', HZ: 'HZ', PZ: 'PZ' }),
      metricSizes(SIZES),
      bareCodes('material', 'A B D E H K U'),
      IMPEDANCE,
      bareCodes('end', 'TF T'),
    ],
    [
      codes('series', 'series', { PZ: 'PZ', UPZ: 'UPZ', HPZ: 'HPZ' }),
      metricSizes(SIZES),
      bareCodes('material', 'A B D E H K U'),
      IMPEDANCE,
      DASH,
      AMPERES,
      bareCodes('end', 'TF T'),
    ],
  ],
};

export const sunlordInductors: SeriesTable = {
  ...COMMON,
  id: 'sunlord-inductors',
  category: 'inductor',
  series: 'SDCL, SDFL, SWPA, MWSA, WPN',
  description: 'Inductor for surface mounting',
  reference: {
    title: 'Wire wound SMD power inductor SWPA series, product identification',
    url: 'https://www.sunlordinc.com/UploadFiles/PDF_Cat/20120823152441520.pdf',
  },
  forms: () => [
    [
      codes('series', 'series', { SDCL: 'SDCL', HQ: 'HQ' }),
      metricSizes('0402 0603 1005 1608 2012'),
      bareCodes('kind', 'C CQ Q CT'),
      INDUCTANCE,
      inductorTolerances('BCSDHJK'),
      bareCodes('end', 'TDF TF T01'),
    ],
    [
      codes('series', 'series', { SDFL: 'SDFL' }),
      metricSizes('1005 1608 2012 3216'),
      bareCodes('material', 'D K L N P Q R S T W'),
      INDUCTANCE,
      inductorTolerances('KM'),
      bareCodes('end', 'TF TDF'),
    ],
    [
      codes('series', 'series', { SDWL: 'SDWL' }),
      metricSizes('1005 1608 2012 2520 3225'),
      bareCodes('kind', 'C CP FC FP E CR'),
      INDUCTANCE,
      inductorTolerances('BCSDGHJKM'),
      bareCodes('end', 'STF TF'),
    ],
    [
      families({
        ...combined('SWPA', '252010S 252012S', '1008'),
        ...combined('SWPA', '3010S 3012S 3015S', '3 x 3 mm'),
        ...combined('SWPA', '4010S 4012S 4018S 4020S 4026S 4030S', '4 x 4 mm'),
        ...combined('SWPA', '5012S 5020S 5040S 5045S', '5 x 5 mm'),
        ...combined('SWPA', '6020S 6028S 6040S 6045S', '6 x 6 mm'),
        ...combined('SWPA', '8040S 8065S', '8 x 8 mm'),
      }),
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'T TF'),
    ],
    [
      families({
        ...combined('MWSA', '0402S 0402', '4.4 x 4.2 mm'),
        ...combined('MWSA', '0503S 0503', '5.4 x 5.2 mm'),
        ...combined('MWSA', '0603S 0603 0605S 0602S', '7 x 6.6 mm'),
        ...combined('MWSA', '1004S 1005S 1003S', '11.5 x 10 mm'),
        ...combined('MWSA', '1205S 1206S', '13.5 x 12.6 mm'),
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'T TF'),
    ],
    [
      families({
        ...combined('WPN', '201610H 201612H 201610U', '0806'),
        ...combined('WPN', '252010H 252012H 252010U', '1008'),
        ...combined('WPN', '3012H 3010H', '3 x 3 mm'),
        ...combined('WPN', '4012H 4018H 4020H', '4 x 4 mm'),
        ...combined('WPZ', '201610H 201610L', '0806'),
        ...combined('WPZ', '252012H', '1008'),
        ...combined('MPH', '201610S 201610L', '0806'),
        ...combined('MPH', '252010S 252012S', '1008'),
        ...combined('SPH', '201610H', '0806'),
        ...combined('SPH', '252010H 252012H', '1008'),
      }),
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('end', 'T TF'),
    ],
  ],
};

export const sunlordChokes: SeriesTable = {
  ...COMMON,
  id: 'sunlord-chokes',
  category: 'common_mode_choke',
  series: 'SDCW, AMCW',
  description: 'Chip common-mode choke',
  reference: {
    title: 'Wire wound common mode choke SDCW series, product identification',
    url: 'https://www.sunlordinc.com/UploadFiles/PDF_Cat/20120823153207171.pdf',
  },
  forms: () => [
    [
      codes('series', 'series', { SDCW: 'SDCW', AMCW: 'AMCW' }),
      metricSizes('2012 3216 4532'),
      bareCodes('kind', ' S H'),
      DASH,
      { literal: '2' },
      DASH,
      IMPEDANCE,
      bareCodes('end', 'T TF'),
    ],
  ],
};
