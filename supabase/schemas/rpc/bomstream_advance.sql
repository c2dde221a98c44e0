create or replace function public.bomstream_advance(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_limit integer default 100, p_published jsonb default null,
  p_changes_over boolean default false, p_suppliers text[] default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- as in bomstream_claim
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_reply jsonb;
  v_goes_on boolean;
  v_claim json;
  v_next json;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  v_goes_on := (p_changes_over or v_reply ->> 'run_status' = 'enriching') and not bomstream.dismiss_surplus(p_worker_id);
  if v_reply ->> 'run_status' = 'enriching' then
    if v_goes_on
       and bomstream.may_go_on(p_run_id, (select w.claimed_at from bomstream.workers w where w.id = p_worker_id)) then
      v_claim := bomstream.claim_lines(p_worker_id, p_run_id, p_limit, p_waits => true, p_suppliers => p_suppliers);
    end if;
    if v_claim is null then
      perform bomstream.note_wait(p_run_id);
    end if;
  end if;
  if p_changes_over and v_goes_on and v_claim is null then
    -- Nothing is waited for: this run's row is locked, and two workers that change over would wait for each other.
    for v_run_id in select bomstream.next_runs(c_candidates) loop
      v_next := bomstream.claim_lines(p_worker_id, v_run_id, p_limit, p_waits => false, p_suppliers => p_suppliers);
      -- One with spent lines is for a claim that may wait, and has its turn there: nobody goes past it for ever.
      exit when v_next is not null or bomstream.has_spent_lines(v_run_id);
    end loop;
  end if;
  if v_reply ->> 'run_status' = 'enriching' then
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- as text, like the events in it: see bomstream.emit_event
  return json_build_object(
    'accepted', v_reply -> 'accepted', 'refused', v_reply -> 'refused', 'run_status', v_reply -> 'run_status',
    'lines', coalesce(v_claim -> 'lines', '[]'), 'known', v_claim -> 'known',
    'publish', bomstream.unpublished_events((select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)),
    'next', case when v_next is not null then json_build_object(
      'run', v_next -> 'run', 'lines', v_next -> 'lines', 'known', v_next -> 'known',
      'publish', bomstream.unpublished_events((v_next #>> '{run,bom_id}')::uuid)) end);
end $$;
comment on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) is
  'Commits a batch and leases the next one of the same run in one trip, as long as no other run is to be served before it. With p_changes_over, which says that the caller reads it, `next` in the reply is otherwise a claim of the run that is to be served, as bomstream_claim has it, where that takes no waiting. Neither means: ask bomstream_claim. p_suppliers and `known` are as there.';
revoke all on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) from public, anon, authenticated;
grant execute on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb, boolean, text[]) to service_role;
