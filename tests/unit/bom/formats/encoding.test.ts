import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../shared/bom/formats/encoding.ts';
import { BomRefusal } from '../../../../shared/bom/refusal.ts';
import { encode } from '../../../support/bom-files/encode.ts';
import { cells, open, refusal } from '../../../support/bom-files/opened.ts';

const TEXTS: Readonly<Record<string, string>> = {
  german: 'Stück;Bauteil;Hersteller\n2;Widerstand 10 kΩ;Würth Elektronik\n1;Größe für Gehäuse;Köhler\n',
  western: 'Quantité,Désignation,Fabricant\n2,Résistance 4,7µF ±5%,Würth\n1,Señal de reloj 25°C,Nuñez\n',
  one: 'Qty,Value,MPN\n2,2.2µF,GRM188R61C225KE15D\n1,10k,RC0603FR-0710KL\n',
  tolerance: 'Qty,Value,Tol\n2,10k,±1%\n1,100n,±10%\n',
  chinese: '位号,数量,型号,品牌\nR1,2,贴片电阻 10K 1%,厚声\nC1,3,贴片电容 100nF,三星电子\n',
  japanese: '部品番号,数量,メーカー\nR1,2,抵抗器 チップ\nC1,1,セラミックコンデンサ 村田製作所\n',
  traditional: '位號,數量,型號,廠牌\nR1,2,貼片電阻 10K 1%,國巨\nC1,3,陶瓷電容 100nF,華新科技\n',
  korean: '부품번호,수량,제조사\nR1,2,칩 저항\nC1,1,세라믹 콘덴서 삼성전기\nU1,1,전압 레귤레이터\n',
  russian: 'Поз. обозначение,Наименование,Кол.\nR1,Резистор постоянный,2\nC1,Конденсатор керамический,3\n',
};

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', 'german'],
    ['utf-8', 'chinese'],
    ['windows-1252', 'western'],
    ['windows-1252', 'one'],
    ['windows-1252', 'tolerance'],
    ['gb18030', 'chinese'],
    ['shift_jis', 'japanese'],
    ['windows-1251', 'russian'],
    ['big5', 'traditional'],
    ['euc-kr', 'korean'],
    ['utf-8', 'korean'],
    ['utf-16le', 'chinese'],
    ['utf-16be', 'western'],
    ['utf-16le', 'german'],
  ])('%s is found in a %s text', (encoding, name) => {
    const text = TEXTS[name]!;
    expect(decode(encode(encoding.startsWith('utf-16') ? `\ufeff${text}` : text, encoding)!)).toMatchObject({
      encoding,
      text,
    });
  });

  it.each(['utf-16le', 'utf-16be'])('%s is found without a mark', (encoding) => {
    for (const name of ['german', 'western', 'one']) {
      expect(decode(encode(TEXTS[name]!, encoding)!)).toMatchObject({
        encoding,
        text: TEXTS[name],
        issues: [],
      });
    }
  });

  it('is said with an example where it was guessed, and nothing is said of Unicode', async () => {
    const { encoding, issues } = await open(encode(TEXTS.western!, 'windows-1252')!);
    expect(encoding).toBe('windows-1252');
    expect(issues).toMatchObject([{ severity: 'info', code: 'encoding_guessed', row: 1 }]);
    expect(issues[0]!.detail).toContain('Windows-1252 (Western Europe): line 1 has "Quantité"');
    expect((await open(`\ufeff${TEXTS.chinese}`)).issues).toEqual([]);
  });

  it('is said to be unsure where Chinese and Korean bytes are the same and few', async () => {
    const { encoding, issues } = await open(encode('MPN,Qty,Note\nRC0603FR-0710KL,1,저항\n', 'euc-kr')!);
    expect(encoding).toBe('gb18030');
    expect(issues).toMatchObject([{
      severity: 'warning',
      code: 'encoding_guessed',
      detail: expect.stringContaining('It could also be EUC-KR (Korean).'),
    }]);
    const certain = await open(encode(TEXTS.korean!, 'euc-kr')!);
    expect(certain.issues).toMatchObject([{ severity: 'info', code: 'encoding_guessed' }]);
    expect(certain.issues[0]!.detail).toContain('EUC-KR (Korean): line 1 has "부품번호"');
    expect(certain.issues[0]!.detail).not.toContain('could also');
  });

  it('may change between lines, as in what was pasted together', async () => {
    const utf8 = new TextEncoder().encode('MPN,Maker\nA,Würth\nB,Größe\nC,Köhler\n');
    const file = Uint8Array.from([...utf8, ...encode('D,Müller\n', 'windows-1252')!]);
    const { encoding, tables, issues } = await open(file);
    expect(encoding).toBe('windows-1252');
    expect(tables[0]!.rows.map(({ cells }) => cells[1])).toEqual([
      'Maker',
      'Würth',
      'Größe',
      'Köhler',
      'Müller',
    ]);
    expect(issues[0]).toMatchObject({
      row: 5,
      detail: expect.stringContaining(
        'Some lines of the file, 1, are not UTF-8 and were read as Windows-1252',
      ),
    });
  });

  it('may be marked twice', async () => {
    expect(await cells('\ufeff\ufeffMPN,Qty\nA,1\n')).toEqual([['MPN', 'Qty'], ['A', '1']]);
    const { tables, issues } = await open('\ufeffMPN,Qty\nA,1\n\ufeffMPN,Qty\nB,2\n');
    expect(tables[0]!.rows.map(({ cells }) => cells[0])).toEqual(['MPN', 'A', 'MPN', 'B']);
    expect(issues).toMatchObject([{ code: 'marks_removed' }]);
  });

  it('may have zero bytes at its end, and few within it, which is said', async () => {
    expect(await open('MPN,Qty\nA,1\n\0\0\0')).toMatchObject({ issues: [] });
    const { tables, issues } = await open('MP\0N,Qty\nA,1\n');
    expect(tables[0]!.rows[0]!.cells).toEqual(['MPN', 'Qty']);
    expect(issues).toMatchObject([{ code: 'zeros_removed' }]);
  });

  it('may not break off', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xfe, 0x4d, 0, 0x50))).toMatchObject({ code: 'damaged_file' });
    expect(await refusal(Uint8Array.of(0xfe, 0xff, 0xd8, 0))).toMatchObject({ code: 'damaged_file' });
  });

  it('is none where bytes are no text', async () => {
    const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251);
    expect(await refusal(noise)).toMatchObject({
      code: 'unsupported_file',
      detail: expect.stringContaining('neither text'),
    });
    expect(await refusal(`MPN\n${'\0'.repeat(100)}A`)).toMatchObject({ code: 'unsupported_file' });
  });

  it('reads what was written, whatever the language, the encoding and the order', () => {
    const words = (name: string) =>
      fc.constantFrom(...TEXTS[name]!.split(/[\n,;]/).filter((word) => word !== ''));
    const cases = fc.constantFrom(
      ['windows-1252', 'western'],
      ['gb18030', 'chinese'],
      ['shift_jis', 'japanese'],
      ['windows-1251', 'russian'],
      ['big5', 'traditional'],
      ['euc-kr', 'korean'],
      ['utf-8', 'russian'],
      ['utf-8', 'korean'],
      ['utf-16le', 'japanese'],
    );
    fc.assert(fc.property(
      cases.chain(([encoding, name]) =>
        fc.record({
          encoding: fc.constant(encoding!),
          text: fc.array(fc.tuple(words(name!), words(name!)), { minLength: 6, maxLength: 30 })
            .map((rows) => rows.map((row) => row.join(';')).join('\n'))
            // A text of two words of which one is in a foreign script could be anything.
            .filter((text) => (text.match(/[^\0-\x7f]/g)?.length ?? 0) >= 12),
        })
      ),
      ({ encoding, text }) => {
        const marked = encoding.startsWith('utf-16') ? `\ufeff${text}` : text;
        expect(decode(encode(marked, encoding)!)).toMatchObject({ encoding, text });
      },
    ));
  });

  it('never leaves a character that stands for a lost one', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const { text } = decode(Uint8Array.from(bytes));
        const given = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        expect(text.includes('\ufffd') && !given.includes('\ufffd')).toBe(false);
      } catch (error) {
        if (!(error instanceof BomRefusal)) throw error;
      }
    }));
  });
});

describe('a text that is made to cost much', () => {
  it('may be one run without an end', () => {
    expect(decode(new Uint8Array(300_000).fill(0xfc)).text).toHaveLength(300_000);
  });

  it('is of one encoding where it changes too often to be pasted', () => {
    const line = Uint8Array.from([...new TextEncoder().encode('ö\nü\n'), 0xe4, 0x0a]);
    const bytes = new Uint8Array(line.length * 3_000);
    for (let i = 0; i < 3_000; i += 1) bytes.set(line, i * line.length);
    expect(decode(bytes).text).toContain('Ã¶');
  });
});
