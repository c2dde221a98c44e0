/** Words that say whether a part is placed. */

import { conditionIn } from './conditions.ts';

/** `not`: it is not placed. `placed`: it is. Null: the word says neither. */
export type Placing = 'yes' | 'no' | 'not' | 'placed' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split('|'));

/** Answers to whatever question the column asks. */
const YES = words('x|y|yes|true|1|t|ja|j|oui|o|si|sí|sì|s|да|д|是|有|はい|√|✓|✔|☑|●|○|*|checked|set|on');
const NO = words('n|no|false|0|f|nein|non|нет|н|否|无|いいえ|-|--|~|☐|unchecked|none|off|✗|✘|×');

/** What is done with a part, as it is said of one with which it is not done. */
const DONE =
  'placed?|placement|fit|fitted|install|installed|populated?|population|pop|mount|mounted|stuff|stuffed|stuffing|assembled?|assembly|load|loaded|solder|soldered';
/** The same in other languages, with what says not. */
const ELSEWHERE =
  'nicht (?:zu )?best(?:ü|ue)ck(?:t|en)|unbest(?:ü|ue)ckt|nicht montier(?:t|en)|nicht (?:ein)?gel(?:ö|oe)tet|ne pas (?:monter|placer|c(?:â|a)bler|souder|(?:é|e)quiper)|non (?:mont(?:é|e)e?s?|c(?:â|a)bl(?:é|e)e?s?|plac(?:é|e)e?s?)|non montat[oaie]|non montare|no (?:montar|montado|poblar|poblado|colocar|soldar|instalar)|sin montar|n(?:ã|a)o (?:montar|montado|soldar)|niet (?:plaatsen|geplaatst|bestukken|monteren)|nie montowa(?:ć|c)|neosazovat|neosazeno|не (?:устан|став|монтир|пая|запаив)\\p{L}*|不(?:贴片|贴装|贴|焊接|焊|安装|装|上件|上)|未(?:贴|焊|安装|上件|実装)|空(?:贴|焊)|免(?:贴|焊)|非実装|実装(?:なし|しない|せず|不要)|미실장|미삽';

/** What says so where nothing else stands beside it; within a text it may be of a pin, or of an input. */
const ALONE =
  'not used?|unused|n\\.b\\.|entf(?:ä|ae)llt|nicht (?:verbaut|verbauen|ben(?:ö|oe)tigt|verwendet|einbauen)|weglassen|no (?:usar|usado|poner|utilizado|ensamblar)|non (?:utilis(?:é|e)e?s?|usare|usato|utilizzato)|не (?:использ\\p{L}*|нуж(?:ен|но|на|ны))|空置?';

/** What is said of the part itself, whichever way the column is called. */
const NOT_PLACED = new RegExp(
  `^(?:dn[a-z]|d[./]n[./][a-z]\\.?|n[./]? ?[pfmsu]\\.?|n[./]?c\\.?|npl|(?:no|not|non)[ -]?(?:to be )?(?:${DONE})|not (?:used|required|needed)|un(?:placed|fitted|installed|populated|mounted|stuffed|assembled|loaded|soldered|used)|de-?populated?|omit|omitted|excluded?|excluded? from (?:bom|board)|optional|opt|leave empty|empty|预留|${ALONE}|${ELSEWHERE})$|^(?:do ?not|don'?t) ?(?:${DONE}|buy|order|use)\\b`,
  'iu',
);
const PLACED =
  /^(?:placed?|fitted|fit|mounted|mount|populated?|pop|installed|install|stuffed|stuff|assembled?|loaded|load|included?|best(?:ü|ue)ckt|mont(?:é|ato|ado)|贴|焊|实装|実装)$/iu;

/** No such word is longer. */
const MAX_CHARS = 60;
/** Nor has one a digit, but for `1`, `0` and what follows `do not place`: most part numbers and values are this. */
const NO_WORD = /^[A-CE-Z].*\d/i;

/** What a cell that is nothing but such a word says. */
export function readPlacing(text: string): Placing {
  if (text.length > MAX_CHARS || NO_WORD.test(text)) return null;
  const word = text.toLowerCase().replaceAll('_', ' ').trim();
  if (YES.has(word)) return 'yes';
  if (NO.has(word)) return 'no';
  if (NOT_PLACED.test(word)) return 'not';
  return PLACED.test(word) ? 'placed' : null;
}

/** Inside a value, a footprint, a number or a note: `10k DNP`, `R_0603_DNP`, `NA(1k/R0603)`, `Leave empty`. */
const INSIDE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:dnp|dnf|dnm|no[- ]?pop(?:ulate)?|no[- ]?stuff|no[- ]?mount|no[- ]?fit|(?:do[- _]?not|don'?t)[- _]?(?:${DONE})|not[- _](?:to[- _]be[- _])?(?:placed|fitted|populated|installed|mounted|stuffed|assembled|soldered)|unpopulated|unstuffed|leave[- _]empty|${
    ELSEWHERE.replaceAll(' ', '[- _]')
  })(?![\\p{L}\\p{N}])|^dn[isp]$|^(?:dni|dns)[ ,(/_-]|[ ,(/_-](?:dni)$`,
  'iu',
);
/** Every way of it has one of these, and most cells have none: they are looked for in a fraction of the time. */
const MAY_BE_INSIDE = /dn|do|n[oeiã]|un|le|sin|na|не|[不未空免非]|実装|미/i;
const NOT_ASSEMBLED = /^NA[(/]/;

/**
 * What every word about placing begins with, at the beginning of a word or, in scripts that put no blanks between words,
 * anywhere: cells without one, which are nearly all, need not be looked at by each rule.
 */
const MAY_SPEAK_OF_PLACING =
  /(?:^|[^A-Za-z0-9])(?:d[noe./]|n(?:[oeiapfmscuã./ _-]|$)|un|om|ex|emp|entf|weg|op[tcz]|le|si|s[eoó]|only)|[不未空免非実미预仅可选オ선нто]|のみ/i;

/** Whether a text can say anything of placing. */
export function maySpeakOfPlacing(text: string): boolean {
  return MAY_SPEAK_OF_PLACING.test(text);
}

/** Texts are read this far; a novel must not take long. */
const MAX_INSIDE_CHARS = 2_000;

export function saysNotPlaced(text: string): boolean {
  const start = text.slice(0, MAX_INSIDE_CHARS);
  return (MAY_BE_INSIDE.test(start) && INSIDE.test(start)) || NOT_ASSEMBLED.test(start);
}

const UNUSED =
  'not used?|unused|nicht (?:verwendet|benutzt|ben(?:ö|oe)tigt|verbaut)|non utilis(?:é|e)e?|no (?:usado|utilizado)|non (?:usato|utilizzato)|не используется|未使用';
/** `Not used, use a jumper instead`, `unused (spare)`, `not used: 10k`: of a pin it is said behind what has the pin. */
const UNUSED_IN_FRONT = new RegExp(`^(?:${UNUSED})(?=\\s*[,;:.(/–-]|\\s+\\d)`, 'iu');
/** `10k / not used`: a single word stands before it. */
const UNUSED_BEHIND = new RegExp(`^\\S+\\s?[\\s,;/(–-]\\s?(?:${UNUSED})\\)?$`, 'iu');

/** Whether a value says of its part that it is not used. */
export function saysUnused(text: string): boolean {
  return text.length <= MAX_CHARS && (UNUSED_IN_FRONT.test(text) || UNUSED_BEHIND.test(text));
}

/** Short forms that mean nothing else, wherever they stand: `10k DNP`. */
const SHORT_FORM = /(?<![\p{L}\p{N}])(?:dn[fimps]|no[- ]?pop)(?![\p{L}\p{N}])/iu;

/** Whether a text that says so has it in words of a language, which may be about something else. */
export function saysInWords(text: string): boolean {
  return !SHORT_FORM.test(text.slice(0, MAX_INSIDE_CHARS)) && !NOT_ASSEMBLED.test(text);
}

/** What a part is put into that is not soldered itself. */
const SOCKET =
  '(?:ic[- ])?(?:sockets?|(?:pin|female|male)?[- ]?(?:headers?|strips?)|receptacles?|holders?|sockel|fassung(?:en)?|(?:stift|buchsen)leisten?|supports?|z(?:ó|o)calos?|zoccol[oi])';
const IN_SOCKET = new RegExp(
  `(?:do ?not|don'?t|not|nicht|ne pas|no|non)[- ](?:to be )?(?:(?:directly|direkt) )?(?:solder(?:ed)?|(?:ein|an)?(?:l(?:ö|oe)ten|gel(?:ö|oe)tet)|souder|soldar|saldare).*[\\s,;:.(](?:use|using|uses|plug(?:ged)?|insert(?:ed)?|put|place|mount(?:ed)?|in|into|on|onto|with|verwende[nt]?|benutzen|stecken|auf|mit|utiliser|usar|usare)\\s(?:\\p{L}+\\s){0,2}${SOCKET}(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Whether a text that says that a part is not soldered says, too, what it is plugged into: `do not solder, use a socket`. */
export function isPluggedIn(text: string): boolean {
  return text.length <= MAX_PLUGGED_CHARS && IN_SOCKET.test(text);
}

/** What is longer tells a story. */
const MAX_PLUGGED_CHARS = 120;

/** `0402 NP`, `R_0603_NP`: of `CAP_NP_0805` it is a part. */
const BEHIND_NP = /^(.*[^\s_,;/(-])[\s_,;/(-]+NP\)?$/u;
/** `100nF NP`, `NP/10k`, `100n, NP, 50V`: of `NP0` it is a part. */
const NP = /(?:^|[\s_,;/(-])NP(?=$|[\s_,;/)-])/u;
/** From about a microfarad on, capacitors are polar unless they say that they are not. */
const MICROFARADS = /^\d+(?:[.,]\d+)?\s?(?:u|µ|μ)|^\d+(?:u|µ|μ)\d|^\d+(?:[.,]\d+)?\s?mF/iu;
const VALUE_WITH_UNIT = /^\d+(?:[.,]\d+)?\s?(?:[pnuµμmkMGRΩ]|ohm)|^\d+[pnkMR]\d/iu;
/** Of these many are sold as not polar, as are those of film: a rating that ceramic ones rarely have, or a word says so. */
const FILM =
  /(?<![\d.,])(?:63|[1-9]\d{2,3})\s?V|(?<!\p{L})(?:film|foil|folie|mk[cpst]|fk[cps]|polyester|polyprop\p{L}*|non[- ]?polar\p{L}*|bipolar|ac)(?!\p{L})/iu;
const CAPACITANCE = /^\d+(?:[.,]\d+)?\s?[pnuµμ]F?(?![\p{L}H])|^\d+[pnuµμ]\d/iu;
/** `C_0805`, `CAP_1206`, `Capacitor_SMD:C_0805`. */
const OF_CAPACITOR = /(?:^|[:/\s])C(?:AP\p{L}*)?(?=[\s_\d-])/iu;
const SIZE = /\d{3,4}(?:_?metric)?$|^(?:SO|SC|TO|DO|QF|LQ|TS)/iu;

/** What `NP` behind a value or a size says: that the part is not placed, or that it is not polar; null without it. */
export function meaningOfNp(
  text: string,
  role: 'value' | 'footprint',
  isOfCapacitors: () => boolean,
): 'not' | 'unsure' | null {
  if (text.length > MAX_CHARS || !text.includes('NP')) return null;
  if (role === 'footprint') {
    const before = BEHIND_NP.exec(text)?.[1];
    if (before === undefined || !SIZE.test(before)) return null;
    // Libraries draw capacitors that are polar and others: `C_1206_P`, `C_1206_NP`.
    return OF_CAPACITOR.test(before) || isOfCapacitors() ? 'unsure' : 'not';
  }
  const others = text.replace(NP, ' ').replace(/^[\s_,;/()-]+/, '');
  if (others === text || others.trim() === '') return null;
  if (CAPACITANCE.test(others) && FILM.test(others)) return 'unsure';
  return MICROFARADS.test(others) || !VALUE_WITH_UNIT.test(others) ? 'unsure' : 'not';
}

/** `NF(R1 R2)`, `DNP: C4, C5`: the places that are left empty, among others. */
const AMONG = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:nf|np|dn[fmpi]|not (?:${DONE})|do not (?:${DONE}))\\s?[:(=]?\\s?((?:[A-Z]{1,5}\\d{1,5}(?:[\\s,;]{1,3}|(?=\\)|$)))+)`,
  'giu',
);
const MAY_BE_AMONG = /n[fp]|dn|not|opt/i;

/** The designators that a text names behind a word for what is not placed; none where it names none. */
export function notPlacedAmong(text: string): string[] {
  if (!MAY_BE_AMONG.test(text) || !/\d/.test(text)) return [];
  return [...text.slice(0, MAX_INSIDE_CHARS).matchAll(AMONG)].flatMap(([, names]) =>
    names!.split(/[\s,;]+/).filter(Boolean)
  );
}

/** `DNS D4`, `DNP: R3, R4`: words for it before the places that are left empty. */
const BEFORE_PLACES = new RegExp(
  `(?<![^\\s,;(])(?:dn[fimps]|no[- ]?pop|no[- ]?stuff|(?:do[- ]not|don'?t)[- ](?:${DONE})|not[- ](?:${DONE}))(?:\\s?[:=]\\s*|\\s+|$)`,
  'giu',
);

/** A cell of places without the words in it that leave them empty. */
export interface Places {
  readonly text: string;
  /** Which of the places the words mean: all, where one stands before the first of them. `open`: there is a word for that instead. */
  readonly notPlaced: 'all' | 'some' | 'none' | 'open';
}

export function readPlaces(text: string): Places {
  if (!MAY_BE_AMONG.test(text)) return { text, notPlaced: 'none' };
  if (conditionIn(text) === 'open') return { text: '', notPlaced: 'open' };
  const start = text.slice(0, MAX_INSIDE_CHARS);
  const [first] = start.matchAll(BEFORE_PLACES);
  if (!first) return { text, notPlaced: 'none' };
  return {
    text: `${start.replaceAll(BEFORE_PLACES, '')}${text.slice(MAX_INSIDE_CHARS)}`.trim(),
    notPlaced: start.slice(0, first.index).trim() === '' ? 'all' : 'some',
  };
}

/** None of the words for it is longer. */
const MAX_WORD_CHARS = 24;
const WORD = new RegExp(
  `^(?:dn[a-z]|n[fmpu]|n\\.m\\.|no[ -]?(?:fit|pop|populate|place|mount|stuff|load|solder|assemble|install)|(?:not|do[ -]?not|don'?t)[ -]?(?:${DONE})|unpopulated|${ALONE}|${ELSEWHERE})$`,
  'iu',
);

/** What each of them begins with; `\u017f` is another s. */
const MAY_BE_WORD = /^[dneuwsDNEUWS\u017f\u0080-\uffff]/;

/** A value that is nothing but a word for it. */
export function isNotPlacedWord(text: string): boolean {
  const word = text.trim();
  return word.length <= MAX_WORD_CHARS && MAY_BE_WORD.test(word) && WORD.test(word);
}

/** What stands in brackets of any kind, alone: `<NP>`, `[DNP]`. */
const BRACKETED = /^[<([{]\s?(\p{L}[\p{L}./ ]{0,22}?)\s?[>)\]}]$/u;

/** A text without the brackets around all of it. */
export function withoutBrackets(text: string): string {
  return text.length <= MAX_WORD_CHARS + 4 ? BRACKETED.exec(text)?.[1] ?? text : text;
}

/** Whether a cell for part numbers has nothing but a word that says that the part is not placed. */
export function isNotPlacedNumber(text: string): boolean {
  const word = withoutBrackets(text);
  return readPlacing(word) === 'not' || isNotPlacedWord(word);
}
