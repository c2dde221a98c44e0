/** Manufacturers as people write them, resolved to one canonical name each. */
import { type ManufacturerNames, manufacturerNames } from './manufacturer-names.ts';
import { visibleText } from './part-number.ts';

/**
 * How a text names a manufacturer. `exact` is the canonical name itself, `alias` another spelling of it, `legacy` a
 * brand it took over, `linked` another manufacturer that parts of this one came from. `confidence` is 0-1.
 */
export interface ManufacturerMatch {
  readonly name: string;
  readonly kind: 'exact' | 'alias' | 'legacy' | 'linked';
  readonly confidence: number;
}

/** A brand that was taken over may name parts that changed hands again or went out of production since. */
const CONFIDENCE = { exact: 1, alias: 0.95, legacy: 0.7, linked: 0.7 } as const;

/** Ends of a company's name that say what kind of company it is, never which. */
const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'AG',
  'ASA',
  'BV',
  'CO',
  'COMPANY',
  'CORP',
  'CORPORATION',
  'GMBH',
  'INC',
  'INCORPORATED',
  'KG',
  'KK',
  'LIMITED',
  'LLC',
  'LTD',
  'NV',
  'PLC',
  'PTE',
  'SA',
  'SE',
  'SPA',
]);

/**
 * Words that companies of this trade add to their names. They are dropped only when the rest is a canonical
 * name: `Murata Electronics` is Murata, but `Texas Electronics` is another company than the one known as
 * `Texas`.
 */
const TRADE_WORDS: ReadonlySet<string> = new Set([
  'AMERICA',
  'COMPONENTS',
  'ELEC',
  'ELECTRIC',
  'ELECTRONIC',
  'ELECTRONICS',
  'EUROPE',
  'INTERNATIONAL',
  'SEMICON',
  'SEMICONDUCTOR',
  'SEMICONDUCTORS',
  'TECH',
  'TECHNOLOGIES',
  'TECHNOLOGY',
  'USA',
]);

const ASCII = /^[ -~]*$/;

/**
 * Upper case words without accents, punctuation and legal form: `Würth Elektronik GmbH & Co. KG` → `WURTH
 * ELEKTRONIK`.
 */
function wordsOf(text: string): string[] {
  // Of ASCII, which most names are of, nothing is folded.
  const isAscii = ASCII.test(text);
  const plain = isAscii
    ? text.toUpperCase()
    : visibleText(text).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  const words = (plain.includes('.') ? plain.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '') : plain).split(
    isAscii ? /[^A-Z0-9&]+/ : /[^\p{L}\p{N}&]+/u,
  ).filter(Boolean);
  while (words.length > 1 && (words.at(-1) === '&' || LEGAL_FORMS.has(words.at(-1) ?? ''))) words.pop();
  return words;
}

/** What is compared of a name: `WURTHELEKTRONIK`. Migrations that merge components make it in SQL, too. */
export const nameKey = (text: string): string => wordsOf(text).join('');

const known = new Map<string, ManufacturerMatch>();
const canonical = new Map<string, ManufacturerMatch>();
const short = new Map<string, readonly ManufacturerMatch[]>();
const linked = new Map(manufacturerNames.map(({ name, linked = [] }) => [name, linked]));

function match({ name }: ManufacturerNames, kind: ManufacturerMatch['kind']): ManufacturerMatch {
  return { name, kind, confidence: CONFIDENCE[kind] };
}

for (const names of manufacturerNames) {
  canonical.set(nameKey(names.name), match(names, 'alias'));
  for (const text of names.legacy ?? []) known.set(nameKey(text), match(names, 'legacy'));
  for (const text of names.aliases ?? []) known.set(nameKey(text), match(names, 'alias'));
  known.set(nameKey(names.name), match(names, 'exact'));
  for (const [texts, kind] of [[names.short, 'alias'], [names.shortLegacy, 'legacy']] as const) {
    for (const text of texts ?? []) short.set(text, [...(short.get(text) ?? []), match(names, kind)]);
  }
}

/** No known name is longer, so a longer text is not even compared. */
const LONGEST_NAME = Math.max(...[...known.keys()].map((key) => key.length));

/**
 * Distributors put the name in the local language or a mark such as `(VA)` in brackets at the end. Found from the end:
 * a pattern that begins with white space would try again from each of a long row of spaces.
 */
function withoutRemark(text: string): string {
  const name = visibleText(text).trimEnd();
  const start = name.lastIndexOf('(');
  return start !== -1 && name.indexOf(')', start) === name.length - 1 ? name.slice(0, start) : name;
}

function lookUp(text: string): ManufacturerMatch | null {
  const words = wordsOf(text);
  let name = words.join('');
  const whole = known.get(name);
  if (whole) return whole;
  while (words.length > 1 && TRADE_WORDS.has(words.at(-1) ?? '')) {
    name = name.slice(0, -(words.pop() ?? '').length);
    const rest = name.length <= LONGEST_NAME ? canonical.get(name) : undefined;
    if (rest) return rest;
  }
  return null;
}

/**
 * The manufacturer that `text` names, or null when it is unknown or too short to tell (`ST`, `ON`, `TE` and the
 * like: see `agreesWith`). Case, accents, marks without ink, legal forms and a bracketed remark do not
 * matter.
 */
export function resolveManufacturer(text: string): ManufacturerMatch | null {
  const found = lookUp(text);
  if (found) return found;
  const name = withoutRemark(text);
  return name === text ? null : lookUp(name);
}

/** What stands between manufacturers of whom each will do: `onsemi / Nexperia`, `Murata, TDK or Samsung`. */
const EITHER = /[/,;|]|\b(?:or|oder|ou|o)\b/iu;
/** As many, and as long a text, as anybody lists. */
const MOST_NAMES = 10;
const LONGEST_LIST = 200;

/** What is left of a text without a bracketed remark, as abbreviations are kept. */
const abbreviationOf = (text: string): string => wordsOf(withoutRemark(text)).join('').replace('&', '');

/**
 * The manufacturers that a cell leaves to choose from, as it writes them and in its order. One name alone, and a text of which a
 * part is no manufacturer that is known, is one.
 */
export function eitherOf(text: string): readonly string[] {
  if (text.length > LONGEST_LIST || !EITHER.test(text) || resolveManufacturer(text) !== null) return [text];
  const names = text.split(EITHER).map((name) => name.trim()).filter(Boolean);
  const areKnown = names.length > 1 && names.length <= MOST_NAMES &&
    names.every((name) => resolveManufacturer(name) !== null || short.has(abbreviationOf(name)));
  return areKnown ? names : [text];
}

/**
 * How `text` names the manufacturer `name` (canonical), or null when it does not. This is where short abbreviations
 * count: `name` comes from the part number, which decides what the abbreviation alone leaves open. Of several in one cell
 * each is accepted.
 */
export function agreesWith(text: string, name: string): ManufacturerMatch | null {
  const resolved = resolveManufacturer(text);
  if (resolved?.name === name) return resolved;
  if (resolved) {
    return linked.get(name)?.includes(resolved.name)
      ? { name, kind: 'linked', confidence: CONFIDENCE.linked }
      : null;
  }
  if (nameKey(text) === nameKey(name)) return { name, kind: 'exact', confidence: CONFIDENCE.exact };
  const abbreviated = short.get(abbreviationOf(text))?.find((candidate) => candidate.name === name);
  if (abbreviated) return abbreviated;
  const names = eitherOf(text);
  if (names.length === 1) return null;
  return names.flatMap((one) => agreesWith(one, name) ?? []).toSorted((a, b) =>
    b.confidence - a.confidence
  )[0] ??
    null;
}
