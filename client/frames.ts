/** Reads Server-Sent Events (WHATWG HTML, section 9.2). A library for it would be a quarter of all that a page has to load. */

export interface Frame {
  /** Empty where the server gave none. */
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

export interface Reader {
  /** Takes what came next, cut anywhere. */
  feed(text: string): void;
}

/** @param onRetry told of the pause in milliseconds that the server asks for before the next connection */
export function createReader(
  onFrame: (frame: Frame) => void,
  onRetry: (ms: number) => void,
): Reader {
  /** Of a line that has not ended. */
  let rest = '';
  let isFirst = true;
  let event = '';
  let id: string | undefined;
  let data: string[] = [];

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0) onFrame({ event, id, data: data.join('\n') });
      [event, id, data] = ['', undefined, []];
      return;
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
  }

  return {
    feed(text) {
      if (isFirst && text !== '') {
        isFirst = false;
        text = text.replace(/^\uFEFF/, '');
      }
      // A CR at the end may be half of a line's end; only what is new is searched, so that a long line costs its length.
      const from = rest.length === 0 ? 0 : rest.length - 1;
      text = rest + text;
      const ends = /\r\n|\n|\r(?!$)/g;
      ends.lastIndex = from;
      let start = 0;
      for (let end = ends.exec(text); end; end = ends.exec(text)) {
        take(text.slice(start, end.index));
        start = ends.lastIndex;
      }
      rest = text.slice(start);
    },
  };
}
