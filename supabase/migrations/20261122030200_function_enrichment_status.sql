create function public.enrichment_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_event jsonb;
  v_position bigint;
begin
  perform private.require_bom(p_user_id, p_bom_id, 'viewer');
  select p.event into v_event from public.enrichment_progress p where p.bom_id = p_bom_id;
  if v_event #>> '{state,status}' = 'queued' then
    -- Organizations take turns, so one of them with many runs is passed by the first run of each other.
    select q.position into v_position
    from (select o.id, row_number() over (order by o.priority desc, o.round, o.served_at) as position
          from (select r.id, r.priority, t.served_at,
                       row_number() over (partition by r.organization_id, r.priority order by r.served_at, r.created_at) as round
                from private.turns t
                join public.enrichment_runs r on r.organization_id = t.organization_id and r.priority = t.priority
                where r.status in ('queued', 'enriching')
                  -- run by run, as in next_runs
                  and (select true from public.bom_lines l
                       where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
                       limit 1)) o) q
    where q.id = (v_event ->> 'run_id')::uuid;
  end if;
  return jsonb_build_object('event', v_event, 'queue_position', v_position);
end $$;
comment on function public.enrichment_status(uuid, uuid) is
  'The BOM''s newest event, null before its first run; and for a queued run its place in the queue, 1 for the next to be served. Needs viewer.';
revoke all on function public.enrichment_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.enrichment_status(uuid, uuid) to service_role;
