/** What a form calls its file. Parsers of runtimes cut a name at `=`, and leave what browsers write in place of quotes. */

/** Headers of a part are a few lines. */
const MAX_HEADER_BYTES = 4_096;

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
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const from = at + mark.length;
    const end = text.slice(from, from + MAX_HEADER_BYTES).indexOf('\r\n\r\n');
    if (end < 0) continue;
    const header = new TextDecoder().decode(bytes.subarray(from, from + end));
    const [, disposition = ''] = /^content-disposition:(.*)$/im.exec(header) ?? [];
    if (/;\s*name="([^"]*)"/i.exec(disposition)?.[1] !== field) continue;
    // browsers write %22 for a quote, and curl a backslash before it
    const [, name] = /;\s*filename="((?:\\"|[^"])*)"/i.exec(disposition) ?? [];
    return name?.replaceAll('%22', '"').replaceAll('\\"', '"') ?? null;
  }
  return null;
}
