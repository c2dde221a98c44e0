/** From a part number and a manufacturer's name to a component: matched, merged and judged. */
import { qualityScore } from '../assess/quality.ts';
import type { Candidate, MatchStep } from '../domain/candidate.ts';
import type { Component, Remark } from '../domain/component.ts';
import { surestOf } from '../domain/source.ts';
import { catalogueSource } from '../parts/catalogue/source.ts';
import { decoderSource } from '../parts/decoders/source.ts';
import { notKnownToExist } from '../parts/existence.ts';
import type { Finding, PartSource } from '../parts/finding.ts';
import { isGenericNumber } from '../parts/generic-numbers.ts';
import { cleanPartNumber, orderableKey } from '../parts/part-number.ts';
import { numberAskedFor, spelledBy } from '../parts/spelling.ts';
import { checkManufacturer } from '../parts/stated-manufacturer.ts';
import { type Match, matchPart, type Question } from './match/named.ts';
import { knownInOtherPacking } from './match/packing.ts';
import { candidate } from './match/proposals.ts';
import { mergeFindings } from './merge.ts';

/** A line's question: both texts as the BOM has them, the manufacturer null when the BOM names none. */
export interface PartQuery {
  readonly mpn: string;
  readonly manufacturer: string | null;
}

/** What is known of the part, which depends on nobody's BOM, and what is to be said about the line. */
export interface Resolution {
  /** How the line's words lead to the part. */
  readonly step: MatchStep;
  readonly component: Component;
  /** Of the sources that know the part, the one by which it is known the most surely. */
  readonly source: string;
  /** Quality for this line: lower than the component's where the BOM's manufacturer is open, unknown or contradicts. */
  readonly quality_score: number;
  readonly remarks: readonly Remark[];
  /** What of it is not known to be made, where nobody but a scheme knows the part. */
  readonly doubt: string | null;
  /** The same number as other manufacturers' part, where the BOM does not say whose is meant. */
  readonly others: readonly Candidate[];
}

/** What the product itself knows, the most trusted first. */
const LOCAL_SOURCES: readonly PartSource[] = [decoderSource, catalogueSource];

/** What `sources` say of a number; when the caller names none, what the product itself knows. */
export function findingsOf(number: string, sources: readonly PartSource[] = LOCAL_SOURCES): Finding[] {
  return sources.flatMap((source) => source.find(number));
}

/** The part behind `query`, or null when no source knows it or it holds no part number at all. */
export function resolvePart(query: PartQuery, sources?: readonly PartSource[]): Resolution | null {
  const asked = cleanPartNumber(query.mpn);
  if (asked === null) return null;
  const number = numberAskedFor(asked, query.manufacturer);
  return resolve({ number, asked, stated: query.manufacturer }, findingsOf(number, sources));
}

/**
 * The part that a line means, by all that is known of its number, or else by what the catalogue knows of the part in
 * another packing. The component has its number as its manufacturer spells it, where a rule says how, else as the first
 * source that knows the part. A manufacturer in the BOM that contradicts the found one does not stop the match: it is
 * remarked and costs quality.
 */
export function resolve(question: Question, findings: readonly Finding[]): Resolution | null {
  const match = matchPart(question, findings);
  if (match) return resolutionOf(match, question, findings);
  const packed = knownInOtherPacking(question.number, question.stated, catalogueSource);
  if (!packed) return null;
  const orderable_key = orderableKey(question.number);
  const resolution = resolutionOf(
    { step: 'packing', orderable_key, findings: [packed.finding], others: [] },
    question,
    [],
  );
  const remark = {
    code: 'other_packing',
    detail: `Known as ${packed.as}: the same part in another packing.`,
  };
  return resolution && { ...resolution, remarks: [remark, ...resolution.remarks] };
}

function resolutionOf(match: Match, { stated }: Question, findings: readonly Finding[]): Resolution | null {
  const fields = mergeFindings(match.findings);
  if (fields.manufacturer === undefined) return null;
  const [first, ...further] = match.findings;
  const { mpn, manufacturer } = first;
  const line = checkManufacturer(fields.manufacturer, match.others, stated, isGenericNumber(mpn));
  return {
    step: match.step,
    component: {
      orderable_key: match.orderable_key,
      mpn: spelledBy(mpn, manufacturer),
      manufacturer,
      fields,
      quality_score: qualityScore(fields),
    },
    source: surestOf([first.source, ...further.map(({ source }) => source)]),
    quality_score: qualityScore({ ...fields, manufacturer: line.manufacturer }),
    remarks: line.remarks,
    doubt: match.step === 'series' ? notKnownToExist(fields) : null,
    others: match.others.flatMap((other) => {
      const theirs = findings.find((finding) => finding.manufacturer === other);
      return theirs
        ? [candidate('exact', theirs, `${other} uses this number, too.`, match.others.length + 1)]
        : [];
    }),
  };
}
