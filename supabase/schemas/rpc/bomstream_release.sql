create or replace function public.bomstream_release(p_worker_id uuid, p_reason text, p_published jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_released integer;
begin
  update bomstream.workers w set stopped_at = clock_timestamp(), stop_reason = p_reason where w.id = p_worker_id;
  update bomstream.bom_lines l
     -- A line that makes its worker fail must not be tried for ever, nor before those that were not tried.
     set visible_at = case when p_reason = 'failed' then clock_timestamp() else '-infinity' end,
         attempts = case when p_reason = 'failed' then l.attempts else l.attempts - 1 end,
         -- It may be any of them, and the others must not fail with it: claim_lines takes them apart.
         losses = l.losses + (p_reason = 'failed')::integer,
         fence = l.fence + 1, worker_id = null
    -- A line that is locked now is being committed at this moment: it is that commit's.
    from (select m.id from bomstream.bom_lines m
          where m.worker_id = p_worker_id and m.status = 'pending'
          order by m.line_number for update skip locked) mine
   where l.id = mine.id;
  get diagnostics v_released = row_count;
  perform bomstream.mark_published(p_published);
  return jsonb_build_object('released', v_released);
end $$;
comment on function public.bomstream_release(uuid, text, jsonb) is
  'A worker stops: its unfinished lines are claimable at once and get their attempt back, unless the reason is `failed`: then each of them may be what made it fail, which counts like the loss of the worker. Returns {released}.';
revoke all on function public.bomstream_release(uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_release(uuid, text, jsonb) to service_role;
