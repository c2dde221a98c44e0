/**
 * Structured log lines: one JSON object each, an event name and plain fields. Callers pass counts, ids and error
 * names, never a request, a header or a body, so no token can end up here.
 */
export type Log = (
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** Hosted functions keep at most 10,000 characters of a line; an error text from elsewhere may be longer. */
const MAX_TEXT_CHARS = 500;

export function createLog(component: string, write: (line: string) => void): Log {
  return (event, fields = {}) => {
    const cut = Object.fromEntries(
      Object.entries(fields).map(([k, v]) => [k, typeof v === 'string' ? v.slice(0, MAX_TEXT_CHARS) : v]),
    );
    write(JSON.stringify({ at: new Date().toISOString(), component, event, ...cut }));
  };
}

/** Name of an error, for logs: messages of HTTP clients may quote whole requests, tokens included. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
