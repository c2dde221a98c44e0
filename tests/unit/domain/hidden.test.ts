import { describe, expect, it } from 'vitest';
import { isDamaged, withoutHidden } from '../../../shared/domain/hidden.ts';

describe('a text without hidden characters', () => {
  it.each<[what: string, text: string, visible: string, hidden: string[]]>([
    ['direction marks', '\u200eYageo\u200e', 'Yageo', ['U+200E']],
    ['a direction override', 'RC0603\u202eLK01', 'RC0603LK01', ['U+202E']],
    ['isolates', '\u2066A\u2069', 'A', ['U+2066', 'U+2069']],
    ['a zero-width space', 'A\u200bB', 'AB', ['U+200B']],
    ['a byte order mark in the middle', 'A\ufeffB', 'AB', ['U+FEFF']],
    ['a soft hyphen', 'A\u00adB', 'AB', ['U+00AD']],
    ['tags', 'A\u{e0041}', 'A', ['U+E0041']],
    ['a Hangul filler', 'A\u3164', 'A', ['U+3164']],
    ['selectors of variants', 'SMBJ5\ufe0f.0A', 'SMBJ5.0A', ['U+FE0F']],
    ['a joiner of graphemes, and vowels of no sound', 'A\u034f\u17b5B', 'AB', ['U+034F', 'U+17B5']],
    ['a selector of the second kind', 'A\u{e0100}', 'A', ['U+E0100']],
    ['a Braille pattern without dots', 'A\u2800', 'A', ['U+2800']],
    ['controls', 'A\u0007\u0085B', 'AB', ['U+0007', 'U+0085']],
    ['blanks behind them', '\u200b A \u200b', 'A', ['U+200B']],
    ['nothing else', '\u200b', '', ['U+200B']],
  ])('loses %s', (_what, text, visible, hidden) => {
    expect(withoutHidden(text)).toEqual({ text: visible, hidden });
  });

  it.each(['R1\nR2\r\nR3', 'a\tb', '10 kΩ ±1 %', '⚡\ufe0f 🔌', 'e\u0301', '国巨', 'non\u00a0breaking'])(
    'stays as it is where there are none: %j',
    (text) => expect(withoutHidden(text)).toEqual({ text, hidden: [] }),
  );
});

it('is damaged where a decoder replaced what it could not read', () => {
  expect(isDamaged('W\ufffdrth')).toBe(true);
  expect(isDamaged('Würth')).toBe(false);
});
