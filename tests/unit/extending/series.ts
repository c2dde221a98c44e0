import { zerosResistance } from '../../../shared/parts/decoders/codecs.ts';
import { chipSizes, codes, powerBySize, tolerances } from '../../../shared/parts/decoders/segments.ts';
import type { SeriesTable } from '../../../shared/parts/decoders/table.ts';

export const acmeXr: SeriesTable = {
  id: 'acme-xr',
  manufacturer: 'Acme',
  category: 'chip_resistor',
  series: 'XR',
  description: 'Thick film chip resistor',
  reference: { title: 'XR series, part numbering', url: 'https://acme.example/xr.pdf' },
  forms: () => [[
    { literal: 'XR' },
    chipSizes('0402 0603'),
    tolerances('FJ'),
    { separator: '-' },
    { name: 'value', field: 'resistance', codec: zerosResistance(2) },
    { optional: [codes('packing', 'packaging', { T: 'tape and reel' })] },
  ]],
  ratings: powerBySize({ '0402': 0.063, '0603': 0.1 }),
};
