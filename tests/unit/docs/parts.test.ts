import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueRows } from '../../../shared/parts/catalogue/rows.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';
import { beginsModule } from '../../docs/begins.ts';
import { partsPage } from '../../docs/parts.ts';
import { acmeXr } from '../extending/series.ts';

it('docs/parts.md says what the tables and the catalogue do; npm run docs writes it', () => {
  expect(readFileSync('docs/parts.md', 'utf8')).toBe(partsPage(seriesTables, catalogueRows));
});

it('begins.ts says how the numbers of each series begin; npm run docs writes it', () => {
  expect(readFileSync('shared/parts/decoders/begins.ts', 'utf8')).toBe(beginsModule(seriesTables));
});

it('names every series and its document', () => {
  const page = readFileSync('docs/parts.md', 'utf8');
  const rows = page.split('\n').filter((line) => line.includes('](https://'));
  expect(rows).toHaveLength(seriesTables.length);
  for (const { id, reference } of seriesTables) expect(page, id).toContain(`](${reference.url})`);
});

const cellsOf = (page: string, beginning: string) =>
  page.split('\n').filter((line) => line.startsWith(`| ${beginning} `)).map((line) =>
    line.split('|').slice(1, -1).map((cell) => cell.trim())
  );

it('counts forms, and base numbers once however many forms list them', () => {
  const listed = { name: 'base', codes: { A1: {}, B2: { pins: 8 } } };
  const numbers = { name: 'number', codes: { C3: { pins: 4 }, D4: {} } };
  const page = partsPage([{
    ...acmeXr,
    forms: () => [[{ literal: 'X' }, listed], [{ literal: 'Y' }, listed, { optional: [numbers] }]],
  }], []);
  expect(cellsOf(page, 'Acme')).toEqual([[
    'Acme',
    'XR',
    'Thick film chip resistor',
    '[XR series, part numbering](https://acme.example/xr.pdf)',
    '2',
    '3',
    'power rating, pins',
  ]]);
});

it('names what codes, values, optional groups and ratings state, and counts by kind', () => {
  const page = partsPage([acmeXr, { ...acmeXr, series: 'XS', category: 'mosfet' }], [catalogueRows[0]!]);
  expect(cellsOf(page, 'Acme').map((cells) => cells.at(-1))).toEqual(
    Array(2).fill('package, resistance, tolerance, power rating, packaging'),
  );
  expect([...cellsOf(page, 'Resistor'), ...cellsOf(page, 'Integrated circuit'), ...cellsOf(page, 'all')])
    .toEqual([
      ['Resistor', '1', '1', '0', '0'],
      ['Integrated circuit', '0', '0', '0', '1'],
      ['all', '2', '1', '0', '1'],
    ]);
});
