/** From a part number and a manufacturer's name to a component: matched, merged and judged. */
import { qualityScore } from '../assess/quality.ts';
import type { Component, Remark } from '../domain/component.ts';
import { catalogueSource } from '../parts/catalogue/source.ts';
import { decoderSource } from '../parts/decoders/source.ts';
import type { Finding, PartSource } from '../parts/finding.ts';
import { cleanPartNumber } from '../parts/part-number.ts';
import { numberAskedFor, spelledBy } from '../parts/spelling.ts';
import { checkManufacturer } from '../parts/stated-manufacturer.ts';
import { matchPart } from './match.ts';
import { mergeFindings } from './merge.ts';

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

/** What the product itself knows, the most trusted first. */
const LOCAL_SOURCES: readonly PartSource[] = [decoderSource, catalogueSource];

/** What `sources` say of a number; when the caller names none, what the product itself knows. */
export function findingsOf(number: string, sources: readonly PartSource[] = LOCAL_SOURCES): Finding[] {
  return sources.flatMap((source) => source.find(number));
}

/** The part behind `query`, or null when no source knows it or it holds no part number at all. */
export function resolvePart(query: PartQuery, sources?: readonly PartSource[]): Resolution | null {
  const mpn = cleanPartNumber(query.mpn);
  if (mpn === null) return null;
  const number = numberAskedFor(mpn, query.manufacturer);
  return resolve(number, query.manufacturer, findingsOf(number, sources));
}

/**
 * The part that a line means by `number`, by all that is known of it. The component has its number as its manufacturer
 * spells it, where a rule says how, else as the first source that knows the part. A manufacturer in the BOM that
 * contradicts the found one does not stop the match: it is remarked and costs quality.
 */
export function resolve(
  number: string,
  stated: string | null,
  findings: readonly Finding[],
): Resolution | null {
  const match = matchPart(number, stated, findings);
  const fields = mergeFindings(match?.findings ?? []);
  if (!match || fields.manufacturer === undefined) return null;
  const [{ mpn, manufacturer, source }] = match.findings;
  const line = checkManufacturer(fields.manufacturer, match.others, stated);
  return {
    component: {
      orderable_key: match.orderable_key,
      mpn: spelledBy(mpn, manufacturer),
      manufacturer,
      fields,
      quality_score: qualityScore(fields),
    },
    source,
    quality_score: qualityScore({ ...fields, manufacturer: line.manufacturer }),
    remarks: line.remarks,
  };
}
