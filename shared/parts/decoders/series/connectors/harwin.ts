import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Family, family, listed } from './pattern.ts';

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;
const PINS = { category: 'pin_header', description: 'Pin header', from: 1, to: 50 } as const;
const SOCKET = { category: 'socket', description: 'Socket', from: 1, to: 50 } as const;
const HOUSING = {
  category: 'wire_to_board_connector',
  description: 'Crimp housing',
  mounting: 'cable housing',
  from: 1,
  to: 50,
} as const;

const forms = (series: string, pitch: number, lines: readonly (readonly [string, Family])[]): Forms =>
  lines.map(([pattern, own]) => family(`${series}-${pattern}`, { series, pitch, ...own }));

const FINISH = '[05|22|32|42|45|46]';

export const harwin: SeriesTable = {
  id: 'harwin-connectors',
  manufacturer: 'Harwin',
  category: 'connector',
  series: 'Archer, M20 and M22',
  description: 'Connector',
  reference: { title: 'Industrial connectors', url: 'https://www.harwin.com/connectors' },
  forms: () => [
    ...forms('M20', 2.54, [
      [`999##${FINISH}`, { ...PINS, ...TOP }],
      [`998##${FINISH}`, { ...PINS, ...TOP, rows: 2 }],
      [`997##${FINISH}`, { ...PINS, ...SIDE }],
      [`996##${FINISH}`, { ...PINS, ...SIDE, rows: 2 }],
      [`782##${FINISH}`, { ...SOCKET, ...TOP }],
      [`783##${FINISH}`, { ...SOCKET, ...TOP, rows: 2 }],
      [`877##${FINISH}`, { ...PINS, orientation: 'vertical', mounting: 'surface mount' }],
      [`876##${FINISH}`, { ...PINS, orientation: 'vertical', mounting: 'surface mount', rows: 2 }],
      [`890##${FINISH}`, { ...PINS, orientation: 'right angle', mounting: 'surface mount' }],
      [`781##${FINISH}`, { ...SOCKET, orientation: 'vertical', mounting: 'surface mount', rows: 2 }],
      ['106##00', HOUSING],
      ['107##00', { ...HOUSING, rows: 2 }],
    ]),
    ...forms('M22', 2, [
      [`201##${FINISH}`, { ...PINS, ...TOP }],
      [`202##${FINISH}`, { ...PINS, ...TOP, rows: 2 }],
      [`203##${FINISH}`, { ...PINS, ...SIDE }],
      [`204##${FINISH}`, { ...PINS, ...SIDE, rows: 2 }],
    ]),
    ...forms('M50', 1.27, [
      [`350##${FINISH}`, { ...PINS, ...TOP, rows: 2 }],
      [`360##${FINISH}[|R=tape and reel]`, {
        ...PINS,
        orientation: 'vertical',
        mounting: 'surface mount',
        rows: 2,
      }],
    ]),
    listed({
      ...alike('S1751-46 S1751-46R S2751-46R S2761-46R', {
        category: 'mechanical',
        description: 'Test point',
        package: 'surface mount',
      }),
      ...alike('S1621-46R S1731-46R S1911-46R', {
        category: 'jumper',
        description: 'Jumper link',
        package: 'surface mount',
        resistance: 0,
      }),
      ...alike('S8411-45R S8421-45R', {
        category: 'mechanical',
        description: 'Battery holder, coin cell',
        package: 'surface mount',
      }),
      ...alike('S0941-46R S0951-46R S0961-46R S0971-46R S0981-46R S0991-46R S1711-46R S1721-46R', {
        category: 'mechanical',
        description: 'Shield can clip',
        package: 'surface mount',
      }),
      ...alike('M20-1160042 M20-1160046 M20-1180042 M20-1180046', {
        category: 'wire_to_board_connector',
        series: 'M20',
        description: 'Crimp contact',
        package: 'crimp contact',
      }),
      ...alike('M7566-05 M7567-05 M7567-46 M7581-05 M7582-05 M7583-05 M7583-46 M7686-05 M7686-46', {
        category: 'connector',
        description: 'Jumper socket',
        package: '1 row x 2 positions, 2.54 mm',
        pins: 2,
        pitch: 2.54,
      }),
    }),
  ],
};
