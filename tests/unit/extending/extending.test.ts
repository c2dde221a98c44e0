/** What docs/extending.md shows does what it says: each example is a file here that is run, word for word. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { BOM_FILE } from '../../../shared/bom/limits.ts';
import { formatOf, TEXT_FORMATS } from '../../../shared/bom/formats/index.ts';
import { partsList } from './format.ts';
import { acmeXr } from './series.ts';
import { acme } from './supplier.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const shown = [...read('../../../docs/extending.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) =>
  code
);

describe('an example of docs/extending.md', () => {
  it.each([
    ['format.ts', '../../../shared/bom/formats/', './'],
    ['series.ts', '../../../shared/parts/decoders/', '../../'],
    ['supplier.ts', '../../../shared/suppliers/', '../'],
    ['route.ts', '../../../shared/api/', './'],
  ])('is %s, as it would stand in its folder', (file, folder, path) => {
    expect(shown).toContain(read(file).replaceAll(folder, path));
  });

  it('is a format that knows its files among all others', () => {
    const text = '#parts\nLM358DR x 3';
    expect(formatOf(text, [...TEXT_FORMATS, partsList])).toBe(partsList);
    expect(partsList.read(text, BOM_FILE).tables[0]!.rows).toMatchObject([{
      number: 2,
      cells: ['LM358DR', '3'],
    }]);
  });

  it('reads the number that the page says it reads, with and without what is optional', () => {
    const { decode } = createDecoder([acmeXr]);
    for (const mpn of ['XR0603F-103T', 'XR0603F-103']) {
      expect(decode(mpn)).toMatchObject([{
        mpn,
        fields: {
          resistance: { value: 10_000, unit: 'ohm' },
          tolerance: { value: 1, unit: '%' },
          power_rating: { value: 0.1, unit: 'W' },
        },
      }]);
    }
  });

  it('is a supplier that is on with its key alone', async () => {
    const configure = (environment: Record<string, string>) => acme.configure(environment, { log: () => {} });
    expect(configure({})).toBeNull();
    expect(() => configure({ ACME_API_KEY: ' ' })).toThrow(/ACME_API_KEY/);
    const answers = await configure({ ACME_API_KEY: ' right ' })?.lookup(
      [{ key: 'X1', mpn: 'X1', manufacturer: null }],
      new AbortController().signal,
    );
    expect(answers?.get('X1')).toEqual({ kind: 'not_found' });
  });
});
