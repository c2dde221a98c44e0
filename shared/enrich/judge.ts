/** What a line says against the part that was found for it, and against itself. */
import { type CheckedLine, checkLine, type KnownPart } from '../assess/contradictions/index.ts';
import type { Remark } from '../domain/component.ts';
import type { Contradiction } from '../domain/contradiction.ts';
import type { ClaimedLine } from './port.ts';
import { areMadeUnalike, fitsLine } from '../assess/contradictions/whose.ts';
import type { Candidate } from '../domain/candidate.ts';
import { MANUFACTURER_ASKED } from '../domain/open-manufacturer.ts';
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
  return checkLine({ ...checkedLine(line), do_not_place }, {
    part,
    others: othersOf(line),
    alternates: (line.alternates ?? []).map(({ mpn, manufacturer }) => knownPart(mpn, manufacturer)),
    know: (mpn) => knownPart(mpn, null),
    isShared: (mpn) => (resolvePart({ mpn, manufacturer: null })?.others.length ?? 0) > 0,
  });
}

function checkedLine({ alternates, extra, ...texts }: ClaimedLine): CheckedLine {
  return {
    ...texts,
    designators: designatorsOf(texts),
    alternates: alternates ?? [],
    columns: extra ?? {},
  };
}

/** Whether what is known of a part is in the package that the line itself says. */
export function fits(line: ClaimedLine, findings: readonly KnownPart[]): boolean {
  const checked = checkedLine(line);
  return findings.some((finding) => fitsLine(checked, finding));
}

/** Manufacturers whose packages a question names. */
const NAMED_PACKAGES = 3;

/**
 * A line of a number that several manufacturers use, and that names none: a remark where they make it alike, so that any of
 * them will do; a question where they do not, unless the line's own footprint is that of the part it got.
 * @param part that the line got
 * @param others the same number of the other manufacturers, the likeliest first
 * @returns null where nothing is to be asked
 */
export function questionOf(
  line: ClaimedLine,
  part: Candidate,
  others: readonly Candidate[],
): { readonly remark: Remark; readonly candidates: readonly Candidate[] } | null {
  const checked = checkedLine(line);
  if (!others.some((other) => areMadeUnalike(part, other)) || fitsLine(checked, part)) return null;
  const all = [part, ...others];
  const unalike = all.filter((one, i) =>
    one.fields.package &&
    all.slice(0, i).every((before) => !before.fields.package || areMadeUnalike(before, one))
  );
  const fitting = all.filter((one) => fitsLine(checked, one));
  const named = unalike.slice(0, NAMED_PACKAGES)
    .map(({ manufacturer, fields }) => `${manufacturer} in ${fields.package!.value}`).join(', ');
  return {
    remark: {
      code: MANUFACTURER_ASKED,
      detail: `The BOM names no manufacturer of ${part.mpn}, and they do not make it alike: ${named}.`,
    },
    // Those that fit the footprint first, then one of each package.
    candidates: [...new Set([...fitting, ...unalike, ...all])],
  };
}

/** Those that came along: the first few. */
export function designatorsOf({ designators }: Pick<ClaimedLine, 'designators'>): string[] {
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
