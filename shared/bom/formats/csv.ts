/** Separated text. The separator is the one that a first line `sep=;` names, or else is found by looking. */
import { BomRefusal } from '../refusal.ts';
import { readRows } from './csv-rows.ts';
import { type BomFormat, HEADER_ROWS, type Row } from './format.ts';

/** Any text may be separated text: a format that knows its own by more than that comes first. */
const SOMEHOW_SURE = 0.1;

export const csv: BomFormat = {
  name: 'CSV',
  detects: () => SOMEHOW_SURE,
  read(content, fieldsIn) {
    const text = content.replace(/^\uFEFF/, '');
    const declared = /^sep=([^"\r\n])(?=[\r\n]|$)/i.exec(text)?.[1];
    const rows = readRows(text, declared ?? findSeparator(text, fieldsIn));
    if (declared !== undefined) rows.next();
    return rows;
  },
};

type FieldsIn = Parameters<BomFormat['read']>[1];

const SEPARATORS = [',', ';', '\t', '|'];

/** Of the text, in which separators are tried: each of them costs one reading. Thirty rows are rarely a tenth of it. */
const SAMPLE_CHARS = 128 * 1024;

/** The separator that makes a header of the first rows, the one of the most fields; without a header, of the most cells. */
function findSeparator(text: string, fieldsIn: FieldsIn): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const tried = SEPARATORS.map((separator) => ({ separator, ...trySeparator(sample, separator, fieldsIn) }));
  return tried.reduce((best, next) =>
    next.fields > best.fields || (next.fields === best.fields && next.cells > best.cells) ? next : best
  ).separator;
}

function trySeparator(text: string, separator: string, fieldsIn: FieldsIn) {
  const rows: Row[] = [];
  let cells = 0;
  try {
    for (const row of readRows(text, separator)) {
      rows.push(row);
      cells = Math.max(cells, row.cells.length);
      if (rows.length === HEADER_ROWS) break;
    }
  } catch (error) {
    // Refused again, and then for good, by whoever reads with this separator. Nothing but it makes so many columns.
    if (!(error instanceof BomRefusal)) throw error;
    if (error.code === 'too_many_columns') cells = Infinity;
  }
  return { fields: fieldsIn(rows), cells };
}
