/** From a part number and a maker's name to a component, with nothing but what the product itself knows. */
import type { Component, Remark } from '../domain/component.ts';
import { catalogueSource } from './catalogue/source.ts';
import { decoderSource } from './decoders/source.ts';
import type { PartSource } from './finding.ts';
import { checkMaker, chooseMaker } from './maker.ts';
import { mergeFindings } from './merge.ts';
import { cleanPartNumber, partKey } from './part-number.ts';
import { qualityScore } from './quality.ts';

/** A line's question: both texts as the BOM has them, the maker null when the BOM names none. */
export interface PartQuery {
  readonly mpn: string;
  readonly manufacturer: string | null;
}

/** What is known of the part, which depends on nobody's BOM, and what is to be said about the line. */
export interface Resolution {
  readonly component: Component;
  /** The source that knew the part first. */
  readonly source: string;
  /** Quality for this line: lower than the component's where the BOM's maker is open, unknown or contradicts. */
  readonly quality_score: number;
  readonly remarks: readonly Remark[];
}

/** What is asked when the caller names no sources, the most trusted first. */
export const localSources: readonly PartSource[] = [decoderSource, catalogueSource];

/**
 * The part behind `query`, or null when no source knows it or it holds no part number at all. The first source
 * that knows the part gives its spelling. A maker in the BOM that contradicts the found one does not stop the
 * match: it is remarked and costs quality.
 */
export function resolvePart(
  query: PartQuery,
  sources: readonly PartSource[] = localSources,
): Resolution | null {
  const mpn = cleanPartNumber(query.mpn);
  if (mpn === null) return null;
  const { findings, others } = chooseMaker(sources.flatMap((source) => source.find(mpn)), query.manufacturer);
  const first = findings[0];
  const fields = mergeFindings(findings);
  if (first === undefined || fields.manufacturer === undefined) return null;

  const { manufacturer, remarks } = checkMaker(fields.manufacturer, others, query.manufacturer);
  return {
    component: {
      part_key: partKey(mpn),
      mpn: first.mpn,
      manufacturer: first.manufacturer,
      fields,
      quality_score: qualityScore(fields),
    },
    source: first.source,
    quality_score: qualityScore({ ...fields, manufacturer }),
    remarks,
  };
}
