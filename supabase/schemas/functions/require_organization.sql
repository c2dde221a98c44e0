create or replace function bomstream.require_organization(p_user_id uuid, p_organization_id uuid, p_role text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_role(p_user_id, p_organization_id, p_role, 'organization_not_found',
    'There is no organization with this id among yours. GET organizations lists yours.');
end $$;
comment on function bomstream.require_organization(uuid, uuid, text) is
  'Refuses unless the user has at least the role in the organization. A missing one and another tenant''s give the same 404.';
revoke all on function bomstream.require_organization(uuid, uuid, text) from public, anon, authenticated;
