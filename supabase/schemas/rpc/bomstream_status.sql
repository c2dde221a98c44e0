create or replace function public.bomstream_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Counted no further: an organization with thousands of runs would pay for a number that tells nobody anything.
  c_most constant integer := 100;
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_event jsonb;
  v_run bomstream.enrichment_runs;
  v_position bigint;
begin
  select p.event into v_event from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if v_event #>> '{state,status}' = 'queued' then
    select * into v_run from bomstream.enrichment_runs r where r.id = (v_event ->> 'run_id')::uuid;
    -- Only the organization's own runs: how many others there are is nobody's business, and they take turns with it.
    select count(*) + 1 into v_position
    from (select from bomstream.enrichment_runs r
          where r.organization_id = v_run.organization_id and r.status in ('queued', 'enriching')
            and (r.source = 'schedule', -r.priority, r.served_at, r.created_at, r.id)
                < (v_run.source = 'schedule', -v_run.priority, v_run.served_at, v_run.created_at, v_run.id)
            -- run by run, as in next_runs
            and (select true from bomstream.bom_lines l
                 where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
                 limit 1)
          limit c_most) before;
  end if;
  return jsonb_build_object('event', v_event, 'queue_position', v_position, 'change_id', v_bom.change_id);
end $$;
comment on function public.bomstream_status(uuid, uuid) is
  'The BOM''s newest event, null before its first run; and for a queued run its place among the runs of its organization, 1 for the next to be served, counted up to 101. `change_id` is the newest of what people changed of its lines, null where nobody did. Needs viewer.';
revoke all on function public.bomstream_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_status(uuid, uuid) to service_role;
