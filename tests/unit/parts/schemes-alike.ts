/** Made-up schemes that read one number, each in a spelling of its own, which no two of the shipped ones do. */
import { vi } from 'vitest';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { decoder } from '../../../shared/parts/decoders/source.ts';
import type { SeriesTable } from '../../../shared/parts/decoders/table.ts';

const DIGITS = Object.fromEntries(Array.from('0123456789', (digit) => [digit, {}]));

/** Reads `QX` and a digit, and spells it with a dash behind `start`. */
function scheme(manufacturer: string, start: 'Q' | 'QX'): SeriesTable {
  return {
    id: `${manufacturer.toLowerCase()}-${start.toLowerCase()}`,
    manufacturer,
    category: 'other',
    series: 'QX',
    description: 'Made up',
    reference: { title: 'Made up', url: 'https://manufacturer.example/qx.pdf' },
    forms: () => [[
      { literal: start },
      { separator: '-' },
      ...(start === 'Q' ? [{ literal: 'X' }] : []),
      { name: 'digit', codes: DIGITS },
    ]],
  };
}

/** `QX1` is `Q-X1` to Acme and `QX-1` to Bolt. */
export const TWO_MANUFACTURERS = [scheme('Acme', 'Q'), scheme('Bolt', 'QX')];
/** Two series of Acme's that spell `QX1` differently. */
export const ONE_MANUFACTURER = [scheme('Acme', 'Q'), scheme('Acme', 'QX')];

/** The product knows these series alone, until mocks are restored. */
export function readBy(tables: readonly SeriesTable[]): void {
  vi.spyOn(decoder, 'decode').mockImplementation(createDecoder(tables).decode);
}
