/** Bytes of a workbook's files: what is put is what a plain encoder makes of it, wherever buffers end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes, NUMBER_BYTES, pieceOf, put, putNumber } from '../../../shared/bom/export/bytes.ts';
import { Rows } from '../../../shared/bom/export/rows.ts';
import type { Cell } from '../../../shared/bom/export/workbook.ts';

const read = (bytes: Bytes) => new TextDecoder().decode(bytes.take());

describe('texts', () => {
  it.each([
    ['plain', 'RC0603FR-0710KL'],
    ['of two and three bytes a sign', '10 kΩ ±1 % … 抵抗'],
    ['of signs outside the first plane', 'a\u{1f600}b\u{20000}'],
    ['with control characters', 'a\0b\tc\nd\x1fe\x7f'],
    ['with a byte order mark', 'a\ufeffb'],
  ])('%s are UTF-8', (_what, text) => {
    const bytes = new Bytes();
    bytes.addText(text);
    expect([...bytes.take()]).toEqual([...new TextEncoder().encode(text)]);
  });

  it.each(['\ud83d', 'a\ude00b'])('have no half of a sign in them: %j', (text) => {
    const bytes = new Bytes();
    bytes.addText(text);
    expect(read(bytes)).toBe(text.replace(/[\ud800-\udfff]/, '\ufffd'));
  });

  it.each([16 * 1024, 64 * 1024])('are whole around %d bytes, where buffers end', (border) => {
    for (const sign of ['a', 'é', '€', '\u{1f600}']) {
      for (let before = border - 4; before <= border + 1; before += 1) {
        const bytes = new Bytes();
        const text = 'x'.repeat(before) + sign + 'y'.repeat(5);
        bytes.addText(text);
        bytes.addText(sign);
        expect(read(bytes) === text + sign).toBe(true);
      }
    }
  });

  it('stand before and behind what is put as bytes', () => {
    const bytes = new Bytes();
    const piece = pieceOf('<v>');
    bytes.addText('ä');
    bytes.addBytes(piece.length, (view, at) => put(view, at, piece));
    bytes.addText('z');
    expect(read(bytes)).toBe('ä<v>z');
    expect(read(bytes)).toBe('');
    expect(bytes.timesTaken).toBe(2);
  });
});

describe('numbers', () => {
  const written = (number: number) => {
    const view = new DataView(new ArrayBuffer(NUMBER_BYTES + 4));
    const end = putNumber(view, 0, number);
    return new TextDecoder().decode(new Uint8Array(view.buffer, 0, end));
  };

  it.each([
    0,
    -0,
    9,
    10,
    9_999,
    10_000,
    100_000_001,
    2 ** 31 - 1,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    -1,
    0.1,
    -1.2345678901234567e-100,
    1e21,
    5e-324,
  ])('are written as JavaScript writes them: %d', (number) => expect(written(number)).toBe(`${number}`));

  it('are so, whichever', () => {
    fc.assert(fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true })), (number) => {
      expect(written(number)).toBe(`${number}`);
    }));
  });
});

it('bytes are put again, however many', () => {
  const text = 'abcdefghijklmnopqrst';
  for (let length = 0; length <= text.length; length += 1) {
    const bytes = new Bytes();
    bytes.addText(text);
    bytes.addBytes(length, (_view, at) => bytes.putAgain(at, at - text.length, length));
    bytes.addText('.');
    expect(read(bytes)).toBe(`${text}${text.slice(0, length)}.`);
  }
});

describe('rows', () => {
  const ROW = pieceOf('<row>');
  /** A plain writer of the same. */
  const plain = (cells: readonly Cell[]) => {
    const last = cells.findLastIndex((cell) => !isEmpty(cell));
    return `<row>${
      cells.slice(0, last + 1).map((cell) => isEmpty(cell) ? '<c/>' : shown(cell)).join('')
    }</row>`;
  };
  const isEmpty = (cell: Cell) => cell === null || cell === undefined || cell === '' || Object.is(cell, NaN);
  const shown = (cell: Cell) => `<${typeof cell === 'object' ? 'link' : cell}>`;

  const cell = fc.constantFrom<Cell>(null, undefined, '', NaN, 0, 7, 12_345, 'a', 'longer', {
    text: 'a',
    url: 'https://example.com',
  });
  const row = fc.record({ kind: fc.nat(1), cells: fc.array(cell, { maxLength: 6 }), isTaken: fc.boolean() });

  it('say what their cells say, whatever the row above them said', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (all) => {
      const bytes = new Bytes();
      const rows = new Rows(bytes, (view, at, cell) => put(view, at, pieceOf(shown(cell))));
      let text = '';
      for (const { kind, cells, isTaken } of all) {
        rows.add(cells, ROW, kind);
        if (isTaken) text += read(bytes);
      }
      expect(text + read(bytes)).toBe(all.map(({ cells }) => plain(cells)).join(''));
    }));
  });

  it('put what says the same once, and a link each time: each has its own address', () => {
    const put_: unknown[] = [];
    const rows = new Rows(new Bytes(), (_view, at, cell) => (put_.push(cell), at));
    const link = { text: 'a', url: 'https://example.com' };
    rows.add([1, 'a', link], ROW, 0);
    rows.add([2, 'a', link], ROW, 0);
    rows.add([2, 'a', link], ROW, 1);
    expect(put_).toEqual([1, 'a', link, 2, link, 2, 'a', link]);
  });
});
