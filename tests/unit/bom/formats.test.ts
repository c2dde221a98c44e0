import { describe, expect, it } from 'vitest';
import { csv } from '../../../shared/bom/formats/csv.ts';
import type { BomFormat } from '../../../shared/bom/formats/format.ts';
import { formatOf, FORMATS } from '../../../shared/bom/formats/index.ts';
import { readFile } from '../../../shared/bom/lines.ts';

/** A list as somebody's own tool could write it: a first line that says so, then `part x quantity`. */
const partsList: BomFormat = {
  name: 'parts list',
  detects: (text) => text.startsWith('#parts') ? 1 : 0,
  *read(text) {
    yield { number: 1, cells: ['MPN', 'Qty'], isAfterBlank: false };
    for (const [i, line] of text.split('\n').slice(1).entries()) {
      yield { number: i + 2, cells: line.split(' x '), isAfterBlank: false };
    }
  },
};

describe('the format of a file', () => {
  const formats = [...FORMATS, partsList];

  it('is the one that knows its content', () => {
    const text = '#parts\nLM358DR x 3';
    expect(formatOf(text, formats)).toBe(partsList);
    expect(readFile(text, {}, formats).lines).toMatchObject([{ mpn: 'LM358DR', quantity: 3 }]);
  });

  it.each(['MPN,Qty\nLM358DR,3', 'MPN;Qty\nLM358DR;3', 'sep=|\nMPN|Qty\nLM358DR|3', ''])(
    'is CSV where no other is sure: %j',
    (text) => expect(formatOf(text, formats)).toBe(csv),
  );

  it('is known by no name twice', () => {
    expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
  });
});
