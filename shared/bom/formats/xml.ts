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
  /** What repeats itself by the thousand and needs not be taken apart tag by tag. */
  readonly skimmed?: Skimmed;
}

export interface Skimmed {
  /** How many tags are open where it begins: in `<a><b>` two are. */
  readonly depth: number;
  /** Takes whole things that begin at `at`. @returns the place behind the last of them; `at` where there is none */
  read(text: string, at: number): number;
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

const [BLANK, EXCLAMATION, QUOTE, SLASH, COLON, EQUALS, GREATER, QUESTION] = [
  0x20,
  0x21,
  0x22,
  0x2f,
  0x3a,
  0x3d,
  0x3e,
  0x3f,
];
/** By its code, whether a character of ASCII ends a name. */
const ENDS_NAME = Array.from(
  { length: 0x80 },
  (_, code) => code <= BLANK || '"\'/<=>'.includes(String.fromCharCode(code)),
);

const TAG = /<\/?([^\s/>"'<]+(?=[\s/>]))([^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)>/y;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export class XmlScanner {
  readonly #reader: XmlReader;
  readonly #skimmed: Skimmed | undefined;
  readonly #tag = new ScannedTag();
  #rest = '';
  #depth = 0;

  constructor(reader: XmlReader) {
    this.#reader = reader;
    this.#skimmed = reader.skimmed;
  }

  write(piece: string): void {
    const text = this.#rest + piece;
    const hasEntities = text.includes('&');
    let at = 0;
    for (;;) {
      if (this.#depth === this.#skimmed?.depth) at = this.#skimmed.read(text, at);
      const open = text.indexOf('<', at);
      if (open === -1) break;
      if (open > at) {
        const said = text.slice(at, open);
        this.#reader.text(hasEntities ? unescape(said) : said);
      }
      at = open;
      const next = text.charCodeAt(open + 1);
      const end = next === EXCLAMATION || next === QUESTION
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
    const tag = this.#tag;
    const end = tag.read(text, open);
    if (end === -1) {
      // A lone `<` in the text: as long as no tag can begin there.
      if (!/[\s<]/.test(text[open + 1] ?? '')) return -1;
      this.#reader.text('<');
      return open + 1;
    }
    const { name } = tag;
    const isEndTag = text.charCodeAt(open + 1) === SLASH;
    if (!isEndTag) {
      this.#depth += 1;
      this.#reader.open(tag);
    }
    if (isEndTag || text.charCodeAt(end - 2) === SLASH) {
      this.#depth -= 1;
      this.#reader.close(name);
    }
    return end;
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

interface KnownTag {
  readonly name: string;
  /** From its bracket to its bracket. */
  readonly text: string;
  /** Of each attribute, in `text`. */
  readonly places: number[];
  /** Tags that stood behind it before. */
  readonly followers: KnownTag[];
}

/** Tags that are remembered, and their longest: a sheet repeats a few dozen for its cells. */
const MAX_KNOWN_TAGS = 500;
const MAX_KNOWN_CHARS = 200;
/** Behind a cell comes another one of its kind, one of the other kind, or the end of the row. */
const MAX_FOLLOWERS = 4;
/** Tags after which a file that repeats few of them is not asked any more: each of its cells may be numbered. */
const TRIED_TAGS = 2_000;

/** Tags as they were read before, each with those that come behind it: of one that is written alike nothing is looked at again. */
class KnownTags {
  readonly #tags = new Map<string, KnownTag>();
  #last: KnownTag | null = null;
  #missed = 0;
  #found = 0;

  /** The tag at `open`, where it is one that stood behind the last one before. */
  at(text: string, open: number): KnownTag | null {
    for (const tag of this.#last?.followers ?? []) {
      if (!text.startsWith(tag.text, open)) continue;
      this.#last = tag;
      this.#found += 1;
      return tag;
    }
    return null;
  }

  /** Takes down a tag that was read: of its `places`, the first that are `filled`. */
  add(
    name: string,
    text: string,
    open: number,
    end: number,
    places: readonly number[],
    filled: number,
  ): void {
    this.#missed += 1;
    const isWorth = this.#missed < TRIED_TAGS || this.#found > this.#missed;
    const before = this.#last;
    this.#last = null;
    if (!isWorth || end - open > MAX_KNOWN_CHARS) return;
    const written = text.slice(open, end);
    let tag = this.#tags.get(written);
    if (!tag) {
      if (this.#tags.size === MAX_KNOWN_TAGS) return;
      tag = {
        name,
        text: written,
        places: places.slice(0, filled).map((place) => place - open),
        followers: [],
      };
      this.#tags.set(written, tag);
    }
    this.#last = tag;
    if (before && before.followers.length < MAX_FOLLOWERS) before.followers.push(tag);
  }
}

/**
 * The tag that is being read, each in the place of the last: a worksheet has hundreds of thousands. Where attributes stand
 * is kept, and only those that are asked for are taken out of the text.
 */
class ScannedTag implements Tag {
  name = '';
  #text = '';
  /** Of each attribute, where its name begins and ends, and where its value does. */
  readonly #own: number[] = [];
  #places: number[] = this.#own;
  #filled = 0;
  /** The attributes of a tag that is written as few are; null for all others. */
  #unusual: [name: string, value: string][] | null = null;
  /** Where the name that was looked at last begins behind its prefix. */
  #localFrom = 0;

  readonly #known = new KnownTags();

  /** Takes the tag at `open`. @returns the place behind it; -1 where none is whole */
  read(text: string, open: number): number {
    const known = this.#known.at(text, open);
    this.#unusual = null;
    if (known) {
      this.name = known.name;
      this.#text = known.text;
      this.#places = known.places;
      this.#filled = known.places.length;
      return open + known.text.length;
    }
    this.#text = text;
    this.#places = this.#own;
    this.#filled = 0;
    const end = this.#readPlain(text, open);
    if (end === -1) return this.#readUnusual(text, open);
    this.#known.add(this.name, text, open, end, this.#places, this.#filled);
    return end;
  }

  attribute(wanted: string): string | undefined {
    if (this.#unusual) return this.#unusual.find(([name]) => name === wanted)?.[1];
    const [text, places] = [this.#text, this.#places];
    for (let i = 0; i < this.#filled; i += 4) {
      if (places[i + 1]! - places[i]! === wanted.length && text.startsWith(wanted, places[i])) {
        return unescape(text.slice(places[i + 2], places[i + 3]));
      }
    }
    return undefined;
  }

  attributes(): [name: string, value: string][] {
    if (this.#unusual) return this.#unusual;
    const found: [name: string, value: string][] = [];
    for (let i = 0; i < this.#filled; i += 4) {
      const [from, to, valueFrom, valueTo] = this.#places.slice(i, i + 4);
      found.push([this.#text.slice(from, to), unescape(this.#text.slice(valueFrom, valueTo))]);
    }
    return found;
  }

  /** A tag as nearly all are: each value follows its name, between double quotation marks. -1 where it may be another. */
  #readPlain(text: string, open: number): number {
    const from = text.charCodeAt(open + 1) === SLASH ? open + 2 : open + 1;
    let at = this.#endOfName(text, from);
    if (at === from) return -1;
    this.name = text.slice(this.#localFrom, at);
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code <= BLANK || code === SLASH) {
        at += 1;
        continue;
      }
      const end = this.#endOfName(text, at);
      if (end === at || text.charCodeAt(end) !== EQUALS || text.charCodeAt(end + 1) !== QUOTE) return -1;
      const valueEnd = text.indexOf('"', end + 2);
      if (valueEnd === -1) return -1;
      const [places, i] = [this.#places, this.#filled];
      places[i] = this.#localFrom;
      places[i + 1] = end;
      places[i + 2] = end + 2;
      places[i + 3] = valueEnd;
      this.#filled = i + 4;
      at = valueEnd + 1;
    }
  }

  #endOfName(text: string, from: number): number {
    this.#localFrom = from;
    for (let at = from;; at += 1) {
      const code = text.charCodeAt(at);
      // Other letters than those of ASCII, and the end of the text, are for `#readUnusual` to see.
      if (ENDS_NAME[code] !== false) return at;
      if (code === COLON && this.#localFrom === from) this.#localFrom = at + 1;
    }
  }

  #readUnusual(text: string, open: number): number {
    TAG.lastIndex = open;
    const found = TAG.exec(text);
    if (!found) return -1;
    this.name = local(found[1]!);
    this.#unusual = [...found[2]!.matchAll(ATTRIBUTE)].map((
      [, name, one, other],
    ) => [local(name!), unescape(one ?? other!)]);
    return open + found[0].length;
  }
}

/** Reads a whole text. */
export function scanXml(text: string, reader: XmlReader): void {
  const scanner = new XmlScanner(reader);
  const PIECE = 64 * 1024;
  for (let at = 0; at < text.length; at += PIECE) scanner.write(text.slice(at, at + PIECE));
  scanner.end();
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
