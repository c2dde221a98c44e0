create or replace function bomstream.require_import(p_user_id uuid, p_organization_id uuid, p_project_id uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  -- A person imports a few, a script that imports a folder some dozens. Two imports at once may both be the last one
  -- that is let in: a lock for that would let one user's imports fill up the connections of all.
  v_boms constant integer := 60;
  v_window constant interval := interval '1 minute';
  v_oldest timestamptz;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  perform bomstream.require_project(p_organization_id, p_project_id);
  select created_at into v_oldest from (
    (select b.created_at from bomstream.boms b
     where b.created_by = p_user_id and b.created_at > now() - v_window order by b.created_at desc limit v_boms)
    union all
    (select b.created_at from bomstream.boms b
     where b.key_id = p_user_id and b.created_at > now() - v_window order by b.created_at desc limit v_boms)) made
  order by created_at desc offset v_boms - 1 limit 1;
  if v_oldest is not null then
    perform bomstream.refuse(429, 'too_many_boms',
      format('You have created %s BOMs within a minute, the most that is possible. Wait a moment and go on.', v_boms),
      greatest(1, ceil(extract(epoch from v_oldest + v_window - now()))::integer));
  end if;
end $$;
comment on function bomstream.require_import(uuid, uuid, uuid) is
  'Refuses unless the user may create a BOM there now: role editor, a project of the organization, and fewer than 60 BOMs created within the last minute, in whichever organization.';
revoke all on function bomstream.require_import(uuid, uuid, uuid) from public, anon, authenticated;
