/** What a form calls its file. Parsers of runtimes cut a name at `=`, and leave what browsers write in place of quotes. */

/** Headers of a part are a few lines. */
const MAX_HEADER_BYTES = 4_096;
/** Forms have a dozen fields. A body of nothing but boundaries has a million parts, each of which costs as much as a real one. */
const MAX_PARTS = 100;
const END_OF_HEADER = '\r\n\r\n';

/**
 * @param bytes of multipart/form-data
 * @param contentType with the boundary
 * @returns the name of the file in that field, as people know it; null where none is to be found
 */
export function nameOfFile(bytes: Uint8Array, contentType: string, field: string): string | null {
  const [, quoted, plain] = /\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  // a character for each byte: places in it are places in the bytes
  const text = new TextDecoder('latin1').decode(bytes);
  const mark = `--${boundary}\r\n`;
  let at = text.indexOf(mark);
  for (let parts = 0; at >= 0 && parts < MAX_PARTS; parts += 1) {
    const end = text.indexOf(END_OF_HEADER, at + mark.length);
    if (end < 0) return null;
    // The last boundary before it: from one boundary to the next, each byte is looked at once or twice, whatever stands between.
    const from = text.lastIndexOf(mark, end) + mark.length;
    at = text.indexOf(mark, end);
    if (end - from > MAX_HEADER_BYTES) continue;
    const header = new TextDecoder().decode(bytes.subarray(from, end));
    const [, disposition = ''] = /^content-disposition:(.*)$/im.exec(header) ?? [];
    if (/;\s*name="([^"]*)"/i.exec(disposition)?.[1] !== field) continue;
    // browsers write %22 for a quote, and curl a backslash before it
    const [, name] = /;\s*filename="((?:\\"|[^"])*)"/i.exec(disposition) ?? [];
    return name?.replaceAll('%22', '"').replaceAll('\\"', '"') ?? null;
  }
  return null;
}
