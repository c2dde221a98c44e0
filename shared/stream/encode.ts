/** Server-Sent Events on the wire (WHATWG HTML, section 9.2). Whatever goes in, the receiver gets exactly that. */

export interface Frame {
  /** Event name; without one the browser dispatches `message`. */
  readonly event?: string;
  /** Becomes the client's cursor. */
  readonly id?: string;
  /** Any text. It arrives as it is, except that every line break arrives as LF. */
  readonly data?: string;
  /** Milliseconds before the client reconnects, from now on. */
  readonly retry?: number;
}

/**
 * A browser that reconnects at once does so hundreds of times a second, so no shorter delay can be sent.
 */
const MIN_RETRY_MS = 1_000;
/** Timers of JavaScript clients hold 31 bits. A longer delay overflows there and means at once. */
const MAX_RETRY_MS = 2 ** 31 - 1;

const LINE_BREAK = /\r\n|\r|\n/;
// A line break would start a new field, and clients ignore an id with NUL: their cursor would silently stay behind.
const UNSAFE_IN_FIELD = /[\r\n\0]/;

/** EventSource's own events. A message of such a name would be taken for a lost or a new connection. */
const CONNECTION_EVENTS: ReadonlySet<string> = new Set(['error', 'open']);

const encoder = new TextEncoder();

/** @throws TypeError when a name, id or delay could not arrive as given */
export function encodeFrame({ event, id, data, retry }: Frame): Uint8Array {
  let text = '';
  if (event !== undefined) text += `event: ${checkedName(event)}\n`;
  if (id !== undefined) text += `id: ${checked('id', id)}\n`;
  if (retry !== undefined) {
    if (!Number.isInteger(retry) || retry < MIN_RETRY_MS || retry > MAX_RETRY_MS) {
      throw new TypeError(`retry must be a whole number from ${MIN_RETRY_MS} to ${MAX_RETRY_MS}`);
    }
    text += `retry: ${retry}\n`;
  }
  if (data !== undefined) {
    // The space matters: a receiver removes one, so data that begins with a space would lose its own.
    for (const line of data.split(LINE_BREAK)) text += `data: ${line}\n`;
  }
  return encoder.encode(`${text}\n`);
}

function checkedName(event: string): string {
  if (CONNECTION_EVENTS.has(event)) throw new TypeError(`${event} is a name of EventSource's own`);
  return checked('event', event);
}

function checked(field: string, value: string): string {
  if (value === '' || UNSAFE_IN_FIELD.test(value)) {
    throw new TypeError(`${field} must be one non-empty line without NUL`);
  }
  return value;
}
