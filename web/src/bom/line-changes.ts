/** What of a line somebody changes, by the names of the contract. */
export type LineChanges = Readonly<Record<string, unknown>>;
