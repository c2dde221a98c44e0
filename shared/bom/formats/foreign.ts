/** Files that people send for a BOM and that hold none, known by how they begin. */
import { BomRefusal } from '../refusal.ts';

interface Kind {
  readonly begins: readonly number[];
  readonly what: string;
}

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const EXPORT = 'Export the BOM as CSV or XLSX and send that.';

const KINDS: readonly Kind[] = [
  { begins: ascii('%PDF'), what: 'a PDF' },
  { begins: [0x89, ...ascii('PNG')], what: 'a picture' },
  { begins: [0xff, 0xd8, 0xff], what: 'a picture' },
  { begins: ascii('GIF8'), what: 'a picture' },
  { begins: [0x1f, 0x8b], what: 'a gzip archive' },
  { begins: ascii('7z\xbc\xaf\x27\x1c'), what: 'a 7z archive' },
  { begins: ascii('Rar!'), what: 'a RAR archive' },
  { begins: ascii('{\\rtf'), what: 'a text document' },
  { begins: ascii('(kicad_'), what: 'a KiCad design' },
  { begins: ascii('(export'), what: 'a KiCad netlist for layout' },
  { begins: ascii('%FS'), what: 'a Gerber file' },
  { begins: ascii('G04 '), what: 'a Gerber file' },
  { begins: ascii('M48\n'), what: 'a drill file' },
  { begins: ascii('M48\r\n'), what: 'a drill file' },
  { begins: [0x7f, ...ascii('ELF')], what: 'a program' },
  { begins: ascii('MZ'), what: 'a program' },
];

/** @throws BomRefusal `unsupported_file` saying what it is */
export function refuseForeign(bytes: Uint8Array): void {
  const kind = KINDS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  // Two letters are not enough to tell a program from a word.
  if (!kind || (kind.what === 'a program' && !bytes.subarray(0, 1_000).includes(0))) return;
  throw new BomRefusal('unsupported_file', `The file is ${kind.what}. ${EXPORT}`);
}
