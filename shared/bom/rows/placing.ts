/** Words that say whether a part is placed. */

/** `not`: it is not placed. `placed`: it is. Null: the word says neither. */
export type Placing = 'yes' | 'no' | 'not' | 'placed' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split('|'));

/** Answers to whatever question the column asks. */
const YES = words('x|y|yes|true|1|t|ja|j|oui|o|si|sí|sì|s|да|д|是|有|はい|√|✓|✔|☑|●|○|*|checked|set|on');
const NO = words('n|no|false|0|f|nein|non|нет|н|否|无|いいえ|-|--|~|☐|unchecked|none|off|✗|✘|×');

/** What is said of the part itself, whichever way the column is called. */
const NOT_PLACED =
  /^(?:dn[a-z]|d\.n\.[a-z]\.?|nopop|nostuff|no ?fit|no ?load|no ?mount|no ?place|nf|nm|np|npl|not ?(?:placed|fitted|populated|installed|mounted|stuffed|assembled|used|fit|loaded)|unpopulated|unplaced|omit|omitted|excluded|exclude|excluded from bom|excluded from board|exclude from bom|optional|opt|leave empty|empty|nicht best(?:ü|ue)ck(?:t|en)|unbest(?:ü|ue)ckt|non mont(?:é|e|ato)|no montar|не (?:ставить|устанавливать|монтировать|паять)|不贴|不焊|不装|不上件|空贴|空焊|未実装|実装なし)$|^(?:do ?not|don'?t|dont) ?(?:place|fit|install|populate|mount|stuff|assemble|solder|load|buy|order)\b/iu;
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
const INSIDE =
  /(?<![\p{L}\p{N}])(?:dnp|dnf|dnm|nopop|no[- ]?pop|no[- ]?stuff|do[- _]?not[- _]?(?:place|fit|install|populate|mount|stuff|assemble|solder|load)|don'?t[- _]?(?:place|fit|install|populate|mount|stuff|assemble|solder)|not[- _](?:placed|fitted|populated|installed|mounted|stuffed|assembled)|unpopulated|leave[- _]empty|nicht[- _]best(?:ü|ue)ck(?:t|en)|не (?:устанавливать|ставить|монтировать|паять)|不贴|不焊|不上件|未実装)(?![\p{L}\p{N}])|^dn[isp]$|^(?:dni|dns)[ ,(/_-]|[ ,(/_-](?:dni)$/iu;
/** Every way of it has one of these, and most cells have none: they are looked for in a fraction of the time. */
const MAY_BE_INSIDE = /dn|do|no|un|le|ni|не|不|未/i;
const NOT_ASSEMBLED = /^NA[(/]/;

/** Texts are read this far; a novel must not take long. */
const MAX_INSIDE_CHARS = 2_000;

export function saysNotPlaced(text: string): boolean {
  const start = text.slice(0, MAX_INSIDE_CHARS);
  return (MAY_BE_INSIDE.test(start) && INSIDE.test(start)) || NOT_ASSEMBLED.test(start);
}

/** None of the words for it is longer. */
const MAX_WORD_CHARS = 15;

/** A value that is nothing but a word for it. */
export function isNotPlacedWord(text: string): boolean {
  const word = text.trim();
  return word.length <= MAX_WORD_CHARS &&
    /^(?:dn[a-z]|nopop|no ?pop|no ?stuff|nostuff|nf|nm|np|n\.m\.|not ?(?:placed|fitted|populated|installed|mounted|stuffed)|unpopulated)$/i
      .test(word);
}
