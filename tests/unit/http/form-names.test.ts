import { expect, it } from 'vitest';
import { nameOfFile } from '../../../shared/http/form-names.ts';

const CRLF = '\r\n';
const part = (disposition: string, body = 'x') =>
  `--b${CRLF}Content-Disposition: form-data; ${disposition}${CRLF}${CRLF}${body}${CRLF}`;
const named = (parts: readonly string[], contentType = 'multipart/form-data; boundary=b') =>
  nameOfFile(new TextEncoder().encode(`${parts.join('')}--b--${CRLF}`), contentType, 'file');

it.each([
  ['as it is', 'filename="bom.csv"', 'bom.csv'],
  ['with signs of addresses', 'filename="a?b&c=d#e.csv"', 'a?b&c=d#e.csv'],
  ['with quotes, as browsers write them', 'filename="a%22b.csv"', 'a"b.csv'],
  ['with quotes, as curl writes them', 'filename="a\\"b.csv"', 'a"b.csv'],
  ['in other letters', 'filename="Prüfliste; 部品.csv"', 'Prüfliste; 部品.csv'],
  ['where there is none', 'other="x"', null],
])('a file’s name is read %s', (_what, written, name) => {
  expect(named([part('name="name"', 'x; name="file"; filename="no.csv"'), part(`name="file"; ${written}`)]))
    .toBe(name);
});

it('is read of the field that is asked for alone, by any way to write the boundary', () => {
  const parts = [part('name="other"; filename="other.csv"'), part('name="file"; filename="bom.csv"')];
  expect(named(parts, 'multipart/form-data; boundary="b"; charset=utf-8')).toBe('bom.csv');
  expect(named(parts, 'multipart/form-data')).toBeNull();
  expect(named(parts.slice(0, 1))).toBeNull();
});

it('is found behind lines that only look like the beginnings of parts', () => {
  expect(named([`--b${CRLF}`.repeat(100_000), part('name="file"; filename="bom.csv"')])).toBe('bom.csv');
});

it('is not looked for behind more parts than a form has', () => {
  const empty = `--b${CRLF}${CRLF}${CRLF}`;
  expect(named([empty.repeat(20), part('name="file"; filename="bom.csv"')])).toBe('bom.csv');
  expect(named([empty.repeat(200_000), part('name="file"; filename="bom.csv"')])).toBeNull();
});
