/** Words that place a part on some of the boards, or leave it open whether it is placed. */

/** Boards of which others exist: `variant B`, `version 2`. */
const KIND_OF_BOARD =
  'variants?|varianten?|variantes?|versions?|versionen|versione|revisions?|revisionen|rev|models?|modell[es]?|configurations?|config|editions?|builds?|ausf(?:ü|ue)hrung(?:en)?|вариант\\p{L}*|верси[иейяю]\\p{L}*';
const NOT_WITHIN = '(?<![\\p{L}\\p{N}])';
const ENDS = '(?![\\p{L}\\p{N}])';

const BEFORE_BOARD = '(?:in|for|on|with|at|bei|für|fuer|in der|pour|sur|dans|para|per|nella|для|в|на)';
const NUMBERED = `(?:${KIND_OF_BOARD})[ .:]{0,2}(?:[A-Z]|\\d{1,3}(?:\\.\\d{1,3})*)${ENDS}`;
const SHORT_NUMBERED = `V\\d(?:\\.\\d)*${ENDS}`;

/** `in variant B`, `for the lite version`, `bei Variante 2`, `in V2`; in front of all, `Variant B: do not fit`. */
const ON_SOME = new RegExp(
  `${NOT_WITHIN}${BEFORE_BOARD}\\s+(?:(?:\\p{L}+\\s+){0,2}(?:${KIND_OF_BOARD})${ENDS}|${SHORT_NUMBERED})|^(?:${NUMBERED}|${SHORT_NUMBERED})\\s?[:：]|版本`,
  'iu',
);
/** Without a word that says that the part is of it: `V1.0` behind a word for placing is the board at hand. */
const NAMED_BOARD = new RegExp(`${NOT_WITHIN}(?:${NUMBERED}|${SHORT_NUMBERED})`, 'iu');
/** The board at hand, or all there are: `in this version`, `for production builds`. */
const ON_THIS = new RegExp(
  `${NOT_WITHIN}${BEFORE_BOARD}\\s+(?:\\p{L}+\\s+)?(?:this|these|current|present|latest|new|next|future|final|production|all|any|every|both|diese[mnrs]?|aktuelle[mnrs]?|n(?:ä|ae)chste[mnrs]?|neue[mnrs]?|alle[nr]?|serien?|cette|actuelle|prochaine|toutes?|est[ae]|actual|pr(?:ó|o)xim[ao]|todas|questa|attuale|prossima|tutte|этой|текущей|следующей|всех)\\s+(?:\\p{L}+\\s+)?(?:${KIND_OF_BOARD})${ENDS}`,
  'iu',
);
/** What became of the part, not where it belongs: `was fitted on rev A`, `removed in rev B`. */
const HISTORY = new RegExp(
  `${NOT_WITHIN}(?:was|were|removed|deleted|dropped|since|formerly|previously|war|entfernt|entfallen|seit|retir(?:é|e)e?s?|supprim(?:é|e)e?s?|depuis|(?:é|e)tait|eliminad[ao]|quitad[ao]|desde|era|rimoss[ao]|удал(?:е|ё)н\\p{L}*|убран\\p{L}*)${ENDS}`,
  'iu',
);
/** What follows is where to read about it. */
const SEE = new RegExp(`${NOT_WITHIN}(?:see|refer to|cf|siehe|voir|v(?:é|e)ase|vedi|см)${ENDS}.*$`, 'isu');
/** `only`, `unless`, `depending on`. */
const IF = new RegExp(
  `${NOT_WITHIN}(?:only|unless|if|when|except|depend(?:s|ing)|nur|wenn|falls|au(?:ß|ss)er|je nach|seulement|uniquement|sauf|solo|sólo|soltanto|salvo|только|если|кроме)${ENDS}|仅|只在|のみ`,
  'iu',
);
/** Boards that are or were made: the others may have it. */
const UNTIL = new RegExp(
  `${NOT_WITHIN}(?:before|until|till|up to|vor|bis|avant|jusqu|antes|prima|до)${ENDS}`,
  'iu',
);
const ONLY = new RegExp(
  `${NOT_WITHIN}(?:only|nur|seulement|uniquement|solo|sólo|soltanto|только)${ENDS}|仅|のみ`,
  'iu',
);
const OPTIONAL =
  /^[[(]?(?:optional(?:ly|e)?|opt\.?|options?|optionnel(?:le)?|opcional|opzionale|опционально|опция|可选|选装|选配|オプション|선택)[\])]?$/iu;
/** `OPTIONAL:`, `Optional parts`. */
const OPTIONAL_TITLE =
  /^[-=*#\s]*(?:optional(?:e|ly)?|options?|optionnels?|opcional(?:es)?|opzionali?|可选|选装)(?:\s+(?:parts?|components?|items?|bauteile|teile|composants|componentes|componenti))?\s*[:：]?[-=*#\s]*$/iu;
/** Behind a value: `10k (optional)`. */
const BEHIND = /[\s,(/[](?:optional|opt\.|опционально|可选|选装)[)\]]?$/iu;

/** What is longer tells a story. */
const MAX_CHARS = 120;

/** `some`: it is so on some boards only. `if`: under a condition. `open`: somebody has to decide it. */
export type Condition = 'some' | 'if' | 'open' | null;

/** Whether a text says that it is so on other boards than the one at hand. */
function meansOthers(text: string): boolean {
  const told = text.replace(SEE, '');
  if (ON_THIS.test(told) || HISTORY.test(told)) return false;
  return ON_SOME.test(told) || (ONLY.test(told) && NAMED_BOARD.test(told));
}

/** What a text that speaks of placing makes it depend on. */
export function conditionIn(text: string): Condition {
  if (text.length > MAX_CHARS) return null;
  if (OPTIONAL.test(text.trim()) || isOptionalTitle(text)) return 'open';
  if (UNTIL.test(text)) return 'if';
  if (meansOthers(text)) return 'some';
  return IF.test(text) ? 'if' : null;
}

/** Whether a text that says nothing of placing still means some boards: `only for version 2`, `optional`, `10k (optional)`. */
export function isOfSomeBoards(text: string): boolean {
  return text.length <= MAX_CHARS &&
    (OPTIONAL.test(text.trim()) || BEHIND.test(text) || (ONLY.test(text) && meansOthers(text)));
}

/** Whether a title says of the parts below it that somebody may leave them out. */
export function isOptionalTitle(text: string): boolean {
  return text.length <= MAX_CHARS && OPTIONAL_TITLE.test(text);
}

/** `Optional resistor`: what is described is. */
export function beginsOptional(text: string): boolean {
  return /^[[(]?(?:optional[es]?|optionnel(?:le)?|opcional|opzionale|опциональн\p{L}*)(?![\p{L}\p{N}])/iu
    .test(text);
}
