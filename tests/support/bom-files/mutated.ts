/** Files of every kind, broken in every way. */
import { encode } from './encode.ts';
import { fods, ods, odsContent, odsParts, type Sheet, xls, xlsx, xlsxParts } from './workbook.ts';
import { zip } from './zip.ts';

/** The same numbers each time: mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SHEETS: readonly Sheet[] = [
  {
    name: 'BOM',
    rows: [
      ['MPN', 'Qty', 'RefDes', 'Wert', 'DNP'],
      ...Array.from(
        { length: 30 },
        (
          _,
          y,
        ) => [
          `RC0603FR-07${y}KL`,
          y,
          `R${y}, "R${y + 1}"`,
          y % 3 ? '10 kΩ' : { number: y, format: '0000' },
          y % 2 === 0,
        ],
      ),
    ],
    hiddenRows: [3],
    merges: [[1, 0, 2, 0]],
  },
  { name: 'Notes', rows: [['a'], [null, 'b']], isHidden: true },
];
const CSV = 'MPN;Qty;Größe\n"A;1";2;"x ""y"""\n' + 'RC0603FR-0710KL;4;0603\n'.repeat(20) + '\nTotal;84\n';
const KICAD = `<export version="E"><components>${
  Array.from({ length: 20 }, (_, i) =>
    `<comp ref="R${i}"><value>10k</value><fields><field name="MPN">A&amp;B</field></fields><property name="dnp"/></comp>`)
    .join('')
}</components></export>`;
const FIXED = `Part   Value   Package\n${
  Array.from({ length: 20 }, (_, i) => `R${String(i).padEnd(5)} 10k     0603`).join('\n')
}`;

const text = (content: string) => new TextEncoder().encode(content);

const SEEDS: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  csv: text(CSV),
  'csv in UTF-16': encode(`\ufeff${CSV}`, 'utf-16le')!,
  'csv in GB18030': encode('位号,数量,型号\nR1,2,贴片电阻\nC1,3,贴片电容\n'.repeat(5), 'gb18030')!,
  'fixed width': text(FIXED),
  json: text(JSON.stringify([{ mpn: 'A', refs: ['R1', 'R2'] }, { mpn: 'B', fields: { qty: 2 } }])),
  'kicad xml': text(KICAD),
  'xml grid': text('<GRID><ROWS><ROW Qty="1" MPN="A"/><ROW Qty="2" MPN="B"/></ROWS></GRID>'),
  'xml spreadsheet': text(
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell ss:Index="2"><Data ss:Type="Number">1</Data></Cell><Cell ss:MergeAcross="2"><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>',
  ),
  html: text('<html><table><tr><td colspan="2" rowspan=3>A<td>B</tr><tr><td>C</td></tr></table></html>'),
  fods: text(fods(SHEETS)),
  xlsx: xlsx(SHEETS),
  'xlsx, stored': xlsx(SHEETS, { isStored: true }),
  ods: ods(SHEETS),
  xls: xls(SHEETS),
};

type Random = (below: number) => number;

/** What hostile and broken files have in the place of a number. */
const NUMBERS = ['0', '-1', '99999999999', '1e308', 'NaN', '65536', '1048576', '', 'x'];

function mutateText(content: string, random: Random): string {
  const at = random(content.length + 1);
  switch (random(6)) {
    case 0:
      return content.slice(0, at);
    case 1:
      return content.slice(0, at) + content.slice(at + 1 + random(20));
    case 2:
      return content.slice(0, at) + content.slice(random(content.length)).slice(0, 200) + content.slice(at);
    case 3:
      return content.slice(0, at) + '<>&"\'\0\u202e,;\t\n='[random(12)] + content.slice(at);
    case 4:
      return content.replace(
        /\d+/g,
        (digits) => random(40) === 0 ? NUMBERS[random(NUMBERS.length)]! : digits,
      );
    default:
      return content.replace(/"[^"]*"/g, (quoted) => random(60) === 0 ? '""' : quoted);
  }
}

function mutateBytes(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = random(bytes.length);
  const length = 1 + random(64);
  switch (random(5)) {
    case 0:
      return bytes.slice(0, at);
    case 1: {
      const changed = bytes.slice();
      for (let i = 0; i < 1 + random(6); i += 1) changed[random(changed.length)] = random(256);
      return changed;
    }
    case 2: {
      const changed = bytes.slice();
      changed.fill([0, 0xff, 0x20, 0x80][random(4)]!, at, at + length);
      return changed;
    }
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    default: {
      const from = random(bytes.length);
      return Uint8Array.from([
        ...bytes.subarray(0, at),
        ...bytes.subarray(from, from + length),
        ...bytes.subarray(at),
      ]);
    }
  }
}

/** Archives whose parts are broken and whose directory is right, which nothing but their readers notices. */
function mutateParts(parts: Record<string, string>, random: Random): Uint8Array<ArrayBuffer> {
  const names = Object.keys(parts);
  const name = names[random(names.length)]!;
  return zip({ ...parts, [name]: mutateText(parts[name]!, random) });
}

/** @param seed the same file each time */
export function mutated(seed: number): [kind: string, bytes: Uint8Array<ArrayBuffer>] {
  const random = randomFrom(seed);
  const kinds = Object.keys(SEEDS);
  const kind = kinds[random(kinds.length)]!;
  if (kind === 'xlsx' && random(2) === 0) return ['parts of an xlsx', mutateParts(xlsxParts(SHEETS), random)];
  if (kind === 'ods' && random(2) === 0) {
    return ['parts of an ods', mutateParts(odsParts(odsContent(SHEETS)), random)];
  }
  let bytes = SEEDS[kind]!;
  for (let i = 0; i <= random(3); i += 1) if (bytes.length > 0) bytes = mutateBytes(bytes, random);
  return [kind, bytes];
}
