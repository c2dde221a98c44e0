import { digits } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { alike, type Family, family, listed } from './pattern.ts';

const UPRIGHT = { orientation: 'vertical', mounting: 'through-hole' } as const;
const LYING = { orientation: 'right angle', mounting: 'through-hole' } as const;
const UPRIGHT_SMD = { orientation: 'vertical', mounting: 'surface mount' } as const;
const PINS = { category: 'pin_header', description: 'Pin header', from: 1, to: 40 } as const;
const SOCKET = { category: 'socket', description: 'Socket header', from: 1, to: 40 } as const;

/** Lengths of the contacts and colours end the number: `C30D60`. */
const LENGTHS: readonly Segment[] = [
  { separator: '-' },
  { literal: 'C' },
  ...digits(2),
  { literal: 'D' },
  ...digits(2),
];

const strip = (pattern: string, said: Family): readonly Segment[] => [...family(pattern, said), ...LENGTHS];

export const xkb: SeriesTable = {
  id: 'xkb-connectors',
  manufacturer: 'XKB',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: { title: 'Connectors', url: 'https://www.helloxkb.com/public/images/pdf/' },
  forms: () => [
    strip('X6511WV-##H', { ...PINS, ...UPRIGHT, pitch: 2.54 }),
    strip('X6521WV-2x##H', { ...PINS, ...UPRIGHT, pitch: 2.54, rows: 2 }),
    strip('X6511WR-##H', { ...PINS, ...LYING, pitch: 2.54 }),
    strip('X6511FV-##', { ...SOCKET, ...UPRIGHT, pitch: 2.54 }),
    strip('X6521FV-2x##', { ...SOCKET, ...UPRIGHT, pitch: 2.54, rows: 2 }),
    strip('X1321FR-2x##', { ...SOCKET, ...LYING, pitch: 1.27, rows: 2 }),
    strip('X1321FV-2x##', { ...SOCKET, ...UPRIGHT, pitch: 1.27, rows: 2 }),
    strip('X4621FVS-2x##', { ...SOCKET, ...UPRIGHT_SMD, pitch: 2, rows: 2 }),
    family('X9555WV-2x##-6TV01', {
      ...PINS,
      description: 'Pin header, shrouded',
      ...UPRIGHT,
      pitch: 2.54,
      rows: 2,
    }),
    family('X9555WR-2x##-6TV01', {
      ...PINS,
      description: 'Pin header, shrouded',
      ...LYING,
      pitch: 2.54,
      rows: 2,
    }),
    listed({
      ...alike(
        'U262-161N-4BVC10 U262-161N-4BVC11 U262-162N-4BV60 U262-162N-4BVC10 U262-16XN-4BVC11 U263-163N-4BLS1735',
        {
          category: 'usb_connector',
          description: 'USB C receptacle',
          package: 'surface mount, right angle, 16 contacts',
          pins: 16,
          orientation: 'right angle',
        },
      ),
      ...alike('U262-241N-4BV60 U262-241N-4BV64 U262-24XN-4BV60 U262-24XN-4BV64 U263-241N-4BQC11-1', {
        category: 'usb_connector',
        description: 'USB C receptacle',
        package: 'right angle, 24 contacts',
        pins: 24,
        orientation: 'right angle',
      }),
      ...alike('U254-051N-4BH806 U254-051N-4BH83-F1S U254-051T-4BH83-F1S U254-051N-4BHJ25-F1S', {
        category: 'usb_connector',
        description: 'USB Micro-B receptacle',
        package: 'surface mount, right angle, 5 contacts',
        pins: 5,
        orientation: 'right angle',
      }),
      ...alike('DC-005-5A-2.0 DC-005-5A-2.5 DC-005-2.0A DC-005-2.5A', {
        category: 'power_connector',
        description: 'DC power jack',
        package: 'through-hole, right angle',
        orientation: 'right angle',
      }),
    }),
  ],
};
