/** From a request's body to lines that can be stored, or a refusal of the whole. */
import { z } from 'zod';
import { type CreateBom, type LineField, LineInput } from '../domain/bom.ts';
import { isDamaged, withoutHidden } from '../domain/hidden.ts';
import { MAX_LINES } from '../domain/limits.ts';
import { validate } from '../domain/validate.ts';
import { type KeyedAlternate, keyedAlternates, keyOf } from './keyed.ts';
import { cut, type NamedColumns } from './columns.ts';
import { readFile } from './lines.ts';
import { type Issue, Issues } from './issues.ts';
import { BomRefusal, tooManyLines } from './refusal.ts';

/** A line ready to be stored. Without `orderable_key` there is no part number to look up. */
export interface NewLine extends Omit<LineInput, 'alternates'> {
  readonly line_number: number;
  readonly orderable_key: string | null;
  readonly alternates: readonly KeyedAlternate[];
}

/** Where a BOM is to go, and its content as it came: nothing of that is looked at before the role is known. */
export interface Envelope {
  readonly organization_id: string;
  readonly project_id: string | null;
  readonly revision_of: string | null;
  readonly name: string;
  readonly content: { readonly csv: string; readonly columns: NamedColumns } | {
    readonly lines: readonly unknown[];
  };
}

export interface ReadBom {
  readonly name: string;
  readonly lines: readonly NewLine[];
  /** What the user should know about how it was read. */
  readonly issues: readonly Issue[];
}

/** Opens a `POST boms` body without reading its CSV or lines. */
export function openEnvelope(
  { organization_id, project_id, revision_of, name, ...content }: CreateBom,
): Envelope {
  return { organization_id, project_id, revision_of, name, content };
}

/** Lines as they came, and the words for a place among them. */
interface Given {
  readonly lines: readonly unknown[];
  readonly issues: readonly Issue[];
  place(line: number, field: string): { row: number | null; column: string; words: string };
}

/**
 * Reads the content of an envelope and numbers its lines 1.. in the order given. CSV and JSON go the same way.
 * @throws Refusal, see docs/api.md: `empty_bom`, `too_many_lines`, `no_part_numbers`, `unknown_field`, …
 */
export function readBom({ name, content }: Envelope): ReadBom {
  const given = 'csv' in content ? fromCsv(content.csv, content.columns) : fromJson(content.lines);
  if (given.lines.length === 0) {
    throw new BomRefusal('empty_bom', 'The BOM has no lines. Send at least one line below the header.');
  }
  // Counted before each line is looked at: a far too long list is refused at once.
  if (given.lines.length > MAX_LINES) throw tooManyLines();
  const { lines } = validate(
    z.object({ lines: z.array(LineInput) }),
    { lines: given.lines },
    ([, line, field]) => given.place(Number(line), field === undefined ? '' : String(field)).words,
  );

  const issues = new Issues();
  for (const issue of given.issues) issues.add(issue);
  const read = lines.map((line, i) => {
    const visible = { ...line };
    for (const field of TEXT_FIELDS) {
      const text = line[field];
      if (text !== null) visible[field] = showText(text, () => given.place(i, field), issues) || null;
    }
    return {
      ...visible,
      alternates: keyedAlternates(visible.alternates),
      line_number: i + 1,
      orderable_key: keyOf(visible.mpn),
    };
  });
  if (read.every((line) => line.orderable_key === null)) {
    throw new BomRefusal(
      'no_part_numbers',
      'No line has a part number. Check that the column of part numbers is the one called MPN, or name it in "columns" through the API.',
    );
  }
  const shownName = showText(name, () => ({ row: null, column: 'name', words: 'name' }), issues);
  if (shownName === '') {
    throw new BomRefusal('invalid_body', 'The name has only characters that nobody sees. Write another one.');
  }
  return { name: shownName, lines: read, issues: issues.list() };
}

const TEXT_FIELDS = ['mpn', 'manufacturer', 'designators', 'description'] as const;

/**
 * The text as it is stored: an invisible character in it could turn the text around it, or make it look like
 * another. Removed rather than written out, so that a part number stays the part number; never without a word.
 */
function showText(text: string, place: () => ReturnType<Given['place']>, issues: Issues): string {
  const { text: visible, hidden } = withoutHidden(text);
  if (hidden.length === 0 && !isDamaged(text)) return text;
  const { row, column, words } = place();
  if (hidden.length > 0) {
    issues.add({
      severity: 'warning',
      row,
      column,
      code: 'hidden_characters',
      detail: `In ${words}, characters that nobody sees were removed (${cut(hidden.join(', '))}).`,
    });
  }
  if (isDamaged(text)) {
    issues.add({
      severity: 'warning',
      row,
      column,
      code: 'damaged_text',
      detail: `In ${words}, "${
        cut(visible)
      }" lost characters (U+FFFD) before it came here. Save the file as UTF-8 and import it again.`,
    });
  }
  return visible;
}

function fromCsv(csv: string, named: NamedColumns): Given {
  const { lines, rows, columns, issues } = readFile(csv, named);
  return {
    lines,
    issues,
    place(line, field) {
      const row = rows[line] ?? null;
      const column = columns.get(field as LineField)?.name ?? field;
      return { row, column, words: `row ${row}, column "${cut(column)}"` };
    },
  };
}

function fromJson(lines: readonly unknown[]): Given {
  return {
    lines,
    issues: [],
    place: (line, field) => ({
      row: null,
      column: field,
      words: field === '' ? `lines.${line}` : `lines.${line}.${field}`,
    }),
  };
}
