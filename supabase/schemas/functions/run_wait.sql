create or replace function bomstream.run_wait(p_run bomstream.enrichment_runs, out reason text, out until timestamptz)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A start calls a runner itself, and every tick calls those that are missing: past this they do not come.
  c_nobody_after constant interval := interval '60 seconds';
  v_now constant timestamptz := clock_timestamp();
  v_next bomstream.bom_lines;
begin
  if p_run.status not in ('queued', 'enriching') then
    return;
  end if;
  select * into v_next from bomstream.bom_lines l
   where l.run_id = p_run.id and l.status = 'pending'
   order by l.visible_at, l.line_number limit 1;
  if v_next.visible_at > v_now then
    -- It is at work as long as anybody holds a line of it, however long the others wait.
    if v_next.waits_for is not null and not exists (
         select from bomstream.workers w
         -- worker by worker, each by its key
         cross join lateral (select from bomstream.bom_lines l
                             where l.worker_id = w.id and l.status = 'pending' and l.run_id = p_run.id limit 1) held
         where w.live_until > v_now) then
      reason := v_next.waits_for;
      until := v_next.visible_at;
    end if;
  elsif v_next.id is not null
        and (p_run.waiting_for = 'nobody_to_work'
             or greatest(v_next.visible_at, p_run.served_at, p_run.last_update) < v_now - c_nobody_after)
        and not exists (select from bomstream.workers w where w.stopped_at is null and w.live_until > v_now) then
    reason := 'nobody_to_work';
  end if;
end $$;
comment on function bomstream.run_wait(bomstream.enrichment_runs) is
  'What holds a run up now, and until when: what the line waits for that is due first, where nobody holds any of the run''s; nobody_to_work where lines could have been taken for a minute and no worker is alive. Nulls while it is at work, or may be in a moment.';
revoke all on function bomstream.run_wait(bomstream.enrichment_runs) from public, anon, authenticated;
