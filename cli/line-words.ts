/** What is said of a line, in a list for people. */
import { verdictOf } from '../shared/assess/verdict.ts';
import type { Verdict } from '../shared/domain/judging.ts';
import { openManufacturer } from '../shared/domain/open-manufacturer.ts';
import type { Line } from './bom-pages.ts';

/** As far as the line says it by itself: what is short or at risk only the BOM's summary knows. */
export function lineVerdict(
  { status, review, quantity, result }: Line,
): Exclude<Verdict, 'short' | 'at_risk'> {
  const verdict = verdictOf(
    {
      status: status === 'enriching' ? 'pending' : status,
      result_status: result?.status ?? null,
      review,
      quantity: quantity ?? null,
      part: result?.component?.mpn ?? null,
      contradiction: result?.contradictions?.[0]?.severity ?? null,
      open_manufacturer: openManufacturer(result?.remarks ?? []),
    },
    null,
    null,
  );
  return verdict as Exclude<Verdict, 'short' | 'at_risk'>;
}

/** The loudest thing: what contradicts, else what is asked, else what was remarked. */
export function wordOn({ result }: Line): string {
  const remarks = result?.remarks ?? [];
  const open = openManufacturer(remarks);
  return result?.contradictions?.[0]?.sentence ?? (open?.asks ? open.sentence : remarks[0]?.detail ?? '');
}
