/** From a part number and a manufacturer's name to a component, with nothing but what the product itself knows. */
import type { Component, Remark } from '../domain/component.ts';
import { catalogueSource } from '../parts/catalogue/source.ts';
import { decoderSource } from '../parts/decoders/source.ts';
import type { Finding, PartSource } from '../parts/finding.ts';
import { checkManufacturer, chooseManufacturer } from '../parts/stated-manufacturer.ts';
import { mergeFindings } from './merge.ts';
import { cleanPartNumber } from '../parts/part-number.ts';
import { qualityScore } from '../assess/quality.ts';
import { componentKey, numberAskedFor, spelledBy } from '../parts/spelling.ts';

/** A line's question: both texts as the BOM has them, the manufacturer null when the BOM names none. */
export interface PartQuery {
  readonly mpn: string;
  readonly manufacturer: string | null;
}

/** What is known of the part, which depends on nobody's BOM, and what is to be said about the line. */
export interface Resolution {
  readonly component: Component;
  /** The source that knew the part first. */
  readonly source: string;
  /** Quality for this line: lower than the component's where the BOM's manufacturer is open, unknown or contradicts. */
  readonly quality_score: number;
  readonly remarks: readonly Remark[];
}

/** What is asked when the caller names no sources, the most trusted first. */
export const localSources: readonly PartSource[] = [decoderSource, catalogueSource];

/**
 * The part behind `query`, or null when no source knows it or it holds no part number at all. The component has its
 * number as its manufacturer spells it, where a rule says how, else as the first source that knows the part. A
 * manufacturer in the BOM that contradicts the found one does not stop the match: it is remarked and costs quality.
 */
export function resolvePart(
  query: PartQuery,
  sources: readonly PartSource[] = localSources,
): Resolution | null {
  const mpn = cleanPartNumber(query.mpn);
  if (mpn === null) return null;
  const number = numberAskedFor(mpn, query.manufacturer);
  const { findings, others } = chooseManufacturer(
    partsAskedFor(number, sources.flatMap((source) => source.find(number))),
    query.manufacturer,
  );
  const [first] = findings;
  if (first === undefined) return null;
  const orderable_key = keyOf(first);
  const fields = mergeFindings(findings.filter((finding) => keyOf(finding) === orderable_key));
  if (fields.manufacturer === undefined) return null;

  const { manufacturer, remarks } = checkManufacturer(fields.manufacturer, others, query.manufacturer);
  return {
    component: {
      orderable_key,
      mpn: spelledBy(first.mpn, first.manufacturer),
      manufacturer: first.manufacturer,
      fields,
      quality_score: qualityScore(fields),
    },
    source: first.source,
    quality_score: qualityScore({ ...fields, manufacturer }),
    remarks,
  };
}

function keyOf({ mpn, manufacturer }: Finding): string {
  return componentKey(mpn, manufacturer);
}

/**
 * A supplier also knows a part by the supplier's own number. Where anybody knows the number as a manufacturer's, it is
 * that; only else it may be the number of a supplier.
 */
function partsAskedFor(number: string, findings: readonly Finding[]): readonly Finding[] {
  const named = findings.filter((finding) => keyOf(finding) === componentKey(number, finding.manufacturer));
  return named.length > 0 ? named : findings;
}
