/** What becomes of a line: the part behind it is looked up, and the answer is turned into a result. */
import type { Component, Remark, SupplierOffers } from '../domain/component.ts';
import { cleanPartNumber } from '../parts/part-number.ts';
import { resolvePart } from './resolve.ts';
import { componentKey, numberAskedFor } from '../parts/spelling.ts';
import type { SupplierFinding } from '../suppliers/port.ts';
import type { OwnComponent } from '../suppliers/store.ts';
import { type Knowledge, type Lookup, type PartLine, resolveLine } from './lookup.ts';
import type { EnrichLines, LineResult } from './port.ts';

/** Source of what a line's own organization says of the part. */
const OWN = 'own';

/**
 * Enriches with what the line's organization, the product itself and suppliers know, suppliers or not. A line that the
 * signal stopped gets no result.
 */
export function createEnrichLines(lookup: Lookup): EnrichLines {
  return async (lines, signal) => {
    const parts = lines.flatMap(({ line_id, mpn, manufacturer }): PartLine[] => {
      const number = cleanPartNumber(mpn ?? '');
      return number === null ? [] : [{ line_id, mpn: numberAskedFor(number, manufacturer), manufacturer }];
    });
    const byLine = new Map(parts.map((part) => [part.line_id, part]));
    const knowledge = await lookup(parts, signal);
    return lines.flatMap(({ line_id, fence }): LineResult[] => {
      const part = byLine.get(line_id);
      if (!part) return [{ line_id, fence, status: 'not_found', remarks: [] }];
      const known = knowledge.get(line_id);
      return known ? [{ line_id, fence, ...resultOf(part, known) }] : [];
    });
  };
}

type WithoutLine<Result> = Result extends LineResult ? Omit<Result, 'line_id' | 'fence'> : never;
type Outcome = WithoutLine<LineResult>;

function resultOf(part: PartLine, { own, said, wait, unheard }: Knowledge): Outcome {
  const ours = ownResult(part, own);
  if (ours) return ours;
  if (wait) {
    return {
      status: 'retry',
      uses_attempt: wait.usesAttempt,
      // kept only where this was the last attempt
      remarks: [{ code: 'supplier_failed', detail: `${wait.supplier} did not answer (${wait.reason}).` }],
      ...(wait.retryAfterMs === null ? {} : { retry_after_ms: wait.retryAfterMs }),
    };
  }
  const notAsked = unheard.map((supplier): Remark => (
    { code: 'supplier_not_asked', detail: `${supplier} could not be asked about this part.` }
  ));
  const resolution = resolveLine(part, said);
  // Nobody knows it, but somebody who might was not heard: that is no "not found".
  if (!resolution) return { status: unheard.length > 0 ? 'failed' : 'not_found', remarks: notAsked };
  const offers = said.map(({ supplier, fetched_at, findings }): SupplierOffers => ({
    supplier,
    fetched_at,
    offers: findings.filter((finding) => isOf(resolution.component, finding)).flatMap(({ offers }) => offers),
  }));
  return { status: 'enriched', ...resolution, remarks: [...resolution.remarks, ...notAsked], offers };
}

/** No offer of one orderable number is one of another. */
function isOf(component: Component, { mpn, manufacturer }: SupplierFinding): boolean {
  return manufacturer === component.manufacturer &&
    componentKey(mpn, manufacturer) === component.orderable_key;
}

/** A tenant's own description of a part wins over everybody's, and stays a row that only the tenant sees. */
function ownResult(part: PartLine, own: readonly OwnComponent[]): Outcome | null {
  const resolution = resolvePart(part, [{
    name: OWN,
    find: () =>
      own.map(({ mpn, manufacturer, fields }) => ({
        source: OWN,
        mpn,
        manufacturer,
        fields: {
          manufacturer: { value: manufacturer, source: OWN, confidence: 1 },
          ...fields,
        },
      })),
  }]);
  const chosen = own.find(({ manufacturer }) => manufacturer === resolution?.component.manufacturer);
  if (!resolution || !chosen) return null;
  const { quality_score, source, remarks } = resolution;
  return { status: 'enriched', quality_score, source, remarks, own_component_id: chosen.component_id };
}
