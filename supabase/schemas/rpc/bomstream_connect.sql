create or replace function public.bomstream_connect(p_user_id uuid, p_bom_id uuid, p_cursor_run integer default null, p_cursor_seq integer default null, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  -- Further behind than this, the newest state is more use than a thousand old ones.
  c_max_behind constant integer := 1000;
  v_bom bomstream.boms;
  v_newest jsonb;
  v_behind integer;
  v_known boolean;
begin
  -- Only what says so itself opens every BOM: a user id that got lost on the way must open none.
  if p_with_admin_token then
    select * into v_bom from bomstream.boms b where b.id = p_bom_id;
    if v_bom.id is null then
      perform bomstream.refuse(404, 'bom_not_found', 'There is no BOM with this id.');
    end if;
  else
    v_bom := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  end if;
  select p.event, (p.run, p.seq) = (p_cursor_run, p_cursor_seq) into v_newest, v_known
  from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if p_cursor_run is not null then
    -- The newest id stays known once retention has deleted its event: whoever has it has missed nothing. Called lost, a
    -- finished BOM's stream would be reset and ended at each reconnect, for ever, instead of answering 204.
    v_known := v_known or exists (select from bomstream.enrichment_events e
                                  where (e.bom_id, e.run, e.seq) = (p_bom_id, p_cursor_run, p_cursor_seq));
    select count(*)::integer into v_behind from (
      select from bomstream.enrichment_events e
      where e.bom_id = p_bom_id and (e.run, e.seq) > (p_cursor_run, p_cursor_seq)
      limit c_max_behind + 1) following;
  end if;
  return jsonb_build_object(
    'organization_id', v_bom.organization_id,
    'role', case when not p_with_admin_token then bomstream.enrichment_access(p_user_id, v_bom.organization_id, p_bom_id) end,
    'newest', v_newest,
    'change_id', v_bom.change_id,
    'cursor', case when p_cursor_run is null then 'none'
                   when v_known and v_behind <= c_max_behind then 'honoured'
                   else 'lost' end,
    'following', case when v_known and v_behind between 1 and c_max_behind
      then public.bomstream_replay(jsonb_build_array(
             jsonb_build_object('bom_id', p_bom_id, 'run', p_cursor_run, 'seq', p_cursor_seq, 'most', 10))) #> '{0,events}'
      else '[]' end);
end $$;
comment on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) is
  'What a stream needs at its start, from one snapshot: the right to read, and with which role, the newest event, the newest of what people changed of its lines, whether the client''s cursor can be honoured (`none`, `honoured`, or `lost` when it is unknown, from the future or more than 1,000 events behind; the newest id is known even where its event was deleted with age), and the first of the events that follow an honoured one: ten, or fewer where they are large. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) to service_role;
