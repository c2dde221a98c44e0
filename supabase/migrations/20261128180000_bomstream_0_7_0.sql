-- 0.7.0.

-- When a member last got another role, or left. Streams ask then what their viewers may, instead of half a minute later.
alter table bomstream.organizations add column members_changed_at timestamptz;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.7.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_lost_rights(p_viewers jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- As many streams as one isolate has.
  perform bomstream.require_at_most(jsonb_array_length(p_viewers), 1000, 'viewers');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('user_id', v.user_id, 'kind', v.kind, 'id', v.id)
      || case when a.role is not null then jsonb_build_object('role', a.role)
              else jsonb_build_object('reason', case when o.id is null then 'deleted' else 'access_revoked' end) end), '[]')
    from jsonb_to_recordset(p_viewers) as v(user_id uuid, kind text, id uuid, role text)
    left join bomstream.boms b on v.kind = 'bom' and b.id = v.id
    left join bomstream.organizations o
      on o.id = case v.kind when 'bom' then b.organization_id when 'organization' then v.id end and o.deleted_at is null
    cross join lateral (select bomstream.enrichment_access(v.user_id, o.id, b.id) as role offset 0) a
    where a.role is null or a.role <> v.role);
end $$;
comment on function public.bomstream_lost_rights(jsonb) is
  'Which of these viewers, at most 1,000 of {user_id, kind, id} with the id of a BOM or an organization, may no longer read what they watch, with the `reason`: it was deleted, they are no members any more, or the key or link was revoked or has expired; and of those that name the `role` they have had, whose is another now, with the new one. For streams whose clients were let in one by one.';
revoke all on function public.bomstream_lost_rights(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_lost_rights(jsonb) to service_role;

create or replace function public.bomstream_member_update(p_user_id uuid, p_organization_id uuid, p_member_id uuid, p_role text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  perform bomstream.require_member(p_organization_id, p_member_id);
  if p_role <> 'admin' then
    perform bomstream.require_other_admin(p_organization_id, p_member_id);
    perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  end if;
  update bomstream.organization_members m set role = p_role
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return jsonb_build_object('user_id', p_member_id, 'role', p_role);
end $$;
comment on function public.bomstream_member_update(uuid, uuid, uuid, text) is
  'Gives a member another role, which holds from the next call on; one that is admin no more loses the invitations that he opened. The last admin stays admin. Needs admin.';
revoke all on function public.bomstream_member_update(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_member_update(uuid, uuid, uuid, text) to service_role;

create or replace function public.bomstream_member_remove(p_user_id uuid, p_organization_id uuid, p_member_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id,
    case when p_member_id = p_user_id then 'viewer' else 'admin' end);
  perform bomstream.require_member(p_organization_id, p_member_id);
  perform bomstream.require_other_admin(p_organization_id, p_member_id);
  delete from bomstream.organization_members m
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_member_remove(uuid, uuid, uuid) is
  'Ends a membership, whose rights end with it, and the invitations and read-only links that the member made; keys stay, they are the organization''s. The last admin stays. Needs admin; everybody may leave.';
revoke all on function public.bomstream_member_remove(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_remove(uuid, uuid, uuid) to service_role;

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

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'),
    'deleted', coalesce(d.bom_ids, '[]'),
    'members_changed_at', case when o.members_changed_at > now() - interval '1 minute' then o.members_changed_at end)), '[]')
  from bomstream.organizations o
  cross join lateral (
    -- Whoever is at work comes first: runs that are over must not keep one that goes on out of sight.
    select array_agg(n.bom_id order by n.is_active desc, n.started desc, n.bom_id) as bom_ids,
           count(*) filter (where n.is_active) as active
    from (
      -- One more than is answered, to know whether there are more.
      (select r.bom_id, true as is_active, r.created_at as started from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.status in ('queued', 'enriching', 'paused')
       order by r.created_at desc, r.bom_id
       limit 51)
      union all
      -- A short run may begin and end between two calls; whoever follows the organization is to see it all the same.
      (select r.bom_id, false, max(r.created_at) from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.created_at > now() - interval '1 minute'
         and r.status in ('completed', 'failed', 'cancelled')
         and not exists (select from bomstream.enrichment_runs w
                         where w.bom_id = r.bom_id and w.status in ('queued', 'enriching', 'paused'))
       group by r.bom_id
       order by 3 desc, 1
       limit 50)) n) a
  cross join lateral (
    select jsonb_agg(jsonb_build_object('bom_id', b.bom_id, 'change_id', b.change_id)) as boms
    from (select b.id as bom_id, b.change_id from bomstream.boms b
          where b.organization_id = o.id and b.changed_at > now() - interval '1 minute'
          order by b.changed_at desc limit 50) b) c
  cross join lateral (
    select jsonb_agg(g.bom_id) as bom_ids
    from (select x.bom_id from bomstream.deleted_boms x
          where x.organization_id = o.id and x.deleted_at > now() - interval '1 minute'
          order by x.deleted_at desc limit 50) g) d
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of which people changed lines, or which they released, within the last minute, with the newest change; `deleted`, the newest 50 that were deleted within it; `members_changed_at`, when a member got another role or left, if within it. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;

create or replace function public.bomstream_organization_connect(p_user_id uuid, p_organization_id uuid, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  -- Only what says so itself opens every organization: a user id that got lost on the way must open none.
  if p_with_admin_token then
    if not exists (select from bomstream.organizations o where o.id = p_organization_id and o.deleted_at is null) then
      perform bomstream.refuse(404, 'organization_not_found', 'There is no organization with this id.');
    end if;
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  return (public.bomstream_active(array[p_organization_id]) -> 0) || jsonb_build_object(
    'role', case when not p_with_admin_token then bomstream.enrichment_access(p_user_id, p_organization_id) end);
end $$;
comment on function public.bomstream_organization_connect(uuid, uuid, boolean) is
  'What a stream over a whole organization needs at its start: the right to read, and with which role, and the BOMs to follow, as bomstream_active has them. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_organization_connect(uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_connect(uuid, uuid, boolean) to service_role;
