/** From a request's body to lines that can be stored, or a refusal of the whole. */
import { z } from 'zod';
import { type CreateBom, type LineField, LineInput } from '../domain/bom.ts';
import { MAX_LINES } from '../domain/limits.ts';
import type { Mapping } from '../domain/mapping.ts';
import { validate } from '../domain/validate.ts';
import { cleanPartNumber } from '../parts/part-number.ts';
import { wordsAsk } from '../parts/text/asks.ts';
import { type Issue, Issues } from './issues.ts';
import { openText } from './open.ts';
import { type FileLines, previewOpened } from './preview.ts';
import { cut } from './quoting.ts';
import { BomRefusal, tooManyLines } from './refusal.ts';
import { asInput, type NewLine, type PlaceOf, showText, storable } from './storable.ts';

/** The caller's names for columns whose header does not say what they hold. */
export type NamedColumns = Readonly<Partial<Record<LineField, string>>>;

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

/**
 * Reads the content of an envelope and numbers its lines 1.. in the order given.
 * @throws Refusal, see docs/api.md: `empty_bom`, `too_many_lines`, `no_part_numbers`, `unknown_field`, …
 */
export function readBom({ name, content }: Envelope): ReadBom {
  if ('lines' in content) return readLines(name, content.lines);
  // Neither NUL nor half a surrogate pair can be stored; what decoders write for lost bytes stands in for them.
  const opened = openText(content.csv.replace(/[\0\p{Surrogate}]/gu, '\ufffd'));
  const preview = previewOpened(opened, { named: content.columns });
  return readFileLines(name, preview, preview.mapping);
}

/** Lines of a file, read by a mapping. */
export function readFileLines(name: string, read: FileLines, mapping: Pick<Mapping, 'columns'>): ReadBom {
  const { lines, issues: found } = read;
  if (lines.length === 0) {
    throw new BomRefusal('empty_bom', 'The BOM has no lines. Send at least one line below the header.');
  }
  const issues = new Issues();
  for (const issue of found) issues.add(issue);
  const placeOf: PlaceOf = (line, field) => {
    const row = lines[line]?.rows[0] ?? null;
    const column = mapping.columns.find(({ role }) => role === field)?.name || field;
    return { row, column, words: `row ${row}, column "${cut(column)}"` };
  };
  const rows = lines.map(({ rows: [first] }) => first!);
  return finished(name, storable(lines.map(asInput), rows, placeOf, issues), issues);
}

function readLines(name: string, given: readonly unknown[]): ReadBom {
  if (given.length === 0) throw new BomRefusal('empty_bom', 'The BOM has no lines. Send at least one.');
  // Counted before each line is looked at: a far too long list is refused at once.
  if (given.length > MAX_LINES) throw tooManyLines();
  const placeOf: PlaceOf = (line, field) => ({
    row: null,
    column: field,
    words: field === '' ? `lines.${line}` : `lines.${line}.${field}`,
  });
  const { lines } = validate(
    z.object({ lines: z.array(LineInput) }),
    { lines: given },
    ([, line, field]) => placeOf(Number(line), field === undefined ? '' : String(field)).words,
  );
  const isNothing = (line: LineInput) =>
    (line.mpn === null || cleanPartNumber(line.mpn) === null) && line.supplier_numbers.length === 0 &&
    !wordsAsk(line);
  if (lines.every(isNothing)) {
    throw new BomRefusal(
      'no_part_numbers',
      'No line has a part number ("mpn"), a distributor\'s number ("supplier_numbers") or a value or a description that asks for a part.',
    );
  }
  const issues = new Issues();
  return finished(name, storable(lines, null, placeOf, issues), issues);
}

function finished(name: string, lines: readonly NewLine[], issues: Issues): ReadBom {
  const shown = showText(name, () => ({ row: null, column: 'name', words: 'name' }), issues);
  if (shown === '') {
    throw new BomRefusal('invalid_body', 'The name has only invisible characters. Choose another one.');
  }
  return { name: shown, lines, issues: issues.list() };
}
