/** What is to be said about a BOM that was taken: nothing of a file is left out without a word. */

export interface Issue {
  /** `warning`: look at it, something may be missing. `info`: it is as it should be, and worth knowing. */
  readonly severity: 'warning' | 'info';
  /** As a spreadsheet numbers it; null where it is about no single row. The first, where it is about several. */
  readonly row: number | null;
  /** As the header calls it, or the field's name in JSON; null where it is about no single column. */
  readonly column: string | null;
  /** Stable word for programs, see docs/api.md. */
  readonly code: string;
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
