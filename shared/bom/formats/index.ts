/** The kinds of files that are read, and which of them a file is. */
import { csv } from './csv.ts';
import { fixedWidth } from './fixed-width.ts';
import type { BinaryFormat, TextFormat } from './format.ts';
import { json } from './json.ts';
import { kicadXml } from './kicad-xml.ts';
import { plainList } from './plain-list.ts';
import { fods, ods } from './ods.ts';
import { html, xmlGrid, xmlSpreadsheet } from './xml-tables.ts';
import { xls } from './xls.ts';
import { xlsx } from './xlsx.ts';

export const BINARY_FORMATS: readonly BinaryFormat[] = [xlsx, ods, xls];
export const TEXT_FORMATS: readonly TextFormat[] = [
  csv,
  fixedWidth,
  plainList,
  json,
  kicadXml,
  xmlSpreadsheet,
  fods,
  html,
  xmlGrid,
];

/** The format that is most sure of the content, null where none is at all. */
export function formatOf<Content, Format extends { readonly detects: (content: Content) => number }>(
  content: Content,
  formats: readonly Format[],
): Format | null {
  let [best, sureness]: [Format | null, number] = [null, 0];
  for (const format of formats) {
    const sure = format.detects(content);
    if (sure > sureness) [best, sureness] = [format, sure];
  }
  return best;
}
