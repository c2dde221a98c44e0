create function public.enrichment_claim(p_worker_id uuid, p_limit integer default 100, p_published jsonb default null)
returns json language plpgsql security definer set search_path = '' as $$
declare
  -- Runs looked at before giving up: other workers may hold every claimable line of the first few.
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_claim json;
begin
  perform private.mark_published(p_published, p_waits => false);
  if not private.dismiss_surplus(p_worker_id) then
    for v_run_id in select private.next_runs(c_candidates) loop
      v_claim := private.claim_lines(p_worker_id, v_run_id, p_limit);
      if v_claim is not null then
        return json_build_object('run', v_claim -> 'run', 'lines', v_claim -> 'lines',
                                 'publish', private.unpublished_events((v_claim #>> '{run,bom_id}')::uuid));
      end if;
    end loop;
  end if;
  return json_build_object('run', null, 'lines', '[]'::json, 'publish', null);
end $$;
comment on function public.enrichment_claim(uuid, integer, jsonb) is
  'Leases at most p_limit lines of one run to a worker and raises each line''s fence: highest priority first, then the organization and run served longest ago. Taking over expired leases is the same call. The reply carries what Redis has not been given yet; no run in it means that nothing is claimable now, or that the worker is one too many.';
revoke all on function public.enrichment_claim(uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.enrichment_claim(uuid, integer, jsonb) to service_role;
