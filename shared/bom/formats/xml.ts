/**
 * XML as it comes, in pieces: tags and text go to whoever reads them, and no tree is built. Names are without their
 * prefix. Entities of a document's own are left as written, so that none can grow.
 */
import { damaged } from '../refusal.ts';

export interface XmlReader {
  open(tag: Tag): void;
  /** Also called for `<tag/>`. */
  close(name: string): void;
  text(text: string): void;
}

/** Good while `open` runs: the next tag takes its place. */
export interface Tag {
  readonly name: string;
  /** By its name without prefix. */
  attribute(name: string): string | undefined;
  attributes(): [name: string, value: string][];
}

/** No tag is nearly as long; one that never ends would be looked at again with each piece. */
const MAX_TAG_CHARS = 1024 * 1024;

const TAG = /<\/?([^\s/>"'<]+(?=[\s/>]))([^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)>/y;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export class XmlScanner {
  readonly #reader: XmlReader;
  #rest = '';
  #depth = 0;
  #attributes = '';
  #name = '';
  readonly #tag: Tag;

  constructor(reader: XmlReader) {
    this.#reader = reader;
    const [attributes, name] = [() => this.#attributes, () => this.#name];
    this.#tag = {
      get name() {
        return name();
      },
      attribute: (wanted) => attributeOf(attributes(), wanted),
      attributes: () => attributesOf(attributes()),
    };
  }

  write(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) break;
      if (open > at) this.#reader.text(unescape(text.slice(at, open)));
      at = open;
      const end = text.charCodeAt(open + 1) === 0x21 || text.charCodeAt(open + 1) === 0x3f
        ? this.#skip(text, open)
        : this.#readTag(text, open);
      if (end === -1) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_TAG_CHARS) throw damaged('a tag in it does not end');
  }

  /** @throws BomRefusal `damaged_file` when tags are open */
  end(): void {
    if (this.#depth > 0 || this.#rest.includes('<')) throw damaged('it ends in the middle');
  }

  #readTag(text: string, open: number): number {
    const found = plainTag(text, open) ?? anyTag(text, open);
    if (!found) {
      // A lone `<` in the text: as long as no tag can begin there.
      if (/[\s<]/.test(text[open + 1] ?? '')) return open + 1;
      return -1;
    }
    this.#name = local(found.name);
    if (text.charCodeAt(open + 1) === 0x2f) {
      this.#depth -= 1;
      this.#reader.close(this.#name);
      return found.end;
    }
    this.#attributes = found.attributes;
    const name = this.#name;
    this.#depth += 1;
    this.#reader.open(this.#tag);
    if (text.charCodeAt(found.end - 2) === 0x2f) {
      this.#depth -= 1;
      this.#reader.close(name);
    }
    return found.end;
  }

  /** Comments, declarations and what `<![CDATA[…]]>` holds. */
  #skip(text: string, open: number): number {
    const kind = ([['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>'], ['<!', '>']] as const)
      .find(([start]) => text.startsWith(start, open) || start.startsWith(text.slice(open)))!;
    const from = open + kind[0].length;
    const end = text.indexOf(kind[1], from);
    if (end === -1) return -1;
    if (kind[1] === ']]>') this.#reader.text(text.slice(from, end));
    return end + kind[1].length;
  }
}

interface FoundTag {
  readonly name: string;
  readonly attributes: string;
  /** Behind its `>`. */
  readonly end: number;
}

/**
 * A tag as nearly all are: nothing in it stands between single quotation marks, and no `>` between double ones. Ten times as
 * quick as looking for any tag. Null where it may be another.
 */
function plainTag(text: string, open: number): FoundTag | null {
  const close = text.indexOf('>', open);
  if (close === -1) return null;
  const from = text.charCodeAt(open + 1) === 0x2f ? open + 2 : open + 1;
  let [quotes, nameEnd] = [0, -1];
  for (let at = from; at < close; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 && nameEnd !== -1) quotes += 1;
    else if (code === 0x22 || code === 0x27 || code === 0x3c || code > 0x7f) return null;
    else if (nameEnd === -1 && (code <= 0x20 || code === 0x2f)) nameEnd = at;
  }
  const end = nameEnd === -1 ? close : nameEnd;
  if (quotes % 2 === 1 || end === from) return null;
  return { name: text.slice(from, end), attributes: text.slice(end, close), end: close + 1 };
}

function anyTag(text: string, open: number): FoundTag | null {
  TAG.lastIndex = open;
  const found = TAG.exec(text);
  return found && { name: found[1]!, attributes: found[2]!, end: open + found[0].length };
}

/** Reads a whole text. */
export function scanXml(text: string, reader: XmlReader): void {
  const scanner = new XmlScanner(reader);
  const PIECE = 64 * 1024;
  for (let at = 0; at < text.length; at += PIECE) scanner.write(text.slice(at, at + PIECE));
  scanner.end();
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  if (!attributes.includes(wanted)) return undefined;
  if (attributes.includes("'")) return attributesOf(attributes).find(([name]) => name === wanted)?.[1];
  // Most tags of a worksheet: between double quotation marks alone, which need no reading of the others.
  for (let at = attributes.indexOf(wanted); at !== -1; at = attributes.indexOf(wanted, at + 1)) {
    const value = at + wanted.length + 2;
    if (!/[\s:]/.test(attributes[at - 1] ?? ' ') || attributes.slice(value - 2, value) !== '="') continue;
    return unescape(attributes.slice(value, attributes.indexOf('"', value)));
  }
  // Only where blanks stand around an equals sign can it still be there: the letter of a name stands in values, too.
  if (!/\s=|=\s/.test(attributes)) return undefined;
  return attributesOf(attributes).find(([name]) => name === wanted)?.[1];
}

function attributesOf(attributes: string): [name: string, value: string][] {
  return [...attributes.matchAll(ATTRIBUTE)].map((
    [, name, one, other],
  ) => [local(name!), unescape(one ?? other!)]);
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{1,8}));/g, (written, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
