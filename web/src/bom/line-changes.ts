/** What of a line somebody changes, by the names of the contract. */
export type LineChanges = Readonly<Record<string, unknown>>;

/** What stood there before, so that it can be written back. */
export const valuesOf = (line: object, changes: LineChanges): LineChanges =>
  Object.fromEntries(Object.keys(changes).map((name) => [name, (line as LineChanges)[name] ?? null]));
