/** From a request's body to lines that can be stored, or a refusal of the whole. */
import { z } from 'zod';
import { CreateBomFromCsv, CreateBomFromLines, LineInput } from '../domain/bom.ts';
import { MAX_LINES } from '../domain/limits.ts';
import { validate } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import { cleanPartNumber, orderableKey } from '../parts/part-number.ts';
import { readCsv } from './csv.ts';

/** A line ready to be stored. Without `orderable_key` there is no part number to look up. */
export interface NewLine extends LineInput {
  readonly line_number: number;
  readonly orderable_key: string | null;
}

export interface NewBom {
  readonly organization_id: string;
  readonly project_id: string | null;
  readonly name: string;
  readonly lines: readonly NewLine[];
}

/**
 * Checks a `POST boms` body and numbers its lines 1.. in the order given.
 * @throws Problem 422, see docs/api.md: `empty_bom`, `too_many_lines`, `no_part_numbers`, `unknown_field`, …
 */
export function readNewBom(body: unknown): NewBom {
  const fromCsv = typeof body === 'object' && body !== null && 'csv' in body;
  const { organization_id, project_id, name, ...content } = fromCsv
    ? validate(CreateBomFromCsv, body)
    : validate(CreateBomFromLines, body);
  const given = 'csv' in content ? readCsv(content.csv, content.columns) : content.lines;

  if (given.length === 0) {
    throw new Problem(422, 'empty_bom', 'The BOM has no lines. Send at least one line below the header.');
  }
  // Counted before each line is looked at: a far too long list is refused at once.
  if (given.length > MAX_LINES) {
    const detail =
      `The BOM has ${given.length} lines; at most ${MAX_LINES} are possible. Split it into several BOMs.`;
    throw new Problem(422, 'too_many_lines', detail);
  }
  const { lines } = validate(z.object({ lines: z.array(LineInput) }), { lines: given });
  const numbered = lines.map((line, i) => {
    const mpn = line.mpn === null ? null : cleanPartNumber(line.mpn);
    return { ...line, line_number: i + 1, orderable_key: mpn === null ? null : orderableKey(mpn) };
  });
  if (numbered.every((line) => line.orderable_key === null)) {
    throw new Problem(
      422,
      'no_part_numbers',
      'No line has a part number. Check that the right column is read as "mpn", or name it in "columns".',
    );
  }
  return { organization_id, project_id, name, lines: numbered };
}
