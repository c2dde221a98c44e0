/** Our queue made to do as much as its peers, which keep nothing of what an earlier pass found. */
import { functionSource, withoutGuard } from '../../support/schema-files.ts';

/** commit_results without what it keeps of each run's results. */
export function commitWithoutHistory(): string {
  return withoutGuard(
    functionSource('commit_results'),
    `, kept as (
      insert into bomstream.run_line_results (run_id, line_id, status, component_id, unit_price, currency, stock, lifecycle,
        price_quantity, lead_time_days, rohs)
      select p_run_id, s.* from settled s
      returning line_id)
    select array_agg(k.line_id) into v_settled from kept k`,
    ' select array_agg(s.id) into v_settled from settled s',
  );
}
