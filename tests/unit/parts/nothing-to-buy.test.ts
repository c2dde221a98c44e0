/** What a board has and nobody buys is told in the languages that headers are read in. */
import { expect, it } from 'vitest';
import { numberIn } from '../../../shared/bom/rows/part-cell.ts';
import { valueAsks } from '../../../shared/parts/text/asks.ts';

it.each([
  'Montageloch',
  'Befestigungsloch M3',
  'Passermarke',
  'PRÜFPUNKT',
  'Mess-Punkt',
  'montagegat',
  'Trou de fixation',
  'Punto de prueba',
  'Foro di fissaggio',
  'Furo de fixação',
  'Otwór montażowy',
  'Montážní otvor',
  'Monteringshål',
  'Kiinnitysreikä',
  'Montaj deliği',
  'Крепёжное отверстие',
  '安装孔',
  '测试点',
  'テストポイント',
  '테스트 포인트',
  'Mounting hole',
])('%s asks for nothing, and is no part number', (text) => {
  expect(valueAsks(text)).toBe(false);
  expect(numberIn(text)).toBeNull();
});

it('is nothing to buy by the name of a footprint, too', () => {
  expect(valueAsks('M3', 'Befestigungsloch_3.2mm')).toBe(false);
});

it.each(['BAT54W', '100n 50V', 'LED RED', 'MONTA-4711', 'Messing-Abstandsbolzen M3'])(
  '%s asks for a part',
  (text) => {
    expect(valueAsks(text)).toBe(true);
  },
);
