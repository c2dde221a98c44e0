create function public.enrichment_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  -- Counted no further: a place behind a thousand runs says all there is to say.
  c_far integer := 1000;
  v_event jsonb;
  v_position bigint;
begin
  perform private.require_bom(p_user_id, p_bom_id, 'viewer');
  select p.event into v_event from public.enrichment_progress p where p.bom_id = p_bom_id;
  if v_event #>> '{state,status}' = 'queued' then
    select q.position into v_position
    from private.next_runs(c_far) with ordinality as q(run_id, position)
    where q.run_id = (v_event ->> 'run_id')::uuid;
  end if;
  return jsonb_build_object('event', v_event, 'queue_position', v_position);
end $$;
comment on function public.enrichment_status(uuid, uuid) is
  'The BOM''s newest event, null before its first run; and for a queued run its place in the queue, 1 for the next to be served. Needs viewer.';
revoke all on function public.enrichment_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.enrichment_status(uuid, uuid) to service_role;
