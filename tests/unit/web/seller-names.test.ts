/** What the settings say of the name of a seller. */
import { expect, it } from 'vitest';
import { KNOWN_SELLERS, remarkOn } from '../../../web/src/settings/seller-names.ts';

it.each([...KNOWN_SELLERS, 'mouser', 'digi-key', 'DIGIKEY', 'LCSC', 'TME', 'Mouser Electronics'])(
  'nothing of %s',
  (name) => {
    expect(remarkOn(name)).toBeNull();
  },
);

it.each([
  ['Mousr', 'Mouser'],
  ['Muoser', 'Mouser'],
  ['Digikye', 'DigiKey'],
  ['Farnel', 'Farnell'],
])('%s may mean %s', (name, meant) => {
  expect(remarkOn(name)).toBe(`We know nobody called “${name}”. Is ${meant} meant?`);
});

it('of another that marketplaces may have, that it counts by its exact name', () => {
  expect(remarkOn('Example Parts')).toMatch(/^We know nobody called “Example Parts”: it counts only/);
});
