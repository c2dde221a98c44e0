create or replace function public.bomstream_advance(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_limit integer default 100, p_published jsonb default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_reply jsonb;
  v_claim json;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  if v_reply ->> 'run_status' = 'enriching' then
    -- Never another run: this one's row is locked, and two workers that change over would wait for each other.
    if not bomstream.dismiss_surplus(p_worker_id)
       and bomstream.may_go_on(p_run_id, (select w.claimed_at from bomstream.workers w where w.id = p_worker_id)) then
      v_claim := bomstream.claim_lines(p_worker_id, p_run_id, p_limit, p_waits => true);
    end if;
    if v_claim is null then
      perform bomstream.note_wait(p_run_id);
    end if;
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- as text, like the events in it: see bomstream.emit_event
  return json_build_object(
    'accepted', v_reply -> 'accepted', 'refused', v_reply -> 'refused', 'run_status', v_reply -> 'run_status',
    'lines', coalesce(v_claim -> 'lines', '[]'),
    'publish', bomstream.unpublished_events((select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)));
end $$;
comment on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) is
  'Commits a batch and leases the next one of the same run in one trip, as long as no other run is to be served before it. No lines in the reply means: ask bomstream_claim.';
revoke all on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) to service_role;
