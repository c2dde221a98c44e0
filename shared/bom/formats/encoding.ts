/**
 * From bytes to text: marks first, then what decodes without an error, then what reads like text. Nothing is decoded
 * with replacement characters, and what was not certain is said.
 */
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
  { encoding: 'big5', name: 'Big5 (traditional Chinese)', score: scoreTraditional },
  { encoding: 'euc-kr', name: 'EUC-KR (Korean)', score: scoreKorean },
];

/**
 * @throws BomRefusal `damaged_file` for Unicode that breaks off, `unsupported_file` for what is no text
 */
export function decode(bytes: Uint8Array): Decoded {
  const unicode = unicodeOf(bytes);
  if (unicode) return finish(strict(bytes, unicode) ?? brokenOff(unicode), unicode, []);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return finish(utf8, 'utf-8', []);
  if (isBinary(bytes.length, (at) => bytes[at]!)) throw notText();
  return decodeLegacy(bytes);
}

/** What a mark says, or, without one, that every second byte of Western text in UTF-16 is zero. */
function unicodeOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
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

/** @param isCut whether the last character may be cut in half, which is then left out */
function strict(bytes: Uint8Array, encoding: string, isCut = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}

/** Half a character, at the end or where something else begins. */
function brokenOff(encoding: string): never {
  throw damaged(`it begins as ${encoding.toUpperCase()} and does not go on as such`);
}

function finish(decoded: string, encoding: string, found: readonly Issue[]): Decoded {
  if (isBinary(decoded.length, (at) => decoded.charCodeAt(at))) throw notText();
  const issues = [...found];
  // A mark begins each of several files that were put into one.
  if (decoded.lastIndexOf('\ufeff') > 0) {
    issues.push(info(
      'marks_removed',
      'The file has a byte order mark in its middle, as files put into one have. It was removed.',
    ));
  }
  const text = decoded.replaceAll('\ufeff', '');
  const end = text.endsWith('\0') ? text.replace(/\0+$/, '') : text;
  if (end.includes('\0')) {
    issues.push(info('zeros_removed', 'The file has zero bytes within its text. They were removed.'));
  }
  return { text: end.replaceAll('\0', ''), encoding, issues };
}

function info(code: Issue['code'], detail: string): Issue {
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
/** Points by which an encoding has to be better than the next to be sure, where that one is told apart by its words alone. */
const CLOSE = 0.1;
const EAST_ASIAN: ReadonlySet<string> = new Set(['gb18030', 'big5', 'euc-kr']);
/** Enough to tell one language from another. */
const SCORED_BYTES = 16 * 1024;

function decodeLegacy(bytes: Uint8Array): Decoded {
  const survey = surveyOf(bytes);
  // Where most lines with such bytes are UTF-8, somebody pasted the others in.
  const isMixed = survey.otherLines > survey.brokenLines && survey.pieces.length <= MAX_PIECES;
  const sample = Uint8Array.from(isMixed ? survey.broken : survey.sample);
  const candidates = LEGACY
    .map((candidate) => {
      const shown = strict(sample, candidate.encoding, true);
      const points = shown === null ? -Infinity : meanScore(shown, candidate.score);
      // A word or two may be Chinese that happens to look so.
      const isLittle = candidate.encoding === 'euc-kr' && (shown?.match(HANGUL)?.length ?? 0) < LEAST_HANGUL;
      return { ...candidate, points: isLittle ? Math.min(points, LESS_USUAL) : points };
    })
    .toSorted((a, b) => b.points - a.points);
  for (const [place, { encoding, name, points }] of candidates.entries()) {
    const text = isMixed ? decodeMixed(bytes, survey.pieces, encoding) : strict(bytes, encoding);
    if (text === null) continue;
    const read = strict(survey.firstBroken, encoding, true) ?? '';
    const example = cut(/[^\s,;|"]{0,30}[^\0-\x7f][^\s,;|"]{0,30}/.exec(read)?.[0] ?? '');
    const what = isMixed
      ? `Some lines of the file, ${survey.brokenLines}, are not UTF-8 and were`
      : 'The file is not UTF-8 and was';
    const [other] = candidates.slice(place + 1);
    const isClose = other !== undefined && points - other.points < CLOSE && EAST_ASIAN.has(other.encoding);
    const isSure = points > 0.5 && !isClose;
    return finish(text, encoding, [{
      severity: isSure ? 'info' : 'warning',
      row: survey.firstBrokenLine,
      column: null,
      code: 'encoding_guessed',
      detail: `${what} read as ${name}: line ${survey.firstBrokenLine} has "${example}".${
        isClose ? ` It could also be ${other.name}.` : ''
      }${isSure ? '' : ' If that is wrong, save the file as UTF-8 and send it again.'}`,
    }]);
  }
  throw notText();
}

/** Pieces of a file that are in turn one and the other; more of them were not pasted in by hand. */
const MAX_PIECES = 2_000;

interface Piece {
  readonly isUtf8: boolean;
  readonly from: number;
  to: number;
}

/** Looks at each line that has more than ASCII once: whether that is UTF-8. */
function surveyOf(bytes: Uint8Array) {
  const survey = {
    brokenLines: 0,
    otherLines: 0,
    firstBrokenLine: 0,
    firstBroken: bytes.subarray(0, 0),
    broken: [] as number[],
    sample: [] as number[],
    pieces: [] as Piece[],
  };
  const addPiece = (isUtf8: boolean, from: number, to: number) => {
    const last = survey.pieces.at(-1);
    if (last?.isUtf8 === isUtf8) last.to = to;
    else if (survey.pieces.length <= MAX_PIECES) survey.pieces.push({ isUtf8, from, to });
  };
  for (let [from, line] = [0, 1]; from < bytes.length; line += 1) {
    const ascii = asciiLines(bytes, from);
    if (ascii.to > from) addPiece(true, from, ascii.to);
    from = ascii.to;
    line += ascii.lines;
    let [at, hasHigh, isBroken] = [from, false, false];
    for (; at < bytes.length && bytes[at] !== LINE_FEED; at += 1) {
      if (bytes[at]! < 0x80) continue;
      hasHigh = true;
      const more = isBroken ? 0 : followersOf(bytes, at);
      if (more === -1) isBroken = true;
      else at += more;
    }
    const to = Math.min(bytes.length, at + 1);
    if (isBroken) {
      if (survey.brokenLines === 0) {
        survey.firstBrokenLine = line;
        survey.firstBroken = bytes.subarray(from, Math.min(to, from + SCORED_BYTES));
      }
      survey.brokenLines += 1;
    } else if (hasHigh) survey.otherLines += 1;
    for (const [list, isIn] of [[survey.broken, isBroken], [survey.sample, hasHigh]] as const) {
      // Whole lines, so that no character is cut in half but the last.
      if (!isIn || (list.length > 0 && list.length + to - from > SCORED_BYTES)) continue;
      for (let i = from; i < Math.min(to, from + SCORED_BYTES); i += 1) list.push(bytes[i]!);
    }
    if (to > from) addPiece(!isBroken, from, to);
    from = to;
  }
  return survey;
}

/** Whole lines of nothing but ASCII, of which there may be millions: they say nothing, and are only counted. */
function asciiLines(bytes: Uint8Array, from: number): { readonly to: number; readonly lines: number } {
  let [to, lines] = [from, 0];
  for (let at = from; at < bytes.length && bytes[at]! < 0x80; at += 1) {
    if (bytes[at] !== LINE_FEED) continue;
    to = at + 1;
    lines += 1;
  }
  return { to, lines };
}

/** How many bytes follow the first of a character in UTF-8; -1 where it is none. */
function followersOf(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const more = lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
  for (let i = 1; i <= more; i += 1) if ((bytes[at + i] ?? 0) >> 6 !== 2) return -1;
  return more;
}

function decodeMixed(
  bytes: Uint8Array,
  pieces: readonly Piece[],
  encoding: string,
): string | null {
  let text = '';
  for (const { isUtf8, from, to } of pieces) {
    const piece = strict(bytes.subarray(from, to), isUtf8 ? 'utf-8' : encoding);
    if (piece === null) return null;
    text += piece;
  }
  return text;
}

/** The mean over what is not ASCII; an encoding that swallows ASCII has fewer characters, and they look odd. */
function meanScore(text: string, score: (text: string) => number): number {
  let [points, characters] = [0, 0];
  // A novel in one run is looked at in pieces, like any other.
  for (const [run] of text.matchAll(/[^\0-\x7f]{1,80}/g)) {
    points += score(run);
    characters += run.length;
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

const GB2312_LEVEL_1 = charactersOf('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]);
/** Made when a text is met that may be in it. */
let big5Level1: ReadonlySet<string> | undefined;

/** The characters of a rectangle of a table of two bytes: leads from and to, and trails from and to. */
function charactersOf(
  encoding: string,
  [first, last]: readonly [number, number],
  trails: readonly (readonly [from: number, to: number])[],
): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail);
    }
  }
  // What a table leaves free is no character.
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replaceAll('\ufffd', ''));
}

const EAST_ASIAN_SIGN = /[Ω℃±×μ°Φ、。，（）：；“”—·～％＃－＋／Ａ-Ｚａ-ｚ０-９　]/;

/** Nearly all characters that are in use are among the first 3,755. */
function scoreChinese(run: string): number {
  return [...run].reduce((sum, sign) => {
    if (GB2312_LEVEL_1.has(sign) || EAST_ASIAN_SIGN.test(sign)) return sum + 1;
    return sum + (/\p{Script=Han}/u.test(sign) ? -0.3 : -1);
  }, 0);
}

/** One character alone between ASCII is what a Western letter makes of itself and the letter behind it: `µF`. */
const ALONE = 0.3;
/** Simplified Chinese is read where both are as good. */
const LESS_USUAL = 0.98;

/** As in Chinese of the mainland, of Taiwan's table, in which the 5,401 characters in use come first. */
function scoreTraditional(run: string): number {
  const usual = big5Level1 ??= charactersOf('big5', [0xa4, 0xc6], [[0x40, 0x7e], [0xa1, 0xfe]]);
  const points = [...run].reduce((sum, sign) => {
    if (usual.has(sign) || EAST_ASIAN_SIGN.test(sign)) return sum + 1;
    return sum + (/\p{Script=Han}/u.test(sign) ? -0.3 : -1);
  }, 0);
  return LESS_USUAL * (run.length === 1 ? Math.min(points, ALONE) : points);
}

/** Syllables of which most Korean text is made, and of lists of parts. */
const USUAL_SYLLABLES: ReadonlySet<string> = new Set(
  '이다의가는에을를로하지고기사도한자서시인대리스어나정아부전일수있보원제주구과해상조성라그여장유만와국트동으관공니위무세소모비경' +
    '신연교선러계실치단당게안중산행생발요물용력레미마진터영화들번간역격명오드음량름반품면체분회방결류접출입적온압콘덴커패저항칩호' +
    '재값참순총합규형식믹탄알크털릭퍼런페프삼업메벌픽넘버개외설양험처코노히핀점토바색랜블열판녹탈차함컨폭광청백흑황휴즈퓨릴' +
    '집측석납땜표준문특운높낮두께길변환증충배볼강감승필쇼너더싱글암숫헤딩링캐캡콜렉베냉극박막후권금속피카본칼럼없',
);

/**
 * Every byte pair of Korean is a usual character of Chinese, too. Text is Korean where all of it is Hangul and much of that is
 * made of usual syllables: Chinese read so has rare ones, and characters besides.
 */
function scoreKorean(run: string): number {
  return [...run].reduce((sum, sign) => {
    if (USUAL_SYLLABLES.has(sign)) return sum + 1.6;
    if (/\p{Script=Hangul}/u.test(sign)) return sum - 0.2;
    return sum + (EAST_ASIAN_SIGN.test(sign) ? 1 : -2);
  }, 0);
}

const HANGUL = /\p{Script=Hangul}/gu;
const LEAST_HANGUL = 5;

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
