create or replace function bomstream.settle_batch(p_run_id uuid, p_line_ids uuid[], p_batch_lines integer) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run bomstream.enrichment_runs;
  v_enriched bigint;
  v_not_found bigint;
  v_failed bigint;
  v_items json;
begin
  select count(*) filter (where l.status = 'enriched'),
         count(*) filter (where l.status = 'not_found'),
         count(*) filter (where l.status = 'failed'),
         json_agg(json_build_object(
           'line_id', l.id, 'line_number', l.line_number, 'mpn', l.mpn, 'status', l.status,
           'quality_score', l.quality_score, 'source', l.source) order by l.line_number)
    into v_enriched, v_not_found, v_failed, v_items
    from bomstream.bom_lines l where l.id = any (p_line_ids);

  update bomstream.enrichment_runs r
     set enriched_items = r.enriched_items + v_enriched,
         not_found_items = r.not_found_items + v_not_found,
         failed_items = r.failed_items + v_failed,
         current_batch = r.current_batch + 1
   where r.id = p_run_id
   returning r.* into v_run;

  perform bomstream.emit_event(p_run_id, 'enrichment.progress', json_build_object(
    'batch', json_build_object('batch_number', v_run.current_batch, 'batch_size', p_batch_lines,
                                'completed', cardinality(p_line_ids), 'items', v_items)));

  if v_run.pending_items = 0 then
    if v_run.failed_items = v_run.total_items - v_run.skipped_items then
      perform bomstream.end_run(p_run_id, 'failed', 'every line that was tried failed');
    else
      perform bomstream.end_run(p_run_id, 'completed');
    end if;
  end if;
end $$;
comment on function bomstream.settle_batch(uuid, uuid[], integer) is
  'Counts lines that were just settled into their run, reports them as one batch and ends the run after the last. The caller holds the run''s row lock and has written the lines'' results, marked as changed by the run''s next event.';
revoke all on function bomstream.settle_batch(uuid, uuid[], integer) from public, anon, authenticated;
