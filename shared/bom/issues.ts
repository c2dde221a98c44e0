/** What is to be said about a BOM that was taken: nothing of a file is left out without a word. */

/** Each of them is explained in docs/api.md. */
export const ISSUE_CODES = [
  'row_above_header',
  'row_is_no_line',
  'row_mended',
  'row_too_long',
  'columns_not_read',
  'encoding_guessed',
  'marks_removed',
  'zeros_removed',
  'broken_quotation',
  'sheet_left_out',
  'formula_without_result',
  'macros_not_run',
  'excluded_from_bom',
  'table_not_read',
  'own_columns',
  'no_part_number_column',
  'nothing_to_look_up',
  'quantity_differs',
  'quantity_not_whole',
  'quantity_counted',
  'quantity_missing',
  'quantity_merged',
  'quantity_unread',
  'quantity_ambiguous',
  'quantity_in_number',
  'leading_number_unsure',
  'do_not_place_unread',
  'not_placed_by_word',
  'read_as_not_placed',
  'not_placed_or_non_polar',
  'conditional_not_placed',
  'conditional_placed',
  'some_not_placed',
  'plugged_in',
  'marked_not_placed',
  'place_and_value_swapped',
  'value_beside_place',
  'value_differs',
  'number_of_a_distributor',
  'number_lost',
  'number_is_date',
  'formula_error',
  'no_number_in_word',
  'number_with_words',
  'words_beside_number',
  'number_and_manufacturer_swapped',
  'several_parts_in_cell',
  'alternate_in_note',
  'designators_unsure',
  'designators_cut',
  'designator_twice',
  'places_repeated',
  'cells_shifted',
  'nothing_named',
  'legend_not_placed',
  'row_hidden',
  'text_too_long',
  'too_many_alternates',
  'hidden_characters',
  'damaged_text',
] as const;
export type IssueCode = typeof ISSUE_CODES[number];

export interface Issue {
  /** `warning`: look at it, something may be missing. `info`: it is as it should be, and worth knowing. */
  readonly severity: 'warning' | 'info';
  /** As a spreadsheet numbers it; null where it is about no single row. The first, where it is about several. */
  readonly row: number | null;
  /** As the header calls it, or the field's name in JSON; null where it is about no single column. */
  readonly column: string | null;
  /** Stable word for programs, see docs/api.md. */
  readonly code: IssueCode;
  /** A sentence for people. */
  readonly detail: string;
}

/**
 * Issues in the order they were found. Of one kind in one column only the first is told, with the number of the
 * others: an answer must not grow with the file.
 */
export class Issues {
  readonly #found = new Map<string, { readonly issue: Issue; others: number }>();

  add(issue: Issue): void {
    const kind = `${issue.code}\n${issue.column ?? ''}`;
    const first = this.#found.get(kind);
    if (first) first.others += 1;
    else this.#found.set(kind, { issue, others: 0 });
  }

  list(): Issue[] {
    return [...this.#found.values()].map(({ issue, others }) =>
      others === 0 ? issue : { ...issue, detail: `${issue.detail} The same goes for ${others} more.` }
    );
  }
}
