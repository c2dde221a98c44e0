create or replace function bomstream.require_role(p_user_id uuid, p_organization_id uuid, p_role text, p_missing_code text, p_missing_detail text, p_bom_id uuid default null)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  v_ranks constant text[] := array['viewer', 'editor', 'admin'];
  v_role text := bomstream.enrichment_access(p_user_id, p_organization_id, p_bom_id);
begin
  if v_role is null then
    perform bomstream.refuse(404, p_missing_code, p_missing_detail);
  elsif array_position(v_ranks, v_role) < array_position(v_ranks, p_role) then
    perform bomstream.refuse(403, 'role_required',
      format('You are %s in this organization; this needs %s. Ask an admin of the organization to change your role.', v_role, p_role));
  end if;
end $$;
comment on function bomstream.require_role(uuid, uuid, text, text, text, uuid) is
  'Refuses unless the user has at least the role, or, for viewer, the link is to the BOM that is named. Without a membership the answer is the caller''s "not there", word for word, so that nobody learns what exists elsewhere.';
revoke all on function bomstream.require_role(uuid, uuid, text, text, text, uuid) from public, anon, authenticated;
