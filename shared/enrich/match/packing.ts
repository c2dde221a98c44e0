/** Step `packing`: the number is not known, the same part in another packing is. */
import { decoder } from '../../parts/decoders/source.ts';
import type { Finding, PartSource } from '../../parts/finding.ts';
import { agreesWith } from '../../parts/manufacturers.ts';
import { otherPackings, type Sibling } from '../../parts/suffixes.ts';

/** The numbers of the same part in other packings, as manufacturers build them. Two rules may give the same one. */
function packingsOf(number: string): readonly Sibling[] {
  return [...decoder.otherPackings(number), ...otherPackings(number)];
}

/**
 * What `known` says of the part in another packing, as statements about `number`: all but the packing. Null where nobody
 * knows it, and where it could be the part of more than one manufacturer.
 */
export function knownInOtherPacking(
  number: string,
  stated: string | null,
  known: PartSource,
): { readonly finding: Finding; readonly as: string } | null {
  const found = packingsOf(number)
    .filter(({ manufacturer }) => stated === null || agreesWith(stated, manufacturer) !== null)
    .flatMap(({ mpn, manufacturer }) =>
      known.find(mpn).filter((finding) => finding.manufacturer === manufacturer)
    );
  const [first] = found;
  if (!first || found.some(({ manufacturer }) => manufacturer !== first.manufacturer)) return null;
  const { packaging: _, ...fields } = first.fields;
  return { finding: { ...first, mpn: number, fields }, as: first.mpn };
}
