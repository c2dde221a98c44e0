create or replace function public.bomstream_claim(p_worker_id uuid, p_limit integer default 100, p_published jsonb default null,
  p_suppliers text[] default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Runs looked at before giving up: other workers may hold every claimable line of the first few.
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_claim json;
  v_is_first boolean := true;
begin
  if not bomstream.dismiss_surplus(p_worker_id) then
    for v_run_id in select bomstream.next_runs(c_candidates) loop
      v_claim := bomstream.claim_lines(p_worker_id, v_run_id, p_limit, p_waits => v_is_first, p_suppliers => p_suppliers);
      exit when v_claim is not null;
      v_is_first := false;
    end loop;
  end if;
  perform bomstream.mark_published(p_published);
  if v_claim is null then
    return json_build_object('run', null, 'lines', '[]'::json, 'known', null, 'publish', null);
  end if;
  return json_build_object('run', v_claim -> 'run', 'lines', v_claim -> 'lines', 'known', v_claim -> 'known',
                           'publish', bomstream.unpublished_events((v_claim #>> '{run,bom_id}')::uuid));
end $$;
comment on function public.bomstream_claim(uuid, integer, jsonb, text[]) is
  'Leases at most p_limit lines of one run to a worker and raises each line''s fence: of the organization served longest ago, and there of the run of highest priority, then the one served longest ago. Taking over expired leases is the same call. The reply carries what Redis has not been given yet; no run in it means that nothing is claimable now, or that the worker is one too many. With p_suppliers, the names of those that the caller can ask, the reply also carries what is known of the lines, which spares a call of bomstream_supplier_lookup.';
revoke all on function public.bomstream_claim(uuid, integer, jsonb, text[]) from public, anon, authenticated;
grant execute on function public.bomstream_claim(uuid, integer, jsonb, text[]) to service_role;
