/** XLSX workbooks, written while their rows come in. Text is written as text, which no spreadsheet runs. */
import { STYLES } from './cells.ts';
import type { Packing } from './packing.ts';
import { type NewPart, Part } from './parts.ts';
import { LETTERS, SheetWriter } from './sheet-writer.ts';
import { SharedStrings } from './strings.ts';
import { escape, HEAD, MAIN, OFFICE, PACKAGE, RELATIONS, relationships } from './xml.ts';
import { ZipArchive, ZipEntry } from './zip.ts';

/** A cell is empty where there is nothing. An address other than http(s) is written as its text alone. */
export type Cell = string | number | null | undefined | Link | Amount;

interface Link {
  readonly text: string;
  readonly url: string;
}

/** Of money, in cents, wherever it stands. */
interface Amount {
  readonly amount: number;
}

/**
 * How a column shows its cells: `number` has its name above the digits, and so has `price`, with two to six decimals; `left`
 * has numbers at the side where texts begin; `sentences` has texts in as many lines as they need. Texts of a column of
 * `moment` that are moments (ISO 8601, UTC) are written as a spreadsheet's, which can be sorted and reckoned with.
 */
export type ColumnFormat = 'number' | 'price' | 'moment' | 'left' | 'sentences';

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly format?: ColumnFormat;
  /** Printed again on each page of a sheet that is several pages wide. */
  readonly isRepeated?: true;
}

export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/**
 * Takes a row of one of the sheets.
 * @param kind of the sheet's rows, counted from 0: those of one kind say much alike, and are compared with each other
 */
export type AddRow = (sheet: number, cells: readonly Cell[], kind?: number) => void;

/**
 * The workbook's bytes. Those of the sheet `first` come while its rows do; the others are kept packed until it is whole.
 * @param batches each adds rows, those of a sheet in their order, which are packed before the next one is asked for
 */
export async function* writeWorkbook(
  sheets: readonly Sheet[],
  first: number,
  batches: AsyncIterable<(add: AddRow) => void>,
  packing: Packing,
): AsyncGenerator<Uint8Array> {
  const archive = new ZipArchive();
  const newPart: NewPart = (name, begin) => new Part(new ZipEntry(name, packing), begin);
  const strings = new SharedStrings(newPart);
  const writers = sheets.map((sheet, i) => new SheetWriter(sheet, i + 1, strings, newPart));
  const leading = writers[first]!.part;
  yield archive.begin(leading.entry);
  for await (const addRows of batches) {
    addRows((sheet, cells, kind) => writers[sheet]!.add(cells, kind));
    for (const { parts } of [...writers, strings]) for (const part of parts) await part.flush();
    yield* leading.entry.take();
  }
  for (const writer of writers) await writer.finish();
  await leading.close();
  yield* leading.entry.take();
  yield archive.end(leading.entry);
  strings.finish();
  for (
    const part of [...[...writers, strings].flatMap(({ parts }) => parts), ...workbookParts(sheets, newPart)]
  ) {
    if (part === leading) continue;
    await part.close();
    yield archive.begin(part.entry);
    yield* part.entry.take();
    yield archive.end(part.entry);
  }
  yield* archive.finish();
}

function workbookParts(sheets: readonly Sheet[], newPart: NewPart): Part[] {
  const numbered = sheets.map(({ name, columns }, i) => ({ name, columns, number: i + 1 }));
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="${OFFICE}.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const texts: readonly (readonly [name: string, text: string])[] = [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${
        numbered.map(({ name, number }) =>
          `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`
        ).join('')
      }</sheets><definedNames>${
        numbered.map(({ name, columns, number }) =>
          `<definedName name="_xlnm.Print_Titles" localSheetId="${number - 1}">${
            escape(printedAgain(name, columns))
          }</definedName>`
        ).join('')
      }</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbered.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)),
        relation(numbered.length + 1, 'styles', 'styles.xml'),
        relation(numbered.length + 2, 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['_rels/.rels', relationships([relation(1, 'officeDocument', 'xl/workbook.xml')])],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${
        [
          type('/xl/workbook.xml', 'sheet.main'),
          type('/xl/styles.xml', 'styles'),
          type('/xl/sharedStrings.xml', 'sharedStrings'),
          ...numbered.map(({ number }) => type(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
        ].join('')
      }</Types>`,
    ],
  ];
  return texts.map(([name, text]) => newPart(name, text));
}

/** What is printed on each page: the names of columns, and what tells the rows apart. */
function printedAgain(name: string, columns: readonly Column[]): string {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const column = LETTERS[columns.findIndex(({ isRepeated }) => isRepeated)];
  return `${column === undefined ? '' : `${sheet}!$${column}:$${column},`}${sheet}!$1:$1`;
}
