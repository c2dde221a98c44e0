import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { alike, family, listed } from './pattern.ts';

/** Each number as it stands, through the board, and with the ends of the surface-mount part. */
function jacks(numbers: string, said: Statements): Readonly<Record<string, Statements>> {
  const isSmd = (number: string) => number.includes('-SMT');
  return Object.fromEntries(
    numbers.split(' ').map((number) => [
      number,
      {
        ...said,
        package: isSmd(number) ? 'surface mount, right angle' : 'through-hole, right angle',
        orientation: 'right angle',
        ...(number.endsWith('-TR') && { packaging: 'tape and reel' }),
      },
    ]),
  );
}

const POWER = { category: 'power_connector', description: 'DC power jack' } as const;
const AUDIO = { category: 'audio_connector' } as const;
const usb = (description: string) => ({ category: 'usb_connector', description }) as const;
const BLOCK = {
  category: 'terminal_block',
  description: 'Terminal block',
  mounting: 'through-hole',
  from: 2,
  to: 24,
} as const;
const ENDS = '[BE|BU|GN|GR|BK|RD]';

export const sameSky: SeriesTable = {
  id: 'same-sky-connectors',
  manufacturer: 'Same Sky',
  category: 'connector',
  series: 'Interconnect',
  description: 'Connector',
  reference: { title: 'Interconnect products', url: 'https://www.sameskydevices.com/catalog/interconnect' },
  forms: () => [
    listed({
      ...jacks(
        'PJ-002A PJ-002B PJ-002AH PJ-002BH PJ-102A PJ-102B PJ-102AH PJ-102BH PJ-037A PJ-037B PJ-037AH PJ-037BH PJ-202A ' +
          'PJ-202B PJ-202AH PJ-202BH PJ-007 PJ-047A PJ-047AH PJ-047B PJ-047BH PJ-050A PJ-050AH PJ-050BH PJ-063AH PJ-063BH ' +
          'PJ-002A-SMT PJ-002A-SMT-TR PJ-002AH-SMT PJ-002AH-SMT-TR PJ-002B-SMT PJ-002B-SMT-TR PJ-002BH-SMT ' +
          'PJ-002BH-SMT-TR PJ-036AH-SMT PJ-036AH-SMT-TR PJ-036BH-SMT PJ-036BH-SMT-TR',
        POWER,
      ),
      ...jacks(
        'SJ-3502-SMT SJ-3502-SMT-TR SJ-3506-SMT SJ-3506-SMT-TR SJ-3523-SMT SJ-3523-SMT-TR SJ-3524-SMT SJ-3524-SMT-TR ' +
          'SJ-43514-SMT SJ-43514-SMT-TR SJ-43515TS-SMT SJ-43515TS-SMT-TR SJ-43516-SMT SJ-43516-SMT-TR SJ1-3513 SJ1-3513N ' +
          'SJ1-3523N SJ1-3524N SJ1-3525N SJ1-3533N SJ1-3535N SJ1-3523NG SJ1-3533NG SJ1-3513-SMT-TR SJ1-3515-SMT-TR SJ1-3523-SMT-TR',
        { ...AUDIO, description: 'Audio jack, 3.5 mm' },
      ),
      ...jacks('SJ1-2503A SJ-2523-SMT SJ-2523-SMT-TR SJ-2509N', {
        ...AUDIO,
        description: 'Audio jack, 2.5 mm',
      }),
      ...alike(
        'RCJ-011 RCJ-012 RCJ-013 RCJ-014 RCJ-015 RCJ-016 RCJ-021 RCJ-022 RCJ-023 RCJ-024 RCJ-025 RCJ-026 RCJ-031 RCJ-032 ' +
          'RCJ-033 RCJ-034 RCJ-035 RCJ-036 RCJ-041 RCJ-042 RCJ-043 RCJ-044 RCJ-045 RCJ-046',
        { ...AUDIO, description: 'RCA jack', package: 'through-hole' },
      ),
      ...alike('RCJ-2112 RCJ-2123 RCJ-2221 RCJ-2223', {
        ...AUDIO,
        description: 'RCA jack, dual',
        package: 'through-hole, right angle',
        orientation: 'right angle',
      }),
      ...jacks('UJ2-AH-1-TH', usb('USB A receptacle')),
      ...jacks('UJ2-BH-1-TH', usb('USB B receptacle')),
      ...jacks('UP2-AH-1-TH', usb('USB A plug')),
      ...jacks('UJ2-MBH-1-SMT-TR UJ2-MBH-4-SMT-TR', usb('USB Mini-B receptacle')),
      ...jacks(
        'UJ2-MIBH-G-SMT-TR UJ2-MIBH-1-SMT-TR UJ2-MIBH-4-SMT-TR UJ2-MIBH2-4-SMT-TR',
        usb('USB Micro-B receptacle'),
      ),
      ...jacks('UJ31-CH-3-SMT-TR UJ31-CH-31-SMT-TR', usb('USB C receptacle')),
      ...alike('UJ20-C-H-G-SMT-1-P16-TR UJ20-C-H-G-SMT-4-P16-TR', {
        ...usb('USB C receptacle'),
        package: 'surface mount, right angle, 16 contacts',
        pins: 16,
        orientation: 'right angle',
        packaging: 'tape and reel',
      }),
      ...alike('UJC-HP-3-SMT-TR UJC-HP-G-SMT-TR', {
        ...usb('USB C receptacle, power only'),
        package: 'surface mount, right angle, 6 contacts',
        pins: 6,
        orientation: 'right angle',
        packaging: 'tape and reel',
      }),
    }),
    family(`[TB001|TB002|TB003|TB007]-500-##${ENDS}`, { ...BLOCK, pitch: 5 }),
    family(`[TB004|TB006|TB007|TB008|TB009]-508-##${ENDS}`, { ...BLOCK, pitch: 5.08 }),
    family(`[TB003|TB004]-350-##${ENDS}`, { ...BLOCK, pitch: 3.5 }),
  ],
};
