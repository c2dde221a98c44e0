/** What files of a workbook have in common, and texts as XML has them. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`;
export const RELATIONSHIPS_END = '</Relationships>';
export const relationships = (all: readonly string[]) => RELATIONSHIPS + all.join('') + RELATIONSHIPS_END;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold, and what would be read as an escape for such a sign, in the escape that spreadsheets know. */
// deno-lint-ignore no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;
/** What any of that begins with: a single class is looked for in a tenth of the time. */
// deno-lint-ignore no-control-regex
const MAY_NEED_ESCAPE = /[&<>"_\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** A text as XML holds it; signs that no XML holds in the escape that spreadsheets know. */
export function escape(text: string): string {
  if (!MAY_NEED_ESCAPE.test(text)) return text;
  return text
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
