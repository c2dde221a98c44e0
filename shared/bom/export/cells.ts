/** How cells and rows look, and the bytes that begin and end them. */
import { NUMBER_BYTES, type Piece, pieceOf } from './bytes.ts';
import type { ColumnFormat } from './workbook.ts';
import { HEAD, MAIN } from './xml.ts';

/** Of the cell formats below. */
const [PLAIN_STYLE, HEADER_STYLE, LINK_STYLE, AMOUNT_STYLE, SENTENCE_STYLE, NUMBERS_HEADER_STYLE] = [
  0,
  1,
  2,
  6,
  7,
  8,
] as const;
export const NUMBER_STYLES: Readonly<Record<ColumnFormat, number>> = {
  price: 3,
  moment: 4,
  left: 5,
  number: PLAIN_STYLE,
  sentences: PLAIN_STYLE,
};

export const [ROW_END, EMPTY_CELL, CELL_END] = ['</row>', '<c/>', '</v></c>'].map(pieceOf) as [
  Piece,
  Piece,
  Piece,
];
/** Of a line of text, in points. */
export const LINE_HEIGHT = 15;
const rowOfLines = (lines: number): Piece => pieceOf(`<row ht="${lines * LINE_HEIGHT}" customHeight="1">`);
/** By how many lines of text they show, from one on; Excel has no row higher than 409 points. */
export const ROWS = Array.from({ length: 27 }, (_, i) => i === 0 ? pieceOf('<row>') : rowOfLines(i + 1));
const styled = (style: number): string => style === PLAIN_STYLE ? '' : ` s="${style}"`;
export const numberCell = (style: number): Piece => pieceOf(`<c${styled(style)}><v>`);
const textCell = (style: number): Piece => pieceOf(`<c${styled(style)} t="s"><v>`);
export const [TEXT_CELL, LINK_CELL, SENTENCE_CELL] = [PLAIN_STYLE, LINK_STYLE, SENTENCE_STYLE].map(
  textCell,
) as [Piece, Piece, Piece];
/** Of a name, which stands above texts or above numbers. */
export const [HEADER_CELL, NUMBERS_HEADER_CELL] = [HEADER_STYLE, NUMBERS_HEADER_STYLE].map(textCell) as [
  Piece,
  Piece,
];
export const AMOUNT_CELL = numberCell(AMOUNT_STYLE);
/** Two lines high: names of columns are longer than what stands in many of them. */
export const HEADER_ROW = pieceOf('<row ht="32" customHeight="1">');
export const ROW_BYTES = ROWS.at(-1)!.length + ROW_END.length;
/** Of the largest. */
export const CELL_BYTES = LINK_CELL.length + NUMBER_BYTES + CELL_END.length;

/** Of numbers, which would touch the text of the next column. */
const BESIDE_TEXT = 'horizontal="right" indent="1"';
/**
 * The same of most numbers, with room for a letter behind them; the last part is for texts. As a format, not an alignment,
 * it can be that of cells without a style of their own, which are most of a workbook: to pack a style for each takes long.
 */
const PLAIN_FORMAT = 'General_w;\\-General_w;General_w;@';
/** All begin at the top: beside a sentence of several lines one reads on in its first. */
const cellFormat = (attributes: string, alignment: string): string =>
  `<xf ${attributes} applyAlignment="1"><alignment vertical="top" ${alignment}/></xf>`;

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">` +
  `<numFmts count="3"><numFmt numFmtId="166" formatCode="${PLAIN_FORMAT}"/>` +
  '<numFmt numFmtId="164" formatCode="0.00####"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm&quot; UTC&quot;"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1">' +
  // Cells without a style of their own take this one's alignment, in LibreOffice even where the first format says another.
  '<xf numFmtId="166" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellStyleXfs>' +
  `<cellXfs count="9">${
    [
      cellFormat('numFmtId="166" fontId="0" applyNumberFormat="1"', ''),
      cellFormat('fontId="1" applyFont="1"', 'wrapText="1"'),
      cellFormat('fontId="2" applyFont="1"', ''),
      cellFormat('numFmtId="164" applyNumberFormat="1"', BESIDE_TEXT),
      cellFormat('numFmtId="165" applyNumberFormat="1"', 'horizontal="left"'),
      cellFormat('', 'horizontal="left"'),
      cellFormat('numFmtId="2" applyNumberFormat="1"', 'horizontal="left"'),
      cellFormat('', 'wrapText="1"'),
      cellFormat('fontId="1" applyFont="1"', `${BESIDE_TEXT} wrapText="1"`),
    ].join('')
  }</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
