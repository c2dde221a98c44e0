/** Words that place a part on some of the boards, or leave it open whether it is placed. */

/** Boards of which others exist: `variant B`, `version 2`. */
const KIND_OF_BOARD =
  'variants?|varianten?|variantes?|versions?|versionen|versione|revisions?|revisionen|rev|models?|modell[es]?|configurations?|config|editions?|builds?|ausf(?:ü|ue)hrung(?:en)?|вариант\\p{L}*|верси[иейяю]\\p{L}*';
const NOT_WITHIN = '(?<![\\p{L}\\p{N}])';
const ENDS = '(?![\\p{L}\\p{N}])';

/** `in variant B`, `for the lite version`, `bei Variante 2`; `rev B`, `V2`. */
const ON_SOME = new RegExp(
  `${NOT_WITHIN}(?:in|for|on|with|at|bei|für|fuer|in der|pour|sur|para|per|nella|для|в|на)\\s+(?:\\p{L}+\\s+){0,2}(?:${KIND_OF_BOARD})${ENDS}|${NOT_WITHIN}(?:${KIND_OF_BOARD})[ .:]{0,2}(?:[A-Z]|\\d{1,3}(?:\\.\\d{1,3})*)${ENDS}|${NOT_WITHIN}V\\d(?:\\.\\d)*${ENDS}|版本`,
  'iu',
);
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

/** What a text that speaks of placing makes it depend on. */
export function conditionIn(text: string): Condition {
  if (text.length > MAX_CHARS) return null;
  if (OPTIONAL.test(text.trim()) || isOptionalTitle(text)) return 'open';
  if (UNTIL.test(text)) return 'if';
  if (ON_SOME.test(text)) return 'some';
  return IF.test(text) ? 'if' : null;
}

/** Whether a text that says nothing of placing still means some boards: `only for version 2`, `optional`, `10k (optional)`. */
export function isOfSomeBoards(text: string): boolean {
  return text.length <= MAX_CHARS &&
    (OPTIONAL.test(text.trim()) || BEHIND.test(text) || (ONLY.test(text) && ON_SOME.test(text)));
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
