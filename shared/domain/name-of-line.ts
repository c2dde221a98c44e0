/** How a line is called in a sentence that a person reads: by what they find it by in their BOM. */

export interface NamedLine {
  readonly designators?: string | null | undefined;
  readonly mpn?: string | null | undefined;
  /** The row of its file. */
  readonly source_row?: number | null | undefined;
  readonly line_number: number;
}

/** So many designators are all named; of more the first two. */
const MOST_DESIGNATORS = 3;
const FIRST_DESIGNATORS = 2;
/** Longer words would drown the sentence. */
const MOST_CHARS = 40;

/**
 * `R1`, `R1, R2 and 3 more`; without designators its part number, else `row 12 of the file`, and of what came without a file
 * `line 7`. The database's `bomstream.line_name` says the same.
 * @param begins it begins a sentence
 */
export function nameOfLine(
  { designators, mpn, source_row, line_number }: NamedLine,
  { begins = false }: { readonly begins?: boolean } = {},
): string {
  const all = (designators ?? '').split(/[\s,;]+/).filter((each) => each !== '').map(cut);
  if (all.length > MOST_DESIGNATORS) {
    const first = all.slice(0, FIRST_DESIGNATORS).join(', ');
    return `${first} and ${(all.length - FIRST_DESIGNATORS).toLocaleString('en')} more`;
  }
  if (all.length > 0) return all.join(', ');
  if (mpn) return cut(mpn);
  return source_row == null
    ? `${begins ? 'Line' : 'line'} ${line_number}`
    : `${begins ? 'Row' : 'row'} ${source_row} of the file`;
}

/** Whether a sentence says `have` and `are` of it. */
export const areSeveral = ({ designators }: Pick<NamedLine, 'designators'>): boolean =>
  (designators ?? '').split(/[\s,;]+/).filter((each) => each !== '').length > 1;

/** By characters as the database counts them, so that none is halved. */
function cut(word: string): string {
  const characters = [...word];
  return characters.length <= MOST_CHARS ? word : `${characters.slice(0, MOST_CHARS - 2).join('')} …`;
}
