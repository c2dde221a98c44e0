/** Text in encodings that only decoders exist for: what each character's bytes are is found by decoding all of them. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  if (!encoding.startsWith('windows')) {
    for (let lead = 0x81; lead < 0xff; lead += 1) {
      for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** Null where the encoding lacks a character. */
export function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Uint8Array.from(Buffer.from(text, 'utf16le'));
    return encoding === 'utf-16le' ? bytes : Uint8Array.from(Buffer.from(bytes).swap16());
  }
  const bytes: number[] = [];
  for (const sign of text) {
    const found = tableOf(encoding).get(sign);
    if (!found) return null;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}
