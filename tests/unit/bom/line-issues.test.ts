/** What a line says against itself, whoever wrote it. */
import { expect, it } from 'vitest';
import { issuesOfLine } from '../../../shared/bom/line-issues.ts';

const said = (quantity: number | null, designators: string | null) =>
  issuesOfLine({ quantity, designators }).map(({ severity, code, detail }) =>
    `${severity} ${code}: ${detail}`
  );

it.each([
  [3, 'R7', 'The quantity is 3, and the number of designators is 1.'],
  [1, 'R7, R8', 'The quantity is 1, and the number of designators is 2.'],
  [5, 'C1-C4', 'The quantity is 5, and the number of designators is 4.'],
  [0, 'R7', 'The quantity is 0, and the number of designators is 1.'],
])('says where a quantity is not the number of designators: %d of %s', (quantity, designators, detail) => {
  expect(said(quantity, designators)).toEqual([`warning quantity_differs: ${detail}`]);
});

it.each([
  [1, 'R7'],
  [4, 'C1-C4'],
  [3, 'R1 R2 R3'],
  [5, 'GND GND GND GND GND'],
  [8, 'R1 R1 R1 R1 R2 R2 R2 R2'],
  [0.5, 'W1'],
  [100, ''],
  [100, null],
  [null, 'R7'],
])('says nothing of %s of %s', (quantity, designators) => {
  expect(said(quantity, designators)).toEqual([]);
});
