import type { SeriesTable } from '../../table.ts';
import { alike, listed } from './pattern.ts';

const AT_CABLE = 'cable plug';
const LYING = { orientation: 'right angle' } as const;

/** Plug and socket of one connector: `XT60PW-M` has the pins, `XT60PW-F` the sockets. */
const both = (stems: string) => stems.split(' ').flatMap((stem) => [`${stem}-M`, `${stem}-F`]).join(' ');

export const amass: SeriesTable = {
  id: 'amass-connectors',
  manufacturer: 'AMASS',
  category: 'power_connector',
  series: 'XT, MR',
  description: 'High-current connector',
  reference: { title: 'XT and MR series connectors, product list', url: 'https://www.china-amass.net/' },
  hasOwnDashes: true,
  forms: () => [
    listed({
      ...alike(both('XT30 XT30U XT60 XT60H XT90 XT90H XT90S'), { pins: 2, package: AT_CABLE }),
      ...alike(both('MR30 MR60'), { pins: 3, package: AT_CABLE }),
      ...alike(both('XT60E XT90E'), { pins: 2, package: 'panel mount' }),
      ...alike(both('XT30PW XT60PW XT90PW'), {
        pins: 2,
        package: '1 row x 2 positions, right angle, through-hole',
        ...LYING,
      }),
      ...alike(both('XT30UPW'), {
        pins: 2,
        package: '1 row x 2 positions, right angle, through-hole',
        ...LYING,
      }),
      ...alike(both('XT30PB XT30UPB XT60PB XT90PB XT60PT'), {
        pins: 2,
        package: '1 row x 2 positions, vertical, through-hole',
        orientation: 'vertical',
      }),
      ...alike('MR30PW-M MR30PW-FB MR60PW-M', {
        pins: 3,
        package: '1 row x 3 positions, right angle, through-hole',
        ...LYING,
      }),
      ...alike('MR30PB-M MR30PB-FB', {
        pins: 3,
        package: '1 row x 3 positions, vertical, through-hole',
        orientation: 'vertical',
      }),
    }),
  ],
};
