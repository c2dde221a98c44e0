/** What is said of a line, in a list for people. */
import { isKeptUnknown, keptInWords, type LineFacts, verdictOf, whyAsked } from '../shared/assess/verdict.ts';
import type { Verdict } from '../shared/domain/judging.ts';
import { isKept } from '../shared/domain/kept.ts';
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
  kept: isKept(review, result?.remarks ?? []),
});

/** As far as the line says it by itself: what of a known part is short or at risk only the BOM's summary knows. */
export const lineVerdict = (line: Line): Exclude<Verdict, 'short'> =>
  verdictOf(factsOf(line), null, null) as Exclude<Verdict, 'short'>;

/** The loudest thing: what contradicts, else why it asks, else what was remarked. */
export function wordOn(line: Line): string {
  const remarked = line.result?.remarks?.[0]?.detail ?? '';
  const contradiction = line.result?.contradictions?.[0];
  if (contradiction) return contradiction.sentence;
  if (isKeptUnknown(factsOf(line))) return keptInWords(factsOf(line));
  if (lineVerdict(line) !== 'ask') return remarked;
  // of what has to be decided a remark says more than that it has to be
  if (line.review === 'needed' && remarked !== '') return remarked;
  if (line.status === 'not_found' && line.mpn) return 'Nobody knows this number.';
  return whyAsked({ ...factsOf(line), sentence: null });
}
