/**
 * From bytes to text: marks first, then what decodes without an error, then what reads like text. Nothing is decoded
 * with replacement characters, and what was not certain is said.
 */
import { isDamaged } from '../../domain/hidden.ts';
import { cut } from '../quoting.ts';
import type { Issue } from '../issues.ts';
import { BomRefusal, damaged } from '../refusal.ts';

export interface Decoded {
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  readonly issues: readonly Issue[];
}

/** What text is written in where it is no Unicode, each with how much a text in it looks like one. */
const LEGACY: readonly {
  readonly encoding: string;
  readonly name: string;
  readonly score: (text: string) => number;
}[] = [
  { encoding: 'windows-1252', name: 'Windows-1252 (Western Europe)', score: scoreWestern },
  { encoding: 'gb18030', name: 'GB18030 (Chinese)', score: scoreChinese },
  { encoding: 'shift_jis', name: 'Shift_JIS (Japanese)', score: scoreJapanese },
  { encoding: 'windows-1251', name: 'Windows-1251 (Cyrillic)', score: scoreCyrillic },
];

/**
 * @throws BomRefusal `damaged_file` for Unicode that breaks off, `unsupported_file` for what is no text
 */
export function decode(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const unicode = unicodeOf(bytes);
  if (unicode) return finish(strict(bytes, unicode) ?? brokenOff(unicode), unicode, []);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return finish(utf8, 'utf-8', []);
  if (isBinary(bytes.length, (at) => bytes[at]!)) throw notText();
  return decodeLegacy(bytes);
}

/** What a mark says, or, without one, that every second byte of Western text in UTF-16 is zero. */
function unicodeOf(bytes: Uint8Array<ArrayBuffer>): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return strict(bytes, 'utf-8') === null ? null : 'utf-8';
  }
  const sample = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  // Separators, digits and line ends are enough of Western text in a BOM of any language.
  if (even + odd < sample.length / 10 || bytes.length % 2 === 1) return null;
  if (odd > 20 * even) return 'utf-16le';
  return even > 20 * odd ? 'utf-16be' : null;
}

function strict(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Half a character, at the end or where something else begins. */
function brokenOff(encoding: string): never {
  throw damaged(`it begins as ${encoding.toUpperCase()} and does not go on as such`);
}

function finish(decoded: string, encoding: string, issues: readonly Issue[]): Decoded {
  // A mark begins each of several files that were put into one.
  const text = decoded.replaceAll('\ufeff', '').replace(/\0+$/, '');
  if (isBinary(text.length, (at) => text.charCodeAt(at))) throw notText();
  return {
    text,
    encoding,
    issues: decoded.lastIndexOf('\ufeff') > 0
      ? [
        ...issues,
        info(
          'marks_removed',
          'The file has a byte order mark in its middle, as files put into one have. It was removed.',
        ),
      ]
      : issues,
  };
}

function info(code: string, detail: string): Issue {
  return { severity: 'info', row: null, column: null, code, detail };
}

/** Whether so many controls stand in it that it is no text: tabs, line and page ends are none, nor is an escape. */
function isBinary(length: number, codeAt: (at: number) => number): boolean {
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(at);
    if (code < 9 || (code > 13 && code < 27)) controls += 1;
  }
  return controls > Math.max(8, length / 100);
}

function notText(): BomRefusal {
  return new BomRefusal(
    'unsupported_file',
    'The file is neither text nor a workbook. Export the BOM as CSV or XLSX and send that.',
  );
}

const LINE_FEED = 0x0a;
/** Enough to tell one language from another. */
const SCORED_CHARS = 4_000;

function decodeLegacy(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const lines = linesOf(bytes);
  const broken = lines.filter((line) => strict(line, 'utf-8') === null);
  // Where most lines with such bytes are UTF-8, somebody pasted the others in.
  const others = lines.filter((line) => line.some((byte) => byte >= 0x80)).length - broken.length;
  const isMixed = others > broken.length;
  const sample = concat(isMixed ? broken : lines.filter((line) => line.some((byte) => byte >= 0x80)));
  const best = LEGACY
    .map((candidate) => {
      const text = strict(isMixed ? sample : bytes, candidate.encoding);
      const shown = isMixed ? text : strict(sample, candidate.encoding);
      return { ...candidate, text, points: shown === null ? -Infinity : meanScore(shown, candidate.score) };
    })
    .reduce((best, next) => next.points > best.points ? next : best);
  if (best.text === null) throw notText();
  const at = lines.indexOf(broken[0]!) + 1;
  const read = strict(broken[0]!, best.encoding) ?? '';
  const example = cut(/[^\s,;|"]*[^\0-\x7f][^\s,;|"]*/.exec(read)?.[0] ?? '');
  const what = isMixed
    ? `${broken.length} lines of the file are not UTF-8 and were`
    : 'The file is not UTF-8 and was';
  const issue: Issue = {
    severity: best.points > 0.5 ? 'info' : 'warning',
    row: at,
    column: null,
    code: 'encoding_guessed',
    detail:
      `${what} read as ${best.name}: line ${at} has "${example}". If that is wrong, save the file as UTF-8 and send it again.`,
  };
  const text = isMixed
    ? lines.map((line) => strict(line, 'utf-8') ?? strict(line, best.encoding) ?? '').join('')
    : best.text;
  if (isDamaged(text)) throw notText();
  return finish(text, best.encoding, [issue]);
}

/** With their line feeds. No byte of a character is one in any of these encodings. */
function linesOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const lines: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(at, next));
    at = next;
  }
  return lines;
}

function concat(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
  }
  return all;
}

/** The mean over what is not ASCII; an encoding that swallows ASCII has fewer characters, and they look odd. */
function meanScore(text: string, score: (text: string) => number): number {
  const runs = text.match(/[^\0-\x7f]+/g) ?? [];
  let [points, characters] = [0, 0];
  for (const run of runs) {
    points += score(run);
    characters += run.length;
    if (characters > SCORED_CHARS) break;
  }
  return characters === 0 ? 0 : points / characters;
}

const WESTERN_SIGN = /[µ°±²³×·–—‘’“”•…€£©®™½¼Ø§´«»]/;

/** Between ASCII stands one such letter, rarely two; more of them in a row are another encoding's. */
function scoreWestern(run: string): number {
  if (/[\x80-\x9f]/.test(run)) return -run.length;
  if (run.length > 2) return -0.5 * run.length;
  return [...run].reduce(
    (sum, sign) => sum + (/\p{L}/u.test(sign) || WESTERN_SIGN.test(sign) ? 1 : -0.5),
    0,
  ) -
    (run.length > 1 ? 0.8 : 0);
}

const GB2312_LEVEL_1 = levelOne();

function levelOne(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail += 1) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

const EAST_ASIAN_SIGN = /[Ω℃±×μ°Φ、。，（）：；“”—·～％＃－＋／Ａ-Ｚａ-ｚ０-９　]/;

/** Nearly all characters that are in use are among the first 3,755. */
function scoreChinese(run: string): number {
  return [...run].reduce((sum, sign) => {
    if (GB2312_LEVEL_1.has(sign) || EAST_ASIAN_SIGN.test(sign)) return sum + 1;
    return sum + (/\p{Script=Han}/u.test(sign) ? -0.3 : -1);
  }, 0);
}

/** Text in Japanese has kana between its characters; half as wide, they are rare and what other encodings look like. */
function scoreJapanese(run: string): number {
  return [...run].reduce((sum, sign) => {
    if (/[\u3041-\u30fe]/.test(sign) || EAST_ASIAN_SIGN.test(sign)) return sum + 1;
    if (/[\uff61-\uff9f]/.test(sign)) return sum - 0.5;
    return sum + (/\p{Script=Han}/u.test(sign) ? 0.6 : -1);
  }, 0);
}

/** Words, in which a capital stands first or all are capitals. */
function scoreCyrillic(run: string): number {
  if (!/^\p{Script=Cyrillic}+$/u.test(run)) {
    return run.length > 1 || !/[±µ°№«»–—]/.test(run) ? -run.length : 0.5;
  }
  const isWord = /^[А-ЯЁ]?[а-яё]+$|^[А-ЯЁ]+$/.test(run);
  return run.length < 2 ? 0 : isWord ? 0.9 * run.length : -0.5 * run.length;
}
