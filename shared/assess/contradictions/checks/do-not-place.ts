/** Whether a part is placed, where one column says yes and another no. */
import type { CheckedLine } from '../subject.ts';
import type { Contradiction } from '../finding.ts';

/** In a value, a footprint or a number: `10k DNP`, `R_0603_DNP`, `NA(1k)`. */
const NOT_PLACED =
  /(?<![A-Za-z0-9])(?:DN[PFMI]|DNL|no[- ]?(?:pop|stuff|fit)|do[- _]?not[- _]?(?:place|fit|populate|mount|stuff|install|assemble)|not[- _](?:placed|fitted|populated|mounted|installed)|unpopulated|nicht best[üu]ckt)(?![A-Za-z0-9])|^NA[(/]/i;

/** The texts in which a line says that its part is not placed. */
export function placesSayingNotPlaced(line: CheckedLine): readonly [where: string, text: string][] {
  const texts = { value: line.value, footprint: line.footprint, 'part number': line.mpn };
  return Object.entries(texts).flatMap(([where, text]) => {
    const found = NOT_PLACED.exec(text ?? '');
    return found ? [[where, found[0]] as [string, string]] : [];
  });
}

export function checkDoNotPlace(line: CheckedLine): readonly Contradiction[] {
  const [said] = placesSayingNotPlaced(line);
  if (line.do_not_place !== false || said === undefined) return [];
  const [where, text] = said;
  return [{
    check: 'do_not_place',
    severity: 'warning',
    field: 'do_not_place',
    asked: { text, where },
    found: { text: 'placed', source: 'bom' },
    sentence: `The BOM disagrees with itself: ${text} (${where}), but the line is placed.`,
  }];
}
