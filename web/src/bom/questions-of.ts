import type { BomSummary } from '../../../shared/api/boms.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import type { Summary } from './use-bom.ts';

/**
 * How many the BOM asks, before its lines were read; undefined where that is not certain: while a run is at work, or where the lookup
 * of a line has failed, which is no question.
 */
export function questionsOf(
  bom: Pick<BomSummary, 'release' | 'status' | 'latest_run'> | null | undefined,
  summary: Pick<Summary, 'verdicts'> | undefined,
): number | undefined {
  if (!bom || !summary) return undefined;
  const { release, status, latest_run } = bom;
  const isCertain = release === null && (status === null || isEnded(status)) &&
    (latest_run === null || latest_run.state.failed_items === 0);
  return isCertain ? summary.verdicts.ask : undefined;
}
