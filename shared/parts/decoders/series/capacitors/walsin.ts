/** Walsin and the two that number as it does: Multicomp, whose chips it makes, and Fenghua. */
import { chipSizes, codes } from '../../segments.ts';
import type { CodeSegment, Forms, SeriesTable } from '../../table.ts';
import { dielectrics, joined, smallAndLarge, zerosVoltages } from './ceramic.ts';

const CHIP = 'Multilayer ceramic chip capacitor';

const SIZE = chipSizes('01005 0201 0402 0603 0805 1206 1210 1808 1812 1825 2220 2225');

const CODED_SIZE = chipSizes('', {
  '03': '0201',
  '15': '0402',
  '18': '0603',
  '21': '0805',
  '31': '1206',
  '32': '1210',
  '42': '1808',
  '43': '1812',
});

const VOLTAGE = zerosVoltages(
  '4R0 6R3 100 160 250 350 500 630 101 201 251 401 451 501 601 631 102 152 202 252 302 402',
);

const PACKAGING = codes('packaging', 'packaging', {
  T: '7 inch reel',
  R: '7 inch reel, 2 mm pitch',
  G: '13 inch reel',
});

const CLASSES = dielectrics('', { N: 'C0G', B: 'X7R', X: 'X5R', S: 'X6S', F: 'Y5V' });

function forms(start: CodeSegment, dielectric: CodeSegment): Forms {
  return smallAndLarge([joined(start, dielectric)], 'ABCD', 'FGJKMZ', [VOLTAGE, { literal: 'C' }, PACKAGING]);
}

const REFERENCE = {
  title: 'Multilayer ceramic capacitors, general purpose series, how to order',
  url: 'https://www.passivecomponent.com/indexsea/ASC_General_Purpose.pdf',
};

export const walsinChip: SeriesTable = {
  id: 'walsin-chip',
  manufacturer: 'Walsin Technology',
  category: 'ceramic_capacitor',
  series: 'MLCC',
  description: CHIP,
  reference: REFERENCE,
  forms: () => [
    ...forms(SIZE, CLASSES),
    ...forms(
      joined({
        name: 'series',
        codes: {
          MT: { series: 'MT', qualification: 'AEC-Q200' },
          MG: { series: 'MG' },
          SH: { series: 'SH', feature: 'soft termination' },
        },
      }, CODED_SIZE),
      CLASSES,
    ),
    ...forms(
      joined({
        name: 'series',
        codes: { RF: { series: 'RF', feature: 'high Q' }, HH: { series: 'HH', feature: 'high Q' } },
      }, CODED_SIZE),
      dielectrics('', { N: 'C0G' }),
    ),
  ],
};

export const multicompChip: SeriesTable = {
  id: 'multicomp-chip',
  manufacturer: 'Multicomp Pro',
  category: 'ceramic_capacitor',
  series: 'MC',
  description: CHIP,
  reference: {
    title: 'Multilayer ceramic capacitor, general purpose, part number explanation',
    url: 'https://www.farnell.com/datasheets/1885295.pdf',
  },
  forms: () => [
    ...forms(joined('MC', SIZE), CLASSES),
    ...forms(
      joined({
        name: 'series',
        codes: {
          MCMT: { series: 'MCMT', qualification: 'AEC-Q200' },
          MCSH: { series: 'MCSH', feature: 'soft termination' },
        },
      }, CODED_SIZE),
      CLASSES,
    ),
    ...forms(
      joined({
        name: 'series',
        codes: { MCHH: { series: 'MCHH', feature: 'high Q' }, MCRF: { series: 'MCRF', feature: 'high Q' } },
      }, CODED_SIZE),
      dielectrics('', { N: 'C0G' }),
    ),
  ],
};

export const fenghuaChip: SeriesTable = {
  id: 'fenghua-chip',
  manufacturer: 'Fenghua',
  category: 'ceramic_capacitor',
  series: 'MLCC',
  description: CHIP,
  reference: {
    title: 'Chip multilayer ceramic capacitors, general, how to order',
    url: 'https://www.fenghua-advanced.com/',
  },
  forms: () =>
    smallAndLarge(
      [joined(SIZE, dielectrics('', { CG: 'C0G', B: 'X7R', X: 'X5R', F: 'Y5V' }))],
      'BCD',
      'FGJKMZ',
      [VOLTAGE, { literal: 'N' }, codes('packaging', 'packaging', { T: 'tape and reel' })],
    ),
};
