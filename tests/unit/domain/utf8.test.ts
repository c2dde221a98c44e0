import { describe, expect, it } from 'vitest';
import { decodeText, decodeUtf8, NotUtf8 } from '../../../shared/domain/utf8.ts';

const TEXT = 'MPN,Manufacturer\n885012206095,Würth 🔌\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** As a spreadsheet saves "Unicode text". */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...`\ufeff${text}`.split('')].forEach((unit, i) =>
    view.setUint16(2 * i, unit.charCodeAt(0), littleEndian)
  );
  return new Uint8Array(view.buffer);
}

/** Windows-1252, in which an umlaut is one byte. */
const ansi = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function refusalOf(bytes: Uint8Array, decode = decodeText): NotUtf8 {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof NotUtf8) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the text of a file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`)],
    ['UTF-16, little endian', utf16(TEXT, true)],
    ['UTF-16, big endian', utf16(TEXT, false)],
    ['nothing at all', utf8('')],
  ])('may be %s', (name, bytes) => {
    expect(decodeText(bytes)).toBe(name === 'nothing at all' ? '' : TEXT);
  });

  it.each<[string, Uint8Array, Partial<NotUtf8>]>([
    ['an umlaut of Windows', ansi('MPN,Maker\n885012206095,W\xfcrth\n'), { byte: 25, line: 2, value: 'fc' }],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe), { byte: 5, line: 1, value: 'ff' }],
    ['a character that is cut off', utf8('MPN\n🔌').slice(0, -1), { byte: 5, line: 2, value: 'f0' }],
    ['UTF-16 without its mark', utf16('MPN\nA1\n', true).slice(2), { byte: 2, line: 1, value: '00' }],
    ['UTF-16 that is cut off', utf16('A\nB', true).slice(0, -1), { byte: 7, line: 2, value: '42' }],
    ['half a surrogate pair of UTF-16', utf16('A\n\ud800B', false), { byte: 7, line: 2, value: 'd8' }],
    ['half a surrogate pair', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), { byte: 2, line: 1, value: 'ed' }],
    ['a byte order mark and then another encoding', ansi('\xef\xbb\xbf\n\xe9'), {
      byte: 5,
      line: 2,
      value: 'e9',
    }],
  ])('is refused with the place of what is no UTF-8: %s', (_name, bytes, place) => {
    expect(refusalOf(bytes)).toMatchObject(place);
  });

  it('may hold a replacement character of its own before what is wrong', () => {
    expect(refusalOf(Uint8Array.of(...utf8('\ufffd\n'), 0xfc))).toMatchObject({ byte: 5, line: 2 });
  });

  it('is UTF-8 and nothing else where it came over HTTP', () => {
    expect(decodeUtf8(utf8(`\ufeff${TEXT}`))).toBe(TEXT);
    expect(refusalOf(utf16(TEXT, true), decodeUtf8)).toMatchObject({ byte: 1, value: 'ff' });
  });
});
