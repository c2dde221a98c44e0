/** What a line says against the part that was found for it, and against itself. */
import { checkLine, type KnownPart } from '../assess/contradictions/index.ts';
import type { Contradiction } from '../domain/contradiction.ts';
import type { ClaimedLine } from './port.ts';
import { resolvePart } from './resolve.ts';

/**
 * @param part that the line got; null where none was found: then the BOM can only contradict itself
 * @param do_not_place what the BOM says of the line. A line that is looked up is placed: where its value says otherwise,
 *   another column had the last word.
 */
export function contradictionsOf(
  line: ClaimedLine,
  part: KnownPart | null,
  do_not_place: boolean | null = false,
): readonly Contradiction[] {
  const { alternates, extra, ...texts } = line;
  return checkLine({
    ...texts,
    designators: designatorsOf(line),
    alternates: alternates ?? [],
    columns: extra ?? {},
    do_not_place,
  }, {
    part,
    others: othersOf(line),
    alternates: (alternates ?? []).map(({ mpn, manufacturer }) => knownPart(mpn, manufacturer)),
    know: (mpn) => knownPart(mpn, null),
  });
}

/** Those that came along: the first few. */
export function designatorsOf({ designators }: ClaimedLine): string[] {
  return designators?.split(/[\s,;]+/).filter(Boolean) ?? [];
}

/** Where the BOM names no manufacturer: the parts of all others that the number could be. */
function othersOf({ mpn, manufacturer }: ClaimedLine): readonly KnownPart[] {
  return mpn === null || manufacturer !== null ? [] : resolvePart({ mpn, manufacturer })?.others ?? [];
}

/** What the product itself knows of a number. */
function knownPart(mpn: string, manufacturer: string | null): KnownPart | null {
  return resolvePart({ mpn, manufacturer })?.component ?? null;
}
