create or replace function bomstream.run_state(r bomstream.enrichment_runs) returns jsonb
language plpgsql volatile set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', r.status,
      'total_items', r.total_items,
      'enriched_items', r.enriched_items,
      'not_found_items', r.not_found_items,
      'failed_items', r.failed_items,
      'skipped_items', r.skipped_items,
      'pending_items', r.pending_items,
      'current_batch', r.current_batch,
      'total_batches', r.current_batch + ceil(r.pending_items::numeric / r.batch_size)::integer,
      'percent_complete', case when r.total_items = r.skipped_items then 100
        -- cut, not rounded: 100 is for a run with nothing left to do
        else trunc(100.0 * f.settled / (r.total_items - r.skipped_items), 1) end,
      'items_per_second', case when f.is_moving then round((f.settled / f.seconds)::numeric, 2) end,
      'eta_seconds', case when f.is_moving and r.completed_at is null
        then ceil(r.pending_items * f.seconds / f.settled) end,
      'waiting_for', case when r.waiting_for is not null
        then jsonb_build_object('reason', r.waiting_for, 'until', bomstream.iso(r.waiting_until)) end,
      'started_at', bomstream.iso(r.started_at),
      'last_update', bomstream.iso(r.last_update),
      'completed_at', bomstream.iso(r.completed_at))
    from (select t.*, t.settled > 0 and t.seconds > 0 and r.waiting_for is null and r.status <> 'paused' as is_moving
          from (select r.enriched_items + r.not_found_items + r.failed_items as settled,
                       r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0) as seconds) t) f);
end $$;
comment on function bomstream.run_state(bomstream.enrichment_runs) is
  'The `state` of an event: counts, percentage, rate and times of a run, and what it waits for. Rate and remaining time are null until a line is settled, and while the run waits or is paused.';
revoke all on function bomstream.run_state(bomstream.enrichment_runs) from public, anon, authenticated;
