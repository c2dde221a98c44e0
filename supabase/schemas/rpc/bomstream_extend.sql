create or replace function public.bomstream_extend(p_worker_id uuid, p_run_id uuid, p_line_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_lease interval;
  v_hold interval;
  v_held integer;
begin
  perform bomstream.require_at_most(cardinality(p_line_ids), 100, 'lines');
  select s.lease_seconds * interval '1 second', s.hold_seconds * interval '1 second' into v_lease, v_hold from bomstream.settings s;
  update bomstream.workers w set heartbeat_at = clock_timestamp(), live_until = clock_timestamp() + v_lease where w.id = p_worker_id;
  update bomstream.bom_lines l
     set visible_at = least(clock_timestamp() + v_lease, l.claimed_at + v_hold)
    -- A line that is locked now is being committed at this moment and needs no lease any more.
    from (select m.id from bomstream.bom_lines m
          where m.id = any (p_line_ids) and m.worker_id = p_worker_id and m.status = 'pending'
            and m.visible_at > clock_timestamp()
          order by m.line_number for update skip locked) mine
   where l.id = mine.id;
  get diagnostics v_held = row_count;
  return jsonb_build_object('held', v_held, 'run_status', coalesce(
    (select r.status from bomstream.enrichment_runs r where r.id = p_run_id), 'deleted'));
end $$;
comment on function public.bomstream_extend(uuid, uuid, uuid[]) is
  'A worker''s heartbeat: prolongs the leases of the lines it names, each up to hold_seconds after its claim and no further, so that a hung call gives its line up however often the worker beats. Returns how many it still holds, and the run''s status, so that a worker learns of a cancel while it waits.';
revoke all on function public.bomstream_extend(uuid, uuid, uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_extend(uuid, uuid, uuid[]) to service_role;
