import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Connector, family, listed } from './pattern.ts';

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;
const TOP_SMD = { orientation: 'vertical', mounting: 'surface mount' } as const;

const PINS = { category: 'pin_header', description: 'Pin header', from: 1, to: 50 } as const;
const BOX = {
  category: 'pin_header',
  description: 'Pin header, shrouded',
  from: 3,
  to: 40,
  rows: 2,
} as const;
const SOCKET = { category: 'socket', description: 'Socket header', from: 1, to: 50 } as const;

/** One row and two of them, as `S` and `D` or as `1` and `2` say. */
const rows = (one: string, two: string, form: (row: string, said: Connector) => Forms[number]): Forms => [
  form(one, { rows: 1 }),
  form(two, { rows: 2 }),
];

export const sullins: SeriesTable = {
  id: 'sullins-connectors',
  manufacturer: 'Sullins Connector Solutions',
  category: 'connector',
  series: 'Headers',
  description: 'Connector',
  reference: { title: 'Male and female headers', url: 'https://www.sullinscorp.com/catalogs/' },
  forms: () => [
    ...rows(
      'S',
      'D',
      (row, said) =>
        family(`[PRPC|PREC|PTC|PBC|PEC]0##${row}[AAN|FAN|FBN|ABN|ACN|FCN]-RC`, {
          ...PINS,
          ...TOP,
          ...said,
          pitch: 2.54,
        }),
    ),
    ...rows(
      'S',
      'D',
      (row, said) =>
        family(`[PRPC|PREC]0##${row}[BAN|BBN|BCN]-M71RC`, { ...PINS, ...SIDE, ...said, pitch: 2.54 }),
    ),
    ...rows(
      'S',
      'D',
      (row, said) =>
        family(`[PEC|PBC|PTC|PZC]##${row}[AAN|FAN|FBN|ABN|ACN|FCN]`, {
          ...PINS,
          ...TOP,
          ...said,
          pitch: 2.54,
        }),
    ),
    ...rows(
      '1',
      '2',
      (row, said) => family(`[PPTC|PPPC]##${row}LF[BN]-RC`, { ...SOCKET, ...TOP, ...said, pitch: 2.54 }),
    ),
    ...rows(
      '1',
      '2',
      (row, said) =>
        family(`[PPTC|PPPC]##${row}[LGBN|LJBN]-RC`, { ...SOCKET, ...SIDE, ...said, pitch: 2.54 }),
    ),
    ...rows(
      '1',
      '2',
      (row, said) => family(`[NPPN|NPTC|NPPC]##${row}BFCN-RC`, { ...SOCKET, ...TOP, ...said, pitch: 2 }),
    ),
    ...rows('1', '2', (row, said) => family(`NRPN##${row}PAEN-RC`, { ...PINS, ...TOP, ...said, pitch: 2 })),
    ...rows(
      '1',
      '2',
      (row, said) => family(`GRPB##${row}VWVN-RC`, { ...PINS, ...TOP, ...said, pitch: 1.27 }),
    ),
    ...rows(
      '1',
      '2',
      (row, said) => family(`GRPB##${row}[VWQS|VWQP]-RC`, { ...PINS, ...TOP_SMD, ...said, pitch: 1.27 }),
    ),
    family('SBH11-[PBPC|NBPC]-D##-ST-BK', { ...BOX, ...TOP, pitch: 2.54 }),
    family('SBH11-[PBPC|NBPC]-D##-RA-BK', { ...BOX, ...SIDE, pitch: 2.54 }),
    family('SBH11-[PBPC|NBPC]-D##-SM-BK', { ...BOX, ...TOP_SMD, pitch: 2.54 }),
    family('SBH21-[NBPN|PBPN]-D##-ST-BK', { ...BOX, ...TOP, pitch: 2 }),
    family('SBH21-[NBPN|PBPN]-D##-RA-BK', { ...BOX, ...SIDE, pitch: 2 }),
    family('SBH31-NBPB-D##-ST-BK', { ...BOX, ...TOP, pitch: 1.27 }),
    family('SBH31-NBPB-D##-SM-BK', { ...BOX, ...TOP_SMD, pitch: 1.27 }),
    family('SFH11-[PBPC|NBPC]-D##-ST-BK', { ...SOCKET, rows: 2, ...TOP, pitch: 2.54 }),
    family('SFH11-[PBPC|NBPC]-D##-RA-BK', { ...SOCKET, rows: 2, ...SIDE, pitch: 2.54 }),
    listed(
      alike('SPC02SYAN STC02SYAN SPC02SVGN-RC QPC02SXGN-RC SPC02SVJN-RC SPC02SXCN-RC', {
        category: 'connector',
        description: 'Jumper socket',
        package: '1 row x 2 positions, 2.54 mm',
        pins: 2,
        pitch: 2.54,
      }),
    ),
  ],
};
