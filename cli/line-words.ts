/** What is said of a line, in a list for people. */
import { type LineFacts, verdictOf, whyAsked } from '../shared/assess/verdict.ts';
import type { Verdict } from '../shared/domain/judging.ts';
import { openManufacturer } from '../shared/domain/open-manufacturer.ts';
import type { Line } from './bom-pages.ts';

const factsOf = ({ status, review, quantity, result }: Line): LineFacts => ({
  status: status === 'enriching' ? 'pending' : status,
  result_status: result?.status ?? null,
  review,
  quantity: quantity ?? null,
  part: result?.component?.mpn ?? null,
  contradiction: result?.contradictions?.[0]?.severity ?? null,
  open_manufacturer: openManufacturer(result?.remarks ?? []),
});

/** As far as the line says it by itself: what is short or at risk only the BOM's summary knows. */
export const lineVerdict = (line: Line): Exclude<Verdict, 'short' | 'at_risk'> =>
  verdictOf(factsOf(line), null, null) as Exclude<Verdict, 'short' | 'at_risk'>;

/** The loudest thing: what contradicts, else why it asks, else what was remarked. */
export function wordOn(line: Line): string {
  const remarked = line.result?.remarks?.[0]?.detail ?? '';
  const contradiction = line.result?.contradictions?.[0];
  if (contradiction) return contradiction.sentence;
  if (lineVerdict(line) !== 'ask') return remarked;
  // of what has to be decided a remark says more than that it has to be
  if (line.review === 'needed' && remarked !== '') return remarked;
  if (line.status === 'not_found' && line.mpn) return 'Nobody knows this number.';
  return whyAsked(factsOf(line));
}
