/** What a row below the header is: a line, or something that stands between lines. */

import { beginsWithLetter } from '../ascii.ts';
import { readPlacing } from './placing.ts';

/** A rule drawn below the header or above a sum. */
const RULE = /^[-_=*+|.\s]{3,}$/;
/** No label is longer. */
const MAX_LABEL_CHARS = 120;

/** Sums and counts, in the languages of the headers. */
const TOTAL =
  /^(?:grand\s+|sub-?\s?)?(?:totals?|sums?|gesamt\p{L}*|summe|insgesamt|totaux|totale|suma|всего|итого|сумма|合计|总计|总数|小计|合計|総計|小計)(?![\p{L}\d])[^\d]*/iu;
/** Counts, dates and names that programs write around a table. */
const FOOTER =
  /^(?:(?:number|count|total|qty|no\.?|#)\s+(?:of\s+)?(?:\p{L}+\s+){0,3}(?:parts?|components?|lines?|items?|pieces|pcbs?|boards?|pads?|pins?|holes?|placements?|connections?)|(?:\p{L}+\s+){0,2}(?:count|groups|total|quantity)|component (?:count|groups)|fitted components|number of pcbs|bom (?:date|generated|version|revision)|schematic (?:version|date|source)|kicad version|pcb (?:variant|version|revision)|generated|created|printed|exported|date|time|author|revision|rev|version|project|title|company|approved|checked|drawn|source|tool|generator|notes?|remarks?|legend|comments?|variant|revisions?|document|file|filename|report|page|engineer|designer|designed by|prepared by|datum|erstellt|bearbeiter|дата|作成|日期)\b\s*(?:[:：]|$)/iu;

/** Words before a count: `SMD solder joints:`. */
const LABEL = /\p{L}\s\p{L}/u;

/** `Price (per board)`. */
const AMOUNT_OF =
  /^(?:unit |total )?(?:price|cost|amount|preis|kosten|prix|co[uû]t|precio|coste|prezzo|costo|цена|стоимость|价格|价钱|価格)\s?[(（][^()（）]{1,30}[)）]$/iu;

/** What a mark in the table refers to: `*) for each board`. */
const FOOTNOTE = /^\*{1,3}\)?\s*\p{L}/u;

/** Nor is an amount; matching must not take long on what is none. */
const MAX_AMOUNT_CHARS = 40;

/** How many there are of all: `2 parts`, `Σ`. */
const COUNT_OF_ALL =
  /^(?:\d{1,6}\s(?:(?:different|unique|distinct|total|verschiedene)\s)?(?:parts?|components?|items?|lines?|pieces|pcs|positions?|placements?|bauteile|teile|positionen|composants|componentes|componenti|деталей|компонентов)(?:\s(?:in )?total)?|Σ|∑)\s?[:.]?$/iu;

/** What a sum begins with: most cells begin with something else, and are asked in a fraction of the time. */
const MAY_BE_TOTAL = /^[gstiſви总合小総с]/i;

export type RowKind = 'rule' | 'total' | 'footer' | 'label' | 'content';

/** Sums and notes have amounts, rules and few cells: none has more cells than three, and as many that begin with a letter. */
function isOfWords(cells: readonly string[]): boolean {
  let [filled, words] = [0, 0];
  for (const cell of cells) {
    if (cell === '') continue;
    filled += 1;
    if (beginsWithLetter(cell)) words += 1;
    if (filled > 3 && words > 2) return true;
  }
  return false;
}

/** What the texts of a row say, without knowing its columns. */
export function kindOf(cells: readonly string[], isBehindBlank: boolean): RowKind {
  if (isOfWords(cells)) return 'content';
  const filled = cells.filter((cell) => cell !== '');
  if (filled.every((cell) => RULE.test(cell) || cell.length === 0)) return 'rule';
  const [label = ''] = filled;
  if (label.length <= MAX_LABEL_CHARS) {
    const at = filled.findIndex((cell) =>
      cell.length <= MAX_LABEL_CHARS && MAY_BE_TOTAL.test(cell) && TOTAL.test(cell)
    );
    // What stands in front says so even where a remark stands at the end.
    const isAmounts = (cells: readonly string[]) => cells.every((cell) => isAmount(cell));
    if (at >= 0 && isAmounts(filled.toSpliced(at, 1))) return 'total';
    if (at === 0 && filled.length > 3 && isAmounts(filled.slice(1, -1))) return 'total';
    if (filled.length > 1 && isAmounts(filled.slice(1)) && COUNT_OF_ALL.test(label)) return 'total';
    if (filled.length <= 3 && FOOTER.test(label)) return 'footer';
    if (
      filled.length > 1 && label.endsWith(':') && LABEL.test(label) &&
      filled.slice(1).every((cell) => cell === ':' || isAmount(cell))
    ) {
      return 'footer';
    }
    if (
      filled.length > 1 && filled.length <= 3 && AMOUNT_OF.test(label) && filled.slice(1).every(isAmount)
    ) return 'footer';
    if (isBehindBlank && filled.length <= 2 && /[:：]$/.test(label)) return 'footer';
    if (isBehindBlank && filled.length <= 3 && filled.some((cell) => FOOTNOTE.test(cell))) return 'footer';
  }
  return filled.length === 1 ? 'label' : 'content';
}

/** Whether a text is a number with no more than a currency or a unit beside it. */
export function isAmount(text: string): boolean {
  if (text.length > MAX_AMOUNT_CHARS) return false;
  return /^[^\p{L}]*\d[\d.,'’\s]*\D{0,8}$/u.test(text) || /^(?:#REF!|#VALUE!|[$€£¥])/.test(text);
}

/** What a board costs besides its parts. */
const COST =
  /^(?:shipping|postage|freight|delivery|handling|shipping (?:and|&|\+) handling|nre|assembly|assembling|assembly cost|labou?r|tooling|stencil|solder stencil|setup|set-up|engineering|customs|duty|import duty|vat(?: \d{1,2} ?%)?|tax|taxes|sales tax|discount|fees?|overhead|markup|programming|testing|pcb|pcbs|bare pcb|pcb fabrication|pcb fab|pcb manufacturing|pcb cost|versand|versandkosten|porto|bestückung|bestückungskosten|schablone|arbeitszeit|werkzeugkosten|mwst\.?|zoll|livraison|frais de port|main d['’]œuvre|tva|envío|envio|mano de obra|iva|spedizione|manodopera|доставка|монтаж|ндс|运费|邮费|钢网|人工费|送料)\s?(?:costs?|fees?|charges?)?\s?:?$/iu;
const MAX_COST_CHARS = 40;

/** Whether a text in place of a designator is a cost: `Shipping`. A place called so has a number: `PCB1`. */
export function isCost(text: string): boolean {
  return text.length <= MAX_COST_CHARS && COST.test(text.replace(WHOSE, ''));
}

/** Who asks for it, or for which way: `LCSC Handling fee`, `Local shipping`. */
const WHOSE =
  /^(?:lcsc|jlcpcb|jlc|pcbway|digi-?key|mouser|farnell|aliexpress|amazon|ebay|seeed|local|international|domestic|express|estimated|est\.)\s(?=shipping|postage|freight|delivery|handling|assembly|customs|tax|fees?|stencil|setup)/i;

const ALTERNATE =
  /^(?:or|oder|ou|o|или|alt(?:ernat(?:e|ive))?s?\.?|altern\.?|2nd(?: source)?|second source|substitute|subst\.?|ersatz|equiv(?:alent)?\.?|替代|代替|或)\s*:?$/iu;
/** What such words begin with: every cell of every row is asked. */
const MAY_BE_ALTERNATE = /^\s*[oaes2и替代或]/i;

/** A word that makes a row an alternate of the one above. */
export function isAlternateWord(text: string): boolean {
  return MAY_BE_ALTERNATE.test(text) && ALTERNATE.test(text.trim());
}

const COLOURS =
  'red|yellow|green|blue|orange|pink|purple|violet|gr[ae]y|cyan|magenta|brown|white|rot|gelb|gr(?:ü|ue)n|blau|rosa|lila|grau|rouge|jaune|vert|bleu|rojo|amarillo|verde|azul|naranja|rosso|giallo|blu|красн\\p{L}*|ж[её]лт\\p{L}*|зел[её]н\\p{L}*|син\\p{L}*|红色?|黄色?|绿色?|蓝色?|赤|緑|青';
/** What a colour or a word stands for: `YELLOW = option, do not populate`, `red rows: not placed`. */
const LEGEND = new RegExp(
  `^(?:\\p{L}{3,12}\\s?=|(?:${COLOURS})(?: (?:rows?|lines?|cells?|text|parts?|components?|items?|background|marked|zeilen?|teile))?\\s?[=:：–-])\\s?\\p{L}`,
  'iu',
);
/** A cell with nothing but a colour, which the cells behind it explain. */
const COLOUR = new RegExp(
  `^(?:${COLOURS})(?: (?:rows?|lines?|cells?|text|parts?|components?|items?|background))?\\s?[=:：–-]?$`,
  'iu',
);

/** Whether a text is nothing but the name of a colour. */
export function isColour(text: string): boolean {
  return text.length <= MAX_LABEL_CHARS && COLOUR.test(text);
}

/** Whether a row explains what the colour of others means. Two words beside a colour may be a lamp's: an amount is none of them. */
export function isLegend(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && (filled += 1) > 3) return false;
  const [key = '', ...rest] = cells.filter((cell) => cell !== '');
  if (key.length > MAX_LABEL_CHARS || rest.some((cell) => /^[\d.,\s]+$/.test(cell))) {
    return false;
  }
  const isExplained = rest.some((cell) => /\p{L}[\s-]\p{L}/u.test(cell) || readPlacing(cell) === 'not');
  return (rest.length === 0 && LEGEND.test(key)) || (isColour(key) && isExplained);
}

/** A legend's title, in the languages of the headers, and no other word: `Legende / Legend:`, but not `Key components:`. */
const TITLE_OF_LEGEND =
  /^[^\p{L}]{0,3}(?:(?:legende?|l(?:é|e)gende|leyenda|legenda|legend[ao]|легенда|图例|圖例|凡例|key|abbreviations?|abk(?:ü|ue)rzungen)(?!\p{L})[^\p{L}\p{N}]{0,5})+$/iu;

/** Whether a row stands above what signs, colours or words mean. */
export function isTitleOfLegend(cells: readonly string[]): boolean {
  const [title = '', ...others] = cells.filter((cell) => cell !== '');
  return others.length === 0 && title.length <= MAX_LABEL_CHARS && TITLE_OF_LEGEND.test(title);
}

/** Whether a row is of a legend: letters, and the words that they begin. `CS`, `Customer supplied`. */
export function isAbbreviation(cells: readonly string[]): boolean {
  const [letters = '', words = '', ...others] = cells.filter((cell) => cell !== '');
  if (others.length > 0 || !/^\p{Lu}{2,6}$/u.test(letters) || words.length > MAX_LABEL_CHARS) return false;
  const initials = words.match(/\p{L}+/gu)?.map((word) => word[0]!.toUpperCase()).join('');
  return initials === letters;
}
