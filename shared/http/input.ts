/** Reads what a request brings and refuses what is invalid, before anything is done. */
import { decodeUtf8, NotUtf8 } from '../domain/utf8.ts';
import { nameOfFile } from './form-names.ts';
import { Problem } from './problem.ts';

/**
 * Three times what 10,000 lines with every field have. Each value that is parsed costs a hundred bytes and more: 8 MiB of
 * `[],` would take the memory of an isolate before anybody was asked who sent them.
 */
const MAX_JSON_VALUES = 250_000;

/**
 * The body as JSON.
 * @throws Problem 413 `body_too_large` or `too_many_values`, 400 `not_utf8` or `invalid_json`
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (hasMoreValues(bytes, MAX_JSON_VALUES)) {
    throw new Problem(
      413,
      'too_many_values',
      `The body has more than ${MAX_JSON_VALUES} values. Split it up, or send CSV.`,
    );
  }
  const text = toText(bytes);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body; what matters is that it is not JSON.
    throw new Problem(
      400,
      'invalid_json',
      'The body is not JSON. Send content-type application/json with a JSON object.',
    );
  }
}

/** Whether the request says that it brings a form with files. */
export function isForm(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
}

/**
 * The body as a form.
 * @throws Problem 413 `body_too_large`, 400 `invalid_form`
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const bytes = await readBytes(request, maxBytes);
  const contentType = request.headers.get('content-type') ?? '';
  try {
    const form = await new Response(bytes as BodyInit, { headers: { 'content-type': contentType } })
      .formData();
    const file = form.get('file');
    const name = file instanceof File ? nameOfFile(bytes, contentType, 'file') : null;
    if (file instanceof File && name !== null && name !== file.name) form.set('file', file, name);
    return form;
  } catch {
    // The parser's own message names what it looked for in the body.
    throw new Problem(
      400,
      'invalid_form',
      'The body is not a form, or is incomplete. Send multipart/form-data with the file in a field called "file".',
    );
  }
}

/** Whether JSON has more lists, objects and commas than that, outside its strings. Stops at the first that is too many. */
function hasMoreValues(bytes: Uint8Array, most: number): boolean {
  const [QUOTE, BACKSLASH, COMMA, LIST, OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];
  let count = 0;
  let isInString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isInString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if ((byte === COMMA || byte === LIST || byte === OBJECT) && ++count > most) return true;
  }
  return false;
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted as it arrives: a content-length header can be missing or a lie.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new Problem(
        413,
        'body_too_large',
        `The body is larger than ${Math.floor(maxBytes / 1024)} KiB. Split it up.`,
      );
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** @throws Problem 400 `not_utf8` */
function toText(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    throw new Problem(
      400,
      'not_utf8',
      `The body is not UTF-8: byte ${error.byte} (0x${error.value}) begins no character. Save the file as UTF-8 and send it again.`,
    );
  }
}
