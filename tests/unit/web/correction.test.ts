/** What the panel offers to write into the BOM where the part is right. */
import { expect, it } from 'vitest';
import type { Contradiction } from '../../../shared/domain/contradiction.ts';
import { correctedValue, isDrawn } from '../../../web/src/bom/correction.ts';
import type { Line } from '../../../web/src/lines/line.ts';

const contradiction = (
  field: string,
  [where, text, read]: readonly [where: string, text: string, read?: string],
  found: string,
): Contradiction => ({
  check: 'value',
  severity: 'error',
  field,
  asked: { text, where, ...(read ? { read } : {}) },
  found: { text: found, source: 'decoder:test' },
  sentence: '',
});

it.each<[value: string | undefined, contradiction: Contradiction, corrected: string | null]>([
  ['4k7', contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), '47 kΩ'],
  // the rest of the value stays
  ['4k7 1% 0603', contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), '47 kΩ 1% 0603'],
  ['10uF/16V/X7R', contradiction('dielectric', ['value', 'X7R'], 'X5R'), '10uF/16V/X5R'],
  ['KC2520B48', contradiction('mpn', ['value', 'KC2520B48'], 'ECS-2520MV'), 'ECS-2520MV'],
  // no kind of part is a value, and no property a footprint
  [
    '47uF Tantal',
    contradiction('category', ['value', 'tantalum capacitor', 'Tantal'], 'ceramic capacitor'),
    null,
  ],
  ['x', contradiction('orientation', ['footprint', 'JST_Vertical'], 'right angle contacts'), null],
  ['10k', contradiction('tolerance', ['Tolerance', '±1 %', '1%'], '±5 %'), null],
  [undefined, contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), null],
])('of the value %j is %#', (value, against, corrected) => {
  const line = {
    line_id: '1',
    line_number: 1,
    do_not_place: false,
    review: 'none',
    status: 'enriched',
  } as const;
  expect(correctedValue({ ...line, ...(value === undefined ? {} : { value }) } as Line, against)).toBe(
    corrected,
  );
});

it('is in the drawing where the footprint contradicts the part', () => {
  expect(isDrawn(contradiction('package', ['footprint', 'USB4085'], 'USB4105-GF-A'))).toBe(true);
  expect(isDrawn(contradiction('package', ['value', '0402'], '0603'))).toBe(false);
});
