import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlScanner } from '../../../../shared/bom/formats/xml.ts';

/** What a reader is told, in the order it is told. */
function told(text: string, pieceChars: number): string[] {
  const all: string[] = [];
  let said = '';
  const flush = () => {
    if (said !== '') all.push(said);
    said = '';
  };
  const scanner = new XmlScanner({
    open(tag) {
      flush();
      const attributes = tag.attributes();
      for (const [name, value] of attributes) {
        const first = attributes.find(([other]) => other === name)![1];
        expect([name, tag.attribute(name)]).toEqual([name, first]);
        expect(value).toBeTypeOf('string');
      }
      expect(tag.attribute('nowhere')).toBeUndefined();
      all.push(`<${tag.name}${attributes.map(([name, value]) => ` ${name}[${value}]`).join('')}>`);
    },
    close(name) {
      flush();
      all.push(`</${name}>`);
    },
    text: (text) => said += text,
  });
  for (let at = 0; at < text.length; at += pieceChars) scanner.write(text.slice(at, at + pieceChars));
  scanner.end();
  flush();
  return all;
}

describe('XML', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a tag', '<a>b</a>', ['<a>', 'b', '</a>']],
    ['a tag that ends itself', '<a/><b x="1"/><c />', [
      '<a>',
      '</a>',
      '<b x[1]>',
      '</b>',
      '<c>',
      '</c>',
    ]],
    ['prefixes', '<x:a y:b="1" b="2"></x:a>', ['<a b[1] b[2]>', '</a>']],
    ['names that begin alike', '<a r="1" ref="2" xr="3"></a>', ['<a r[1] ref[2] xr[3]>', '</a>']],
    ['marks in a value', `<a b="1>2" c="it's" d="x/y" e="a=b"></a>`, [
      `<a b[1>2] c[it's] d[x/y] e[a=b]>`,
      '</a>',
    ]],
    ['apostrophes around values', `<a b='1>2"' c="3"></a>`, ['<a b[1>2"] c[3]>', '</a>']],
    ['blanks around equals signs', '<a\n b = "1"\tc= "2" ></a >', ['<a b[1] c[2]>', '</a>']],
    ['values without marks around them', '<a b=1 c="2" d></a>', ['<a c[2]>', '</a>']],
    ['letters of other scripts', '<größe ж="1"/>', ['<größe ж[1]>', '</größe>']],
    ['entities', '<a b="&quot;&#x26;">1 &lt; 2 &amp;amp; &own;</a>', [
      '<a b["&]>',
      '1 < 2 &amp; &own;',
      '</a>',
    ]],
    ['what is not for readers', '<?xml version="1.0"?><!DOCTYPE a><a><!-- <b> --><![CDATA[<c>&amp;]]></a>', [
      '<a>',
      '<c>&amp;',
      '</a>',
    ]],
    ['a lone sign', '<a>1 < 2</a>', ['<a>', '1 < 2', '</a>']],
  ])('with %s is read alike in whatever pieces it comes', (_what, text, expected) => {
    for (let chars = 1; chars <= text.length; chars += 1) expect(told(text, chars)).toEqual(expected);
  });

  it.each([
    ['<a>b', 'it ends in the middle'],
    ['<a b="', 'it ends in the middle'],
    [`<a b="${'x'.repeat(2 * 1024 * 1024)}`, 'a tag in it does not end'],
  ])('is refused where a tag does not end: %.10s', (text, why) => {
    expect(() => told(text, 64 * 1024)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining(why) }),
    );
  });
});

it('is read alike whether a tag stood there before or not', () => {
  // few tags, so that each comes behind each other one again, and some that begin alike
  const tags = [
    ['<a/>', '<a>', '</a>'],
    ['<a x="1"/>', '<a x[1]>', '</a>'],
    ['<a x="12"/>', '<a x[12]>', '</a>'],
    ['<p:a x="&lt;1"/>', '<a x[<1]>', '</a>'],
    ['<ab y=\'1\' x="1"/>', '<ab y[1] x[1]>', '</ab>'],
    ['<b x="1>2"></b>', '<b x[1>2]>', '</b>'],
    ['text', 'text'],
  ] as const;
  fc.assert(fc.property(
    fc.array(fc.constantFrom(...tags), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 5, max: 200 }),
    (given, pieceChars) => {
      const expected: string[] = [];
      for (const [, ...said] of given) {
        if (said[0] === 'text' && expected.at(-1)?.startsWith('text')) {
          expected[expected.length - 1] += 'text';
        } else expected.push(...said);
      }
      const text = `<r>${given.map(([written]) => written).join('')}</r>`;
      expect(told(text, pieceChars)).toEqual(['<r>', ...expected, '</r>']);
    },
  ));
});
